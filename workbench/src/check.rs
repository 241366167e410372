//! Everything that is wrong with the edited law, or should be looked at again, each with its file and line.

use wengang_compiler::Report;

use crate::figure::{Kind, Value};
use crate::period::{Period, Slot};
use crate::quotes;
use crate::workspace::Workspace;

/// How bad it is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Weight {
    /// It must be put right before a pack can be made.
    Wrong,
    /// It may be right, but is unusual.
    Doubt,
}

/// Something at a place of a file.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Fault {
    /// The file.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// How bad it is.
    pub weight: Weight,
    /// What is wrong, and what to write instead.
    pub sentence: String,
}

impl Workspace {
    /// Returns what the compiler finds, quotes that are not in their documents, and figures to look at again.
    #[must_use]
    pub fn faults(&self) -> Vec<Fault> {
        self.faults_of(self.compile().err().as_ref())
    }

    /// The same, where the law was compiled already.
    #[must_use]
    pub fn faults_of(&self, report: Option<&Report>) -> Vec<Fault> {
        let mut found = Vec::new();
        if let Some(report) = report {
            found.extend(report.messages.iter().cloned().map(|message| {
                let words =
                    if message.words.is_empty() { String::new() } else { format!("“{}”：", message.words) };
                let sentence = format!("{words}{}；{}", message.wrong, message.instead);
                Fault { file: message.file, line: message.line, weight: Weight::Wrong, sentence }
            }));
        }
        self.check_quotes(&mut found);
        let (now, before) = (self.periods(), self.base_periods());
        for period in &now {
            let same = before.iter().find(|old| (&old.file, &old.id) == (&period.file, &period.id));
            let Some(old) = same.or_else(|| period.before(&before)) else { continue };
            if same.is_none() {
                self.check_new(period, old, &mut found);
            }
            check_order(period, old, &mut found);
        }
        found.sort();
        found.dedup();
        found
    }

    fn check_quotes(&self, found: &mut Vec<Fault>) {
        let sources = self.sources();
        for (name, text) in self.files().filter(|(name, _)| name.ends_with(".toml")) {
            if self.base_text(name) == Some(text) {
                continue;
            }
            for quote in quotes::quotes_in(text).unwrap_or_default() {
                if let Err(wrong) = quotes::of_its_document(&quote, &sources) {
                    let sentence = format!("{wrong}：“{}”；请逐字摘录", quote.text);
                    found.push(Fault { file: name.to_owned(), line: quote.line, weight: Weight::Wrong, sentence });
                }
            }
        }
    }

    /// Notes what a copied period still says of the year before, and days that the notice does not name.
    fn check_new(&self, period: &Period, old: &Period, found: &mut Vec<Fault>) {
        let mut doubt = |line: usize, sentence: String| {
            found.push(Fault { file: period.file.clone(), line, weight: Weight::Doubt, sentence });
        };
        if !period.notes.is_empty() && period.notes == old.notes {
            doubt(period.line, format!("{}的说明还是{}的话，请核对", period.title, old.title));
        }
        if period.is_ceiling && old.is_ceiling {
            doubt(period.line, format!("{}还写着“只有上限”，通知写明了比例的请去掉", period.title));
        }
        let Some(days) = period.slots.iter().find(|slot| slot.kind == Kind::Days) else { return };
        let Value::Days(from, to) = &days.value else { return };
        let text = self.notice().text();
        let figures = crate::notice::figures(text);
        for (name, day) in [("起日", from), ("止日", to)] {
            let Some(day) = day else { continue };
            let is_said = figures.iter().any(|found| match found.figure {
                crate::notice::Figure::Day(known) => known == *day,
                crate::notice::Figure::Year(year) => {
                    year == day.year() && [(1, 1), (12, 31)].contains(&(day.month(), day.day()))
                }
                crate::notice::Figure::Number(..) => false,
            });
            if !is_said && !text.is_empty() {
                doubt(days.line, format!("{name} {day} 在通知里没有找到，请核对"));
            }
        }
    }
}

/// Notes figures of one table whose order differs from the year before: two may have been swapped, or one taken twice.
fn check_order(period: &Period, old: &Period, found: &mut Vec<Fault>) {
    let order = |one: &Slot, other: &Slot| number(&one.value).zip(number(&other.value)).map(|(a, b)| compare(&a, &b));
    for (place, slot) in period.slots.iter().enumerate() {
        for other in period.slots.iter().skip(place.saturating_add(1)).filter(|other| other.name == slot.name) {
            let before = |wanted: &Slot| old.slots.iter().find(|known| known.is_same(wanted));
            let (Some(old_slot), Some(old_other)) = (before(slot), before(other)) else { continue };
            let (Some(now), Some(then)) = (order(slot, other), order(old_slot, old_other)) else { continue };
            if now != then && then != std::cmp::Ordering::Equal {
                let how = match now {
                    std::cmp::Ordering::Equal => format!("一样，{}不一样，请核对是不是选错了一处", old.title),
                    _ => format!("大小的次序和{}相反，请核对是不是写反了", old.title),
                };
                let (one, two) = (slot.title(), other.title());
                let sentence = format!("“{one}”是 {}，“{two}”是 {}：{how}", slot.value, other.value);
                found.push(Fault { file: period.file.clone(), line: slot.line, weight: Weight::Doubt, sentence });
            }
        }
    }
}

fn number(value: &Value) -> Option<String> {
    match value {
        Value::Share(number) | Value::Money(number) | Value::Count(number) => Some(number.clone()),
        _ => None,
    }
}

/// Compares two decimals exactly.
fn compare(one: &str, other: &str) -> std::cmp::Ordering {
    let parts = |text: &str| {
        let (whole, decimals) = text.split_once('.').unwrap_or((text, ""));
        (whole.trim_start_matches('0').to_owned(), decimals.trim_end_matches('0').to_owned())
    };
    let ((one, one_decimals), (other, other_decimals)) = (parts(one), parts(other));
    one.len().cmp(&other.len()).then(one.cmp(&other)).then(one_decimals.cmp(&other_decimals))
}
