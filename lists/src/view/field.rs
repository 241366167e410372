//! Fields to choose from and to type in.

use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

/// The properties of [`Field`].
#[derive(Properties, PartialEq)]
pub struct FieldProps {
    /// Its id, for its label and for tests.
    pub id: AttrValue,
    /// The visible label; empty where a table's heading is it.
    #[prop_or_default]
    pub label: AttrValue,
    /// The accessible name; empty where the field has a visible label.
    #[prop_or_default]
    pub aloud: AttrValue,
    /// The options, each with its label; without any, the field is a text box.
    #[prop_or_default]
    pub options: Vec<(AttrValue, AttrValue)>,
    /// The current value.
    pub value: AttrValue,
    /// The placeholder.
    #[prop_or_default]
    pub hint: AttrValue,
    /// Receives a new value.
    pub on_value: Callback<String>,
}

/// A field: a select where there are options, else a text box.
#[component]
pub fn Field(props: &FieldProps) -> Html {
    let node = use_node_ref();
    {
        // Set by hand: after the user has chosen, browsers ignore the attribute.
        let node = node.clone();
        use_effect_with((props.value.clone(), props.options.clone()), move |(value, _)| show(&node, value));
    }
    let field = if props.options.is_empty() { typed(props, node) } else { chosen(props, node) };
    if props.label.is_empty() {
        return field;
    }
    html! { <p class="labelled"><label for={props.id.clone()}>{ &props.label }</label>{ field }</p> }
}

fn show(node: &NodeRef, value: &str) {
    if let Some(select) = node.cast::<HtmlSelectElement>() {
        select.set_value(value);
    } else if let Some(input) = node.cast::<HtmlInputElement>() {
        input.set_value(value);
    }
}

fn chosen(props: &FieldProps, node: NodeRef) -> Html {
    let on_value = props.on_value.clone();
    let onchange = Callback::from(move |event: Event| {
        if let Some(select) = event.target_dyn_into::<HtmlSelectElement>() {
            on_value.emit(select.value());
        }
    });
    let option = |(value, text): &(AttrValue, AttrValue)| {
        html! { <option value={value.clone()} selected={*value == props.value}>{ text }</option> }
    };
    html! {
        <select ref={node} id={props.id.clone()} data-test={props.id.clone()} aria-label={aloud(props)} {onchange}>
            { for props.options.iter().map(option) }
        </select>
    }
}

fn typed(props: &FieldProps, node: NodeRef) -> Html {
    let on_value = props.on_value.clone();
    // With every key: who drops a file while the box has the focus does not leave it.
    let oninput = Callback::from(move |event: InputEvent| {
        if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
            on_value.emit(input.value());
        }
    });
    html! {
        <input ref={node} type="text" id={props.id.clone()} data-test={props.id.clone()} aria-label={aloud(props)}
            placeholder={props.hint.clone()} autocomplete="off" {oninput} />
    }
}

fn aloud(props: &FieldProps) -> Option<AttrValue> {
    (!props.aloud.is_empty()).then(|| props.aloud.clone())
}

/// An option whose value is its label.
pub fn plain(words: &str) -> (AttrValue, AttrValue) {
    let words = AttrValue::from(words.to_owned());
    (words.clone(), words)
}

/// An option with its label.
pub fn option(value: &str, words: &str) -> (AttrValue, AttrValue) {
    (AttrValue::from(value.to_owned()), AttrValue::from(words.to_owned()))
}
