//! A table that scrolls in its own box, so that the page never scrolls sideways.

use crate::view::part::tree::Tree;

/// Shows a table: what it is called, its columns, and the rows written inside.
pub(crate) fn table(t: &mut Tree, caption: &str, columns: &[&str], rows: impl FnOnce(&mut Tree)) {
    t.el("div", "scroll", |t| {
        t.set("role", "region");
        t.set("aria-label", caption);
        // Keyboard users scroll with the arrow keys.
        t.set("tabindex", "0");
        t.el("table", "", |t| {
            t.el("caption", "", |t| t.line("span", "", caption));
            t.el("thead", "", |t| {
                t.el("tr", "", |t| columns.iter().for_each(|column| head(t, "col", |t| t.text(column))));
            });
            t.el("tbody", "", rows);
        });
    });
}

/// The head of a column (`col`) or a row (`row`).
pub(crate) fn head(t: &mut Tree, scope: &str, inside: impl FnOnce(&mut Tree)) {
    t.el("th", "", |t| {
        t.set("scope", scope);
        inside(t);
    });
}
