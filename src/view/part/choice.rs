//! A question with a few answers: radio buttons or boxes to tick, all of them in sight.

use yew::Callback;

use crate::state::Action;
use crate::text::page::question::{Asked, UNKNOWN};
use crate::view::part::listen;
use crate::view::part::tree::Tree;

/// One answer.
pub(crate) struct Mark {
    /// The end of its test hook.
    pub(crate) code: &'static str,
    /// Its words.
    pub(crate) label: &'static str,
    /// Whether it is chosen.
    pub(crate) checked: bool,
    /// What choosing it does.
    pub(crate) action: Action,
}

/// The layout of the answers.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Row {
    /// Short words next to each other.
    Short,
    /// Long words below each other.
    Long,
}

/// A question and its answers.
pub(crate) struct Marks<'a> {
    /// The id of its element and the name of its radio buttons.
    pub(crate) id: &'a str,
    /// The beginning of its test hooks.
    pub(crate) test: &'a str,
    /// What is asked.
    pub(crate) asked: &'a Asked,
    /// `radio` or `checkbox`.
    pub(crate) kind: &'static str,
    /// The layout of the answers.
    pub(crate) row: Row,
    /// The answers.
    pub(crate) marks: Vec<Mark>,
}

/// 不清楚.
pub(crate) fn unknown(checked: bool, action: Action) -> Mark {
    Mark { code: "unknown", label: UNKNOWN, checked, action }
}

/// Shows a question and its answers.
pub(crate) fn choice(t: &mut Tree, send: &Callback<Action>, question: &Marks<'_>) {
    let row = match question.row {
        Row::Short => "marks is-short",
        Row::Long => "marks",
    };
    t.el("fieldset", "question", |t| {
        t.id(question.id);
        t.test(question.test);
        t.set_two("aria-describedby", question.id, "hint");
        t.reachable();
        t.line("legend", "ask", &question.asked.ask);
        hint(t, question.id, question.asked);
        t.el("div", row, |t| {
            for mark in &question.marks {
                let name = if question.kind == "radio" { question.id } else { "" };
                mark_box(t, send, question.kind, name, question.test, mark);
            }
        });
    });
}

/// Where the answer is found.
pub(crate) fn hint(t: &mut Tree, id: &str, asked: &Asked) {
    t.el("p", "hint", |t| {
        t.set_two("id", id, "hint");
        t.text(&asked.hint);
    });
}

/// A single answer next to a box. `of`: the id of the element with its question, where no legend names it.
pub(crate) fn alone(t: &mut Tree, send: &Callback<Action>, test: &str, of: &str, mark: &Mark) {
    mark_box(t, send, "checkbox", of, test, mark);
}

/// `name`: what radio buttons that exclude each other share, or of a box the id that [`alone`] takes.
fn mark_box(t: &mut Tree, send: &Callback<Action>, kind: &'static str, name: &str, test: &str, mark: &Mark) {
    t.el("label", if mark.checked { "mark-box is-chosen" } else { "mark-box" }, |t| {
        t.el("input", "", |t| {
            t.set("type", kind);
            if kind == "radio" {
                t.set("name", name);
            } else if !name.is_empty() {
                t.set_two("aria-describedby", name, "ask");
            }
            t.test_two(test, mark.code);
            t.checked(mark.checked);
            t.on(listen::changed(send, mark.action.clone()));
        });
        t.line("span", "", mark.label);
    });
}
