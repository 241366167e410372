//! Months as people write them.

use crate::api::entry::plain::one_word;
use crate::policy::error::ValueError;
use crate::policy::month::Month;
use crate::text::entry::{EntryError, Fault, Wanted};

/// Reads a month, the year first: `2024-08`, `2024/8`, `2024.8`, `2024年8月`, `202408`.
///
/// # Errors
/// Says what is wrong.
///
/// ```
/// use wengang::api::entry;
/// assert_eq!(entry::month("２０２４年８月").unwrap().to_string(), "2024-08");
/// assert_eq!(entry::month("2024-13").unwrap_err().sentence(), "没有13月，月份是 1 到 12，请填月份，例如 2024-08");
/// ```
pub fn month(text: &str) -> Result<Month, EntryError> {
    read(text).map_err(|fault| EntryError { wanted: Wanted::Month, fault })
}

fn read(text: &str) -> Result<Month, Fault> {
    let text = one_word(text, 2)?;
    if text.contains(|character| "〇零一二三四五六七八九十".contains(character)) {
        return Err(Fault::InWords);
    }
    let (year, month) = parts(&text).ok_or(Fault::Unreadable)?;
    let number = |text: &str, most: usize| {
        let is_number = (1..=most).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
        if is_number { text.parse::<u32>().map_err(|_| Fault::Unreadable) } else { Err(Fault::Unreadable) }
    };
    let (is_short, year, month) = (year.len() == 2, number(year, 4)?, number(month, 2)?);
    if is_short {
        return Err(Fault::ShortYear);
    }
    if year < 1000 {
        return Err(Fault::Unreadable);
    }
    Month::from_parts(year, month).map_err(|error| match error {
        ValueError::OutOfRange => Fault::OutOfYears,
        _ => Fault::NoSuchMonth(month),
    })
}

/// The year and the month as written.
fn parts(text: &str) -> Option<(&str, &str)> {
    if text.bytes().all(|byte| byte.is_ascii_digit()) {
        return text.split_at_checked(4).filter(|(_, month)| month.len() == 2);
    }
    if let Some((year, month)) = text.split_once('年') {
        return Some((year, month.strip_suffix("月份").or_else(|| month.strip_suffix('月')).unwrap_or(month)));
    }
    let separator = text.chars().find(|character| "-/.".contains(*character))?;
    text.split_once(separator)
}
