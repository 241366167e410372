//! What each month of benefit brings in each region: the tables of rules.md §4, typed by hand.

use serde_json::{Value as Json, json};
use wengang::api::fold::fold;
use wengang::api::policies::regions as known_regions;
use wengang::api::request::{ErrorCode, judge};
use wengang::policy::date::Date;
use wengang::policy::month::Month;

use super::{ask, insight, months_by_hand, request};
use crate::requests::law::{changes, head};

/// From which month on, 元 a month for tier 1, 2, 3 and 4.
const STANDARDS: [(&str, &[u64]); 4] = [
    ("2020-10", &[1520, 1432, 1344, 1264]),
    ("2023-01", &[1760, 1600, 1440]),
    ("2024-07", &[1980, 1800, 1620]),
    ("2025-12", &[2142, 2007, 1872]),
];

/// The regions by their tiers: from 2019-11-01 and from 2023-01-01.
const TIERS: [(u8, u8, &str); 5] = [
    (1, 1, "changan qiaoxi xinhua yuhua gaocheng luquan luancheng gaoxin"),
    (2, 1, "zhengding"),
    (3, 2, "jinzhou xinle xingtang"),
    (3, 3, "jingxing-kuangqu jingxing gaoyi shenze wuji pingshan yuanshi zhaoxian lingshou"),
    (4, 3, "zanhuang"),
];

fn month(text: &str) -> Month {
    Month::parse(text).unwrap()
}

/// Every region with its two tiers.
fn regions() -> impl Iterator<Item = (String, u8, u8)> {
    TIERS.iter().flat_map(|(before, after, slugs)| {
        slugs.split(' ').map(|slug| (format!("shijiazhuang/{slug}"), *before, *after))
    })
}

/// 元 a month, and whether that is certain; `None` before every standard.
fn amount_by_hand(month_paid: Month, before: u8, after: u8) -> Option<(u64, &'static str)> {
    let (from, amounts) = STANDARDS.iter().rfind(|(from, _)| month(from) <= month_paid)?;
    let tier = if month_paid < month("2023-01") { before } else { after };
    let evidence = if *from == "2025-12" { "provisional" } else { "official" };
    Some((amounts[usize::from(tier) - 1], evidence))
}

fn months(from: &str, to: &str) -> impl Iterator<Item = Month> {
    let (from, to) = (month(from), month(to));
    (0..).map(move |later| from.plus(later)).take_while(move |month| *month <= to)
}

/// How often the answer says that the standards of 2025-12 are not confirmed.
fn doubts(first_month: &str) -> usize {
    let answer = ask(json!({"firstMonth": first_month}));
    let notes = answer["policy"]["notes"].as_array().unwrap().clone();
    notes.iter().filter(|note| note.as_str().unwrap().starts_with("2025年12月起的标准")).count()
}

#[test]
fn a_standard_is_doubted_once_where_a_month_is_paid_by_it() {
    let stated: Vec<_> = ["2025-08", "2025-09", "2025-10", "2025-11", "2025-12", "2026-01"].map(doubts).into();
    assert_eq!(stated, [0, 0, 1, 1, 1, 1]);
}

#[test]
fn the_regions_are_those_of_the_rules() {
    let mut expected: Vec<_> = regions().map(|(slug, ..)| slug).collect();
    let mut found: Vec<_> = known_regions().iter().map(|region| region.slug.to_owned()).collect();
    expected.sort();
    found.sort();
    assert_eq!(found, expected);
}

#[test]
fn every_change_of_standard_or_tier_is_in_the_tables_of_this_test() {
    let standards: Vec<_> = head("unemployment-benefit")
        .rules
        .known()
        .into_iter()
        .map(|standard| standard.window.from.to_string())
        .collect();
    assert_eq!(standards, STANDARDS.map(|(from, _)| format!("{from}-01")));
    assert_eq!(changes("unemployment-benefit", "档次"), [Date::new(2019, 11, 1), Date::new(2023, 1, 1)]);
}

#[test]
fn every_month_brings_each_region_the_standard_of_that_month() {
    for (region, before, after) in regions() {
        for first in months("2020-07", "2026-06") {
            let answer = ask(json!({"region": region, "firstMonth": first.to_string()}));
            let row = &answer["items"][0];
            let expected = amount_by_hand(first, before, after).map(|(yuan, evidence)| {
                json!({"month": first.to_string(), "amount": format!("{yuan}.00"), "evidence": evidence})
            });
            assert_eq!(row, &expected.unwrap_or_default(), "{region} in {first}");
        }
    }
}

