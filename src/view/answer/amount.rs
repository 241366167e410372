//! The amount: exact with its capital numerals, a range with what would settle it.

use crate::api::Assessment;
use crate::policy::assessment::Amount;
use crate::policy::list::CollectSmall;
use crate::policy::money::Money;
use crate::state::Need;
use crate::state::announce::lead;
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
                // The unit never wraps onto a line of its own.
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

/// An exact amount in capital numerals.
pub(super) fn in_capitals(assessment: &Assessment) -> Option<String> {
    match assessment.amount? {
        Amount::Exact { value } => Some(capital(value)),
        Amount::Range { .. } => None,
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
    let is_rate = |need: &&Need| need.question.is("applicant") || need.question.is("size");
    let mut settling: Vec<_> = needs.iter().filter(is_rate).collect_small();
    if settling.is_empty() {
        settling.extend(needs.iter().find(|need| need.question.is("averageInsured")));
    }
    if !settling.is_empty() {
        t.el("div", "settle", |t| {
            t.line("p", "", words::SETTLE);
            settling.into_iter().for_each(|need| advice::need_button(t, page, *need));
        });
    }
}
