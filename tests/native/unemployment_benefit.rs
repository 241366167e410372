//! The unemployment benefit against rules.md §4: who has it, for how many months, and what each month brings.

use serde_json::{Value as Json, json};
use wengang::api::fold::fold;
use wengang::api::request;

use crate::cases::judge;

mod properties;
mod schedule;

/// The months paid for a number of insured months: the list of rules.md §4, read by hand.
fn months_by_hand(insured: u64) -> u64 {
    match insured / 12 {
        0 => 0,
        1 => 3,
        2 => 6,
        3 => 9,
        4 => 12,
        5 => 13,
        6 => 14,
        7 => 15,
        8 => 16,
        9 => 17,
        10 => 18,
        11 => 19,
        12 => 20,
        13 => 21,
        14 => 22,
        15 => 23,
        _ => 24,
    }
}

/// A person who passes every condition, with these changes; `null` leaves a fact out.
fn request(changes: &Json) -> Json {
    let mut facts = json!({
        "region": "shijiazhuang/changan", "firstMonth": "2024-08", "insuredMonths": 12, "separation": "dismissed",
        "registered": true, "unusedMonths": 0,
    });
    for (name, value) in changes.as_object().unwrap() {
        facts[name] = value.clone();
    }
    let facts: serde_json::Map<_, _> =
        facts.as_object().unwrap().clone().into_iter().filter(|(_, value)| !value.is_null()).collect();
    json!({"calculator": "unemployment-benefit", "asOf": "2024-08-01", "facts": facts})
}

fn ask(changes: Json) -> Json {
    judge(&request(&changes))
}

fn condition<'a>(answer: &'a Json, id: &str) -> &'a Json {
    answer["conditions"].as_array().unwrap().iter().find(|condition| condition["id"] == id).unwrap()
}

fn insight<'a>(answer: &'a Json, id: &str) -> Option<&'a Json> {
    answer["insights"].as_array().unwrap().iter().find(|insight| insight["id"] == id)
}

fn has_note(answer: &Json, words: &str) -> bool {
    answer["policy"]["notes"].as_array().unwrap().iter().any(|note| note.as_str().unwrap().contains(words))
}

/// Neither amount nor items nor result nor a calculation.
fn pays_nothing(answer: &Json) -> bool {
    let absent = ["items", "result"].iter().all(|name| answer.get(name).is_none());
    absent && answer["amount"].is_null() && answer["steps"] == json!([])
}

#[test]
fn a_region_is_needed_where_the_month_has_a_standard() {
    let needs = |first_month: &str| ask(json!({"region": null, "firstMonth": first_month}))["needs"].clone();
    assert_eq!((needs("2020-09"), needs("2020-10")), (json!([]), json!(["region"])));
    let stated = |region: Json| {
        insight(&ask(json!({"region": region, "firstMonth": "2020-09"})), "before-every-standard").is_some()
    };
    assert!(stated(json!("shijiazhuang/changan")) && !stated(Json::Null));
}

#[test]
fn what_registering_brings_is_certain_only_where_all_else_is_met() {
    let text = |separation: Json| {
        let answer = ask(json!({"registered": false, "separation": separation}));
        insight(&answer, "once-registered").unwrap()["text"].as_str().unwrap().to_owned()
    };
    assert!(text(json!("dismissed")).starts_with("办好失业登记以后"), "{}", text(json!("dismissed")));
    assert!(text(Json::Null).starts_with("如果其他条件也都符合"), "{}", text(Json::Null));
}

