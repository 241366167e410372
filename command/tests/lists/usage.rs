//! Messages for a command or a list that cannot be used.

use std::fs;
use std::path::Path;

use super::command::{batch, folder};
use super::files::rows_of;

fn write(folder: &Path, name: &str, text: &str) {
    fs::write(folder.join(name), text).unwrap();
}

#[test]
fn wrong_usage_is_two_with_a_sentence_of_what_to_write() {
    let folder = folder("usage");
    write(&folder, "list.csv", "单位名称,月均人数,平均人数,缴费金额\n甲,30,30,1\n");
    write(&folder, "months.csv", "单位名称,1月,2月,缴费金额\n甲,30,30,1\n");
    write(&folder, "none.csv", "甲,乙\n1,2\n");
    for (line, sentence) in [
        ("nothing.csv o.csv --calculator refund", "没有这个文件"),
        ("list.csv o.csv --calculator refunds", "没有“refunds”这个测算"),
        ("list.csv o.csv --calculator refund", "“月均人数”和“平均人数”两列都像是“平均参保人数”"),
        ("months.csv o.csv --calculator refund", "只认出 2 列"),
        ("none.csv o.csv --calculator refund", "没有认出一个列名"),
        ("list.csv o.csv --calculator refund --map 平均人数=人均", "没有“人均”这一项"),
        ("list.csv o.csv --calculator refund --map 人均=不用", "没有“人均”这一列"),
        ("list.csv o.csv --calculator refund --map 平均人数=不用 --set 划型=巨型", "单位划型没有这一种"),
        ("list.csv o.csv --calculator refund --map 平均人数=不用 --set premiumPaid=1", "又用 --set 写了"),
        ("list.csv no/o.csv --calculator refund --map 平均人数=不用", "写不了 no/o.csv"),
    ] {
        let run = batch(&folder, line);
        assert_eq!(run.code, 2, "{line}: {}", run.stderr);
        assert!(run.stderr.contains(sentence), "{line}: {}", run.stderr);
    }
}

#[test]
fn a_user_can_assign_columns_and_facts_for_all_rows() {
    let folder = folder("mapping");
    write(
        &folder,
        "list.csv",
        "单位,甲列,平均人数,领金,交的钱（万元）,僵尸,其他\n甲,30,31,0,1.5,,x\n乙,二十,31,0,2,是,y\n",
    );
    let options = "--map 甲列=月均参保人数 --map 领金=benefitDrawers --map 交的钱（万元）=premiumPaid --map 僵尸=zombie \
                --set 单位类别=企业 --set size=小型 --set fullyPaidMonths=12 --set 所在名单=无 --blank 僵尸=否";
    let run = batch(&folder, &format!("list.csv out.csv --calculator refund --as-of 2024-09-01 {options}"));
    assert_eq!(run.code, 1, "{}", run.stderr);
    for line in ["甲列 → 平均参保人数", "平均人数 → 没有用", "交的钱（万元） → 失业保险费（万元）", "其他 → 没有用"]
    {
        assert!(run.stderr.contains(line), "{line}: {}", run.stderr);
    }
    let rows = rows_of(&fs::read_to_string(folder.join("out.csv")).unwrap(), b',');
    assert_eq!(rows[1][7..], ["可以", "9000.00", "", "", "2024-12-31"]);
    assert_eq!(rows[2][7..], ["不符合", "", "不是“僵尸企业”；读不懂：甲列", "", ""]);
}

#[test]
fn the_exit_code_of_success_is_0_and_standard_input_and_output_are_files_too() {
    use std::io::Write;
    use std::process::{Command, Stdio};
    let mut command = Command::new(env!("CARGO_BIN_EXE_wengang"));
    command.args(["batch", "-", "-", "--calculator", "premium", "--as-of", "2024-09-01", "--jobs", "2"]);
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all("姓名,月工资\n甲,5000\n乙,\n".as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    let rows = rows_of(&String::from_utf8(output.stdout).unwrap(), b',');
    assert_eq!(rows[0], ["姓名", "月工资", "结论", "金额", "原因", "还差什么", "最后一天"]);
    assert_eq!((rows[1][2].as_str(), rows[1][3].as_str()), ("已算出（未确认）", "1200.00"));
    // Nothing is asked in a row with a name alone.
    assert_eq!(rows[2][2..], ["", "", "", "", ""]);
}

#[test]
fn columns_alone_can_be_looked_at() {
    let folder = folder("columns");
    write(&folder, "list.csv", "单位名称,2022年平均人数,2023年平均人数,身份证号\n");
    let run = batch(&folder, "list.csv --calculator refund --as-of 2024-09-01 --columns");
    assert_eq!(run.code, 0, "{}", run.stderr);
    for line in [
        "单位名称 → 不读",
        "2022年平均人数 → 没有用：写的是2022年的",
        "2023年平均人数 → 平均参保人数",
        "身份证号 → 不读",
    ] {
        assert!(run.stderr.contains(line), "{line}: {}", run.stderr);
    }
    assert!(!folder.join("out.csv").exists());
}

#[test]
fn bytes_that_are_no_text_are_reported() {
    let folder = folder("damaged");
    let bytes = [&[0xef, 0xbb, 0xbf], "单位名称,月工资\n甲".as_bytes(), &[0xff, 0xfe], ",5000\n".as_bytes()].concat();
    fs::write(folder.join("list.csv"), bytes).unwrap();
    let run = batch(&folder, "list.csv out.csv --calculator premium --as-of 2024-09-01");
    assert!(run.code == 1 && run.stderr.contains("不合格的UTF-8字节"), "{} {}", run.code, run.stderr);
    assert!(run.out.is_empty());
}
