//! A certificate held, or a subsidy received: a box of questions that can be added, edited and removed.

use crate::policy::case::{CertificateKind, Level};
use crate::policy::list::Listed;
use crate::state::{Action, CertificateForm, Choice, Input, Part, Question, ReceivedForm, SkillEdit, SkillForm};
use crate::text::page::question as words;
use crate::text::words::{certificate_kind, level as level_name};
use crate::view::Page;
use crate::view::part::action::button;
use crate::view::part::choice::{Mark, Marks, Row, choice, of_list, yes_no};
use crate::view::part::field::{TextBox, text_box};
use crate::view::part::listen;
use crate::view::part::tree::Tree;

/// The id of the list of occupations.
const OCCUPATIONS: &str = "occupations";

/// The levels from 初级 up.
const LEVELS: [(u8, &str); 5] = [(5, "5"), (4, "4"), (3, "3"), (2, "2"), (1, "1")];

/// A row's names: ids by its key, which never changes; test hooks by its place.
struct Names {
    id: String,
    test: String,
    key: u32,
}

/// The id of the row that was just added.
pub(super) fn added(action: &Action, next: &SkillForm) -> Option<String> {
    match action {
        Action::Skill(SkillEdit::AddCertificate) => next.certificates.last().map(|row| held_id(row.key)),
        Action::Skill(SkillEdit::AddReceived) => next.received.last().map(|row| received_id(row.key)),
        _ => None,
    }
}

fn held_id(key: u32) -> String {
    format!("certificate-{key}")
}

fn received_id(key: u32) -> String {
    format!("received-{key}")
}

/// A certificate.
pub(super) fn held(t: &mut Tree, page: Page<'_>, index: usize, row: &CertificateForm) {
    let key = row.key;
    let names = Names { id: held_id(key), test: format!("certificate-{index}"), key };
    let remove = (page.state.skill.certificates.len() > 1).then_some(SkillEdit::RemoveCertificate(key));
    let title = words::certificate_number(index + 1);
    t.el("section", "entry", |t| {
        head(t, page, &names, &title, remove);
        occupation(t, page, &names, Input::Occupation(key));
        level(t, page, &names, &row.level, &|level| SkillEdit::Level(key, level));
        kind(t, page, &names, row);
        day(t, page, &names, Input::IssuedOn(key), "-issued-on", &words::issued_on());
        training(t, page, &names, row);
        urgent(t, page, &names, &row.urgent, &|is| SkillEdit::Urgent(key, is));
        lacking(t, page, &names, Question::Certificates, &title);
    });
}

/// A subsidy received.
pub(super) fn received(t: &mut Tree, page: Page<'_>, index: usize, row: &ReceivedForm) {
    let key = row.key;
    let names = Names { id: received_id(key), test: format!("received-{index}"), key };
    let remove = (page.state.skill.received.len() > 1).then_some(SkillEdit::RemoveReceived(key));
    let title = words::received_number(index + 1);
    t.el("section", "entry", |t| {
        head(t, page, &names, &title, remove);
        occupation(t, page, &names, Input::ReceivedOccupation(key));
        level(t, page, &names, &row.level, &|level| SkillEdit::ReceivedLevel(key, level));
        day(t, page, &names, Input::ReceivedOn(key), "-received-on", &words::received_on());
        urgent(t, page, &names, &row.urgent, &|is| SkillEdit::ReceivedUrgent(key, is));
        lacking(t, page, &names, Question::Received, &title);
    });
}

/// The button for one more certificate, where it stands after the last.
pub(super) fn more_held(t: &mut Tree, page: Page<'_>, is_last: bool) {
    more(t, page, "certificate-add", words::ADD_CERTIFICATE, SkillEdit::AddCertificate, is_last);
}

/// The button for one more subsidy received, where it stands after the last.
pub(super) fn more_received(t: &mut Tree, page: Page<'_>, is_last: bool) {
    more(t, page, "received-add", words::ADD_RECEIVED, SkillEdit::AddReceived, is_last);
}

fn more(t: &mut Tree, page: Page<'_>, hook: &str, words: &str, edit: SkillEdit, is_last: bool) {
    t.slot(|t| {
        if is_last {
            button(t, "quiet", hook, words, listen::clicked(page.send, Action::Skill(edit)));
        }
    });
}

/// A row's names, its heading, and the button that takes it out.
fn head(t: &mut Tree, page: Page<'_>, names: &Names, title: &str, remove: Option<SkillEdit>) {
    t.key(&names.id);
    t.id(&names.id);
    t.test(&names.test);
    t.reachable();
    t.el("div", "entry-head", |t| {
        t.line("h3", "", title);
        if let Some(edit) = remove {
            t.el("button", "quiet", |t| {
                t.set("type", "button");
                t.set("aria-label", &[words::REMOVE, title].concat());
                t.test_two(&names.test, "remove");
                t.on(listen::clicked(page.send, Action::Skill(edit)));
                t.text(words::REMOVE);
            });
        }
    });
}

