//! The law built in: the pack that the build makes of `policies/`.

use std::cell::OnceCell;
use std::ops::Deref;

use wengang_engine::pack::Measure;
use wengang_engine::{Pack, packed};

use crate::api::answer::Calculator;

/// The pack, read when it is first needed.
///
/// The build has read the same bytes. Should they be damaged all the same, no measure is known and every case is refused.
pub static PACK: BuiltIn = BuiltIn;

/// The pack of `policies/`.
#[derive(Debug)]
pub struct BuiltIn;

thread_local! {
    // Not `LazyLock`: it calls what reads the pack through the table of functions, and what is called so stands in the
    // page's first part (docs/adr/0009).
    static READ: OnceCell<&'static Pack> = const { OnceCell::new() };
}

impl Deref for BuiltIn {
    type Target = Pack;

    fn deref(&self) -> &Pack {
        READ.with(|read| *read.get_or_init(|| Box::leak(Box::new(packed::read_built_in(BYTES).unwrap_or_default()))))
    }
}

const BYTES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/law.pack"));

/// The measure that a calculator goes by.
#[must_use]
pub fn measure(calculator: Calculator) -> Option<&'static Measure> {
    PACK.measure(calculator.code())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_calculator_has_its_measure() {
        for calculator in Calculator::all() {
            assert!(measure(calculator).is_some(), "{calculator:?}");
        }
    }
}
