//! The facts of a request, read by what the measure declares of each.
//!
//! First every value is read by itself, in the order in which it was written; then what they say together.

use wengang_engine::pack::{DomainId, Fact, FactId, FactKind, List, Measure, Piece, Text};
use wengang_engine::{Case, CaseError, Count, Fraction, Value as Known, Words};

use crate::api::case;
use crate::api::link::schema::CALLED;
use crate::api::request::error::{ErrorCode, PolicyError};
use crate::api::request::quantity;
use crate::api::request::reader::Reader;
use crate::api::request::value::Value;
use crate::policy::case::Fold;

/// The facts of a request.
pub(super) struct Facts {
    /// The case that they make.
    pub case: Case,
    /// What the caller calls the elements of the list that is judged one by one.
    pub names: Vec<String>,
    /// The facts that were given in the other way than by their own name.
    instead: Vec<FactId>,
    /// The ids of options that are still to be looked up.
    open: Vec<(FactId, String)>,
}

/// A value that was read by itself.
enum Read {
    /// A value of the fact.
    Known(Known),
    /// The id of an option that is looked up with the others.
    Name(String),
    /// Words that are folded with the others.
    Words(String),
    /// Elements with what the caller calls each, and their fields.
    Elements(Vec<(Option<String>, Vec<Option<Self>>)>),
}

/// What a fact was given by.
#[derive(Default)]
struct Given<'v> {
    own: Option<(Read, Reader<'v>)>,
    instead: Option<Known>,
}

/// The names by which the facts of a measure can be given.
pub(super) fn names(measure: &Measure) -> Vec<&str> {
    let mut names = Vec::new();
    for fact in &measure.facts {
        names.push(fact.id.as_str());
        names.extend(fact.instead.as_ref().map(|instead| instead.id.as_str()));
    }
    names
}

/// Reads the facts of a measure.
pub(super) fn read(from: &Reader<'_>, measure: &Measure, fold: Fold) -> Result<Facts, PolicyError> {
    of_fields(from, &mut from.each_field(&names(measure))?, measure, fold)
}

/// Reads the facts from fields whose names are known.
pub(super) fn of_fields<'v>(
    from: &Reader<'_>,
    fields: &mut dyn Iterator<Item = Result<Reader<'v>, PolicyError>>,
    measure: &Measure,
    fold: Fold,
) -> Result<Facts, PolicyError> {
    let mut given: Vec<Given<'_>> = measure.facts.iter().map(|_| Given::default()).collect();
    for field in fields {
        let field = field?;
        // What may be left out may be `null` as well.
        if *field.value() == Value::Null {
            continue;
        }
        let named = |fact: &Fact| field.name() == fact.id;
        let is_instead = |fact: &Fact| fact.instead.as_ref().is_some_and(|instead| field.name() == instead.id);
        let mut facts = measure.facts.iter().zip(&mut given);
        let Some((fact, given)) = facts.find(|(fact, _)| named(fact) || is_instead(fact)) else { continue };
        if named(fact) {
            given.own = Some((one(&field, measure, fact.kind, (fact.min, measure.is_judged(fact)))?, field));
        } else {
            given.instead = Some(instead(&field, fact)?);
        }
    }
    let mut facts = Facts { case: Case::new(measure), names: Vec::new(), instead: Vec::new(), open: Vec::new() };
    for ((id, fact), given) in (0_u16..).map(FactId).zip(&measure.facts).zip(given) {
        let path = from.path_below(&fact.id);
        let value = match (given.own, given.instead) {
            (Some(_), Some(_)) => return Err(twice(from, fact)),
            (None, Some(value)) => {
                facts.instead.push(id);
                value
            }
            (Some((Read::Name(name), _)), None) => {
                facts.open.push((id, name));
                continue;
            }
            (Some((read, field)), None) => {
                let value = resolved(read, measure, fact, (&path, fold), &mut facts.names)?;
                facts.case.set(measure, id, value).map_err(|error| refused(&field, fact, error))?;
                continue;
            }
            (None, None) if fact.required => return Err(missing(path, fact)),
            (None, None) => continue,
        };
        facts.case.set(measure, id, value).map_err(|_| PolicyError::new(ErrorCode::OutOfRange, path, "超出范围"))?;
    }
    Ok(facts)
}

impl Facts {
    /// Looks up the options that may exist without being recorded: the given facts must fit together first.
    pub fn look_up(&mut self, measure: &Measure) -> Result<(), PolicyError> {
        for (id, name) in std::mem::take(&mut self.open) {
            let path = self.path(measure, id);
            let fact = measure.facts.get(id.index()).ok_or_else(|| PolicyError::missing(path.as_str()))?;
            let value = named(&name, measure, fact, &path)?;
            self.case.set(measure, id, value).map_err(|_| PolicyError::missing(path))?;
        }
        Ok(())
    }

