//! Each calculator's own figures.

use crate::api::drawers::DrawersLine;
use crate::policy::assessment::Clamped;
use crate::policy::case::SizeClass;
use crate::policy::citation::Evidence;
use crate::policy::date::Date;
use crate::policy::money::Money;
use crate::policy::month::Month;
use crate::policy::pack::Bound;

answer_types! {
    /// The calculator's own figures.
    #[cfg_attr(feature = "json", serde(untagged))]
    pub enum Figures {
        /// Of the refund.
        Refund(RefundFigures),
        /// Of the skill subsidy.
        SkillSubsidy(SkillFigures),
        /// Of the premium.
        Premium(PremiumFigures),
        /// Of the unemployment benefit.
        UnemploymentBenefit(UnemploymentFigures),
        /// Of the size class.
        SizeClass(SizeFigures),
    }

    /// The figures behind a refund. What is not determined is left out.
    #[cfg_attr(feature = "json", serde(rename_all = "camelCase"))]
    pub struct RefundFigures {
        /// The rate: `0.60`.
        #[cfg_attr(feature = "json", serde(skip_serializing_if = "Option::is_none"))]
        #[cfg_attr(feature = "types", ts(optional))]
        pub rate: Option<String>,
        /// The layoff rate.
        #[cfg_attr(feature = "json", serde(skip_serializing_if = "Option::is_none"))]
        #[cfg_attr(feature = "types", ts(optional))]
        pub layoff_rate: Option<LayoffRateText>,
        /// Its limit: `0.055`.
        #[cfg_attr(feature = "json", serde(skip_serializing_if = "Option::is_none"))]
        #[cfg_attr(feature = "types", ts(optional))]
        pub layoff_limit: Option<String>,
        /// floor(limit × average), drawers not deducted.
        #[cfg_attr(feature = "json", serde(skip_serializing_if = "Option::is_none"))]
        #[cfg_attr(feature = "types", ts(optional, type = "number"))]
        pub drawers_allowed: Option<u64>,
        /// How the layoff condition moves with the drawers; for the page, no part of the JSON.
        #[cfg_attr(feature = "json", serde(skip))]
        #[cfg_attr(feature = "types", ts(skip))]
        pub drawers: Option<DrawersLine>,
    }

    /// The layoff rate, exact and printed.
    pub struct LayoffRateText {
        /// Drawers, times what makes the average whole.
        #[cfg_attr(feature = "types", ts(type = "number"))]
        pub numerator: u64,
        /// The average, times the same.
        #[cfg_attr(feature = "types", ts(type = "number"))]
        pub denominator: u64,
        /// In per cent, with as many places as keep it on its side of the limit.
        pub percent: String,
    }

    /// The figures behind a skill subsidy.
    pub struct SkillFigures {
        /// What to apply for, in the order to apply.
        pub plan: Vec<PlanRow>,
        /// What the year has no room for.
        pub skipped: Vec<SkippedRow>,
    }

    /// A certificate of the plan.
    #[cfg_attr(feature = "json", serde(rename_all = "camelCase"))]
    pub struct PlanRow {
        /// The certificate's id.
        pub id: String,
        /// What it brings, 元.
        #[cfg_attr(feature = "types", ts(type = "Money"))]
        pub amount: Money,
        /// The last day to apply for it, in this order.
        #[cfg_attr(feature = "types", ts(type = "DateText"))]
        pub apply_by: Date,
    }

    /// A certificate that is left over.
    pub struct SkippedRow {
        /// The certificate's id.
        pub id: String,
        /// Why: `yearly-limit` or `same-occupation-and-level`.
        pub because: &'static str,
        /// From when it could be applied for, if next year's rule is as this year's.
        #[cfg_attr(feature = "json", serde(skip_serializing_if = "Option::is_none"))]
        #[cfg_attr(feature = "types", ts(optional, type = "DateText"))]
        pub from: Option<Date>,
        /// Until when.
        #[cfg_attr(feature = "json", serde(skip_serializing_if = "Option::is_none"))]
        #[cfg_attr(feature = "types", ts(optional, type = "DateText"))]
        pub until: Option<Date>,
    }

    /// The figures of a premium: of one person and one month, 元, unless they say otherwise.
    #[derive(Copy)]
    #[cfg_attr(feature = "json", serde(rename_all = "camelCase"))]
    pub struct PremiumFigures {
        /// 缴费基数: the wage within the year's limits.
        #[cfg_attr(feature = "types", ts(type = "Money"))]
        pub base: Money,
        /// What the employer pays.
        #[cfg_attr(feature = "types", ts(type = "Money"))]
        pub employer_monthly: Money,
        /// What the employee pays.
        #[cfg_attr(feature = "types", ts(type = "Money"))]
        pub employee_monthly: Money,
        /// Both.
        #[cfg_attr(feature = "types", ts(type = "Money"))]
        pub total_monthly: Money,
        /// Both at the statutory rate.
        #[cfg_attr(feature = "types", ts(type = "Money"))]
        pub statutory_monthly: Money,
        /// What the cut saves.
        #[cfg_attr(feature = "types", ts(type = "Money"))]
        pub saved_monthly: Money,
        /// What the cut saves for all persons and months.
        #[cfg_attr(feature = "types", ts(type = "Money"))]
        pub saved_total: Money,
        /// Whether a limit of the year moved the base.
        pub clamped: Clamped,
        /// What is paid for all persons and months; for the page, no part of the JSON.
        #[cfg_attr(feature = "json", serde(skip))]
        #[cfg_attr(feature = "types", ts(skip))]
        pub paid_total: Money,
    }

    /// For how many months the benefit is paid.
    #[derive(Copy)]
    #[cfg_attr(feature = "json", serde(rename_all = "camelCase"))]
    pub struct UnemploymentFigures {
        /// All together.
        pub months: u8,
        /// From the months insured.
        pub from_insurance: u8,
        /// Unused months of an earlier claim.
        pub carried_over: u8,
    }

    /// A month of benefit.
    #[derive(Copy)]
    pub struct MonthRow {
        /// The month.
        #[cfg_attr(feature = "types", ts(type = "MonthText"))]
        pub month: Month,
        /// What it brings, 元.
        #[cfg_attr(feature = "types", ts(type = "Money"))]
        pub amount: Money,
        /// How sure that is.
        pub evidence: Evidence,
    }

    /// An enterprise's class, and the bounds that decided.
    #[cfg_attr(feature = "json", serde(rename_all = "camelCase"))]
    pub struct SizeFigures {
        /// The class.
        pub size: SizeClass,
        /// The bounds of the class and of the one above it.
        pub decided_by: Vec<DecidedRow>,
    }

    /// A bound and whether it is reached.
    #[derive(Copy)]
    pub struct DecidedRow {
        /// Whose bound it is; for the page, no part of the JSON.
        #[cfg_attr(feature = "json", serde(skip))]
        #[cfg_attr(feature = "types", ts(skip))]
        pub class: SizeClass,
        /// The bound as the law has it; for the page, no part of the JSON.
        #[cfg_attr(feature = "json", serde(skip))]
        #[cfg_attr(feature = "types", ts(skip))]
        pub least: Bound,
        /// `employees`, `revenue` or `assets`.
        pub indicator: &'static str,
        /// The least: persons as a number, 元 as a text.
        #[cfg_attr(feature = "types", ts(type = "number | Money"))]
        pub bound: Least,
        /// Whether it is reached; `null`: not known, and it does not matter.
        pub met: Option<bool>,
    }

    /// A lower bound.
    #[derive(Copy)]
    #[cfg_attr(feature = "json", serde(untagged))]
    pub enum Least {
        /// Persons.
        Persons(u32),
        /// 元.
        Yuan(#[cfg_attr(feature = "types", ts(type = "Money"))] Money),
    }
}
