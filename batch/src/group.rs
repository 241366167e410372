//! Rows of one person, put together.

use std::collections::BTreeMap;

use wengang::api::case::{FactValue, Named};
use wengang_engine::pack::FactId;

use crate::list::List;
use crate::row::{CaseRead, CellFault};
use crate::words;

/// What several rows say of a person.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Person {
    /// The numbers of the rows.
    pub rows: Vec<u32>,
    /// The facts, as the first row that has them says.
    pub facts: Vec<(FactId, FactValue)>,
    /// An element for each row.
    pub elements: Vec<Vec<Named>>,
    /// The cells that could not be read, and those that contradict an earlier row.
    pub faults: Vec<CellFault>,
    /// Why the person cannot be judged.
    pub failure: Option<String>,
}

/// The people of a list, in the order in which they come first.
///
/// Identifiers are stored only here, and only while rows are added.
#[derive(Debug, Default)]
pub struct Groups {
    places: BTreeMap<String, usize>,
    people: Vec<Person>,
}

impl Groups {
    /// Adds a row, and returns the index of its person. A row without an identifier is a person by itself.
    pub fn add(&mut self, list: &List, row: u32, read: CaseRead) -> usize {
        let known = read.person.as_ref().and_then(|person| self.places.get(person)).copied();
        let place = known.unwrap_or(self.people.len());
        if known.is_none() {
            self.people.push(Person::default());
            if let Some(person) = &read.person {
                self.places.insert(person.clone(), place);
            }
        }
        if let Some(person) = self.people.get_mut(place) {
            person.take(list, row, read);
        }
        place
    }

    /// The people.
    #[must_use]
    pub fn into_people(self) -> Vec<Person> {
        self.people
    }
}

impl Person {
    fn take(&mut self, list: &List, row: u32, read: CaseRead) {
        self.rows.push(row);
        self.failure = self.failure.take().or(read.failure);
        self.faults.extend(read.faults);
        self.elements.extend(read.element);
        let mut differing = Vec::new();
        for (id, value) in read.facts {
            match self.facts.iter().find(|(known, _)| *known == id) {
                None => self.facts.push((id, value)),
                Some((_, before)) if *before == value => {}
                Some(_) => differing.push(id),
            }
        }
        for id in differing {
            // Neither is more likely: it stays unknown.
            self.facts.retain(|(known, _)| *known != id);
            let column = list.columns().iter().position(|column| column.role == crate::Role::Fact(id));
            self.faults.push(CellFault { row, column, sentence: words::DIFFERS.to_owned() });
        }
    }
}
