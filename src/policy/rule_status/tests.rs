//! Rules that hold for a part of a year only: the policies on record have none, and the next notice may.

use super::*;
use crate::heads::HEADS;
use crate::policy::date::Window;
use crate::policy::timeline::Timeline;

const FROM: Date = Date::new(2030, 4, 1);
const TO: Date = Date::new(2030, 10, 31);
const GAP: &str = "没有查到";

/// A measure with a rule from April to October, and none recorded around it.
fn half_a_year() -> &'static MeasureHead {
    let measure = HEADS.measures.iter().find(|measure| measure.id == "skill-subsidy").unwrap();
    let rules = measure.rules.known();
    let rule = RuleHead {
        window: Window { from: FROM, to: Some(TO) },
        evidence: Evidence::Official,
        ..**rules.first().unwrap()
    };
    let from = Box::leak(Box::new([(FROM, Span::Known(rule)), (TO.next(), Span::Unknown(GAP))]));
    Box::leak(Box::new(MeasureHead { rules: Timeline { before: Span::Unknown(GAP), from }, ..*measure }))
}

#[test]
fn outside_its_window_a_rule_of_the_year_is_upcoming_or_closed() {
    for (day, status) in [
        (Date::new(2030, 1, 1), Status::Upcoming),
        (FROM.previous(), Status::Upcoming),
        (FROM, Status::Open),
        (TO, Status::Open),
        (TO.next(), Status::Closed),
        (Date::new(2030, 12, 31), Status::Closed),
    ] {
        let rule_status = on(half_a_year(), day);
        assert_eq!((rule_status.status, rule_status.evidence), (status, Evidence::Official), "{day:?}");
        assert_eq!(rule_status.window(), Some(Window { from: FROM, to: Some(TO) }), "{day:?}");
        assert_eq!(rule_status.gap, (status != Status::Open).then_some(GAP), "{day:?}");
    }
}

#[test]
fn in_another_year_nothing_is_recorded() {
    for day in [Date::new(2029, 12, 31), Date::new(2031, 1, 1)] {
        let rule_status = on(half_a_year(), day);
        assert_eq!((rule_status.status, rule_status.rule), (Status::NotRecorded, None), "{day:?}");
        assert_eq!((rule_status.evidence, rule_status.gap), (Evidence::Provisional, Some(GAP)), "{day:?}");
    }
}
