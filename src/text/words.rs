//! What people call the words of the API, and the verdict in a line.

use crate::policy::assessment::Evidence;
use crate::policy::assessment::{RuleStatus, Status};
use crate::policy::case::{Person, SizeClass};
use crate::policy::date::Window;
use crate::policy::verdict::Outcome;
use crate::text::money::day;

/// The number to call.
pub const HOTLINE: &str = "12333";
/// Whom to ask, as the last of the next steps.
pub const ASK: &str = "拿不准的，拨打12333或问当地失业保险经办机构";
/// What follows from a false claim.
pub const RECOVERY: &str = "冒领、套取或骗取的要追究责任，请如实填报";
/// The disclaimer of every answer.
pub const ESTIMATE: &str = "估算结果仅供参考，以经办机构核定为准";

/// The size class.
#[must_use]
pub const fn size(size: SizeClass) -> &'static str {
    match size {
        SizeClass::Large => "大型",
        SizeClass::Medium => "中型",
        SizeClass::Small => "小型",
        SizeClass::Micro => "微型",
    }
}

/// Whom these measures leave out.
#[must_use]
pub const fn person(person: Person) -> &'static str {
    match person {
        Person::PublicInstitution => "机关、事业单位工作人员",
        Person::Flexible => "灵活就业人员",
        Person::Student => "学生",
        Person::Retired => "退休人员",
    }
}

/// Whether a figure is certain.
#[must_use]
pub const fn evidence(evidence: Evidence) -> &'static str {
    match evidence {
        Evidence::Official => "正式",
        Evidence::Provisional => "未确认",
    }
}

/// The verdict in a large line. `agency`: only the agency can still settle what is unknown.
#[must_use]
pub const fn headline(outcome: Outcome, status: Status, agency: bool) -> &'static str {
    match (outcome, status) {
        (Outcome::Eligible, _) => "可以申请",
        (Outcome::Ineligible, _) => "暂不符合",
        (Outcome::Undetermined, _) if agency => "要请经办机构认定",
        (Outcome::Undetermined, _) => "还差一点信息",
        (Outcome::Closed, Status::Upcoming) => "还没有开始",
        (Outcome::Closed, Status::Closed | Status::Open) => "本年度已截止",
        (Outcome::Closed, Status::NotRecorded) => "未收录该年度政策",
    }
}

/// The verdict on a premium in a large line.
#[must_use]
pub const fn premium_headline(outcome: Outcome, status: Status) -> &'static str {
    match (outcome, status) {
        (Outcome::Eligible, _) => "算出来了",
        (_, Status::NotRecorded) => "这个月的费率没有查到",
        _ => "还差一点信息",
    }
}

/// The verdict on a size class in a large line. `outside`: the industry is not in the table.
#[must_use]
pub const fn size_headline(size: Option<SizeClass>, status: Status, outside: bool) -> &'static str {
    match (size, status) {
        (Some(SizeClass::Large), _) => "大型企业",
        (Some(SizeClass::Medium), _) => "中型企业",
        (Some(SizeClass::Small), _) => "小型企业",
        (Some(SizeClass::Micro), _) => "微型企业",
        (None, Status::NotRecorded) => "未收录这一天的标准",
        (None, _) if outside => "这一行不能自测",
        (None, _) => "还差一点信息",
    }
}

/// Where only the registration is missing.
pub const REGISTER_FIRST: &str = "先办失业登记";

/// Today's state of the premium, for a list.
#[must_use]
pub const fn premium_status(rule_status: &RuleStatus) -> &'static str {
    match (rule_status.status, rule_status.evidence) {
        (Status::NotRecorded, _) => "费率没有查到",
        (_, Evidence::Official) => "正在执行",
        (_, Evidence::Provisional) => "正在执行（未确认）",
    }
}

/// Today's state of a measure, for a list: `可办理`, `已截止` ….
#[must_use]
pub fn status(rule_status: &RuleStatus) -> &'static str {
    match (rule_status.status, rule_status.evidence) {
        (Status::Open, Evidence::Official) => "可办理",
        (Status::Open, Evidence::Provisional) => "可办理（未确认）",
        (Status::Upcoming, _) => "还没有开始",
        (Status::Closed, _) => "已截止",
        (Status::NotRecorded, _) => "未收录该年度政策",
    }
}

/// The days on which one can apply: `2024年1月1日至2024年12月31日`.
#[must_use]
pub fn window(window: Window) -> String {
    match window.to {
        Some(to) => format!("{}至{}", day(window.from), day(to)),
        None => format!("{}起，没有写截止日期", day(window.from)),
    }
}
