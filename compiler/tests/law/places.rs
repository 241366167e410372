//! Other places need TOML only: Ningxia computes the layoff rate from the headcounts of two Decembers, Henan leaves
//! natural attrition out.

use std::path::Path;

use wengang_compiler::{File, Pack, compile};
use wengang_engine::assessment::{AmountFound, Assessment, Verdict};
use wengang_engine::pack::{FactId, FactKind};
use wengang_engine::{Case, Count, Date, Fraction, Money, OptionId, Outcome, Value, assess};

use crate::file;

fn place(name: &str) -> Pack {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/fixtures").join(name);
    let read =
        |of: &str| File { name: format!("{name}/{of}"), text: std::fs::read_to_string(folder.join(of)).unwrap() };
    let files = [
        file("documents.toml", "documents.toml"),
        file("next/cn/days-off.toml", "cn/days-off.toml"),
        read("place.toml"),
        read("refund.toml"),
    ];
    compile(name, &files).unwrap_or_else(|report| panic!("{report}"))
}

/// Judges a case of numbers: an option by its place, money in 元.
fn judge(pack: &Pack, facts: &[(&str, i64)]) -> Assessment {
    let measure = pack.measure("refund").unwrap();
    let mut case = Case::new(measure);
    for (name, number) in facts {
        let index = measure.facts.iter().position(|fact| fact.name == *name).unwrap();
        let whole = Fraction::whole(*number);
        let value = match measure.facts[index].kind {
            FactKind::Choice(_) => Value::Choice(OptionId(u16::try_from(*number).unwrap())),
            FactKind::Money(_) => Value::Money(Money::new(whole)),
            _ => Value::Count(Count::new(whole)),
        };
        case.set(measure, FactId(u16::try_from(index).unwrap()), value).unwrap();
    }
    assess(pack, "refund", &case, Date::new(2025, 9, 1).unwrap()).unwrap()
}

fn yuan(amount: i64) -> Option<AmountFound> {
    Some(AmountFound::Exact(Money::new(Fraction::whole(amount))))
}

#[test]
fn ningxia_counts_the_headcounts_of_two_decembers() {
    let pack = place("ningxia");
    let facts = [("划型", 2), ("上年末人数", 200), ("年末人数", 189), ("实缴失业保险费", 1_000)];
    let answer = judge(&pack, &facts);
    assert_eq!((answer.outcome, answer.amount), (Outcome::Eligible, yuan(600)));
    let step = &answer.steps[0];
    assert_eq!((step.formula.as_str(), step.value.as_str()), ("round2((200 − 189) × 100 ÷ 200)", "5.50"));
    let one_less = judge(&pack, &[facts[0], facts[1], ("年末人数", 188), facts[3]]);
    assert_eq!((one_less.outcome, one_less.amount), (Outcome::Ineligible, None));
    assert_eq!(one_less.conditions[1].detail, "2024年底比上年底少12人，占6.00%；不超过5.5%（11人）才可以");
    let more = judge(&pack, &[("上年末人数", 0), ("年末人数", 5)]);
    assert_eq!(more.conditions[1].verdict, Verdict::Met, "nobody left, so nothing is divided by nobody");
}

#[test]
fn henan_leaves_natural_attrition_out() {
    let pack = place("henan");
    let facts = [("划型", 0), ("上年末人数", 200), ("年末人数", 180), ("实缴失业保险费", 1_000)];
    let with = |leavers: i64| judge(&pack, &[&facts[..], &[("自然减员人数", leavers)]].concat());
    assert_eq!((with(9).outcome, with(9).amount), (Outcome::Eligible, yuan(300)));
    assert_eq!(with(8).outcome, Outcome::Ineligible);
    assert_eq!(with(30).steps[0].value, "0.00", "more natural leavers than left: no layoff");
    let unknown = judge(&pack, &facts);
    let needed: Vec<_> = unknown.needs.iter().map(|fact| pack.measures[0].facts[fact.index()].name.as_str()).collect();
    assert_eq!((unknown.outcome, needed.as_slice()), (Outcome::Undetermined, &["自然减员人数"][..]));
}

#[test]
fn the_answer_to_an_unknown_size_is_a_range() {
    let answer = judge(&place("ningxia"), &[("上年末人数", 200), ("年末人数", 200), ("实缴失业保险费", 1_000)]);
    let [min, max] = [300, 600].map(|amount| Money::new(Fraction::whole(amount)));
    assert_eq!(answer.amount, Some(AmountFound::Range { min, max }));
}
