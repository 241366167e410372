//! The words that the page's forms choose from.

/// NFKC and case folding, as the platform brings them: their tables cost 55 KB in the wasm, and every browser has them.
pub type Fold = fn(&str) -> String;

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
        /// 已离职、没有领失业保险金.
        Left = "left",
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

/// The level of a certificate: 5 is 初级（五级）, 1 is 高级技师（一级）. A smaller number is a higher level; 0 is a certificate
/// without a level.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Level(u8);

impl Level {
    /// The level with that number, 0…5.
    #[must_use]
    pub const fn new(number: u8) -> Option<Self> {
        if number <= 5 { Some(Self(number)) } else { None }
    }

    /// The number, 0…5.
    #[must_use]
    pub const fn number(self) -> u8 {
        self.0
    }
}

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
