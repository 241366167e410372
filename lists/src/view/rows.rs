//! The rows, a page of them at a time; one opens to its answer.

use yew::prelude::*;

use super::answer::Answer;
use super::field::{Field, option, plain};
use super::result::PartProps;
use super::session::Session;
use super::totals::look;
use crate::message::{Filter, TableRow};
use crate::state::Action;
use crate::text::page as words;

/// The id of the heading, which is scrolled to after a filter was set.
const ROWS: &str = "rows";
/// How many columns the table has.
const WIDTH: &str = "6";

/// The rows.
#[component]
pub fn Rows(props: &PartProps) -> Html {
    let Session { state, send, .. } = &props.session;
    {
        // A filter may have been set far above the table.
        let filter = state.window.filter.clone();
        let is_first = use_mut_ref(|| true);
        use_effect_with(filter, move |_| {
            if !std::mem::take(&mut *is_first.borrow_mut()) {
                let _ = wengang::web::page::reveal(ROWS);
            }
        });
    }
    let row = |row: &TableRow| html! { <Row key={row.number} session={props.session.clone()} row={row.clone()} /> };
    html! {
        <section>
            <h3 id={ROWS} tabindex="-1">{ words::ROWS }</h3>
            <p class="hint">{ words::ROWS_LEAD }</p>
            <Filters session={props.session.clone()} totals={props.totals.clone()} />
            <div class="scroll" tabindex="0" role="region" aria-label={words::ROWS}>
                <table class="rows" data-test="rows">
                    <thead>
                        <tr>{ for words::HEADINGS.iter().map(|heading| html! { <th scope="col">{ *heading }</th> }) }</tr>
                    </thead>
                    <tbody>{ for state.table.rows.iter().map(row) }</tbody>
                </table>
            </div>
            <Pages from={state.table.from} count={state.table.rows.len()} all={state.table.all} id="rows"
                turn={send.reform(Action::Turn)} />
        </section>
    }
}

/// The filters of the table.
#[component]
fn Filters(props: &PartProps) -> Html {
    let Session { state, send, .. } = &props.session;
    let (filter, totals) = (&state.window.filter, &props.totals);
    let all = || std::iter::once(option("", words::ALL));
    let verdicts: Vec<_> = all().chain(totals.verdicts.iter().map(|row| plain(&row.label))).collect();
    let reasons = totals.unmet.iter().chain(&totals.missing).chain(&totals.others);
    let reasons: Vec<_> = all().chain(reasons.map(|(reason, _)| plain(reason))).collect();
    let with = |change: fn(&mut Filter, String)| {
        let filter = filter.clone();
        send.reform(move |value: String| {
            let mut filter = filter.clone();
            change(&mut filter, value);
            Action::Filter(filter)
        })
    };
    let group = filter.group.as_ref().map(|(_, value)| value.clone());
    let no_group = with(|filter, _| filter.group = None).reform(|_: MouseEvent| String::new());
    html! {
        <div class="fields">
            <Field id="by-verdict" label={words::VERDICT} options={verdicts} value={filter.verdict.clone()}
                on_value={with(|filter, value| filter.verdict = value)} />
            <Field id="by-reason" label={words::REASON} options={reasons} value={filter.reason.clone()}
                on_value={with(|filter, value| filter.reason = value)} />
            if totals.faults > 0 {
                <Unread is_on={filter.is_unread} send={with(|filter, _| filter.is_unread = !filter.is_unread)} />
            }
            if let Some(group) = group {
                <p><button type="button" class="secondary" data-test="no-group" onclick={no_group}>{ group }{ " ✕" }</button></p>
            }
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct UnreadProps {
    is_on: bool,
    send: Callback<String>,
}

#[component]
fn Unread(props: &UnreadProps) -> Html {
    let onchange = props.send.reform(|_: Event| String::new());
    html! {
        <label class="mark-line">
            <input type="checkbox" data-test="by-unread" checked={props.is_on} {onchange} />
            { words::UNREAD }
        </label>
    }
}

#[derive(Properties, PartialEq)]
struct RowProps {
    session: Session,
    row: TableRow,
}

/// A row, followed by its answer where that is open.
#[component]
fn Row(props: &RowProps) -> Html {
    let Session { state, send, .. } = &props.session;
    let TableRow { number, tone, cells } = props.row.clone();
    let answer = state.row.clone().filter(|row| row.numbers.contains(&number) && state.opened_row == number);
    let is_open = answer.is_some();
    let toggle = send.reform(move |_: MouseEvent| if is_open { Action::CloseRow } else { Action::OpenRow(number) });
    let (sign, class) = look(tone);
    let [verdict, amount, reason, missing, day] = cells;
    html! {
        <>
            <tr>
                <th scope="row">
                    <button type="button" class="quiet numeric" data-test={format!("row-{number}")} onclick={toggle}
                        aria-expanded={is_open.to_string()}>{ words::row(number) }</button>
                </th>
                <td><span class={classes!("sign", class)} aria-hidden="true">{ sign }</span>{ verdict }</td>
                <td class="numeric">{ amount }</td>
                <td>{ reason }</td>
                <td>{ missing }</td>
                <td class="numeric">{ day }</td>
            </tr>
            if let Some(answer) = answer {
                <tr><td colspan={WIDTH}><Answer {answer} send={send.clone()} /></td></tr>
            }
        </>
    }
}

/// The pager of a table.
#[derive(Properties, PartialEq)]
pub struct PagesProps {
    /// The offset of the first row shown.
    pub from: usize,
    /// The number of rows shown.
    pub count: usize,
    /// The number of all rows.
    pub all: usize,
    /// The name of the table, for tests.
    pub id: &'static str,
    /// Receives a new offset.
    pub turn: Callback<usize>,
}

/// The pager of a table.
#[component]
pub fn Pages(props: &PagesProps) -> Html {
    let PagesProps { from, count, all, id, ref turn } = *props;
    let to = |from: usize| turn.reform(move |_: MouseEvent| from);
    let label = if all == 0 { words::NOTHING.to_owned() } else { words::shown(from, count, all) };
    html! {
        <p class="buttons">
            <button type="button" class="secondary" data-test={format!("{id}-before")} disabled={from == 0}
                onclick={to(from.saturating_sub(crate::desk::PART))}>{ words::BEFORE }</button>
            <button type="button" class="secondary" data-test={format!("{id}-after")} disabled={from + count >= all}
                onclick={to(from.saturating_add(count))}>{ words::AFTER }</button>
            <span role="status" class="numeric" data-test={format!("{id}-shown")}>{ label }</span>
        </p>
    }
}
