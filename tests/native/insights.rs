//! What an insight promises is computed by the evaluation it promises: the change it names is made to the case, after the
//! page's first advice where it gives one, and the case is judged again.

use std::cell::RefCell;
use std::collections::BTreeSet;

use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use serde_json::{Value as Json, json};
use wengang::api::fold::fold;
use wengang::api::request::{self, Value};
use wengang::law::PACK;
use wengang::policy::case::SizeClass;
use wengang::policy::date::Date;
use wengang::policy::money::Money;
use wengang::policy::month::Month;

use crate::answers::{amounts, counts, sum};
use crate::cases::{judge, open_cases};
use crate::requests::law::{Bound, bounds, skill_rules};
use crate::requests::{benefit_request, hiring_request, premium_request, refund_request, size_request, skill_request};

/// Whether it is a request that can be judged.
fn is_read(request: &Json) -> bool {
    let value: Value = serde_json::from_value(request.clone()).unwrap();
    // Some are contradictory on purpose.
    request::read(&value, fold).is_ok()
}

/// The request with another answer to a fact.
fn with(request: &Json, fact: &str, value: impl Into<Json>) -> Json {
    let mut request = request.clone();
    request["facts"][fact] = value.into();
    request
}

/// The request as of another day.
fn on(request: &Json, day: Date) -> Json {
    let mut request = request.clone();
    request["asOf"] = json!(day.to_string());
    request
}

fn as_of(request: &Json) -> Date {
    Date::parse(request["asOf"].as_str().unwrap()).unwrap()
}

/// The only whole numbers in the insight's sentence.
#[track_caller]
fn only_counts<const COUNT: usize>(insight: &Json) -> [u64; COUNT] {
    counts(insight).try_into().unwrap_or_else(|_| panic!("{insight}"))
}

/// The only amounts in the insight's sentence, 分.
#[track_caller]
fn only_amounts<const COUNT: usize>(insight: &Json) -> [u128; COUNT] {
    amounts(insight).try_into().unwrap_or_else(|_| panic!("{insight}"))
}

fn text(insight: &Json) -> &str {
    insight["text"].as_str().unwrap()
}

/// The insight's figure as a whole number.
fn count(insight: &Json) -> u64 {
    insight["value"].as_str().unwrap().parse().unwrap()
}

/// The words of a sentence between two others.
fn between<'t>(text: &'t str, before: &str, after: &str) -> &'t str {
    let (_, rest) = text.split_once(before).unwrap_or_else(|| panic!("{text}"));
    rest.split_once(after).unwrap_or_else(|| panic!("{text}")).0
}

/// A day as a sentence has it: 2027年3月10日.
fn day(words: &str) -> Date {
    let parts: Vec<&str> = words.split(['年', '月', '日']).collect();
    let [year, month, day, ""] = parts[..] else { panic!("{words}") };
    Date::new(year.parse().unwrap(), month.parse().unwrap(), day.parse().unwrap())
}

/// A month as a sentence has it: 2025年12月.
fn month(words: &str) -> Month {
    Month::of(day(&format!("{words}1日")))
}

fn exact(fen: u128) -> Json {
    json!({"kind": "exact", "value": format!("{}.{:02}", fen / 100, fen % 100)})
}

/// The amount of the case, 分: nothing where no amount is shown.
fn total(answer: &Json) -> u128 {
    if answer["amount"].is_null() { 0 } else { sum(&answer["amount"]["value"]) }
}

fn verdict<'a>(conditions: &'a Json, id: &str) -> &'a str {
    let of_id = conditions.as_array().unwrap().iter().find(|condition| condition["id"] == id);
    of_id.unwrap()["verdict"].as_str().unwrap()
}

/// The layoff condition's verdict with that number of recipients.
fn layoff(request: &Json, recipients: u64) -> String {
    verdict(&judge(&with(request, "benefitDrawers", recipients))["conditions"], "layoff-rate").to_owned()
}

fn holds_up_to(request: &Json, allowed: u64) {
    assert_eq!((layoff(request, allowed), layoff(request, allowed + 1)), ("met".into(), "unmet".into()), "{request}");
}

