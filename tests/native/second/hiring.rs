//! 一次性扩岗补助: each hire by itself.

use serde_json::{Value as Json, json};

use super::calendar::{Day, day, later, text};
use super::figures::{table, whole, yuan};
use super::unknown::{outcome, verdict, ways};
use crate::requests::completions::APPLICANTS;

/// The rule of a year for the three social bodies; `None`: the year has no rule.
fn bodies(year: i32) -> Option<Option<bool>> {
    let rules = table("hiring.bodies");
    let said = rules.get(year.to_string())?.as_str().unwrap().to_owned();
    Some(match said.as_str() {
        "met" => Some(true),
        "unmet" => Some(false),
        _ => None,
    })
}

fn is_covered(applicant: &str, year: i32) -> Option<bool> {
    match (applicant, bodies(year)) {
        ("public-institution", _) => Some(false),
        ("enterprise", Some(_)) => Some(true),
        ("social-organization" | "foundation" | "social-service", Some(said)) => said,
        _ => None,
    }
}

fn verdicts(as_of: Day, applicant: Option<&str>, hire: &Json) -> [(&'static str, &'static str); 7] {
    let hired = day(hire["hiredOn"].as_str().unwrap());
    let flags = |name: &str| ways(hire[name].as_bool(), &[true, false]);
    let paid = ways(hire["paidMonths"].as_i64().map(i128::from), &[0, 120]);
    let kind = if hire["kind"] == "other" { Some(false) } else { bodies(hired.0).map(|_| true) };
    let last = later(hired, whole(&table("hiring")["window_months"]));
    let least = whole(&table("hiring")["paid_months"]);
    [
        ("covered-applicant", verdict(ways(applicant, &APPLICANTS).into_iter().map(|who| is_covered(who, hired.0)))),
        ("eligible-hire", verdict([kind])),
        ("contract", verdict(flags("contract").into_iter().map(Some))),
        ("insured-three-months", verdict(paid.into_iter().map(|months| Some(months >= least)))),
        ("still-insured", verdict(flags("stillInsured").into_iter().map(|still| still.then_some(true)))),
        ("not-used-before", verdict(flags("usedBefore").into_iter().map(|used| Some(!used)))),
        ("within-one-year", verdict([Some(hired <= as_of && as_of <= last)])),
    ]
}

pub fn answer(as_of: &str, facts: &Json) -> Json {
    let as_of = day(as_of);
    let days = table("hiring")["days"].as_array().unwrap().clone();
    let [first, last] = [0, 1].map(|place: usize| day(days[place].as_str().unwrap()));
    if as_of < first || last < as_of {
        return json!({
            "outcome": "closed", "status": "not-recorded", "verdicts": {}, "amount": [null, null], "items": [],
            "result": [null, null, null],
        });
    }
    let hires: Vec<&Json> = facts["hires"].as_array().unwrap().iter().collect();
    let all: Vec<_> = hires.iter().map(|hire| verdicts(as_of, facts["applicant"].as_str(), hire)).collect();
    let outcomes: Vec<_> = all.iter().map(|verdicts| outcome(&verdicts.map(|(_, verdict)| verdict))).collect();
    let count = |wanted: &str| outcomes.iter().filter(|outcome| **outcome == wanted).count();
    let (eligible, undetermined) = (count("eligible"), count("undetermined"));
    let outcome = match (eligible, undetermined) {
        _ if hires.is_empty() => "undetermined",
        (0, 0) => "ineligible",
        (0, _) => "undetermined",
        _ => "eligible",
    };
    let each = whole(&table("hiring")["each"]);
    let total = (eligible > 0).then(|| yuan(each * eligible as i128));
    let items = hires.iter().zip(&all).zip(&outcomes).map(|((hire, verdicts), outcome)| {
        let last = later(day(hire["hiredOn"].as_str().unwrap()), whole(&table("hiring")["window_months"]));
        let verdicts = verdicts.iter().copied().collect::<std::collections::BTreeMap<_, _>>();
        json!([outcome, text(last), verdicts])
    });
    let result = match outcome {
        "ineligible" => json!([null, null, null]),
        _ => json!([eligible, undetermined, yuan(each)]),
    };
    json!({
        "outcome": outcome, "status": "open", "verdicts": {}, "amount": [total, total],
        "items": items.collect::<Vec<_>>(), "result": result,
    })
}
