//! The questions of 失业保险费.

use crate::state::{Input, Question};
use crate::text::page::question as words;
use crate::view::Page;
use crate::view::part::field::{TextBox, text_box};
use crate::view::part::tree::Tree;
use crate::view::question::number;

pub(super) fn wage(t: &mut Tree, page: Page<'_>) {
    number(t, page, Question::Wage, &words::wage(), Input::Wage, words::YUAN);
}

pub(super) fn month(t: &mut Tree, page: Page<'_>) {
    optional(t, page, Question::WageMonth, &words::wage_month(), Input::WageMonth, "");
}

pub(super) fn headcount(t: &mut Tree, page: Page<'_>) {
    optional(t, page, Question::Headcount, &words::headcount(), Input::Headcount, words::PERSONS);
}

pub(super) fn months(t: &mut Tree, page: Page<'_>) {
    optional(t, page, Question::WageMonths, &words::wage_months(), Input::WageMonths, words::MONTHS);
}

/// A box that may stay empty: what holds then stands in its hint.
pub(super) fn optional(
    t: &mut Tree,
    page: Page<'_>,
    question: Question,
    asked: &words::Asked,
    input: Input,
    unit: &'static str,
) {
    let id = question.id();
    let keyboard = if unit.is_empty() { "text" } else { "numeric" };
    text_box(t, page, &TextBox { keyboard, unit, unknown: false, ..TextBox::new(id, id, input, asked) });
}
