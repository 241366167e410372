//! Today, wherever the device says it is.

use crate::policy::date::Date;

const MS_PER_DAY: u64 = 86_400_000;
/// China's time is UTC+8 all year.
const UTC_OFFSET_MS: u64 = 8 * 3_600_000;
/// 1970-01-01, from which the browser counts.
const EPOCH: Date = Date::new(1970, 1, 1);

/// Today in UTC+8, in every time zone of the device; `None` where its clock is absurd.
#[must_use]
pub fn today() -> Option<Date> {
    // Whole milliseconds, far below 2^53.
    let now = js_sys::Date::now() as u64;
    day_of(now)
}

/// The day in UTC+8 of a moment, in milliseconds since 1970.
fn day_of(milliseconds: u64) -> Option<Date> {
    let days = u32::try_from((milliseconds.checked_add(UTC_OFFSET_MS)?) / MS_PER_DAY).ok()?;
    from_day_number(EPOCH.day_number().checked_add(days)?)
}

/// The day with that number: the last whose number is not beyond it.
fn from_day_number(number: u32) -> Option<Date> {
    let last = Date::MAX.year();
    let year = (EPOCH.year()..=last).rfind(|year| Date::year_start(*year).day_number() <= number)?;
    let month = (1..=12).rfind(|month| Date::new(year, *month, 1).day_number() <= number)?;
    let first = Date::new(year, month, 1);
    let day = Date::new(year, month, u8::try_from(number.checked_sub(first.day_number())? + 1).ok()?);
    (day.day_number() == number).then_some(day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_day_turns_at_sixteen_hours_utc() {
        let noon_of_2026_11_25 = 1_795_608_000_000;
        let four_hours = 4 * 3_600_000;
        assert_eq!(day_of(noon_of_2026_11_25), Some(Date::new(2026, 11, 25)));
        assert_eq!(day_of(noon_of_2026_11_25 + four_hours - 1), Some(Date::new(2026, 11, 25)));
        assert_eq!(day_of(noon_of_2026_11_25 + four_hours), Some(Date::new(2026, 11, 26)));
        assert_eq!(day_of(0), Some(EPOCH));
    }

    #[test]
    fn every_day_is_found_by_its_number() {
        let mut day = EPOCH;
        while day < Date::MAX {
            assert_eq!(from_day_number(day.day_number()), Some(day));
            day = day.next();
        }
        assert_eq!(day_of(u64::MAX), None);
    }
}
