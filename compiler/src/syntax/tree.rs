//! The tree of an expression, before its names and types are known.

use std::ops::Range;

use wengang_engine::Date;

/// A node with its place in the text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Node {
    pub span: Range<usize>,
    pub kind: NodeKind,
}

/// What a node is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum NodeKind {
    /// A name, or an option.
    Name(String),
    /// A number with its decimals and its unit: `5.5 %` is 55 with one place.
    Number { digits: i128, places: u32, unit: Option<String> },
    /// A day.
    Date(Date),
    /// `“…”`.
    Words(String),
    /// `[…、…]`.
    List(Vec<Node>),
    /// 非, 已知, 可能, 有值.
    Prefix(Prefix, Box<Node>),
    /// 且, 或.
    Join(Join, Box<Node>, Box<Node>),
    /// =, ≠, <, ≤, >, ≥.
    Compare(Compare, Box<Node>, Box<Node>),
    /// 属于.
    OneOf(Box<Node>, Vec<Node>),
    /// +, −, ×, ÷.
    Operation(Operation, Box<Node>, Box<Node>),
    /// A function with its arguments.
    Call(Call, Vec<Node>),
    /// 如果 … 则 … 否则 ….
    If(Box<Node>, Box<Node>, Box<Node>),
    /// 假设 …、… 则 ….
    Suppose(Vec<Supposed>, Box<Node>),
    /// 有, 没有, 几个, 第一个, 合计, 最早, 最高 … 其中 (…) 的 ….
    Over(Quantifier, Box<Node>, Option<Box<Node>>, Option<Box<Node>>),
    /// 这本.等级: a field of the item at hand.
    OfItem(String, String),
}

/// What 假设 supposes.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Supposed {
    /// 事实 = 值.
    Value(Node, Node),
    /// 列表 加 (字段 = 值、…), or 列表 加 别的列表 (…): one for each of its elements.
    Added { to: Node, each: Option<Node>, fields: Vec<(Node, Node)> },
    /// 按 a rule.
    Rule(Node),
}

/// Words before a list.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Quantifier {
    Any,
    None,
    CountOf,
    First,
    Sum,
    Earliest,
    Highest,
}

/// Words before a condition.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Prefix {
    Not,
    Known,
    Possible,
    HasValue,
    IsProvisional,
}

/// Words between conditions.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Join {
    And,
    Or,
}

/// Comparison operators.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Compare {
    Equal,
    NotEqual,
    Less,
    AtMost,
    More,
    AtLeast,
    /// 高于, of ordered options.
    Above,
    /// 低于, of ordered options.
    Below,
    /// 属于, of an option and a name for several options.
    In,
}

/// Arithmetic operators.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Operation {
    Plus,
    Minus,
    Times,
    Over,
}

impl Operation {
    /// The operator as text.
    pub const fn sign(self) -> &'static str {
        match self {
            Self::Plus => "+",
            Self::Minus => "−",
            Self::Times => "×",
            Self::Over => "÷",
        }
    }
}

/// Functions.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Call {
    Floor,
    RoundToFen,
    Least,
    Most,
    PlusMonths,
    PlusDays,
    Year,
    Month,
    MonthNumber,
    FullYears,
    OnDay,
    YearStart,
    NextHigher,
}

impl Call {
    /// Every function by its name.
    pub const ALL: [(&'static str, Self); 13] = [
        ("取整", Self::Floor),
        ("四舍五入到分", Self::RoundToFen),
        ("最小", Self::Least),
        ("最大", Self::Most),
        ("加月", Self::PlusMonths),
        ("加天", Self::PlusDays),
        ("年", Self::Year),
        ("月", Self::Month),
        ("第几月", Self::MonthNumber),
        ("满年", Self::FullYears),
        ("在", Self::OnDay),
        ("年初", Self::YearStart),
        ("高一级", Self::NextHigher),
    ];

    /// The function of that name.
    pub fn of(name: &str) -> Option<Self> {
        Self::ALL.iter().find(|(known, _)| *known == name).map(|(_, call)| *call)
    }

    /// Its name.
    pub fn name(self) -> &'static str {
        Self::ALL.iter().find(|(_, call)| *call == self).map_or("", |(name, _)| *name)
    }
}
