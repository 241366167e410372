//! 长辈版 in words.

use crate::policy::date::Date;

/// Goes to it.
pub const ON: &str = "长辈版";
/// Goes back from it.
pub const OFF: &str = "普通版";
/// The question before.
pub const BACK: &str = "上一题";
/// Over everything behind the verdict.
pub const WHY: &str = "为什么";
/// Over the conditions, which are under [`WHY`] already.
pub const ONE_BY_ONE: &str = "一条一条看";
/// Reads the answer aloud.
pub const READ: &str = "读给我听";
/// Ends the reading.
pub const STOP_READING: &str = "不读了";
/// What privacy means, shorter than on the form.
pub const PRIVACY: &str = "您填的内容不上传、不保存。";

/// Which question it is, and how many come after it at most: the answers determine how many really do.
#[must_use]
pub fn progress(number: usize, left: usize) -> String {
    match left {
        0 => format!("第{number}题，最后一题"),
        left => format!("第{number}题，后面最多还有{left}题"),
    }
}

/// The button to the next question, or to the answer. What is left empty is answered with 不清楚, and the button says so.
#[must_use]
pub const fn on(is_empty: bool, is_last: bool) -> &'static str {
    match (is_empty, is_last) {
        (false, false) => "下一题",
        (false, true) => "看结果",
        (true, false) => "不清楚，下一题",
        (true, true) => "不清楚，看结果",
    }
}

/// The placeholder of the day of application, which is narrow: `今天（11月25日）`.
#[must_use]
pub fn today(date: Date) -> String {
    format!("今天（{}月{}日）", date.month(), date.day())
}
