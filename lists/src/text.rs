//! The words of the page.

pub mod desk;
pub mod page;
