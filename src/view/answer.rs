//! The answer card. The essentials are visible at once: verdict, amount, last day, one thing to do, and the doubts.
//! Everything else is under them in rows that open, each with its summary.

mod advice;
mod amount;
mod conditions;
mod decided;
mod elder;
mod history;
mod notes;
mod notice;
mod now;
mod plan;
mod premium;
mod print;
mod recipients;
mod row;
mod schedule;
mod share;
mod steps;
mod wrong;

use crate::api::Assessment;
use crate::api::answer::Insight;
use crate::policy::verdict::Outcome;
use crate::state::{Answer, Input};
use crate::text::page::answer as words;
use crate::text::page::share as share_words;
use crate::view::Page;
use crate::view::part::sign::{evidence, sign};
use crate::view::part::tree::Tree;
use crate::view::render_phase::RenderPhase;

pub(super) use conditions::JudgedItem;
pub(super) use print::Sheet;
use row::Row;
pub(super) use share::copied;

/// The id of the card, for links to it.
pub(super) const CARD: &str = "answer";

/// Shows what is drawn of the card, or why there is none.
pub(super) fn card(t: &mut Tree, page: Page<'_>, phase: RenderPhase) {
    let class = if page.answer.assessment.is_some() { "answer has-sheet" } else { "answer" };
    t.el("section", class, |t| {
        t.id(CARD);
        t.reachable();
        t.set("aria-label", words::RESULT);
        wrong::summary(t, page);
        match &page.answer.assessment {
            Some(assessment) if is_unasked(page, assessment) => {
                unasked(t, page, assessment);
                t.slot(|t| {
                    if phase == RenderPhase::Complete {
                        print::write(t, page);
                    }
                });
            }
            Some(assessment) => {
                judged(t, page, assessment);
                t.slot(|t| {
                    if phase >= RenderPhase::Reasons && !page.state.is_elder {
                        reasons(t, page, assessment);
                    }
                });
                t.slot(|t| {
                    if phase == RenderPhase::Complete {
                        rest(t, page, assessment);
                    }
                });
            }
            None => t.el("h2", "verdict is-open", |t| {
                t.reachable();
                t.test("verdict");
                t.text(match page.state.unreadable() {
                    Some((input, _)) => words::unreadable(input == Input::AsOf),
                    None => words::INCALCULABLE,
                });
            }),
        }
    });
}

/// Whether nothing is answered yet, so that there is nothing to show of a case. A round that is over is shown
/// nevertheless.
fn is_unasked(page: Page<'_>, assessment: &Assessment) -> bool {
    let notice = &page.answer.notice;
    let is_plain = !notice.stale && notice.other_year.is_none() && assessment.outcome == Outcome::Undetermined;
    is_plain && !page.state.is_elder && !page.is_touched()
}

/// One line, before anything is answered.
fn unasked(t: &mut Tree, page: Page<'_>, assessment: &Assessment) {
    t.el("p", "unasked", |t| {
        t.test("unasked");
        t.reachable();
        t.hooked("strong", "", "verdict", words::UNASKED);
        let last_day = now::last_day_in_words(page, assessment);
        if !last_day.is_empty() {
            t.text(&[words::DOT, &last_day].concat());
        }
        evidence(t, assessment.policy.evidence);
    });
}

fn judged(t: &mut Tree, page: Page<'_>, assessment: &Assessment) {
    // Whose amount is of another day must be known before it is read.
    let is_first = page.answer.notice.closed || page.answer.notice.other_year.is_some();
    t.slot(|t| {
        if is_first {
            notice::notices(t, page, assessment);
        }
    });
    verdict(t, page.answer, assessment);
    amount::amount(t, page, assessment);
    premium::monthly(t, assessment);
    schedule::standards(t, assessment);
    now::now(t, page, assessment);
    t.slot(|t| {
        if !is_first {
            notice::notices(t, page, assessment);
        }
    });
}

/// Why that is the verdict.
fn reasons(t: &mut Tree, page: Page<'_>, assessment: &Assessment) {
    let (next_to_verdict, _) = insights(assessment);
    advice::insights(t, page, next_to_verdict);
    schedule::schedule(t, page, assessment);
    decided::decided(t, page, assessment);
    plan::plan(t, page, assessment);
    conditions::of_case(t, page, assessment);
    conditions::of_items(t, page, assessment);
}

/// The other parts of the card, and the sheet for the printer.
fn rest(t: &mut Tree, page: Page<'_>, assessment: &Assessment) {
    if page.state.is_elder {
        elder::under(t, page, assessment);
    } else {
        more(t, page, assessment);
    }
    t.slot(|t| print::write(t, page));
}

/// How it was computed, and what comes next.
fn more(t: &mut Tree, page: Page<'_>, assessment: &Assessment) {
    steps::steps(t, page, assessment);
    advice::missing(t, page);
    let (_, below) = insights(assessment);
    advice::insights(t, page, below);
    advice::next_steps(t, page, assessment);
    row::row(t, page, &Row::new("share", share_words::SHARE), |t| {
        t.slot(|t| share::share(t, page, assessment));
        print::offer(t, page);
    });
    notes::notes(t, page, &assessment.policy);
}

/// The insights next to the verdict and those below: the effect of registering is shown next to it.
fn insights(assessment: &Assessment) -> (&[Insight], &[Insight]) {
    assessment.insights.split_at(if assessment.is_curable() { assessment.insights.len() } else { 0 })
}

/// The outcome whose symbol and colour the verdict has: a condition that can be cured is not a refusal.
pub(super) fn look(answer: &Answer, assessment: &Assessment) -> Outcome {
    match answer.outcome().unwrap_or(assessment.outcome) {
        Outcome::Ineligible if assessment.is_curable() => Outcome::Undetermined,
        outcome => outcome,
    }
}

/// The verdict in a large line.
fn verdict(t: &mut Tree, answer: &Answer, assessment: &Assessment) {
    let look = look(answer, assessment);
    let class = match look {
        Outcome::Eligible => "verdict is-yes",
        Outcome::Undetermined => "verdict is-open",
        Outcome::Ineligible => "verdict is-no",
        Outcome::Closed => "verdict is-closed",
    };
    t.el("h2", class, |t| {
        t.reachable();
        sign(t, words::sign(look));
        t.el("span", "", |t| {
            t.test("verdict");
            t.set("data-outcome", answer.outcome().unwrap_or(assessment.outcome).code());
            t.text(answer.verdict());
        });
        t.slot(|t| {
            let doubts = answer.doubts();
            if !doubts.is_empty() {
                t.text(" ");
                t.hooked("span", "mark", "verdict-doubts", &doubts);
            }
        });
    });
}

/// The classes that colour an answer: a certificate's line, and the bar.
pub(super) const fn tones(outcome: Outcome) -> (&'static str, &'static str) {
    match outcome {
        Outcome::Eligible => ("item is-yes", "bar is-yes"),
        Outcome::Undetermined => ("item is-open", "bar is-open"),
        Outcome::Ineligible => ("item is-no", "bar is-no"),
        Outcome::Closed => ("item is-closed", "bar is-closed"),
    }
}
