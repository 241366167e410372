//! The page: one state, one reducer; the answer is computed once a change.

use std::any::Any;
use std::rc::Rc;

use yew::{Callback, Component, Context, Html, Properties};

use crate::api::answer::Calculator;
use crate::api::poster::names;
use crate::heads::heads;
use crate::policy::date::Date;
use crate::state::{Action, Embed, InUse, LawNote, Screen, SiteFile, State, Summary, calculator_of, reduce};
use crate::text::page;
use crate::view::elder::Steps;
use crate::view::guide::Reader;
use crate::view::host::{Host, UnderWay};
use crate::view::opening::Stage;
use crate::view::part::action::button;
use crate::view::part::listen;
use crate::view::part::tree::Tree;
use crate::view::{Page, SheetOf, Worked, aside, calculator, entitled, frame, guide, home, list, promote, rounds};

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
    /// What the office that publishes the page says of itself.
    pub site: SiteFile,
    /// The law that the page goes by.
    pub law: InUse,
    /// The browser.
    pub host: Host,
}

/// The whole page. A struct, not a function with hooks: those cost 2 KB on the line.
pub struct App {
    state: State,
    /// The calculator's state with what follows from it.
    worked: Option<Rc<Worked>>,
    send: Callback<Action>,
    /// The screen that address, title and focus were last set for.
    arrived: Option<Screen>,
    /// What the guide needs of the browser.
    reader: Reader,
    /// The id of what the focus goes to: a row that was just added, or the way back.
    focused: Option<String>,
    /// The answers that the entry of the history keeps.
    kept: String,
    /// What waits for the page's second part.
    waiting: Waiting,
    /// What 长辈版 needs of the browser.
    steps: Steps,
    /// What was typed and is still to be read: on a slow phone a key is seen first.
    typed: Vec<Action>,
    /// Whether the page shows what was read last. Until it does, what is typed is read at once: the drawing would write
    /// the box as it was before.
    is_drawn: bool,
    /// The waiting while somebody types: for the picture of the keys, then for a rest.
    settling: Option<UnderWay>,
    /// What the address asks for, until that is done: a step of its own.
    opening: Option<Action>,
    /// How much of the first screen is drawn.
    stage: Stage,
    /// The waiting until the browser has laid out what is drawn of it.
    laying_out: Option<UnderWay>,
    /// Whether the first screen stands.
    is_ready: bool,
    /// Whether another version was published since.
    is_outdated: bool,
    /// Whether another page frames the home screen: then there is a way back to it inside.
    has_home_in_frame: bool,
    /// End with the page: what listens.
    _under_way: [Option<Box<dyn Any>>; 4],
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
    /// What comes next can be drawn: a part of the first screen, or what was read.
    Further,
    /// What was typed is seen.
    Seen,
    /// Whoever typed rests.
    Rested,
    /// Another version of the page was published.
    Newer,
    /// The page became visible again, or a minute passed.
    Woken,
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
        let newer = (host.on_newer)(context.link().callback(|()| Happened::Newer));
        let waking = (host.on_wake)(context.link().callback(|()| Happened::Woken));
        let mut state = reduce(&State::with_kept(start.today, &start.kept), Action::Site(start.site.clone()));
        (host.paint)(&state.site.colours_but(start.embed.as_ref()));
        state.law = start.law.clone();
        state.is_elder = start.is_elder;
        state.is_embedded = start.embed.is_some();
        let mut page = Self {
            state,
            worked: None,
            kept: start.kept.clone(),
            send,
            arrived: None,
            reader: Reader::default(),
            focused: None,
            waiting: Waiting::default(),
            steps: Steps::default(),
            typed: Vec::new(),
            is_drawn: false,
            settling: None,
            opening: Some(action),
            stage: Stage::Nothing,
            laying_out: None,
            is_ready: false,
            is_outdated: false,
            has_home_in_frame: start.embed.is_some() && start.screen == Screen::Home,
            _under_way: [returning, voices, newer, waking],
        };
        if !start.kept.is_empty() {
            page.steps.go_to_kept(&start.kept);
        }
        page
    }

    /// Draws anew after whatever was done: where typed text was refused, the box must be written again.
    ///
    /// What was typed waits until it is seen, and is read before anything else is done: every box is written as it was
    /// read last.
    fn update(&mut self, context: &Context<Self>, happened: Happened) -> bool {
        let is_changed = match happened {
            Happened::Done(action @ Action::Type(..)) => self.take_typed(context, action),
            happened => self.happen(context, happened),
        };
        self.is_drawn &= !is_changed;
        is_changed
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let host = context.props().host;
        (host.draws)();
        let mut tree = Tree::default();
        if self.stage == Stage::Nothing {
            return tree.html();
        }
        if self.is_outdated {
            newer(&mut tree, host);
        }
        let sheet = |worked| SheetOf { worked, can_wait: self.settling.is_some() || !self.is_ready };
        self.whole(&mut tree, self.worked.as_ref().map(sheet), host);
        tree.html()
    }

    fn rendered(&mut self, context: &Context<Self>, _: bool) {
        self.is_drawn = true;
        self.arrive(context);
        (context.props().host.drawn)();
    }
}

