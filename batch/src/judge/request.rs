//! The request that a case of a list makes.

use wengang::api::Request;
use wengang::api::case::{FactValue, Named};
use wengang_engine::Case;
use wengang_engine::pack::FactId;

use super::{Found, Judge};
use crate::columns::Role;
use crate::dictionary::fields_of;
use crate::row::CellFault;
use crate::words;

impl Judge<'_> {
    /// The request of a case, or the result of a case that makes none.
    pub(super) fn request(
        &self,
        row: u32,
        facts: Vec<(FactId, FactValue)>,
        elements: Vec<Vec<Named>>,
        faults: &mut Vec<CellFault>,
    ) -> Result<Request, Box<Found>> {
        let (pack, measure) = self.list.law();
        let options = self.list.options();
        let (calculator, as_of) = (options.calculator, options.as_of);
        let mut request = Request { calculator, as_of, case: Case::new(measure), names: Vec::new() };
        let of_all = self.list.fixed().iter().filter_map(|(role, value)| match role {
            Role::Fact(id) | Role::Sum(id) => Some((*id, value.clone())),
            _ => None,
        });
        for (id, value) in facts.into_iter().chain(of_all) {
            if request.set(id, value).is_err() {
                let sentence = words::out_of_range(words::label(measure, id));
                faults.push(CellFault { row, column: self.column(Role::Fact(id)), sentence });
            }
        }
        if let Some((item, _)) = &measure.items {
            let elements: Vec<_> = elements.into_iter().map(|element| self.completed(element)).collect();
            let missing = self.missing_fields(item.list, &elements);
            if !missing.is_empty() {
                return Err(Box::new(Found::lacking(missing)));
            }
            request.names = (0..elements.len()).map(|place| place.to_string()).collect();
            if request.set(item.list, FactValue::Elements(elements)).is_err() {
                let sentence = words::out_of_range(words::label(measure, item.list));
                return Err(Box::new(self.unjudged(row, None, sentence, faults)));
            }
        }
        if let Some(wrong) = request.case.contradiction(pack, measure, self.day) {
            let role = wrong.element.map_or(Role::Fact(wrong.at), |(_, field)| Role::Field(wrong.at, field));
            return Err(Box::new(self.unjudged(row, self.column(role), wrong.say.to_owned(), faults)));
        }
        Ok(request)
    }

    /// A row that cannot be judged, and the cell that is the reason.
    pub(super) fn unjudged(
        &self,
        row: u32,
        column: Option<usize>,
        sentence: String,
        faults: &mut Vec<CellFault>,
    ) -> Found {
        let found = Found::not_judged(&sentence);
        faults.push(CellFault { row, column, sentence });
        found
    }

    /// An element with what holds for all of them.
    fn completed(&self, mut element: Vec<Named>) -> Vec<Named> {
        let (_, measure) = self.list.law();
        for (role, value) in self.list.fixed() {
            if let Some(field) = role.field(measure)
                && !element.iter().any(|(name, _)| *name == field.id)
            {
                element.push((&field.id, Some(value.clone())));
            }
        }
        element
    }

    /// The fields without which an element is none.
    fn missing_fields(&self, list: FactId, elements: &[Vec<Named>]) -> String {
        let (_, measure) = self.list.law();
        let required = || fields_of(measure, list).unwrap_or_default().iter().filter(|field| field.required);
        let is_missing = |field: &str| elements.iter().any(|element| !element.iter().any(|(name, _)| *name == field));
        let missing = required().filter(|field| is_missing(&field.id)).map(|field| field.name.as_str());
        missing.collect::<Vec<_>>().join("、")
    }

    /// The column of a payment; without one of amounts, that of the days.
    pub(super) fn paid(&self, role: Role) -> Option<usize> {
        self.column(role).or_else(|| self.column(Role::PaidOn))
    }

    /// The first column that gives a fact.
    fn column(&self, role: Role) -> Option<usize> {
        self.list.columns().iter().position(|column| match (column.role, role) {
            (Role::Fact(id) | Role::Sum(id) | Role::Month(id, _), Role::Fact(fact)) => id == fact,
            (found, role) => found == role,
        })
    }
}
