//! Small drawings: SVG with classes and presentation attributes only, and the same figures as a table below.
//!
//! Yew creates `svg` and its descendants in the SVG namespace by itself. Positions are whole units of a drawing that is
//! [`WIDTH`] wide; on the narrowest phone a unit is about a pixel.

use crate::text::chart as words;
use crate::view::part::tree::Tree;

/// How wide every drawing is.
pub(crate) const WIDTH: u32 = 300;
/// How wide a letter of a label is at most; a Chinese one is two.
const LETTER: u32 = 9;

/// The drawing: one picture for ears, with a sentence that says all of it.
pub(crate) fn drawing(t: &mut Tree, hook: &str, sentence: &str, height: u32, inside: impl FnOnce(&mut Tree)) {
    t.el("svg", "chart", |t| {
        t.test(hook);
        t.set("role", "img");
        t.set("aria-label", sentence);
        t.set("viewBox", &["0 0 ", &WIDTH.to_string(), " ", &height.to_string()].concat());
        hatching(t);
        inside(t);
    });
}

/// The same figures as a table, behind a line that opens.
pub(crate) fn as_table(t: &mut Tree, hook: &str, table: impl FnOnce(&mut Tree)) {
    t.el("details", "as-table", |t| {
        t.test(hook);
        t.line("summary", "", words::AS_TABLE);
        table(t);
    });
}

/// Hatching, which differs from a plain area without any colour.
fn hatching(t: &mut Tree) {
    t.el("pattern", "", |t| {
        t.id("hatch");
        t.set("patternUnits", "userSpaceOnUse");
        t.set("width", "8");
        t.set("height", "8");
        path(t, "chart-hatch", "M-2 2L2 -2M0 8L8 0M6 10L10 6");
    });
}

/// A shape: a path's own commands.
pub(crate) fn path(t: &mut Tree, class: &'static str, commands: &str) {
    t.el("path", class, |t| t.set("d", commands));
}

/// A line from one place to another.
pub(crate) fn line(t: &mut Tree, class: &'static str, [x, y]: [u32; 2], [to_x, to_y]: [u32; 2]) {
    let [x, y, to_x, to_y] = [x, y, to_x, to_y].map(|number| number.to_string());
    path(t, class, &["M", &x, " ", &y, "L", &to_x, " ", &to_y].concat());
}

/// An area between two corners, plain or with slanted lines.
pub(crate) fn area(t: &mut Tree, class: &'static str, [x, y]: [u32; 2], [to_x, to_y]: [u32; 2], is_hatched: bool) {
    let [x, y, to_x, to_y] = [x, y, to_x, to_y].map(|number| number.to_string());
    let commands = ["M", &x, " ", &y, "H", &to_x, "V", &to_y, "H", &x, "Z"].concat();
    path(t, class, &commands);
    if is_hatched {
        t.el("path", "", |t| {
            t.set("d", &commands);
            t.set("fill", "url(#hatch)");
        });
    }
}

/// A label around a place, pushed inwards where it would be cut off.
pub(crate) fn label(t: &mut Tree, [x, y]: [u32; 2], text: &str) {
    let half = width_of(text).div_ceil(2);
    let x = x.max(half).min(WIDTH.saturating_sub(half));
    t.el("text", "", |t| {
        t.set("x", &x.to_string());
        t.set("y", &y.to_string());
        t.set("text-anchor", "middle");
        t.text(text);
    });
}

/// How wide a label is at most.
pub(crate) fn width_of(text: &str) -> u32 {
    text.chars().map(|letter| if letter.is_ascii() { LETTER } else { 2 * LETTER }).sum()
}
