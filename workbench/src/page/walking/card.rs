//! The figure that is looked at: the places of the notice where one like it stands, and boxes to write it by hand.

use std::rc::Rc;

use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use crate::figure::{Kind, NO_FIRST_DAY, NO_LAST_DAY, typed};
use crate::fill::Filling;
use crate::notice::Candidate;
use crate::page::state::{Action, Derived};
use crate::page::{Handle, part};
use crate::path::Step;
use crate::period::{Period, Slot};
use crate::quotes::Source;
use crate::workspace::Workspace;

/// Which figure.
#[derive(Properties, PartialEq, Clone)]
pub struct CardProps {
    /// The state.
    pub bench: Handle,
    /// What follows from it.
    pub derived: Rc<Derived>,
    /// The place of the period.
    pub leg: usize,
    /// The place of the figure in it.
    pub stop: usize,
}

/// What is written by hand.
#[derive(Clone, PartialEq)]
struct ByHand {
    value: String,
    /// For whom a row of a table holds.
    when: Option<String>,
    quote: String,
    not_quoted: String,
    document: String,
    clause: String,
    grade: String,
}

impl ByHand {
    /// What is written now.
    fn of(period: &Period, slot: &Slot) -> Self {
        let [document, clause, grade] = period.cited(&slot.words).map(|word| word.unwrap_or_default().to_owned());
        let word = |word: &Option<String>| word.clone().unwrap_or_default();
        Self {
            value: slot.value.to_string().replace(NO_FIRST_DAY, "").replace(NO_LAST_DAY, ""),
            when: slot.when.clone(),
            quote: word(&slot.words.quote),
            not_quoted: word(&slot.words.not_quoted),
            document,
            clause,
            grade,
        }
    }

    /// What comes of it, or what is to be put right first.
    fn filling(&self, work: &Workspace, kind: &Kind) -> Result<Filling, String> {
        let value = typed(kind, &self.value)?;
        let (quote, not_quoted) = (self.quote.trim(), self.not_quoted.trim());
        // What is on record is quoted; of other documents there may be only the figure.
        let is_held = |source: &Source| source.key == self.document && source.body.is_some();
        if quote.is_empty() && not_quoted.is_empty() && work.sources().iter().any(is_held) {
            return Err("请摘录原话；通知确实没有写的，说明为什么".to_owned());
        }
        let is_of_notice = work.document() == Some(self.document.as_str());
        if !quote.is_empty() && is_of_notice && work.notice().find(quote).is_none() {
            return Err(format!("通知里没有这句话：“{quote}”，请逐字摘录"));
        }
        Ok(Filling {
            value,
            quote: quote.to_owned(),
            not_quoted: not_quoted.to_owned(),
            source: [&self.document, &self.clause, &self.grade].map(|word| Some(word.trim().to_owned())),
            when: self.when.clone(),
        })
    }
}

/// How sure a source is.
const GRADES: [(&str, &str); 5] = [
    ("A", "A 正式文件原文"),
    ("B", "B 官方媒体或办事机构自己的公告"),
    ("C", "C 单一二手网页（未确认）"),
    ("D", "D 只见转述（未确认）"),
    ("G", "G 常识，没有核实（未确认）"),
];

/// The card.
#[component]
pub fn Card(props: &CardProps) -> Html {
    let bench = &props.bench;
    let by_hand = use_state(|| None::<ByHand>);
    let Some(leg) = props.derived.legs.get(props.leg) else { return html! {} };
    let Some(stop) = leg.stops.get(props.stop) else { return html! {} };
    let candidates = bench.work.candidates(leg, stop);
    let old = stop.old.as_ref().map_or_else(|| "（没有）".to_owned(), |old| old.value.to_string());
    let old_quote = stop.old.as_ref().and_then(|old| old.words.quote.clone());
    let shown = (*by_hand).clone().unwrap_or_else(|| ByHand::of(&leg.period, &stop.slot));
    html! {
        <div class="card" data-test="card">
            <h3 id="current" tabindex="-1" data-test="current">{ format!("{}：{}", leg.period.title, stop.slot.title()) }</h3>
            <p>{ "原来是 " }<b data-test="old">{ old }</b>
                if let Some(quote) = old_quote { <q>{ quote }</q> }
                { " " }{ part::place(bench, &leg.period.file, stop.slot.line) }
            </p>
            <p>{ if candidates.is_empty() { "通知里没有找到这样的数，请看原文，在下面填。" } else { "通知里这样的数在这几处，请选对的一处：" } }</p>
            <ul class="candidates">
                for (place, candidate) in candidates.iter().enumerate() { { offered(bench, &leg.period, &stop.slot, place, candidate) } }
            </ul>
            <details>
                <summary data-test="by-hand">{ "都不对，自己填" }</summary>
                { boxes(props, &leg.period, &stop.slot, &shown, &by_hand) }
                { rows(bench, &leg.period, &stop.slot) }
            </details>
        </div>
    }
}

