//! The made-up list, as text and as a workbook.

use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};
use encoding_rs::GB18030;
use rust_xlsxwriter::Workbook;
use wengang_lists::message::{FileKind, Filter, Reply, Settings};

use super::ask;
use crate::expected::{self, AS_OF, Expected};
use crate::made_up::{self, Cell, Made};
use crate::tier::sample;

const SEED: u64 = 19;

fn made(by_months: bool) -> (Vec<Made>, Vec<String>, Expected) {
    let list = made_up::list(SEED, sample(2_000, 20_000), by_months);
    let headings: Vec<String> = list[2].cells.iter().map(|cell| cell.text().to_owned()).collect();
    let expected = expected::of(&list, &headings);
    (list, headings, expected)
}

fn text(list: &[Made], delimiter: char) -> String {
    let quoted = |cell: &Cell| match cell.text() {
        text if text.contains([delimiter, '"', '\n', '\r']) => format!("\"{}\"", text.replace('"', "\"\"")),
        text => text.to_owned(),
    };
    let delimiter = delimiter.to_string();
    let line = |row: &Made| row.cells.iter().map(quoted).collect::<Vec<_>>().join(&delimiter) + "\r\n";
    list.iter().map(line).collect()
}

fn book(list: &[Made]) -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (line, row) in (0_u32..).zip(list) {
        for (column, cell) in (0_u16..).zip(&row.cells) {
            match cell {
                Cell::Text(text) => drop(sheet.write_string(line, column, text).unwrap()),
                Cell::Number(number, _) => drop(sheet.write_number(line, column, *number).unwrap()),
                Cell::Empty => {}
            }
        }
    }
    book.save_to_buffer().unwrap()
}

/// Judges a list and asserts the totals, the table and the list of unread cells.
fn same(
    name: &str,
    bytes: &[u8],
    headings: &[String],
    list: &[Made],
    expected: &Expected,
) -> wengang_lists::desk::Desk {
    let (mut desk, settings) = (ask::desk(), ask::settings("refund", AS_OF));
    let opened = ask::open(&mut desk, name, bytes, &settings).unwrap();
    assert_eq!((opened.problem.as_str(), opened.heading_row), ("", 3), "{name}");
    // What was recognised is what is judged by.
    let settings = Settings { sheet: opened.sheet, ..settings };
    let totals = ask::judge(&mut desk, &settings).unwrap();
    let counts: Vec<(String, u64)> = totals.verdicts.iter().map(|row| (row.label.clone(), row.cases)).collect();
    for (conclusion, count) in &expected.counts {
        assert!(counts.contains(&(conclusion.clone(), *count)), "{conclusion} {count}: {counts:?}");
    }
    assert_eq!(totals.faults, u64::try_from(expected.faults.len()).unwrap());
    let added = list.iter().zip(&expected.added).skip(3).map(|(_, added)| added);
    let shown: Vec<[String; 5]> = rows(&mut desk, &Filter::default()).into_iter().map(|(_, cells)| cells).collect();
    let expected_rows: Vec<&[String; 5]> = added.filter(|added| !added[0].is_empty()).collect();
    assert_eq!(shown.iter().collect::<Vec<_>>(), expected_rows, "{name}");
    assert_eq!(faults(&mut desk), expected_faults(expected, headings), "{name}");
    desk
}

/// Every row that a filter lets through, page by page.
fn rows(desk: &mut wengang_lists::desk::Desk, filter: &Filter) -> Vec<(u32, [String; 5])> {
    let mut all = Vec::new();
    loop {
        let part = ask::table(desk, filter.clone(), all.len());
        all.extend(part.rows.into_iter().map(|row| (row.number, row.cells)));
        if all.len() >= part.all {
            assert_eq!(all.len(), part.all);
            return all;
        }
    }
}

fn faults(desk: &mut wengang_lists::desk::Desk) -> Vec<[String; 4]> {
    let mut all = Vec::new();
    loop {
        let Reply::Faults(part) = desk.answer(wengang_lists::message::Ask::Faults { from: all.len() }, None).0 else {
            panic!("no faults")
        };
        all.extend(part.rows.into_iter().map(|[_, row, letters, heading, sentence]| [row, letters, heading, sentence]));
        if all.len() >= part.all {
            return all;
        }
    }
}

