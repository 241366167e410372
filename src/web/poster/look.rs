//! Checks a drawn image: privacy settings scramble what a page reads back from a canvas, and then the code on it could
//! not be scanned from a photograph.

use js_sys::{Array, Promise};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement, HtmlImageElement};

use crate::api::poster::{Colour, Layout, Mark};
use crate::web::poster::clear;

/// The difference up to which two colours are the same: some settings change the last bits, which no reader notices.
const TOLERANCE: u8 = 48;

/// An image, by its address, and what is to be seen on it.
pub(super) type Drawn = (String, Layout);

/// Calls back with whether every image shows what was drawn, once the browser has read them.
pub(super) fn look(images: Vec<Drawn>, call: Box<dyn Fn(bool)>) -> Result<(), JsValue> {
    let mut seen = Vec::new();
    let reading = Array::new();
    for (address, layout) in images {
        let image = HtmlImageElement::new()?;
        image.set_src(&address);
        reading.push(&image.decode());
        seen.push((image, layout));
    }
    let call = std::rc::Rc::new(call);
    let other = std::rc::Rc::clone(&call);
    let read =
        Closure::once(move |_: JsValue| call(seen.iter().all(|(image, layout)| shows(image, layout) == Some(true))));
    let refused = Closure::once(move |_: JsValue| other(false));
    let _ = Promise::all(&reading).then2(&read, &refused);
    // One of the two is called, and a poster is drawn seldom: what stays behind is nothing.
    read.forget();
    refused.forget();
    Ok(())
}

fn shows(image: &HtmlImageElement, layout: &Layout) -> Option<bool> {
    let document = web_sys::window()?.document()?;
    let canvas: HtmlCanvasElement = document.create_element("canvas").ok()?.dyn_into().ok()?;
    canvas.set_width(u32::try_from(layout.width).ok()?);
    canvas.set_height(u32::try_from(layout.height).ok()?);
    let pen: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
    pen.draw_image_with_html_image_element(image, 0.0, 0.0).ok()?;
    let modules = modules(layout);
    // From a pixel of paper before the code on. All in one read: browsers warn about many reads.
    let left = modules.iter().map(|(left, _)| *left).min()? - 1;
    let top = modules.iter().map(|(_, top)| *top).min()?;
    let right = modules.iter().map(|(left, _)| *left).max()?;
    let bottom = modules.iter().map(|(_, top)| *top).max()?;
    let (width, height) = (right - left + 1, bottom - top + 1);
    let pixels = pen.get_image_data(left.into(), top.into(), width.into(), height.into()).ok()?.data();
    clear(&canvas);
    let is = |(x, y): (i32, i32), wanted: u8| {
        let from = usize::try_from(((y - top) * width + x - left) * 4).ok()?;
        Some(pixels.get(from..from + 3)?.iter().all(|part| part.abs_diff(wanted) <= TOLERANCE))
    };
    let is_dark = modules.iter().all(|module| is(*module, u8::MIN) == Some(true));
    Some(is_dark && is((left, top), u8::MAX) == Some(true))
}

/// The upper left corners of all dark modules of the code.
fn modules(layout: &Layout) -> Vec<(i32, i32)> {
    let corner = |mark: &Mark| match mark {
        Mark::Box { left, top, colour: Colour::Black, .. } => Some((*left, *top)),
        Mark::Box { .. } | Mark::Text { .. } => None,
    };
    layout.marks.iter().filter_map(corner).collect()
}
