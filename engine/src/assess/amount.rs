//! The money: what every completion of the missing facts gives, and how the least and the most are computed.

use crate::set::Set;

use crate::assessment::{AmountFound, Step};
use crate::error::NoValue;
use crate::evaluate::{Formula, Knowledge, Known, Leaf, Missing, Scene, State, Trace};
use crate::fraction::Fraction;
use crate::pack::{Amount, Cited, Round, Says, SourceId};
use crate::value::{Money, Value};

/// The amount of a case.
pub(super) struct AmountOf {
    /// The least and the greatest amount, where they are as exact as the law requires.
    bounds: Option<(Candidate, Candidate)>,
    /// What is missing and can still change it.
    pub missing: Set<Missing>,
}

/// An amount that some completion gives.
#[derive(Clone)]
struct Candidate {
    exact: Fraction,
    amount: Money,
    formula: Formula,
    sources: Set<SourceId>,
    /// Whether it depends on a value that was not found.
    unsure: bool,
}

impl AmountOf {
    pub fn evaluate(scene: &Scene<'_>, amount: &Amount) -> Result<Self, NoValue> {
        let leaves = scene.leaves(&amount.value, Trace::ALL);
        let mut candidates = match &leaves {
            Some(leaves) => candidates(leaves)?,
            None => Vec::new(),
        };
        let knowledge = Knowledge::of(scene, leaves);
        if let Some(why) = knowledge.failure() {
            return Err(why);
        }
        let is_left = match &knowledge.known {
            Known::Value(_) => true,
            Known::OneOf(_) => amount.range,
            Known::Open | Known::NoValue(_) => false,
        };
        let bounds = candidates.pop().filter(|_| is_left).map(|most| {
            let least = candidates.into_iter().next().unwrap_or_else(|| most.clone());
            (least, most)
        });
        Ok(Self { bounds, missing: knowledge.missing })
    }

    /// The money, as exactly as the facts allow.
    pub fn found(&self) -> Option<AmountFound> {
        let (least, most) = self.bounds.as_ref()?;
        let (min, max) = (least.amount, most.amount);
        Some(if min == max { AmountFound::Exact(min) } else { AmountFound::Range { min, max } })
    }

    /// One line, or two where it is a range.
    pub fn steps(&self, scene: &Scene<'_>, amount: &Amount, round: Option<&Round>) -> Vec<Step> {
        let Some((least, most)) = &self.bounds else { return Vec::new() };
        let shown = &amount.step;
        let unsure = amount.unsure.as_ref().is_some_and(|unsure| scene.surely(unsure));
        let line = |id: String, title: &Says, candidate: &Candidate| {
            let mut sources = candidate.sources.clone();
            sources.extend(round.into_iter().flat_map(|round| round.cited(Cited::Amount)));
            let sources = sources.to_vec();
            Step {
                id,
                title: scene.say(title),
                formula: candidate.formula.of_money(),
                value: candidate.amount.to_string(),
                unit: shown.unit.clone(),
                evidence: scene.pack.evidence(&sources).and(candidate.unsure || unsure),
                sources,
            }
        };
        if least.amount == most.amount {
            return vec![line(shown.id.clone(), &shown.title, least)];
        }
        vec![
            line(format!("{}-min", shown.id), &shown.least, least),
            line(format!("{}-max", shown.id), &shown.most, most),
        ]
    }
}

/// The amounts of all completions, each once, least first; of equal amounts the one of the least operands first.
fn candidates(leaves: &[Leaf]) -> Result<Vec<Candidate>, NoValue> {
    let mut candidates: Vec<Candidate> = Vec::new();
    for leaf in leaves {
        let (State::Known(Value::Money(exact)), Some(formula)) = (&leaf.found.state, &leaf.found.formula) else {
            continue;
        };
        match candidates.iter_mut().find(|candidate| candidate.formula == *formula) {
            Some(same) => {
                same.sources.add(&leaf.found.sources);
                same.unsure |= leaf.found.unsure;
            }
            None => candidates.push(Candidate {
                exact: exact.get(),
                amount: exact.rounded()?,
                formula: formula.clone(),
                sources: leaf.found.sources.clone(),
                unsure: leaf.found.unsure,
            }),
        }
    }
    candidates.sort_by(|one, other| {
        one.exact.cmp(&other.exact).then_with(|| one.formula.operands().cmp(&other.formula.operands()))
    });
    Ok(candidates)
}
