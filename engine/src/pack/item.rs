//! Items: the elements of a list that are judged separately, and the plan over them.

use serde::{Deserialize, Serialize};

use crate::expression::Expr;
use crate::pack::{Condition, FactId, Says, Text};

/// What a measure judges of each element of a list: 这本.
///
/// The conditions of the measure hold for every item too.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Item {
    /// The list.
    pub list: FactId,
    /// The conditions of an item, in the order of the law.
    pub conditions: Vec<Condition>,
    /// Its amount where it is eligible.
    pub amount: Expr,
    /// The days of an item by their names in the API.
    pub dates: Vec<(String, Expr)>,
    /// The day of an item that may be on a weekend.
    pub day_off: Option<ItemDayOff>,
}

/// A day of an item that may be on a weekend, and then move (民法典 §203).
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct ItemDayOff {
    /// The day.
    pub day: Expr,
    /// When the sentence applies; `None`: always.
    pub when: Option<Expr>,
    /// What day it is.
    pub what: Text,
}

/// Which of the items that are eligible are paid.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Paid {
    /// Those of the best plan.
    Plan(Box<Plan>),
    /// All of them; the line that adds them up.
    Each(PlanStep),
}

impl Paid {
    /// The plan, where not all are paid.
    pub(crate) const fn plan(&self) -> Option<&Plan> {
        match self {
            Self::Plan(plan) => Some(plan),
            Self::Each(_) => None,
        }
    }
}

/// The best plan over the items: the greatest total within the places, in the order to apply.
///
/// In a condition on two items the one at hand is 这本, the other one is looked at.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Plan {
    /// Whether the other is the same thing as 这本, so that one of the two at most is paid.
    pub same: Expr,
    /// Whether the other item, once paid, excludes 这本: 这本 must come first.
    pub blocks: Expr,
    /// How many more can be paid; 不限: as many as there are.
    pub places: Expr,
    /// Whether 这本 takes one of the places that are fewer, and how many of those there are.
    pub ordinary: Option<(Expr, Expr)>,
    /// The condition of an item that says whether there is a place left for it.
    pub limit: String,
    /// The last day of 这本.
    pub by: Expr,
    /// The day from which there are places again.
    pub again: Expr,
    /// The line of an item in the plan; its id is followed by the item's number.
    pub step: PlanStep,
    /// The line that adds them.
    pub total: PlanStep,
    /// The sentence for an item that is left over because an equivalent one is in the plan.
    pub left_same: LeftOver,
    /// The sentence for an item that is left over because no place is free.
    pub left_places: LeftOver,
}

/// A line of the calculation of what is paid.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct PlanStep {
    /// Its id in the API.
    pub id: String,
    /// What it computes.
    pub title: Says,
    /// Its unit.
    pub unit: String,
}

/// Why an item is left over.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct LeftOver {
    /// Its id in the API.
    pub id: String,
    /// The reason for people to read.
    pub text: Text,
}
