//! Questions: the facts that a measure declares, as the page asks for them.

mod shown;

use wengang_engine::OptionId;
use wengang_engine::pack::{Fact, FactId, FactKind, Field, List, Measure, OptionName, Text};

use crate::api::answer::Calculator;
use crate::api::case;
use crate::law::{self, PACK};
use crate::policy::date::Date;
use crate::policy::list::CollectSmall;
use crate::state::answers::Picked;

/// A fact of a measure, by its place in the measure's file.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Question {
    /// Whose fact it is.
    pub of: Calculator,
    /// Which fact.
    pub place: FactId,
}

/// What an answer belongs to: a fact, or a field in a row of one.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Subject {
    /// The fact.
    pub question: Question,
    /// The field of a row; `None`: the fact itself.
    pub cell: Option<Cell>,
}

/// A field in a row of a list.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Cell {
    /// The key of the row.
    pub row: u32,
    /// The place of the field.
    pub field: u16,
}

/// The declaration of a fact or a field, with what both have in common.
#[derive(Clone, Copy, Debug)]
pub struct Declared {
    /// The measure.
    pub measure: &'static Measure,
    /// Its name in the API.
    pub id: &'static str,
    /// What it can be.
    pub kind: FactKind,
    /// The least count that is taken.
    pub min: u64,
    /// The words for the greatest count; `None`: it is typed like any other.
    pub full: Option<&'static str>,
    /// What it is counted in.
    pub unit: &'static str,
    /// Whether something is assumed where it is left out.
    pub is_assumed: bool,
    /// The text that stands for it in the only row of all; `None`: it is asked there like in any other.
    pub alone: Option<&'static str>,
    ask: &'static Text,
    hint: Option<&'static Text>,
    answers: Option<&'static (String, String)>,
}

/// Questions under one heading.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Group {
    /// The heading.
    pub name: &'static str,
    /// The questions on the screen, at least one.
    pub questions: Vec<Question>,
}

impl Group {
    /// The questions of all groups, in order.
    pub(super) fn questions_of(groups: &[Self]) -> Vec<Question> {
        let mut questions = Vec::new();
        for group in groups {
            questions.extend_from_slice(&group.questions);
        }
        questions
    }
}

/// The ids under which yes and no are stored.
pub const YES_NO: [&str; 2] = ["yes", "no"];

impl Question {
    /// The question that asks for a fact of that name in the API.
    #[must_use]
    pub fn named(of: Calculator, name: &str) -> Option<Self> {
        law::measure(of)?.fact(name).map(|(place, _)| Self { of, place })
    }

    /// The fact, where the measure has it.
    #[must_use]
    pub fn fact(self) -> Option<&'static Fact> {
        law::measure(self.of)?.facts.get(self.place.index())
    }

    /// Its name in the API, as `needs` has it.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.fact().map_or("", |fact| &fact.id)
    }

    /// Whether it asks for the fact of that name.
    #[must_use]
    pub fn is(self, name: &str) -> bool {
        self.name() == name
    }

    /// Its name in the page: the `id` of its element.
    #[must_use]
    pub fn id(self) -> String {
        in_page(self.name())
    }

    /// How it is declared.
    #[must_use]
    pub fn declared(self) -> Option<Declared> {
        Subject::from(self).declared()
    }

    /// The list that its rows are of; `None` where it is answered at once.
    #[must_use]
    pub fn list(self) -> Option<&'static List> {
        match self.fact()?.kind {
            FactKind::List(id) => law::measure(self.of)?.lists.get(id.index()),
            _ => None,
        }
    }

    /// Whether it is asked first whether there is anything in the list: left out, it is taken as empty.
    #[must_use]
    pub fn asks_whether(self) -> bool {
        self.list().is_some() && self.fact().is_some_and(|fact| fact.assumed.is_some())
    }

    /// Whether its rows are judged one by one.
    #[must_use]
    pub fn is_judged(self) -> bool {
        self.fact().is_some_and(|fact| law::measure(self.of).is_some_and(|measure| measure.is_judged(fact)))
    }

    /// Whether it has a box that may stay empty: its hint says what holds then.
    #[must_use]
    pub fn is_optional(self) -> bool {
        self.declared().is_some_and(|declared| declared.is_assumed && declared.is_typed())
    }

    /// Whether it changes nothing but what to do next.
    #[must_use]
    pub fn is_of_next_steps(self) -> bool {
        self.fact().is_some_and(|fact| fact.always && fact.assumed.is_none())
    }

    /// Whether it may be given as twelve months that make an average.
    #[must_use]
    pub fn is_by_month(self) -> bool {
        self.fact().and_then(|fact| fact.instead.as_ref()).is_some_and(|instead| instead.divided_by == 12)
    }

    /// The field that only tells its rows apart, and what stands for it in a row that is alone.
    pub(super) fn alone(self) -> Option<(u16, &'static str)> {
        self.fields().find_map(|(place, field)| Some((place, field.alone.as_deref()?)))
    }

    /// The question that it may be asked with.
    fn joins(self) -> Option<Self> {
        let (with, _) = self.fact()?.joins.as_ref()?;
        Self::named(self.of, with)
    }

    /// The question that may be asked with it, and its words among the options.
    #[must_use]
    pub fn joined(self) -> Option<(Self, &'static str)> {
        let facts = &law::measure(self.of)?.facts;
        facts.iter().find_map(|fact| {
            let (_, option) = fact.joins.as_ref().filter(|(with, _)| self.is(with))?;
            Some((Self::named(self.of, &fact.id)?, option.as_str()))
        })
    }

    /// Whether an option may be looked for, by what people call it.
    #[must_use]
    pub fn is_searched(self) -> bool {
        let options = self.declared().map(|declared| declared.options()).unwrap_or_default();
        options.iter().any(|option| !option.words.is_empty())
    }

    /// A field of a row of it.
    #[must_use]
    pub const fn cell(self, row: u32, field: u16) -> Subject {
        Subject { question: self, cell: Some(Cell { row, field }) }
    }

    /// The fields of a row.
    pub(super) fn fields(self) -> impl Iterator<Item = (u16, &'static Field)> {
        (0_u16..).zip(self.list().map(|list| list.fields.as_slice()).unwrap_or_default())
    }

    /// Whether a check of the measure names it, or a field of its rows.
    pub(super) fn is_checked(self, field: Option<u16>) -> bool {
        let checks = law::measure(self.of).map(|measure| measure.checks.as_slice()).unwrap_or_default();
        checks.iter().any(|check| check.at == self.place && check.field == field)
    }
}

