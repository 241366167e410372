//! Step 3: figure by figure, with the old one, the places of the notice, the new one and its words.

mod card;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::state::Action;
use super::{Handle, Props, host, part};
use crate::period::{Period, Slot, Sort};
use crate::walk::{Leg, Only};

/// The step.
#[component]
pub fn Step(props: &Props) -> Html {
    let (bench, derived) = (&props.bench, &props.derived);
    let current = derived.current(bench.at);
    let all = use_state(|| false);
    // What was pressed, a place of the notice or a row of the table, is gone or far from the card.
    use_effect_with(current, |_| {
        host::focus("current");
    });
    let only = use_memo(bench.revision, {
        let bench = bench.clone();
        move |_| bench.work.only()
    });
    let toggle = {
        let all = all.clone();
        move |_: Event| all.set(!*all)
    };
    let shown = derived.legs.iter().enumerate().filter(|(_, leg)| leg.is_new || *all);
    html! {
        <div>
            <h2>{ "逐项核对" }</h2>
            if let Some((leg, stop)) = current {
                <card::Card key={format!("{leg} {stop}")} bench={bench.clone()} derived={derived.clone()} {leg} {stop} />
            } else {
                <p id="current" tabindex="-1" data-test="walked">{ "新年度的数都有原话了。下面几件事请再看一眼，然后到第 4 步。" }</p>
            }
            { only_list(bench, &derived.legs, &only) }
            <label><input type="checkbox" checked={*all} onchange={toggle} data-test="all-periods" />{ " 连以前的年度也列出来" }</label>
            for (place, leg) in shown { { period(props, place, leg, current) } }
        </div>
    }
}

/// A period with its figures.
fn period(props: &Props, place: usize, leg: &Leg, current: Option<(usize, usize)>) -> Html {
    let (bench, numbers) = (&props.bench, &props.derived.numbers);
    let basis = |slot: &Slot| {
        let [document, clause, grade] = leg.period.cited(&slot.words);
        let number = document.and_then(|key| numbers.get(key)).map(String::as_str);
        [number, clause, grade].into_iter().flatten().collect::<Vec<_>>().join(" ")
    };
    let inside = html! {
        <>
            { part::place(bench, &leg.period.file, leg.period.line) }
            { old_notes(bench, place, leg) }
            { period_edits(bench, place, leg) }
            if !leg.stops.is_empty() {
                <table class="figures">
                    <thead><tr><th scope="col">{ "数" }</th><th scope="col">{ "原来" }</th><th scope="col">{ "现在" }</th><th scope="col">{ "原话" }</th><th scope="col">{ "出处、条款、等级" }</th></tr></thead>
                    <tbody>
                        for (at, stop) in leg.stops.iter().enumerate() {
                            <tr data-done={stop.is_done.to_string()} data-current={(current == Some((place, at))).to_string()}>
                                <th scope="row">
                                    <button type="button" class="link" onclick={look(bench, place, at)}>{ stop.slot.title() }</button>
                                </th>
                                <td>{ stop.old.as_ref().map(|old| old.value.to_string()).unwrap_or_default() }</td>
                                <td>{ stop.slot.value.to_string() }</td>
                                <td>{ stop.slot.words.quote.clone().or_else(|| stop.slot.words.not_quoted.clone()).unwrap_or_default() }</td>
                                <td>{ basis(&stop.slot) }</td>
                            </tr>
                        }
                    </tbody>
                </table>
            }
        </>
    };
    let test = format!("period-{place}");
    let title = leg.period.title.clone();
    // Forty periods in full would be a hundred screens.
    if leg.is_new {
        html! { <div class="period" data-test={test}><h3>{ title }</h3>{ inside }</div> }
    } else {
        html! { <details class="period" data-test={test}><summary data-test={format!("open-period-{place}")}>{ title }</summary>{ inside }</details> }
    }
}

