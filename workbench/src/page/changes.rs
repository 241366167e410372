//! What the edits change, worked out in pieces so that the tab stays alive.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::state::Action;
use super::{Props, host, part};
use crate::changes::{Changes, Comparison, Edit, Group, MADE_UP, VARIATIONS};
use crate::trial::Trial;

/// How many cases are tried in one piece.
const PIECE: usize = 20;

/// How far it is.
#[derive(Clone, PartialEq)]
enum Progress {
    Idle,
    Running(usize, usize),
    Done(Rc<Changes>),
}

/// The table.
#[component]
pub fn Table(props: &Props) -> Html {
    let bench = &props.bench;
    let progress = use_state(|| Progress::Idle);
    let run = use_mut_ref(|| 0_u32);
    // Another edit: what is being worked out is no longer asked for.
    use_effect_with(bench.revision, {
        let (progress, run) = (progress.clone(), Rc::clone(&run));
        move |_| {
            next(&run);
            progress.set(Progress::Idle);
        }
    });
    let start = {
        let (bench, progress, run) = (bench.clone(), progress.clone(), Rc::clone(&run));
        move |_: MouseEvent| {
            let Some(mut comparison) = Comparison::new(&bench.work, VARIATIONS) else {
                bench.dispatch(Action::Say("政策文件还有要改的地方，改完才能比较".to_owned(), true));
                return;
            };
            let (progress, run, own) = (progress.clone(), Rc::clone(&run), next(&run));
            spawn_local(async move {
                while comparison.go_on(PIECE) {
                    let (done, all) = comparison.progress();
                    progress.set(Progress::Running(done, all));
                    host::pause().await;
                    if *run.borrow() != own {
                        return;
                    }
                }
                progress.set(Progress::Done(Rc::new(comparison.found())));
            });
        }
    };
    let put_away = {
        let bench = bench.clone();
        move |_: MouseEvent| bench.dispatch(Action::PutPackAway)
    };
    html! {
        <section>
            <h2>{ "改动的影响" }</h2>
            <p>{ format!("用公开的案例和由它们变化出来的 {VARIATIONS} 个案例，没有公开案例的政策另编 {MADE_UP} 个，按原来的和改过的各算一遍；结果或金额变了的，按引起它的改动分组。") }</p>
            if let Some(opened) = bench.work.pack() {
                <p>{ format!("“原来的”是打开的政策包（校验值 {}）。", opened.sha256.get(..12).unwrap_or_default()) }
                    <button type="button" onclick={put_away} data-test="put-pack-away">{ "改和编进程序的政策比" }</button></p>
            }
            <button type="button" class="primary" onclick={start} disabled={matches!(*progress, Progress::Running(..))} data-test="compare">{ "开始比较" }</button>
            { match &*progress {
                Progress::Idle => html! {},
                Progress::Running(done, all) => html! {
                    <p role="status"><progress aria-label="比较的进度" value={done.to_string()} max={all.to_string()} />{ format!(" {done}/{all}") }</p>
                },
                Progress::Done(found) => result(props, found),
            } }
        </section>
    }
}

/// Begins another run, and returns its number.
fn next(run: &Rc<RefCell<u32>>) -> u32 {
    let mut run = run.borrow_mut();
    *run = run.wrapping_add(1);
    *run
}

fn result(props: &Props, found: &Changes) -> Html {
    let bench = &props.bench;
    let edits = |name: &'static str, title: &'static str, edits: &[Edit]| {
        html! {
            if !edits.is_empty() {
                <details data-test={name}><summary>{ format!("{title}（{}）", edits.len()) }</summary>
                    <ul>for edit in edits { <li>{ format!("{} ", edit.title) }{ part::place(bench, &edit.file, edit.line) }</li> }</ul>
                </details>
            }
        }
    };
    html! {
        <div data-test="changes">
            <p data-test="changed">{ format!("算了 {} 个案例，{} 个变了。", found.tried, found.changed) }</p>
            <p>{ "改动一处一处地做：先照抄上一年的，再照文件里的先后换数。一组里的“改前”“改后”是做这一处之前、之后的结果，所以一个案例可能在几组里。点案例的名字，看它填了什么、怎么算的。" }</p>
            for group in &found.groups { { of_edit(props, group) } }
            { edits("edits", "改过的数和行", &found.edits) }
            <h3>{ "这些案例查不到的地方：写错了也看不出来，请自己试算" }</h3>
            { edits("unreached", "没有案例碰到的数和行", &found.unreached) }
            { edits("conditions", "没有案例两种结果都有的条件", &found.conditions) }
            { edits("silent", "没有案例会说的话", &found.silent) }
        </div>
    }
}

fn of_edit(props: &Props, group: &Group) -> Html {
    let Group { edit, count, changes } = group;
    let show = |trial: &Trial| {
        let (bench, trial) = (props.bench.clone(), trial.clone());
        move |_: MouseEvent| bench.dispatch(Action::ShowCase(Box::new(trial.clone())))
    };
    html! {
        <>
        <p>{ part::place(&props.bench, &edit.file, edit.line) }</p>
        <details class="group">
            <summary>{ format!("{count} 个案例：{} ", edit.title) }</summary>
            <table>
                <thead><tr><th scope="col">{ "案例" }</th><th scope="col">{ "申请日" }</th><th scope="col">{ "改前" }</th><th scope="col">{ "改后" }</th></tr></thead>
                <tbody>
                    for change in changes {
                        <tr>
                            <td><button type="button" class="place" onclick={show(&change.trial)} data-test="case">{ change.trial.name.clone() }</button></td><td>{ change.trial.day.to_string() }</td>
                            <td>{ change.before.say() }</td><td>{ change.after.say() }</td>
                        </tr>
                    }
                </tbody>
            </table>
        </details>
        </>
    }
}
