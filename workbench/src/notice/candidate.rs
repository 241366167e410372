//! The places of figures like an old one in a notice: offered, never taken by itself.

use std::collections::BTreeSet;
use std::ops::Range;

use super::{Figure, Found, Notice, Unit, figures};
use crate::figure::{Kind, Value};

/// What is looked for.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Wanted {
    /// Which kind of figure.
    pub kind: Kind,
    /// Words that tell it from others: the quotes of earlier years, its name.
    pub hints: Vec<String>,
    /// Words of the part of the notice that it is in: the measure's name.
    pub about: String,
    /// The old figure.
    pub old: Option<Value>,
}

/// A place of the notice with a figure of the kind.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Candidate {
    /// The figure there.
    pub value: Value,
    /// The words around it.
    pub quote: String,
    /// The part of the notice.
    pub clause: Option<String>,
    /// The line of the notice, from 1.
    pub line: usize,
    /// Why the figure is another number than the words: 1年按12个月算.
    pub converted: Option<String>,
    /// How well the words fit, for the order.
    score: usize,
}

/// How many places are offered.
const MOST: usize = 6;
/// A quote of fewer letters beside its number says too little.
const FEWEST: usize = 3;
/// What counts as much as a fifth of the words of an old quote.
const BONUS: usize = 20;

/// Words that tell from when to when something holds.
const TERMS: [&str; 7] = ["受理时间", "申请时间", "期限", "延续实施至", "执行至", "施行", "自"];

/// Whether days end before a year begins.
fn is_over(value: &Value, year: u16) -> bool {
    matches!(value, Value::Days(from, to) if to.or(*from).is_some_and(|day| day.year() < year))
}

impl Notice {
    /// Returns the places with a figure of the kind, those that fit best first.
    #[must_use]
    pub fn candidates(&self, wanted: &Wanted) -> Vec<Candidate> {
        let mut found: Vec<Candidate> = match &wanted.kind {
            Kind::Days => self.windows(),
            Kind::Options(_) => self.words(wanted),
            _ => self.numbers(wanted),
        };
        // A year that is over is not when the new figures begin.
        if let Some(Value::Days(Some(from), _)) = &wanted.old {
            found.retain(|candidate| !is_over(&candidate.value, from.year()));
        }
        for candidate in &mut found {
            candidate.score = self.score(candidate, wanted);
        }
        // Of those that fit alike the first in the text comes first: the sort is stable.
        found.sort_by_key(|candidate| std::cmp::Reverse(candidate.score));
        found.truncate(MOST);
        found
    }

    fn score(&self, candidate: &Candidate, wanted: &Wanted) -> usize {
        let best = wanted.hints.iter().map(|hint| likeness(hint, &candidate.quote)).max().unwrap_or(0);
        let all = likeness(&wanted.hints.join(""), &candidate.quote);
        let is_old = wanted.old.as_ref() == Some(&candidate.value);
        let part = self.find(&candidate.quote).and_then(|span| self.part(span.start)).unwrap_or_default();
        let about = share_of(&wanted.about, part);
        let is_term = wanted.kind == Kind::Days && TERMS.iter().any(|term| candidate.quote.contains(term));
        best.saturating_add(all / 4)
            .saturating_add(if wanted.kind == Kind::Days { about } else { about / 2 })
            .saturating_add(if is_term { BONUS } else { 0 })
            .saturating_add(if is_old { BONUS / 4 } else { 0 })
    }

    /// The words with which the part of the notice begins, up to its first full stop.
    fn part(&self, at: usize) -> Option<&str> {
        let clause = self.clause_at(at)?;
        let line = self.text().lines().find(|line| line.trim_start().starts_with(&format!("{clause}、")))?;
        line.split('。').next()
    }

    fn candidate(&self, span: &Range<usize>, value: Value, converted: Option<String>) -> Candidate {
        let quote = self.text().get(span.clone()).unwrap_or_default();
        Candidate {
            value,
            quote: quote.to_owned(),
            clause: self.clause_at(span.start),
            line: self.line_at(span.start),
            converted,
            score: 0,
        }
    }

    fn numbers(&self, wanted: &Wanted) -> Vec<Candidate> {
        let of = |figure: &Figure| {
            let Figure::Number(digits, unit) = figure else { return None };
            match (&wanted.kind, unit) {
                (Kind::Share, Unit::Percent) => Some((Value::Share(digits.clone()), None)),
                (Kind::Money, Unit::Yuan) => Some((Value::Money(digits.clone()), None)),
                (Kind::Count(of), unit) => match (of.as_str(), unit) {
                    ("人", Unit::Persons) | ("个月", Unit::Months) | ("次", Unit::Times) => {
                        Some((Value::Count(digits.clone()), None))
                    }
                    ("个月", Unit::Years) => {
                        let months = digits.parse::<u32>().ok()?.checked_mul(12)?.to_string();
                        let why = format!("{digits}年按{months}个月算");
                        Some((Value::Count(months), Some(why)))
                    }
                    _ => None,
                },
                _ => None,
            }
        };
        let all = figures(self.text());
        let fitting = all.iter().filter_map(|found| Some((self.quote_around(&found.span), of(&found.figure)?)));
        fitting.map(|(span, (value, converted))| self.candidate(&span, value, converted)).collect()
    }

