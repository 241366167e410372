//! Employers: either side of every headcount limit and of every allowed number of recipients.

use proptest::prelude::*;
use serde_json::{Value as Json, json};
use wengang::policy::date::Date;
use wengang::policy::ratio::AverageInsured;

use super::law::{edges, options, refund_rounds};
use super::{around, day_in, maybe, mostly, yuan};

/// How an average is written: the field's name, the value, and about how many persons it is.
type Average = (&'static str, Json, u64);

fn persons() -> impl Strategy<Value = u64> {
    let rounds = refund_rounds();
    let lines = rounds.iter().flat_map(|round| [round.small_employer_persons, round.body_persons]);
    let lines: Vec<u64> = lines.map(u64::from).collect();
    prop_oneof![
        4 => prop::sample::select(lines),
        4 => 1_u64..2_000,
        1 => prop::sample::select(&[1, 10_000_000][..]),
    ]
}

/// The persons themselves, a millionth more or less, one of the twelve months more or less, half a person more.
fn average() -> impl Strategy<Value = Average> {
    (persons(), 0_u8..6).prop_map(|(persons, form)| match form {
        0 => ("averageInsured", json!(persons), persons),
        1 if persons < 10_000_000 => ("averageInsured", json!(format!("{persons}.000001")), persons),
        2 => ("averageInsured", json!(format!("{}.999999", persons - 1)), persons),
        3 if persons < 10_000_000 => ("insuredPersonMonths", json!(persons * 12 + 1), persons),
        4 => ("insuredPersonMonths", json!(persons * 12 - 1), persons),
        5 if persons < 10_000_000 => ("averageInsured", json!(format!("{persons}.5")), persons),
        _ => ("insuredPersonMonths", json!(persons * 12), persons),
    })
}

/// Nobody, the last that either limit allows, one less, one more, or any number.
fn recipients(persons: u64) -> impl Strategy<Value = u64> {
    let average = AverageInsured::parse(&persons.to_string()).unwrap();
    let rounds = refund_rounds();
    let limits = rounds.iter().flat_map(|round| [round.control_target, round.small_employer_limit]);
    let allowed: Vec<u64> = limits.map(|limit| average.persons_within(limit)).collect();
    let near =
        (prop::sample::select(allowed), 0_u64..=2).prop_map(|(allowed, more)| (allowed + more).saturating_sub(1));
    prop_oneof![2 => Just(0), 5 => near, 1 => 0..persons.clamp(2, 40)]
}

fn headcounts() -> impl Strategy<Value = (Option<Average>, Option<u64>)> {
    let stated =
        average().prop_flat_map(|average| maybe(recipients(average.2)).prop_map(move |d| (Some(average.clone()), d)));
    prop_oneof![5 => stated, 1 => maybe(0_u64..40).prop_map(|recipients| (None, recipients))]
}

/// The first and the last day of every round, the adjacent days, and any other.
fn day() -> impl Strategy<Value = Date> {
    prop_oneof![1 => prop::sample::select(edges("refund")).prop_flat_map(around), 5 => day_in(2021..2028)]
}

prop_compose! {
    /// An employer; most conditions are mostly met, so that the others decide.
    pub fn refund_request()(
        as_of in day(),
        applicant in maybe(prop_oneof![
            2 => Just("enterprise"), 1 => prop::sample::select(options("refund", "applicant"))
        ]),
        size in maybe(prop::sample::select(options("refund", "size"))),
        (average, recipients) in headcounts(),
        months in maybe(prop_oneof![4 => Just(12_u8), 1 => 0_u8..=11]),
        premium in maybe(prop_oneof![0_u64..1_000, 0_u64..100_000_000_000, Just(100_000_000_000_000)]),
        listings in maybe(prop_oneof![
            9 => Just(vec![]), 1 => (1..=3_usize).prop_map(|some| options("refund", "creditListings")[..some].to_vec())
        ]),
        zombie in mostly(false),
        dispatch in maybe(any::<bool>()),
        account in maybe(any::<bool>()),
    ) -> Json {
        let mut request = json!({"calculator": "refund", "asOf": as_of.to_string(), "facts": {
            "applicant": applicant, "size": size, "benefitDrawers": recipients,
            "fullyPaidMonths": months, "premiumPaid": premium.map(yuan), "creditListings": listings, "zombie": zombie,
            "labourDispatch": dispatch, "corporateAccount": account,
        }});
        if let Some((name, value, _)) = average {
            request["facts"][name] = value;
        }
        request
    }
}
