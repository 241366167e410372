//! What people tell us of premiums, of the benefit and of an enterprise's size.

use crate::policy::money::Money;
use crate::policy::month::Month;
use crate::policy::pack::{Industry, Region};

words! {
    /// Why somebody is out of work.
    Separation {
        /// The contract expired, or the employer ended it.
        ContractEnded = "contract-ended",
        /// Dismissed: business, objective reasons, misconduct, incapacity.
        Dismissed = "dismissed",
        /// Agreed, on the employer's proposal.
        AgreedEmployerProposed = "agreed-employer-proposed",
        /// Left under 劳动合同法 §38: unpaid wages, no social insurance ….
        LeftForEmployerFault = "left-for-employer-fault",
        /// Resigned.
        Resigned = "resigned",
        /// Did not renew on equal terms.
        DeclinedRenewal = "declined-renewal",
        /// Anything else.
        Other = "other",
    }
}

/// What somebody told us of a wage and its premium.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct PremiumFacts {
    /// The monthly wage of one person, 元.
    pub monthly_wage: Option<Money>,
    /// Persons; `None`: taken as one.
    pub headcount: Option<u32>,
    /// Months, 1…12; `None`: taken as a year.
    pub months: Option<u8>,
    /// The month; `None`: that of the day of application.
    pub month: Option<Month>,
}

/// What a person out of work told us.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct BenefitFacts {
    /// The district or county that pays.
    pub region: Option<&'static Region>,
    /// The first month to be paid; `None`: that of the day of application.
    pub first_month: Option<Month>,
    /// Months insured since the last claim, cumulative.
    pub insured_months: Option<u32>,
    /// Why the work ended.
    pub separation: Option<Separation>,
    /// Whether registered as unemployed.
    pub registered: Option<bool>,
    /// Months of an earlier claim that were not drawn; `None`: taken as none.
    pub unused_months: Option<u8>,
    /// Whether re-employed for under a year since the earlier claim.
    pub reemployed_under_one_year: Option<bool>,
}

/// What an enterprise told us of its size. Money is 元.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct SizeFacts {
    /// The industry.
    pub industry: Option<&'static Industry>,
    /// 从业人员, persons.
    pub employees: Option<u32>,
    /// 营业收入.
    pub revenue: Option<Money>,
    /// 资产总额.
    pub assets: Option<Money>,
}
