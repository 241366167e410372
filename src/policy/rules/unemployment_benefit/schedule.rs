//! For how many months, and what each of them brings.

use crate::policy::assessment::{BenefitMonth, BenefitMonths, Step};
use crate::policy::citation::{Evidence, Source, evidence};
use crate::policy::list::Listed;
use crate::policy::money::Money;
use crate::policy::month::Month;
use crate::policy::pack::{BenefitStandard, MonthsTable, RuleHead};
use crate::policy::rules::unemployment_benefit::{Case, StepKind, least, sum};
use crate::policy::timeline::Span;

/// Months in a year.
const YEAR: u32 = 12;

/// The months of benefit that so many months insured bring: the table's, within the law's cap (社会保险法 §46).
pub(super) fn from_insurance(table: &MonthsTable, insured_months: u32) -> u8 {
    let years = insured_months / YEAR;
    let (listed, more) = split(table, years);
    let more = u8::try_from(more).unwrap_or(u8::MAX);
    listed.saturating_add(more.saturating_mul(table.then)).min(table.cap(years))
}

/// What the table lists for the full years, and the years beyond its list.
fn split(table: &MonthsTable, years: u32) -> (u8, u32) {
    let listed = u32::try_from(table.first.len()).unwrap_or(u32::MAX);
    let place = usize::try_from(years.min(listed)).unwrap_or(usize::MAX);
    let months = place.checked_sub(1).and_then(|place| table.first.get(place)).copied().unwrap_or(0);
    (months, years.saturating_sub(listed))
}

/// A run of months under one standard.
struct Run {
    from: Month,
    months: u8,
    standard: &'static BenefitStandard,
    wage: Money,
    tier_source: &'static Source,
}

impl Run {
    fn amount(&self) -> Money {
        self.wage.share(self.standard.share)
    }

    fn sources(&self) -> Vec<&'static Source> {
        vec![&self.standard.head.source, &self.standard.wage_source, self.tier_source]
    }

    fn evidence(&self) -> Evidence {
        evidence(&self.sources())
    }

    fn id(&self) -> String {
        format!("standard-{}", Month::of(self.standard.head.window.from))
    }
}

/// The schedule: every month with its standard.
pub(super) struct Schedule {
    runs: Vec<Run>,
}

impl Schedule {
    /// The schedule of a case; `None` where region or months are not known, or a month lies before every standard.
    pub(super) fn of(case: Case<'_>) -> Option<Self> {
        let (region, months) = (case.facts.region?, case.months()?.total);
        let mut runs: Vec<Run> = Vec::new();
        for month in (0..months).map(|later| case.first_month.plus(u16::from(later))) {
            let day = month.first_day();
            let Span::Known(standard) = case.pack.standards.at(day) else { return None };
            let (tier, tier_source) = case.pack.tier(region, day)?;
            match runs.last_mut() {
                Some(run) if run.standard == standard => run.months += 1,
                _ => runs.push(Run { from: month, months: 1, standard, wage: standard.wage(tier)?, tier_source }),
            }
        }
        Some(Self { runs })
    }

    /// All months together, 元.
    pub(super) fn total(&self) -> Money {
        sum(self.runs.iter().map(|run| run.amount().times(u64::from(run.months))))
    }

    /// As sure as the least sure month.
    pub(super) fn evidence(&self) -> Evidence {
        least(self.runs.iter().map(Run::evidence))
    }

    /// The standards that are paid.
    pub(super) fn rules(&self) -> impl Iterator<Item = &'static RuleHead> {
        self.runs.iter().map(|run| &run.standard.head)
    }

    /// The months from which another standard is paid, with what they bring.
    pub(super) fn changes(&self) -> impl Iterator<Item = (Month, Money, Evidence)> {
        self.runs.iter().skip(1).map(|run| (run.from, run.amount(), run.evidence()))
    }

    /// One a month.
    pub(super) fn into_months(self) -> Vec<BenefitMonth> {
        let of_run = |run: &Run| {
            let (from, amount, evidence) = (run.from, run.amount(), run.evidence());
            (0..run.months).map(move |later| BenefitMonth { month: from.plus(u16::from(later)), amount, evidence })
        };
        self.runs.iter().flat_map(of_run).listed()
    }
}

/// The calculation: full years, months, standards, sum.
pub(super) fn steps(case: Case<'_>, months: Option<BenefitMonths>, schedule: Option<&Schedule>) -> Vec<Step<StepKind>> {
    let Some(months) = months else { return Vec::new() };
    let mut steps = Vec::new();
    if case.continues().is_none() {
        steps.extend(
            case.facts.insured_months.map(|insured| insured_steps(case, insured, months)).into_iter().flatten(),
        );
    }
    steps.push(months_step(case, months));
    let runs = schedule.map(|schedule| schedule.runs.as_slice()).unwrap_or_default();
    steps.extend(runs.iter().map(standard_step));
    steps.extend(schedule.map(total_step));
    steps
}

fn insured_steps(case: Case<'_>, insured: u32, months: BenefitMonths) -> [Step<StepKind>; 2] {
    let table = &case.pack.months;
    let (years, left) = (insured / YEAR, insured % YEAR);
    let (listed, more) = split(table, years);
    let full = if left == 0 { format!("{insured} ÷ {YEAR}") } else { format!("({insured} − {left}) ÷ {YEAR}") };
    let cap = table.cap(years);
    let from_insurance = match more {
        0 => format!("min({listed}, {cap})"),
        _ => format!("min({listed} + (full-years − {}) × {}, {cap})", years - more, table.then),
    };
    [
        line("full-years", StepKind::Years, full, years, "年", vec![&table.source]),
        line(
            "months-from-insurance",
            StepKind::FromInsurance { first: table.first, then: table.then },
            from_insurance,
            u32::from(months.from_insurance),
            "个月",
            vec![&table.source, &table.caps_source],
        ),
    ]
}

fn months_step(case: Case<'_>, months: BenefitMonths) -> Step<StepKind> {
    let table = &case.pack.months;
    let (formula, sources) = match (case.continues(), months.carried_over) {
        (Some(unused), _) => (format!("min({unused}, {})", table.most), vec![&table.carried_over]),
        (None, 0) => (format!("min(months-from-insurance, {})", table.most), vec![&table.source]),
        (None, unused) => {
            (format!("min(months-from-insurance + {unused}, {})", table.most), vec![&table.source, &table.carried_over])
        }
    };
    line("months", StepKind::Months, formula, u32::from(months.total), "个月", sources)
}

fn standard_step(run: &Run) -> Step<StepKind> {
    let formula = format!("round2({} × {})", run.wage, run.standard.share);
    let step = line(&run.id(), StepKind::Standard { from: run.from }, formula, 0, "元", run.sources());
    Step { value: run.amount().to_string(), ..step }
}

fn total_step(schedule: &Schedule) -> Step<StepKind> {
    let terms: Vec<_> = schedule.runs.iter().map(|run| format!("{} × {}", run.id(), run.months)).listed();
    let sources = schedule.runs.iter().map(|run| &run.standard.head.source).listed();
    let step = line("total", StepKind::Total, terms.join(" + "), 0, "元", sources);
    Step { value: schedule.total().to_string(), evidence: schedule.evidence(), ..step }
}

fn line(
    id: &str,
    kind: StepKind,
    formula: String,
    value: u32,
    unit: &'static str,
    sources: Vec<&'static Source>,
) -> Step<StepKind> {
    Step { id: id.to_owned(), kind, formula, value: value.to_string(), unit, evidence: evidence(&sources), sources }
}
