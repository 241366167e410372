//! The nine conditions of a certificate, each judged by itself (14号·三).

use crate::policy::assessment::Condition;
use crate::policy::case::{Certificate, Level, Person};
use crate::policy::citation::Source;
use crate::policy::date::Date;
use crate::policy::pack::{Blocking, SkillRule, YearlyLimit};
use crate::policy::rules::skill_subsidy::{Case, Finding};
use crate::policy::verdict::{Reason, Verdict};

/// Judges one certificate, other listed ones counting only as held.
pub(super) fn judge(case: Case<'_>, certificate: &Certificate) -> Vec<Condition<Finding>> {
    let mut conditions = of_the_person(case);
    conditions.extend(of_the_certificate(case, certificate));
    conditions.extend(of_the_history(case, certificate));
    conditions
}

/// The conditions that all certificates share.
pub(super) fn of_the_person(case: Case<'_>) -> Vec<Condition<Finding>> {
    let (person, months) = (case.facts.person, case.facts.insured_months);
    let required = case.rule.insured_months.value;
    let missing = Verdict::Unknown(Reason::Missing);
    vec![
        condition(
            "eligible-person",
            person.map_or(missing, |person| eligible(person, case.rule)),
            Finding::Person(person),
            &case.rule.persons.source,
        ),
        condition(
            "insured-long-enough",
            months.map_or(missing, |months| Verdict::from_bool(months >= required)),
            Finding::Insured { months, required },
            &case.rule.insured_months.source,
        ),
    ]
}

fn eligible(person: Person, rule: &SkillRule) -> Verdict {
    if rule.agency_persons.contains(&person) {
        return Verdict::Unknown(Reason::Agency);
    }
    Verdict::from_bool(rule.persons.value.contains(&person))
}

fn of_the_certificate(case: Case<'_>, certificate: &Certificate) -> Vec<Condition<Finding>> {
    let (rule, as_of, issued_on) = (case.rule, case.as_of, certificate.issued_on);
    let last_day = case.last_day(certificate);
    let amount = rule.amount(certificate.level);
    let level_source = amount.or(rule.amounts.first()).map_or(&rule.kinds, |amount| &amount.source);
    vec![
        condition("certificate-kind", Verdict::from_bool(certificate.kind.is_accepted()), Finding::Kind, &rule.kinds),
        condition(
            "level-covered",
            Verdict::from_bool(amount.is_some()),
            Finding::Level(certificate.level, amount.map(|amount| amount.value)),
            level_source,
        ),
        condition(
            "within-12-months",
            Verdict::from_bool(issued_on <= as_of && as_of <= last_day),
            Finding::Window { issued_on, last_day, as_of, months: rule.window_months.value },
            &rule.window_months.source,
        ),
    ]
}

fn of_the_history(case: Case<'_>, certificate: &Certificate) -> Vec<Condition<Finding>> {
    let rule = case.rule;
    let before = received_before(case, certificate);
    let trained = certificate.training_subsidy_received.unwrap_or(false);
    let blocker = superseded_by(case, certificate);
    vec![
        condition(
            "not-received-before",
            Verdict::from_bool(before.is_none()),
            Finding::ReceivedBefore(before),
            &rule.once,
        ),
        condition(
            "no-training-subsidy",
            Verdict::from_bool(!trained),
            Finding::TrainingSubsidy(trained),
            &rule.no_training_subsidy,
        ),
        condition(
            "not-superseded",
            Verdict::from_bool(blocker.is_none()),
            Finding::Superseded { by: blocker, rule: rule.blocking.value },
            &rule.blocking.source,
        ),
        yearly_limit(case, certificate),
    ]
}

fn yearly_limit(case: Case<'_>, certificate: &Certificate) -> Condition<Finding> {
    let limit = case.rule.yearly.value;
    let (received, ordinary) = case.received_this_year();
    let urgent = certificate.is_urgent();
    let has_room = match limit {
        YearlyLimit::None => true,
        YearlyLimit::AtMost { total, ordinary: of_them } => received < total && (urgent || ordinary < of_them),
    };
    condition(
        "yearly-limit",
        Verdict::from_bool(has_room),
        Finding::Yearly { limit, received, ordinary, urgent, year: case.as_of.year() },
        &case.rule.yearly.source,
    )
}

/// The day on which the same occupation and level was paid.
fn received_before(case: Case<'_>, certificate: &Certificate) -> Option<Date> {
    let same =
        |r: &&crate::policy::case::Received| r.level == certificate.level && r.occupation == certificate.occupation;
    case.received().iter().find(same).map(|received| received.received_on)
}

/// The level that blocks this certificate, and whether by its subsidy or by being held.
fn superseded_by(case: Case<'_>, certificate: &Certificate) -> Option<(Level, Blocking)> {
    let received = case.received().iter().filter(|received| received.occupation == certificate.occupation);
    let received = received.map(|received| (received.level, Blocking::Received));
    let held = case.facts.certificates.iter().filter(|other| {
        case.rule.blocking.value == Blocking::Held
            && other.occupation == certificate.occupation
            && other.kind.is_accepted()
            && other.issued_on <= case.as_of
    });
    let held = held.map(|other| (other.level, Blocking::Held));
    received.chain(held).find(|(level, _)| level.is_above(certificate.level))
}

fn condition(id: &'static str, verdict: Verdict, finding: Finding, source: &'static Source) -> Condition<Finding> {
    Condition { id, verdict, evidence: source.grade.evidence(), finding, sources: vec![source] }
}
