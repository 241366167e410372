//! The questions of 技能提升补贴.

use crate::policy::case::Person;
use crate::state::{Action, Choice, Input, Question, SkillEdit, SkillForm};
use crate::text::page::question as words;
use crate::text::words::person as person_name;
use crate::view::part::choice::{Row, of_list, yes_no};
use crate::view::part::tree::Tree;
use crate::view::question::{marks, number};
use crate::view::{Page, certificate};

fn form(page: Page<'_>) -> &SkillForm {
    &page.state.skill
}

pub(super) fn person(t: &mut Tree, page: Page<'_>) {
    let name = |person: Person| (person.code(), person_name(person));
    let answers = of_list(Person::ALL, &form(page).person, &name, &|choice| Action::Skill(SkillEdit::Person(choice)));
    marks(t, page, Question::Person, &words::person(), Row::Long, answers);
}

pub(super) fn insured_months(t: &mut Tree, page: Page<'_>) {
    number(t, page, Question::InsuredMonths, &words::insured_months(), Input::InsuredMonths, words::MONTHS);
}

pub(super) fn certificates(t: &mut Tree, page: Page<'_>) {
    let (id, asked) = (Question::Certificates.id(), words::certificates());
    t.el("div", "", |t| {
        t.id(id);
        t.test(id);
        t.reachable();
        t.line("p", "ask", &asked.ask);
        t.line("p", "hint", asked.hint);
        t.slot(|t| {
            for (index, row) in form(page).certificates.iter().enumerate() {
                certificate::held(t, page, index, row);
            }
        });
        certificate::more_held(t, page, true);
    });
}

pub(super) fn received(t: &mut Tree, page: Page<'_>) {
    has_received(t, page);
    t.slot(|t| {
        if form(page).has_received == Choice::Is(true) {
            t.slot(|t| {
                for (index, row) in form(page).received.iter().enumerate() {
                    certificate::received(t, page, index, row);
                }
            });
            certificate::more_received(t, page, true);
        }
    });
}

/// Whether one was received at all.
pub(super) fn has_received(t: &mut Tree, page: Page<'_>) {
    let had = &form(page).has_received;
    let choose = |choice| Action::Skill(SkillEdit::HasReceived(choice));
    let answers = yes_no((words::RECEIVED, words::NOT_RECEIVED), had, &choose);
    marks(t, page, Question::Received, &words::received(), Row::Short, answers);
}
