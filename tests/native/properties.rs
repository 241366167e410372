//! Properties over arbitrary cases and arbitrary JSON.

use proptest::prelude::*;
use serde_json::{Value as Json, json};
use wengang::api::fold::fold;
use wengang::packs::PACKS;
use wengang::policy::date::Date;
use wengang::policy::money::Money;
use wengang::policy::month::Month;

use crate::cases::judge;
use crate::requests::{benefit_request, completions, premium_request, refund_request, size_request, skill_request};
use crate::unknowns::{is_blankable, is_contradictory};

mod arbitrary;
mod by_hand;
mod every_premium;
mod formula;

fn fen(amount: &Json) -> u64 {
    amount.as_str().unwrap().replace('.', "").parse().unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, ..ProptestConfig::default() })]

    #[test]
    fn a_refund_is_never_more_than_the_highest_rate_of_its_premium(request in refund_request()) {
        let rates = PACKS.refund.rounds.known().into_iter().flat_map(|round| [round.large.value, round.smaller.value]);
        let highest = rates.max().unwrap();
        if let (Some(premium), Some((_, most))) = (request["facts"]["premiumPaid"].as_str(), range(&judge(&request))) {
            prop_assert!(most <= fen(&json!(Money::parse(premium).unwrap().share(highest).to_string())));
        }
    }

    #[test]
    fn a_higher_premium_never_brings_less(request in refund_request(), more in 0_u64..1_000_000) {
        let Some(premium) = request["facts"]["premiumPaid"].as_str().map(|_| fen(&request["facts"]["premiumPaid"])) else {
            return Ok(());
        };
        let mut higher = request.clone();
        higher["facts"]["premiumPaid"] = json!(Money::from_fen((premium + more).min(MOST_FEN)).to_string());
        let (before, after) = (range(&judge(&request)), range(&judge(&higher)));
        prop_assert_eq!(before.is_some(), after.is_some());
        prop_assert!(before.zip(after).is_none_or(|(before, after)| before.0 <= after.0 && before.1 <= after.1));
    }

    #[test]
    fn more_drawers_never_help(request in refund_request(), more in 1_u32..5) {
        if let Some(drawers) = request["facts"]["benefitDrawers"].as_u64() {
            let mut worse = request.clone();
            worse["facts"]["benefitDrawers"] = json!(drawers + u64::from(more));
            let (before, after) = (judge(&request), judge(&worse));
            prop_assert!(after["outcome"] != "eligible" || before["outcome"] == "eligible");
            prop_assert!(range(&after).is_none_or(|after| range(&before).is_some_and(|before| after.1 <= before.1)));
        }
    }

    #[test]
    fn what_is_learned_never_leaves_the_earlier_range(
        request in prop_oneof![refund_request(), premium_request(), benefit_request(), skill_request(4)],
        which in any::<prop::sample::Index>(),
        value in any::<prop::sample::Index>(),
    ) {
        let facts = request["facts"].as_object().unwrap();
        let unknown: Vec<&String> = facts.iter().filter(|(name, value)| value.is_null() && is_blankable(name)).map(|(name, _)| name).collect();
        if unknown.is_empty() {
            return Ok(());
        }
        let mut told = request.clone();
        let name = *which.get(&unknown);
        told["facts"][name] = value.get(&completions(name)).clone();
        if is_contradictory(told["facts"].as_object().unwrap()) {
            return Ok(());
        }
        let (before, after) = (judge(&request), judge(&told));
        prop_assert!(before["outcome"] != "eligible" || after["outcome"] == "eligible");
        prop_assert!(before["outcome"] != "ineligible" || after["outcome"] == "ineligible");
        prop_assert!(range(&before).zip(range(&after)).is_none_or(|(wide, narrow)| wide.0 <= narrow.0 && narrow.1 <= wide.1));
    }

    #[test]
    fn the_months_of_a_schedule_add_up(request in benefit_request()) {
        let answer = judge(&request);
        if let Some((total, _)) = range(&answer) {
            let months = answer["items"].as_array().unwrap();
            prop_assert_eq!(json!(months.len()), answer["result"]["months"].clone());
            prop_assert_eq!(months.iter().map(|month| fen(&month["amount"])).sum::<u64>(), total);
        }
    }

    #[test]
    fn what_is_printed_reads_back(fen in 0..=MOST_FEN) {
        let money = Money::from_fen(fen);
        prop_assert_eq!(Money::parse(&money.to_string()), Ok(money));
    }

    #[test]
    fn more_employees_never_make_an_enterprise_smaller(request in size_request(), more in 1_u64..1000) {
        let classes = ["micro", "small", "medium", "large"];
        let class = |request: &Json| classes.iter().position(|class| judge(request)["result"]["size"] == *class);
        if let Some(employees) = request["facts"]["employees"].as_u64().filter(|employees| *employees < 9_000_000) {
            let mut larger = request.clone();
            larger["facts"]["employees"] = json!(employees + more);
            prop_assert!(class(&request).zip(class(&larger)).is_none_or(|(before, after)| before <= after));
        }
    }

    #[test]
    fn the_plan_pays_as_much_as_any_other(request in skill_request(12)) {
        let answer = judge(&request);
        let items = answer["items"].as_array().cloned().unwrap_or_default();
        let rows = request["facts"]["certificates"].as_array().unwrap();
        // One that is refused by itself is in no plan.
        let eligible: Vec<usize> = (0..items.len()).filter(|index| items[*index]["outcome"] == "eligible").collect();
        let most = (0..1_u32 << eligible.len())
            .map(|mask| (0..eligible.len()).filter(|bit| mask >> bit & 1 == 1).map(|bit| eligible[bit]).collect())
            .filter_map(|chosen| exhaustive_total(&request, &answer, rows, &items, chosen))
            .max()
            .unwrap_or(0);
        let plan = answer["amount"]["value"].as_str().map_or(0, |_| fen(&answer["amount"]["value"]));
        prop_assert_eq!(plan, most, "{:#}", answer);
    }
}

