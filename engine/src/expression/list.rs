//! What expressions say of lists, and suppositions.

use serde::{Deserialize, Serialize};

use crate::expression::Expr;
use crate::pack::{DefineId, FactId, RoundId};
use crate::value::{Kind, Value};

/// A list that an expression looks through.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Listed {
    /// A fact that is a list.
    Fact(FactId),
    /// A plan: its elements are the items in the order to apply, each with 金额 and 办理日 after its fields.
    Plan(PlanOf),
}

/// Of which items a plan is made.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum PlanOf {
    /// Those that are eligible.
    Eligible,
    /// Those too that may turn out to be.
    Possible,
}

/// How the figures of the elements are combined.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Aggregate {
    /// 第一个: of the first element, in the order given.
    First,
    /// 合计: the sum, a number of this kind; of nothing it is 0.
    Sum(Kind),
    /// 最早: the earliest day or month.
    Earliest,
    /// 最高: the greatest number, or the highest of ordered options.
    Highest,
}

/// 假设: what is supposed, all of it in the case as it is.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Supposition {
    /// Facts with other values.
    pub facts: Vec<(FactId, Value)>,
    /// Definitions with other values.
    pub defines: Vec<(DefineId, Value)>,
    /// Lists with more elements.
    pub added: Vec<Added>,
    /// Another day of application.
    pub day: Option<Expr>,
    /// 按: another rule.
    pub round: Option<RoundId>,
}

/// Elements that a supposition adds to a list.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Added {
    /// The list.
    pub to: FactId,
    /// One for each element of this list; `None`: only one.
    pub each: Option<Listed>,
    /// Its fields; one that is left out is missing.
    pub fields: Vec<(u16, Expr)>,
}

impl Supposition {
    /// The expressions in it.
    pub fn operands(&self) -> impl Iterator<Item = &Expr> {
        self.added.iter().flat_map(|added| added.fields.iter().map(|(_, value)| value)).chain(&self.day)
    }
}
