//! One list in every form in which offices have it.

use std::path::Path;

use calamine::Data;

use super::command::{batch, folder};
use super::expected::{self, AS_OF, Expected};
use super::files::{Encoding, read_book, read_text, write_book, write_text};
use crate::made_up::{self, Made};
use crate::tier::sample;

const SEED: u64 = 19;

/// How long the list is that is written in every way.
const MANY: (usize, usize) = (2_000, 100_000);
/// How long those are that say the same once more.
const SOME: (usize, usize) = (2_000, 10_000);

fn made((gate, all): (usize, usize), by_months: bool) -> (Vec<Made>, Vec<String>, Expected) {
    let list = made_up::list(SEED, sample(gate, all), by_months);
    let headings: Vec<String> = list[2].cells.iter().map(|cell| cell.text().to_owned()).collect();
    let expected = expected::of(&list, &headings);
    (list, headings, expected)
}

/// The cells of a result that cannot be read, as the report lists them.
fn report(path: &Path) -> Vec<(usize, String, String, String)> {
    let rows = read_text(path, b',', Encoding::Utf8Marked);
    assert_eq!(rows[0], ["表", "行", "列", "列名", "读不懂的地方"]);
    let fault = |row: &Vec<String>| (row[1].parse().unwrap(), row[2].clone(), row[3].clone(), row[4].clone());
    rows[1..].iter().map(fault).collect()
}

fn expected_report(expected: &Expected, headings: &[String]) -> Vec<(usize, String, String, String)> {
    let letter = |place: usize| char::from(b'A' + u8::try_from(place).unwrap()).to_string();
    let faults = expected.faults.iter().map(|(row, column, sentence)| {
        let heading = column.map_or(String::new(), |place| headings[place].clone());
        (*row, column.map(letter).unwrap_or_default(), heading, sentence.clone())
    });
    faults.collect()
}

/// Asserts that every row is unchanged, followed by what `assess` says.
fn same(found: &[Vec<String>], list: &[Made], headings: &[String], expected: &Expected) {
    assert_eq!(found.len(), list.len());
    for (number, ((found, made), added)) in (1..).zip(found.iter().zip(list).zip(&expected.added)) {
        let mut row: Vec<String> = made.cells.iter().map(|cell| cell.text().to_owned()).collect();
        match number {
            1 => {}
            2 => row = vec![String::new()],
            3 => row.extend(["结论", "金额", "原因", "还差什么", "最后一天"].map(ToOwned::to_owned)),
            _ if row.is_empty() => row = vec![String::new()],
            _ => {
                row.resize(row.len().max(headings.len()), String::new());
                row.extend(added.clone());
            }
        }
        assert_eq!(*found, row, "row {number}");
    }
}

/// Asserts the totals that the command prints.
fn counted(stderr: &str, expected: &Expected) {
    for (conclusion, count) in &expected.counts {
        assert!(stderr.contains(&format!("{conclusion} {count} 个")), "{conclusion} {count}: {stderr}");
    }
    let yuan = |fen: u128| format!("{}.{:02}", fen / 100, fen % 100);
    let (least, most) = expected.sum;
    let sum = if least == most { yuan(least) } else { format!("{} 至 {}", yuan(least), yuan(most)) };
    assert!(stderr.contains(&format!("可以 {} 个，合计 {sum} 元", expected.counts["可以"])), "{sum}: {stderr}");
    assert!(stderr.contains(&format!("读不懂的格 {} 个", expected.faults.len())), "{stderr}");
}

/// The numbers of the list, so that a list that is made otherwise is noticed.
#[test]
fn the_list_is_the_one_that_it_always_was() {
    let (_, _, expected) = made(MANY, false);
    let counts: Vec<(&str, u64)> = expected.counts.iter().map(|(name, count)| (name.as_str(), *count)).collect();
    let gate = [("不符合", 545), ("可以", 731), ("没有算", 25), ("由经办机构认定", 26), ("还差信息", 627)];
    let all = [("不符合", 28_015), ("可以", 35_939), ("没有算", 970), ("由经办机构认定", 979), ("还差信息", 32_086)];
    assert_eq!(counts, sample(gate, all));
    assert_eq!(
        (expected.faults.len(), expected.sum),
        sample((751, (5_966_363_501_804, 6_199_478_617_675)), (37_517, (304_361_482_376_434, 323_671_177_168_568)))
    );
}

