//! Days as people write them.

use crate::api::entry::plain::one_word;
use crate::policy::date::Date;
use crate::policy::error::ValueError;
use crate::text::entry::{EntryError, Fault, Wanted};

/// Reads a day, the year first: `2024-03-10`, `2024/3/10`, `2024.3.10`, `2024年3月10日`, `20240310`.
///
/// # Errors
/// Says what is wrong.
///
/// ```
/// use wengang::api::entry;
/// assert_eq!(entry::day("２０２４年３月１０日").unwrap().to_string(), "2024-03-10");
/// assert_eq!(entry::day("2023-2-30").unwrap_err().sentence(), "2023年2月没有30日，请再看一下日期");
/// ```
pub fn day(text: &str) -> Result<Date, EntryError> {
    read(text).map_err(|fault| EntryError { wanted: Wanted::Day, fault })
}

fn read(text: &str) -> Result<Date, Fault> {
    let text = one_word(text, 3)?;
    if text.contains(|character| "〇零一二三四五六七八九十".contains(character)) {
        return Err(Fault::InWords);
    }
    let (year, month, day) = parts(&text).ok_or(Fault::Unreadable)?;
    let short = year.len() == 2;
    let (year, month, day) = (number(year, if short { 2 } else { 4 })?, number(month, 2)?, number(day, 2)?);
    if short {
        return Err(Fault::ShortYear);
    }
    if year < 1000 {
        return Err(Fault::Unreadable);
    }
    Date::from_parts(year, month, day).map_err(|error| match error {
        ValueError::OutOfRange => Fault::OutOfYears,
        _ => Fault::NoSuchDay { year, month, day },
    })
}

/// The year, the month and the day as written.
fn parts(text: &str) -> Option<(&str, &str, &str)> {
    if text.bytes().all(|byte| byte.is_ascii_digit()) {
        // Eight digits, or six of a year without its century.
        let year = text.len().checked_sub(4).filter(|year| [2, 4].contains(year))?;
        return Some((text.get(..year)?, text.get(year..year + 2)?, text.get(year + 2..)?));
    }
    if let Some((year, rest)) = text.split_once('年') {
        let (month, day) = rest.split_once('月')?;
        return Some((year, month, day.strip_suffix(['日', '号']).unwrap_or(day)));
    }
    let separator = text.chars().find(|character| "-/.".contains(*character))?;
    let mut parts = text.split(separator);
    let parts = (parts.next()?, parts.next()?, parts.next()?, parts.next());
    let (year, month, day, None) = parts else { return None };
    Some((year, month, day))
}

/// A number of at most `most` digits.
fn number(text: &str, most: usize) -> Result<u32, Fault> {
    let is_number = (1..=most).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    if is_number { text.parse().map_err(|_| Fault::Unreadable) } else { Err(Fault::Unreadable) }
}
