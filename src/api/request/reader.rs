//! How typed facts are read from a value, each error with the path it arose at.
//!
//! Not through serde: the readers that it derives were 9.4 KB brotli of the package.

use crate::api::request::error::{ErrorCode, PolicyError};
use crate::api::request::value::Value;

/// A value at its path.
pub(super) struct Reader<'v> {
    value: &'v Value,
    path: String,
}

/// A kind of value that a request may hold.
pub(super) trait Read: Sized {
    /// Reads the value.
    fn read(from: &Reader<'_>) -> Result<Self, PolicyError>;
}

/// Where the value of a field goes.
pub(super) trait Slot {
    /// Reads the value into it.
    fn fill(&mut self, from: &Reader<'_>) -> Result<(), PolicyError>;
}

/// What may be left out: `null` is as good.
impl<T: Read> Slot for Option<T> {
    fn fill(&mut self, from: &Reader<'_>) -> Result<(), PolicyError> {
        if *from.value != Value::Null {
            *self = Some(T::read(from)?);
        }
        Ok(())
    }
}

/// What must be there and not be `null`.
pub(super) struct Needed<T>(Option<T>);

impl<T> Needed<T> {
    /// Nothing yet.
    pub(super) const fn new() -> Self {
        Self(None)
    }

    /// What was read as the field of that name of an object.
    pub(super) fn of(self, object: &Reader<'_>, name: &'static str) -> Result<T, PolicyError> {
        self.0.ok_or_else(|| PolicyError::missing(object.path_below(name)))
    }
}

impl<T: Read> Slot for Needed<T> {
    fn fill(&mut self, from: &Reader<'_>) -> Result<(), PolicyError> {
        self.0 = Some(T::read(from)?);
        Ok(())
    }
}

impl<'v> Reader<'v> {
    /// Reads from the value that stands at the path.
    pub(super) fn new(value: &'v Value, path: impl Into<String>) -> Self {
        Self { value, path: path.into() }
    }

    /// An error at this path.
    pub(super) fn error(&self, code: ErrorCode, message: &str) -> PolicyError {
        PolicyError::new(code, self.path.as_str(), message)
    }

    /// The error of a value of another kind than the wanted.
    pub(super) fn wrong_kind(&self, wanted: &str) -> PolicyError {
        // What may be left out was read as an option.
        if *self.value == Value::Null {
            return PolicyError::missing(self.path.clone());
        }
        self.error(ErrorCode::InvalidValue, &["请填", wanted].concat())
    }

    /// The error of a value that is too small or too large.
    pub(super) fn out_of_range(&self, wanted: &str) -> PolicyError {
        self.error(ErrorCode::OutOfRange, &["超出范围，请填", wanted].concat())
    }

    /// The value as it stands.
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

    /// Reads the value's fields into their slots, in the order in which they were written.
    pub(super) fn fill(&self, slots: &mut [(&'static str, &mut dyn Slot)]) -> Result<(), PolicyError> {
        let Value::Object(fields) = self.value else { return Err(self.wrong_kind("一个对象 {…}")) };
        for (index, (name, value)) in fields.iter().enumerate() {
            let field = Self { value, path: self.path_below(name) };
            let Some((_, slot)) = slots.iter_mut().find(|(known, _)| known == name) else {
                let known: Vec<_> = slots.iter().map(|(known, _)| *known).collect();
                return Err(PolicyError::unknown_field(field.path, &known));
            };
            if fields.iter().take(index).any(|(before, _)| before == name) {
                return Err(field.error(ErrorCode::InvalidValue, "这一项写了两次，请只留一个"));
            }
            slot.fill(&field)?;
        }
        Ok(())
    }

    fn path_below(&self, name: &str) -> String {
        [self.path.as_str(), ".", name].concat()
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
        let found = self.0.iter().find(|(known, value)| known == name && *value != Value::Null);
        found.map(|(_, value)| Reader::new(value, name)).ok_or_else(|| PolicyError::missing(name))
    }
}

impl Read for String {
    fn read(from: &Reader<'_>) -> Result<Self, PolicyError> {
        let Value::Text(text) = from.value else { return Err(from.wrong_kind("文字（加引号）")) };
        Ok(text.clone())
    }
}

impl Read for bool {
    fn read(from: &Reader<'_>) -> Result<Self, PolicyError> {
        let Value::Bool(is) = from.value else { return Err(from.wrong_kind(" true 或 false（不加引号）")) };
        Ok(*is)
    }
}

impl<T: Read> Read for Vec<T> {
    fn read(from: &Reader<'_>) -> Result<Self, PolicyError> {
        let Value::List(values) = from.value else { return Err(from.wrong_kind("一个列表 […]")) };
        let mut list = Self::new();
        for (index, value) in values.iter().enumerate() {
            list.push(T::read(&Reader { value, path: format!("{}[{index}]", from.path) })?);
        }
        Ok(list)
    }
}
