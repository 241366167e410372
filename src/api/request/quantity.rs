//! Quantities as the API writes them: money and averages as texts or whole numbers, counts as whole numbers.

use crate::api::entry::{MAX_INSURED_MONTHS, MAX_PERSONS};
use crate::api::request::Value;
use crate::api::request::error::PolicyError;
use crate::api::request::reader::{Read, Reader};
use crate::policy::case::Level;
use crate::policy::date::Date;
use crate::policy::error::ValueError;
use crate::policy::money::Money;
use crate::policy::month::Month;
use crate::policy::ratio::AverageInsured;

macro_rules! quantity {
    ($(#[$meta:meta])* $name:ident($inner:ty), $wanted:literal, integers: $integers:literal, $parse:expr) => {
        $(#[$meta])*
        #[derive(Clone, PartialEq, Eq, Debug)]
        pub struct $name($inner);

        impl Read for $name {
            fn read(from: &Reader<'_>) -> Result<Self, PolicyError> {
                let text = text_of(from, $integers, $wanted)?;
                $parse(&text).map(Self).map_err(|error| refused(from, error, $wanted))
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

/// The text of a quantity that is written as a text, and perhaps as a whole number.
fn text_of(from: &Reader<'_>, takes_integers: bool, wanted: &str) -> Result<String, PolicyError> {
    match from.value() {
        Value::Text(text) => Ok(text.clone()),
        Value::Integer(number) if takes_integers => Ok(number.to_string()),
        Value::HugeInteger if takes_integers => Err(from.out_of_range(wanted)),
        _ => Err(from.wrong_kind(wanted)),
    }
}

fn refused(from: &Reader<'_>, error: ValueError, wanted: &str) -> PolicyError {
    match error {
        ValueError::OutOfRange => from.out_of_range(wanted),
        ValueError::NotANumber
        | ValueError::TooManyPlaces
        | ValueError::NotADate
        | ValueError::NoSuchDay
        | ValueError::Empty => from.wrong_kind(wanted),
    }
}

/// A whole number from `MIN` to `MAX`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Whole<const MIN: u32, const MAX: u32>(u32);

impl<const MIN: u32, const MAX: u32> Read for Whole<MIN, MAX> {
    fn read(from: &Reader<'_>) -> Result<Self, PolicyError> {
        from.whole(MIN, MAX).map(Self)
    }
}

impl<const MIN: u32, const MAX: u32> Whole<MIN, MAX> {
    /// The number.
    pub const fn get(self) -> u32 {
        self.0
    }
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

impl Read for LevelInput {
    fn read(from: &Reader<'_>) -> Result<Self, PolicyError> {
        let level = u8::try_from(from.whole(1, 5)?).ok().and_then(Level::new);
        level.map(Self).ok_or_else(|| from.out_of_range("1 到 5"))
    }
}

impl From<LevelInput> for Level {
    fn from(input: LevelInput) -> Self {
        input.0
    }
}
