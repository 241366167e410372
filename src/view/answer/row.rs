//! A row of the card: its heading and its summary, and the details when it is opened.

use crate::view::Page;
use crate::view::part::tree::Tree;

/// What a row says while it is closed.
pub(super) struct Row<'a> {
    /// The hook by which tests find it.
    pub hook: &'static str,
    pub heading: &'static str,
    /// The gist of what is in it; may be empty.
    pub gist: &'a str,
    /// Whether it is open.
    pub is_open: bool,
    /// Whether there is nothing in it: then it is not there.
    pub is_empty: bool,
}

impl Row<'_> {
    pub const fn new(hook: &'static str, heading: &'static str) -> Self {
        Self { hook, heading, gist: "", is_open: false, is_empty: false }
    }
}

/// Shows a row; where nothing is folded, a part under its heading.
pub(super) fn row(t: &mut Tree, page: Page<'_>, row: &Row<'_>, body: impl FnOnce(&mut Tree)) {
    let depth = begin(t, page, row);
    if !row.is_empty {
        body(t);
    }
    (0..depth).for_each(|_| t.end());
}

/// Begins a row, in a function that is compiled once and not for each body. Returns how many elements are open.
fn begin(t: &mut Tree, page: Page<'_>, row: &Row<'_>) -> u8 {
    t.begin_slot();
    if row.is_empty {
        return 1;
    }
    if page.is_flat {
        t.begin("section", "part");
        t.line("h3", "", row.heading);
        return 2;
    }
    t.begin("details", "row");
    t.test_two("row", row.hook);
    if row.is_open {
        t.set("open", "");
    }
    t.el("summary", "line", |t| {
        t.line("h3", "row-name", row.heading);
        t.hooked("span", "line-word row-gist", &["gist-", row.hook].concat(), row.gist);
    });
    t.begin("div", "row-body");
    3
}

/// A part under a heading.
pub(super) fn part(t: &mut Tree, heading: &'static str, body: impl FnOnce(&mut Tree)) {
    t.el("section", "part", |t| {
        t.line("h3", "", heading);
        body(t);
    });
}
