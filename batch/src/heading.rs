//! What a heading says: of which year and month, in which unit, and the words that are left.

use wengang::api::entry;
use wengang::policy::case::Fold;

/// A heading, taken apart.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(crate) struct Heading {
    /// The words without year, month, unit, brackets and spaces.
    pub key: String,
    /// The year that it names.
    pub year: Option<u16>,
    /// The month that it names.
    pub month: Option<u8>,
    /// Whether its amounts are in 万元.
    pub in_wan: bool,
}

/// What says that the year before is meant, as in every list.
const OF_THE_YEAR: [&str; 8] = ["上一年度", "上年度", "基准年度", "上年", "去年", "全年", "年度", "基准年"];
/// Months in words.
const MONTHS: [&str; 12] = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"];

impl Heading {
    /// Takes a heading apart.
    pub fn parse(text: &str, fold: Fold) -> Self {
        let plain: String =
            fold(text).chars().filter(|sign| !sign.is_whitespace() && !"*:'\"\u{feff}".contains(*sign)).collect();
        let (outside, inside) = without_brackets(&plain);
        let mut heading = Self { in_wan: inside.contains('万'), ..Self::default() };
        if outside.starts_with(|first: char| first.is_ascii_digit())
            && let Ok(month) = entry::month(&outside)
        {
            return Self { year: Some(month.year()), month: Some(month.number()), ..heading };
        }
        heading.year = take_year(&inside).map(|(year, _)| year);
        let mut key = outside;
        if let Some((year, rest)) = take_year(&key) {
            (heading.year, key) = (Some(year), rest);
        }
        if let Some((month, rest)) = take_month(&key) {
            (heading.month, key) = (Some(month), rest);
        }
        if let Some(rest) = key.strip_suffix("万元") {
            (heading.in_wan, key) = (true, rest.to_owned());
        } else if let Some(rest) = key.strip_suffix('元') {
            key = rest.to_owned();
        }
        let before = OF_THE_YEAR.iter().find_map(|words| key.strip_prefix(words)).filter(|rest| !rest.is_empty());
        heading.key = before.map_or(key.clone(), ToOwned::to_owned);
        heading
    }
}

/// The text outside brackets, and the text inside.
fn without_brackets(text: &str) -> (String, String) {
    let (mut outside, mut inside, mut depth) = (String::new(), String::new(), 0_u32);
    for sign in text.chars() {
        match sign {
            '(' | '[' | '【' => depth = depth.saturating_add(1),
            ')' | ']' | '】' => depth = depth.saturating_sub(1),
            _ if depth > 0 => inside.push(sign),
            _ => outside.push(sign),
        }
    }
    (outside, inside)
}

/// The first year of four digits before 年, and the text without it.
fn take_year(text: &str) -> Option<(u16, String)> {
    let (before, after) = text.split_once('年')?;
    let at = before.len().checked_sub(4)?;
    let digits = before.get(at..).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()))?;
    let year = digits.parse().ok().filter(|year| (1900..2200).contains(year))?;
    let after = after.strip_prefix('度').unwrap_or(after);
    Some((year, [before.get(..at)?, after].concat()))
}

/// The month before 月, in digits or in words, and the text without it.
fn take_month(text: &str) -> Option<(u8, String)> {
    let (before, after) = text.split_once('月')?;
    let digits = before.len() - before.trim_end_matches(|sign: char| sign.is_ascii_digit()).len();
    let (month, length) = if digits > 0 {
        let written = before.get(before.len() - digits..)?;
        (written.parse::<u8>().ok().filter(|month| (1..=12).contains(month))?, digits)
    } else {
        let of_words = (1_u8..).zip(MONTHS).filter(|(_, word)| before.ends_with(word));
        let (month, word) = of_words.max_by_key(|(_, word)| word.len())?;
        (month, word.len())
    };
    let after = after.strip_prefix('份').unwrap_or(after);
    Some((month, [before.get(..before.len() - length)?, after].concat()))
}

#[cfg(test)]
mod tests {
    use wengang::api::fold::fold;

    use super::*;

    #[test]
    fn headings_as_people_write_them() {
        for (text, key, year, month, in_wan) in [
            ("月均人数", "月均人数", None, None, false),
            (" 月 均\n人数 ", "月均人数", None, None, false),
            ("2023年度月均参保人数（人）", "月均参保人数", Some(2023), None, false),
            ("上年度实缴金额", "实缴金额", None, None, false),
            ("缴费金额（万元）", "缴费金额", None, None, true),
            ("缴费金额万元", "缴费金额", None, None, true),
            ("缴费金额(元)", "缴费金额", None, None, false),
            ("缴费金额元", "缴费金额", None, None, false),
            ("平均人数(2023年)", "平均人数", Some(2023), None, false),
            ("1月", "", None, Some(1), false),
            ("１２月份", "", None, Some(12), false),
            ("2023年1月", "", Some(2023), Some(1), false),
            ("2023-01", "", Some(2023), Some(1), false),
            ("202311", "", Some(2023), Some(11), false),
            ("参保人数2023年3月", "参保人数", Some(2023), Some(3), false),
            ("3月参保人数", "参保人数", None, Some(3), false),
            ("十一月", "", None, Some(11), false),
            ("十二个月合计", "十二个月合计", None, None, false),
            ("＊划型：", "划型", None, None, false),
            ("年度", "年度", None, None, false),
            ("13月", "13月", None, None, false),
        ] {
            let heading = Heading::parse(text, fold);
            let found = (heading.key.as_str(), heading.year, heading.month, heading.in_wan);
            assert_eq!(found, (key, year, month, in_wan), "{text}");
        }
    }
}