fn check_refund(request: &Json, insight: &Json) {
    let stated = || request["facts"]["benefitDrawers"].as_u64().unwrap();
    match insight["id"].as_str().unwrap() {
        "drawers-headroom" if insight["value"] == "0" => {
            let [allowed, 1] = only_counts(insight) else { panic!("{insight}") };
            assert_eq!(stated(), allowed);
            holds_up_to(request, allowed);
        }
        "drawers-headroom" => {
            let [allowed, left] = only_counts(insight);
            assert_eq!((stated() + left, left), (allowed, count(insight)));
            holds_up_to(request, allowed);
        }
        "drawers-over" => {
            let [allowed, over] = only_counts(insight);
            assert_eq!((stated() - over, over), (allowed, count(insight)));
            holds_up_to(request, allowed);
        }
        "drawers-unknown" => {
            let allowed = count(insight);
            // Of nobody there is no number.
            assert_eq!(counts(insight)[1..], [allowed][usize::from(allowed == 0)..], "{insight}");
            holds_up_to(request, allowed);
        }
        "size-comparison" => {
            let [large, smaller] = only_amounts(insight);
            for size in SizeClass::ALL {
                // It applies to an enterprise: no other body has a class.
                let sized = with(&with(request, "applicant", "enterprise"), "size", size.code());
                let value = if *size == SizeClass::Large { large } else { smaller };
                assert_eq!(judge(&sized)["amount"], exact(value), "{sized}");
            }
        }
        "next-year" => {
            let allowed = count(insight);
            let stated = if allowed == 0 { vec![1] } else { vec![allowed, allowed + 1] };
            assert_eq!((counts(insight)[0], &counts(insight)[1..]), (as_of(request).year().into(), &stated[..]));
            let next = on(request, Date::year_start(as_of(request).year() + 1));
            if judge(&next)["policy"]["status"] == "open" {
                holds_up_to(&next, allowed);
            }
        }
        "last-day-off" => {}
        "previous-round-closed" => {
            let last = day(between(text(insight), "已在", "截止"));
            assert_eq!(last.next(), Date::year_start(as_of(request).year()));
            assert!((1..=92).contains(&(as_of(request).day_number() - last.day_number())), "{request}");
        }
        other => panic!("{other}"),
    }
}

fn check_skill(request: &Json, answer: &Json, insight: &Json) {
    let facts = &request["facts"];
    match insight["id"].as_str().unwrap() {
        "months-short" => {
            let [short, required] = only_counts::<3>(insight)[..2] else { panic!("{insight}") };
            let months = facts["insuredMonths"].as_u64().unwrap() + short;
            assert_eq!((months, short), (required, count(insight)));
            for item in judge(&with(request, "insuredMonths", months))["items"].as_array().unwrap() {
                assert_eq!(verdict(&item["conditions"], "insured-long-enough"), "met");
            }
        }
        "possible-total" => {
            let [stated] = only_amounts(insight);
            let months = facts["insuredMonths"].as_u64().unwrap_or(1200);
            let hoped = with(&with(request, "person", "enterprise-employee"), "insuredMonths", months);
            assert_eq!(judge(&hoped)["amount"], exact(stated), "{request}");
            assert_eq!(sum(&insight["value"]), stated);
        }
        "standing-right" => {
            let [stated] = only_amounts(insight);
            assert_eq!(sum(&insight["value"]), stated);
            check_standing(request, stated, day(between(text(insight), "最早要在", "前申请")));
        }
        "higher-level" => check_higher_level(request, answer, insight),
        "last-day-off" => {}
        other => panic!("{other}"),
    }
}

