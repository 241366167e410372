//! The bounds that decide a size class.

use crate::api::Assessment;
use crate::api::answer::BoundRow;
use crate::text::page::answer as words;
use crate::view::answer::part;
use crate::view::part::sign::sign;
use crate::view::part::tree::Tree;

/// Which bounds are reached and which are not.
pub(super) fn decided(t: &mut Tree, assessment: &Assessment) {
    let rows = assessment.bounds();
    part(t, words::WHY, rows.is_empty(), |t| {
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
