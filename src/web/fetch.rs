//! Fetching a text file that stands beside the page.

use std::any::Any;
use std::rc::Rc;

use js_sys::Promise;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::Response;

/// Listens to a promise while it lives.
type Listening = Closure<dyn FnMut(JsValue)>;

/// Fetches a file by its relative address and calls back with its text, or with nothing where it did not come.
///
/// The call is made while what is returned lives.
#[must_use]
pub fn text(address: &str, call: impl Fn(Option<String>) + 'static) -> Option<Box<dyn Any>> {
    let window = web_sys::window()?;
    // A text is a text; an error of any kind is none.
    let done: Rc<Listening> = Rc::new(Closure::new(move |text: JsValue| call(text.as_string())));
    let opened: Listening = {
        let done = Rc::clone(&done);
        Closure::new(move |response: JsValue| listen(&body(response), &done, &done))
    };
    listen(&window.fetch_with_str(address), &opened, &done);
    Some(Box::new((opened, done)))
}

/// The text of a file that was found, to come.
fn body(response: JsValue) -> Promise {
    let found = response.dyn_into::<Response>().ok().filter(Response::ok);
    found.and_then(|response| response.text().ok()).unwrap_or_else(|| Promise::reject(&JsValue::NULL))
}

fn listen(promise: &Promise, kept: &Listening, broken: &Listening) {
    let _ = promise.then2(kept, broken);
}
