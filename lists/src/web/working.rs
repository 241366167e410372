//! The worker's side: receives messages and sends answers.

use std::cell::RefCell;

use js_sys::{Array, ArrayBuffer, JsString, Uint8Array};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{Blob, DedicatedWorkerGlobalScope, FileReaderSync, MessageEvent};

use crate::desk::Desk;
use crate::message::{Ask, Reply};
use crate::text::desk as words;

/// Listens for messages, and reports that it does: earlier messages would be lost.
///
/// # Errors
/// What the browser says.
pub fn listen(desk: Desk) -> Result<(), JsValue> {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().dyn_into()?;
    let (desk, replies) = (RefCell::new(desk), scope.clone());
    let heard = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        let (ask, file) = read(&event.data());
        let (reply, bytes) = match ask {
            Some(ask) => desk.borrow_mut().answer(ask, file),
            None => (Reply::Failed(words::UNREADABLE.to_owned()), None),
        };
        // A reply that cannot be sent is replaced by an error.
        if send(&replies, &reply, bytes).is_err() {
            let _ = send(&replies, &Reply::Failed(words::NOT_WRITTEN.to_owned()), None);
        }
    });
    scope.set_onmessage(Some(heard.as_ref().unchecked_ref()));
    heard.forget();
    scope.post_message(&JsValue::NULL)
}

/// A message and the bytes of its attachment.
fn read(data: &JsValue) -> (Option<Ask>, Option<Vec<u8>>) {
    let Some(parts) = data.dyn_ref::<Array>() else { return (None, None) };
    let ask = parts.get(0).as_string().and_then(|text| serde_json::from_str(&text).ok());
    (ask, bytes(&parts.get(1)))
}

/// The bytes of a file, or those that were fetched.
fn bytes(file: &JsValue) -> Option<Vec<u8>> {
    if let Some(blob) = file.dyn_ref::<Blob>() {
        let read: ArrayBuffer = FileReaderSync::new().ok()?.read_as_array_buffer(blob).ok()?;
        return Some(Uint8Array::new(&read).to_vec());
    }
    file.dyn_ref::<Uint8Array>().map(Uint8Array::to_vec)
}

fn send(scope: &DedicatedWorkerGlobalScope, reply: &Reply, bytes: Option<Vec<u8>>) -> Result<(), JsValue> {
    let text = serde_json::to_string(reply).map_err(|_| JsValue::NULL)?;
    let text: JsString = text.into();
    match bytes {
        None => scope.post_message(&Array::of1(&text)),
        Some(bytes) => {
            let bytes = Uint8Array::from(bytes.as_slice());
            // Handed over, not copied.
            scope.post_message_with_transfer(&Array::of2(&text, &bytes), &Array::of1(&bytes.buffer()))
        }
    }
}
