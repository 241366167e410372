//! Draws the state.

mod answer;
mod app;
mod bars;
mod begin;
mod confirm;
mod faults;
mod field;
mod foot;
mod groups;
mod judging;
mod paid;
mod result;
mod rows;
mod same;
mod session;
mod totals;

pub use app::App;
