//! Calls that are delayed until the next paint, or until the input is idle.

use std::cell::Cell;
use std::rc::Rc;

use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::Window;

/// The debounce time: input without a key for so long is idle. Where no frame is painted, the wait is not longer.
const DEBOUNCE_MS: i32 = 300;

/// The pending call; the first of several triggers takes it.
type Waiting = Rc<Cell<Option<Box<dyn FnOnce()>>>>;

/// Calls in a new task; `None` where the browser has no timer.
#[must_use]
pub fn queue_task(call: impl FnOnce() + 'static) -> Option<()> {
    in_ms(0, Box::new(call)).map(|_| ())
}

/// A call that waits, while it lives.
pub struct Delayed {
    waiting: Waiting,
}

impl Delayed {
    /// Calls in the task after the next picture; `None` where the browser has no timer.
    #[must_use]
    pub fn after_paint(call: impl FnOnce() + 'static) -> Option<Self> {
        let window = web_sys::window()?;
        let delayed = Self::debounce(call)?;
        let call = taking(&delayed.waiting);
        // The browser asks for the next frame before it shows it: a timer set then ends after it.
        let frame = {
            let window = window.clone();
            Closure::once_into_js(move || {
                // If that fails, the debounce timer calls.
                let _ = after(&window, &call, 0);
            })
        };
        window.request_animation_frame(frame.unchecked_ref()).ok()?;
        Some(delayed)
    }

    /// Calls a moment later, in which who types would have pressed the next key; `None` where the browser has no timer.
    #[must_use]
    pub fn debounce(call: impl FnOnce() + 'static) -> Option<Self> {
        Some(Self { waiting: in_ms(DEBOUNCE_MS, Box::new(call))? })
    }
}

impl Drop for Delayed {
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