    /// The days from when to when: both in one stretch of words, or one of them.
    fn windows(&self) -> Vec<Candidate> {
        let all = figures(self.text());
        let mut found: Vec<(Range<usize>, Value)> = Vec::new();
        for figure in &all {
            let span = self.quote_around(&figure.span);
            if found.iter().any(|(known, _)| *known == span) {
                continue;
            }
            let inside: Vec<_> = all.iter().filter(|other| span.contains(&other.span.start)).collect();
            let day = |found: &&Found| {
                if let Figure::Day(day) = found.figure { Some((found.span.clone(), day)) } else { None }
            };
            let days: Vec<_> = inside.iter().filter_map(day).collect();
            let value = match days.as_slice() {
                [(_, from), (_, to)] if from <= to => Value::Days(Some(*from), Some(*to)),
                [(place, day)] => {
                    let before = self.text().get(span.start..place.start).unwrap_or_default().trim_end();
                    let after = self.text().get(place.end..span.end).unwrap_or_default().trim_start();
                    let is_last = ["至", "到"].iter().any(|word| before.ends_with(word))
                        || ["前", "止", "（含"].iter().any(|word| after.starts_with(word));
                    if is_last { Value::Days(None, Some(*day)) } else { Value::Days(Some(*day), None) }
                }
                [] => {
                    let year = |found: &&Found| if let Figure::Year(year) = found.figure { Some(year) } else { None };
                    match inside.iter().find_map(year).and_then(Value::whole_year) {
                        Some(value) => value,
                        None => continue,
                    }
                }
                _ => continue,
            };
            found.push((span, value));
        }
        found.into_iter().map(|(span, value)| self.candidate(&span, value, None)).collect()
    }

    /// Stretches of words in which options are named: most words alike first.
    fn words(&self, wanted: &Wanted) -> Vec<Candidate> {
        let Kind::Options(_) = &wanted.kind else { return Vec::new() };
        let Some(old) = wanted.old.clone() else { return Vec::new() };
        let mut spans: Vec<Range<usize>> = Vec::new();
        let mut start = 0;
        for (at, mark) in self.text().match_indices(['。', '；', '，', '\n']) {
            spans.push(start..at);
            start = at.saturating_add(mark.len());
        }
        spans.push(start..self.text().len());
        spans.retain(|span| letters_of(self.text().get(span.clone()).unwrap_or_default()) > FEWEST);
        spans.iter().map(|span| self.candidate(span, old.clone(), None)).collect()
    }

    /// The words around a figure: up to the nearest marks, or further where these alone say nothing.
    fn quote_around(&self, figure: &Range<usize>) -> Range<usize> {
        let near = self.between(figure, &['。', '；', '，', '、', '\n', ',', ';', '：']);
        let beside = near.len().saturating_sub(figure.len());
        // A letter takes three bytes.
        let is_enough = beside > FEWEST.saturating_sub(1).saturating_mul(3);
        if is_enough { near } else { self.between(figure, &['。', '；', '，', '\n', ';']) }
    }

    fn between(&self, figure: &Range<usize>, marks: &[char]) -> Range<usize> {
        let before = self.text().get(..figure.start).unwrap_or_default();
        let after = self.text().get(figure.end..).unwrap_or_default();
        // Within brackets a mark ends nothing.
        let mut depth = 0_usize;
        let start = before.char_indices().rev().find(|(_, c)| {
            match c {
                '）' | ')' | '”' => depth = depth.saturating_add(1),
                '（' | '(' | '“' => depth = depth.saturating_sub(1),
                _ => {}
            }
            depth == 0 && marks.contains(c)
        });
        let start = start.map_or(0, |(at, c)| at.saturating_add(c.len_utf8()));
        let end = after.find(marks).map_or(self.text().len(), |end| figure.end.saturating_add(end));
        let text = self.text().get(start..end).unwrap_or_default();
        let start = start.saturating_add(text.len().saturating_sub(text.trim_start().len()));
        start..end.max(start).saturating_sub(text.len().saturating_sub(text.trim_end().len()))
    }
}

fn letters_of(text: &str) -> usize {
    text.chars().filter(|c| c.is_alphanumeric()).count()
}

/// How much of the pairs of letters of a hint are in the words, and of the words in the hint: 0 to 100.
fn likeness(hint: &str, words: &str) -> usize {
    let (hint, words) = (pairs(hint), pairs(words));
    let common = hint.intersection(&words).count();
    let all = hint.len().saturating_add(words.len());
    common.saturating_mul(200).checked_div(all).unwrap_or(0)
}

/// How much of the pairs of letters of some words are in a text: 0 to 100.
fn share_of(words: &str, text: &str) -> usize {
    let (words, text) = (pairs(words), pairs(text));
    words.intersection(&text).count().saturating_mul(100).checked_div(words.len()).unwrap_or(0)
}

fn pairs(text: &str) -> BTreeSet<(char, char)> {
    let letters: Vec<char> = text.chars().filter(|c| c.is_alphabetic()).collect();
    letters.windows(2).filter_map(|pair| Some((*pair.first()?, *pair.last()?))).collect()
}
