//! A link as a code to scan: one path, in the colours of paper independent of the page's own.

use crate::api::poster::{Code, QUIET};
use crate::view::part::tree::Tree;

/// The code of a text; nothing where it is too long for one.
pub(crate) fn qr(t: &mut Tree, hook: &str, sentence: &str, text: &str) {
    t.slot(|t| {
        let Some(code) = Code::of(text) else { return };
        let side = (code.side() + 2 * QUIET).to_string();
        t.el("svg", "qr", |t| {
            t.test(hook);
            t.set("role", "img");
            t.set("aria-label", sentence);
            t.set("viewBox", &["0 0 ", &side, " ", &side].concat());
            t.set("shape-rendering", "crispEdges");
            t.el("path", "", |t| t.set("d", &squares(&code)));
        });
    });
}

/// Every dark square as a part of one path.
fn squares(code: &Code) -> String {
    let mut path = String::new();
    for y in 0..code.side() {
        for x in (0..code.side()).filter(|x| code.is_dark(*x, y)) {
            path += &["M", &(x + QUIET).to_string(), " ", &(y + QUIET).to_string(), "h1v1h-1z"].concat();
        }
    }
    path
}
