//! Evaluates a law that is written as data.
//!
//! A [`Pack`] is the law of a place: facts to ask, figures with their sources, decision tables, conditions, amounts and
//! sentences. [`assess`] judges a [`Case`] on a day by one of its measures. Verdicts are three-valued: what depends on a
//! missing fact is unknown, and the answer says which fact is missing; nothing is "eligible" unless every completion of
//! the facts is. Money is exact and rounded once, half up to 分.
//!
//! The crate has no clock, no input or output, no floating-point numbers and no panics. Evaluation ends for any pack and
//! any case, also for a pack that no compiler made: it counts its steps.
//!
//! Read [`pack`] for what a law is, [`Expr`] for what an officer can write, [`Assessment`] for what comes out.

#![forbid(unsafe_code)]

pub mod assessment;
pub mod pack;
pub mod packed;

mod analysis;
mod assess;
mod bounds;
mod case;
mod compare;
mod date;
mod error;
mod evaluate;
mod expression;
mod fraction;
mod outline;
mod plan;
mod rule_status;
mod sentence;
mod set;
mod value;

pub use analysis::can_hold;
pub use assess::{assess, summarize};
pub use assessment::{Assessment, Outcome, Summary};
pub use case::{Case, CaseError, Contradiction};
pub use compare::{Cells, Compared, ComparedRow, RowIs, compare};
pub use date::{Date, DateError, Month};
pub use error::{Error, NoValue};
pub use expression::{Added, Aggregate, Binary, Expr, Given, Listed, OUTCOMES, PlanOf, Supposition, Unary};
pub use fraction::Fraction;
pub use outline::{Outline, Span, newest_check, outline};
pub use pack::Pack;
pub use rule_status::rule_status;
pub use sentence::ask;
pub use value::{Count, Kind, Money, OptionId, Percent, Ratio, Value, Words};
