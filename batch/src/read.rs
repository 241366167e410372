//! One cell, read as its column is: by `wengang::api::entry`, as the page reads what people type.

mod text;

use std::borrow::Cow;
use std::collections::BTreeMap;

use wengang::api::case::FactValue;
use wengang::api::entry;
use wengang::policy::case::Fold;
use wengang::policy::date::Date;
use wengang::policy::money::Money;
use wengang::policy::month::Month;
use wengang::policy::ratio::AverageInsured;
use wengang_engine::Words;
use wengang_engine::pack::{DomainId, FactKind, Measure};

use crate::cell::Cell;
use crate::columns::Role;
use crate::dictionary::Dictionary;
use crate::number::plain;
use crate::serial::{Epoch, day as serial_day};
use crate::words;

use text::{digits, is_long, without_time};

/// What is written where nothing is known.
const UNKNOWN: [&str; 8] = ["不清楚", "不知道", "不详", "未知", "待查", "待核", "未填", "n/a"];
/// A number that is zero or missing.
const DASHES: [&str; 7] = ["-", "--", "—", "——", "/", "\\", "－"];
/// Yes and no, in lists.
const YES: [&str; 10] = ["是", "有", "√", "✓", "✔", "☑", "y", "yes", "true", "1"];
const NO: [&str; 13] = ["否", "无", "没有", "不是", "×", "✗", "✘", "x", "n", "no", "false", "0", "☐"];
/// None of the options.
const NONE: [&str; 6] = ["无", "没有", "否", "都没有", "不在", "[]"];

/// How the cells of a column are read.
#[derive(Clone)]
pub(crate) struct Entry {
    kind: FactKind,
    /// The least and the most of a count.
    limits: (u32, u32),
    unit: &'static str,
    label: &'static str,
    in_wan: bool,
    fold: Fold,
    epoch: Epoch,
    /// The ids of the options by their folded words.
    options: BTreeMap<String, &'static str>,
    /// The options for people.
    listed: String,
    answers: BTreeMap<String, bool>,
}

impl Entry {
    /// How a column of that role is read; `None`: it is not.
    pub fn of(measure: &'static Measure, role: Role, in_wan: bool, words: &Dictionary, epoch: Epoch) -> Option<Self> {
        let kind = role.kind(measure)?;
        let fact = match role {
            Role::Fact(id) | Role::Sum(id) | Role::Month(id, _) | Role::Field(id, _) => {
                measure.facts.get(id.index())?
            }
            Role::PaidOn => return Some(Self::plain(kind, words::PAID_ON, in_wan, words, epoch)),
            Role::PaidAmount => return Some(Self::plain(kind, words::PAID_AMOUNT, in_wan, words, epoch)),
            Role::Person | Role::Private | Role::Unused => return None,
        };
        let field = role.field(measure);
        let min = if field.is_some() { 0 } else { fact.min };
        let (kind, min, most) = match (role, kind) {
            // The months of an average are whole, as their sum is.
            (Role::Month(..), FactKind::Average(most)) => (FactKind::Count(most), 0, most),
            (Role::Sum(_), FactKind::Average(most)) => {
                let times = fact.instead.as_ref().map_or(1, |instead| u64::from(instead.divided_by));
                (FactKind::Count(most), 0, most.saturating_mul(times))
            }
            (_, FactKind::Count(most)) => (kind, min, most),
            _ => (kind, min, 0),
        };
        let bounded = |limit: u64| u32::try_from(limit).unwrap_or(u32::MAX);
        let unit = field.map_or(&fact.unit, |field| &field.unit);
        let label = field.map_or(&fact.question.label, |field| &field.name);
        let answers = field.map_or(&fact.answers, |field| &field.answers);
        let limits = (bounded(min), bounded(most));
        let mut entry = Self { limits, unit, ..Self::plain(kind, label, in_wan, words, epoch) };
        if let FactKind::Choice(domain) | FactKind::Choices(domain) = kind {
            entry.take_options(measure, domain, role, words);
        }
        for (words, is) in [(YES.as_slice(), true), (NO.as_slice(), false)] {
            entry.answers.extend(words.iter().map(|word| ((*word).to_owned(), is)));
        }
        if let Some((yes, no)) = answers {
            entry.answers.extend([(yes.clone(), true), (no.clone(), false)]);
        }
        Some(entry)
    }

