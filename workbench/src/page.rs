//! The document's program: the workbench as Yew draws it.

mod aside;
mod calculator;
mod changes;
mod check;
mod copying;
mod notice;
mod part;
mod sentences;
mod sheet;
pub mod state;
mod texts;
mod walking;

pub mod host;

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlSelectElement;
use wengang_engine::Pack;
use yew::prelude::*;

use part::Files;
use state::{Action, Bench, Derived, Tab};

/// The state as the parts see it.
pub type Handle = UseReducerHandle<Bench>;

/// What every part is given.
#[derive(Properties, PartialEq, Clone)]
pub struct Props {
    /// The state.
    pub bench: Handle,
    /// What follows from it.
    pub derived: Rc<Derived>,
    /// The last edited law with which nothing was wrong.
    pub law: Option<Rc<Pack>>,
}

/// The workbench.
#[component]
pub fn App() -> Html {
    let bench = use_reducer(Bench::default);
    let derived = use_memo((bench.revision, bench.work.place().to_owned()), {
        let bench = bench.clone();
        move |_| Derived::of(&bench.work)
    });
    use_effect_with((), |()| host::ready());
    // The button that led to another screen is gone. The walk and the editor know better where to go on.
    let shown = use_mut_ref(Tab::default);
    use_effect_with(bench.tab, move |tab| {
        if shown.replace(*tab) != *tab && !matches!(tab, Tab::Walk | Tab::Texts) {
            host::focus("panel");
        }
    });
    use_draft(&bench);
    use_memory(&bench);
    let last = use_mut_ref(|| None::<Rc<Pack>>);
    if let Some(law) = &derived.law {
        last.replace(Some(Rc::clone(law)));
    }
    let law = last.borrow().clone().filter(|law| law.place.id == bench.work.place());
    let part = Props { bench: bench.clone(), derived: Rc::clone(&derived), law };
    html! {
        <>
            { header(&bench, &derived) }
            { tabs(&bench, &derived) }
            <main id="panel" tabindex="-1" data-test="panel">
                if bench.tab == Tab::Notice { <notice::Step ..part.clone() /> }
                if bench.tab == Tab::Copy { <copying::Step ..part.clone() /> }
                if matches!(bench.tab, Tab::Walk | Tab::Check | Tab::Sentences | Tab::Texts) {
                    <section class="two wide-left">
                        if bench.tab == Tab::Walk { <walking::Step ..part.clone() /> }
                        if bench.tab == Tab::Check { <check::Step ..part.clone() /> }
                        if bench.tab == Tab::Sentences { <sentences::Form ..part.clone() /> }
                        if bench.tab == Tab::Texts { <texts::Texts ..part.clone() /> }
                        <aside::Aside ..part.clone() />
                    </section>
                }
                <div hidden={bench.tab != Tab::Changes}><changes::Table ..part.clone() /></div>
                if bench.tab == Tab::Sheet { <sheet::Paper ..part.clone() /> }
            </main>
        </>
    }
}

/// Writes the draft into the officer's file after every edit, where one was chosen; else the browser asks before the tab is left.
#[hook]
fn use_draft(bench: &Handle) {
    let work = bench.clone();
    use_effect_with((bench.revision, bench.signed.clone(), bench.tried.clone()), move |_| {
        if !work.is_begun() {
            return;
        }
        host::ask_before_leaving(true);
        if !host::keeps() {
            return;
        }
        spawn_local(async move {
            let Ok(bytes) = work.archive() else { return };
            if host::keep(&bytes).await {
                host::ask_before_leaving(false);
            } else {
                work.dispatch(Action::Say("草稿没有存进文件，请用“存草稿”".to_owned(), true));
            }
        });
    });
}

