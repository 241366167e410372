//! A measure: facts, figures, conditions, amount and sentences of one file.

use serde::{Deserialize, Serialize};

use crate::date::Date;
use crate::expression::{Expr, Listed};
use crate::pack::{
    Check, Compare, Days, Domain, DomainId, Fact, FactId, FactKind, Field, Gap, Item, List, ListId, OptionName, Paid,
    Param, Reading, Round, RoundId, Says, Schedule, SourceId, Table, Text,
};
use crate::value::{OptionId, Value};

/// A measure.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Measure {
    /// The place whose law it is, as its rules are named: `hebei`, or `cn` for a national one.
    pub place: String,
    /// Its name in the API: `refund`.
    pub id: String,
    /// Its name for people.
    pub title: String,
    /// The same, short.
    pub short: String,
    /// How it is presented among the measures.
    pub shown: Shown,
    /// When new rounds were last looked for.
    pub checked_on: Date,
    /// Readings of silent text, each on its days.
    pub readings: Vec<Reading>,
    /// The sentences about the days of a round; `None`: the days are not a condition.
    pub window: Option<WindowTexts>,
    /// The options of choices.
    pub domains: Vec<Domain>,
    /// What the elements of lists are.
    pub lists: Vec<List>,
    /// What is asked, in the order to ask.
    pub facts: Vec<Fact>,
    /// Facts that cannot be together.
    pub checks: Vec<Check>,
    /// The names of the values that every round fills in.
    pub values: Vec<String>,
    /// The dated values outside rounds.
    pub params: Vec<Param>,
    /// The decision tables.
    pub tables: Vec<Table>,
    /// The named expressions.
    pub defines: Vec<Define>,
    /// The conditions, in the order of the law.
    pub conditions: Vec<Condition>,
    /// The money.
    pub amount: Option<Amount>,
    /// What is judged of each element of a list, and which of them are paid: that gives amount and outcome instead of the
    /// above.
    pub items: Option<(Item, Paid)>,
    /// The amounts where they are paid by the month; then there is no other amount.
    pub schedule: Option<Schedule>,
    /// The figures of the answer.
    pub results: Vec<ResultField>,
    /// What else can be seen.
    pub insights: Vec<Insight>,
    /// What to do.
    pub next_steps: Vec<NextStep>,
    /// The notes to the figures.
    pub notes: Vec<Note>,
    /// How it is in force permanently, for a measure without rounds.
    pub perpetual: Option<Perpetual>,
    /// The rounds in the order of days, and last the standing rule that is in force where no round is; or the rules that
    /// hold all the time.
    pub rounds: Vec<Round>,
    /// The days without a rule.
    pub gaps: Vec<Gap>,
    /// How the rules are put side by side; `None`: they are not.
    pub compare: Option<Compare>,
}

/// How a measure is presented among the others, for users who look for theirs.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Shown {
    /// What it is, in a line; empty where the file does not say it.
    pub what: String,
    /// Whose it is, by the ids of roles; none: it is nobody's to claim.
    pub roles: Vec<String>,
    /// The sentence for everyone else.
    pub others: String,
    /// The roles to which it matters more than the other measures.
    pub leads: Vec<String>,
    /// What a role answers by itself.
    pub role_answers: Vec<RoleAnswer>,
    /// The facts that decide most, by their names in the API: what the short path asks.
    pub short_path: Vec<String>,
    /// The user's task; `None`: it belongs to another task.
    pub task: Option<Task>,
    /// The sentence about the last day; empty where it is the round's.
    pub deadline: String,
}

/// What a role answers by itself.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct RoleAnswer {
    /// The id of the role.
    pub role: String,
    /// The fact, by its name in the API.
    pub fact: String,
    /// The option, by its id.
    pub option: String,
}

/// The user's task.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Task {
    /// In their words: 我拿到了技能证书.
    pub title: String,
    /// What they get: 补贴.
    pub text: String,
}

/// The condition on the day, in words.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct WindowTexts {
    /// Its id in the API.
    pub id: String,
    /// What it is called.
    pub title: Text,
    /// On a day of the round.
    pub open: Text,
    /// Before the year's round.
    pub upcoming: Text,
    /// After the year's round.
    pub closed: Text,
    /// In a year without a round.
    pub not_recorded: Text,
}

