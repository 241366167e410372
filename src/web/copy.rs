//! Copying a text.

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast as _, JsValue};

/// Copies a text, and calls back with whether that went well: on plain HTTP and in some apps no page may.
pub fn text(text: &str, call: impl Fn(bool) + 'static) {
    let call = std::rc::Rc::new(call);
    match written(text) {
        None => call(false),
        Some(promise) => {
            let other = std::rc::Rc::clone(&call);
            let done = Closure::once(move |_: JsValue| call(true));
            let refused = Closure::once(move |_: JsValue| other(false));
            let _ = promise.then2(&done, &refused);
            // One of the two is called, and a text is copied seldom: what stays behind is nothing.
            done.forget();
            refused.forget();
        }
    }
}

/// By reflection: where there is no clipboard, web-sys would throw.
fn written(text: &str) -> Option<Promise> {
    let navigator = web_sys::window()?.navigator();
    let clipboard = Reflect::get(&navigator, &"clipboard".into()).ok().filter(|value| value.is_object())?;
    let write: Function = Reflect::get(&clipboard, &"writeText".into()).ok()?.dyn_into().ok()?;
    write.call1(&clipboard, &text.into()).ok()?.dyn_into().ok()
}
