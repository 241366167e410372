//! Lists of certificates and hires: one element per row.

use std::fs;

use super::command::{batch, folder};
use super::files::rows_of;

const HEADINGS: &str = "姓名,身份证号,参保身份,参保月数,工种,等级,证书种类,发证日期";

#[test]
fn certificates_of_one_person_are_planned_together() {
    let folder = folder("certificates");
    let rows = [
        "张三,130102199001010011,企业在职职工,36,电工,中级,职业技能等级证书,2024-03-10",
        "李四,130102199001010022,企业职工,11,焊工,高级,职业技能等级证书,2024.5.1",
        "张三,130102199001010011,,,电工,高级工,职业技能等级证书,2024年6月3日",
        "王五,1.30102E+17,企业职工,36,钳工,四级,职业技能等级证书,45366",
        "张三,130102199001010011,,24,车工,5,职业技能等级证书,2024年3月",
        "赵六,,企业职工,36,钳工,四级,职业技能等级证书,45366",
    ];
    fs::write(folder.join("list.csv"), [HEADINGS, &rows.join("\n")].join("\n")).unwrap();
    let run = batch(&folder, "list.csv out.csv --calculator skill-subsidy --as-of 2024-09-01");
    assert_eq!(run.code, 1, "{}", run.stderr);
    let rows = rows_of(&fs::read_to_string(folder.join("out.csv")).unwrap(), b',');
    let added = |row: usize| rows[row][8..].to_vec();
    // The day of 车工 is not known, and whether 36 or 24 months were paid.
    assert_eq!(added(1), ["还差信息", "", "读不懂：发证日期、参保月数", "发证日", ""]);
    assert_eq!((added(2)[0].as_str(), added(2)[2].as_str()), ("不符合", "失业保险累计缴满12个月"));
    assert_eq!(added(3)[0], "见第2行");
    assert_eq!(added(4)[0], "没有算");
    assert!(added(4)[2].contains("科学计数法"), "{:?}", added(4));
    assert_eq!(added(5)[0], "见第2行");
    assert_eq!((added(6)[0].as_str(), added(6)[1].as_str(), added(6)[4].as_str()), ("可以", "1500.00", "2024-12-31"));
    let report =
        rows_of(fs::read_to_string(folder.join("out-读不懂.csv")).unwrap().trim_start_matches('\u{feff}'), b',');
    let faults: Vec<(&str, &str)> = report[1..].iter().map(|row| (row[1].as_str(), row[2].as_str())).collect();
    assert_eq!(faults, [("5", ""), ("6", "D"), ("6", "H")]);
}

#[test]
fn a_hire_is_a_row_of_its_own() {
    let folder = folder("hires");
    let headings = "企业名称,姓名,身份证号,单位类型,人员类别,入职日期,签订劳动合同,缴费月数,是否在保,是否领过";
    let rows = [
        "甲公司,张三,130102200001010011,企业,毕业年度毕业生,2024-03-01,签了,4,√,没领过",
        "甲公司,李四,130102200001010022,企业,都不是,2024-03-01,是,4,√,否",
        "甲公司,王五,130102200001010033,企业,登记失业青年,,是,4,√,否",
        "甲公司,赵六,130102200001010044,企业,登记失业青年,2024-12-01,是,4,√,否",
    ];
    fs::write(folder.join("list.csv"), [headings, &rows.join("\n")].join("\n")).unwrap();
    let run = batch(&folder, "list.csv out.csv --calculator hiring-subsidy --as-of 2024-09-01");
    assert_eq!(run.code, 1, "{}", run.stderr);
    let rows = rows_of(&fs::read_to_string(folder.join("out.csv")).unwrap(), b',');
    assert_eq!(rows[1][10..], ["可以（最高，未确认）", "1500.00", "", "", "2025-03-01"]);
    assert_eq!(rows[2][10], "不符合（未确认）");
    assert_eq!(rows[3][10..], ["还差信息", "", "", "招用日", ""]);
    assert_eq!((rows[4][10].as_str(), &rows[4][12][..9]), ("没有算", "这一天"));
}
