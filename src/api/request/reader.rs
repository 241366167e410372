//! How typed facts are read from a value, each error with the path it arose at.
//!
//! Not through serde: the readers that it derives were 9.4 KB brotli of the package.

use std::borrow::Cow;

use crate::api::request::error::{ErrorCode, PolicyError};
use crate::api::request::value::Value;

/// A value at its path.
pub(super) struct Reader<'v> {
    value: &'v Value,
    path: Cow<'v, str>,
    /// Its name in the object that it is a field of; empty elsewhere.
    name: &'v str,
}

impl<'v> Reader<'v> {
    /// Reads from the value at the path.
    pub(super) fn new(value: &'v Value, path: impl Into<Cow<'v, str>>) -> Self {
        Self { value, path: path.into(), name: "" }
    }

    /// Reads a field of that name.
    pub(super) fn field(value: &'v Value, path: &'v str, name: &'v str) -> Self {
        Self { value, path: path.into(), name }
    }

    /// The field's name.
    pub(super) const fn name(&self) -> &'v str {
        self.name
    }

    /// An error at this path.
    pub(super) fn error(&self, code: ErrorCode, message: &str) -> PolicyError {
        PolicyError::new(code, &*self.path, message)
    }

    /// The error of a value of another kind than the wanted.
    pub(super) fn wrong_kind(&self, wanted: &str) -> PolicyError {
        // What may be left out was read as an option.
        if *self.value == Value::Null {
            return PolicyError::missing(&*self.path);
        }
        self.error(ErrorCode::InvalidValue, &["请填", wanted].concat())
    }

    /// The error of a value that is too small or too large.
    pub(super) fn out_of_range(&self, wanted: &str) -> PolicyError {
        self.error(ErrorCode::OutOfRange, &["超出范围，请填", wanted].concat())
    }

    /// The value itself.
    pub(super) const fn value(&self) -> &'v Value {
        self.value
    }

    /// The value's fields, where it has no others than these.
    pub(super) fn fields(&self, known: &'static [&'static str]) -> Result<Fields<'v>, PolicyError> {
        let Value::Object(fields) = self.value else {
            return Err(self.error(ErrorCode::InvalidValue, "请填一个对象 { calculator, asOf, facts }"));
        };
        match fields.iter().find(|(name, _)| !known.contains(&name.as_str())) {
            Some((name, _)) => Err(PolicyError::unknown_field(name.as_str(), known)),
            None => Ok(Fields(fields)),
        }
    }

    /// The value's fields, in the order in which they were written; each is known and occurs once.
    pub(super) fn each_field<'r>(
        &'r self,
        known: &'r [&str],
    ) -> Result<impl Iterator<Item = Result<Self, PolicyError>> + 'r, PolicyError> {
        let Value::Object(fields) = self.value else { return Err(self.wrong_kind("一个对象 {…}")) };
        Ok(fields.iter().enumerate().map(move |(index, (name, value))| {
            let field = Self { value, path: self.path_below(name).into(), name };
            if !known.contains(&name.as_str()) {
                return Err(PolicyError::unknown_field(field.path, known));
            }
            if fields.iter().take(index).any(|(before, _)| before == name) {
                return Err(field.error(ErrorCode::InvalidValue, "这一项写了两次，请只留一个"));
            }
            Ok(field)
        }))
    }

    /// The path of a field of the value.
    pub(super) fn path_below(&self, name: &str) -> String {
        [&*self.path, ".", name].concat()
    }

    /// The text.
    pub(super) fn text(&self) -> Result<String, PolicyError> {
        let Value::Text(text) = self.value else { return Err(self.wrong_kind("文字（加引号）")) };
        Ok(text.clone())
    }

    /// Yes or no.
    pub(super) fn flag(&self) -> Result<bool, PolicyError> {
        let Value::Bool(is) = self.value else { return Err(self.wrong_kind(" true 或 false（不加引号）")) };
        Ok(*is)
    }

    /// The elements of the list.
    pub(super) fn elements(&self) -> Result<Vec<Self>, PolicyError> {
        let Value::List(values) = self.value else { return Err(self.wrong_kind("一个列表 […]")) };
        let element = |(index, value)| Self { value, path: format!("{}[{index}]", self.path).into(), name: "" };
        Ok(values.iter().enumerate().map(element).collect())
    }

    /// Which of the words it is.
    pub(super) fn word(&self, words: &[&str]) -> Result<usize, PolicyError> {
        let Value::Text(text) = self.value else { return Err(self.wrong_kind("一个选项的名称（文字）")) };
        let unknown = || self.error(ErrorCode::InvalidValue, &["没有这个选项，可以填 ", &words.join("、")].concat());
        words.iter().position(|word| word == text).ok_or_else(unknown)
    }

    /// The whole number, where it is from the least to the most.
    pub(super) fn whole(&self, least: u32, most: u32) -> Result<u32, PolicyError> {
        let wanted = format!("整数，{least} 到 {most}（不加引号）");
        match self.value {
            Value::Integer(number) => {
                let in_range = u32::try_from(*number).ok().filter(|number| (least..=most).contains(number));
                in_range.ok_or_else(|| self.out_of_range(&wanted))
            }
            Value::HugeInteger => Err(self.out_of_range(&wanted)),
            _ => Err(self.wrong_kind(&wanted)),
        }
    }
}

/// The fields of an object.
pub(super) struct Fields<'v>(&'v [(String, Value)]);

impl<'v> Fields<'v> {
    /// A field that must be there and not be `null`.
    pub(super) fn required(&self, name: &'static str) -> Result<Reader<'v>, PolicyError> {
        self.optional(name).ok_or_else(|| PolicyError::missing(name))
    }

    /// A field that may be left out.
    pub(super) fn optional(&self, name: &'static str) -> Option<Reader<'v>> {
        let found = self.0.iter().find(|(known, value)| known == name && *value != Value::Null);
        found.map(|(_, value)| Reader::new(value, name))
    }
}
