//! A case: what somebody told us of themselves. Every fact may be missing.

use crate::policy::date::Date;
use crate::policy::money::Money;
use crate::policy::ratio::AverageInsured;

pub use crate::policy::occupation::{Fold, Occupation};

/// Declares a closed set of words of the API with its code in kebab-case and the list of all.
macro_rules! words {
    ($(#[$meta:meta])* $name:ident { $($(#[$doc:meta])* $variant:ident = $code:literal,)+ }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        #[cfg_attr(feature = "json", derive(serde::Serialize))]
        #[cfg_attr(feature = "types", derive(ts_rs::TS))]
        pub enum $name {
            $($(#[$doc])* #[cfg_attr(feature = "json", serde(rename = $code))] $variant,)+
        }

        impl $name {
            /// Every word, in the order of the API.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// What the API writes for each, in the same order.
            pub const CODES: &'static [&'static str] = &[$($code,)+];

            /// The word as the API writes it.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self { $(Self::$variant => $code,)+ }
            }
        }
    };
}

mod monthly;

pub use monthly::{BenefitFacts, PremiumFacts, Separation, SizeFacts};

words! {
    /// 参保单位类别: the kind of employer that asks for a refund.
    Applicant {
        /// 企业.
        Enterprise = "enterprise",
        /// 社会团体.
        SocialOrganization = "social-organization",
        /// 基金会.
        Foundation = "foundation",
        /// 社会服务机构.
        SocialService = "social-service",
        /// 律师事务所.
        LawFirm = "law-firm",
        /// 会计师事务所.
        AccountingFirm = "accounting-firm",
        /// 以单位形式参保的个体工商户.
        SoleTrader = "sole-trader",
        /// 机关事业单位.
        PublicInstitution = "public-institution",
        /// Any other body, such as 合作社 or 村委会.
        Other = "other",
    }
}

words! {
    /// 划型 (`size_class`): the class of the 2020 exercise, or the one a written commitment declares.
    SizeClass {
        /// 大型.
        Large = "large",
        /// 中型.
        Medium = "medium",
        /// 小型.
        Small = "small",
        /// 微型.
        Micro = "micro",
    }
}

words! {
    /// A list of 河北省信用信息共享平台 that excludes an employer.
    CreditListing {
        /// 严重失信企业信息.
        SeriousDishonesty = "serious-dishonesty",
        /// 失信被执行人名单.
        JudgmentDefaulter = "judgment-defaulter",
        /// 拖欠农民工工资黑名单.
        WageArrears = "wage-arrears",
    }
}

words! {
    /// Who asks for a skill subsidy.
    Person {
        /// 企业在职职工.
        EnterpriseEmployee = "enterprise-employee",
        /// 领取失业保险金人员.
        BenefitRecipient = "benefit-recipient",
        /// Insured staff of another body: 社会团体, 个体工商户 ….
        OtherInsured = "other-insured",
        /// 机关事业单位工作人员.
        PublicInstitution = "public-institution",
        /// 灵活就业人员.
        Flexible = "flexible",
        /// 学生.
        Student = "student",
        /// 退休人员.
        Retired = "retired",
    }
}

words! {
    /// The kind of a certificate.
    CertificateKind {
        /// 技能人员职业资格证书.
        VocationalQualification = "vocational-qualification",
        /// 职业技能等级证书.
        SkillLevel = "skill-level",
        /// 专项职业能力证书.
        SpecialCapability = "special-capability",
        /// 特种作业操作证.
        SpecialOperation = "special-operation",
        /// 专业技术资格证书.
        ProfessionalTitle = "professional-title",
    }
}

impl CertificateKind {
    /// Whether the kind counts: 技能人员职业资格证书 or 职业技能等级证书 (14号·三).
    #[must_use]
    pub const fn is_accepted(self) -> bool {
        match self {
            Self::VocationalQualification | Self::SkillLevel => true,
            Self::SpecialCapability | Self::SpecialOperation | Self::ProfessionalTitle => false,
        }
    }
}

/// The level of a certificate: 5 is 初级（五级）, 1 is 高级技师（一级）. A smaller number is a higher level.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Level(u8);

impl Level {
    /// The level with that number, 1…5.
    #[must_use]
    pub const fn new(number: u8) -> Option<Self> {
        if number >= 1 && number <= 5 { Some(Self(number)) } else { None }
    }

    /// The number, 1…5.
    #[must_use]
    pub const fn number(self) -> u8 {
        self.0
    }

    /// Whether this level is above the other.
    #[must_use]
    pub const fn is_above(self, other: Self) -> bool {
        self.0 < other.0
    }
}

/// What an employer told us. Persons are whole, money is 元.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct RefundFacts {
    /// The kind of employer.
    pub applicant: Option<Applicant>,
    /// The size class.
    pub size: Option<SizeClass>,
    /// The monthly average of insured persons in the base year.
    pub average_insured: Option<AverageInsured>,
    /// Persons who drew unemployment benefit in the base year.
    pub benefit_drawers: Option<u32>,
    /// Months of the base year paid in full, 0…12.
    pub fully_paid_months: Option<u8>,
    /// What enterprise and staff paid in the base year, 元.
    pub premium_paid: Option<Money>,
    /// The lists the employer is on; an empty list: checked, on none.
    pub credit_listings: Option<Vec<CreditListing>>,
    /// Whether it is in a bankruptcy-liquidation or cancellation list.
    pub zombie: Option<bool>,
    /// Whether it is a 劳务派遣 firm; moves only the next steps.
    pub labour_dispatch: Option<bool>,
    /// Whether it has a corporate bank account; moves only the next steps.
    pub corporate_account: Option<bool>,
}

