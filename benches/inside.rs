//! What `cargo xtask bench` times and counts without leaving wasm: the refund rule in loops. In no build that is published.

use std::hint::black_box;

use wasm_bindgen::prelude::{JsError, JsValue, wasm_bindgen};
use wengang::api::answer::Calculator;
use wengang::api::{self, Request, request};
use wengang::law::PACK;
use wengang::policy::ratio::Ratio;
use wengang::web::{fold::fold, value};
use wengang_engine::{Date, Fraction, Money};

fn main() {}

/// A refund case, read once.
#[wasm_bindgen]
pub struct Inside {
    request: Request,
    day: Date,
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
        let request = request::read(&plain, fold)?;
        if request.calculator != Calculator::REFUND {
            return Err(JsError::new("not a refund case"));
        }
        let day = Date::parse(&request.as_of.to_string())?;
        Ok(Self { request, day })
    }

    /// Judges the case `times` times, each with its conditions, steps and sources.
    pub fn evaluate(&self, times: u32) {
        let Self { request, day } = self;
        for _ in 0..times {
            let judged = wengang_engine::assess(&PACK, request.calculator.code(), black_box(&request.case), *day);
            drop(black_box(judged));
        }
    }

    /// Judges and words the case `times` times: the Assessment of the API, before its conversion to JavaScript.
    pub fn assess(&self, times: u32) {
        for _ in 0..times {
            drop(black_box(api::assess(black_box(&self.request))));
        }
    }

    /// Counts the premiums of 0…`most` 分 whose share at the rate that the rule finds is not what whole numbers say:
    /// `milli_percent` thousandths of a per cent, half a 分 and more made a whole one. All where the rule finds no rate.
    pub fn wrong(&self, most: u32, milli_percent: u32) -> u32 {
        let judged = api::assess(&self.request).ok();
        let rate = judged.as_ref().and_then(|judged| Ratio::parse(judged.decimal("rate")?));
        let Some(rate) = rate.and_then(|rate| Fraction::decimal(i128::from(rate.milli_percent()), 5).ok()) else {
            return most;
        };
        let is_wrong = |fen: &u64| {
            let expected = (fen * u64::from(milli_percent) + 50_000) / 100_000;
            share(*fen, rate) != Fraction::decimal(i128::from(expected), 2).ok()
        };
        (0..=u64::from(most)).filter(is_wrong).map(|_| 1).sum()
    }
}

/// The share of a premium, rounded by the engine as it rounds a refund.
fn share(fen: u64, rate: Fraction) -> Option<Fraction> {
    let premium = Fraction::decimal(i128::from(fen), 2).ok()?;
    Some(Money::new(premium.times(rate).ok()?).rounded().ok()?.get())
}
