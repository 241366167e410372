//! The six conditions of a refund round (14号·二).

use crate::policy::assessment::{Condition, Standing};
use crate::policy::case::{Applicant, RefundFacts};
use crate::policy::citation::{Source, evidence};
use crate::policy::pack::{Coverage, RefundRound};
use crate::policy::rules::refund::{Finding, Layoff};
use crate::policy::verdict::{Reason, Verdict};

/// Judges the conditions of a round, in the order of the law.
pub(super) fn judge(
    facts: &RefundFacts,
    round: &'static RefundRound,
    standing: Standing,
    layoff: Layoff,
) -> Vec<Condition<Finding>> {
    let missing = Verdict::Unknown(Reason::Missing);
    let required = round.fully_paid_months.value;
    vec![
        condition("round-open", Verdict::Met, Finding::Round(standing), vec![&round.head.period]),
        condition(
            "covered-applicant",
            facts.applicant.map_or(missing, covered),
            Finding::Applicant(facts.applicant),
            vec![&round.covered, &round.bodies],
        ),
        condition(
            "fully-paid-12-months",
            facts.fully_paid_months.map_or(missing, |months| Verdict::from_bool(months >= required)),
            Finding::FullyPaid { months: facts.fully_paid_months, required, base_year: round.base_year },
            vec![&round.fully_paid_months.source],
        ),
        condition("layoff-rate", layoff.verdict(), Finding::Layoff(layoff), layoff_sources(round, layoff)),
        condition(
            "not-seriously-dishonest",
            facts.credit_listings.as_ref().map_or(missing, |lists| Verdict::from_bool(lists.is_empty())),
            Finding::Credit(facts.credit_listings.clone()),
            vec![&round.dishonest],
        ),
        condition(
            "not-zombie",
            facts.zombie.map_or(missing, |listed| Verdict::from_bool(!listed)),
            Finding::Zombie(facts.zombie),
            vec![&round.zombie],
        ),
    ]
}

fn condition(
    id: &'static str,
    verdict: Verdict,
    finding: Finding,
    sources: Vec<&'static Source>,
) -> Condition<Finding> {
    let evidence = evidence(&sources);
    Condition { id, verdict, evidence, finding, sources }
}

fn covered(applicant: Applicant) -> Verdict {
    match RefundRound::covers(applicant) {
        Coverage::Enterprise | Coverage::Body => Verdict::Met,
        Coverage::No => Verdict::Unmet,
        Coverage::Silent => Verdict::Unknown(Reason::Agency),
    }
}

/// Where the limit of the layoff rate stands, both where the average decides and is unknown.
pub(super) fn layoff_sources(round: &'static RefundRound, layoff: Layoff) -> Vec<&'static Source> {
    let target = [&round.control_target.source, &round.layoff_formula];
    let small = [&round.small_employer_limit.source, &round.layoff_formula];
    match layoff.limit {
        Some(_) if layoff.average.is_some_and(|average| average.at_most(layoff.small_persons)) => small.to_vec(),
        Some(_) => target.to_vec(),
        None => [target.as_slice(), small.get(..1).unwrap_or_default()].concat(),
    }
}
