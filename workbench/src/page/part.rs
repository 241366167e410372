//! Small parts that several screens use.

use yew::prelude::*;

use super::Handle;
use super::state::Action;
use crate::check::{Fault, Weight};

/// A place of a file, as a button that leads to its line.
pub fn place(bench: &Handle, file: &str, line: usize) -> Html {
    let go = {
        let (bench, file) = (bench.clone(), file.to_owned());
        move |_: MouseEvent| bench.dispatch(Action::ShowLine(file.clone(), line))
    };
    html! { <button type="button" class="place" onclick={go}>{ format!("{file}:{line}") }</button> }
}

/// What is wrong, a line each.
pub fn faults(bench: &Handle, faults: &[Fault]) -> Html {
    html! {
        <ul class="faults" data-test="faults">
            for fault in faults {
                <li data-weight={if fault.weight == Weight::Wrong { "wrong" } else { "doubt" }}>
                    <b>{ if fault.weight == Weight::Wrong { "要改 " } else { "请再看一眼 " } }</b>
                    { place(bench, &fault.file, fault.line) }
                    <span>{ format!(" {}", fault.sentence) }</span>
                </li>
            }
        </ul>
    }
}
