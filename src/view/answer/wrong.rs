//! What is wrong on the screen, each a button that jumps to its box: nobody has to look for a red line.

use std::rc::Rc;

use yew::virtual_dom::Listener;

use crate::state::{Action, Input, Step, Subject, Wrong};
use crate::text::page::answer as words;
use crate::text::page::question;
use crate::view::answer::advice::called;
use crate::view::part::action::button;
use crate::view::part::listen;
use crate::view::part::tree::Tree;
use crate::view::{Page, list};

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
        listen::clicked(page.send, Action::SetStep(Some(step(wrong))))
    } else {
        listen::revealing(page.browser, &place(wrong))
    }
}

/// The step of 长辈版 that asks for the box.
fn step(wrong: &Wrong) -> Step {
    match (wrong.input, wrong.question) {
        (Input::Of(Subject { question, cell: Some(cell) }), _) => Step::Row(question, cell.row),
        (_, Some(question)) => Step::Ask(question),
        (_, None) => Step::Day,
    }
}

/// The id of what holds the box.
fn place(wrong: &Wrong) -> String {
    match wrong.input {
        Input::Month(question, month) => format!("{}-month-{month}-input", question.id()),
        Input::Of(subject) => match subject.cell {
            Some(cell) => [&list::id_of(subject.question, cell.row), "-", &subject.field_id()].concat(),
            None => subject.question.id(),
        },
        _ => "as-of".to_owned(),
    }
}

/// What the box is called.
fn name(page: Page<'_>, wrong: &Wrong) -> String {
    match (wrong.input, wrong.question) {
        (Input::Month(_, month), _) => question::month(month).ask,
        (Input::Of(Subject { question, cell: Some(cell) }), _) => {
            let rows = page.state.rows(question);
            list::title(question, rows.rows.iter().position(|row| row.key == cell.row).unwrap_or_default())
        }
        (_, Some(asked)) => called(page, asked).to_owned(),
        (_, None) => question::as_of().ask,
    }
}
