//! A poster, made at a tap: an image to press long, and a page to print where the device saves files.

use std::rc::Rc;

use yew::Callback;

use crate::api::poster::{Poster, Sheet, TooLong};
use crate::state::{Action, DrawnPoster, State};
use crate::text::page::poster as words;
use crate::view::browser::BrowserHandle;
use crate::view::part::action::button;
use crate::view::part::listen;
use crate::view::part::qr::qr;
use crate::view::part::tree::Tree;

/// A poster that can be made.
pub(super) struct Offer {
    /// Its content.
    pub(super) poster: Rc<Poster>,
    /// Whether its address is short enough for a code.
    pub(super) fits: Result<(), TooLong>,
    /// The images to make.
    pub(super) sheets: &'static [Sheet],
}

/// Shows the button, or what came of it. What was drawn for other answers is not shown.
pub(super) fn poster(t: &mut Tree, state: &State, send: &Callback<Action>, browser: BrowserHandle, offer: Offer) {
    let is_it = |drawn: &&Rc<DrawnPoster>| {
        drawn.poster == offer.poster && (drawn.images.is_empty() || drawn.images.len() == offer.sheets.len())
    };
    let drawn = state.share.drawn.as_ref().filter(is_it).map(|drawn| drawn.images.clone());
    t.el("div", "poster", |t| {
        t.set("aria-live", "polite");
        match (drawn, offer.fits) {
            (None, _) => make(t, send, browser, offer),
            (Some(_), Err(part)) => problem(t, part.sentence()),
            (Some(images), Ok(())) if images.is_empty() => {
                problem(t, words::NOT_DRAWN);
                // Not by way of a canvas: a code that can be photographed all the same.
                qr(t, "poster-svg", words::CODE, &offer.poster.address);
            }
            (Some(images), Ok(())) => made(t, browser, offer, &images),
        }
    });
}

fn make(t: &mut Tree, send: &Callback<Action>, browser: BrowserHandle, offer: Offer) {
    let text = if offer.sheets.contains(&Sheet::Code) { words::MAKE_BOTH } else { words::MAKE };
    // A poster without a code is not drawn.
    let sheets = if offer.fits.is_ok() { offer.sheets } else { &[] };
    button(t, "secondary", "poster-make", text, listen::drawing(send, browser, offer.poster, sheets));
}

fn problem(t: &mut Tree, sentence: &str) {
    t.hooked("p", "notice", "poster-problem", sentence);
}

fn made(t: &mut Tree, browser: BrowserHandle, offer: Offer, images: &[Rc<str>]) {
    let saves = browser.can_save();
    t.line("p", "hint", if saves { words::PRESS_OR_CLICK } else { words::PRESS });
    for (sheet, image) in offer.sheets.iter().zip(images) {
        let (hook, spoken) = match sheet {
            Sheet::Code => ("poster-code", words::CODE.to_owned()),
            Sheet::Phone | Sheet::Paper => ("poster-image", offer.poster.spoken()),
        };
        t.el("img", "poster-image", |t| {
            t.test(hook);
            t.set("alt", &spoken);
            t.set("src", image);
        });
    }
    t.slot(|t| {
        if saves {
            let name = words::file_name(offer.poster.measure);
            let save = listen::saving_poster(browser, offer.poster, name);
            button(t, "secondary", "poster-save", words::SAVE_PAPER, save);
        }
    });
}
