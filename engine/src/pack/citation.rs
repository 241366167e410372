//! Where a figure or a sentence of the law comes from, and how sure we are of it.

use serde::{Deserialize, Serialize};

use crate::date::Date;
use crate::pack::{DocumentId, SourceId, Text};

/// How sure a source is, best first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
pub enum Grade {
    /// The text of the official document.
    A,
    /// The press or an office's own notice, or two copies that agree.
    B,
    /// One secondary page.
    C,
    /// Seen only second-hand.
    D,
    /// General knowledge.
    G,
}

/// What the grade means on screen.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
pub enum Evidence {
    /// Grades A and B.
    Official,
    /// Grades C, D and G: shown with a mark and the reason.
    Provisional,
}

impl Evidence {
    /// The same, but provisional where it depends on a value that was not found.
    #[must_use]
    pub const fn and(self, is_unsure: bool) -> Self {
        if is_unsure { Self::Provisional } else { self }
    }
}

impl Grade {
    /// A and B are official, all others provisional.
    #[must_use]
    pub const fn evidence(self) -> Evidence {
        match self {
            Self::A | Self::B => Evidence::Official,
            Self::C | Self::D | Self::G => Evidence::Provisional,
        }
    }
}

/// A document that a pack draws on.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Document {
    /// Its number (文号), or a description where no number was found.
    pub number: String,
    /// Its title, where we are sure of it.
    pub title: Option<String>,
    /// Who issued it.
    pub issuer: Option<String>,
    /// The day of issue.
    pub issued_on: Option<Date>,
    /// A page of a state body, never a mirror's.
    pub url: Option<String>,
}

/// A place in a document.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Source {
    /// The document.
    pub document: DocumentId,
    /// The clause, as the document numbers it: 二.
    pub clause: String,
    /// The clause's own key words, verbatim, where we hold the text.
    pub quote: Option<String>,
    /// How sure we are.
    pub grade: Grade,
}

/// What follows where a last day is a Saturday or a Sunday (民法典 §203).
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct DaysOff {
    /// The id of the insight.
    pub id: String,
    /// What the last day of a round is called: 2024年度申请期限的最后一天.
    pub round: Text,
    /// The sentence about the day.
    pub text: Text,
    /// Where the law says so.
    pub source: SourceId,
}
