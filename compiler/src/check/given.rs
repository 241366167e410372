//! Names that the day, the round or the evaluation gives.

use wengang_engine::Given;
use wengang_engine::pack::DomainId;

use crate::check::Type;

/// A name that the day, the round or the evaluation gives.
pub(crate) type GivenName = (&'static str, Given);

/// What every expression of a measure may name.
pub(crate) const ROUND: &[GivenName] = &[
    ("申请日", Given::Day),
    ("申请年", Given::Year),
    ("基准年", Given::BaseYear),
    ("起日", Given::FirstDay),
    ("止日", Given::LastDay),
    ("只有上限", Given::CeilingOnly),
    ("结果", Given::Outcome),
];

/// What the sentence on a day without a round may name.
pub(crate) const GAP: &[GivenName] = &[("申请日", Given::Day), ("原因", Given::Reason)];

/// What the sentence on a last day on a weekend may name.
pub(crate) const DAY_OFF: &[GivenName] = &[
    ("申请年", Given::Year),
    ("止日", Given::LastDay),
    ("顺延日", Given::NextWorkday),
    ("文号", Given::DocumentNumber),
    ("条款", Given::Clause),
];

/// The options of 结果 are the first domain of every measure.
const OUTCOME: DomainId = DomainId(0);

/// Whether a name is given, but not here.
pub(super) fn wanted_elsewhere(name: &str) -> bool {
    GAP.iter().chain(DAY_OFF).any(|(given, _)| *given == name)
}

/// 是 and 否.
pub(super) fn truth(name: &str) -> Option<bool> {
    match name {
        "是" => Some(true),
        "否" => Some(false),
        _ => None,
    }
}

/// The type of what is given.
pub(super) const fn type_of_given(given: Given) -> Type {
    match given {
        Given::Day | Given::FirstDay | Given::LastDay | Given::NextWorkday => Type::Date,
        Given::Year | Given::BaseYear => Type::Number,
        Given::CeilingOnly => Type::Truth,
        Given::Outcome => Type::Choice(OUTCOME),
        Given::Reason | Given::DocumentNumber | Given::Clause => Type::Text,
    }
}
