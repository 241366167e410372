//! The facts of each calculator as JSON (api.md), and how they become a case.

use crate::api::request::error::{ErrorCode, PolicyError};
use crate::api::request::quantity::{
    AverageInput, DateInput, Headcount, InsuredMonths, LevelInput, MoneyInput, MonthsOfYear, PersonMonths,
};
use crate::api::request::reader::{Needed, Read, Reader};
use crate::policy::case::{
    Applicant, Certificate, CertificateKind, CreditListing, Fold, Occupation, Person, Received, RefundFacts, SizeClass,
    SkillFacts,
};
use crate::policy::ratio::AverageInsured;

/// What an employer knows; every field may be left out.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[cfg_attr(feature = "types", ts(rename = "RefundFacts", rename_all = "camelCase", optional_fields))]
pub struct RefundInput {
    /// The kind of employer.
    applicant: Option<Applicant>,
    /// The size class of the 2020 exercise, or the declared one.
    size: Option<SizeClass>,
    /// The monthly average of insured persons in the base year.
    #[cfg_attr(feature = "types", ts(optional, type = "Decimal"))]
    average_insured: Option<AverageInput>,
    /// Instead: the twelve monthly headcounts, added.
    #[cfg_attr(feature = "types", ts(optional, type = "number"))]
    insured_person_months: Option<PersonMonths>,
    /// Persons who drew unemployment benefit in the base year.
    #[cfg_attr(feature = "types", ts(optional, type = "number"))]
    benefit_drawers: Option<Headcount>,
    /// Months of the base year paid in full, 0–12.
    #[cfg_attr(feature = "types", ts(optional, type = "number"))]
    fully_paid_months: Option<MonthsOfYear>,
    /// What enterprise and staff paid in the base year, 元.
    #[cfg_attr(feature = "types", ts(optional, type = "Decimal"))]
    premium_paid: Option<MoneyInput>,
    /// The lists the employer is on; `[]`: checked, on none.
    credit_listings: Option<Vec<CreditListing>>,
    /// Whether it is in a bankruptcy-liquidation or cancellation list.
    zombie: Option<bool>,
    /// Whether it is a labour-dispatch firm.
    labour_dispatch: Option<bool>,
    /// Whether it has a corporate bank account.
    corporate_account: Option<bool>,
}

impl Read for RefundInput {
    fn read(from: &Reader<'_>) -> Result<Self, PolicyError> {
        let mut read = Self::default();
        from.fill(&mut [
            ("applicant", &mut read.applicant),
            ("size", &mut read.size),
            ("averageInsured", &mut read.average_insured),
            ("insuredPersonMonths", &mut read.insured_person_months),
            ("benefitDrawers", &mut read.benefit_drawers),
            ("fullyPaidMonths", &mut read.fully_paid_months),
            ("premiumPaid", &mut read.premium_paid),
            ("creditListings", &mut read.credit_listings),
            ("zombie", &mut read.zombie),
            ("labourDispatch", &mut read.labour_dispatch),
            ("corporateAccount", &mut read.corporate_account),
        ])?;
        Ok(read)
    }
}

impl RefundInput {
    /// The case that these facts make.
    pub(super) fn known(self) -> Result<RefundFacts, PolicyError> {
        let average_insured = average(&self)?;
        let benefit_drawers = self.benefit_drawers.map(Headcount::get);
        if average_insured.is_some_and(AverageInsured::is_zero) && benefit_drawers.is_some_and(|drawers| drawers > 0) {
            let field = if self.average_insured.is_some() { "averageInsured" } else { "insuredPersonMonths" };
            return Err(PolicyError::new(
                ErrorCode::InvalidValue,
                format!("facts.{field}"),
                "有人领失业保险金，平均参保人数就不会是0，请核对这两项",
            ));
        }
        Ok(RefundFacts {
            applicant: self.applicant,
            size: self.size,
            average_insured,
            benefit_drawers,
            fully_paid_months: self.fully_paid_months.and_then(|months| u8::try_from(months.get()).ok()),
            premium_paid: self.premium_paid.map(Into::into),
            credit_listings: self.credit_listings,
            zombie: self.zombie,
            labour_dispatch: self.labour_dispatch,
            corporate_account: self.corporate_account,
        })
    }
}

