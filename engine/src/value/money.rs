//! Money: 元, exact.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::error::NoValue;
use crate::fraction::Fraction;

/// An amount of 元, exact: a share of a premium has as many decimals as it has, until a step rounds it.
///
/// ```
/// use wengang_engine::{Fraction, Money};
/// let share = Money::new(Fraction::decimal(9, 3).unwrap());
/// assert_eq!(share.rounded().unwrap().to_string(), "0.01");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
pub struct Money(Fraction);

/// 分 are hundredths of 元.
const PLACES: u32 = 2;

impl Money {
    /// No money.
    pub const NOTHING: Self = Self(Fraction::ZERO);

    /// An amount of 元.
    #[must_use]
    pub const fn new(yuan: Fraction) -> Self {
        Self(yuan)
    }

    /// The amount in 元.
    #[must_use]
    pub const fn get(self) -> Fraction {
        self.0
    }

    /// The amount rounded half up to 分.
    ///
    /// # Errors
    /// [`NoValue::Overflow`].
    pub fn rounded(self) -> Result<Self, NoValue> {
        self.0.rounded(PLACES).map(Self)
    }

    /// The amount with commas, for reading: `30,000.00`.
    ///
    /// # Errors
    /// [`NoValue::Overflow`].
    pub fn grouped(self) -> Result<String, NoValue> {
        let printed = self.0.to_decimal(PLACES)?;
        let (sign, digits) = printed.strip_prefix('-').map_or(("", printed.as_str()), |digits| ("-", digits));
        let (whole, decimals) = digits.split_once('.').unwrap_or((digits, "00"));
        let mut grouped = sign.to_owned();
        for (index, digit) in whole.chars().enumerate() {
            if index > 0 && whole.len().saturating_sub(index).is_multiple_of(3) {
                grouped.push(',');
            }
            grouped.push(digit);
        }
        Ok(format!("{grouped}.{decimals}"))
    }
}

/// Prints 元 with two decimals and nothing else: `30000.00`.
impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.to_decimal(PLACES).map_err(|_| fmt::Error)?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_premium_up_to_two_thousand_yuan_agrees_with_whole_numbers() {
        for percent in [30_i64, 60, 90] {
            let rate = Fraction::new(i128::from(percent), 100).unwrap();
            for fen in 0..200_000_i64 {
                let premium = Fraction::new(i128::from(fen), 100).unwrap();
                let share = Money::new(premium.times(rate).unwrap()).rounded().unwrap();
                let expected = (fen * percent + 50) / 100;
                assert_eq!(share.get(), Fraction::new(i128::from(expected), 100).unwrap(), "{fen} at {percent} %");
            }
        }
    }

    #[test]
    fn groups_by_thousands() {
        for (fen, printed) in [
            (0, "0.00"),
            (99_950, "999.50"),
            (100_000, "1,000.00"),
            (123_456_789, "1,234,567.89"),
            (-100_000, "-1,000.00"),
            (100_000_000_000_000, "1,000,000,000,000.00"),
        ] {
            assert_eq!(Money::new(Fraction::new(fen, 100).unwrap()).grouped().unwrap(), printed);
        }
    }
}
