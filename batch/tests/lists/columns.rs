//! Columns by their headings.

use wengang::api::answer::Calculator;
use wengang::api::fold::fold;
use wengang::policy::date::Date;
use wengang_batch::{Cell, List, Options, Row, RowRead};

const AS_OF: Date = Date::new(2024, 9, 1);

fn opened(options: &Options, rows: &[&[&str]]) -> Result<List, String> {
    let cells: Vec<Vec<Cell<'_>>> =
        rows.iter().map(|row| row.iter().map(|text| Cell::of_text(text)).collect()).collect();
    List::open(options, &cells).map_err(|error| error.sentence().to_owned())
}

fn refund() -> Options {
    Options::new(Calculator::REFUND, AS_OF, fold)
}

/// What the columns are taken for.
fn labels(calculator: Calculator, headings: &[&str]) -> Vec<String> {
    let list = opened(&Options::new(calculator, AS_OF, fold), &[headings]).unwrap();
    list.columns().iter().map(|column| column.label(list.law().1)).collect()
}

#[test]
fn headings_in_peoples_words_are_known() {
    for (calculator, headings) in [
        (
            Calculator::REFUND,
            vec![
                ("单位名称", "不读"),
                ("统一社会信用代码", "不读"),
                ("单位性质", "单位类别"),
                ("企业划型", "单位划型"),
                ("上年度月均参保人数（人）", "平均参保人数"),
                ("2023年领取失业保险金人数", "领失业保险金人数"),
                ("足额缴费月数", "足额缴费月数"),
                ("缴费金额(万元)", "失业保险费（万元）"),
                ("是否严重失信", "是否在失信名单"),
                ("是否僵尸企业", "是否在破产注销名单"),
                ("是否劳务派遣单位", "劳务派遣单位"),
                ("2022年参保人数", "没有用：写的是2022年的"),
                ("主管科室", "没有用"),
                ("", "没有用"),
            ],
        ),
        (
            Calculator::SKILL_SUBSIDY,
            vec![
                ("姓名", "不读"),
                ("身份证号", "分清是不是同一个人，不保存"),
                ("累计缴费月数", "缴费月数"),
                ("职业（工种）", "证书：职业"),
                ("技能等级", "证书：等级"),
                ("发证时间", "证书：发证日"),
            ],
        ),
        (
            Calculator::UNEMPLOYMENT_BENEFIT,
            vec![("身份证号", "不读"), ("参保地", "地区"), ("离职原因", "离职原因"), ("首领月份", "从哪个月领")],
        ),
        (
            Calculator::SIZE_CLASS,
            vec![("所属行业", "行业"), ("营业收入（万元）", "营业收入（万元）"), ("员工人数", "从业人员")],
        ),
        (Calculator::PREMIUM, vec![("月工资", "月工资"), ("职工人数", "人数"), ("缴费月份", "哪个月的工资")]),
    ] {
        let (names, expected): (Vec<&str>, Vec<&str>) = headings.into_iter().unzip();
        assert_eq!(labels(calculator, &names), expected, "{}", calculator.code());
    }
}

#[test]
fn the_headings_are_found_below_titles_and_over_two_rows() {
    let months: Vec<String> = (1..=12).map(|month| format!("{month}月")).collect();
    let below: Vec<&str> = ["", ""].into_iter().chain(months.iter().map(String::as_str)).chain([""]).collect();
    let mut above = vec![""; 15];
    (above[0], above[1], above[2], above[14]) = ("单位名称", "划型", "参保人数", "缴费金额");
    let rows: [&[&str]; 4] = [&["某县稳岗返还名单"], &["", "单位：万元"], &above, &below];
    let list = opened(&refund(), &rows).unwrap();
    assert_eq!(list.first_row(), 4);
    let labels: Vec<String> = list.columns().iter().map(|column| column.label(list.law().1)).collect();
    assert_eq!(
        (labels[1].as_str(), labels[3].as_str(), labels[14].as_str()),
        ("单位划型", "平均参保人数：2月", "失业保险费（万元）")
    );
    let list = opened(&refund(), &[&["单位名称", "划型", "参保人数"], &["甲", "小型", "30"]]).unwrap();
    assert_eq!(list.first_row(), 1);
}

#[test]
fn ambiguous_columns_are_refused() {
    for (headings, sentence) in [
        (vec!["月均人数", "平均人数"], "两列都像是“平均参保人数”"),
        (vec!["月均人数", "1月", "2月"], "两列都像是"),
        (vec!["1月", "2月", "划型"], "只认出 2 列"),
        (vec!["1月", "1月", "划型"], "两列都像是“平均参保人数：1月”"),
        (vec!["甲", "乙"], "没有认出一个列名"),
    ] {
        let error = opened(&refund(), &[&headings]).err().unwrap_or_else(|| panic!("{headings:?}"));
        assert!(error.contains(sentence), "{headings:?}: {error}");
    }
}

/// The kind of a row.
fn read(list: &List, cells: &[&str]) -> RowRead {
    let cells: Vec<Cell<'_>> = cells.iter().map(|text| Cell::of_text(text)).collect();
    list.read(&Row { number: 2, cells: &cells, merged: &[] })
}

#[test]
fn rows_that_are_no_cases_are_passed_over() {
    let list = opened(&refund(), &[&["单位名称", "月均人数", "缴费金额"]]).unwrap();
    for total in ["合计", "合 计：", "小计", "总计（元）", "本页合计"] {
        assert_eq!(read(&list, &[total, "30", "1"]), RowRead::Total, "{total}");
    }
    assert_eq!(read(&list, &["", "合计", "1"]), RowRead::Total);
    for name in ["合计网络公司", "会计师事务所", "计"] {
        assert!(matches!(read(&list, &[name, "30", "1"]), RowRead::Case(_)), "{name}");
    }
    assert_eq!(read(&list, &["制表人：张三", "", ""]), RowRead::Blank);
    assert_eq!(read(&list, &[]), RowRead::Blank);
    assert_eq!(read(&list, &["单位名称", "月均人数", "缴费金额"]), RowRead::Headings);
}

/// No value that names people or employers is in what was read.
#[test]
fn names_and_codes_are_not_stored() {
    let list = opened(&refund(), &[&["单位名称", "统一社会信用代码", "联系电话", "月均人数", "划型"]]).unwrap();
    let code = "91130100MA0ABCDE1X";
    let row = read(&list, &["石家庄市某某公司", code, "13900000000", "30", code]);
    let read = format!("{row:?}");
    for secret in ["某某公司", code, "13900000000"] {
        assert!(!read.contains(secret), "{read}");
    }
    let RowRead::Case(read) = row else { panic!("no case") };
    assert_eq!((read.facts.len(), read.faults.len()), (1, 1));
}
