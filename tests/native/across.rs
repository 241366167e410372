//! What holds across the measures.

mod arbitrary;
mod by_hand;
mod calendar;
mod command;
mod formula;
mod properties;
