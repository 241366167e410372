//! An option that stands for several: it is known to be one of them, and nothing more.

use crate::need;
use crate::rules::pack_of;
use wengang_compiler::{File, Pack, Report, compile};
use wengang_engine::assessment::{AmountFound, Assessment, Need};
use wengang_engine::pack::FactId;
use wengang_engine::{Case, Count, Date, Fraction, Money, OptionId, Outcome, Value, Words, assess};

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

/// The small subsidy with kinds of certificates, two of which are offered as one; `listed`: those that count.
fn kinds(listed: &str) -> Result<Pack, Report> {
    let mut text = include_str!("small/certificates.toml").to_owned();
    let kind = "  [[fact.field]]
  id = \"kind\"
  name = \"种类\"
  type = \"choice\"
  options = [
    { id = \"first\",  name = \"甲种\", letter = \"f\" },
    { id = \"second\", name = \"乙种\", letter = \"s\" },
    { id = \"third\",  name = \"丙种\", letter = \"t\" },
    { id = \"either\", name = \"前两种\", letter = \"e\", any_of = [\"甲种\", \"乙种\"] },
  ]
  ask = \"是哪一种\"
  letter = \"k\"\n";
    let figure = |block: &str| format!("[{block}.\"算数的种类\"]\nvalue = {listed}\n[{block}.\"补的等级\"]");
    for (from, to) in [
        ("  [[fact.field]]\n  id = \"issuedOn\"", format!("{kind}  [[fact.field]]\n  id = \"issuedOn\"")),
        (
            "[[table]]\nname = \"标准\"",
            "[[value]]\nname = \"算数的种类\"\ntype = \"choices(种类)\"\n\n[[table]]\nname = \"标准\"".to_owned(),
        ),
        ("属于 补的等级 且", "属于 补的等级 且 这本.种类 属于 算数的种类 且".to_owned()),
        ("(这本.等级)、发证日 = 申请日", "(这本.等级)、种类 = 甲种、发证日 = 申请日".to_owned()),
        ("[round.\"补的等级\"]", figure("round")),
        ("[standing.\"补的等级\"]", figure("standing")),
    ] {
        assert_eq!(text.matches(from).count(), 1, "{from}");
        text = text.replacen(from, &to, 1);
    }
    let file = |name: &str, text: &str| File { name: name.to_owned(), text: text.to_owned() };
    let files = [
        file("documents.toml", include_str!("small/documents.toml")),
        file("hebei/place.toml", "name = \"河北省\"\n"),
        file("hebei/certificates.toml", &text),
    ];
    compile("hebei", &files)
}

/// The answer to one certificate of a kind.
fn certificate(pack: &Pack, kind: u16) -> Assessment {
    let measure = &pack.measures[0];
    let on = Date::new(2024, 3, 1).unwrap();
    let element = [
        Value::Text(Words::plain("电工")),
        Value::Choice(OptionId(0)),
        Value::Choice(OptionId(kind)),
        Value::Date(on),
        Value::Truth(false),
    ];
    let mut case = Case::new(measure);
    case.set(measure, FactId(0), Value::Truth(true)).unwrap();
    case.set(measure, FactId(1), Value::List(vec![element.into_iter().map(Some).collect()])).unwrap();
    assess(pack, "certificates", &case, on).unwrap()
}

#[test]
fn in_a_row_an_option_is_judged_like_each_that_it_stands_for() {
    let pack = kinds("[\"甲种\", \"乙种\"]").unwrap();
    let [first, second, third, either] = [0, 1, 2, 3].map(|kind| certificate(&pack, kind));
    assert_eq!((&first, &second), (&either, &either));
    assert_eq!([either.outcome, third.outcome], [Outcome::Eligible, Outcome::Ineligible]);
}

#[test]
fn options_of_rows_that_are_offered_as_one_are_listed_together_or_not_at_all() {
    assert!(kinds("[\"丙种\"]").is_ok());
    let report = kinds("[\"甲种\", \"丙种\"]").unwrap_err().to_string();
    assert!(report.contains("“前两种”里的只写了一部分"), "{report}");
}
