//! Money: 元 and 分, exact.

use std::fmt;

use rust_decimal::Decimal;

use crate::policy::error::ValueError;
use crate::policy::number::{Places, parse_decimal, round_half_up};
use crate::policy::ratio::Ratio;

/// An amount of 元 with whole 分, never negative.
///
/// INVARIANT: the scale is two.
///
/// ```
/// use wengang::policy::{money::Money, ratio::Ratio};
/// let premium = Money::parse("3025.14").unwrap();
/// let rate = Ratio::from_milli_percent(60_000);
/// assert_eq!(premium.share(rate).to_string(), "1815.08");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Money(Decimal);

impl Money {
    /// The amount of a number of 分; `None` beyond the range of a decimal.
    #[must_use]
    pub fn of_fen(fen: i128) -> Option<Self> {
        Decimal::try_from_i128_with_scale(fen, Self::PLACES.0).ok().map(Self)
    }

    /// Reads a sum as it is printed, with two decimals, however large.
    #[must_use]
    pub fn parse_sum(text: &str) -> Option<Self> {
        let (yuan, fen) = text.split_once('.').filter(|(_, fen)| fen.len() == 2)?;
        Self::of_fen([yuan, fen].concat().parse().ok()?)
    }

    /// The greatest amount the product takes as input, in 元.
    pub const MAX_YUAN: u64 = 1_000_000_000_000;
    /// 分 are hundredths.
    pub const PLACES: Places = Places(2);

    /// An amount in 分, as the packs hold it.
    #[must_use]
    pub const fn from_fen(fen: u64) -> Self {
        Self(Decimal::from_parts(fen as u32, (fen >> 32) as u32, 0, false, 2))
    }

    /// Reads an amount in 元 with at most two decimals: `109207.30`.
    ///
    /// # Errors
    /// As [`parse_decimal`], up to [`Money::MAX_YUAN`].
    pub fn parse(text: &str) -> Result<Self, ValueError> {
        parse_decimal(text, Self::PLACES, Self::MAX_YUAN).map(|value| Self(round_half_up(value, 2)))
    }

    /// The share of the amount, multiplied exactly and rounded once, half up to 分.
    #[must_use]
    pub fn share(self, rate: Ratio) -> Self {
        Self(round_half_up(self.0 * rate.decimal(), 2))
    }

    /// The amount in 元 as an exact decimal with two places.
    #[must_use]
    pub const fn yuan(self) -> Decimal {
        self.0
    }
}

/// Prints 元 with two decimals and nothing else: `30000.00`.
impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_a_fen_rounds_up() {
        let third = Ratio::from_milli_percent(30_000);
        for (premium, refund) in [("0.05", "0.02"), ("13.95", "4.19"), ("0.01", "0.00")] {
            assert_eq!(Money::parse(premium).unwrap().share(third).to_string(), refund, "{premium}");
        }
    }

    #[test]
    fn every_premium_up_to_two_thousand_yuan_agrees_with_whole_numbers() {
        for percent in [30_u64, 60, 90] {
            let rate = Ratio::from_milli_percent(u32::try_from(percent).unwrap() * 1000);
            for fen in 0..200_000_u64 {
                let expected = (fen * percent + 50) / 100;
                assert_eq!(Money::from_fen(fen).share(rate), Money::from_fen(expected), "{fen} at {percent} %");
            }
        }
    }

    #[test]
    fn reads_only_plain_amounts() {
        assert_eq!(Money::parse("109207.30").unwrap(), Money::from_fen(10_920_730));
        assert_eq!(Money::parse("5").unwrap().to_string(), "5.00");
        assert_eq!(Money::parse("1000000000000").unwrap().to_string(), "1000000000000.00");
        assert_eq!(Money::parse("1000000000000.01"), Err(ValueError::OutOfRange));
        assert_eq!(Money::parse("99999999999999999999999999999999"), Err(ValueError::OutOfRange));
        assert_eq!(Money::parse("-1"), Err(ValueError::OutOfRange));
        assert_eq!(Money::parse("0.005"), Err(ValueError::TooManyPlaces));
        for text in ["", "1e3", "1,000", " 1", "1.", ".5", "+1", "１", "1.2.3", "NaN"] {
            assert_eq!(Money::parse(text), Err(ValueError::NotANumber), "{text}");
        }
    }
}
