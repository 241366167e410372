//! What an answer says as a text, and how it is told by one.

use crate::api::answer::Calculator;
use crate::api::policies::{industries, regions};
use crate::policy::case::{Applicant, CertificateKind, CreditListing, Level, Person, Separation, SizeClass};
use crate::policy::pack::Industry;
use crate::state::{Choice, Field, Place, Role, Step};

/// What stands for 不清楚.
const UNKNOWN: &str = "?";

/// An answer.
pub(super) enum Slot<'a> {
    /// A box.
    Field(&'a mut Field),
    /// A choice.
    Choice(&'a mut dyn Chosen),
    /// Yes, or nothing.
    Flag(&'a mut bool),
    /// A year, or nothing.
    Year(&'a mut Option<u16>),
    /// Who somebody is.
    Role(&'a mut Option<Role>),
    /// Where somebody is in 长辈版.
    Step(&'a mut Option<Step>),
}

impl Slot<'_> {
    /// What was answered; `None`: nothing.
    pub(super) fn told(&self) -> Option<String> {
        match self {
            Self::Field(field) => field.told(),
            Self::Choice(choice) => choice.told(),
            Self::Flag(is) => is.then(|| "1".to_owned()),
            Self::Year(year) => year.map(|year| year.to_string()),
            Self::Role(role) => role.map(role_code).map(str::to_owned),
            Self::Step(step) => step.map(Step::code),
        }
    }

    /// Takes an answer; one that is none of ours leaves the question unanswered.
    pub(super) fn tell(self, told: &str) {
        match self {
            Self::Field(field) => field.tell(told),
            Self::Choice(choice) => choice.tell(told),
            Self::Flag(is) => *is = told == "1",
            Self::Year(year) => *year = told.parse().ok().filter(|year| (1900..=2199).contains(year)),
            Self::Role(role) => *role = ROLES.iter().find(|(code, _)| *code == told).map(|(_, role)| *role),
            Self::Step(step) => *step = Step::of(told),
        }
    }
}

const ROLES: [(&str, Role); 8] = [
    ("enterprise", Role::Enterprise),
    ("other-body", Role::OtherBody),
    ("employee", Role::Employee),
    ("unemployed", Role::Unemployed),
    ("flexible", Role::Elsewhere(Person::Flexible)),
    ("student", Role::Elsewhere(Person::Student)),
    ("retired", Role::Elsewhere(Person::Retired)),
    ("public-institution", Role::Elsewhere(Person::PublicInstitution)),
];

fn role_code(role: Role) -> &'static str {
    ROLES.iter().find(|(_, known)| *known == role).map_or("", |(code, _)| code)
}

/// A choice whose words have codes.
pub(super) trait Chosen {
    /// The code of what is picked, `?` for 不清楚; `None`: nothing is.
    fn told(&self) -> Option<String>;
    /// Picks by a code.
    fn tell(&mut self, code: &str);
}

/// A word with a code.
trait Coded: Sized {
    fn code(&self) -> String;
    fn of(code: &str) -> Option<Self>;
}

impl<T: Coded> Chosen for Choice<T> {
    fn told(&self) -> Option<String> {
        match self {
            Self::Unanswered => None,
            Self::Unknown => Some(UNKNOWN.to_owned()),
            Self::Is(word) => Some(word.code()),
        }
    }

    fn tell(&mut self, code: &str) {
        *self = match code {
            UNKNOWN => Self::Unknown,
            code => T::of(code).map_or(Self::Unanswered, Self::Is),
        };
    }
}

macro_rules! coded {
    ($($name:ident),+) => { $(impl Coded for $name {
        fn code(&self) -> String {
            (*self).code().to_owned()
        }

        fn of(code: &str) -> Option<Self> {
            let place = Self::CODES.iter().position(|known| *known == code)?;
            Self::ALL.get(place).copied()
        }
    })+ };
}

coded!(Applicant, SizeClass, CertificateKind, Person, Separation, CreditListing);

impl Coded for bool {
    fn code(&self) -> String {
        if *self { "1" } else { "0" }.to_owned()
    }

    fn of(code: &str) -> Option<Self> {
        match code {
            "1" => Some(true),
            "0" => Some(false),
            _ => None,
        }
    }
}

impl Coded for Calculator {
    fn code(&self) -> String {
        (*self).code().to_owned()
    }

    fn of(code: &str) -> Option<Self> {
        Self::of_code(code)
    }
}

impl Coded for Level {
    fn code(&self) -> String {
        self.number().to_string()
    }

    fn of(code: &str) -> Option<Self> {
        code.parse().ok().and_then(Self::new)
    }
}

impl Coded for Vec<CreditListing> {
    fn code(&self) -> String {
        self.iter().map(|listing| (*listing).code()).collect::<Vec<_>>().join(" ")
    }

    fn of(code: &str) -> Option<Self> {
        code.split(' ').filter(|code| !code.is_empty()).map(<CreditListing as Coded>::of).collect()
    }
}

impl Coded for Place {
    fn code(&self) -> String {
        match self {
            Self::In(region) => region.slug.to_owned(),
            Self::Elsewhere => "elsewhere".to_owned(),
        }
    }

    fn of(code: &str) -> Option<Self> {
        let region = regions().iter().find(|region| region.slug == code).map(Self::In);
        region.or_else(|| (code == "elsewhere").then_some(Self::Elsewhere))
    }
}

impl Coded for &'static Industry {
    fn code(&self) -> String {
        self.id.to_owned()
    }

    fn of(code: &str) -> Option<Self> {
        industries().iter().find(|industry| industry.id == code)
    }
}
