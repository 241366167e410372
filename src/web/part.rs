//! The page's second part, which boot.js loads: whether it is there, and when it comes.

use std::cell::Cell;
use std::rc::Rc;

use wasm_bindgen::JsCast as _;
use wasm_bindgen::prelude::Closure;
use web_sys::{AddEventListenerOptions, Document};

use crate::web::event::{Listening, say};

/// The attribute of the root element by which boot.js says how far it is: `yes`, or `no` where it did not come.
const WHOLE: &str = "data-whole";
/// The event of the document that asks boot.js for the part.
const WANTED: &str = "wengang-rest-wanted";
/// The event by which boot.js says that the attribute changed.
const CAME: &str = "wengang-rest-came";

fn document() -> Option<Document> {
    web_sys::window()?.document()
}

/// Whether the second part is there.
#[must_use]
pub fn is_whole() -> bool {
    let said = document().and_then(|document| document.document_element()?.get_attribute(WHOLE));
    said.as_deref() == Some("yes")
}

/// Asks for the part, and goes on once it is there or did not come; at once where the browser cannot be asked.
pub fn wait(go_on: impl FnOnce() + 'static) {
    // Called once, by whichever comes.
    let go_on = Rc::new(Cell::new(Some(go_on)));
    let called = Rc::clone(&go_on);
    let closure = Closure::once_into_js(move || called.take().into_iter().for_each(|go_on| go_on()));
    let options = AddEventListenerOptions::new();
    options.set_once(true);
    let listening = document().and_then(|document| {
        let listener = closure.unchecked_ref();
        document.add_event_listener_with_callback_and_add_event_listener_options(CAME, listener, &options).ok()?;
        say(WANTED)
    });
    if listening.is_none() {
        go_on.take().into_iter().for_each(|go_on| go_on());
    }
}

/// Asks for the part, and calls back once it is there or did not come.
#[must_use]
pub fn listen(call: impl Fn(bool) + 'static) -> Option<Listening> {
    let listening = Listening::listen(CAME, move || call(is_whole()))?;
    say(WANTED)?;
    Some(listening)
}
