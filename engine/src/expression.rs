//! Expressions: what a policy officer writes, as a tree for the evaluator.

mod list;

use serde::{Deserialize, Serialize};

use crate::pack::{DefineId, FactId, ParamId, TableId, ValueId};
use crate::value::Value;

pub use list::{Added, Aggregate, Listed, PlanOf, Supposition};

/// An expression. The compiler has checked its types and that definitions do not go in circles; the evaluator is total
/// all the same.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Expr {
    /// A value that is written down.
    Literal(Value),
    /// A fact of the case.
    Fact(FactId),
    /// A figure that every round fills in.
    Figure(ValueId),
    /// 在(…, …): a dated value on a day or in a month; without a day, one that never changes.
    Param(ParamId, Option<Box<Expr>>),
    /// A decision table: the first row that holds.
    Table(TableId),
    /// A named expression.
    Define(DefineId),
    /// The amount of the measure, by its name; not rounded.
    Amount,
    /// The sum of the schedule.
    Scheduled,
    /// 合计 各月 的 …: the sum of an expression over the months of the schedule.
    OverMonths(Box<Expr>),
    /// What the day and the round give.
    Given(Given),
    /// An operation with one operand.
    Unary(Unary, Box<Expr>),
    /// An operation with two operands.
    Binary(Binary, Box<Expr>, Box<Expr>),
    /// 属于: whether the first is one of the others.
    OneOf(Box<Expr>, Vec<Expr>),
    /// 如果 … 则 … 否则 ….
    If(Box<Expr>, Box<Expr>, Box<Expr>),
    /// 假设 … 则 …: the expression under a supposition.
    Suppose(Box<Supposition>, Box<Expr>),
    /// 有 … 其中 (…): whether an element of the list is such.
    Any(Listed, Box<Expr>),
    /// 几个 … 其中 (…): how many elements of the list are such.
    CountOf(Listed, Box<Expr>),
    /// 第一个, 合计, 最早, 最高 … 其中 (…) 的 …: what the last expression is of the elements that are such.
    Over(Aggregate, Listed, Box<Expr>, Box<Expr>),
    /// A field of the element that is looked at.
    Field {
        /// How many lists further out the element is looked at; 0 is the innermost.
        out: u8,
        /// The field's place.
        field: u16,
    },
    /// 这本.…: a field of the item at hand, by its place.
    OfItem(u16),
}

impl Expr {
    /// Whether it names the fact, itself or in a part.
    #[must_use]
    pub(crate) fn names_fact(&self, fact: FactId) -> bool {
        *self == Self::Fact(fact) || self.operands().into_iter().any(|part| part.names_fact(fact))
    }

    /// Its operands, from left to right.
    #[must_use]
    pub fn operands(&self) -> Vec<&Self> {
        match self {
            Self::Literal(_)
            | Self::Fact(_)
            | Self::Figure(_)
            | Self::Table(_)
            | Self::Define(_)
            | Self::Amount
            | Self::Given(_)
            | Self::Param(_, None)
            | Self::Scheduled
            | Self::Field { .. }
            | Self::OfItem(_) => Vec::new(),
            Self::Param(_, Some(day)) => vec![day],
            Self::Unary(_, of) | Self::OverMonths(of) | Self::Any(_, of) | Self::CountOf(_, of) => vec![of],
            Self::Suppose(with, of) => with.operands().chain([of.as_ref()]).collect(),
            Self::Binary(_, one, other) | Self::Over(_, _, one, other) => vec![one, other],
            Self::OneOf(of, options) => std::iter::once(of.as_ref()).chain(options).collect(),
            Self::If(when, then, otherwise) => vec![when, then, otherwise],
        }
    }
}

/// What the day, the round and the evaluation give without being asked.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Given {
    /// 申请日: the day of application.
    Day,
    /// 申请年: the application year of the round.
    Year,
    /// 基准年: the year whose figures count.
    BaseYear,
    /// 起日: the first day of the round.
    FirstDay,
    /// 止日: its last day.
    LastDay,
    /// 上轮止日: the last day of the round before; no value where none is recorded.
    LastDayBefore,
    /// 只有上限: whether its figures are only the published ceiling.
    CeilingOnly,
    /// 由经办机构认定: a condition on which only the agency decides.
    Agency,
    /// 结果: whether every condition is met; see [`OUTCOMES`].
    Outcome,
    /// 原因: why no round is recorded.
    Reason,
    /// 当日: in the key of a dated value, the day that is asked for.
    ThatDay,
    /// 哪一天: what a last day on a weekend is called.
    WhichDay,
    /// 这一天: the last day on a weekend.
    ThisDay,
    /// 本月: the month of the schedule that is looked at, its first one where none is.
    ThisMonth,
    /// 顺延日: the Monday after a last day on a weekend.
    NextWorkday,
    /// 文号: the number of the document that is cited.
    DocumentNumber,
    /// 条款: the clause that is cited.
    Clause,
}

/// The options of 结果, in order: every condition met, one unmet, or neither.
pub const OUTCOMES: [&str; 3] = ["符合", "不符合", "未定"];

/// Operations with one operand.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Unary {
    /// 非: not.
    Not,
    /// 已知: whether it is settled.
    IsKnown,
    /// 可能: whether it is not known to be false.
    IsPossible,
    /// 有值: whether there is a value, which need not be known.
    HasValue,
    /// 未确认: whether it draws on a source that is not confirmed.
    IsProvisional,
    /// 取整: the greatest whole number that is not above it.
    Floor,
    /// 四舍五入到分: rounded half up to 分.
    RoundToFen,
    /// 年: the year of a day or a month.
    Year,
    /// 月: the month of a day.
    Month,
    /// 第几月: the number of a month in its year.
    MonthNumber,
    /// 满年: full years in a number of months.
    FullYears,
    /// 年初: the first day of the year of a day.
    YearStart,
    /// 高一级: of ordered options the next higher; no value where it is the highest.
    NextHigher(u16),
}

/// Operations with two operands.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Binary {
    /// +.
    Plus,
    /// −.
    Minus,
    /// ×.
    Times,
    /// ÷.
    Over,
    /// =.
    Equal,
    /// ≠.
    NotEqual,
    /// <.
    Less,
    /// ≤.
    AtMost,
    /// >.
    More,
    /// ≥.
    AtLeast,
    /// 高于: of ordered options the later.
    Above,
    /// 低于: of ordered options the earlier.
    Below,
    /// 且: and.
    And,
    /// 或: or.
    Or,
    /// 最小: the lesser.
    Least,
    /// 最大: the greater.
    Most,
    /// 加月: a day (民法典 §§201–202) or a month, moved by a number of months.
    PlusMonths,
    /// 加天: a day, moved by a number of days.
    PlusDays,
    /// 属于, of an option and several that are written elsewhere.
    In,
}
