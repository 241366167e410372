//! What 长辈版 needs of the browser between two drawings of the page: entries of the history, the focus, the voice.

use yew::Callback;

use crate::state::{Action, Move, State, Step, reduce, step_in};
use crate::view::browser::{BrowserHandle, Subscription};
use crate::view::elder::STEP;

/// The state between two drawings.
#[derive(Default)]
pub(in crate::view) struct Steps {
    /// The step that the focus was last put on.
    shown: Option<Step>,
    /// The step in the history entry, until its screen is shown.
    restored: Option<Option<Step>>,
    /// The reading aloud.
    reading: Option<Subscription>,
}

impl Steps {
    /// Goes to the step of a history entry, once its screen is shown.
    pub(in crate::view) fn restore_step(&mut self, snapshot: &str) {
        self.restored = Some(step_in(snapshot));
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
        let is_screen = !matches!(action, Action::Site(_) | Action::DateChanged(_));
        if let Some(step) = self.restored.take_if(|_| is_screen) {
            *now = reduce(now, Action::SetStep(step));
        }
        browser.set_elder_mode(now.is_elder);
        match action {
            Action::ReadAloud(text) => self.reading = browser.read_aloud(text, send.reform(|()| Action::StopSpeech)),
            _ if !now.is_reading => self.reading = None,
            _ => {}
        }
        let is_same = before.step == now.step;
        match action {
            Action::NavigateStep(Move::On) if is_same => browser.reveal_error(),
            // The browser's own Back goes to the step before.
            Action::NavigateStep(Move::On | Move::To(_)) | Action::SetStep(_) | Action::Answer(..) if !is_same => {
                browser.push_step();
                return true;
            }
            _ => {}
        }
        false
    }

    /// Goes to the top of another step.
    pub(in crate::view) fn after_render(&mut self, now: &State, title: &str, browser: BrowserHandle) {
        if self.shown != now.step {
            self.shown = now.step;
            if now.is_elder {
                browser.announce_screen(title, STEP);
            }
        }
    }
}
