//! What is wrong on the screen, each a button that jumps to its box: nobody has to look for a red line.

use std::rc::Rc;

use yew::virtual_dom::Listener;

use crate::state::{Action, Input, Question, Step, Wrong};
use crate::text::page::answer as words;
use crate::text::page::question::{self, certificate_number, received_number};
use crate::view::Page;
use crate::view::answer::advice::called;
use crate::view::part::action::button;
use crate::view::part::listen;
use crate::view::part::tree::Tree;

/// The id of the list's heading.
const HEADING: &str = "wrong";

/// The list, where something is wrong.
pub(super) fn summary(t: &mut Tree, page: Page<'_>) {
    let all = page.state.wrong(&page.answer.groups);
    t.slot(|t| {
        if all.is_empty() {
            return;
        }
        t.el("div", "notice is-wrong", |t| {
            t.test("wrong");
            t.set("role", "group");
            t.set("aria-labelledby", HEADING);
            t.el("h2", "notice-head", |t| {
                t.id(HEADING);
                t.text(&words::wrong(all.len()));
            });
            t.el("ul", "needs", |t| {
                for (index, wrong) in all.iter().enumerate() {
                    t.el("li", "", |t| {
                        button(t, "jump", &format!("wrong-{index}"), &name(page, wrong), to_box(page, wrong));
                        t.line("span", "matters", &wrong.sentence);
                    });
                }
            });
        });
    });
}

/// Shows the box: in 长辈版 in place of the answer.
fn to_box(page: Page<'_>, wrong: &Wrong) -> Rc<dyn Listener> {
    if page.state.is_elder {
        listen::clicked(page.send, Action::Stand(Some(step(wrong))))
    } else {
        listen::revealing(page.host, &place(wrong))
    }
}

/// The step of 长辈版 that asks for the box.
fn step(wrong: &Wrong) -> Step {
    match (wrong.input, wrong.question) {
        (Input::IssuedOn(key), _) => Step::Certificate(key),
        (Input::ReceivedOn(key), _) => Step::Received(key),
        (_, Some(question)) => Step::Ask(question),
        (_, None) => Step::Day,
    }
}

/// The id of what holds the box.
fn place(wrong: &Wrong) -> String {
    let question = wrong.question.map_or("as-of", Question::id);
    match wrong.input {
        Input::Month(month) => format!("{question}-month-{month}-input"),
        Input::IssuedOn(key) => format!("certificate-{key}-issued-on"),
        Input::ReceivedOn(key) => format!("received-{key}-received-on"),
        _ => question.to_owned(),
    }
}

/// What the box is called.
fn name(page: Page<'_>, wrong: &Wrong) -> String {
    let skill = &page.state.skill;
    match (wrong.input, wrong.question) {
        (Input::Month(month), _) => question::month(month).ask,
        (Input::IssuedOn(key), _) => {
            let row = skill.certificates.iter().position(|row| row.key == key).unwrap_or_default();
            certificate_number(row + 1)
        }
        (Input::ReceivedOn(key), _) => {
            let row = skill.received.iter().position(|row| row.key == key).unwrap_or_default();
            received_number(row + 1)
        }
        (_, Some(asked)) => called(page, asked).to_owned(),
        (_, None) => question::as_of().ask,
    }
}