/// By the standing rule the certificates that are issued bring the total up to the shown day: from the first day of the
/// year on in which no round is recorded any more.
fn check_standing(request: &Json, stated: u128, by: Date) {
    let without_round = skill_rules().iter().filter_map(|rule| rule.year).max().unwrap() + 1;
    let (as_of, day) = (as_of(request), Date::year_start(without_round));
    let mut held = request.clone();
    held["facts"]["certificates"].as_array_mut().unwrap().retain(|row| day_of(row, "issuedOn") <= as_of);
    if as_of.year() + 1 == without_round && day <= by {
        assert_eq!(judge(&on(&held, day))["amount"], exact(stated), "{request}");
        assert_eq!(judge(&on(&held, by))["amount"], exact(stated), "{request}");
    }
    assert!(as_of <= by);
}

fn day_of(row: &Json, field: &str) -> Date {
    Date::parse(row[field].as_str().unwrap()).unwrap()
}

/// The words of each level, the highest first.
const LEVELS: [&str; 5] = ["高级技师（一级）", "技师（二级）", "高级（三级）", "中级（四级）", "初级（五级）"];

/// Who follows the plan, has the money and then a certificate of that level gets so much more up to that day.
fn check_higher_level(request: &Json, answer: &Json, insight: &Json) {
    let by = day(between(text(insight), "如果在", "前再考到"));
    let named = between(text(insight), "前再考到", "并申请");
    let level_of = |(place, words): (usize, &&str)| Some((place + 1, named.strip_suffix(*words)?));
    let (level, occupation) = LEVELS.iter().enumerate().find_map(level_of).unwrap_or_else(|| panic!("{insight}"));
    let adds = sum(&insight["value"]);
    assert_eq!(amounts(insight), [adds], "{insight}");
    let certificates = request["facts"]["certificates"].as_array().unwrap();
    let name = |row: &Json| row["occupation"].as_str().unwrap().trim().to_owned();
    let of_plan = |row: &Json| &certificates[row["id"].as_str().unwrap().parse::<usize>().unwrap()];
    let planned: Vec<&Json> = answer["result"]["plan"].as_array().unwrap().iter().map(of_plan).collect();
    let same = planned.iter().find(|one| name(one) == occupation).unwrap();
    let of_occupation = certificates.iter().filter(|one| fold(&name(one)) == fold(occupation));
    let is_accepted =
        |one: &&Json| ["vocational-qualification", "skill-level", "either"].map(Json::from).contains(&one["kind"]);
    // 0 is no level.
    let of_occupation = of_occupation.filter(|one| one["level"] != 0);
    let highest = of_occupation.filter(is_accepted).min_by_key(|one| one["level"].as_u64()).unwrap();
    let mut paid = on(request, by);
    let received = planned.iter().map(|one| {
        json!({"occupation": one["occupation"], "level": one["level"], "receivedOn": request["asOf"],
               "urgentShortage": one["urgentShortage"]})
    });
    let before = request["facts"]["received"].as_array().cloned().unwrap_or_default();
    paid["facts"]["received"] = before.into_iter().chain(received).collect();
    let without = total(&judge(&paid));
    for issued_on in [as_of(request), by] {
        let mut hoped = paid.clone();
        hoped["facts"]["certificates"].as_array_mut().unwrap().push(json!({
            "id": "hoped", "occupation": same["occupation"], "level": level, "kind": "skill-level",
            "issuedOn": issued_on.to_string(), "trainingSubsidyReceived": false,
            "urgentShortage": highest["urgentShortage"],
        }));
        assert_eq!(total(&judge(&hoped)), without + adds, "{request}");
    }
}

