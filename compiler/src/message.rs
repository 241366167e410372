//! What is wrong with a file: where, which words, and what to write instead.

use std::cell::RefCell;
use std::fmt;
use std::ops::Range;

/// A file of `policies/`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct File {
    /// Its name below `policies/`: `hebei/refund.toml`.
    pub name: String,
    /// Its text.
    pub text: String,
}

/// Something that is wrong with a file, in Chinese, for the officer who writes it.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Message {
    /// The file.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// The character in the line, from 1.
    pub column: usize,
    /// The words at fault; empty where something is missing.
    pub words: String,
    /// What is wrong.
    pub wrong: String,
    /// What to write instead.
    pub instead: String,
    /// The whole line, for the mark under the words.
    line_text: String,
    kind: Kind,
    /// Whether it is in a national file that places extend: another place may need it.
    is_national: bool,
}

/// What follows from what: see [`Messages::into_report`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Kind {
    /// The file is not TOML there.
    Form,
    /// Words are wrong.
    Fault,
    /// Something is not there.
    Absence,
    /// Something is there that never holds.
    Unreached,
    /// Something is there that nothing uses.
    Unused,
}

/// `hebei/refund.toml:12:30: “大形”：“划型”没有这个选项；请写成“大型”`
impl fmt::Display for Message {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}:{}: ", self.file, self.line, self.column)?;
        if !self.words.is_empty() {
            write!(f, "“{}”：", self.words)?;
        }
        write!(f, "{}；{}", self.wrong, self.instead)
    }
}

impl Message {
    /// The message with the line and a mark under the words at fault.
    #[must_use]
    pub fn with_excerpt(&self) -> String {
        let before: usize = self.line_text.chars().take(self.column.saturating_sub(1)).map(width).sum();
        let marked: usize = self.words.chars().map(width).sum();
        format!("{self}\n  {}\n  {}{}", self.line_text, " ".repeat(before), "^".repeat(marked.max(1)))
    }
}

/// How many columns a character takes on a screen.
fn width(character: char) -> usize {
    if character.is_ascii() { 1 } else { 2 }
}

/// Everything that is wrong, in the order of files and lines.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Report {
    /// The messages, at least one.
    pub messages: Vec<Message>,
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for message in &self.messages {
            writeln!(f, "{}", message.with_excerpt())?;
        }
        write!(f, "共 {} 处要改", self.messages.len())
    }
}

impl std::error::Error for Report {}

/// Collects messages while files are read.
#[derive(Debug, Default)]
pub(crate) struct Messages {
    found: RefCell<Vec<Message>>,
    seams: RefCell<Vec<Seam>>,
}

/// Two files that are read as one, the second behind the first.
#[derive(Debug)]
struct Seam {
    name: String,
    first: File,
    second: File,
}

/// How many characters of the words at fault are shown.
const LONGEST: usize = 40;

impl Messages {
    /// Notes where a file is not TOML.
    pub fn form(&self, file: &File, span: Range<usize>, wrong: impl Into<String>, instead: impl Into<String>) {
        self.words(Kind::Form, file, span, wrong.into(), instead.into());
    }

    /// Notes what is wrong with a span of a file.
    pub fn add(&self, file: &File, span: Range<usize>, wrong: impl Into<String>, instead: impl Into<String>) {
        self.words(Kind::Fault, file, span, wrong.into(), instead.into());
    }

    /// Notes a name that nothing uses.
    pub fn unused(&self, file: &File, span: Range<usize>, wrong: impl Into<String>, instead: impl Into<String>) {
        self.words(Kind::Unused, file, span, wrong.into(), instead.into());
    }

    /// Notes what never holds.
    pub fn unreached(&self, file: &File, span: Range<usize>, wrong: impl Into<String>, instead: impl Into<String>) {
        self.words(Kind::Unreached, file, span, wrong.into(), instead.into());
    }

    fn words(&self, kind: Kind, file: &File, span: Range<usize>, wrong: String, instead: String) {
        let written = file.text.get(span.clone()).unwrap_or_default();
        // Of a text the words count, not its quotation marks.
        let inner = written.strip_prefix('"').and_then(|text| text.strip_suffix('"')).filter(|text| !text.is_empty());
        let (words, start) = inner.map_or((written, span.start), |inner| (inner, span.start.saturating_add(1)));
        let words = words.lines().next().unwrap_or_default().trim_end();
        let words = match words.char_indices().nth(LONGEST) {
            Some((end, _)) => format!("{}…", words.get(..end).unwrap_or_default()),
            None => words.to_owned(),
        };
        self.push(kind, file, start, words, wrong, instead);
    }

    /// Notes that something is missing at a place of a file.
    pub fn missing(&self, file: &File, at: usize, wrong: impl Into<String>, instead: impl Into<String>) {
        self.push(Kind::Absence, file, at, String::new(), wrong.into(), instead.into());
    }

