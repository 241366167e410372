//! The answers on premium, benefit and size class.

use crate::api::case::{FactValue, Named};
use crate::api::entry;
use crate::policy::case::Separation;
use crate::policy::list::Listed;
use crate::policy::pack::{Industry, Region};
use crate::state::field::{Choice, Field, Input};

/// The answers on 失业保险费, as typed.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct PremiumForm {
    /// 月工资.
    pub wage: Field,
    /// Which month.
    pub month: Field,
    /// How many persons.
    pub headcount: Field,
    /// How many months.
    pub months: Field,
    /// The base year of the refund that an estimate is made for.
    pub for_refund: Option<u16>,
}

/// The answers on 失业保险金, as typed and chosen.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct BenefitForm {
    /// Where the premiums were paid.
    pub region: Choice<Place>,
    /// The first month to be paid.
    pub first_month: Field,
    /// 累计缴费月数 since the last claim.
    pub insured: Field,
    /// Why the work ended.
    pub separation: Choice<Separation>,
    /// 失业登记.
    pub registered: Choice<bool>,
    /// Months of an earlier claim that were not drawn.
    pub unused: Field,
    /// Whether re-employed for under a year since.
    pub reemployed: Choice<bool>,
}

/// A place that somebody picks.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Place {
    /// A district or county whose standards are built in.
    In(&'static Region),
    /// Another city.
    Elsewhere,
}

/// The answers on 企业划型, as typed and chosen.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct SizeForm {
    /// What is typed to find the industry.
    pub search: Field,
    /// The industry.
    pub industry: Choice<&'static Industry>,
    /// 从业人员.
    pub employees: Field,
    /// 营业收入.
    pub revenue: Field,
    /// 资产总额.
    pub assets: Field,
}

impl PremiumForm {
    pub(super) fn field(&self, input: Input) -> Option<&Field> {
        match input {
            Input::Wage => Some(&self.wage),
            Input::WageMonth => Some(&self.month),
            Input::Headcount => Some(&self.headcount),
            Input::WageMonths => Some(&self.months),
            _ => None,
        }
    }

    pub(super) fn field_mut(&mut self, input: Input) -> Option<&mut Field> {
        match input {
            Input::Wage => Some(&mut self.wage),
            Input::WageMonth => Some(&mut self.month),
            Input::Headcount => Some(&mut self.headcount),
            Input::WageMonths => Some(&mut self.months),
            _ => None,
        }
    }

    /// The case as far as it is known.
    pub(super) fn facts(&self) -> Vec<Named> {
        let months = self.months.value(|text| entry::months_from_one(text, entry::FULL_YEAR));
        vec![
            ("monthlyWage", self.wage.value(entry::amount).map(FactValue::Money)),
            ("headcount", self.headcount.value(entry::persons).map(FactValue::Count)),
            ("months", months.map(FactValue::Count)),
            ("month", self.month.value(entry::month).map(FactValue::Month)),
        ]
    }
}

impl BenefitForm {
    pub(super) fn field(&self, input: Input) -> Option<&Field> {
        match input {
            Input::FirstMonth => Some(&self.first_month),
            Input::BenefitInsured => Some(&self.insured),
            Input::Unused => Some(&self.unused),
            _ => None,
        }
    }

    pub(super) fn field_mut(&mut self, input: Input) -> Option<&mut Field> {
        match input {
            Input::FirstMonth => Some(&mut self.first_month),
            Input::BenefitInsured => Some(&mut self.insured),
            Input::Unused => Some(&mut self.unused),
            _ => None,
        }
    }

    fn insured_months(&self) -> Option<u32> {
        self.insured.value(|text| entry::months(text, entry::MAX_INSURED_MONTHS))
    }

    /// Whether the months insured leave the question of re-employment open: with a full year it answers itself.
    pub(super) fn may_be_reemployed(&self) -> bool {
        self.insured_months().is_none_or(|months| months < entry::FULL_YEAR)
    }

    /// The case as far as it is known.
    pub(super) fn facts(&self) -> Vec<Named> {
        let region = match self.region.known() {
            Some(Place::In(region)) => Some(*region),
            Some(Place::Elsewhere) | None => None,
        };
        let reemployed = self.reemployed.known().copied().filter(|_| self.may_be_reemployed());
        vec![
            ("region", region.map(|region| FactValue::Word(region.slug))),
            ("firstMonth", self.first_month.value(entry::month).map(FactValue::Month)),
            ("insuredMonths", self.insured_months().map(FactValue::Count)),
            ("separation", self.separation.known().map(|separation| FactValue::Word(separation.code()))),
            ("registered", self.registered.known().copied().map(FactValue::Flag)),
            (
                "unusedMonths",
                self.unused.value(|text| entry::months(text, entry::MAX_UNUSED_MONTHS)).map(FactValue::Count),
            ),
            ("reemployedUnderOneYear", reemployed.map(FactValue::Flag)),
        ]
    }
}

impl SizeForm {
    pub(super) fn field(&self, input: Input) -> Option<&Field> {
        match input {
            Input::IndustrySearch => Some(&self.search),
            Input::Employees => Some(&self.employees),
            Input::Revenue => Some(&self.revenue),
            Input::Assets => Some(&self.assets),
            _ => None,
        }
    }

    pub(super) fn field_mut(&mut self, input: Input) -> Option<&mut Field> {
        match input {
            Input::IndustrySearch => Some(&mut self.search),
            Input::Employees => Some(&mut self.employees),
            Input::Revenue => Some(&mut self.revenue),
            Input::Assets => Some(&mut self.assets),
            _ => None,
        }
    }

    /// The industries that fit what is typed, in everyday words or by name; all where nothing is typed.
    #[must_use]
    pub fn found(&self, all: &'static [Industry]) -> Vec<&'static Industry> {
        let typed = self.search.text.trim();
        let fits = |name: &str| name.contains(typed) || typed.contains(name);
        let is_found = |industry: &&Industry| fits(industry.name) || industry.words.iter().any(|word| fits(word));
        all.iter().filter(is_found).listed()
    }

    /// The case as far as it is known.
    pub(super) fn facts(&self) -> Vec<Named> {
        vec![
            ("industry", self.industry.known().map(|industry| FactValue::Word(industry.id))),
            ("employees", self.employees.value(entry::persons).map(FactValue::Count)),
            ("revenue", self.revenue.value(entry::amount).map(FactValue::Money)),
            ("assets", self.assets.value(entry::amount).map(FactValue::Money)),
        ]
    }
}