/// The boxes to write it by hand.
fn boxes(
    props: &CardProps,
    period: &Period,
    slot: &Slot,
    shown: &ByHand,
    by_hand: &UseStateHandle<Option<ByHand>>,
) -> Html {
    let bench = &props.bench;
    let fill = {
        let (bench, period, slot, shown) = (bench.clone(), period.clone(), slot.clone(), shown.clone());
        move |_: MouseEvent| {
            bench.dispatch(match shown.filling(&bench.work, &slot.kind) {
                Ok(filling) => Action::Fill(Box::new((period.clone(), slot.clone(), filling))),
                Err(sentence) => Action::Say(sentence, true),
            });
        }
    };
    let field = |title: &str, test: &'static str, value: &str, put: fn(&mut ByHand, String)| {
        let (shown, by_hand, bench) = (shown.clone(), by_hand.clone(), bench.clone());
        let typed = move |event: InputEvent| {
            let Some(input) = event.target_dyn_into::<HtmlInputElement>() else { return };
            let mut next = shown.clone();
            put(&mut next, input.value());
            if test == "quote"
                && let Some(span) = bench.work.notice().find(&next.quote)
                && let Some(clause) = bench.work.notice().clause_at(span.start)
            {
                next.clause = clause;
            }
            by_hand.set(Some(next));
        };
        html! { <label class="field">{ title.to_owned() }<input value={value.to_owned()} oninput={typed} data-test={test} /></label> }
    };
    let list = |title: &'static str,
                test: &'static str,
                value: &str,
                options: Vec<(String, String)>,
                put: fn(&mut ByHand, String)| {
        let (shown, by_hand) = (shown.clone(), by_hand.clone());
        let chosen = move |event: Event| {
            let Some(list) = event.target_dyn_into::<HtmlSelectElement>() else { return };
            let mut next = shown.clone();
            put(&mut next, list.value());
            by_hand.set(Some(next));
        };
        html! {
            <label class="field">{ title }
                <select onchange={chosen} data-test={test}>
                    for (id, words) in options {
                        <option value={id.clone()} selected={id == value}>{ words }</option>
                    }
                </select>
            </label>
        }
    };
    let documents = props.derived.numbers.iter().map(|(key, number)| (key.clone(), number.clone())).collect();
    let grades = GRADES.iter().map(|(id, words)| ((*id).to_owned(), (*words).to_owned())).collect();
    html! {
        <>
            { field("新的数", "value", &shown.value, |next, text| next.value = text) }
            if let Err(sentence) = typed(&slot.kind, &shown.value) { <p class="wrong" role="alert" data-test="value-wrong">{ sentence }</p> }
            if let Some(when) = &shown.when { { field("什么情况（算式）", "when", when, |next, text| next.when = Some(text)) } }
            { field("原话（从文件逐字摘录）", "quote", &shown.quote, |next, text| next.quote = text) }
            { field("文件没有写这个数的，说明为什么", "not-quoted", &shown.not_quoted, |next, text| next.not_quoted = text) }
            <div class="sources">
                { list("文件", "document", &shown.document, documents, |next, text| next.document = text) }
                { field("条款", "clause", &shown.clause, |next, text| next.clause = text) }
                { list("可靠程度", "grade", &shown.grade, grades, |next, text| next.grade = text) }
            </div>
            <button type="button" class="primary" onclick={fill} data-test="fill">{ "填上" }</button>
        </>
    }
}

/// A row of a table, or a run of days, can be one more and one less.
fn rows(bench: &Handle, period: &Period, slot: &Slot) -> Html {
    let is_row = slot.when.is_some() || matches!(slot.way.last(), Some(Step::At(_))) && slot.way != period.way;
    if !is_row {
        return html! {};
    }
    let add = {
        let (bench, row) = (bench.clone(), (period.clone(), slot.clone()));
        move |_: MouseEvent| bench.dispatch(Action::AddRow(Box::new(row.clone())))
    };
    let remove = {
        let (bench, file, way) = (bench.clone(), period.file.clone(), slot.way.clone());
        move |_: MouseEvent| bench.dispatch(Action::Remove(file.clone(), way.clone()))
    };
    html! {
        <p>
            <button type="button" onclick={add} data-test="add-row">{ "照这一行再加一行" }</button>{ " " }
            <button type="button" onclick={remove} data-test="remove-row">{ "删去这一行" }</button>
        </p>
    }
}

/// A place of the notice, as a button that takes it.
fn offered(bench: &Handle, period: &Period, slot: &Slot, place: usize, candidate: &Candidate) -> Html {
    let take = {
        let (bench, taken) = (bench.clone(), (period.clone(), slot.clone(), candidate.clone()));
        move |_: MouseEvent| bench.dispatch(Action::Take(Box::new(taken.clone())))
    };
    let value = match slot.kind {
        Kind::Options(_) => "照旧".to_owned(),
        _ => candidate.value.to_string(),
    };
    let clause = candidate.clause.as_ref().map(|clause| format!("（{clause}）")).unwrap_or_default();
    html! {
        <li>
            <button type="button" onclick={take} data-test={format!("candidate-{place}")} data-value={candidate.value.to_string()}>
                <b>{ value }</b>
                <span>{ format!("{clause}{}", candidate.quote) }</span>
                if let Some(why) = &candidate.converted { <small>{ why.clone() }</small> }
            </button>
        </li>
    }
}
