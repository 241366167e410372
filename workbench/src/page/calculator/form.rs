//! The facts of a measure, each in the box of its kind.

use std::rc::Rc;

use serde_json::{Map, Value as Json, json};
use web_sys::{HtmlInputElement, HtmlSelectElement};
use wengang_engine::pack::{DomainId, FactKind, Field, ListId, Measure, OptionName};
use yew::prelude::*;

use crate::trial::case;

/// The facts that are asked, and those that are given.
#[derive(Properties, PartialEq, Clone)]
pub struct FactsProps {
    /// The measure.
    pub measure: Rc<Measure>,
    /// The facts that are given.
    pub facts: Map<String, Json>,
    /// Gives a fact; `null` takes it back.
    pub change: Callback<(String, Json)>,
}

/// The form.
#[component]
pub fn Facts(props: &FactsProps) -> Html {
    let FactsProps { measure, facts, change } = props;
    let asked = |id: &str, label: &str| {
        let given = facts.get(id);
        let give = {
            let (change, id) = (change.clone(), id.to_owned());
            Callback::from(move |value: Json| change.emit((id.clone(), value)))
        };
        let is_wrong = given.is_some_and(|given| case(measure, &json!({ id: given })).is_none());
        Asked { measure, label: label.to_owned(), id: id.to_owned(), given, is_wrong, give }
    };
    html! {
        <div class="facts">
            for fact in &measure.facts {
                { asked(&fact.id, &fact.question.label).draw(fact.kind) }
                // A published case may have the sum instead.
                if let Some(instead) = fact.instead.as_ref().filter(|instead| facts.contains_key(&instead.id)) {
                    { asked(&instead.id, &format!("{}（合计，除以{}）", fact.question.label, instead.divided_by)).draw(fact.kind) }
                }
            }
        </div>
    }
}

/// A fact, or a field of an element of a list.
struct Asked<'f> {
    measure: &'f Measure,
    label: String,
    id: String,
    given: Option<&'f Json>,
    /// Whether what is given cannot be read, or is out of its bounds.
    is_wrong: bool,
    give: Callback<Json>,
}