/// A name for an expression.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Define {
    /// Its name in expressions.
    pub name: String,
    /// The expression.
    pub value: Expr,
    /// When it is provisional even if its sources are official; `None`: never.
    pub unsure: Option<Expr>,
    /// The limit that a printed share stays on its side of.
    pub limit: Option<Expr>,
    /// The line of the calculation that shows it.
    pub step: Option<DefineStep>,
    /// Where the law defines it.
    pub source: Option<SourceId>,
}

/// A line of the calculation.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct DefineStep {
    /// Its id in the API.
    pub id: String,
    /// What it computes.
    pub title: Says,
    /// Its unit.
    pub unit: String,
    /// When it is shown in addition to being known; `None`: always.
    pub when: Option<Expr>,
    /// Whether it is shown again for each run of months of the schedule, with the run's first month behind its id.
    pub monthly: bool,
}

/// A condition.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Condition {
    /// Its id in the API.
    pub id: String,
    /// What it is called.
    pub title: Text,
    /// When it is met.
    pub holds: Expr,
    /// What was found.
    pub says: Says,
    /// Whose sources it cites whether they were needed or not.
    pub cites: Vec<Expr>,
    /// Whether it can be put right at once where it is unmet.
    pub curable: bool,
    /// Its source in the law.
    pub source: Option<SourceId>,
    /// The rounds it is part of; `None`: all.
    pub only: Option<Vec<RoundId>>,
}

/// The money.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Amount {
    /// Its name.
    pub name: String,
    /// The amount; it is rounded once, half up to 分.
    pub value: Expr,
    /// When it is provisional even if its sources are official; `None`: never.
    pub unsure: Option<Expr>,
    /// Whether several amounts that are left give a range.
    pub range: bool,
    /// The lines of the calculation.
    pub step: AmountStep,
}

/// The line of the calculation that shows the amount, or the two that show its range.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct AmountStep {
    /// Its id in the API; with `-min` and `-max` those of the range.
    pub id: String,
    /// What an exact amount is called.
    pub title: Says,
    /// What the least of a range is called.
    pub least: Says,
    /// What the greatest is called.
    pub most: Says,
    /// Its unit.
    pub unit: String,
}

/// A figure of the answer.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct ResultField {
    /// Its name in the API.
    pub id: String,
    /// The figure, left out where it is not settled.
    pub value: Expr,
    /// How it is written.
    pub form: ResultForm,
}

/// How a figure of the answer is written.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum ResultForm {
    /// A decimal as text: `0.60`.
    Decimal,
    /// A share by its terms, and in per cent against a limit.
    Fraction(Option<Expr>),
    /// A whole number.
    Whole,
    /// An option of the domain, by its id.
    Option(DomainId),
    /// The lower bounds of the rows that count; the value of the field does not.
    Bounds(Vec<BoundRow>),
}

/// A lower bound that a fact may reach.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct BoundRow {
    /// When it is listed; `None`: always.
    pub when: Option<Expr>,
    /// The fact.
    pub fact: FactId,
    /// The least that reaches it.
    pub least: Expr,
    /// Whose bound it is, for people to read: 小型.
    pub of: Option<String>,
}

/// Something else that can be seen.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Insight {
    /// Its id in the API.
    pub id: String,
    /// When it applies; `None`: always.
    pub when: Option<Expr>,
    /// Its sentences.
    pub says: Says,
    /// The elements for which it is repeated; `None`: it is shown once.
    pub each: Option<Each>,
    /// The figure in it.
    pub value: Option<Expr>,
    /// The days on which it applies.
    pub days: Days,
    /// Its source.
    pub source: Option<SourceId>,
    /// The rounds it is part of; `None`: all.
    pub only: Option<Vec<RoundId>>,
}

/// The elements for which an insight is repeated, each named in it.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Each {
    /// Elements of a list, each of them being 这本.
    Element(EachElement),
    /// Each month from which the schedule is computed in another way; 本月 is that month.
    Change,
}

/// The elements of a list for which an insight is repeated.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct EachElement {
    /// The list: the items, or a plan of them.
    pub list: Listed,
    /// The field of which each value counts once; `None`: every element counts.
    pub one_per: Option<u16>,
    /// The maximum number of repetitions.
    pub most: u16,
}

