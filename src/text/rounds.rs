//! Each measure's rounds side by side, in words.

use crate::policy::case::Applicant;
use crate::policy::date::{Date, Window};
use crate::policy::list::Listed;
use crate::policy::money::Money;
use crate::policy::pack::Blocking;
use crate::policy::ratio::Ratio;
use crate::text::money::{day, grouped, month};
use crate::text::words;

/// What the page is for, in a sentence.
pub const IS: &str = "每一项政策历年的标准放在一起，看得到哪一次变了什么，哪些还没有确认。";
/// How the marks are read.
pub const MARKS: &str =
    "带“变”的一格和上一次不一样；带“未确认”的没有查到正式文件，以经办机构核定为准。表格可以左右滑动。";
/// Sign and word of a figure that is not as it was before.
pub const CHANGED: (&str, &str) = ("◆", "变");
/// Over what changed.
pub const CHANGES: &str = "每一次变了什么";
/// Over the notes on the rounds: what was not found, and how it was read.
pub const NOTES: &str = "每一次的说明，哪些没有查到";
/// A span without a rule.
pub const NOT_FOUND: &str = "未查到";
/// The first round that is recorded.
pub const FIRST: &str = "这里收录的第一次，没有更早的可以比。";
/// Of a rule that stands beside the rounds.
pub const BESIDE: &str = "这一条一直有效，和每一年的政策并列；没有年度政策的日子按它办。";

/// What the refund's table is called.
pub const REFUND_IS: &str = "历年条件和返还比例";
/// The refund's columns.
pub const REFUND: &[&str] = &[
    "年度",
    "大型企业返还",
    "中小微企业返还",
    "裁员率上限",
    "小单位裁员率上限",
    "小单位人数线",
    "六类单位达到人数线返还",
    "六类单位不到人数线返还",
    "六类单位人数线",
    "上年度足额缴费",
    "申请时间",
];
/// The words of the refund's table that are not everyday ones.
#[must_use]
pub fn refund_terms() -> String {
    let six = [
        Applicant::SocialOrganization,
        Applicant::Foundation,
        Applicant::SocialService,
        Applicant::LawFirm,
        Applicant::AccountingFirm,
        Applicant::SoleTrader,
    ];
    let six: Vec<_> = six.iter().map(|one| words::applicant(*one).to_owned()).listed();
    [
        "六类单位：",
        &six.join("、"),
        "。人数线：参保人数按这个数分大小单位，两边的标准不同。返还：占上年度缴的失业保险费多少。",
    ]
    .concat()
}

/// What the skill subsidy's table is called.
pub const SKILL_SUBSIDY_IS: &str = "历年条件和补贴金额";
/// The skill subsidy's columns.
pub const SKILL_SUBSIDY: &[&str] = &[
    "年度",
    "初级（五级）",
    "中级（四级）",
    "高级（三级）",
    "累计缴费",
    "发证后多久内申请",
    "一年几次",
    "同一职业高低等级",
    "谁可以申请",
    "申请时间",
];
/// What the table of the premium's rates is called.
pub const RATES: &str = "历年费率";
/// The rates' columns.
pub const RATE_COLUMNS: &[&str] = &["从哪天起", "合计", "单位", "个人", "执行时间"];
/// What the table of the limits of the base is called.
pub const BASES: &str = "缴费基数上下限（元/月）";
/// Their columns.
pub const BASE_COLUMNS: &[&str] = &["年度", "下限", "上限"];
/// Years without limits.
pub const OTHER_YEARS: (&str, &str) = ("其他年度", "缴费基数上下限没有查到，测算时不套上下限。");
/// What the benefit's table is called.
pub const BENEFIT_IS: &str = "历年每月标准";
/// The benefit's columns.
pub const BENEFIT: &[&str] = &["从哪天起", "一档每月", "二档每月", "三档每月", "四档每月", "占最低工资", "执行时间"];
/// A tier that a standard does not have.
pub const NO_TIER: &str = "没有这一档";
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

/// What changed, in a sentence: figures by their column, before and after.
#[must_use]
pub fn change(before: Before, changes: &[(&str, &str, &str)]) -> String {
    let before = match before {
        Before::LastYear => "上一年",
        Before::LastTime => "上一次",
        Before::LastFound => "上一次查到的",
    };
    if changes.is_empty() {
        return ["和", before, "一样。"].concat();
    }
    let list: Vec<_> = changes.iter().map(changed).listed();
    ["和", before, "相比：", &list.join("；"), "。"].concat()
}

/// Words with a comma in them stand in quotes, so that one sees where they end.
fn changed(&(what, from, to): &(&str, &str, &str)) -> String {
    let (open, close) = if [from, to].concat().contains('，') { ("“", "”") } else { ("", "") };
    [what, "由", open, from, close, "变为", open, to, close].concat()
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

/// The days of a rule of which only the first day was found.
#[must_use]
pub fn only_since(from: Date) -> String {
    [&day(from), "起，到哪天为止没有查到"].concat()
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

/// A share: `60%`; where only the ceiling was published, `最高60%`.
#[must_use]
pub fn share(ratio: Ratio, is_ceiling: bool) -> String {
    [if is_ceiling { "最高" } else { "" }, &ratio.percent().to_string(), "%"].concat()
}

/// Months: `12个月`.
#[must_use]
pub fn months(count: u32) -> String {
    [&count.to_string(), "个月"].concat()
}

/// Months in full, or cumulative, at least.
#[must_use]
pub fn months_at_least(count: u32) -> String {
    [&months(count), "以上"].concat()
}

/// Months from the day of issue.
#[must_use]
pub fn months_after_issue(count: u16) -> String {
    [&months(u32::from(count)), "内"].concat()
}

/// So many persons and fewer.
#[must_use]
pub fn persons_at_most(count: u32) -> String {
    [&count.to_string(), "人及以下"].concat()
}

/// So many persons and more.
#[must_use]
pub fn persons_at_least(count: u32) -> String {
    [&count.to_string(), "人及以上"].concat()
}

/// An amount: `1,520.00元`.
#[must_use]
pub fn amount(money: Money) -> String {
    [&grouped(money), "元"].concat()
}

/// What blocks a lower level.
#[must_use]
pub const fn blocking(rule: Blocking) -> &'static str {
    match rule {
        Blocking::Received => "领过高等级补贴的，不再补低等级",
        Blocking::Held => "持有高等级证书或领过它的补贴的，不再补低等级",
    }
}
