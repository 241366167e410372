//! The schedule: an amount for each of a number of months.

use serde::{Deserialize, Serialize};

use crate::expression::Expr;
use crate::pack::{ResultField, Says, SourceId};

/// A schedule: the amount of each month from a first month on.
///
/// Each month is rounded half up to 分 by itself, since it is paid by itself; the sum is the money of the measure.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Schedule {
    /// The name of the sum in expressions.
    pub name: String,
    /// The first month.
    pub from: Expr,
    /// When the number of months is known even if `months` is not; `None`: always.
    pub when: Option<Expr>,
    /// How many months.
    pub months: Expr,
    /// The amount of a month; 本月 is that month.
    pub each: Expr,
    /// The figures of a month that the answer lists; without any it lists the amounts.
    pub columns: Vec<ResultField>,
    /// The line of the calculation of each run of months that are with the same computation; `None`: the lines of
    /// definitions that are monthly show them.
    pub step: Option<ScheduleStep>,
    /// The line of the sum.
    pub total: ScheduleStep,
    /// Where the law says that it is paid month by month.
    pub source: Option<SourceId>,
}

/// A line of the schedule's calculation.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct ScheduleStep {
    /// Its id in the API; that of a run has the month behind it since which it is computed so: `standard-2024-07`.
    pub id: String,
    /// What it computes; of a run, 本月 is its first month.
    pub title: Says,
    /// Its unit.
    pub unit: String,
}
