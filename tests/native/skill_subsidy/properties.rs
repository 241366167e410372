//! The plan of certificates pays as much as any other.

use proptest::prelude::*;
use serde_json::Value as Json;
use wengang::api::fold::fold;

use crate::answers::fen;
use crate::cases::judge;
use crate::requests::skill_request;

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, ..ProptestConfig::default() })]

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
