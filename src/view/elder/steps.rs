//! What 长辈版 needs of the browser between two drawings of the page: entries of the history, the focus, the voice.

use yew::Callback;

use crate::state::{Action, Move, State, Step, reduce, step_in};
use crate::view::browser::{BrowserHandle, Subscription};
use crate::view::elder::STEP;

/// What is under way.
#[derive(Default)]
pub(in crate::view) struct Steps {
    /// The step that the focus was last put on.
    shown: Option<Step>,
    /// The step that the entry of the history kept, until its screen stands.
    kept: Option<Option<Step>>,
    /// The reading aloud.
    reading: Option<Subscription>,
}

impl Steps {
    /// Goes to the step that an entry of the history kept, once its screen stands.
    pub(in crate::view) fn go_to_kept(&mut self, kept: &str) {
        self.kept = Some(step_in(kept));
    }

    /// Does what an action asks for, and returns whether the history has another entry now.
    pub(in crate::view) fn follow(
        &mut self,
        before: &State,
        now: &mut State,
        action: &Action,
        send: &Callback<Action>,
        browser: BrowserHandle,
    ) -> bool {
        // The office's settings and a new day may come before the screen does.
        let is_screen = !matches!(action, Action::Site(_) | Action::Today(_));
        if let Some(step) = self.kept.take_if(|_| is_screen) {
            *now = reduce(now, Action::Stand(step));
        }
        browser.set_elder_mode(now.is_elder);
        match action {
            Action::ReadAloud(text) => self.reading = browser.read_aloud(text, send.reform(|()| Action::Hush)),
            _ if !now.is_reading => self.reading = None,
            _ => {}
        }
        let is_same = before.step == now.step;
        match action {
            Action::Walk(Move::On) if is_same => browser.reveal_error(),
            // The browser's own Back goes to the step before.
            Action::Walk(Move::On | Move::To(_)) | Action::Stand(_) | Action::Answer(..) if !is_same => {
                browser.push_step();
                return true;
            }
            _ => {}
        }
        false
    }

    /// Goes to the top of another step.
    pub(in crate::view) fn arrive(&mut self, now: &State, title: &str, browser: BrowserHandle) {
        if self.shown != now.step {
            self.shown = now.step;
            if now.is_elder {
                browser.announce_screen(title, STEP);
            }
        }
    }
}
