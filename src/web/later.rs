//! What can wait until the picture is seen, or until whoever types rests.

use std::cell::Cell;
use std::rc::Rc;

use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::Window;

/// Who types no key for so long rests. Where no picture is shown, nothing waits for it longer.
const REST_MS: i32 = 300;

/// What is still to be called; whoever comes first takes it.
type Waiting = Rc<Cell<Option<Box<dyn FnOnce()>>>>;

/// Calls in a task of its own; `None` where the browser has no timer.
#[must_use]
pub fn soon(call: impl FnOnce() + 'static) -> Option<()> {
    in_ms(0, Box::new(call)).map(|_| ())
}

/// A call that waits, while it lives.
pub struct Later {
    waiting: Waiting,
}

impl Later {
    /// Calls in the task after the next picture; `None` where the browser has no timer.
    #[must_use]
    pub fn seen(call: impl FnOnce() + 'static) -> Option<Self> {
        let window = web_sys::window()?;
        let later = Self::at_rest(call)?;
        let seen = taking(&later.waiting);
        // The browser asks for the next frame before it shows it: a timer set then ends after it.
        let asked = {
            let window = window.clone();
            Closure::once_into_js(move || {
                // Without it the rest comes.
                let _ = after(&window, &seen, 0);
            })
        };
        window.request_animation_frame(asked.unchecked_ref()).ok()?;
        Some(later)
    }

    /// Calls a moment later, in which who types would have pressed the next key; `None` where the browser has no timer.
    #[must_use]
    pub fn at_rest(call: impl FnOnce() + 'static) -> Option<Self> {
        Some(Self { waiting: in_ms(REST_MS, Box::new(call))? })
    }
}

impl Drop for Later {
    fn drop(&mut self) {
        self.waiting.take();
    }
}

fn in_ms(ms: i32, call: Box<dyn FnOnce()>) -> Option<Waiting> {
    let waiting: Waiting = Rc::new(Cell::new(Some(call)));
    after(&web_sys::window()?, &taking(&waiting), ms)?;
    Some(waiting)
}

fn taking(waiting: &Waiting) -> JsValue {
    let waiting = Rc::clone(waiting);
    Closure::once_into_js(move || {
        if let Some(call) = waiting.take() {
            call();
        }
    })
}

fn after(window: &Window, call: &JsValue, ms: i32) -> Option<i32> {
    window.set_timeout_with_callback_and_timeout_and_arguments_0(call.unchecked_ref(), ms).ok()
}
