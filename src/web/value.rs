//! A JavaScript value as a request's [`Value`].
//!
//! Not through serde-wasm-bindgen's reader, which answers use on the way out: its errors print floats, and that
//! printer with what it brings is a tenth of the package's size.

use js_sys::{Array, JsString, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use crate::api::request::{DEEPEST, Value};

/// Reads plain data: objects, arrays, texts, numbers, booleans, `null` and `undefined`.
///
/// # Errors
/// What a getter or proxy throws, or `undefined` for anything that is not plain data.
pub fn read(value: &JsValue) -> Result<Value, JsValue> {
    read_within(value, DEEPEST)
}

fn read_within(value: &JsValue, levels: u8) -> Result<Value, JsValue> {
    if let Some(scalar) = scalar(value) {
        return Ok(scalar);
    }
    let below = levels.checked_sub(1).ok_or(JsValue::UNDEFINED)?;
    // Not `instanceof`: an array of another frame is an array too.
    if Array::is_array(value) {
        let list: &Array = value.unchecked_ref();
        return list.iter().map(|element| read_within(&element, below)).collect::<Result<_, _>>().map(Value::List);
    }
    if !value.is_object() {
        return Err(JsValue::UNDEFINED);
    }
    let names = Reflect::own_keys(value.unchecked_ref())?;
    let mut fields = Vec::new();
    for name in names.iter() {
        // A symbol is no name of ours: it is refused as an unknown field would be.
        let written = name.dyn_ref::<JsString>().map(String::from).ok_or(JsValue::UNDEFINED)?;
        fields.push((written, read_within(&Reflect::get(value, &name)?, below)?));
    }
    Ok(Value::Object(fields))
}

fn scalar(value: &JsValue) -> Option<Value> {
    if value.is_null() || value.is_undefined() {
        return Some(Value::Null);
    }
    let number = || value.as_f64().map(Value::from_number);
    value.as_bool().map(Value::Bool).or_else(|| value.as_string().map(Value::Text)).or_else(number)
}
