//! The unemployment benefit in words.

use crate::policy::case::Separation;
use crate::policy::citation::Evidence;
use crate::policy::money::Money;
use crate::policy::month::Month;
use crate::policy::rules::unemployment_benefit::{Assumption, Finding, Insight, NextStepKind, StepKind};
use crate::policy::verdict::{Reason, Verdict};
use crate::text::money::{day, grouped, month};
use crate::text::words;

/// What a condition is called.
#[must_use]
pub fn title(finding: &Finding) -> String {
    match finding {
        Finding::Insured { required, .. } => format!("失业保险累计缴满{required}个月"),
        Finding::Separation(_) => "不是自己主动离职".to_owned(),
        Finding::Registered(_) => "已经办了失业登记".to_owned(),
    }
}

/// What was found, in a sentence or two.
#[must_use]
pub fn detail(finding: &Finding, verdict: Verdict) -> String {
    match *finding {
        Finding::Insured { continues: Some(unused), .. } => {
            format!("重新就业不满一年又失业，上次没领完的{unused}个月可以接着领")
        }
        Finding::Insured { months, required, continues: None } => insured(months, required, verdict),
        Finding::Separation(reason) => separated(reason, verdict),
        Finding::Registered(None) => "还不知道有没有办失业登记".to_owned(),
        Finding::Registered(Some(true)) => "已经办了".to_owned(),
        Finding::Registered(Some(false)) => "还没有办。先办失业登记，办好就可以申领，不会过期".to_owned(),
    }
}

fn insured(months: Option<u32>, required: u32, verdict: Verdict) -> String {
    match (months, verdict) {
        (None, Verdict::Unmet) => {
            format!("重新上班不满一年，上次也没有没领完的月数：失业保险要累计缴满{required}个月才可以")
        }
        (None, _) => format!("还不知道累计缴了几个月，要满{required}个月"),
        (Some(months), Verdict::Met) => format!("您累计缴了{months}个月，已满{required}个月"),
        (Some(months), Verdict::Unknown(_)) => {
            format!("您累计缴了{months}个月，不满{required}个月；上次还有没领完的月数，要看是不是重新就业不满一年")
        }
        (Some(months), Verdict::Unmet) => {
            format!(
                "失业保险要累计缴满{required}个月，您现在是{months}个月，还差{}个月",
                required.saturating_sub(months)
            )
        }
    }
}

fn separated(reason: Option<Separation>, verdict: Verdict) -> String {
    let Some(reason) = reason else { return "还不知道是怎么离开单位的".to_owned() };
    let name = words::separation(reason);
    match verdict {
        Verdict::Met => format!("您是{name}，不算自己主动离职"),
        Verdict::Unmet => format!("您是{name}，算自己主动离职，不能领失业保险金"),
        Verdict::Unknown(Reason::Agency | Reason::Missing) => format!("您是{name}，要请经办机构认定"),
    }
}

/// What a line of the calculation is called.
#[must_use]
pub fn step(kind: StepKind) -> String {
    match kind {
        StepKind::Years => "满几年 = 累计缴费月数 ÷ 12，不满一年的不算".to_owned(),
        StepKind::FromInsurance { first, then } => {
            format!("缴费年限对应的月数（{}，以后每满一年加{then}个月）", listed_months(first))
        }
        StepKind::Months => "可以领几个月".to_owned(),
        StepKind::Standard { from } => format!("{}起每月领 = 最低工资 × 比例", month(from)),
        StepKind::Total => "合计 = 每月领的 × 月数".to_owned(),
    }
}

/// 满1年3个月、满2年6个月 ….
fn listed_months(first: &[u8]) -> String {
    let years = first.iter().enumerate().map(|(index, months)| format!("满{}年{months}个月", index + 1));
    years.collect::<Vec<_>>().join("、")
}

