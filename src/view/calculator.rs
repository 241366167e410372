//! A calculator: the day, the form, and the answer card below or next to it.

use crate::state::{Action, Input, LeftOut, LinkNote, Question, State, announce};
use crate::text::page;
use crate::text::page::question::{self as words, as_of, today};
use crate::text::page::share;
use crate::view::frame::title;
use crate::view::part::field::{TextBox, text_box};
use crate::view::part::listen;
use crate::view::part::sign::sign;
use crate::view::part::tree::Tree;
use crate::view::render_phase::RenderPhase;
use crate::view::{Page, answer, elder, list, question};

/// Shows what is drawn of a calculator. `measure` is its short name.
#[inline(never)] // An entry of the lazy chunk (xtask/src/split.rs).
pub(super) fn calculator(t: &mut Tree, page: Page<'_>, phase: RenderPhase, measure: &'static str) {
    if page.state.is_elder {
        return elder::calculator(t, page, measure);
    }
    t.el("div", "calculator", |t| {
        t.el("div", "form", |t| {
            head(t, measure);
            t.slot(|t| link_note(t, page));
            t.slot(|t| {
                if page.state.screen.asks_day() && phase >= RenderPhase::HalfForm {
                    basis(t, page);
                }
            });
            question::groups(t, page, phase);
            t.slot(|t| {
                if phase >= RenderPhase::Form {
                    t.el("p", "form-end", |t| restart(t, page, "quiet"));
                }
            });
            bar(t, page);
        });
        t.el("div", "answer-column", |t| {
            if phase >= RenderPhase::Verdict {
                answer::card(t, page, phase);
            }
        });
    });
}

fn head(t: &mut Tree, measure: &str) {
    t.el("div", "form-head", |t| {
        title(t, &page::calculator(measure));
        t.line("p", "hint", page::PRIVACY);
    });
}

/// The id of the button that clears the form.
pub(super) const RESTART: &str = "restart";
/// The id of the button that restores what was cleared or removed.
pub(super) const UNDO: &str = "undo";

/// The button that clears the form, and its undo button.
pub(super) fn restart(t: &mut Tree, page: Page<'_>, class: &'static str) {
    identified(t, page, class, RESTART, page::RESTART, Action::Restart);
    undo(t, page, None);
}

/// The undo button, where something was cleared or a row of the question was removed.
pub(super) fn undo(t: &mut Tree, page: Page<'_>, of: Option<Question>) {
    t.slot(|t| {
        if page.state.undo.as_ref().is_some_and(|undo| undo.of == of) {
            let words = if of.is_some() { page::UNDO_REMOVE } else { page::UNDO_RESTART };
            identified(t, page, "secondary", UNDO, words, Action::Undo);
        }
    });
}

/// A button that the focus is put on.
fn identified(t: &mut Tree, page: Page<'_>, class: &'static str, id: &str, words: &str, action: Action) {
    t.el("button", class, |t| {
        t.set("type", "button");
        t.id(id);
        t.test(id);
        t.on(listen::clicked(page.send, action));
        t.text(words);
    });
}

/// The id of what the focus goes to, where an action takes away what had it or adds a row.
pub(super) fn focused(action: &Action, before: &State, now: &State) -> Option<String> {
    // In 长辈版 the focus goes to the step.
    let undone = before.undo.as_ref().filter(|_| matches!(action, Action::Undo) && !now.is_elder);
    if matches!(action, Action::ChangeBasis) {
        return Some(DAY.to_owned());
    }
    match (&now.undo, undone, action.rows_of()) {
        (Some(undo), ..) if !undo.was_there(before) && !now.is_elder => Some(UNDO.to_owned()),
        (_, Some(undo), _) => Some(undo.of.map_or_else(|| RESTART.to_owned(), |list| place_of(list, None))),
        (.., Some((list, true))) => Some(place_of(list, Some(now))),
        _ => None,
    }
}

/// The id of a question, or of the last of its rows.
#[inline(never)] // An entry of the lazy chunk (xtask/src/split.rs).
fn place_of(question: Question, of_last: Option<&State>) -> String {
    let last = of_last.and_then(|state| state.rows(question).rows.last().map(|row| row.key));
    last.map_or_else(|| question.id(), |key| list::id_of(question, key))
}

/// The message about the link that the page was opened by.
pub(super) fn link_note(t: &mut Tree, page: Page<'_>) {
    let line = match page.state.link {
        None => None,
        Some(LinkNote::OtherYear(year)) => Some(share::other_year(year)),
        Some(LinkNote::Cut) => Some(share::CUT.to_owned()),
        Some(LinkNote::Damaged(damage)) => Some(damage.user_message().to_owned()),
    };
    if let Some(line) = line {
        t.hooked("p", "notice", "link-note", &line);
    }
    for left_out in &page.state.left_out {
        let line = match left_out {
            LeftOut::Numbers => share::NUMBERS_LEFT_OUT,
            LeftOut::Occupations => share::OCCUPATIONS_LEFT_OUT,
        };
        t.hooked("p", "notice", "link-left-out", line);
    }
}

/// The day and the role of the computation, with a button to change them; the day's box where it is open.
fn basis(t: &mut Tree, page: Page<'_>) {
    let state = page.state;
    match state.as_of_day() {
        Ok(day) if state.is_basis_folded() => t.el("button", "basis-line", |t| {
            t.set("type", "button");
            t.test("basis-change");
            t.on(listen::clicked(page.send, Action::ChangeBasis));
            t.text(&words::basis(role(page), day, day == state.today));
            t.text(page::answer::DOT);
            t.line("span", "basis-go", words::CHANGE);
        }),
        _ => t.el("div", "group", |t| day_box(t, page)),
    }
}

/// The role, where it was chosen on the home screen.
fn role(page: Page<'_>) -> Option<&'static str> {
    let state = page.state;
    let fact = page.answer.questions().into_iter().find(|question| state.is_answered_by_role(*question))?;
    let picked = state.picked(fact.into()).one()?;
    fact.declared()?.options().iter().find(|option| option.id == picked).map(|option| option.shown.as_str())
}

/// The id of the question of the day.
const DAY: &str = "as-of";

/// The question of the day of application.
pub(super) fn day_box(t: &mut Tree, page: Page<'_>) {
    let asked = as_of();
    let empty = Some(if page.state.is_elder { page::elder::today(page.state.today) } else { today(page.state.today) });
    let text = TextBox { unknown: false, empty, ..TextBox::new(DAY, DAY, Input::AsOf, &asked) };
    text_box(t, page, &text);
}

/// On narrow screens the verdict stays in sight below the form; a tap goes to the card.
fn bar(t: &mut Tree, page: Page<'_>) {
    t.el("div", "bar-place", |t| {
        let Some(assessment) = page.answer.assessment.as_ref().filter(|_| page.is_touched()) else { return };
        let outcome = answer::look(page.answer, assessment);
        t.el("button", answer::tones(outcome).1, |t| {
            t.set("type", "button");
            t.test("bar");
            t.on(listen::revealing(page.browser, answer::CARD));
            sign(t, page::answer::sign(outcome));
            t.line("span", "bar-verdict", &page.answer.headline());
            t.line("span", "bar-amount numeric", &announce::printed(assessment).unwrap_or_default());
            t.line("span", "bar-go", page::answer::SEE);
        });
    });
}
