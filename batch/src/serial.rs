//! Days that a spreadsheet stores as numbers.

use wengang::policy::date::Date;
use wengang_engine as engine;

use crate::number::plain;

/// Which day a workbook counts from.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Epoch {
    /// 1 is 1 January 1900, and the year 1900 has a 29 February.
    #[default]
    Of1900,
    /// 0 is 1 January 1904: old workbooks of the Macintosh.
    Of1904,
}

/// The number of 29 February 1900, a day that did not exist.
const NO_SUCH_DAY: i32 = 60;

/// The day of a number, without its time; `None` for no day, and outside the supported years.
///
/// ```
/// use wengang_batch::{Epoch, serial_day};
/// assert_eq!(serial_day("45366", Epoch::Of1900).unwrap().to_string(), "2024-03-15");
/// assert_eq!(serial_day("43904.5", Epoch::Of1904).unwrap().to_string(), "2024-03-15");
/// ```
#[must_use]
pub fn day(number: &str, epoch: Epoch) -> Option<Date> {
    let number = plain(number)?;
    let days: i32 = number.split('.').next()?.parse().ok()?;
    let (first, days) = match epoch {
        Epoch::Of1900 if days < 1 || days == NO_SUCH_DAY => return None,
        Epoch::Of1900 if days < NO_SUCH_DAY => (engine::Date::new(1900, 1, 1), days - 1),
        Epoch::Of1900 => (engine::Date::new(1900, 1, 1), days - 2),
        Epoch::Of1904 if days < 0 => return None,
        Epoch::Of1904 => (engine::Date::new(1904, 1, 1), days),
    };
    first.ok()?.plus_days(days).ok().map(Date::of)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_epochs_know_their_days() {
        for (number, epoch, written) in [
            ("1", Epoch::Of1900, Some("1900-01-01")),
            ("59", Epoch::Of1900, Some("1900-02-28")),
            ("60", Epoch::Of1900, None),
            ("61", Epoch::Of1900, Some("1900-03-01")),
            ("45366", Epoch::Of1900, Some("2024-03-15")),
            ("45366.75", Epoch::Of1900, Some("2024-03-15")),
            ("4.5366E4", Epoch::Of1900, Some("2024-03-15")),
            ("0", Epoch::Of1900, None),
            ("-5", Epoch::Of1900, None),
            ("0", Epoch::Of1904, Some("1904-01-01")),
            ("43904", Epoch::Of1904, Some("2024-03-15")),
            ("9999999", Epoch::Of1900, None),
        ] {
            assert_eq!(day(number, epoch).map(|day| day.to_string()).as_deref(), written, "{number}");
        }
    }
}
