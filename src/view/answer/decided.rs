//! The bounds that decide a size class.

use crate::api::Assessment;
use crate::api::answer::DecidedRow;
use crate::text::page::answer as words;
use crate::text::size_class::reached;
use crate::text::words::size as size_name;
use crate::view::answer::part;
use crate::view::part::sign::sign;
use crate::view::part::tree::Tree;

/// Which bounds are reached and which are not.
pub(super) fn decided(t: &mut Tree, assessment: &Assessment) {
    let rows = assessment.size_class().map(|figures| figures.decided_by.as_slice()).unwrap_or_default();
    part(t, words::WHY, rows.is_empty(), |t| {
        t.line("p", "hint", words::CLASS_RULE);
        t.el("div", "conditions", |t| rows.iter().enumerate().for_each(|(index, row)| one(t, index, row)));
    });
}

fn one(t: &mut Tree, index: usize, row: &DecidedRow) {
    let (class, (mark, word)) = match row.met {
        Some(true) => ("condition is-yes", words::REACHED),
        Some(false) => ("condition is-no", words::NOT_REACHED),
        None => ("condition is-open", words::NO_MATTER),
    };
    t.el("div", class, |t| {
        t.test_two("decided", &index.to_string());
        t.el("p", "line is-flat", |t| {
            sign(t, mark);
            t.line("span", "line-title", &[size_name(row.class), words::NEEDS, &reached(row.least)].concat());
            t.line("span", "line-word", word);
        });
    });
}
