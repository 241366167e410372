//! The actions on the page.

use std::rc::Rc;

use crate::api::answer::Calculator;
use crate::policy::case::{Person, SizeClass};
use crate::policy::date::Date;
use crate::policy::money::Money;
use crate::state::answers::Picked;
use crate::state::field::Input;
use crate::state::guide::Target;
use crate::state::question::{Question, Subject};
use crate::state::site::SiteFile;
use crate::state::step::{Move, Step};
use crate::state::{DrawnPoster, PromoteEdit, Screen};

/// The user's role on the home screen.
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
    /// A person to whom these measures do not apply.
    Elsewhere(Person),
}

impl Role {
    /// Every role with its code, in the order of the choice.
    pub const ALL: [(&'static str, Self); 8] = [
        ("enterprise", Self::Enterprise),
        ("other-body", Self::OtherBody),
        ("employee", Self::Employee),
        ("unemployed", Self::Unemployed),
        ("flexible", Self::Elsewhere(Person::Flexible)),
        ("student", Self::Elsewhere(Person::Student)),
        ("retired", Self::Elsewhere(Person::Retired)),
        ("public-institution", Self::Elsewhere(Person::PublicInstitution)),
    ];

    /// Its code, as the law's files name it.
    #[must_use]
    pub fn code(self) -> &'static str {
        Self::ALL.into_iter().find(|(_, role)| *role == self).map_or("", |(code, _)| code)
    }

    /// The measure that matters most to it.
    #[must_use]
    pub fn leading(self) -> Option<Calculator> {
        Calculator::led_by(self.code())
    }

    /// The facts of a measure that it answers by itself, each with the option.
    pub(super) fn answers(self, of: Calculator) -> impl Iterator<Item = (&'static str, &'static str)> {
        let answers = of.head().role_answers.iter().filter(move |(role, ..)| *role == self.code());
        answers.map(|(_, fact, option)| (*fact, *option))
    }
}

/// The actions.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Action {
    /// The user chose a role.
    SelectRole(Role),
    /// Another screen; every answer stays.
    Navigate(Screen),
    /// The day changed while the page was open. A day of application that was typed stays.
    DateChanged(Date),
    /// Something was typed or pasted: the whole text of the box, at every input event, never filtered.
    Type(Input, String),
    /// Several lines or cells were pasted into a box: what was pasted, and what the box shows since.
    Paste(Input, String, String),
    /// The box was left (blur).
    Blur(Input),
    /// 不清楚 next to a box was ticked or cleared.
    DontKnow(Input, bool),
    /// An answer that is not typed, to a fact or in a field of a row.
    Answer(Subject, Edit),
    /// The user's role on the overview of all measures.
    SelectOverviewRole(Role),
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
    PosterDrawn(Rc<DrawnPoster>),
    /// 长辈版 on or off; every answer stays.
    Elder(bool),
    /// A step on or back in 长辈版.
    NavigateStep(Move),
    /// The browser's history moved to an entry with that step.
    SetStep(Option<Step>),
    /// Reads sentences aloud, one per line.
    ReadAloud(String),
    /// The reading ended, or is to end.
    StopSpeech,
    /// The office's settings came, or did not.
    Site(SiteFile),
    /// Unfolds the day and the role, to be changed.
    ChangeBasis,
    /// Clears the answers of the calculator on the screen and the day.
    Restart,
    /// Takes the last 清空重填 or 删除 back.
    Undo,
}

/// An answer that is not typed. What names a row that is gone changes nothing.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Edit {
    /// Picks options, none of them, 不清楚, or takes the answer back.
    Pick(Picked),
    /// Ticks or clears one of several options. Clearing the last leaves the question unanswered, not 都没有.
    Tick(&'static str, bool),
    /// Whether an average is typed as twelve monthly headcounts.
    ByMonth(bool),
    /// One more row.
    AddRow,
    /// Takes a row out; an empty one remains.
    RemoveRow(u32),
}

impl Action {
    /// Picks one option.
    #[must_use]
    pub fn pick(subject: impl Into<Subject>, option: &str) -> Self {
        Self::Answer(subject.into(), Edit::Pick(Picked::option(option)))
    }

    /// The list whose rows become more or fewer, and whether they become more.
    #[must_use]
    pub const fn rows_of(&self) -> Option<(Question, bool)> {
        match self {
            Self::Answer(Subject { question, cell: None }, Edit::AddRow) => Some((*question, true)),
            Self::Answer(Subject { question, cell: None }, Edit::RemoveRow(_)) => Some((*question, false)),
            _ => None,
        }
    }
}
