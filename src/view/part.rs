//! What the page is put together from.

pub(super) mod action;
pub(super) mod chart;
pub(super) mod choice;
pub(super) mod citation;

pub(super) mod field;
pub(super) mod listen;
pub(super) mod qr;
pub(super) mod sign;
pub(super) mod table;
pub(super) mod tree;
