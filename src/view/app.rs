//! The page as a component: one state, one reducer; the answer is evaluated once per change.

mod phase;
mod shell;
mod update;

use std::rc::Rc;

use yew::{Callback, Component, Context, Html, Properties};

use crate::policy::date::Date;
use crate::state::{Action, Embed, InUse, Screen, SiteFile, State, Summary, reduce};
use crate::text::page;
use crate::view::browser::{BrowserHandle, Subscription};
use crate::view::elder::Steps;
use crate::view::guide::Reader;
use crate::view::part::tree::Tree;
use crate::view::render_phase::RenderPhase;
use crate::view::{Evaluated, SheetOf, frame, guide};
use phase::{Chunk, Phase, Typing};
pub(super) use shell::title;

/// What the page starts with.
#[derive(Clone, PartialEq, Properties)]
pub struct Start {
    /// Today in UTC+8.
    pub today: Date,
    /// The screen that the address names.
    pub screen: Screen,
    /// The snapshot in the history entry.
    pub snapshot: String,
    /// The address' query and fragment, where they may be a link's.
    pub link: Option<String>,
    /// Whether it asks for 长辈版.
    pub is_elder: bool,
    /// How another page frames this one, where one does.
    pub embed: Option<Embed>,
    /// The settings of the office that publishes the page.
    pub site: SiteFile,
    /// The law that the page goes by.
    pub law: InUse,
    /// The browser.
    pub browser: BrowserHandle,
}

/// The whole page. A struct, not a function with hooks: those cost 2 KB on the line.
pub struct App {
    state: State,
    /// The calculator's state with its answer.
    evaluated: Option<Rc<Evaluated>>,
    send: Callback<Action>,
    phase: Phase,
    typing: Typing,
    chunk: Chunk,
    /// The screen that address, title and focus were last set for.
    announced: Option<Screen>,
    /// What the guide needs of the browser.
    reader: Reader,
    /// What 长辈版 needs of the browser.
    steps: Steps,
    /// The id of what gets the focus after the next rendering: a row that was added, or the button that adds one.
    focused: Option<String>,
    /// The answers that the entry of the history holds.
    snapshot: String,
    /// Whether the DOM shows the state. Until it does, what is typed is read at once: the rendering would write the box as
    /// it was before.
    is_rendered: bool,
    /// Whether a newer version of the page is published.
    is_outdated: bool,
    /// Whether another page frames the home screen: then there is a way back to it inside.
    has_home_in_frame: bool,
    _subscriptions: [Option<Subscription>; 4],
}

/// What happens to the page.
pub enum Msg {
    /// The user did something.
    Dispatch(Action),
    /// The user went back or forward in the browser's history.
    PopState(Screen),
    /// The voices of the device changed.
    VoicesChanged,
    /// What comes next can be rendered: a part of the first screen, or what was read.
    RenderNext,
    /// The keys that were pressed are painted.
    Painted,
    /// No key was pressed for a moment.
    Idle,
    /// A newer version of the page is published.
    UpdateAvailable,
    /// The page became visible again, or a minute passed.
    Woken,
    /// The lazy chunk is loaded, or did not come.
    ChunkLoaded(bool),
}

impl Component for App {
    type Message = Msg;
    type Properties = Start;

