//! What must be said before the amount: another year, closed, not confirmed, each with why.

use crate::api::Assessment;
use crate::state::Notice;
use crate::text::page::answer as words;
use crate::text::words::status;
use crate::view::Page;
use crate::view::part::tree::Tree;

/// The bordered box, where there is something to say.
pub(super) fn notices(t: &mut Tree, page: Page<'_>, assessment: &Assessment) {
    let notice = &page.answer.notice;
    t.slot(|t| {
        if *notice == Notice::default() {
            return;
        }
        t.el("div", "notice", |t| {
            t.test("notice");
            lines(t, page, assessment);
        });
    });
}

/// What there is to say, line by line.
pub(super) fn lines(t: &mut Tree, page: Page<'_>, assessment: &Assessment) {
    let notice = &page.answer.notice;
    if let Some(other) = &notice.other_year {
        t.line("p", "notice-head", &words::other_year(other.year, status(&other.rule_status)));
    }
    if notice.provisional {
        let is_round = assessment.calculator.has_rounds();
        t.line("p", "notice-head", if is_round { words::CALL_FIRST } else { words::CALL_FIRST_FOR_FIGURES });
    }
    if let Some(why) = why(page, assessment) {
        t.line("p", "", why);
    }
    if notice.estimated {
        t.hooked("p", "notice-head", "estimated", words::ESTIMATED);
    }
    if notice.stale {
        t.hooked("p", "", "stale", &words::stale(assessment.policy.checked_on));
    }
    if notice.other_year.is_some() && !notice.closed {
        t.line("p", "", &words::as_if(assessment.as_of));
    }
}

/// Why: what the round's own condition says where it is over, else the first note of the rule.
fn why<'a>(page: Page<'_>, assessment: &'a Assessment) -> Option<&'a str> {
    let notice = &page.answer.notice;
    let round = assessment.conditions.iter().find(|condition| condition.id == "round-open");
    let detail = round.filter(|_| notice.closed).map(|round| round.detail.as_str());
    // The heading shows that it is not confirmed; which text is missing is among the notes.
    let note = assessment.policy.notes.first().filter(|_| notice.closed);
    detail.or(note.map(String::as_str))
}
