//! What the first screen needs of the law. `build/` generates it from the built-in pack; the pack itself is read once
//! the user computes something. For a pack that is loaded later it is made when that pack is taken into use.

mod of;

use std::cell::Cell;

use wengang_engine::Pack;

use crate::policy::assessment::Evidence;
use crate::policy::date::{Date, Window};
use crate::policy::pack::{Heads, Industry, MeasureHead, PlaceHead, PlatformHead, Region, RuleHead};
use crate::policy::timeline::{Span, Timeline};

#[allow(missing_docs, clippy::unreadable_literal, reason = "written by the build from policies/")]
mod written {
    use super::*;

    include!(concat!(env!("OUT_DIR"), "/heads.rs"));
}

pub use written::HEADS;

thread_local! {
    static IN_USE: Cell<&'static Heads> = const { Cell::new(&HEADS) };
}

/// Those of the law of the place in use.
#[must_use]
pub fn heads() -> &'static Heads {
    IN_USE.get()
}

/// Takes those of a pack into use, which stays in memory.
pub(crate) fn take(pack: &'static Pack) {
    IN_USE.set(Box::leak(Box::new(of::of(pack))));
}
