//! The law in use: the pack that the build makes of `policies/`, and packs that were given later.

use std::cell::Cell;
use std::ops::Deref;

use wengang_engine::pack::Measure;
use wengang_engine::packed::{Header, PackedError};
use wengang_engine::{Pack, packed};

use crate::api::answer::Calculator;
use crate::heads;

/// The pack of the place that is built in, read when it is first needed.
///
/// The build has read the same bytes. Should they be damaged all the same, no measure is known and every case is refused.
pub static PACK: OwnPlace = OwnPlace;

/// The place that is built in: by the pack of `policies/`, or by one that was given in its stead.
#[derive(Debug)]
pub struct OwnPlace;

thread_local! {
    // Not `LazyLock`: it calls the reader of the pack through the table of functions, and functions that are called in
    // that way are in the page's first part (docs/adr/0009).
    static IN_USE: Cell<Option<InUse>> = const { Cell::new(None) };
}

/// The packs in use. What was read stays in memory: answers refer to it.
#[derive(Clone, Copy)]
struct InUse {
    own: Known,
    /// Those of other places, each place once.
    others: &'static [Known],
}

#[derive(Clone, Copy)]
struct Known {
    pack: &'static Pack,
    /// `None` for the pack that is built in.
    sha256: Option<[u8; packed::HASH]>,
}

impl InUse {
    fn now() -> Self {
        if let Some(known) = IN_USE.get() {
            return known;
        }
        let pack = packed::read_built_in(BYTES).unwrap_or_else(|_| Box::leak(Box::default()));
        let read = Self { own: Known { pack, sha256: None }, others: &[] };
        IN_USE.set(Some(read));
        read
    }

    fn all(self) -> impl Iterator<Item = Known> {
        std::iter::once(self.own).chain(self.others.iter().copied())
    }
}

impl Deref for OwnPlace {
    type Target = Pack;

    fn deref(&self) -> &Pack {
        InUse::now().own.pack
    }
}

const BYTES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/law.pack"));

/// The measure that a calculator goes by.
#[must_use]
pub fn measure(calculator: Calculator) -> Option<&'static Measure> {
    pack(calculator).measure(calculator.code())
}

/// The law that a calculator belongs to.
#[must_use]
pub fn pack(calculator: Calculator) -> &'static Pack {
    let others = calculator.place().and_then(of_place);
    others.unwrap_or_else(|| InUse::now().own.pack)
}

/// The law of a place by its id.
#[must_use]
pub fn of_place(place: &str) -> Option<&'static Pack> {
    packs().find(|pack| pack.place.id == place)
}

/// The law of every place, the one that is built in first.
pub fn packs() -> impl Iterator<Item = &'static Pack> {
    InUse::now().all().map(|known| known.pack)
}

/// The calculator of a measure of one of the [`packs`].
#[must_use]
pub fn calculator(pack: &'static Pack, measure: &'static Measure) -> Calculator {
    let is_own = std::ptr::eq(pack, InUse::now().own.pack);
    Calculator::of((!is_own).then_some(pack), measure)
}

/// Takes a pack into use as the law of the place: calculators that name none go by it from now on, alone.
pub fn take_as_own(pack: &'static Pack) {
    IN_USE.set(Some(InUse { own: Known { pack, sha256: None }, others: &[] }));
    heads::take(pack);
}

/// Takes a pack into use from now on: in the stead of its place's law, or as the law of one more place.
///
/// # Errors
/// Where the bytes are no pack that can be evaluated; nothing has changed then.
pub fn take(bytes: &[u8]) -> Result<(Header, &'static Pack), PackedError> {
    let header = packed::header(bytes)?;
    let sha256 = Some(header.sha256);
    let now = InUse::now();
    // Given twice, it is not read into memory twice.
    if let Some(known) = now.all().find(|known| known.sha256 == sha256) {
        return Ok((header, known.pack));
    }
    let pack: &'static Pack = Box::leak(Box::new(packed::read(bytes)?));
    let given = Known { pack, sha256 };
    let then = if pack.place.id == now.own.pack.place.id {
        InUse { own: given, ..now }
    } else {
        let mut others = now.others.to_vec();
        others.retain(|known| known.pack.place.id != pack.place.id);
        others.push(given);
        InUse { others: Box::leak(others.into_boxed_slice()), ..now }
    };
    IN_USE.set(Some(then));
    Ok((header, pack))
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

    #[test]
    fn a_measure_built_in_is_its_calculator() {
        for measure in &InUse::now().own.pack.measures {
            assert_eq!(Some(calculator(InUse::now().own.pack, measure)), Calculator::of_code(&measure.id));
        }
    }
}
