//! Items that are judged one by one, the plan over them, and operations on lists.

use crate::need;
use wengang_compiler::{File, Pack, compile};
use wengang_engine::assessment::{AmountFound, Assessment, Need, Verdict};
use wengang_engine::pack::FactId;
use wengang_engine::{Case, Date, Fraction, Money, OptionId, Outcome, Value, Words, assess};

/// A certificate: trade, level from the lowest, month and day of issue in 2024, whether it is urgent.
type Certificate = (&'static str, u16, (u8, u8), Option<bool>);

pub fn pack() -> Pack {
    let file = |name: &str, text: &str| File { name: name.to_owned(), text: text.to_owned() };
    let files = [
        file("documents.toml", include_str!("small/documents.toml")),
        file("hebei/place.toml", "name = \"河北省\"\n"),
        file("hebei/certificates.toml", include_str!("small/certificates.toml")),
    ];
    compile("hebei", &files).unwrap_or_else(|report| panic!("{report}"))
}

fn day(year: u16, month: u8, day: u8) -> Date {
    Date::new(year, month, day).unwrap()
}

/// Judges an employee with these certificates; `received`: the years in which subsidies were received.
fn judge(on: Date, certificates: &[Certificate], received: Option<&[u16]>) -> Assessment {
    let pack = pack();
    let measure = &pack.measures[0];
    let mut case = Case::new(measure);
    let certificate = |(trade, level, (month, on), urgent): &Certificate| {
        vec![
            Some(Value::Text(Words::plain(*trade))),
            Some(Value::Choice(OptionId(*level))),
            Some(Value::Date(day(2024, *month, *on))),
            urgent.map(Value::Truth),
        ]
    };
    case.set(measure, FactId(0), Value::Truth(true)).unwrap();
    case.set(measure, FactId(1), Value::List(certificates.iter().map(certificate).collect())).unwrap();
    if let Some(years) = received {
        let received = years.iter().map(|year| vec![Some(Value::Date(day(*year, 3, 1)))]);
        case.set(measure, FactId(2), Value::List(received.collect())).unwrap();
    }
    assess(&pack, "certificates", &case, on).unwrap()
}

fn yuan(amount: i64) -> Option<AmountFound> {
    Some(AmountFound::Exact(Money::new(Fraction::whole(amount))))
}

fn plan(answer: &Assessment) -> Vec<(usize, Date)> {
    answer.items.as_ref().unwrap().1.as_ref().unwrap().items.iter().map(|item| (item.item, item.by)).collect()
}

fn said(answer: &Assessment, id: &str) -> Vec<String> {
    answer.insights.iter().filter(|insight| insight.id == id).map(|insight| insight.text.clone()).collect()
}

const SPRING: Date = match Date::new(2024, 9, 1) {
    Ok(day) => day,
    Err(_) => panic!(),
};

#[test]
fn each_item_has_its_own_answer_and_the_measures_conditions_come_first() {
    let answer = judge(SPRING, &[("电工", 0, (8, 1), None), ("焊工", 2, (8, 1), None)], Some(&[]));
    let items = &answer.items.as_ref().unwrap().0;
    assert_eq!(items.iter().map(|item| item.outcome).collect::<Vec<_>>(), [Outcome::Eligible, Outcome::Ineligible]);
    assert_eq!(items[0].dates, [("lastDay".to_owned(), Some(day(2025, 8, 1)))]);
    let ids: Vec<_> = items[1].conditions.iter().map(|found| (found.id.as_str(), found.verdict)).collect();
    let (met, unmet) = (Verdict::Met, Verdict::Unmet);
    assert_eq!(ids, [("employee", met), ("level", unmet), ("in-time", met), ("place", met)]);
    assert_eq!((answer.outcome, answer.amount), (Outcome::Eligible, yuan(1_000)));
    assert!(answer.conditions.is_empty(), "they are listed with the items");
    let formulas: Vec<_> = answer.steps.iter().map(|step| (step.id.as_str(), step.formula.as_str())).collect();
    assert_eq!(formulas, [("certificate-0", "1000.00"), ("total", "certificate-0")]);
}

#[test]
fn the_lower_level_comes_first_and_no_day_is_after_the_round() {
    let answer = judge(SPRING, &[("电工", 1, (1, 10), None), ("电工", 0, (5, 1), None)], Some(&[]));
    assert_eq!(plan(&answer), [(1, day(2024, 12, 31)), (0, day(2024, 12, 31))]);
    let in_december = judge(day(2023, 12, 31), &[], Some(&[]));
    assert_eq!(in_december.outcome, Outcome::Closed);
    assert!(in_december.items.is_none());
}

#[test]
fn left_over_items_have_a_reason_and_a_first_day() {
    let three =
        [("电工", 1, (5, 1), None), ("焊工", 1, (5, 1), None), ("瓦工", 0, (6, 1), None), ("瓦工", 0, (5, 1), None)];
    let answer = judge(SPRING, &three, Some(&[2024]));
    assert_eq!(plan(&answer).len(), 2, "two ordinary places");
    let left = &answer.items.as_ref().unwrap().1.as_ref().unwrap().left_over;
    let left: Vec<_> = left.iter().map(|left| (left.item, left.id.as_str(), left.text.as_str(), left.later)).collect();
    let again = day(2025, 1, 1);
    assert_eq!(
        left,
        [
            (2, "place", "次数用完了", Some((again, day(2025, 6, 1)))),
            (3, "place", "次数用完了", Some((again, day(2025, 5, 1)))),
        ]
    );
    let twins = [("瓦工", 0, (6, 1), None), ("瓦工", 0, (5, 1), None)];
    let left = judge(SPRING, &twins, Some(&[])).items.unwrap().1.unwrap().left_over;
    assert_eq!((left[0].item, left[0].id.as_str(), left[0].later), (0, "same", None));
}

#[test]
fn without_an_item_the_list_is_asked_for_and_a_person_who_fails_is_asked_nothing() {
    let answer = judge(SPRING, &[], Some(&[]));
    assert_eq!((answer.outcome, answer.needs.as_slice()), (Outcome::Undetermined, &[need(1)][..]));
    let pack = pack();
    let mut case = Case::new(&pack.measures[0]);
    case.set(&pack.measures[0], FactId(0), Value::Truth(false)).unwrap();
    assert!(assess(&pack, "certificates", &case, SPRING).unwrap().needs.is_empty());
    let nothing = assess(&pack, "certificates", &Case::new(&pack.measures[0]), SPRING).unwrap();
    assert_eq!(nothing.needs, [need(0), need(1)]);
}

#[test]
fn a_field_that_is_missing_leaves_the_item_open() {
    let pack = pack();
    let measure = &pack.measures[0];
    let mut case = Case::new(measure);
    case.set(measure, FactId(0), Value::Truth(true)).unwrap();
    let without_level = vec![
        Some(Value::Text(Words::plain("电工"))),
        None,
        Some(Value::Date(day(2024, 8, 1))),
        Some(Value::Truth(true)),
    ];
    case.set(measure, FactId(1), Value::List(vec![without_level])).unwrap();
    let answer = assess(&pack, "certificates", &case, SPRING).unwrap();
    let level = Need::Field { list: FactId(1), element: 0, field: 1 };
    assert_eq!((answer.outcome, answer.needs.as_slice()), (Outcome::Undetermined, &[level][..]));
    assert_eq!(answer.amount, None, "nothing is promised of it");
}

#[test]
fn lists_give_a_first_an_earliest_a_highest_and_a_sum() {
    let answer = judge(SPRING, &[("电工", 1, (1, 10), None), ("焊工", 0, (5, 1), None)], Some(&[]));
    assert_eq!(said(&answer, "first"), ["最早2024年12月31日，第一个是电工，最高四级"]);
    let none = judge(SPRING, &[("电工", 2, (5, 1), None)], Some(&[]));
    assert_eq!(said(&none, "first"), [""; 0]);
}

#[test]
fn a_supposition_takes_another_rule_and_more_elements() {
    let one = [("电工", 0, (8, 1), None)];
    let answer = judge(SPRING, &one, Some(&[]));
    // The standing rule does not pay the fifth level, and the round does.
    assert_eq!(said(&answer, "standing"), [""; 0]);
    assert_eq!(said(&answer, "higher"), ["电工再考四级，一共2,500.00元"]);
    let four = judge(SPRING, &[("电工", 1, (8, 1), None)], Some(&[]));
    assert_eq!(said(&four, "standing"), ["按长期规定800.00元"]);
    assert_eq!(said(&four, "higher"), ["电工再考三级，一共1,500.00元"]);
    // Two places are taken where two are planned: the supposed third one has none.
    let two = judge(SPRING, &[("电工", 0, (8, 1), None), ("焊工", 0, (8, 1), None)], Some(&[2024]));
    assert_eq!(said(&two, "higher"), ["电工再考四级，一共0.00元", "焊工再考四级，一共0.00元"]);
    let highest = judge(day(2025, 2, 1), &[("电工", 2, (8, 1), None)], Some(&[]));
    assert_eq!(said(&highest, "higher"), [""; 0], "there is nothing above");
}

#[test]
fn a_limit_that_there_is_not_is_above_every_number() {
    let received: Vec<u16> = vec![2025; 9];
    let answer = judge(day(2025, 2, 1), &[("电工", 1, (8, 1), Some(true))], Some(&received));
    assert_eq!((answer.outcome, answer.amount), (Outcome::Eligible, yuan(800)));
    assert_eq!(answer.items.unwrap().0[0].conditions[3].detail, "一年最多不限次");
}

#[test]
fn an_assumption_about_a_field_is_listed_once_and_where_it_matters() {
    let [received, urgent] = ["没有填领过的：按没有领过测算。", "没有填急需紧缺：按不是测算。"];
    let low = judge(SPRING, &[("电工", 0, (8, 1), None), ("焊工", 0, (8, 1), None)], None);
    assert_eq!(low.assumed, [received, urgent]);
    let high = judge(SPRING, &[("电工", 1, (8, 1), None), ("焊工", 0, (8, 1), Some(false))], Some(&[]));
    assert_eq!(high.assumed, [""; 0]);
}
