//! 企业划型 (`size_class`): a self-check after 统计上大中小微型企业划分办法 (国统字〔2017〕213号).
//!
//! A class needs all its lower bounds, inclusive; otherwise the next class down is checked; below small is micro. The
//! refund itself goes by the class of 2020 or by a written commitment (14号·二).

use crate::policy::assessment::{Decided, NextStep, SizeAssessment, SizeResult};
use crate::policy::case::{SizeClass, SizeFacts};
use crate::policy::date::Date;
use crate::policy::list::{Listed, marked};
use crate::policy::pack::{Bound, Industry, Packs, SizeGuidance};
use crate::policy::rules::standing;
use crate::policy::verdict::Outcome;

/// What else follows from a size case.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Insight {
    /// The industry is outside the table.
    Outside(&'static str),
    /// The classes that are still possible, the greatest first.
    Possible(Vec<SizeClass>),
    /// It is a self-check.
    SelfCheck,
}

/// What an enterprise does next.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NextStepKind {
    /// Look up the class of 2020.
    SizeClass,
    /// Declare the class in writing, and what that means.
    WrittenCommitment,
    /// Paid first, settled after verification.
    Settlement,
    /// Ask 12333.
    AskTheAgency,
}

/// The classes that have bounds, the greatest first.
const BOUNDED: &[SizeClass] = &[SizeClass::Large, SizeClass::Medium, SizeClass::Small];

/// Finds the class of an enterprise.
///
/// ```
/// use wengang::packs::PACKS;
/// use wengang::policy::{case::{SizeClass, SizeFacts}, date::Date, rules::size_class};
/// let facts = SizeFacts { industry: PACKS.size.industry("industry"), employees: Some(19), ..SizeFacts::default() };
/// let answer = size_class::assess(&facts, &PACKS, Date::new(2024, 9, 1));
/// assert_eq!(answer.result.unwrap().size, SizeClass::Micro);
/// ```
#[must_use]
pub fn assess(facts: &SizeFacts, packs: &'static Packs, as_of: Date) -> SizeAssessment {
    let pack = &packs.size;
    let possible = facts.industry.and_then(|industry| possible(industry, facts));
    let result = possible.as_deref().and_then(|classes| match classes {
        [only] => Some(SizeResult { size: *only, decided_by: decided_by(*only, facts) }),
        _ => None,
    });
    SizeAssessment {
        as_of,
        // Before the table's first day the same table is all there is to check against; the standing says so.
        standing: standing::of_size(pack, as_of),
        outcome: if result.is_some() { Outcome::Eligible } else { Outcome::Undetermined },
        needs: if result.is_none() { needs(facts, pack.industries) } else { Vec::new() },
        insights: insights(facts, possible),
        next_steps: next_steps(&pack.guidance),
        result,
    }
}

/// The classes that some completion of the facts gives; `None` for an industry outside the table.
fn possible(industry: &Industry, facts: &SizeFacts) -> Option<Vec<SizeClass>> {
    let bounds = industry.bounds?;
    let mut classes = Vec::new();
    for (class, bounds) in BOUNDED.iter().copied().zip(bounds) {
        let reached: Vec<_> = bounds.iter().map(|bound| reaches(*bound, facts)).listed();
        if reached.contains(&Some(false)) {
            continue;
        }
        classes.push(class);
        if !reached.contains(&None) {
            return Some(classes);
        }
    }
    classes.push(SizeClass::Micro);
    Some(classes)
}

/// Whether the enterprise reaches the bound; `None` where the indicator is not known.
fn reaches(bound: Bound, facts: &SizeFacts) -> Option<bool> {
    match bound {
        Bound::Employees(least) => facts.employees.map(|persons| persons >= least),
        Bound::Revenue(least) => facts.revenue.map(|revenue| revenue >= least),
        Bound::Assets(least) => facts.assets.map(|assets| assets >= least),
    }
}

/// The bounds of the class and of the one above it.
fn decided_by(size: SizeClass, facts: &SizeFacts) -> Vec<Decided> {
    let bounds = facts.industry.and_then(|industry| industry.bounds).unwrap_or_default();
    let of = |wanted: Option<SizeClass>| {
        let classes = BOUNDED.iter().copied().zip(bounds).filter(move |(class, _)| Some(*class) == wanted);
        let row = |class, bound: &Bound| Decided { class, bound: *bound, met: reaches(*bound, facts) };
        classes.flat_map(move |(class, bounds)| bounds.iter().map(move |bound| row(class, bound)))
    };
    let above = BOUNDED.iter().copied().rfind(|class| *class < size);
    of(Some(size)).chain(of(above)).listed()
}

/// Names the missing facts that can still change the answer: an indicator where some industry that is left is not
/// settled and looks at it.
fn needs(facts: &SizeFacts, all: &'static [Industry]) -> Vec<&'static str> {
    let left = facts.industry.map_or(all, std::slice::from_ref);
    let open: Vec<_> = left.iter().filter(|one| possible(one, facts).is_some_and(|classes| classes.len() > 1)).listed();
    let looks_at = |wanted: fn(&Bound) -> bool| {
        open.iter().any(|industry| industry.bounds.iter().flatten().copied().flatten().any(wanted))
    };
    marked(&[
        (facts.industry.is_none(), "industry"),
        (facts.employees.is_none() && looks_at(|bound| matches!(bound, Bound::Employees(_))), "employees"),
        (facts.revenue.is_none() && looks_at(|bound| matches!(bound, Bound::Revenue(_))), "revenue"),
        (facts.assets.is_none() && looks_at(|bound| matches!(bound, Bound::Assets(_))), "assets"),
    ])
}

fn insights(facts: &SizeFacts, possible: Option<Vec<SizeClass>>) -> Vec<Insight> {
    let outside = facts.industry.filter(|industry| industry.bounds.is_none());
    let mut insights: Vec<_> = outside.map(|industry| Insight::Outside(industry.name)).into_iter().listed();
    match possible {
        // Everything is possible: that is no news.
        Some(classes) if classes.len() == SizeClass::ALL.len() => {}
        Some(classes) if classes.len() > 1 => insights.push(Insight::Possible(classes)),
        Some(_) => insights.push(Insight::SelfCheck),
        None => {}
    }
    insights
}

fn next_steps(guidance: &'static SizeGuidance) -> Vec<NextStep<NextStepKind>> {
    vec![
        NextStep::by(&guidance.size_class, NextStepKind::SizeClass),
        NextStep::by(&guidance.written_commitment, NextStepKind::WrittenCommitment),
        NextStep::by(&guidance.settlement, NextStepKind::Settlement),
        NextStep::of(NextStepKind::AskTheAgency),
    ]
}
