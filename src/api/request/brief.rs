//! What decides an answer, without a sentence.

use wengang_engine::assessment::{ConditionId, Verdict};

use crate::api::answer::worded::{self, Worded};
use crate::api::answer::{Judgement, Need, Why};
use crate::api::request::error::PolicyError;
use crate::api::request::{Value, beyond, read};
use crate::api::{Request, case};
use crate::law;
use crate::policy::assessment::Amount;
use crate::policy::case::Fold;
use crate::policy::verdict::Outcome;

/// What decides an answer.
#[derive(Clone, PartialEq, Eq, Debug, serde::Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Brief {
    /// The answer.
    pub outcome: Outcome,
    /// The money; `null` where it is not determined or there is none.
    pub amount: Option<Amount>,
    /// The verdicts in the order of the law; where items are judged, each item of the whole answer has its own.
    pub conditions: Vec<BriefCondition>,
    /// What is missing and can still change the answer, in the order to ask.
    #[cfg_attr(feature = "types", ts(type = "string[]"))]
    pub needs: Vec<Need>,
}

/// A condition's verdict.
#[derive(Clone, PartialEq, Eq, Debug, serde::Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct BriefCondition {
    /// Its id.
    pub id: String,
    /// Whether it holds.
    pub verdict: Judgement,
    /// Why it is unknown.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "types", ts(optional))]
    pub reason: Option<Why>,
}

/// Reads a request and says what decides its answer.
///
/// # Errors
/// As [`judge`](super::judge).
pub fn brief(value: &Value, fold: Fold) -> Result<Brief, PolicyError> {
    of(&read(value, fold)?).ok_or_else(beyond)
}

fn of(request: &Request) -> Option<Brief> {
    let pack = law::pack(request.calculator);
    let measure = pack.measure(request.calculator.code())?;
    let summary = wengang_engine::summarize(pack, measure, &request.case, case::day(request.as_of).ok()?).ok()?;
    let condition = |(condition, verdict): &(ConditionId, Verdict)| {
        let (verdict, reason) = worded::judgement(*verdict);
        Some(BriefCondition { id: condition.name(measure)?.to_owned(), verdict, reason })
    };
    let worded = Worded { pack, measure };
    Some(Brief {
        outcome: summary.outcome.into(),
        amount: summary.amount.map(worded::amount).transpose().ok()?,
        conditions: summary.conditions.iter().filter_map(condition).collect(),
        needs: summary.needs.into_iter().filter_map(|need| worded.need(need)).collect(),
    })
}