#[test]
fn the_calculation_counts_full_years() {
    let answer = ask(json!({"insuredMonths": 29}));
    let of = |id: &str| answer["steps"].as_array().unwrap().iter().find(|step| step["id"] == id).unwrap().clone();
    assert_eq!((&of("full-years")["value"], &of("full-years")["formula"]), (&json!("2"), &json!("(29 − 5) ÷ 12")));
    assert_eq!(
        (&of("months-from-insurance")["value"], &of("months-from-insurance")["formula"]),
        (&json!("6"), &json!("min(6, 12)"))
    );
    assert_eq!(of("total")["value"], "11880.00");
    assert_eq!(
        (&of("total")["formula"], &of("standard-2024-07")["value"]),
        (&json!("standard-2024-07 × 6"), &json!("1980.00"))
    );
}

#[test]
fn each_month_insured_has_its_months_of_benefit() {
    for insured in 0..=240 {
        let answer = ask(json!({"insuredMonths": insured}));
        let months = months_by_hand(insured);
        if insured < 12 {
            assert_eq!(answer["outcome"], "ineligible", "{insured}");
            assert_eq!(condition(&answer, "insured-one-year")["verdict"], "unmet", "{insured}");
            assert_eq!(insight(&answer, "months-short").unwrap()["value"], (12 - insured).to_string(), "{insured}");
            assert!(pays_nothing(&answer), "{insured}");
        } else {
            assert_eq!(answer["outcome"], "eligible", "{insured}");
            assert!(insight(&answer, "months-short").is_none(), "{insured}");
            let result = json!({"months": months, "fromInsurance": months, "carriedOver": 0});
            assert_eq!(answer["result"], result, "{insured}");
        }
    }
}

#[test]
fn a_life_of_insurance_brings_no_more_than_sixteen_years_do() {
    for insured in [192, 204, 480, 1199, 1200] {
        assert_eq!(ask(json!({"insuredMonths": insured}))["result"]["months"], 24, "{insured}");
    }
}

#[test]
fn unused_months_are_added_and_twenty_four_is_the_most() {
    for unused in 0..=24_u64 {
        for insured in (12..=240).step_by(4) {
            let answer = ask(json!({"insuredMonths": insured, "unusedMonths": unused}));
            let (from_insurance, together) = (months_by_hand(insured), months_by_hand(insured) + unused);
            let expected = json!({
                "months": together.min(24), "fromInsurance": from_insurance,
                "carriedOver": unused.min(24 - from_insurance),
            });
            assert_eq!(answer["result"], expected, "{insured} and {unused}");
            assert_eq!(insight(&answer, "over-the-most").is_some(), together > 24, "{insured} and {unused}");
        }
    }
}

#[test]
fn each_reason_of_separation_has_its_verdict() {
    for (reason, verdict, outcome) in [
        ("contract-ended", "met", "eligible"),
        ("dismissed", "met", "eligible"),
        ("agreed-employer-proposed", "met", "eligible"),
        ("left-for-employer-fault", "met", "eligible"),
        ("resigned", "unmet", "ineligible"),
        ("declined-renewal", "unknown", "undetermined"),
        ("other", "unknown", "undetermined"),
    ] {
        let answer = ask(json!({"separation": reason}));
        let found = condition(&answer, "involuntary");
        assert_eq!((&found["verdict"], &answer["outcome"]), (&json!(verdict), &json!(outcome)), "{reason}");
        let why = if verdict == "unknown" { json!("agency") } else { Json::Null };
        assert_eq!(found["reason"], why, "{reason}");
        assert_eq!(answer["needs"], json!([]), "{reason}");
        assert_eq!(pays_nothing(&answer), outcome == "ineligible", "{reason}");
        assert_eq!(answer["amount"]["value"] == "5940.00", outcome != "ineligible", "{reason}");
    }
}

#[test]
fn each_condition_can_fail_by_itself() {
    for (changes, unmet) in [
        (json!({"insuredMonths": 11}), "insured-one-year"),
        (json!({"separation": "resigned"}), "involuntary"),
        (json!({"registered": false}), "registered"),
    ] {
        let answer = ask(changes);
        for found in answer["conditions"].as_array().unwrap() {
            let verdict = if found["id"] == unmet { "unmet" } else { "met" };
            assert_eq!(found["verdict"], verdict, "{unmet}: {}", found["id"]);
            assert_eq!(found["curable"] == true, found["id"] == "registered" && verdict == "unmet", "{unmet}");
        }
        assert_eq!((&answer["outcome"], &answer["needs"]), (&json!("ineligible"), &json!([])), "{unmet}");
    }
}