fn check_benefit(request: &Json, answer: &Json, insight: &Json) {
    let registered = || judge(&with(request, "registered", true));
    match insight["id"].as_str().unwrap() {
        "once-registered" => {
            let then = registered();
            let months: u64 = between(text(insight), "预计可以领", "个月").parse().unwrap();
            let stated = insight.get("value").map(sum);
            assert_eq!(amounts(insight), stated.into_iter().collect::<Vec<_>>(), "{insight}");
            assert_eq!(then["result"]["months"], months, "{request}");
            assert_eq!(then["amount"], stated.map_or(Json::Null, exact), "{request}");
            let is_all_else_met = !text(insight).starts_with("如果其他条件也都符合，");
            assert_eq!(then["outcome"] == "eligible", is_all_else_met, "{request}");
        }
        "months-short" => {
            let [short, required] = only_counts::<3>(insight)[..2] else { panic!("{insight}") };
            let insured = request["facts"]["insuredMonths"].as_u64().unwrap() + short;
            assert_eq!((insured, short), (required, count(insight)));
            // With a full year insured nobody is re-employed for under one.
            let longer = with(&with(request, "insuredMonths", insured), "reemployedUnderOneYear", false);
            assert_eq!(verdict(&judge(&longer)["conditions"], "insured-one-year"), "met", "{request}");
        }
        "over-the-most" => {
            let [together, most] = only_counts(insight);
            let months = registered()["result"].clone();
            let parts = ["fromInsurance", "carriedOver"].map(|part| months[part].as_u64().unwrap());
            assert_eq!(parts.iter().sum::<u64>(), most);
            assert_eq!(parts[0] + request["facts"]["unusedMonths"].as_u64().unwrap(), together);
            let is_retiring = !request["facts"]["monthsToRetirement"].is_null();
            assert!(is_retiring || months["months"] == most, "{request}");
            assert_eq!(count(insight), most);
        }
        "standard-changes" => {
            let (from, _) = text(insight).split_once("起标准变了").unwrap();
            let [amount] = only_amounts(insight);
            let schedule = registered()["items"].as_array().unwrap().clone();
            let month = schedule.iter().find(|row| row["month"] == month(from).to_string()).unwrap();
            let evidence = if text(insight).contains("未确认") { "provisional" } else { "official" };
            assert_eq!((sum(&month["amount"]), month["evidence"].as_str()), (amount, Some(evidence)));
            assert_eq!(sum(&insight["value"]), amount);
        }
        "retirement-reached" => {
            let then = registered();
            let is_settled = verdict(&then["conditions"], "insured-one-year") == "met";
            let months = if is_settled { json!(0) } else { Json::Null };
            assert_eq!((&then["result"]["months"], &then["amount"]), (&months, &Json::Null), "{request}");
            assert!(then.get("items").is_none(), "{request}");
        }
        id @ ("stops-at-retirement" | "until-retirement") => {
            let months =
                |request: &Json| judge(&with(request, "registered", true))["result"]["months"].as_u64().unwrap();
            let (paid, without) = (months(request), months(&with(request, "monthsToRetirement", Json::Null)));
            assert_eq!(request["facts"]["monthsToRetirement"], paid, "{request}");
            assert_eq!(paid > without, id == "until-retirement", "{request}");
            assert_eq!(paid.abs_diff(without), count(insight), "{request}");
            assert!(counts(insight).contains(&without), "{insight}");
        }
        "before-every-standard" => assert!(answer.get("items").is_none() && answer["amount"].is_null()),
        other => panic!("{other}"),
    }
}

fn paid_total(answer: &Json) -> u128 {
    sum(&answer["steps"].as_array().unwrap().iter().find(|step| step["id"] == "paid-total").unwrap()["value"])
}

