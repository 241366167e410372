//! What the page and its worker ask of the browser, one file a facility.

pub mod files;
pub mod worker;
pub mod working;
