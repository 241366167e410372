//! The bounds of an unknown number.

use std::cmp::Ordering;

use crate::error::NoValue;
use crate::fraction::Fraction;
use crate::value::Kind;

/// An unknown number between two bounds, both included; a bound that is not known is left out. An operation whose
/// bounds overflow leaves them out, which is never wrong.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Bounds {
    /// What kind of number it is.
    pub kind: Kind,
    /// The least it can be.
    pub least: Option<Fraction>,
    /// The most it can be.
    pub most: Option<Fraction>,
}

impl Bounds {
    /// Exactly this number.
    pub const fn exactly(kind: Kind, number: Fraction) -> Self {
        Self { kind, least: Some(number), most: Some(number) }
    }

    /// The number, where the bounds leave only one.
    pub fn only(self) -> Option<Fraction> {
        self.least.filter(|least| self.most == Some(*least))
    }

    /// How it compares with another number, where all numbers within the bounds compare in the same way.
    pub fn compare(self, other: Self) -> Option<Ordering> {
        if let (Some(one), Some(other)) = (self.only(), other.only()) {
            return Some(one.cmp(&other));
        }
        if self.most.zip(other.least).is_some_and(|(most, least)| most < least) {
            return Some(Ordering::Less);
        }
        self.least.zip(other.most).is_some_and(|(least, most)| least > most).then_some(Ordering::Greater)
    }

    /// Whether it is at most the other, where that is certain.
    pub fn at_most(self, other: Self) -> Option<bool> {
        if self.most.zip(other.least).is_some_and(|(most, least)| most <= least) {
            return Some(true);
        }
        self.least.zip(other.most).is_some_and(|(least, most)| least > most).then_some(false)
    }

    pub fn plus(self, other: Self) -> Result<Self, NoValue> {
        let sum = |one: Option<Fraction>, other: Option<Fraction>| one?.plus(other?).ok();
        let kind = self.kind.of_sum(other.kind)?;
        Ok(Self { kind, least: sum(self.least, other.least), most: sum(self.most, other.most) })
    }

    pub fn minus(self, other: Self) -> Result<Self, NoValue> {
        let difference = |one: Option<Fraction>, other: Option<Fraction>| one?.minus(other?).ok();
        let kind = self.kind.of_sum(other.kind)?;
        Ok(Self { kind, least: difference(self.least, other.most), most: difference(self.most, other.least) })
    }

    pub fn times(self, other: Self) -> Result<Self, NoValue> {
        let kind = self.kind.of_product(other.kind)?;
        let is_zero = |bounds: Self| bounds.only() == Some(Fraction::ZERO);
        if is_zero(self) || is_zero(other) {
            return Ok(Self::exactly(kind, Fraction::ZERO));
        }
        let product = |one: Option<Fraction>, other: Option<Fraction>| one?.times(other?).ok();
        if self.is_at_least_zero() && other.is_at_least_zero() {
            return Ok(Self { kind, least: product(self.least, other.least), most: product(self.most, other.most) });
        }
        let corners = [
            product(self.least, other.least),
            product(self.least, other.most),
            product(self.most, other.least),
            product(self.most, other.most),
        ];
        Ok(Self::around(kind, &corners))
    }

    pub fn over(self, other: Self) -> Result<Self, NoValue> {
        let kind = self.kind.of_quotient(other.kind)?;
        if !self.is_at_least_zero() || !other.is_at_least_zero() {
            return Ok(Self { kind, least: None, most: None });
        }
        let quotient = |one: Option<Fraction>, other: Option<Fraction>| one?.over(other?).ok();
        // Divided by what may be any size, what is not negative is at least zero.
        let least = quotient(self.least, other.most).or(Some(Fraction::ZERO));
        let most = quotient(self.most, other.least.filter(|least| !least.is_zero()));
        Ok(Self { kind, least, most })
    }

    /// Both bounds changed by a monotonic operation.
    pub fn map(self, kind: Kind, operation: impl Fn(Fraction) -> Result<Fraction, NoValue>) -> Self {
        let changed = |bound: Option<Fraction>| operation(bound?).ok();
        Self { kind, least: changed(self.least), most: changed(self.most) }
    }

    /// The lesser of both numbers.
    pub fn min(self, other: Self) -> Result<Self, NoValue> {
        let kind = self.kind.of_sum(other.kind)?;
        let least = self.least.zip(other.least).map(|(one, other)| one.min(other));
        let most = [self.most, other.most].into_iter().flatten().min();
        Ok(Self { kind, least, most })
    }

    /// The greater of both numbers.
    pub fn max(self, other: Self) -> Result<Self, NoValue> {
        let kind = self.kind.of_sum(other.kind)?;
        let least = [self.least, other.least].into_iter().flatten().max();
        let most = self.most.zip(other.most).map(|(one, other)| one.max(other));
        Ok(Self { kind, least, most })
    }

    fn is_at_least_zero(self) -> bool {
        self.least.is_some_and(|least| least >= Fraction::ZERO)
    }

    fn around(kind: Kind, corners: &[Option<Fraction>]) -> Self {
        let known: Option<Vec<Fraction>> = corners.iter().copied().collect();
        let known = known.unwrap_or_default();
        Self { kind, least: known.iter().min().copied(), most: known.iter().max().copied() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn between(least: i64, most: i64) -> Bounds {
        Bounds { kind: Kind::Number, least: Some(Fraction::whole(least)), most: Some(Fraction::whole(most)) }
    }

    fn holds(bounds: Bounds, number: Fraction) -> bool {
        bounds.least.is_none_or(|least| least <= number) && bounds.most.is_none_or(|most| number <= most)
    }

    #[test]
    fn divided_by_what_may_be_zero_there_is_no_greatest() {
        let rate = between(3, 3).over(between(0, 10)).unwrap();
        assert_eq!((rate.least, rate.most), (Some(Fraction::new(3, 10).unwrap()), None));
        assert_eq!(between(0, 0).over(between(0, 10)).unwrap().only(), None, "0 ÷ 0 is no number");
    }

    #[test]
    fn nothing_times_anything_is_nothing() {
        let anything = Bounds { kind: Kind::Money, least: None, most: None };
        assert_eq!(between(0, 0).times(anything).unwrap().only(), Some(Fraction::ZERO));
    }

    proptest! {
        #[test]
        fn every_number_within_gives_a_result_within(
            a in -20_i64..20, b in 0_i64..20, c in -20_i64..20, d in 0_i64..20, x in 0_i64..20, y in 0_i64..20,
        ) {
            let (one, other) = (between(a, a + b), between(c, c + d));
            let (x, y) = (Fraction::whole(a + x.min(b)), Fraction::whole(c + y.min(d)));
            prop_assert!(holds(one.plus(other).unwrap(), x.plus(y).unwrap()));
            prop_assert!(holds(one.minus(other).unwrap(), x.minus(y).unwrap()));
            prop_assert!(holds(one.times(other).unwrap(), x.times(y).unwrap()));
            prop_assert!(holds(one.min(other).unwrap(), x.min(y)));
            prop_assert!(holds(one.max(other).unwrap(), x.max(y)));
            if let Ok(quotient) = x.over(y) {
                prop_assert!(holds(one.over(other).unwrap(), quotient));
            }
            if let Some(order) = one.compare(other) {
                prop_assert_eq!(order, x.cmp(&y));
            }
            if let Some(at_most) = one.at_most(other) {
                prop_assert_eq!(at_most, x <= y);
            }
        }
    }
}
