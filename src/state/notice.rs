//! What must be said before the amount: another year, a closed round, figures that are not confirmed.

use crate::api::Request;
use crate::api::policies::{rule_status_of, same_rule};
use crate::policy::assessment::Evidence;
use crate::policy::assessment::{RuleStatus, Status};
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
    /// The status of that rule today: `text::words::status(&rule_status)` says 已截止.
    pub rule_status: RuleStatus,
}

impl Notice {
    /// `evidence` is the answer's, `estimated` whether the premium is an estimate.
    pub(super) fn of(request: &Request, today: Date, evidence: Evidence, estimated: bool) -> Self {
        let (rule_status, rule_status_today) = (rule_status_of(request, request.as_of), rule_status_of(request, today));
        // What holds all the time has no days of application: a rate of the past is history, not a closed round.
        let is_closed = if request.calculator.has_rounds() {
            rule_status.status != Status::Open
        } else {
            rule_status.status == Status::NotRecorded
        };
        let is_same = same_rule(&rule_status, &rule_status_today)
            && (rule_status.rule.is_some() || request.as_of.year() == today.year());
        Self {
            other_year: (!is_same).then(|| OtherYear::of(rule_status, request.as_of, today)),
            closed: is_closed,
            provisional: !is_closed && evidence == Evidence::Provisional,
            stale: is_stale(&rule_status, today),
            estimated,
        }
    }
}

/// After how many days a check is too old to rely on.
const FRESH_DAYS: u32 = 180;

/// Whether the rule was last compared with its sources more than half a year ago.
fn is_stale(rule_status: &RuleStatus, today: Date) -> bool {
    let checked_on = rule_status.rule.map_or(rule_status.measure.checked_on, |rule| rule.checked_on);
    today.day_number() > checked_on.day_number() + FRESH_DAYS
}

impl OtherYear {
    fn of(rule_status: RuleStatus, as_of: Date, today: Date) -> Self {
        let window = rule_status.window();
        let status = match window {
            None => Status::NotRecorded,
            Some(window) if today < window.from => Status::Upcoming,
            Some(window) if window.contains(today) => Status::Open,
            Some(_) => Status::Closed,
        };
        Self { year: as_of.year(), rule_status: RuleStatus { status, ..rule_status } }
    }
}