fn average(input: &RefundInput) -> Result<Option<AverageInsured>, PolicyError> {
    let sum = input.insured_person_months.map(|sum| u64::from(sum.get()));
    match (&input.average_insured, sum) {
        (Some(_), Some(_)) => Err(PolicyError::new(
            ErrorCode::InvalidValue,
            "facts.insuredPersonMonths",
            "averageInsured 和 insuredPersonMonths 只填一个",
        )),
        (Some(average), None) => Ok(Some(average.clone().into())),
        // `PersonMonths` has checked the range.
        (None, sum) => Ok(sum.and_then(|sum| AverageInsured::from_person_months(sum).ok())),
    }
}

/// What a worker knows.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[cfg_attr(feature = "types", ts(rename = "SkillSubsidyFacts", rename_all = "camelCase"))]
pub struct SkillInput {
    /// Who applies.
    #[cfg_attr(feature = "types", ts(optional))]
    person: Option<Person>,
    /// Months insured, cumulative.
    #[cfg_attr(feature = "types", ts(optional, type = "number"))]
    insured_months: Option<InsuredMonths>,
    /// The certificates, at most 100.
    #[cfg_attr(feature = "types", ts(type = "CertificateFacts[]"))]
    certificates: Option<Vec<CertificateInput>>,
    /// Subsidies received; left out: none known.
    #[cfg_attr(feature = "types", ts(optional))]
    received: Option<Vec<ReceivedInput>>,
}

impl Read for SkillInput {
    fn read(from: &Reader<'_>) -> Result<Self, PolicyError> {
        let mut read = Self::default();
        from.fill(&mut [
            ("person", &mut read.person),
            ("insuredMonths", &mut read.insured_months),
            ("certificates", &mut read.certificates),
            ("received", &mut read.received),
        ])?;
        Ok(read)
    }
}

/// A certificate.
#[derive(Clone, PartialEq, Eq, Debug)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[cfg_attr(feature = "types", ts(rename = "CertificateFacts", rename_all = "camelCase"))]
pub struct CertificateInput {
    /// A name of your own for it; left out: its index as text.
    #[cfg_attr(feature = "types", ts(optional))]
    id: Option<String>,
    /// 职业（工种）.
    occupation: String,
    /// 5 初级, 4 中级, 3 高级, 2 技师, 1 高级技师.
    #[cfg_attr(feature = "types", ts(type = "1 | 2 | 3 | 4 | 5"))]
    level: LevelInput,
    /// Its kind.
    kind: CertificateKind,
    /// The day printed on it.
    #[cfg_attr(feature = "types", ts(type = "DateText"))]
    issued_on: DateInput,
    /// Whether 职业培训补贴 was had for it; left out: no.
    #[cfg_attr(feature = "types", ts(optional))]
    training_subsidy_received: Option<bool>,
    /// Whether its occupation is 急需紧缺; left out: no.
    #[cfg_attr(feature = "types", ts(optional))]
    urgent_shortage: Option<bool>,
}

impl Read for CertificateInput {
    fn read(from: &Reader<'_>) -> Result<Self, PolicyError> {
        let mut id = None;
        let mut occupation = Needed::new();
        let mut level = Needed::new();
        let mut kind = Needed::new();
        let mut issued_on = Needed::new();
        let mut training_subsidy_received = None;
        let mut urgent_shortage = None;
        from.fill(&mut [
            ("id", &mut id),
            ("occupation", &mut occupation),
            ("level", &mut level),
            ("kind", &mut kind),
            ("issuedOn", &mut issued_on),
            ("trainingSubsidyReceived", &mut training_subsidy_received),
            ("urgentShortage", &mut urgent_shortage),
        ])?;
        Ok(Self {
            id,
            occupation: occupation.of(from, "occupation")?,
            level: level.of(from, "level")?,
            kind: kind.of(from, "kind")?,
            issued_on: issued_on.of(from, "issuedOn")?,
            training_subsidy_received,
            urgent_shortage,
        })
    }
}

