//! Workbooks with more than one plain sheet: covers, hidden and several sheets, days, merged cells, two rows of headings.

use std::path::Path;

use calamine::Data;
use rust_xlsxwriter::{Format, Workbook, Worksheet};

use super::command::{batch, folder};
use super::files::read_book;

const HEADINGS: [&str; 6] = ["姓名", "参保身份", "参保月数", "工种", "证书等级", "证书种类"];

fn write(sheet: &mut Worksheet, line: u32, cells: &[&str]) {
    for (column, cell) in (0_u16..).zip(cells) {
        sheet.write_string(line, column, *cell).unwrap();
    }
}

/// The conclusions of a sheet by the rows of their names.
fn column(path: &Path, sheet: &str, place: usize) -> Vec<String> {
    let rows = read_book(path, sheet);
    rows.iter().map(|row| row.get(place).map(Data::to_string).unwrap_or_default()).collect()
}

#[test]
fn days_are_days_in_every_way_to_store_them() {
    let folder = folder("days");
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let headings: Vec<&str> = HEADINGS.into_iter().chain(["发证日期"]).collect();
    write(sheet, 0, &headings);
    for line in 1..=5 {
        write(sheet, line, &["张三", "企业职工", "36", "电工", "四级", "职业技能等级证书"]);
    }
    let day = Format::new().set_num_format("yyyy/m/d");
    sheet.write_number_with_format(1, 6, 45_366, &day).unwrap();
    sheet.write_number(2, 6, 45_366).unwrap();
    sheet.write_string(3, 6, "2024.3.15").unwrap();
    sheet.write_number(4, 6, 20_240_315).unwrap();
    sheet.write_string(5, 6, "2024-03-15 09:30:00").unwrap();
    book.save(folder.join("list.xlsx")).unwrap();
    let run = batch(&folder, "list.xlsx out.xlsx --calculator skill-subsidy --as-of 2024-09-01");
    assert_eq!(run.code, 0, "{}", run.stderr);
    let out = folder.join("out.xlsx");
    assert_eq!(column(&out, "Sheet1", 8)[1..], ["1500"; 5]);
    assert_eq!(column(&out, "Sheet1", 11)[1..], ["2024-12-31"; 5]);
    // The day is still a day, and the number a number.
    let rows = read_book(&out, "Sheet1");
    assert!(matches!(rows[1][6], Data::DateTime(_)) && rows[2][6] == Data::Float(45_366.0), "{rows:?}");
    let run = batch(&folder, "list.xlsx out.csv --calculator skill-subsidy --as-of 2024-09-01");
    let text = std::fs::read_to_string(folder.join("out.csv")).unwrap();
    assert!(run.code == 0 && text.contains("职业技能等级证书,2024-03-15,可以,1500.00"), "{text}");
}

/// `tests/fixtures/lists/certificates-xls.py` wrote it.
#[test]
fn a_workbook_of_excel_97_is_read_as_any_other() {
    let folder = folder("xls");
    let fixture = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/fixtures/lists/certificates.xls");
    std::fs::copy(fixture, folder.join("list.xls")).unwrap();
    let run = batch(&folder, "list.xls out.xlsx --calculator skill-subsidy --as-of 2024-09-01");
    assert_eq!(run.code, 1, "{}", run.stderr);
    assert!(run.stderr.contains("“证书”第8行 F列“证书种类”：种类没有这一种"), "{}", run.stderr);
    let out = folder.join("out.xlsx");
    // The cover and the hidden draft are passed over; the line of totals is not judged.
    let (amounts, days) = (column(&out, "证书", 8), column(&out, "证书", 11));
    assert_eq!(amounts[2..], ["1500", "1500", "1500", "1500", "1500", "", ""]);
    assert_eq!(days[2..7], ["2024-12-31"; 5]);
    assert_eq!(column(&out, "证书", 7)[7..], ["还差信息", "合计，没有算"]);
}

