//! The skill subsidy in words.

use crate::policy::assessment::SkipReason;
use crate::policy::case::Person;
use crate::policy::citation::Evidence;
use crate::policy::date::Date;
use crate::policy::pack::{Blocking, YearlyLimit};
use crate::policy::rules::skill_subsidy::{Assumption, Finding, Insight, NextStepKind, StepKind};
use crate::policy::verdict::{Reason, Verdict};
use crate::text::money::{day, grouped};
use crate::text::refund::{last_day_of_round, last_day_off};
use crate::text::words;

/// What a condition is called.
#[must_use]
pub fn title(finding: &Finding) -> String {
    match finding {
        Finding::Person(_) => "属于可以申请的人".to_owned(),
        Finding::Insured { required, .. } => format!("失业保险累计缴满{required}个月"),
        Finding::Kind => "证书种类在补贴范围".to_owned(),
        Finding::Level(..) => "证书等级有补贴标准".to_owned(),
        Finding::Window { months, .. } => format!("在发证之日起{months}个月内"),
        Finding::ReceivedBefore(_) => "同一职业同一等级没有领过".to_owned(),
        Finding::TrainingSubsidy(_) => "这本证书没有领过职业培训补贴".to_owned(),
        Finding::Superseded { .. } => "没有被更高等级挡住".to_owned(),
        Finding::Yearly { year, .. } => format!("{year}年还有申请次数"),
    }
}

/// What was found, in a sentence or two.
#[must_use]
pub fn detail(finding: &Finding, verdict: Verdict) -> String {
    match finding {
        Finding::Person(person) => who(*person, verdict),
        Finding::Insured { months, required } => insured(*months, *required),
        Finding::Kind if verdict == Verdict::Met => "这种证书在补贴范围".to_owned(),
        Finding::Kind => "这种证书不在补贴范围：只有技能人员职业资格证书和职业技能等级证书可以申请".to_owned(),
        Finding::Level(level, Some(amount)) => format!("{}，标准{}元", words::level(*level), grouped(*amount)),
        Finding::Level(level, None) => format!("通知没有写{}的补贴金额", words::level(*level)),
        Finding::Window { issued_on, last_day, as_of, .. } => window(*issued_on, *last_day, *as_of),
        Finding::ReceivedBefore(None) => "没有领过".to_owned(),
        Finding::ReceivedBefore(Some(date)) => format!("{}已经领过，一辈子只能享受一次", day(*date)),
        Finding::TrainingSubsidy(false) => "没有领过".to_owned(),
        Finding::TrainingSubsidy(true) => "同一本证书领了职业培训补贴，就不能再领技能提升补贴".to_owned(),
        Finding::Superseded { by, rule } => superseded(*by, *rule),
        Finding::Yearly { limit, received, ordinary, urgent, year } => {
            yearly(*limit, *received, *ordinary, *urgent, *year, verdict)
        }
    }
}

fn who(person: Option<Person>, verdict: Verdict) -> String {
    let Some(person) = person else { return "还不知道您属于哪一类人".to_owned() };
    let name = words::person(person);
    match verdict {
        Verdict::Met => format!("您是{name}，在范围内"),
        Verdict::Unmet => format!("您是{name}，不在通知写的范围内"),
        Verdict::Unknown(Reason::Agency | Reason::Missing) => {
            format!("您是{name}，通知只写了企业职工，要请经办机构认定")
        }
    }
}

fn insured(months: Option<u32>, required: u32) -> String {
    match months {
        None => format!("还不知道累计缴了几个月，要满{required}个月"),
        Some(months) if months >= required => format!("您累计缴了{months}个月，已满{required}个月"),
        Some(months) => {
            format!("失业保险要累计缴满{required}个月，您现在是{months}个月，还差{}个月", required - months)
        }
    }
}

fn window(issued_on: Date, last_day: Date, as_of: Date) -> String {
    let (issued, last) = (day(issued_on), day(last_day));
    if as_of < issued_on {
        format!("证书{issued}才发证，到那天才能申请，最后一天是{last}")
    } else if as_of <= last_day {
        format!("{issued}发证，最后一天是{last}")
    } else {
        format!("{issued}发证，{last}是最后一天，已经过了")
    }
}

fn superseded(by: Option<(crate::policy::case::Level, Blocking)>, rule: Blocking) -> String {
    match (by, rule) {
        (None, Blocking::Received) => "没有领过同一职业更高等级的补贴".to_owned(),
        (None, Blocking::Held) => "没有同一职业更高等级的证书，也没有领过它的补贴".to_owned(),
        (Some((level, Blocking::Received)), _) => {
            format!("同一职业的{}补贴已经领过，不再补较低的等级", words::level(level))
        }
        (Some((level, Blocking::Held)), _) => {
            format!("已经持有同一职业的{}证书，不再补较低的等级", words::level(level))
        }
    }
}

