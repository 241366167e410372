//! The document: its root, its title, where the reader is.

use wasm_bindgen::JsCast as _;
use web_sys::{Document, Element, HtmlElement, ScrollRestoration};

/// The attribute of the root element that tests and boot.js read.
const READY: &str = "data-state";

fn document() -> Option<Document> {
    web_sys::window()?.document()
}

/// The element with that id.
#[must_use]
pub fn element(id: &str) -> Option<Element> {
    document()?.get_element_by_id(id)
}

/// Replaces the prerendered page by the page, which was drawn out of sight; nothing where that is done.
#[must_use]
pub fn reveal_app(prerendered: &str, page: &str) -> Option<()> {
    element(prerendered)?.remove();
    element(page)?.remove_attribute("aria-hidden").ok()
}

/// Marks on the root element that the first screen is shown.
#[must_use]
pub fn mark_ready() -> Option<()> {
    document()?.document_element()?.set_attribute(READY, "ready").ok()
}

/// Whether the first screen is shown.
#[must_use]
pub fn is_ready() -> bool {
    document().and_then(|document| document.document_element()).is_some_and(|root| root.has_attribute(READY))
}

/// What takes the focus inside of what is revealed. An answer has boxes too, far below its verdict.
const INSIDE: &str = ".verdict[tabindex], input";

/// The attribute of the root element by which the styles know 长辈版.
const ELDER: &str = "data-elder";

/// Makes everything large, or as it was.
#[must_use]
pub fn set_elder_mode(is_elder: bool) -> Option<()> {
    document()?.document_element()?.toggle_attribute_with_force(ELDER, is_elder).ok().map(|_| ())
}

/// Scrolls to the first box that cannot be read and focuses it.
#[must_use]
pub fn reveal_wrong() -> Option<()> {
    let input = document()?.query_selector("main [aria-invalid=true]").ok()??;
    input.scroll_into_view();
    focus(&input)
}

/// Gives the window its title.
#[must_use]
pub fn entitle(title: &str) -> Option<()> {
    document()?.set_title(title);
    Some(())
}

/// Reloads the page.
#[must_use]
pub fn reload() -> Option<()> {
    web_sys::window()?.location().reload().ok()
}

/// Scrolls to an element and focuses it: on the verdict of an answer, else on the first box or mark.
#[must_use]
pub fn reveal(id: &str) -> Option<()> {
    let element = element(id)?;
    element.scroll_into_view();
    focus(&element.query_selector(INSIDE).ok().flatten().unwrap_or(element))
}

/// Shows the top of the page and puts the focus on an element there, without the ring.
#[must_use]
pub fn focus_top(id: &str) -> Option<()> {
    web_sys::window()?.scroll_to_with_x_and_y(0.0, 0.0);
    focus(&element(id)?)
}

/// Remembers the place that is read: what is scrolled how far, and where the focus is.
///
/// Returns a function that restores it while the elements are still in the document.
#[must_use]
pub fn save_scroll() -> Option<impl Fn()> {
    // Else the browser scrolls too, by what it saw while the place was hidden.
    web_sys::window()?.history().ok()?.set_scroll_restoration(ScrollRestoration::Manual).ok()?;
    let focused = document()?.active_element()?;
    let scrolled = scrolled()?;
    Some(move || {
        // Where the browser refuses one of these, the others still help.
        let _ = focus(&focused);
        for (element, left, top) in &scrolled {
            element.set_scroll_left(*left);
            element.set_scroll_top(*top);
        }
    })
}

/// The elements that are scrolled, with how far.
fn scrolled() -> Option<Vec<(Element, i32, i32)>> {
    let all = document()?.query_selector_all("html, main div").ok()?;
    let elements = (0..all.length()).filter_map(|index| all.get(index)?.dyn_into::<Element>().ok());
    let places = elements.map(|element| {
        let (left, top) = (element.scroll_left(), element.scroll_top());
        (element, left, top)
    });
    Some(places.filter(|(_, left, top)| (*left, *top) != (0, 0)).collect())
}

fn focus(element: &Element) -> Option<()> {
    element.dyn_ref::<HtmlElement>()?.focus().ok()
}
