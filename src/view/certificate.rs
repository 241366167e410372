//! A certificate held, or a subsidy received: a box of questions that can be added, edited and removed.

use yew::{AttrValue, Html, html};

use crate::policy::case::{CertificateKind, Level};
use crate::state::{Action, CertificateForm, Choice, Input, Part, Question, ReceivedForm, SkillEdit};
use crate::text::page::question as words;
use crate::text::words::{certificate_kind, level as level_name};
use crate::view::Page;
use crate::view::part::choice::{Mark, Marks, Row, choice, of_list, yes_no};
use crate::view::part::field::{TextBox, text_box};
use crate::view::part::listen;

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

/// A certificate.
pub(super) fn held(page: Page<'_>, index: usize, row: &CertificateForm) -> Html {
    let key = row.key;
    let names = Names { id: format!("certificate-{key}"), test: format!("certificate-{index}"), key };
    let several = page.state.skill.certificates.len() > 1;
    let questions = html! {
        <>
            { occupation(page, &names, Input::Occupation(key)) }
            { level(page, &names, &row.level, &|level| SkillEdit::Level(key, level)) }
            { kind(page, &names, row) }
            { day(page, &names, Input::IssuedOn(key), "issued-on", &words::issued_on()) }
            { training(page, &names, row) }
            if page.answer.asks_urgent {
                { urgent(page, &names, &row.urgent, &|is| SkillEdit::Urgent(key, is)) }
            }
        </>
    };
    let title = words::certificate_number(index + 1);
    entry(page, &names, Question::Certificates, title, several.then_some(SkillEdit::RemoveCertificate(key)), questions)
}

/// A subsidy received.
pub(super) fn received(page: Page<'_>, index: usize, row: &ReceivedForm) -> Html {
    let key = row.key;
    let names = Names { id: format!("received-{key}"), test: format!("received-{index}"), key };
    let several = page.state.skill.received.len() > 1;
    let questions = html! {
        <>
            { occupation(page, &names, Input::ReceivedOccupation(key)) }
            { level(page, &names, &row.level, &|level| SkillEdit::ReceivedLevel(key, level)) }
            { day(page, &names, Input::ReceivedOn(key), "received-on", &words::received_on()) }
            if page.answer.asks_urgent {
                { urgent(page, &names, &row.urgent, &|is| SkillEdit::ReceivedUrgent(key, is)) }
            }
        </>
    };
    let title = words::received_number(index + 1);
    entry(page, &names, Question::Received, title, several.then_some(SkillEdit::RemoveReceived(key)), questions)
}

fn entry(
    page: Page<'_>,
    names: &Names,
    question: Question,
    title: String,
    remove: Option<SkillEdit>,
    questions: Html,
) -> Html {
    let removal = format!("{}{title}", words::REMOVE);
    let lacks = lacking(page, question, names.key, &title);
    html! {
        <section class="entry" key={names.key} id={names.id.clone()} data-test={names.test.clone()} tabindex="-1">
            <div class="entry-head">
                <h3>{ title }</h3>
                if let Some(remove) = remove {
                    <button type="button" class="quiet" aria-label={removal} data-test={format!("{}-remove", names.test)}
                        onclick={listen::clicked(page.send, Action::Skill(remove))}>
                        { words::REMOVE }
                    </button>
                }
            </div>
            <div>{ questions }</div>
            <p class="message is-doubt" data-test={format!("{}-incomplete", names.test)}>{ lacks }</p>
        </section>
    }
}

/// What a row still lacks before it counts.
fn lacking(page: Page<'_>, question: Question, key: u32, title: &str) -> String {
    let found = page.answer.incomplete.iter().find(|row| row.question == question && row.key == key);
    let Some(row) = found else { return String::new() };
    let missing: Vec<_> = row.missing.iter().map(|part| part_name(*part).ask).collect();
    words::incomplete(title, &missing.iter().map(String::as_str).collect::<Vec<_>>())
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

fn part(names: &Names, part: &str) -> (AttrValue, AttrValue) {
    (format!("{}-{part}", names.id).into(), format!("{}-{part}", names.test).into())
}

fn occupation(page: Page<'_>, names: &Names, input: Input) -> Html {
    let (id, test) = part(names, "occupation");
    let (asked, list) = (words::occupation(), Some(OCCUPATIONS));
    text_box(
        page,
        &TextBox { id, test, input, asked: &asked, keyboard: "text", unit: "", unknown: true, list, empty: None },
    )
}

fn day(page: Page<'_>, names: &Names, input: Input, name: &str, asked: &words::Asked) -> Html {
    let (id, test) = part(names, name);
    text_box(
        page,
        &TextBox { id, test, input, asked, keyboard: "text", unit: "", unknown: true, list: None, empty: None },
    )
}

fn radio(page: Page<'_>, names: &Names, name: &str, asked: &words::Asked, row: Row, marks: Vec<Mark>) -> Html {
    let (id, test) = part(names, name);
    choice(page.send, &Marks { id, test, asked, kind: "radio", row, marks })
}

fn level(page: Page<'_>, names: &Names, chosen: &Choice<Level>, edit: &dyn Fn(Choice<Level>) -> SkillEdit) -> Html {
    let all: Vec<_> = LEVELS.iter().filter_map(|(number, _)| Level::new(*number)).collect();
    let code = |level: Level| LEVELS.iter().find(|(number, _)| *number == level.number()).map_or("", |(_, code)| code);
    let marks = of_list(&all, chosen, |level| (code(level), level_name(level)), &|level| Action::Skill(edit(level)));
    radio(page, names, "level", &words::level(), Row::Short, marks)
}

fn kind(page: Page<'_>, names: &Names, row: &CertificateForm) -> Html {
    let key = row.key;
    let name = |kind: CertificateKind| (kind.code(), certificate_kind(kind));
    let marks = of_list(CertificateKind::ALL, &row.kind, name, &|kind| Action::Skill(SkillEdit::Kind(key, kind)));
    radio(page, names, "kind", &words::kind(), Row::Long, marks)
}

fn training(page: Page<'_>, names: &Names, row: &CertificateForm) -> Html {
    let (key, answers) = (row.key, (words::RECEIVED, words::NOT_RECEIVED));
    let marks = yes_no(answers, &row.training_subsidy, &|is| Action::Skill(SkillEdit::TrainingSubsidy(key, is)));
    radio(page, names, "training", &words::training_subsidy(), Row::Short, marks)
}

fn urgent(page: Page<'_>, names: &Names, chosen: &Choice<bool>, edit: &dyn Fn(Choice<bool>) -> SkillEdit) -> Html {
    let marks = yes_no((words::YES, words::NO), chosen, &|is| Action::Skill(edit(is)));
    radio(page, names, "urgent", &words::urgent(), Row::Short, marks)
}

/// Occupations to pick from, once a page.
pub(super) fn occupations() -> Html {
    html! {
        <datalist id={OCCUPATIONS}>
            { for words::OCCUPATIONS.iter().map(|name| html! { <option value={*name} /> }) }
        </datalist>
    }
}
