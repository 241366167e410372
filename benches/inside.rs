//! What `cargo xtask bench` times and counts without leaving wasm: the refund rule in loops. In no build that is published.

use std::hint::black_box;

use wasm_bindgen::prelude::{JsError, JsValue, wasm_bindgen};
use wengang::api::{self, Facts, Request, request};
use wengang::packs::PACKS;
use wengang::policy::case::RefundFacts;
use wengang::policy::date::Date;
use wengang::policy::money::Money;
use wengang::policy::rules::refund;
use wengang::web::{fold::fold, value};

fn main() {}

/// A refund case, read once.
#[wasm_bindgen]
pub struct Inside {
    facts: RefundFacts,
    as_of: Date,
}

#[wasm_bindgen]
impl Inside {
    /// Reads a request as the package's `assess` does.
    ///
    /// # Errors
    /// Where the request is no refund case.
    #[wasm_bindgen(constructor)]
    pub fn new(request: &JsValue) -> Result<Self, JsError> {
        let plain = value::read(request).map_err(|_| JsError::new("not plain data"))?;
        match request::read(&plain, fold)? {
            Request { facts: Facts::Refund(facts), as_of } => Ok(Self { facts, as_of }),
            _ => Err(JsError::new("not a refund case")),
        }
    }

    /// Judges the case so many times, each with its conditions, steps and sources.
    pub fn evaluate(&self, times: u32) {
        for _ in 0..times {
            black_box(refund::assess(black_box(&self.facts), &PACKS, self.as_of));
        }
    }

    /// Judges and words the case so many times: the Assessment of the API, before it becomes JavaScript's.
    pub fn assess(&self, times: u32) {
        let request = Request { as_of: self.as_of, facts: Facts::Refund(self.facts.clone()) };
        for _ in 0..times {
            black_box(api::assess(black_box(&request)));
        }
    }

    /// Counts the premiums of 0…`most` 分 whose share at the rate that the rule finds is not what whole numbers say:
    /// `milli_percent` thousandths of a per cent, half a 分 and more made a whole one. All where the rule finds no rate.
    pub fn wrong(&self, most: u32, milli_percent: u32) -> u32 {
        let judged = refund::assess(&self.facts, &PACKS, self.as_of);
        let Some(rate) = judged.result.and_then(|result| result.rate) else { return most };
        let is_wrong = |fen: &u64| {
            let expected = (fen * u64::from(milli_percent) + 50_000) / 100_000;
            Money::from_fen(*fen).share(rate) != Money::from_fen(expected)
        };
        (0..=u64::from(most)).filter(is_wrong).map(|_| 1).sum()
    }
}
