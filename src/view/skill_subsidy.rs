//! The questions of 技能提升补贴.

use yew::{Html, html};

use crate::policy::case::Person;
use crate::state::{Action, Choice, Input, Question, SkillEdit, SkillForm};
use crate::text::page::question as words;
use crate::text::words::person as person_name;
use crate::view::part::choice::{Row, of_list, yes_no};
use crate::view::part::listen;
use crate::view::question::{marks, number};
use crate::view::{Page, certificate};

fn form(page: Page<'_>) -> &SkillForm {
    &page.state.skill
}

pub(super) fn person(page: Page<'_>) -> Html {
    let name = |person: Person| (person.code(), person_name(person));
    let answers = of_list(Person::ALL, &form(page).person, name, &|choice| Action::Skill(SkillEdit::Person(choice)));
    marks(page, Question::Person, &words::person(), Row::Long, answers)
}

pub(super) fn insured_months(page: Page<'_>) -> Html {
    number(page, Question::InsuredMonths, &words::insured_months(), Input::InsuredMonths, words::MONTHS)
}

pub(super) fn certificates(page: Page<'_>) -> Html {
    let (id, asked) = (Question::Certificates.id(), words::certificates());
    html! {
        <div {id} data-test={id} tabindex="-1">
            <p class="ask">{ asked.ask }</p>
            <p class="hint">{ asked.hint }</p>
            <div class="entries">
                { for form(page).certificates.iter().enumerate().map(|(index, row)| certificate::held(page, index, row)) }
            </div>
            <button type="button" class="quiet" data-test="certificate-add"
                onclick={listen::clicked(page.send, Action::Skill(SkillEdit::AddCertificate))}>
                { words::ADD_CERTIFICATE }
            </button>
        </div>
    }
}

pub(super) fn received(page: Page<'_>) -> Html {
    let had = &form(page).has_received;
    let choose = |choice| Action::Skill(SkillEdit::HasReceived(choice));
    let answers = yes_no((words::RECEIVED, words::NOT_RECEIVED), had, &choose);
    html! {
        <>
            { marks(page, Question::Received, &words::received(), Row::Short, answers) }
            if *had == Choice::Is(true) {
                { received_rows(page) }
            }
        </>
    }
}

fn received_rows(page: Page<'_>) -> Html {
    html! {
        <div>
            <div class="entries">
                { for form(page).received.iter().enumerate().map(|(index, row)| certificate::received(page, index, row)) }
            </div>
            <button type="button" class="quiet" data-test="received-add"
                onclick={listen::clicked(page.send, Action::Skill(SkillEdit::AddReceived))}>
                { words::ADD_RECEIVED }
            </button>
        </div>
    }
}