/// What a row still lacks before it counts.
fn lacking(t: &mut Tree, page: Page<'_>, names: &Names, question: Question, title: &str) {
    let rows = &page.answer.incomplete;
    let found = rows.iter().find(|row| row.question == question && row.key == names.key);
    t.el("p", "message is-doubt", |t| {
        t.test_two(&names.test, "incomplete");
        if let Some(row) = found {
            let missing: Vec<_> = row.missing.iter().map(|part| part_name(*part).ask).listed();
            t.text(&words::incomplete(title, &missing));
        }
    });
}

fn part_name(part: Part) -> words::Asked {
    match part {
        Part::Occupation => words::occupation(),
        Part::Level => words::level(),
        Part::Kind => words::kind(),
        Part::IssuedOn => words::issued_on(),
        Part::ReceivedOn => words::received_on(),
    }
}

fn occupation(t: &mut Tree, page: Page<'_>, names: &Names, input: Input) {
    let (id, test) = ([&names.id, "-occupation"].concat(), [&names.test, "-occupation"].concat());
    text_box(t, page, &TextBox { list: OCCUPATIONS, ..TextBox::new(&id, &test, input, &words::occupation()) });
}

fn day(t: &mut Tree, page: Page<'_>, names: &Names, input: Input, name: &str, asked: &words::Asked) {
    let (id, test) = ([&names.id, name].concat(), [&names.test, name].concat());
    text_box(t, page, &TextBox::new(&id, &test, input, asked));
}

fn radio(
    t: &mut Tree,
    page: Page<'_>,
    names: &Names,
    name: &str,
    asked: &words::Asked,
    (row, marks): (Row, Vec<Mark>),
) {
    let (id, test) = ([&names.id, name].concat(), [&names.test, name].concat());
    choice(t, page.send, &Marks { id: &id, test: &test, asked, kind: "radio", row, marks });
}

fn level(
    t: &mut Tree,
    page: Page<'_>,
    names: &Names,
    chosen: &Choice<Level>,
    edit: &dyn Fn(Choice<Level>) -> SkillEdit,
) {
    let all: Vec<_> = LEVELS.iter().filter_map(|(number, _)| Level::new(*number)).listed();
    let code = |level: Level| LEVELS.iter().find(|(number, _)| *number == level.number()).map_or("", |(_, code)| code);
    let marks = of_list(&all, chosen, &|level| (code(level), level_name(level)), &|level| Action::Skill(edit(level)));
    radio(t, page, names, "-level", &words::level(), (Row::Long, marks));
}

fn kind(t: &mut Tree, page: Page<'_>, names: &Names, row: &CertificateForm) {
    let key = row.key;
    let name = |kind: CertificateKind| (kind.code(), certificate_kind(kind));
    let marks = of_list(CertificateKind::ALL, &row.kind, &name, &|kind| Action::Skill(SkillEdit::Kind(key, kind)));
    radio(t, page, names, "-kind", &words::kind(), (Row::Long, marks));
}

fn training(t: &mut Tree, page: Page<'_>, names: &Names, row: &CertificateForm) {
    let (key, answers) = (row.key, (words::RECEIVED, words::NOT_RECEIVED));
    let marks = yes_no(answers, &row.training_subsidy, &|is| Action::Skill(SkillEdit::TrainingSubsidy(key, is)));
    radio(t, page, names, "-training", &words::training_subsidy(), (Row::Short, marks));
}

/// Only where the day's rule tells 急需紧缺 from others.
fn urgent(
    t: &mut Tree,
    page: Page<'_>,
    names: &Names,
    chosen: &Choice<bool>,
    edit: &dyn Fn(Choice<bool>) -> SkillEdit,
) {
    t.slot(|t| {
        if page.answer.asks_urgent {
            let marks = yes_no((words::YES, words::NO), chosen, &|is| Action::Skill(edit(is)));
            radio(t, page, names, "-urgent", &words::urgent(), (Row::Short, marks));
        }
    });
}

/// Occupations to pick from, once a page.
#[inline(never)] // The page's second part begins here (xtask/src/split.rs).
pub(super) fn occupations(t: &mut Tree) {
    t.el("datalist", "", |t| {
        t.id(OCCUPATIONS);
        for name in words::OCCUPATIONS {
            t.el("option", "", |t| t.set("value", name));
        }
    });
}
