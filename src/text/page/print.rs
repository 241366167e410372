//! The answer on paper, in words.

use crate::policy::assessment::Evidence;
use crate::policy::date::{Date, Window};
use crate::text::money::day;
use crate::text::words;

/// Opens the browser's window for printing.
pub const PRINT: &str = "打印/存成 PDF";
/// An app shows the page, which neither prints nor saves.
pub const INSIDE_APP: &str = "要打印，或把最后一天存进日历，请用浏览器打开这一页：点右上角的菜单，选“在浏览器打开”";
/// Over the answers that were given.
pub const ASKED: &str = "您填的";
/// The columns of the conditions.
pub const COLUMNS: [&str; 3] = ["条件", "情况", "依据"];
/// Before a link to the answer.
pub const LINK: &str = "再算一次：";
/// The label of the code, for screen readers.
pub const CODE: &str = "链接的二维码";
/// Nothing was typed.
pub const EMPTY: &str = "没填";
/// Something that cannot be read.
pub const UNREADABLE: &str = "填得不对，没有算进去";
/// Between several answers.
pub const AND: &str = "、";
/// Between the parts of a certificate.
pub const COMMA: &str = "，";

/// The title: 稳岗返还测算结果.
#[must_use]
pub fn title(measure: &str) -> String {
    format!("{measure}测算结果")
}

/// The day it is printed.
#[must_use]
pub fn printed_on(today: Date) -> String {
    format!("打印日期：{}", day(today))
}

/// The days on which one can apply, or for which the rule holds.
#[must_use]
pub fn window(is_round: bool, window: Window) -> String {
    let name = if is_round { "申请时间：" } else { "适用时间：" };
    [name, &words::window(window)].concat()
}

/// The source of a condition or step.
#[must_use]
pub fn clauses(places: &[String]) -> String {
    places.join("；")
}

/// An average with the twelve numbers that it is made of.
#[must_use]
pub fn by_month(average: &str, months: &str) -> String {
    format!("{average}（1月到12月：{months}）")
}

/// A premium that is an estimate.
#[must_use]
pub fn estimated(premium: &str) -> String {
    format!("{premium}（按工资估算）")
}

/// Behind what is not certain.
#[must_use]
pub const fn sure(evidence: Evidence) -> &'static str {
    match evidence {
        Evidence::Official => "",
        Evidence::Provisional => "（未确认）",
    }
}
