//! An answer to be read aloud: whole sentences, numbers as they are spoken.

use crate::policy::money::Money;
use crate::text::money::capital;

/// The numerals of bills and those of speech.
const SPOKEN: [(char, char); 12] = [
    ('壹', '一'),
    ('贰', '二'),
    ('叁', '三'),
    ('肆', '四'),
    ('伍', '五'),
    ('陆', '六'),
    ('柒', '七'),
    ('捌', '八'),
    ('玖', '九'),
    ('拾', '十'),
    ('佰', '百'),
    ('仟', '千'),
];

/// An amount as it is spoken: `一千八百一十五元零八分`.
#[must_use]
pub fn money(amount: Money) -> String {
    let spoken = |letter| SPOKEN.iter().find(|(written, _)| *written == letter).map_or(letter, |(_, spoken)| *spoken);
    let written = capital(amount);
    written.trim_start_matches("人民币").trim_end_matches('整').chars().map(spoken).collect()
}

/// From one amount to another.
#[must_use]
pub fn range(least: Money, most: Money) -> String {
    [&money(least), "到", &money(most)].concat()
}

/// Sentences, one a line; what is empty is left out.
#[must_use]
pub fn lines(sentences: &[&str]) -> String {
    let ended = sentences
        .iter()
        .filter(|sentence| !sentence.is_empty())
        .map(|sentence| if sentence.ends_with('。') { (*sentence).to_owned() } else { [sentence, "。"].concat() });
    ended.collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_spoken_as_people_say_them() {
        for (fen, spoken) in [
            (181_508, "一千八百一十五元零八分"),
            (3_000_000, "三万元"),
            (0, "零元"),
            (7, "七分"),
            (12_346_050, "一十二万三千四百六十元五角"),
        ] {
            assert_eq!(money(Money::from_fen(fen)), spoken);
        }
        assert_eq!(range(Money::from_fen(100), Money::from_fen(200)), "一元到二元");
    }

    #[test]
    fn a_sentence_ends_and_an_empty_one_is_not_spoken() {
        assert_eq!(lines(&["可以申请", "", "请拨打12333。"]), "可以申请。\n请拨打12333。");
    }
}
