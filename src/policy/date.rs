//! Civil dates: a day in the calendar, without a clock and without a time zone.

use std::fmt;

use crate::policy::error::ValueError;

/// A day of the Gregorian calendar between [`Date::MIN`] and [`Date::MAX`].
///
/// INVARIANT: the day exists (no 30 February); the fields are ordered so that `Ord` is the order of days.
///
/// ```
/// use wengang::policy::date::Date;
/// let issued = Date::parse("2024-02-29").unwrap();
/// assert_eq!(issued.plus_months(12).to_string(), "2025-02-28");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

impl Date {
    /// The first day the product takes: 1900-01-01.
    pub const MIN: Self = Self::new(1900, 1, 1);
    /// The last day the product takes: 2199-12-31.
    pub const MAX: Self = Self::new(2199, 12, 31);

    /// Makes a day that the source code or a pack writes down; in a constant, a wrong day does not compile.
    ///
    /// A day that does not exist is moved to the last day of its month, a month outside 1…12 to the nearest.
    #[must_use]
    pub const fn new(year: u16, month: u8, day: u8) -> Self {
        let month = if month < 1 {
            1
        } else if month > 12 {
            12
        } else {
            month
        };
        let last = last_day_of(year, month);
        let day = if day < 1 {
            1
        } else if day > last {
            last
        } else {
            day
        };
        Self { year, month, day }
    }

    /// A day of the engine.
    #[must_use]
    pub const fn of(day: wengang_engine::Date) -> Self {
        Self { year: day.year(), month: day.month(), day: day.day() }
    }

    /// Makes a day from its parts.
    ///
    /// # Errors
    /// [`ValueError::NoSuchDay`] where the calendar has no such day, [`ValueError::OutOfRange`] outside 1900…2199.
    pub fn from_parts(year: u32, month: u32, day: u32) -> Result<Self, ValueError> {
        let (Ok(year), Ok(month), Ok(day)) = (u16::try_from(year), u8::try_from(month), u8::try_from(day)) else {
            return Err(ValueError::NoSuchDay);
        };
        if !(1..=12).contains(&month) || day < 1 || day > last_day_of(year, month) {
            return Err(ValueError::NoSuchDay);
        }
        let date = Self { year, month, day };
        if (Self::MIN..=Self::MAX).contains(&date) { Ok(date) } else { Err(ValueError::OutOfRange) }
    }

