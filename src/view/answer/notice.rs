//! What must be said before the amount: another year, closed, not confirmed, each with why.

use yew::{Html, html};

use crate::api::Assessment;
use crate::state::{Action, Input};
use crate::text::page::answer as words;
use crate::text::words::status;
use crate::view::Page;
use crate::view::part::listen;

/// The bordered box, where there is something to say.
pub(super) fn notices(page: Page<'_>, assessment: &Assessment) -> Html {
    let notice = &page.answer.notice;
    if notice.other_year.is_none() && !notice.closed && !notice.provisional {
        return Html::default();
    }
    html! {
        <div class="notice" data-test="notice">
            if let Some(other) = &notice.other_year {
                <p class="notice-head">{ words::other_year(other.year, status(&other.standing)) }</p>
            }
            if notice.provisional && !notice.closed {
                <p class="notice-head">{ words::PROVISIONAL }</p>
            }
            if let Some(why) = why(page, assessment) {
                <p>{ why }</p>
            }
            if notice.other_year.is_some() {
                <button type="button" class="quiet" data-test="as-of-today"
                    onclick={listen::clicked(page.send, Action::Type(Input::AsOf, String::new()))}>
                    { words::BACK_TO_TODAY }
                </button>
            }
        </div>
    }
}

/// Why: what the round's own condition says where it is over, else the first note of the rule.
fn why(page: Page<'_>, assessment: &Assessment) -> Option<String> {
    let notice = &page.answer.notice;
    let round = assessment.conditions.iter().find(|condition| condition.id == "round-open");
    match (notice.closed, notice.provisional) {
        (true, _) => round.map(|round| round.detail.clone()).or_else(|| assessment.policy.notes.first().cloned()),
        (false, true) => assessment.policy.notes.first().cloned(),
        (false, false) => None,
    }
}
