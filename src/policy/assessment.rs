//! Amounts of an answer, and which rule a day falls under.

use crate::policy::date::Window;
use crate::policy::money::Money;
use crate::policy::pack::{MeasureHead, RuleHead};

/// An amount of money, as exactly as the facts allow.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[cfg_attr(feature = "json", derive(serde::Serialize), serde(tag = "kind", rename_all = "lowercase"))]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub enum Amount {
    /// Determined.
    Exact {
        /// The amount.
        #[cfg_attr(feature = "types", ts(type = "Money"))]
        value: Money,
    },
    /// Between two different amounts.
    Range {
        /// The least.
        #[cfg_attr(feature = "types", ts(type = "Money"))]
        min: Money,
        /// The most.
        #[cfg_attr(feature = "types", ts(type = "Money"))]
        max: Money,
    },
}

/// Whether a rule is in force on a day: exactly one of these on each day.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[cfg_attr(feature = "json", derive(serde::Serialize), serde(rename_all = "kebab-case"))]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub enum Status {
    /// One can apply on the day.
    Open,
    /// The year's round begins later.
    Upcoming,
    /// The year's round has ended.
    Closed,
    /// No rule of that year is recorded.
    NotRecorded,
}

/// How sure a figure is (rules.md).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
#[cfg_attr(feature = "json", derive(serde::Serialize), serde(rename_all = "lowercase"))]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub enum Evidence {
    /// An official document says so, or the press or an office's own notice.
    Official,
    /// It was seen only second-hand, or is general knowledge: shown with a mark and the reason.
    Provisional,
}

/// Which rule a day falls under.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct RuleStatus {
    /// The measure.
    pub measure: &'static MeasureHead,
    /// The rule of the day or, where it is upcoming or closed, of the year; `None`: not recorded.
    pub rule: Option<&'static RuleHead>,
    /// The rule's evidence; provisional where none is recorded.
    pub evidence: Evidence,
    /// Whether it is in force.
    pub status: Status,
    /// Why nothing is recorded, for people to read.
    pub gap: Option<&'static str>,
}

impl RuleStatus {
    /// The days on which one can apply.
    #[must_use]
    pub fn window(&self) -> Option<Window> {
        self.rule.map(|rule| rule.window)
    }
}
