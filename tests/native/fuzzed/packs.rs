//! Any bytes as a pack, and any others as the case that is judged by it: an answer or an error, and always an end.

use wengang_engine::pack::{FactId, FactKind, Measure};
use wengang_engine::{Case, Count, Date, Fraction, Money, OptionId, Pack, Value, Words, assess, packed};

/// The first byte is how many bytes of the case follow; what is left is the content of a pack, which gets its header
/// here, or behind a first byte of 255 the whole file.
pub fn check(data: &[u8]) {
    let Some((length, rest)) = data.split_first() else { return };
    if *length == u8::MAX {
        drop(packed::read(rest));
        return;
    }
    let (case, content) = rest.split_at(rest.len().min(usize::from(*length)));
    let Ok(pack) = packed::read(&packed::seal(content)) else { return };
    let bytes = packed::write(&pack).expect("what was read can be written");
    assert_eq!(packed::read(&bytes).as_ref(), Ok(&pack));
    for measure in &pack.measures {
        judge(&pack, measure, case);
    }
}

fn judge(pack: &Pack, measure: &Measure, bytes: &[u8]) {
    let mut bytes = bytes.iter().copied();
    let mut next = move || bytes.next();
    let day = Date::new(
        2020 + u16::from(next().unwrap_or(4) % 10),
        next().unwrap_or(8) % 12 + 1,
        next().unwrap_or(0) % 28 + 1,
    );
    let Ok(day) = day else { return };
    let mut case = Case::new(measure);
    for (index, fact) in (0_u16..).zip(&measure.facts) {
        let Some(value) = value(measure, fact.kind, &mut next) else { continue };
        // Also of a size that the fact does not take.
        let _ = case.set(measure, FactId(index), value);
    }
    let _ = case.contradiction(pack, measure, day);
    drop(assess(pack, &measure.id, &case, day));
}

/// A value of that kind from the next bytes; nothing where they say so or end.
fn value(measure: &Measure, kind: FactKind, next: &mut impl FnMut() -> Option<u8>) -> Option<Value> {
    let byte = next()?;
    if byte % 4 == 3 {
        return None;
    }
    let choice = byte / 4;
    let mut number = || {
        let [one, other] = [next().unwrap_or(0), next().unwrap_or(0)];
        let digits = i128::from(one) * 256 + i128::from(other);
        let scale = if byte % 4 == 2 { 1_000_000 } else { 1 };
        Fraction::new(digits * scale, if byte % 4 == 1 { 12 } else { 1 }).unwrap_or(Fraction::ZERO)
    };
    Some(match kind {
        FactKind::Choice(_) => Value::Choice(OptionId(choice.into())),
        FactKind::Choices(_) => Value::Choices((0..choice % 4).map(|place| OptionId(place.into())).collect()),
        FactKind::YesNo => Value::Truth(choice % 2 == 0),
        FactKind::Count(_) | FactKind::Average(_) => Value::Count(Count::new(number())),
        FactKind::Money(_) => Value::Money(Money::new(number())),
        FactKind::Date => Value::Date(Date::new(2000 + u16::from(choice), 2, 28).ok()?),
        FactKind::Month => Value::Month(Date::new(2000 + u16::from(choice), 2, 28).ok()?.month_of()),
        FactKind::Text => Value::Text(Words::plain(char::from(choice).to_string())),
        FactKind::List(id) => {
            let fields: Vec<FactKind> = measure.lists.get(id.index())?.fields.iter().map(|field| field.kind).collect();
            let element = |_| fields.iter().map(|kind| value(measure, *kind, next)).collect();
            Value::List((0..choice % 8).map(element).collect())
        }
    })
}
