//! What the first screen needs of the law. `build/` writes it out of the pack; the pack itself is read once somebody computes.

use crate::policy::assessment::Evidence;
use crate::policy::date::{Date, Window};
use crate::policy::pack::{Heads, Industry, MeasureHead, Region, RuleHead};
use crate::policy::timeline::{Span, Timeline};

#[allow(missing_docs, clippy::unreadable_literal, reason = "written by the build from policies/")]
mod written {
    use super::*;

    include!(concat!(env!("OUT_DIR"), "/heads.rs"));
}

pub use written::HEADS;
