//! What is recognised of a list before it is opened, and what a user can choose instead.

use wengang::law;
use wengang_engine::pack::{FactId, FactKind, Measure, Paid};

use super::{List, headings_of, is_unit_of_wan, texts, years};
use crate::cell::Cell;
use crate::columns::{Column, Recogniser, Role};
use crate::dictionary::{Dictionary, fields_of};
use crate::options::Options;
use crate::payment;
use crate::words;

/// What is recognised of a list, whether or not it can be opened.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Sketch {
    /// Its columns, in order.
    pub columns: Vec<Column>,
    /// How many rows come before the first one that is judged.
    pub first_row: usize,
}

/// Something that a user can assign to a column.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Choice {
    /// Its name in [`Options::map`].
    pub name: String,
    /// Its name for people.
    pub label: String,
    /// The role of the column.
    pub role: Role,
    /// The values of its cells, where these are a few words.
    pub values: Vec<String>,
}

/// How many options are listed at most.
const FEW: usize = 40;

impl List {
    /// What is recognised of a list by its first rows; `None` where they are empty.
    ///
    /// Where no heading is recognised, the row with the most words is used: a user can assign each column.
    #[must_use]
    pub fn sketch(options: &Options, first: &[Vec<Cell<'_>>]) -> Option<Sketch> {
        let measure = law::measure(options.calculator)?;
        let pack = law::pack(options.calculator);
        let dictionary = Dictionary::of(measure, options.fold);
        let years = years(options, pack, measure);
        let mut recogniser = Recogniser { options, measure, dictionary: &dictionary, years, in_wan: false };
        let rows = texts(options, first);
        let words = |row: &Vec<String>| row.iter().filter(|text| !text.is_empty()).count();
        let fullest = || {
            let (place, row) = rows.iter().enumerate().rev().max_by_key(|(_, row)| words(row))?;
            (words(row) > 0).then(|| (place, row.clone(), place.saturating_add(1)))
        };
        let (place, headings, first_row) = headings_of(&rows, &recogniser).or_else(fullest)?;
        recogniser.in_wan = rows.iter().take(place).flatten().any(|text| is_unit_of_wan(text));
        Some(Sketch { columns: recogniser.columns(&headings), first_row })
    }
}

/// Everything that can be assigned to a column of a list of this measure.
#[must_use]
pub fn choices(measure: &Measure) -> Vec<Choice> {
    let mut choices = Vec::new();
    let mut add = |name: String, role: Role| {
        let column = Column { heading: String::new(), role, in_wan: false, other_year: None };
        choices.push(Choice { name, label: column.label(measure), role, values: values(measure, role) });
    };
    let judged = measure.items.as_ref().map(|(item, _)| item.list);
    for (id, fact) in words::ids(measure) {
        match fields_of(measure, id) {
            None => add(fact.id.clone(), Role::Fact(id)),
            Some(fields) if judged == Some(id) => {
                for (place, field) in (0_u16..).zip(fields) {
                    add([&fact.id, ".", &field.id].concat(), Role::Field(id, place));
                }
            }
            Some(_) => {}
        }
        let Some(instead) = &fact.instead else { continue };
        add(instead.id.clone(), Role::Sum(id));
        if instead.divided_by == words::MONTHS_OF_A_YEAR {
            (1..=12).for_each(|month| add(format!("{}{month}月", fact.id), Role::Month(id, month)));
        }
    }
    if payment::is_paid_by_row(measure) {
        add(words::PAID_ON.to_owned(), Role::PaidOn);
        add(words::PAID_AMOUNT.to_owned(), Role::PaidAmount);
    }
    if measure.items.as_ref().is_some_and(|(_, paid)| matches!(paid, Paid::Plan(_))) {
        add(words::PERSON.first().copied().unwrap_or_default().to_owned(), Role::Person);
    }
    add(words::UNUSED.first().copied().unwrap_or_default().to_owned(), Role::Unused);
    choices
}

/// The values of a column's cells, where these are a few words.
fn values(measure: &Measure, role: Role) -> Vec<String> {
    let own = |id: FactId| measure.facts.get(id.index()).and_then(|fact| fact.answers.as_ref());
    let answers = match role {
        Role::Fact(id) => own(id),
        Role::Field(..) => role.field(measure).and_then(|field| field.answers.as_ref()),
        _ => None,
    };
    let yes_no = || answers.map_or_else(|| ["是".to_owned(), "否".to_owned()], |(yes, no)| [yes.clone(), no.clone()]);
    match role.kind(measure) {
        Some(FactKind::YesNo) => yes_no().to_vec(),
        Some(FactKind::Choice(domain)) if measure.options(domain).len() <= FEW => {
            measure.options(domain).iter().map(|option| option.name.clone()).collect()
        }
        Some(FactKind::Choices(domain)) if measure.options(domain).len() <= FEW => {
            let none = std::iter::once("无".to_owned());
            none.chain(measure.options(domain).iter().map(|option| option.name.clone())).collect()
        }
        _ => Vec::new(),
    }
}
