//! Enterprises: either side of every bound of their industry.

use proptest::prelude::*;
use serde_json::{Value as Json, json};
use wengang::packs::PACKS;
use wengang::policy::money::Money;
use wengang::policy::pack::{Bound, Industry};

use super::{maybe, yuan};

fn fen(money: Money) -> u64 {
    money.to_string().replace('.', "").parse().unwrap()
}

/// The bounds of an industry on one indicator: persons, or 分.
fn bounds(industry: &Industry, of: impl Fn(&Bound) -> Option<u64>) -> Vec<u64> {
    industry.bounds.iter().flatten().copied().flatten().filter_map(of).collect()
}

/// A bound, one less, one more, or any number up to the most.
fn near(bounds: Vec<u64>, most: u64) -> BoxedStrategy<u64> {
    if bounds.is_empty() {
        return (0..=most).boxed();
    }
    let near = (prop::sample::select(bounds), 0_u64..=2).prop_map(|(bound, more)| bound + more - 1);
    prop_oneof![8 => near, 1 => 0..=most].boxed()
}

/// An enterprise of any industry, or of none that is told.
pub fn size_request() -> impl Strategy<Value = Json> {
    maybe(prop::sample::select(PACKS.size.industries.iter().collect::<Vec<_>>())).prop_flat_map(|industry| {
        let of = |indicator: fn(&Bound) -> Option<u64>| industry.map_or(Vec::new(), |one| bounds(one, indicator));
        let employees =
            of(|bound| if let Bound::Employees(persons) = bound { Some(u64::from(*persons)) } else { None });
        let revenue = of(|bound| if let Bound::Revenue(money) = bound { Some(fen(*money)) } else { None });
        let assets = of(|bound| if let Bound::Assets(money) = bound { Some(fen(*money)) } else { None });
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
