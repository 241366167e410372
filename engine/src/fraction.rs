//! Exact fractions: the number under every quantity.

use std::cmp::Ordering;

use serde::{Deserialize, Serialize};

use crate::error::NoValue;

/// An exact fraction of whole numbers.
///
/// INVARIANT: the denominator is positive. A fraction need not be in lowest terms: 6 of 30 insured stays 6 ÷ 30, so that
/// a printed rate shows the numbers it was made of. Equality and order compare by cross-multiplication and do not see
/// the difference.
///
/// ```
/// use wengang_engine::Fraction;
/// let rate = Fraction::new(6, 30).unwrap();
/// assert_eq!(rate, Fraction::new(1, 5).unwrap());
/// assert_eq!((rate.numerator(), rate.denominator()), (6, 30));
/// ```
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[serde(try_from = "(i128, i128)", into = "(i128, i128)")]
pub struct Fraction {
    numerator: i128,
    denominator: i128,
}

impl Fraction {
    /// Nothing.
    pub const ZERO: Self = Self::whole(0);

    /// A whole number.
    #[must_use]
    pub const fn whole(number: i64) -> Self {
        Self { numerator: number as i128, denominator: 1 }
    }

    /// A fraction with these terms, which are not reduced.
    ///
    /// # Errors
    /// [`NoValue::DivisionByZero`] where the denominator is zero, [`NoValue::Overflow`] where a sign cannot be moved.
    pub fn new(numerator: i128, denominator: i128) -> Result<Self, NoValue> {
        match denominator {
            0 => Err(NoValue::DivisionByZero),
            1.. => Ok(Self { numerator, denominator }),
            _ => Ok(Self {
                numerator: numerator.checked_neg().ok_or(NoValue::Overflow)?,
                denominator: denominator.checked_neg().ok_or(NoValue::Overflow)?,
            }),
        }
    }

    /// A number with `places` decimals, from its digits: 5.5 is `decimal(55, 1)`.
    ///
    /// # Errors
    /// [`NoValue::Overflow`] where there are too many places.
    pub fn decimal(digits: i128, places: u32) -> Result<Self, NoValue> {
        Self::new(digits, power_of_ten(places)?)
    }

    /// The upper term.
    #[must_use]
    pub const fn numerator(self) -> i128 {
        self.numerator
    }

    /// The lower term, which is positive.
    #[must_use]
    pub const fn denominator(self) -> i128 {
        self.denominator
    }

    /// Whether it is zero.
    #[must_use]
    pub const fn is_zero(self) -> bool {
        self.numerator == 0
    }

    /// The same fraction in lowest terms.
    #[must_use]
    pub fn reduced(self) -> Self {
        if self.denominator == 1 {
            return self;
        }
        let divisor = greatest_common_divisor(self.numerator, self.denominator);
        // The divisor is at least 1: neither division can fail.
        let divided = |term: i128| term.checked_div(divisor).unwrap_or(term);
        Self { numerator: divided(self.numerator), denominator: divided(self.denominator) }
    }

    /// The sum, in lowest terms.
    ///
    /// # Errors
    /// [`NoValue::Overflow`], as for every operation below.
    pub fn plus(self, other: Self) -> Result<Self, NoValue> {
        let (one, other) = (self.reduced(), other.reduced());
        if one.denominator == 1 && other.denominator == 1 {
            return Self::new(one.numerator.checked_add(other.numerator).ok_or(NoValue::Overflow)?, 1);
        }
        let left = product(one.numerator, other.denominator)?;
        let right = product(other.numerator, one.denominator)?;
        let numerator = left.checked_add(right).ok_or(NoValue::Overflow)?;
        Ok(Self::new(numerator, product(one.denominator, other.denominator)?)?.reduced())
    }

    /// The difference, in lowest terms.
    ///
    /// # Errors
    /// [`NoValue::Overflow`].
    pub fn minus(self, other: Self) -> Result<Self, NoValue> {
        let negative = other.numerator.checked_neg().ok_or(NoValue::Overflow)?;
        self.plus(Self { numerator: negative, ..other })
    }

    /// The product, in lowest terms.
    ///
    /// # Errors
    /// [`NoValue::Overflow`].
    pub fn times(self, other: Self) -> Result<Self, NoValue> {
        // Crosswise in lowest terms first, so that the product overflows only where the result does.
        let one = Self { numerator: self.numerator, denominator: other.denominator }.reduced();
        let two = Self { numerator: other.numerator, denominator: self.denominator }.reduced();
        let numerator = product(one.numerator, two.numerator)?;
        Ok(Self::new(numerator, product(one.denominator, two.denominator)?)?.reduced())
    }

    /// The quotient, its terms only multiplied out: 6 ÷ 30.5 is 12 ÷ 61, and 6 ÷ 30 stays so.
    ///
    /// # Errors
    /// [`NoValue::DivisionByZero`], [`NoValue::Overflow`].
    pub fn over(self, other: Self) -> Result<Self, NoValue> {
        let (one, other) = (self.reduced(), other.reduced());
        Self::new(product(one.numerator, other.denominator)?, product(one.denominator, other.numerator)?)
    }

    /// The greatest whole number that is not above it.
    #[must_use]
    pub const fn floor(self) -> i128 {
        self.numerator.div_euclid(self.denominator)
    }

    /// 四舍五入: rounded to `places` decimals, half away from zero.
    ///
    /// # Errors
    /// [`NoValue::Overflow`].
    pub fn rounded(self, places: u32) -> Result<Self, NoValue> {
        Self::decimal(self.rounded_digits(places)?, places)
    }

