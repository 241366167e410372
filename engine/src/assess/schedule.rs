//! The schedule: runs of months that are computed alike, their lines, and the sum.

use crate::set::Set;

use crate::assessment::{MonthFound, Step};
use crate::date::{Date, Month};
use crate::error::NoValue;
use crate::evaluate::{Alike, Formula, Known, MonthsFound, Scene, State, Trace};
use crate::expression::Expr;
use crate::pack::{Evidence, FactId, RoundId, Schedule, ScheduleStep, SourceId};
use crate::value::{Money, Value};

/// The schedule of a case.
pub(super) struct ScheduleOf<'m> {
    schedule: &'m Schedule,
    /// The sum, where it is known.
    pub total: Option<Money>,
    /// The runs, in the order of time; none where the sum is not known.
    runs: Vec<Run>,
    /// What flows into the sum.
    sources: Vec<SourceId>,
    evidence: Evidence,
    /// Whether it is known how many months there are.
    pub has_count: bool,
    /// The missing facts that can still change it.
    pub missing: Set<FactId>,
}

/// Months one after the other that are computed alike.
pub(super) struct Run {
    /// The first of them.
    first: Month,
    /// How many.
    months: u16,
    /// What each brings.
    amount: Money,
    formula: Formula,
    sources: Vec<SourceId>,
    evidence: Evidence,
    /// The month since which the law computes them so.
    since: Month,
}

impl<'m> ScheduleOf<'m> {
    pub fn evaluate(scene: &Scene<'_>, schedule: &'m Schedule) -> Result<Self, NoValue> {
        let knowledge = scene.evaluate(&Expr::Scheduled);
        let total = match knowledge.known {
            Known::Value(Value::Money(total)) => Some(total),
            _ => None,
        };
        let runs = total.map_or(Ok(Vec::new()), |_| runs(scene, schedule))?;
        let sources = knowledge.sources.to_vec();
        let evidence = scene.pack.evidence(&sources).and(knowledge.unsure);
        let has_count = matches!(scene.months(schedule), MonthsFound::Of(months, _) if months.count.is_some());
        Ok(Self { schedule, total, runs, sources, evidence, has_count, missing: knowledge.missing })
    }

    /// How sure the sum is, where it is known.
    pub fn evidence(&self) -> Option<Evidence> {
        self.total.map(|_| self.evidence)
    }

    /// The notes of the rules under which later months are paid.
    pub fn notes(&self, scene: &Scene<'_>) -> Vec<String> {
        let mut rules: Vec<RoundId> = scene.round.map(|(id, _)| id).into_iter().collect();
        let mut notes = Vec::new();
        for run in &self.runs {
            let Some((id, rule)) = scene.in_month(run.first).round else { continue };
            if !rules.contains(&id) {
                rules.push(id);
                notes.extend(rule.notes.iter().cloned());
            }
        }
        notes
    }

    /// One line a run, then the sum.
    pub fn steps(&self, scene: &Scene<'_>) -> Vec<Step> {
        let Some(total) = self.total else { return Vec::new() };
        let Schedule { step, total: shown, .. } = self.schedule;
        let mut steps: Vec<Step> = self.runs.iter().map(|run| run.step(scene, step)).collect();
        let terms: Vec<String> =
            steps.iter().zip(&self.runs).map(|(step, run)| format!("{} × {}", step.id, run.months)).collect();
        steps.push(Step {
            id: shown.id.clone(),
            title: scene.say(&shown.title),
            formula: terms.join(" + "),
            value: total.to_string(),
            unit: shown.unit.clone(),
            evidence: self.evidence,
            sources: self.sources.clone(),
        });
        steps
    }

    /// The months from which it is computed in another way than before.
    pub fn changes(&self) -> Vec<Month> {
        self.runs.iter().skip(1).map(|run| run.first).collect()
    }

    /// Each month by itself.
    pub fn months(&self) -> Result<Option<Vec<MonthFound>>, NoValue> {
        let mut found = Vec::new();
        for run in &self.runs {
            for later in 0..run.months {
                let month = run.first.plus(i32::from(later)).map_err(|_| NoValue::NoSuchDay)?;
                found.push(MonthFound { month, amount: run.amount, evidence: run.evidence });
            }
        }
        Ok(self.total.map(|_| found))
    }
}

impl Run {
    fn step(&self, scene: &Scene<'_>, shown: &ScheduleStep) -> Step {
        Step {
            id: format!("{}-{}", shown.id, self.since),
            title: scene.in_month(self.first).say(&shown.title),
            formula: self.formula.of_money(),
            value: self.amount.to_string(),
            unit: shown.unit.clone(),
            evidence: self.evidence,
            sources: self.sources.clone(),
        }
    }

    /// Whether the next month belongs to the run.
    fn goes_on_with(&self, next: &Self) -> bool {
        self.amount == next.amount && self.formula == next.formula && self.sources == next.sources
    }
}

fn runs(scene: &Scene<'_>, schedule: &Schedule) -> Result<Vec<Run>, NoValue> {
    let MonthsFound::Of(months, _) = scene.months(schedule) else { return Ok(Vec::new()) };
    let (mut runs, mut alike): (Vec<Run>, Option<Alike>) = (Vec::new(), None);
    for later in 0..months.count.unwrap_or(0) {
        let month = months.first.plus(i32::from(later)).map_err(|_| NoValue::NoSuchDay)?;
        let next = match alike.filter(|alike| alike.contains(scene.measure, month)) {
            Some(_) => None,
            None => {
                let (run, until) = scene.budget.watch(|| run_of(&scene.in_month(month), schedule, month));
                let Some(run) = run? else { return Ok(Vec::new()) };
                alike = Some(Alike::new(scene.measure, month, until));
                Some(run)
            }
        };
        match (runs.last_mut(), next) {
            (Some(run), None) => run.months = run.months.saturating_add(1),
            (Some(run), Some(next)) if run.goes_on_with(&next) => run.months = run.months.saturating_add(1),
            (_, next) => runs.extend(next),
        }
    }
    Ok(runs)
}

/// The run of one month.
fn run_of(scene: &Scene<'_>, schedule: &Schedule, month: Month) -> Result<Option<Run>, NoValue> {
    // A definition by itself would be printed as its value.
    let define = match &schedule.each {
        Expr::Define(id) => scene.measure.defines.get(id.index()),
        _ => None,
    };
    let each = define.map_or(&schedule.each, |define| &define.value);
    let leaves = scene.leaves(each, Trace::ALL).unwrap_or_default();
    // The sum is known: what an open fact would change, it does not change; any path shows how.
    let known = leaves.into_iter().find_map(|leaf| match (&leaf.found.state, &leaf.found.formula) {
        (State::Known(Value::Money(amount)), Some(formula)) => Some((*amount, formula.clone(), leaf.found)),
        _ => None,
    });
    let Some((amount, formula, found)) = known else { return Ok(None) };
    let mut sources = found.sources;
    sources.extend(define.and_then(|define| define.source));
    let sources = sources.to_vec();
    let evidence = scene.pack.evidence(&sources).and(found.unsure);
    let of_rule = scene.round.map(|(_, rule)| rule.window.from);
    let since = of_rule.max(found.since).map_or(month, Date::month_of);
    Ok(Some(Run { first: month, months: 1, amount: amount.rounded()?, formula, sources, evidence, since }))
}
