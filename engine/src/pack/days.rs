//! The days on which a sentence applies.

use serde::{Deserialize, Serialize};

use crate::date::Date;

/// A run of days, both ends included; the default is every day.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Days {
    /// The first day; `None`: since ever.
    pub from: Option<Date>,
    /// The last day; `None`: for ever.
    pub to: Option<Date>,
}

impl Days {
    /// Whether the day is one of them.
    #[must_use]
    pub fn contains(&self, day: Date) -> bool {
        self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day <= to)
    }
}

/// A reading of silent text, and the days for which it holds: another notice may not be silent.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Reading {
    /// What is read into the text.
    pub text: String,
    /// For applications on these days.
    pub days: Days,
}
