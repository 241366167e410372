//! The amount: exact with its capital numerals, a range with what would settle it.

use crate::api::Assessment;
use crate::api::answer::Calculator;
use crate::policy::assessment::Amount;
use crate::policy::list::Listed;
use crate::policy::money::Money;
use crate::policy::verdict::Outcome;
use crate::state::{Need, Question};
use crate::text::money::{capital, grouped};
use crate::text::page::answer as words;
use crate::view::Page;
use crate::view::answer::advice;
use crate::view::part::tree::Tree;

/// Digits and commas beyond which an amount is set smaller, so that it stays whole on a narrow phone.
const LONG: usize = 13;

/// The amount, where there is one.
pub(super) fn amount(t: &mut Tree, page: Page<'_>, assessment: &Assessment) {
    t.slot(|t| {
        let Some(amount) = assessment.amount else { return };
        t.el("div", "amount", |t| {
            t.el("p", "", |t| {
                t.test("amount");
                t.line("span", "amount-lead", lead(assessment));
                t.text(" ");
                figures(t, amount);
                // The unit never stands alone on a line.
                t.text("\u{a0}");
                t.line("span", "amount-unit", words::YUAN);
            });
            match amount {
                Amount::Exact { value } => t.hooked("p", "amount-capital", "amount-capital", &capital(value)),
                Amount::Range { .. } => settle(t, page),
            }
        });
    });
}

/// The amount in a line: for the bar and for ears.
pub(crate) fn printed(assessment: &Assessment) -> Option<String> {
    told(assessment).map(|(lead, figures)| [lead, " ", &figures].concat())
}

/// The words before the amount, and the amount with its unit.
pub(super) fn told(assessment: &Assessment) -> Option<(&'static str, String)> {
    let figures = match assessment.amount? {
        Amount::Exact { value } => grouped(value),
        Amount::Range { min, max } => format!("{}{}{}", grouped(min), words::DASH, grouped(max)),
    };
    Some((lead(assessment), [&figures, "\u{a0}", words::YUAN].concat()))
}

/// An exact amount in capital numerals.
pub(super) fn in_capitals(assessment: &Assessment) -> Option<String> {
    match assessment.amount? {
        Amount::Exact { value } => Some(capital(value)),
        Amount::Range { .. } => None,
    }
}

/// What stands before the amount.
pub(super) fn lead(assessment: &Assessment) -> &'static str {
    match assessment.calculator {
        Calculator::Premium => words::SAVED_LEAD,
        Calculator::UnemploymentBenefit if assessment.outcome == Outcome::Eligible => words::SCHEDULE_LEAD,
        _ => words::lead(assessment.outcome, assessment.is_ceiling),
    }
}

fn figures(t: &mut Tree, amount: Amount) {
    match amount {
        Amount::Exact { value } => figure(t, value),
        Amount::Range { min, max } => {
            figure(t, min);
            t.text(words::DASH);
            figure(t, max);
        }
    }
}

fn figure(t: &mut Tree, value: Money) {
    let text = grouped(value);
    t.line("strong", if text.len() > LONG { "figure is-long" } else { "figure" }, &text);
}

/// What would settle a range: the size or the kind of employer; the average only where those are known.
fn settle(t: &mut Tree, page: Page<'_>) {
    let needs = &page.answer.needs;
    let is_rate = |need: &&Need| matches!(need.question, Question::Applicant | Question::Size);
    let mut settling: Vec<_> = needs.iter().filter(is_rate).listed();
    if settling.is_empty() {
        settling.extend(needs.iter().find(|need| need.question == Question::AverageInsured));
    }
    if !settling.is_empty() {
        t.el("div", "settle", |t| {
            t.line("p", "", words::SETTLE);
            settling.into_iter().for_each(|need| advice::need_button(t, page, *need));
        });
    }
}
