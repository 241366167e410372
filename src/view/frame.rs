//! Head and foot of every screen.

use yew::Callback;

use crate::api::policies::guide_file;
use crate::heads::heads;
use crate::policy::date::Date;
use crate::state::{Action, Fault, Screen, SettingError, Site, State};
use crate::text::page::site as words;
use crate::text::page::{self, elder};
use crate::text::words::{ESTIMATE, HOTLINE};
use crate::view::guide;
use crate::view::part::action::{agency, button, call, leaving};
use crate::view::part::listen;
use crate::view::part::tree::Tree;

/// The id of every screen's heading.
const TITLE: &str = "title";

/// The id of a screen's heading. The guide's is different, since the heading of the screen under it is in the page too.
pub(super) const fn title_id(screen: Screen) -> &'static str {
    match screen {
        Screen::Guide => guide::TITLE,
        _ => TITLE,
    }
}

/// The head: who we are, and the way home. `href` gives a screen's address.
pub(super) fn head(t: &mut Tree, state: &State, send: &Callback<Action>, href: &dyn Fn(Screen) -> String) {
    let screen = state.screen;
    t.el("a", "skip", |t| {
        t.set("href", &["#", title_id(screen)].concat());
        t.text(page::SKIP);
    });
    t.el("header", "head", |t| {
        t.el("div", "head-line", |t| {
            t.el("a", "brand", |t| {
                t.set("href", &href(Screen::Home));
                t.test("home");
                if screen == Screen::Home {
                    t.set("aria-current", "page");
                }
                t.on(listen::clicked(send, Action::Navigate(Screen::Home)));
                t.text(page::NAME);
            });
            t.slot(|t| {
                // Large as it is there, it would push the question down.
                if !state.is_elder || screen == Screen::Home {
                    t.line("span", "place", &page::place(heads().place.name));
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

/// The foot: what the figures are, and whom to ask. In another page's frame no more than that.
pub(super) fn foot(t: &mut Tree, state: &State, send: &Callback<Action>, href: &dyn Fn(Screen) -> String) {
    t.el("footer", "foot", |t| {
        t.slot(|t| agency(t, &state.site, "foot-agency"));
        if state.is_embedded {
            t.line("p", "", ESTIMATE);
            return hotline(t);
        }
        t.el("p", "foot-line", |t| {
            t.slot(|t| {
                if guide_file().is_empty() {
                    return;
                }
                t.el("a", "", |t| {
                    t.set("href", &href(Screen::Guide));
                    t.test("foot-guide");
                    t.on(listen::clicked(send, Action::Navigate(Screen::Guide)));
                    t.text(page::guide::TITLE);
                });
                t.text(page::answer::DOT);
            });
            t.text(page::HOTLINE);
            t.text(" ");
            call(t, "", "foot-hotline", HOTLINE);
        });
        let checked = Date::parse(heads().version).map(page::checked_on).unwrap_or_default();
        t.line("p", "", &[ESTIMATE, page::answer::DOT, &checked].concat());
        t.slot(|t| records(t, &state.site));
        t.slot(|t| faults(t, &state.site));
    });
}

fn hotline(t: &mut Tree) {
    t.el("p", "", |t| {
        t.text(page::HOTLINE);
        t.text(" ");
        call(t, "", "foot-hotline", HOTLINE);
    });
}

/// The numbers under which the office's site is recorded.
fn records(t: &mut Tree, site: &Site) {
    if !site.icp.is_empty() {
        t.el("p", "", |t| {
            t.test("foot-icp");
            leaving(t, "", words::ICP_ADDRESS, &site.icp);
        });
    }
    if !site.code.is_empty() {
        t.hooked("p", "", "foot-code", &[words::CODE, &site.code].concat());
    }
}

/// The errors in the office's settings, for the person who maintains them.
fn faults(t: &mut Tree, site: &Site) {
    if site.faults.is_empty() {
        return;
    }
    t.el("div", "notice", |t| {
        t.test("site-faults");
        t.line("p", "", words::FAULTS);
        t.el("ul", "points", |t| site.faults.iter().for_each(|fault| t.line("li", "", &fault_line(fault))));
    });
}

fn fault_line(fault: &Fault) -> String {
    let why = match fault.why {
        SettingError::Missing => words::MISSING,
        SettingError::Broken => words::BROKEN,
        SettingError::Encoding => words::ENCODING,
        SettingError::NoSetting => words::NO_SETTING,
        SettingError::NoText => words::NO_TEXT,
        SettingError::TooLong => words::TOO_LONG,
        SettingError::Hidden => words::HIDDEN,
        SettingError::NoRegion => words::NO_REGION,
        SettingError::NoPhone => words::NO_PHONE,
        SettingError::NoIcp => words::NO_ICP,
        SettingError::NoCode => words::NO_CODE,
        SettingError::NoColour => words::NO_COLOUR,
        SettingError::TooFaint => words::TOO_FAINT,
        SettingError::NoPlace => words::NO_PLACE,
        SettingError::NoId => words::NO_ID,
        SettingError::NoPack => words::NO_PACK,
        SettingError::NotAPack => words::NOT_A_PACK,
        SettingError::NoHash => words::NO_HASH,
        SettingError::PlaceTwice => words::PLACE_TWICE,
    };
    words::fault(&fault.name, why)
}
