//! What the guide needs of the browser: its text, and the places that one comes to and goes back to.

use yew::Callback;

use crate::api::policies::guide_file;
use crate::state::{Action, Load, Screen, State, Target};
use crate::view::browser::{BrowserHandle, RestoreScroll, Subscription};
use crate::view::guide::heading_id;

/// What is under way between two drawings of the page.
#[derive(Default)]
pub(in crate::view) struct Reader {
    /// Whether the place that was asked for is still to be shown.
    is_sought: bool,
    /// Goes back to where the reader was before the guide.
    way_back: Option<RestoreScroll>,
    /// Ends the fetching when the page goes.
    fetching: Option<Subscription>,
}

/// What opens a screen that the address names: the guide at its place.
pub(in crate::view) fn open(screen: Screen, browser: BrowserHandle) -> Action {
    match screen {
        Screen::Guide => Action::Read(Target::Anchor(browser.hash())),
        _ => Action::Go(screen),
    }
}

impl Reader {
    /// Does what an action asks for, while the screen still stands as it was.
    pub(in crate::view) fn follow(
        &mut self,
        now: &State,
        next: &State,
        action: &Action,
        send: &Callback<Action>,
        browser: BrowserHandle,
    ) {
        if matches!(action, Action::Read(_) | Action::Go(Screen::Guide)) {
            self.is_sought = true;
        }
        if next.screen == Screen::Guide && now.screen != Screen::Guide {
            self.way_back = browser.save_scroll();
        }
        if next.guide.load == Load::Loading && now.guide.load != Load::Loading {
            self.fetching = browser.fetch_text(guide_file(), send.reform(Action::Fetched));
        }
    }

    /// Goes to the place that was asked for, once it stands on the screen.
    pub(in crate::view) fn arrive(&mut self, state: &State, browser: BrowserHandle) {
        if state.screen == Screen::Guide && state.guide.notices().is_some() && std::mem::take(&mut self.is_sought) {
            match state.guide.sought() {
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
