//! Saving a small file on the device.

use js_sys::{Array, Reflect};
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

use crate::web::inside::is_inside_app;

/// Whether the device can save a file that the page makes.
#[must_use]
pub fn can_save() -> bool {
    let knows_download = link().is_some_and(|link| Reflect::has(&link, &"download".into()) == Ok(true));
    knows_download && !is_inside_app()
}

/// Saves a calendar's event under a name.
///
/// # Errors
/// What the browser says.
pub fn save_event(name: &str, text: &str) -> Result<(), JsValue> {
    save(name, &text.into(), "text/calendar;charset=utf-8")
}

/// Saves a text or bytes of a kind under a name.
///
/// # Errors
/// What the browser says.
pub fn save(name: &str, content: &JsValue, kind: &str) -> Result<(), JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let blob = Blob::new_with_u8_array_sequence_and_options(&Array::of1(content), &options)?;
    let address = Url::create_object_url_with_blob(&blob)?;
    let link = link().ok_or(JsValue::NULL)?;
    link.set_href(&address);
    link.set_download(name);
    // The address is never taken back: some browsers only begin to save after this call.
    link.click();
    Ok(())
}

fn link() -> Option<HtmlAnchorElement> {
    web_sys::window()?.document()?.create_element("a").ok()?.dyn_into().ok()
}