    /// How days and amounts are read, which have neither limits nor words of their own.
    fn plain(kind: FactKind, label: &'static str, in_wan: bool, words: &Dictionary, epoch: Epoch) -> Self {
        Self {
            kind,
            limits: (0, 0),
            unit: "",
            label,
            in_wan,
            fold: words.fold,
            epoch,
            options: BTreeMap::new(),
            listed: String::new(),
            answers: BTreeMap::new(),
        }
    }

    fn take_options(&mut self, measure: &'static Measure, domain: DomainId, role: Role, words: &Dictionary) {
        let options = measure.options(domain);
        let listed: Vec<&str> = options.iter().take(9).map(|option| option.name.as_str()).collect();
        self.listed = listed.join("、");
        if options.len() > listed.len() {
            self.listed.push_str(" 等");
        }
        // An option's own words come before those of another that people use for it.
        for option in options {
            for word in [&option.id, &option.name, &option.shown] {
                self.options.entry(self.key(word)).or_insert(&option.id);
            }
        }
        for option in options {
            for word in &option.words {
                self.options.entry(self.key(word)).or_insert(&option.id);
            }
        }
        for (id, word) in words.options(role) {
            self.options.entry(self.key(word)).or_insert(id);
        }
    }

    fn key(&self, text: &str) -> String {
        (self.fold)(text).chars().filter(|sign| !sign.is_whitespace()).collect()
    }

    /// Reads a cell; `None`: nothing is known. `is_merged`: it belongs to a cell that reaches over several rows.
    ///
    /// # Errors
    /// A sentence that says what is wrong with the cell and what to do.
    pub fn read(&self, cell: Cell<'_>, is_merged: bool) -> Result<Option<FactValue>, String> {
        match cell {
            Cell::Empty => return Ok(None),
            Cell::Error(error) => return Err(words::error_cell(error)),
            Cell::Text(text) => {
                if text.len() <= 12 {
                    let bare = text.trim();
                    if bare.is_empty() || UNKNOWN.contains(&bare) {
                        return Ok(None);
                    }
                    if DASHES.contains(&bare) {
                        return Err(words::DASH.to_owned());
                    }
                } else if is_long(text) && entry::is_identity(text) {
                    return Err(words::IDENTITY.to_owned());
                }
            }
            Cell::Number(_) | Cell::Serial(_) | Cell::Truth(_) => {}
        }
        if is_merged && matches!(self.kind, FactKind::Count(_) | FactKind::Average(_) | FactKind::Money(_)) {
            return Err(words::MERGED.to_owned());
        }
        self.value(cell).map(Some)
    }

    fn value(&self, cell: Cell<'_>) -> Result<FactValue, String> {
        let sentence = |error: entry::EntryError| error.sentence();
        Ok(match self.kind {
            FactKind::Count(_) => {
                let (text, (least, most)) = (self.number(cell)?, self.limits);
                let plain = digits(&text).and_then(|digits| digits.parse().ok());
                match plain.filter(|count| (least..=most).contains(count)) {
                    Some(count) => FactValue::Count(count),
                    None => FactValue::Count(entry::count(&text, self.unit, least, most).map_err(sentence)?),
                }
            }
            FactKind::Average(_) => {
                let text = self.number(cell)?;
                let plain = digits(&text).and_then(|digits| AverageInsured::parse(digits).ok());
                FactValue::Average(plain.map_or_else(|| entry::average(&text).map_err(sentence), Ok)?)
            }
            FactKind::Money(_) => {
                let text = self.number(cell)?;
                // The heading's unit holds where the cell has none of its own.
                let is_bare = self.in_wan && !text.contains(['元', '万', '块', '圆']);
                let text = if is_bare { Cow::Owned([&text, "万"].concat()) } else { text };
                let plain = digits(&text).and_then(|digits| Money::parse(digits).ok());
                FactValue::Money(plain.map_or_else(|| entry::amount(&text).map_err(sentence), Ok)?)
            }
            FactKind::Date => FactValue::Day(self.day(cell)?),
            FactKind::Month => FactValue::Month(self.month(cell)?),
            FactKind::YesNo => FactValue::Flag(self.answer(cell)?),
            FactKind::Choice(_) => FactValue::Word(self.option(&self.text_of(cell)?)?),
            FactKind::Choices(_) => FactValue::Words(self.some(&self.text_of(cell)?)?),
            FactKind::Text => {
                let text = self.text_of(cell)?;
                let folded = (self.fold)(&text);
                FactValue::Text(Words::new(text.trim(), folded.trim()))
            }
            FactKind::List(_) => return Err(words::not_read(self.label)),
        })
    }