/// A subsidy that was received.
#[derive(Clone, PartialEq, Eq, Debug)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[cfg_attr(feature = "types", ts(rename = "ReceivedFacts", rename_all = "camelCase"))]
pub struct ReceivedInput {
    /// 职业（工种）.
    occupation: String,
    /// Its level.
    #[cfg_attr(feature = "types", ts(type = "1 | 2 | 3 | 4 | 5"))]
    level: LevelInput,
    /// The day the money came.
    #[cfg_attr(feature = "types", ts(type = "DateText"))]
    received_on: DateInput,
    /// Whether it was for a 急需紧缺 occupation; left out: no.
    #[cfg_attr(feature = "types", ts(optional))]
    urgent_shortage: Option<bool>,
}

impl Read for ReceivedInput {
    fn read(from: &Reader<'_>) -> Result<Self, PolicyError> {
        let mut occupation = Needed::new();
        let mut level = Needed::new();
        let mut received_on = Needed::new();
        let mut urgent_shortage = None;
        from.fill(&mut [
            ("occupation", &mut occupation),
            ("level", &mut level),
            ("receivedOn", &mut received_on),
            ("urgentShortage", &mut urgent_shortage),
        ])?;
        Ok(Self {
            occupation: occupation.of(from, "occupation")?,
            level: level.of(from, "level")?,
            received_on: received_on.of(from, "receivedOn")?,
            urgent_shortage,
        })
    }
}

impl SkillInput {
    /// The case that these facts make.
    pub(super) fn known(self, fold: Fold) -> Result<SkillFacts, PolicyError> {
        let Some(certificates) = self.certificates else {
            return Err(PolicyError::new(
                ErrorCode::MissingField,
                "facts.certificates",
                "缺少这一项，请补上；没有证书就填 []",
            ));
        };
        if certificates.len() > SkillFacts::MAX_CERTIFICATES {
            let message = format!("超出范围，最多填{}本证书", SkillFacts::MAX_CERTIFICATES);
            return Err(PolicyError::new(ErrorCode::OutOfRange, "facts.certificates", message));
        }
        let certificates = certificates.into_iter().enumerate();
        let received = self
            .received
            .map(|rows| rows.into_iter().enumerate().map(|(index, received)| received.known(index, fold)).collect());
        Ok(SkillFacts {
            person: self.person,
            insured_months: self.insured_months.map(InsuredMonths::get),
            certificates: certificates
                .map(|(index, certificate)| certificate.known(index, fold))
                .collect::<Result<_, _>>()?,
            received: received.transpose()?,
        })
    }
}

impl CertificateInput {
    fn known(self, index: usize, fold: Fold) -> Result<Certificate, PolicyError> {
        Ok(Certificate {
            id: self.id,
            occupation: occupation(&self.occupation, "certificates", index, fold)?,
            level: self.level.into(),
            kind: self.kind,
            issued_on: self.issued_on.into(),
            training_subsidy_received: self.training_subsidy_received,
            urgent_shortage: self.urgent_shortage,
        })
    }
}

impl ReceivedInput {
    fn known(self, index: usize, fold: Fold) -> Result<Received, PolicyError> {
        Ok(Received {
            occupation: occupation(&self.occupation, "received", index, fold)?,
            level: self.level.into(),
            received_on: self.received_on.into(),
            urgent_shortage: self.urgent_shortage,
        })
    }
}

fn occupation(written: &str, list: &str, index: usize, fold: Fold) -> Result<Occupation, PolicyError> {
    Occupation::new(written, fold).map_err(|_| {
        let field = format!("facts.{list}[{index}].occupation");
        PolicyError::new(ErrorCode::InvalidValue, field, "请填职业（工种）名称，不能空着")
    })
}
