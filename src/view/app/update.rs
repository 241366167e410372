//! What the page does about a message.

use std::rc::Rc;

use yew::Context;

use super::phase::{Chunk, Typing};
use super::{App, Msg};
use crate::state::{Action, reduce};
use crate::view::browser::BrowserHandle;
use crate::view::{Evaluated, calculator, guide};

impl App {
    /// Handles all but typing; returns whether to render.
    pub(super) fn handle(&mut self, context: &Context<Self>, msg: Msg) -> bool {
        let browser = context.props().browser;
        let was_opened = self.open(context);
        let was_typed = self.read_typed(context);
        match msg {
            Msg::Painted => {
                self.typing.waiting = browser.debounce(context.link().callback(|()| Msg::Idle));
                if was_typed {
                    // Rendered in a task of its own: the evaluation was a long one.
                    self.is_rendered = false;
                    browser.queue_task(context.link().callback(|()| Msg::RenderNext));
                }
                return false;
            }
            Msg::Idle => {
                self.end_typing(browser);
                return was_typed;
            }
            Msg::Woken => return was_typed,
            Msg::Dispatch(action) => {
                self.end_typing(browser);
                self.dispatch(context, action);
            }
            Msg::PopState(screen) => {
                // The entry that what was typed belongs to is no longer the browser's.
                self.typing = Typing::default();
                self.steps.restore_step(&browser.snapshot());
                // Another entry holds its own answers.
                self.snapshot.clear();
                self.dispatch(context, guide::open(screen, browser));
            }
            Msg::RenderNext if was_opened => {}
            Msg::RenderNext => {
                // 长辈版 shows one question: that is no long task.
                if !self.phase.go_on(self.evaluated.is_some() && !self.state.is_elder) {
                    return was_typed || !self.is_rendered;
                }
            }
            Msg::VoicesChanged => {}
            Msg::UpdateAvailable => self.is_outdated = true,
            Msg::ChunkLoaded(is_loaded) => {
                if let Some(action) = self.chunk.finish(is_loaded) {
                    self.dispatch(context, action);
                }
            }
        }
        true
    }

    /// Does what the address asks for, before all else; returns whether that was still to do.
    fn open(&mut self, context: &Context<Self>) -> bool {
        let opening = self.phase.open();
        let is_any = opening.is_some();
        opening.into_iter().for_each(|action| self.dispatch(context, action));
        is_any
    }

    /// Follows the device's clock; returns whether the day is another one than the page was rendered for. A tab stays open
    /// over midnight, a laptop sleeps, a page is restored from the browser's cache, and a clock is set back.
    fn follow_day(&mut self, context: &Context<Self>) -> bool {
        let today = context.props().browser.today().filter(|today| *today != self.state.today);
        today.into_iter().for_each(|today| self.dispatch(context, Action::DateChanged(today)));
        today.is_some()
    }

    /// Takes what was typed, to be read once it is painted; returns whether it is read at once, where nothing can be
    /// waited for.
    pub(super) fn take_typed(&mut self, context: &Context<Self>, action: Action) -> bool {
        if self.typing.unread.is_empty() {
            self.typing.waiting = context.props().browser.after_paint(context.link().callback(|()| Msg::Painted));
        }
        self.typing.unread.push(action);
        (!self.typing.is_going_on() || !self.is_rendered) && self.read_typed(context)
    }

    /// Reads what was typed, on the day that it is now; returns whether there was anything, or another day.
    fn read_typed(&mut self, context: &Context<Self>) -> bool {
        let typed = std::mem::take(&mut self.typing.unread);
        let is_any = self.follow_day(context) || !typed.is_empty();
        typed.into_iter().for_each(|action| self.dispatch(context, action));
        is_any
    }

    /// Does what waited until nothing is typed any more.
    fn end_typing(&mut self, browser: BrowserHandle) {
        if self.typing.waiting.take().is_some() {
            self.save_snapshot(browser);
        }
    }

    /// Saves the answers with the entry of the history.
    pub(super) fn save_snapshot(&mut self, browser: BrowserHandle) {
        let snapshot = self.state.to_snapshot();
        if self.snapshot != snapshot {
            browser.save_snapshot(&snapshot);
            self.snapshot = snapshot;
        }
    }

    /// Applies an action and evaluates the new state; where it needs the lazy chunk, once that is loaded.
    fn dispatch(&mut self, context: &Context<Self>, action: Action) {
        let browser = context.props().browser;
        let is_loaded = browser.is_chunk_loaded();
        let is_link = matches!(action, Action::OpenLink(..));
        // A link is read by the lazy chunk.
        let next = if is_link && !is_loaded { None } else { Some(reduce(&self.state, action.clone())) };
        let Some(next) = next.filter(|next| is_loaded || !next.screen.is_lazy()) else {
            let loading = browser.load_chunk(context.link().callback(Msg::ChunkLoaded));
            self.chunk = Chunk::Awaited { action, _loading: loading };
            return;
        };
        self.reader.follow(&self.state, &next, &action, &self.send, browser);
        self.focused = calculator::focused(&action, &self.state, &next);
        let before = std::mem::replace(&mut self.state, next);
        if self.steps.follow(&before, &mut self.state, &action, &self.send, browser) {
            self.snapshot.clear();
        }
        let state = self.state.beneath();
        let answer = if state.screen.is_lazy() { state.answer(browser.fold()) } else { None };
        self.evaluated = answer.map(|answer| Rc::new(Evaluated { state, answer }));
    }
}
