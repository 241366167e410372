//! Readings, doubts and assumptions; the day of the check; the documents.

use crate::api::answer::{DocumentText, Policy};
use crate::text::page;
use crate::text::page::answer as words;
use crate::text::words::ESTIMATE;
use crate::view::answer::part;
use crate::view::part::action::leaving;
use crate::view::part::tree::Tree;

/// The notes of the rule and its documents.
pub(super) fn notes(t: &mut Tree, policy: &Policy) {
    part(t, words::NOTES, false, |t| {
        t.el("div", "notes", |t| {
            t.line("p", "", &policy.title);
            t.el("ul", "points", |t| policy.notes.iter().for_each(|note| t.line("li", "", note)));
            t.el("ul", "documents", |t| policy.documents.iter().for_each(|one| document(t, one)));
            t.hooked("p", "", "checked-on", &page::checked_on(policy.checked_on));
            t.line("p", "", ESTIMATE);
        });
    });
}

fn document(t: &mut Tree, document: &DocumentText) {
    let title = document.title.unwrap_or_default();
    t.el("li", "", |t| {
        t.line("cite", "", document.number);
        t.text(" ");
        match document.url {
            Some(url) => leaving(t, "", url, if title.is_empty() { document.number } else { title }),
            None => t.text(title),
        }
    });
}
