//! What is wrong with a request, for a program and for a person.

use std::fmt::{self, Display};

/// The kind of mistake.
#[derive(Clone, Copy, PartialEq, Eq, Debug, serde::Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub enum ErrorCode {
    /// A name that no field has.
    UnknownField,
    /// Not a value of the field's kind.
    InvalidValue,
    /// Of the right kind, but too small or too large.
    OutOfRange,
    /// A field that must be there is not.
    MissingField,
    /// Known, but not computed by this build.
    Unsupported,
}

impl ErrorCode {
    /// The code as the API writes it.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::UnknownField => "unknownField",
            Self::InvalidValue => "invalidValue",
            Self::OutOfRange => "outOfRange",
            Self::MissingField => "missingField",
            Self::Unsupported => "unsupported",
        }
    }
}

/// A request that cannot be judged.
#[derive(Clone, PartialEq, Eq, Debug, serde::Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[cfg_attr(feature = "types", ts(rename = "ErrorReport"))]
pub struct PolicyError {
    /// The kind of mistake.
    pub code: ErrorCode,
    /// The path of the field: `facts.certificates[2].issuedOn`.
    pub field: String,
    /// What to do, in Chinese.
    pub message: String,
}

impl PolicyError {
    /// A mistake at a path.
    #[must_use]
    pub fn new(code: ErrorCode, field: impl Into<String>, message: impl Into<String>) -> Self {
        Self { code, field: field.into(), message: message.into() }
    }

    /// A field that must be there and is not.
    #[must_use]
    pub fn missing(field: impl Into<String>) -> Self {
        Self::new(ErrorCode::MissingField, field, "缺少这一项，请补上")
    }

    /// A name that no field has; these are known there.
    #[must_use]
    pub(super) fn unknown_field(field: impl Into<String>, known: &[&str]) -> Self {
        let (field, known) = (field.into(), known.join("、"));
        let shown = visible(&field);
        let message = if shown == field {
            format!("没有这个名称，请检查拼写；可以填 {known}")
        } else {
            format!("没有这个名称，里面有看不见的字（写成 \\u… 的）：{shown}；可以填 {known}")
        };
        Self::new(ErrorCode::UnknownField, shown, message)
    }
}

/// A name with what nobody sees in it written as `\u…`: spaces and marks without a width come with what is copied.
fn visible(name: &str) -> String {
    let is_hidden = |sign: char| {
        sign.is_control()
            || sign.is_whitespace()
            || matches!(sign, '\u{ad}' | '\u{115f}' | '\u{1160}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}')
            || matches!(sign, '\u{2060}'..='\u{206f}' | '\u{2800}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{e0000}'..='\u{e0fff}')
    };
    let mut shown = String::new();
    for sign in name.chars() {
        if is_hidden(sign) {
            shown.push_str(&format!("\\u{:04x}", u32::from(sign)));
        } else {
            shown.push(sign);
        }
    }
    shown
}

impl Display for PolicyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} at {}: {}", self.code.code(), self.field, self.message)
    }
}

impl std::error::Error for PolicyError {}
