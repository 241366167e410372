//! A source: document, clause and the clause's own key words.

use yew::Callback;

use crate::api::answer::Citation;
use crate::api::policies::guide_file;
use crate::policy::list::CollectSmall;
use crate::state::{Action, Target};
use crate::text::page::answer as words;
use crate::text::page::guide;
use crate::view::part::listen;
use crate::view::part::tree::Tree;

/// The link to the guide.
#[derive(Clone, Copy)]
pub(crate) struct ToGuide<'a> {
    /// Its address.
    pub(crate) href: &'a str,
    /// Opens it in place.
    pub(crate) send: &'a Callback<Action>,
}

/// The sources, each with its quote, and a link to its text where that is recorded.
pub(crate) fn citations(t: &mut Tree, to: ToGuide<'_>, places: &[Citation]) {
    t.el("ul", "citations", |t| {
        for place in places {
            t.el("li", "", |t| {
                t.line("cite", "", &words::place(place.document, place.clause));
                if let Some(quote) = place.quote {
                    t.line("q", "", quote);
                    if !guide_file().is_empty() {
                        read(t, to, place);
                    }
                }
            });
        }
    });
}

/// The link to the clause in the guide.
fn read(t: &mut Tree, to: ToGuide<'_>, place: &Citation) {
    t.el("a", "read-clause", |t| {
        t.set("href", to.href);
        t.test("read-clause");
        t.on(listen::clicked(to.send, Action::Read(Target::Cited(*place))));
        t.text(guide::READ);
    });
}

/// The places in a line, which opens to the quotes where there are any.
pub(crate) fn basis(t: &mut Tree, to: ToGuide<'_>, places: &[Citation]) {
    t.slot(|t| {
        if !places.is_empty() {
            let mut names: Vec<_> =
                places.iter().map(|place| words::place(place.document, place.clause)).collect_small();
            names.dedup();
            let line = words::basis(&names);
            if places.iter().all(|place| place.quote.is_none()) {
                t.line("p", "basis", &line);
            } else {
                t.el("details", "basis", |t| {
                    t.line("summary", "", &line);
                    citations(t, to, places);
                });
            }
        }
    });
}
