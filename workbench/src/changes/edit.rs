//! The edits between two laws: each figure and row by itself, with its line; and which of them any case depends on.

mod lines;
mod reach;

use wengang_engine::assessment::Verdict;
use wengang_engine::pack::{Dated, Figure, Measure, Round, Row};
use wengang_engine::{Assessment, Date, Pack};

use crate::period::{Period, Sort};
use crate::trial::Trial;
use crate::workspace::Workspace;

pub(super) use lines::Lines;
pub(super) use reach::Reach;

/// The measure that a file is of.
fn measure_of(file: &str) -> Option<&str> {
    file.rsplit('/').next()?.strip_suffix(".toml")
}

/// An edit and its place.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Edit {
    /// What was edited.
    pub title: String,
    /// The file.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
}

/// The places of the periods in the edited files, for the lines of edits; those of the files that all places share too.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Place {
    measure: String,
    period: Period,
    /// The first line of the file that is another one.
    first_edit: usize,
}

impl Place {
    /// Returns those of a workspace.
    #[must_use]
    pub fn all(work: &Workspace) -> Vec<Self> {
        let place = |period: Period| {
            let (text, base) = (work.text(&period.file), work.base_text(&period.file));
            let mut pairs = text.unwrap_or_default().lines().zip(base.unwrap_or_default().lines());
            let first_edit = pairs.position(|(now, then)| now != then).map_or(1, |line| line.saturating_add(1));
            let measure = measure_of(&period.file).unwrap_or_default().to_owned();
            Self { measure, period, first_edit }
        };
        work.all_periods().into_iter().map(place).collect()
    }

    fn of_round<'p>(all: &'p [Self], measure: &str, round: &Round) -> Option<&'p Self> {
        let id = round.id.split_once('-').map(|(_, id)| id);
        all.iter().find(|place| {
            let is_round = place.period.days.0 == Some(round.window.from) || id == Some(&place.period.id);
            is_round && place.measure == measure && place.period.sort != Sort::Row
        })
    }

    /// The edit of a figure of that name, the `nth` of several.
    fn edit(&self, name: &str, nth: usize) -> Edit {
        let slot = self.period.slots.iter().filter(|slot| slot.name == name).nth(nth);
        Edit {
            title: format!("{}：{}", self.period.title, slot.map_or_else(|| name.to_owned(), |slot| slot.title())),
            file: self.period.file.clone(),
            line: slot.map_or(self.period.line, |slot| slot.line),
        }
    }

    /// The period of a row of dated values.
    fn of_dated<'p>(all: &'p [Self], measure: &str, name: &str, from: Option<Date>) -> Option<&'p Self> {
        all.iter().find(|place| {
            let is_own = place.period.value_name() == name || place.period.slots.iter().any(|slot| slot.name == name);
            place.measure == measure && place.period.sort == Sort::Row && place.period.days.0 == from && is_own
        })
    }

    /// The edit of a dated value: that of its name, or the `nth` of those that go by a key.
    fn edit_of(&self, name: &str, nth: usize) -> Edit {
        if self.period.slots.iter().any(|slot| slot.name == name) {
            return self.edit(name, 0);
        }
        let mut values = self.period.slots.iter().filter(|slot| slot.kind != crate::Kind::Days);
        match values.nth(nth) {
            Some(slot) => self.edit(&slot.name, 0),
            None => self.whole(&self.period.title),
        }
    }

    fn whole(&self, title: &str) -> Edit {
        Edit { title: title.to_owned(), file: self.period.file.clone(), line: self.period.line }
    }
}

/// What an edit put in the stead of what.
enum What {
    Figure { round: usize, place: usize, old: Figure, new: Figure },
    Rows { round: usize, table: usize, old: Vec<Row>, new: Vec<Row> },
    Row { round: usize, table: usize, place: usize, old: Row, new: Row },
    Dated { param: usize, row: usize, old: Dated, new: Dated },
}

/// An edit that can be undone and made again.
pub(super) struct Step {
    pub measure: String,
    pub edit: Edit,
    what: Vec<What>,
}

