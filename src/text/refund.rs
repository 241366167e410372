//! The refund in words.

use crate::policy::assessment::{Standing, Status};
use crate::policy::case::{Applicant, CreditListing};
use crate::policy::list::Listed;
use crate::policy::rules::refund::{Finding, Insight, Layoff, NextStepKind, StepKind};
use crate::policy::rules::standing::DayOff;
use crate::text::money::{day, grouped};
use crate::text::words;

/// What a condition is called.
#[must_use]
pub fn title(finding: &Finding) -> String {
    match finding {
        Finding::Round(_) => "在申请期限内".to_owned(),
        Finding::Applicant(_) => "属于可以申请的单位".to_owned(),
        Finding::FullyPaid { required, base_year, .. } => format!("{base_year}年足额缴纳失业保险费{required}个月"),
        Finding::Layoff(layoff) => format!("{}年没有裁员或裁员率不超标", layoff.base_year),
        Finding::Credit(_) => "没有严重失信".to_owned(),
        Finding::Zombie(_) => "不是“僵尸企业”".to_owned(),
    }
}

/// What was found, in a sentence or two.
#[must_use]
pub fn detail(finding: &Finding) -> String {
    match finding {
        Finding::Round(standing) => round(standing),
        Finding::Applicant(applicant) => covered(*applicant),
        Finding::FullyPaid { months, required, base_year } => fully_paid(*months, *required, *base_year),
        Finding::Layoff(layoff) => layoff_rate(layoff),
        Finding::Credit(listings) => credit(listings.as_deref()),
        Finding::Zombie(listed) => zombie(*listed).to_owned(),
    }
}

fn round(standing: &Standing) -> String {
    let Some(rule) = standing.rule else {
        return format!("未收录该年度政策：{}", standing.gap.unwrap_or_default());
    };
    let (year, window) = (rule.window.from.year(), words::window(rule.window));
    match (standing.status, rule.window.to) {
        (Status::Upcoming, _) => format!("{year}年这一轮要到{}才开始", day(rule.window.from)),
        (Status::Closed, Some(to)) => format!("{year}年这一轮已在{}截止", day(to)),
        _ => format!("{year}年这一轮的申请期限：{window}"),
    }
}

fn covered(applicant: Option<Applicant>) -> String {
    match applicant {
        None => "还不知道是哪一类单位".to_owned(),
        Some(Applicant::PublicInstitution) => "通知写的是参保企业和六类单位，没有机关事业单位".to_owned(),
        Some(Applicant::Other) => "通知没有写到这类单位，要请经办机构认定".to_owned(),
        Some(applicant) => format!("您填的是{}，通知里写到了", words::applicant(applicant)),
    }
}

fn fully_paid(months: Option<u8>, required: u8, base_year: u16) -> String {
    match months {
        None => format!("还不知道{base_year}年足额缴了几个月，要{required}个月都足额缴才可以"),
        Some(months) if months >= required => format!("{base_year}年{months}个月都足额缴了"),
        Some(months) => format!(
            "{base_year}年要足额缴满{required}个月，您填的是{months}个月，还差{}个月。通知的原话是“{required}个月以上”；\
             如果单位在{base_year}年中途才参保，请问经办机构",
            required - months
        ),
    }
}

fn layoff_rate(layoff: &Layoff) -> String {
    let year = layoff.base_year;
    let (Some(drawers), Some(average)) = (layoff.drawers, layoff.average) else {
        return layoff_unknown(layoff);
    };
    if drawers == 0 {
        return format!("{year}年没有人领失业保险金，算没有裁员");
    }
    let (Some(rate), Some(limit), Some(allowed)) = (layoff.rate(), layoff.limit, layoff.allowed) else {
        return layoff_unknown(layoff);
    };
    let facts =
        format!("{year}年有{drawers}人领了失业保险金，平均参保{}人，占{}%", average.shown(), rate.percent(limit).0);
    let bound = format!("不超过{}%（{allowed}人）", limit.percent());
    if rate.within(limit) { format!("{facts}，{bound}") } else { format!("{facts}；{bound}才可以") }
}

fn layoff_unknown(layoff: &Layoff) -> String {
    let year = layoff.base_year;
    match (layoff.drawers, layoff.limit, layoff.allowed) {
        (Some(0), ..) => format!("{year}年没有人领失业保险金，算没有裁员"),
        (None, Some(limit), Some(allowed)) => {
            format!("还不知道{year}年有几人领了失业保险金；不超过{}%（{allowed}人）就可以", limit.percent())
        }
        (None, ..) => format!("还不知道{year}年的平均参保人数和领失业保险金的人数；没有人领就可以"),
        _ => format!(
            "还不知道{year}年的平均参保人数；{}人及以下不超过{}%，{}人以上不超过{}%才可以",
            layoff.small_persons,
            layoff.small_limit.percent(),
            layoff.small_persons,
            layoff.target.percent()
        ),
    }
}

fn credit(listings: Option<&[CreditListing]>) -> String {
    match listings {
        None => "还没有在河北省信用信息共享平台上查过".to_owned(),
        Some([]) => "三个名单里都没有".to_owned(),
        Some(listings) => {
            let names: Vec<_> = listings.iter().map(|listing| words::credit_listing(*listing)).listed();
            format!("在名单里：{}", names.join("、"))
        }
    }
}

const fn zombie(listed: Option<bool>) -> &'static str {
    match listed {
        None => "还不知道是否被列入破产清算或注销名单",
        Some(true) => "被列入破产清算或注销名单的，不发放稳岗返还",
        Some(false) => "没有被列入破产清算或注销名单",
    }
}

