//! The premium against rules.md §3, done again in whole numbers.

use std::thread;

use serde_json::{Value as Json, json};
use wengang::api::Request;
use wengang::api::answer::Calculator;
use wengang::api::case::FactValue;
use wengang::api::policies::estimate_month;
use wengang::law::PACK;
use wengang::policy::date::Date;
use wengang::policy::money::Money;
use wengang::policy::month::Month;
use wengang_engine::assessment::FigureFound;

use crate::cases::judge;
use crate::requests::law::bases;
use crate::tier::sample;

mod advice;

/// The shares of employer and employee in a month, in thousandths: the table of rules.md §3, read by hand.
fn shares(month: Month) -> Option<(u64, u64)> {
    match (month.year(), month.number()) {
        (2015, 3..) | (2016, ..=4) => Some((15, 5)),
        (2016, 5..) => Some((10, 5)),
        (2017.., _) => Some((7, 3)),
        _ => None,
    }
}

/// The statutory shares of employer and employee, in thousandths (失业保险条例 §6).
const STATUTORY: (u64, u64) = (20, 10);

fn month(text: &str) -> Month {
    Month::parse(text).unwrap()
}

fn months(from: &str, to: &str) -> impl Iterator<Item = Month> + use<> {
    let (from, to) = (month(from), month(to));
    (0..).map(move |later| from.plus(later)).take_while(move |month| *month <= to)
}

fn ask(facts: Json) -> Json {
    judge(&json!({"calculator": "premium", "asOf": "2024-08-01", "facts": facts}))
}

/// What was found of one person's month with that wage, 分; nothing where no rate is known.
///
/// Of the engine alone: it is asked for some hundred thousand wages, and the words of each answer would take minutes.
fn result(wage: u64, month: Month) -> Option<Vec<(String, FigureFound)>> {
    let facts = vec![
        ("monthlyWage", Some(FactValue::Money(Money::from_fen(wage)))),
        ("headcount", Some(FactValue::Count(1))),
        ("months", Some(FactValue::Count(1))),
        ("month", Some(FactValue::Month(month))),
    ];
    let request = Request::of(Calculator::PREMIUM, Date::new(2024, 8, 1), facts).unwrap();
    let day = wengang_engine::Date::new(2024, 8, 1).unwrap();
    wengang_engine::assess(&PACK, request.calculator.code(), &request.case, day).unwrap().results
}

/// Figures of a result, 分.
fn figures<const COUNT: usize>(result: &[(String, FigureFound)], names: [&str; COUNT]) -> [u64; COUNT] {
    names.map(|name| match result.iter().find(|(known, _)| known == name) {
        Some((_, FigureFound::Decimal(yuan))) => yuan.replace('.', "").parse().unwrap(),
        other => panic!("{name}: {other:?}"),
    })
}

fn fen(money: Money) -> u64 {
    money.to_string().replace('.', "").parse().unwrap()
}

/// The share of a base in 分, half up.
const fn share(base: u64, thousandths: u64) -> u64 {
    (base * thousandths + 500) / 1000
}

fn has_note(answer: &Json, words: &str) -> bool {
    answer["policy"]["notes"].as_array().unwrap().iter().any(|note| note.as_str().unwrap().contains(words))
}

fn step<'a>(answer: &'a Json, id: &str) -> &'a Json {
    answer["steps"].as_array().unwrap().iter().find(|step| step["id"] == id).unwrap()
}

#[test]
fn every_month_has_its_rate_and_the_months_of_a_gap_have_none() {
    for month in months("2013-01", "2031-12").chain([month("1900-01"), month("2199-12")]) {
        let result = result(1_000_000, month);
        let found = result.map(|result| figures(&result, ["employerMonthly", "employeeMonthly", "statutoryMonthly"]));
        let expected = shares(month).map(|(employer, employee)| [employer * 1000, employee * 1000, 30_000]);
        assert_eq!(found, expected, "{month}");
    }
}