/// Something to do.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct NextStep {
    /// Its id in the API.
    pub id: String,
    /// When it applies; `None`: always.
    pub when: Option<Expr>,
    /// Its sentences.
    pub says: Says,
    /// Whether it also applies on days without a round.
    pub closed: bool,
    /// The days on which it applies.
    pub days: Days,
    /// Its source.
    pub source: Option<SourceId>,
    /// The rounds it is part of; `None`: all.
    pub only: Option<Vec<RoundId>>,
}

/// A note to the figures: a doubt about them, shown to the user.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Note {
    /// When it applies; `None`: always.
    pub when: Option<Expr>,
    /// Its sentences.
    pub says: Says,
    /// The rounds it is part of; `None`: all.
    pub only: Option<Vec<RoundId>>,
}

/// How a measure holds all the time: on every day one rule is in force, or the one that is was not found. Such a measure
/// is never closed.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Perpetual {
    /// The day or the month whose rule counts; `None`: the day of application.
    pub at: Option<Expr>,
    /// Whether there is a result, in a measure without conditions.
    pub settled: Option<Expr>,
    /// Whether a case is judged also where the rule was not found.
    pub always: bool,
}

impl Measure {
    /// The last day of the round before another one; `None` where none is recorded.
    #[must_use]
    pub(crate) fn last_day_before(&self, round: &Round) -> Option<Date> {
        let rounds = self.rounds.iter().filter(|other| other.years.is_some());
        rounds.filter_map(|other| other.window.to).filter(|last| *last < round.window.from).max()
    }

    /// Whether it is applied for: it has conditions.
    #[must_use]
    pub const fn is_claimed(&self) -> bool {
        !self.conditions.is_empty() || self.items.is_some()
    }

    /// The places of the facts, in their order.
    pub(crate) fn fact_ids(&self) -> impl Iterator<Item = FactId> {
        (0_u16..).map(FactId).take(self.facts.len())
    }

    /// The fact with that name in the API, and its place.
    #[must_use]
    pub fn fact(&self, id: &str) -> Option<(FactId, &Fact)> {
        self.fact_ids().zip(&self.facts).find(|(_, fact)| fact.id == id)
    }

    /// A figure of a rule, by the name that the law's file gives it.
    #[must_use]
    pub fn figure<'r>(&self, rule: &'r Round, name: &str) -> Option<&'r Value> {
        let place = self.values.iter().position(|known| known == name)?;
        rule.figures.get(place).map(|figure| &figure.value)
    }

    /// The options of a domain; none where the pack does not have it.
    #[must_use]
    pub fn options(&self, id: DomainId) -> &[OptionName] {
        self.domains.get(id.index()).map_or(&[], |domain| &domain.options)
    }

    /// The options of which a value means one; `None`: it is known.
    pub(crate) fn any_of<'p>(&'p self, kind: FactKind, value: &Value) -> Option<&'p [OptionId]> {
        let (FactKind::Choice(domain), Value::Choice(option)) = (kind, value) else { return None };
        self.option(domain, *option).map(|option| option.any_of.as_slice()).filter(|any_of| !any_of.is_empty())
    }

    /// One option of a domain.
    #[must_use]
    pub fn option(&self, domain: DomainId, id: OptionId) -> Option<&OptionName> {
        self.options(domain).get(usize::from(id.0))
    }

    /// The fields of a list's elements; none where the pack does not have it.
    #[must_use]
    pub fn fields(&self, id: ListId) -> &[Field] {
        self.lists.get(id.index()).map_or(&[], |list| &list.fields)
    }

    /// Whether a fact is the list whose elements are judged one by one.
    #[must_use]
    pub fn is_judged(&self, fact: &Fact) -> bool {
        let list = self.items.as_ref().and_then(|(item, _)| self.facts.get(item.list.index()));
        list.is_some_and(|list| list.id == fact.id)
    }
}

/// Whether a block that may be limited to some rounds is part of this one, or of a day without any.
#[must_use]
pub(crate) fn is_part_of(only: Option<&Vec<RoundId>>, round: Option<RoundId>) -> bool {
    only.is_none_or(|rounds| round.is_some_and(|round| rounds.contains(&round)))
}
