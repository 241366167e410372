//! Months as people count them: a number of them, or years and months, in digits or in words.

use crate::api::entry::plain::plain;
use crate::api::entry::whole;
use crate::text::entry::{EntryError, Fault, Wanted};

/// The months of a year.
const YEAR: u32 = 12;

/// Reads `132`, `11年`, `5年3个月`, `五年半` or `十一年`.
pub(super) fn months(text: &str, wanted: Wanted, max: u32) -> Result<u32, EntryError> {
    let text = plain(text);
    let part = |part: &str, wanted: Wanted| numeral(part.trim()).map_or_else(|| whole(part, wanted, max), Ok);
    let months_alone = |text: &str| part(text.trim_end_matches("个月"), wanted);
    let months = match text.split_once('年') {
        None => months_alone(&text)?,
        Some((years, rest)) => {
            // Of a year there are no months: `5个月年` is nothing.
            let years = part(years, Wanted::Count("年")).map_err(|error| EntryError { wanted, ..error })?;
            let rest = match rest.trim().trim_start_matches(['零', '又']) {
                "" => 0,
                "半" => YEAR / 2,
                // `5年3` may go on.
                rest if !rest.ends_with('月') => return Err(EntryError { wanted, fault: Fault::Unreadable }),
                rest => months_alone(rest)?,
            };
            years.saturating_mul(YEAR).saturating_add(rest)
        }
    };
    if months <= max { Ok(months) } else { Err(EntryError { wanted, fault: Fault::TooLarge(u64::from(max)) }) }
}

/// A numeral below a hundred: `十一`, `两`. Greater ones leave out what one has to guess: 一百三 is 130.
fn numeral(text: &str) -> Option<u32> {
    let digit = |text: &str| match text {
        "两" => Some(2),
        _ => {
            (1..).zip("一二三四五六七八九".chars()).find(|(_, known)| text.chars().eq([*known])).map(|(digit, _)| digit)
        }
    };
    let Some((tens, ones)) = text.split_once('十') else { return digit(text) };
    let tens = if tens.is_empty() { 1 } else { digit(tens)? };
    let ones = if ones.is_empty() { 0 } else { digit(ones)? };
    Some(tens * 10 + ones)
}
