//! Listeners: the only closures of the view, each made in one place.

use web_sys::HtmlInputElement;
use yew::{Callback, Event, FocusEvent, InputEvent, MouseEvent, TargetCast as _};

use crate::state::{Action, Input};
use crate::view::host::Host;

/// Sends the whole text of a box, as it stands.
pub(crate) fn typed(send: &Callback<Action>, input: Input) -> Callback<InputEvent> {
    let send = send.clone();
    Callback::from(move |event: InputEvent| {
        if let Some(element) = event.target_dyn_into::<HtmlInputElement>() {
            send.emit(Action::Type(input, element.value()));
        }
    })
}

/// Says that a box was left.
pub(crate) fn left(send: &Callback<Action>, input: Input) -> Callback<FocusEvent> {
    let send = send.clone();
    Callback::from(move |_| send.emit(Action::Leave(input)))
}

/// Sends an action when a choice changes.
pub(crate) fn changed(send: &Callback<Action>, action: Action) -> Callback<Event> {
    let send = send.clone();
    Callback::from(move |_| send.emit(action.clone()))
}

/// Sends an action at a click; a link does not leave the page.
pub(crate) fn clicked(send: &Callback<Action>, action: Action) -> Callback<MouseEvent> {
    let send = send.clone();
    Callback::from(move |event: MouseEvent| {
        event.prevent_default();
        send.emit(action.clone());
    })
}

/// Brings the element with that id into view at a click.
pub(crate) fn revealing(host: Host, id: &'static str) -> Callback<MouseEvent> {
    Callback::from(move |event: MouseEvent| {
        event.prevent_default();
        (host.reveal)(id);
    })
}
