//! The plan over several certificates: what pays most within the calendar year, and in which order.
//!
//! What may be in a plan together: at most one certificate of the same occupation and level, and no more than the
//! year's free places, of them so many for ordinary ones. Within a pair of the same occupation and level the pay is
//! the same, and an urgent one needs only a place of the total, so the urgent one stands for the pair; what is left is
//! a laminar matroid, on which picking the best that still fits gives the true maximum.

use std::cmp::Reverse;

use crate::policy::assessment::{PlanEntry, SkillItem, SkipReason, Skipped};
use crate::policy::case::Certificate;
use crate::policy::date::Date;
use crate::policy::list::Listed;
use crate::policy::money::Money;
use crate::policy::pack::YearlyLimit;
use crate::policy::rules::skill_subsidy::Case;
use crate::policy::verdict::{Outcome, Verdict};

/// A certificate that may be in the plan.
#[derive(Clone, Copy)]
struct Candidate<'a> {
    index: usize,
    certificate: &'a Certificate,
    amount: Money,
    last_day: Date,
}

/// The places of the year that are still free.
#[derive(Clone, Copy)]
struct Places {
    total: usize,
    ordinary: usize,
}

impl Places {
    fn of(case: Case<'_>) -> Self {
        let (received, received_ordinary) = case.received_this_year();
        match case.rule.yearly.value {
            YearlyLimit::None => Self { total: usize::MAX, ordinary: usize::MAX },
            YearlyLimit::AtMost { total, ordinary } => Self {
                total: usize::from(total.saturating_sub(received)),
                ordinary: usize::from(ordinary.saturating_sub(received_ordinary)),
            },
        }
    }

    fn take(self, certificate: &Certificate) -> Option<Self> {
        let total = self.total.checked_sub(1)?;
        let ordinary = if certificate.is_urgent() { self.ordinary } else { self.ordinary.checked_sub(1)? };
        Some(Self { total, ordinary })
    }
}

/// The plan in the order to apply, and what the year has no room for, in the order given.
pub(super) fn make(case: Case<'_>, items: &[SkillItem]) -> (Vec<PlanEntry>, Vec<Skipped>) {
    let chosen = choose(candidates(case, items), Places::of(case));
    let plan = in_order(case, &chosen);
    let skipped = case.facts.certificates.iter().zip(items).enumerate();
    let skipped = skipped.filter_map(|(index, (certificate, item))| {
        let is_chosen = chosen.iter().any(|candidate| candidate.index == index);
        (!is_chosen && is_left_over(item)).then(|| skip(case, index, certificate, item, &chosen))
    });
    (plan, skipped.listed())
}

/// What the best plan would pay if everything still unknown turned out well; `None` where nothing could be paid.
pub(super) fn hoped_total(case: Case<'_>, items: &[SkillItem]) -> Option<Money> {
    let open = candidates_with(case, items, |item| item.outcome != Outcome::Ineligible);
    let chosen = choose(open, Places::of(case));
    (!chosen.is_empty()).then(|| chosen.iter().map(|candidate| candidate.amount).sum())
}

fn candidates<'a>(case: Case<'a>, items: &[SkillItem]) -> Vec<Candidate<'a>> {
    candidates_with(case, items, |item| item.outcome == Outcome::Eligible)
}

/// The certificates that pass, best first: the most money, then the earlier last day, then the order given.
fn candidates_with<'a>(case: Case<'a>, items: &[SkillItem], passes: fn(&SkillItem) -> bool) -> Vec<Candidate<'a>> {
    let rows = case.facts.certificates.iter().zip(items).enumerate();
    let mut candidates: Vec<_> = rows
        .filter(|(_, (_, item))| passes(item))
        .filter_map(|(index, (certificate, item))| {
            let amount = case.rule.amount(certificate.level)?.value;
            Some(Candidate { index, certificate, amount, last_day: item.last_day })
        })
        .listed();
    candidates.sort_by_key(|candidate| (Reverse(candidate.amount), candidate.last_day, candidate.index));
    candidates
}

