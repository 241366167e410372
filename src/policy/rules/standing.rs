//! Which rule of a measure a day falls under, and periods that end on a day off.

use crate::policy::assessment::{Standing, Status};
use crate::policy::citation::{Evidence, Source};
use crate::policy::date::{Date, Window};
use crate::policy::month::Month;
use crate::policy::pack::{
    BenefitPack, MeasureHead, Packs, PremiumPack, PremiumRate, RefundPack, RuleHead, SizePack, SkillPack,
};
use crate::policy::timeline::{Span, Timeline};

/// The refund round of the day.
#[must_use]
pub fn of_refund(pack: &'static RefundPack, day: Date) -> Standing {
    find(&pack.head, &pack.rounds, day, |round| (&round.head, round.evidence()))
}

/// The skill rule of the day: a round or the standing rule.
#[must_use]
pub fn of_skill(pack: &'static SkillPack, day: Date) -> Standing {
    find(&pack.head, &pack.rules, day, |rule| (&rule.head, rule.evidence()))
}

/// The rate of a month: open while it holds on the day, closed or upcoming where the month lies under another rate.
#[must_use]
pub fn of_premium(pack: &'static PremiumPack, month: Month, day: Date) -> Standing {
    let standing =
        in_force(&pack.head, &pack.rates, month.first_day(), |rate: &PremiumRate| (&rate.head, rate.evidence()));
    let status = match standing.window() {
        None => standing.status,
        Some(window) if window.contains(day) => Status::Open,
        Some(window) if day < window.from => Status::Upcoming,
        Some(_) => Status::Closed,
    };
    Standing { status, ..standing }
}

/// The standard of the benefit on a day.
#[must_use]
pub fn of_benefit(pack: &'static BenefitPack, day: Date) -> Standing {
    in_force(&pack.head, &pack.standards, day, |standard| (&standard.head, standard.evidence()))
}

/// The table of size classes on a day.
#[must_use]
pub fn of_size(pack: &'static SizePack, day: Date) -> Standing {
    in_force(&pack.head, &pack.tables, day, |table| (table, table.evidence()))
}

/// What holds all the time: a day without a rule is one whose rule was not found, never one before a beginning.
fn in_force<T>(
    measure: &'static MeasureHead,
    rules: &'static Timeline<T>,
    day: Date,
    head: impl Fn(&'static T) -> (&'static RuleHead, Evidence),
) -> Standing {
    match rules.at(day) {
        Span::Known(rule) => {
            let (rule, evidence) = head(rule);
            Standing { measure, rule: Some(rule), evidence, status: Status::Open, gap: None }
        }
        Span::Unknown(reason) => Standing {
            measure,
            rule: None,
            evidence: Evidence::Provisional,
            status: Status::NotRecorded,
            gap: Some(reason),
        },
    }
}

fn find<T>(
    measure: &'static MeasureHead,
    rules: &'static Timeline<T>,
    day: Date,
    head: impl Fn(&'static T) -> (&'static RuleHead, Evidence),
) -> Standing {
    let standing = in_force(measure, rules, day, &head);
    let of_the_year = || rules.known().into_iter().map(&head).rfind(|(rule, _)| rule.window.from.year() == day.year());
    match standing.rule.map_or_else(of_the_year, |_| None) {
        None => standing,
        Some((rule, evidence)) => {
            let status = if day < rule.window.from { Status::Upcoming } else { Status::Closed };
            Standing { rule: Some(rule), evidence, status, ..standing }
        }
    }
}

/// A last day on a weekend, and the Monday to which 民法典 §203 may move it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct DayOff {
    /// The last day as counted.
    pub last_day: Date,
    /// The Monday after it.
    pub monday: Date,
    /// Where the law says so.
    pub source: &'static Source,
}

impl DayOff {
    /// Whether the last day falls on a weekend and `as_of` is not past the Monday after it.
    #[must_use]
    pub fn of(last_day: Date, as_of: Date, source: &'static Source) -> Option<Self> {
        let monday = last_day.monday_after_weekend()?;
        (as_of <= monday).then_some(Self { last_day, monday, source })
    }
}

/// The weekends at the end of rounds that are in force or have just ended.
pub(super) fn rounds_ending_on_a_weekend(windows: &[Window], as_of: Date, packs: &'static Packs) -> Vec<DayOff> {
    let mut days_off = Vec::new();
    for window in windows.iter().filter(|window| window.from <= as_of) {
        days_off.extend(window.to.and_then(|to| DayOff::of(to, as_of, &packs.day_off)));
    }
    days_off
}

#[cfg(test)]
mod tests;
