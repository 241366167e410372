//! Everything that can happen on the page.

use std::rc::Rc;

use crate::policy::case::{Applicant, CertificateKind, CreditListing, Level, Person, Separation, SizeClass};
use crate::policy::date::Date;
use crate::policy::money::Money;
use crate::policy::pack::Industry;
use crate::state::field::{Choice, Input};
use crate::state::guide::Target;
use crate::state::monthly::Place;
use crate::state::site::SiteFile;
use crate::state::step::{Move, Step};
use crate::state::{Drawn, PromoteEdit, Screen};

/// Who somebody says they are on the home screen.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Role {
    /// 企业: to the refund, the kind of employer answered.
    Enterprise,
    /// 其他单位: to the refund, the kind of employer asked.
    OtherBody,
    /// 在职职工: to the skill subsidy, as one of an enterprise unless another answer fits.
    Employee,
    /// 失业人员: to the benefit.
    Unemployed,
    /// Somebody whom these measures leave out.
    Elsewhere(Person),
}

/// What can happen.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Action {
    /// Somebody said who they are.
    Enter(Role),
    /// Another screen; every answer stays.
    Go(Screen),
    /// The day changed while the page was open. A day of application that was typed stays.
    Today(Date),
    /// Something was typed or pasted: the whole text of the box, at every input event, never filtered.
    Type(Input, String),
    /// Several lines or cells were pasted into a box: what was pasted, and what the box shows since.
    Paste(Input, String, String),
    /// The box was left (blur).
    Leave(Input),
    /// 不清楚 beside a box was ticked or cleared.
    DontKnow(Input, bool),
    /// A choice in the refund's form.
    Refund(RefundEdit),
    /// A choice in the skill subsidy's form.
    Skill(SkillEdit),
    /// A choice in the benefit's form.
    Benefit(BenefitEdit),
    /// The industry of an enterprise.
    Industry(Choice<&'static Industry>),
    /// Who somebody is, on the way to all measures.
    Who(Role),
    /// From the refund's form to an estimate of the premium, for the base year.
    Estimate(u16),
    /// Back to the refund's form with the estimate.
    UseEstimate(Money),
    /// Back to the refund's form with a class that is still to be confirmed.
    SuggestSize(SizeClass),
    /// Opens the notices clause by clause at a place.
    Read(Target),
    /// Their text came, or did not.
    Fetched(Option<String>),
    /// Opens what may be a link: the screen that it names, its query and fragment.
    OpenLink(Screen, String),
    /// Whether a link takes the numbers along.
    ShareNumbers(bool),
    /// A text was copied, or the browser refused.
    Copied(String, bool),
    /// A choice in a campaign's form.
    Promote(PromoteEdit),
    /// A poster was drawn, or the browser did not.
    Drawn(Rc<Drawn>),
    /// 长辈版 on or off; every answer stays.
    Elder(bool),
    /// A step on or back in 长辈版.
    Walk(Move),
    /// Somebody went back or forward in the browser's history to an entry of that step.
    Stand(Option<Step>),
    /// Reads sentences aloud, one a line.
    ReadAloud(String),
    /// The reading ended, or is to end.
    Hush,
    /// The office's settings came, or did not.
    Site(SiteFile),
    /// Opens the day and who somebody is, to be changed.
    ChangeBasis,
    /// Clears the answers of the calculator on the screen and the day.
    Restart,
    /// Takes the last 清空重填 or 删除 back.
    Undo,
}

/// A choice in the refund's form.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum RefundEdit {
    /// 参保单位类别.
    Applicant(Choice<Applicant>),
    /// 划型.
    Size(Choice<SizeClass>),
    /// Whether the average is typed as twelve monthly headcounts.
    ByMonth(bool),
    /// 都没有 (an empty list), 不清楚, or the whole list.
    Credit(Choice<Vec<CreditListing>>),
    /// One listing, ticked or cleared. Clearing the last leaves the question unanswered, not 都没有.
    Listing(CreditListing, bool),
    /// 僵尸企业.
    Zombie(Choice<bool>),
    /// 劳务派遣.
    LabourDispatch(Choice<bool>),
    /// 对公账户.
    CorporateAccount(Choice<bool>),
}

/// A choice in the benefit's form.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum BenefitEdit {
    /// The district or county.
    Region(Choice<Place>),
    /// Why the work ended.
    Separation(Choice<Separation>),
    /// 失业登记.
    Registered(Choice<bool>),
    /// Whether re-employed for under a year since the earlier claim.
    Reemployed(Choice<bool>),
}

/// A choice in the skill subsidy's form. Rows are named by their key; a key that is gone changes nothing.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SkillEdit {
    /// Who applies.
    Person(Choice<Person>),
    /// One more certificate.
    AddCertificate,
    /// Takes a certificate out; an empty one remains.
    RemoveCertificate(u32),
    /// The level of a certificate.
    Level(u32, Choice<Level>),
    /// The kind of a certificate.
    Kind(u32, Choice<CertificateKind>),
    /// Whether 职业培训补贴 was had for a certificate.
    TrainingSubsidy(u32, Choice<bool>),
    /// Whether a certificate's occupation is 急需紧缺.
    Urgent(u32, Choice<bool>),
    /// Whether a subsidy was received before.
    HasReceived(Choice<bool>),
    /// One more subsidy received.
    AddReceived,
    /// Takes a subsidy received out; an empty one remains.
    RemoveReceived(u32),
    /// The level of a subsidy received.
    ReceivedLevel(u32, Choice<Level>),
    /// Whether a subsidy received was for a 急需紧缺 occupation.
    ReceivedUrgent(u32, Choice<bool>),
}
