//! Requests as JSON: read strictly, so that a misspelled field or a rounded number never passes in silence (api.md).

mod brief;
mod error;
mod facts;
mod link;
mod quantity;
mod reader;
mod table;
mod value;

use wengang_engine::Pack;
use wengang_engine::pack::{FactKind, Measure};

use crate::api::answer::Calculator;
use crate::api::{self, Assessment, Request};
use crate::law;
use crate::policy::case::Fold;

pub use brief::{Brief, BriefCondition, brief};
pub use error::{ErrorCode, PolicyError};
pub use link::{Decoded, decode as decode_link, encode as encode_link};
pub use table::{Row, Table};
pub use value::{DEEPEST, Value};

use reader::Reader;

/// Reads a request; `fold` is the platform's way to compare the names of occupations.
///
/// # Errors
/// A [`PolicyError`] with the path of the first field that is wrong and a sentence that says what to do.
pub fn read(value: &Value, fold: Fold) -> Result<Request, PolicyError> {
    read_as(value, fold, Checks::All)
}

/// Reads a request and judges it.
///
/// # Errors
/// As [`read`]; [`ErrorCode::OutOfRange`] where a number or a day on the way goes beyond exact arithmetic.
pub fn judge(value: &Value, fold: Fold) -> Result<Assessment, PolicyError> {
    let request = read(value, fold)?;
    api::assess(&request).map_err(|_| beyond())
}

/// What to do where a case cannot be computed.
fn beyond() -> PolicyError {
    let message = "超出范围，日期或数字太大，算不出来，请核对这些数字和日期";
    PolicyError::new(ErrorCode::OutOfRange, "facts", message)
}

/// Which of the checks on facts that cannot be together are made.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Checks {
    /// All of them.
    All,
    /// Not those on the elements of lists, which the day of application may decide: a link need not hold a day.
    OfFacts,
}

fn read_as(value: &Value, fold: Fold, checks: Checks) -> Result<Request, PolicyError> {
    let fields = Reader::new(value, "").fields(&["calculator", "place", "asOf", "facts"])?;
    let (calculator, measure) = calculator(&fields.required("calculator")?, fields.optional("place").as_ref())?;
    let (as_of, day) = quantity::day(&fields.required("asOf")?)?;
    let facts = facts::read(&fields.required("facts")?, measure, fold)?;
    let facts = checked(facts, law::pack(calculator), measure, day, checks)?;
    Ok(Request { calculator, as_of, case: facts.case, names: facts.names })
}

/// What the facts say together.
fn checked(
    mut facts: facts::Facts,
    pack: &Pack,
    measure: &Measure,
    day: wengang_engine::Date,
    checks: Checks,
) -> Result<facts::Facts, PolicyError> {
    if let Some(found) = facts.case.contradiction(pack, measure, day)
        && (found.element.is_none() || checks == Checks::All)
    {
        let fields = match measure.facts.get(found.at.index()).map(|fact| fact.kind) {
            Some(FactKind::List(id)) => measure.fields(id),
            _ => &[],
        };
        let field = |place: u16| fields.get(usize::from(place)).map(|field| field.id.as_str());
        let element = found.element.and_then(|(index, place)| Some(format!("[{index}].{}", field(place)?)));
        let path = [facts.path(measure, found.at), element.unwrap_or_default()].concat();
        return Err(PolicyError::new(ErrorCode::InvalidValue, path, found.say));
    }
    facts.look_up(measure)?;
    Ok(facts)
}

/// The calculator of that name, in the law of that place; left out, the one that is built in.
fn calculator(field: &Reader<'_>, place: Option<&Reader<'_>>) -> Result<(Calculator, &'static Measure), PolicyError> {
    let pack = match place {
        None => law::packs().next(),
        Some(place) => {
            let found = law::of_place(&place.text()?);
            Some(found.ok_or_else(|| place.error(ErrorCode::Unsupported, &no_place()))?)
        }
    };
    let name = field.text()?;
    let found = pack.and_then(|pack| {
        let measure = pack.measure(&name)?;
        Some((law::calculator(pack, measure), measure))
    });
    let measures = pack.map(|pack| pack.measures.as_slice()).unwrap_or_default();
    let names = measures.iter().map(|measure| measure.id.as_str()).collect::<Vec<_>>().join("、");
    found.ok_or_else(|| {
        let missing = pack.map(|pack| pack.place.not_recorded.as_slice()).unwrap_or_default();
        match missing.iter().find(|missing| missing.measure == name) {
            Some(missing) => field.error(ErrorCode::Unsupported, &missing.text),
            None => field.error(ErrorCode::InvalidValue, &format!("没有这个测算，可以填 {names}")),
        }
    })
}

fn no_place() -> String {
    let places = law::packs().map(|pack| pack.place.id.as_str()).collect::<Vec<_>>().join("、");
    format!("没有收录这个地方的政策，可以填 {places}；别的地方请先用 usePack 载入它的政策包")
}

#[cfg(test)]
mod tests;
