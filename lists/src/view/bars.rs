//! Who fails by what: a bar a reason, the most frequent first.

use yew::prelude::*;

use super::session::Session;
use crate::message::Filter;
use crate::state::Action;

/// How many reasons are shown; the rest is rare.
const MOST: usize = 12;
/// The longest bar, in units of its drawing.
const WHOLE: u64 = 1_000;

/// The properties of [`Bars`].
#[derive(Properties, PartialEq)]
pub struct BarsProps {
    /// Sends actions.
    pub session: Session,
    /// Their heading.
    pub title: AttrValue,
    /// Reasons and how many.
    pub rows: Vec<(String, u64)>,
    /// How they are shown.
    pub tone: &'static str,
}

/// Bars; nothing without a reason.
#[component]
pub fn Bars(props: &BarsProps) -> Html {
    if props.rows.is_empty() {
        return Html::default();
    }
    let most = props.rows.iter().map(|(_, count)| *count).max().unwrap_or(1);
    let bar = |(reason, count): &(String, u64)| {
        let send = props.session.send.clone();
        html! { <Bar key={reason.clone()} reason={reason.clone()} count={*count} {most} tone={props.tone} {send} /> }
    };
    html! {
        <section class="bars" data-test={format!("bars-{}", props.tone)}>
            <h3>{ &props.title }</h3>
            <ul>{ for props.rows.iter().take(MOST).map(bar) }</ul>
        </section>
    }
}

#[derive(Properties, PartialEq)]
struct BarProps {
    reason: String,
    count: u64,
    most: u64,
    tone: &'static str,
    send: Callback<Action>,
}

/// A reason with its count and bar; a click on the reason shows its rows.
#[component]
fn Bar(props: &BarProps) -> Html {
    let filter = Filter { reason: props.reason.clone(), ..Filter::default() };
    let show = props.send.reform(move |_: MouseEvent| Action::Filter(filter.clone()));
    let length = props.count.saturating_mul(WHOLE).checked_div(props.most).unwrap_or_default().max(1);
    html! {
        <li>
            <span class="bar-line">
                <button type="button" class="quiet" onclick={show}>{ &props.reason }</button>
                <span class="numeric">{ props.count }</span>
            </span>
            <svg class={classes!("bar-box", props.tone)} viewBox={format!("0 0 {WHOLE} 10")}
                preserveAspectRatio="none" aria-hidden="true">
                <rect width={length.to_string()} height="10"></rect>
            </svg>
        </li>
    }
}
