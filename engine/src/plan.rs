//! The best plan over several items: which of them, in which order, by which day.
//!
//! A plan holds at most one of several equivalent items, and no more items than there are places, of which a part is
//! for ordinary items. Of equivalent items, one that takes no ordinary place represents the others: its amount must be
//! at least theirs. The candidates then form a laminar matroid, on which taking the best that still fits gives the true
//! maximum.

use std::cmp::Reverse;

use crate::date::Date;
use crate::error::NoValue;
use crate::fraction::Fraction;
use crate::value::Money;

/// An item that may be in a plan.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Candidate {
    /// Its place in the list.
    pub item: usize,
    /// Items of one group are the same thing.
    pub group: usize,
    /// Its amount.
    pub amount: Money,
    /// Its last day.
    pub by: Date,
    /// Whether it takes one of the ordinary places.
    pub is_ordinary: bool,
}

/// Free places; `None`: without a limit.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Places {
    /// All of them.
    pub all: Option<u64>,
    /// Those for ordinary items among them.
    pub ordinary: Option<u64>,
}

impl Places {
    /// What is left once an item has taken its place; `None`: there is none for it.
    fn take(self, candidate: &Candidate) -> Option<Self> {
        let one_less = |places: Option<u64>| match places {
            None => Some(None),
            Some(places) => places.checked_sub(1).map(Some),
        };
        let ordinary = if candidate.is_ordinary { one_less(self.ordinary)? } else { self.ordinary };
        Some(Self { all: one_less(self.all)?, ordinary })
    }
}

/// The candidates of the best plan: of equal amounts the earlier last day, then the order given.
pub(crate) fn choose(mut candidates: Vec<Candidate>, mut places: Places) -> Result<Vec<Candidate>, NoValue> {
    candidates.sort_by_key(|candidate| (Reverse(candidate.amount.get()), candidate.by, candidate.item));
    let (mut rest, mut chosen) = (candidates, Vec::new());
    // Takes, best first, each candidate with which the greatest total can still be reached.
    while let Some((first, others)) = rest.split_first() {
        let first = *first;
        let others = others.to_vec();
        let compatible: Vec<_> = others.iter().filter(|other| other.group != first.group).copied().collect();
        let with_first = match places.take(&first) {
            Some(left) => Some((left, first.amount.get().plus(best(&compatible, left)?)?)),
            None => None,
        };
        rest = match with_first {
            Some((left, total)) if total == best(&rest, places)? => {
                chosen.push(first);
                places = left;
                compatible
            }
            _ => others,
        };
    }
    Ok(chosen)
}

/// The greatest total that the candidates, best first, reach within the places.
fn best(candidates: &[Candidate], mut places: Places) -> Result<Fraction, NoValue> {
    let mut representatives: Vec<Candidate> = Vec::new();
    for candidate in candidates {
        match representatives.iter_mut().find(|other| other.group == candidate.group) {
            Some(other) if !candidate.is_ordinary => *other = *candidate,
            Some(_) => {}
            None => representatives.push(*candidate),
        }
    }
    let mut total = Fraction::ZERO;
    for candidate in &representatives {
        if let Some(left) = places.take(candidate) {
            places = left;
            total = total.plus(candidate.amount.get())?;
        }
    }
    Ok(total)
}

/// The order to apply, with the last day of each: one that another blocks before that one and by its last day, then the
/// earlier last day first, then the order given. `blocks`: whether the second item, once paid, blocks the first.
pub(crate) fn in_order(
    chosen: &[Candidate],
    end: Option<Date>,
    blocks: impl Fn(usize, usize) -> bool,
) -> Vec<(Candidate, Date)> {
    let mut rest: Vec<Waiting> = chosen
        .iter()
        .map(|candidate| {
            let after = chosen.iter().filter(|other| blocks(candidate.item, other.item));
            let after: Vec<&Candidate> = after.collect();
            let by = after.iter().map(|other| other.by).chain([candidate.by]).min().unwrap_or(candidate.by);
            Waiting { candidate: *candidate, by, before: after.iter().map(|other| other.item).collect() }
        })
        .collect();
    let mut order = Vec::new();
    while !rest.is_empty() {
        let is_free = |one: &&Waiting| !rest.iter().any(|other| other.before.contains(&one.candidate.item));
        let free = rest.iter().filter(is_free).min_by_key(|one| (one.by, one.candidate.item));
        // Items that block each other in a circle have no order: the first given goes first.
        let Some(next) = free.or_else(|| rest.first()) else { break };
        let (next, by) = (next.candidate, next.by);
        rest.retain(|one| one.candidate.item != next.item);
        order.push((next, end.map_or(by, |end| by.min(end))));
    }
    order
}

/// A chosen item that has no place in the order yet.
struct Waiting {
    candidate: Candidate,
    by: Date,
    /// The items before which it must come.
    before: Vec<usize>,
}

#[cfg(test)]
mod tests;
