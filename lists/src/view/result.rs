//! The last step: the results.

use wengang::web::inside::is_inside_app;
use yew::prelude::*;

use super::app::{STEP, StepProps};
use super::bars::Bars;
use super::faults::FaultList;
use super::groups::GroupTable;
use super::paid::PaymentProgress;
use super::rows::Rows;
use super::session::Session;
use super::totals::TotalsTable;
use crate::message::{FileKind, Totals};
use crate::state::{Action, Stage};
use crate::text::page as words;

/// The properties of a part of the results.
#[derive(Properties, PartialEq)]
pub struct PartProps {
    /// The state of the page, and how actions are sent.
    pub session: Session,
    /// The totals of the list.
    pub totals: Totals,
}

/// The step of the result.
#[component]
pub fn Results(props: &StepProps) -> Html {
    let session = props.session.clone();
    let Stage::Judged(_, totals) = &session.state.stage else { return Html::default() };
    let totals = (**totals).clone();
    html! {
        <section class="stage" aria-labelledby={STEP}>
            <h2 id={STEP} tabindex="-1">{ words::done(totals.cases) }</h2>
            <p data-test="judged-by">{ judged_by(&session) }</p>
            <LaterDay session={session.clone()} />
            <Save session={session.clone()} totals={totals.clone()} />
            <TotalsTable session={session.clone()} totals={totals.clone()} />
            <PaymentProgress session={session.clone()} totals={totals.clone()} />
            <div class="causes">
                <Bars session={session.clone()} title={words::UNMET} rows={totals.unmet.clone()} tone="no" />
                <Bars session={session.clone()} title={words::MISSING} rows={totals.missing.clone()} tone="open" />
                <Bars session={session.clone()} title={words::OTHERS} rows={totals.others.clone()} tone="plain" />
            </div>
            <GroupTable session={session.clone()} totals={totals.clone()} />
            <Rows session={session.clone()} totals={totals.clone()} />
            <FaultList {session} {totals} />
        </section>
    }
}

fn judged_by(session: &Session) -> String {
    let name = session.state.measure().map(|measure| measure.name.clone()).unwrap_or_default();
    [&session.state.source, "：", &words::judged_by(&name, &session.state.settings.as_of)].concat()
}

/// That another day has begun since. Its element is always present, so that a screen reader announces its content.
#[component]
fn LaterDay(props: &StepProps) -> Html {
    let Session { state, send, .. } = &props.session;
    let again = send.reform(|_: MouseEvent| Action::JudgeAgain);
    html! {
        <div role="status">
            if let Some(today) = state.later_day() {
                <p class="notice" data-test="later-day">{ words::later_day(&state.settings.as_of, today) }</p>
                <p>
                    <button type="button" class="primary" data-test="judge-again" onclick={again}>
                        { words::JUDGE_AGAIN }
                    </button>
                </p>
            }
        </div>
    }
}

/// The downloads, or what to do where there can be none, and the ways back.
#[component]
fn Save(props: &PartProps) -> Html {
    let Session { state, send, .. } = &props.session;
    let save = |kind: FileKind| send.reform(move |_: MouseEvent| Action::Save(kind));
    let (back, another) = (send.reform(|_: MouseEvent| Action::Back), send.reform(|_: MouseEvent| Action::Restart));
    html! {
        <div class="save">
            if is_inside_app() {
                <p class="notice" data-test="inside-app">{ words::INSIDE_APP }</p>
            } else {
                <p>{ words::SAVE_LEAD }</p>
            }
            <p class="buttons">
                if !is_inside_app() {
                    <button type="button" class="primary" data-test="save-book" onclick={save(FileKind::Book)}>
                        { words::SAVE_BOOK }
                    </button>
                    <button type="button" class="secondary" data-test="save-text" onclick={save(FileKind::Text)}>
                        { words::save_text(&props.totals.text_kind) }
                    </button>
                }
                <button type="button" class="secondary" data-test="back" onclick={back}>{ words::BACK }</button>
                <button type="button" class="secondary" data-test="another" onclick={another}>{ words::ANOTHER }</button>
            </p>
            <p role="status" data-test="writing">{ if state.is_writing { words::WRITING } else { "" } }</p>
        </div>
    }
}
