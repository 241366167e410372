//! Dated values outside rounds: rates, limits, standards.

use serde::{Deserialize, Serialize};

use crate::date::Date;
use crate::expression::Expr;
use crate::pack::{Compare, SourceId};
use crate::value::Value;

/// A value that changes on certain days, perhaps one for each option of a key.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Param {
    /// Its name in expressions.
    pub name: String,
    /// The choice whose option says which value of a row counts; `None`: a row has one value.
    pub key: Option<Expr>,
    /// What holds from when to when, in the order of days; every day is in one of them.
    pub rows: Vec<ParamRow>,
    /// How its rows are put side by side; `None`: they are not.
    pub compare: Option<Compare>,
}

/// A run of days, and the value on them.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct ParamRow {
    /// The first day; `None`: since ever.
    pub from: Option<Date>,
    /// The last day; `None`: for ever.
    pub to: Option<Date>,
    /// What holds on them.
    pub is: Dated,
}

/// What holds on some days.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Dated {
    /// The values by the options of the key, in their order, or the only one; `None`: the row has none for the option.
    Values(Vec<Option<Value>>, SourceId),
    /// No value was found, and why.
    Gap(String),
}

impl ParamRow {
    /// Whether the day is among those of the row.
    #[must_use]
    pub fn contains(&self, day: Date) -> bool {
        self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day <= to)
    }
}
