//! How far an office is with its payments.

use yew::prelude::*;

use super::result::PartProps;
use super::totals::look;
use crate::message::{GoalView, PaidRow};
use crate::text::page as words;

/// What the year takes and what was paid, and the goals of the notice; nothing where the list says of no payments.
#[component]
pub fn PaymentProgress(props: &PartProps) -> Html {
    let Some(paid) = &props.totals.paid else { return Html::default() };
    html! {
        <section data-test="paid">
            <h3>{ words::PAID }</h3>
            <p class="hint">{ &paid.until }</p>
            <table class="counts" data-test="paid-rows">
                <thead>
                    <tr>{ for words::PAID_HEADINGS.iter().map(|heading| html! { <th scope="col">{ *heading }</th> }) }</tr>
                </thead>
                <tbody>{ for paid.rows.iter().map(row) }</tbody>
            </table>
            if !paid.goals.is_empty() {
                <ul class="goals" data-test="goals">{ for paid.goals.iter().map(goal) }</ul>
            }
            { for paid.notes.iter().map(|note| html! { <p class="hint">{ note }</p> }) }
        </section>
    }
}

fn row(row: &PaidRow) -> Html {
    let PaidRow { label, cases, amount, share } = row;
    html! {
        <tr key={label.clone()}>
            <th scope="row">{ label }</th>
            <td class="numeric">{ *cases }</td>
            <td class="numeric">{ amount }</td>
            <td class="numeric">{ share }</td>
        </tr>
    }
}

fn goal(goal: &GoalView) -> Html {
    let GoalView { title, tone, verdict, detail, basis } = goal;
    let (sign, class) = look(*tone);
    html! {
        <li key={title.clone()}>
            <p>
                <span class={classes!("sign", class)} aria-hidden="true">{ sign }</span>
                <strong>{ title }</strong>{ "：" }{ verdict }
            </p>
            <p>{ detail }</p>
            <p class="hint">{ basis }</p>
        </li>
    }
}
