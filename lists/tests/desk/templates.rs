//! Templates: every heading of every measure's is recognised by the reader.

use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};
use wengang::api::answer::Calculator;
use wengang_lists::message::{Ask, Reply};

use super::ask;

#[test]
fn every_column_of_a_template_is_what_it_was_made_for() {
    for calculator in Calculator::all() {
        let mut desk = ask::desk();
        let template = Ask::Template { calculator: calculator.code().to_owned() };
        let (Reply::File { name, .. }, Some(bytes)) = desk.answer(template, None) else { panic!("no template") };
        assert!(name.ends_with("-名单模板.xlsx"), "{name}");
        let opened = ask::open(&mut desk, &name, &bytes, &ask::settings(calculator.code(), "2024-09-01")).unwrap();
        assert_eq!(
            (opened.sheet.as_str(), opened.problem.as_str()),
            ("名单", "列名下面没有要算的行"),
            "{calculator:?}"
        );
        let facts = opened.choices.iter().filter(|choice| choice.is_fact).map(|choice| choice.name.clone());
        let read: Vec<String> =
            opened.columns.iter().filter(|column| column.is_read).map(|column| column.choice.clone()).collect();
        assert_eq!(read, facts.collect::<Vec<_>>(), "{calculator:?}");
        let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
        let help = book.worksheet_range("怎么填").unwrap();
        let is_told = |row: &[Data]| !row[1].to_string().trim().is_empty();
        assert!(help.rows().count() > read.len() && help.rows().all(is_told), "{calculator:?}");
    }
}