    /// The path of a fact as it was given.
    pub fn path(&self, measure: &Measure, id: FactId) -> String {
        let fact = measure.facts.get(id.index());
        let instead = fact.and_then(|fact| fact.instead.as_ref()).filter(|_| self.instead.contains(&id));
        let name = instead.map(|instead| &instead.id).or_else(|| fact.map(|fact| &fact.id));
        ["facts.", name.map_or("", String::as_str)].concat()
    }
}

/// Reads a value by itself. `least` and `is_named` are of its fact.
fn one(from: &Reader<'_>, measure: &Measure, kind: FactKind, of: (u64, bool)) -> Result<Read, PolicyError> {
    let (least, is_named) = of;
    let choice = |from: &Reader<'_>, id: DomainId| {
        let ids: Vec<&str> = measure.options(id).iter().map(|option| option.id.as_str()).collect();
        let place = if measure.options(id).iter().any(|option| option.is_number) {
            number_of(from, &ids)?
        } else {
            from.word(&ids)?
        };
        u16::try_from(place).map(wengang_engine::OptionId).map_err(|_| from.error(ErrorCode::InvalidValue, ""))
    };
    Ok(Read::Known(match kind {
        // Options without a letter are many, and may exist without being recorded.
        FactKind::Choice(id) if measure.options(id).iter().all(|option| option.letter.is_none()) => {
            return Ok(Read::Name(from.text()?));
        }
        FactKind::Choice(id) => Known::Choice(choice(from, id)?),
        FactKind::Choices(id) => {
            let each = from.elements()?;
            Known::Choices(each.iter().map(|element| choice(element, id)).collect::<Result<_, _>>()?)
        }
        FactKind::YesNo => Known::Truth(from.flag()?),
        FactKind::Count(most) => Known::Count(count(from.whole(bounded(least), bounded(most))?)),
        FactKind::Average(most) => quantity::average(from, most)?,
        FactKind::Money(most) => quantity::money(from, most)?,
        FactKind::Date => Known::Date(quantity::day(from)?.1),
        FactKind::Month => quantity::month(from)?,
        FactKind::Text => return Ok(Read::Words(from.text()?)),
        FactKind::List(id) => {
            let list = measure.lists.get(id.index()).ok_or_else(|| from.error(ErrorCode::InvalidValue, ""))?;
            let each = from.elements()?;
            return Ok(Read::Elements(
                each.iter().map(|element| fields(element, measure, list, is_named)).collect::<Result<_, _>>()?,
            ));
        }
    }))
}

/// Reads an element of a list.
fn fields(
    from: &Reader<'_>,
    measure: &Measure,
    list: &List,
    is_named: bool,
) -> Result<(Option<String>, Vec<Option<Read>>), PolicyError> {
    let called = is_named.then_some(CALLED.0);
    let names: Vec<&str> = called.into_iter().chain(list.fields.iter().map(|field| field.id.as_str())).collect();
    let (mut name, mut read) = (None, list.fields.iter().map(|_| None).collect::<Vec<_>>());
    for given in from.each_field(&names)? {
        let given = given?;
        if called == Some(given.name()) {
            name = if *given.value() == Value::Null { None } else { Some(given.text()?) };
            continue;
        }
        let mut all = list.fields.iter().zip(&mut read);
        let Some((field, slot)) = all.find(|(field, _)| field.id == given.name()) else { continue };
        if *given.value() == Value::Null && !field.required {
            continue;
        }
        *slot = Some(one(&given, measure, field.kind, (0, false))?);
    }
    let absent = list.fields.iter().zip(&read).find(|(field, read)| read.is_none() && field.required);
    match absent {
        Some((field, _)) => Err(PolicyError::missing(from.path_below(&field.id))),
        None => Ok((name, read)),
    }
}

/// What to do where two elements are called the same; one without a name is called by its place.
const DOUBLE: &str = "这个名称前面已经用了，请换一个；不写的按序号（从 0 起）叫";

/// Reads the whole number that is given instead of a fact.
fn instead(from: &Reader<'_>, fact: &Fact) -> Result<Known, PolicyError> {
    let Some(instead) = &fact.instead else { return Err(from.error(ErrorCode::InvalidValue, "")) };
    let most = match fact.kind {
        FactKind::Average(most) | FactKind::Count(most) => most,
        _ => 0,
    };
    let sum = from.whole(0, bounded(most.saturating_mul(u64::from(instead.divided_by))))?;
    let average = Fraction::new(i128::from(sum), i128::from(instead.divided_by));
    average.map(|average| Known::Count(Count::new(average.reduced()))).map_err(|_| from.out_of_range(""))
}

