//! The cells that could not be read, a page of them at a time.

use wengang::web::inside::is_inside_app;
use yew::prelude::*;

use super::result::PartProps;
use super::rows::Pages;
use super::session::Session;
use crate::message::FileKind;
use crate::state::Action;
use crate::text::page as words;

/// The cells that could not be read, where there are any.
#[component]
pub fn FaultList(props: &PartProps) -> Html {
    let Session { state, send, .. } = &props.session;
    if props.totals.faults == 0 {
        return Html::default();
    }
    let (faults, all) = (&state.faults, props.totals.faults);
    let (title, lead) = match props.totals.paid.as_ref().map_or(0, |paid| paid.doubts) {
        0 => (words::faults(all), words::FAULTS_LEAD),
        doubts => (words::faults_and_doubts(all.saturating_sub(doubts), doubts), words::FAULTS_AND_DOUBTS_LEAD),
    };
    let save = send.reform(|_: MouseEvent| Action::Save(FileKind::Report));
    html! {
        <section>
            <h3 data-test="faults-title">{ title }</h3>
            <p class="hint">{ lead }</p>
            <div class="scroll" tabindex="0" role="region" aria-label={words::FAULTS}>
                <table class="rows" data-test="faults">
                    <thead>
                        <tr>
                            { for words::FAULT_HEADINGS.iter().map(|heading| html! { <th scope="col">{ *heading }</th> }) }
                        </tr>
                    </thead>
                    <tbody>{ for faults.rows.iter().enumerate().map(|(place, row)| fault(place, row)) }</tbody>
                </table>
            </div>
            <Pages from={faults.from} count={faults.rows.len()} all={faults.all} id="faults"
                turn={send.reform(Action::TurnFaults)} />
            <p>
                if !is_inside_app() {
                    <button type="button" class="secondary" data-test="save-report" onclick={save}>
                        { words::SAVE_REPORT }
                    </button>
                }
            </p>
        </section>
    }
}

fn fault(place: usize, row: &[String; 5]) -> Html {
    let [_, number, letters, heading, sentence] = row;
    html! {
        <tr key={place}>
            <th scope="row" class="numeric">{ number }</th>
            <td>{ letters }{ " " }{ heading }</td>
            <td>{ sentence }</td>
        </tr>
    }
}