/// What a line of the calculation is called.
#[must_use]
pub fn step(kind: StepKind) -> String {
    match kind {
        StepKind::LayoffRate { base_year } => {
            format!("裁员率 = {base_year}年领取失业保险金人数 ÷ {base_year}年月均参保人数 × 100")
        }
        StepKind::Refund => "返还金额 = 实际缴纳的失业保险费 × 返还比例".to_owned(),
        StepKind::LeastRefund => "最少：实际缴纳的失业保险费 × 较低的返还比例".to_owned(),
        StepKind::GreatestRefund => "最多：实际缴纳的失业保险费 × 较高的返还比例".to_owned(),
    }
}

/// What else follows: the API's id, the sentence and the figure.
#[must_use]
pub fn insight(insight: &Insight) -> (&'static str, String, Option<String>) {
    match insight {
        Insight::DrawersHeadroom { left: 0, allowed } => {
            ("drawers-headroom", format!("领失业保险金的人数正好到上限{allowed}人，再多1人就不符合"), Some("0".into()))
        }
        Insight::DrawersHeadroom { left, allowed } => (
            "drawers-headroom",
            format!("领失业保险金的人数上限是{allowed}人，还可以再多{left}人"),
            Some(left.to_string()),
        ),
        Insight::DrawersOver { over, allowed } => {
            ("drawers-over", format!("领失业保险金的人数上限是{allowed}人，超了{over}人"), Some(over.to_string()))
        }
        Insight::DrawersUnknown { allowed: 0, base_year } => {
            ("drawers-unknown", format!("{base_year}年没有人领失业保险金就符合；经办机构有这个数"), Some("0".into()))
        }
        Insight::DrawersUnknown { allowed, base_year } => (
            "drawers-unknown",
            format!("{base_year}年领失业保险金的人数不超过{allowed}人即符合；经办机构有这个数"),
            Some(allowed.to_string()),
        ),
        Insight::SizeComparison { large, smaller, ceiling } => (
            "size-comparison",
            format!(
                "划型不同，金额不同：大型{most}{}元，中小微型{most}{}元。划型以阶段性减免社保费时的划型为准；有异议可以书面\
                 承诺，但承诺不实要退回多领的钱，并承担法律责任",
                grouped(*large),
                grouped(*smaller),
                most = if *ceiling { "最高" } else { "" },
            ),
            None,
        ),
        Insight::NextYear { allowed, base_year } => {
            ("next-year", next_year(*allowed, *base_year), Some(allowed.to_string()))
        }
        Insight::LastDayOff(day_off) => ("last-day-off", last_day_off(&last_day_of_round(*day_off), *day_off), None),
    }
}

fn next_year(allowed: u64, base_year: u16) -> String {
    let bound = match allowed {
        0 => "没有人领失业保险金就符合，有1人领就不符合".to_owned(),
        allowed => format!("领失业保险金的不超过{allowed}人就符合，第{}人起不符合", allowed + 1),
    };
    format!("明年申请看今年（{base_year}年）的人数：如果明年的规定和平均人数都不变，今年{bound}")
}

/// Which round's last day it is: it may be the one before.
#[must_use]
pub fn last_day_of_round(day_off: DayOff) -> String {
    format!("{}年度申请期限的最后一天", day_off.last_day.year())
}

/// A last day on a weekend.
#[must_use]
pub fn last_day_off(what: &str, day_off: DayOff) -> String {
    format!(
        "{what}{}是周末，按{}{}可能延到{}（遇法定节假日也一样）；能不能延，请拨打{}确认",
        day(day_off.last_day),
        day_off.source.document.number,
        day_off.source.clause,
        day(day_off.monday),
        words::HOTLINE
    )
}

/// What to do next: the API's id and the sentence.
#[must_use]
pub fn next_step(kind: NextStepKind) -> (&'static str, String) {
    let (id, text) = match kind {
        NextStepKind::NoApplication => (
            "no-application",
            "不用自己申请：经办机构比对数据后推送稳岗返还信息，单位在网报端确认，公示后直接拨付。请留意网报端弹窗和短信",
        ),
        NextStepKind::LabourDispatch { certain: true } => {
            ("labour-dispatch", "劳务派遣单位要主动向经办机构申请；钱到账后要按规定及时使用，不能扣着不发")
        }
        NextStepKind::LabourDispatch { certain: false } => {
            ("labour-dispatch", "如果是劳务派遣单位，要主动向经办机构申请；钱到账后要按规定及时使用，不能扣着不发")
        }
        NextStepKind::NoCorporateAccount { certain: true } => {
            ("no-corporate-account", "没有对公账户的小微企业，钱可以返还到缴纳社会保险费的账户")
        }
        NextStepKind::NoCorporateAccount { certain: false } => {
            ("no-corporate-account", "如果是没有对公账户的小微企业，钱可以返还到缴纳社会保险费的账户")
        }
        NextStepKind::WrittenCommitment => (
            "written-commitment",
            "不清楚划型，先向经办机构查询减免社保费时的划型；对划型有异议的，可以书面承诺所属类型，先按承诺发放，核实后多退少补，\
             承诺不实要退钱并承担法律责任",
        ),
        NextStepKind::UseOfFunds => (
            "use-of-funds",
            "钱可以用于职工生活补助、缴纳社会保险费、转岗培训、技能提升培训等稳定岗位和降低生产经营成本的支出，\
             人社部门会核查使用情况",
        ),
        NextStepKind::PaymentTime => (
            "payment-time",
            "钱什么时候到账：通知给经办机构定了发放的进度（见依据里的原话），那是办事的目标，不是对每个单位的承诺",
        ),
        NextStepKind::Recovery => ("recovery", words::RECOVERY),
        NextStepKind::AskTheAgency => ("ask-the-agency", words::ASK),
    };
    (id, text.to_owned())
}
