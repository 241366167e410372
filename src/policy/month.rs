//! Months of the calendar, for what is paid by the month.

use std::fmt;

use crate::policy::date::Date;
use crate::policy::error::ValueError;

/// A month of the Gregorian calendar, from 1900-01 to 2199-12.
///
/// ```
/// use wengang::policy::month::Month;
/// let first = Month::parse("2024-11").unwrap();
/// assert_eq!(first.plus(2).to_string(), "2025-01");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Month {
    year: u16,
    month: u8,
}

impl Month {
    /// Makes a month from its parts.
    ///
    /// # Errors
    /// [`ValueError::NoSuchDay`] for a month outside 1…12, [`ValueError::OutOfRange`] outside 1900…2199.
    pub fn from_parts(year: u32, month: u32) -> Result<Self, ValueError> {
        Date::from_parts(year, month, 1).map(Self::of)
    }

    /// Reads `YYYY-MM`, exactly so.
    ///
    /// # Errors
    /// [`ValueError::NotADate`] for another shape, otherwise as [`Month::from_parts`].
    pub fn parse(text: &str) -> Result<Self, ValueError> {
        if text.len() != "YYYY-MM".len() {
            return Err(ValueError::NotADate);
        }
        Date::parse(&[text, "-01"].concat()).map(Self::of)
    }

    /// The month a day lies in.
    #[must_use]
    pub const fn of(day: Date) -> Self {
        Self { year: day.year(), month: day.month() }
    }

    /// The calendar year.
    #[must_use]
    pub const fn year(self) -> u16 {
        self.year
    }

    /// The month, 1…12.
    #[must_use]
    pub const fn number(self) -> u8 {
        self.month
    }

    /// The month a number of months later.
    #[must_use]
    pub const fn plus(self, months: u16) -> Self {
        Self::of(self.first_day().plus_months(months))
    }

    /// Its first day.
    #[must_use]
    pub const fn first_day(self) -> Date {
        Date::new(self.year, self.month, 1)
    }
}

/// A month as the engine has it.
impl From<wengang_engine::Month> for Month {
    fn from(month: wengang_engine::Month) -> Self {
        Self { year: month.year(), month: month.number() }
    }
}

/// Prints `2024-08`.
impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year, self.month)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_run_over_the_year() {
        let november = Month::parse("2024-11").unwrap();
        assert_eq!(november.plus(1).to_string(), "2024-12");
        assert_eq!(november.plus(14).to_string(), "2026-01");
        assert_eq!(november.first_day(), Date::new(2024, 11, 1));
        assert_eq!(Month::of(Date::new(2024, 11, 30)), november);
    }

    #[test]
    fn only_the_one_shape_is_read() {
        for text in ["2024-1", "2024-001", "202401", "2024-01-01", "2024/01", ""] {
            assert_eq!(Month::parse(text), Err(ValueError::NotADate), "{text}");
        }
        assert_eq!(Month::parse("2024-13"), Err(ValueError::NoSuchDay));
        assert_eq!(Month::parse("2024-00"), Err(ValueError::NoSuchDay));
        assert_eq!(Month::parse("1899-12"), Err(ValueError::OutOfRange));
    }
}
