//! The page: one state, one reducer; the answer is computed once a change.

use std::rc::Rc;

use yew::{Callback, Html, Properties, Reducible, component, html, use_effect_with, use_reducer};

use crate::policy::date::Date;
use crate::state::{Action, Answer, Screen, State, reduce};
use crate::text::page;
use crate::view::host::Host;
use crate::view::{Page, answer, aside, calculator, certificate, frame, home};

/// What the page starts with.
#[derive(Clone, PartialEq, Properties)]
pub struct Start {
    /// Today in UTC+8.
    pub today: Date,
    /// The screen that the address names.
    pub screen: Screen,
    /// The browser.
    pub host: Host,
}

/// The state, as Yew reduces it.
struct Kept(State);

impl Reducible for Kept {
    type Action = Action;

    /// Always a new state: where typed text was refused, the box must be written anew.
    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        Rc::new(Self(reduce(&self.0, action)))
    }
}

/// The whole page.
#[component]
pub fn App(start: &Start) -> Html {
    let (today, screen, host) = (start.today, start.screen, start.host);
    let kept = use_reducer(|| Kept(reduce(&State::new(today), Action::Go(screen))));
    let send = Callback::from(kept.dispatcher());
    let state = &kept.0;

    let returning = send.reform(Action::Go);
    use_effect_with(state.screen, move |screen| {
        (host.visit)(*screen);
        (host.arrive)(&page::window_title(title(*screen)), frame::TITLE);
    });
    use_effect_with((), move |()| {
        let leaving = (host.on_return)(returning);
        (host.ready)();
        move || drop(leaving)
    });

    let answer = state.answer(host.fold);
    html! {
        <>
            { frame::head(&send, state.screen) }
            <p class="aloud" role="status" data-test="aloud">{ answer.as_ref().map(aloud) }</p>
            <main class="main">
                { screen_of(state, answer.as_ref(), &send, host) }
            </main>
            { frame::foot() }
        </>
    }
}

fn screen_of(state: &State, answer: Option<&Answer>, send: &Callback<Action>, host: Host) -> Html {
    match (state.screen, answer) {
        (Screen::Refund, Some(answer)) => {
            calculator::calculator(Page { state, answer, send, host }, page::REFUND, page::REFUND_IS)
        }
        (Screen::SkillSubsidy, Some(answer)) => html! {
            <div>
                { calculator::calculator(Page { state, answer, send, host }, page::SKILL_SUBSIDY, page::SKILL_SUBSIDY_IS) }
                { certificate::occupations() }
            </div>
        },
        (Screen::Unemployed, _) => aside::unemployed(send),
        (Screen::Elsewhere(person), _) => aside::elsewhere(person),
        (Screen::Home | Screen::Refund | Screen::SkillSubsidy, _) => home::home(state, send),
    }
}

fn title(screen: Screen) -> &'static str {
    match screen {
        Screen::Home => page::PLACE,
        Screen::Refund => page::REFUND,
        Screen::SkillSubsidy => page::SKILL_SUBSIDY,
        Screen::Unemployed => page::UNEMPLOYED.0,
        Screen::Elsewhere(person) => crate::text::words::person(person),
    }
}

/// What is said aloud once the answer changes.
fn aloud(answer: &Answer) -> String {
    let spoken = answer.assessment.as_ref().map(|assessment| {
        let amount = answer::printed_amount(assessment).unwrap_or_default();
        page::answer::aloud(answer::headline(answer, assessment), &amount)
    });
    spoken.unwrap_or_default()
}
