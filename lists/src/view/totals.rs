//! How many can, lack something, cannot, and what they bring.

use yew::prelude::*;

use super::result::PartProps;
use crate::message::{Filter, Tone, VerdictRow};
use crate::state::Action;
use crate::text::page as words;

/// The sign and the class of a tone: colour alone must not carry the meaning.
pub const fn look(tone: Tone) -> (&'static str, &'static str) {
    match tone {
        Tone::Yes => ("✓", "is-yes"),
        Tone::Open => ("?", "is-open"),
        Tone::No => ("✗", "is-no"),
        Tone::Plain => ("–", "is-plain"),
    }
}

/// The totals by verdict.
#[component]
pub fn TotalsTable(props: &PartProps) -> Html {
    let row = |row: &VerdictRow| {
        html! { <Verdict key={row.label.clone()} row={row.clone()} send={props.session.send.clone()} /> }
    };
    html! {
        <section>
            <h3>{ words::TOTALS }</h3>
            <table class="counts" data-test="totals">
                <thead>
                    <tr>
                        <th scope="col">{ words::VERDICT }</th>
                        <th scope="col">{ words::COUNT }</th>
                        <th scope="col">{ words::AMOUNT }</th>
                    </tr>
                </thead>
                <tbody>{ for props.totals.verdicts.iter().map(row) }</tbody>
            </table>
            { for props.totals.notes.iter().map(|note| html! { <p class="hint">{ note }</p> }) }
        </section>
    }
}

#[derive(Properties, PartialEq)]
struct VerdictProps {
    row: VerdictRow,
    send: Callback<Action>,
}

/// The totals of one verdict; a click on it shows its rows.
#[component]
fn Verdict(props: &VerdictProps) -> Html {
    let VerdictRow { label, tone, cases, amount, with_amount } = props.row.clone();
    let (sign, class) = look(tone);
    let filter = Filter { verdict: label.clone(), ..Filter::default() };
    let show = props.send.reform(move |_: MouseEvent| Action::Filter(filter.clone()));
    html! {
        <tr>
            <th scope="row">
                <span class={classes!("sign", class)} aria-hidden="true">{ sign }</span>
                <button type="button" class="quiet" data-test={format!("verdict-{label}")} onclick={show}>{ &label }</button>
            </th>
            <td class="numeric">{ cases }</td>
            <td class="numeric">
                { amount }
                if with_amount > 0 && with_amount < cases {
                    <span class="hint">{ words::with_amount(with_amount) }</span>
                }
            </td>
        </tr>
    }
}
