//! 长辈版: a calculator one question at a time, the answer alone on the last screen.

mod steps;

use crate::state::{Action, Move, Question, Step, StepPosition};
use crate::text::page;
use crate::text::page::elder as words;
use crate::view::frame::title;
use crate::view::part::action::button;
use crate::view::part::listen;
use crate::view::part::tree::Tree;
use crate::view::render_phase::RenderPhase;
use crate::view::{Page, answer, calculator, list, question};

pub(super) use steps::Steps;

/// The id of the current step: the focus goes there at every step.
const STEP: &str = "step";

/// Shows the current step.
pub(super) fn calculator(t: &mut Tree, page: Page<'_>, measure: &str) {
    let at = page.state.at(page.answer);
    t.el("div", "elder", |t| {
        title(t, &page::calculator(measure));
        t.slot(|t| calculator::link_note(t, page));
        t.el("div", "step", |t| {
            t.key(&[&name(at.step), at.number.to_string().as_str()].concat());
            t.id(STEP);
            t.test(STEP);
            t.reachable();
            match at.step {
                Step::Answer => answer::card(t, page, RenderPhase::Complete),
                _ => ask(t, page, at),
            }
        });
        ways(t, page, at);
        t.slot(|t| {
            if at.number == 1 {
                t.line("p", "hint", words::PRIVACY);
            }
        });
    });
}

/// The name of a step, in addition to its number.
fn name(step: Step) -> String {
    match step {
        Step::Day => "day".to_owned(),
        Step::Ask(question) | Step::Row(question, _) => question.id(),
        Step::Answer => "answer".to_owned(),
    }
}

fn ask(t: &mut Tree, page: Page<'_>, at: StepPosition) {
    t.hooked("p", "hint", "progress", &words::progress(at.number, at.remaining));
    t.el("div", "group", |t| match at.step {
        Step::Day => calculator::day_box(t, page),
        Step::Ask(list) if list.asks_whether() => question::alone_or_first(t, page, list),
        Step::Ask(one) => question::one(t, page, one),
        Step::Row(list, key) => row(t, page, list, key),
        Step::Answer => {}
    });
}

/// A row; the last one with a button for one more.
fn row(t: &mut Tree, page: Page<'_>, question: Question, key: u32) {
    // The rows have headings of their own, one lower.
    list::heading(t, page, question, "h2");
    let rows = page.state.rows(question);
    if let Some(index) = rows.rows.iter().position(|row| row.key == key) {
        list::row(t, page, question, index);
        list::more(t, page, question, index + 1 == rows.rows.len());
    }
}

/// On, and back; from the answer back, or to the beginning.
fn ways(t: &mut Tree, page: Page<'_>, at: StepPosition) {
    t.el("div", "ways", |t| {
        t.slot(|t| {
            if at.step != Step::Answer {
                let is_empty = page.state.is_skipped(at.step);
                let on = listen::clicked(page.send, Action::NavigateStep(Move::On));
                button(t, "primary", "step-on", words::on(is_empty, at.remaining == 0), on);
            }
        });
        t.slot(|t| {
            if at.number > 1 {
                let back = listen::back(page.send, page.browser, Action::NavigateStep(Move::Back));
                button(t, "secondary", "step-back", words::BACK, back);
            }
        });
        t.slot(|t| {
            if at.step == Step::Answer {
                calculator::restart(t, page, "secondary");
            } else {
                calculator::undo(t, page, None);
            }
        });
    });
}
