//! Facts and blanks that the user set for the whole list, read as its cells are.

use wengang::api::case::FactValue;

use crate::cell::Cell;
use crate::columns::{Column, Recogniser, Role};
use crate::error::OpenError;
use crate::read::Entry;
use crate::words;

/// How a column is read, and what its empty cells mean.
pub(super) type Reading = (Option<Entry>, Option<FactValue>);

/// Facts that hold for every row, read as cells are.
pub(super) fn fixed(recogniser: &Recogniser<'_>, columns: &[Column]) -> Result<Vec<(Role, FactValue)>, OpenError> {
    let mut fixed = Vec::new();
    for (name, value) in &recogniser.options.set {
        let (role, entry) = role_and_entry(recogniser, name)?;
        if let Some(column) = columns.iter().find(|column| column.role == role) {
            return Err(OpenError::new(words::set_and_column(name, &column.heading)));
        }
        fixed.push((role, read_value(&entry, name, value)?));
    }
    Ok(fixed)
}

/// How each column is read.
pub(super) fn entries(recogniser: &Recogniser<'_>, columns: &[Column]) -> Result<Vec<Reading>, OpenError> {
    let mut blanks = Vec::new();
    for (name, value) in &recogniser.options.blank {
        let of_heading = columns.iter().find(|column| column.heading.trim() == name.trim()).map(|column| column.role);
        let (role, entry) = match of_heading.filter(|role| role.is_read()) {
            Some(role) => (role, entry_of(recogniser, role).ok_or_else(|| no_such(recogniser, name))?),
            None => role_and_entry(recogniser, name)?,
        };
        blanks.push((role, read_value(&entry, name, value)?));
    }
    let entry = |column: &Column| {
        let (measure, epoch) = (recogniser.measure, recogniser.options.epoch);
        let entry = Entry::of(measure, column.role, column.in_wan, recogniser.dictionary, epoch);
        let blank = blanks.iter().find(|(role, _)| *role == column.role).map(|(_, value)| value.clone());
        (entry, blank)
    };
    Ok(columns.iter().map(entry).collect())
}

fn role_and_entry(recogniser: &Recogniser<'_>, name: &str) -> Result<(Role, Entry), OpenError> {
    let role = recogniser.named(name).ok_or_else(|| no_such(recogniser, name))?;
    let entry = entry_of(recogniser, role).ok_or_else(|| no_such(recogniser, name))?;
    Ok((role, entry))
}

fn entry_of(recogniser: &Recogniser<'_>, role: Role) -> Option<Entry> {
    Entry::of(recogniser.measure, role, false, recogniser.dictionary, recogniser.options.epoch)
}

fn no_such(recogniser: &Recogniser<'_>, name: &str) -> OpenError {
    OpenError::new(words::no_such_fact(name, recogniser.measure))
}

fn read_value(entry: &Entry, name: &str, value: &str) -> Result<FactValue, OpenError> {
    let wrong = |why: &str| OpenError::new(words::no_such_value(name, value, why));
    let read = entry.read(Cell::of_text(value), false).map_err(|sentence| wrong(&sentence))?;
    read.ok_or_else(|| wrong("没有写是什么"))
}
