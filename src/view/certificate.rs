//! A certificate held, or a subsidy received: a box of questions that can be added, edited and removed.

use yew::Callback;

use crate::policy::case::{CertificateKind, Level};
use crate::policy::list::Listed;
use crate::state::{
    Action, CertificateForm, Choice, Field, Input, Part, Question, Reading, ReceivedForm, SkillEdit, SkillForm,
};
use crate::text::page::question as words;
use crate::text::words::{certificate_kind, level as level_name};
use crate::view::kept::Kept;
use crate::view::part::action::button;
use crate::view::part::choice::{Mark, Marks, Row, choice, of_list, yes_no};
use crate::view::part::field::{TextBox, Typed, box_of};
use crate::view::part::listen;
use crate::view::part::tree::Tree;
use crate::view::{Page, calculator};

/// The id of the list of occupations.
const OCCUPATIONS: &str = "occupations";

/// The levels from 初级 up.
const LEVELS: [(u8, &str); 6] = [(5, "5"), (4, "4"), (3, "3"), (2, "2"), (1, "1"), (0, "0")];

/// A row as it is drawn: everything that its looks follow from.
#[derive(PartialEq)]
pub(super) struct Entry {
    form: Form,
    /// What is understood of its day, beside the other days.
    day: Reading,
    /// Its place among the rows, from 0.
    index: usize,
    /// Whether it is the only row, which stays.
    is_only: bool,
    /// What it lacks before it counts.
    missing: Vec<Part>,
    /// Whether 急需紧缺 is asked.
    asks_urgent: bool,
    send: Callback<Action>,
}

/// What is filled in.
#[derive(PartialEq)]
enum Form {
    Held(CertificateForm),
    Received(ReceivedForm),
}

/// A row's names: ids by its key, which never changes; test hooks by its place.
struct Names {
    id: String,
    test: String,
    title: String,
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
    let is_only = page.state.skill.certificates.len() == 1;
    entry(t, page, Form::Held(row.clone()), index, is_only);
}

/// A subsidy received.
pub(super) fn received(t: &mut Tree, page: Page<'_>, index: usize, row: &ReceivedForm) {
    let is_only = page.state.skill.received.len() == 1;
    entry(t, page, Form::Received(row.clone()), index, is_only);
}

fn entry(t: &mut Tree, page: Page<'_>, form: Form, index: usize, is_only: bool) {
    let names = form.names(index);
    let lacking = page.answer.incomplete.iter().find(|row| row.question == form.question() && row.key == names.key);
    let missing = lacking.map(|row| row.missing.clone()).unwrap_or_default();
    let asks_urgent = page.answer.asks_urgent;
    let day = page.state.reading(form.day());
    Kept::Entry(Entry { form, day, index, is_only, missing, asks_urgent, send: page.send.clone() })
        .write(t, page.host, &names.id);
}

impl Form {
    fn names(&self, index: usize) -> Names {
        let (id, test, title, key) = match self {
            Self::Held(row) => (held_id(row.key), "certificate", words::certificate_number(index + 1), row.key),
            Self::Received(row) => (received_id(row.key), "received", words::received_number(index + 1), row.key),
        };
        Names { id, test: format!("{test}-{index}"), title, key }
    }

    const fn day(&self) -> Input {
        match self {
            Self::Held(row) => Input::IssuedOn(row.key),
            Self::Received(row) => Input::ReceivedOn(row.key),
        }
    }

    const fn question(&self) -> Question {
        match self {
            Self::Held(_) => Question::Certificates,
            Self::Received(_) => Question::Received,
        }
    }
}

impl Entry {
    /// Whether a box of it refused what was typed.
    pub(super) const fn has_refused(&self) -> bool {
        match &self.form {
            Form::Held(row) => row.occupation.refused_identity || row.issued_on.refused_identity,
            Form::Received(row) => row.occupation.refused_identity || row.received_on.refused_identity,
        }
    }

    /// Draws the row.
    pub(super) fn draw(&self, t: &mut Tree) {
        let names = self.form.names(self.index);
        // A form of its own: at every key browsers look through all boxes of the form for what they could fill in. With two
        // boxes and no button to send it, Enter does nothing.
        t.el("form", "entry", |t| {
            match &self.form {
                Form::Held(row) => self.held(t, &names, row),
                Form::Received(row) => self.received(t, &names, row),
            }
            self.lacking(t, &names);
        });
    }

    fn held(&self, t: &mut Tree, names: &Names, row: &CertificateForm) {
        let key = row.key;
        self.head(t, names, SkillEdit::RemoveCertificate(key));
        self.occupation(t, names, Input::Occupation(key), &row.occupation);
        self.level(t, names, &row.level, &|level| SkillEdit::Level(key, level));
        self.kind(t, names, row);
        self.day(t, names, Input::IssuedOn(key), &row.issued_on, ("-issued-on", words::issued_on()));
        self.training(t, names, row);
        self.urgent(t, names, &row.urgent, &|is| SkillEdit::Urgent(key, is));
    }

    fn received(&self, t: &mut Tree, names: &Names, row: &ReceivedForm) {
        let key = row.key;
        self.head(t, names, SkillEdit::RemoveReceived(key));
        self.occupation(t, names, Input::ReceivedOccupation(key), &row.occupation);
        self.level(t, names, &row.level, &|level| SkillEdit::ReceivedLevel(key, level));
        self.day(t, names, Input::ReceivedOn(key), &row.received_on, ("-received-on", words::received_on()));
        self.urgent(t, names, &row.urgent, &|is| SkillEdit::ReceivedUrgent(key, is));
    }

