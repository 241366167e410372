//! Asks a desk as the page does.

use wengang::api::fold::fold;
use wengang_lists::desk::Desk;
use wengang_lists::message::{Ask, FileKind, Filter, Opened, Reply, Settings, Table, Totals, Window};

/// An empty desk.
pub fn desk() -> Desk {
    Desk::new(fold)
}

/// What is said of a list of which nothing else is said.
pub fn settings(calculator: &str, as_of: &str) -> Settings {
    Settings { calculator: calculator.to_owned(), as_of: as_of.to_owned(), ..Settings::default() }
}

/// Opens a file.
pub fn open(desk: &mut Desk, name: &str, bytes: &[u8], settings: &Settings) -> Result<Opened, String> {
    opened(desk.answer(Ask::Open { name: name.to_owned(), settings: settings.clone() }, Some(bytes.to_vec())).0)
}

/// Opens what was pasted.
pub fn paste(desk: &mut Desk, text: &str, settings: &Settings) -> Result<Opened, String> {
    opened(desk.answer(Ask::Paste { text: text.to_owned(), settings: settings.clone() }, None).0)
}

/// Recognises the columns again.
pub fn sketch(desk: &mut Desk, settings: &Settings) -> Result<Opened, String> {
    opened(desk.answer(Ask::Sketch(settings.clone()), None).0)
}

fn opened(reply: Reply) -> Result<Opened, String> {
    match reply {
        Reply::Opened(opened) => Ok(*opened),
        Reply::Failed(sentence) => Err(sentence),
        other => panic!("{other:?}"),
    }
}

/// Judges the list, part by part; every part goes on from the one before.
pub fn judge(desk: &mut Desk, settings: &Settings) -> Result<Totals, String> {
    let mut reply = desk.answer(Ask::Judge(settings.clone()), None).0;
    let mut before = 0;
    loop {
        match reply {
            Reply::Progress { done, all } => {
                assert!(before <= done && done <= all, "{before} {done} {all}");
                before = done;
                reply = desk.answer(Ask::More, None).0;
            }
            Reply::Judged(totals) => return Ok(*totals),
            Reply::Failed(sentence) => return Err(sentence),
            other => panic!("{other:?}"),
        }
    }
}

/// A part of the table.
pub fn table(desk: &mut Desk, filter: Filter, from: usize) -> Table {
    match desk.answer(Ask::Table(Window { filter, from }), None).0 {
        Reply::Table(table) => table,
        other => panic!("{other:?}"),
    }
}

/// A file: its name and its bytes.
pub fn file(desk: &mut Desk, kind: FileKind) -> (String, Vec<u8>) {
    match desk.answer(Ask::Write(kind), None) {
        (Reply::File { name, .. }, Some(bytes)) => (name, bytes),
        other => panic!("{other:?}"),
    }
}
