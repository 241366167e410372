//! What must be said before the amount: another year, a closed round, figures that are not confirmed.

use crate::api::Request;
use crate::api::policies::{same_rule, standing_of};
use crate::policy::assessment::Evidence;
use crate::policy::assessment::{Standing, Status};
use crate::policy::date::Date;

/// What must be said before the amount.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Notice {
    /// The day falls under another rule than today: 您正在查看2024年度（已截止）.
    pub other_year: Option<OtherYear>,
    /// No rule covers the day.
    pub closed: bool,
    /// A rule covers the day, and its figures are not confirmed.
    pub provisional: bool,
    /// The rule was last checked so long ago that it may have changed.
    pub stale: bool,
    /// The premium is an estimate.
    pub estimated: bool,
}

/// The rule of the day of application where it is not today's.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct OtherYear {
    /// The year that is looked at.
    pub year: u16,
    /// That rule as it stands today: `text::words::status(&standing)` says 已截止.
    pub standing: Standing,
}

impl Notice {
    /// `evidence` is the answer's, `estimated` whether the premium is an estimate.
    pub(super) fn of(request: &Request, today: Date, evidence: Evidence, estimated: bool) -> Self {
        let (standing, today_standing) = (standing_of(request, request.as_of), standing_of(request, today));
        // What holds all the time has no days of application: a rate of the past is history, not a closed round.
        let is_closed = if request.calculator.has_rounds() {
            standing.status != Status::Open
        } else {
            standing.status == Status::NotRecorded
        };
        let is_same =
            same_rule(&standing, &today_standing) && (standing.rule.is_some() || request.as_of.year() == today.year());
        Self {
            other_year: (!is_same).then(|| OtherYear::of(standing, request.as_of, today)),
            closed: is_closed,
            provisional: !is_closed && evidence == Evidence::Provisional,
            stale: is_stale(&standing, today),
            estimated,
        }
    }
}

/// After how many days a check is too old to rely on.
const FRESH_DAYS: u32 = 180;

/// Whether the rule was last compared with its sources more than half a year ago.
fn is_stale(standing: &Standing, today: Date) -> bool {
    let checked_on = standing.rule.map_or(standing.measure.checked_on, |rule| rule.checked_on);
    today.day_number() > checked_on.day_number() + FRESH_DAYS
}

impl OtherYear {
    fn of(standing: Standing, as_of: Date, today: Date) -> Self {
        let window = standing.window();
        let status = match window {
            None => Status::NotRecorded,
            Some(window) if today < window.from => Status::Upcoming,
            Some(window) if window.contains(today) => Status::Open,
            Some(_) => Status::Closed,
        };
        Self { year: as_of.year(), standing: Standing { status, ..standing } }
    }
}
