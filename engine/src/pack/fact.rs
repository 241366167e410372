//! Facts: what the user is asked, once for form, API and link.

use serde::{Deserialize, Serialize};

use crate::expression::Expr;
use crate::pack::{DomainId, FactId, ListId, Text};
use crate::value::{OptionId, Value};

/// The options of a choice.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Domain {
    /// The options, in order.
    pub options: Vec<OptionName>,
}

/// An option.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct OptionName {
    /// What the API writes; empty for the labels of a table.
    pub id: String,
    /// Whether the API writes it as a number: `5`, not `"5"`.
    pub is_number: bool,
    /// Its name in expressions.
    pub name: String,
    /// What people read.
    pub shown: String,
    /// What a link writes.
    pub letter: Option<char>,
    /// Other words by which people look for it.
    pub words: Vec<String>,
    /// The options of which it means one, and it is not known which: 不是大型 is 中型, 小型 or 微型. Empty: itself.
    pub any_of: Vec<OptionId>,
}

/// A fact.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Fact {
    /// Its name in the API.
    pub id: String,
    /// Its name in expressions.
    pub name: String,
    /// What it can be.
    pub kind: FactKind,
    /// Another way to give it.
    pub instead: Option<Instead>,
    /// The least count that is accepted; 0 for other kinds.
    pub min: u64,
    /// The words for the greatest count, to pick instead of typing it: 12个月都缴齐了.
    pub full: Option<String>,
    /// Whether a request without it is refused.
    pub required: bool,
    /// What is assumed where it is left out; `None`: it is missing then.
    pub assumed: Option<Assumed>,
    /// Whether it is asked whether the answer needs it or not; without an assumption it decides only what to do next.
    pub always: bool,
    /// How it is asked.
    pub question: Question,
    /// What a link writes for it.
    pub letter: char,
    /// What the ids of its options begin with and a link leaves out; `None`: nothing.
    pub prefix: Option<String>,
    /// What is answered to an option that exists and is not recorded; `None`: others than the options there are none.
    pub unsupported: Option<String>,
    /// The option shown for all of those: its name, and the sentence shown when it is selected.
    pub elsewhere: Option<(String, String)>,
    /// What it is counted in, next to its box: 人; empty where it is no number.
    pub unit: String,
    /// The words for yes and no, also to whether there is anything in a list; `None`: 是 and 不是.
    pub answers: Option<(String, String)>,
    /// The fact, by its name in the API, with whose options a form asks for this yes or no, and what its yes is called
    /// among these; `None`: it is asked by itself.
    pub joins: Option<(String, String)>,
}

impl Fact {
    /// Whether it may be 不限, which is assumed where it is left out.
    pub(crate) fn may_be_no_limit(&self) -> bool {
        self.assumed.as_ref().is_some_and(|assumed| assumed.value == Expr::Literal(Value::NoLimit))
    }
}

/// What a fact can be.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum FactKind {
    /// One of the options.
    Choice(DomainId),
    /// Some of the options, perhaps none.
    Choices(DomainId),
    /// Yes or no.
    YesNo,
    /// A whole number up to the greatest that is taken.
    Count(u64),
    /// An average up to the greatest that is taken.
    Average(u64),
    /// 元 up to the greatest amount that is taken.
    Money(u64),
    /// A day.
    Date,
    /// A month.
    Month,
    /// A text; the platform has folded it, so that variants of it are equal.
    Text,
    /// A list of things with fields of their own, such as certificates.
    List(ListId),
}

/// What the elements of a list are.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct List {
    /// How many elements are taken at most.
    pub most: u16,
    /// What they are counted by: 本.
    pub unit: String,
    /// The heading of an element on the page, with … for its number: 第…本证书. `None`: made of unit and name.
    pub row: Option<String>,
    /// The label of the button that adds an element: 再加一本证书. `None`: made of unit and name.
    pub add: Option<String>,
    /// The fields of an element, in order; none is a list itself.
    pub fields: Vec<Field>,
}

/// A field of the elements of a list.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Field {
    /// Its name in the API.
    pub id: String,
    /// Its name in expressions.
    pub name: String,
    /// What it can be.
    pub kind: FactKind,
    /// How it is asked.
    pub ask: Text,
    /// Where to find the answer.
    pub hint: Option<Text>,
    /// What is assumed where it is left out; `None`: it is missing then.
    pub assumed: Option<Assumed>,
    /// Whether an element without it is refused.
    pub required: bool,
    /// What a link writes for it.
    pub letter: char,
    /// What it is counted in, next to its box; empty where it is no number.
    pub unit: String,
    /// The words for yes and no; `None`: 是 and 不是.
    pub answers: Option<(String, String)>,
    /// The text that a form takes for it while there is one element and no other list has any: it only tells elements
    /// apart, and is not asked then. `None`: it is always asked.
    pub alone: Option<String>,
}

impl Field {
    /// Whether an element may leave it out and is then incomplete.
    #[must_use]
    pub const fn may_be_missing(&self) -> bool {
        !self.required && self.assumed.is_none()
    }
}

/// What is assumed where a fact is left out.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Assumed {
    /// The value, of the day of application alone.
    pub value: Expr,
    /// What the answer says where it was assumed.
    pub note: Text,
    /// When it says so; `None`: always. Of a field, the element is looked at.
    pub when: Option<Expr>,
}

/// Another way to give a fact: twelve monthly headcounts, added, are twelve times the average.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Instead {
    /// The name in the API of the whole number that is given instead.
    pub id: String,
    /// What it is divided by; at least 1.
    pub divided_by: u32,
    /// What a link writes for it.
    pub letter: char,
}

/// How a fact is asked.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Question {
    /// Under which heading.
    pub group: String,
    /// The fact in a word or two: 平均参保人数.
    pub label: String,
    /// The question.
    pub ask: Text,
    /// Where to find the answer.
    pub hint: Option<Text>,
    /// Why it matters where it is missing: 决定返还多少.
    pub matters: String,
}

/// Facts that contradict each other, on any day.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Check {
    /// Holds where they are wrong.
    pub wrong: Expr,
    /// The fact that is named.
    pub at: FactId,
    /// Where the fact is a list, the field of its elements that is named: each element is looked at by itself.
    pub field: Option<u16>,
    /// What to do.
    pub say: String,
}