impl From<Question> for Subject {
    fn from(question: Question) -> Self {
        Self { question, cell: None }
    }
}

impl Subject {
    /// How it is declared; `None` where the measure does not have it.
    #[must_use]
    pub fn declared(self) -> Option<Declared> {
        let (measure, fact) = (law::measure(self.question.of)?, self.question.fact()?);
        let Some(Cell { field, .. }) = self.cell else {
            return Some(Declared {
                measure,
                id: &fact.id,
                kind: fact.kind,
                min: fact.min,
                full: fact.full.as_deref(),
                unit: &fact.unit,
                is_assumed: fact.assumed.is_some(),
                alone: None,
                ask: &fact.question.ask,
                hint: fact.question.hint.as_ref(),
                answers: fact.answers.as_ref(),
            });
        };
        let field = self.question.list()?.fields.get(usize::from(field))?;
        Some(Declared {
            measure,
            id: &field.id,
            kind: field.kind,
            min: 0,
            full: None,
            unit: &field.unit,
            is_assumed: field.assumed.is_some(),
            alone: field.alone.as_deref(),
            ask: &field.ask,
            hint: field.hint.as_ref(),
            answers: field.answers.as_ref(),
        })
    }

    /// The name of a field in its row's elements: `issued-on`.
    #[must_use]
    pub fn field_id(self) -> String {
        in_page(self.declared().map_or("", |declared| declared.id))
    }
}

impl Declared {
    /// The question on a day.
    #[must_use]
    pub fn ask(&self, day: Date) -> String {
        self.words(self.ask, day)
    }

    /// Where to find the answer.
    #[must_use]
    pub fn hint(&self, day: Date) -> String {
        self.hint.map(|hint| self.words(hint, day)).unwrap_or_default()
    }

    fn words(&self, text: &'static Text, day: Date) -> String {
        case::day(day).map(|day| wengang_engine::ask(&PACK, self.measure, text, day)).unwrap_or_default()
    }

    /// Whether it is typed into a box.
    #[must_use]
    pub const fn is_typed(&self) -> bool {
        match self.kind {
            FactKind::Count(_)
            | FactKind::Average(_)
            | FactKind::Money(_)
            | FactKind::Date
            | FactKind::Month
            | FactKind::Text => true,
            FactKind::Choice(_) | FactKind::Choices(_) | FactKind::YesNo | FactKind::List(_) => false,
        }
    }

    /// The options of a choice.
    #[must_use]
    pub fn options(&self) -> &'static [OptionName] {
        match self.kind {
            FactKind::Choice(id) | FactKind::Choices(id) => self.measure.options(id),
            _ => &[],
        }
    }

    /// The two options that stand for all others between them: 是 and 不是 ask which.
    fn halves(&self) -> Option<[&'static OptionName; 2]> {
        match self.options() {
            [single @ .., yes, no] if !yes.any_of.is_empty() && yes.any_of.len() + no.any_of.len() == single.len() => {
                Some([yes, no])
            }
            _ => None,
        }
    }

    /// What is offered, with its words: what can be picked, or the two halves of it.
    #[must_use]
    pub fn offered(&self, yes_no: [&'static str; 2]) -> Vec<(&'static str, &'static str)> {
        match self.halves() {
            Some([yes, no]) => vec![(&yes.id, yes_no[0]), (&no.id, yes_no[1])],
            None => self.words_of(yes_no),
        }
    }

    /// Whether an option is picked, or one that it stands for.
    #[must_use]
    pub fn is_picked(&self, picked: &Picked, id: &str) -> bool {
        let is_meant = |option: &OptionName, of: &OptionId| {
            self.options().get(usize::from(of.0)).is_some_and(|meant| option.id == id && picked.holds(&meant.id))
        };
        picked.holds(id) || self.options().iter().any(|option| option.any_of.iter().any(|of| is_meant(option, of)))
    }

    /// What can be picked, with its words: options, or yes and no.
    #[must_use]
    pub fn words_of(&self, yes_no: [&'static str; 2]) -> Vec<(&'static str, &'static str)> {
        let (yes, no) = self.answers.map_or((yes_no[0], yes_no[1]), |(yes, no)| (yes.as_str(), no.as_str()));
        match self.kind {
            FactKind::YesNo | FactKind::List(_) => vec![(YES_NO[0], yes), (YES_NO[1], no)],
            _ => self.options().iter().map(|option| (option.id.as_str(), option.shown.as_str())).collect_small(),
        }
    }
}

/// `averageInsured` as the page writes it: `average-insured`.
fn in_page(name: &str) -> String {
    let mut id = String::new();
    for letter in name.chars() {
        if letter.is_ascii_uppercase() {
            id.push('-');
        }
        id.push(letter.to_ascii_lowercase());
    }
    id
}