/// What a worker told us.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct SkillFacts {
    /// Who asks.
    pub person: Option<Person>,
    /// Months insured, cumulative.
    pub insured_months: Option<u32>,
    /// The certificates, at most [`SkillFacts::MAX_CERTIFICATES`].
    pub certificates: Vec<Certificate>,
    /// Subsidies received earlier; `None`: not known to have any.
    pub received: Option<Vec<Received>>,
}

impl SkillFacts {
    /// The most certificates a case may list (api.md).
    pub const MAX_CERTIFICATES: usize = 100;
    /// Of how many occupations at most an answer says what a higher level would add.
    pub const MAX_HIGHER_LEVELS: usize = 3;
}

/// A certificate in a worker's hand.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Certificate {
    /// The caller's name for it.
    pub id: Option<String>,
    /// 职业（工种）.
    pub occupation: Occupation,
    /// Its level.
    pub level: Level,
    /// Its kind.
    pub kind: CertificateKind,
    /// 核发之日: the day printed on it.
    pub issued_on: Date,
    /// Whether 职业培训补贴 was had for it; `None`: taken as no.
    pub training_subsidy_received: Option<bool>,
    /// Whether its occupation is 急需紧缺; `None`: taken as no.
    pub urgent_shortage: Option<bool>,
}

impl Certificate {
    /// Whether both are for the same occupation and level: that pair is paid once in a life (14号·三).
    #[must_use]
    pub fn is_same_as(&self, other: &Self) -> bool {
        self.level == other.level && self.occupation == other.occupation
    }

    /// Whether it is a higher level of the same occupation.
    #[must_use]
    pub fn is_above(&self, other: &Self) -> bool {
        self.level.is_above(other.level) && self.occupation == other.occupation
    }

    /// Whether it counts as 急需紧缺.
    #[must_use]
    pub fn is_urgent(&self) -> bool {
        self.urgent_shortage.unwrap_or(false)
    }
}

/// A skill subsidy that was received.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Received {
    /// 职业（工种）.
    pub occupation: Occupation,
    /// The level.
    pub level: Level,
    /// The day the money came.
    pub received_on: Date,
    /// Whether it was for a 急需紧缺 occupation; `None`: taken as no.
    pub urgent_shortage: Option<bool>,
}
