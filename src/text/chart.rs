//! The words of the two charts: the rate over time, and the recipients with their limit.

use crate::policy::date::Window;
use crate::policy::ratio::Ratio;
use crate::text::rounds::NOT_FOUND;
use crate::text::words;

/// Opens the same figures as a table.
pub const AS_TABLE: &str = "用表格看";
/// Over the chart of the rate.
pub const HISTORY: &str = "历年费率";
/// How the chart of the rate is read.
pub const HISTORY_IS: &str = "单位和个人合计的费率。实线是查到的，虚线是未确认的，斜线部分没有查到。";
/// A rate that is not confirmed, below its line.
pub const UNCONFIRMED: &str = "未确认";
/// Over the chart of the recipients.
pub const RECIPIENTS: &str = "领失业保险金的人数变了会怎样";
/// The columns of the recipients' table.
pub const RECIPIENTS_COLUMNS: &[&str] = &["人数", "裁员率", "结果"];
/// What that table is called.
pub const RECIPIENTS_TABLE: &str = "领失业保险金的人数和裁员率";
/// The axis of the recipients.
pub const PERSONS: &str = "人";

/// The statutory rate as a label.
#[must_use]
pub fn statutory(rate: Ratio) -> String {
    ["法定", &percent(rate)].concat()
}

/// A span of the rate in the sentence for ears.
#[must_use]
pub fn span(window: Window, rate: Option<Ratio>, is_sure: bool) -> String {
    let rate = rate.map_or_else(|| NOT_FOUND.to_owned(), percent);
    [words::window(window).as_str(), "：", &rate, if is_sure { "；" } else { "（未确认）；" }].concat()
}

/// The sentence for ears: each span, then the statutory rate.
#[must_use]
pub fn history(spans: &str, rate: Ratio) -> String {
    ["失业保险费历年费率，单位和个人合计。", spans, &statutory(rate), "。"].concat()
}

/// The limit as a label.
#[must_use]
pub fn limit(persons: u32) -> String {
    ["上限 ", &persons.to_string(), " 人"].concat()
}

/// The given number as a label.
#[must_use]
pub fn now(persons: u32) -> String {
    ["现在 ", &persons.to_string(), " 人"].concat()
}

/// The chart of the recipients as a sentence.
#[must_use]
pub fn recipients(allowed: u32, now: Option<u32>, holds: (&str, &str)) -> String {
    let (yes, no) = holds;
    let up_to =
        if allowed == 0 { "没有人领".to_owned() } else { ["不超过", &allowed.to_string(), "人"].concat() };
    let from = ["，", &(allowed + 1).to_string(), "人起"].concat();
    let current = now.map(|now| ["；现在是", &now.to_string(), "人，", if now <= allowed { yes } else { no }].concat());
    ["裁员率这一条：", &up_to, "就", yes, &from, no, &current.unwrap_or_default(), "。"].concat()
}

/// A number in the recipients' table, named where it is the limit or the given number.
#[must_use]
pub fn number(persons: u32, is_limit: bool, is_now: bool) -> String {
    let name = match (is_limit, is_now) {
        (true, true) => "（上限，现在）",
        (true, false) => "（上限）",
        (false, true) => "（现在）",
        (false, false) => "",
    };
    [&persons.to_string(), "人", name].concat()
}

/// A share: `1.5%`.
#[must_use]
pub fn percent(ratio: Ratio) -> String {
    [&ratio.percent().to_string(), "%"].concat()
}
