//! Numbers as people write them, made plain digits.

use crate::api::entry::plain::{is_apart, plain};
use crate::text::entry::{EntryError, Fault, Wanted};

/// The digits of a number that is not negative.
///
/// INVARIANT: only ASCII digits; `whole` is not empty and has no needless zero in front.
#[derive(Debug)]
pub(super) struct Digits {
    /// Before the point.
    pub(super) whole: String,
    /// After the point; empty where there is none.
    pub(super) fraction: String,
}

impl Digits {
    /// The number as the core reads it.
    pub(super) fn joined(&self) -> String {
        if self.fraction.is_empty() { self.whole.clone() } else { format!("{}.{}", self.whole, self.fraction) }
    }

    /// Ten thousand times as much, exactly: the point moves by four.
    fn times_ten_thousand(self) -> Self {
        let mut fraction = self.fraction.chars();
        let moved = (0..4).map(|_| fraction.next().unwrap_or('0'));
        let whole: String = self.whole.chars().chain(moved).collect();
        Self::new(&whole, fraction.as_str().trim_end_matches('0'))
    }

    fn new(whole: &str, fraction: &str) -> Self {
        let significant = whole.trim_start_matches('0');
        Self { whole: if significant.is_empty() { "0" } else { significant }.to_owned(), fraction: fraction.to_owned() }
    }
}

/// Reads the digits of what was typed, without currency, unit and commas; 万 is worked in.
pub(super) fn digits(text: &str, wanted: Wanted) -> Result<Digits, EntryError> {
    read(&plain(text), wanted).map_err(|fault| EntryError { wanted, fault })
}

fn read(text: &str, wanted: Wanted) -> Result<Digits, Fault> {
    let text = without_unit(without_currency(text, wanted), wanted);
    let (text, in_ten_thousands) = match text.strip_suffix('万') {
        Some(text) => (text.trim(), true),
        None => (text, false),
    };
    // Nobody groups digits by spaces here: `120 118` is two cells of a sheet, or two numbers typed into one box.
    if is_apart(text) {
        return Err(Fault::Several);
    }
    check_characters(text)?;
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let (whole, fraction) = (whole.trim_end(), fraction.trim_start());
    if fraction.contains(',') {
        return Err(Fault::Grouping);
    }
    let digits = Digits::new(&ungrouped(whole)?, fraction);
    Ok(if in_ten_thousands { digits.times_ten_thousand() } else { digits })
}

fn without_currency(mut text: &str, wanted: Wanted) -> &str {
    if wanted == Wanted::Amount {
        while let Some(rest) = text.strip_prefix('¥').or_else(|| text.strip_prefix("人民币")) {
            text = rest.trim_start();
        }
    }
    text
}

fn without_unit(text: &str, wanted: Wanted) -> &str {
    let units: &[&str] = match wanted {
        Wanted::Amount => &["元整", "元", "圆整", "圆", "块钱", "块"],
        Wanted::Average | Wanted::Count("人") => &["个人", "人", "名", "位"],
        Wanted::Count("个月") => &["个月", "月"],
        Wanted::Count(unit) => return text.strip_suffix(unit).unwrap_or(text).trim_end(),
        Wanted::Day | Wanted::Month | Wanted::Tag | Wanted::Headline => &[],
    };
    units.iter().find_map(|unit| text.strip_suffix(unit)).unwrap_or(text).trim_end()
}

/// Says in the most helpful words why something is not a number.
fn check_characters(text: &str) -> Result<(), Fault> {
    const NUMERALS: &str = "〇零一二三四五六七八九十百千万亿两壹贰叁肆伍陆柒捌玖拾佰仟";
    let has_digit = text.contains(|character: char| character.is_ascii_digit());
    if text.starts_with('-') && has_digit {
        return Err(Fault::Negative);
    }
    if text.contains(|character| NUMERALS.contains(character)) {
        return Err(Fault::InWords);
    }
    if is_exponent(text) {
        return Err(Fault::Exponent);
    }
    if !has_digit || text.contains(|character: char| !character.is_ascii_digit() && !",. ".contains(character)) {
        return Err(Fault::Unreadable);
    }
    if text.matches('.').count() > 1 { Err(Fault::TwoPoints) } else { Ok(()) }
}

/// Whether it is a number with an exponent: `1.2E+05`.
fn is_exponent(text: &str) -> bool {
    text.split_once(['e', 'E']).is_some_and(|(digits, exponent)| {
        let exponent = exponent.strip_prefix(['+', '-']).unwrap_or(exponent);
        let all = |part: &str, others: &str| {
            !part.is_empty() && part.chars().all(|c| c.is_ascii_digit() || others.contains(c))
        };
        all(digits, ".,") && all(exponent, "")
    })
}

/// Removes commas where they are before every third digit.
fn ungrouped(whole: &str) -> Result<String, Fault> {
    let mut groups = whole.split(',');
    let first = groups.next().unwrap_or_default();
    let rest: Vec<&str> = groups.collect();
    // `0,123` is more likely a decimal comma than a number in groups.
    let is_first = (1..=3).contains(&first.len()) && !first.starts_with('0');
    let is_grouped = rest.is_empty() || (is_first && rest.iter().all(|group| group.len() == 3));
    if is_grouped { Ok([first, &rest.concat()].concat()) } else { Err(Fault::Grouping) }
}
