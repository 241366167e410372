//! How typed facts are read from a value, each error with the path it arose at.

use serde::Deserialize;
use serde::de::value::{StrDeserializer, StringDeserializer};
use serde::de::{
    DeserializeSeed, Deserializer, Error as _, IntoDeserializer, MapAccess, SeqAccess, Unexpected, Visitor,
};

use crate::api::request::error::{ErrorCode, PolicyError};
use crate::api::request::value::Value;

/// A value at its path.
#[derive(Clone)]
pub(super) struct Reader<'v> {
    value: &'v Value,
    path: String,
}

impl<'v> Reader<'v> {
    /// Reads from the value that stands at the path.
    pub(super) fn new(value: &'v Value, path: impl Into<String>) -> Self {
        Self { value, path: path.into() }
    }

    /// An error at this path.
    pub(super) fn error(&self, code: ErrorCode, message: &str) -> PolicyError {
        PolicyError::new(code, self.path.clone(), message)
    }

    /// Reads the value as a type.
    pub(super) fn read<'de, T: Deserialize<'de>>(&self) -> Result<T, PolicyError> {
        T::deserialize(self.clone()).map_err(|error| error.at(&self.path))
    }

    /// The value's fields, where it has no others than these.
    pub(super) fn fields(&self, known: &'static [&'static str]) -> Result<Fields<'v>, PolicyError> {
        let Value::Object(fields) = self.value else {
            return Err(self.error(ErrorCode::InvalidValue, "请填一个对象 { calculator, asOf, facts }"));
        };
        match fields.iter().find(|(name, _)| !known.contains(&name.as_str())) {
            Some((name, _)) => Err(PolicyError::unknown_field(name, known)),
            None => Ok(Fields(fields)),
        }
    }

    fn below(&self, name: &str, value: &'v Value) -> Self {
        let path = if self.path.is_empty() { name.to_owned() } else { format!("{}.{name}", self.path) };
        Self { value, path }
    }

    /// The value as it is, where it is of the wanted kind; otherwise an error in words people know.
    fn any_if<'de, V: Visitor<'de>>(self, fits: bool, wanted: &str, visitor: V) -> Result<V::Value, PolicyError> {
        if fits || *self.value == Value::Null {
            self.deserialize_any(visitor)
        } else {
            Err(self.error(ErrorCode::InvalidValue, wanted))
        }
    }
}

/// The fields of an object.
pub(super) struct Fields<'v>(&'v [(String, Value)]);

impl<'v> Fields<'v> {
    /// A field that must be there and not be `null`.
    pub(super) fn required(&self, name: &'static str) -> Result<Reader<'v>, PolicyError> {
        let found = self.0.iter().find(|(known, value)| known == name && *value != Value::Null);
        found.map(|(_, value)| Reader::new(value, name)).ok_or_else(|| PolicyError::missing(name).at(""))
    }
}

impl<'de> Deserializer<'de> for Reader<'_> {
    type Error = PolicyError;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, PolicyError> {
        match self.value {
            // What may be left out was read as an option.
            Value::Null => Err(PolicyError::missing(&self.path).at("")),
            Value::Bool(value) => visitor.visit_bool(*value),
            Value::Integer(value) => visitor.visit_i64(*value),
            Value::HugeInteger => visitor.visit_i128(i128::MAX),
            Value::Fraction => Err(PolicyError::invalid_type(Unexpected::Other(""), &visitor)),
            Value::Text(value) => visitor.visit_str(value),
            Value::List(values) => visitor.visit_seq(Elements { reader: &self, values, next: 0 }),
            Value::Object(fields) => visitor.visit_map(Entries { reader: &self, fields, value: None }),
        }
        .map_err(|error| error.at(&self.path))
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, PolicyError> {
        if *self.value == Value::Null { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, PolicyError> {
        if *self.value == Value::Null {
            return self.deserialize_any(visitor);
        }
        let Value::Text(word) = self.value else {
            return Err(self.error(ErrorCode::InvalidValue, "请填一个选项的名称（文字）"));
        };
        let word: StrDeserializer<'_, PolicyError> = word.as_str().into_deserializer();
        visitor.visit_enum(word).map_err(|error| error.at(&self.path))
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, PolicyError> {
        let fits = matches!(self.value, Value::Bool(_));
        self.any_if(fits, "请填 true 或 false（不加引号）", visitor)
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, PolicyError> {
        let fits = matches!(self.value, Value::Text(_));
        self.any_if(fits, "请填文字（加引号）", visitor)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, PolicyError> {
        let fits = matches!(self.value, Value::List(_));
        self.any_if(fits, "请填一个列表 […]", visitor)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, PolicyError> {
        let fits = matches!(self.value, Value::Object(_));
        self.any_if(fits, "请填一个对象 {…}", visitor)
    }

    serde::forward_to_deserialize_any! {
        i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str bytes byte_buf unit unit_struct
        newtype_struct tuple tuple_struct map identifier ignored_any
    }
}

struct Elements<'r, 'v> {
    reader: &'r Reader<'v>,
    values: &'v [Value],
    next: usize,
}

impl<'de> SeqAccess<'de> for Elements<'_, '_> {
    type Error = PolicyError;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, PolicyError> {
        let Some(value) = self.values.get(self.next) else { return Ok(None) };
        let element = Reader::new(value, format!("{}[{}]", self.reader.path, self.next));
        self.next += 1;
        seed.deserialize(element.clone()).map(Some).map_err(|error| error.at(&element.path))
    }
}

struct Entries<'r, 'v> {
    reader: &'r Reader<'v>,
    fields: &'v [(String, Value)],
    value: Option<Reader<'v>>,
}

impl<'de> MapAccess<'de> for Entries<'_, '_> {
    type Error = PolicyError;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, PolicyError> {
        let Some(((name, value), rest)) = self.fields.split_first() else { return Ok(None) };
        self.fields = rest;
        let field = self.reader.below(name, value);
        let key: StringDeserializer<PolicyError> = name.clone().into_deserializer();
        // An unknown name is the field's own fault: the path ends with it.
        let key = seed.deserialize(key).map_err(|error| PolicyError { field: field.path.clone(), ..error })?;
        self.value = Some(field);
        Ok(Some(key))
    }

    fn next_value_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<T::Value, PolicyError> {
        let field = self.value.take().ok_or_else(|| PolicyError::custom("请填 JSON 值"))?;
        seed.deserialize(field.clone()).map_err(|error| error.at(&field.path))
    }
}
