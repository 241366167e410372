//! A JavaScript value as a request's [`Value`].
//!
//! Not through serde-wasm-bindgen's reader, which answers use on the way out: its errors print floats, and that
//! printer with what it brings is a tenth of the package's size.

use js_sys::{Array, BigInt, JsString, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use crate::api::request::{DEEPEST, Value};

/// The path of a value that is not plain data: `facts.certificates[2]`; empty for the value itself.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct NotPlain {
    /// Its path.
    pub path: String,
}

impl NotPlain {
    fn below(self, step: &str) -> Self {
        Self { path: [step, &self.path].concat() }
    }
}

/// Reads plain data: objects without a class of their own, arrays, texts, numbers, booleans, `null` and `undefined`.
///
/// # Errors
/// [`NotPlain`] for anything else, such as a `Map`, a `Date` or a getter that throws.
pub fn read(value: &JsValue) -> Result<Value, NotPlain> {
    read_within(value, DEEPEST).map_err(|wrong| NotPlain { path: wrong.path.trim_start_matches('.').to_owned() })
}

/// Reads a cell of a column: what a typed array cannot hold is `NaN` there.
///
/// # Errors
/// As [`read`].
pub fn read_cell(value: &JsValue) -> Result<Value, NotPlain> {
    if let Some(number) = value.as_f64() {
        return Ok(if number.is_nan() { Value::Null } else { Value::from_number(number) });
    }
    if let Some(number) = value.dyn_ref::<BigInt>() {
        return Ok(i64::try_from(number.clone()).map_or(Value::HugeInteger, Value::Integer));
    }
    read(value)
}

fn read_within(value: &JsValue, levels: u8) -> Result<Value, NotPlain> {
    if let Some(scalar) = scalar(value) {
        return Ok(scalar);
    }
    let not_plain = NotPlain::default;
    let below = levels.checked_sub(1).ok_or_else(not_plain)?;
    // Not `instanceof`: an array of another frame is an array too.
    if Array::is_array(value) {
        let list: &Array = value.unchecked_ref();
        let mut values = Vec::new();
        for (place, element) in list.iter().enumerate() {
            values.push(read_within(&element, below).map_err(|wrong| wrong.below(&format!("[{place}]")))?);
        }
        return Ok(Value::List(values));
    }
    if !is_plain(value) {
        return Err(not_plain());
    }
    let names = Reflect::own_keys(value.unchecked_ref()).map_err(|_| not_plain())?;
    let mut fields = Vec::new();
    for name in names.iter() {
        // A symbol is never a field: it is refused like an unknown one.
        let written = name.dyn_ref::<JsString>().map(String::from).ok_or_else(not_plain)?;
        let step = [".", &written].concat();
        let field = Reflect::get(value, &name).map_err(|_| not_plain().below(&step))?;
        fields.push((written, read_within(&field, below).map_err(|wrong| wrong.below(&step))?));
    }
    Ok(Value::Object(fields))
}

/// Whether it is an object without a class: its prototype is `null`, or one without a prototype, from any frame. An
/// array is not.
#[must_use]
pub fn is_plain(value: &JsValue) -> bool {
    let prototype = |of: &JsValue| Reflect::get_prototype_of(of).ok();
    let is_root = |of: js_sys::Object| of.is_null() || prototype(&of).is_some_and(|above| above.is_null());
    value.is_object() && prototype(value).is_some_and(is_root)
}

fn scalar(value: &JsValue) -> Option<Value> {
    if value.is_null() || value.is_undefined() {
        return Some(Value::Null);
    }
    let number = || value.as_f64().map(Value::from_number);
    value.as_bool().map(Value::Bool).or_else(|| value.as_string().map(Value::Text)).or_else(number)
}
