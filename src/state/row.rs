//! A certificate, and a subsidy received: rows of a form, and whether enough of them is filled in.

use crate::api::case::{FactValue, Named};
use crate::api::entry;
use crate::policy::case::{CertificateKind, Fold, Level};
use crate::policy::date::Date;
use crate::policy::list::Listed;
use crate::state::field::{Choice, Field};
use crate::state::question::Question;
use wengang_engine::Words;

/// A certificate, as typed and chosen.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct CertificateForm {
    /// Its name in the page.
    pub key: u32,
    /// 职业（工种）.
    pub occupation: Field,
    /// 等级.
    pub level: Choice<Level>,
    /// 证书种类.
    pub kind: Choice<CertificateKind>,
    /// 核发日期.
    pub issued_on: Field,
    /// Whether 职业培训补贴 was had for it.
    pub training_subsidy: Choice<bool>,
    /// Whether its occupation is 急需紧缺.
    pub urgent: Choice<bool>,
}

/// A subsidy received, as typed and chosen.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct ReceivedForm {
    /// Its name in the page.
    pub key: u32,
    /// 职业（工种）.
    pub occupation: Field,
    /// 等级.
    pub level: Choice<Level>,
    /// The day the money came.
    pub received_on: Field,
    /// Whether it was for a 急需紧缺 occupation.
    pub urgent: Choice<bool>,
}

/// A certificate of which everything that is needed is known.
pub(super) struct Certificate {
    /// The key of its row.
    pub key: u32,
    occupation: Words,
    level: Level,
    kind: CertificateKind,
    issued_on: Date,
    training_subsidy_received: Option<bool>,
    urgent_shortage: Option<bool>,
}

/// A subsidy received of which everything that is needed is known.
pub(super) struct Received {
    occupation: Words,
    level: Level,
    received_on: Date,
    urgent_shortage: Option<bool>,
}

impl Certificate {
    /// What it says, by the names of the API.
    pub(super) fn facts(&self) -> Vec<Named> {
        vec![
            ("occupation", Some(FactValue::Text(self.occupation.clone()))),
            ("level", Some(FactValue::Count(u32::from(self.level.number())))),
            ("kind", Some(FactValue::Word(self.kind.code()))),
            ("issuedOn", Some(FactValue::Day(self.issued_on))),
            ("trainingSubsidyReceived", self.training_subsidy_received.map(FactValue::Flag)),
            ("urgentShortage", self.urgent_shortage.map(FactValue::Flag)),
        ]
    }

    /// One that lacks nothing, issued on a day.
    pub(super) fn flawless(issued_on: Date) -> Option<Self> {
        Some(Self {
            key: 0,
            occupation: Words::plain("-"),
            level: Level::new(5)?,
            kind: CertificateKind::SkillLevel,
            issued_on,
            training_subsidy_received: Some(false),
            urgent_shortage: Some(false),
        })
    }
}

impl Received {
    /// What it says, by the names of the API.
    pub(super) fn facts(&self) -> Vec<Named> {
        vec![
            ("occupation", Some(FactValue::Text(self.occupation.clone()))),
            ("level", Some(FactValue::Count(u32::from(self.level.number())))),
            ("receivedOn", Some(FactValue::Day(self.received_on))),
            ("urgentShortage", self.urgent_shortage.map(FactValue::Flag)),
        ]
    }
}

/// A row that is half filled, and therefore left out of the answer.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Incomplete {
    /// [`Question::Certificates`] or [`Question::Received`].
    pub question: Question,
    /// The row's key.
    pub key: u32,
    /// The row's number on the screen, from 1.
    pub number: usize,
    /// What is missing or wrong.
    pub missing: Vec<Part>,
}

/// A part of a row.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Part {
    /// 职业（工种）.
    Occupation,
    /// 等级.
    Level,
    /// 证书种类.
    Kind,
    /// 核发日期.
    IssuedOn,
    /// 领取日期.
    ReceivedOn,
}

/// Names as written, where it only matters whether there is one.
pub(super) const AS_WRITTEN: Fold = str::to_owned;

/// What a row says.
pub(super) enum Row<T> {
    /// Nothing yet.
    Blank,
    /// Everything that is needed.
    Complete(T),
    /// Something is missing or wrong.
    Half {
        /// What.
        missing: Vec<Part>,
        /// Whether all of it is 不清楚: nothing more can be asked.
        settled: bool,
    },
}

