//! The list of an office with the days of its payments: `tests/batch/office.csv`, made up, with each thing that does not add up.

use std::fs;
use std::path::Path;

use calamine::{Reader, Xlsx, open_workbook};

use super::command::{batch, folder};
use super::files::{Encoding, read_text};

const LIST: &str = "../tests/batch/office.csv";
const LINE: &str = "--calculator refund --as-of 2024-09-30";

/// What the made-up list comes to, line by line.
const PROGRESS: [&str; 12] = [
    "发放进度，算到 2024-09-30（按哪天申请算的那一天，当天发的也算）",
    "全年要发：11 个，合计 585000.00 至 588000.00 元",
    "已经发了：6 个，合计 539000.00 元，占 91.66% 至 92.13%",
    "还没有发：5 个，合计 46000.00 至 49000.00 元",
    "6月20日前有实际发放（冀人社发〔2024〕14号 · 七）：做到了。到 2024-06-20（当天也算）发了 1 个，60000.00 元，最早 2024-06-20",
    "8月底前发到全年预计目标的90%以上（冀人社发〔2024〕14号 · 七）：没有做到。到 2024-08-31（当天也算）发了 5 个，509000.00 元，占 86.56% 至 87.00%，到 90% 还差 17500.00 至 20200.00 元",
    "另有 1 个还不能定能不能领，没有算进全年要发的；都能领的话，最多再要 6000.00 元",
    "已经发了的里面，有 1 个没有写实发金额，按算出来的金额算作已发。",
    "有 4 行写了发放日期或实发金额，没有算作已发。",
    "发放要核对的 4 处，每一处写明算没算，和读不懂的格列在一起。",
    "“全年预计目标”按上面全年要发的算；上级另外定了数的，以那个数为准。这是给经办机构定的进度，不是对哪一家单位的承诺。",
    "有 1 处读不懂，那些格没有用；发放要核对的 4 处，每一处写明算没算。其余照算：",
];

fn folder_with_list(name: &str) -> std::path::PathBuf {
    let folder = folder(name);
    fs::copy(Path::new(env!("CARGO_MANIFEST_DIR")).join(LIST), folder.join("list.csv")).unwrap();
    folder
}

#[test]
fn an_office_sees_what_it_paid_and_what_is_out() {
    let folder = folder_with_list("payments");
    for jobs in [1, 2] {
        let run = batch(&folder, &format!("list.csv out.csv {LINE} --jobs {jobs}"));
        assert_eq!(run.code, 1, "{}", run.stderr);
        let lines: Vec<&str> = run.stderr.lines().collect();
        let begin = lines.iter().position(|line| *line == PROGRESS[0]).unwrap_or_else(|| panic!("{}", run.stderr));
        assert_eq!(lines[begin..begin + PROGRESS.len()], PROGRESS);
        for label in ["资金拨付日期 → 发放日期", "实发金额 → 实发金额", "单位名称 → 不读"]
        {
            assert!(run.stderr.contains(label), "{}", run.stderr);
        }
        assert!(run.stderr.contains("\n读不懂的格 1 个\n"), "{}", run.stderr);
    }
    // The rows are as they were, with the five columns of any result.
    let list = read_text(&folder.join("list.csv"), b',', Encoding::Utf8);
    let found = read_text(&folder.join("out.csv"), b',', Encoding::Utf8);
    assert_eq!(found.len(), list.len());
    for (found, list) in found.iter().zip(&list).skip(1) {
        assert_eq!((found.len(), &found[..13]), (18, list.as_slice()));
    }
    assert_eq!(found[2][13..], ["可以", "60000.00", "", "", "2024-12-31"]);
    // What is to be checked of a payment is no cell that could not be read.
    assert_eq!(found[11][13..], ["可以", "12000.00", "", "", "2024-12-31"]);
    assert_eq!(found[12][13..], ["可以", "6000.00", "读不懂：资金拨付日期", "", "2024-12-31"]);
}

#[test]
fn every_payment_that_does_not_add_up_is_in_the_report() {
    let folder = folder_with_list("payments-report");
    batch(&folder, &format!("list.csv out.xlsx {LINE}"));
    let report = read_text(&folder.join("out-读不懂.csv"), b',', Encoding::Utf8Marked);
    let found: Vec<[&str; 3]> = report[1..].iter().map(|row| [row[1].as_str(), &row[2], &row[4]]).collect();
    let unread = found[2][2];
    assert!(unread.ends_with("请填日期，例如 2024-03-10"), "{unread}");
    assert_eq!(
        found,
        [
            ["9", "L", "这一行不符合，却写了发放日期：没有算作已发，请核对"],
            ["12", "M", "实发 11000.00 元，算出来是 12000.00 元，不一样：按实发的算作已发，请核对"],
            ["13", "L", unread],
            ["14", "L", "这一天在 2024-09-30 之后，名单只算到那一天：没有算作已发，请核对，或者改“按哪天申请算”"],
            ["15", "L", "这一行的结论是“还差信息”，还不能定能不能领，却写了发放日期：没有算作已发，请核对"],
        ]
    );
    // The sheet of totals says the same as the screen.
    let mut book: Xlsx<_> = open_workbook(folder.join("out.xlsx")).unwrap();
    let totals = book.worksheet_range("合计（稳岗算）").unwrap();
    let lines: Vec<String> = totals.rows().map(|row| row[0].to_string()).collect();
    let begin = lines.iter().position(|line| line == PROGRESS[0]).unwrap();
    assert_eq!(lines[begin..begin + 11], PROGRESS[..11]);
}

#[test]
fn a_year_without_goals_says_so_and_a_list_without_days_says_nothing() {
    let folder = folder_with_list("payments-years");
    let text = fs::read_to_string(folder.join("list.csv")).unwrap();
    fs::write(folder.join("later.csv"), text.replace("2024", "2025")).unwrap();
    let run = batch(&folder, "later.csv out.csv --calculator refund --as-of 2025-09-30");
    assert!(run.stderr.contains("\n全年要发（未确认）：11 个，合计 585000.00 至 588000.00 元\n"), "{}", run.stderr);
    assert!(run.stderr.contains("没有收录这一年的通知定的发放进度"), "{}", run.stderr);
    assert!(!run.stderr.contains("6月20日前"), "{}", run.stderr);
    let run = batch(&folder, &format!("list.csv out.csv {LINE} --map 资金拨付日期=不用"));
    assert!(run.stderr.contains("实发金额 → 没有用") && !run.stderr.contains("发放进度"), "{}", run.stderr);
}