impl App {
    /// Tells the browser what is on the screen now.
    fn arrive(&mut self, context: &Context<Self>) {
        let (host, screen) = (context.props().host, self.state.screen);
        if self.stage != Stage::Whole {
            return self.go_further(context);
        }
        if !self.is_ready {
            (host.stand)();
        }
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
        if self.settling.is_none() {
            self.keep(host);
        }
        (host.tell)(self.worked.as_ref().and_then(|worked| Summary::of(&worked.answer)));
        if !self.is_ready {
            self.is_ready = true;
            (host.ready)();
        }
        self.reader.arrive(&self.state, host);
        if let Some(row) = self.focused.take() {
            (host.reveal)(&row);
        }
    }

    /// Whatever is not typed; whether the page is to be drawn anew.
    fn happen(&mut self, context: &Context<Self>, happened: Happened) -> bool {
        let host = context.props().host;
        let was_opened = self.open(context);
        let was_typed = self.read_typed(context);
        match happened {
            Happened::Seen => {
                self.settling = (host.on_rest)(context.link().callback(|()| Happened::Rested));
                if was_typed {
                    // Drawn in a step of its own: the answer is long in coming.
                    self.is_drawn = false;
                    (host.soon)(context.link().callback(|()| Happened::Further));
                }
                return false;
            }
            Happened::Rested => {
                self.settle(host);
                return was_typed;
            }
            Happened::Woken => return was_typed,
            Happened::Done(action) => {
                self.settle(host);
                self.go_on(context, action);
            }
            Happened::Returned(screen) => {
                // The entry that what was typed belongs to is no longer the browser's.
                self.settling = None;
                self.steps.go_to_kept(&(host.kept)());
                // Another entry keeps what it kept.
                self.kept.clear();
                self.go_on(context, guide::open(screen, host));
            }
            Happened::Further if was_opened => {}
            Happened::Further => {
                // 长辈版 shows one question: that is no long step.
                let next = self.stage.next(self.worked.is_some() && !self.state.is_elder);
                if std::mem::replace(&mut self.stage, next) == next {
                    return was_typed || !self.is_drawn;
                }
            }
            Happened::Voices => {}
            Happened::Newer => self.is_outdated = true,
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

    /// Draws the next part of the first screen, once what is drawn of it is laid out: a long step too, in one with the next.
    fn go_further(&mut self, context: &Context<Self>) {
        let (host, further) = (context.props().host, context.link().callback(|()| Happened::Further));
        let is_any_drawn = self.stage != Stage::Nothing;
        self.laying_out = if is_any_drawn { (host.on_seen)(further.clone()) } else { None };
        if self.laying_out.is_none() {
            (host.soon)(further);
        }
    }

    /// The page under what is to be said of a newer one.
    fn whole(&self, t: &mut Tree, sheet: Option<SheetOf<'_>>, host: Host) {
        let Self { state, send, waiting, stage, .. } = self;
        let is_read = state.screen == Screen::Guide;
        t.slot(|t| {
            if !state.is_embedded {
                frame::head(t, state, send, host.href);
            }
        });
        t.el("p", "aloud", |t| {
            t.set("role", "status");
            t.test("aloud");
            t.text(&sheet.map(|sheet| sheet.worked.answer.spoken()).unwrap_or_default());
        });
        t.slot(|t| {
            if self.has_home_in_frame && !is_read && state.screen != Screen::Home {
                button(t, "quiet", "embed-home", page::ALL_TASKS, listen::clicked(send, Action::Go(Screen::Home)));
            }
        });
        // Not among the screens: those are told apart by their keys.
        opening(t, waiting);
        t.slot(|t| law_note(t, state));
        t.el("main", "main", |t| {
            // Another screen is made anew: nothing of the one before stays in it. Under the guide it stays as it is.
            t.el("div", "", |t| {
                t.key(title(state.screen_beneath()));
                if is_read {
                    t.set("hidden", "");
                }
                match sheet {
                    Some(sheet) => worked(t, sheet, *stage, send, host),
                    None => screen(t, &state.beneath(), send, host),
                }
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

    /// Does what the address asks for, before all else; whether that was still to do.
    fn open(&mut self, context: &Context<Self>) -> bool {
        let opening = self.opening.take();
        let is_any = opening.is_some();
        opening.into_iter().for_each(|action| self.go_on(context, action));
        is_any
    }

    /// Follows the device's clock; whether the day is another one than the page was drawn for. A tab stays open over
    /// midnight, a laptop sleeps, a page comes back as the browser kept it, and a clock is set back.
    fn follow_day(&mut self, context: &Context<Self>) -> bool {
        let today = (context.props().host.today)().filter(|today| *today != self.state.today);
        today.into_iter().for_each(|today| self.go_on(context, Action::Today(today)));
        today.is_some()
    }

    /// Takes what was typed, to be read once it is seen; whether it is read at once, where nothing can be waited for.
    fn take_typed(&mut self, context: &Context<Self>, action: Action) -> bool {
        if self.typed.is_empty() {
            self.settling = (context.props().host.on_seen)(context.link().callback(|()| Happened::Seen));
        }
        self.typed.push(action);
        (self.settling.is_none() || !self.is_drawn) && self.read_typed(context)
    }

    /// Reads what was typed, on the day that it is now; whether there was anything, or another day.
    fn read_typed(&mut self, context: &Context<Self>) -> bool {
        let typed = std::mem::take(&mut self.typed);
        let is_any = self.follow_day(context) || !typed.is_empty();
        typed.into_iter().for_each(|action| self.go_on(context, action));
        is_any
    }

    /// Does what waited for a rest.
    fn settle(&mut self, host: Host) {
        if self.settling.take().is_some() {
            self.keep(host);
        }
    }

    /// Keeps the answers with the entry of the history.
    fn keep(&mut self, host: Host) {
        let kept = self.state.kept();
        if self.kept != kept {
            (host.keep)(&kept);
            self.kept = kept;
        }
    }

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
        self.focused = calculator::focused(&action, &self.state, &next);
        let before = std::mem::replace(&mut self.state, next);
        if self.steps.follow(&before, &mut self.state, &action, &self.send, host) {
            self.kept.clear();
        }
        let state = self.state.beneath();
        let answer = if state.screen.is_in_rest() { state.answer(host.fold) } else { None };
        self.worked = answer.map(|answer| Rc::new(Worked { state, answer }));
    }
}

/// Says that the page is older than what was published, above all else: the answer may be another now.
fn newer(t: &mut Tree, host: Host) {
    t.el("div", "notice newer", |t| {
        t.set("role", "status");
        t.test("newer");
        t.line("p", "", page::NEWER);
        button(t, "secondary", "newer-reload", page::RELOAD, listen::reloading(host));
    });
}

/// Says why the law is not the one that was asked for, above every answer by it.
fn law_note(t: &mut Tree, state: &State) {
    let now = heads().place.name;
    let line = match &state.law.note {
        None => return,
        Some(LawNote::NotOffered) => page::law::not_offered(now),
        Some(LawNote::NotLoaded(wanted)) => page::law::not_loaded(wanted, now),
        Some(LawNote::Refused(wanted, why)) => page::law::not_taken(wanted, why, now),
    };
    t.el("p", "notice other-law", |t| {
        t.set("role", "alert");
        t.test("law-note");
        t.text(&line);
    });
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

fn worked(t: &mut Tree, sheet: SheetOf<'_>, stage: Stage, send: &Callback<Action>, host: Host) {
    let Worked { state, answer } = sheet.worked.as_ref();
    let Some((measure, _)) = calculator_of(state.screen).map(names) else { return };
    let guide = (host.href)(Screen::Guide);
    let sheet = Some(sheet);
    let page = Page { state, answer, send, host, guide: &guide, sheet, is_flat: state.is_elder };
    calculator::calculator(t, page, stage, measure);
    t.slot(|t| {
        if state.screen == Screen::Of(Calculator::SKILL_SUBSIDY) && stage == Stage::Whole {
            list::occupations(t);
        }
    });
}

fn screen(t: &mut Tree, state: &State, send: &Callback<Action>, host: Host) {
    match state.screen {
        Screen::Rounds => rounds::rounds(t, send),
        Screen::Promote => promote::promote(t, state, send, host),
        Screen::Entitled => {
            entitled::entitled(t, state, send, host);
            list::occupations(t);
        }
        Screen::Elsewhere(person) => aside::elsewhere(t, state, person),
        Screen::Home | Screen::Of(_) | Screen::Guide => home::home(t, state, send, host.place_href),
    }
}

pub(super) fn title(screen: Screen) -> &'static str {
    match screen {
        Screen::Home => page::HOME,
        Screen::Of(calculator) => calculator.head().short,
        Screen::Entitled => page::ENTITLED,
        Screen::Promote => page::PROMOTE,
        Screen::Rounds => page::ROUNDS,
        Screen::Guide => page::guide::TITLE,
        Screen::Elsewhere(person) => crate::text::words::person(person),
    }
}
