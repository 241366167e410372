//! The questions and their groups.

mod shown;

/// A question of the page.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Question {
    /// 参保单位类别.
    Applicant,
    /// 划型.
    Size,
    /// 月均参保人数.
    AverageInsured,
    /// 领取失业保险金人数.
    BenefitDrawers,
    /// 足额缴费月数.
    FullyPaidMonths,
    /// 上年缴纳的失业保险费.
    PremiumPaid,
    /// 严重失信.
    CreditListings,
    /// 僵尸企业.
    Zombie,
    /// 劳务派遣.
    LabourDispatch,
    /// 对公账户.
    CorporateAccount,
    /// Who applies for the skill subsidy.
    Person,
    /// 累计缴费月数.
    InsuredMonths,
    /// The certificates.
    Certificates,
    /// Subsidies received before.
    Received,
    /// 月工资.
    Wage,
    /// The month of a premium.
    WageMonth,
    /// How many persons.
    Headcount,
    /// How many months.
    WageMonths,
    /// The district or county.
    Region,
    /// Months insured since the last claim of benefit.
    BenefitInsured,
    /// Why the work ended.
    Separation,
    /// 失业登记.
    Registered,
    /// The first month of benefit.
    FirstMonth,
    /// Unused months of an earlier claim.
    Unused,
    /// Whether re-employed for under a year since.
    Reemployed,
    /// The industry.
    Industry,
    /// 从业人员.
    Employees,
    /// 营业收入.
    Revenue,
    /// 资产总额.
    Assets,
}

impl Question {
    /// Every question.
    pub const ALL: &'static [Self] = &[
        Self::Applicant,
        Self::Size,
        Self::AverageInsured,
        Self::BenefitDrawers,
        Self::FullyPaidMonths,
        Self::PremiumPaid,
        Self::CreditListings,
        Self::Zombie,
        Self::LabourDispatch,
        Self::CorporateAccount,
        Self::Person,
        Self::InsuredMonths,
        Self::Certificates,
        Self::Received,
        Self::Wage,
        Self::WageMonth,
        Self::Headcount,
        Self::WageMonths,
        Self::Region,
        Self::BenefitInsured,
        Self::Separation,
        Self::Registered,
        Self::FirstMonth,
        Self::Unused,
        Self::Reemployed,
        Self::Industry,
        Self::Employees,
        Self::Revenue,
        Self::Assets,
    ];

    /// Its name in the page: the `id` of its element.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Applicant => "applicant",
            Self::Size => "size",
            Self::AverageInsured => "average-insured",
            Self::BenefitDrawers => "benefit-drawers",
            Self::FullyPaidMonths => "fully-paid-months",
            Self::PremiumPaid => "premium-paid",
            Self::CreditListings => "credit-listings",
            Self::Zombie => "zombie",
            Self::LabourDispatch => "labour-dispatch",
            Self::CorporateAccount => "corporate-account",
            Self::Person => "person",
            Self::InsuredMonths => "insured-months",
            Self::Certificates => "certificates",
            Self::Received => "received",
            Self::Wage => "monthly-wage",
            Self::WageMonth => "month",
            Self::Headcount => "headcount",
            Self::WageMonths => "months",
            Self::Region => "region",
            Self::BenefitInsured => "benefit-insured-months",
            Self::Separation => "separation",
            Self::Registered => "registered",
            Self::FirstMonth => "first-month",
            Self::Unused => "unused-months",
            Self::Reemployed => "reemployed",
            Self::Industry => "industry",
            Self::Employees => "employees",
            Self::Revenue => "revenue",
            Self::Assets => "assets",
        }
    }

    /// The fact it asks for, as `needs` names it.
    #[must_use]
    pub const fn fact(self) -> &'static str {
        match self {
            Self::Applicant => "applicant",
            Self::Size => "size",
            Self::AverageInsured => "averageInsured",
            Self::BenefitDrawers => "benefitDrawers",
            Self::FullyPaidMonths => "fullyPaidMonths",
            Self::PremiumPaid => "premiumPaid",
            Self::CreditListings => "creditListings",
            Self::Zombie => "zombie",
            Self::LabourDispatch => "labourDispatch",
            Self::CorporateAccount => "corporateAccount",
            Self::Person => "person",
            Self::InsuredMonths => "insuredMonths",
            Self::Certificates => "certificates",
            Self::Received => "received",
            Self::Wage => "monthlyWage",
            Self::WageMonth => "month",
            Self::Headcount => "headcount",
            Self::WageMonths => "months",
            Self::Region => "region",
            Self::BenefitInsured => "insuredMonths",
            Self::Separation => "separation",
            Self::Registered => "registered",
            Self::FirstMonth => "firstMonth",
            Self::Unused => "unusedMonths",
            Self::Reemployed => "reemployedUnderOneYear",
            Self::Industry => "industry",
            Self::Employees => "employees",
            Self::Revenue => "revenue",
            Self::Assets => "assets",
        }
    }
}

/// The name of a group of questions.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum GroupName {
    /// 单位.
    Employer,
    /// 人数.
    Headcount,
    /// 缴费.
    Premium,
    /// 信用.
    Credit,
    /// 到账.
    Payment,
    /// 您是谁.
    Person,
    /// 证书.
    Certificates,
    /// 以前领过的.
    Received,
    /// 工资.
    Wage,
    /// 人数和月数.
    Persons,
    /// 地区.
    Region,
    /// 离职.
    Separation,
    /// 领取.
    Claim,
    /// 行业.
    Industry,
    /// 规模.
    Scale,
}

/// Questions that stand together.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Group {
    /// Its name.
    pub name: GroupName,
    /// The questions on the screen, at least one.
    pub questions: Vec<Question>,
}