#[test]
fn a_missing_registration_can_be_cured_and_the_estimate_is_only_in_an_insight() {
    for insured in [12, 75, 192] {
        let answer = ask(json!({"registered": false, "insuredMonths": insured}));
        assert_eq!(answer["outcome"], "ineligible");
        let found = condition(&answer, "registered");
        assert_eq!((&found["verdict"], &found["curable"]), (&json!("unmet"), &json!(true)));
        assert!(pays_nothing(&answer), "{answer:#}");
        let registered = ask(json!({"insuredMonths": insured}));
        assert_eq!(insight(&answer, "once-registered").unwrap()["value"], registered["amount"]["value"]);
        assert_eq!(answer["nextSteps"][0]["id"], "register");
        assert!(insight(&registered, "once-registered").is_none());
    }
}

#[test]
fn registering_is_no_cure_where_another_condition_fails() {
    for changes in [json!({"insuredMonths": 11}), json!({"separation": "resigned"})] {
        let mut changes = changes;
        changes["registered"] = json!(false);
        let answer = ask(changes);
        assert!(insight(&answer, "once-registered").is_none(), "{answer:#}");
        assert!(pays_nothing(&answer), "{answer:#}");
    }
}

#[test]
fn an_unknown_registration_is_missing_and_never_yes() {
    let answer = ask(json!({"registered": null}));
    assert_eq!((&answer["outcome"], &answer["needs"]), (&json!("undetermined"), &json!(["registered"])));
    assert_eq!(condition(&answer, "registered")["reason"], "missing");
    assert_eq!(answer["amount"]["value"], "5940.00");
}

#[test]
fn unused_months_after_short_insurance_wait_for_the_word_on_reemployment() {
    for unused in 1..=24 {
        for insured in 0..12 {
            let answer = ask(json!({"insuredMonths": insured, "unusedMonths": unused}));
            let found = condition(&answer, "insured-one-year");
            assert_eq!((&found["verdict"], &found["reason"]), (&json!("unknown"), &json!("missing")));
            assert_eq!(answer["needs"], json!(["reemployedUnderOneYear"]), "{insured} and {unused}");
            assert_eq!(answer["outcome"], "undetermined");
            assert!(pays_nothing(&answer), "{insured} and {unused}");
        }
    }
}

#[test]
fn reemployed_for_under_a_year_the_unused_months_alone_are_paid() {
    for unused in 1..=24 {
        for insured in [Json::Null, json!(0), json!(5), json!(11)] {
            let changes = json!({"insuredMonths": insured, "unusedMonths": unused, "reemployedUnderOneYear": true});
            let answer = ask(changes);
            assert_eq!((&answer["outcome"], &answer["needs"]), (&json!("eligible"), &json!([])), "{unused}");
            assert_eq!(answer["result"], json!({"months": unused, "fromInsurance": 0, "carriedOver": unused}));
            assert_eq!(answer["items"].as_array().unwrap().len(), unused);
        }
    }
}

#[test]
fn without_reemployment_or_without_unused_months_short_insurance_is_short() {
    for insured in 0..12 {
        let not_reemployed = (1..=24).map(|unused| (unused, json!(false)));
        let nothing_unused = [Json::Null, json!(false), json!(true)].map(|word| (0, word));
        for (unused, word) in not_reemployed.chain(nothing_unused) {
            let changes = json!({"insuredMonths": insured, "unusedMonths": unused, "reemployedUnderOneYear": word});
            let answer = ask(changes);
            assert_eq!(condition(&answer, "insured-one-year")["verdict"], "unmet", "{insured}, {unused}, {word}");
            assert_eq!((&answer["outcome"], &answer["needs"]), (&json!("ineligible"), &json!([])));
            assert!(pays_nothing(&answer), "{insured}, {unused}, {word}");
        }
    }
}

