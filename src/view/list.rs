//! The rows of a list: each a box of questions that can be added, edited and removed.

use wengang_engine::pack::FactKind;
use yew::Callback;

use crate::policy::date::Date;
use crate::policy::list::CollectSmall;
use crate::state::{Action, Declared, Edit, Given, Input, Picked, Question, Reading, RowForm, is_asked};
use crate::text::page::question as words;
use crate::view::memo::Memo;
use crate::view::part::action::button;
use crate::view::part::choice::choice;
use crate::view::part::field::{TextBox, Typed, box_of};
use crate::view::part::listen;
use crate::view::part::tree::Tree;
use crate::view::question::{asked, day, marks, of, typed};
use crate::view::{Page, calculator};

/// The id of the list of occupations.
const OCCUPATIONS: &str = "occupations";
/// The field that takes one.
const OCCUPATION: &str = "occupation";

/// A row as it is drawn: everything that its looks follow from.
#[derive(PartialEq)]
pub(super) struct Entry {
    question: Question,
    row: RowForm,
    /// How its boxes were read, together with the other answers.
    readings: Vec<(u16, Reading)>,
    /// Its place among the rows, from 0.
    index: usize,
    /// Whether it is the only row, which stays.
    is_only: bool,
    /// The fields that are missing before it counts.
    missing: Vec<u16>,
    /// Whether 急需紧缺 is asked.
    asks_urgent: bool,
    /// Whether what tells rows apart is asked.
    asks_apart: bool,
    /// The day whose questions are asked.
    day: Date,
    send: Callback<Action>,
}

/// The id of a row.
pub(super) fn id_of(question: Question, key: u32) -> String {
    format!("{}-{key}", question.id())
}

/// The heading of a row: `第1本证书`.
pub(super) fn title(question: Question, index: usize) -> String {
    let (Some(fact), Some(list)) = (question.fact(), question.list()) else { return String::new() };
    words::row(list.row.as_deref(), &list.unit, &fact.name, index + 1)
}

/// A list of which it is not asked whether there is anything in it.
pub(super) fn list(t: &mut Tree, page: Page<'_>, question: Question) {
    let id = question.id();
    t.el("div", "", |t| {
        t.id(&id);
        t.test(&id);
        t.reachable();
        heading(t, page, question, "p");
        rows(t, page, question);
    });
}

/// The question over the rows.
pub(super) fn heading(t: &mut Tree, page: Page<'_>, question: Question, tag: &'static str) {
    let Some(declared) = question.declared() else { return };
    let asked = asked(&declared, day(page.answer, page.state));
    t.line(tag, "ask", &asked.ask);
    t.line("p", "hint", &asked.hint);
}

/// Every row, and the button for one more.
pub(super) fn rows(t: &mut Tree, page: Page<'_>, question: Question) {
    t.slot(|t| {
        for index in 0..page.state.rows(question).rows.len() {
            row(t, page, question, index);
        }
    });
    more(t, page, question, true);
}

/// A row, by its place.
pub(super) fn row(t: &mut Tree, page: Page<'_>, question: Question, index: usize) {
    let rows = page.state.rows(question);
    let Some(row) = rows.rows.get(index) else { return };
    let lacking = page.answer.incomplete.iter().find(|lacking| lacking.question == question && lacking.key == row.key);
    let mut readings = Vec::new();
    for place in places(question) {
        let subject = question.cell(row.key, place);
        if subject.declared().is_some_and(|declared| declared.is_typed()) {
            readings.push((place, page.state.reading(Input::Of(subject))));
        }
    }
    let entry = Entry {
        question,
        row: row.clone(),
        readings,
        index,
        is_only: rows.rows.len() == 1,
        missing: lacking.map(|lacking| lacking.missing.clone()).unwrap_or_default(),
        asks_urgent: page.answer.asks_urgent,
        asks_apart: page.state.asks_apart(),
        day: day(page.answer, page.state),
        send: page.send.clone(),
    };
    Memo::Entry(entry).write(t, page.browser, &id_of(question, row.key));
}

/// The places of the fields of a row.
fn places(question: Question) -> std::ops::Range<u16> {
    0..question.list().map_or(0, |list| u16::try_from(list.fields.len()).unwrap_or(u16::MAX))
}

/// The button for one more row, after the last, and the undo button after one was removed.
pub(super) fn more(t: &mut Tree, page: Page<'_>, question: Question, is_last: bool) {
    t.slot(|t| {
        if let (Some(fact), Some(list), true) = (question.fact(), question.list(), is_last) {
            let words = words::add(list.add.as_deref(), &list.unit, &fact.name);
            let add = listen::clicked(page.send, Action::Answer(question.into(), Edit::AddRow));
            button(t, "quiet", &[&question.id(), "-add"].concat(), &words, add);
        }
    });
    calculator::undo(t, page, Some(question));
}