fn yearly(limit: YearlyLimit, received: u8, ordinary: u8, urgent: bool, year: u16, verdict: Verdict) -> String {
    let rule = words::yearly_limit(limit);
    match limit {
        YearlyLimit::None => rule,
        YearlyLimit::AtMost { .. } if verdict == Verdict::Met => format!("{rule}，{year}年已领{received}次"),
        YearlyLimit::AtMost { total, .. } if !urgent && received < total => {
            format!("{rule}，{year}年已领{ordinary}次普通职业的补贴，剩下的次数只给急需紧缺职业")
        }
        YearlyLimit::AtMost { .. } => format!("{rule}，{year}年已领{received}次，用完了"),
    }
}

/// What a line of the calculation is called.
#[must_use]
pub fn step(kind: &StepKind) -> String {
    match kind {
        StepKind::Certificate { occupation, level } => format!("{occupation} {}", words::level(*level)),
        StepKind::Total => "合计".to_owned(),
    }
}

/// What else follows: the API's id, the sentence and the figure.
#[must_use]
pub fn insight(insight: &Insight) -> (&'static str, String, Option<String>) {
    match insight {
        Insight::MonthsShort { short, required } => (
            "months-short",
            format!("失业保险再缴{short}个月，就满{required}个月了；各地缴的月数合并计算，请拨打12333核对"),
            Some(short.to_string()),
        ),
        Insight::PossibleTotal(total) => (
            "possible-total",
            format!("如果还不确定的条件都符合，可以领{}元", grouped(*total)),
            Some(total.to_string()),
        ),
        Insight::StandingRight { total, evidence, months, by } => (
            "standing-right",
            format!(
                "另外，有一条长期规定：累计缴费{months}个月以上的企业在职职工，按它也可以申请，约{}元，最早要在{}前申请（含当天）{}；同一本证书只能领一次，不能两边都领",
                grouped(*total),
                day(*by),
                match evidence {
                    Evidence::Official => "",
                    Evidence::Provisional => "（金额未确认，以经办机构核定为准）",
                }
            ),
            Some(total.to_string()),
        ),
        Insight::HigherLevel { occupation, level, adds, by, evidence } => (
            "higher-level",
            format!(
                "如果在{}前再考到{occupation}{}并申请，还能多领{}元{}",
                day(*by),
                words::level(*level),
                grouped(*adds),
                words::unconfirmed(*evidence)
            ),
            Some(adds.to_string()),
        ),
        Insight::LastDayOff { occupation, day_off } => {
            let what = occupation.as_ref().map(|occupation| format!("{occupation}证书的最后一天"));
            ("last-day-off", last_day_off(&what.unwrap_or_else(|| last_day_of_round(*day_off)), *day_off), None)
        }
    }
}

/// What to do next: the API's id and the sentence.
#[must_use]
pub fn next_step(kind: NextStepKind) -> (&'static str, String) {
    let (id, text) = match kind {
        NextStepKind::ApplyOnline => (
            "apply-online",
            "登录河北人社一体化公共服务平台（https://he.12333.gov.cn）或用“河北人社”APP申请，要在最后一天之前提交",
        ),
        NextStepKind::Payment => {
            ("payment", "审核、公示通过后，钱直接发到您本人社保卡的金融账户，请先确认账户已经激活")
        }
        NextStepKind::Recovery => ("recovery", words::RECOVERY),
        NextStepKind::AskTheAgency => ("ask-the-agency", words::ASK),
    };
    (id, text.to_owned())
}

/// A fact that was left out, and how it was taken.
#[must_use]
pub const fn assumption(assumption: Assumption) -> &'static str {
    match assumption {
        Assumption::NothingReceived => "没有填以前领过的补贴：按没有领过测算。",
        Assumption::NoTrainingSubsidy => "没有填是否领过职业培训补贴：按没有领过测算。",
        Assumption::NotUrgent => "没有填是否属于急需紧缺职业：按不属于测算。",
    }
}

/// Why a certificate is left over: the API's code and the words.
#[must_use]
pub const fn skip_reason(reason: SkipReason) -> (&'static str, &'static str) {
    match reason {
        SkipReason::YearlyLimit => ("yearly-limit", "今年的次数用完了"),
        SkipReason::SameOccupationAndLevel => ("same-occupation-and-level", "同一职业同一等级只补一次"),
    }
}
