//! The first step: which measure, which day, and the list.

use wasm_bindgen::JsCast as _;
use web_sys::{File, HtmlTextAreaElement};
use wengang::web::inside::is_inside_app;
use yew::prelude::*;

use super::app::{STEP, StepProps};
use super::field::{Field, option};
use super::session::Session;
use crate::state::Action;
use crate::text::page as words;
use crate::web::files;

/// The step of the list.
#[component]
pub fn Begin(props: &StepProps) -> Html {
    let session = &props.session;
    html! {
        <section class="stage" aria-labelledby={STEP}>
            <h2 id={STEP} tabindex="-1">{ words::CHOOSE }</h2>
            <Undo session={session.clone()} />
            if session.state.ready.is_none() && session.state.problem.is_empty() {
                <p role="status">{ words::BEGINNING }</p>
            }
            <MeasureAndDay session={session.clone()} />
            <Drop open={session.open.clone()} />
            <Paste session={session.clone()} />
            <Template session={session.clone()} />
        </section>
    }
}

/// The way back to the list that was there before, the first thing after the heading, which has the focus then.
#[component]
fn Undo(props: &StepProps) -> Html {
    let Session { state, send, .. } = &props.session;
    let Some(before) = &state.before_restart else { return Html::default() };
    let undo = send.reform(|_: MouseEvent| Action::Undo);
    html! {
        <p>
            <button type="button" class="secondary" data-test="undo" onclick={undo}>{ words::undo(&before.source) }</button>
        </p>
    }
}

/// The empty list, or what to do where it cannot be downloaded.
#[component]
fn Template(props: &StepProps) -> Html {
    if is_inside_app() {
        return html! { <p class="hint" data-test="inside-app">{ words::INSIDE_APP }</p> };
    }
    let template = props.session.send.reform(|_: MouseEvent| Action::Template);
    html! {
        <p class="buttons">
            <button type="button" class="secondary" data-test="template" onclick={template}>{ words::TEMPLATE }</button>
            <span class="hint">{ words::TEMPLATE_HINT }</span>
        </p>
    }
}

/// The measure and the day of application, on every step on which they can be changed.
#[component]
pub fn MeasureAndDay(props: &StepProps) -> Html {
    let Session { state, send, .. } = &props.session;
    let ready = state.ready.clone().unwrap_or_default();
    let options: Vec<_> = ready.calculators.iter().map(|measure| option(&measure.code, &measure.name)).collect();
    html! {
        <div class="fields">
            if !options.is_empty() {
                <Field id="calculator" label={words::CALCULATOR} {options} value={state.settings.calculator.clone()}
                    on_value={send.reform(Action::Choose)} />
            }
            <Field id="as-of" label={words::DAY} hint={words::DAY_HINT} value={state.settings.as_of.clone()}
                on_value={send.reform(Action::Day)} />
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct DropProps {
    open: Callback<File>,
}

/// Where a file is chosen. Dropped files are handled by the whole page.
#[component]
fn Drop(props: &DropProps) -> Html {
    let open = props.open.clone();
    let onchange = Callback::from(move |event: Event| {
        if let Some(file) = files::chosen(&event) {
            open.emit(file);
        }
    });
    html! {
        <div class="drop" data-test="drop">
            <p>
                { words::DROP }
                <label class="primary choose">
                    { words::FILE }
                    <input type="file" class="aloud" data-test="file" {onchange}
                        accept=".xlsx,.xlsm,.xls,.xlsb,.ods,.et,.csv,.tsv,.txt" />
                </label>
            </p>
            <p class="hint">{ words::KINDS }</p>
        </div>
    }
}

/// Where a list is pasted.
#[component]
fn Paste(props: &StepProps) -> Html {
    let Session { send, open, .. } = props.session.clone();
    let typed = send.clone();
    let onpaste = Callback::from(move |event: Event| {
        let Some(event) = event.dyn_ref::<web_sys::ClipboardEvent>() else { return };
        event.prevent_default();
        match files::pasted(event) {
            (Some(file), _) => open.emit(file),
            (None, text) => send.emit(Action::Paste(text)),
        }
    });
    let onchange = Callback::from(move |event: Event| {
        let text = event.target_dyn_into::<HtmlTextAreaElement>().map(|area| area.value()).unwrap_or_default();
        if !text.trim().is_empty() {
            typed.emit(Action::Paste(text));
        }
    });
    html! {
        <p class="labelled">
            <label for="paste">{ words::PASTE }</label>
            <textarea id="paste" data-test="paste" rows="2" {onpaste} {onchange} />
        </p>
    }
}
