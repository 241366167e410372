//! Numbers in Chinese characters.

const DIGITS: &str = "零一二三四五六七八九";

/// Returns whether a character can begin a number.
pub(super) fn is_numeral(character: char) -> bool {
    DIGITS.contains(character) || "〇两十百千万".contains(character)
}

/// Reads the number at the beginning of a text: its ASCII digits, and how many bytes it takes.
pub(super) fn read(text: &str) -> Option<(String, usize)> {
    let length = |text: &str| text.find(|c: char| !is_numeral(c)).unwrap_or(text.len());
    let whole_length = length(text);
    let (whole, after) = text.split_at_checked(whole_length)?;
    let whole = whole_number(whole)?;
    let Some(decimals) = after.strip_prefix('点') else { return Some((whole.to_string(), whole_length)) };
    let decimals = decimals.get(..length(decimals)).unwrap_or_default();
    let digits: Option<String> = decimals.chars().map(|c| digit(c).map(|digit| digit.to_string())).collect();
    match digits.filter(|digits| !digits.is_empty()) {
        Some(digits) => {
            Some((format!("{whole}.{digits}"), whole_length.saturating_add("点".len()).saturating_add(decimals.len())))
        }
        None => Some((whole.to_string(), whole_length)),
    }
}

fn digit(character: char) -> Option<u64> {
    match character {
        '两' => Some(2),
        '〇' => Some(0),
        _ => DIGITS.chars().position(|known| known == character).and_then(|place| u64::try_from(place).ok()),
    }
}

fn whole_number(numeral: &str) -> Option<u64> {
    let (mut sum, mut section, mut last) = (0_u64, 0_u64, None::<u64>);
    for character in numeral.chars() {
        let factor = match character {
            '十' => 10,
            '百' => 100,
            '千' => 1000,
            '万' => {
                sum = section.saturating_add(last.take().unwrap_or(0)).saturating_mul(10_000);
                section = 0;
                continue;
            }
            _ => {
                last = digit(character);
                continue;
            }
        };
        section = section.saturating_add(last.take().unwrap_or(1).saturating_mul(factor));
    }
    (!numeral.is_empty()).then(|| sum.saturating_add(section).saturating_add(last.unwrap_or(0)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numerals_are_read_as_far_as_they_go() {
        let of = |text: &str| read(text).map(|(number, _)| number);
        assert_eq!(of("六十").as_deref(), Some("60"));
        assert_eq!(of("十二个月").as_deref(), Some("12"));
        assert_eq!(of("一千二百元").as_deref(), Some("1200"));
        assert_eq!(of("一万二千零五").as_deref(), Some("12005"));
        assert_eq!(of("五点三").as_deref(), Some("5.3"));
        assert_eq!(of("两次").as_deref(), Some("2"));
        assert_eq!(of("次"), None);
        assert_eq!(read("六十元"), Some(("60".to_owned(), "六十".len())));
    }
}