/// Takes, best first, each candidate with which the greatest total can still be reached.
fn choose<'a>(candidates: Vec<Candidate<'a>>, places: Places) -> Vec<Candidate<'a>> {
    let (mut rest, mut places, mut chosen) = (candidates, places, Vec::new());
    while let Some((first, others)) = rest.split_first() {
        let first = *first;
        let compatible: Vec<_> =
            others.iter().filter(|other| !other.certificate.is_same_as(first.certificate)).copied().listed();
        let with_first = places.take(first.certificate).map(|left| (left, first.amount.plus(best(&compatible, left))));
        match with_first {
            Some((left, total)) if total == best(&rest, places) => {
                chosen.push(first);
                (rest, places) = (compatible, left);
            }
            _ => rest = others.to_vec(),
        }
    }
    chosen
}

/// The greatest total that the candidates reach within the places.
fn best(candidates: &[Candidate<'_>], places: Places) -> Money {
    let mut representatives: Vec<Candidate<'_>> = Vec::new();
    for candidate in candidates {
        let pair = representatives.iter_mut().find(|other| other.certificate.is_same_as(candidate.certificate));
        match pair {
            Some(other) if candidate.certificate.is_urgent() => *other = *candidate,
            Some(_) => {}
            None => representatives.push(*candidate),
        }
    }
    let (mut places, mut total) = (places, Money::ZERO);
    for candidate in representatives {
        if let Some(left) = places.take(candidate.certificate) {
            (places, total) = (left, total.plus(candidate.amount));
        }
    }
    total
}

/// The chosen certificates in the order to apply: the earlier last day first, a lower level of the same occupation
/// before the higher one, then the order given.
fn in_order(case: Case<'_>, chosen: &[Candidate<'_>]) -> Vec<PlanEntry> {
    // A round ends within its year (the pack check sees to it).
    let round_end = case.rule.round.and(case.rule.head.window.to);
    // LAW: once the higher level is paid the lower one no longer is, so the lower one must come first.
    let deadline = |candidate: &Candidate<'_>| {
        let higher =
            chosen.iter().filter(|other| other.certificate.is_above(candidate.certificate)).map(|other| other.last_day);
        higher.chain([candidate.last_day]).min().unwrap_or(candidate.last_day)
    };
    let mut rest = chosen.to_vec();
    let mut order = Vec::new();
    while let Some(next) = next_of(&rest, &deadline) {
        rest.retain(|candidate| candidate.index != next.index);
        let apply_by = round_end.map_or(deadline(&next), |end| deadline(&next).min(end));
        order.push(PlanEntry { index: next.index, amount: next.amount, apply_by });
    }
    order
}

/// Of those with no lower level of the same occupation before them: the earliest, then the first given.
fn next_of<'a>(rest: &[Candidate<'a>], deadline: &dyn Fn(&Candidate<'_>) -> Date) -> Option<Candidate<'a>> {
    let is_free =
        |candidate: &&Candidate<'a>| !rest.iter().any(|other| candidate.certificate.is_above(other.certificate));
    rest.iter().filter(is_free).min_by_key(|candidate| (deadline(candidate), candidate.index)).copied()
}

/// Eligible but not chosen, or kept out by the yearly limit alone.
fn is_left_over(item: &SkillItem) -> bool {
    item.conditions.iter().all(|condition| {
        condition.verdict == Verdict::Met || condition.id == "yearly-limit" && condition.verdict.is_unmet()
    })
}

fn skip(
    case: Case<'_>,
    index: usize,
    certificate: &Certificate,
    item: &SkillItem,
    chosen: &[Candidate<'_>],
) -> Skipped {
    let same = chosen.iter().any(|other| other.certificate.is_same_as(certificate));
    let passed_over = chosen.iter().any(|other| other.certificate.is_above(certificate));
    let from = Date::year_start(case.as_of.year() + 1);
    let later = !same && !passed_over && from <= item.last_day;
    Skipped {
        index,
        because: if same { SkipReason::SameOccupationAndLevel } else { SkipReason::YearlyLimit },
        later: later.then_some((from, item.last_day)),
    }
}
