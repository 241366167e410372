//! The sentences of a file, each in a box of its own, under the name of its section.

use std::rc::Rc;

use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use super::state::Action;
use super::{Handle, Props, part};
use crate::check::Fault;
use crate::outline::{Entry, outline};

/// The form.
#[component]
pub fn Form(props: &Props) -> Html {
    let bench = &props.bench;
    let wanted = use_state(String::new);
    let name = bench.open.0.clone();
    let all = use_memo((bench.revision, name.clone()), {
        let bench = bench.clone();
        move |(_, name)| outline(bench.work.text(name).unwrap_or_default())
    });
    let search = {
        let wanted = wanted.clone();
        move |event: InputEvent| {
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                wanted.set(input.value());
            }
        }
    };
    let is_wanted = |entry: &&Entry| entry.text.contains(wanted.trim()) || entry.title.contains(wanted.trim());
    let sentences: Vec<Entry> = all.iter().filter(|entry| entry.is_sentence).filter(is_wanted).cloned().collect();
    html! {
        <div>
            <h2>{ "句子" }</h2>
            <p>{ "这个文件里给人看的每一句话，改完点别处就换上。“{ }”里是算式，不要动。每年的数在“逐项核对”里，条件和算法在“文件”里。" }</p>
            { part::file_list(bench) }
            <label class="field">{ "找" }<input value={(*wanted).clone()} oninput={search} data-test="search" /></label>
            <p role="status">{ format!("{} 句", sentences.len()) }</p>
            for entry in sentences {
                <Sentence key={entry.title.clone()} bench={bench.clone()} faults={faults_of(props, &entry)} entry={Rc::new(entry.clone())} />
            }
        </div>
    }
}

/// What is wrong where the sentence is written.
fn faults_of(props: &Props, entry: &Entry) -> Vec<Fault> {
    let is_own = |fault: &&Fault| fault.file == props.bench.open.0 && fault.line == entry.line;
    props.derived.faults.iter().filter(is_own).cloned().collect()
}

#[derive(Properties, PartialEq, Clone)]
struct SentenceProps {
    bench: Handle,
    entry: Rc<Entry>,
    faults: Vec<Fault>,
}

#[component]
fn Sentence(props: &SentenceProps) -> Html {
    let SentenceProps { bench, entry, faults } = props;
    let put = {
        let (bench, entry) = (bench.clone(), Rc::clone(entry));
        move |event: Event| {
            let Some(area) = event.target_dyn_into::<HtmlTextAreaElement>() else { return };
            // A sentence is one line.
            let sentence = area.value().split('\n').map(str::trim).collect::<String>();
            bench.dispatch(Action::PutSentence(bench.open.0.clone(), Box::new((*entry).clone()), sentence));
        }
    };
    let rows = entry.text.chars().count().checked_div(45).unwrap_or(0).saturating_add(1);
    html! {
        <div class="sentence" data-test={format!("sentence-{}", entry.line)}>
            <label class="field">{ format!("{} ", entry.title) }
                <textarea rows={rows.to_string()} value={entry.text.clone()} onchange={put} />
            </label>
            { part::place(bench, &bench.open.0, entry.line) }
            for fault in faults { <p class="wrong" role="alert">{ fault.sentence.clone() }</p> }
        </div>
    }
}
