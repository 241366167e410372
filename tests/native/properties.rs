//! Properties over arbitrary cases and arbitrary JSON.

use proptest::prelude::*;
use serde_json::{Value as Json, json};

use crate::cases::judge;

mod arbitrary;
mod by_hand;
mod formula;
mod monthly;

fn maybe<T: std::fmt::Debug + Clone>(strategy: impl Strategy<Value = T>) -> impl Strategy<Value = Option<T>> {
    prop::option::weighted(0.8, strategy)
}

prop_compose! {
    fn refund_request()(
        year in 2021_u16..2028,
        applicant in maybe(prop::sample::select(&["enterprise", "law-firm", "sole-trader", "other"][..])),
        size in maybe(prop::sample::select(&["large", "medium", "small", "micro"][..])),
        sum in maybe(1_u32..20_000),
        drawers in maybe(0_u32..40),
        months in maybe(10_u8..=12),
        fen in maybe(0_u64..100_000_000_000),
        zombie in maybe(any::<bool>()),
    ) -> Json {
        json!({"calculator": "refund", "asOf": format!("{year}-06-15"), "facts": {
            "applicant": applicant, "size": size, "insuredPersonMonths": sum, "benefitDrawers": drawers,
            "fullyPaidMonths": months, "premiumPaid": fen.map(|fen| format!("{}.{:02}", fen / 100, fen % 100)),
            "creditListings": [], "zombie": zombie,
        }})
    }
}

prop_compose! {
    fn certificate(year: u16)(
        occupation in prop::sample::select(&["电工", "焊工", "茶艺师"][..]),
        level in 2_u8..=5,
        month in 1_u8..=12,
        day in 1_u8..=28,
        before in 0_u16..=1,
        urgent in any::<bool>(),
        kind in prop::sample::select(&["skill-level", "skill-level", "skill-level", "special-operation"][..]),
    ) -> Json {
        let issued = format!("{:04}-{month:02}-{day:02}", year - before);
        json!({"occupation": occupation, "level": level, "kind": kind, "issuedOn": issued, "urgentShortage": urgent,
               "trainingSubsidyReceived": false})
    }
}

fn skill_request() -> impl Strategy<Value = Json> {
    (2023_u16..2029).prop_flat_map(|year| {
        let received = (prop::sample::select(&["电工", "焊工", "保育师"][..]), 3_u8..=5, 0_u16..=1, any::<bool>())
            .prop_map(move |(occupation, level, before, urgent)| {
                let day = format!("{}-02-01", year - before);
                json!({"occupation": occupation, "level": level, "receivedOn": day, "urgentShortage": urgent})
            });
        let certificates = prop::collection::vec(certificate(year), 0..8);
        (certificates, prop::collection::vec(received, 0..3), 30_u32..40).prop_map(
            move |(certificates, received, months)| {
                json!({"calculator": "skill-subsidy", "asOf": format!("{year}-09-15"), "facts": {
                "person": "enterprise-employee", "insuredMonths": months, "certificates": certificates,
                "received": received}})
            },
        )
    })
}

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
    fn the_plan_pays_as_much_as_any_other(request in skill_request()) {
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
    let received = request["facts"]["received"].as_array()?;
    let this_year = received.iter().filter(|r| r["receivedOn"].as_str().is_some_and(|day| day.starts_with(year)));
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
    let (mut paid, mut total) = (Vec::<(&Json, &Json)>::new(), 0);
    for index in chosen {
        let (row, item) = (&rows[index], &items[index]);
        let pair = (&row["occupation"], &row["level"]);
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
