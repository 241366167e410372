//! The totals by a column: a branch, a county.

use yew::prelude::*;

use super::field::{Field, option};
use super::result::PartProps;
use super::session::Session;
use crate::message::{Filter, GroupRow, Groups};
use crate::state::Action;
use crate::text::page as words;

/// The totals by a column that people choose.
#[component]
pub fn GroupTable(props: &PartProps) -> Html {
    let Session { state, send, .. } = &props.session;
    if props.totals.branches.is_empty() {
        return Html::default();
    }
    let none = std::iter::once(option("", words::NO_GROUP));
    let branch = |(column, heading): &(usize, String)| option(&column.to_string(), heading);
    let options: Vec<_> = none.chain(props.totals.branches.iter().map(branch)).collect();
    let chosen = state.groups.as_ref().map(|groups| groups.column.to_string()).unwrap_or_default();
    let on_value = send.reform(|value: String| Action::Group(value.parse().ok()));
    html! {
        <section>
            <Field id="group" label={words::GROUP} {options} value={chosen} {on_value} />
            if let Some(groups) = state.groups.clone() {
                <Found {groups} send={send.clone()} />
            }
        </section>
    }
}

#[derive(Properties, PartialEq)]
struct FoundProps {
    groups: Groups,
    send: Callback<Action>,
}

#[component]
fn Found(props: &FoundProps) -> Html {
    let Groups { column, problem, rows } = &props.groups;
    if !problem.is_empty() {
        return html! { <p class="notice" role="status">{ problem }</p> };
    }
    let row = |row: &GroupRow| {
        html! { <Row key={row.value.clone()} column={*column} row={row.clone()} send={props.send.clone()} /> }
    };
    html! {
        <div class="scroll" tabindex="0" role="region" aria-label={words::GROUP}>
            <table class="counts" data-test="groups">
                <thead>
                    <tr>
                        <th scope="col">{ words::GROUP }</th>
                        <th scope="col">{ words::COUNT }</th>
                        { for words::TONES.iter().map(|tone| html! { <th scope="col">{ *tone }</th> }) }
                        <th scope="col">{ words::GROUP_AMOUNT }</th>
                    </tr>
                </thead>
                <tbody>{ for rows.iter().map(row) }</tbody>
            </table>
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct RowProps {
    column: usize,
    row: GroupRow,
    send: Callback<Action>,
}

/// The totals of one value; a click on it shows its rows.
#[component]
fn Row(props: &RowProps) -> Html {
    let GroupRow { value, cases, tones, amount } = props.row.clone();
    let filter = Filter { group: Some((props.column, value.clone())), ..Filter::default() };
    let show = props.send.reform(move |_: MouseEvent| Action::Filter(filter.clone()));
    let label = if value.is_empty() { words::NO_VALUE.to_owned() } else { value };
    html! {
        <tr>
            <th scope="row"><button type="button" class="quiet" onclick={show}>{ label }</button></th>
            <td class="numeric">{ cases }</td>
            { for tones.iter().map(|count| html! { <td class="numeric">{ *count }</td> }) }
            <td class="numeric">{ amount }</td>
        </tr>
    }
}