/// Remembers the draft in this entry of the browser's history: it survives a reload, and is gone with the tab.
#[hook]
fn use_memory(bench: &Handle) {
    let restored = bench.clone();
    use_effect_with((), move |()| {
        if let Some((tab, bytes)) = host::remembered() {
            restored.dispatch(Action::Show(Tab::of_name(&tab)));
            restored.dispatch(Action::Restore(bytes, host::can_keep()));
        }
    });
    let turn = use_mut_ref(|| 0_u32);
    let work = bench.clone();
    use_effect_with((bench.revision, bench.tab, bench.signed.clone(), bench.tried.clone()), move |_| {
        if !work.is_begun() {
            return;
        }
        let own = turn.borrow().wrapping_add(1);
        turn.replace(own);
        spawn_local(async move {
            // Not after every key.
            host::rest().await;
            if *turn.borrow() == own
                && let Ok(bytes) = work.archive()
            {
                host::remember(work.tab.name(), &bytes);
            }
        });
    });
}

fn header(bench: &Handle, derived: &Derived) -> Html {
    let act = |action: fn() -> Action| {
        let bench = bench.clone();
        Callback::from(move |_: MouseEvent| bench.dispatch(action()))
    };
    let choose = {
        let bench = bench.clone();
        Callback::from(move |event: Event| {
            if let Some(list) = event.target_dyn_into::<HtmlSelectElement>() {
                bench.dispatch(Action::Choose(list.value()));
            }
        })
    };
    let open = {
        let bench = bench.clone();
        Callback::from(move |files| bench.dispatch(Action::Open(files)))
    };
    html! {
        <header>
            <h1>{ "政策工作台" }</h1>
            <label>{ "地方 " }
                <select onchange={choose} data-test="place">
                    for (id, name) in &derived.places {
                        <option value={id.clone()} selected={id == bench.work.place()}>{ name.clone() }</option>
                    }
                </select>
            </label>
            <button type="button" onclick={act(|| Action::Undo)} data-test="undo">{ "撤销" }</button>
            <button type="button" onclick={act(|| Action::Redo)} data-test="redo">{ "重做" }</button>
            { part::file_box("打开文件夹…", "open-folder", Files::Folder, open.clone()) }
            { part::file_box("打开压缩包、政策包…", "open-archive", Files::Some(".zip,.toml,.pack"), open) }
            { keep_buttons(bench) }
            <p class="said" role="status" data-wrong={bench.said.as_ref().map(|(_, wrong)| wrong.to_string())} data-test="said">
                { bench.said.as_ref().map(|(sentence, _)| sentence.clone()).unwrap_or_default() }
            </p>
        </header>
    }
}

/// Where the draft is kept: nowhere by itself.
fn keep_buttons(bench: &Handle) -> Html {
    let save = {
        let bench = bench.clone();
        Callback::from(move |_: MouseEvent| match bench.archive() {
            Ok(bytes) => {
                host::download("workbench.zip", &bytes);
                host::ask_before_leaving(false);
                bench.dispatch(Action::Say("草稿存进了下载文件夹：workbench.zip".to_owned(), false));
            }
            Err(sentence) => bench.dispatch(Action::Say(sentence, true)),
        })
    };
    let choose = {
        let bench = bench.clone();
        Callback::from(move |_: MouseEvent| {
            let bench = bench.clone();
            spawn_local(async move {
                let Ok(bytes) = bench.archive() else { return };
                if host::choose("workbench.zip").await && host::keep(&bytes).await {
                    host::ask_before_leaving(false);
                    bench.dispatch(Action::Say("以后每次改动都自动存进这个文件".to_owned(), false));
                }
            });
        })
    };
    html! {
        <>
            <button type="button" onclick={save} data-test="save">{ "存草稿" }</button>
            if host::can_keep() {
                <button type="button" onclick={choose} data-test="keep">{ "自动存到…" }</button>
            }
        </>
    }
}

fn tabs(bench: &Handle, derived: &Derived) -> Html {
    let (done, all) = derived.progress();
    let count = |tab: Tab| match tab {
        Tab::Walk if all > 0 => format!(" {done}/{all}"),
        Tab::Check if !derived.faults.is_empty() => format!(" {} 处", derived.faults.len()),
        _ => String::new(),
    };
    html! {
        <nav aria-label="步骤">
            for (tab, name, title) in Tab::ALL {
                <button type="button" aria-current={(bench.tab == tab).then_some("step")} data-test={format!("tab-{name}")}
                    onclick={{ let bench = bench.clone(); move |_| bench.dispatch(Action::Show(tab)) }}>
                    { title }{ count(tab) }
                </button>
            }
        </nav>
    }
}