#[test]
fn every_day_and_every_month_reads_back() {
    let mut day = Date::MIN;
    while day < Date::MAX {
        assert_eq!(Date::parse(&day.to_string()), Ok(day));
        let month = Month::of(day);
        assert_eq!(Month::parse(&month.to_string()), Ok(month));
        day = day.next();
    }
}

/// The greatest amount that is taken.
const MOST_FEN: u64 = 100_000_000_000_000;

/// The least and the most of an amount, 分.
fn range(answer: &Json) -> Option<(u64, u64)> {
    let amount = &answer["amount"];
    let ends = |least: &str, most: &str| amount[least].is_string().then(|| (fen(&amount[least]), fen(&amount[most])));
    ends("value", "value").or_else(|| ends("min", "max"))
}

/// What the certificates chosen pay when applied for one after the other, the lower level first; `None` where
/// one of them is refused.
fn exhaustive_total(
    request: &Json,
    answer: &Json,
    rows: &[Json],
    items: &[Json],
    mut chosen: Vec<usize>,
) -> Option<u64> {
    let year = request["asOf"].as_str()?.get(..4)?;
    let received = request["facts"]["received"].as_array();
    let this_year =
        received.into_iter().flatten().filter(|r| r["receivedOn"].as_str().is_some_and(|day| day.starts_with(year)));
    let (mut places, mut ordinary) = match answer["policy"]["id"].as_str()? {
        "hebei-2024" => (3_i32, 3_i32),
        "hebei-2025" | "hebei-2026" => (3, 1),
        _ => (i32::MAX, i32::MAX),
    };
    for received in this_year {
        places -= 1;
        ordinary -= i32::from(received["urgentShortage"] != true);
    }
    chosen.sort_by_key(|index| std::cmp::Reverse(rows[*index]["level"].as_u64()));
    let (mut paid, mut total) = (Vec::<(String, &Json)>::new(), 0);
    for index in chosen {
        let (row, item) = (&rows[index], &items[index]);
        let pair = (fold(row["occupation"].as_str()?).trim().to_owned(), &row["level"]);
        let higher_was_paid = paid.iter().any(|(o, l)| *o == pair.0 && l.as_u64() < pair.1.as_u64());
        places -= 1;
        ordinary -= i32::from(row["urgentShortage"] != true);
        if item["outcome"] != "eligible" || paid.contains(&pair) || higher_was_paid || places < 0 {
            return None;
        }
        if row["urgentShortage"] != true && ordinary < 0 {
            return None;
        }
        paid.push(pair);
        total += fen(&item["amount"]);
    }
    Some(total)
}
