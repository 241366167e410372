//! Which rule of a measure a day falls under, for the first screen; the engine says the same with every answer
//! (tests/native/heads.rs).

use crate::policy::assessment::{Evidence, RuleStatus, Status};
use crate::policy::date::Date;
use crate::policy::pack::{MeasureHead, RuleHead};
use crate::policy::timeline::Span;

/// The rule of the day or, where there is none, of the year. What holds all the time is in force or was not found.
#[must_use]
pub fn on(measure: &'static MeasureHead, day: Date) -> RuleStatus {
    let rule_status = in_force(measure, day);
    let of_the_year = || measure.rules.known().into_iter().rfind(|rule| rule.window.from.year() == day.year());
    let found = if measure.always { None } else { rule_status.rule.map_or_else(of_the_year, |_| None) };
    match found {
        None => rule_status,
        Some(rule) => {
            let status = if day < rule.window.from { Status::Upcoming } else { Status::Closed };
            RuleStatus { rule: Some(rule), evidence: rule.evidence, status, ..rule_status }
        }
    }
}

/// The rule of another day than that of application: open while it holds on the day, closed or upcoming where it is
/// another one's.
#[must_use]
pub fn at(measure: &'static MeasureHead, at: Date, day: Date) -> RuleStatus {
    let rule_status = in_force(measure, at);
    let status = match rule_status.window() {
        None => rule_status.status,
        Some(window) if window.contains(day) => Status::Open,
        Some(window) if day < window.from => Status::Upcoming,
        Some(_) => Status::Closed,
    };
    RuleStatus { status, ..rule_status }
}

fn in_force(measure: &'static MeasureHead, day: Date) -> RuleStatus {
    match measure.rules.at(day) {
        Span::Known(rule) => of_rule(measure, rule),
        Span::Unknown(reason) => RuleStatus {
            measure,
            rule: None,
            evidence: Evidence::Provisional,
            status: Status::NotRecorded,
            gap: Some(reason),
        },
    }
}

const fn of_rule(measure: &'static MeasureHead, rule: &'static RuleHead) -> RuleStatus {
    RuleStatus { measure, rule: Some(rule), evidence: rule.evidence, status: Status::Open, gap: None }
}

#[cfg(test)]
mod tests;
