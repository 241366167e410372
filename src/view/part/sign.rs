//! Symbols and marks: never a colour alone.

use crate::policy::assessment::Evidence;
use crate::text::page;
use crate::view::part::tree::Tree;

/// （未确认） behind what is not certain.
pub(crate) fn evidence(t: &mut Tree, evidence: Evidence) {
    t.slot(|t| {
        if evidence == Evidence::Provisional {
            t.text(" ");
            t.line("span", "mark", page::UNCONFIRMED);
        }
    });
}

/// A symbol that is hidden from screen readers: its word is next to it.
pub(crate) fn sign(t: &mut Tree, sign: &str) {
    t.el("span", "sign", |t| {
        t.set("aria-hidden", "true");
        t.text(sign);
    });
}
