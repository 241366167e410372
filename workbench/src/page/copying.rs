//! Step 2: last year's periods are copied.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::state::Action;
use super::{Props, host};
use crate::period::{Period, Sort};

/// The step.
#[component]
pub fn Step(props: &Props) -> Html {
    let bench = &props.bench;
    let all = use_memo((bench.work.place().to_owned(), bench.work.document().map(str::to_owned)), {
        let bench = bench.clone();
        move |_| bench.work.to_copy()
    });
    let year = use_state(|| usual_year(props));
    // What the notice speaks of is chosen to begin with.
    let chosen = use_state(|| {
        let text = bench.work.notice().text();
        let is_spoken_of = |period: &Period| match period.sort {
            Sort::Row => period.slots.iter().any(|slot| text.contains(&slot.name)),
            _ => text.contains(&subject(period)),
        };
        all.iter().map(is_spoken_of).collect::<Vec<bool>>()
    });
    let pick = |place: usize| {
        let chosen = chosen.clone();
        move |_: Event| {
            let mut next = (*chosen).clone();
            if let Some(is_chosen) = next.get_mut(place) {
                *is_chosen = !*is_chosen;
            }
            chosen.set(next);
        }
    };
    let copy = {
        let (bench, all, chosen, year) = (bench.clone(), all.clone(), chosen.clone(), year.clone());
        move |_: MouseEvent| {
            let picked = all.iter().zip(chosen.iter()).filter(|(_, is_chosen)| **is_chosen);
            let picked: Vec<Period> = picked.map(|(period, _)| period.clone()).collect();
            let action = match (picked.is_empty(), year.trim().parse::<u16>(), host::today()) {
                (true, ..) => Action::Say("请先勾选通知里写到的".to_owned(), true),
                (_, Ok(year), Some(today)) if (2000..=2199).contains(&year) => Action::Copy(picked, year, today),
                _ => Action::Say("年份请写四位数字，例如 2027".to_owned(), true),
            };
            bench.dispatch(action);
        }
    };
    let typed = {
        let year = year.clone();
        move |event: InputEvent| {
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                year.set(input.value());
            }
        }
    };
    html! {
        <section>
            <h2>{ "照抄上一年" }</h2>
            <p>{ "勾选通知里写到的。照抄过来的每一个数都要在通知里找到原话，下一步逐个核对。" }</p>
            <label class="field short">{ "新年度" }<input value={(*year).clone()} inputmode="numeric" oninput={typed} data-test="year" /></label>
            <ul class="picks">
                for (place, period) in all.iter().enumerate() {
                    <li>
                        <label>
                            <input type="checkbox" checked={chosen.get(place).copied().unwrap_or(false)} onchange={pick(place)}
                                data-test={format!("pick-{place}")} />
                            { format!(" {}", period.title) }
                            <small>{ format!("（{}，{} 个数）", period.file, period.slots.len()) }</small>
                        </label>
                    </li>
                }
            </ul>
            <button type="button" class="primary" onclick={copy} disabled={bench.work.document().is_none()} data-test="copy">{ "照抄，下一步" }</button>
            if bench.work.document().is_none() { <p>{ "请先在第 1 步登记通知。" }</p> }
        </section>
    }
}

/// The year of the notice's number, or the one after this.
fn usual_year(props: &Props) -> String {
    let number = props.bench.work.notice().number().unwrap_or_default();
    let year = number.split_once('〔').and_then(|(_, rest)| rest.split_once('〕')).map(|(year, _)| year.to_owned());
    year.or_else(|| Some((host::today()?.year().saturating_add(1)).to_string())).unwrap_or_default()
}

/// What a period is about: its title without the year.
fn subject(period: &Period) -> String {
    let title = period.title.split(' ').next().unwrap_or_default();
    title.trim_end_matches("标准").to_owned()
}
