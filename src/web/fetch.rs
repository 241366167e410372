//! Fetching files next to the page.

use std::any::Any;
use std::rc::Rc;

use js_sys::{ArrayBuffer, Promise, Uint8Array};
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
    fetched(address, |response| response.text().ok(), move |text| call(text.as_string()))
}

/// Calls back with the text of a promise of the page's own script, or with nothing where it has none; while the
/// returned value lives.
#[must_use]
pub fn promised(promise: &Promise, call: impl Fn(Option<String>) + 'static) -> Box<dyn Any> {
    let done: Listening = Closure::new(move |text: JsValue| call(text.as_string()));
    listen(promise, &done, &done);
    Box::new(done)
}

/// Fetches a file by its relative address and calls back with its bytes, or with nothing where that fails. Of a file
/// that is longer than `most`, the bytes stay in the browser's memory and are replaced by `most` + 1 zeros.
///
/// The call is made while what is returned lives.
#[must_use]
pub fn bytes(address: &str, most: usize, call: impl Fn(Option<Vec<u8>>) + 'static) -> Option<Box<dyn Any>> {
    let read = move |found: JsValue| {
        let buffer = found.dyn_into::<ArrayBuffer>().ok()?;
        let is_longer = usize::try_from(buffer.byte_length()).map_or(true, |length| length > most);
        Some(if is_longer { vec![0; most.saturating_add(1)] } else { Uint8Array::new(&buffer).to_vec() })
    };
    fetched(address, |response| response.array_buffer().ok(), move |found| call(read(found)))
}

fn fetched(
    address: &str,
    body: fn(&Response) -> Option<Promise>,
    call: impl Fn(JsValue) + 'static,
) -> Option<Box<dyn Any>> {
    let window = web_sys::window()?;
    // The value of a rejection is not content.
    let done: Rc<Listening> = Rc::new(Closure::new(call));
    let opened: Listening = {
        let done = Rc::clone(&done);
        Closure::new(move |response: JsValue| {
            let found = response.dyn_into::<Response>().ok().filter(Response::ok);
            let content = found.and_then(|response| body(&response)).unwrap_or_else(|| Promise::reject(&JsValue::NULL));
            listen(&content, &done, &done);
        })
    };
    listen(&window.fetch_with_str(address), &opened, &done);
    Some(Box::new((opened, done)))
}

fn listen(promise: &Promise, fulfilled: &Listening, rejected: &Listening) {
    let _ = promise.then2(fulfilled, rejected);
}