    /// The number with exactly `places` decimals, rounded half away from zero: `19.35`.
    ///
    /// # Errors
    /// [`NoValue::Overflow`].
    pub fn to_decimal(self, places: u32) -> Result<String, NoValue> {
        let digits = self.rounded_digits(places)?;
        let sign = if digits < 0 { "-" } else { "" };
        let (width, digits) = (places as usize, shown(digits.unsigned_abs()));
        if width == 0 {
            return Ok(format!("{sign}{digits}"));
        }
        let digits = format!("{digits:0>least$}", least = width.saturating_add(1));
        let (whole, decimals) = digits.split_at(digits.len().saturating_sub(width));
        Ok(format!("{sign}{whole}.{decimals}"))
    }

    /// The number without needless zeros, where its decimals end: 30.5, but nothing for a third.
    #[must_use]
    pub fn exact_decimal(self) -> Option<String> {
        self.to_decimal(self.decimal_places()?).ok()
    }

    /// How many decimals it has, where they end.
    #[must_use]
    pub fn decimal_places(self) -> Option<u32> {
        let (mut left, mut twos, mut fives) = (self.reduced().denominator, 0_u32, 0_u32);
        if left == 1 {
            return Some(0);
        }
        while left % 2 == 0 {
            (left, twos) = (left / 2, twos.saturating_add(1));
        }
        while left % 5 == 0 {
            (left, fives) = (left / 5, fives.saturating_add(1));
        }
        (left == 1).then_some(twos.max(fives))
    }

    fn rounded_digits(self, places: u32) -> Result<i128, NoValue> {
        let reduced = self.reduced();
        let numerator = product(reduced.numerator.checked_abs().ok_or(NoValue::Overflow)?, power_of_ten(places)?)?;
        let doubled = product(numerator, 2)?.checked_add(reduced.denominator).ok_or(NoValue::Overflow)?;
        let digits = doubled.checked_div(product(reduced.denominator, 2)?).ok_or(NoValue::Overflow)?;
        Ok(if reduced.numerator < 0 { -digits } else { digits })
    }
}

impl PartialEq for Fraction {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Fraction {}

impl PartialOrd for Fraction {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Fraction {
    fn cmp(&self, other: &Self) -> Ordering {
        if self.denominator == other.denominator {
            return self.numerator.cmp(&other.numerator);
        }
        let left = self.numerator.checked_mul(other.denominator);
        let right = other.numerator.checked_mul(self.denominator);
        match (left, right) {
            (Some(left), Some(right)) => left.cmp(&right),
            _ => compare_large(*self, *other),
        }
    }
}

/// Compares whole parts, then what is left of both turned over, as Euclid does: no product, so no overflow.
fn compare_large(one: Fraction, other: Fraction) -> Ordering {
    let (mut one, mut other, mut turned) = (one, other, false);
    loop {
        let wholes = one.floor().cmp(&other.floor());
        let remainders = (one.numerator.rem_euclid(one.denominator), other.numerator.rem_euclid(other.denominator));
        let order = match (wholes, remainders) {
            (Ordering::Equal, (0, 0)) => Ordering::Equal,
            (Ordering::Equal, (0, _)) => Ordering::Less,
            (Ordering::Equal, (_, 0)) => Ordering::Greater,
            (Ordering::Equal, (left, right)) => {
                one = Fraction { numerator: one.denominator, denominator: left };
                other = Fraction { numerator: other.denominator, denominator: right };
                turned = !turned;
                continue;
            }
            (unequal, _) => unequal,
        };
        return if turned { order.reverse() } else { order };
    }
}

impl TryFrom<(i128, i128)> for Fraction {
    type Error = NoValue;

    fn try_from((numerator, denominator): (i128, i128)) -> Result<Self, NoValue> {
        Self::new(numerator, denominator)
    }
}

impl From<Fraction> for (i128, i128) {
    fn from(fraction: Fraction) -> Self {
        (fraction.numerator, fraction.denominator)
    }
}

fn product(one: i128, other: i128) -> Result<i128, NoValue> {
    match (i64::try_from(one), i64::try_from(other)) {
        // Never too large, and not checked at the cost of several divisions.
        (Ok(one), Ok(other)) => Ok(i128::from(one).wrapping_mul(i128::from(other))),
        _ => one.checked_mul(other).ok_or(NoValue::Overflow),
    }
}

/// The digits of a number; few are longer than what processors divide at once.
fn shown(number: u128) -> String {
    u64::try_from(number).map_or_else(|_| number.to_string(), |short| short.to_string())
}

fn power_of_ten(places: u32) -> Result<i128, NoValue> {
    10_i128.checked_pow(places).ok_or(NoValue::Overflow)
}

/// At least 1; the greatest number that divides both.
fn greatest_common_divisor(one: i128, other: i128) -> i128 {
    let (mut one, mut other) = (one.unsigned_abs(), other.unsigned_abs());
    // Processors divide 64 bits, and amounts of money are not greater.
    if let (Ok(mut small), Ok(mut least)) = (u64::try_from(one), u64::try_from(other)) {
        while least != 0 {
            (small, least) = (least, small % least);
        }
        return i128::from(small.max(1));
    }
    while other != 0 {
        (one, other) = (other, one % other);
    }
    i128::try_from(one).unwrap_or(1).max(1)
}

#[cfg(test)]
mod tests;
