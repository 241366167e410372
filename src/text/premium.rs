//! The premium in words.

use crate::policy::month::Month;
use crate::policy::rules::premium::{Insight, NextStepKind, Note, StepKind};
use crate::text::money::{day, grouped, month};
use crate::text::words;

/// What a line of the calculation is called.
#[must_use]
pub fn step(kind: StepKind) -> String {
    match kind {
        StepKind::Base { year, has_limits: true } => {
            return format!("缴费基数（{year}年）= 月工资，不低于下限，不高于上限");
        }
        StepKind::Base { year, has_limits: false } => {
            return format!("缴费基数（{year}年）= 月工资，没有查到上下限，没有套");
        }
        StepKind::Employer => "单位每月缴 = 缴费基数 × 单位费率",
        StepKind::Employee => "个人每月缴 = 缴费基数 × 个人费率",
        StepKind::Total => "每月合计 = 单位缴的 + 个人缴的",
        StepKind::StatutoryEmployer => "按法定费率，单位每月缴",
        StepKind::StatutoryEmployee => "按法定费率，个人每月缴",
        StepKind::Statutory => "按法定费率，每月合计",
        StepKind::Saved => "每月少缴 = 法定费率的合计 − 现在的合计",
        StepKind::PaidTotal => "一共缴 = 每月合计 × 人数 × 月数",
        StepKind::SavedTotal => "一共少缴 = 每月少缴 × 人数 × 月数",
    }
    .to_owned()
}

/// What else follows: the API's id, the sentence and the figure.
#[must_use]
pub fn insight(insight: &Insight) -> (&'static str, String, Option<String>) {
    match *insight {
        Insight::ForAll { headcount: 1, months, total, .. } => {
            ("for-all", format!("{months}个月一共缴{}元（单位和个人合计）", grouped(total)), Some(total.to_string()))
        }
        Insight::ForAll { headcount, months, employer, employee, total } => (
            "for-all",
            format!(
                "{headcount}人合计：单位每月缴{}元，个人每月缴{}元；{months}个月一共缴{}元",
                grouped(employer),
                grouped(employee),
                grouped(total)
            ),
            Some(total.to_string()),
        ),
        Insight::SavedBy { employer, employee } => (
            "saved-by",
            ["少缴的钱里，单位少缴", &grouped(employer), "元，个人少缴", &grouped(employee), "元"].concat(),
            None,
        ),
        Insight::Clamped { year, limit, is_floor: true } => (
            "base-floor",
            format!("工资低于{year}年缴费基数下限，按下限{}元缴", grouped(limit)),
            Some(limit.to_string()),
        ),
        Insight::Clamped { year, limit, is_floor: false } => {
            ("base-cap", format!("工资高于{year}年缴费基数上限，按上限{}元缴", grouped(limit)), Some(limit.to_string()))
        }
    }
}

/// What to do: the API's id and the sentence.
#[must_use]
pub fn next_step(kind: NextStepKind) -> (&'static str, String) {
    let (id, text) = match kind {
        NextStepKind::Rate => {
            ("rate", "降费率不用申请，缴费时按当时的费率算。执行到哪一天，见依据里的原话；以后是否延续，看新的通知")
        }
        NextStepKind::AskTheAgency => ("ask-the-agency", words::ASK),
    };
    (id, text.to_owned())
}

/// What belongs beside the figures.
#[must_use]
pub fn note(note: Note) -> String {
    match note {
        Note::NoLimits(year) => {
            format!("没有查到{year}年的缴费基数上下限：按工资原数计算，没有套上下限，未确认；以经办机构核定为准。")
        }
        Note::LimitsUnconfirmed(year) => {
            format!("{year}年的缴费基数上下限只见于单一网页，未确认；以经办机构核定为准，可拨打12333核实。")
        }
        Note::LaterLimits { from, to, first, are_known } => {
            let (later, first) = (span(from, to), month(first));
            if are_known {
                format!(
                    "{later}的缴费基数上下限和{first}的不一样：这里都按{first}的基数折算，未确认；以经办机构核定为准。"
                )
            } else {
                format!("没有查到{later}的缴费基数上下限：这里都按{first}的基数折算，未确认；以经办机构核定为准。")
            }
        }
        Note::RunsPast(last) => {
            format!("这个费率到{}为止，后面的月份按该月费率折算，未确认；到期后的费率以新的通知为准。", day(last))
        }
        Note::OnePerson => "没有填人数：按1人测算。".to_owned(),
        Note::AYear => "没有填月数：按12个月测算。".to_owned(),
        Note::ThisMonth(this) => format!("没有填哪个月：按{}测算。", month(this)),
    }
}

/// Months as people write them: `2025年1月`, `2025年1月到7月`.
fn span(from: Month, to: Month) -> String {
    if from == to { month(from) } else { format!("{}到{}月", month(from), to.number()) }
}
