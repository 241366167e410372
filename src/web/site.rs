//! Reading `site.json`, next to the page.

use std::any::Any;

use js_sys::{JSON, JsString, Object, Promise, Reflect};
use wasm_bindgen::{JsCast as _, JsValue};

use crate::state::{Setting, SiteFile};
use crate::web::fetch;

/// The property with the text that boot.js requested while the program was loading.
const PROMISED: &str = "wengangSite";
/// How deep settings nest: places, one of them, its name.
const DEEPEST: usize = 3;

/// Calls back with the content of the file, while the returned value lives; `None` where it was not requested.
#[must_use]
pub fn read(call: impl Fn(SiteFile) + 'static) -> Option<Box<dyn Any>> {
    let window = web_sys::window()?;
    let promise: Promise = Reflect::get(&window, &PROMISED.into()).ok()?.dyn_into().ok()?;
    Some(fetch::promised(&promise, move |text| call(text.map_or(SiteFile::Missing, |text| settings(&text)))))
}

fn settings(text: &str) -> SiteFile {
    let file = JSON::parse(text).ok().filter(|file| !js_sys::Array::is_array(file));
    let Some(entries) = file.as_ref().and_then(entries) else { return SiteFile::Broken };
    let mut settings = Vec::new();
    for (name, value) in entries {
        flatten(name, &value, DEEPEST, &mut settings);
    }
    SiteFile::Read(settings)
}

/// A setting, or those of a group; of a list each entry is a group by its number.
fn flatten(name: String, value: &JsValue, depth: usize, settings: &mut Vec<Setting>) {
    match entries(value).filter(|_| depth > 0) {
        None => settings.push(Setting { name, text: value.as_string() }),
        Some(group) => {
            for (end, value) in group {
                flatten([&name, ".", &end].concat(), &value, depth - 1, settings);
            }
        }
    }
}

/// The fields of an object in their order, or the entries of a list; `None` where it is neither.
fn entries(value: &JsValue) -> Option<Vec<(String, JsValue)>> {
    let object: &Object = value.dyn_ref()?;
    let pair = |pair: JsValue| {
        let pair: js_sys::Array = pair.unchecked_into();
        Some((String::from(pair.get(0).dyn_ref::<JsString>()?), pair.get(1)))
    };
    Object::entries(object).iter().map(pair).collect()
}