#[test]
fn a_month_of_a_gap_is_undetermined_and_asks_for_nothing() {
    let gaps = months("2013-01", "2031-12").filter(|month| shares(*month).is_none());
    for month in gaps {
        let answer = ask(json!({"monthlyWage": "5000", "month": month.to_string()}));
        assert_eq!(answer["outcome"], "undetermined", "{month}");
        assert_eq!((&answer["amount"], &answer["needs"]), (&Json::Null, &json!([])), "{month}");
        assert_eq!((&answer["result"], &answer["steps"]), (&Json::Null, &json!([])), "{month}");
        assert_eq!(answer["policy"]["status"], "not-recorded", "{month}");
    }
}

#[test]
fn a_month_under_another_rate_than_the_days_is_open_before_or_behind_it() {
    for (as_of, month, status) in [
        ("2016-04-30", "2016-04", "open"),
        ("2016-05-01", "2016-04", "closed"),
        ("2016-04-30", "2016-05", "upcoming"),
        ("2023-04-30", "2023-05", "upcoming"),
        ("2023-05-01", "2023-04", "closed"),
        ("2023-05-01", "2025-12", "open"),
        ("2025-12-31", "2025-12", "open"),
        ("2025-12-31", "2026-01", "upcoming"),
        ("2026-01-01", "2025-12", "closed"),
        ("2026-01-01", "2026-01", "open"),
        ("2026-01-01", "2015-02", "not-recorded"),
    ] {
        let facts = json!({"monthlyWage": "5000", "month": month});
        let answer = judge(&json!({"calculator": "premium", "asOf": as_of, "facts": facts}));
        assert_eq!(answer["policy"]["status"], status, "{month} on {as_of}");
    }
}

#[test]
fn the_limits_are_those_of_the_rules_and_of_no_other_year() {
    let expected = [
        ("2019-01-01", "3581.65", "17908.25"),
        ("2019-05-01", "2836.20", "14181.00"),
        ("2020-01-01", "3046.85", "15234.24"),
        ("2021-01-01", "3245.50", "16227.51"),
        ("2022-01-01", "3473.25", "17366.25"),
        ("2023-01-01", "3726.65", "18633.25"),
        ("2024-01-01", "3920.55", "19602.75"),
        ("2025-01-01", "4007.00", "20034.00"),
        ("2026-01-01", "4076.00", "20382.00"),
    ];
    let found =
        bases().into_iter().map(|base| [base.window.from.to_string(), base.floor.to_string(), base.cap.to_string()]);
    assert_eq!(found.collect::<Vec<_>>(), expected.map(|(from, floor, cap)| [from, floor, cap].map(str::to_owned)));
}

#[test]
fn a_fen_below_a_limit_at_it_and_above_it() {
    for limits in bases() {
        let (floor, cap) = (fen(limits.floor), fen(limits.cap));
        for (wage, base, clamped) in [
            (0, floor, "floor"),
            (floor - 1, floor, "floor"),
            (floor, floor, "none"),
            (floor + 1, floor + 1, "none"),
            (cap - 1, cap - 1, "none"),
            (cap, cap, "none"),
            (cap + 1, cap, "cap"),
            (100_000_000_000_000, cap, "cap"),
        ] {
            let (wage, base) = (Money::from_fen(wage).to_string(), Money::from_fen(base).to_string());
            for day in [Some(limits.window.from), limits.window.to].into_iter().flatten() {
                let month = Month::of(day);
                let answer = ask(json!({"monthlyWage": wage, "month": month.to_string(), "months": 1}));
                assert_eq!(answer["result"]["base"], base, "{wage} in {month}");
                assert_eq!(answer["result"]["clamped"], clamped, "{wage} in {month}");
                assert!(!has_note(&answer, "没有套上下限"), "{wage} in {month}");
            }
        }
    }
}

/// Whether the limits of a month are known, and written in a document.
fn limits_of(month: Month) -> (bool, bool) {
    let known = bases().iter().any(|base| base.window.contains(month.first_day()));
    (known, month.year() == WITH_OFFICIAL_LIMITS)
}