#[test]
fn headings_over_two_rows_and_merged_cells_are_read_where_they_are_plain() {
    let folder = folder("merged");
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let middle = Format::new();
    sheet.merge_range(0, 0, 0, 16, "2023年度稳岗返还名单", &middle).unwrap();
    sheet.merge_range(1, 0, 2, 0, "单位名称", &middle).unwrap();
    sheet.merge_range(1, 1, 2, 1, "单位类型", &middle).unwrap();
    sheet.merge_range(1, 2, 1, 13, "参保人数", &middle).unwrap();
    for month in 1_u16..=12 {
        sheet.write_string(2, month + 1, format!("{month}月")).unwrap();
    }
    sheet.merge_range(1, 14, 2, 14, "缴费金额（万元）", &middle).unwrap();
    sheet.merge_range(1, 15, 2, 15, "领金人数", &middle).unwrap();
    sheet.merge_range(3, 1, 4, 1, "企业", &middle).unwrap();
    sheet.merge_range(5, 14, 6, 14, "", &middle).unwrap();
    sheet.write_number(5, 14, 3).unwrap();
    for line in 3..7_u32 {
        sheet.write_string(line, 0, format!("第{line}家")).unwrap();
        for month in 2..14 {
            sheet.write_number(line, month, 30).unwrap();
        }
        sheet.write_number(line, 15, 1).unwrap();
        if line < 5 {
            sheet.write_number(line, 14, 2).unwrap();
        } else {
            sheet.write_string(line, 1, "企业").unwrap();
        }
    }
    book.save(folder.join("list.xlsx")).unwrap();
    let options = "--set 划型=小型 --set 足额缴费月数=12 --set 所在名单=无 --set 僵尸企业=否";
    let run = batch(&folder, &format!("list.xlsx out.xlsx --calculator refund --as-of 2024-09-01 {options}"));
    assert_eq!(run.code, 1, "{}", run.stderr);
    let out = folder.join("out.xlsx");
    // 企业 over two rows is both rows'; 3 over two rows may be either's or both's.
    assert_eq!(column(&out, "Sheet1", 16)[2..], ["结论", "可以", "可以", "可以", "可以"]);
    assert_eq!(column(&out, "Sheet1", 17)[3..], ["12000", "12000", "", ""]);
    assert!(run.stderr.contains("第6行 O列“缴费金额（万元）”：这是合并的单元格"), "{}", run.stderr);
    assert!(run.stderr.contains("第7行 O列“缴费金额（万元）”：这是合并的单元格"), "{}", run.stderr);
}

#[test]
fn covers_and_hidden_sheets_are_passed_over_and_several_are_named() {
    let folder = folder("sheets");
    let mut book = Workbook::new();
    write(book.add_worksheet().set_name("封面").unwrap(), 0, &["名单"]);
    let hidden = book.add_worksheet().set_name("草稿").unwrap();
    write(hidden, 0, &["姓名", "月工资"]);
    hidden.set_hidden(true);
    for (name, wage) in [("一季度", "5000"), ("二季度", "6000")] {
        let sheet = book.add_worksheet().set_name(name).unwrap();
        write(sheet, 0, &["姓名", "月工资"]);
        write(sheet, 1, &["张三", wage]);
    }
    book.save(folder.join("list.xlsx")).unwrap();
    let line = |more: &str| format!("list.xlsx {more} --calculator premium --as-of 2024-01-01");
    let run = batch(&folder, &line("one.xlsx"));
    assert!(run.code == 0 && run.stderr.contains("没有算的表：二季度"), "{}", run.stderr);
    let run = batch(&folder, &line("two.xlsx --sheet 二季度"));
    assert_eq!((run.code, column(&folder.join("two.xlsx"), "二季度", 3)[1].as_str()), (0, "1440"), "{}", run.stderr);
    let run = batch(&folder, &line("all.xlsx --sheet 全部"));
    let amounts = ["一季度", "二季度"].map(|name| column(&folder.join("all.xlsx"), name, 3)[1].clone());
    assert_eq!((run.code, amounts), (0, ["1200".to_owned(), "1440".to_owned()]), "{}", run.stderr);
    let run = batch(&folder, &line("all.csv --sheet 全部"));
    assert!(run.code == 2 && run.stderr.contains("xlsx"), "{}", run.stderr);
    let run = batch(&folder, &line("x.xlsx --sheet 三季度"));
    assert!(run.code == 2 && run.stderr.contains("没有“三季度”这张表，有 封面、一季度、二季度"), "{}", run.stderr);
    std::fs::write(folder.join("no.xlsx"), b"no workbook").unwrap();
    let run = batch(&folder, "no.xlsx x.xlsx --calculator premium");
    assert!(run.code == 2 && run.stderr.contains("打不开 no.xlsx"), "{}", run.stderr);
}
