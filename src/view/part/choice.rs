//! A question with a few answers: radio buttons or boxes to tick, all of them in sight.

use yew::{AttrValue, Callback, Html, html};

use crate::state::{Action, Choice};
use crate::text::page::question::{Asked, UNKNOWN};
use crate::view::part::listen;

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

/// How the answers stand.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Row {
    /// Short words beside each other.
    Short,
    /// Long words below each other.
    Long,
}

/// A question and its answers.
pub(crate) struct Marks<'a> {
    /// The id of its element and the name of its radio buttons.
    pub(crate) id: AttrValue,
    /// The beginning of its test hooks.
    pub(crate) test: AttrValue,
    /// What is asked.
    pub(crate) asked: &'a Asked,
    /// `radio` or `checkbox`.
    pub(crate) kind: &'static str,
    /// How the answers stand.
    pub(crate) row: Row,
    /// The answers.
    pub(crate) marks: Vec<Mark>,
}

/// Every word of a list, then 不清楚.
pub(crate) fn of_list<T: Copy + PartialEq + 'static>(
    all: &[T],
    chosen: &Choice<T>,
    name: impl Fn(T) -> (&'static str, &'static str),
    choose: &dyn Fn(Choice<T>) -> Action,
) -> Vec<Mark> {
    let mut marks: Vec<_> = all
        .iter()
        .map(|value| {
            let (code, label) = name(*value);
            Mark { code, label, checked: chosen.is(value), action: choose(Choice::Is(*value)) }
        })
        .collect();
    marks.push(unknown(chosen.is_unknown(), choose(Choice::Unknown)));
    marks
}

/// Yes, no, 不清楚.
pub(crate) fn yes_no(
    (yes, no): (&'static str, &'static str),
    chosen: &Choice<bool>,
    choose: &dyn Fn(Choice<bool>) -> Action,
) -> Vec<Mark> {
    of_list(&[true, false], chosen, |is| if is { ("yes", yes) } else { ("no", no) }, choose)
}

/// 不清楚.
pub(crate) fn unknown(checked: bool, action: Action) -> Mark {
    Mark { code: "unknown", label: UNKNOWN, checked, action }
}

/// Shows a question and its answers.
pub(crate) fn choice(send: &Callback<Action>, marks: &Marks<'_>) -> Html {
    let row = match marks.row {
        Row::Short => "marks is-short",
        Row::Long => "marks",
    };
    let hint = format!("{}-hint", marks.id);
    html! {
        <fieldset class="question" id={marks.id.clone()} data-test={marks.test.clone()} tabindex="-1" aria-describedby={hint.clone()}>
            <legend class="ask">{ &marks.asked.ask }</legend>
            <p class="hint" id={hint}>{ marks.asked.hint }</p>
            <div class={row}>
                { for marks.marks.iter().map(|mark| one(send, marks, mark)) }
            </div>
        </fieldset>
    }
}

fn one(send: &Callback<Action>, marks: &Marks<'_>, mark: &Mark) -> Html {
    mark_box(send, marks.kind, marks.id.clone(), format!("{}-{}", marks.test, mark.code), mark)
}

/// An answer that stands alone beside a box.
pub(crate) fn alone(send: &Callback<Action>, test: &str, mark: &Mark) -> Html {
    let hook = format!("{test}-{}", mark.code);
    mark_box(send, "checkbox", hook.clone().into(), hook, mark)
}

fn mark_box(send: &Callback<Action>, kind: &'static str, name: AttrValue, test: String, mark: &Mark) -> Html {
    html! {
        <label class={if mark.checked { "mark-box is-chosen" } else { "mark-box" }}>
            <input type={kind} {name} value={mark.code} data-test={test} checked={mark.checked}
                onchange={listen::changed(send, mark.action.clone())} />
            <span>{ mark.label }</span>
        </label>
    }
}