#[test]
fn a_month_without_limits_takes_the_wage_as_it_is_with_a_note() {
    let without = months("2015-03", "2030-12").filter(|month| !limits_of(*month).0);
    for month in without {
        for wage in ["0.00", "0.01", "3920.54", "19602.76", "1000000000000.00"] {
            let answer = ask(json!({"monthlyWage": wage, "month": month.to_string(), "months": 1}));
            assert_eq!(answer["result"]["base"], wage, "{month}");
            assert_eq!(answer["result"]["clamped"], "unknown", "{month}");
            assert!(has_note(&answer, "没有查到这些月份的缴费基数上下限"), "{month}");
        }
    }
}

/// What a base costs, in 分: employer, employee, both, both by statute, saved.
const fn by_hand(base: u64, (employer, employee): (u64, u64)) -> [u64; 5] {
    let (employer, employee) = (share(base, employer), share(base, employee));
    let (total, statutory) = (employer + employee, share(base, STATUTORY.0) + share(base, STATUTORY.1));
    [employer, employee, total, statutory, statutory - total]
}

fn found(result: &[(String, FigureFound)]) -> [u64; 5] {
    figures(result, ["employerMonthly", "employeeMonthly", "totalMonthly", "statutoryMonthly", "savedMonthly"])
}

/// A month of each rate and each pair of limits.
fn kinds_of_month() -> [Month; 6] {
    ["2015-06", "2016-06", "2018-06", "2019-02", "2024-08", "2025-06"].map(month)
}

/// Every 259th wage in the gate, every 37th where everything is tried.
#[test]
fn wages_up_to_thirty_thousand_agree_with_whole_numbers() {
    thread::scope(|scope| {
        for month in kinds_of_month() {
            scope.spawn(move || agrees_with_whole_numbers(month));
        }
    });
}

fn agrees_with_whole_numbers(month: Month) {
    let limits = bases().into_iter().find(|base| base.window.contains(month.first_day()));
    let mut halves = 0;
    for wage in (0..=3_000_000).step_by(sample(259, 37)) {
        let result = result(wage, month).unwrap();
        let base = limits.as_ref().map_or(wage, |limits| wage.clamp(fen(limits.floor), fen(limits.cap)));
        halves += usize::from(base * 7 % 1000 == 500);
        assert_eq!(figures(&result, ["base"]), [base], "{wage} in {month}");
        assert_eq!(found(&result), by_hand(base, shares(month).unwrap()), "{wage} in {month}");
    }
    assert!(halves >= sample(5, 35), "{month}: only {halves} wages whose 0.7 % ends in half a 分");
}

#[test]
fn half_a_fen_goes_up_in_each_share_by_itself() {
    // 0.7 % of 5005 is 35.035 and 0.3 % is 15.015: each goes up, so both are 50.06 and not the 50.05 of 1 %.
    let result = result(500_500, month("2025-06")).unwrap();
    assert_eq!(found(&result), [3504, 1502, 5006, 15_015, 10_009]);
}

#[test]
fn no_wage_saves_less_than_nothing() {
    for month in kinds_of_month() {
        for wage in (0..12_000).step_by(sample(7, 1)) {
            let result = result(wage, month).unwrap();
            let [total, statutory, saved] = figures(&result, ["totalMonthly", "statutoryMonthly", "savedMonthly"]);
            assert!(total <= statutory, "{wage} in {month}");
            assert_eq!(total + saved, statutory, "{wage} in {month}");
        }
    }
}

#[test]
fn persons_and_months_multiply_where_every_month_is_equal() {
    for headcount in [0, 1, 2, 37, 10_000_000] {
        for months in 1..=12_u64 {
            let facts = json!({"monthlyWage": "5005", "headcount": headcount, "months": months, "month": "2025-01"});
            let answer = ask(facts);
            let (saved, paid) = (10_009 * headcount * months, 5_006 * headcount * months);
            assert_eq!(answer["result"]["savedTotal"], Money::from_fen(saved).to_string());
            assert_eq!(answer["amount"]["value"], answer["result"]["savedTotal"]);
            assert_eq!(step(&answer, "paid-total")["value"], Money::from_fen(paid).to_string());
        }
    }
}

