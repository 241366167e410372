//! What is wrong with a request, for a program and for a person.

use std::fmt::{self, Display};

use serde::de::{Expected, Unexpected};

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

    /// A field that must be there and is not; a path that begins with a point is still to be told by
    /// [`PolicyError::at`].
    #[must_use]
    pub(super) fn missing(field: &str) -> Self {
        Self::new(ErrorCode::MissingField, format!(".{field}"), "缺少这一项，请补上")
    }

    /// Gives the error the path of the value it arose at, unless a deeper one already did.
    #[must_use]
    pub(super) fn at(mut self, path: &str) -> Self {
        if self.field.is_empty() || self.field.starts_with('.') {
            self.field = format!("{path}{}", self.field).trim_start_matches('.').to_owned();
        }
        self
    }
}

impl Display for PolicyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} at {}: {}", self.code.code(), self.field, self.message)
    }
}

impl std::error::Error for PolicyError {}

/// serde's own words for what is wrong, taken over without printing the wrong value: it may be private, and printing
/// floats would link their printer into the wasm.
impl serde::de::Error for PolicyError {
    fn custom<T: Display>(message: T) -> Self {
        Self::new(ErrorCode::InvalidValue, "", message.to_string())
    }

    fn invalid_type(_: Unexpected<'_>, expected: &dyn Expected) -> Self {
        Self::new(ErrorCode::InvalidValue, "", format!("请填{expected}"))
    }

    fn invalid_value(_: Unexpected<'_>, expected: &dyn Expected) -> Self {
        Self::new(ErrorCode::OutOfRange, "", format!("超出范围，请填{expected}"))
    }

    fn unknown_variant(_: &str, expected: &'static [&'static str]) -> Self {
        Self::new(ErrorCode::InvalidValue, "", format!("没有这个选项，可以填 {}", expected.join("、")))
    }

    fn unknown_field(field: &str, expected: &'static [&'static str]) -> Self {
        let message = format!("没有这个名称，请检查拼写；可以填 {}", expected.join("、"));
        Self::new(ErrorCode::UnknownField, field, message)
    }

    fn missing_field(field: &'static str) -> Self {
        Self::missing(field)
    }

    fn duplicate_field(field: &'static str) -> Self {
        Self::new(ErrorCode::InvalidValue, format!(".{field}"), "这一项写了两次，请只留一个")
    }

    fn invalid_length(_: usize, expected: &dyn Expected) -> Self {
        Self::new(ErrorCode::InvalidValue, "", format!("请填{expected}"))
    }
}
