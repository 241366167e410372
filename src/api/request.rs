//! Requests as JSON: read strictly, so that a misspelled field or a rounded number never passes in silence (api.md).

mod error;
mod facts;
mod link;
mod monthly;
mod quantity;
mod reader;
mod value;
mod word;

use crate::api::entry::NOT_YET_RECEIVED;
use crate::api::{Facts, Request};
use crate::policy::case::Fold;
use crate::policy::date::Date;

pub use error::{ErrorCode, PolicyError};
pub use facts::{CertificateInput, ReceivedInput, RefundInput, SkillInput};
pub use link::{Decoded, decode as decode_link, encode as encode_link};
pub use monthly::{BenefitInput, PremiumInput, SizeInput};
pub use value::{DEEPEST, Value};

use quantity::DateInput;
use reader::{Read as _, Reader};

/// Reads the facts of a calculator.
type ReadFacts = fn(&Reader<'_>, Fold) -> Result<Facts, PolicyError>;

/// The calculators of the API.
const CALCULATORS: [(&str, ReadFacts); 5] = [
    ("refund", |facts, _| RefundInput::read(facts)?.known().map(Facts::Refund)),
    ("skill-subsidy", |facts, fold| SkillInput::read(facts)?.known(fold).map(Facts::SkillSubsidy)),
    ("premium", |facts, _| Ok(Facts::Premium(PremiumInput::read(facts)?.known()))),
    ("unemployment-benefit", |facts, _| BenefitInput::read(facts)?.known().map(Facts::UnemploymentBenefit)),
    ("size-class", |facts, _| SizeInput::read(facts)?.known().map(Facts::SizeClass)),
];

/// Reads a request; `fold` is the platform's way to compare the names of occupations.
///
/// # Errors
/// A [`PolicyError`] with the path of the first field that is wrong and a sentence that says what to do.
pub fn read(value: &Value, fold: Fold) -> Result<Request, PolicyError> {
    let request = read_each(value, fold)?;
    in_order(&request)?;
    Ok(request)
}

/// Reads each field by itself, without a look at how its days follow each other.
fn read_each(value: &Value, fold: Fold) -> Result<Request, PolicyError> {
    let fields = Reader::new(value, "").fields(&["calculator", "asOf", "facts"])?;
    let read_facts = calculator(&fields.required("calculator")?)?;
    let as_of: Date = DateInput::read(&fields.required("asOf")?)?.into();
    let facts = read_facts(&fields.required("facts")?, fold)?;
    Ok(Request { as_of, facts })
}

/// Refuses a subsidy received after the day of application: it would take a place of the year, or free one.
fn in_order(request: &Request) -> Result<(), PolicyError> {
    let Facts::SkillSubsidy(facts) = &request.facts else { return Ok(()) };
    let mut received = facts.received.iter().flatten();
    let Some(index) = received.position(|row| row.received_on > request.as_of) else { return Ok(()) };
    let field = format!("facts.received[{index}].receivedOn");
    Err(PolicyError::new(ErrorCode::InvalidValue, field, NOT_YET_RECEIVED))
}

fn calculator(field: &Reader<'_>) -> Result<ReadFacts, PolicyError> {
    let name = String::read(field)?;
    let found = CALCULATORS.iter().find(|(known, _)| *known == name).map(|(_, read)| *read);
    let names = CALCULATORS.map(|(known, _)| known).join("、");
    found.ok_or_else(|| field.error(ErrorCode::InvalidValue, &format!("没有这个测算，可以填 {names}")))
}

#[cfg(test)]
mod tests;
