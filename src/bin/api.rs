//! The JavaScript package: `#[wasm_bindgen]` exports and nothing else (api.md).

use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::{JsCast, JsValue, wasm_bindgen};
use wengang::api::request::{self, ErrorCode, PolicyError};
use wengang::api::{Assessment, policies as built_in};
use wengang::web::{fold::fold, value};

/// After how many rows `assessMany` reports its progress.
const ROWS_A_REPORT: u32 = 100;

fn main() {}

/// Judges one case.
///
/// # Errors
/// An `Error` named `PolicyError` with `code` and `field`.
#[wasm_bindgen]
pub fn assess(request: JsValue) -> Result<JsValue, JsValue> {
    answer(&request).map_err(|error| thrown(&error)).and_then(|answer| to_js(&answer))
}

/// Judges many cases in order; a bad row becomes `{ error }` and stops nothing.
///
/// # Errors
/// Only what `onProgress` throws.
#[wasm_bindgen(js_name = assessMany)]
pub fn assess_many(requests: js_sys::Array, on_progress: Option<js_sys::Function>) -> Result<js_sys::Array, JsValue> {
    let rows = js_sys::Array::new();
    let total = requests.length();
    for (done, request) in (1..=total).zip(requests.iter()) {
        rows.push(&match answer(&request) {
            Ok(answer) => to_js(&answer)?,
            Err(error) => to_js(&ErrorRow { error })?,
        });
        if let Some(report) = on_progress.as_ref().filter(|_| done.is_multiple_of(ROWS_A_REPORT) || done == total) {
            report.call2(&JsValue::NULL, &done.into(), &total.into())?;
        }
    }
    Ok(rows)
}

/// Makes a link of a request: its choices, and with `includeNumbers` also numbers, days, months and free text.
///
/// # Errors
/// An `Error` named `PolicyError`, as `assess` throws it.
#[wasm_bindgen(js_name = encodeLink)]
pub fn encode_link(request: JsValue, options: JsValue) -> Result<String, JsValue> {
    let wants = js_sys::Reflect::get(&options, &"includeNumbers".into()).is_ok_and(|value| value.is_truthy());
    let address = plain(&request).and_then(|value| request::encode_link(&value, wants, fold));
    address.map_err(|error| thrown(&error))
}

/// Reads a link back, and says what was lost on the way.
///
/// # Errors
/// An `Error` named `PolicyError` for a link that is damaged.
#[wasm_bindgen(js_name = decodeLink)]
pub fn decode_link(href: String) -> Result<JsValue, JsValue> {
    request::decode_link(&href, fold).map_err(|error| thrown(&error)).and_then(|decoded| to_js(&decoded))
}

/// Every rule built in, with its documents, days and evidence.
///
/// # Errors
/// None in practice.
#[wasm_bindgen]
pub fn policies() -> Result<JsValue, JsValue> {
    to_js(&built_in::packs())
}

/// The versions of the package, its rules and its links.
///
/// # Errors
/// None in practice.
#[wasm_bindgen]
pub fn version() -> Result<JsValue, JsValue> {
    to_js(&built_in::version())
}

#[derive(Serialize)]
struct ErrorRow {
    error: PolicyError,
}

fn plain(request: &JsValue) -> Result<request::Value, PolicyError> {
    let refused = |_| PolicyError::new(ErrorCode::InvalidValue, "", "请求不是普通的 JSON 对象，请检查");
    value::read(request).map_err(refused)
}

fn answer(request: &JsValue) -> Result<Assessment, PolicyError> {
    let value = plain(request)?;
    request::judge(&value, fold)
}

fn to_js(value: &impl Serialize) -> Result<JsValue, JsValue> {
    value.serialize(&Serializer::json_compatible()).map_err(JsValue::from)
}

fn thrown(error: &PolicyError) -> JsValue {
    let thrown = js_sys::Error::new(&error.message);
    thrown.set_name("PolicyError");
    for (name, value) in [("code", error.code.code()), ("field", error.field.as_str())] {
        // Setting a property of an error just made cannot fail.
        let _ = js_sys::Reflect::set(&thrown, &name.into(), &value.into());
    }
    thrown.unchecked_into()
}
