//! Employers: hires of every kind, on either side of the year in which one may apply and of every year's rule.

use proptest::prelude::*;
use serde_json::{Value as Json, json};
use wengang::policy::date::Date;

use super::law::{edges, options};
use super::{around, day_in, maybe, mostly};

/// The day of application, the day a year before it, the first days of years, and any other of two years.
fn hired_for(as_of: Date) -> impl Strategy<Value = Date> {
    let year_before = Date::new(as_of.year() - 1, as_of.month(), as_of.day());
    let of_years = vec![Date::year_start(as_of.year()), Date::year_start(as_of.year() - 1)];
    let any = prop_oneof![
        1 => around(as_of),
        2 => around(year_before),
        2 => prop::sample::select(of_years).prop_flat_map(around),
        6 => day_in(as_of.year() - 1..as_of.year() + 1),
    ];
    any.prop_map(move |day| day.min(as_of))
}

/// The most months that can have been paid from a day to another.
pub fn most_months(hired: Date, as_of: Date) -> u16 {
    (0..120).find(|months| hired.plus_months(months + 1) > as_of).unwrap_or(119) + 1
}

prop_compose! {
    fn hire(as_of: Date)(hired in hired_for(as_of))(
        kind in prop_oneof![1 => Just("other"), 6 => prop::sample::select(options("hiring-subsidy", "hires.kind"))],
        contract in mostly(true),
        paid in maybe(0..=most_months(hired, as_of).min(14)),
        still in mostly(true),
        used in mostly(false),
        hired in Just(hired),
    ) -> Json {
        json!({"kind": kind, "hiredOn": hired.to_string(), "contract": contract, "paidMonths": paid,
               "stillInsured": still, "usedBefore": used})
    }
}

fn day() -> impl Strategy<Value = Date> {
    prop_oneof![1 => prop::sample::select(edges("hiring-subsidy")).prop_flat_map(around), 5 => day_in(2023..2029)]
}

fn applicant() -> impl Strategy<Value = &'static str> {
    prop_oneof![4 => Just("enterprise"), 3 => prop::sample::select(options("hiring-subsidy", "applicant"))]
}

/// An employer with as many hires at most.
pub fn hiring_request(most: usize) -> impl Strategy<Value = Json> {
    day().prop_flat_map(move |as_of| {
        let hires = prop::collection::vec(hire(as_of), 0..=most);
        (maybe(applicant()), hires).prop_map(move |(applicant, hires)| {
            json!({"calculator": "hiring-subsidy", "asOf": as_of.to_string(), "facts": {
                "applicant": applicant, "hires": hires,
            }})
        })
    })
}
