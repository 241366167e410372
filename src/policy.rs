//! CORE: what the law says and what it means for a case.
//!
//! Pure and total: no web, no clock, no I/O, no floats, no globals. The day of application comes in as a value.

pub mod assessment;
pub mod case;
pub mod citation;
pub mod date;
pub mod error;
pub mod list;
pub mod money;
pub mod month;
pub mod number;
mod occupation;
pub mod pack;
pub mod ratio;
pub mod rules;
pub mod timeline;
pub mod verdict;