    fn create(context: &Context<Self>) -> Self {
        let (start, link) = (context.props(), context.link());
        let browser = start.browser;
        let subscriptions = [
            browser.on_pop_state(link.callback(Msg::PopState)),
            browser.on_voices(link.callback(|()| Msg::VoicesChanged)),
            browser.on_update_available(link.callback(|()| Msg::UpdateAvailable)),
            browser.on_wake(link.callback(|()| Msg::Woken)),
        ];
        let action = match &start.link {
            // After a refresh the answers are those of the history.
            Some(link) if start.snapshot.is_empty() => Action::OpenLink(start.screen, link.clone()),
            _ => guide::open(start.screen, browser),
        };
        let mut state = reduce(&State::from_snapshot(start.today, &start.snapshot), Action::Site(start.site.clone()));
        browser.apply_theme(&state.site.colours_but(start.embed.as_ref()));
        state.law = start.law.clone();
        state.is_elder = start.is_elder;
        state.is_embedded = start.embed.is_some();
        let mut steps = Steps::default();
        if !start.snapshot.is_empty() {
            steps.restore_step(&start.snapshot);
        }
        Self {
            state,
            evaluated: None,
            send: link.callback(Msg::Dispatch),
            phase: Phase::Opening(action),
            typing: Typing::default(),
            chunk: Chunk::NotAwaited,
            announced: None,
            reader: Reader::default(),
            steps,
            focused: None,
            snapshot: start.snapshot.clone(),
            is_rendered: false,
            is_outdated: false,
            has_home_in_frame: start.embed.is_some() && start.screen == Screen::Home,
            _subscriptions: subscriptions,
        }
    }

    /// Renders after every message: where typed text was refused, the box must be written again.
    ///
    /// What was typed waits until it is painted, and is read before anything else is done: every box is written as it was
    /// read last.
    fn update(&mut self, context: &Context<Self>, msg: Msg) -> bool {
        let is_changed = match msg {
            Msg::Dispatch(action @ Action::Type(..)) => self.take_typed(context, action),
            msg => self.handle(context, msg),
        };
        self.is_rendered &= !is_changed;
        is_changed
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let browser = context.props().browser;
        browser.before_render();
        let mut tree = Tree::default();
        if self.phase.rendered() == RenderPhase::None {
            return tree.html();
        }
        if self.is_outdated {
            shell::newer(&mut tree, browser);
        }
        let can_wait = self.typing.is_going_on() || !self.phase.is_ready();
        let sheet = self.evaluated.as_ref().map(|evaluated| SheetOf { evaluated, can_wait });
        self.shell(&mut tree, sheet, browser);
        tree.html()
    }

    fn rendered(&mut self, context: &Context<Self>, _: bool) {
        self.is_rendered = true;
        self.update_browser(context);
        context.props().browser.after_render();
    }
}

impl App {
    /// Updates the browser for the current screen.
    fn update_browser(&mut self, context: &Context<Self>) {
        let (browser, screen) = (context.props().browser, self.state.screen);
        if self.phase.rendered() != RenderPhase::Complete {
            return self.render_next(context);
        }
        if !self.phase.is_ready() {
            browser.reveal_app();
        }
        // The address stays as it is while what it names is still to come.
        if self.chunk.is_awaited() {
            return;
        }
        let window_title = page::window_title(title(screen));
        if self.announced != Some(screen) {
            let left = self.announced.replace(screen);
            browser.push_screen(screen);
            // The new entry holds nothing yet.
            self.snapshot.clear();
            browser.announce_screen(&window_title, frame::title_id(screen));
            if left == Some(Screen::Guide) && screen == self.state.behind {
                self.reader.go_back();
            }
        }
        self.steps.after_render(&self.state, &window_title, browser);
        if !self.typing.is_going_on() {
            self.save_snapshot(browser);
        }
        browser.post_summary(self.evaluated.as_ref().and_then(|evaluated| Summary::of(&evaluated.answer)));
        if !self.phase.is_ready() {
            self.phase = Phase::Ready;
            browser.mark_ready();
        }
        self.reader.after_render(&self.state, browser);
        if let Some(row) = self.focused.take() {
            browser.reveal(&row);
        }
    }

    /// Renders the next part of the first screen, once the browser has laid out the one before: that is a long task too.
    fn render_next(&mut self, context: &Context<Self>) {
        let (browser, next) = (context.props().browser, context.link().callback(|()| Msg::RenderNext));
        if let Phase::Rendering { rendered, laying_out } = &mut self.phase
            && *rendered != RenderPhase::None
        {
            *laying_out = browser.after_paint(next.clone());
            if laying_out.is_some() {
                return;
            }
        }
        browser.queue_task(next);
    }
}