    /// The number of a cell as a user would type it.
    fn number<'t>(&self, cell: Cell<'t>) -> Result<Cow<'t, str>, String> {
        match cell {
            Cell::Text(text) => Ok(Cow::Borrowed(text)),
            Cell::Number(text) => Ok(plain(text).unwrap_or(Cow::Borrowed(text))),
            Cell::Serial(_) => Err(words::DAY_FOR_NUMBER.to_owned()),
            Cell::Empty | Cell::Truth(_) | Cell::Error(_) => Err(words::not_read(self.label)),
        }
    }

    /// The text of a cell as a user would type it.
    fn text_of<'t>(&self, cell: Cell<'t>) -> Result<Cow<'t, str>, String> {
        match cell {
            Cell::Text(text) => Ok(Cow::Borrowed(text)),
            Cell::Number(text) => Ok(plain(text).unwrap_or(Cow::Borrowed(text))),
            Cell::Truth(is) => Ok(Cow::Borrowed(if is { "是" } else { "否" })),
            Cell::Empty | Cell::Serial(_) | Cell::Error(_) => Err(words::not_read(self.label)),
        }
    }

    fn day(&self, cell: Cell<'_>) -> Result<Date, String> {
        let text = match cell {
            Cell::Serial(number) => return serial_day(number, self.epoch).ok_or_else(|| words::NO_DAY.to_owned()),
            Cell::Number(text) => plain(text).unwrap_or(Cow::Borrowed(text)),
            cell => self.text_of(cell)?,
        };
        let text = without_time(text.trim());
        // No date is written with five digits: it is a serial day in a column formatted as numbers.
        if text.len() == 5 && text.bytes().all(|byte| byte.is_ascii_digit()) {
            return serial_day(text, self.epoch).ok_or_else(|| words::NO_DAY.to_owned());
        }
        entry::day(text).map_err(|error| match entry::month(text) {
            Ok(_) => words::DAY_MISSING.to_owned(),
            Err(_) => error.sentence(),
        })
    }

    fn month(&self, cell: Cell<'_>) -> Result<Month, String> {
        let text = match cell {
            Cell::Serial(number) => {
                return serial_day(number, self.epoch).map(Month::of).ok_or_else(|| words::NO_DAY.to_owned());
            }
            Cell::Number(text) => plain(text).unwrap_or(Cow::Borrowed(text)),
            cell => self.text_of(cell)?,
        };
        let text = without_time(text.trim());
        // As a number, October is written as January is.
        if text.len() == 6 && text.ends_with(".1") {
            return Err(words::JANUARY_OR_OCTOBER.to_owned());
        }
        entry::month(text).or_else(|error| entry::day(text).map(Month::of).map_err(|_| error.sentence()))
    }

    fn answer(&self, cell: Cell<'_>) -> Result<bool, String> {
        let text = self.text_of(cell)?;
        let known = self.answers.get(text.as_ref()).or_else(|| self.answers.get(&self.key(&text)));
        known.copied().ok_or_else(|| words::YES_OR_NO.to_owned())
    }

    fn option(&self, text: &str) -> Result<&'static str, String> {
        let known = self.options.get(text).or_else(|| self.options.get(&self.key(text)));
        known.copied().ok_or_else(|| words::no_option(self.label, &self.listed))
    }

    /// Several options, or none of them.
    fn some(&self, text: &str) -> Result<Vec<&'static str>, String> {
        if NONE.contains(&self.key(text).as_str()) {
            return Ok(Vec::new());
        }
        let mut found = Vec::new();
        for one in text.split(['、', ',', '，', ';', '；', '\n']).filter(|one| !one.trim().is_empty()) {
            let option = self.option(one).map_err(|_| words::no_options(self.label, &self.listed))?;
            if !found.contains(&option) {
                found.push(option);
            }
        }
        Ok(found)
    }
}

#[cfg(test)]
mod tests;
