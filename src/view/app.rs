//! The page: one state, one reducer; the answer is computed once a change.

use std::any::Any;

use yew::{Callback, Component, Context, Html, Properties};

use crate::policy::date::Date;
use crate::state::{Action, Answer, Embed, Screen, State, Summary, reduce};
use crate::text::page;
use crate::view::elder::Steps;
use crate::view::guide::Reader;
use crate::view::host::Host;
use crate::view::part::tree::Tree;
use crate::view::{Page, answer, aside, calculator, certificate, entitled, frame, guide, home, promote, rounds};

/// What the page starts with.
#[derive(Clone, PartialEq, Properties)]
pub struct Start {
    /// Today in UTC+8.
    pub today: Date,
    /// The screen that the address names.
    pub screen: Screen,
    /// The answers that the entry of the history kept.
    pub kept: String,
    /// The address' query and fragment, where they may be a link's.
    pub link: Option<String>,
    /// Whether it asks for 长辈版.
    pub is_elder: bool,
    /// How another page frames this one, where one does.
    pub embed: Option<Embed>,
    /// The browser.
    pub host: Host,
}

/// The whole page. A struct, not a function with hooks: those cost 2 KB on the line.
pub struct App {
    state: State,
    /// What follows from the state.
    answer: Option<Answer>,
    send: Callback<Action>,
    /// The screen that address, title and focus were last set for.
    arrived: Option<Screen>,
    /// What the guide needs of the browser.
    reader: Reader,
    /// The id of the row that was just added: the focus goes there.
    added: Option<String>,
    /// The answers that the entry of the history keeps.
    kept: String,
    /// What waits for the page's second part.
    waiting: Waiting,
    /// What 长辈版 needs of the browser.
    steps: Steps,
    /// Whether the first screen stands.
    is_ready: bool,
    /// End with the page: the listening, and the fetching of the office's settings.
    _under_way: [Option<Box<dyn Any>>; 3],
}

/// An action that leads into the page's second part, and how that is coming.
#[derive(Default)]
struct Waiting {
    action: Option<Action>,
    /// Whether the part did not come.
    failed: bool,
    /// Ends the listening.
    _coming: Option<Box<dyn Any>>,
}

/// What happens on the page.
pub enum Happened {
    /// Somebody did something.
    Done(Action),
    /// Somebody went back or forward in the browser's history.
    Returned(Screen),
    /// The voices that can read aloud changed.
    Voices,
    /// The page's second part is there, or did not come.
    Came(bool),
}

impl Component for App {
    type Message = Happened;
    type Properties = Start;

    fn create(context: &Context<Self>) -> Self {
        let start = context.props();
        let send = context.link().callback(Happened::Done);
        let host = start.host;
        let returning = (host.on_return)(context.link().callback(Happened::Returned));
        let voices = (host.on_voices)(context.link().callback(|()| Happened::Voices));
        let action = match &start.link {
            // After a refresh the answers are those that were kept.
            Some(link) if start.kept.is_empty() => Action::OpenLink(start.screen, link.clone()),
            _ => guide::open(start.screen, host),
        };
        let site = (host.site)(send.reform(Action::Site));
        let mut state = State::with_kept(start.today, &start.kept);
        state.is_elder = start.is_elder;
        state.is_embedded = start.embed.is_some();
        let mut page = Self {
            state,
            answer: None,
            kept: start.kept.clone(),
            send,
            arrived: None,
            reader: Reader::default(),
            added: None,
            waiting: Waiting::default(),
            steps: Steps::default(),
            is_ready: false,
            _under_way: [returning, voices, site],
        };
        if !start.kept.is_empty() {
            page.steps.go_to_kept(&start.kept);
        }
        page.go_on(context, action);
        page
    }

    /// Always drawn anew: where typed text was refused, the box must be written again.
    fn update(&mut self, context: &Context<Self>, happened: Happened) -> bool {
        match happened {
            Happened::Done(action) => self.go_on(context, action),
            Happened::Returned(screen) => {
                let host = context.props().host;
                self.steps.go_to_kept(&(host.kept)());
                // Another entry keeps what it kept.
                self.kept.clear();
                self.go_on(context, guide::open(screen, host));
            }
            Happened::Voices => {}
            Happened::Came(came) => {
                let action = self.waiting.action.take();
                self.waiting = Waiting { failed: !came, ..Waiting::default() };
                if let Some(action) = action.filter(|_| came) {
                    self.go_on(context, action);
                }
            }
        }
        true
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let host = context.props().host;
        let mut tree = Tree::default();
        whole(&mut tree, &self.state, self.answer.as_ref(), &self.waiting, &self.send, host);
        tree.html()
    }

