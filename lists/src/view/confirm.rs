//! The second step: what each column is, to confirm or to change.

use yew::prelude::*;

use super::app::{STEP, StepProps};
use super::begin::MeasureAndDay;
use super::field::{Field, option, plain};
use super::same::Same;
use super::session::Session;
use crate::message::{ChoiceView, ColumnView, Opened};
use crate::state::{Action, Stage};
use crate::text::page as words;

/// The step of the columns.
#[component]
pub fn Confirm(props: &StepProps) -> Html {
    let session = &props.session;
    let Stage::Confirm(opened) = &session.state.stage else { return Html::default() };
    let read = opened.columns.iter().filter(|column| column.is_read).count();
    let found = words::found(&session.state.source, opened.rows, opened.heading_row, read);
    html! {
        <section class="stage" aria-labelledby={STEP}>
            <h2 id={STEP} tabindex="-1">{ words::CONFIRM }</h2>
            <p data-test="found">{ found }</p>
            { for opened.notes.iter().map(|note| html! { <p class="notice">{ note }</p> }) }
            <MeasureAndDay session={session.clone()} />
            <Sheets session={session.clone()} />
            <p class="hint">{ words::CONFIRM_LEAD }</p>
            <Columns session={session.clone()} />
            <Same session={session.clone()} />
            <div role="status" data-test="not-yet">
                if !opened.problem.is_empty() {
                    <p class="notice is-wrong">{ &opened.problem }</p>
                }
            </div>
            <Buttons session={session.clone()} is_ready={opened.problem.is_empty()} />
        </section>
    }
}

#[derive(Properties, PartialEq)]
struct ButtonsProps {
    session: Session,
    is_ready: bool,
}

#[component]
fn Buttons(props: &ButtonsProps) -> Html {
    let send = &props.session.send;
    let (judge, another) = (send.reform(|_: MouseEvent| Action::Confirm), send.reform(|_: MouseEvent| Action::Restart));
    html! {
        <p class="buttons">
            <button type="button" class="primary" data-test="judge" onclick={judge} disabled={!props.is_ready}>
                { words::JUDGE }
            </button>
            <button type="button" class="secondary" data-test="another" onclick={another}>{ words::ANOTHER }</button>
        </p>
    }
}

/// The selected sheet, where there are several.
#[component]
fn Sheets(props: &StepProps) -> Html {
    let Session { state, send, .. } = &props.session;
    let sheets = state.opened().map(|opened| opened.sheets.clone()).unwrap_or_default();
    if sheets.len() < 2 {
        return Html::default();
    }
    let options: Vec<_> = sheets.iter().map(|name| plain(name)).collect();
    html! {
        <Field id="sheet" label={words::SHEET} {options} value={state.settings.sheet.clone()}
            on_value={send.reform(Action::Sheet)} />
    }
}

/// The columns, each in a row.
#[component]
fn Columns(props: &StepProps) -> Html {
    let session = &props.session;
    let Some(opened) = session.state.opened() else { return Html::default() };
    let column = |column: &ColumnView| {
        html! { <Column key={column.letters.clone()} session={session.clone()} column={column.clone()} /> }
    };
    html! {
        <table class="columns">
            <thead>
                <tr>
                    <th scope="col">{ words::COLUMN }</th>
                    <th scope="col">{ words::IS }</th>
                    <th scope="col">{ words::EXAMPLE }</th>
                    <th scope="col">{ words::BLANK }</th>
                </tr>
            </thead>
            <tbody>{ for opened.columns.iter().map(column) }</tbody>
        </table>
    }
}

#[derive(Properties, PartialEq)]
struct ColumnProps {
    session: Session,
    column: ColumnView,
}

/// A column: its heading, its role, examples of its cells, and the meaning of empty ones.
#[component]
fn Column(props: &ColumnProps) -> Html {
    let ColumnView { letters, heading, choice, example, .. } = &props.column;
    let Some(opened) = props.session.state.opened() else { return Html::default() };
    let name = heading.clone();
    let on_value = props.session.send.reform(move |choice: String| Action::Map(name.clone(), choice));
    html! {
        <tr class={if props.column.is_read { "is-read" } else { "" }} data-test={format!("column-{letters}")}>
            <th scope="row"><span class="letters">{ letters }</span>{ " " }{ heading }</th>
            <td>
                <Field id={format!("map-{letters}")} aloud={words::of_column(words::IS, heading)}
                    options={choices(opened, &props.column)} value={choice.clone()} {on_value} />
                if is_otherwise(&props.column) {
                    <span class="hint">{ &props.column.label }</span>
                }
            </td>
            <td class="example">{ example }</td>
            <td><Blank session={props.session.clone()} column={props.column.clone()} /></td>
        </tr>
    }
}

/// The options for a column; a column of names can also stay unread.
fn choices(opened: &Opened, column: &ColumnView) -> Vec<(AttrValue, AttrValue)> {
    let mut all: Vec<_> = opened.choices.iter().map(|choice| option(&choice.name, &choice.label)).collect();
    if column.choice.is_empty() {
        all.insert(0, option("", words::PRIVATE));
    }
    all
}

/// Whether the label of a column says more than its choice: a unit, a year.
fn is_otherwise(column: &ColumnView) -> bool {
    column.label.contains('（') || column.label.contains("写的是")
}

/// The meaning of an empty cell of a column.
#[component]
fn Blank(props: &ColumnProps) -> Html {
    let ColumnView { letters, heading, blank, choice, is_read, .. } = &props.column;
    let Some(opened) = props.session.state.opened().filter(|_| *is_read) else { return Html::default() };
    let name = heading.clone();
    let on_value = props.session.send.reform(move |value: String| Action::Blank(name.clone(), value));
    let known = opened.choices.iter().find(|known| known.name == *choice);
    html! {
        <Field id={format!("blank-{letters}")} aloud={words::of_column(words::BLANK, heading)}
            options={values(known)} value={blank.clone()} hint={words::UNKNOWN} {on_value} />
    }
}

/// The values of a fact, where these are a few words, and “unknown”.
pub fn values(choice: Option<&ChoiceView>) -> Vec<(AttrValue, AttrValue)> {
    let values = choice.map(|choice| choice.values.as_slice()).unwrap_or_default();
    let unknown = (!values.is_empty()).then(|| option("", words::UNKNOWN));
    unknown.into_iter().chain(values.iter().map(|value| plain(value))).collect()
}
