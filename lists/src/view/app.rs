//! The whole page.

use yew::prelude::*;

use super::begin::Begin;
use super::confirm::Confirm;
use super::foot::Foot;
use super::judging::{Judging, Reading};
use super::result::Results;
use super::session::{Session, use_session};
use crate::state::Stage;
use crate::text::page as words;
use crate::web::files;

/// The id of the heading of the step, which the focus follows.
pub const STEP: &str = "step";

/// The page.
#[component]
pub fn App() -> Html {
    let session = use_session();
    use_following(session.state.stage.name());
    let (drop, over) = (dropped(&session), Callback::from(|event: DragEvent| event.prevent_default()));
    html! {
        <div class="lists" ondrop={drop} ondragover={over}>
            <a class="skip" href="#title">{ words::SKIP }</a>
            <Head place={session.state.ready.as_ref().map(|ready| ready.place.clone()).unwrap_or_default()} />
            <main class="main">
                <h1 id="title" tabindex="-1">{ words::TITLE }</h1>
                if matches!(session.state.stage, Stage::Begin) {
                    <p class="promise">{ words::LEAD }</p>
                }
                <p class="hint" data-test="privacy">{ words::PRIVACY }</p>
                <Problem text={problem(&session)} />
                <Step session={session.clone()} />
            </main>
            <Foot site={session.site.clone()} />
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct HeadProps {
    place: String,
}

#[component]
fn Head(props: &HeadProps) -> Html {
    let place = if props.place.is_empty() { String::new() } else { words::place(&props.place) };
    html! {
        <header class="head">
            <div class="head-line">
                <a class="brand" href="./" data-test="home">{ words::HOME }</a>
                <span class="place" data-test="place">{ place }</span>
            </div>
        </header>
    }
}

#[derive(Properties, PartialEq)]
struct ProblemProps {
    text: String,
}

/// The current error. Its element is always present, so that a screen reader announces its content.
#[component]
fn Problem(props: &ProblemProps) -> Html {
    html! {
        <div role="alert" data-test="problem">
            if !props.text.is_empty() {
                <p class="notice is-wrong">{ &props.text }</p>
            }
        </div>
    }
}

fn problem(session: &Session) -> String {
    let note = session.state.ready.as_ref().map(|ready| ready.note.clone()).unwrap_or_default();
    if session.state.problem.is_empty() { note } else { session.state.problem.clone() }
}

/// The properties of a step.
#[derive(Properties, PartialEq)]
pub struct StepProps {
    /// The state of the page, and how actions are sent.
    pub session: Session,
}

#[component]
fn Step(props: &StepProps) -> Html {
    let session = props.session.clone();
    match session.state.stage {
        Stage::Begin => html! { <Begin {session} /> },
        Stage::Reading => html! { <Reading {session} /> },
        Stage::Confirm(_) => html! { <Confirm {session} /> },
        Stage::Judging(..) => html! { <Judging {session} /> },
        Stage::Judged(..) => html! { <Results {session} /> },
    }
}

/// A file may be dropped anywhere: outside a drop target the browser would navigate to it.
fn dropped(session: &Session) -> Callback<DragEvent> {
    let (open, is_wanted) = (session.open.clone(), matches!(session.state.stage, Stage::Begin));
    Callback::from(move |event: DragEvent| {
        event.prevent_default();
        if let Some(file) = files::dropped(&event).filter(|_| is_wanted) {
            open.emit(file);
        }
    })
}

/// Moves the focus to the heading of a new step: the element that had it is gone.
#[hook]
fn use_following(name: &'static str) {
    let before = use_mut_ref(|| "begin");
    use_effect_with(name, move |name| {
        if *before.borrow() != *name {
            *before.borrow_mut() = name;
            // Where the browser refuses, the focus stays at the top.
            let _ = wengang::web::page::focus_top(STEP);
        }
    });
}
