//! A deserializer that counts how deep things nest.
//!
//! Expressions hold expressions, and the derived readers call themselves for each: a kilobyte of “not not not …” would
//! fill the stack. This wraps another deserializer, counts on the way in and out, and ends in an error in time. Lengths
//! that the bytes merely claim are not passed on: a list grows as its elements arrive, so that what is allocated is
//! bounded by what was read.

use std::cell::Cell;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, EnumAccess, MapAccess, SeqAccess, VariantAccess, Visitor};

/// How deep things may nest: an expression takes two levels for each of its own, which are at most
/// [`crate::pack::DEEPEST`].
const DEEPEST: u16 = 256;

/// How deep the reader is.
#[derive(Debug, Default)]
pub(super) struct Depth {
    now: Cell<u16>,
    exceeded: Cell<bool>,
}

impl Depth {
    /// Whether it went too deep.
    pub const fn is_exceeded(&self) -> bool {
        self.exceeded.get()
    }

    fn below<T, E: serde::de::Error>(&self, read: impl FnOnce() -> Result<T, E>) -> Result<T, E> {
        let now = self.now.get();
        if now >= DEEPEST {
            self.exceeded.set(true);
            return Err(E::custom("something nests too deep"));
        }
        self.now.set(now.saturating_add(1));
        let result = read();
        self.now.set(now);
        result
    }
}

/// A deserializer, visitor or access, and how deep it is.
pub(super) struct Shallow<'d, T> {
    inner: T,
    depth: &'d Depth,
}

impl<'d, T> Shallow<'d, T> {
    pub const fn new(inner: T, depth: &'d Depth) -> Self {
        Self { inner, depth }
    }
}

/// Methods for values that hold no others.
macro_rules! plain {
    ($($method:ident)*) => {
        $(fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
            self.inner.$method(visitor)
        })*
    };
}

/// Methods for values that hold others: one level deeper, with these further arguments.
macro_rules! nested {
    ($($method:ident($($argument:ident: $type:ty),*);)*) => {
        $(fn $method<V: Visitor<'de>>(self, $($argument: $type,)* visitor: V) -> Result<V::Value, D::Error> {
            let Self { inner, depth } = self;
            depth.below(|| inner.$method($($argument,)* Shallow::new(visitor, depth)))
        })*
    };
}

impl<'de, D: Deserializer<'de>> Deserializer<'de> for Shallow<'_, D> {
    type Error = D::Error;

    plain! {
        deserialize_bool deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64 deserialize_i128
        deserialize_u8 deserialize_u16 deserialize_u32 deserialize_u64 deserialize_u128 deserialize_f32 deserialize_f64
        deserialize_char deserialize_str deserialize_string deserialize_bytes deserialize_byte_buf deserialize_unit
        deserialize_identifier
    }

    nested! {
        deserialize_any();
        deserialize_ignored_any();
        deserialize_option();
        deserialize_newtype_struct(name: &'static str);
        deserialize_seq();
        deserialize_tuple(length: usize);
        deserialize_tuple_struct(name: &'static str, length: usize);
        deserialize_map();
        deserialize_struct(name: &'static str, fields: &'static [&'static str]);
        deserialize_enum(name: &'static str, variants: &'static [&'static str]);
    }

    fn deserialize_unit_struct<V: Visitor<'de>>(self, name: &'static str, visitor: V) -> Result<V::Value, Self::Error> {
        self.inner.deserialize_unit_struct(name, visitor)
    }

    fn is_human_readable(&self) -> bool {
        self.inner.is_human_readable()
    }
}

/// What a format that does not describe itself never calls would only be an error of the visitor's own.
impl<'de, V: Visitor<'de>> Visitor<'de> for Shallow<'_, V> {
    type Value = V::Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.inner.expecting(f)
    }

    fn visit_none<E: serde::de::Error>(self) -> Result<V::Value, E> {
        self.inner.visit_none()
    }

    fn visit_some<D: Deserializer<'de>>(self, of: D) -> Result<V::Value, D::Error> {
        self.inner.visit_some(Shallow::new(of, self.depth))
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, of: D) -> Result<V::Value, D::Error> {
        self.inner.visit_newtype_struct(Shallow::new(of, self.depth))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, of: A) -> Result<V::Value, A::Error> {
        self.inner.visit_seq(Shallow::new(of, self.depth))
    }

    fn visit_map<A: MapAccess<'de>>(self, of: A) -> Result<V::Value, A::Error> {
        self.inner.visit_map(Shallow::new(of, self.depth))
    }

    fn visit_enum<A: EnumAccess<'de>>(self, of: A) -> Result<V::Value, A::Error> {
        self.inner.visit_enum(Shallow::new(of, self.depth))
    }
}

impl<'de, S: DeserializeSeed<'de>> DeserializeSeed<'de> for Shallow<'_, S> {
    type Value = S::Value;

    fn deserialize<D: Deserializer<'de>>(self, of: D) -> Result<S::Value, D::Error> {
        self.inner.deserialize(Shallow::new(of, self.depth))
    }
}

impl<'de, A: SeqAccess<'de>> SeqAccess<'de> for Shallow<'_, A> {
    type Error = A::Error;

    fn next_element_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, A::Error> {
        self.inner.next_element_seed(Shallow::new(seed, self.depth))
    }
}

impl<'de, A: MapAccess<'de>> MapAccess<'de> for Shallow<'_, A> {
    type Error = A::Error;

    fn next_key_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, A::Error> {
        self.inner.next_key_seed(Shallow::new(seed, self.depth))
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, A::Error> {
        self.inner.next_value_seed(Shallow::new(seed, self.depth))
    }
}

impl<'de, 'd, A: EnumAccess<'de>> EnumAccess<'de> for Shallow<'d, A> {
    type Error = A::Error;
    type Variant = Shallow<'d, A::Variant>;

    fn variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<(S::Value, Self::Variant), A::Error> {
        let (value, variant) = self.inner.variant_seed(seed)?;
        Ok((value, Shallow::new(variant, self.depth)))
    }
}

impl<'de, A: VariantAccess<'de>> VariantAccess<'de> for Shallow<'_, A> {
    type Error = A::Error;

    fn unit_variant(self) -> Result<(), A::Error> {
        self.inner.unit_variant()
    }

    fn newtype_variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<S::Value, A::Error> {
        let Self { inner, depth } = self;
        depth.below(|| inner.newtype_variant_seed(Shallow::new(seed, depth)))
    }

    fn tuple_variant<V: Visitor<'de>>(self, length: usize, visitor: V) -> Result<V::Value, A::Error> {
        let Self { inner, depth } = self;
        depth.below(|| inner.tuple_variant(length, Shallow::new(visitor, depth)))
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, A::Error> {
        let Self { inner, depth } = self;
        depth.below(|| inner.struct_variant(fields, Shallow::new(visitor, depth)))
    }
}