impl<T> Row<T> {
    pub(super) fn complete(self) -> Option<T> {
        match self {
            Self::Complete(facts) => Some(facts),
            Self::Blank | Self::Half { .. } => None,
        }
    }

    /// Whether something was begun that can still be completed.
    pub(super) const fn is_open(&self) -> bool {
        matches!(self, Self::Half { settled: false, .. })
    }

    /// Whether all that can be said of it is said.
    pub(super) const fn is_settled(&self) -> bool {
        matches!(self, Self::Complete(_) | Self::Half { settled: true, .. })
    }

    pub(super) fn incomplete(self, question: Question, key: u32, number: usize) -> Option<Incomplete> {
        match self {
            Self::Half { missing, .. } => Some(Incomplete { question, key, number, missing }),
            Self::Blank | Self::Complete(_) => None,
        }
    }

    /// `parts`: each with whether it is there and whether it is 不清楚.
    fn new(is_touched: bool, facts: Option<T>, parts: &[(Part, bool, bool)]) -> Self {
        match facts {
            _ if !is_touched => Self::Blank,
            Some(facts) => Self::Complete(facts),
            None => Self::Half {
                missing: parts.iter().filter(|(_, is_there, _)| !is_there).map(|(part, ..)| *part).listed(),
                settled: parts.iter().all(|(_, is_there, is_unknown)| *is_there || *is_unknown),
            },
        }
    }
}

impl CertificateForm {
    pub(super) fn new(key: u32) -> Self {
        Self { key, ..Self::default() }
    }

    pub(super) fn is_touched(&self) -> bool {
        let Self { key: _, occupation, level, kind, issued_on, training_subsidy, urgent } = self;
        let typed = occupation.is_touched() || issued_on.is_touched();
        typed || level.is_done() || kind.is_done() || training_subsidy.is_done() || urgent.is_done()
    }

    pub(super) fn read(&self, fold: Fold) -> Row<Certificate> {
        let occupation = occupation(&self.occupation, fold);
        let issued_on = self.issued_on.value(entry::day);
        let parts = [
            (Part::Occupation, occupation.is_some(), self.occupation.unknown),
            (Part::Level, self.level.known().is_some(), self.level.is_unknown()),
            (Part::Kind, self.kind.known().is_some(), self.kind.is_unknown()),
            (Part::IssuedOn, issued_on.is_some(), self.issued_on.unknown),
        ];
        let facts = || {
            Some(Certificate {
                key: self.key,
                occupation: occupation?,
                level: *self.level.known()?,
                kind: *self.kind.known()?,
                issued_on: issued_on?,
                training_subsidy_received: self.training_subsidy.known().copied(),
                urgent_shortage: self.urgent.known().copied(),
            })
        };
        Row::new(self.is_touched(), facts(), &parts)
    }
}

impl ReceivedForm {
    pub(super) fn new(key: u32) -> Self {
        Self { key, ..Self::default() }
    }

    pub(super) fn is_touched(&self) -> bool {
        let Self { key: _, occupation, level, received_on, urgent } = self;
        occupation.is_touched() || received_on.is_touched() || level.is_done() || urgent.is_done()
    }

    pub(super) fn read(&self, fold: Fold) -> Row<Received> {
        self.read_as_begun(false, fold)
    }

    /// Reads the row; where it is `begun` by another answer, an empty row is half filled.
    pub(super) fn read_as_begun(&self, begun: bool, fold: Fold) -> Row<Received> {
        let occupation = occupation(&self.occupation, fold);
        let received_on = self.received_on.value(entry::day);
        let parts = [
            (Part::Occupation, occupation.is_some(), self.occupation.unknown),
            (Part::Level, self.level.known().is_some(), self.level.is_unknown()),
            (Part::ReceivedOn, received_on.is_some(), self.received_on.unknown),
        ];
        let facts = || {
            Some(Received {
                occupation: occupation?,
                level: *self.level.known()?,
                received_on: received_on?,
                urgent_shortage: self.urgent.known().copied(),
            })
        };
        Row::new(begun || self.is_touched(), facts(), &parts)
    }
}

/// The name of an occupation as it is written and as it is compared; `None` where nothing is left after trimming.
fn occupation(field: &Field, fold: Fold) -> Option<Words> {
    let folded = |text: &str| Ok(Words::new(text.trim(), fold(text).trim()));
    field.value(folded).filter(|words| !words.written().is_empty())
}
