//! Properties over arbitrary cases and arbitrary JSON.

use proptest::prelude::*;
use serde_json::{Value as Json, json};
use wengang::api::fold::fold;

use crate::cases::judge;
use crate::requests::{refund_request, size_request, skill_request};

mod arbitrary;
mod by_hand;
mod formula;

fn fen(amount: &Json) -> u64 {
    amount.as_str().unwrap().replace('.', "").parse().unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, ..ProptestConfig::default() })]

    #[test]
    fn a_refund_is_never_more_than_its_premium(request in refund_request()) {
        let answer = judge(&request);
        let premium = request["facts"]["premiumPaid"].as_str().map(|_| fen(&request["facts"]["premiumPaid"]));
        let most = answer["amount"]["max"].as_str().or(answer["amount"]["value"].as_str());
        if let (Some(premium), Some(most)) = (premium, most) {
            prop_assert!(fen(&json!(most)) <= premium);
        }
    }

    #[test]
    fn more_drawers_never_help(request in refund_request(), more in 1_u32..5) {
        if let Some(drawers) = request["facts"]["benefitDrawers"].as_u64() {
            let mut worse = request.clone();
            worse["facts"]["benefitDrawers"] = json!(drawers + u64::from(more));
            let (before, after) = (judge(&request), judge(&worse));
            prop_assert!(after["outcome"] != "eligible" || before["outcome"] == "eligible");
        }
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
    fn the_plan_pays_as_much_as_any_other(request in skill_request(7)) {
        let answer = judge(&request);
        let items = answer["items"].as_array().cloned().unwrap_or_default();
        let rows = request["facts"]["certificates"].as_array().unwrap();
        let most = (0..1_u32 << items.len())
            .filter_map(|mask| exhaustive_total(&request, &answer, rows, &items, mask))
            .max()
            .unwrap_or(0);
        let plan = answer["amount"]["value"].as_str().map_or(0, |_| fen(&answer["amount"]["value"]));
        prop_assert_eq!(plan, most, "{:#}", answer);
    }
}

/// What the certificates of the mask pay when applied for one after the other, the lower level first; `None` where
/// one of them is refused.
fn exhaustive_total(request: &Json, answer: &Json, rows: &[Json], items: &[Json], mask: u32) -> Option<u64> {
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
    let mut chosen: Vec<usize> = (0..items.len()).filter(|index| mask >> index & 1 == 1).collect();
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
