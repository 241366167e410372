//! Counts: persons, months, certificates.

use serde::{Deserialize, Serialize};

use crate::error::NoValue;
use crate::fraction::Fraction;

/// A count. An average of counts may be a fraction: 365 person-months are 365 ÷ 12 persons, exactly.
///
/// ```
/// use wengang_engine::{Count, Fraction};
/// let average = Count::new(Fraction::new(365, 12).unwrap());
/// assert_eq!(average.formula(), "365 ÷ 12");
/// assert_eq!(average.shown().unwrap(), "30.42");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
pub struct Count(Fraction);

/// Decimals of an average that does not end.
const PLACES: u32 = 2;

impl Count {
    /// A count.
    #[must_use]
    pub const fn new(number: Fraction) -> Self {
        Self(number)
    }

    /// The count as a fraction.
    #[must_use]
    pub const fn get(self) -> Fraction {
        self.0
    }

    /// The count in a formula: `120`, `30.5` or `365 ÷ 12`.
    #[must_use]
    pub fn formula(self) -> String {
        let terms = self.0.reduced();
        self.0.exact_decimal().unwrap_or_else(|| format!("{} ÷ {}", terms.numerator(), terms.denominator()))
    }

    /// The count for reading: exact where its decimals end, so that 30.000001 does not read as 30, else with two.
    ///
    /// # Errors
    /// [`NoValue::Overflow`].
    pub fn shown(self) -> Result<String, NoValue> {
        self.0.exact_decimal().map_or_else(|| self.0.to_decimal(PLACES), Ok)
    }
}
