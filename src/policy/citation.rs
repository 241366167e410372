//! Where a figure or a sentence of the law comes from, and how sure we are of it.

use crate::policy::date::Date;

/// How sure a source is, best first (rules.md).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
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
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
#[cfg_attr(feature = "json", derive(serde::Serialize), serde(rename_all = "lowercase"))]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub enum Evidence {
    /// Grades A and B.
    Official,
    /// Grades C, D and G: shown with a mark and the reason.
    Provisional,
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
#[derive(PartialEq, Eq, Debug)]
pub struct Document {
    /// Its number (文号), or what stands for it where no number was found.
    pub number: &'static str,
    /// Its title, where we are sure of it.
    pub title: Option<&'static str>,
    /// Who issued it.
    pub issuer: Option<&'static str>,
    /// The day of issue.
    pub issued_on: Option<Date>,
    /// A page of a state body, never a mirror's.
    pub url: Option<&'static str>,
}

/// A place in a document.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Source {
    /// The document.
    pub document: &'static Document,
    /// The clause, as the document numbers it: 二.
    pub clause: &'static str,
    /// The clause's own key words, verbatim, where we hold the text.
    pub quote: Option<&'static str>,
    /// How sure we are.
    pub grade: Grade,
}

/// A figure of the law with its source.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Sourced<T> {
    /// The figure.
    pub value: T,
    /// Where it stands.
    pub source: Source,
}

/// How sure a result is that draws on these sources: the lowest grade decides.
#[must_use]
pub fn evidence(sources: &[&Source]) -> Evidence {
    sources.iter().map(|source| source.grade).max().unwrap_or(Grade::A).evidence()
}
