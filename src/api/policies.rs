//! The rules built in, as the API lists them, and the rule behind an answer.

mod documents;

use crate::api::Facts;
use crate::api::answer::{Calculator, DocumentText, Policy, WindowText};
use crate::packs::PACKS;
use crate::policy::assessment::{Standing, Status};
use crate::policy::citation::{Evidence, Source};
use crate::policy::date::{Date, Window};
use crate::policy::list::Listed;
use crate::policy::month::Month;
use crate::policy::pack::{
    BenefitStandard, Industry, MeasureHead, PremiumRate, RefundRound, Region, RuleHead, SkillRule,
};
use crate::policy::rules::standing;
use crate::policy::timeline::Span;

pub(super) use documents::documents;
use documents::{all_of_benefit, all_of_premium, all_of_size, documents_of, skill_rules};

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

/// The rate of a month.
#[must_use]
pub fn premium_standing(month: Month, day: Date) -> Standing {
    standing::of_premium(&PACKS.premium, month, day)
}

/// The standard of the benefit on a day.
#[must_use]
pub fn benefit_standing(day: Date) -> Standing {
    standing::of_benefit(&PACKS.benefit, day)
}

/// The table of size classes on a day.
#[must_use]
pub fn size_standing(day: Date) -> Standing {
    standing::of_size(&PACKS.size, day)
}

/// The month by whose rate a year's premium is estimated: its first whose rate is known. `None` where a month's rate is
/// neither known nor taken by the estimate at the rate after it.
#[must_use]
pub fn estimate_month(year: u16) -> Option<Month> {
    let first = Month::of(Date::year_start(year));
    let (pack, mut found) = (&PACKS.premium, None);
    for month in (0..12).map(|later| first.plus(later)) {
        let day = month.first_day();
        match pack.rates.at(day) {
            Span::Known(_) => found = found.or(Some(month)),
            Span::Unknown(_) if (pack.estimate.from..=pack.estimate.to).contains(&day) => {}
            Span::Unknown(_) => return None,
        }
    }
    found
}

/// The first and the last day of a year that an estimate takes at the rate after them, because theirs was not found.
#[must_use]
pub fn estimated_days(year: u16) -> Option<Window> {
    let gap = &PACKS.premium.estimate;
    (gap.from.year() == year).then_some(Window { from: gap.from, to: Some(gap.to) })
}

/// The rule a case falls under on a day.
#[must_use]
pub fn standing_of(facts: &Facts, day: Date) -> Standing {
    match facts {
        Facts::Refund(_) => refund_standing(day),
        Facts::SkillSubsidy(_) => skill_standing(day),
        Facts::Premium(facts) => premium_standing(facts.month.unwrap_or(Month::of(day)), day),
        Facts::UnemploymentBenefit(_) => benefit_standing(day),
        Facts::SizeClass(_) => size_standing(day),
    }
}

/// The rule of the day for an answer, with the doubts about its figures and the assumptions that were used.
pub(super) fn worded(standing: &Standing, as_of: Date, doubts: &[String], assumed: &[String]) -> Policy {
    let (measure, rule) = (standing.measure, standing.rule);
    let rule_notes = rule.map(|rule| rule.notes).unwrap_or_default();
    // Readings are of a notice: where none is recorded there is nothing to read.
    let readings = rule.map(|_| measure.readings).unwrap_or_default();
    let owned = |note: &&str| (*note).to_owned();
    let of_rule = standing.gap.iter().chain(rule_notes).map(owned);
    Policy {
        id: rule.map_or_else(|| format!("{}-{}", measure.place, as_of.year()), |rule| rule.id.to_owned()),
        title: rule.map_or_else(|| measure.title.to_owned(), |rule| rule.title.to_owned()),
        status: standing.status,
        evidence: standing.evidence,
        window: standing.window().map(WindowText::from),
        checked_on: rule.map_or(measure.checked_on, |rule| rule.checked_on),
        documents: rule.map(|rule| documents_of(measure, rule)).unwrap_or_default(),
        notes: of_rule
            .chain(doubts.iter().cloned())
            .chain(readings.iter().map(owned))
            .chain(assumed.iter().cloned())
            .listed(),
    }
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
    /// The regions it tells apart; empty where it holds everywhere alike.
    pub regions: Vec<&'static str>,
}

/// Every rule built in.
#[must_use]
pub fn packs() -> Vec<Pack> {
    [refund_packs(), skill_packs(), premium_packs(), benefit_packs(), size_packs()].concat()
}

fn refund_packs() -> Vec<Pack> {
    let measure = &PACKS.refund.head;
    let one = |round: &'static RefundRound| {
        pack(Calculator::Refund, measure, &round.head, round.evidence(), &round.sources())
    };
    PACKS.refund.rounds.known().into_iter().map(one).listed()
}

fn skill_packs() -> Vec<Pack> {
    let measure = &PACKS.skill.head;
    let one = |rule: &'static SkillRule| {
        pack(Calculator::SkillSubsidy, measure, &rule.head, rule.evidence(), &rule.sources())
    };
    skill_rules().into_iter().map(one).listed()
}

fn premium_packs() -> Vec<Pack> {
    let measure = &PACKS.premium.head;
    let one = |rate: &'static PremiumRate| {
        pack(Calculator::Premium, measure, &rate.head, rate.evidence(), &all_of_premium(rate))
    };
    PACKS.premium.rates.known().into_iter().map(one).listed()
}

fn benefit_packs() -> Vec<Pack> {
    let measure = &PACKS.benefit.head;
    let one = |standard: &'static BenefitStandard| {
        let sources = all_of_benefit(standard);
        let all = pack(Calculator::UnemploymentBenefit, measure, &standard.head, standard.evidence(), &sources);
        Pack { regions: PACKS.benefit.regions.iter().map(|region| region.slug).listed(), ..all }
    };
    PACKS.benefit.standards.known().into_iter().map(one).listed()
}

fn size_packs() -> Vec<Pack> {
    let measure = &PACKS.size.head;
    let one =
        |table: &'static RuleHead| pack(Calculator::SizeClass, measure, table, table.evidence(), &all_of_size(table));
    PACKS.size.tables.known().into_iter().map(one).listed()
}

fn pack(
    calculator: Calculator,
    measure: &'static MeasureHead,
    head: &'static RuleHead,
    evidence: Evidence,
    sources: &[&'static Source],
) -> Pack {
    Pack {
        calculator,
        id: head.id,
        title: head.title,
        evidence,
        window: head.window.into(),
        checked_on: head.checked_on,
        documents: documents(head, sources),
        notes: head.notes.iter().chain(measure.readings).copied().listed(),
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
    /// The newest link format it reads.
    pub links: u8,
}

/// The versions built in.
#[must_use]
pub const fn version() -> Version {
    Version { package: env!("CARGO_PKG_VERSION"), rules: PACKS.version, links: crate::api::link::VERSION }
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

/// The file beside the page with the notices clause by clause.
#[must_use]
pub const fn guide_file() -> &'static str {
    PACKS.guide_file
}

/// The regions whose standards are built in, in the order of the list.
#[must_use]
pub fn regions() -> &'static [Region] {
    PACKS.benefit.regions
}

/// The industries of the size table, then those outside it.
#[must_use]
pub fn industries() -> &'static [Industry] {
    PACKS.size.industries
}