/// What else follows: the API's id, the sentence and the figure.
#[must_use]
pub fn insight(insight: &Insight) -> (&'static str, String, Option<String>) {
    match *insight {
        Insight::OnceRegistered { first_month, months, total, evidence, is_all_else_met } => (
            "once-registered",
            once_registered(first_month, months, is_all_else_met)
                + &total.map(|total| sum(total, evidence)).unwrap_or_default(),
            total.map(|total| total.to_string()),
        ),
        Insight::MonthsShort { short, required } => (
            "months-short",
            format!("失业保险再缴{short}个月，就满{required}个月了；各地缴的月数合并计算，请拨打12333核对"),
            Some(short.to_string()),
        ),
        Insight::OverTheMost { together, most } => {
            ("over-the-most", format!("合起来是{together}个月，最多领{most}个月"), Some(most.to_string()))
        }
        Insight::StandardChanges { from, amount, evidence } => (
            "standard-changes",
            format!("{}起标准变了，每月{}元{}", month(from), grouped(amount), words::unconfirmed(evidence)),
            Some(amount.to_string()),
        ),
        Insight::BeforeEveryStandard { first_month } => (
            "before-every-standard",
            format!("{}的标准没有收录，只能算出月数，算不出金额；请拨打12333", month(first_month)),
            None,
        ),
    }
}

fn once_registered(first_month: Month, months: u8, is_all_else_met: bool) -> String {
    let provided = if is_all_else_met { "" } else { "如果其他条件也都符合，" };
    format!("{provided}办好失业登记以后，从{}开始领的话，预计可以领{months}个月", month(first_month))
}

fn sum(total: Money, evidence: Evidence) -> String {
    ["，一共", &grouped(total), "元", words::unconfirmed(evidence)].concat()
}

/// What to do next: the API's id and the sentence.
#[must_use]
pub fn next_step(kind: NextStepKind) -> (&'static str, String) {
    let (id, text) = match kind {
        NextStepKind::Register => (
            "register",
            "先办失业登记：可以在河北人社一体化公共服务平台（https://he.12333.gov.cn）或“河北人社”APP办，也可以问当地经办机构",
        ),
        NextStepKind::Claim => ("claim", "凭身份证或社保卡就能申领：不用交证明材料，没有申领时限，不附加别的条件"),
        NextStepKind::Platforms => {
            ("platforms", "在外地也能申领：国家有统一的待遇申领平台和关系转移接续平台，随时随地可以办")
        }
        NextStepKind::Medical => {
            ("medical-insurance", "领失业保险金期间，基本医疗保险费（含生育保险）由失业保险基金代缴，个人不用缴")
        }
        NextStepKind::PriceSubsidy => {
            ("price-subsidy", "物价涨到规定的幅度时，另有价格临时补贴；发不发、发多少要看当时的物价，这里不作承诺")
        }
        NextStepKind::NearRetirement => {
            ("near-retirement", "领满时离法定退休年龄不满一年的，可以一直领到退休年龄（未确认，以经办机构核定为准）")
        }
        NextStepKind::Pension { from } => {
            let text = "起，领金期间离法定退休年龄不满一年的，养老保险费可以由失业保险基金支付，先缴后补";
            return ("pension", [&day(from), text].concat());
        }
        NextStepKind::Ends => (
            "what-ends-it",
            "有这些情况就停发：重新就业；应征服兵役；移居境外；开始领基本养老金；没有正当理由，拒绝介绍的适当工作或培训",
        ),
        NextStepKind::Recovery => ("recovery", words::RECOVERY),
        NextStepKind::AskTheAgency => ("ask-the-agency", words::ASK),
    };
    (id, text.to_owned())
}

/// A fact that was left out, and how it was taken.
#[must_use]
pub fn assumption(assumption: Assumption) -> String {
    match assumption {
        Assumption::FirstMonth(first) => format!("没有填从哪个月开始领：按{}测算。", month(first)),
        Assumption::NothingUnused => "没有填上次没领完的月数：按没有测算。".to_owned(),
    }
}