impl Step {
    pub fn undo(&self, pack: &mut Pack) {
        self.put(pack, true);
    }

    pub fn make(&self, pack: &mut Pack) {
        self.put(pack, false);
    }

    fn put(&self, pack: &mut Pack, is_old: bool) {
        let Some(measure) = pack.measures.iter_mut().find(|measure| measure.id == self.measure) else { return };
        for what in &self.what {
            what.put(measure, is_old);
        }
    }
}

impl What {
    fn put(&self, measure: &mut Measure, is_old: bool) {
        match self {
            Self::Figure { round, place, old, new } => {
                let figure = measure.rounds.get_mut(*round).and_then(|round| round.figures.get_mut(*place));
                figure.into_iter().for_each(|figure| figure.clone_from(if is_old { old } else { new }));
            }
            Self::Rows { round, table, old, new } => {
                let rows = measure.rounds.get_mut(*round).and_then(|round| round.rows.get_mut(*table));
                rows.into_iter().for_each(|(_, rows)| rows.clone_from(if is_old { old } else { new }));
            }
            Self::Row { round, table, place, old, new } => {
                let rows = measure.rounds.get_mut(*round).and_then(|round| round.rows.get_mut(*table));
                let row = rows.and_then(|(_, rows)| rows.get_mut(*place));
                row.into_iter().for_each(|row| row.clone_from(if is_old { old } else { new }));
            }
            Self::Dated { param, row, old, new } => {
                let row = measure.params.get_mut(*param).and_then(|param| param.rows.get_mut(*row));
                row.into_iter().for_each(|row| row.is.clone_from(if is_old { old } else { new }));
            }
        }
    }
}

/// The round of the earlier law that a round is to be compared with: the same, or the last that began before it.
pub(super) fn old_round<'b>(base: &'b Measure, round: &Round) -> Option<&'b Round> {
    let same = base.rounds.iter().find(|old| old.id == round.id);
    let is_alike = |old: &&Round| old.years.is_some() == round.years.is_some() && old.window.from < round.window.from;
    same.or_else(|| base.rounds.iter().filter(is_alike).max_by_key(|old| old.window.from))
}

/// Returns the edits of figures and rows.
pub(super) fn steps(base: &Pack, edited: &Pack, places: &[Place]) -> Vec<Step> {
    let mut steps = Vec::new();
    for measure in &edited.measures {
        let Some(old) = base.measure(&measure.id) else { continue };
        for (index, round) in measure.rounds.iter().enumerate() {
            let Some(before) = old_round(old, round) else { continue };
            let Some(place) = Place::of_round(places, &measure.id, round) else { continue };
            let step = |edit: Edit, what: What| Step { measure: measure.id.clone(), edit, what: vec![what] };
            for (name, (at, new)) in measure.values.iter().zip(round.figures.iter().enumerate()) {
                let value = old.figure(before, name);
                let Some(value) = value.filter(|value| **value != new.value) else { continue };
                let before_edit = Figure { value: value.clone(), source: new.source };
                let what = What::Figure { round: index, place: at, old: before_edit, new: new.clone() };
                steps.push(step(place.edit(name, 0), what));
            }
            for (table, (id, rows)) in round.rows.iter().enumerate() {
                let Some(name) = measure.tables.get(id.index()).map(|table| &table.name) else { continue };
                let Some((_, then)) = before.rows.get(table) else { continue };
                if rows.len() != then.len() {
                    let what = What::Rows { round: index, table, old: then.clone(), new: rows.clone() };
                    steps.push(step(place.edit(name, 0), what));
                    continue;
                }
                for (at, (new, then)) in rows.iter().zip(then).enumerate() {
                    if (&new.when, &new.is) != (&then.when, &then.is) {
                        let before_edit = Row { source: new.source, ..then.clone() };
                        let what = What::Row { round: index, table, place: at, old: before_edit, new: new.clone() };
                        steps.push(step(place.edit(name, at), what));
                    }
                }
            }
        }
        steps.extend(dated(old, measure, places));
    }
    steps
}