#[test]
fn text_in_every_encoding_is_read_and_written_back_unchanged() {
    let (list, headings, expected) = made(SOME, false);
    let forms = [
        ("marked.csv", b',', Encoding::Utf8Marked),
        ("plain.csv", b',', Encoding::Utf8),
        ("utf16.tsv", b'\t', Encoding::Utf16),
        ("gbk.csv", b',', Encoding::Gbk),
    ];
    let folder = folder("encodings");
    for (name, delimiter, encoding) in forms {
        write_text(&folder.join(name), &list, delimiter, encoding);
        let out = format!("out-{name}");
        let run = batch(&folder, &format!("{name} {out} --calculator refund --as-of {AS_OF} --jobs 3"));
        assert_eq!(run.code, 1, "{}", run.stderr);
        counted(&run.stderr, &expected);
        same(&read_text(&folder.join(&out), delimiter, encoding), &list, &headings, &expected);
        let report = report(&folder.join(format!("{}-读不懂.csv", out.split('.').next().unwrap())));
        assert_eq!(report, expected_report(&expected, &headings), "{name}");
    }
}

#[test]
fn one_thread_and_many_write_the_same_bytes() {
    let (list, _, _) = made(SOME, true);
    let folder = folder("threads");
    write_text(&folder.join("list.csv"), &list, b',', Encoding::Utf8);
    let out = |jobs: usize| {
        let run = batch(&folder, &format!("list.csv {jobs}.csv --calculator refund --as-of {AS_OF} --jobs {jobs}"));
        assert_eq!(run.code, 1, "{}", run.stderr);
        std::fs::read(folder.join(format!("{jobs}.csv"))).unwrap()
    };
    assert!(out(1) == out(4), "the order or the answers depend on the number of threads");
}

#[test]
fn monthly_columns_are_the_average() {
    let (list, headings, expected) = made(SOME, true);
    let folder = folder("months");
    write_text(&folder.join("list.csv"), &list, b',', Encoding::Gbk);
    let run = batch(&folder, &format!("list.csv out.csv --calculator refund --as-of {AS_OF}"));
    counted(&run.stderr, &expected);
    same(&read_text(&folder.join("out.csv"), b',', Encoding::Gbk), &list, &headings, &expected);
    assert_eq!(report(&folder.join("out-读不懂.csv")), expected_report(&expected, &headings));
}

#[test]
fn a_workbook_and_a_text_have_the_same_results() {
    let (list, headings, expected) = made(MANY, false);
    let folder = folder("book");
    write_book(&folder.join("list.xlsx"), &list);
    let run = batch(&folder, &format!("list.xlsx out.xlsx --calculator refund --as-of {AS_OF}"));
    assert_eq!(run.code, 1, "{}", run.stderr);
    counted(&run.stderr, &expected);
    assert_eq!(report(&folder.join("out-读不懂.csv")), expected_report(&expected, &headings));
    let (before, after) =
        (read_book(&folder.join("list.xlsx"), "Sheet1"), read_book(&folder.join("out.xlsx"), "Sheet1"));
    assert_eq!(before.len(), after.len());
    for (number, ((before, after), (made, added))) in
        (1..).zip(before.iter().zip(&after).zip(list.iter().zip(&expected.added)))
    {
        let own = made.cells.len();
        assert_eq!(before[..own], after[..own], "row {number} is not as it was");
        if number <= 3 {
            continue;
        }
        // After all cells of the row.
        let from = before.len();
        let added_found: Vec<String> = (0..5).map(|place| shown(after.get(from + place))).collect();
        assert_eq!(added_found, added, "row {number}");
    }
    let totals = read_book(&folder.join("out.xlsx"), "合计（稳岗算）");
    assert!(totals.iter().flatten().any(|cell| shown(Some(cell)).starts_with("可以 ")), "{totals:?}");
}

/// A cell of a result; amounts with two decimals, as they are shown.
fn shown(cell: Option<&Data>) -> String {
    match cell {
        None | Some(Data::Empty) => String::new(),
        Some(Data::Float(amount)) => format!("{amount:.2}"),
        Some(other) => other.to_string(),
    }
}