/// The year whose limits are in a document: rules.md §3.
const WITH_OFFICIAL_LIMITS: u16 = 2024;

/// Whether the rate of a month is in a document: rules.md §3.
fn has_official_rate(month: Month) -> bool {
    matches!((month.year(), month.number()), (2015 | 2016 | 2024 | 2025, _) | (2023, 5..))
}

/// For every period: official only where every month's limits and rate are in a document.
#[test]
fn no_period_with_a_month_in_doubt_is_official() {
    for first in months("2015-03", "2027-12") {
        for count in [1, 2, 3, 6, 11, 12] {
            let all = || (0..count).map(|later| first.plus(later));
            let answer = ask(json!({"monthlyWage": "6000", "month": first.to_string(), "months": count}));
            let is_sure = all().all(|month| limits_of(month).1 && has_official_rate(month));
            let evidence = if is_sure { "official" } else { "provisional" };
            assert_eq!(answer["policy"]["evidence"], evidence, "{first} {count}");
            assert_eq!(step(&answer, "saved-total")["evidence"], evidence, "{first} {count}");
            assert_eq!(step(&answer, "paid-total")["evidence"], evidence, "{first} {count}");
            let without = all().filter(|month| !limits_of(*month).0).count();
            let doubted = all().filter(|month| limits_of(*month) == (true, false)).count();
            let has = |of: usize, whole: &str, part: &str| match of {
                0 => has_note(&answer, whole) || has_note(&answer, part),
                of if of == usize::from(count) => !has_note(&answer, whole),
                of => !has_note(&answer, &format!("其中{of}个月的{part}")),
            };
            assert!(!has(without, "没有查到这些月份的缴费基数上下限", "缴费基数上下限没有查到："), "{first} {count}");
            assert!(
                !has(doubted, "缴费基数上下限没有查到官方原文", "缴费基数上下限没有查到官方原文"),
                "{first} {count}"
            );
        }
    }
}

#[test]
fn each_month_has_its_own_rate_and_limits_and_rounding() {
    for (first, count, wage) in [
        ("2024-12", 2, 395_000),
        ("2024-08", 12, 300_000),
        ("2016-03", 12, 500_500),
        ("2018-10", 12, 2_000_000),
        ("2026-10", 6, 300_000),
    ] {
        let all = || (0..count).map(|later| month(first).plus(later));
        let figures = |month: Month| {
            let result = result(wage, month).unwrap();
            let [base] = figures(&result, ["base"]);
            let [_, _, total, _, saved] = found(&result);
            [base, total, saved]
        };
        let yuan = Money::from_fen(wage).to_string();
        let answer = ask(json!({"monthlyWage": yuan, "month": first, "months": count, "headcount": 3}));
        let saved: u64 = all().map(|month| figures(month)[2] * 3).sum();
        let paid: u64 = all().map(|month| figures(month)[1] * 3).sum();
        assert_eq!(answer["result"]["savedTotal"], Money::from_fen(saved).to_string(), "{first}");
        assert_eq!(answer["amount"]["value"], answer["result"]["savedTotal"], "{first}");
        assert_eq!(step(&answer, "paid-total")["value"], Money::from_fen(paid).to_string(), "{first}");
        let runs = answer["items"].as_array().unwrap();
        assert!(runs.len() > 1, "{first}");
        let mut listed = Vec::new();
        for run in runs {
            let from = month(run["from"].as_str().unwrap());
            for later in 0..u16::try_from(run["months"].as_u64().unwrap()).unwrap() {
                let shown = figures(from.plus(later)).map(|fen| Money::from_fen(fen).to_string());
                assert_eq!(
                    [&run["base"], &run["totalMonthly"], &run["savedMonthly"]],
                    shown.each_ref().map(|text| text.as_str()),
                    "{first}"
                );
                listed.push(from.plus(later));
            }
        }
        assert_eq!(listed, all().collect::<Vec<_>>(), "{first}");
        for run in &runs[1..] {
            let from = run["from"].as_str().unwrap();
            assert_eq!(step(&answer, &format!("base-{from}"))["value"], run["base"], "{first}");
            assert_eq!(step(&answer, &format!("saved-monthly-{from}"))["value"], run["savedMonthly"], "{first}");
        }
    }
}

