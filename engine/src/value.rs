//! What a fact, a figure of the law or a result of an expression can be.

mod count;
mod money;
mod ratio;
mod words;

use serde::{Deserialize, Serialize};

use crate::date::{Date, Month};
use crate::error::NoValue;
use crate::fraction::Fraction;

pub use count::Count;
pub use money::Money;
pub use ratio::{Percent, Ratio};
pub use words::Words;

/// The place of an option among the options of its domain.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub struct OptionId(pub u16);

/// A value. The compiler checks which kinds an operation takes; for a pack that violates that, the evaluator answers
/// [`NoValue::DamagedPack`].
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Value {
    /// Yes or no.
    Truth(bool),
    /// A plain number, such as a year.
    Number(Fraction),
    /// Persons, months …; an average may be a fraction.
    Count(Count),
    /// A share, such as a rate or a limit.
    Ratio(Ratio),
    /// An amount of 元.
    Money(Money),
    /// 不限: above every number of any kind.
    NoLimit,
    /// A day.
    Date(Date),
    /// A month.
    Month(Month),
    /// One of the options of a domain.
    Choice(OptionId),
    /// Some of the options of a domain, in the order given, perhaps none and perhaps one twice.
    Choices(Vec<OptionId>),
    /// Words.
    Text(Words),
    /// The elements of a list, each with its fields in order; a field that is missing is `None`.
    List(Vec<Vec<Option<Value>>>),
}

/// The kinds of numbers.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
pub enum Kind {
    /// A plain number.
    Number,
    /// A count with a unit.
    Count,
    /// A share.
    Ratio,
    /// 元.
    Money,
}

impl Kind {
    /// A number of this kind.
    #[must_use]
    pub const fn value(self, number: Fraction) -> Value {
        match self {
            Self::Number => Value::Number(number),
            Self::Count => Value::Count(Count::new(number)),
            Self::Ratio => Value::Ratio(Ratio::new(number)),
            Self::Money => Value::Money(Money::new(number)),
        }
    }

    /// The kind of a sum or difference: a plain number takes the unit of a count.
    ///
    /// # Errors
    /// [`NoValue::DamagedPack`] for kinds that do not add up.
    pub const fn of_sum(self, other: Self) -> Result<Self, NoValue> {
        match (self, other) {
            (Self::Number, Self::Number) => Ok(Self::Number),
            (Self::Count | Self::Number, Self::Count | Self::Number) => Ok(Self::Count),
            (Self::Ratio, Self::Ratio) => Ok(Self::Ratio),
            (Self::Money, Self::Money) => Ok(Self::Money),
            _ => Err(NoValue::DamagedPack),
        }
    }

    /// The kind of a product.
    ///
    /// # Errors
    /// [`NoValue::DamagedPack`] for money times money.
    pub const fn of_product(self, other: Self) -> Result<Self, NoValue> {
        match (self, other) {
            (Self::Money, Self::Money) => Err(NoValue::DamagedPack),
            (Self::Money, _) | (_, Self::Money) => Ok(Self::Money),
            (Self::Count, _) | (_, Self::Count) => Ok(Self::Count),
            (Self::Ratio, _) | (_, Self::Ratio) => Ok(Self::Ratio),
            (Self::Number, Self::Number) => Ok(Self::Number),
        }
    }

    /// The kind of a quotient: of two counts, or of two amounts, it is a share.
    ///
    /// # Errors
    /// [`NoValue::DamagedPack`] where something without the unit is divided by a count or an amount.
    pub const fn of_quotient(self, other: Self) -> Result<Self, NoValue> {
        match (self, other) {
            (Self::Count, Self::Count) | (Self::Money, Self::Money) => Ok(Self::Ratio),
            (Self::Money, _) => Ok(Self::Money),
            (Self::Count, Self::Number | Self::Ratio) => Ok(Self::Count),
            (Self::Ratio, Self::Number | Self::Ratio) => Ok(Self::Ratio),
            (Self::Number, Self::Number) => Ok(Self::Number),
            _ => Err(NoValue::DamagedPack),
        }
    }
}

impl Value {
    /// The number and its kind, where it is one.
    #[must_use]
    pub const fn number(&self) -> Option<(Kind, Fraction)> {
        match self {
            Self::Number(number) => Some((Kind::Number, *number)),
            Self::Count(count) => Some((Kind::Count, count.get())),
            Self::Ratio(ratio) => Some((Kind::Ratio, ratio.get())),
            Self::Money(money) => Some((Kind::Money, money.get())),
            Self::Truth(_)
            | Self::NoLimit
            | Self::Date(_)
            | Self::Month(_)
            | Self::Choice(_)
            | Self::Choices(_)
            | Self::Text(_)
            | Self::List(_) => None,
        }
    }

    /// The truth, where it is one.
    #[must_use]
    pub const fn truth(&self) -> Option<bool> {
        if let Self::Truth(truth) = self { Some(*truth) } else { None }
    }
}
