//! Quantities as the API writes them: money and averages as texts or whole numbers, counts as whole numbers.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserialize, Deserializer, Error, Expected, Unexpected, Visitor};

use crate::api::entry::{MAX_INSURED_MONTHS, MAX_PERSONS};
use crate::policy::case::Level;
use crate::policy::date::Date;
use crate::policy::error::ValueError;
use crate::policy::money::Money;
use crate::policy::month::Month;
use crate::policy::ratio::AverageInsured;

/// A quantity that is written as a text, and perhaps as a whole number.
pub trait Quantity: Sized {
    /// What to fill in, in Chinese.
    const WANTED: &'static str;
    /// Whether a JSON integer is taken as well.
    const TAKES_INTEGERS: bool;

    /// Reads the text.
    fn parse(text: &str) -> Result<Self, ValueError>;
}

macro_rules! quantity {
    ($(#[$meta:meta])* $name:ident($inner:ty), $wanted:literal, integers: $integers:literal, $parse:expr) => {
        $(#[$meta])*
        #[derive(Clone, PartialEq, Eq, Debug)]
        pub struct $name($inner);

        impl Quantity for $name {
            const WANTED: &'static str = $wanted;
            const TAKES_INTEGERS: bool = $integers;

            fn parse(text: &str) -> Result<Self, ValueError> {
                $parse(text).map(Self)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserializer.deserialize_any(QuantityVisitor(PhantomData))
            }
        }

        impl From<$name> for $inner {
            fn from(input: $name) -> Self {
                input.0
            }
        }
    };
}

quantity! {
    /// Money in 元.
    MoneyInput(Money), "金额（元），加引号，最多两位小数，不超过一万亿，例如 \"109207.30\"；整数可以不加引号", integers: true, Money::parse
}
quantity! {
    /// An average number of persons.
    AverageInput(AverageInsured),
    "平均人数，加引号，最多六位小数，不超过一千万，例如 \"30.5\"；整数可以不加引号", integers: true, AverageInsured::parse
}
quantity! {
    /// A day.
    DateInput(Date), "真实存在的日期，格式 YYYY-MM-DD，1900年至2199年，例如 \"2024-03-10\"", integers: false, Date::parse
}

quantity! {
    /// A month.
    MonthInput(Month), "月份，格式 YYYY-MM，1900年至2199年，例如 \"2024-08\"", integers: false, Month::parse
}

struct QuantityVisitor<Q>(PhantomData<Q>);

impl<Q: Quantity> QuantityVisitor<Q> {
    fn parse<E: Error>(&self, text: &str) -> Result<Q, E> {
        Q::parse(text).map_err(|error| match error {
            ValueError::OutOfRange => E::invalid_value(Unexpected::Other(""), self),
            ValueError::NotANumber
            | ValueError::TooManyPlaces
            | ValueError::NotADate
            | ValueError::NoSuchDay
            | ValueError::Empty => E::invalid_type(Unexpected::Other(""), self),
        })
    }
}

impl<Q: Quantity> Visitor<'_> for QuantityVisitor<Q> {
    type Value = Q;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(Q::WANTED)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Q, E> {
        self.parse(text)
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Q, E> {
        if Q::TAKES_INTEGERS {
            self.parse(&value.to_string())
        } else {
            Err(E::invalid_type(Unexpected::Other(""), &self))
        }
    }

    fn visit_i128<E: Error>(self, _: i128) -> Result<Q, E> {
        Err(if Q::TAKES_INTEGERS {
            E::invalid_value(Unexpected::Other(""), &self)
        } else {
            E::invalid_type(Unexpected::Other(""), &self)
        })
    }
}

/// A whole number from `MIN` to `MAX`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Whole<const MIN: u32, const MAX: u32>(u32);

impl<'de, const MIN: u32, const MAX: u32> Deserialize<'de> for Whole<MIN, MAX> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(WholeVisitor::<MIN, MAX>)
    }
}

impl<const MIN: u32, const MAX: u32> Whole<MIN, MAX> {
    /// The number.
    pub const fn get(self) -> u32 {
        self.0
    }
}

struct WholeVisitor<const MIN: u32, const MAX: u32>;

impl<const MIN: u32, const MAX: u32> Visitor<'_> for WholeVisitor<MIN, MAX> {
    type Value = Whole<MIN, MAX>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "整数，{MIN} 到 {MAX}（不加引号）")
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Self::Value, E> {
        let in_range = u32::try_from(value).ok().filter(|value| (MIN..=MAX).contains(value));
        in_range.map(Whole).ok_or_else(|| out_of_range(&self))
    }

    fn visit_i128<E: Error>(self, _: i128) -> Result<Self::Value, E> {
        Err(out_of_range(&self))
    }
}

fn out_of_range<E: Error>(expected: &dyn Expected) -> E {
    E::invalid_value(Unexpected::Other(""), expected)
}

/// A number of persons: 0 to ten million.
pub type Headcount = Whole<0, MAX_PERSONS>;
/// Twelve monthly headcounts, added.
pub type PersonMonths = Whole<0, { MAX_PERSONS * 12 }>;
/// Months of one year.
pub type MonthsOfYear = Whole<0, 12>;
/// Months of a working life: no one is insured for more than a hundred years.
pub type InsuredMonths = Whole<0, MAX_INSURED_MONTHS>;

/// The level of a certificate, 1 to 5.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct LevelInput(Level);

impl<'de> Deserialize<'de> for LevelInput {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let number = Whole::<1, 5>::deserialize(deserializer)?.get();
        let level = u8::try_from(number).ok().and_then(Level::new);
        level.map(Self).ok_or_else(|| out_of_range(&WholeVisitor::<1, 5>))
    }
}

impl From<LevelInput> for Level {
    fn from(input: LevelInput) -> Self {
        input.0
    }
}
