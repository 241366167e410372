//! Where it stands: document, clause and the clause's own key words.

use crate::api::answer::Citation;
use crate::text::page::answer as words;
use crate::view::part::tree::Tree;

/// The places, each with its quote.
pub(crate) fn citations(t: &mut Tree, places: &[Citation]) {
    t.el("ul", "citations", |t| {
        for place in places {
            t.el("li", "", |t| {
                t.line("cite", "", &words::place(place.document, place.clause));
                if let Some(quote) = place.quote {
                    t.line("q", "", quote);
                }
            });
        }
    });
}

/// The places in a line, which opens to the quotes where there are any.
pub(crate) fn basis(t: &mut Tree, places: &[Citation]) {
    t.slot(|t| {
        if !places.is_empty() {
            let mut names: Vec<_> = places.iter().map(|place| words::place(place.document, place.clause)).collect();
            names.dedup();
            let line = words::basis(&names);
            if places.iter().all(|place| place.quote.is_none()) {
                t.line("p", "basis", &line);
            } else {
                t.el("details", "basis", |t| {
                    t.line("summary", "", &line);
                    citations(t, places);
                });
            }
        }
    });
}
