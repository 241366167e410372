//! Enterprises: either side of every bound of their industry.

use proptest::prelude::*;
use serde_json::{Value as Json, json};
use wengang::api::policies::industries;

use super::law::{self, Bound};
use super::{maybe, yuan};

/// The bounds of an industry on one indicator: persons, or 分.
fn bounds(industry: &str, of: impl Fn(Bound) -> Option<u64>) -> Vec<u64> {
    law::bounds(industry).into_iter().filter_map(of).collect()
}

/// A bound, one less, one more, or any number up to the most.
fn near(bounds: Vec<u64>, most: u64) -> BoxedStrategy<u64> {
    if bounds.is_empty() {
        return (0..=most).boxed();
    }
    let near = (prop::sample::select(bounds), 0_u64..=2).prop_map(|(bound, more)| bound + more - 1);
    prop_oneof![8 => near, 1 => 0..=most].boxed()
}

/// An enterprise of any industry, or of an unknown one.
pub fn size_request() -> impl Strategy<Value = Json> {
    maybe(prop::sample::select(industries().iter().collect::<Vec<_>>())).prop_flat_map(|industry| {
        let of = |indicator: fn(Bound) -> Option<u64>| industry.map_or(Vec::new(), |one| bounds(one.id, indicator));
        let employees = of(|bound| if let Bound::Employees(persons) = bound { Some(persons) } else { None });
        let revenue = of(|bound| if let Bound::Revenue(fen) = bound { Some(fen) } else { None });
        let assets = of(|bound| if let Bound::Assets(fen) = bound { Some(fen) } else { None });
        let id = industry.map(|industry| industry.id);
        let money = |bounds| maybe(near(bounds, 100_000_000_000_000).prop_map(yuan));
        (maybe(near(employees, 10_000_000)), money(revenue), money(assets)).prop_map(
            move |(employees, revenue, assets)| {
                json!({"calculator": "size-class", "asOf": "2024-09-01", "facts": {
                    "industry": id, "employees": employees, "revenue": revenue, "assets": assets,
                }})
            },
        )
    })
}