fn check_premium(request: &Json, answer: &Json, insight: &Json) {
    let result = answer.get("result").unwrap_or_else(|| panic!("{answer:#}"));
    match insight["id"].as_str().unwrap() {
        "for-all" => {
            let alone = judge(&with(&with(request, "headcount", 1), "months", 1));
            let of_one = ["employerMonthly", "employeeMonthly"].map(|name| sum(&alone["result"][name]));
            let persons = request["facts"]["headcount"].as_u64().unwrap_or(1);
            let [employer, employee] = of_one.map(|amount| amount * u128::from(persons));
            let months = request["facts"]["months"].as_u64().unwrap_or(12);
            let first = request["facts"]["month"].as_str().unwrap_or(&request["asOf"].as_str().unwrap()[..7]);
            let first = Month::parse(first).unwrap();
            let of_month = |later: u64| {
                let month = first.plus(u16::try_from(later).unwrap()).to_string();
                sum(&judge(&with(&with(request, "month", month), "months", 1))["result"]["totalMonthly"])
            };
            let total = (0..months).map(of_month).sum::<u128>() * u128::from(persons);
            let (stated, said) = (counts(insight), amounts(insight));
            if persons == 1 {
                assert_eq!((&stated[..], &said[..]), (&[months][..], &[total][..]), "{insight}");
            } else {
                assert_eq!(stated, [persons, first.year().into(), first.number().into(), months], "{insight}");
                assert_eq!(said, [employer, employee, total], "{insight}");
            }
            assert_eq!((sum(&insight["value"]), paid_total(answer)), (total, total));
        }
        "saved-by" => {
            let [employer, employee] = only_amounts(insight);
            assert_eq!(employer + employee, sum(&result["savedTotal"]));
        }
        "months-differ" => {
            let (from, _) = text(insight).split_once("起，").unwrap();
            let mut runs = answer["items"].as_array().unwrap().iter();
            let run = runs.find(|run| run["from"] == month(from).to_string()).unwrap();
            let shown = ["base", "totalMonthly", "savedMonthly"].map(|name| sum(&run[name]));
            assert_eq!((only_amounts(insight), sum(&insight["value"])), (shown, shown[1]), "{insight}");
            assert_eq!(text(insight).contains("未确认"), run["evidence"] == "provisional", "{insight}");
        }
        id @ ("base-floor" | "base-cap") => {
            let [limit] = only_amounts(insight);
            let wage = Money::parse(request["facts"]["monthlyWage"].as_str().unwrap()).unwrap();
            assert_eq!(sum(&json!(wage.to_string())) < limit, id == "base-floor");
            let of_limit = judge(&with(request, "monthlyWage", insight["value"].clone()));
            for name in ["base", "totalMonthly"] {
                assert_eq!(of_limit["result"][name], result[name], "{request}");
            }
            assert_eq!(sum(&of_limit["result"]["base"]), limit);
        }
        other => panic!("{other}"),
    }
}

/// Every completion of the missing indicators, each at nothing, below and at every bound.
fn completions(request: &Json) -> Vec<Json> {
    let facts = &request["facts"];
    let bounds = facts["industry"].as_str().map(bounds).unwrap_or_default();
    let (mut persons, mut money) = (vec![json!(0)], vec![json!("0.00")]);
    for bound in bounds {
        match bound {
            Bound::Employees(least) => persons.extend([least.saturating_sub(1), least].map(Json::from)),
            Bound::Revenue(least) | Bound::Assets(least) => money.push(json!(Money::from_fen(least).to_string())),
        }
    }
    let stated = |fact: &str, all: &[Json]| {
        if facts[fact].is_null() { all.to_vec() } else { vec![facts[fact].clone()] }
    };
    let mut all = Vec::new();
    for employees in stated("employees", &persons) {
        for revenue in stated("revenue", &money) {
            for assets in stated("assets", &money) {
                let of_persons = with(request, "employees", employees.clone());
                all.push(with(&with(&of_persons, "revenue", revenue.clone()), "assets", assets));
            }
        }
    }
    all
}

/// The classes as a sentence names them, and as the API does.
const CLASSES: [(&str, &str); 4] = [("大型", "large"), ("中型", "medium"), ("小型", "small"), ("微型", "micro")];

fn check_size(request: &Json, answer: &Json, insight: &Json) {
    let size = |request: &Json| judge(request).get("result").map(|result| result["size"].as_str().unwrap().to_owned());
    match insight["id"].as_str().unwrap() {
        "possible" => {
            let named = text(insight).strip_prefix("按已经填的，可能是").unwrap().split('、');
            let code = |name| CLASSES.iter().find(|(known, _)| *known == name).unwrap().1;
            let classes: Vec<_> = named.map(code).collect();
            let found: Vec<_> = completions(request).iter().filter_map(size).collect();
            assert!(found.iter().all(|size| classes.contains(&size.as_str())), "{classes:?} {request}");
            assert!(classes.iter().all(|class| found.iter().any(|size| size == class)), "{classes:?} {request}");
        }
        "self-check" => assert!(answer.get("result").is_some()),
        "outside-the-table" => assert!(completions(request).iter().all(|request| size(request).is_none())),
        other => panic!("{other}"),
    }
}

