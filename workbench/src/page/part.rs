//! Small parts that several screens use.

use wasm_bindgen_futures::spawn_local;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::state::Action;
use super::{Handle, host};
use crate::check::{Fault, Weight};

/// What is chosen in a box for files.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Files {
    /// One, of any ending.
    One,
    /// Some, of these endings.
    Some(&'static str),
    /// A folder with all its files.
    Folder,
}

/// A box for files. What is read of them goes to `opened`: their names and what is in them, at least one.
pub fn file_box(
    title: &'static str,
    test: &'static str,
    files: Files,
    opened: Callback<Vec<(String, Vec<u8>)>>,
) -> Html {
    let chosen = move |event: Event| {
        let Some(input) = event.target_dyn_into::<HtmlInputElement>() else { return };
        let opened = opened.clone();
        spawn_local(async move {
            let files = host::read(&input).await;
            if !files.is_empty() {
                opened.emit(files);
            }
        });
    };
    let accept = if let Files::Some(endings) = files { Some(endings) } else { None };
    let (is_folder, is_one) = (files == Files::Folder, files == Files::One);
    html! {
        <label class="file">{ title }
            <input type="file" multiple={!is_one} webkitdirectory={is_folder} {accept} onchange={chosen} data-test={test} />
        </label>
    }
}

/// A place of a file, as a button that leads to its line.
pub fn place(bench: &Handle, file: &str, line: usize) -> Html {
    let go = {
        let (bench, file) = (bench.clone(), file.to_owned());
        move |_: MouseEvent| bench.dispatch(Action::ShowLine(file.clone(), line))
    };
    html! { <button type="button" class="place" onclick={go}>{ format!("{file}:{line}") }</button> }
}

/// The list of the files of the place, from which one is chosen.
pub fn file_list(bench: &Handle) -> Html {
    let open = bench.open.0.clone();
    let edited: Vec<String> = bench.work.edited().into_iter().map(str::to_owned).collect();
    let names: Vec<String> = bench.work.names().into_iter().map(str::to_owned).collect();
    let choose = {
        let bench = bench.clone();
        move |event: Event| {
            if let Some(list) = event.target_dyn_into::<HtmlSelectElement>() {
                bench.dispatch(Action::ShowFile(list.value()));
            }
        }
    };
    html! {
        <label>{ "文件 " }
            <select onchange={choose} data-test="file">
                for known in names {
                    <option value={known.clone()} selected={known == open}>
                        { known.clone() }{ if edited.contains(&known) { "（改过）" } else { "" } }
                    </option>
                }
            </select>
        </label>
    }
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
