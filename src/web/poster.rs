//! Draws a poster: as an image that can be saved by a long press, and as a page to print.

mod look;

use std::rc::Rc;

use js_sys::Uint8Array;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

use crate::api::poster::{Colour, Face, Layout, Mark, Poster, Sheet, lay, pdf};
use crate::web::save;
use look::look;

/// How the address of an image begins that the browser really drew: where it cannot, it says `data:,`.
const PNG: &str = "data:image/png;base64,";
const JPEG: &str = "data:image/jpeg;base64,";
/// The JPEG quality: letters stay clean at 300 dots per inch.
const QUALITY: f64 = 0.92;

/// Draws the poster on sheets, and calls back with the addresses of PNGs: all, or none where the browser does not draw,
/// draws wrongly, or the address is too long for a code.
#[inline(never)] // An entry of the lazy chunk (xtask/src/split.rs).
pub fn draw(poster: &Poster, sheets: &[Sheet], call: Box<dyn Fn(Vec<Rc<str>>)>) {
    let drawn: Option<Vec<_>> = sheets.iter().map(|sheet| image(poster, *sheet)).collect();
    let drawn = drawn.unwrap_or_default();
    let images: Vec<Rc<str>> = drawn.iter().map(|(address, _)| Rc::from(address.as_str())).collect();
    let call = Rc::new(call);
    let looked = {
        let call = Rc::clone(&call);
        Box::new(move |is_seen| call(if is_seen { images.clone() } else { Vec::new() }))
    };
    if look(drawn, looked).is_err() {
        call(Vec::new());
    }
}

fn image(poster: &Poster, sheet: Sheet) -> Option<(String, Layout)> {
    let (canvas, layout) = drawn(poster, sheet)?;
    let image = canvas.to_data_url().ok();
    clear(&canvas);
    Some((image.filter(|image| image.starts_with(PNG))?, layout))
}

/// Saves the poster as a page of A4 under a name; `None` where the browser does not.
#[must_use]
#[inline(never)] // An entry of the lazy chunk (xtask/src/split.rs).
pub fn save(poster: &Poster, name: &str) -> Option<()> {
    let (canvas, _) = drawn(poster, Sheet::Paper)?;
    let (width, height) = (i32::try_from(canvas.width()).ok()?, i32::try_from(canvas.height()).ok()?);
    let image = canvas.to_data_url_with_type_and_encoder_options("image/jpeg", &JsValue::from_f64(QUALITY)).ok();
    clear(&canvas);
    let signs = image.as_ref()?.strip_prefix(JPEG)?;
    // One character per byte.
    let bytes = web_sys::window()?.atob(signs).ok()?;
    let jpeg: Vec<u8> = bytes.chars().map(|character| character as u8).collect();
    let file = pdf::page(&jpeg, width, height);
    save::save(name, &Uint8Array::from(file.as_slice()).into(), "application/pdf").ok()
}

/// A canvas with the poster drawn on it, and the layout.
fn drawn(poster: &Poster, sheet: Sheet) -> Option<(HtmlCanvasElement, Layout)> {
    let document = web_sys::window()?.document()?;
    let canvas: HtmlCanvasElement = document.create_element("canvas").ok()?.dyn_into().ok()?;
    let pen: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
    let family = family()?;
    let measure = |text: &str, face: Face| {
        pen.set_font(&font(face, &family));
        // One pixel is added so that a line is never wider than measured.
        pen.measure_text(text).map_or(0, |measured| measured.width() as i32 + 1)
    };
    let layout = lay(poster, sheet, measure)?;
    // Sizes are set before anything is drawn: they clear the canvas.
    canvas.set_width(u32::try_from(layout.width).ok()?);
    canvas.set_height(u32::try_from(layout.height).ok()?);
    paint(&pen, &layout, &family);
    Some((canvas, layout))
}

fn paint(pen: &CanvasRenderingContext2d, layout: &Layout, family: &str) {
    let fill = |left: i32, top: i32, width: i32, height: i32| {
        pen.fill_rect(left.into(), top.into(), width.into(), height.into());
    };
    pen.set_fill_style_str(Colour::Paper.code());
    fill(0, 0, layout.width, layout.height);
    for mark in &layout.marks {
        match mark {
            Mark::Box { left, top, width, height, colour } => {
                pen.set_fill_style_str(colour.code());
                fill(*left, *top, *width, *height);
            }
            Mark::Text { text, left, baseline, face, colour } => {
                pen.set_fill_style_str(colour.code());
                pen.set_font(&font(*face, family));
                // If one line cannot be drawn, none can.
                let _ = pen.fill_text(text, (*left).into(), (*baseline).into());
            }
        }
    }
}

/// A font as CSS writes it.
fn font(face: Face, family: &str) -> String {
    [if face.is_bold { "bold " } else { "" }, &face.size.to_string(), "px ", family].concat()
}

/// The page's own fonts: the system's Chinese ones.
fn family() -> Option<String> {
    let window = web_sys::window()?;
    let style = window.get_computed_style(&*window.document()?.body()?).ok()??;
    style.get_property_value("font-family").ok()
}

/// Some phones hold few canvases: the memory is given back at once.
fn clear(canvas: &HtmlCanvasElement) {
    canvas.set_width(0);
    canvas.set_height(0);
}
