//! Random requests, aimed at the edges of the law: for the properties, and for comparing implementations.

pub mod completions;
pub mod hiring;
pub mod law;
mod monthly;
mod refund;
mod size;
mod skill;
mod wild;

use proptest::prelude::*;
use wengang::policy::date::Date;

pub use completions::completions;
pub use hiring::hiring_request;
pub use monthly::{benefit_request, premium_request};
pub use refund::refund_request;
pub use size::size_request;
pub use skill::skill_request;
pub use wild::{arbitrary_json, nearly_right_request};

fn maybe<T: std::fmt::Debug + Clone>(strategy: impl Strategy<Value = T>) -> impl Strategy<Value = Option<T>> {
    prop::option::weighted(0.8, strategy)
}

/// A yes, a no, or nothing; mostly the one given.
fn mostly(usual: bool) -> impl Strategy<Value = Option<bool>> {
    maybe(prop::bool::weighted(if usual { 0.9 } else { 0.1 }))
}

/// The day itself, the one before and the one after.
fn around(day: Date) -> impl Strategy<Value = Date> {
    prop::sample::select(vec![day.previous(), day, day.next()])
}

/// Any day of some years; each month's last is drawn more often than others.
fn day_in(years: std::ops::Range<u16>) -> impl Strategy<Value = Date> {
    (years, 1_u8..=12, 1_u8..=34).prop_map(|(year, month, day)| Date::new(year, month, day))
}

/// 元 with two decimals.
fn yuan(fen: u64) -> String {
    format!("{}.{:02}", fen / 100, fen % 100)
}
