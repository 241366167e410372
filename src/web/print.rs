//! Printing, where it does something.

use js_sys::{Function, Reflect};
use wasm_bindgen::JsCast as _;

use crate::web::inside::is_inside_app;

/// A mouse or a pen: phones print from their own menu, and `print()` does nothing in many of their browsers.
const FINE: &str = "(pointer: fine)";

/// Whether a button that prints does something.
#[must_use]
pub fn can_print() -> bool {
    let Some(window) = web_sys::window() else { return false };
    let is_there = Reflect::get(&window, &"print".into()).is_ok_and(|print| print.is_instance_of::<Function>());
    let is_fine = window.match_media(FINE).ok().flatten().is_some_and(|query| query.matches());
    is_there && is_fine && !is_inside_app()
}

/// Opens the browser's own window for printing.
#[must_use]
pub fn print() -> Option<()> {
    web_sys::window()?.print().ok()
}
