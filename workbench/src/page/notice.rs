//! Step 1: the notice is pasted and registered.

use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use wengang_engine::Date;
use yew::prelude::*;

use super::part::{self, Files};
use super::state::Action;
use super::{Handle, Props};
use crate::notice::of_bytes;
use crate::workspace::{Registration, key_of};

/// The step.
#[component]
pub fn Step(props: &Props) -> Html {
    let bench = &props.bench;
    let paste = {
        let bench = bench.clone();
        Callback::from(move |event: InputEvent| {
            if let Some(text) = event.target_dyn_into::<HtmlTextAreaElement>() {
                bench.dispatch(Action::Paste(text.value()));
            }
        })
    };
    let text = bench.work.notice().text().to_owned();
    let troubles = if text.is_empty() { Vec::new() } else { bench.work.notice().troubles() };
    html! {
        <section class="two">
            <div>
                <h2>{ "粘贴通知全文" }</h2>
                <p>{ "打开通知，全选、复制，粘贴到这里。只在这台电脑上读，不发到任何地方。" }</p>
                <label for="notice">{ "通知全文" }</label>
                <textarea id="notice" class="notice" rows="18" value={text} oninput={paste} data-test="notice" />
                { open_text(bench) }
                <ul class="faults" data-test="troubles">
                    for trouble in troubles { <li data-weight="wrong">{ trouble.sentence }</li> }
                </ul>
            </div>
            <Form ..props.clone() />
        </section>
    }
}

/// A box for a text file of the notice.
fn open_text(bench: &Handle) -> Html {
    let bench = bench.clone();
    let opened = move |files: Vec<(String, Vec<u8>)>| {
        let Some((_, bytes)) = files.first() else { return };
        bench.dispatch(match of_bytes(bytes) {
            Ok(text) => Action::Paste(text),
            Err(trouble) => Action::Say(trouble.sentence, true),
        });
    };
    part::file_box("或者打开文本文件…", "open-notice", Files::One, Callback::from(opened))
}

/// What the head of the notice says of it, to be looked over.
#[component]
fn Form(props: &Props) -> Html {
    let bench = &props.bench;
    let found = bench.work.registration();
    let edited = use_state(|| None::<Registration>);
    let is_registered = bench.work.document().is_some();
    let shown = (*edited).clone().unwrap_or_else(|| found.clone());
    // Another text is another notice.
    use_effect_with(found.clone(), {
        let edited = edited.clone();
        move |_| edited.set(None)
    });
    let place = bench.work.place().to_owned();
    let field = |title: &'static str, test: &'static str, value: String, put: fn(&mut Registration, String, &str)| {
        let (edited, shown, place) = (edited.clone(), shown.clone(), place.clone());
        let typed = move |event: InputEvent| {
            let Some(input) = event.target_dyn_into::<HtmlInputElement>() else { return };
            let mut next = shown.clone();
            put(&mut next, input.value(), &place);
            edited.set(Some(next));
        };
        html! { <label class="field">{ title }<input value={value} oninput={typed} data-test={test} /></label> }
    };
    let register = {
        let (bench, shown) = (bench.clone(), shown.clone());
        move |_: MouseEvent| bench.dispatch(Action::Register(shown.clone()))
    };
    let number = |next: &mut Registration, text: String, place: &str| {
        next.key = key_of(place, &text);
        next.number = text;
    };
    let day = shown.issued_on.map(|day| day.to_string()).unwrap_or_default();
    html! {
        <div class="form">
            <h2>{ "登记这份通知" }</h2>
            <p>{ "从开头读到的，请核对；拿不准的空着。" }</p>
            { field("文号", "number", shown.number.clone(), number) }
            { field("标题", "title", shown.title.clone(), |next, text, _| next.title = text) }
            { field("发文单位", "issuer", shown.issuer.clone(), |next, text, _| next.issuer = text) }
            { field("印发日期（2027-03-15）", "issued-on", day, |next, text, _| next.issued_on = Date::parse(text.trim()).ok()) }
            { field("代号（文件里引用它）", "key", shown.key.clone(), |next, text, _| next.key = text) }
            <button type="button" class="primary" onclick={register} data-test="register">
                { if is_registered { "重新登记" } else { "登记，下一步" } }
            </button>
        </div>
    }
}
