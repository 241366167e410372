//! What the item at hand and its plans are called.

use wengang_engine::PlanOf;
use wengang_engine::pack::{FactId, ListId};

use crate::check::names::Meaning;
use crate::check::{Checker, Type};

impl Checker<'_> {
    /// Declares what the item at hand is called.
    pub fn declare_item(&mut self, name: &str, list: ListId) {
        self.item = Some((name.to_owned(), list));
    }

    /// Declares that the items are faulty: expressions over them are not checked, and cause no messages.
    pub const fn declare_faulty_item(&mut self) {
        self.has_faulty_item = true;
    }

    /// Whether expressions over items are not checked.
    pub(in crate::check) const fn has_faulty_item(&self) -> bool {
        self.has_faulty_item
    }

    /// Declares the elements of a plan: items, with the amount of each and the day by which to apply.
    pub fn declare_plan(&mut self, list: ListId) -> ListId {
        let mut fields = self.lists.fields(list).to_vec();
        fields.extend([("金额".to_owned(), Type::Money), ("办理日".to_owned(), Type::Date)]);
        self.lists.declare("计划", fields)
    }

    pub(in crate::check) fn item(&self) -> Option<(&str, ListId)> {
        self.item.as_ref().map(|(name, list)| (name.as_str(), *list))
    }

    /// The fields of the item at hand with their types; `None` where there is none.
    pub fn fields_of_item(&self) -> Option<Vec<(String, Type)>> {
        let (_, list) = self.item()?;
        let names = self.lists.names_of(list);
        Some(names.iter().map(|name| (name.clone(), self.type_of_field(list, name))).collect())
    }

    /// The list of a plan, where the name refers to one; it counts as used.
    pub(in crate::check) fn plan(&self, name: &str) -> Option<(PlanOf, ListId)> {
        let declared = self.names.get(name)?;
        let (Meaning::Plan(plan), Type::List(list)) = (declared.meaning, &declared.of_type) else { return None };
        self.used.borrow_mut().insert(name.to_owned());
        Some((plan, *list))
    }

    /// The fact that is a list of that name.
    pub fn list_fact(&self, name: &str) -> Option<(FactId, ListId)> {
        let declared = self.names.get(name)?;
        let (Meaning::Fact(fact), Type::List(list)) = (declared.meaning, &declared.of_type) else { return None };
        self.used.borrow_mut().insert(name.to_owned());
        Some((fact, *list))
    }
}
