//! Civil months.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::date::{Date, DateError, digits, small};

/// A month of the years 1900 to 2199.
///
/// ```
/// use wengang_engine::Month;
/// assert_eq!(Month::parse("2024-11").unwrap().plus(3).unwrap().to_string(), "2025-02");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Month {
    year: u16,
    month: u8,
}

impl Month {
    /// The month with that number, 1…12.
    ///
    /// # Errors
    /// As [`Date::new`] of its first day.
    pub const fn new(year: u16, month: u8) -> Result<Self, DateError> {
        match Date::new(year, month, 1) {
            Ok(_) => Ok(Self { year, month }),
            Err(error) => Err(error),
        }
    }

    /// The month of a day.
    pub(super) const fn of(day: Date) -> Self {
        Self { year: day.year, month: day.month }
    }

    /// Reads `YYYY-MM`, exactly so.
    ///
    /// # Errors
    /// [`DateError::Form`] for another shape, otherwise as [`Month::new`].
    pub fn parse(text: &str) -> Result<Self, DateError> {
        let (year, month) = text.split_once('-').ok_or(DateError::Form)?;
        Self::new(digits(year, 4)?, small(digits(month, 2)?)?)
    }

    /// The year.
    #[must_use]
    pub const fn year(self) -> u16 {
        self.year
    }

    /// Its number in the year, 1…12.
    #[must_use]
    pub const fn number(self) -> u8 {
        self.month
    }

    /// The month `months` months later, or earlier where the number is negative.
    ///
    /// # Errors
    /// [`DateError::OutOfRange`] before 1900 or after 2199.
    pub fn plus(self, months: i32) -> Result<Self, DateError> {
        let count = i64::from(self.year) * 12 + i64::from(self.month) - 1 + i64::from(months);
        let year = u16::try_from(count.div_euclid(12)).map_err(|_| DateError::OutOfRange)?;
        let month = u8::try_from(count.rem_euclid(12)).map_err(|_| DateError::OutOfRange)?;
        Self::new(year, month.saturating_add(1))
    }

    /// Its first day.
    ///
    /// # Errors
    /// None for a month of this type; the constructor is checked all the same.
    pub const fn first_day(self) -> Result<Date, DateError> {
        Date::new(self.year, self.month, 1)
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year, self.month)
    }
}

impl fmt::Debug for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl TryFrom<String> for Month {
    type Error = DateError;

    fn try_from(text: String) -> Result<Self, DateError> {
        Self::parse(&text)
    }
}

impl From<Month> for String {
    fn from(month: Month) -> Self {
        month.to_string()
    }
}
