//! What people type: numbers, amounts and days as they write them by hand.
//!
//! Forgiving where the meaning is plain (full-width digits, commas, units), strict where it is not: an unclear number is
//! refused with a sentence, never guessed. Chinese writing groups digits by commas if at all, so a space, a tab or a line
//! end between two digits means two numbers and is refused; only `2024 3 10` is one day.
//!
//! What was understood is given back for reading; the typed text is not touched.

mod campaign;
mod day;
mod identity;
mod month;
mod months;
mod number;
mod plain;

use crate::policy::error::ValueError;
use crate::policy::money::Money;
use crate::policy::ratio::AverageInsured;

pub use crate::text::entry::{
    Doubt, EntryError, Fault, IDENTITY, MAYBE_IN_WAN, Wanted, amount as shown_amount, average as shown_average,
    average_of_months as shown_months_average, count as shown_count, date as shown_day, doubtful, month as shown_month,
};
pub use campaign::{MAX_HEADLINE, MAX_TAG, headline, tag};
pub use day::day;
pub use identity::{is_identity, is_long_identity};
pub use month::month;

/// The greatest headcount that is taken.
pub const MAX_PERSONS: u32 = AverageInsured::MAX as u32;
/// What persons are counted in.
const PERSONS: &str = "人";
/// What months are counted in.
const MONTHS: &str = "个月";
/// The months of a full year.
const FULL_YEAR: u32 = 12;

/// Whether nothing but spaces is typed.
#[must_use]
pub fn is_blank(text: &str) -> bool {
    plain::plain(text).is_empty()
}

/// Reads an amount in 元: `１２，３４５．６７`, `￥12,345.67`, `1.2万元`.
///
/// # Errors
/// Says what is wrong.
///
/// ```
/// use wengang::api::entry;
/// assert_eq!(entry::amount("1.2万").unwrap().to_string(), "12000.00");
/// assert!(entry::amount("1,23").is_err());
/// ```
pub fn amount(text: &str) -> Result<Money, EntryError> {
    let wanted = Wanted::Amount;
    let digits = number::digits(text, wanted)?;
    Money::parse(&digits.joined()).map_err(|error| of_value(wanted, error, Money::MAX_YUAN))
}

/// Reads an average number of persons, with at most six decimals, or as the months' headcounts divided by them:
/// `30.5`, `30.5人`, `365÷12`.
///
/// # Errors
/// Says what is wrong.
pub fn average(text: &str) -> Result<AverageInsured, EntryError> {
    let wanted = Wanted::Average;
    if let Some((sum, months)) = text.split_once(['÷', '/', '／']) {
        let sum = u64::from(whole(sum, wanted, MAX_PERSONS * FULL_YEAR)?);
        let unreadable = |_| EntryError { wanted, fault: Fault::Unreadable };
        let months = u64::from(whole(months, wanted, FULL_YEAR).map_err(unreadable)?);
        let year = u64::from(FULL_YEAR);
        let person_months = year.checked_div(months).filter(|times| times * months == year);
        let read = person_months.map(|times| AverageInsured::from_person_months(sum * times));
        return match read {
            Some(Ok(average)) => Ok(average),
            Some(Err(error)) => Err(of_value(wanted, error, AverageInsured::MAX)),
            None => Err(EntryError { wanted, fault: Fault::Unreadable }),
        };
    }
    let digits = number::digits(text, wanted)?;
    AverageInsured::parse(&digits.joined()).map_err(|error| of_value(wanted, error, AverageInsured::MAX))
}

/// Reads a whole number of something, `min` to `max`: `1,200`, `30 人`, `36个月`, `3年`.
///
/// # Errors
/// Says what is wrong.
pub fn count(text: &str, unit: &'static str, min: u32, max: u32) -> Result<u32, EntryError> {
    let wanted = Wanted::Count(unit);
    let value = if unit == MONTHS { months::months(text, wanted, max)? } else { whole(text, wanted, max)? };
    if value < min { Err(EntryError { wanted, fault: Fault::TooSmall(min) }) } else { Ok(value) }
}

/// Reads a whole number of persons: `1,200`, `30 人`.
///
/// # Errors
/// Says what is wrong.
pub fn persons(text: &str) -> Result<u32, EntryError> {
    count(text, PERSONS, 0, MAX_PERSONS)
}

fn whole(text: &str, wanted: Wanted, max: u32) -> Result<u32, EntryError> {
    let digits = number::digits(text, wanted)?;
    if !digits.fraction.is_empty() {
        return Err(EntryError { wanted, fault: Fault::NotWhole });
    }
    // Only digits are left: what does not fit is too large.
    let value = digits.whole.parse::<u32>().ok().filter(|value| *value <= max);
    value.ok_or(EntryError { wanted, fault: Fault::TooLarge(u64::from(max)) })
}

fn of_value(wanted: Wanted, error: ValueError, max: u64) -> EntryError {
    let fault = match error {
        ValueError::TooManyPlaces => Fault::TooManyPlaces,
        ValueError::OutOfRange => Fault::TooLarge(max),
        ValueError::NotANumber | ValueError::NotADate | ValueError::NoSuchDay | ValueError::Empty => Fault::Unreadable,
    };
    EntryError { wanted, fault }
}

#[cfg(test)]
mod tests;
