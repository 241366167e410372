//! Reading `site.json`, which stands beside the page.

use std::any::Any;

use js_sys::{Array, JSON, JsString, Object};
use wasm_bindgen::{JsCast as _, JsValue};

use crate::state::{Setting, SiteFile};
use crate::web::fetch;

const FILE: &str = "site.json";

/// Fetches the file and calls back with what stands in it, while what is returned lives.
#[must_use]
pub fn fetch(call: impl Fn(SiteFile) + 'static) -> Option<Box<dyn Any>> {
    fetch::text(FILE, move |text| call(text.map_or(SiteFile::Missing, |text| read(&text))))
}

fn read(text: &str) -> SiteFile {
    let file = JSON::parse(text).ok().and_then(|file| entries(&file));
    let Some(entries) = file else { return SiteFile::Broken };
    let mut settings = Vec::new();
    for (name, value) in entries {
        match self::entries(&value) {
            None => settings.push(Setting { name, text: value.as_string() }),
            Some(group) => {
                for (end, value) in group {
                    settings.push(Setting { name: [&name, ".", &end].concat(), text: value.as_string() });
                }
            }
        }
    }
    SiteFile::Read(settings)
}

/// The fields of an object, in their order; `None` where it is none.
fn entries(value: &JsValue) -> Option<Vec<(String, JsValue)>> {
    let object: &Object = value.dyn_ref().filter(|_| !Array::is_array(value))?;
    let pair = |pair: JsValue| {
        let pair: Array = pair.unchecked_into();
        Some((String::from(pair.get(0).dyn_ref::<JsString>()?), pair.get(1)))
    };
    Object::entries(object).iter().map(pair).collect()
}
