//! 长辈版: a calculator one question at a time, the answer alone on the last screen.

mod steps;

use crate::state::{Action, At, Move, Question, Step};
use crate::text::page;
use crate::text::page::elder as words;
use crate::text::page::question as asked;
use crate::view::frame::title;
use crate::view::opening::Stage;
use crate::view::part::action::button;
use crate::view::part::listen;
use crate::view::part::tree::Tree;
use crate::view::{Page, answer, calculator, certificate, question};

pub(super) use steps::Steps;

/// The id of what stands on the screen: the focus goes there at every step.
const STEP: &str = "step";

/// Shows the step that somebody is at.
pub(super) fn calculator(t: &mut Tree, page: Page<'_>, measure: &str) {
    let at = page.state.at(page.answer);
    t.el("div", "elder", |t| {
        title(t, &page::calculator(measure));
        t.slot(|t| calculator::link_note(t, page));
        t.el("div", "step", |t| {
            t.key(&[name(at.step), &at.number.to_string()].concat());
            t.id(STEP);
            t.test(STEP);
            t.reachable();
            match at.step {
                Step::Answer => answer::card(t, page, Stage::Whole),
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

/// What tells a step from the others, beside its number.
const fn name(step: Step) -> &'static str {
    match step {
        Step::Day => "day",
        Step::Ask(question) => question.id(),
        Step::Certificate(_) => "certificate",
        Step::Received(_) => "received",
        Step::Answer => "answer",
    }
}

fn ask(t: &mut Tree, page: Page<'_>, at: At) {
    t.hooked("p", "hint", "progress", &words::progress(at.number, at.left));
    t.el("div", "group", |t| match at.step {
        Step::Day => calculator::day_box(t, page),
        Step::Ask(Question::Received) => question::received_alone(t, page),
        Step::Ask(one) => question::one(t, page, one),
        Step::Certificate(key) => row(t, page, key, true),
        Step::Received(key) => row(t, page, key, false),
        Step::Answer => {}
    });
}

/// A certificate or a subsidy received, with the way to one more on the last.
fn row(t: &mut Tree, page: Page<'_>, key: u32, is_held: bool) {
    let skill = &page.state.skill;
    let words = if is_held { asked::certificates() } else { asked::received() };
    // The rows have headings of their own, one lower.
    t.line("h2", "ask", &words.ask);
    t.line("p", "hint", words.hint);
    if is_held {
        let rows = &skill.certificates;
        if let Some((index, row)) = rows.iter().enumerate().find(|(_, row)| row.key == key) {
            certificate::held(t, page, index, row);
            certificate::more_held(t, page, index + 1 == rows.len());
        }
    } else {
        let rows = &skill.received;
        if let Some((index, row)) = rows.iter().enumerate().find(|(_, row)| row.key == key) {
            certificate::received(t, page, index, row);
            certificate::more_received(t, page, index + 1 == rows.len());
        }
    }
}

/// On, and back; from the answer back, or to the beginning.
fn ways(t: &mut Tree, page: Page<'_>, at: At) {
    t.el("div", "ways", |t| {
        t.slot(|t| {
            if at.step != Step::Answer {
                let is_empty = page.state.is_passed_over(at.step);
                let on = listen::clicked(page.send, Action::Walk(Move::On));
                button(t, "primary", "step-on", words::on(is_empty, at.left == 0), on);
            }
        });
        t.slot(|t| {
            if at.number > 1 {
                let back = listen::back(page.send, page.host, Action::Walk(Move::Back));
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
