//! The rules built in, as the API lists them, and the rule behind an answer.

use crate::api::answer::{Calculator, DocumentText, Policy, WindowText};
use crate::packs::PACKS;
use crate::policy::assessment::{Standing, Status};
use crate::policy::citation::{Document, Evidence, Source};
use crate::policy::date::Date;
use crate::policy::pack::{MeasureHead, RefundRound, RuleHead, SkillRule};
use crate::policy::rules::standing;

/// The rule a refund case falls under on a day.
#[must_use]
pub fn refund_standing(day: Date) -> Standing {
    standing::of_refund(&PACKS.refund, day)
}

/// The rule a skill-subsidy case falls under on a day.
#[must_use]
pub fn skill_standing(day: Date) -> Standing {
    standing::of_skill(&PACKS.skill, day)
}

/// The rule of the day for an answer, with the assumptions that were used.
pub(super) fn worded(calculator: Calculator, standing: &Standing, as_of: Date, assumed: &[&str]) -> Policy {
    let (measure, rule) = (standing.measure, standing.rule);
    let rule_notes = rule.map(|rule| rule.notes).unwrap_or_default();
    // Readings are of a notice: where none is recorded there is nothing to read.
    let readings = rule.map(|_| measure.readings).unwrap_or_default();
    let notes = standing.gap.iter().chain(rule_notes).chain(readings).chain(assumed);
    let documents = match (rule, calculator) {
        (None, _) => Vec::new(),
        (Some(rule), Calculator::Refund) => {
            refund_rounds().find(|round| round.head.id == rule.id).map(refund_documents).unwrap_or_default()
        }
        (Some(rule), Calculator::SkillSubsidy) => {
            skill_rules().find(|other| other.head.id == rule.id).map(skill_documents).unwrap_or_default()
        }
    };
    Policy {
        id: rule.map_or_else(|| format!("{}-{}", measure.place, as_of.year()), |rule| rule.id.to_owned()),
        title: rule.map_or_else(|| measure.title.to_owned(), |rule| rule.title.to_owned()),
        status: standing.status,
        evidence: standing.evidence,
        window: standing.window().map(WindowText::from),
        checked_on: rule.map_or(measure.checked_on, |rule| rule.checked_on),
        documents,
        notes: notes.map(|note| (*note).to_owned()).collect(),
    }
}

fn refund_rounds() -> impl Iterator<Item = &'static RefundRound> {
    PACKS.refund.rounds.known()
}

/// The rounds and the standing rule, each once.
fn skill_rules() -> impl Iterator<Item = &'static SkillRule> {
    let rounds = PACKS.skill.rules.known().copied().filter(|rule| rule.round.is_some());
    rounds.chain([PACKS.skill.standing])
}

fn refund_documents(round: &'static RefundRound) -> Vec<DocumentText> {
    documents(&round.head, round.sources())
}

fn skill_documents(rule: &'static SkillRule) -> Vec<DocumentText> {
    documents(&rule.head, rule.sources())
}

/// Every document once, the rule's own first.
fn documents(head: &'static RuleHead, sources: impl Iterator<Item = &'static Source>) -> Vec<DocumentText> {
    let mut documents: Vec<&'static Document> = Vec::new();
    for document in sources.map(|source| source.document).chain(head.also.iter().copied()) {
        if !documents.contains(&document) {
            documents.push(document);
        }
    }
    documents.into_iter().map(DocumentText::from).collect()
}

/// A rule built in.
#[derive(Clone, PartialEq, Eq, Debug)]
#[cfg_attr(feature = "json", derive(serde::Serialize), serde(rename_all = "camelCase"))]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Pack {
    /// The measure.
    pub calculator: Calculator,
    /// Its id: `hebei-2024`.
    pub id: &'static str,
    /// Its name.
    pub title: &'static str,
    /// How sure its figures are.
    pub evidence: Evidence,
    /// The days on which one can apply.
    pub window: WindowText,
    /// When somebody last compared the figures with their sources.
    #[cfg_attr(feature = "types", ts(type = "DateText"))]
    pub checked_on: Date,
    /// The documents it stands on.
    pub documents: Vec<DocumentText>,
    /// Readings and doubts.
    pub notes: Vec<&'static str>,
    /// The regions it tells apart; these measures tell none.
    pub regions: Vec<&'static str>,
}

/// Every rule built in.
#[must_use]
pub fn packs() -> Vec<Pack> {
    let refund = refund_rounds().map(|round| {
        pack(Calculator::Refund, &PACKS.refund.head, &round.head, round.evidence(), refund_documents(round))
    });
    let skill = skill_rules().map(|rule| {
        pack(Calculator::SkillSubsidy, &PACKS.skill.head, &rule.head, rule.evidence(), skill_documents(rule))
    });
    refund.chain(skill).collect()
}

fn pack(
    calculator: Calculator,
    measure: &'static MeasureHead,
    head: &'static RuleHead,
    evidence: Evidence,
    documents: Vec<DocumentText>,
) -> Pack {
    Pack {
        calculator,
        id: head.id,
        title: head.title,
        evidence,
        window: head.window.into(),
        checked_on: head.checked_on,
        documents,
        notes: head.notes.iter().chain(measure.readings).copied().collect(),
        regions: Vec::new(),
    }
}

/// The versions of the package, of its rules and of its links.
#[derive(Clone, PartialEq, Eq, Debug)]
#[cfg_attr(feature = "json", derive(serde::Serialize))]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Version {
    /// The package.
    pub package: &'static str,
    /// The rules: the newest day on which they were checked.
    pub rules: &'static str,
    /// The newest link format it reads; 0: none was released yet.
    pub links: u8,
}

/// The versions built in.
#[must_use]
pub const fn version() -> Version {
    Version { package: env!("CARGO_PKG_VERSION"), rules: PACKS.version, links: 0 }
}

/// Whether the day's rule is the rule of another day, for the notice above an answer.
#[must_use]
pub fn same_rule(a: &Standing, b: &Standing) -> bool {
    a.rule.map(|rule| rule.id) == b.rule.map(|rule| rule.id) && a.status == b.status
}

/// The last day a case can still be brought under a rule that is in force.
#[must_use]
pub fn last_day(standing: &Standing) -> Option<Date> {
    (standing.status == Status::Open).then(|| standing.window()?.to).flatten()
}