fn expected_faults(expected: &Expected, headings: &[String]) -> Vec<[String; 4]> {
    let fault = |(row, column, sentence): &(usize, Option<usize>, String)| {
        let letters = column.map_or(String::new(), wengang_files::letters);
        let heading = column.map_or(String::new(), |place| headings[place].clone());
        [row.to_string(), letters, heading, sentence.clone()]
    };
    expected.faults.iter().map(fault).collect()
}

#[test]
fn text_in_any_encoding_gives_what_assess_gives_and_is_written_as_it_was() {
    let (list, headings, expected) = made(false);
    let utf8 = text(&list, ',');
    let utf16: Vec<u8> = ["\u{feff}", &text(&list, '\t')].concat().encode_utf16().flat_map(u16::to_le_bytes).collect();
    let gbk = GB18030.encode(&utf8).0.into_owned();
    for (name, bytes, kind) in [("a.csv", utf8.as_bytes(), "csv"), ("b.xls", &utf16, "tsv"), ("c.csv", &gbk, "csv")] {
        let mut desk = same(name, bytes, &headings, &list, &expected);
        let (result, written) = ask::file(&mut desk, FileKind::Text);
        assert_eq!(result, format!("{}-结果.{kind}", &name[..1]));
        let expected_head = if kind == "tsv" { vec![0xff, 0xfe] } else { bytes[..4].to_vec() };
        assert!(written.starts_with(&expected_head), "{name} is not encoded as it was");
    }
}

#[test]
fn monthly_columns_and_a_workbook_give_what_assess_gives() {
    let (list, headings, expected) = made(true);
    same("a.csv", text(&list, ',').as_bytes(), &headings, &list, &expected);
    let (list, headings, expected) = made(false);
    let mut desk = same("名单.xlsx", &book(&list), &headings, &list, &expected);
    let (name, written) = ask::file(&mut desk, FileKind::Book);
    assert_eq!(name, "名单-结果.xlsx");
    let mut found: Xlsx<_> = Xlsx::new(Cursor::new(written)).unwrap();
    assert_eq!(found.sheet_names(), ["Sheet1", "合计（稳岗算）"]);
    let range = found.worksheet_range("Sheet1").unwrap();
    let written: Vec<&[Data]> = range.rows().collect();
    assert_eq!(written.len(), list.len());
    let heading_at = written[2].iter().position(|cell| *cell == Data::String("结论".to_owned())).unwrap();
    for (row, (found, added)) in written.iter().zip(&expected.added).enumerate().skip(3) {
        let from = heading_at.max(list[row].cells.len());
        let conclusion = found.get(from).map(ToString::to_string).unwrap_or_default();
        assert_eq!(conclusion, added[0], "row {row}");
    }
}

#[test]
fn filters_show_the_rows_that_they_name_and_no_others() {
    let (list, headings, expected) = made(false);
    let mut desk = same("a.csv", text(&list, ',').as_bytes(), &headings, &list, &expected);
    let all = rows(&mut desk, &Filter::default());
    let verdict = Filter { verdict: "不符合".to_owned(), ..Filter::default() };
    let unmet = rows(&mut desk, &verdict);
    assert_eq!(unmet, all.iter().filter(|(_, cells)| cells[0] == "不符合").cloned().collect::<Vec<_>>());
    let reason = unmet[0].1[2].split('；').next().unwrap().to_owned();
    let by_reason = rows(&mut desk, &Filter { reason: reason.clone(), ..Filter::default() });
    assert!(!by_reason.is_empty() && by_reason.iter().all(|(_, cells)| cells[2].starts_with(&reason)));
    let unread = rows(&mut desk, &Filter { is_unread: true, ..Filter::default() });
    let is_unread = |cells: &[String; 5]| cells[2].contains("读不懂：") || cells[0] == "没有算";
    assert!(!unread.is_empty() && unread.len() < all.len() && unread.iter().all(|(_, cells)| is_unread(cells)));
}
