//! What the guide needs of the browser: its text, and the positions to scroll to and back.

use yew::Callback;

use crate::api::policies::guide_file;
use crate::state::{Action, Load, Screen, State, Target};
use crate::view::browser::{BrowserHandle, RestoreScroll, Subscription};
use crate::view::guide::heading_id;

/// The state between two drawings of the page.
#[derive(Default)]
pub(in crate::view) struct Reader {
    /// Whether the place that was asked for is still to be shown.
    is_target: bool,
    /// Goes back to where the reader was before the guide.
    way_back: Option<RestoreScroll>,
    /// Ends the fetching when the page goes.
    fetching: Option<Subscription>,
}

/// What opens a screen that the address names: the guide at its place.
pub(in crate::view) fn open(screen: Screen, browser: BrowserHandle) -> Action {
    match screen {
        Screen::Guide => Action::Read(Target::Anchor(browser.hash())),
        _ => Action::Navigate(screen),
    }
}

impl Reader {
    /// Performs the effects of an action before the screen changes.
    pub(in crate::view) fn follow(
        &mut self,
        now: &State,
        next: &State,
        action: &Action,
        send: &Callback<Action>,
        browser: BrowserHandle,
    ) {
        if matches!(action, Action::Read(_) | Action::Navigate(Screen::Guide)) {
            self.is_target = true;
        }
        if next.screen == Screen::Guide && now.screen != Screen::Guide {
            self.way_back = browser.save_scroll();
        }
        if matches!(next.guide.load, Load::Loading) && !matches!(now.guide.load, Load::Loading) {
            self.fetching = browser.fetch_text(guide_file(), send.reform(Action::Fetched));
        }
    }

    /// Scrolls to the requested place, once it is on the screen.
    pub(in crate::view) fn after_render(&mut self, state: &State, browser: BrowserHandle) {
        if state.screen == Screen::Guide && state.guide.notices().is_some() && std::mem::take(&mut self.is_target) {
            match state.guide.target() {
                Some(anchor) => {
                    browser.set_hash(anchor);
                    browser.reveal(&heading_id(anchor));
                }
                None => browser.reveal(super::TITLE),
            }
        }
    }

    /// Goes back to where the reader was before the guide.
    pub(in crate::view) fn go_back(&mut self) {
        if let Some(go) = self.way_back.take() {
            go();
        }
    }
}
