//! Types and units.

use wengang_engine::pack::{DomainId, ListId};

/// What kind of value an expression has.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Type {
    /// It holds or not.
    Truth,
    /// A plain number.
    Number,
    /// A count with its unit.
    Count(String),
    /// A share.
    Ratio,
    /// 元.
    Money,
    /// 不限, which is compatible with any number.
    NoLimit,
    /// A day.
    Date,
    /// A month.
    Month,
    /// One of the options of a domain.
    Choice(DomainId),
    /// Some of the options of a domain.
    Choices(DomainId),
    /// Words.
    Text,
    /// A list of things with fields.
    List(ListId),
    /// A faulty expression, of which the fault has been noted.
    Broken,
}

impl Type {
    /// Whether it can be used where the other is expected: a plain number can for a count.
    pub fn fits(&self, wanted: &Self) -> bool {
        self == wanted
            || matches!((self, wanted), (Self::Broken, _) | (_, Self::Broken) | (Self::Number, Self::Count(_)))
            || *self == Self::NoLimit && wanted.is_number()
    }

    /// The common type of both, where they can be compared or used for each other.
    pub fn joined(&self, other: &Self) -> Option<Self> {
        match (self, other) {
            (Self::Broken, _) | (_, Self::Broken) => Some(Self::Broken),
            (Self::Count(unit), Self::Number) | (Self::Number, Self::Count(unit)) => Some(Self::Count(unit.clone())),
            (Self::NoLimit, number) | (number, Self::NoLimit) if number.is_number() => Some(number.clone()),
            (one, other) if one == other => Some(one.clone()),
            _ => None,
        }
    }

    /// Whether values of it are numbers.
    pub const fn is_number(&self) -> bool {
        matches!(self, Self::Number | Self::Count(_) | Self::Ratio | Self::Money | Self::NoLimit)
    }

    /// Whether values of it are greater or less.
    pub const fn has_order(&self) -> bool {
        match self {
            Self::Number
            | Self::Count(_)
            | Self::Ratio
            | Self::Money
            | Self::NoLimit
            | Self::Date
            | Self::Month
            | Self::Broken => true,
            Self::Truth | Self::Choice(_) | Self::Choices(_) | Self::Text | Self::List(_) => false,
        }
    }

    /// The sum or difference.
    pub fn of_sum(&self, other: &Self) -> Option<Self> {
        let joined = self.joined(other)?;
        matches!(joined, Self::Number | Self::Count(_) | Self::Ratio | Self::Money | Self::Broken).then_some(joined)
    }

    /// The product.
    pub fn of_product(&self, other: &Self) -> Option<Self> {
        match (self, other) {
            (Self::Broken, _) | (_, Self::Broken) => Some(Self::Broken),
            (Self::Money, Self::Number | Self::Count(_) | Self::Ratio)
            | (Self::Number | Self::Count(_) | Self::Ratio, Self::Money) => Some(Self::Money),
            (Self::Count(unit), Self::Number | Self::Ratio) | (Self::Number | Self::Ratio, Self::Count(unit)) => {
                Some(Self::Count(unit.clone()))
            }
            (Self::Ratio, Self::Number | Self::Ratio) | (Self::Number, Self::Ratio) => Some(Self::Ratio),
            (Self::Number, Self::Number) => Some(Self::Number),
            _ => None,
        }
    }

    /// The quotient: of two counts of one unit, or of two amounts, it is a share.
    pub fn of_quotient(&self, other: &Self) -> Option<Self> {
        match (self, other) {
            (Self::Broken, _) | (_, Self::Broken) => Some(Self::Broken),
            (Self::Count(one), Self::Count(other)) => (one == other).then_some(Self::Ratio),
            (Self::Money, Self::Money) => Some(Self::Ratio),
            (Self::Money, Self::Number | Self::Count(_) | Self::Ratio) => Some(Self::Money),
            (Self::Count(unit), Self::Number | Self::Ratio) => Some(Self::Count(unit.clone())),
            (Self::Ratio, Self::Number | Self::Ratio) => Some(Self::Ratio),
            (Self::Number, Self::Number) => Some(Self::Number),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_follow_the_arithmetic() {
        let (persons, months) = (Type::Count("人".to_owned()), Type::Count("个月".to_owned()));
        assert_eq!(persons.of_quotient(&persons), Some(Type::Ratio));
        assert_eq!(persons.of_quotient(&months), None);
        assert_eq!(Type::Ratio.of_product(&persons), Some(persons.clone()));
        assert_eq!(Type::Money.of_product(&Type::Ratio), Some(Type::Money));
        assert_eq!(Type::Money.of_product(&Type::Money), None);
        assert_eq!(Type::Money.of_sum(&persons), None);
        assert_eq!(persons.of_sum(&Type::Number), Some(persons.clone()));
        assert_eq!(Type::Ratio.joined(&Type::Number), None, "5.5 is no share without %");
    }
}
