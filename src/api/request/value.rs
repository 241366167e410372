//! A JSON value on its way in, from `serde_json` or from JavaScript, and how typed facts are read from it.

use std::fmt;

use serde::Deserialize;
use serde::de::value::{StrDeserializer, StringDeserializer};
use serde::de::{
    DeserializeSeed, Deserializer, EnumAccess, Error as _, IntoDeserializer, MapAccess, SeqAccess, Unexpected, Visitor,
};

use crate::api::request::error::{ErrorCode, PolicyError};

/// How deep a request may nest: the deepest real one has four levels. A cyclic object ends here.
const DEEPEST: u8 = 8;

/// A JSON value. Floats keep only whether they are whole: no binary fraction comes in.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Value {
    /// `null`, or `undefined` in JavaScript.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A whole number.
    Integer(i64),
    /// A whole number beyond any range of the API.
    HugeInteger,
    /// A number that is not whole.
    Fraction,
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Self>),
    /// An object, its fields in order.
    Object(Vec<(String, Self)>),
}

impl Value {
    /// JavaScript has one kind of number: `12` and `12.0` are the same there, so they are here.
    #[must_use]
    pub fn from_number(value: f64) -> Self {
        const LARGEST: f64 = 9_007_199_254_740_991.0;
        if !value.is_finite() || value.trunc() != value {
            Self::Fraction
        } else if value.abs() > LARGEST {
            Self::HugeInteger
        } else {
            Self::Integer(value as i64)
        }
    }
}

impl<'de> Deserialize<'de> for Value {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Depth(DEEPEST).deserialize(deserializer)
    }
}

/// Levels that are left.
#[derive(Clone, Copy)]
struct Depth(u8);

impl Depth {
    fn below<E: serde::de::Error>(self) -> Result<Self, E> {
        self.0.checked_sub(1).map(Self).ok_or_else(|| E::custom("请求嵌套太深"))
    }
}

impl<'de> DeserializeSeed<'de> for Depth {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

// Every kind of value is taken, so that no default method has to print one.
impl<'de> Visitor<'de> for Depth {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON 值")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_none<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(Value::Integer(value))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(i64::try_from(value).map_or(Value::HugeInteger, Value::Integer))
    }

    fn visit_i128<E>(self, value: i128) -> Result<Value, E> {
        Ok(i64::try_from(value).map_or(Value::HugeInteger, Value::Integer))
    }

    fn visit_u128<E>(self, value: u128) -> Result<Value, E> {
        Ok(i64::try_from(value).map_or(Value::HugeInteger, Value::Integer))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Value, E> {
        Ok(Value::from_number(value))
    }

    fn visit_char<E>(self, value: char) -> Result<Value, E> {
        Ok(Value::Text(value.to_string()))
    }

    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(Value::Text(value.to_owned()))
    }

    fn visit_string<E>(self, value: String) -> Result<Value, E> {
        Ok(Value::Text(value))
    }

    fn visit_bytes<E>(self, _: &[u8]) -> Result<Value, E> {
        Ok(Value::List(Vec::new()))
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Value, A::Error> {
        let below = self.below()?;
        let mut values = Vec::new();
        while let Some(value) = list.next_element_seed(below)? {
            values.push(value);
        }
        Ok(Value::List(values))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Value, A::Error> {
        let below = self.below()?;
        let mut fields = Vec::new();
        // The name is read as a value: `String`'s own visitor would print what it cannot take, floats included.
        while let Some(name) = map.next_key_seed(below)? {
            let Value::Text(name) = name else { return Err(A::Error::custom("名称要是文字")) };
            fields.push((name, map.next_value_seed(below)?));
        }
        Ok(Value::Object(fields))
    }

    fn visit_enum<A: EnumAccess<'de>>(self, _: A) -> Result<Value, A::Error> {
        Err(A::Error::custom("请填 JSON 值"))
    }
}

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
        if fits { self.deserialize_any(visitor) } else { Err(self.error(ErrorCode::InvalidValue, wanted)) }
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
            Value::Null => visitor.visit_unit(),
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