    /// Reads `YYYY-MM-DD`, exactly so.
    ///
    /// # Errors
    /// [`ValueError::NotADate`] for another shape, otherwise as [`Date::from_parts`].
    pub fn parse(text: &str) -> Result<Self, ValueError> {
        let mut parts = text.split('-');
        let (Some(year), Some(month), Some(day), None) = (parts.next(), parts.next(), parts.next(), parts.next())
        else {
            return Err(ValueError::NotADate);
        };
        Self::from_parts(digits(year, 4)?, digits(month, 2)?, digits(day, 2)?)
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
    #[must_use]
    pub const fn plus_months(self, months: u16) -> Self {
        let count = self.month as u16 - 1 + months % 12;
        let year = self.year + months / 12 + count / 12;
        Self::new(year, (count % 12) as u8 + 1, self.day)
    }

    /// The day after.
    #[must_use]
    pub const fn next(self) -> Self {
        if self.day < last_day_of(self.year, self.month) {
            return Self { day: self.day + 1, ..self };
        }
        Self { day: 1, ..self }.plus_months(1)
    }

    /// The day before.
    #[must_use]
    pub const fn previous(self) -> Self {
        if self.day > 1 {
            return Self { day: self.day - 1, ..self };
        }
        let (year, month) = if self.month > 1 { (self.year, self.month - 1) } else { (self.year - 1, 12) };
        Self { year, month, day: last_day_of(year, month) }
    }

    /// The 1 January of a year.
    #[must_use]
    pub const fn year_start(year: u16) -> Self {
        Self::new(year, 1, 1)
    }

    /// Whole days since 0000-03-01: only differences mean anything.
    #[must_use]
    pub const fn day_number(self) -> u32 {
        // Years begin in March, so that the leap day is the last of its year.
        let (year, month) = if self.month > 2 {
            (self.year as u32, self.month as u32 - 3)
        } else {
            (self.year as u32 - 1, self.month as u32 + 9)
        };
        year * 365 + year / 4 - year / 100 + year / 400 + (month * 153 + 2) / 5 + self.day as u32 - 1
    }

    /// Where the day is a Saturday or a Sunday, the Monday after it.
    #[must_use]
    pub const fn monday_after_weekend(self) -> Option<Self> {
        // 0000-03-01 was a Wednesday: Saturdays are 3, Sundays 4 after a multiple of seven.
        match self.day_number() % 7 {
            3 => Some(self.next().next()),
            4 => Some(self.next()),
            _ => None,
        }
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

/// A closed run of days, both ends included.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Window {
    /// The first day.
    pub from: Date,
    /// The last day; `None`: no end is set.
    pub to: Option<Date>,
}

impl Window {
    /// Whether the day lies in the window.
    #[must_use]
    pub fn contains(&self, day: Date) -> bool {
        self.from <= day && self.to.is_none_or(|to| day <= to)
    }
}

const fn last_day_of(year: u16, month: u8) -> u8 {
    match month {
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

fn digits(text: &str, length: usize) -> Result<u32, ValueError> {
    if text.len() != length || !text.bytes().all(|b| b.is_ascii_digit()) {
        return Err(ValueError::NotADate);
    }
    text.parse().map_err(|_| ValueError::NotADate)
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
            assert_eq!(Date::parse(text), Err(ValueError::NoSuchDay), "{text}");
        }
        for text in ["", "2024", "2024-1-5", "20240105", "2024-01-05 ", "２０２４-01-05", "2024-01-05-"] {
            assert_eq!(Date::parse(text), Err(ValueError::NotADate), "{text}");
        }
        assert_eq!(format!("{:?}", day("2024-01-05")), "2024-01-05", "what a failing test says");
        assert_eq!(Date::parse("1899-12-31"), Err(ValueError::OutOfRange));
        assert_eq!(Date::parse("2200-01-01"), Err(ValueError::OutOfRange));
    }

    #[test]
    fn months_end_on_the_last_day_where_the_day_is_missing() {
        for (from, months, to) in [
            ("2024-02-29", 12, "2025-02-28"),
            ("2023-02-28", 12, "2024-02-28"),
            ("2024-08-31", 6, "2025-02-28"),
            ("2023-08-31", 6, "2024-02-29"),
            ("2024-01-31", 1, "2024-02-29"),
            ("2024-12-31", 12, "2025-12-31"),
            ("2024-12-10", 1, "2025-01-10"),
        ] {
            assert_eq!(day(from).plus_months(months), day(to), "{from} + {months}");
        }
    }

    #[test]
    fn agrees_with_another_calendar_on_every_day() {
        let mut ours = day("1999-12-31");
        let mut theirs = jiff::civil::date(1999, 12, 31);
        for _ in 0..20_000 {
            assert_eq!(ours.to_string(), theirs.to_string());
            assert_eq!(ours.next().previous(), ours);
            let weekend = matches!(theirs.weekday(), jiff::civil::Weekday::Saturday | jiff::civil::Weekday::Sunday);
            assert_eq!(ours.monday_after_weekend().is_some(), weekend, "{ours}");
            for months in [1, 6, 12, 36] {
                let later = theirs.checked_add(jiff::Span::new().months(i64::from(months))).unwrap();
                assert_eq!(ours.plus_months(months).to_string(), later.to_string());
            }
            let tomorrow = theirs.tomorrow().unwrap();
            assert_eq!(ours.next().day_number(), ours.day_number() + 1);
            (ours, theirs) = (ours.next(), tomorrow);
        }
    }

    #[test]
    fn the_monday_after_a_weekend() {
        assert_eq!(day("2024-12-14").monday_after_weekend(), Some(day("2024-12-16")));
        assert_eq!(day("2024-12-15").monday_after_weekend(), Some(day("2024-12-16")));
        assert_eq!(day("2024-12-16").monday_after_weekend(), None);
    }
}
