//! What goes in and what comes out: requests and answers as types, and what people type. No browser in it.

pub mod answer;
pub mod case;
pub mod entry;
#[cfg(any(test, feature = "native"))]
pub mod fold;
#[cfg(feature = "json")]
mod json;
pub mod link;
#[cfg(feature = "json")]
pub mod packs;
pub mod policies;
pub mod poster;
pub mod recipients;
#[cfg(feature = "json")]
pub mod request;
pub mod rounds;

pub mod wording;

use wengang_engine::pack::FactId;
use wengang_engine::{Case, CaseError, Error, Value};

use crate::api::answer::Calculator;
use crate::api::answer::worded::Worded;
use crate::api::case::{FactValue, Named};
use crate::law;
use crate::policy::date::Date;

pub use answer::Assessment;

/// A calculator's case, as of a day.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Request {
    /// Which calculator.
    pub calculator: Calculator,
    /// The day of application.
    pub as_of: Date,
    /// What is known.
    pub case: Case,
    /// What the caller calls the elements of the list that is judged one by one; its place where it has no name.
    pub names: Vec<String>,
}

impl Request {
    /// The case of these facts; elements of lists are called by their places.
    ///
    /// # Errors
    /// [`CaseError`] for a fact that the measure does not have, and for a value that is none of it.
    pub fn of(calculator: Calculator, as_of: Date, facts: Vec<Named>) -> Result<Self, CaseError> {
        let measure = law::measure(calculator).ok_or(CaseError::UnknownFact)?;
        let case = case::of(measure, facts)?;
        let list = measure.items.as_ref().and_then(|(item, _)| case.get(item.list));
        let count = if let Some(Value::List(elements)) = list { elements.len() } else { 0 };
        Ok(Self { calculator, as_of, case, names: (0..count).map(|place| place.to_string()).collect() })
    }

    /// Adds what is known of a fact.
    ///
    /// # Errors
    /// [`CaseError`] where the value is none of the fact.
    pub fn set(&mut self, id: FactId, value: FactValue) -> Result<(), CaseError> {
        let measure = law::measure(self.calculator).ok_or(CaseError::UnknownFact)?;
        case::set(&mut self.case, measure, id, value)
    }

    /// The answer if a fact were this; `None` where it cannot be, or nothing could be computed.
    #[must_use]
    pub fn with(&self, id: FactId, value: FactValue) -> Option<Assessment> {
        let mut with = self.clone();
        with.set(id, value).ok()?;
        assess(&with).ok()
    }

    /// What is known of a fact.
    #[must_use]
    pub fn fact(&self, name: &str) -> Option<&Value> {
        let (id, _) = law::measure(self.calculator)?.fact(name)?;
        self.case.get(id)
    }
}

/// Judges a case and words the answer: the one evaluation behind page, package, print and JSON.
///
/// # Errors
/// [`Error`] where a number or a day goes out of the range of exact arithmetic.
pub fn assess(request: &Request) -> Result<Assessment, Error> {
    let unknown = || Error::UnknownMeasure(request.calculator.code().to_owned());
    let pack = law::pack(request.calculator);
    let measure = pack.measure(request.calculator.code()).ok_or_else(unknown)?;
    let day = case::day(request.as_of).map_err(|_| wengang_engine::NoValue::NoSuchDay)?;
    let found = wengang_engine::assess(pack, &measure.id, &request.case, day)?;
    Ok(Worded { pack, measure }.answer(request, found)?)
}
