//! A case by the edited law, and by the law as it was: the form is what the files declare.

mod form;

use serde_json::{Map, Value as Json};
use web_sys::{HtmlInputElement, HtmlSelectElement};
use wengang_engine::assessment::{ConditionFound, Need, Verdict};
use wengang_engine::pack::Measure;
use wengang_engine::{Assessment, Date, Pack};
use yew::prelude::*;

use super::state::{Action, Tried};
use super::{Props, host};
use crate::changes::Result as Outcome;
use crate::trial::Trial;

/// The calculator.
#[component]
pub fn Calculator(props: &Props) -> Html {
    let bench = &props.bench;
    // What it was before does not change with the edits, but with the pack that is opened.
    let before = use_memo((bench.work.place().to_owned(), bench.work.pack().map(|pack| pack.sha256.clone())), {
        let bench = bench.clone();
        move |_| bench.work.compile_base().ok()
    });
    let Some(law) = &props.law else {
        return html! { <p data-test="no-law">{ "政策文件还有要改的地方，改完才能试算。" }</p> };
    };
    let tried = bench.tried.clone();
    let chosen = tried.measure.as_deref().and_then(|id| law.measure(id));
    let Some(found) = chosen.or_else(|| law.measures.first()) else { return html! {} };
    let today = || host::today().map(|day| day.to_string()).unwrap_or_default();
    let day = tried.day.clone().unwrap_or_else(today);
    let choose = {
        let (bench, tried) = (bench.clone(), tried.clone());
        move |event: Event| {
            if let Some(list) = event.target_dyn_into::<HtmlSelectElement>() {
                bench.dispatch(Action::Try(Tried { measure: Some(list.value()), facts: Map::new(), ..tried.clone() }));
            }
        }
    };
    let set_day = {
        let (bench, tried) = (bench.clone(), tried.clone());
        move |event: InputEvent| {
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                bench.dispatch(Action::Try(Tried { day: Some(input.value()), ..tried.clone() }));
            }
        }
    };
    let change = {
        let (bench, tried) = (bench.clone(), tried.clone());
        Callback::from(move |(name, value): (String, Json)| {
            let mut next = tried.clone();
            next.facts.insert(name, value);
            bench.dispatch(Action::Try(next));
        })
    };
    let trial = Date::parse(day.trim()).ok().map(|day| Trial {
        name: String::new(),
        measure: found.id.clone(),
        day,
        facts: Json::Object(known(&tried.facts, found)),
    });
    let judged = |law: &Pack| trial.as_ref().and_then(|trial| trial.judge(law));
    let (now, was) = (judged(law), before.as_ref().as_ref().and_then(judged));
    html! {
        <section class="trial">
            <h2>{ "试算" }</h2>
            if props.derived.law.is_none() {
                <p class="wrong" data-test="last-law">{ "政策文件还有要改的地方：下面照没有出错以前的算。" }</p>
            }
            <label class="field">{ "哪一项" }
                <select onchange={choose} data-test="measure">
                    for known in &law.measures {
                        <option value={known.id.clone()} selected={known.id == found.id}>{ known.title.clone() }</option>
                    }
                </select>
            </label>
            <label class="field">{ "申请日" }<input value={day} oninput={set_day} data-test="day" /></label>
            <div class="answer" data-test="answer">
                { match &now {
                    Some(answer) => html! { <p class="outcome" data-test="outcome">{ Outcome::of(Some(answer)).say() }</p> },
                    None => html! { <p class="wrong">{ "这样填算不出来：请核对申请日，和下面标出来的、互相矛盾的数。" }</p> },
                } }
                <p>{ if bench.work.pack().is_some() { "打开的政策包：" } else { "原来的政策：" } }
                    <b data-test="before">{ Outcome::of(was.as_ref()).say() }</b></p>
            </div>
            <form::Facts key={found.id.clone()} measure={std::rc::Rc::new(found.clone())} facts={tried.facts} {change} />
            if let Some(answer) = &now { { shown(answer, found) } }
        </section>
    }
}

/// The facts that a measure has: another place may ask for others.
fn known(facts: &Map<String, Json>, measure: &Measure) -> Map<String, Json> {
    let is_known = |name: &str| {
        measure
            .facts
            .iter()
            .any(|fact| fact.id == name || fact.instead.as_ref().is_some_and(|instead| instead.id == name))
    };
    facts.iter().filter(|(name, _)| is_known(name)).map(|(name, value)| (name.clone(), value.clone())).collect()
}

fn shown(answer: &Assessment, measure: &Measure) -> Html {
    let missing = answer.needs.iter().filter_map(|need| {
        let (Need::Fact(fact) | Need::Field { list: fact, .. }) = need;
        measure.facts.get(fact.index()).map(|fact| fact.question.label.as_str())
    });
    let missing = missing.collect::<Vec<_>>().join("、");
    let items = answer.items.iter().flat_map(|(items, _)| items).zip(1..);
    html! {
        <>
            if let Some(reason) = &answer.rule_status.reason { <p>{ reason.clone() }</p> }
            if !missing.is_empty() { <p data-test="missing">{ format!("还差：{missing}") }</p> }
            { conditions(&answer.conditions) }
            for (item, number) in items {
                <h3>{ format!("第 {number} 个") }</h3>
                { conditions(&item.conditions) }
            }
            <ol>for step in &answer.steps { <li>{ format!("{}：{} {}", step.title, step.value, step.unit) }</li> }</ol>
            <ul>
                for insight in &answer.insights { <li>{ insight.text.clone() }</li> }
                for next in &answer.next_steps { <li>{ next.text.clone() }</li> }
                for note in answer.notes.iter().chain(&answer.assumed) { <li>{ note.clone() }</li> }
            </ul>
        </>
    }
}

fn conditions(all: &[ConditionFound]) -> Html {
    let sign = |verdict: &Verdict| match verdict {
        Verdict::Met => "✓ ",
        Verdict::Unmet => "✗ ",
        Verdict::Unknown(_) => "? ",
    };
    html! {
        <ul>
            for condition in all {
                <li>{ sign(&condition.verdict) }{ format!("{}：{}", condition.title, condition.detail) }</li>
            }
        </ul>
    }
}
