//! Requests as JSON: read strictly, so that a misspelled field or a rounded number never passes in silence (api.md).

mod error;
mod facts;
mod quantity;
mod reader;
mod value;

use crate::api::{Facts, Request};
use crate::policy::case::Fold;
use crate::policy::date::Date;

pub use error::{ErrorCode, PolicyError};
pub use facts::{CertificateInput, ReceivedInput, RefundInput, SkillInput};
pub use value::{DEEPEST, Value};

use quantity::DateInput;
use reader::Reader;

/// The calculators of the API, and whether this build computes them.
const CALCULATORS: [(&str, bool); 5] = [
    ("refund", true),
    ("skill-subsidy", true),
    ("premium", false),
    ("unemployment-benefit", false),
    ("size-class", false),
];

/// Reads a request; `fold` is the platform's way to compare the names of occupations.
///
/// # Errors
/// A [`PolicyError`] with the path of the first field that is wrong and a sentence that says what to do.
pub fn read(value: &Value, fold: Fold) -> Result<Request, PolicyError> {
    let fields = Reader::new(value, "").fields(&["calculator", "asOf", "facts"])?;
    let calculator = supported(&fields.required("calculator")?)?;
    let as_of: Date = fields.required("asOf")?.read::<DateInput>()?.into();
    let facts = fields.required("facts")?;
    let facts = match calculator {
        "refund" => Facts::Refund(facts.read::<RefundInput>()?.known()?),
        _ => Facts::SkillSubsidy(facts.read::<SkillInput>()?.known(fold)?),
    };
    Ok(Request { as_of, facts })
}

fn supported(field: &Reader<'_>) -> Result<&'static str, PolicyError> {
    let name: String = field.read()?;
    match CALCULATORS.iter().find(|(known, _)| *known == name) {
        Some((known, true)) => Ok(known),
        Some((known, false)) => {
            Err(field.error(ErrorCode::Unsupported, &format!("还不能测算“{known}”，请等以后的版本")))
        }
        None => Err(field.error(ErrorCode::InvalidValue, "没有这个测算，可以填 refund 或 skill-subsidy")),
    }
}

#[cfg(test)]
mod tests;
