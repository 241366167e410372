//! Civil days: no clock and no time zone.

mod month;

use std::fmt;

use serde::{Deserialize, Serialize};

pub use month::Month;

/// Why a day or a month is refused.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum DateError {
    /// Not `YYYY-MM-DD` or `YYYY-MM`.
    #[error("not written as YYYY-MM-DD or YYYY-MM")]
    Form,
    /// The calendar has no such day.
    #[error("no such day in the calendar")]
    NoSuchDay,
    /// Before 1900 or after 2199.
    #[error("outside the years 1900 to 2199")]
    OutOfRange,
}

/// A day of the Gregorian calendar from 1900 to 2199.
///
/// INVARIANT: the day exists. There is no 30 February; the constructor checks that in constants too:
///
/// ```compile_fail
/// use wengang_engine::Date;
/// const NO_SUCH_DAY: Date = match Date::new(2024, 2, 30) { Ok(day) => day, Err(_) => panic!() };
/// println!("{NO_SUCH_DAY}");
/// ```
///
/// ```
/// use wengang_engine::Date;
/// let issued = Date::new(2024, 2, 29).unwrap();
/// assert_eq!(issued.plus_months(12).unwrap().to_string(), "2025-02-28");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

impl Date {
    /// The first day there is.
    pub(crate) const FIRST: Self = Self { year: FIRST_YEAR, month: 1, day: 1 };

    /// The day with these parts.
    ///
    /// # Errors
    /// [`DateError::NoSuchDay`] where the calendar has no such day, [`DateError::OutOfRange`] outside 1900…2199.
    pub const fn new(year: u16, month: u8, day: u8) -> Result<Self, DateError> {
        if month < 1 || month > 12 || day < 1 || day > last_day_of(year, month) {
            return Err(DateError::NoSuchDay);
        }
        if year < FIRST_YEAR || year > LAST_YEAR {
            return Err(DateError::OutOfRange);
        }
        Ok(Self { year, month, day })
    }

    /// Reads `YYYY-MM-DD`, exactly so.
    ///
    /// # Errors
    /// [`DateError::Form`] for another shape, otherwise as [`Date::new`].
    pub fn parse(text: &str) -> Result<Self, DateError> {
        let mut parts = text.split('-');
        match (parts.next(), parts.next(), parts.next(), parts.next()) {
            (Some(year), Some(month), Some(day), None) => {
                Self::new(digits(year, 4)?, small(digits(month, 2)?)?, small(digits(day, 2)?)?)
            }
            _ => Err(DateError::Form),
        }
    }

    /// The calendar year.
    #[must_use]
    pub const fn year(self) -> u16 {
        self.year
    }

    /// The month, 1…12.
    #[must_use]
    pub const fn month(self) -> u8 {
        self.month
    }

    /// The day of the month, 1…31.
    #[must_use]
    pub const fn day(self) -> u8 {
        self.day
    }

    /// The same day `months` later, or the last day of that month where it has no such day (民法典 §§201–202).
    ///
    /// # Errors
    /// [`DateError::OutOfRange`] before 1900 or after 2199.
    pub fn plus_months(self, months: i32) -> Result<Self, DateError> {
        let month = self.month_of().plus(months)?;
        Self::new(month.year(), month.number(), self.day.min(last_day_of(month.year(), month.number())))
    }

    /// The day after.
    ///
    /// # Errors
    /// [`DateError::OutOfRange`] after the last day of 2199.
    pub fn next(self) -> Result<Self, DateError> {
        if self.day < last_day_of(self.year, self.month) {
            return Self::new(self.year, self.month, self.day.saturating_add(1));
        }
        self.month_of().plus(1)?.first_day()
    }

    /// The day before.
    ///
    /// # Errors
    /// [`DateError::OutOfRange`] before the first day of 1900.
    pub fn previous(self) -> Result<Self, DateError> {
        match self.day.checked_sub(1).filter(|day| *day > 0) {
            Some(day) => Self::new(self.year, self.month, day),
            None => {
                let month = self.month_of().plus(-1)?;
                Self::new(month.year(), month.number(), last_day_of(month.year(), month.number()))
            }
        }
    }

    /// The day `days` days later, or earlier where the number is negative.
    ///
    /// # Errors
    /// [`DateError::OutOfRange`] before 1900 or after 2199.
    pub fn plus_days(self, days: i32) -> Result<Self, DateError> {
        let number = i64::from(self.day_number()) + i64::from(days);
        let last = i64::from(Self { year: LAST_YEAR, month: 12, day: 31 }.day_number());
        match u32::try_from(number) {
            Ok(number) if i64::from(number) <= last => Self::of_day_number(number),
            _ => Err(DateError::OutOfRange),
        }
    }

    /// The month of the day.
    #[must_use]
    pub const fn month_of(self) -> Month {
        Month::of(self)
    }

    /// Where the day is a Saturday or a Sunday, the Monday after it.
    ///
    /// ```
    /// use wengang_engine::Date;
    /// let saturday = Date::new(2024, 12, 14).unwrap();
    /// assert_eq!(saturday.monday_after_weekend(), Date::new(2024, 12, 16).ok());
    /// assert_eq!(Date::new(2024, 12, 16).unwrap().monday_after_weekend(), None);
    /// ```
    #[must_use]
    pub fn monday_after_weekend(self) -> Option<Self> {
        // 0000-03-01 was a Wednesday: Saturdays are 3, Sundays 4 after a multiple of seven.
        let days = match self.day_number() % 7 {
            3 => 2,
            4 => 1,
            _ => return None,
        };
        (0..days).try_fold(self, |day, _| day.next().ok())
    }

