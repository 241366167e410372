//! A question with a box to type in: raw text in, what was understood below.

use yew::Callback;

use crate::state::{Action, Field, Input, Reading, State};
use crate::text::page::question::{Asked, UNDERSTOOD};
use crate::view::Page;
use crate::view::part::choice::{self, Mark, alone, hint};
use crate::view::part::listen;
use crate::view::part::tree::Tree;

/// A box and its question.
pub(crate) struct TextBox<'a> {
    /// The id of its element; the box itself is `{id}-input`.
    pub(crate) id: &'a str,
    /// Its test hook; the box itself is `{test}-input`.
    pub(crate) test: &'a str,
    /// Which box.
    pub(crate) input: Input,
    /// What is asked.
    pub(crate) asked: &'a Asked,
    /// The keyboard of a phone: `decimal`, `numeric` or `text`.
    pub(crate) keyboard: &'static str,
    /// The unit next to the box.
    pub(crate) unit: &'static str,
    /// Whether 不清楚 is next to it.
    pub(crate) unknown: bool,
    /// Whether it takes words rather than a number or a day.
    pub(crate) is_words: bool,
    /// The list of words to pick from; empty: none.
    pub(crate) list: &'static str,
    /// What holds while nothing is typed.
    pub(crate) empty: Option<String>,
    /// Words for a text that can be picked instead of being typed, and the text.
    pub(crate) full: Option<(&'static str, String)>,
}

impl<'a> TextBox<'a> {
    /// A box for words, with 不清楚 next to it.
    pub(crate) const fn new(id: &'a str, test: &'a str, input: Input, asked: &'a Asked) -> Self {
        Self {
            id,
            test,
            input,
            asked,
            keyboard: "text",
            unit: "",
            unknown: true,
            is_words: false,
            list: "",
            empty: None,
            full: None,
        }
    }
}

/// The content of a box, and how it was read.
pub(crate) struct Typed<'a> {
    /// `None`: the row of the box was removed.
    pub(crate) field: Option<&'a Field>,
    /// What is understood of it.
    pub(crate) reading: Reading,
}

impl<'a> Typed<'a> {
    /// The content of a box of the page.
    pub(crate) fn of(state: &'a State, input: Input) -> Self {
        Self { field: state.field(input), reading: state.reading(input) }
    }

    /// What is wrong with it.
    pub(crate) fn error(&self) -> Option<String> {
        self.reading.error()
    }
}

/// Shows the question with its box.
pub(crate) fn text_box(t: &mut Tree, page: Page<'_>, text: &TextBox<'_>) {
    box_of(t, &Typed::of(page.state, text.input), page.send, text);
}

/// The same where there is no answer yet.
pub(crate) fn box_of(t: &mut Tree, typed: &Typed<'_>, send: &Callback<Action>, text: &TextBox<'_>) {
    t.el("div", "question", |t| {
        t.id(text.id);
        t.test(text.test);
        label(t, "ask", text.id, text.asked);
        hint(t, text.id, text.asked);
        t.slot(|t| {
            if let Some((label, full)) = &text.full {
                let checked = typed.field.is_some_and(|field| field.text == *full);
                let action = Action::Type(text.input, if checked { String::new() } else { full.clone() });
                alone(t, send, text.test, text.id, &Mark { code: "full", label, checked, action });
            }
        });
        t.el("div", "box-row", |t| {
            input(t, typed, send, text);
            if text.unknown {
                let checked = typed.field.is_some_and(|field| field.unknown);
                let action = Action::DontKnow(text.input, !checked);
                alone(t, send, text.test, text.id, &choice::unknown(checked, action));
            }
        });
        message(t, text.id, text.test, &typed.reading);
    });
}

/// The words that belong to a box.
pub(crate) fn label(t: &mut Tree, class: &'static str, id: &str, asked: &Asked) {
    t.el("label", class, |t| {
        t.set_two("id", id, "ask");
        t.set_two("for", id, "input");
        t.text(&asked.ask);
    });
}

/// The box itself with its unit.
pub(crate) fn input(t: &mut Tree, typed: &Typed<'_>, send: &Callback<Action>, text: &TextBox<'_>) {
    let is_wrong = typed.error().is_some();
    t.el("div", if is_wrong { "box is-wrong" } else { "box" }, |t| {
        t.el("input", "numeric", |t| {
            t.set("type", "text");
            t.set_two("id", text.id, "input");
            t.test_two(text.test, "input");
            t.set("inputmode", text.keyboard);
            t.set("autocomplete", "off");
            t.set("placeholder", text.empty.as_deref().unwrap_or_default());
            t.set("aria-describedby", &[text.id, "-message ", text.id, "-hint"].concat());
            t.set("aria-invalid", if is_wrong { "true" } else { "false" });
            if !text.list.is_empty() {
                t.set("list", text.list);
            }
            t.value(typed.field.map(|field| field.text.as_str()).unwrap_or_default());
            t.on(listen::typed(send, text.input));
            t.on(listen::left(send, text.input));
            t.on(listen::pasted(send, text.input, text.is_words));
            t.on(listen::dropped(send, text.input, text.is_words));
        });
        if !text.unit.is_empty() {
            t.line("span", "unit", text.unit);
        }
    });
}

/// What was understood, or what is wrong: a line that is always there.
pub(crate) fn message(t: &mut Tree, id: &str, test: &str, reading: &Reading) {
    let error = reading.error();
    let class = if error.is_some() { "message is-wrong" } else { "message" };
    let understood = reading.understood().filter(|text| !text.is_empty());
    let line = error.or_else(|| understood.map(|text| [UNDERSTOOD, " ", text].concat()));
    t.el("p", class, |t| {
        t.set_two("id", id, "message");
        t.test_two(test, "message");
        t.text(line.as_deref().unwrap_or_default());
    });
}
