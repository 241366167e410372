//! What holds all the time: the rule of the month, days whose rule was not found, and outcomes without conditions.

use crate::need;
use wengang_compiler::{File, Pack, compile};
use wengang_engine::assessment::{AmountFound, Assessment, Status};
use wengang_engine::pack::{Evidence, FactId};
use wengang_engine::{Case, Date, Fraction, Money, Month, Outcome, Value, assess};

pub const RULES: &str = include_str!("small/rules.toml");

pub fn pack_of(text: &str, name: &str) -> Pack {
    let file = |name: &str, text: &str| File { name: name.to_owned(), text: text.to_owned() };
    let files = [
        file("documents.toml", include_str!("small/documents.toml")),
        file("hebei/place.toml", "name = \"河北省\"\n"),
        file(name, text),
    ];
    compile("hebei", &files).unwrap_or_else(|report| panic!("{report}"))
}

pub fn pack() -> Pack {
    pack_of(RULES, "hebei/rules.toml")
}

fn judge(pack: &Pack, month: Option<(u16, u8)>, wage: Option<i64>) -> Assessment {
    let measure = &pack.measures[0];
    let mut case = Case::new(measure);
    let month = month.map(|(year, month)| Value::Month(Month::new(year, month).unwrap()));
    let wage = wage.map(|wage| Value::Money(Money::new(Fraction::whole(wage))));
    for (id, value) in [(0, month), (2, wage)] {
        if let Some(value) = value {
            case.set(measure, FactId(id), value).unwrap();
        }
    }
    assess(pack, "levy", &case, Date::new(2024, 4, 30).unwrap()).unwrap()
}

/// The rule of the answer, its status, and the amount.
fn found(pack: &Pack, answer: &Assessment) -> (Option<String>, Status, Option<String>) {
    let rule = answer.rule_status.round.map(|id| pack.measures[0].rounds[id.index()].id.clone());
    let amount = answer.amount.map(|amount| match amount {
        AmountFound::Exact(exact) => exact.to_string(),
        AmountFound::Range { .. } => panic!("no range"),
    });
    (rule, answer.rule_status.status, amount)
}

#[test]
fn the_rule_of_the_month_counts_and_its_status_is_that_of_the_day() {
    let pack = pack();
    for (month, rule, status, amount) in [
        ((2023, 7), "hebei-2023-07", Status::Open, "20.00"),
        ((2024, 4), "hebei-2023-07", Status::Open, "20.00"),
        ((2024, 5), "hebei-later", Status::Upcoming, "10.00"),
        ((2199, 12), "hebei-later", Status::Upcoming, "10.00"),
    ] {
        let answer = judge(&pack, Some(month), Some(1_000));
        assert_eq!(found(&pack, &answer), (Some(rule.to_owned()), status, Some(amount.to_owned())), "{month:?}");
        assert_eq!((answer.outcome, answer.conditions.len()), (Outcome::Eligible, 0));
    }
    let titles: Vec<_> = pack.measures[0].rounds.iter().map(|rule| rule.title.as_str()).collect();
    assert_eq!(titles, ["河北省缴费费率（2023年7月起）", "新的费率"]);
}

#[test]
fn a_month_whose_rule_was_not_found_is_undetermined_and_never_closed() {
    let pack = pack();
    let answer = judge(&pack, Some((2023, 6)), Some(1_000));
    assert_eq!(found(&pack, &answer), (None, Status::NotRecorded, None));
    assert_eq!((answer.outcome, answer.needs.len()), (Outcome::Undetermined, 0));
    assert_eq!(answer.rule_status.reason.as_deref(), Some("没有收录。"));
    assert_eq!(answer.next_steps.len(), 1);
    assert_eq!((answer.assumed.len(), answer.results), (0, None), "how many persons does not matter");
}

#[test]
fn a_missing_wage_is_needed_and_the_assumption_is_listed() {
    let answer = judge(&pack(), None, None);
    assert_eq!((answer.outcome, answer.needs), (Outcome::Undetermined, vec![need(2)]));
    assert_eq!(answer.assumed, ["没有填哪个月：按2024年4月测算。", "没有填人数：按1人测算。"]);
    assert_eq!((answer.results, answer.insights.len()), (None, 0));
}

#[test]
fn a_note_applies_where_its_condition_holds_and_a_rule_without_an_end_has_no_last_day() {
    let notes = |month: (u16, u8)| judge(&pack(), Some(month), Some(1)).notes;
    assert_eq!(notes((2024, 2)), Vec::<String>::new());
    assert_eq!(notes((2024, 3)), ["这个费率到2024年4月30日为止。"]);
    assert_eq!(notes((2024, 5)), Vec::<String>::new());
}

#[test]
fn a_rule_is_as_sure_as_its_figures_and_a_result_as_its_inputs() {
    let sure = judge(&pack(), Some((2024, 1)), Some(1));
    assert_eq!(sure.rule_status.evidence, Evidence::Official, "the definition of grade C is not in the amount");
    assert_eq!(judge(&pack(), Some((2024, 5)), Some(1)).rule_status.evidence, Evidence::Provisional);
    let doubtful = RULES.replace("value = \"工资 × 费率 × 人数\"\n[amount", "value = \"缴费\"\n[amount");
    let pack = pack_of(&doubtful, "hebei/rules.toml");
    assert_eq!(judge(&pack, Some((2024, 1)), Some(1)).rule_status.evidence, Evidence::Provisional);
    assert_eq!(judge(&pack, Some((2024, 1)), None).rule_status.evidence, Evidence::Official, "nothing is computed");
    // The rule's own sources first, then all others in the order of the file.
    let rule = &pack.measures[0].rounds[0];
    assert_eq!((rule.sources.len(), rule.own), (3, 2));
}

#[test]
fn a_national_measure_is_judged_without_a_rule_only_where_it_declares_that() {
    let always = RULES.replace("[rules]\n", "[rules]\nalways = true\n").replace("费率 × 人数", "人数 × 2");
    let always = always.replace("type = \"ratio\"", "type = \"ratio\"\nrange = [\"1 %\", \"2 %\"]");
    let always = always.replace("有值 止日 且", "费率 > 1 % 且 有值 止日 且");
    let pack = pack_of(&always, "cn/levy.toml");
    let answer = judge(&pack, Some((2023, 6)), Some(5));
    assert_eq!(found(&pack, &answer), (None, Status::NotRecorded, Some("10.00".to_owned())));
    assert_eq!(answer.outcome, Outcome::Eligible);
    assert_eq!((pack.measures[0].place.as_str(), pack.measures[0].rounds[0].id.as_str()), ("cn", "cn-2023-07"));
}
