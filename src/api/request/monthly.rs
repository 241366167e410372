//! The facts of premium, benefit and size class as JSON (api.md).

use crate::api::request::error::{ErrorCode, PolicyError};
use crate::api::request::quantity::{Headcount, InsuredMonths, MoneyInput, MonthInput, Whole};
use crate::api::request::reader::{Read, Reader};
use crate::packs::PACKS;
use crate::policy::case::{BenefitFacts, PremiumFacts, Separation, SizeFacts};

/// What is known of a wage; every field may be left out.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[cfg_attr(feature = "types", ts(rename = "PremiumFacts", rename_all = "camelCase", optional_fields))]
pub struct PremiumInput {
    /// The monthly wage of one person, 元.
    #[cfg_attr(feature = "types", ts(optional, type = "Decimal"))]
    monthly_wage: Option<MoneyInput>,
    /// Persons; left out: 1.
    #[cfg_attr(feature = "types", ts(optional, type = "number"))]
    headcount: Option<Headcount>,
    /// Months, 1–12; left out: 12.
    #[cfg_attr(feature = "types", ts(optional, type = "number"))]
    months: Option<Whole<1, 12>>,
    /// The month; left out: that of `asOf`.
    #[cfg_attr(feature = "types", ts(optional, type = "MonthText"))]
    month: Option<MonthInput>,
}

impl Read for PremiumInput {
    fn read(from: &Reader<'_>) -> Result<Self, PolicyError> {
        let mut read = Self::default();
        from.fill(&mut [
            ("monthlyWage", &mut read.monthly_wage),
            ("headcount", &mut read.headcount),
            ("months", &mut read.months),
            ("month", &mut read.month),
        ])?;
        Ok(read)
    }
}

impl PremiumInput {
    /// The case that these facts make.
    pub(super) fn known(self) -> PremiumFacts {
        PremiumFacts {
            monthly_wage: self.monthly_wage.map(Into::into),
            headcount: self.headcount.map(Headcount::get),
            months: self.months.and_then(|months| u8::try_from(months.get()).ok()),
            month: self.month.map(Into::into),
        }
    }
}

/// What a person out of work knows; every field may be left out.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[cfg_attr(feature = "types", ts(rename = "UnemploymentBenefitFacts", rename_all = "camelCase", optional_fields))]
pub struct BenefitInput {
    /// The district or county that pays: `shijiazhuang/changan`; `policies()` lists them.
    region: Option<String>,
    /// The first month to be paid; left out: that of `asOf`.
    #[cfg_attr(feature = "types", ts(optional, type = "MonthText"))]
    first_month: Option<MonthInput>,
    /// Months insured since the last claim, cumulative.
    #[cfg_attr(feature = "types", ts(optional, type = "number"))]
    insured_months: Option<InsuredMonths>,
    /// Why the work ended.
    separation: Option<Separation>,
    /// Whether registered as unemployed.
    registered: Option<bool>,
    /// Months of an earlier claim that were not drawn, 0–24; left out: 0.
    #[cfg_attr(feature = "types", ts(optional, type = "number"))]
    unused_months: Option<Whole<0, 24>>,
    /// Whether re-employed for under a year since the earlier claim.
    reemployed_under_one_year: Option<bool>,
}

impl Read for BenefitInput {
    fn read(from: &Reader<'_>) -> Result<Self, PolicyError> {
        let mut read = Self::default();
        from.fill(&mut [
            ("region", &mut read.region),
            ("firstMonth", &mut read.first_month),
            ("insuredMonths", &mut read.insured_months),
            ("separation", &mut read.separation),
            ("registered", &mut read.registered),
            ("unusedMonths", &mut read.unused_months),
            ("reemployedUnderOneYear", &mut read.reemployed_under_one_year),
        ])?;
        Ok(read)
    }
}

impl BenefitInput {
    /// The case that these facts make.
    pub(super) fn known(self) -> Result<BenefitFacts, PolicyError> {
        let region = self.region.as_deref().map(|slug| {
            let message = "没有收录这个地区，目前只有石家庄的区县；可用的写法见 policies() 的 regions";
            let unknown = || PolicyError::new(ErrorCode::Unsupported, "facts.region", message);
            PACKS.benefit.region(slug).ok_or_else(unknown)
        });
        let insured_months = self.insured_months.map(InsuredMonths::get);
        let is_full_year = insured_months.is_some_and(|months| months >= PACKS.benefit.conditions.insured_months.value);
        if is_full_year && self.reemployed_under_one_year == Some(true) {
            let message = "重新就业不满一年，缴费月数就不会满12个月，请核对这两项";
            return Err(PolicyError::new(ErrorCode::InvalidValue, "facts.reemployedUnderOneYear", message));
        }
        Ok(BenefitFacts {
            region: region.transpose()?,
            first_month: self.first_month.map(Into::into),
            insured_months,
            separation: self.separation,
            registered: self.registered,
            unused_months: self.unused_months.and_then(|months| u8::try_from(months.get()).ok()),
            reemployed_under_one_year: self.reemployed_under_one_year,
        })
    }
}

/// What an enterprise knows of its size; every field may be left out.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[cfg_attr(feature = "types", ts(rename = "SizeClassFacts", rename_all = "camelCase", optional_fields))]
pub struct SizeInput {
    /// The industry.
    #[cfg_attr(feature = "types", ts(optional, type = "string"))]
    industry: Option<String>,
    /// 从业人员, persons.
    #[cfg_attr(feature = "types", ts(optional, type = "number"))]
    employees: Option<Headcount>,
    /// 营业收入, 元.
    #[cfg_attr(feature = "types", ts(optional, type = "Decimal"))]
    revenue: Option<MoneyInput>,
    /// 资产总额, 元.
    #[cfg_attr(feature = "types", ts(optional, type = "Decimal"))]
    assets: Option<MoneyInput>,
}

impl Read for SizeInput {
    fn read(from: &Reader<'_>) -> Result<Self, PolicyError> {
        let mut read = Self::default();
        from.fill(&mut [
            ("industry", &mut read.industry),
            ("employees", &mut read.employees),
            ("revenue", &mut read.revenue),
            ("assets", &mut read.assets),
        ])?;
        Ok(read)
    }
}

impl SizeInput {
    /// The case that these facts make.
    pub(super) fn known(self) -> Result<SizeFacts, PolicyError> {
        let industry = self.industry.as_deref().map(|id| {
            let ids: Vec<_> = PACKS.size.industries.iter().map(|industry| industry.id).collect();
            let message = || format!("没有这个选项，可以填 {}", ids.join("、"));
            let unknown = || PolicyError::new(ErrorCode::InvalidValue, "facts.industry", message());
            PACKS.size.industry(id).ok_or_else(unknown)
        });
        Ok(SizeFacts {
            industry: industry.transpose()?,
            employees: self.employees.map(Headcount::get),
            revenue: self.revenue.map(Into::into),
            assets: self.assets.map(Into::into),
        })
    }
}
