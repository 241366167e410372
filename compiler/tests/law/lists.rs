//! Conditions over a list: what an element with a missing field leaves open, and what it cannot change.

use wengang_compiler::{File, Pack, compile};
use wengang_engine::assessment::{Need, Reason, Verdict};
use wengang_engine::pack::FactId;
use wengang_engine::{Case, CaseError, Date, OptionId, Value, Words, assess};

/// A subsidy that was received: trade, level from the lowest, year.
type Received = (Option<&'static str>, Option<u16>, Option<u16>);

pub fn pack() -> Pack {
    pack_of(include_str!("small/subsidy.toml"))
}

/// The pack with this text as its measure.
pub fn pack_of(text: &str) -> Pack {
    let file = |name: &str, text: &str| File { name: name.to_owned(), text: text.to_owned() };
    let files = [
        file("documents.toml", include_str!("small/documents.toml")),
        file("hebei/place.toml", "name = \"河北省\"\n"),
        file("hebei/subsidy.toml", text),
    ];
    compile("hebei", &files).unwrap_or_else(|report| panic!("{report}"))
}

fn list(received: &[Received]) -> Value {
    let day = |year: u16| Value::Date(Date::new(year, 3, 1).unwrap());
    let element = |(trade, level, year): &Received| {
        vec![
            trade.map(|trade| Value::Text(Words::plain(trade))),
            level.map(|level| Value::Choice(OptionId(level))),
            year.map(day),
        ]
    };
    Value::List(received.iter().map(element).collect())
}

/// The verdicts on a welder of the middle level who received these; `None`: not known.
fn verdicts(received: Option<&[Received]>) -> Vec<Verdict> {
    let pack = pack();
    let measure = &pack.measures[0];
    let mut case = Case::new(measure);
    case.set(measure, FactId(0), Value::Text(Words::plain("焊工"))).unwrap();
    case.set(measure, FactId(1), Value::Choice(OptionId(1))).unwrap();
    if let Some(received) = received {
        case.set(measure, FactId(2), list(received)).unwrap();
    }
    let answer = assess(&pack, "subsidy", &case, Date::new(2024, 9, 1).unwrap()).unwrap();
    let is_unknown = answer.conditions.iter().any(|condition| matches!(condition.verdict, Verdict::Unknown(_)));
    let is_unmet = answer.conditions.iter().any(|condition| condition.verdict == Verdict::Unmet);
    let expected: &[Need] = if is_unknown && !is_unmet { &[crate::need(2)] } else { &[] };
    assert_eq!(answer.needs, expected, "a missing field is asked for by its list");
    answer.conditions[1..].iter().map(|condition| condition.verdict).collect()
}

const MET: Verdict = Verdict::Met;
const UNMET: Verdict = Verdict::Unmet;
const UNKNOWN: Verdict = Verdict::Unknown(Reason::Missing);

#[test]
fn a_list_decides_as_soon_as_one_element_does() {
    for (received, expected) in [
        (&[][..], [MET, MET, MET]),
        (&[(Some("焊工"), Some(1), Some(2023))], [UNMET, MET, MET]),
        (&[(Some("焊工"), Some(2), Some(2024))], [MET, UNMET, MET]),
        (&[(Some("焊工"), Some(0), Some(2024))], [MET, MET, MET]),
        (&[(Some("电工"), None, None)], [MET, MET, MET]),
        (&[(Some("焊工"), None, Some(2023))], [UNKNOWN, UNKNOWN, MET]),
        (&[(None, Some(0), Some(2023))], [MET, MET, MET]),
        (&[(Some("焊工"), None, None), (Some("焊工"), Some(1), None)], [UNMET, UNKNOWN, MET]),
    ] {
        assert_eq!(verdicts(Some(received)), expected, "{received:?}");
    }
    assert_eq!(verdicts(None), [UNKNOWN, UNKNOWN, UNKNOWN]);
}

#[test]
fn a_count_is_known_where_what_is_missing_cannot_pass_the_limit() {
    let other = |year: Option<u16>| (Some("电工"), Some(0), year);
    for (years, expected) in [
        (&[Some(2024), Some(2024), Some(2023)][..], MET),
        (&[Some(2024), Some(2024), Some(2024)], UNMET),
        (&[Some(2024), None, Some(2023)], MET),
        (&[Some(2024), Some(2024), None], UNKNOWN),
        (&[Some(2024), Some(2024), Some(2024), None], UNMET),
    ] {
        let received: Vec<_> = years.iter().map(|year| other(*year)).collect();
        assert_eq!(verdicts(Some(&received))[2], expected, "{years:?}");
    }
}

#[test]
fn a_list_is_refused_that_is_too_long_or_not_of_its_fields() {
    let pack = pack();
    let measure = &pack.measures[0];
    let set = |value: Value| Case::new(measure).set(measure, FactId(2), value);
    assert_eq!(set(list(&[(None, None, None); 6])), Err(CaseError::OutOfRange));
    assert_eq!(set(Value::List(vec![vec![None, None]])), Err(CaseError::WrongKind));
    let wrong = vec![Some(Value::Truth(true)), None, None];
    assert_eq!(set(Value::List(vec![wrong])), Err(CaseError::WrongKind));
}