    fn rendered(&mut self, context: &Context<Self>, _: bool) {
        let (host, screen) = (context.props().host, self.state.screen);
        // The address stays as it is while what it names is still to come.
        if self.waiting.action.is_some() {
            return;
        }
        if self.arrived != Some(screen) {
            let left = self.arrived.replace(screen);
            (host.visit)(screen);
            // Another entry has kept nothing yet.
            self.kept.clear();
            (host.arrive)(&page::window_title(title(screen)), frame::title_id(screen));
            if left == Some(Screen::Guide) && screen == self.state.behind {
                self.reader.go_back();
            }
        }
        self.steps.arrive(&self.state, &page::window_title(title(screen)), host);
        let kept = self.state.kept();
        if self.kept != kept {
            (host.keep)(&kept);
            self.kept = kept;
        }
        (host.tell)(self.answer.as_ref().and_then(Summary::of));
        self.reader.arrive(&self.state, host);
        if let Some(row) = self.added.take() {
            (host.reveal)(&row);
        }
        if !self.is_ready {
            self.is_ready = true;
            (host.ready)();
        }
    }
}

impl App {
    /// Does what somebody asked for; where it leads into the page's second part, once that is there.
    fn go_on(&mut self, context: &Context<Self>, action: Action) {
        let host = context.props().host;
        let is_whole = (host.is_whole)();
        let is_link = matches!(action, Action::OpenLink(..));
        // A link is read by the second part.
        let next = if is_link && !is_whole { None } else { Some(reduce(&self.state, action.clone())) };
        let Some(next) = next.filter(|next| is_whole || !next.screen.is_in_rest()) else {
            let coming = (host.on_whole)(context.link().callback(Happened::Came));
            self.waiting = Waiting { action: Some(action), failed: false, _coming: coming };
            return;
        };
        self.reader.follow(&self.state, &next, &action, &self.send, host);
        self.added = certificate::added(&action, &next.skill);
        let before = std::mem::replace(&mut self.state, next);
        if self.steps.follow(&before, &mut self.state, &action, &self.send, host) {
            self.kept.clear();
        }
        let beneath = self.state.beneath();
        self.answer = if beneath.screen.is_in_rest() { beneath.answer(host.fold) } else { None };
        if matches!(action, Action::Site(_)) {
            (host.paint)(&self.state.site.colours_but(context.props().embed.as_ref()));
        }
    }
}

fn whole(t: &mut Tree, state: &State, answer: Option<&Answer>, waiting: &Waiting, send: &Callback<Action>, host: Host) {
    let is_read = state.screen == Screen::Guide;
    let beneath = state.beneath();
    t.slot(|t| {
        if !state.is_embedded {
            frame::head(t, state, send, host.href);
        }
    });
    t.el("p", "aloud", |t| {
        t.set("role", "status");
        t.test("aloud");
        t.text(&answer.map(aloud).unwrap_or_default());
    });
    // Not among the screens: those are told apart by their keys.
    opening(t, waiting);
    t.el("main", "main", |t| {
        // Another screen is made anew: nothing of the one before stays in it. Under the guide it stays as it is.
        t.el("div", "", |t| {
            t.key(title(beneath.screen));
            if is_read {
                t.set("hidden", "");
            }
            screen(t, &beneath, answer, send, host);
        });
        if is_read {
            t.el("div", "", |t| {
                t.key(page::guide::TITLE);
                guide::guide(t, state, send, host);
            });
        }
    });
    frame::foot(t, state, send, host.href);
}

/// Says that the second part is on its way, or did not come.
fn opening(t: &mut Tree, waiting: &Waiting) {
    t.el("p", "opening", |t| {
        t.set("role", "status");
        t.test("opening");
        match (&waiting.action, waiting.failed) {
            (Some(_), _) => t.text(page::OPENING),
            (None, true) => t.text(page::NOT_OPENED),
            (None, false) => {}
        }
    });
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
        (Screen::Promote, _) => promote::promote(t, state, send, host),
        (Screen::Entitled, _) => {
            entitled::entitled(t, state, send, host);
            certificate::occupations(t);
        }
        (Screen::Unemployed, _) => aside::unemployed(t, state, send),
        (Screen::Elsewhere(person), _) => aside::elsewhere(t, state, person),
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
        Screen::Promote => page::PROMOTE,
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
