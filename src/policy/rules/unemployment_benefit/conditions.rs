//! The three conditions of the benefit (社会保险法 §45).

use crate::policy::assessment::Condition;
use crate::policy::case::Separation;
use crate::policy::citation::{Source, evidence};
use crate::policy::rules::unemployment_benefit::{CURABLE, Case, Finding};
use crate::policy::verdict::{Reason, Verdict};

/// Judges the conditions, in the order of the law.
pub(super) fn judge(case: Case<'_>) -> Vec<Condition<Finding>> {
    let (facts, law) = (case.facts, &case.pack.conditions);
    let missing = Verdict::Unknown(Reason::Missing);
    let insured =
        Finding::Insured { months: facts.insured_months, required: case.required(), continues: case.continues() };
    let insured_sources = match case.continues() {
        Some(_) => vec![&law.insured_months.source, &case.pack.months.carried_over],
        None => vec![&law.insured_months.source],
    };
    vec![
        condition("insured-one-year", case.insured(), insured, insured_sources),
        condition(
            "involuntary",
            facts.separation.map_or(missing, involuntary),
            Finding::Separation(facts.separation),
            vec![&law.involuntary, &law.separations],
        ),
        condition(
            CURABLE,
            facts.registered.map_or(missing, Verdict::from_bool),
            Finding::Registered(facts.registered),
            vec![&law.registered],
        ),
    ]
}

fn condition(
    id: &'static str,
    verdict: Verdict,
    finding: Finding,
    sources: Vec<&'static Source>,
) -> Condition<Finding> {
    Condition { id, verdict, evidence: evidence(&sources), finding, sources }
}

/// Whether the work ended not by one's own will (人社部令第13号 §13).
const fn involuntary(separation: Separation) -> Verdict {
    match separation {
        Separation::ContractEnded
        | Separation::Dismissed
        | Separation::AgreedEmployerProposed
        | Separation::LeftForEmployerFault => Verdict::Met,
        Separation::Resigned => Verdict::Unmet,
        Separation::DeclinedRenewal | Separation::Other => Verdict::Unknown(Reason::Agency),
    }
}