fn yuan(amount: &Json) -> u64 {
    amount.as_str().unwrap().strip_suffix(".00").unwrap().parse().unwrap()
}

#[test]
fn a_schedule_has_every_month_once_and_adds_up_to_the_amount() {
    let by_tiers = TIERS.map(|(before, after, slugs)| (slugs.split(' ').next().unwrap(), before, after));
    for (region, before, after) in by_tiers {
        for (insured, unused) in [(12, 0), (75, 0), (29, 10), (192, 0), (48, 20)] {
            for first in months("2020-10", "2026-06") {
                let answer = ask(json!({
                    "region": format!("shijiazhuang/{region}"), "firstMonth": first.to_string(),
                    "insuredMonths": insured, "unusedMonths": unused,
                }));
                let count = (months_by_hand(insured) + unused).min(24);
                is_as_by_hand(&answer, first, u16::try_from(count).unwrap(), (before, after));
            }
        }
    }
}

fn is_as_by_hand(answer: &Json, first: Month, count: u16, (before, after): (u8, u8)) {
    let expected: Vec<_> = (0..count)
        .map(|later| {
            let month = first.plus(later);
            let (yuan, evidence) = amount_by_hand(month, before, after).unwrap();
            json!({"month": month.to_string(), "amount": format!("{yuan}.00"), "evidence": evidence})
        })
        .collect();
    assert_eq!(answer["items"], json!(expected), "from {first}");
    let sum: u64 = expected.iter().map(|row| yuan(&row["amount"])).sum();
    assert_eq!(answer["amount"], json!({"kind": "exact", "value": format!("{sum}.00")}), "from {first}");
    let is_certain = expected.iter().all(|row| row["evidence"] == "official");
    let evidence = if is_certain { "official" } else { "provisional" };
    assert_eq!(answer["policy"]["evidence"], evidence, "from {first}");
    let total = answer["steps"].as_array().unwrap().iter().find(|step| step["id"] == "total").unwrap();
    assert_eq!(total["evidence"], evidence, "from {first}");
}

#[test]
fn the_new_standard_has_one_insight_where_the_months_cross_its_first_day() {
    for (first, changes) in [
        ("2024-04", vec![]),
        ("2024-05", vec!["1980.00"]),
        ("2024-07", vec![]),
        ("2025-09", vec![]),
        ("2025-10", vec!["2142.00"]),
    ] {
        let answer = ask(json!({"firstMonth": first}));
        let stated =
            answer["insights"].as_array().unwrap().iter().filter(|insight| insight["id"] == "standard-changes");
        assert_eq!(stated.map(|insight| &insight["value"]).collect::<Vec<_>>(), changes, "from {first}");
    }
}

#[test]
fn before_october_2020_there_are_months_but_no_amount() {
    for first in months("2018-10", "2020-11") {
        let answer = ask(json!({"firstMonth": first.to_string(), "insuredMonths": 29}));
        assert_eq!(answer["outcome"], "eligible", "{first}");
        assert_eq!(answer["result"]["months"], 6, "{first}");
        let is_paid = first >= month("2020-10");
        assert_eq!(answer.get("items").is_some(), is_paid, "{first}");
        assert_eq!(answer["amount"].is_object(), is_paid, "{first}");
        assert_eq!(insight(&answer, "before-every-standard").is_some(), !is_paid, "{first}");
    }
}

#[test]
fn without_a_region_there_are_months_but_no_amount_and_the_region_is_needed() {
    let answer = ask(json!({"region": null, "insuredMonths": 29}));
    assert_eq!((&answer["outcome"], &answer["needs"]), (&json!("eligible"), &json!(["region"])));
    assert_eq!(answer["result"]["months"], 6);
    assert!(answer.get("items").is_none() && answer["amount"].is_null(), "{answer:#}");
}

#[test]
fn the_latest_standard_runs_on_and_is_not_certain() {
    for first in ["2027-01", "2030-12", "2199-10"] {
        let answer = ask(json!({"firstMonth": first}));
        assert_eq!(answer["amount"]["value"], "6426.00", "{first}");
        assert_eq!(answer["policy"]["evidence"], "provisional", "{first}");
    }
}

#[test]
fn months_past_the_calendars_end_are_refused() {
    for first in ["2199-11", "2199-12"] {
        let request = serde_json::from_value(request(&json!({"firstMonth": first}))).unwrap();
        let refused = judge(&request, fold).unwrap_err();
        assert_eq!((refused.code, refused.field.as_str()), (ErrorCode::OutOfRange, "facts"), "{first}");
    }
}
