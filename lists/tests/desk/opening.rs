//! Files as people have them, and what is said where they cannot be read.

use rust_xlsxwriter::Workbook;
use wengang_lists::message::Settings;

use super::ask;

const REFUND: &str = "单位名称\t统一社会信用代码\t单位性质\t企业划型\t月均人数\t领金人数\t缴费金额（元）\t所属区县\n\
                      甲公司\t91130100MA0ABCDE12\t企业\t小型\t30\t1\t109,207.30\t长安区\n\
                      乙公司\t\t企业\t大型\t300\t0\t20万\t长安区\n";

fn settings() -> Settings {
    ask::settings("refund", "2024-09-01")
}

#[test]
fn what_is_pasted_is_recognised_and_names_and_codes_are_not_shown() {
    let mut desk = ask::desk();
    let opened = ask::paste(&mut desk, REFUND, &settings()).unwrap();
    assert_eq!((opened.rows, opened.problem.as_str()), (2, ""));
    let shown: Vec<(&str, &str, &str)> = opened
        .columns
        .iter()
        .map(|column| (column.heading.as_str(), column.choice.as_str(), column.example.as_str()))
        .collect();
    assert_eq!(
        shown,
        [
            ("单位名称", "", ""),
            ("统一社会信用代码", "", ""),
            ("单位性质", "applicant", "企业"),
            ("企业划型", "size", "小型、大型"),
            ("月均人数", "averageInsured", "30、300"),
            ("领金人数", "benefitDrawers", "1、0"),
            ("缴费金额（元）", "premiumPaid", "109,207.30、20万"),
            ("所属区县", "不用", ""),
        ]
    );
    let text = serde_json::to_string(&opened).unwrap();
    assert!(!text.contains("甲公司") && !text.contains("91130100MA0ABCDE12"), "{text}");
}

#[test]
fn a_column_that_is_assigned_a_role_is_read_so() {
    let mut desk = ask::desk();
    ask::paste(&mut desk, "甲列\t企业划型\n30\t小型\n", &settings()).unwrap();
    let map = vec![("甲列".to_owned(), "averageInsured".to_owned())];
    let opened = ask::sketch(&mut desk, &Settings { map, ..settings() }).unwrap();
    assert_eq!((opened.columns[0].choice.as_str(), opened.columns[0].example.as_str()), ("averageInsured", "30"));
    let wrong = Settings { blank: vec![("企业划型".to_owned(), "巨型".to_owned())], ..settings() };
    let opened = ask::sketch(&mut desk, &wrong).unwrap();
    assert!(opened.problem.contains("巨型"), "{}", opened.problem);
    assert!(ask::judge(&mut desk, &wrong).unwrap_err().contains("巨型"));
}

#[test]
fn two_columns_that_give_the_same_fact_can_be_told_apart_on_the_page() {
    let mut desk = ask::desk();
    let opened = ask::paste(&mut desk, "月均人数\t平均参保人数\t划型\n30\t31\t小型\n", &settings()).unwrap();
    assert!(opened.problem.contains("只能用一列") && opened.columns.len() == 3, "{}", opened.problem);
    let map = vec![("月均人数".to_owned(), "不用".to_owned())];
    assert_eq!(ask::sketch(&mut desk, &Settings { map, ..settings() }).unwrap().problem, "");
}

#[test]
fn the_first_sheet_with_headings_is_taken_and_another_can_be() {
    let mut book = Workbook::new();
    book.add_worksheet().set_name("封面").unwrap().write_string(0, 0, "名单").unwrap();
    for (name, persons) in [("一季度", 30.0), ("二季度", 40.0)] {
        let sheet = book.add_worksheet().set_name(name).unwrap();
        sheet.write_string(0, 0, "月均人数").unwrap();
        sheet.write_number(1, 0, persons).unwrap();
    }
    let bytes = book.save_to_buffer().unwrap();
    let mut desk = ask::desk();
    let opened = ask::open(&mut desk, "名单.xlsx", &bytes, &settings()).unwrap();
    assert_eq!((opened.sheet.as_str(), opened.sheets.len()), ("一季度", 3));
    let second = ask::sketch(&mut desk, &Settings { sheet: "二季度".to_owned(), ..settings() }).unwrap();
    assert_eq!((second.sheet.as_str(), second.columns[0].example.as_str()), ("二季度", "40"));
    let cover = ask::sketch(&mut desk, &Settings { sheet: "封面".to_owned(), ..settings() }).unwrap();
    assert!(!cover.problem.is_empty(), "{cover:?}");
}

#[test]
fn what_cannot_be_read_is_answered_with_what_to_do() {
    let mut desk = ask::desk();
    for (name, bytes, sentence) in [
        ("名单.xlsx", b"no workbook".as_slice(), "另存为 xlsx"),
        ("名单.xls", b"<html><table></table></html>", "网页"),
        ("名单.pdf", b"%PDF-1.7", "不是表格"),
        ("名单.csv", b"", "空的"),
    ] {
        let error = ask::open(&mut desk, name, bytes, &settings()).unwrap_err();
        assert!(error.contains(sentence), "{name}: {error}");
    }
    assert!(ask::paste(&mut desk, "  \n", &settings()).unwrap_err().contains("没有粘贴到内容"));
    assert!(ask::judge(&mut desk, &settings()).unwrap_err().contains("还没有打开名单"));
    let day = Settings { as_of: "九月".to_owned(), ..settings() };
    assert!(ask::paste(&mut desk, REFUND, &day).unwrap_err().contains("申请日期"));
    let headings = ask::paste(&mut desk, "月均人数\t划型\n", &settings()).unwrap();
    assert_eq!(headings.problem, "列名下面没有要算的行");
}
