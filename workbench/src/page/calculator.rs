//! A case by the edited law, and by the law as it was: the form is what the files declare.

mod form;

use serde_json::{Map, Value as Json};
use web_sys::{HtmlInputElement, HtmlSelectElement};
use wengang_engine::assessment::{ConditionFound, Need, Verdict};
use wengang_engine::pack::Measure;
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
                    Some(answer) => shown(answer, found),
                    None => html! { <p class="wrong">{ "这样填算不出来：请核对申请日和填的数。" }</p> },
                } }
                <p>{ "原来的政策：" }<b data-test="before">{ Outcome::of(before.as_ref()).say() }</b></p>
            </div>
        </section>
    }
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
            <p class="outcome" data-test="outcome">{ Outcome::of(Some(answer)).say() }</p>
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