#[test]
fn equal_months_are_not_listed() {
    for (first, count) in [("2024-01", 12), ("2025-02", 11), ("2017-01", 12)] {
        let answer = ask(json!({"monthlyWage": "6000", "month": first, "months": count}));
        assert_eq!(answer["items"], Json::Null, "{first}");
    }
}

#[test]
fn what_an_unconfirmed_month_computes_is_not_confirmed() {
    for first in ["2018-06", "2023-05", "2026-01", "2027-03"] {
        let answer = ask(json!({"monthlyWage": "5000", "month": first, "months": 1}));
        assert_eq!(answer["policy"]["evidence"], "provisional", "{first}");
        for id in ["employer-monthly", "employee-monthly", "total-monthly", "saved-monthly", "saved-total"] {
            assert_eq!(step(&answer, id)["evidence"], "provisional", "{id} in {first}");
        }
    }
}

#[test]
fn a_year_is_estimated_where_every_month_of_it_has_a_rate() {
    assert_eq!(estimate_month(2014), None);
    assert_eq!(estimate_month(2015), None, "January and February have none");
    assert_eq!(estimate_month(2016), Some(month("2016-01")));
    assert_eq!(estimate_month(2026), Some(month("2026-01")));
}

#[test]
fn without_a_wage_nothing_is_sure() {
    let answer = ask(json!({"month": "2024-08", "months": 1}));
    assert_eq!((&answer["outcome"], &answer["policy"]["evidence"]), (&json!("undetermined"), &json!("provisional")));
    assert_eq!((&answer["amount"], &answer["steps"]), (&Json::Null, &json!([])));
}

#[test]
fn a_wage_is_needed_where_there_is_a_rate_and_no_wage() {
    let needs = |facts: Json| ask(facts)["needs"].clone();
    assert_eq!(needs(json!({"month": "2024-08"})), json!(["monthlyWage"]));
    assert_eq!(needs(json!({"month": "2024-08", "monthlyWage": "5000"})), json!([]));
    assert_eq!(needs(json!({"month": "2015-02"})), json!([]));
}

/// The assumptions: the fact, the assumed value, and the words that say so.
const ASSUMED: [(&str, &str); 3] = [
    ("headcount", "没有填人数：按1人测算"),
    ("months", "没有填月数：按12个月测算"),
    ("month", "没有填哪个月：按2024年8月测算"),
];

#[test]
fn every_assumption_is_listed_and_nothing_else() {
    let all = json!({"monthlyWage": "5000", "headcount": 1, "months": 12, "month": "2024-08"});
    for mask in 0..8 {
        let mut facts = all.as_object().unwrap().clone();
        let is_left_out = |bit: usize| mask >> bit & 1 == 1;
        for (bit, (fact, _)) in ASSUMED.iter().enumerate().filter(|(bit, _)| is_left_out(*bit)) {
            assert!(facts.remove(*fact).is_some(), "{bit}");
        }
        let answer = ask(Json::Object(facts));
        assert_eq!(answer["amount"], ask(all.clone())["amount"], "{mask}");
        for (bit, (fact, words)) in ASSUMED.iter().enumerate() {
            assert_eq!(has_note(&answer, words), is_left_out(bit), "{fact} in {mask}");
        }
    }
}

#[test]
fn the_assumed_month_is_listed_where_its_rate_is_not_known() {
    let answer = judge(&json!({"calculator": "premium", "asOf": "2014-06-15", "facts": {"monthlyWage": "5000"}}));
    assert_eq!(answer["outcome"], "undetermined");
    assert!(has_note(&answer, "没有填哪个月：按2014年6月测算"), "{:#}", answer["policy"]["notes"]);
}
