//! What surrounds every screen, and the screen in it.

use yew::Callback;

use super::App;
use super::phase::Chunk;
use crate::api::answer::Calculator;
use crate::api::poster::names;
use crate::heads::heads;
use crate::state::{Action, LawNote, Screen, State, calculator_of};
use crate::text::page;
use crate::view::browser::BrowserHandle;
use crate::view::part::action::button;
use crate::view::part::listen;
use crate::view::part::tree::Tree;
use crate::view::render_phase::RenderPhase;
use crate::view::{Evaluated, Page, SheetOf, aside, calculator, entitled, frame, guide, home, list, promote, rounds};

impl App {
    /// Shows the page, below the notice of a newer one.
    pub(super) fn shell(&self, t: &mut Tree, sheet: Option<SheetOf<'_>>, browser: BrowserHandle) {
        let Self { state, send, chunk, phase, .. } = self;
        let is_read = state.screen == Screen::Guide;
        t.slot(|t| {
            if !state.is_embedded {
                frame::head(t, state, send, &|screen| browser.screen_url(screen));
            }
        });
        t.el("p", "aloud", |t| {
            t.set("role", "status");
            t.test("aloud");
            t.text(&sheet.map(|sheet| sheet.evaluated.answer.spoken()).unwrap_or_default());
        });
        t.slot(|t| {
            if self.has_home_in_frame && !is_read && state.screen != Screen::Home {
                button(
                    t,
                    "quiet",
                    "embed-home",
                    page::ALL_TASKS,
                    listen::clicked(send, Action::Navigate(Screen::Home)),
                );
            }
        });
        // Not among the screens, which are distinguished by their keys.
        opening(t, chunk);
        t.slot(|t| law_note(t, state));
        t.el("main", "main", |t| {
            // Another screen is a new element: nothing of the one before stays in it. Under the guide it stays as it is.
            t.el("div", "", |t| {
                t.key(title(state.screen_beneath()));
                if is_read {
                    t.set("hidden", "");
                }
                match sheet {
                    Some(sheet) => evaluated(t, sheet, phase.rendered(), send, browser),
                    None => screen(t, &state.beneath(), send, browser),
                }
            });
            if is_read {
                t.el("div", "", |t| {
                    t.key(page::guide::TITLE);
                    guide::guide(t, state, send, browser);
                });
            }
        });
        frame::foot(t, state, send, &|screen| browser.screen_url(screen));
    }
}

/// Says that the page is older than what is published, above all else: the answer may be another now.
pub(super) fn newer(t: &mut Tree, browser: BrowserHandle) {
    t.el("div", "notice newer", |t| {
        t.set("role", "status");
        t.test("newer");
        t.line("p", "", page::NEWER);
        button(t, "secondary", "newer-reload", page::RELOAD, listen::reloading(browser));
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

/// Says that the lazy chunk is being loaded, or did not come.
fn opening(t: &mut Tree, chunk: &Chunk) {
    t.el("p", "opening", |t| {
        t.set("role", "status");
        t.test("opening");
        match chunk {
            Chunk::Awaited { .. } => t.text(page::OPENING),
            Chunk::Failed => t.text(page::NOT_OPENED),
            Chunk::NotAwaited => {}
        }
    });
}

/// Shows a calculator with its answer.
fn evaluated(t: &mut Tree, sheet: SheetOf<'_>, phase: RenderPhase, send: &Callback<Action>, browser: BrowserHandle) {
    let Evaluated { state, answer } = sheet.evaluated.as_ref();
    let Some((measure, _)) = calculator_of(state.screen).map(names) else { return };
    let guide = browser.screen_url(Screen::Guide);
    let sheet = Some(sheet);
    let page = Page { state, answer, send, browser, guide: &guide, sheet, is_flat: state.is_elder };
    calculator::calculator(t, page, phase, measure);
    t.slot(|t| {
        if state.screen == Screen::Of(Calculator::SKILL_SUBSIDY) && phase == RenderPhase::Complete {
            list::occupations(t);
        }
    });
}

fn screen(t: &mut Tree, state: &State, send: &Callback<Action>, browser: BrowserHandle) {
    match state.screen {
        Screen::Rounds => rounds::rounds(t, send),
        Screen::Promote => promote::promote(t, state, send, browser),
        Screen::Entitled => {
            entitled::entitled(t, state, send, browser);
            list::occupations(t);
        }
        Screen::Elsewhere(person) => aside::elsewhere(t, state, person),
        Screen::Home | Screen::Of(_) | Screen::Guide => {
            home::home(t, state, send, &|place| browser.place_url(place));
        }
    }
}

/// Returns a screen's title.
pub(in crate::view) fn title(screen: Screen) -> &'static str {
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
