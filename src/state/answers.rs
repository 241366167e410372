//! What was typed and picked, by measure and fact. It is stored under the names of the API, so that it can be restored
//! before the law is read.

use std::borrow::Cow;

use crate::api::answer::Calculator;
use crate::state::field::{Choice, Field};

/// What is picked: the ids of options, or [`yes` or `no`](crate::state::question::YES_NO); an empty list: none of them.
pub type Picked = Choice<Vec<String>>;

/// The answers to all measures.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Answers(Vec<(Calculator, Sheet)>);

/// The answers to the facts of a measure, or in the fields of a row, in the order of their names.
///
/// INVARIANT: nothing in it is blank, so that equal answers are equal sheets.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Sheet(pub(super) Vec<(String, Given)>);

/// An answer.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Given {
    /// Typed into a box.
    Text(Field),
    /// Typed into a box or month by month.
    Average(Box<Average>),
    /// Picked.
    Picked(Picked),
    /// A list.
    Rows(Rows),
}

/// An average that may be typed as twelve months.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Average {
    /// The average; its 不清楚 is that of the months too.
    pub whole: Field,
    /// Whether the months are on the screen in its place.
    pub by_month: bool,
    /// January to December.
    pub months: [Field; 12],
}

/// The rows of a list.
///
/// INVARIANT: at least one row; keys are never used twice.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Rows {
    /// Whether there is anything in the list, where that is asked first.
    pub has_any: Picked,
    /// The rows.
    pub rows: Vec<RowForm>,
    /// The key of the next row.
    pub(super) next_key: u32,
}

/// A row, as typed and picked.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RowForm {
    /// Its name in the page.
    pub key: u32,
    /// Its fields.
    pub sheet: Sheet,
}

impl Default for Given {
    fn default() -> Self {
        Self::Text(Field::default())
    }
}

impl Default for Rows {
    fn default() -> Self {
        Self { has_any: Picked::default(), rows: vec![RowForm::new(1)], next_key: 2 }
    }
}

impl RowForm {
    pub(super) fn new(key: u32) -> Self {
        Self { key, sheet: Sheet::default() }
    }

    /// Whether anything is answered in it.
    pub(super) fn is_touched(&self) -> bool {
        self.sheet.0.iter().any(|(_, given)| given.text().is_none_or(Field::is_touched))
    }
}

impl Rows {
    /// The row of a key; `None`: it was removed.
    #[must_use]
    pub fn row(&self, key: u32) -> Option<&RowForm> {
        self.rows.iter().find(|row| row.key == key)
    }

    /// Whether its rows are as they are before anything is filled in.
    fn is_plain(&self) -> bool {
        let plain = Self::default();
        (self.next_key, &self.rows) == (plain.next_key, &plain.rows)
    }

    /// Adds an empty row under a key that was never used.
    pub(super) fn add(&mut self) {
        self.rows.push(RowForm::new(self.next_key));
        self.next_key = self.next_key.saturating_add(1);
    }

    /// Takes a row out; an empty one remains.
    pub(super) fn remove(&mut self, key: u32) {
        self.rows.retain(|row| row.key != key);
        if self.rows.is_empty() {
            self.add();
        }
    }
}

impl Given {
    fn is_blank(&self) -> bool {
        match self {
            Self::Text(field) => *field == Field::default(),
            Self::Average(average) => **average == Average::default(),
            Self::Picked(picked) => !picked.is_done(),
            Self::Rows(rows) => *rows == Rows::default(),
        }
    }

    /// The box that holds it.
    #[must_use]
    pub const fn text(&self) -> Option<&Field> {
        match self {
            Self::Text(field) => Some(field),
            Self::Average(average) => Some(&average.whole),
            Self::Picked(_) | Self::Rows(_) => None,
        }
    }

    /// What is picked.
    #[must_use]
    pub const fn picked(&self) -> Option<&Picked> {
        match self {
            Self::Picked(picked) => Some(picked),
            Self::Rows(rows) => Some(&rows.has_any),
            Self::Text(_) | Self::Average(_) => None,
        }
    }

    /// The box, to be edited; an answer of another kind, which only a forged text contains, is replaced.
    pub(super) fn text_mut(&mut self) -> Option<&mut Field> {
        if self.text().is_none() {
            *self = Self::default();
        }
        match self {
            Self::Text(field) => Some(field),
            Self::Average(average) => Some(&mut average.whole),
            Self::Picked(_) | Self::Rows(_) => None,
        }
    }

    /// The months, to be edited.
    pub(super) fn average_mut(&mut self) -> Option<&mut Average> {
        if let Some(whole) = self.text_mut() {
            let whole = std::mem::take(whole);
            match self {
                Self::Average(average) => average.whole = whole,
                _ => *self = Self::Average(Box::new(Average { whole, ..Average::default() })),
            }
        }
        if let Self::Average(average) = self { Some(average) } else { None }
    }

    /// The rows, to be edited.
    pub(super) fn rows_mut(&mut self) -> Option<&mut Rows> {
        if !matches!(self, Self::Rows(_)) {
            let has_any = self.picked().cloned().unwrap_or_default();
            *self = Self::Rows(Rows { has_any, ..Rows::default() });
        }
        if let Self::Rows(rows) = self { Some(rows) } else { None }
    }

    /// The fields of a row of it.
    pub(super) fn sheet_mut(&mut self, key: u32) -> Option<&mut Sheet> {
        self.rows_mut()?.rows.iter_mut().find(|row| row.key == key).map(|row| &mut row.sheet)
    }

