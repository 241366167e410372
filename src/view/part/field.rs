//! A question with a box to type in: raw text in, what was understood below.

use yew::{AttrValue, Html, html};

use crate::state::{Action, Input, Reading};
use crate::text::page::question::{Asked, UNDERSTOOD};
use crate::view::Page;
use crate::view::part::choice::{self, alone};
use crate::view::part::listen;

/// A box and its question.
pub(crate) struct TextBox<'a> {
    /// The id of its element; the box itself is `{id}-input`.
    pub(crate) id: AttrValue,
    /// Its test hook; the box itself is `{test}-input`.
    pub(crate) test: AttrValue,
    /// Which box.
    pub(crate) input: Input,
    /// What is asked.
    pub(crate) asked: &'a Asked,
    /// The keyboard of a phone: `decimal`, `numeric` or `text`.
    pub(crate) keyboard: &'static str,
    /// The unit beside the box.
    pub(crate) unit: &'static str,
    /// Whether 不清楚 stands beside it.
    pub(crate) unknown: bool,
    /// The list of words to pick from.
    pub(crate) list: Option<&'static str>,
    /// What holds while nothing is typed.
    pub(crate) empty: Option<String>,
}

/// Shows the question with its box.
pub(crate) fn text_box(page: Page<'_>, text: &TextBox<'_>) -> Html {
    let reading = page.state.reading(text.input);
    html! {
        <div class="question" id={text.id.clone()} data-test={text.test.clone()}>
            <label class="ask" for={format!("{}-input", text.id)}>{ &text.asked.ask }</label>
            <p class="hint" id={format!("{}-hint", text.id)}>{ text.asked.hint }</p>
            <div class="box-row">
                { input(page, text, reading.error().is_some()) }
                { unknown(page, text) }
            </div>
            { message(&text.id, &text.test, &reading) }
        </div>
    }
}

/// The box itself with its unit.
pub(crate) fn input(page: Page<'_>, text: &TextBox<'_>, is_wrong: bool) -> Html {
    let field = page.state.field(text.input);
    let value = field.map(|field| field.text.clone()).unwrap_or_default();
    html! {
        <div class={if is_wrong { "box is-wrong" } else { "box" }}>
            <input type="text" class="numeric" id={format!("{}-input", text.id)} data-test={format!("{}-input", text.test)}
                inputmode={text.keyboard} autocomplete="off" placeholder={text.empty.clone()} value={value} list={text.list}
                aria-invalid={is_wrong.then_some("true")} aria-describedby={format!("{0}-message {0}-hint", text.id)}
                oninput={listen::typed(page.send, text.input)} onblur={listen::left(page.send, text.input)} />
            if !text.unit.is_empty() {
                <span class="unit">{ text.unit }</span>
            }
        </div>
    }
}

fn unknown(page: Page<'_>, text: &TextBox<'_>) -> Html {
    if !text.unknown {
        return Html::default();
    }
    let checked = page.state.field(text.input).is_some_and(|field| field.unknown);
    alone(page.send, &text.test, &choice::unknown(checked, Action::DontKnow(text.input, !checked)))
}

/// What was understood, or what is wrong: a line that is always there, so that nothing is recreated beside the box.
pub(crate) fn message(id: &str, test: &str, reading: &Reading) -> Html {
    let error = reading.error();
    let understood = reading.understood().filter(|text| !text.is_empty());
    let line = error.clone().or_else(|| understood.map(|text| format!("{UNDERSTOOD} {text}")));
    let class = if error.is_some() { "message is-wrong" } else { "message" };
    html! {
        <p class={class} id={format!("{id}-message")} data-test={format!("{test}-message")}>{ line.unwrap_or_default() }</p>
    }
}
