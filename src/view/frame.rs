//! Head and foot of every screen.

use yew::Callback;

use crate::api::policies::version;
use crate::policy::date::Date;
use crate::state::{Action, Screen, State};
use crate::text::page::{self, elder};
use crate::text::words::{ESTIMATE, HOTLINE};
use crate::view::guide;
use crate::view::host::Host;
use crate::view::part::action::{button, call};
use crate::view::part::listen;
use crate::view::part::tree::Tree;

/// The id of every screen's heading.
const TITLE: &str = "title";

/// The id of a screen's heading. The guide's is its own: the heading of the screen behind it stands in the page too.
pub(super) const fn title_id(screen: Screen) -> &'static str {
    match screen {
        Screen::Guide => guide::TITLE,
        _ => TITLE,
    }
}

/// The head: who we are, and the way home.
pub(super) fn head(t: &mut Tree, state: &State, send: &Callback<Action>, host: Host) {
    let screen = state.screen;
    t.el("a", "skip", |t| {
        t.set("href", &["#", title_id(screen)].concat());
        t.text(page::SKIP);
    });
    t.el("header", "head", |t| {
        t.el("div", "head-line", |t| {
            t.el("a", "brand", |t| {
                t.set("href", &(host.href)(Screen::Home));
                t.test("home");
                if screen == Screen::Home {
                    t.set("aria-current", "page");
                }
                t.on(listen::clicked(send, Action::Go(Screen::Home)));
                t.text(page::NAME);
            });
            t.slot(|t| {
                // Large as it is there, it would push the question down.
                if !state.is_elder || screen == Screen::Home {
                    t.line("span", "place", page::PLACE);
                }
            });
            let word = if state.is_elder { elder::OFF } else { elder::ON };
            button(t, "secondary", "elder", word, listen::clicked(send, Action::Elder(!state.is_elder)));
        });
    });
}

/// A screen's heading.
pub(super) fn title(t: &mut Tree, text: &str) {
    t.el("h1", "", |t| {
        t.id(TITLE);
        t.reachable();
        t.text(text);
    });
}

/// The foot: what the figures are, and whom to ask.
pub(super) fn foot(t: &mut Tree, send: &Callback<Action>, host: Host) {
    let rules = version().rules;
    t.el("footer", "foot", |t| {
        t.line("p", "", ESTIMATE);
        t.el("p", "", |t| {
            t.el("a", "", |t| {
                t.set("href", &(host.href)(Screen::Guide));
                t.test("foot-guide");
                t.on(listen::clicked(send, Action::Go(Screen::Guide)));
                t.text(page::guide::TITLE);
            });
        });
        t.el("p", "", |t| {
            t.text(page::HOTLINE);
            t.text(" ");
            call(t, "", "foot-hotline", HOTLINE);
        });
        t.line("p", "", &Date::parse(rules).map(page::checked_on).unwrap_or_default());
        t.line("p", "", &page::version(rules));
    });
}
