//! The bounds that decide a size class.

use crate::api::Assessment;
use crate::api::answer::BoundRow;
use crate::text::page::answer as words;
use crate::view::Page;
use crate::view::answer::row::{Row, row};
use crate::view::part::sign::sign;
use crate::view::part::tree::Tree;

/// Which bounds are reached and which are not.
pub(super) fn decided(t: &mut Tree, page: Page<'_>, assessment: &Assessment) {
    let rows = assessment.bounds();
    row(t, page, &Row { is_empty: rows.is_empty(), ..Row::new("bounds", words::WHY) }, |t| {
        t.line("p", "hint", words::CLASS_RULE);
        t.el("div", "conditions", |t| rows.iter().enumerate().for_each(|(index, row)| one(t, index, row)));
    });
}

fn one(t: &mut Tree, index: usize, row: &BoundRow) {
    let (class, (mark, word)) = match row.met {
        Some(true) => ("condition is-yes", words::REACHED),
        Some(false) => ("condition is-no", words::NOT_REACHED),
        None => ("condition is-open", words::NO_MATTER),
    };
    t.el("div", class, |t| {
        t.test_two("decided", &index.to_string());
        t.el("p", "line is-flat", |t| {
            sign(t, mark);
            t.line("span", "line-title", &[&row.of, words::NEEDS, &words::reached(row.measured, row.bound)].concat());
            t.line("span", "line-word", word);
        });
    });
}
