//! The answer: what one evaluation of a case yields. Everything that is shown, printed or sent comes from here.

use crate::date::{Date, Month};
use crate::pack::{Evidence, FactId, Measure, RoundId, SourceId};
use crate::value::{Money, Value};

/// What is known of one condition.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Verdict {
    /// The condition holds.
    Met,
    /// The condition does not hold.
    Unmet,
    /// It cannot be said yet.
    Unknown(Reason),
}

/// Why a condition is unknown.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Reason {
    /// A fact that the user can give is missing.
    Missing,
    /// Only the agency can decide it.
    Agency,
}

/// The answer to "may I have it".
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Outcome {
    /// Every condition is met.
    Eligible,
    /// A condition is not met.
    Ineligible,
    /// No condition fails, but one is unknown.
    Undetermined,
    /// No round covers the day.
    Closed,
}

impl Outcome {
    /// Ineligible if any is unmet, else undetermined if any is unknown, else eligible.
    #[must_use]
    pub fn of(verdicts: impl IntoIterator<Item = Verdict>) -> Self {
        let mut outcome = Self::Eligible;
        for verdict in verdicts {
            match verdict {
                Verdict::Met => {}
                Verdict::Unmet => return Self::Ineligible,
                Verdict::Unknown(_) => outcome = Self::Undetermined,
            }
        }
        outcome
    }

    /// Its place among [`OUTCOMES`](crate::OUTCOMES).
    #[must_use]
    pub(crate) const fn option(self) -> u16 {
        match self {
            Self::Eligible => 0,
            Self::Ineligible | Self::Closed => 1,
            Self::Undetermined => 2,
        }
    }
}

/// An amount of money, as exactly as the facts allow; whole 分.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum AmountFound {
    /// Determined.
    Exact(Money),
    /// Between two different amounts.
    Range {
        /// The least.
        min: Money,
        /// The most.
        max: Money,
    },
}

/// Whether a round is in force on a day: exactly one of these on each day.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Status {
    /// One can apply on the day.
    Open,
    /// The year's round begins later.
    Upcoming,
    /// The year's round has ended.
    Closed,
    /// No round of that year is recorded.
    NotRecorded,
}

/// Which round a day falls under.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RuleStatus {
    /// The round of the day or, where it is upcoming or closed, of the year; `None`: not recorded.
    pub round: Option<RoundId>,
    /// Whether it is in force.
    pub status: Status,
    /// How sure its figures are; provisional where none is recorded.
    pub evidence: Evidence,
    /// Why no round or no rule at all is recorded for the day, for people to read.
    pub reason: Option<String>,
}

/// The answer to a case.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Assessment {
    /// The day of application.
    pub day: Date,
    /// The round of the day.
    pub rule_status: RuleStatus,
    /// The answer.
    pub outcome: Outcome,
    /// The money; `None` where it is not determined or there is none.
    pub amount: Option<AmountFound>,
    /// The conditions; where the measure has one on the day, it comes first.
    pub conditions: Vec<ConditionFound>,
    /// The calculation.
    pub steps: Vec<Step>,
    /// What is missing and can still change the answer, in the order to ask.
    pub needs: Vec<Need>,
    /// What else can be seen.
    pub insights: Vec<InsightFound>,
    /// What to do.
    pub next_steps: Vec<NextStepFound>,
    /// Notes to the figures.
    pub notes: Vec<String>,
    /// What was assumed for facts that were left out, in words.
    pub assumed: Vec<String>,
    /// The amounts by month; `None` where they are not known or nothing is computed by the month.
    pub months: Option<ByMonth>,
    /// The figures of the answer that are settled; `None` on a day without a round.
    pub results: Option<Vec<(String, FigureFound)>>,
    /// The items in the order given, and the plan over them where not all are paid; `None` where the measure has no items,
    /// or no rule is in force.
    pub items: Option<(Vec<ItemFound>, Option<PlanFound>)>,
}

/// Something that is missing.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Need {
    /// A fact.
    Fact(FactId),
    /// A field of an item.
    Field {
        /// The list of the items.
        list: FactId,
        /// Which item, by its place in the list.
        element: usize,
        /// Which field, by its place.
        field: u16,
    },
}

/// What decides an answer, without a word.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Summary {
    /// The answer.
    pub outcome: Outcome,
    /// The money; `None` where it is not determined or there is none.
    pub amount: Option<AmountFound>,
    /// The verdicts, in the order of the answer's conditions.
    pub conditions: Vec<(ConditionId, Verdict)>,
    /// What is missing and can still change the answer, in the order to ask.
    pub needs: Vec<Need>,
}

/// Which condition of a measure.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ConditionId {
    /// That of the days of a round.
    Window,
    /// One of [`Measure::conditions`](crate::pack::Measure::conditions), by its place.
    Own(u16),
}

