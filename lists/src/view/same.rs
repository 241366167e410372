//! What is the same for every row: the facts that no column says.

use yew::prelude::*;

use super::app::StepProps;
use super::confirm::values;
use super::field::Field;
use super::session::Session;
use crate::message::{ChoiceView, Opened};
use crate::state::Action;
use crate::text::page as words;

/// The facts that no column gives.
#[component]
pub fn Same(props: &StepProps) -> Html {
    let Session { state, .. } = &props.session;
    let left = state.opened().map(left).unwrap_or_default();
    if left.is_empty() {
        return Html::default();
    }
    let one = |choice: &ChoiceView| {
        html! { <One key={choice.name.clone()} session={props.session.clone()} choice={choice.clone()} /> }
    };
    html! {
        <details class="same" data-test="same">
            <summary>{ words::SAME }</summary>
            <p class="hint">{ words::SAME_HINT }</p>
            <div class="fields">{ for left.iter().map(one) }</div>
        </details>
    }
}

/// The facts that no column gives, neither directly nor as a sum of months.
fn left(opened: &Opened) -> Vec<ChoiceView> {
    let is_said = |choice: &&ChoiceView| {
        let begins = |label: &str| label == choice.label || label.starts_with(&[&choice.label, "："].concat());
        opened.columns.iter().any(|column| column.is_read && (column.choice == choice.name || begins(&column.label)))
    };
    opened.choices.iter().filter(|choice| choice.is_fact && !is_said(choice)).cloned().collect()
}

#[derive(Properties, PartialEq)]
struct OneProps {
    session: Session,
    choice: ChoiceView,
}

#[component]
fn One(props: &OneProps) -> Html {
    let Session { state, send, .. } = &props.session;
    let (name, label) = (props.choice.name.clone(), &state.settings.set);
    let value = label.iter().find(|(known, _)| *known == name).map(|(_, value)| value.clone()).unwrap_or_default();
    let on_value = {
        let name = name.clone();
        send.reform(move |value: String| Action::Set(name.clone(), value))
    };
    html! {
        <Field id={format!("set-{name}")} label={props.choice.label.clone()} options={values(Some(&props.choice))}
            {value} hint={words::UNKNOWN} {on_value} />
    }
}
