//! Listeners: the only closures of the view, each made in one place.

use std::rc::Rc;

use wasm_bindgen::JsCast as _;
use web_sys::{ClipboardEvent, DataTransfer, DragEvent, Event, HtmlInputElement};
use yew::html::{onblur, onchange, onclick, ondrop, oninput, onpaste, ontoggle};
use yew::virtual_dom::Listener;
use yew::{Callback, InputEvent, MouseEvent, TargetCast as _};

use crate::api::poster::{Poster, Sheet};
use crate::state::{Action, DrawnPoster, Input, several};
use crate::view::browser::BrowserHandle;

/// Sends the whole text of a box, unfiltered.
pub(crate) fn typed(send: &Callback<Action>, input: Input) -> Rc<dyn Listener> {
    let send = send.clone();
    Rc::new(oninput::Wrapper::new(Callback::from(move |event: InputEvent| {
        if let Some(element) = event.target_dyn_into::<HtmlInputElement>() {
            send.emit(Action::Type(input, element.value()));
        }
    })))
}

/// Sends what is pasted out of a sheet: the browser would run its cells together before they are read.
pub(crate) fn pasted(send: &Callback<Action>, input: Input, is_words: bool) -> Rc<dyn Listener> {
    let send = send.clone();
    Rc::new(onpaste::Wrapper::new(Callback::from(move |event: Event| {
        let data = event.dyn_ref::<ClipboardEvent>().and_then(ClipboardEvent::clipboard_data);
        cells(&send, (input, is_words), &event, data);
    })))
}

/// Sends what is dragged out of a sheet, likewise.
pub(crate) fn dropped(send: &Callback<Action>, input: Input, is_words: bool) -> Rc<dyn Listener> {
    let send = send.clone();
    Rc::new(ondrop::Wrapper::new(Callback::from(move |event: DragEvent| {
        cells(&send, (input, is_words), &event, event.data_transfer());
    })))
}

/// A single cell is left to the browser.
fn cells(send: &Callback<Action>, (input, is_words): (Input, bool), event: &Event, data: Option<DataTransfer>) {
    let text = data.and_then(|data| data.get_data("text").ok()).unwrap_or_default();
    let (Some(shown), Some(element)) = (several(is_words, &text), event.target_dyn_into::<HtmlInputElement>()) else {
        return;
    };
    event.prevent_default();
    // Where the browser cannot put them in, the box stays as it is.
    if element.set_range_text(&shown).is_ok() {
        send.emit(Action::Paste(input, text, element.value()));
    }
}

/// Says that a box was left.
pub(crate) fn left(send: &Callback<Action>, input: Input) -> Rc<dyn Listener> {
    let send = send.clone();
    Rc::new(onblur::Wrapper::new(Callback::from(move |_| send.emit(Action::Blur(input)))))
}

/// Sends an action when a choice changes.
pub(crate) fn changed(send: &Callback<Action>, action: Action) -> Rc<dyn Listener> {
    let send = send.clone();
    Rc::new(onchange::Wrapper::new(Callback::from(move |_| send.emit(action.clone()))))
}

/// Sends an action at a click; a link does not leave the page.
pub(crate) fn clicked(send: &Callback<Action>, action: Action) -> Rc<dyn Listener> {
    let send = send.clone();
    Rc::new(onclick::Wrapper::new(Callback::from(move |event: MouseEvent| {
        event.prevent_default();
        send.emit(action.clone());
    })))
}

/// Goes back to the screen that the guide was opened from; sends an action where it was opened by its address.
pub(crate) fn back(send: &Callback<Action>, browser: BrowserHandle, action: Action) -> Rc<dyn Listener> {
    let send = send.clone();
    Rc::new(onclick::Wrapper::new(Callback::from(move |_| {
        if !browser.back() {
            send.emit(action.clone());
        }
    })))
}

/// Saves a calendar's event at a click.
pub(crate) fn saving(browser: BrowserHandle, name: String, event: String) -> Rc<dyn Listener> {
    Rc::new(onclick::Wrapper::new(Callback::from(move |_| browser.save_event(&name, &event))))
}

/// Opens the browser's window for printing at a click.
pub(crate) fn printing(browser: BrowserHandle) -> Rc<dyn Listener> {
    Rc::new(onclick::Wrapper::new(Callback::from(move |_| browser.print())))
}

/// Copies a text at a click, and says how that went.
pub(crate) fn copying(send: &Callback<Action>, browser: BrowserHandle, text: &str) -> Rc<dyn Listener> {
    let (send, text) = (send.clone(), text.to_owned());
    Rc::new(onclick::Wrapper::new(Callback::from(move |_| {
        let copied = text.clone();
        browser.copy_text(&text, send.reform(move |is_copied| Action::Copied(copied.clone(), is_copied)));
    })))
}

/// Draws a poster on sheets at a click, and says what came of it.
pub(crate) fn drawing(
    send: &Callback<Action>,
    browser: BrowserHandle,
    poster: Rc<Poster>,
    sheets: &'static [Sheet],
) -> Rc<dyn Listener> {
    let send = send.clone();
    Rc::new(onclick::Wrapper::new(Callback::from(move |_| {
        let drawn = Rc::clone(&poster);
        let done =
            send.reform(move |images| Action::PosterDrawn(Rc::new(DrawnPoster { poster: Rc::clone(&drawn), images })));
        browser.draw_poster(&poster, sheets, done);
    })))
}

/// Saves a poster as a page to print at a click.
pub(crate) fn saving_poster(browser: BrowserHandle, poster: Rc<Poster>, name: String) -> Rc<dyn Listener> {
    Rc::new(onclick::Wrapper::new(Callback::from(move |_| browser.save_poster(&poster, &name))))
}

/// Reloads the page at a click.
pub(crate) fn reloading(browser: BrowserHandle) -> Rc<dyn Listener> {
    Rc::new(onclick::Wrapper::new(Callback::from(move |_| browser.reload())))
}

/// Says that what is folded in was opened, or folded in again.
pub(crate) fn opened(call: Callback<()>) -> Rc<dyn Listener> {
    Rc::new(ontoggle::Wrapper::new(Callback::from(move |_| call.emit(()))))
}

/// Brings the element with that id into view at a click.
pub(crate) fn revealing(browser: BrowserHandle, id: &str) -> Rc<dyn Listener> {
    let id = id.to_owned();
    Rc::new(onclick::Wrapper::new(Callback::from(move |_| browser.reveal(&id))))
}