impl Entry {
    /// Whether a box of it refused what was typed.
    pub(super) fn has_refused(&self) -> bool {
        self.readings.iter().any(|(_, reading)| *reading == Reading::RefusedIdentity)
    }

    /// Draws the row.
    pub(super) fn draw(&self, t: &mut Tree) {
        let (id, test) = (id_of(self.question, self.row.key), format!("{}-{}", self.question.id(), self.index));
        let title = title(self.question, self.index);
        // A separate form: at every key browsers search all boxes of a form for autofill. With two
        // boxes and no button to send it, Enter does nothing.
        t.el("form", "entry", |t| {
            t.id(&id);
            t.test(&test);
            self.head(t, &test, &title);
            let mut others = Vec::new();
            for place in places(self.question) {
                let subject = self.question.cell(self.row.key, place);
                match subject.declared().filter(|declared| self.is_asked(declared)) {
                    Some(declared) if declared.is_assumed => others.push((place, declared)),
                    Some(declared) => self.field(t, place, &declared, [&id, &test]),
                    None => {}
                }
            }
            t.slot(|t| self.others(t, &others, [&id, &test]));
            self.lacking(t, &test, &title);
        });
    }

    /// Whether a field is asked; an answer that is there stays on the screen.
    fn is_asked(&self, declared: &Declared) -> bool {
        let is_named = declared.alone.is_some() && self.row.sheet.get(declared.id).is_some();
        is_asked(declared, self.asks_urgent, self.asks_apart || is_named)
    }

    /// What most leave as it is assumed, folded until something of it is answered.
    fn others(&self, t: &mut Tree, others: &[(u16, Declared)], of_row: [&str; 2]) {
        if others.is_empty() {
            return;
        }
        t.el("details", "row", |t| {
            t.test_two(of_row[1], "others");
            if others.iter().any(|(_, declared)| self.row.sheet.get(declared.id).is_some()) {
                t.set("open", "");
            }
            t.el("summary", "line", |t| t.line("span", "row-name", words::OTHERS));
            t.slot(|t| others.iter().for_each(|(place, declared)| self.field(t, *place, declared, of_row)));
        });
    }

    /// Its heading, and the button that takes it out.
    fn head(&self, t: &mut Tree, test: &str, title: &str) {
        t.el("div", "entry-head", |t| {
            t.el("h3", "", |t| {
                t.reachable();
                t.text(title);
            });
            if !self.is_only {
                t.el("button", "quiet", |t| {
                    t.set("type", "button");
                    t.set("aria-label", &[words::REMOVE, title].concat());
                    t.test_two(test, "remove");
                    let remove = Action::Answer(self.question.into(), Edit::RemoveRow(self.row.key));
                    t.on(listen::clicked(&self.send, remove));
                    t.text(words::REMOVE);
                });
            }
        });
    }

    fn field(&self, t: &mut Tree, place: u16, declared: &Declared, of_row: [&str; 2]) {
        let subject = self.question.cell(self.row.key, place);
        let [id, test] = of_row.map(|row| [row, "-", &subject.field_id()].concat());
        let (asked, given) = (asked(declared, self.day), self.row.sheet.get(declared.id));
        if !declared.is_typed() {
            let picked = given.and_then(Given::picked).unwrap_or(const { &Picked::Unanswered });
            return choice(t, &self.send, &of(&id, &test, &asked, declared, marks(subject, declared, picked)));
        }
        let reading = self.readings.iter().find(|(known, _)| *known == place).map(|(_, reading)| reading.clone());
        let shown = Typed { field: given.and_then(Given::text), reading: reading.unwrap_or(Reading::Empty) };
        let is_occupation = declared.kind == FactKind::Text && declared.id == OCCUPATION;
        let list = if is_occupation { OCCUPATIONS } else { "" };
        box_of(t, &shown, &self.send, &TextBox { list, ..typed(&id, &test, Input::Of(subject), declared, &asked) });
    }

    /// The missing fields of a row before it counts.
    fn lacking(&self, t: &mut Tree, test: &str, title: &str) {
        t.el("p", "message is-doubt", |t| {
            t.test_two(test, "incomplete");
            if !self.missing.is_empty() {
                let ask =
                    |place: &u16| self.question.cell(self.row.key, *place).declared().map(|one| one.ask(self.day));
                let missing: Vec<_> = self.missing.iter().filter_map(ask).collect_small();
                t.text(&words::incomplete(title, &missing));
            }
        });
    }
}

/// Occupations to pick from, once a page.
#[inline(never)] // An entry of the lazy chunk (xtask/src/split.rs).
pub(super) fn occupations(t: &mut Tree) {
    t.el("datalist", "", |t| {
        t.id(OCCUPATIONS);
        for name in words::OCCUPATIONS {
            t.el("option", "", |t| t.set("value", name));
        }
    });
}
