//! The documents that a rule stands on.

use crate::api::answer::DocumentText;
use crate::packs::PACKS;
use crate::policy::citation::{Document, Source};
use crate::policy::list::Listed as _;
use crate::policy::pack::{BenefitStandard, MeasureHead, PremiumRate, RefundRound, RuleHead, SkillRule};

/// The documents of a rule of a measure.
pub(super) fn documents_of(measure: &'static MeasureHead, rule: &'static RuleHead) -> Vec<DocumentText> {
    let measures: [Measure; 5] = [
        (&PACKS.refund.head, refund_sources),
        (&PACKS.skill.head, skill_sources),
        (&PACKS.premium.head, premium_sources),
        (&PACKS.benefit.head, benefit_sources),
        (&PACKS.size.head, size_sources),
    ];
    let found = measures.iter().find(|(head, _)| head.title == measure.title);
    found.and_then(|(_, sources)| sources(rule.id)).map(|sources| documents(rule, &sources)).unwrap_or_default()
}

/// A measure, and the sources of its rule with an id.
type Measure = (&'static MeasureHead, fn(&str) -> Option<Sources>);

/// What a rule draws on.
type Sources = Vec<&'static Source>;

fn refund_sources(id: &str) -> Option<Sources> {
    PACKS.refund.rounds.known().into_iter().find(|round| round.head.id == id).map(RefundRound::sources)
}

fn skill_sources(id: &str) -> Option<Sources> {
    skill_rules().into_iter().find(|rule| rule.head.id == id).map(SkillRule::sources)
}

fn premium_sources(id: &str) -> Option<Sources> {
    PACKS.premium.rates.known().into_iter().find(|rate| rate.head.id == id).map(all_of_premium)
}

fn benefit_sources(id: &str) -> Option<Sources> {
    PACKS.benefit.standards.known().into_iter().find(|standard| standard.head.id == id).map(all_of_benefit)
}

fn size_sources(id: &str) -> Option<Sources> {
    PACKS.size.tables.known().into_iter().find(|table| table.id == id).map(all_of_size)
}

/// A rate's own sources, then those of the statutory shares and of the bases.
pub(super) fn all_of_premium(rate: &'static PremiumRate) -> Sources {
    let mut sources = rate.sources();
    sources.extend(PACKS.premium.statutory.sources());
    for limits in PACKS.premium.bases {
        sources.extend([&limits.floor.source, &limits.cap.source]);
    }
    sources
}

/// A standard's own sources, then those of the tiers and of the conditions.
pub(super) fn all_of_benefit(standard: &'static BenefitStandard) -> Sources {
    let (pack, law) = (&PACKS.benefit, &PACKS.benefit.conditions);
    let mut sources = standard.sources();
    for (_, source) in pack.tiers {
        sources.push(source);
    }
    sources.extend([&law.insured_months.source, &law.separations, &pack.months.source, &pack.months.caps_source]);
    sources
}

/// A table's own source, then that of how a size is found.
pub(super) fn all_of_size(table: &'static RuleHead) -> Sources {
    vec![&table.source, &PACKS.size.guidance.size_class]
}

/// The rounds and the standing rule, each once.
pub(super) fn skill_rules() -> Vec<&'static SkillRule> {
    let mut rules = Vec::new();
    for rule in PACKS.skill.rules.known() {
        if rule.round.is_some() {
            rules.push(*rule);
        }
    }
    rules.push(PACKS.skill.standing);
    rules
}

/// Every document once, the rule's own first.
pub(in crate::api) fn documents(head: &'static RuleHead, sources: &[&'static Source]) -> Vec<DocumentText> {
    let mut documents: Vec<&'static Document> = Vec::new();
    for document in sources.iter().map(|source| source.document).chain(head.also.iter().copied()) {
        if !documents.contains(&document) {
            documents.push(document);
        }
    }
    documents.into_iter().map(DocumentText::from).listed()
}
