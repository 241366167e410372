//! What all paths of an expression give together.

use crate::set::Set;

use crate::assessment::{Reason, Verdict};
use crate::error::NoValue;
use crate::evaluate::path::{Cause, Leaf};
use crate::evaluate::{Found, Missing, Scene, State};
use crate::pack::{FactId, SourceId};
use crate::value::Value;

/// What is known of an expression, and what keeps it open.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Knowledge {
    pub known: Known,
    /// What is missing and keeps it open; empty where every value left is the same.
    pub missing: Set<Missing>,
    /// Whether only the agency can settle it.
    pub agency: bool,
    /// What flows into it.
    pub sources: Set<SourceId>,
    /// Whether it depends on a value that was not found.
    pub unsure: bool,
}

/// What is known of an expression.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Known {
    /// Its value.
    Value(Value),
    /// The values that are left, at least two, each once.
    OneOf(Vec<Value>),
    /// Not even that.
    Open,
    /// It has no value, however everything turns out.
    NoValue(NoValue),
}

/// What is left of the paths once decisions that change nothing are taken out.
#[derive(Clone, PartialEq, Eq, Debug)]
enum Tree {
    Leaf(State, Set<Missing>),
    Split(Cause, Vec<Tree>),
}

fn sources_of(leaves: &[Leaf]) -> Set<SourceId> {
    let mut sources = Set::new();
    leaves.iter().for_each(|leaf| sources.add(&leaf.found.sources));
    sources
}

impl Knowledge {
    /// Joins the paths; `None`: there were too many, so that any missing fact may matter.
    pub fn of(scene: &Scene<'_>, leaves: Option<Vec<Leaf>>) -> Self {
        let Some(leaves) = leaves else { return Self::unexplored(scene) };
        let leaves = match <[Leaf; 1]>::try_from(leaves) {
            Ok([only]) => return Self::settled(only.found),
            Err(leaves) => leaves,
        };
        let mut found = Self {
            known: Known::Open,
            missing: Set::new(),
            agency: false,
            sources: sources_of(&leaves),
            unsure: leaves.iter().any(|leaf| leaf.found.unsure),
        };
        let tree = Tree::of(&leaves, 0);
        found.collect(&tree);
        found.known = known(&tree);
        found
    }

    /// What is known where there is one path: nothing was decided on it.
    fn settled(found: Found) -> Self {
        let Found { state, missing, sources, unsure, .. } = found;
        let known = match state {
            State::Known(value) => Known::Value(value),
            State::Between(_) | State::Open => Known::Open,
            State::NoValue(why) => Known::NoValue(why),
        };
        Self { known, missing, agency: false, sources, unsure }
    }

    fn unexplored(scene: &Scene<'_>) -> Self {
        let is_open = |(index, value): &(usize, &Option<Value>)| match (scene.measure.facts.get(*index), value) {
            (Some(fact), Some(value)) => scene.measure.any_of(fact.kind, value).is_some(),
            _ => value.is_none(),
        };
        let absent = scene.facts.iter().enumerate().filter(is_open);
        let missing =
            absent.filter_map(|(index, _)| u16::try_from(index).ok().map(FactId).map(Missing::Fact)).collect();
        Self { known: Known::Open, missing, agency: false, sources: Set::new(), unsure: false }
    }

    /// The verdict on a condition. One without a value counts as unknown: where nothing is missing either, the
    /// assessment ends with an error.
    pub fn verdict(&self) -> Verdict {
        match &self.known {
            Known::Value(Value::Truth(true)) => Verdict::Met,
            Known::Value(Value::Truth(false)) => Verdict::Unmet,
            _ if self.missing.is_empty() && self.agency => Verdict::Unknown(Reason::Agency),
            _ => Verdict::Unknown(Reason::Missing),
        }
    }

    /// Why there is no value although no fact is missing.
    pub fn failure(&self) -> Option<NoValue> {
        match self.known {
            Known::NoValue(why) if self.missing.is_empty() && !self.agency => Some(why),
            _ => None,
        }
    }

    fn collect(&mut self, tree: &Tree) {
        match tree {
            Tree::Leaf(_, missing) => self.missing.add(missing),
            Tree::Split(cause, ways) => {
                self.missing.add(&cause.missing);
                self.agency |= cause.agency;
                for way in ways {
                    self.collect(way);
                }
            }
        }
    }
}

impl Tree {
    /// The tree of the paths that are equal up to `depth`.
    fn of(leaves: &[Leaf], depth: usize) -> Self {
        let Some((first, decision)) = leaves.first().map(|leaf| (leaf, leaf.decisions.get(depth))) else {
            return Self::Leaf(State::NoValue(NoValue::DamagedPack), Set::new());
        };
        let Some(decision) = decision else {
            return Self::Leaf(first.found.state.clone(), first.found.missing.clone());
        };
        let way = |leaf: &Leaf| leaf.decisions.get(depth).map(|decision| decision.taken);
        let ways = leaves.chunk_by(|one, other| way(one) == way(other));
        let ways: Vec<Self> = ways.map(|leaves| Self::of(leaves, depth.saturating_add(1))).collect();
        Self::reduced(decision.cause.clone(), ways)
    }

    /// A decision whose ways all lead to the same is none.
    fn reduced(cause: Cause, ways: Vec<Self>) -> Self {
        // A completion under which a figure does not exist takes nothing from the others; for a condition it counts.
        let is_figure = ways.iter().any(Self::has_figure);
        let counted: Vec<&Self> =
            ways.iter().filter(|way| !is_figure || !matches!(way, Self::Leaf(State::NoValue(_), _))).collect();
        match counted.split_first() {
            Some((first, others)) if others.iter().all(|way| way == first) => (*first).clone(),
            _ => Self::Split(cause, ways),
        }
    }

    fn has_figure(&self) -> bool {
        match self {
            Self::Leaf(State::Known(value), _) => value.truth().is_none(),
            Self::Leaf(State::Between(_), _) => true,
            Self::Leaf(State::Open | State::NoValue(_), _) => false,
            Self::Split(_, ways) => ways.iter().any(Self::has_figure),
        }
    }

    fn states<'t>(&'t self, states: &mut Vec<&'t State>) {
        match self {
            Self::Leaf(state, _) => states.push(state),
            Self::Split(_, ways) => ways.iter().for_each(|way| way.states(states)),
        }
    }
}

fn known(tree: &Tree) -> Known {
    let (mut states, mut values) = (Vec::new(), Vec::<Value>::new());
    tree.states(&mut states);
    let mut failure = None;
    for state in &states {
        match state {
            State::Known(value) if values.contains(value) => {}
            State::Known(value) => values.push(value.clone()),
            State::Between(_) | State::Open => return Known::Open,
            State::NoValue(why) => failure = Some(*why),
        }
    }
    let is_truth = values.iter().any(|value| value.truth().is_some());
    match (values.len(), failure, values.pop()) {
        (_, Some(why), None) => Known::NoValue(why),
        // A condition that has no value under some completion is not known to hold.
        (_, Some(_), Some(_)) if is_truth => Known::Open,
        (1, _, Some(value)) => Known::Value(value),
        (_, _, Some(value)) => {
            values.push(value);
            Known::OneOf(values)
        }
        (_, None, None) => Known::NoValue(NoValue::DamagedPack),
    }
}
