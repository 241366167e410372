//! The walk through a new round: each figure with its old one, and the places of figures like it in the notice.

use crate::fill::Filling;
use crate::notice::{Candidate, Wanted};
use crate::path::{Step, sections};
use crate::period::{Period, Slot};
use crate::workspace::Workspace;
use toml_edit::{DocumentMut, Item};

/// A figure on the walk.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Stop {
    /// The figure as it is.
    pub slot: Slot,
    /// The figure of the year before, or what it was before the edit.
    pub old: Option<Slot>,
    /// Whether it says where it comes from.
    pub is_done: bool,
}

/// A period on the walk, with its figures.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Leg {
    /// The period.
    pub period: Period,
    /// The one before it, or the same before the edit.
    pub old: Option<Period>,
    /// Whether the law that was begun with does not have it.
    pub is_new: bool,
    /// Its figures.
    pub stops: Vec<Stop>,
}

/// Something that is only in some years.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Only {
    /// The file.
    pub file: String,
    /// The way to its section.
    pub way: Vec<Step>,
    /// What it is called.
    pub title: String,
    /// The years it is in.
    pub years: Vec<String>,
    /// The line, from 1.
    pub line: usize,
}

impl Workspace {
    /// Returns every period with its figures, those first that are new.
    #[must_use]
    pub fn walk(&self) -> Vec<Leg> {
        let (now, before) = (self.periods(), self.base_periods());
        let mut legs: Vec<Leg> = now.into_iter().map(|period| leg(period, &before)).collect();
        legs.sort_by_key(|leg| !leg.is_new);
        legs
    }

    /// Returns the periods that can be copied for a year: the last of each kind of every file.
    #[must_use]
    pub fn to_copy(&self) -> Vec<Period> {
        let all = self.base_periods();
        let is_last = |period: &&Period| {
            period.sort != crate::period::Sort::Standing
                && !all.iter().any(|other| other.before(&all).is_some_and(|before| before == *period))
        };
        all.iter().filter(is_last).cloned().collect()
    }

    /// Returns what to look for in the notice where a figure is wanted.
    #[must_use]
    pub fn wanted(&self, leg: &Leg, stop: &Stop) -> Wanted {
        let all = self.periods();
        // What it says of itself by now is no hint.
        let others = all.iter().filter(|period| period.file == leg.period.file && period.way != leg.period.way);
        let alike = others.flat_map(|period| &period.slots);
        let quotes = alike.filter(|slot| slot.is_same(&stop.slot)).filter_map(|slot| slot.words.quote.clone());
        let mut hints: Vec<String> = quotes.chain([stop.slot.title()]).collect();
        // The days of a row are said with its figures.
        if stop.slot.kind == crate::Kind::Days && leg.period.sort == crate::period::Sort::Row {
            hints.extend(leg.period.slots.iter().map(|slot| slot.name.clone()));
        }
        let old = stop.old.as_ref().filter(|_| stop.slot.kind != crate::Kind::Days).unwrap_or(&stop.slot);
        Wanted { kind: stop.slot.kind.clone(), hints, about: leg.period.about.clone(), old: Some(old.value.clone()) }
    }

    /// Returns the places of figures like it in the notice.
    #[must_use]
    pub fn candidates(&self, leg: &Leg, stop: &Stop) -> Vec<Candidate> {
        self.notice().candidates(&self.wanted(leg, stop))
    }

    /// Takes a place of the notice for a figure.
    ///
    /// # Errors
    /// A sentence, as [`fill`](crate::fill::fill).
    pub fn take(&mut self, period: &Period, slot: &Slot, candidate: &Candidate) -> Result<(), String> {
        let filling = Filling {
            value: candidate.value.clone(),
            quote: candidate.quote.clone(),
            not_quoted: candidate.converted.clone().unwrap_or_default(),
            source: [None, candidate.clause.clone(), None],
            when: None,
        };
        self.fill(period, slot, &filling)
    }

    /// Returns what is only in some years, in the files that have a new round.
    #[must_use]
    pub fn only(&self) -> Vec<Only> {
        let new: Vec<String> = self
            .walk()
            .into_iter()
            .filter(|leg| leg.is_new && leg.period.sort == crate::period::Sort::Round)
            .map(|leg| leg.period.file)
            .collect();
        let mut found = Vec::new();
        for file in new {
            let Some(text) = self.text(&file) else { continue };
            let Ok(document) = text.parse::<DocumentMut>() else { continue };
            let mut lines = text.lines().enumerate().filter(|(_, line)| line.starts_with("only = "));
            for (key, item) in document.iter() {
                only_in(&file, key, &[Step::key(key)], item, &mut found);
            }
            for only in found.iter_mut().filter(|only| only.file == file) {
                only.line = lines.next().map_or(1, |(line, _)| line.saturating_add(1));
            }
        }
        found
    }
}

fn only_in(file: &str, key: &str, way: &[Step], item: &Item, found: &mut Vec<Only>) {
    for (place, section) in sections(item).into_iter().enumerate() {
        let way: Vec<Step> = way.iter().cloned().chain([Step::At(place)]).collect();
        if let Some(years) = section.get("only").and_then(Item::as_array) {
            let name = ["title", "id", "name"].iter().find_map(|name| section.get(name)?.as_str()).unwrap_or(key);
            let text = section.get("text").and_then(Item::as_str).map(|text| format!("：{text}")).unwrap_or_default();
            found.push(Only {
                file: file.to_owned(),
                way: way.clone(),
                title: format!("{name}{text}"),
                years: years.iter().filter_map(|year| year.as_str().map(str::to_owned)).collect(),
                line: 1,
            });
        }
    }
    if let Some(table) = item.as_table_like() {
        for (inner, item) in table.iter() {
            let way: Vec<Step> = way.iter().cloned().chain([Step::key(inner)]).collect();
            only_in(file, inner, &way, item, found);
        }
    }
}

fn leg(period: Period, before: &[Period]) -> Leg {
    let same = before.iter().find(|old| old.is_same(&period));
    let old = same.or_else(|| period.before(before));
    let stop = |slot: &Slot| {
        let old = old.and_then(|old| old.slots.iter().find(|known| known.is_same(slot))).cloned();
        Stop { slot: slot.clone(), is_done: is_done(slot), old }
    };
    let stops = period.slots.iter().map(stop).collect();
    Leg { is_new: same.is_none(), old: old.cloned(), stops, period }
}

/// Whether a figure says where it comes from, and its words have it in them: rows of dated values share their words.
fn is_done(slot: &Slot) -> bool {
    use crate::figure::Value;
    use crate::notice::{Figure, figures};
    let Some(quote) = &slot.words.quote else { return slot.words.not_quoted.is_some() };
    if slot.words.not_quoted.is_some() {
        return true;
    }
    match &slot.value {
        Value::Share(number) | Value::Money(number) | Value::Count(number) => {
            figures(quote).iter().any(|found| matches!(&found.figure, Figure::Number(said, _) if said == number))
        }
        _ => true,
    }
}
