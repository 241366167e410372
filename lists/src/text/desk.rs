//! The worker's text: answers, totals and errors.

use wengang::policy::date::Date;
use wengang_batch::{Choice, Role};
use wengang_engine::pack::{FactKind, Measure};
use wengang_files::Encoding;

/// Nothing was opened.
pub const NOTHING_OPEN: &str = "还没有打开名单，请先选文件或者粘贴";
/// Not all rows are judged.
pub const NOT_JUDGED: &str = "还没有算完";
/// The day is none.
pub const NO_DAY: &str = "这一天算不了，请换一个申请日期";
/// No such measure.
pub const NO_MEASURE: &str = "没有这一项测算，请重新选一项";
/// No such row.
pub const NO_ROW: &str = "名单里没有这一行";
/// A file without a byte.
pub const EMPTY_FILE: &str = "这个文件是空的，请重新选一个";
/// Nothing was pasted.
pub const EMPTY_PASTE: &str = "没有粘贴到内容：请在表格软件里选中名单（连列名一起），复制，再到这里粘贴";
/// The file cannot be read.
pub const UNREADABLE: &str = "这个文件读不了：请在表格软件里打开，另存为 xlsx 再试";
/// A workbook of which nothing is seen.
pub const NO_SHEET: &str = "这个文件里没有看得见的表";
/// A sheet without a cell.
pub const EMPTY_SHEET: &str = "这张表里没有内容，请换一张表";
/// Headings alone.
pub const NO_ROWS: &str = "列名下面没有要算的行";
/// The file cannot be made.
pub const NOT_WRITTEN: &str = "结果文件没有做出来，可能内存不够：请关掉别的网页再试，或者下载 csv";
/// A cell that looks like the number of a person or an employer.
pub const HIDDEN: &str = "（像证件号，不显示）";
/// Totals by a column of numbers of people.
pub const NUMBERS_ARE_NO_GROUPS: &str = "这一列像是证件号或信用代码，不能用来分组";
/// Totals by a column of which nearly every row has another value.
pub const TOO_MANY_GROUPS: &str = "这一列几乎每行都不一样，不像是分组用的：请选区县、分公司这样的列";
/// An empty cell.
pub const BLANK: &str = "（空着）";
/// What is not judged, in words.
pub const SKIPPED: [&str; 3] = ["没有要算的内容", "合计", "重复的列名"];
/// The sheet of a result that results of a text.
pub const RESULT: &str = "结果";
/// The sheet of a template, and the one that says how it is filled in.
pub const LIST: &str = "名单";
/// See [`LIST`].
pub const HOW_TO: &str = "怎么填";
/// The headings there.
pub const HOW_TO_HEADINGS: [&str; 2] = ["列名", "怎么填"];
/// The heading of the column that groups the rows of one person.
pub const PERSON: &str = "人员编号";
/// A day on which a template, which has none, is made.
pub const ANY_DAY: &str = "2024-09-01";
/// An item that can.
pub const CAN: &str = "可以";
/// An item that cannot.
pub const CANNOT: &str = "不符合";
/// An item that lacks something.
pub const LACKS: &str = "还差信息";
/// An item that is not judged.
pub const CLOSED: &str = "不在申请期限";

/// Why the day of application cannot be read.
#[must_use]
pub fn wrong_day(why: &str) -> String {
    format!("申请日期：{why}")
}

/// There is no such sheet.
#[must_use]
pub fn no_sheet(name: &str) -> String {
    format!("没有“{name}”这张表，请重新选")
}

/// Bytes that are no text.
#[must_use]
pub fn damaged(encoding: Encoding) -> String {
    format!("文件里有不合格的{}字节，写成了 �：请从原来的软件重新导出", encoding.name())
}

/// Amounts that are only the most that is allowed.
#[must_use]
pub fn ceilings(count: u64) -> String {
    format!("其中 {count} 个的金额是最高能有多少，实际可能更低")
}

/// Results whose law is not confirmed.
#[must_use]
pub fn unconfirmed(count: u64) -> String {
    format!("其中 {count} 个所依据的规定未确认，以经办机构核定为准")
}

/// Up to which day payments count.
#[must_use]
pub fn paid_until(day: Date) -> String {
    format!("算到 {day}（“按哪天申请算”的那一天，当天发的也算）。要看到别的日子，回去改那一天。")
}

/// Rows that are not judged.
#[must_use]
pub fn skipped(count: u64, what: &str) -> String {
    format!("跳过 {count} 行：{what}")
}

/// A heading with the row that the cell is of.
#[must_use]
pub fn of_row(row: u32, heading: &str) -> String {
    format!("第{row}行 {heading}")
}

/// An amount.
#[must_use]
pub fn yuan(amount: &str) -> String {
    format!("{amount} 元")
}

/// An item in a line; row 0: it is not known which.
#[must_use]
pub fn item(row: u32, parts: &[String]) -> String {
    let label = parts.join("，");
    if row == 0 { label } else { format!("第{row}行：{label}") }
}

/// A line of the plan, by the place of its item.
#[must_use]
pub fn planned(place: usize, amount: &str, by: &str) -> String {
    format!("第{place}个：{amount} 元，{by}")
}

/// What a result is called.
#[must_use]
pub fn result_name(stem: &str, ending: &str) -> String {
    format!("{stem}-结果.{ending}")
}

/// What the list of unread cells is called.
#[must_use]
pub fn report_name(stem: &str) -> String {
    format!("{stem}-结果-读不懂.csv")
}

/// What a template is called.
#[must_use]
pub fn template_name(measure: &str) -> String {
    format!("{measure}-名单模板.xlsx")
}

/// What a row of a list is.
#[must_use]
pub fn row(measure: &Measure) -> String {
    match &measure.items {
        Some((item, _)) => {
            let list = measure.facts.get(item.list.index()).map_or("", |fact| &fact.name);
            format!("一行一个（{list}）")
        }
        None => "一行一个".to_owned(),
    }
}

/// What is written under a heading of a template.
#[must_use]
pub fn how_to(choice: &Choice, measure: &Measure) -> String {
    if choice.role == Role::Person {
        return "同一个人的几行写一样的编号，分得清就行，不要写身份证号".to_owned();
    }
    match choice.role {
        Role::PaidOn => {
            return "经办机构看发放进度用：钱发出去的日期，例如 2024-06-18；没有发的空着。别的单位不用填".to_owned();
        }
        Role::PaidAmount => return "经办机构看发放进度用：实际发了多少元；空着就按算出来的金额".to_owned(),
        _ => {}
    }
    let unknown = "；不知道就空着";
    let kind = match choice.role.kind(measure) {
        Some(FactKind::YesNo) => "",
        Some(FactKind::Choice(_)) if choice.values.is_empty() => "照证书或文件上的名称写",
        Some(FactKind::Choice(_)) => "",
        Some(FactKind::Choices(_)) => "没有写“无”，有就写是哪一个，几个用顿号隔开",
        Some(FactKind::Count(_)) => "整数",
        Some(FactKind::Average(_)) => "人数，可以有小数，也可以写 365÷12",
        Some(FactKind::Money(_)) => "元；也可以写 10.92万",
        Some(FactKind::Date) => "日期，例如 2024-03-10",
        Some(FactKind::Month) => "月份，例如 2024-03",
        Some(FactKind::Text | FactKind::List(_)) | None => "照证书或文件上的名称写",
    };
    let values = choice.values.join("、");
    let parts = [kind, &values].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>();
    [&parts.join("："), unknown].concat()
}
