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
    ("上轮止日", Given::LastDayBefore),
    ("只有上限", Given::CeilingOnly),
    ("结果", Given::Outcome),
    // Where there is a schedule, and nowhere else: the whole measure shows.
    ("本月", Given::ThisMonth),
];

/// What leaves a condition to the agency.
pub(crate) const AGENCY: &str = "由经办机构认定";

/// What is assumed for a fact may name.
pub(crate) const ASSUMED: &[GivenName] = &[("申请日", Given::Day)];

/// What the key of a dated value may name.
pub(crate) const PARAM_KEY: &[GivenName] = &[("申请日", Given::Day), ("当日", Given::ThatDay)];

/// What the sentence on a day without a round may name.
pub(crate) const GAP: &[GivenName] = &[("申请日", Given::Day), ("原因", Given::Reason)];

/// What the sentence on a last day on a weekend may name.
pub(crate) const DAY_OFF: &[GivenName] = &[
    ("哪一天", Given::WhichDay),
    ("这一天", Given::ThisDay),
    ("顺延日", Given::NextWorkday),
    ("文号", Given::DocumentNumber),
    ("条款", Given::Clause),
];

/// The options of 结果 are the first domain of every measure.
const OUTCOME: DomainId = DomainId(0);

/// Where a name is given, if not here.
pub(super) fn given_elsewhere(name: &str) -> Option<&'static str> {
    let is_in = |names: &[GivenName]| names.iter().any(|(given, _)| *given == name);
    if name == AGENCY {
        return Some("它只能写在条件的 holds 里；判断表写 is = \"由经办机构认定\"");
    }
    if is_in(PARAM_KEY) {
        return Some("它只在 [[param]] 的 key 里有值");
    }
    (is_in(GAP) || is_in(DAY_OFF)).then_some("它只在说明没有政策的日子、周末顺延的句子里有值")
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
        Given::Day
        | Given::FirstDay
        | Given::LastDay
        | Given::LastDayBefore
        | Given::ThatDay
        | Given::ThisDay
        | Given::NextWorkday => Type::Date,
        Given::Year | Given::BaseYear => Type::Number,
        Given::ThisMonth => Type::Month,
        Given::CeilingOnly | Given::Agency => Type::Truth,
        Given::Outcome => Type::Choice(OUTCOME),
        Given::Reason | Given::WhichDay | Given::DocumentNumber | Given::Clause => Type::Text,
    }
}