    /// A row's names, its heading, and the button that takes it out.
    fn head(&self, t: &mut Tree, names: &Names, remove: SkillEdit) {
        t.id(&names.id);
        t.test(&names.test);
        t.el("div", "entry-head", |t| {
            t.el("h3", "", |t| {
                t.reachable();
                t.text(&names.title);
            });
            if !self.is_only {
                t.el("button", "quiet", |t| {
                    t.set("type", "button");
                    t.set("aria-label", &[words::REMOVE, &names.title].concat());
                    t.test_two(&names.test, "remove");
                    t.on(listen::clicked(&self.send, Action::Skill(remove)));
                    t.text(words::REMOVE);
                });
            }
        });
    }

    /// What a row still lacks before it counts.
    fn lacking(&self, t: &mut Tree, names: &Names) {
        t.el("p", "message is-doubt", |t| {
            t.test_two(&names.test, "incomplete");
            if !self.missing.is_empty() {
                let missing: Vec<_> = self.missing.iter().map(|part| part_name(*part).ask).listed();
                t.text(&words::incomplete(&names.title, &missing));
            }
        });
    }

    fn occupation(&self, t: &mut Tree, names: &Names, input: Input, field: &Field) {
        let ((id, test), asked) = (names.with("-occupation"), words::occupation());
        let text = TextBox { list: OCCUPATIONS, ..TextBox::new(&id, &test, input, &asked) };
        box_of(t, &Typed::in_field(field, input), &self.send, &text);
    }

    fn day(&self, t: &mut Tree, names: &Names, input: Input, field: &Field, (name, asked): (&str, words::Asked)) {
        let (id, test) = names.with(name);
        let typed = Typed { field: Some(field), reading: self.day.clone() };
        box_of(t, &typed, &self.send, &TextBox::new(&id, &test, input, &asked));
    }

    fn radio(&self, t: &mut Tree, names: &Names, name: &str, asked: &words::Asked, (row, marks): (Row, Vec<Mark>)) {
        let (id, test) = names.with(name);
        choice(t, &self.send, &Marks { id: &id, test: &test, asked, kind: "radio", row, marks });
    }

    fn level(&self, t: &mut Tree, names: &Names, chosen: &Choice<Level>, edit: &dyn Fn(Choice<Level>) -> SkillEdit) {
        let all: Vec<_> = LEVELS.iter().filter_map(|(number, _)| Level::new(*number)).listed();
        let code =
            |level: Level| LEVELS.iter().find(|(number, _)| *number == level.number()).map_or("", |(_, code)| code);
        let marks =
            of_list(&all, chosen, &|level| (code(level), level_name(level)), &|level| Action::Skill(edit(level)));
        self.radio(t, names, "-level", &words::level(), (Row::Long, marks));
    }

    fn kind(&self, t: &mut Tree, names: &Names, row: &CertificateForm) {
        let key = row.key;
        let name = |kind: CertificateKind| (kind.code(), certificate_kind(kind));
        let marks = of_list(CertificateKind::ALL, &row.kind, &name, &|kind| Action::Skill(SkillEdit::Kind(key, kind)));
        self.radio(t, names, "-kind", &words::kind(), (Row::Long, marks));
    }

    fn training(&self, t: &mut Tree, names: &Names, row: &CertificateForm) {
        let (key, answers) = (row.key, (words::RECEIVED, words::NOT_RECEIVED));
        let marks = yes_no(answers, &row.training_subsidy, &|is| Action::Skill(SkillEdit::TrainingSubsidy(key, is)));
        self.radio(t, names, "-training", &words::training_subsidy(), (Row::Short, marks));
    }

    /// Only where the day's rule tells 急需紧缺 from others.
    fn urgent(&self, t: &mut Tree, names: &Names, chosen: &Choice<bool>, edit: &dyn Fn(Choice<bool>) -> SkillEdit) {
        t.slot(|t| {
            if self.asks_urgent {
                let marks = yes_no((words::YES, words::NO), chosen, &|is| Action::Skill(edit(is)));
                self.radio(t, names, "-urgent", &words::urgent(), (Row::Short, marks));
            }
        });
    }
}

impl Names {
    /// The id and the test hook of a question of the row.
    fn with(&self, name: &str) -> (String, String) {
        ([&self.id, name].concat(), [&self.test, name].concat())
    }
}

/// The button for one more certificate, where it stands after the last.
pub(super) fn more_held(t: &mut Tree, page: Page<'_>, is_last: bool) {
    more(t, page, "certificate-add", words::ADD_CERTIFICATE, SkillEdit::AddCertificate, is_last);
    calculator::undo(t, page, Some(Question::Certificates));
}

/// The button for one more subsidy received, where it stands after the last.
pub(super) fn more_received(t: &mut Tree, page: Page<'_>, is_last: bool) {
    more(t, page, "received-add", words::ADD_RECEIVED, SkillEdit::AddReceived, is_last);
    calculator::undo(t, page, Some(Question::Received));
}

fn more(t: &mut Tree, page: Page<'_>, hook: &str, words: &str, edit: SkillEdit, is_last: bool) {
    t.slot(|t| {
        if is_last {
            button(t, "quiet", hook, words, listen::clicked(page.send, Action::Skill(edit)));
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
