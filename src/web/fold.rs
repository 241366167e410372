//! NFKC and case folding by the browser's own tables.

use js_sys::JsString;

/// The text after NFKC and case folding (api.md), for comparing the names of occupations.
#[must_use]
pub fn fold(text: &str) -> String {
    // Upper first: ß and SS fold together, as do the Greek sigmas.
    let normal: JsString = JsString::from(text).normalize("NFKC");
    normal.to_upper_case().to_lower_case().normalize("NFKC").into()
}
