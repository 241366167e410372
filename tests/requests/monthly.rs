//! Requests for premium and benefit, aimed at the edges of the packs.

use proptest::prelude::*;
use serde_json::{Value as Json, json};
use wengang::api::policies::regions;
use wengang::policy::date::Date;
use wengang::policy::month::Month;

use super::law::{self, benefit_months, head, options};
use super::{day_in, maybe, yuan};

/// The month of the day, one month either side of it and any other.
fn month_around(edges: Vec<Date>) -> impl Strategy<Value = String> {
    let edge = (prop::sample::select(edges), 0_u16..26).prop_map(|(edge, later)| {
        // Up to two years before the edge, and a month behind it.
        let start = Month::of(Date::new(edge.year() - 2, edge.month(), 1));
        start.plus(later).to_string()
    });
    let any = day_in(2000..2040).prop_map(|day| Month::of(day).to_string());
    prop_oneof![3 => edge, 1 => any]
}

/// The days from which on another rule holds.
fn changes(id: &str) -> Vec<Date> {
    head(id).rules.from.iter().map(|(from, _)| *from).collect()
}

fn wage() -> impl Strategy<Value = String> {
    let limits = law::bases();
    let limits = limits.iter().flat_map(|base| [base.floor, base.cap]);
    let edges: Vec<u64> = limits.map(|limit| limit.to_string().replace('.', "").parse().unwrap()).collect();
    let near = (prop::sample::select(edges), 0_u64..=2).prop_map(|(edge, more)| edge + more - 1);
    // Wages whose shares end in half a 分: those of 0.7 % and 0.3 %, of 1 %, of 2 %.
    let halves = (0_u64..4000, prop::sample::select(&[(1000, 500), (100, 50), (50, 25)][..]));
    let halves = halves.prop_map(|(count, (step, first))| count * step + first);
    let fen = prop_oneof![near, halves, 0_u64..3_000_000, Just(0), Just(100_000_000_000_000)];
    fen.prop_map(yuan)
}

prop_compose! {
    /// A wage in a month: at limits, half a 分, and either side of every change of rate.
    pub fn premium_request()(
        as_of in day_in(2015..2030),
        wage in maybe(wage()),
        headcount in maybe(prop_oneof![0_u32..50, Just(10_000_000)]),
        months in maybe(1_u8..=12),
        month in maybe(month_around(changes("premium"))),
    ) -> Json {
        json!({"calculator": "premium", "asOf": as_of.to_string(), "facts": {
            "monthlyWage": wage, "headcount": headcount, "months": months, "month": month,
        }})
    }
}

/// Either side of every full year, and any number of months.
fn insured() -> impl Strategy<Value = u32> {
    let near = (1_u32..=20, 0_u32..=2).prop_map(|(years, more)| years * 12 + more - 1);
    prop_oneof![4 => near, 1 => 0_u32..=1200]
}

prop_compose! {
    /// An unemployed person: either side of a full year, of the most, and of every change of standard.
    pub fn benefit_request()(
        as_of in day_in(2015..2030),
        region in maybe((0..regions().len()).prop_map(|place| regions()[place].slug)),
        first in maybe(month_around(changes("unemployment-benefit"))),
        insured in maybe(insured()),
        // Mostly a reason that counts, so that most are paid.
        separation in maybe(prop_oneof![
            3 => Just("dismissed"), 1 => prop::sample::select(options("unemployment-benefit", "separation"))
        ]),
        registered in maybe(prop::bool::weighted(0.8)),
        unused in maybe(0_u8..=24),
        reemployed in maybe(any::<bool>()),
        to_retirement in prop_oneof![3 => Just(None), 3 => (0_u16..=40).prop_map(Some), 1 => (0_u16..=600).prop_map(Some)],
    ) -> Json {
        // A full year insured since the last claim and re-employed for less than one: refused.
        let is_refused = insured.is_some_and(|months| u64::from(months) >= benefit_months());
        let reemployed = reemployed.map(|word| word && !is_refused);
        json!({"calculator": "unemployment-benefit", "asOf": as_of.to_string(), "facts": {
            "region": region, "firstMonth": first, "insuredMonths": insured,
            "separation": separation, "registered": registered, "unusedMonths": unused,
            "reemployedUnderOneYear": reemployed, "monthsToRetirement": to_retirement,
        }})
    }
}
