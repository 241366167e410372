//! 稳岗返还. Averages are millionths of a twelfth of a person, so that both ways to give them are whole numbers.

use serde_json::{Value as Json, json};

use super::calendar::day;
use super::figures::{scaled, share, table, whole, wholes, yuan};
use super::unknown::{outcome, verdict, ways};

/// A person.
const PERSON: i128 = 12_000_000;
const BODIES: [&str; 6] =
    ["social-organization", "foundation", "social-service", "law-firm", "accounting-firm", "sole-trader"];
/// Headcounts to fill in: below, on and above every line.
const AVERAGES: [i128; 4] = [PERSON, 31 * PERSON, 300 * PERSON, 10_000_000 * PERSON];

/// What the year of application says.
struct Round {
    target: i128,
    large: i128,
    smaller: i128,
    body_large: i128,
    body_small: i128,
}

fn round(as_of: &str) -> Option<Round> {
    let row = table("refund.rounds").get(day(as_of).0.to_string())?;
    let [target, large, smaller, body_large, body_small] = wholes(row).try_into().unwrap();
    Some(Round { target, large, smaller, body_large, body_small })
}

fn average(facts: &Json) -> Option<i128> {
    let twelfths = facts["insuredPersonMonths"].as_i64().map(|sum| i128::from(sum) * 1_000_000);
    twelfths.or_else(|| scaled(&facts["averageInsured"], 6).map(|millionths| millionths * 12))
}

/// Thousandths.
fn limit(round: &Round, average: i128) -> i128 {
    let is_small = average <= whole(&table("refund")["small_persons"]) * PERSON;
    if is_small { whole(&table("refund")["small_limit"]) } else { round.target }
}

fn covered(applicant: &str) -> Option<bool> {
    match applicant {
        "other" => None,
        "public-institution" => Some(false),
        named => Some(named == "enterprise" || BODIES.contains(&named)),
    }
}

fn rate(round: &Round, applicant: &str, size: &str, average: i128) -> i128 {
    let is_large_body = average >= whole(&table("refund")["body_persons"]) * PERSON;
    match (applicant, size, is_large_body) {
        ("enterprise", "large", _) => round.large,
        ("enterprise", ..) => round.smaller,
        (.., true) => round.body_large,
        (.., false) => round.body_small,
    }
}

/// The classes that the size leaves open.
fn sizes(size: Option<&str>) -> Vec<&str> {
    match size {
        Some("not-large") => vec!["medium", "small", "micro"],
        size => ways(size, &["large", "medium", "small", "micro"]),
    }
}

/// The least and the most, for any unknown applicant, size and average.
fn amounts(round: &Round, facts: &Json) -> Option<(i128, i128)> {
    let premium = scaled(&facts["premiumPaid"], 2)?;
    let applicant = facts["applicant"].as_str().filter(|applicant| *applicant != "other");
    let mut all = Vec::new();
    for applicant in ways(applicant, &["enterprise", "foundation"]) {
        for size in sizes(facts["size"].as_str()) {
            for average in ways(average(facts), &AVERAGES) {
                all.push(share(premium, rate(round, applicant, size, average)));
            }
        }
    }
    Some((*all.iter().min()?, *all.iter().max()?))
}

pub fn answer(as_of: &str, facts: &Json) -> Json {
    let Some(round) = round(as_of) else {
        return json!({
            "outcome": "closed", "status": "not-recorded", "verdicts": {"round-open": "unmet"}, "amount": [null, null],
            "items": [], "result": [null, null],
        });
    };
    let applicants = ways(facts["applicant"].as_str(), &["enterprise", "foundation", "public-institution", "other"]);
    let months = ways(facts["fullyPaidMonths"].as_i64(), &[0, 11, 12]);
    let recipients = ways(facts["benefitDrawers"].as_i64(), &[0, 10_000_000]);
    let averages = ways(average(facts), &AVERAGES);
    let layoffs = recipients
        .iter()
        .flat_map(|recipients| averages.iter().map(move |average| (i128::from(*recipients), *average)));
    let listings = ways(facts["creditListings"].as_array().map(Vec::len), &[0, 1]);
    let zombie = ways(facts["zombie"].as_bool(), &[false, true]);
    let verdicts = [
        ("round-open", "met"),
        ("covered-applicant", verdict(applicants.into_iter().map(covered))),
        (
            "fully-paid-12-months",
            verdict(
                months.into_iter().map(|months| Some(i128::from(months) >= whole(&table("refund")["paid_months"]))),
            ),
        ),
        (
            "layoff-rate",
            verdict(layoffs.map(|(recipients, average)| {
                Some(recipients == 0 || recipients * PERSON * 1000 <= average * limit(&round, average))
            })),
        ),
        ("not-seriously-dishonest", verdict(listings.into_iter().map(|count| Some(count == 0)))),
        ("not-zombie", verdict(zombie.into_iter().map(|is_zombie| Some(!is_zombie)))),
    ];
    let outcome = outcome(&verdicts.map(|(_, verdict)| verdict));
    let amounts = amounts(&round, facts).filter(|_| outcome != "ineligible");
    let known = average(facts);
    json!({
        "outcome": outcome, "status": "open", "verdicts": verdicts.into_iter().collect::<std::collections::BTreeMap<_, _>>(),
        "amount": [amounts.map(|(least, _)| yuan(least)), amounts.map(|(_, most)| yuan(most))],
        "items": [],
        "result": [
            known.map(|average| average * limit(&round, average) / (PERSON * 1000)),
            known.map(|average| limit(&round, average)),
        ],
    })
}
