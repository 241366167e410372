//! Events of the document by which the page and boot.js communicate.

use wasm_bindgen::JsCast as _;
use wasm_bindgen::prelude::Closure;
use web_sys::{Document, Event};

fn document() -> Option<Document> {
    web_sys::window()?.document()
}

/// Dispatches an event to all listeners.
#[must_use]
pub fn dispatch(name: &str) -> Option<()> {
    document()?.dispatch_event(&Event::new(name).ok()?).ok().map(|_| ())
}

/// Listens while it lives.
pub struct Listening {
    name: &'static str,
    closure: Closure<dyn Fn()>,
}

impl Listening {
    /// Calls back at every event of that name.
    #[must_use]
    pub fn listen(name: &'static str, call: impl Fn() + 'static) -> Option<Self> {
        let closure = Closure::<dyn Fn()>::new(call);
        document()?.add_event_listener_with_callback(name, closure.as_ref().unchecked_ref()).ok()?;
        Some(Self { name, closure })
    }
}

impl Drop for Listening {
    fn drop(&mut self) {
        if let Some(document) = document() {
            // Nothing can be done about a listener that the browser has lost already.
            let _ = document.remove_event_listener_with_callback(self.name, self.closure.as_ref().unchecked_ref());
        }
    }
}
