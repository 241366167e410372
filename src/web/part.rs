//! The page's second part, which boot.js loads: whether it is there, and when it comes.

use wasm_bindgen::JsCast as _;
use wasm_bindgen::prelude::Closure;
use web_sys::{AddEventListenerOptions, Document, Event};

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
pub fn wait(go_on: fn()) {
    let closure = Closure::once_into_js(go_on);
    let options = AddEventListenerOptions::new();
    options.set_once(true);
    let listening = document().and_then(|document| {
        let listener = closure.unchecked_ref();
        document.add_event_listener_with_callback_and_add_event_listener_options(CAME, listener, &options).ok()?;
        document.dispatch_event(&Event::new(WANTED).ok()?).ok()
    });
    if listening.is_none() {
        go_on();
    }
}

/// Listens while it lives.
pub struct Coming {
    closure: Closure<dyn Fn()>,
}

impl Coming {
    /// Asks for the part, and calls back once it is there or did not come.
    #[must_use]
    pub fn listen(call: impl Fn(bool) + 'static) -> Option<Self> {
        let closure = Closure::<dyn Fn()>::new(move || call(is_whole()));
        let document = document()?;
        document.add_event_listener_with_callback(CAME, closure.as_ref().unchecked_ref()).ok()?;
        document.dispatch_event(&Event::new(WANTED).ok()?).ok()?;
        Some(Self { closure })
    }
}

impl Drop for Coming {
    fn drop(&mut self) {
        if let Some(document) = document() {
            // Nothing can be done about a listener that the browser has lost already.
            let _ = document.remove_event_listener_with_callback(CAME, self.closure.as_ref().unchecked_ref());
        }
    }
}
