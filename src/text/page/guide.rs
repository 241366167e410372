//! The guide's words.

use crate::policy::date::Date;
use crate::text::money::day;

/// Its name, and the button to it.
pub const TITLE: &str = "通知逐条看";
/// What it is.
pub const IS: &str = "把通知一条一条讲成大白话，每一条下面都有原文。";
/// Shows all clauses, where one is shown alone.
pub const ALL: &str = "看全部条款";
/// The link from a citation to the clause.
pub const READ: &str = "看这一条";
/// Back to where one came from.
pub const BACK: &str = "返回";
/// While the text is on its way.
pub const OPENING: &str = "正在打开…";
/// The text did not come.
pub const FAILED: &str = "这一页没有打开。请看看网络，再试一次；还是不行，请拨打 12333 问一问。";
/// Fetches it once more.
pub const RETRY: &str = "再试一次";
/// How old the notices are, over the parts that end.
pub const OF_2024: &str = "这是2024年的通知。写了截止日的，是这几部分：";
/// What came after.
pub const LATER: &str = "后来怎么规定，请看历年政策对比，或者拨打 12333 问一问。";
/// The question of the search box.
pub const SEARCH: &str = "找一找";
/// What can be looked for.
pub const SEARCH_HINT: &str = "例如：社保卡、劳务派遣、12个月";
/// Nothing was found.
pub const NONE: &str = "没有找到。换个说法试试，或者拨打 12333 问一问。";
/// Over what to bring.
pub const READY: &str = "要带什么";
/// Under what to bring.
pub const READY_ELSE: &str = "通知只写了这些。还要带什么，请拨打 12333 问一问。";
/// Over what people ask.
pub const ASKED: &str = "常有人问";
/// Over the parts.
pub const CONTENTS: &str = "目录";
/// On the clause that was asked for.
pub const TARGET: &str = "您要看的";
/// Before whom a clause is for.
pub const WHO: &str = "给谁的：";
/// The address of a clause.
pub const LINK: &str = "这一条的链接";

/// How many clauses there are, or were found.
#[must_use]
pub fn count(found: usize, is_searched: bool) -> String {
    match (found, is_searched) {
        (0, _) => NONE.to_owned(),
        (found, true) => format!("找到 {found} 条"),
        (found, false) => format!("一共 {found} 条"),
    }
}

/// A last day, and how long it is still: 到2024年12月31日为止，已截止.
#[must_use]
pub fn until(last: Date, today: Date) -> String {
    let left = match last.day_number().checked_sub(today.day_number()) {
        None => "已截止".to_owned(),
        Some(0) => "今天是最后一天".to_owned(),
        Some(days) => format!("还有{days}天"),
    };
    format!("到{}为止，{left}", day(last))
}

/// A part that ends: 稳岗返还：到2024年12月31日为止，已截止.
#[must_use]
pub fn ends(part: &str, last: Date, today: Date) -> String {
    let name = part.split('：').next().unwrap_or(part);
    format!("{name}：{}", until(last, today))
}
