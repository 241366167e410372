//! While the worker works: how far it is, and how it is stopped.

use yew::prelude::*;

use super::app::{STEP, StepProps};
use crate::state::{Action, Stage};
use crate::text::page as words;

/// While the list is read.
#[component]
pub fn Reading(props: &StepProps) -> Html {
    let cancel = props.session.send.reform(|_: MouseEvent| Action::Cancel);
    html! {
        <section class="stage" aria-labelledby={STEP}>
            <h2 id={STEP} tabindex="-1">{ words::READING }</h2>
            <p>{ &props.session.state.source }</p>
            <progress aria-labelledby={STEP}></progress>
            <p><button type="button" class="secondary" data-test="cancel" onclick={cancel}>{ words::CANCEL }</button></p>
        </section>
    }
}

/// While it is judged.
#[component]
pub fn Judging(props: &StepProps) -> Html {
    let session = &props.session;
    let Stage::Judging(_, progress) = &session.state.stage else { return Html::default() };
    let cancel = session.send.reform(|_: MouseEvent| Action::Cancel);
    let label = words::progress(progress.done, progress.all, progress.seconds_left());
    html! {
        <section class="stage" aria-labelledby={STEP}>
            <h2 id={STEP} tabindex="-1">{ words::JUDGING }</h2>
            <p>{ &session.state.source }</p>
            <progress aria-labelledby={STEP} max={progress.all.to_string()} value={progress.done.to_string()}></progress>
            <p class="numeric" data-test="progress">{ label }</p>
            <p><button type="button" class="secondary" data-test="cancel" onclick={cancel}>{ words::CANCEL }</button></p>
        </section>
    }
}