    /// Whether nothing was wrong so far.
    pub fn is_empty(&self) -> bool {
        self.found.borrow().iter().all(Message::is_pardoned)
    }

    /// What this place does not use of the national files that it extends.
    pub fn unneeded(&self) -> Vec<Message> {
        self.found.borrow().iter().filter(|message| message.is_pardoned()).cloned().collect()
    }

    /// Whether nothing was wrong so far but names that nothing uses.
    pub fn is_right(&self) -> bool {
        self.found.borrow().iter().all(|message| message.kind == Kind::Unused || message.is_pardoned())
    }

    /// All messages in order, without repetition and without consequences of other errors: where a file is not TOML,
    /// things seem to be missing that are there, and where anything is wrong, names seem to be unused.
    pub fn into_report(self) -> Report {
        let mut messages = self.found.into_inner();
        messages.retain(|message| !message.is_pardoned());
        messages.sort();
        messages.dedup();
        let all = messages.clone();
        let seams = self.seams.into_inner();
        let are_one = |one: &str, other: &str| {
            let joins = |seam: &Seam, name: &str| [&seam.first.name, &seam.second.name].contains(&&name.to_owned());
            one == other || seams.iter().any(|seam| joins(seam, one) && joins(seam, other))
        };
        let of_file = |message: &Message, kinds: &[Kind]| {
            all.iter().any(|other| are_one(&other.file, &message.file) && kinds.contains(&other.kind))
        };
        let is_form = |message: &Message| {
            let is_same_place = |other: &&Message| (&other.file, other.line) == (&message.file, message.line);
            all.iter().filter(is_same_place).any(|other| other.kind == Kind::Form)
        };
        messages.retain(|message| match message.kind {
            Kind::Form => true,
            Kind::Fault | Kind::Unreached => !is_form(message),
            Kind::Absence => !of_file(message, &[Kind::Form]),
            Kind::Unused => !of_file(message, &[Kind::Form, Kind::Fault, Kind::Absence, Kind::Unreached]),
        });
        Report { messages }
    }

    /// Lets one file name refer to two joined files: each message names the file that contains the error.
    pub fn join(&self, name: &str, first: &File, second: &File) {
        let (first, second) = (first.clone(), second.clone());
        self.seams.borrow_mut().push(Seam { name: name.to_owned(), first, second });
    }

    /// The line of a place in a file, from 1.
    pub fn line(&self, file: &File, at: usize) -> usize {
        self.in_file(file, at, |file, at, _| line_at(file.text.get(..at).unwrap_or_default()))
    }

    /// The file that contains an offset, and the offset in it.
    fn in_file<T>(&self, file: &File, at: usize, look: impl FnOnce(&File, usize, bool) -> T) -> T {
        let seams = self.seams.borrow();
        match seams.iter().find(|seam| seam.name == file.name) {
            Some(seam) => match at.checked_sub(seam.first.text.len()) {
                Some(at) => look(&seam.second, at, false),
                None => look(&seam.first, at, true),
            },
            None => look(file, at, false),
        }
    }

    fn push(&self, kind: Kind, file: &File, at: usize, words: String, wrong: String, instead: String) {
        let message = self.in_file(file, at, |file, at, is_national| Message {
            is_national,
            ..Message::new(kind, file, at, words, wrong, instead)
        });
        self.found.borrow_mut().push(message);
    }
}

/// The line on which a text ends, from 1.
fn line_at(before: &str) -> usize {
    before.matches('\n').count().saturating_add(1)
}

impl Message {
    fn new(kind: Kind, file: &File, at: usize, words: String, wrong: String, instead: String) -> Self {
        let before = file.text.get(..at).unwrap_or(&file.text);
        let line = line_at(before);
        let start = before.rfind('\n').map_or(0, |end| end.saturating_add(1));
        let column = before.get(start..).unwrap_or_default().chars().count().saturating_add(1);
        let line_text = file.text.get(start..).and_then(|rest| rest.lines().next()).unwrap_or_default().to_owned();
        let file = file.name.clone();
        Self { file, line, column, words, wrong, instead, line_text, kind, is_national: false }
    }

    /// Whether another place may need it, so that it is not an error of this one.
    fn is_pardoned(&self) -> bool {
        self.is_national && [Kind::Unused, Kind::Unreached].contains(&self.kind)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_mark_is_under_the_words_also_behind_wide_characters() {
        let file = File { name: "a.toml".to_owned(), text: "x = 1\nholds = \"划型 = 大形\"\n".to_owned() };
        let messages = Messages::default();
        let start = file.text.find("大形").unwrap();
        messages.add(&file, start..start + "大形".len(), "“划型”没有这个选项", "请写成“大型”");
        let report = messages.into_report();
        assert_eq!(
            report.messages[0].with_excerpt(),
            "a.toml:2:15: “大形”：“划型”没有这个选项；请写成“大型”\n  holds = \"划型 = 大形\"\n                  ^^^^"
        );
    }
}
