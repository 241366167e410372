//! 失业保险金.

use serde_json::{Value as Json, json};

use super::calendar::{day, later, status, text};
use super::figures::{table, whole, wholes, yuan};
use super::unknown::{outcome, verdict, ways};

/// Months insured to fill in: none, and enough for every line.
const INSURED: [i128; 3] = [0, 11, 1200];

/// One completion of the unknown facts; unused months left out are none.
#[derive(Clone, Copy)]
struct Way {
    insured: i128,
    unused: i128,
    is_reemployed: bool,
}

impl Way {
    /// Whether the unused months alone are paid.
    fn is_carried(self) -> bool {
        self.is_reemployed && self.unused > 0
    }

    fn is_long_enough(self) -> bool {
        self.is_carried() || self.insured >= whole(&table("benefit")["insured"])
    }

    /// The months: all together, of them from insurance, and carried over.
    fn months(self) -> [i128; 3] {
        let from_insurance = if self.is_carried() { 0 } else { from_insurance(self.insured / 12) };
        let carried_over = self.unused.min(whole(&table("benefit")["most"]) - from_insurance);
        [from_insurance + carried_over, from_insurance, carried_over]
    }
}

/// The months of `months` that are paid: none after retirement, and where that is near, all until then.
fn until_retirement(months: i128, first: &str, left: Option<i128>) -> i128 {
    let table = table("benefit");
    let unpaid = &text(later(day(&format!("{first}-01")), months))[..7];
    match left {
        Some(left) if left <= months => left,
        Some(left) if left - months < whole(&table["near_retirement"]) => {
            if unpaid >= table["near_retirement_from"].as_str().unwrap() { left } else { months }
        }
        _ => months,
    }
}

fn from_insurance(years: i128) -> i128 {
    let months = wholes(&table("benefit")["months"]);
    let brought = months[usize::try_from(years).unwrap().min(months.len() - 1)];
    let caps = table("benefit")["caps"].as_array().unwrap();
    let cap = caps.iter().map(wholes).find(|cap| years < cap[0]).map_or(whole(&table("benefit")["most"]), |cap| cap[1]);
    brought.min(cap)
}

/// Nobody is re-employed for under a year and insured for one since.
fn all_ways(facts: &Json) -> Vec<Way> {
    let unused = facts["unusedMonths"].as_i64().unwrap_or(0).into();
    let mut all = Vec::new();
    for insured in ways(facts["insuredMonths"].as_i64().map(i128::from), &INSURED) {
        for is_reemployed in ways(facts["reemployedUnderOneYear"].as_bool(), &[false, true]) {
            if !(is_reemployed && insured >= whole(&table("benefit")["insured"])) {
                all.push(Way { insured, unused, is_reemployed });
            }
        }
    }
    all
}

/// What a region is paid in a month, 分; nothing before the first standard.
fn standard(region: &str, month: &str) -> Option<i128> {
    let standards = table("benefit")["standards"].as_array().unwrap();
    let row = standards.iter().rev().find(|row| row["from"].as_str().unwrap() <= month)?;
    let list = usize::from(table("benefit")["second_tiers"].as_str().unwrap() <= month);
    let tier = wholes(&table("benefit.tiers")[region.trim_start_matches("shijiazhuang/")])[list];
    Some(wholes(&row["amounts"])[usize::try_from(tier - 1).unwrap()])
}

fn schedule(facts: &Json, first: &str, months: i128) -> Option<Vec<(String, i128)>> {
    let region = facts["region"].as_str()?;
    let first = day(&format!("{first}-01"));
    let month = |number| text(later(first, number))[..7].to_owned();
    (0..months).map(month).map(|month| Some((month.clone(), standard(region, &month)?))).collect()
}

fn involuntary(reason: &str) -> Option<bool> {
    match reason {
        "declined-renewal" | "other" => None,
        reason => Some(reason != "resigned"),
    }
}

pub fn answer(as_of: &str, facts: &Json) -> Json {
    let all = all_ways(facts);
    let reasons = ways(facts["separation"].as_str(), &["dismissed", "resigned", "other"]);
    let registered = ways(facts["registered"].as_bool(), &[false, true]);
    let verdicts = [
        ("insured-one-year", verdict(all.iter().map(|way| Some(way.is_long_enough())))),
        ("involuntary", verdict(reasons.into_iter().map(involuntary))),
        ("registered", verdict(registered.into_iter().map(Some))),
    ];
    let outcome = outcome(&verdicts.map(|(_, verdict)| verdict));
    let months = all.iter().map(|way| way.months()).collect::<Vec<_>>();
    let settled = months.first().filter(|first| months.iter().all(|months| months == *first));
    let settled = settled.filter(|_| outcome != "ineligible" && verdicts[0].1 == "met");
    let first = facts["firstMonth"].as_str().unwrap_or(&as_of[..7]);
    let left = facts["monthsToRetirement"].as_i64().map(i128::from);
    let settled =
        settled.map(|[all, from_insurance, carried]| [until_retirement(*all, first, left), *from_insurance, *carried]);
    let rows = settled.filter(|[paid, ..]| *paid > 0).and_then(|[paid, ..]| schedule(facts, first, paid));
    let total = rows.as_ref().map(|rows| yuan(rows.iter().map(|(_, fen)| fen).sum()));
    let recorded =
        table("benefit")["standards"][0]["from"].as_str().map(|from| (from, None)).filter(|(from, _)| as_of >= *from);
    json!({
        "outcome": outcome, "status": status(as_of, recorded),
        "verdicts": verdicts.into_iter().collect::<std::collections::BTreeMap<_, _>>(),
        "amount": [total, total],
        "items": rows.unwrap_or_default().into_iter().map(|(month, fen)| json!([month, yuan(fen)])).collect::<Vec<_>>(),
        "result": match settled {
            Some(months) => json!(months),
            None => json!([null, null, null]),
        },
    })
}
