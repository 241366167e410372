//! A notice as it was pasted: its words, its figures, and the places of figures like an old one.

mod candidate;
mod figure;
mod numeral;
mod trouble;

use std::ops::Range;

use wengang_engine::Date;

pub use candidate::{Candidate, Wanted};
pub use figure::{Figure, Found, Unit, figures, narrow};
pub use trouble::{Trouble, of_bytes};

/// The text of a notice.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Notice {
    text: String,
}

impl Notice {
    /// Takes a text as it was pasted.
    #[must_use]
    pub fn new(text: &str) -> Self {
        Self { text: text.replace("\r\n", "\n").replace('\r', "\n") }
    }

    /// Returns the text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Returns the places of these words; white space between them is ignored.
    #[must_use]
    pub fn find(&self, words: &str) -> Option<Range<usize>> {
        find(&self.text, words)
    }

    /// Returns the number of the document: 冀人社发〔2027〕9号.
    #[must_use]
    pub fn number(&self) -> Option<String> {
        let line = |line: &str| {
            let line: String = line.trim().chars().map(narrow_bracket).collect();
            let (before, after) = line.split_once('〔')?;
            let (year, after) = after.split_once('〕')?;
            let number = after.split('号').next().filter(|number| number.len() < after.len())?;
            let is_number = |text: &str| !text.is_empty() && text.chars().all(|c| c.is_ascii_digit());
            let issuer: String = before.chars().rev().take_while(|c| c.is_alphabetic()).collect();
            let issuer: String = issuer.chars().rev().collect();
            (is_number(year) && is_number(number) && !issuer.is_empty())
                .then(|| format!("{issuer}〔{year}〕{number}号"))
        };
        self.text.lines().take(40).find_map(line)
    }

    /// Returns its title: the line that ends in 通知, without white space.
    #[must_use]
    pub fn title(&self) -> Option<String> {
        let is_title = |line: &&str| line.starts_with("关于") || line.ends_with("的通知") || line.ends_with("的公告");
        self.text.lines().take(40).map(str::trim).find(is_title).map(str::to_owned)
    }

    /// Returns the day on which it was issued: the line that is a day and nothing else.
    #[must_use]
    pub fn issued_on(&self) -> Option<Date> {
        self.text.lines().find_map(|line| match figures(line.trim()).as_slice() {
            [Found { span, figure: Figure::Day(day) }] if span.len() == line.trim().len() => Some(*day),
            _ => None,
        })
    }

    /// Returns the number of the part that contains a place: 二.
    #[must_use]
    pub fn clause_at(&self, at: usize) -> Option<String> {
        let before = self.text.get(..at)?;
        let line_end = self.text.get(at..)?.find('\n').map_or(self.text.len(), |end| at.saturating_add(end));
        let line_start = before.rfind('\n').map_or(0, |start| start.saturating_add(1));
        let own = self.text.get(line_start..line_end).into_iter();
        own.chain(before.lines().rev()).find_map(part_number)
    }

    /// Returns the line of a place, from 1.
    #[must_use]
    pub fn line_at(&self, at: usize) -> usize {
        self.text.get(..at).unwrap_or_default().matches('\n').count().saturating_add(1)
    }
}

/// 二、延续实施…: the number of a part, or nothing.
fn part_number(line: &str) -> Option<String> {
    let (number, _) = line.trim_start().split_once('、')?;
    let is_number = !number.is_empty() && number.chars().all(|c| "一二三四五六七八九十".contains(c));
    is_number.then(|| number.to_owned())
}

fn narrow_bracket(character: char) -> char {
    match character {
        '[' | '［' | '【' | '﹝' => '〔',
        ']' | '］' | '】' | '﹞' => '〕',
        other => narrow(other),
    }
}

/// Returns the places of words in a text; white space and marks of layout between their letters are ignored.
pub(crate) fn find(text: &str, words: &str) -> Option<Range<usize>> {
    let wanted: Vec<char> = words.chars().filter(|c| !crate::quotes::is_layout(*c)).collect();
    let letters: Vec<(usize, char)> = text.char_indices().filter(|(_, c)| !crate::quotes::is_layout(*c)).collect();
    let length = wanted.len();
    let mut windows = letters.windows(length.max(1));
    let found = windows.find(|window| length > 0 && window.iter().map(|(_, c)| c).eq(wanted.iter()))?;
    let (first, last) = (found.first()?, found.last()?);
    Some(first.0..last.0.saturating_add(last.1.len_utf8()))
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: &str = "（虚构，仅供测试）\n\n关于延续实施失业保险稳岗惠民政策有关事项的通知\n冀人社发〔2027〕9号\n2027年3月15日\n\n\
                        一、延续实施\n降费率。\n二、稳岗返还\n按 25% 返还。";

    #[test]
    fn number_title_and_day_are_read_from_the_head() {
        let notice = Notice::new(HEAD);
        assert_eq!(notice.number().as_deref(), Some("冀人社发〔2027〕9号"));
        assert_eq!(Notice::new("文号：冀人社字[2027]12号").number().as_deref(), Some("冀人社字〔2027〕12号"));
        assert_eq!(notice.title().as_deref(), Some("关于延续实施失业保险稳岗惠民政策有关事项的通知"));
        assert_eq!(notice.issued_on().map(|day| day.to_string()).as_deref(), Some("2027-03-15"));
        assert_eq!(Notice::new("没有").number(), None);
    }

    #[test]
    fn a_place_belongs_to_the_part_before_it() {
        let notice = Notice::new(HEAD);
        let at = |words: &str| notice.find(words).and_then(|span| notice.clause_at(span.start));
        assert_eq!(at("降费率").as_deref(), Some("一"));
        assert_eq!(at("25%").as_deref(), Some("二"));
        assert_eq!(at("虚构"), None);
    }

    #[test]
    fn words_are_found_across_white_space() {
        let notice = Notice::new("按\n 25 % 返还");
        assert_eq!(notice.find("按25%返还").and_then(|span| notice.text().get(span)), Some("按\n 25 % 返还"));
        assert_eq!(notice.find("按26%返还"), None);
        assert_eq!(notice.find(" "), None);
    }
}