/// What last year's notes say of a new period: each stays or goes.
fn old_notes(bench: &Handle, place: usize, leg: &Leg) -> Html {
    let Some(old) = leg.old.as_ref().filter(|_| leg.is_new) else { return html! {} };
    let Period { notes, is_ceiling, .. } = &leg.period;
    let is_old_ceiling = *is_ceiling && old.is_ceiling;
    if !is_old_ceiling && !notes.iter().any(|note| old.notes.contains(note)) {
        return html! {};
    }
    let put = |notes: Vec<String>, is_ceiling: bool| {
        let (bench, period) = (bench.clone(), leg.period.clone());
        move |_: MouseEvent| bench.dispatch(Action::PutNotes(Box::new(period.clone()), notes.clone(), is_ceiling))
    };
    let without =
        |gone: usize| notes.iter().enumerate().filter(move |(at, _)| *at != gone).map(|(_, note)| note.clone());
    html! {
        <div class="notes">
            <p>{ "照抄过来的说明是上一年的话，今年不再对的请去掉：" }</p>
            <ul>
                for (at, note) in notes.iter().enumerate().filter(|(_, note)| old.notes.contains(note)) {
                    <li>
                        { format!("{note} ") }
                        <button type="button" onclick={put(without(at).collect(), *is_ceiling)} data-test={format!("drop-note-{place}-{at}")}>{ "去掉这一句" }</button>
                    </li>
                }
                if is_old_ceiling {
                    <li>
                        { "只有上限（答案里写“最高”） " }
                        <button type="button" onclick={put(notes.clone(), false)} data-test={format!("drop-ceiling-{place}")}>{ "去掉这一句" }</button>
                    </li>
                }
            </ul>
            <button type="button" onclick={put(Vec::new(), false)} data-test={format!("drop-notes-{place}")}>{ "都去掉" }</button>
        </div>
    }
}

/// One more note of a period, and the way to take the whole period away.
fn period_edits(bench: &Handle, place: usize, leg: &Leg) -> Html {
    let add = {
        let (bench, period) = (bench.clone(), leg.period.clone());
        move |event: Event| {
            let Some(input) = event.target_dyn_into::<HtmlInputElement>() else { return };
            let note = input.value().trim().to_owned();
            input.set_value("");
            if !note.is_empty() {
                let notes = period.notes.iter().cloned().chain([note]).collect();
                bench.dispatch(Action::PutNotes(Box::new(period.clone()), notes, period.is_ceiling));
            }
        }
    };
    let remove = {
        let (bench, file, way) = (bench.clone(), leg.period.file.clone(), leg.period.way.clone());
        move |_: MouseEvent| bench.dispatch(Action::Remove(file.clone(), way.clone()))
    };
    let is_listed = leg.period.sort != Sort::Standing;
    let has_notes = leg.period.sort != Sort::Row;
    html! {
        <details>
            <summary data-test={format!("edit-period-{place}")}>{ "加说明、删去" }</summary>
            if has_notes {
                <ul>for note in &leg.period.notes { <li>{ note.clone() }</li> }</ul>
                <label class="field">{ "再加一句说明（写在每个答案下面）" }<input onchange={add} data-test={format!("add-note-{place}")} /></label>
                // The box says that it has changed once it is left.
                <button type="button" data-test={format!("put-note-{place}")}>{ "加上" }</button>
            }
            if is_listed {
                <button type="button" onclick={remove} data-test={format!("remove-period-{place}")}>{ format!("删去“{}”", leg.period.title) }</button>
            }
        </details>
    }
}

fn look(bench: &Handle, leg: usize, stop: usize) -> impl Fn(MouseEvent) + 'static {
    let bench = bench.clone();
    move |_| bench.dispatch(Action::Look(leg, stop))
}

/// What is only in some years: whether it is in the new one too.
fn only_list(bench: &Handle, legs: &[Leg], only: &[Only]) -> Html {
    let Some(leg) = legs.iter().find(|leg| leg.is_new && leg.period.sort == Sort::Round) else { return html! {} };
    let year = leg.period.id.clone();
    let item = |place: usize, only: &Only| {
        let is_in = only.years.contains(&year);
        let (bench, only, year) = (bench.clone(), only.clone(), year.clone());
        let toggled = only.clone();
        let toggle = move |_: Event| {
            bench.dispatch(Action::Only(toggled.file.clone(), toggled.way.clone(), year.clone(), !is_in));
        };
        html! {
            <li>
                <label>
                    <input type="checkbox" checked={is_in} onchange={toggle} data-test={format!("only-{place}")} />
                    { format!(" {}", only.title) }
                    <small>{ format!("（现在写着 {}）", only.years.join("、")) }</small>
                </label>
            </li>
        }
    };
    html! {
        <details data-test="only">
            <summary data-test="only-open">{ format!("只有几年才有的条款：{year} 年度也有的，请打勾（{} 条）", only.len()) }</summary>
            <ul class="picks">for (place, one) in only.iter().enumerate() { { item(place, one) } }</ul>
        </details>
    }
}
