//! A case by the edited law, and by the law as it was: the form is what the files declare.

mod form;

use serde_json::{Map, Value as Json};
use web_sys::{HtmlInputElement, HtmlSelectElement};
use wengang_engine::{Assessment, Date, Pack};
use yew::prelude::*;

use super::{Props, host};
use crate::changes::Result as Outcome;
use crate::trial::Trial;

/// The calculator.
#[component]
pub fn Calculator(props: &Props) -> Html {
    let bench = &props.bench;
    let laws = use_memo((bench.revision, bench.work.place().to_owned()), {
        let bench = bench.clone();
        move |_| (bench.work.compile().ok(), bench.work.compile_base().ok())
    });
    let measure = use_state(|| None::<String>);
    let day = use_state(|| host::today().map(|day| day.to_string()).unwrap_or_default());
    let facts = use_state(Map::<String, Json>::new);
    let Some(law) = &laws.0 else {
        return html! { <p data-test="no-law">{ "政策文件还有要改的地方，改完才能试算。" }</p> };
    };
    let id = (*measure).clone().or_else(|| law.measures.first().map(|measure| measure.id.clone())).unwrap_or_default();
    let Some(found) = law.measure(&id) else { return html! {} };
    let choose = {
        let (measure, facts) = (measure.clone(), facts.clone());
        move |event: Event| {
            if let Some(list) = event.target_dyn_into::<HtmlSelectElement>() {
                measure.set(Some(list.value()));
                facts.set(Map::new());
            }
        }
    };
    let set_day = {
        let day = day.clone();
        move |event: InputEvent| {
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                day.set(input.value());
            }
        }
    };
    let change = {
        let facts = facts.clone();
        Callback::from(move |(name, value): (String, Json)| {
            let mut next = (*facts).clone();
            next.insert(name, value);
            facts.set(next);
        })
    };
    let trial = Date::parse(day.trim()).ok().map(|day| Trial {
        name: String::new(),
        measure: id.clone(),
        day,
        facts: Json::Object((*facts).clone()),
    });
    let judged = |law: &Option<Pack>| trial.as_ref().zip(law.as_ref()).and_then(|(trial, law)| trial.judge(law));
    let (now, before) = (judged(&laws.0), judged(&laws.1));
    html! {
        <section class="two">
            <div>
                <h2>{ "试算" }</h2>
                <label class="field">{ "哪一项" }
                    <select onchange={choose} data-test="measure">
                        for known in &law.measures {
                            <option value={known.id.clone()} selected={known.id == id}>{ known.title.clone() }</option>
                        }
                    </select>
                </label>
                <label class="field">{ "申请日" }<input value={(*day).clone()} oninput={set_day} data-test="day" /></label>
                <form::Facts key={id.clone()} measure={std::rc::Rc::new(found.clone())} facts={(*facts).clone()} {change} />
            </div>
            <div data-test="answer">
                <h2>{ "改过以后" }</h2>
                { match &now {
                    Some(answer) => shown(answer),
                    None => html! { <p class="wrong">{ "这样填算不出来：请核对申请日和填的数。" }</p> },
                } }
                <p>{ "原来的政策：" }<b data-test="before">{ Outcome::of(before.as_ref()).say() }</b></p>
            </div>
        </section>
    }
}

fn shown(answer: &Assessment) -> Html {
    use wengang_engine::assessment::Verdict;
    html! {
        <>
            <p class="outcome" data-test="outcome">{ Outcome::of(Some(answer)).say() }</p>
            if let Some(reason) = &answer.rule_status.reason { <p>{ reason.clone() }</p> }
            <ul>
                for condition in &answer.conditions {
                    <li>
                        { match condition.verdict { Verdict::Met => "✓ ", Verdict::Unmet => "✗ ", _ => "? " } }
                        { format!("{}：{}", condition.title, condition.detail) }
                    </li>
                }
            </ul>
            <ol>for step in &answer.steps { <li>{ format!("{}：{} = {} {}", step.title, step.formula, step.value, step.unit) }</li> }</ol>
            <ul>
                for insight in &answer.insights { <li>{ insight.text.clone() }</li> }
                for next in &answer.next_steps { <li>{ next.text.clone() }</li> }
                for note in answer.notes.iter().chain(&answer.assumed) { <li>{ note.clone() }</li> }
            </ul>
        </>
    }
}
