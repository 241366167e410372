//! Which round of a measure a day falls under.

use crate::assessment::{RuleStatus, Status};
use crate::date::Date;
use crate::pack::{Evidence, GapOf, Measure, Pack, Round, RoundId};

/// Finds the round of the day or, where there is none, the standing rule or the year's round.
///
/// A day in no round is closed or upcoming where its year has a round, and not recorded where it has none: a year whose
/// notice was not found never reads as one that has ended.
#[must_use]
pub fn rule_status(pack: &Pack, measure: &Measure, day: Date) -> RuleStatus {
    let rules = || (0_u16..).map(RoundId).zip(&measure.rounds);
    let rounds = || rules().filter(|(_, round)| round.years.is_some());
    let round_of_the_day = rounds().find(|(_, round)| round.window.contains(day));
    let open = round_of_the_day.or_else(|| rules().find(|(_, rule)| rule.window.contains(day)));
    // Of several rounds of the year the last that has begun, or the first that is to come.
    let of_the_year = || {
        let of_the_year = || rounds().filter(|(_, round)| round.window.from.year() == day.year());
        let begun = of_the_year().filter(|(_, round)| round.window.from <= day);
        begun
            .max_by_key(|(_, round)| round.window.from)
            .or_else(|| of_the_year().min_by_key(|(_, round)| round.window.from))
    };
    let found = open.or_else(of_the_year);
    let gap = |of: GapOf| measure.gaps.iter().find(|gap| gap.of == of && gap.contains(day));
    // Where the standing rule is in force, the answer still says why there is no round.
    let reason = match (round_of_the_day, open) {
        (Some(_), _) => None,
        (None, Some(_)) => gap(GapOf::Round),
        (None, None) => gap(GapOf::Round).or_else(|| gap(GapOf::Standing)),
    };
    RuleStatus {
        round: found.map(|(id, _)| id),
        status: found.map_or(Status::NotRecorded, |(_, round)| status(round, day)),
        evidence: found.map_or(Evidence::Provisional, |(_, round)| pack.evidence(round.own_sources())),
        reason: reason.map(|gap| gap.reason.clone()),
    }
}

/// The rule that is in force on a day, of a measure that holds all the time; `day`: the day of application.
///
/// A day without a rule is one whose rule was not found, never one before a beginning or after an end.
pub(crate) fn perpetual(pack: &Pack, measure: &Measure, at: Date, day: Date) -> RuleStatus {
    let found = rule_on(measure, at);
    // Monthly payments are claimed on the day, not in the month in which they begin.
    let is_claimed = measure.schedule.is_some() && measure.perpetual.as_ref().is_some_and(|law| law.always);
    let open = rule_on(measure, day).map_or(Status::NotRecorded, |_| Status::Open);
    let gap_on = |day: Date| measure.gaps.iter().find(|gap| gap.contains(day)).map(|gap| gap.reason.clone());
    let of_today = if is_claimed { gap_on(day) } else { None };
    RuleStatus {
        round: found.map(|(id, _)| id),
        status: match found {
            _ if is_claimed => open,
            Some((_, rule)) => status(rule, day),
            None => Status::NotRecorded,
        },
        evidence: found.map_or(Evidence::Provisional, |(_, rule)| pack.evidence(rule.own_sources())),
        reason: of_today.or_else(|| gap_on(at)),
    }
}

/// The rule in force on a day, a round before the standing rule.
pub(crate) fn rule_on(measure: &Measure, day: Date) -> Option<(RoundId, &Round)> {
    let rules = || (0_u16..).map(RoundId).zip(&measure.rounds).filter(|(_, rule)| rule.window.contains(day));
    rules().find(|(_, rule)| rule.years.is_some()).or_else(|| rules().next())
}

fn status(round: &Round, day: Date) -> Status {
    if round.window.contains(day) {
        Status::Open
    } else if day < round.window.from {
        Status::Upcoming
    } else {
        Status::Closed
    }
}
