//! Where figures and sentences come from.
//!
//! A source is read where it is written and numbered by its place: the order of sources is the order of the file. What a
//! round writes once (document, clause, grade) holds for its figures; its quote does not, since each figure has its own
//! words.

use std::collections::BTreeMap;

use wengang_engine::Date;
use wengang_engine::pack::{DocumentId, Grade, Source, SourceId};

use crate::documents::{Catalog, Named};
use crate::toml_file::{Section, Written};

/// What a round writes once for all its figures.
#[derive(Clone)]
pub(crate) struct Defaults<'a> {
    document: Written<'a>,
    clause: String,
    grade: Grade,
}

/// The sources of a file, by the place of their section.
pub(crate) struct Sources<'c> {
    catalog: &'c Catalog,
    read: BTreeMap<usize, Source>,
    numbered: BTreeMap<usize, SourceId>,
}

impl<'c> Sources<'c> {
    pub const fn new(catalog: &'c Catalog) -> Self {
        Self { catalog, read: BTreeMap::new(), numbered: BTreeMap::new() }
    }

    /// Reads the source of a section, if it has its own.
    pub fn read_optional(&mut self, section: &Section<'_>) {
        if ["document", "clause", "grade", "quote"].iter().any(|key| section.has(key)) {
            self.read(section, None);
        }
    }

    /// Reads the source of a section; what it leaves out is the round's.
    pub fn read<'a>(&mut self, section: &Section<'a>, defaults: Option<&Defaults<'a>>) -> Option<Defaults<'a>> {
        let own = |key: &str| section.optional_text(key);
        let document = own("document").or_else(|| defaults.map(|defaults| defaults.document.clone()));
        let clause = own("clause").map(|clause| clause.text).or_else(|| defaults.map(|d| d.clause.clone()));
        let grade = grade(section).or_else(|| defaults.map(|defaults| defaults.grade));
        let quote = own("quote").map(|quote| quote.text);
        let why_not = own("not_quoted");
        let (Some(document), Some(clause), Some(grade)) = (document, clause, grade) else {
            for key in ["document", "clause", "grade"].iter().filter(|key| defaults.is_none() && !section.has(key)) {
                section.missing(format!("出处不完整，缺少“{key}”"), "要写 document、clause、grade 三项");
            }
            return None;
        };
        let Named { id, is_held } = self.catalog.named(section, &document)?;
        match (is_held, &quote) {
            (true, None) if why_not.is_none() => {
                let wrong = format!("“{}”有原文，这里没有引", document.text);
                section.missing(wrong, "请写 quote（逐字摘录）；通知确实没有写的，写 not_quoted = \"为什么\"");
            }
            (false, Some(_)) => {
                section.wrong("quote", format!("“{}”没有原文，不能写 quote", document.text), "请去掉 quote");
            }
            _ => {}
        }
        self.read.insert(section.span.start, Source { document: id, clause: clause.clone(), quote, grade });
        Some(Defaults { document, clause, grade })
    }

    /// Passes over the source of a section: what it would inherit is faulty.
    pub fn pass_over(section: &Section<'_>) {
        section.pass_over(&["document", "clause", "grade", "quote", "not_quoted"]);
    }

    /// The words that have to name what a section writes.
    fn quote_of(&self, section: &Section<'_>) -> Option<&String> {
        let quote = self.read.get(&section.span.start)?.quote.as_ref()?;
        (!section.has("not_quoted")).then_some(quote)
    }

    /// Notes a figure whose quote has another number.
    pub fn check_number(&self, section: &Section<'_>, key: &str, written: &Written<'_>) {
        let Some(quote) = self.quote_of(section) else { return };
        let digits: String = written.text.chars().filter(|c| c.is_ascii_digit() || *c == '.').collect();
        let is_percent = written.text.contains(['%', '％']);
        let numbers = numbers(quote);
        if !numbers.iter().any(|(number, percent)| *number == digits && *percent == is_percent) {
            let wrong = format!("引的原话里没有“{}”这个数", written.text);
            section.wrong(key, wrong, "请核对；原话里确实不写这个数的，写 not_quoted = \"为什么\"");
        }
    }

    /// Notes a day that its quote does not name: by its number, or as the end of its month.
    pub fn check_day(&self, section: &Section<'_>, key: &str, day: Date) {
        let Some(quote) = self.quote_of(section) else { return };
        let month = format!("{}月", day.month());
        let is_last = day.next().is_ok_and(|next| next.month() != day.month());
        let is_named = quote.match_indices(&month).any(|(at, _)| {
            let (before, from) = quote.split_at(at);
            let after = from.get(month.len()..).unwrap_or_default();
            let is_whole = !before.ends_with(|c: char| c.is_ascii_digit());
            is_whole && (after.starts_with(&format!("{}日", day.day())) || is_last && after.starts_with(['底', '末']))
        });
        if !is_named {
            let wrong = format!("引的原话里没有“{month}{}日”这一天", day.day());
            section.wrong(key, wrong, "请核对；原话里确实不写这一天的，写 not_quoted = \"为什么\"");
        }
    }

