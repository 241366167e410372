//! Readings, doubts and assumptions; the day of the check; the documents.

use crate::api::answer::{DocumentText, Policy};
use crate::state::Origin;
use crate::text::page as text;
use crate::text::page::answer as words;
use crate::text::words::ESTIMATE;
use crate::view::Page;
use crate::view::answer::row::{Row, row};
use crate::view::part::action::leaving;
use crate::view::part::tree::Tree;

/// The notes of the rule and its documents.
pub(super) fn notes(t: &mut Tree, page: Page<'_>, policy: &Policy) {
    let gist = words::checked(policy.checked_on);
    row(t, page, &Row { gist: &gist, ..Row::new("notes", words::NOTES) }, |t| {
        t.el("div", "notes", |t| {
            t.line("p", "", &policy.title);
            t.el("ul", "points", |t| policy.notes.iter().for_each(|note| t.line("li", "", note)));
            t.el("ul", "documents", |t| policy.documents.iter().for_each(|one| document(t, one)));
            t.hooked("p", "", "checked-on", &text::checked_on(policy.checked_on));
            t.slot(|t| {
                if let Some(origin) = origin(page) {
                    t.hooked("p", "", "law-origin", &origin);
                }
            });
            t.line("p", "", ESTIMATE);
        });
    });
}

/// Where the law comes from that was not built in.
pub(super) fn origin(page: Page<'_>) -> Option<String> {
    match &page.state.law.origin {
        Origin::BuiltIn => None,
        Origin::Pack { file, sha256, checked_on } => Some(text::law::origin(file, *checked_on, sha256)),
    }
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
