//! The schedule: runs of months with the same computation, their lines, and the sum.

use crate::set::Set;

use crate::assess::{result, step};
use crate::assessment::{ByMonth, FigureFound, MonthFound, RunFound, Step};
use crate::date::{Date, Month};
use crate::error::NoValue;
use crate::evaluate::{Formula, Known, Missing, MonthsFound, Scene, State, Trace, UnchangedMonths};
use crate::expression::{Binary, Expr};
use crate::fraction::Fraction;
use crate::pack::{Evidence, RoundId, Schedule, ScheduleStep, SourceId};
use crate::value::{Count, Money, Value};

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
    /// Whether there is a sum, known or not yet.
    can_be_had: bool,
    /// What is missing and can still change it.
    pub missing: Set<Missing>,
}

/// Successive months with the same computation.
pub(super) struct Run {
    /// The first of them.
    first: Month,
    /// How many.
    months: u16,
    /// The amount of each month.
    amount: Money,
    formula: Formula,
    sources: Vec<SourceId>,
    evidence: Evidence,
    /// The month since which the law computes them so.
    since: Month,
    /// The figures of each that the answer lists.
    figures: Vec<(String, FigureFound)>,
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
        let can_be_had = !matches!(knowledge.known, Known::NoValue(_));
        let is_settled = schedule.when.as_ref().is_none_or(|when| scene.surely(when));
        let has_count = is_settled && matches!(scene.evaluate(&schedule.months).known, Known::Value(_));
        Ok(Self { schedule, total, runs, sources, evidence, has_count, can_be_had, missing: knowledge.missing })
    }

    /// Whether there is a sum, known or not yet.
    pub const fn can_be_had(&self) -> bool {
        self.can_be_had
    }

    /// How sure the sum is, where it is known.
    pub fn evidence(&self) -> Option<Evidence> {
        self.total.map(|_| self.evidence)
    }

    /// The notes of the rules under which later months are paid.
    pub fn notes(&self, scene: &Scene<'_>) -> Vec<String> {
        let mut rules: Vec<RoundId> = scene.round.map(|(id, _)| id).into_iter().collect();
        let mut notes = Vec::new();
        for month in self.runs.iter().flat_map(Run::all) {
            let Some((id, rule)) = month.ok().and_then(|month| scene.in_month(month).round) else { continue };
            if !rules.contains(&id) {
                rules.push(id);
                notes.extend(rule.notes.iter().cloned());
            }
        }
        notes
    }

    /// One line a run where the schedule has them, then the sum.
    pub fn steps(&self, scene: &Scene<'_>) -> Vec<Step> {
        let Some(total) = self.total else { return Vec::new() };
        let Schedule { step, total: shown, each, .. } = self.schedule;
        let mut steps: Vec<Step> =
            step.iter().flat_map(|step| self.runs.iter().map(|run| run.step(scene, step))).collect();
        let terms = steps.iter().zip(&self.runs).map(|(step, run)| format!("{} × {}", step.id, run.months));
        let formula = match step {
            Some(_) => terms.collect::<Vec<_>>().join(" + "),
            None => self.formula_of(scene, each, Trace::ALL).map(|formula| formula.of_money()).unwrap_or_default(),
        };
        steps.push(Step {
            id: shown.id.clone(),
            title: scene.say(&shown.title),
            formula,
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

    /// How the sum of an expression over the months is computed, run by run.
    pub fn formula_of(&self, scene: &Scene<'_>, of: &Expr, trace: Trace) -> Option<Formula> {
        let is_money = matches!(scene.evaluate(of).known, Known::Value(Value::Money(_)));
        let mut sum: Option<Formula> = None;
        for (place, run) in self.runs.iter().enumerate() {
            let scene = if place == 0 { scene.in_month(run.first) } else { scene.in_run(run.first) };
            let each = step::formula_of(&scene, of, trace)?;
            let months = Formula::of_value(&Value::Count(Count::new(Fraction::whole(i64::from(run.months)))))?;
            // Each month is rounded by itself.
            let each = if is_money { each.in_fen() } else { each };
            let term = Formula::of_binary(Binary::Times, &each, &months)?;
            sum = match sum {
                None => Some(term),
                Some(sum) => Formula::of_binary(Binary::Plus, &sum, &term),
            };
        }
        sum
    }

    /// The months: by runs where they have figures, otherwise each by itself.
    pub fn months(&self) -> Result<Option<ByMonth>, NoValue> {
        if self.total.is_none() {
            return Ok(None);
        }
        if !self.schedule.columns.is_empty() {
            let runs = self.runs.iter().map(|run| RunFound {
                from: run.first,
                months: run.months,
                figures: run.figures.clone(),
                evidence: run.evidence,
            });
            return Ok(Some(ByMonth::Runs(runs.collect())));
        }
        let each = self.runs.iter().flat_map(|run| {
            run.all().map(|month| Ok(MonthFound { month: month?, amount: run.amount, evidence: run.evidence }))
        });
        Ok(Some(ByMonth::Each(each.collect::<Result<_, _>>()?)))
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

    /// Its months.
    fn all(&self) -> impl Iterator<Item = Result<Month, NoValue>> + '_ {
        (0..self.months).map(|later| self.first.plus(i32::from(later)).map_err(|_| NoValue::NoSuchDay))
    }

    /// Whether the next month belongs to the run: it has the same figures, or the same computation where it has none.
    fn goes_on_with(&self, next: &Self) -> bool {
        let is_alike = self.formula == next.formula && self.sources == next.sources;
        let is_same = self.amount == next.amount && self.evidence == next.evidence && self.figures == next.figures;
        is_same && (is_alike || !self.figures.is_empty())
    }
}

fn runs(scene: &Scene<'_>, schedule: &Schedule) -> Result<Vec<Run>, NoValue> {
    let MonthsFound::Of(months, _) = scene.months(schedule) else { return Ok(Vec::new()) };
    let (mut runs, mut unchanged): (Vec<Run>, Option<UnchangedMonths>) = (Vec::new(), None);
    for later in 0..months.count.unwrap_or(0) {
        let month = months.first.plus(i32::from(later)).map_err(|_| NoValue::NoSuchDay)?;
        let next = match unchanged.filter(|unchanged| unchanged.contains(scene.measure, month)) {
            Some(_) => None,
            None => {
                let (run, until) = scene.budget.watch(|| run_of(&scene.in_month(month), schedule, month));
                let Some(run) = run? else { return Ok(Vec::new()) };
                unchanged = Some(UnchangedMonths::new(scene.measure, month, until));
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
    let (amount, figures) = (amount.rounded()?, result::all(scene, &schedule.columns)?);
    Ok(Some(Run { first: month, months: 1, amount, formula, sources, evidence, since, figures }))
}