    /// Numbers the sources in the order of the file, equal ones once.
    pub fn number(&mut self, all: &mut Vec<Source>) {
        for (place, source) in &self.read {
            let index = all.iter().position(|known| known == source).unwrap_or_else(|| {
                all.push(source.clone());
                all.len().saturating_sub(1)
            });
            self.numbered.insert(*place, SourceId(u16::try_from(index).unwrap_or(u16::MAX)));
        }
    }

    /// The source of a section that has one.
    pub fn of(&self, section: &Section<'_>) -> Option<SourceId> {
        self.numbered.get(&section.span.start).copied()
    }

    /// The documents that a section lists.
    pub fn documents(&self, section: &Section<'_>, key: &str) -> Vec<DocumentId> {
        let named = section.texts(key);
        named.iter().filter_map(|key| self.catalog.named(section, key)).map(|named| named.id).collect()
    }
}

/// The numbers of a quote, and whether each is a percentage.
fn numbers(quote: &str) -> Vec<(String, bool)> {
    let mut numbers = Vec::new();
    let mut rest = quote;
    while let Some(start) = rest.find(|c: char| c.is_ascii_digit()) {
        let from = rest.get(start..).unwrap_or_default();
        let end = from.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(from.len());
        let (number, after) = from.split_at(end);
        numbers.push((number.trim_end_matches('.').to_owned(), after.trim_start().starts_with(['%', '％'])));
        rest = after;
    }
    numbers.extend(spelled_out(quote));
    numbers
}

/// The numbers of a quote in Chinese characters: 三次, 十二个月, 百分之六十. One alone, as in 统一, is none.
fn spelled_out(quote: &str) -> Vec<(String, bool)> {
    const UNITS: &str = "个次人月年天日元倍档级";
    const DIGITS: &str = "零一二三四五六七八九";
    let is_numeral = |c: char| DIGITS.contains(c) || "两十百".contains(c);
    let mut found = Vec::new();
    let mut rest = quote;
    while let Some(start) = rest.find(is_numeral) {
        let (before, from) = rest.split_at(start);
        let end = from.find(|c: char| !is_numeral(c)).unwrap_or(from.len());
        let (numeral, after) = from.split_at(end);
        let is_percent = before.ends_with("百分之") || before.ends_with("分之");
        if is_percent || after.starts_with(|c: char| UNITS.contains(c)) {
            let (mut sum, mut digit) = (0_usize, None);
            for character in numeral.chars() {
                let value = DIGITS.chars().position(|known| known == character);
                match (character, value) {
                    ('十', _) => sum = sum.saturating_add(digit.take().unwrap_or(1) * 10),
                    ('百', _) => sum = sum.saturating_add(digit.take().unwrap_or(1) * 100),
                    ('两', _) => digit = Some(2),
                    (_, value) => digit = value,
                }
            }
            found.push((sum.saturating_add(digit.unwrap_or(0)).to_string(), is_percent));
        }
        rest = after;
    }
    found
}

fn grade(section: &Section<'_>) -> Option<Grade> {
    let written = section.optional_text("grade")?;
    let grade = match written.text.as_str() {
        "A" => Some(Grade::A),
        "B" => Some(Grade::B),
        "C" => Some(Grade::C),
        "D" => Some(Grade::D),
        "G" => Some(Grade::G),
        _ => None,
    };
    if grade.is_none() {
        section.wrong("grade", "没有这一级可靠程度", "只能写 A、B、C、D、G");
    }
    grade
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_percentage_in_a_quote_is_no_plain_number() {
        let found = numbers("30人（含）以下的不高于 20 %的，按5.5%");
        let expected = [("30", false), ("20", true), ("5.5", true)];
        assert_eq!(found, expected.map(|(number, percent)| (number.to_owned(), percent)));
    }

    #[test]
    fn numbers_in_chinese_characters_count_where_they_count_something() {
        let of = |quote: &str| spelled_out(quote);
        let plain = |number: &str| (number.to_owned(), false);
        assert_eq!(of("每人每年最多不超过三次，连续十二个月，二十人以下"), ["3", "12", "20"].map(plain));
        assert_eq!(of("一百二十元、两次"), ["120", "2"].map(plain));
        assert_eq!(of("统一、第一、一般"), []);
        assert_eq!(of("按百分之六十发给"), [("60".to_owned(), true)]);
    }
}
