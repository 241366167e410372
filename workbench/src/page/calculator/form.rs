//! The facts of a measure, each in the box of its kind.

use std::rc::Rc;

use serde_json::{Map, Value as Json, json};
use web_sys::{HtmlInputElement, HtmlSelectElement};
use wengang_engine::pack::{DomainId, FactKind, Measure, OptionName};
use yew::prelude::*;

/// The facts and what is told of them.
#[derive(Properties, PartialEq, Clone)]
pub struct FactsProps {
    /// The measure.
    pub measure: Rc<Measure>,
    /// What is told.
    pub facts: Map<String, Json>,
    /// Tells something else.
    pub change: Callback<(String, Json)>,
}

/// The form.
#[component]
pub fn Facts(props: &FactsProps) -> Html {
    let FactsProps { measure, facts, change } = props;
    html! {
        <div class="facts">
            for fact in &measure.facts {
                { one(measure, &fact.question.label, &fact.id, fact.kind, facts.get(&fact.id), &{
                    let (change, id) = (change.clone(), fact.id.clone());
                    Callback::from(move |value: Json| change.emit((id.clone(), value)))
                }) }
            }
        </div>
    }
}

fn one(
    measure: &Rc<Measure>,
    label: &str,
    id: &str,
    kind: FactKind,
    told: Option<&Json>,
    tell: &Callback<Json>,
) -> Html {
    match kind {
        FactKind::Choice(domain) => choice(measure.options(domain), label, id, told, tell),
        FactKind::YesNo => yes_no(label, id, told, tell),
        FactKind::Choices(domain) => choices(measure, domain, label, id, told, tell),
        FactKind::List(_) => list(measure, label, id, kind, told, tell),
        _ => text(label, id, told, tell),
    }
}

fn text(label: &str, id: &str, told: Option<&Json>, tell: &Callback<Json>) -> Html {
    let tell = tell.clone();
    let typed = move |event: InputEvent| {
        let Some(input) = event.target_dyn_into::<HtmlInputElement>() else { return };
        let text = input.value();
        tell.emit(if text.trim().is_empty() { Json::Null } else { json!(text.trim()) });
    };
    let value = told.and_then(Json::as_str).unwrap_or_default().to_owned();
    html! { <label class="field">{ label.to_owned() }<input {value} oninput={typed} data-test={format!("fact-{id}")} /></label> }
}

fn picked(event: &Event) -> Option<String> {
    event.target_dyn_into::<HtmlSelectElement>().map(|list| list.value())
}

fn choice(options: &[OptionName], label: &str, id: &str, told: Option<&Json>, tell: &Callback<Json>) -> Html {
    let numbers = options.iter().any(|option| option.is_number);
    let tell = tell.clone();
    let pick = move |event: Event| {
        let value = picked(&event).filter(|value| !value.is_empty());
        let value =
            value.map(|value| if numbers { value.parse::<u64>().map_or(Json::Null, Json::from) } else { json!(value) });
        tell.emit(value.unwrap_or(Json::Null));
    };
    let is = |option: &OptionName| {
        told.is_some_and(|told| {
            told.as_str() == Some(&option.id) || told.as_u64().is_some_and(|number| option.id.parse() == Ok(number))
        })
    };
    html! {
        <label class="field">{ label.to_owned() }
            <select onchange={pick} data-test={format!("fact-{id}")}>
                <option value="" selected={told.is_none()}>{ "不清楚" }</option>
                for option in options { <option value={option.id.clone()} selected={is(option)}>{ option.shown.clone() }</option> }
            </select>
        </label>
    }
}

fn yes_no(label: &str, id: &str, told: Option<&Json>, tell: &Callback<Json>) -> Html {
    let tell = tell.clone();
    let pick = move |event: Event| {
        tell.emit(match picked(&event).as_deref() {
            Some("yes") => json!(true),
            Some("no") => json!(false),
            _ => Json::Null,
        });
    };
    let is = told.and_then(Json::as_bool);
    html! {
        <label class="field">{ label.to_owned() }
            <select onchange={pick} data-test={format!("fact-{id}")}>
                <option value="" selected={is.is_none()}>{ "不清楚" }</option>
                <option value="yes" selected={is == Some(true)}>{ "是" }</option>
                <option value="no" selected={is == Some(false)}>{ "否" }</option>
            </select>
        </label>
    }
}

fn choices(
    measure: &Measure,
    domain: DomainId,
    label: &str,
    id: &str,
    told: Option<&Json>,
    tell: &Callback<Json>,
) -> Html {
    let now: Vec<String> =
        told.and_then(Json::as_array).into_iter().flatten().filter_map(|id| id.as_str().map(str::to_owned)).collect();
    let is_told = told.is_some_and(Json::is_array);
    let with = |known: &str| {
        let (tell, now, known) = (tell.clone(), now.clone(), known.to_owned());
        move |_: Event| {
            let mut next = now.clone();
            if next.contains(&known) {
                next.retain(|id| *id != known)
            } else {
                next.push(known.clone())
            }
            tell.emit(json!(next));
        }
    };
    let none = {
        let tell = tell.clone();
        move |_: Event| tell.emit(if is_told { Json::Null } else { json!([]) })
    };
    html! {
        <fieldset data-test={format!("fact-{id}")}>
            <legend>{ label.to_owned() }</legend>
            <label><input type="checkbox" checked={is_told && now.is_empty()} onchange={none} />{ " 一项也没有" }</label>
            for option in measure.options(domain) {
                <label><input type="checkbox" checked={now.contains(&option.id)} onchange={with(&option.id)} />{ format!(" {}", option.shown) }</label>
            }
        </fieldset>
    }
}

fn list(
    measure: &Rc<Measure>,
    label: &str,
    id: &str,
    kind: FactKind,
    told: Option<&Json>,
    tell: &Callback<Json>,
) -> Html {
    let FactKind::List(list) = kind else { return html! {} };
    let elements: Vec<Json> = told.and_then(Json::as_array).cloned().unwrap_or_default();
    let add = {
        let (tell, elements) = (tell.clone(), elements.clone());
        move |_: MouseEvent| {
            let mut next = elements.clone();
            next.push(json!({}));
            tell.emit(Json::Array(next));
        }
    };
    let none = {
        let tell = tell.clone();
        move |_: MouseEvent| tell.emit(json!([]))
    };
    html! {
        <fieldset data-test={format!("fact-{id}")}>
            <legend>{ label.to_owned() }</legend>
            for (place, element) in elements.iter().enumerate() {
                <div class="element">
                    for field in measure.fields(list) {
                        { one(measure, &field.name, &format!("{id}-{place}-{}", field.id), field.kind, element.get(&field.id), &{
                            let (tell, elements, key) = (tell.clone(), elements.clone(), field.id.clone());
                            Callback::from(move |value: Json| {
                                let mut next = elements.clone();
                                if let Some(element) = next.get_mut(place).and_then(Json::as_object_mut) {
                                    element.insert(key.clone(), value);
                                }
                                tell.emit(Json::Array(next));
                            })
                        }) }
                    }
                </div>
            }
            <button type="button" onclick={add} data-test={format!("add-{id}")}>{ "加一项" }</button>{ " " }
            <button type="button" onclick={none} data-test={format!("none-{id}")}>{ if told.is_some() && elements.is_empty() { "没有 ✓" } else { "没有" } }</button>
        </fieldset>
    }
}
