//! How the rules of a measure are put side by side, for people to see what changed.

use serde::{Deserialize, Serialize};

use crate::pack::{RoundId, Says};
use crate::value::Value;

/// A table with a row for each rule, or for each run of days of a dated value.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Compare {
    /// What the table is called.
    pub caption: String,
    /// What the first column is called, with the names of the rows.
    pub names: String,
    /// The other columns.
    pub columns: Vec<Column>,
    /// What the column of the days is called; `None`: there is none.
    pub days: Option<String>,
    /// What words in it mean.
    pub terms: Option<String>,
}

/// A column.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Column {
    /// What it is called; several of one title are one column, each part of other rounds.
    pub title: String,
    /// The rounds it is part of; `None`: all.
    pub only: Option<Vec<RoundId>>,
    /// The content of the row under each rule, without a case.
    pub says: Says,
    /// The fields of the item at hand, where it is about one.
    pub item: Option<Vec<Option<Value>>>,
    /// Whether it says what people hope for: the first screen shows it.
    pub hope: bool,
}
