//! The lines of the premium's calculation.

use crate::policy::assessment::{PremiumResult, Step};
use crate::policy::citation::{Source, evidence};
use crate::policy::money::Money;
use crate::policy::pack::Shares;
use crate::policy::rules::premium::{Case, StepKind};

impl Case {
    pub(super) fn steps(&self, wage: Money, result: &PremiumResult) -> Vec<Step<StepKind>> {
        let base = match self.limits {
            Some(limits) => format!("min(max({wage}, {}), {})", limits.floor.value, limits.cap.value),
            None => wage.to_string(),
        };
        let (rate, statutory) = (&self.rate.shares, self.statutory);
        let share = |shares: &Shares| {
            [shares.employer.value, shares.employee.value].map(|rate| format!("round2(base × {rate})"))
        };
        let ([employer, employee], [legal_employer, legal_employee]) = (share(rate), share(statutory));
        let law = |shares: &'static Shares| shares.sources().to_vec();
        let both = [law(rate), law(statutory)].concat();
        let times = format!("× {} × {}", self.headcount, self.months);
        let legal = (result.base.share(statutory.employer.value), result.base.share(statutory.employee.value));
        let base_sources = self.base_sources();
        let of_base = self.base_evidence();
        let mut steps = vec![
            line(
                "base",
                StepKind::Base { year: self.month.year(), has_limits: self.limits.is_some() },
                base,
                result.base,
                base_sources,
            ),
            line("employer-monthly", StepKind::Employer, employer, result.employer, vec![&rate.employer.source]),
            line("employee-monthly", StepKind::Employee, employee, result.employee, vec![&rate.employee.source]),
            line("total-monthly", StepKind::Total, "employer-monthly + employee-monthly", result.total, law(rate)),
            line(
                "statutory-employer",
                StepKind::StatutoryEmployer,
                legal_employer,
                legal.0,
                vec![&statutory.employer.source],
            ),
            line(
                "statutory-employee",
                StepKind::StatutoryEmployee,
                legal_employee,
                legal.1,
                vec![&statutory.employee.source],
            ),
            line(
                "statutory-monthly",
                StepKind::Statutory,
                "statutory-employer + statutory-employee",
                result.statutory,
                law(statutory),
            ),
            line("saved-monthly", StepKind::Saved, "statutory-monthly − total-monthly", result.saved, both.clone()),
            self.total(
                "paid-total",
                StepKind::PaidTotal,
                format!("total-monthly {times}"),
                result.paid_total,
                law(rate),
            ),
            self.total("saved-total", StepKind::SavedTotal, format!("saved-monthly {times}"), result.saved_total, both),
        ];
        // All of them are computed of the base: no figure is surer than it.
        steps.iter_mut().for_each(|step| step.evidence = step.evidence.max(of_base));
        steps
    }

    /// A line over all months: no surer than the least sure of them.
    fn total(
        &self,
        id: &str,
        kind: StepKind,
        formula: String,
        value: Money,
        sources: Vec<&'static Source>,
    ) -> Step<StepKind> {
        let step = line(id, kind, formula, value, sources);
        Step { evidence: step.evidence.max(self.months_evidence()), ..step }
    }
}

fn line(
    id: &str,
    kind: StepKind,
    formula: impl Into<String>,
    value: Money,
    sources: Vec<&'static Source>,
) -> Step<StepKind> {
    Step {
        id: id.to_owned(),
        kind,
        formula: formula.into(),
        value: value.to_string(),
        unit: "元",
        evidence: evidence(&sources),
        sources,
    }
}
