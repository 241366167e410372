//! Which rule of a measure a day falls under, and periods that end on a day off.

use crate::policy::assessment::{Standing, Status};
use crate::policy::citation::{Evidence, Source};
use crate::policy::date::{Date, Window};
use crate::policy::pack::{MeasureHead, Packs, RefundPack, RuleHead, SkillPack};
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

fn find<T>(
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
        Span::Unknown(reason) => {
            let of_the_year = rules.known().map(head).rfind(|(rule, _)| rule.window.from.year() == day.year());
            let (rule, evidence) = of_the_year.map_or((None, Evidence::Provisional), |(r, e)| (Some(r), e));
            let status = match rule {
                None => Status::NotRecorded,
                Some(rule) if day < rule.window.from => Status::Upcoming,
                Some(_) => Status::Closed,
            };
            Standing { measure, rule, evidence, status, gap: Some(reason) }
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
pub(super) fn rounds_ending_on_a_weekend(
    windows: impl Iterator<Item = Window>,
    as_of: Date,
    packs: &'static Packs,
) -> impl Iterator<Item = DayOff> {
    let begun = windows.filter(move |window| window.from <= as_of);
    begun.filter_map(move |window| DayOff::of(window.to?, as_of, &packs.day_off))
}