impl Asked<'_> {
    fn draw(&self, kind: FactKind) -> Html {
        match kind {
            FactKind::Choice(domain) => self.choice(domain),
            FactKind::YesNo => self.yes_no(),
            FactKind::Choices(domain) => self.choices(domain),
            FactKind::List(list) => self.list(list),
            FactKind::Count(_) | FactKind::Average(_) => self.text("请填数字，例如 12；不加逗号和单位，也不能太大"),
            FactKind::Money(_) => self.text("请填金额，例如 12345.67；不加逗号和“元”，也不能太大"),
            FactKind::Date => self.text("请填日期，例如 2027-03-01"),
            FactKind::Month => self.text("请填月份，例如 2027-03"),
            FactKind::Text => self.text("请填文字，不要太长"),
        }
    }

    fn hook(&self) -> String {
        format!("fact-{}", self.id)
    }

    /// A box, with what to do where it cannot be read.
    fn text(&self, what_to_do: &'static str) -> Html {
        let give = self.give.clone();
        let typed = move |event: InputEvent| {
            let Some(input) = event.target_dyn_into::<HtmlInputElement>() else { return };
            let text = input.value();
            give.emit(if text.trim().is_empty() { Json::Null } else { json!(text.trim()) });
        };
        let value = match self.given {
            None | Some(Json::Null) => String::new(),
            Some(Json::String(text)) => text.clone(),
            Some(other) => other.to_string(),
        };
        let hook = self.hook();
        let says = format!("{hook}-wrong");
        html! {
            <label class="field">{ self.label.clone() }
                <input {value} oninput={typed} data-test={hook}
                    aria-invalid={self.is_wrong.then_some("true")} aria-describedby={self.is_wrong.then(|| says.clone())} />
                if self.is_wrong { <small class="wrong" id={says.clone()} data-test={says}>{ what_to_do }</small> }
            </label>
        }
    }

    /// A list of values, each with its id and its words; 不清楚 gives none.
    fn select(&self, options: Vec<(String, Json, String)>) -> Html {
        let given = options.iter().position(|(_, value, _)| self.given == Some(value));
        let (give, values) = (self.give.clone(), options.iter().map(|(_, value, _)| value.clone()).collect::<Vec<_>>());
        let pick = move |event: Event| {
            let Some(list) = event.target_dyn_into::<HtmlSelectElement>() else { return };
            // The first line is 不清楚.
            let place = usize::try_from(list.selected_index()).ok().and_then(|line| line.checked_sub(1));
            give.emit(place.and_then(|place| values.get(place)).cloned().unwrap_or(Json::Null));
        };
        html! {
            <label class="field">{ self.label.clone() }
                <select onchange={pick} data-test={self.hook()}>
                    <option value="" selected={given.is_none()}>{ "不清楚" }</option>
                    for (place, (id, _, words)) in options.into_iter().enumerate() {
                        <option value={id} selected={given == Some(place)}>{ words }</option>
                    }
                </select>
            </label>
        }
    }

    fn choice(&self, domain: DomainId) -> Html {
        let option = |option: &OptionName| {
            let number = option.is_number.then(|| option.id.parse::<u64>().ok()).flatten();
            (option.id.clone(), number.map_or_else(|| json!(option.id), Json::from), option.shown.clone())
        };
        self.select(self.measure.options(domain).iter().map(option).collect())
    }

    fn yes_no(&self) -> Html {
        let option = |id: &str, is: bool, words: &str| (id.to_owned(), json!(is), words.to_owned());
        self.select(vec![option("yes", true, "是"), option("no", false, "否")])
    }

    fn choices(&self, domain: DomainId) -> Html {
        let is_given = self.given.is_some_and(Json::is_array);
        let picked: Vec<&str> =
            self.given.and_then(Json::as_array).into_iter().flatten().filter_map(Json::as_str).collect();
        let toggle = |id: &str| {
            let mut next: Vec<&str> = picked.iter().copied().filter(|known| *known != id).collect();
            if next.len() == picked.len() {
                next.push(id);
            }
            self.giver(json!(next))
        };
        let none = self.giver(if is_given { Json::Null } else { json!([]) });
        html! {
            <fieldset data-test={self.hook()}>
                <legend>{ self.label.clone() }</legend>
                <label><input type="checkbox" checked={is_given && picked.is_empty()} onchange={none} />{ " 一项也没有" }</label>
                for option in self.measure.options(domain) {
                    <label>
                        <input type="checkbox" checked={picked.contains(&option.id.as_str())} onchange={toggle(&option.id)} />
                        { format!(" {}", option.shown) }
                    </label>
                }
            </fieldset>
        }
    }

    /// Gives a value once something is done.
    fn giver<E: 'static>(&self, value: Json) -> Callback<E> {
        let give = self.give.clone();
        Callback::from(move |_| give.emit(value.clone()))
    }

    fn list(&self, list: ListId) -> Html {
        let elements: Vec<Json> = self.given.and_then(Json::as_array).cloned().unwrap_or_default();
        let one_more = elements.iter().cloned().chain([json!({})]).collect();
        let (add, none) = (self.giver(Json::Array(one_more)), self.giver(json!([])));
        let is_none = self.given.is_some() && elements.is_empty();
        html! {
            <fieldset data-test={self.hook()}>
                <legend>{ self.label.clone() }</legend>
                for place in 0..elements.len() {
                    <div class="element">
                        { self.element(list, &elements, place) }
                        <button type="button" onclick={self.giver(without(&elements, place))} data-test={format!("remove-{}-{place}", self.id)}>{ "删去这一项" }</button>
                    </div>
                }
                <button type="button" onclick={add} data-test={format!("add-{}", self.id)}>{ "加一项" }</button>{ " " }
                <button type="button" onclick={none} data-test={format!("none-{}", self.id)}>{ if is_none { "没有 ✓" } else { "没有" } }</button>
            </fieldset>
        }
    }

    /// The fields of an element.
    fn element(&self, list: ListId, elements: &[Json], place: usize) -> Html {
        let field = |field: &Field| {
            let (give, all, key) = (self.give.clone(), elements.to_vec(), field.id.clone());
            let put = move |value: Json| {
                let mut next = all.clone();
                if let Some(element) = next.get_mut(place).and_then(Json::as_object_mut) {
                    element.insert(key.clone(), value);
                }
                give.emit(Json::Array(next));
            };
            let id = format!("{}-{place}-{}", self.id, field.id);
            let given = elements.get(place).and_then(|element| element.get(&field.id));
            let alone = |given| json!({ &self.id: [{ &field.id: given }] });
            let is_wrong = given.is_some_and(|given| case(self.measure, &alone(given)).is_none());
            let give = Callback::from(put);
            let asked = Asked { measure: self.measure, label: field.name.clone(), id, given, is_wrong, give };
            asked.draw(field.kind)
        };
        self.measure.fields(list).iter().map(field).collect()
    }
}

fn without(elements: &[Json], gone: usize) -> Json {
    elements.iter().enumerate().filter(|(place, _)| *place != gone).map(|(_, element)| element.clone()).collect()
}
