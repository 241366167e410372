//! The page: one state, one reducer; the answer is computed once a change.

use std::any::Any;

use yew::{Callback, Component, Context, Html, Properties};

use crate::policy::date::Date;
use crate::state::{Action, Answer, Screen, State, reduce};
use crate::text::page;
use crate::view::guide::Reader;
use crate::view::host::Host;
use crate::view::part::tree::Tree;
use crate::view::{Page, answer, aside, calculator, certificate, entitled, frame, guide, home, rounds};

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

/// The whole page. A struct, not a function with hooks: those cost 2 KB on the line.
pub struct App {
    state: State,
    send: Callback<Action>,
    /// The screen that address, title and focus were last set for.
    arrived: Option<Screen>,
    /// What the guide needs of the browser.
    reader: Reader,
    /// The id of the row that was just added: the focus goes there.
    added: Option<String>,
    /// Ends the listening when the page goes.
    _returning: Option<Box<dyn Any>>,
}

impl Component for App {
    type Message = Action;
    type Properties = Start;

    fn create(context: &Context<Self>) -> Self {
        let start = context.props();
        let send = context.link().callback(|action| action);
        let host = start.host;
        let returning = (host.on_return)(send.reform(move |screen| guide::open(screen, host)));
        let (empty, action) = (State::new(start.today), guide::open(start.screen, host));
        let (state, mut reader) = (reduce(&empty, action.clone()), Reader::default());
        reader.follow(&empty, &state, &action, &send, host);
        Self { state, send, arrived: None, reader, added: None, _returning: returning }
    }

    /// Always drawn anew: where typed text was refused, the box must be written again.
    fn update(&mut self, context: &Context<Self>, action: Action) -> bool {
        let next = reduce(&self.state, action.clone());
        self.reader.follow(&self.state, &next, &action, &self.send, context.props().host);
        self.added = certificate::added(&action, &next.skill);
        self.state = next;
        true
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let host = context.props().host;
        let mut tree = Tree::default();
        whole(&mut tree, &self.state, &self.send, host);
        tree.html()
    }

    fn rendered(&mut self, context: &Context<Self>, is_first: bool) {
        let (host, screen) = (context.props().host, self.state.screen);
        if self.arrived != Some(screen) {
            let left = self.arrived.replace(screen);
            (host.visit)(screen);
            (host.arrive)(&page::window_title(title(screen)), frame::title_id(screen));
            if left == Some(Screen::Guide) && screen == self.state.behind {
                self.reader.go_back();
            }
        }
        self.reader.arrive(&self.state, host);
        if let Some(row) = self.added.take() {
            (host.reveal)(&row);
        }
        if is_first {
            (host.ready)();
        }
    }
}

fn whole(t: &mut Tree, state: &State, send: &Callback<Action>, host: Host) {
    let is_read = state.screen == Screen::Guide;
    let beneath = state.beneath();
    let answer = beneath.answer(host.fold);
    frame::head(t, send, state.screen);
    t.el("p", "aloud", |t| {
        t.set("role", "status");
        t.test("aloud");
        t.text(&answer.as_ref().map(aloud).unwrap_or_default());
    });
    t.el("main", "main", |t| {
        // Another screen is made anew: nothing of the one before stays in it. Under the guide it stays as it is.
        t.el("div", "", |t| {
            t.key(title(beneath.screen));
            if is_read {
                t.set("hidden", "");
            }
            screen(t, &beneath, answer.as_ref(), send, host);
        });
        if is_read {
            t.el("div", "", |t| {
                t.key(page::guide::TITLE);
                guide::guide(t, state, send, host);
            });
        }
    });
    frame::foot(t, send);
}

fn screen(t: &mut Tree, state: &State, answer: Option<&Answer>, send: &Callback<Action>, host: Host) {
    match (state.screen, answer) {
        (Screen::Refund, Some(answer)) => {
            calculator::calculator(t, Page { state, answer, send, host }, page::REFUND, page::REFUND_IS);
        }
        (Screen::SkillSubsidy, Some(answer)) => {
            let page = Page { state, answer, send, host };
            calculator::calculator(t, page, page::SKILL_SUBSIDY, page::SKILL_SUBSIDY_IS);
            certificate::occupations(t);
        }
        (Screen::Premium, Some(answer)) => {
            calculator::calculator(t, Page { state, answer, send, host }, page::PREMIUM, page::PREMIUM_IS);
        }
        (Screen::UnemploymentBenefit, Some(answer)) => {
            calculator::calculator(t, Page { state, answer, send, host }, page::BENEFIT, page::BENEFIT_IS);
        }
        (Screen::SizeClass, Some(answer)) => {
            calculator::calculator(t, Page { state, answer, send, host }, page::SIZE_CLASS, page::SIZE_CLASS_IS);
        }
        (Screen::Rounds, _) => rounds::rounds(t, send),
        (Screen::Entitled, _) => {
            entitled::entitled(t, state, send, host);
            certificate::occupations(t);
        }
        (Screen::Unemployed, _) => aside::unemployed(t, send),
        (Screen::Elsewhere(person), _) => aside::elsewhere(t, person),
        (
            Screen::Home
            | Screen::Refund
            | Screen::SkillSubsidy
            | Screen::Premium
            | Screen::UnemploymentBenefit
            | Screen::SizeClass
            | Screen::Guide,
            _,
        ) => home::home(t, state, send),
    }
}

pub(super) fn title(screen: Screen) -> &'static str {
    match screen {
        Screen::Home => page::PLACE,
        Screen::Refund => page::REFUND,
        Screen::SkillSubsidy => page::SKILL_SUBSIDY,
        Screen::Premium => page::PREMIUM,
        Screen::UnemploymentBenefit => page::BENEFIT,
        Screen::SizeClass => page::SIZE_CLASS,
        Screen::Entitled => page::ENTITLED,
        Screen::Rounds => page::ROUNDS,
        Screen::Guide => page::guide::TITLE,
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