/// Looks up what could only be read with the others.
fn resolved(
    read: Read,
    measure: &Measure,
    fact: &Fact,
    (path, fold): (&str, Fold),
    names: &mut Vec<String>,
) -> Result<Known, PolicyError> {
    match read {
        Read::Known(value) => Ok(value),
        Read::Name(_) => Err(PolicyError::missing(path)),
        Read::Words(text) => words(&text, &fact.question.label, path, fold),
        Read::Elements(elements) => {
            let FactKind::List(id) = fact.kind else { return Err(PolicyError::missing(path)) };
            let list = measure.lists.get(id.index()).ok_or_else(|| PolicyError::missing(path))?;
            if elements.len() > usize::from(list.most) {
                let message = format!("超出范围，最多填{}{}{}", list.most, list.unit, fact.name);
                return Err(PolicyError::new(ErrorCode::OutOfRange, path, message));
            }
            let mut all = Vec::new();
            for (index, (name, fields)) in elements.into_iter().enumerate() {
                if measure.is_judged(fact) {
                    let name = name.unwrap_or_else(|| index.to_string());
                    if names.contains(&name) {
                        let path = format!("{path}[{index}].{}", CALLED.0);
                        return Err(PolicyError::new(ErrorCode::InvalidValue, path, DOUBLE));
                    }
                    names.push(name);
                }
                let mut element = Vec::new();
                for (field, read) in list.fields.iter().zip(fields) {
                    let path = format!("{path}[{index}].{}", field.id);
                    element.push(match read {
                        None => None,
                        Some(Read::Known(value)) => Some(value),
                        Some(Read::Words(text)) => Some(words(&text, &plain(&field.ask), &path, fold)?),
                        Some(Read::Name(_) | Read::Elements(_)) => return Err(PolicyError::missing(path)),
                    });
                }
                all.push(element);
            }
            Ok(Known::List(all))
        }
    }
}

/// An option that is looked up by its id.
fn named(id: &str, measure: &Measure, fact: &Fact, path: &str) -> Result<Known, PolicyError> {
    let FactKind::Choice(domain) = fact.kind else { return Err(PolicyError::missing(path)) };
    let unknown = |_| match &fact.unsupported {
        Some(sentence) => PolicyError::new(ErrorCode::Unsupported, path, sentence.as_str()),
        None => {
            let ids: Vec<_> = measure.options(domain).iter().map(|option| option.id.as_str()).collect();
            PolicyError::new(ErrorCode::InvalidValue, path, format!("没有这个选项，可以填 {}", ids.join("、")))
        }
    };
    case::option(measure, domain, id).map(Known::Choice).map_err(unknown)
}

/// Words, folded as the platform folds them.
fn words(text: &str, name: &str, path: &str, fold: Fold) -> Result<Known, PolicyError> {
    let (written, folded) = (text.trim(), fold(text));
    if folded.trim().is_empty() {
        return Err(PolicyError::new(ErrorCode::InvalidValue, path, format!("请填{name}名称，不能空着")));
    }
    Ok(Known::Text(Words::new(written, folded.trim())))
}

/// A question without numbers in it.
fn plain(text: &Text) -> String {
    let words =
        text.0.iter().filter_map(|piece| if let Piece::Words(words) = piece { Some(words.as_str()) } else { None });
    words.collect()
}

/// Which of the numbers it is.
fn number_of(from: &Reader<'_>, ids: &[&str]) -> Result<usize, PolicyError> {
    let numbers: Vec<u32> = ids.iter().filter_map(|id| id.parse().ok()).collect();
    let (least, most) = (numbers.iter().min(), numbers.iter().max());
    let number = from.whole(least.copied().unwrap_or_default(), most.copied().unwrap_or_default())?;
    let place = numbers.iter().position(|known| *known == number);
    place.ok_or_else(|| from.error(ErrorCode::InvalidValue, &["没有这个选项，可以填 ", &ids.join("、")].concat()))
}

fn count(number: u32) -> Count {
    Count::new(Fraction::whole(i64::from(number)))
}

/// A limit as far as whole numbers are read.
fn bounded(limit: u64) -> u32 {
    u32::try_from(limit).unwrap_or(u32::MAX)
}

fn twice(from: &Reader<'_>, fact: &Fact) -> PolicyError {
    let other = fact.instead.as_ref().map_or("", |instead| &instead.id);
    let message = format!("{} 和 {other} 只填一个", fact.id);
    PolicyError::new(ErrorCode::InvalidValue, from.path_below(other), message)
}

fn missing(path: String, fact: &Fact) -> PolicyError {
    let mut error = PolicyError::missing(path);
    if let FactKind::List(_) = fact.kind {
        error.message = format!("{}；没有{}就填 []", error.message, fact.name);
    }
    error
}

fn refused(from: &Reader<'_>, fact: &Fact, error: CaseError) -> PolicyError {
    match error {
        CaseError::OutOfRange => from.out_of_range(&fact.question.label),
        CaseError::UnknownFact | CaseError::WrongKind => from.wrong_kind(&fact.question.label),
    }
}
