//! Shares: rates, limits and what is compared with them.

use serde::{Deserialize, Serialize};

use crate::error::NoValue;
use crate::fraction::Fraction;

/// A share, exact: it is compared by cross-multiplication, never as a rounded quotient.
///
/// ```
/// use wengang_engine::{Fraction, Ratio};
/// let (rate, limit) = (Ratio::new(Fraction::new(12, 200).unwrap()), Ratio::new(Fraction::new(55, 1000).unwrap()));
/// assert!(rate > limit);
/// assert_eq!(limit.decimal().unwrap(), "0.055");
/// assert_eq!(limit.percent().unwrap(), "5.5");
/// assert_eq!(rate.percent_beside(limit).unwrap().digits, "6.00");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
pub struct Ratio(Fraction);

/// A share in per cent, printed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Percent {
    /// The digits, without the per cent sign.
    pub digits: String,
    /// How many of them are decimals.
    pub places: u32,
}

/// The least number of decimals of a printed share.
const LEAST_PLACES: u32 = 2;
/// The greatest: no limit of a law and no count of persons needs more decimals to be distinguished.
const MOST_PLACES: u32 = 20;

impl Ratio {
    /// A share: a half is `Fraction::new(1, 2)`.
    #[must_use]
    pub const fn new(share: Fraction) -> Self {
        Self(share)
    }

    /// The share as a fraction.
    #[must_use]
    pub const fn get(self) -> Fraction {
        self.0
    }

    /// The share as a decimal with at least two places, `0.60` or `0.055`; rounded to two where its decimals do not end.
    ///
    /// # Errors
    /// [`NoValue::Overflow`], as for every print below.
    pub fn decimal(self) -> Result<String, NoValue> {
        self.0.to_decimal(self.0.decimal_places().unwrap_or(LEAST_PLACES).max(LEAST_PLACES))
    }

    /// The share in per cent without needless zeros, `5.5`; with two decimals where they do not end.
    ///
    /// # Errors
    /// [`NoValue::Overflow`].
    pub fn percent(self) -> Result<String, NoValue> {
        let hundredfold = self.hundredfold()?;
        hundredfold.to_decimal(hundredfold.decimal_places().unwrap_or(LEAST_PLACES))
    }

    /// The share in per cent with two decimals.
    ///
    /// # Errors
    /// [`NoValue::Overflow`].
    pub fn percent_rounded(self) -> Result<Percent, NoValue> {
        Ok(Percent { digits: self.hundredfold()?.to_decimal(LEAST_PLACES)?, places: LEAST_PLACES })
    }

    /// The share in per cent with two decimals, or with enough more to show on which side of the limit it is: 55001 of
    /// a million is `5.5001` against 5.5 %.
    ///
    /// # Errors
    /// [`NoValue::Overflow`].
    pub fn percent_against(self, limit: Self) -> Result<Percent, NoValue> {
        let (exact, bound) = (self.hundredfold()?, limit.hundredfold()?);
        let is_within = self <= limit;
        let mut places = LEAST_PLACES;
        while (exact.rounded(places)? <= bound) != is_within && places < MOST_PLACES {
            places = places.saturating_add(1);
        }
        Ok(Percent { digits: exact.to_decimal(places)?, places })
    }

    fn hundredfold(self) -> Result<Fraction, NoValue> {
        self.0.times(Fraction::whole(100))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ratio(numerator: i128, denominator: i128) -> Ratio {
        Ratio::new(Fraction::new(numerator, denominator).unwrap())
    }

    #[test]
    fn prints_two_places_or_more() {
        for (share, decimal, percent) in [
            (ratio(55, 1000), "0.055", "5.5"),
            (ratio(1, 5), "0.20", "20"),
            (ratio(1, 1), "1.00", "100"),
            (ratio(1, 3), "0.33", "33.33"),
        ] {
            assert_eq!(share.decimal().unwrap(), decimal);
            assert_eq!(share.percent().unwrap(), percent);
        }
    }

    #[test]
    fn the_printed_percentage_stays_on_its_side_of_the_limit() {
        let limit = ratio(55, 1000);
        for (numerator, denominator, printed) in
            [(11, 200, "5.50"), (6, 31, "19.35"), (55_001, 1_000_000, "5.5001"), (54_999, 1_000_000, "5.50")]
        {
            assert_eq!(ratio(numerator, denominator).percent_against(limit).unwrap().digits, printed);
        }
        assert_eq!(ratio(i128::MAX, 3).percent_against(limit), Err(NoValue::Overflow));
    }
}