    /// Picks.
    pub(super) fn pick(&mut self, picked: Picked) {
        match self {
            Self::Rows(rows) => rows.has_any = picked,
            Self::Text(_) | Self::Average(_) | Self::Picked(_) => *self = Self::Picked(picked),
        }
    }

    /// In its one form: months and rows only where there is anything in them.
    fn normal(self) -> Self {
        match self {
            Self::Average(average) if !average.by_month && average.months == <[Field; 12]>::default() => {
                Self::Text(average.whole)
            }
            Self::Rows(rows) if rows.is_plain() => Self::Picked(rows.has_any),
            other => other,
        }
    }
}

impl Sheet {
    /// The answer of a name; `None`: none.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Given> {
        self.0.iter().find(|(known, _)| known == name).map(|(_, given)| given)
    }

    /// Takes the answer of a name out, to be edited and put back.
    pub(super) fn take(&mut self, name: &str) -> Given {
        let place = self.0.iter().position(|(known, _)| known == name);
        place.map(|place| self.0.remove(place).1).unwrap_or_default()
    }

    /// Puts the answer of a name in, in the place of what was there.
    pub(super) fn put(&mut self, name: &str, given: Given) {
        self.take(name);
        let given = given.normal();
        if !given.is_blank() {
            let place = self.0.iter().position(|(known, _)| known.as_str() > name).unwrap_or(self.0.len());
            self.0.insert(place, (name.to_owned(), given));
        }
    }
}

impl Answers {
    /// The answers to a measure; `None`: none yet.
    #[must_use]
    pub fn of(&self, of: Calculator) -> Option<&Sheet> {
        self.0.iter().find(|(known, _)| *known == of).map(|(_, sheet)| sheet)
    }

    /// The answer to a fact.
    #[must_use]
    pub fn get(&self, of: Calculator, name: &str) -> Option<&Given> {
        self.of(of)?.get(name)
    }

    /// The one option that is picked.
    #[must_use]
    pub fn option(&self, of: Calculator, name: &str) -> Option<&str> {
        self.get(of, name)?.picked()?.one()
    }

    /// The rows of a list: one empty row where nothing is filled in.
    #[must_use]
    pub fn rows(&self, of: Calculator, name: &str) -> Cow<'_, Rows> {
        match self.get(of, name) {
            Some(Given::Rows(rows)) => Cow::Borrowed(rows),
            given => {
                let has_any = given.and_then(Given::picked).cloned().unwrap_or_default();
                Cow::Owned(Rows { has_any, ..Rows::default() })
            }
        }
    }

    /// Whether anything is typed for a fact, into its box or month by month.
    pub(super) fn is_typed(&self, of: Calculator, name: &str) -> bool {
        match self.get(of, name) {
            Some(Given::Average(average)) if average.by_month => {
                average.whole.is_touched() || average.months.iter().any(Field::is_touched)
            }
            given => given.and_then(Given::text).is_some_and(Field::is_touched),
        }
    }

    fn sheet_mut(&mut self, of: Calculator) -> Option<&mut Sheet> {
        if self.of(of).is_none() {
            let place = self.0.iter().position(|(known, _)| known.code() > of.code()).unwrap_or(self.0.len());
            self.0.insert(place, (of, Sheet::default()));
        }
        self.0.iter_mut().find(|(known, _)| *known == of).map(|(_, sheet)| sheet)
    }

    /// Takes the answer to a fact out, to be edited and put back.
    pub(super) fn take(&mut self, of: Calculator, name: &str) -> Given {
        self.sheet_mut(of).map(|sheet| sheet.take(name)).unwrap_or_default()
    }

    /// Puts the answer to a fact in.
    pub(super) fn put(&mut self, of: Calculator, name: &str, given: Given) {
        if let Some(sheet) = self.sheet_mut(of) {
            sheet.put(name, given);
        }
        self.0.retain(|(_, sheet)| !sheet.0.is_empty());
    }

    /// Picks an option of a fact.
    pub(super) fn pick(&mut self, of: Calculator, name: &str, picked: Picked) {
        let mut given = self.take(of, name);
        given.pick(picked);
        self.put(of, name, given);
    }

    /// Types into the box of a fact.
    pub(super) fn type_text(&mut self, of: Calculator, name: &str, text: String) {
        let mut given = self.take(of, name);
        if let Some(field) = given.text_mut() {
            field.type_text(text);
        }
        self.put(of, name, given);
    }

    /// Takes back every answer to a measure.
    pub(super) fn clear(&mut self, of: Calculator) {
        self.0.retain(|(known, _)| *known != of);
    }

    /// Every measure that has answers.
    pub(super) fn all(&self) -> &[(Calculator, Sheet)] {
        &self.0
    }
}

impl Picked {
    /// An option.
    #[must_use]
    pub fn option(id: &str) -> Self {
        Self::Is(vec![id.to_owned()])
    }

    /// The one id that is picked.
    #[must_use]
    pub fn one(&self) -> Option<&str> {
        match self.known().map(Vec::as_slice) {
            Some([one]) => Some(one),
            _ => None,
        }
    }

    /// Whether an id is among those that are picked.
    #[must_use]
    pub fn holds(&self, id: &str) -> bool {
        self.known().is_some_and(|ids| ids.iter().any(|known| known == id))
    }
}
