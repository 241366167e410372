//! Workers: either side of every number of months and of every last day, with subsidies received before.

use proptest::prelude::*;
use serde_json::{Value as Json, json};
use wengang::policy::date::Date;

use super::law::{edges, options, skill_rules};
use super::{around, day_in, maybe, mostly};

/// Some are the same occupation, written in another way.
const OCCUPATIONS: [&str; 7] = ["电工", " 电工　", "焊工", "茶艺师", "ＣＮＣ操作工", "cnc操作工", "保育师"];

fn occupation() -> impl Strategy<Value = &'static str> {
    prop::sample::select(&OCCUPATIONS[..])
}

/// The day of application, the day a year before it, the adjacent days, and any other of three years.
fn issued_for(as_of: Date) -> impl Strategy<Value = Date> {
    let year_before = Date::new(as_of.year() - 1, as_of.month(), as_of.day());
    prop_oneof![
        1 => around(as_of),
        2 => around(year_before),
        5 => day_in(as_of.year() - 1..as_of.year() + 1),
        1 => day_in(as_of.year() - 2..as_of.year() + 2),
    ]
}

prop_compose! {
    fn certificate(as_of: Date)(
        occupation in occupation(),
        level in prop_oneof![8 => 3_u8..=5, 2 => 1_u8..=2, 1 => Just(0)],
        kind in prop_oneof![5 => Just("skill-level"), 1 => prop::sample::select(options("skill-subsidy", "certificates.kind"))],
        issued in issued_for(as_of),
        trained in mostly(false),
        urgent in maybe(any::<bool>()),
    ) -> Json {
        json!({"occupation": occupation, "level": level, "kind": kind, "issuedOn": issued.to_string(),
               "trainingSubsidyReceived": trained, "urgentShortage": urgent})
    }
}

prop_compose! {
    fn received(as_of: Date)(
        occupation in occupation(),
        level in 0_u8..=5,
        on in prop_oneof![3 => day_in(as_of.year() - 1..as_of.year() + 1), 1 => around(as_of)].prop_map(move |on| on.min(as_of)),
        urgent in maybe(any::<bool>()),
    ) -> Json {
        json!({"occupation": occupation, "level": level, "receivedOn": on.to_string(), "urgentShortage": urgent})
    }
}

/// The first and the last day of every rule, the adjacent days, and any other.
fn day() -> impl Strategy<Value = Date> {
    prop_oneof![1 => prop::sample::select(edges("skill-subsidy")).prop_flat_map(around), 5 => day_in(2023..2029)]
}

/// Either side of what each rule asks, and any number.
fn insured() -> impl Strategy<Value = u32> {
    let wanted = skill_rules().iter().map(|rule| rule.insured_months).collect::<Vec<_>>();
    let near = (prop::sample::select(wanted), 0_u32..=2).prop_map(|(months, more)| months + more - 1);
    prop_oneof![3 => near, 3 => 36_u32..400, 1 => 0_u32..=1200]
}

fn person() -> impl Strategy<Value = &'static str> {
    prop_oneof![6 => Just("enterprise-employee"), 1 => prop::sample::select(options("skill-subsidy", "person"))]
}

/// A worker with as many certificates at most.
pub fn skill_request(most: usize) -> impl Strategy<Value = Json> {
    day().prop_flat_map(move |as_of| {
        let certificates = prop::collection::vec(certificate(as_of), 0..=most);
        let received = maybe(prop::collection::vec(received(as_of), 0..4));
        (maybe(person()), maybe(insured()), certificates, received).prop_map(
            move |(person, insured, certificates, received)| {
                json!({"calculator": "skill-subsidy", "asOf": as_of.to_string(), "facts": {
                    "person": person, "insuredMonths": insured, "certificates": certificates,
                    "received": received,
                }})
            },
        )
    })
}