#[test]
fn reemployed_for_under_a_year_with_nothing_unused_is_short_however_many_months_that_was() {
    for unused in [Json::Null, json!(0)] {
        let answer = ask(json!({"insuredMonths": null, "unusedMonths": unused, "reemployedUnderOneYear": true}));
        assert_eq!(condition(&answer, "insured-one-year")["verdict"], "unmet", "{unused}");
        assert_eq!((&answer["outcome"], &answer["needs"]), (&json!("ineligible"), &json!([])), "{unused}");
    }
}

#[test]
fn with_a_full_year_insured_the_word_on_reemployment_changes_nothing() {
    for insured in [12, 29, 192] {
        for unused in [0, 1, 10, 24] {
            let with = |word: Json| {
                ask(json!({"insuredMonths": insured, "unusedMonths": unused, "reemployedUnderOneYear": word}))
            };
            assert_eq!(with(json!(false))["result"], with(Json::Null)["result"]);
            assert_eq!(with(Json::Null)["outcome"], "eligible");
            assert_eq!(with(Json::Null)["needs"], json!([]));
        }
    }
}

#[test]
fn reemployed_for_under_a_year_and_insured_for_one_since_is_refused() {
    for (insured, is_refused) in [(11, false), (12, true), (1200, true)] {
        let changes = json!({"insuredMonths": insured, "unusedMonths": 7, "reemployedUnderOneYear": true});
        let value = serde_json::from_value(request(&changes)).unwrap();
        let error = request::read(&value, fold).err().map(|error| serde_json::to_value(error).unwrap());
        let wrong = error.map(|error| (error["code"].clone(), error["field"].clone()));
        let expected = is_refused.then(|| (json!("invalidValue"), json!("facts.reemployedUnderOneYear")));
        assert_eq!(wrong, expected, "{insured}");
    }
}

#[test]
fn insured_months_unknown_are_needed_and_so_is_reemployment_where_months_are_unused() {
    for (unused, needs) in [(0, json!(["insuredMonths"])), (7, json!(["insuredMonths", "reemployedUnderOneYear"]))] {
        let answer = ask(json!({"insuredMonths": null, "unusedMonths": unused}));
        assert_eq!(answer["needs"], needs);
        assert_eq!(answer["outcome"], "undetermined");
        assert!(pays_nothing(&answer));
    }
}

#[test]
fn every_assumption_is_listed_and_nothing_else() {
    for (fact, words) in [
        ("firstMonth", "没有填从哪个月开始领：按2024年8月测算"),
        ("unusedMonths", "没有填上次没领完的月数：按没有测算"),
    ] {
        let (with, without) = (ask(json!({})), ask(json!({fact: null})));
        assert!(has_note(&without, words) && !has_note(&with, words), "{fact}: {:#}", without["policy"]["notes"]);
        assert_eq!((&with["amount"], &with["items"]), (&without["amount"], &without["items"]), "{fact}");
    }
}

#[test]
fn the_standard_named_is_the_first_months() {
    // The request is of August 2024.
    let named = |first: &str| ask(json!({"firstMonth": first}))["policy"].clone();
    let (june, july) = (named("2024-06"), named("2024-07"));
    assert_eq!(june["window"]["to"], "2024-06-30", "{june}");
    assert_eq!(july["window"]["from"], "2024-07-01", "{july}");
    // For months before the first recorded standard the reason is shown.
    let early = ask(json!({"firstMonth": "2020-09"}));
    assert!(early["policy"]["window"].is_null(), "{early}");
    assert!(has_note(&early, "2020年10月以前的失业保险金标准没有收录"), "{early}");
}