    /// Whole days since 0000-03-01.
    const fn day_number(self) -> u32 {
        // Years begin in March, so that the leap day is the last of its year.
        let (year, month) = if self.month > 2 {
            (self.year as u32, self.month as u32 - 3)
        } else {
            (self.year as u32 - 1, self.month as u32 + 9)
        };
        year * 365 + year / 4 - year / 100 + year / 400 + (month * 153 + 2) / 5 + self.day as u32 - 1
    }

    /// The day of that [number](Self::day_number).
    fn of_day_number(number: u32) -> Result<Self, DateError> {
        // Of the four centuries in which the calendar repeats, then of its year that begins in March.
        let (era, of_era) = (number / 146_097, number % 146_097);
        let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (year * 365 + year / 4 - year / 100);
        let month = (of_year * 5 + 2) / 153;
        let day = of_year - (month * 153 + 2) / 5 + 1;
        let (month, later) = if month < 10 { (month + 3, 0) } else { (month - 9, 1) };
        let year = u16::try_from(era * 400 + year + later).map_err(|_| DateError::OutOfRange)?;
        let (month, day) = (u8::try_from(month), u8::try_from(day));
        Self::new(year, month.map_err(|_| DateError::NoSuchDay)?, day.map_err(|_| DateError::NoSuchDay)?)
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl fmt::Debug for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl TryFrom<String> for Date {
    type Error = DateError;

    fn try_from(text: String) -> Result<Self, DateError> {
        Self::parse(&text)
    }
}

impl From<Date> for String {
    fn from(date: Date) -> Self {
        date.to_string()
    }
}

const FIRST_YEAR: u16 = 1900;
const LAST_YEAR: u16 = 2199;

const fn last_day_of(year: u16, month: u8) -> u8 {
    match month {
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

fn digits(text: &str, length: usize) -> Result<u16, DateError> {
    if text.len() != length || !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(DateError::Form);
    }
    text.parse().map_err(|_| DateError::Form)
}

fn small(number: u16) -> Result<u8, DateError> {
    u8::try_from(number).map_err(|_| DateError::NoSuchDay)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        Date::parse(text).unwrap()
    }

    #[test]
    fn refuses_days_that_do_not_exist() {
        for text in ["2023-02-29", "2023-02-30", "2024-13-01", "2024-00-10", "2024-04-31", "2024-01-00"] {
            assert_eq!(Date::parse(text), Err(DateError::NoSuchDay), "{text}");
        }
        for text in ["", "2024", "2024-1-5", "20240105", "2024-01-05 ", "２０２４-01-05", "2024-01-05-"] {
            assert_eq!(Date::parse(text), Err(DateError::Form), "{text}");
        }
        assert_eq!(Date::parse("1899-12-31"), Err(DateError::OutOfRange));
        assert_eq!(Date::parse("2200-01-01"), Err(DateError::OutOfRange));
        assert_eq!(day("2199-12-31").next(), Err(DateError::OutOfRange));
        assert_eq!(day("2199-12-31").plus_months(i32::MAX), Err(DateError::OutOfRange));
        assert_eq!(day("1900-01-01").plus_months(i32::MIN), Err(DateError::OutOfRange));
        assert_eq!(day("2199-12-30").plus_days(1), Ok(day("2199-12-31")));
        assert_eq!(day("1900-01-02").plus_days(-1), Ok(day("1900-01-01")));
        for (from, days) in [("2199-12-31", 1), ("2199-12-31", i32::MAX), ("1900-01-01", -1), ("1900-01-01", i32::MIN)]
        {
            assert_eq!(day(from).plus_days(days), Err(DateError::OutOfRange), "{from} + {days}");
        }
    }

    #[test]
    fn a_period_of_months_ends_on_the_last_day_where_the_day_is_missing() {
        for (from, months, to) in [
            ("2024-02-29", 12, "2025-02-28"),
            ("2023-02-28", 12, "2024-02-28"),
            ("2023-08-31", 6, "2024-02-29"),
            ("2024-12-31", 12, "2025-12-31"),
            ("2024-03-31", -1, "2024-02-29"),
        ] {
            assert_eq!(day(from).plus_months(months), Ok(day(to)), "{from} + {months}");
        }
    }

    #[test]
    fn agrees_with_another_calendar_on_every_day() {
        let (mut ours, mut theirs) = (day("1999-12-31"), jiff::civil::date(1999, 12, 31));
        for _ in 0..20_000 {
            assert_eq!(ours.to_string(), theirs.to_string());
            let weekend = matches!(theirs.weekday(), jiff::civil::Weekday::Saturday | jiff::civil::Weekday::Sunday);
            assert_eq!(ours.monday_after_weekend().is_some(), weekend, "{ours}");
            for months in [-1, 1, 6, 12, 36] {
                let later = theirs.checked_add(jiff::Span::new().months(i64::from(months))).unwrap();
                assert_eq!(ours.plus_months(months).unwrap().to_string(), later.to_string());
            }
            for days in [-400, -1, 0, 1, 92, 1461] {
                let later = theirs.checked_add(jiff::Span::new().days(i64::from(days))).unwrap();
                assert_eq!(ours.plus_days(days).unwrap().to_string(), later.to_string());
            }
            (ours, theirs) = (ours.next().unwrap(), theirs.tomorrow().unwrap());
        }
    }
}
