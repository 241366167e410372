//! The figure that is looked at: the places of the notice where one like it stands, and boxes to write it by hand.

use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::figure::{Kind, NO_FIRST_DAY, NO_LAST_DAY, typed};
use crate::fill::Filling;
use crate::notice::Candidate;
use crate::page::state::{Action, Derived};
use crate::page::{Handle, part};
use crate::period::{Period, Slot};

/// Which figure.
#[derive(Properties, PartialEq, Clone)]
pub struct CardProps {
    /// The state.
    pub bench: Handle,
    /// What follows from it.
    pub derived: Rc<Derived>,
    /// The place of the period.
    pub leg: usize,
    /// The place of the figure in it.
    pub stop: usize,
}

/// The card.
#[component]
pub fn Card(props: &CardProps) -> Html {
    let bench = &props.bench;
    let by_hand = use_state(|| (None::<String>, String::new(), String::new()));
    let Some(leg) = props.derived.legs.get(props.leg) else { return html! {} };
    let Some(stop) = leg.stops.get(props.stop) else { return html! {} };
    let candidates = bench.work.candidates(leg, stop);
    let (value, quote, not_quoted) = (*by_hand).clone();
    let value = value.unwrap_or_else(|| stop.slot.value.to_string().replace(NO_FIRST_DAY, "").replace(NO_LAST_DAY, ""));
    let read = typed(&stop.slot.kind, &value);
    let fill = {
        let (bench, period, slot, read) = (bench.clone(), leg.period.clone(), stop.slot.clone(), read.clone());
        let (quote, not_quoted) = (quote.clone(), not_quoted.clone());
        move |_: MouseEvent| bench.dispatch(by_hand_action(&bench, &period, &slot, &read, (&quote, &not_quoted)))
    };
    let put = |which: usize| {
        let by_hand = by_hand.clone();
        move |event: InputEvent| {
            let Some(input) = event.target_dyn_into::<HtmlInputElement>() else { return };
            let mut next = (*by_hand).clone();
            match which {
                0 => next.0 = Some(input.value()),
                1 => next.1 = input.value(),
                _ => next.2 = input.value(),
            }
            by_hand.set(next);
        }
    };
    let old = stop.old.as_ref().map_or_else(|| "（没有）".to_owned(), |old| old.value.to_string());
    let old_quote = stop.old.as_ref().and_then(|old| old.words.quote.clone());
    html! {
        <div class="card" data-test="card">
            <h3 id="current" tabindex="-1" data-test="current">{ format!("{}：{}", leg.period.title, stop.slot.title()) }</h3>
            <p>{ "原来是 " }<b data-test="old">{ old }</b>
                if let Some(quote) = old_quote { <q>{ quote }</q> }
                { " " }{ part::place(bench, &leg.period.file, stop.slot.line) }
            </p>
            <p>{ if candidates.is_empty() { "通知里没有找到这样的数，请看原文，在下面填。" } else { "通知里这样的数在这几处，请选对的一处：" } }</p>
            <ul class="candidates">
                for (place, candidate) in candidates.iter().enumerate() { { offered(bench, &leg.period, &stop.slot, place, candidate) } }
            </ul>
            <details>
                <summary>{ "都不对，自己填" }</summary>
                <label class="field">{ "新的数" }<input value={value.clone()} oninput={put(0)} data-test="value" /></label>
                if let Err(sentence) = &read { <p class="wrong" role="alert" data-test="value-wrong">{ sentence.clone() }</p> }
                <label class="field">{ "原话（从通知逐字摘录）" }<input value={quote} oninput={put(1)} data-test="quote" /></label>
                <label class="field">{ "通知没有写这个数的，说明为什么" }<input value={not_quoted} oninput={put(2)} data-test="not-quoted" /></label>
                <button type="button" onclick={fill} data-test="fill">{ "填上" }</button>
            </details>
        </div>
    }
}

fn by_hand_action(
    bench: &Handle,
    period: &Period,
    slot: &Slot,
    read: &Result<crate::Value, String>,
    (quote, not_quoted): (&str, &str),
) -> Action {
    let value = match read {
        Ok(value) => value.clone(),
        Err(sentence) => return Action::Say(sentence.clone(), true),
    };
    if quote.trim().is_empty() && not_quoted.trim().is_empty() {
        return Action::Say("请摘录原话；通知确实没有写的，说明为什么".to_owned(), true);
    }
    let span = bench.work.notice().find(quote);
    if !quote.trim().is_empty() && span.is_none() {
        return Action::Say(format!("通知里没有这句话：“{quote}”，请逐字摘录"), true);
    }
    let clause = span.and_then(|span| bench.work.notice().clause_at(span.start));
    let filling = Filling { value, quote: quote.trim().to_owned(), not_quoted: not_quoted.trim().to_owned(), clause };
    Action::Fill(Box::new((period.clone(), slot.clone(), filling)))
}

/// A place of the notice, as a button that takes it.
fn offered(bench: &Handle, period: &Period, slot: &Slot, place: usize, candidate: &Candidate) -> Html {
    let take = {
        let (bench, taken) = (bench.clone(), (period.clone(), slot.clone(), candidate.clone()));
        move |_: MouseEvent| bench.dispatch(Action::Take(Box::new(taken.clone())))
    };
    let value = match slot.kind {
        Kind::Options(_) => "照旧".to_owned(),
        _ => candidate.value.to_string(),
    };
    let clause = candidate.clause.as_ref().map(|clause| format!("（{clause}）")).unwrap_or_default();
    html! {
        <li>
            <button type="button" onclick={take} data-test={format!("candidate-{place}")} data-value={candidate.value.to_string()}>
                <b>{ value }</b>
                <span>{ format!("{clause}{}", candidate.quote) }</span>
                if let Some(why) = &candidate.converted { <small>{ why.clone() }</small> }
            </button>
        </li>
    }
}
