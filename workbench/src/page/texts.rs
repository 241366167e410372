//! The files as texts, with what is wrong under its line.

use web_sys::Element;
use yew::prelude::*;

use super::state::Action;
use super::{Props, host, part};
use crate::check::{Fault, Weight};

/// The texts.
#[component]
pub fn Texts(props: &Props) -> Html {
    let (bench, derived) = (&props.bench, &props.derived);
    let (name, line) = bench.open.clone();
    let text = bench.work.text(&name).unwrap_or_default().to_owned();
    let own: Vec<Fault> = derived.faults.iter().filter(|fault| fault.file == name).cloned().collect();
    let editor = use_node_ref();
    use_effect_with((name.clone(), text.clone(), own.clone()), {
        let (editor, bench) = (editor.clone(), bench.clone());
        move |(_, text, own)| {
            let Some(editor) = editor.cast::<Element>() else { return };
            let faults = own.iter().map(|fault| (fault.line, fault.weight == Weight::Wrong, fault.sentence.as_str()));
            host::put_text(&editor, text, &bench.work.words(), faults);
        }
    });
    use_effect_with((name.clone(), line), {
        let editor = editor.clone();
        move |(_, line)| {
            if let Some(editor) = editor.cast::<Element>().filter(|_| *line > 1) {
                host::show_line(&editor, *line);
            }
        }
    });
    let edit = {
        let (bench, name) = (bench.clone(), name.clone());
        move |event: Event| {
            if let Some(text) = event.target_dyn_into::<Element>().and_then(|editor| host::text_of(&editor)) {
                bench.dispatch(Action::Edit(name.clone(), text));
            }
        }
    };
    html! {
        <div>
            { part::file_list(bench) }
            <law-editor ref={editor} onchange={edit} data-test="text" />
        </div>
    }
}
