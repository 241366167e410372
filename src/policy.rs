//! CORE: values (days, months, amounts, shares, words of the API), and which rule a day falls under.
//!
//! Pure and total: no web, no clock, no I/O, no floats, no globals. The day of application is a parameter. The law
//! itself is in `policies/`; the engine judges by it.

pub mod assessment;
pub mod case;
pub mod date;
pub mod error;
pub mod list;
pub mod money;
pub mod month;
pub mod number;
pub mod pack;
pub mod ratio;
pub mod rule_status;
pub mod timeline;
pub mod verdict;
