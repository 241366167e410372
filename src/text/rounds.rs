//! Each measure's rounds side by side, in words.

use crate::policy::date::{Date, Window};
use crate::policy::list::CollectSmall;
use crate::text::money::{day, month};
use crate::text::words;

/// What the page is for, in a sentence.
pub const IS: &str = "每一项政策历年的标准放在一起，看得到哪一次变了什么，哪些还没有确认。";
/// How the marks are read.
pub const MARKS: &str =
    "带“变”的一格和上一次不一样；带“未确认”的没有查到正式文件，以经办机构核定为准。表格可以左右滑动。";
/// Symbol and word of a figure that has changed.
pub const CHANGED: (&str, &str) = ("◆", "变");
/// Over what changed.
pub const CHANGES: &str = "每一次变了什么";
/// Over the notes on the rounds: what was not found, and how it was read.
pub const NOTES: &str = "每一次的说明，哪些没有查到";
/// A span without a rule.
pub const NOT_FOUND: &str = "未查到";
/// The first round that is recorded.
pub const FIRST: &str = "这里收录的第一次，没有更早的可以比。";
/// Of a rule in addition to the rounds.
pub const ALONGSIDE: &str = "这一条一直有效，和每一年的政策并列；没有年度政策的日子按它办。";

/// The column of what must hold.
pub const CONDITIONS: &str = "要符合的条件";
/// In it, where it is what it was.
pub const AS_BEFORE: &str = "同上";
/// The name of the rule that is always in force.
pub const STANDING: &str = "长期规定";

/// What a round is compared with.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Before {
    /// The round of the year before.
    LastYear,
    /// The rule that held until the day before.
    LastTime,
    /// The last rule that was found: the days between are unknown.
    LastFound,
}

/// What changed from one rule to the next.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Change<'t> {
    /// A figure: its column, what it was and what it is.
    Figure(&'t str, &'t str, &'t str),
    /// A condition that was not asked before.
    Added(&'t str),
    /// One that is asked no more.
    Gone(&'t str),
}

/// What changed, in a sentence.
#[must_use]
pub fn change(before: Before, changes: &[Change<'_>]) -> String {
    let before = match before {
        Before::LastYear => "上一年",
        Before::LastTime => "上一次",
        Before::LastFound => "上一次查到的",
    };
    if changes.is_empty() {
        return ["和", before, "一样。"].concat();
    }
    let list: Vec<_> = changes.iter().map(changed).collect_small();
    ["和", before, "相比：", &list.join("；"), "。"].concat()
}

/// Words with a comma in them are quoted, so that their end is visible.
fn changed(change: &Change<'_>) -> String {
    match *change {
        Change::Figure(what, from, to) => {
            let (open, close) = if [from, to].concat().contains('，') { ("“", "”") } else { ("", "") };
            [what, "由", open, from, close, "变为", open, to, close].concat()
        }
        Change::Added(condition) => ["多了一个条件“", condition, "”"].concat(),
        Change::Gone(condition) => ["不再要求“", condition, "”"].concat(),
    }
}

/// The name of a year's round: `2024年度`.
#[must_use]
pub fn of_year(year: u16) -> String {
    [&year.to_string(), "年度"].concat()
}

/// The name of a rule that holds from a day on: `2023年5月起`, with the day where it is not the first of the month.
#[must_use]
pub fn since(from: Date) -> String {
    let name = if from.day() == 1 { month(crate::policy::month::Month::of(from)) } else { day(from) };
    [&name, "起"].concat()
}

/// The days of a span without a rule.
#[must_use]
pub fn gap(from: Option<Date>, to: Option<Date>) -> String {
    match (from, to) {
        (Some(from), Some(_)) => words::window(Window { from, to }),
        (Some(from), None) if from == Date::year_start(from.year()) => [&from.year().to_string(), "年及以后"].concat(),
        (Some(from), None) => [&day(from), "起"].concat(),
        (None, Some(to)) if to.next() == Date::year_start(to.next().year()) => {
            [&to.year().to_string(), "年及以前"].concat()
        }
        (None, Some(to)) => [&day(to), "及以前"].concat(),
        (None, None) => String::new(),
    }
}
