//! The lazy chunk, which boot.js loads: whether it is loaded, and when.

use std::cell::Cell;
use std::rc::Rc;

use wasm_bindgen::JsCast as _;
use wasm_bindgen::prelude::Closure;
use web_sys::{AddEventListenerOptions, Document};

use crate::web::event::{Listening, dispatch};

/// The attribute of the root element by which boot.js says how far it is: `yes`, or `no` where it did not come.
const ATTRIBUTE: &str = "data-chunk";
/// The event of the document that asks boot.js for the part.
const WANTED: &str = "wengang-chunk-wanted";
/// The event by which boot.js says that the attribute changed.
const SETTLED: &str = "wengang-chunk-settled";

fn document() -> Option<Document> {
    web_sys::window()?.document()
}

/// Whether the lazy chunk is loaded.
#[must_use]
pub fn is_loaded() -> bool {
    let state = document().and_then(|document| document.document_element()?.get_attribute(ATTRIBUTE));
    state.as_deref() == Some("yes")
}

/// Requests the chunk, and calls once it is loaded or failed to load; immediately where no event can be dispatched.
pub fn wait(call: impl FnOnce() + 'static) {
    // Called once, by the first trigger.
    let call = Rc::new(Cell::new(Some(call)));
    let shared = Rc::clone(&call);
    let closure = Closure::once_into_js(move || shared.take().into_iter().for_each(|call| call()));
    let options = AddEventListenerOptions::new();
    options.set_once(true);
    let listening = document().and_then(|document| {
        let listener = closure.unchecked_ref();
        document.add_event_listener_with_callback_and_add_event_listener_options(SETTLED, listener, &options).ok()?;
        dispatch(WANTED)
    });
    if listening.is_none() {
        call.take().into_iter().for_each(|call| call());
    }
}

/// Asks for the part, and calls back once it is there or did not come.
#[must_use]
pub fn listen(call: impl Fn(bool) + 'static) -> Option<Listening> {
    let listening = Listening::listen(SETTLED, move || call(is_loaded()))?;
    dispatch(WANTED)?;
    Some(listening)
}
