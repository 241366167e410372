//! Money and days for reading: 12,345.67, 人民币大写, 2024年3月1日.

use crate::policy::date::Date;
use crate::policy::list::CollectSmall;
use crate::policy::money::Money;
use crate::policy::month::Month;

/// 元 with two decimals and commas: `30,000.00`.
#[must_use]
pub fn grouped(amount: Money) -> String {
    let text = amount.to_string();
    let (whole, fraction) = text.split_once('.').unwrap_or((text.as_str(), "00"));
    let mut grouped = String::new();
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    format!("{grouped}.{fraction}")
}

/// 人民币大写 after the rules for bills (支付结算办法): `人民币叁万元整`.
#[must_use]
pub fn capital(amount: Money) -> String {
    let text = amount.to_string();
    let (whole, fraction) = text.split_once('.').unwrap_or((text.as_str(), "00"));
    let digits = |part: &str| part.bytes().map(|b| usize::from(b.saturating_sub(b'0'))).collect_small();
    let (yuan, cents) = (whole_part(&digits(whole)), digits(fraction));
    let (jiao, fen) = (cents.first().copied().unwrap_or(0), cents.get(1).copied().unwrap_or(0));
    let yuan = if yuan.is_empty() { String::new() } else { format!("{yuan}元") };
    let tail = match (jiao, fen) {
        (0, 0) if yuan.is_empty() => "零元整".to_owned(),
        (0, 0) => "整".to_owned(),
        (jiao, 0) => format!("{}角整", numeral(jiao)),
        (0, fen) if yuan.is_empty() => format!("{}分", numeral(fen)),
        (0, fen) => format!("零{}分", numeral(fen)),
        (jiao, fen) => format!("{}角{}分", numeral(jiao), numeral(fen)),
    };
    format!("人民币{yuan}{tail}")
}

/// Whole 元: in groups of four digits, a run of zeros as one 零, none at the end of a group.
fn whole_part(digits: &[usize]) -> String {
    const GROUPS: [&str; 6] = ["", "万", "亿", "万亿", "亿亿", "万亿亿"];
    let mut words = String::new();
    let mut zero = false;
    let groups: Vec<&[usize]> = digits.rchunks(4).collect_small();
    for (index, group) in groups.iter().enumerate().rev() {
        if group.iter().all(|digit| *digit == 0) {
            zero = !words.is_empty();
            continue;
        }
        for (place, digit) in group.iter().enumerate() {
            if *digit == 0 {
                zero = !words.is_empty();
                continue;
            }
            if zero {
                words.push('零');
                zero = false;
            }
            words += numeral(*digit);
            words += ["", "拾", "佰", "仟"].get(group.len() - 1 - place).copied().unwrap_or_default();
        }
        // Zeros at the end of a group are not read: the first digit of the next group decides about its 零.
        zero = false;
        words += GROUPS.get(index).copied().unwrap_or_default();
    }
    words
}

fn numeral(digit: usize) -> &'static str {
    ["零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"].get(digit).copied().unwrap_or_default()
}

/// A day in words: `2024年3月1日`.
#[must_use]
pub fn day(date: Date) -> String {
    format!("{}年{}月{}日", date.year(), date.month(), date.day())
}

/// A month in words: `2024年8月`.
#[must_use]
pub fn month(month: Month) -> String {
    format!("{}年{}月", month.year(), month.number())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn money(text: &str) -> Money {
        Money::parse(text).unwrap()
    }

    #[test]
    fn groups_by_thousands() {
        for (amount, shown) in [
            ("0", "0.00"),
            ("999.5", "999.50"),
            ("1000", "1,000.00"),
            ("30000", "30,000.00"),
            ("1234567.89", "1,234,567.89"),
            ("1000000000000", "1,000,000,000,000.00"),
        ] {
            assert_eq!(grouped(money(amount)), shown);
        }
    }

    #[test]
    fn capitals_follow_the_rules_for_bills() {
        for (amount, shown) in [
            ("0", "人民币零元整"),
            ("0.05", "人民币伍分"),
            ("0.50", "人民币伍角整"),
            ("0.55", "人民币伍角伍分"),
            ("1", "人民币壹元整"),
            ("10", "人民币壹拾元整"),
            ("1815.08", "人民币壹仟捌佰壹拾伍元零捌分"),
            ("6007.14", "人民币陆仟零柒元壹角肆分"),
            ("1409.50", "人民币壹仟肆佰零玖元伍角整"),
            ("107000.53", "人民币壹拾万柒仟元伍角叁分"),
            ("16409.02", "人民币壹万陆仟肆佰零玖元零贰分"),
            ("30000", "人民币叁万元整"),
            ("32762.19", "人民币叁万贰仟柒佰陆拾贰元壹角玖分"),
            ("54106.38", "人民币伍万肆仟壹佰零陆元叁角捌分"),
            ("100000", "人民币壹拾万元整"),
            ("100005", "人民币壹拾万零伍元整"),
            ("1000001", "人民币壹佰万零壹元整"),
            ("100000000", "人民币壹亿元整"),
            ("100000001", "人民币壹亿零壹元整"),
            ("100010000", "人民币壹亿零壹万元整"),
            ("1000000000000", "人民币壹万亿元整"),
        ] {
            assert_eq!(capital(money(amount)), shown, "{amount}");
        }
    }

    #[test]
    fn a_day_has_no_leading_zeros() {
        assert_eq!(day(Date::new(2024, 3, 1)), "2024年3月1日");
    }
}