/// The edits of dated values: against what held on the first day of each row.
fn dated(old: &Measure, measure: &Measure, places: &[Place]) -> Vec<Step> {
    let mut steps = Vec::new();
    for (index, param) in measure.params.iter().enumerate() {
        let Some(before) = old.params.iter().find(|before| before.name == param.name) else { continue };
        for (at, row) in param.rows.iter().enumerate() {
            let held = before.rows.iter().find(|held| match row.from {
                Some(from) => held.contains(from),
                None => held.from.is_none(),
            });
            let Some(held) = held else { continue };
            let before_edit = match (&held.is, &row.is) {
                (Dated::Values(then, _), Dated::Values(_, source)) => Dated::Values(then.clone(), *source),
                (then, _) => then.clone(),
            };
            if before_edit == row.is {
                continue;
            }
            let Some(place) = Place::of_dated(places, &measure.id, &param.name, row.from) else { continue };
            let what = What::Dated { param: index, row: at, old: before_edit, new: row.is.clone() };
            // Values of one row are one edit: with one of them alone a case means nothing.
            let title = place.period.title.clone();
            match steps.iter_mut().find(|step: &&mut Step| step.edit.title == title) {
                Some(step) => step.what.push(what),
                None => {
                    let edit = Edit { title, ..place.edit(&param.name, 0) };
                    steps.push(Step { measure: measure.id.clone(), edit, what: vec![what] });
                }
            }
        }
    }
    steps
}

/// What else than a figure makes a case come out otherwise: a new period, other days, or other words of the file.
pub(super) fn of_structure(
    base: &Pack,
    edited: &Pack,
    trial: &Trial,
    (before, now): (Option<&Assessment>, Option<&Assessment>),
    reach: &Reach,
) -> Vec<Edit> {
    let places = reach.places();
    let round = |pack: &Pack, found: Option<&Assessment>| {
        let id = found?.rule_status.round?;
        pack.measure(&trial.measure)?.rounds.get(id.index()).cloned()
    };
    let (was, is) = (round(base, before), round(edited, now));
    let old = base.measure(&trial.measure);
    let known = |round: &Round| old.and_then(|old| old.rounds.iter().find(|known| known.id == round.id));
    if let Some(is) = &is
        && let Some(place) = Place::of_round(places, &trial.measure, is)
    {
        match known(is) {
            None => return vec![place.whole(&format!("新增{}，照抄上一年的数", is.title))],
            Some(known) if known.window != is.window => return vec![place.whole(&format!("{}：起止日期", is.title))],
            Some(_) => {}
        }
    }
    if let Some(was) = &was
        && is.as_ref().is_none_or(|is| is.id != was.id)
        && let Some(place) = Place::of_round(places, &trial.measure, was)
    {
        return vec![place.whole(&format!("{}：起止日期", was.title))];
    }
    // Each condition that is judged otherwise has its edit, if anything of it was edited.
    let judged = |found: Option<&Assessment>| -> Vec<(String, Verdict)> {
        let of_items = found.iter().flat_map(|found| &found.items).flat_map(|(items, _)| items);
        let all = found.iter().flat_map(|found| &found.conditions).chain(of_items.flat_map(|item| &item.conditions));
        all.map(|condition| (condition.id.clone(), condition.verdict)).collect()
    };
    let was = judged(before);
    let other = judged(now).into_iter().filter(|condition| !was.contains(condition));
    let lines = reach.lines();
    let mut edits: Vec<Edit> = other.filter_map(|(id, _)| lines.changed_in(&trial.measure, &id)).collect();
    edits.dedup();
    if !edits.is_empty() {
        return edits;
    }
    if let Some(edit) = lines.changed(&trial.measure) {
        return vec![edit];
    }
    let place = places.iter().find(|place| place.measure == trial.measure);
    vec![Edit {
        title: format!("{}：没有收录的日子、次序或别的改动", trial.measure),
        file: place.map_or_else(String::new, |place| place.period.file.clone()),
        line: place.map_or(1, |place| place.first_edit),
    }]
}