fn check_hiring(answer: &Json, insight: &Json) {
    if insight["id"] == "last-day-off" {
        return;
    }
    assert_eq!(insight["id"], "possible-total");
    // What is promised is what those bring of whom no condition fails.
    let is_lost = |item: &&Json| item["conditions"].as_array().unwrap().iter().any(|one| one["verdict"] == "unmet");
    let items = answer["items"].as_array().unwrap();
    let left = items.iter().filter(|item| !is_lost(item)).count() as u128;
    let [possible] = only_amounts(insight);
    assert_eq!(possible, left * sum(&answer["result"]["each"]), "{answer}");
    assert!(possible > total(answer) && sum(&insight["value"]) == possible, "{answer}");
}

/// Checks what the answer to a request promises, and returns the ids of that.
fn check(request: &Json) -> Vec<String> {
    if !is_read(request) {
        return Vec::new();
    }
    let answer = judge(request);
    let insights = answer["insights"].as_array().unwrap();
    for insight in insights {
        match request["calculator"].as_str().unwrap() {
            "refund" => check_refund(request, insight),
            "skill-subsidy" => check_skill(request, &answer, insight),
            "unemployment-benefit" => check_benefit(request, &answer, insight),
            "premium" => check_premium(request, &answer, insight),
            "size-class" => check_size(request, &answer, insight),
            "hiring-subsidy" => check_hiring(&answer, insight),
            other => panic!("{other}"),
        }
    }
    insights.iter().map(|insight| insight["id"].as_str().unwrap().to_owned()).collect()
}

/// Every promise about the cases and about a thousand requests is true, and each insight of the law is among them.
fn hold(calculator: &str, requests: impl Strategy<Value = Json>) {
    let open = open_cases().into_iter().map(|case| case.request).filter(|request| request["calculator"] == calculator);
    let seen = RefCell::new(open.flat_map(|request| check(&request)).collect::<BTreeSet<String>>());
    let mut runner = TestRunner::new(Config { cases: 1000, source_file: Some(file!()), ..Config::default() });
    let outcome = runner.run(&requests, |request| {
        seen.borrow_mut().extend(check(&request));
        Ok(())
    });
    outcome.unwrap_or_else(|error| panic!("{error}"));
    let mut seen = seen.into_inner();
    // Weekends are covered by another law.
    seen.remove("last-day-off");
    let promised = PACK.measure(calculator).unwrap().insights.iter().map(|insight| insight.id.clone());
    assert_eq!(seen, promised.collect());
}

#[test]
fn a_refunds_insights_hold() {
    hold("refund", refund_request());
}

#[test]
fn a_skill_subsidys_insights_hold() {
    hold("skill-subsidy", skill_request(4));
}

#[test]
fn a_benefits_insights_hold() {
    hold("unemployment-benefit", benefit_request());
}

#[test]
fn a_premiums_insights_hold() {
    hold("premium", premium_request());
}

#[test]
fn a_size_classs_insights_hold() {
    hold("size-class", size_request());
}

#[test]
fn a_hiring_subsidys_insights_hold() {
    hold("hiring-subsidy", hiring_request(4));
}

/// Journey 1 of the page: 四级 now and 三级 before the end of the year.
#[test]
fn following_the_page_to_the_letter_brings_what_it_promises() {
    let certificate = json!({"occupation": "中式烹调师", "level": 4, "kind": "skill-level", "issuedOn": "2026-03-10"});
    for as_of in ["2024-11-29", "2025-11-29", "2026-11-29", "2026-12-31", "2027-01-01", "2027-03-10"] {
        for months in [12, 35, 36, 60] {
            let facts = json!({
                "person": "enterprise-employee", "insuredMonths": months, "certificates": [certificate], "received": [],
            });
            check(&json!({"calculator": "skill-subsidy", "asOf": as_of, "facts": facts}));
        }
    }
}
