//! The notices as their file has them. `compiler/src/guide.rs` writes its lines and documents them.

use crate::api::answer::Calculator;
use crate::policy::date::Date;
use crate::state::Screen;

/// The notices, part by part.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Notices {
    /// Their parts, in the order of the notices.
    pub parts: Vec<NoticePart>,
    /// What to bring along.
    pub ready: Vec<Ready>,
    /// What people ask.
    pub questions: Vec<AskedOften>,
}

/// A part of a notice.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NoticePart {
    /// The document's number.
    pub document: String,
    /// Its own number in the document: 二.
    pub section: String,
    /// Its place in the address.
    pub anchor: String,
    /// What it is called here.
    pub title: String,
    /// Its clauses.
    pub clauses: Vec<Clause>,
}

/// A clause: one right, limit, date or duty.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Clause {
    /// Its place in the address.
    pub anchor: String,
    /// What it is called here.
    pub title: String,
    /// What it says, in everyday words.
    pub text: String,
    /// For whom; empty: for nobody in particular.
    pub who: String,
    /// Its last day, where the notice sets one.
    pub until: Option<Date>,
    /// Its own words, verbatim.
    pub quote: String,
    /// The calculator that judges it.
    pub calculator: Option<Screen>,
}

/// Something to bring.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Ready {
    /// What.
    pub what: String,
    /// For what.
    pub purpose: String,
    /// The clause that names it.
    pub anchor: String,
}

/// A question that people ask and the notices have no clause for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct AskedOften {
    /// Its place in the address.
    pub anchor: String,
    /// The question.
    pub title: String,
    /// What can be said.
    pub text: String,
    /// Other words by which it is looked for.
    pub words: String,
    /// The calculator that it is about.
    pub calculator: Option<Screen>,
}

impl Notices {
    /// Reads the whole file; `None` where it is another file, or not all of it.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let lines = text.strip_prefix("guide 1\n")?.strip_suffix("\nE\n")?;
        let mut notices = Self::default();
        for line in lines.split('\n') {
            notices.take(line)?;
        }
        Some(notices)
    }

    fn take(&mut self, line: &str) -> Option<()> {
        let fields: Vec<&str> = line.split('\t').collect();
        match *fields.as_slice() {
            ["P", document, section, anchor, title] => self.parts.push(NoticePart {
                document: document.to_owned(),
                section: section.to_owned(),
                anchor: anchor.to_owned(),
                title: title.to_owned(),
                clauses: Vec::new(),
            }),
            ["C", anchor, title, text, who, until, quote, calculator] => self.parts.last_mut()?.clauses.push(Clause {
                anchor: anchor.to_owned(),
                title: title.to_owned(),
                text: text.to_owned(),
                who: who.to_owned(),
                until: day(until)?,
                quote: quote.to_owned(),
                calculator: screen(calculator)?,
            }),
            ["R", what, purpose, anchor] => {
                self.ready.push(Ready { what: what.to_owned(), purpose: purpose.to_owned(), anchor: anchor.to_owned() })
            }
            ["Q", anchor, title, text, words, calculator] => self.questions.push(AskedOften {
                anchor: anchor.to_owned(),
                title: title.to_owned(),
                text: text.to_owned(),
                words: words.to_owned(),
                calculator: screen(calculator)?,
            }),
            _ => return None,
        }
        Some(())
    }
}

/// The last day, if there is one; `None` for an invalid day.
fn day(field: &str) -> Option<Option<Date>> {
    if field.is_empty() { Some(None) } else { Date::parse(field).ok().map(Some) }
}

/// The calculator, if there is one; `None` for what is none.
fn screen(field: &str) -> Option<Option<Screen>> {
    if field.is_empty() {
        Some(None)
    } else {
        Calculator::of_code(field).map(|calculator| Some(Screen::Of(calculator)))
    }
}
