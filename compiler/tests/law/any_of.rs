//! An option that stands for several: it is known to be one of them, and nothing more.

use crate::need;
use crate::rules::pack_of;
use wengang_compiler::Pack;
use wengang_engine::assessment::{AmountFound, Assessment, Need};
use wengang_engine::pack::FactId;
use wengang_engine::{Case, Count, Date, Fraction, Money, OptionId, Outcome, Value, assess};

const LAST: &str = "  { id = \"small\", name = \"小型\", letter = \"s\", shown = \"小型（微型）\" },\n";
const SMALLER: &str = "  { id = \"medium\", name = \"中型\", letter = \"m\" },
  { id = \"small\", name = \"小型\", letter = \"s\" },
  { id = \"not-large\", name = \"不是大型\", letter = \"n\", any_of = [\"中型\", \"小型\"] },\n";
const OTHERS: &str = "[[round.\"返还比例\"]]\nis = \"60 %\"\nquote = \"其他企业返还60%\"";

const LARGE: u16 = 0;
const MEDIUM: u16 = 1;
const SMALL: u16 = 2;
const NOT_LARGE: u16 = 3;

/// The small refund with three classes; `others`: the rows behind that of the large ones.
fn pack(others: &str) -> Pack {
    let text = include_str!("small/refund.toml");
    assert_eq!((text.matches(LAST).count(), text.matches(OTHERS).count()), (1, 1));
    pack_of(&text.replacen(LAST, SMALLER, 1).replacen(OTHERS, others, 1), "hebei/refund.toml")
}

/// Every class but the large one has a rate of its own.
fn apart() -> Pack {
    pack(&format!(
        "[[round.\"返还比例\"]]\nwhen = \"划型 = 中型\"\nis = \"30 %\"\nquote = \"大型企业返还30%\"\n{OTHERS}"
    ))
}

fn judge(pack: &Pack, class: Option<u16>, months: u32) -> Assessment {
    let measure = &pack.measures[0];
    let mut case = Case::new(measure);
    let count = |number: i64| Value::Count(Count::new(Fraction::whole(number)));
    let class = class.map(|class| (0, Value::Choice(OptionId(class))));
    let others = [
        (1, count(20)),
        (2, count(months.into())),
        (3, Value::Money(Money::new(Fraction::whole(1_000)))),
        (4, Value::Truth(false)),
    ];
    for (id, value) in class.into_iter().chain(others) {
        case.set(measure, FactId(id), value).unwrap();
    }
    assess(pack, "refund", &case, Date::new(2024, 9, 1).unwrap()).unwrap()
}

fn amount(answer: &Assessment) -> Vec<String> {
    match &answer.amount {
        None => Vec::new(),
        Some(AmountFound::Exact(exact)) => vec![exact.to_string()],
        Some(AmountFound::Range { min, max, .. }) => vec![min.to_string(), max.to_string()],
    }
}

fn needs(answer: &Assessment) -> Vec<Need> {
    answer.needs.clone()
}

#[test]
fn where_the_options_do_not_differ_the_answer_is_that_of_each() {
    let pack = pack(OTHERS);
    let known = judge(&pack, Some(NOT_LARGE), 12);
    assert_eq!((amount(&known), needs(&known)), (vec!["600.00".to_owned()], vec![]));
    for class in [MEDIUM, SMALL] {
        let each = judge(&pack, Some(class), 12);
        assert_eq!((known.outcome, amount(&known), &known.conditions), (each.outcome, amount(&each), &each.conditions));
    }
    let unknown = judge(&pack, None, 12);
    assert_eq!((amount(&unknown), needs(&unknown)), (vec!["300.00".to_owned(), "600.00".to_owned()], vec![need(0)]));
    assert_eq!(amount(&judge(&pack, Some(LARGE), 12)), ["300.00"]);
}

#[test]
fn where_the_options_differ_it_is_still_to_be_said_which() {
    let pack = apart();
    let known = judge(&pack, Some(NOT_LARGE), 12);
    assert_eq!(known.outcome, Outcome::Eligible);
    assert_eq!((amount(&known), needs(&known)), (vec!["300.00".to_owned(), "600.00".to_owned()], vec![need(0)]));
    assert_eq!(amount(&judge(&pack, Some(MEDIUM), 12)), ["300.00"]);
    assert_eq!(amount(&judge(&pack, Some(SMALL), 12)), ["600.00"]);
    // What is refused whatever the class leaves nothing to be said.
    assert_eq!(judge(&pack, Some(NOT_LARGE), 11).needs, []);
}

#[test]
fn an_option_that_is_not_there_is_no_value_of_the_fact() {
    let pack = pack(OTHERS);
    let measure = &pack.measures[0];
    let set = |option: u16| Case::new(measure).set(measure, FactId(0), Value::Choice(OptionId(option)));
    assert!(set(NOT_LARGE).is_ok() && set(NOT_LARGE + 1).is_err());
}

#[test]
fn a_pack_whose_options_stand_for_none_of_its_own_is_refused() {
    let mut pack = pack(OTHERS);
    let domain = pack.measures[0].domains.iter_mut().find(|domain| domain.options.len() == 4).unwrap();
    domain.options[usize::from(NOT_LARGE)].any_of.push(OptionId(9));
    assert_eq!(pack.validate().unwrap_err().to_string(), "refund: there is no option 9");
}
