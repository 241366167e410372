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
        // Beside the facts, what an office paid.
        let is_filled_in = |name: &str| ["发放日期", "实发金额"].contains(&name);
        let wanted = opened.choices.iter().filter(|choice| choice.is_fact || is_filled_in(&choice.name));
        let wanted: Vec<String> = wanted.map(|choice| choice.name.clone()).collect();
        assert_eq!(wanted.iter().any(|name| is_filled_in(name)), calculator == Calculator::REFUND, "{calculator:?}");
        let read: Vec<String> =
            opened.columns.iter().filter(|column| column.is_read).map(|column| column.choice.clone()).collect();
        assert_eq!(read, wanted, "{calculator:?}");
        let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
        let help = book.worksheet_range("怎么填").unwrap();
        let is_told = |row: &[Data]| !row[1].to_string().trim().is_empty();
        assert!(help.rows().count() > read.len() && help.rows().all(is_told), "{calculator:?}");
    }
}