impl ConditionId {
    /// Its id in the API.
    #[must_use]
    pub fn name(self, measure: &Measure) -> Option<&str> {
        match self {
            Self::Window => measure.window.as_ref().map(|window| window.id.as_str()),
            Self::Own(place) => measure.conditions.get(usize::from(place)).map(|condition| condition.id.as_str()),
        }
    }
}

/// An item, judged by itself.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ItemFound {
    /// The answer for this item.
    pub outcome: Outcome,
    /// The amount if it is eligible.
    pub amount: Option<Money>,
    /// Its days by their names in the API, where they are known.
    pub dates: Vec<(String, Option<Date>)>,
    /// The conditions, those of the measure first.
    pub conditions: Vec<ConditionFound>,
}

/// The best plan over the items.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct PlanFound {
    /// What to apply for, in that order.
    pub items: Vec<PlannedItem>,
    /// What is left over, in the order given.
    pub left_over: Vec<LeftOverFound>,
}

/// An item of the plan.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PlannedItem {
    /// Its place in the list.
    pub item: usize,
    /// Its amount.
    pub amount: Money,
    /// The last day to apply, so that nothing after it in the plan is lost.
    pub by: Date,
}

/// An item that could be paid if the plan did not prefer another.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LeftOverFound {
    /// Its place in the list.
    pub item: usize,
    /// The id of the reason in the API.
    pub id: String,
    /// The reason for people to read.
    pub text: String,
    /// The first and the last day on which it can be applied for later.
    pub later: Option<(Date, Date)>,
}

/// A condition of the law, judged.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ConditionFound {
    /// Its id in the API.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// Whether it holds.
    pub verdict: Verdict,
    /// Whether it is unmet and can be put right at once.
    pub curable: bool,
    /// How sure its figures are.
    pub evidence: Evidence,
    /// What was found.
    pub detail: String,
    /// Its sources.
    pub sources: Vec<SourceId>,
}

/// A line of the calculation that can be done again by hand.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Step {
    /// Its id in the API.
    pub id: String,
    /// What it computes.
    pub title: String,
    /// Only + − × ÷ ( ) min max round2 and printed numbers.
    pub formula: String,
    /// The value, printed.
    pub value: String,
    /// Its unit.
    pub unit: String,
    /// How sure its figures are.
    pub evidence: Evidence,
    /// The sources of its figures.
    pub sources: Vec<SourceId>,
}

/// The months of the schedule.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum ByMonth {
    /// Each by itself.
    Each(Vec<MonthFound>),
    /// Those together whose figures are the same.
    Runs(Vec<RunFound>),
}

/// Months one after the other whose figures are the same.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RunFound {
    /// The first of them.
    pub from: Month,
    /// How many.
    pub months: u16,
    /// The figures of each month, by their names in the API.
    pub figures: Vec<(String, FigureFound)>,
    /// How sure they are.
    pub evidence: Evidence,
}

/// A month of the schedule.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct MonthFound {
    /// The month.
    pub month: Month,
    /// Its amount; whole 分.
    pub amount: Money,
    /// How sure that is.
    pub evidence: Evidence,
}

/// Something else that can be seen.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct InsightFound {
    /// Its id in the API.
    pub id: String,
    /// The sentence.
    pub text: String,
    /// The figure in it.
    pub value: Option<String>,
    /// Its sources.
    pub sources: Vec<SourceId>,
}

/// Something to do.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NextStepFound {
    /// Its id in the API.
    pub id: String,
    /// The sentence.
    pub text: String,
    /// Its sources.
    pub sources: Vec<SourceId>,
}

/// A figure of the answer.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum FigureFound {
    /// A decimal: `0.60`.
    Decimal(String),
    /// A share.
    Fraction {
        /// The upper term.
        numerator: i128,
        /// The lower term.
        denominator: i128,
        /// The share in per cent, with enough decimals to show on which side of the limit it is.
        percent: String,
    },
    /// A whole number.
    Whole(i128),
    /// The id of an option.
    Word(String),
    /// Lower bounds, in the order of the file.
    Bounds(Vec<BoundFound>),
}

/// A lower bound, and whether it is reached.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct BoundFound {
    /// The fact that is measured.
    pub fact: FactId,
    /// The bound: persons, or 元.
    pub bound: Value,
    /// Whether it is reached; `None`: the fact is not known.
    pub met: Option<bool>,
    /// Whose bound it is, for people to read.
    pub of: Option<String>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_unmet_condition_outweighs_the_unknown_ones() {
        let unknown = Verdict::Unknown(Reason::Missing);
        assert_eq!(Outcome::of([Verdict::Met, unknown, Verdict::Unmet]), Outcome::Ineligible);
        assert_eq!(Outcome::of([Verdict::Met, unknown]), Outcome::Undetermined);
        assert_eq!(Outcome::of([Verdict::Met]), Outcome::Eligible);
    }
}
