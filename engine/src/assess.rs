//! One evaluation of a case: from facts to everything that is shown.

mod amount;
mod assumed;
mod insight;
mod items;
mod result;
mod schedule;
mod step;

use std::rc::Rc;

use crate::assessment::{
    AmountFound, Assessment, ConditionFound, ConditionId, Need, NextStepFound, Outcome, RuleStatus, Status, Summary,
    Verdict,
};
use crate::case::Case;
use crate::date::Date;
use crate::error::{Error, NoValue};
use crate::evaluate::{Budget, Judged, Knowledge, Known, Missing, Notice, Scene};
use crate::pack::{Cited, Condition, Evidence, Measure, Pack, Perpetual, Round, RoundId, SourceId, is_part_of};
use crate::rule_status::{perpetual, rule_status};
use crate::set::Set;
use crate::value::{Money, Value};

use amount::AmountOf;
use schedule::ScheduleOf;

/// Judges a case on a day by a measure of the pack.
///
/// On a day without a round the outcome is [`Outcome::Closed`] and nothing else is judged. Otherwise the conditions of
/// the round decide, and the amount is what every completion of the missing facts gives. A measure that holds all the
/// time is never closed; where it has no conditions, the outcome says whether there is a result.
///
/// # Errors
/// [`Error::UnknownMeasure`]; [`Error::NoValue`] where a number goes out of range, the pack is damaged, or a condition
/// or the amount has no value although every fact is known.
pub fn assess(pack: &Pack, measure: &str, case: &Case, day: Date) -> Result<Assessment, Error> {
    let measure = pack.measure(measure).ok_or_else(|| Error::UnknownMeasure(measure.to_owned()))?;
    opened(pack, measure, case, day, |scene, round, rule_status| match round {
        Judging::Under(round) => {
            let decided = Decided::of(scene, round)?;
            worded(scene, round, decided, rule_status, case.facts())
        }
        Judging::Closed(round) => Ok(closed(scene, round, rule_status, case.facts())),
    })
}

/// The same without a word: what decides, and nothing that explains it. It draws on the same expressions.
///
/// # Errors
/// As [`assess`].
pub fn summarize(pack: &Pack, measure: &Measure, case: &Case, day: Date) -> Result<Summary, Error> {
    opened(pack, measure, case, day, |scene, round, _| match round {
        Judging::Under(round) => {
            let Decided { conditions, outcome, amount, scheduled, total, is_unsettled, needs, .. } =
                Decided::of(scene, round)?;
            let window = round.and(measure.window.as_ref()).map(|_| (ConditionId::Window, Verdict::Met));
            // Where items are judged, the conditions of the measure are those of each item.
            let own = conditions.iter().filter(|_| measure.items.is_none());
            let own = own.map(|(place, _, knowledge)| (ConditionId::Own(*place), knowledge.verdict()));
            let paid = scheduled.filter(|_| outcome != Outcome::Ineligible && !is_unsettled);
            let total = total.or(paid.and_then(|paid| paid.total)).map(AmountFound::Exact);
            let amount = amount.and_then(|amount| amount.found()).or(total);
            Ok(Summary { outcome, amount, conditions: window.into_iter().chain(own).collect(), needs })
        }
        Judging::Closed(_) => {
            let outcome = if measure.perpetual.is_some() { Outcome::Undetermined } else { Outcome::Closed };
            let window = measure.window.as_ref().map(|_| (ConditionId::Window, Verdict::Unmet));
            Ok(Summary { outcome, amount: None, conditions: window.into_iter().collect(), needs: Vec::new() })
        }
    })
}

/// Whether a case is judged on the day, and under which round.
enum Judging<'r> {
    /// It is, perhaps without a round.
    Under(Option<(RoundId, &'r Round)>),
    /// It is not; the round of the year, where there is one.
    Closed(Option<&'r Round>),
}

/// Evaluates a case in a scene; a fatal failure of the evaluation is an error.
fn opened<T>(
    pack: &Pack,
    measure: &Measure,
    case: &Case,
    day: Date,
    answer: impl FnOnce(&Scene<'_>, Judging<'_>, RuleStatus) -> Result<T, Error>,
) -> Result<T, Error> {
    let budget = Budget::new();
    let facts = case.assume(pack, measure, day, &budget)?;
    let rule_status = match &measure.perpetual {
        Some(law) => {
            let scene = Scene::new(pack, measure, None, day, &facts, &budget);
            perpetual(pack, measure, rule_day(&scene, law)?, day)
        }
        None => rule_status(pack, measure, day),
    };
    let round = rule_status.round.and_then(|id| Some((id, measure.rounds.get(id.index())?)));
    let scene = Scene::new(pack, measure, round, day, &facts, &budget);
    let is_judged = match &measure.perpetual {
        Some(law) => round.is_some() || law.always,
        None => round.is_some() && rule_status.status == Status::Open,
    };
    let judging = if is_judged { Judging::Under(round) } else { Judging::Closed(round.map(|(_, round)| round)) };
    let answer = answer(&scene, judging, rule_status)?;
    budget.failure().map_or(Ok(answer), |why| Err(why.into()))
}

/// The day whose rule counts.
fn rule_day(scene: &Scene<'_>, law: &Perpetual) -> Result<Date, NoValue> {
    let Some(at) = &law.at else { return Ok(scene.day) };
    match scene.evaluate(at).known {
        Known::Value(Value::Date(day)) => Ok(day),
        Known::Value(Value::Month(month)) => month.first_day().map_err(|_| NoValue::NoSuchDay),
        Known::NoValue(why) => Err(why),
        Known::Value(_) | Known::OneOf(_) | Known::Open => Err(NoValue::DamagedPack),
    }
}

impl Measure {
    /// The conditions of a round, or of a day without any, with their places in the measure.
    pub(crate) fn conditions_of(&self, round: Option<RoundId>) -> impl Iterator<Item = (u16, &Condition)> {
        let numbered = (0_u16..).zip(&self.conditions);
        numbered.filter(move |(_, condition)| is_part_of(condition.only.as_ref(), round))
    }
}

/// The notes to the figures.
fn notes(scene: &Scene<'_>) -> Vec<String> {
    let round = scene.round.map(|(id, _)| id);
    let notes = scene.measure.notes.iter().filter(|note| is_part_of(note.only.as_ref(), round));
    let notes = notes.filter(|note| note.when.as_ref().is_none_or(|when| scene.surely(when)));
    notes.map(|note| scene.say(&note.says)).collect()
}

fn closed(scene: &Scene<'_>, round: Option<&Round>, rule_status: RuleStatus, given: &[Option<Value>]) -> Assessment {
    let (pack, measure, day, budget) = (scene.pack, scene.measure, scene.day, scene.budget);
    let reason = rule_status.reason.as_deref();
    let scene = scene.noting(Notice { reason, ..Notice::default() });
    let condition = measure.window.as_ref().map(|window| ConditionFound {
        id: window.id.clone(),
        title: scene.words(&window.title),
        verdict: Verdict::Unmet,
        curable: false,
        evidence: rule_status.evidence,
        detail: match rule_status.status {
            Status::Open | Status::Closed => scene.words(&window.closed),
            Status::Upcoming => scene.words(&window.upcoming),
            Status::NotRecorded => scene.words(&window.not_recorded),
        },
        sources: round.map(of_window).unwrap_or_default(),
    });
    // Nothing was assumed but what says which rule counts.
    let at = measure.perpetual.as_ref().and_then(|law| law.at.as_ref());
    let assumed = assumed::of_facts(&scene, given, |id| at.is_some_and(|at| at.names_fact(id)));
    let always = measure.next_steps.iter().filter(|next| next.closed && next.days.contains(day));
    let next_steps = always.map(|next| NextStepFound {
        id: next.id.clone(),
        text: scene.say(&next.says),
        sources: next.source.into_iter().collect(),
    });
    Assessment {
        outcome: if measure.perpetual.is_some() { Outcome::Undetermined } else { Outcome::Closed },
        amount: None,
        conditions: condition.into_iter().collect(),
        steps: Vec::new(),
        needs: Vec::new(),
        insights: insight::days_off(pack, measure, day, budget),
        next_steps: next_steps.collect(),
        notes: Vec::new(),
        assumed,
        months: None,
        results: None,
        items: None,
        day,
        rule_status,
    }
}

/// What decides the answer of a case under a round, or on a day of which no rule was found, before it is put into words.
struct Decided<'m> {
    /// The conditions of the measure with their places.
    conditions: Vec<(u16, &'m Condition, Knowledge)>,
    /// The items, where the measure has them.
    judged: Option<Rc<Judged>>,
    outcome: Outcome,
    amount: Option<AmountOf>,
    scheduled: Option<ScheduleOf<'m>>,
    /// What is paid of the items in all.
    total: Option<Money>,
    /// Whether there is no result yet, in a measure without conditions.
    is_unsettled: bool,
    needs: Vec<Need>,
}

impl<'m> Decided<'m> {
    // Two answers begin with it: it is compiled once.
    #[inline(never)]
    fn of(scene: &Scene<'m>, round: Option<(RoundId, &Round)>) -> Result<Self, Error> {
        let measure = scene.measure;
        let conditions: Vec<_> = measure
            .conditions_of(round.map(|(id, _)| id))
            .map(|(place, condition)| (place, condition, scene.evaluate(&condition.holds)))
            .collect();
        if let Some(why) = conditions.iter().find_map(|(_, _, knowledge)| knowledge.failure()) {
            return Err(why.into());
        }
        let judged = measure.items.as_ref().map(|_| items::judged(scene)).transpose()?;
        let outcome = match (&judged, scene.settled()) {
            (None, None) => scene.outcome_of(conditions.iter().map(|(_, _, knowledge)| knowledge.verdict()))?,
            _ => scene.outcome()?,
        };
        let is_unsettled = scene.settled().is_some() && outcome == Outcome::Undetermined;
        let amount = measure.amount.as_ref().filter(|_| outcome != Outcome::Ineligible);
        let amount = amount.map(|amount| AmountOf::evaluate(scene, amount)).transpose()?;
        let scheduled = measure.schedule.as_ref().map(|schedule| ScheduleOf::evaluate(scene, schedule)).transpose()?;
        let needs = match (&judged, &measure.items) {
            _ if outcome == Outcome::Ineligible => Vec::new(),
            (Some(judged), Some((item, _))) => items::needs(scene, item, judged),
            _ => {
                let mut missing = missing_of(conditions.iter().map(|(_, _, knowledge)| knowledge));
                amount.iter().for_each(|amount| missing.add(&amount.missing));
                scheduled.iter().for_each(|paid| missing.add(&paid.missing));
                if is_unsettled && scheduled.as_ref().is_none_or(ScheduleOf::can_be_had) {
                    // Without conditions every figure of the result is asked for.
                    measure.results.iter().for_each(|field| missing.add(&scene.evaluate(&field.value).missing));
                }
                measure.fact_ids().filter(|fact| missing.contains(&Missing::Fact(*fact))).map(Need::Fact).collect()
            }
        };
        let total = judged.as_ref().map(|judged| items::total(judged)).transpose()?.flatten();
        Ok(Self { conditions, judged, outcome, amount, scheduled, total, is_unsettled, needs })
    }
}

/// The answer in words.
fn worded(
    scene: &Scene<'_>,
    round: Option<(RoundId, &Round)>,
    decided: Decided<'_>,
    rule_status: RuleStatus,
    given: &[Option<Value>],
) -> Result<Assessment, Error> {
    let measure = scene.measure;
    let (id, round) = (round.map(|(id, _)| id), round.map(|(_, round)| round));
    let Decided { conditions: own, judged, outcome, amount, scheduled, total, is_unsettled, needs } = decided;
    let items = match (&judged, &measure.items) {
        (Some(judged), Some((item, paid))) => Some(items::found(scene, round, item, paid, judged)?),
        _ => None,
    };
    let mut conditions: Vec<_> = round.and_then(|round| window_condition(scene, round)).into_iter().collect();
    // Where items are judged, the conditions of the measure are listed with each of them.
    let listed = own.iter().filter(|_| items.is_none());
    conditions.extend(
        listed.map(|(place, condition, found)| judge(scene, round, Cited::Condition(*place), condition, found)),
    );
    let mut steps = match &scheduled {
        Some(_) if is_unsettled => Vec::new(),
        scheduled => step::of_defines(scene, scheduled.as_ref())?,
    };
    let of_amount = match (&amount, &measure.amount) {
        (Some(found), Some(amount)) => found.steps(scene, amount, round),
        _ => Vec::new(),
    };
    steps.extend(of_amount.iter().cloned());
    let paid = scheduled.as_ref().filter(|_| outcome != Outcome::Ineligible);
    // Without conditions nothing is given of it before the result is settled.
    let settled = paid.filter(|_| !is_unsettled);
    steps.extend(settled.into_iter().flat_map(|paid| paid.steps(scene)));
    steps.extend(items.iter().flat_map(|items| items.steps.iter().cloned()));
    let changes = scheduled.as_ref().map(ScheduleOf::changes).unwrap_or_default();
    let mut insights = insight::found(scene, id, round, &changes)?;
    insights.extend(insight::days_off_of_items(scene));
    insights.extend(insight::days_off(scene.pack, measure, scene.day, scene.budget));
    // What holds all the time is as sure as what was computed by it.
    let computed = of_amount.iter().filter(|_| measure.perpetual.is_some());
    let evidence = computed.map(|step| step.evidence).fold(rule_status.evidence, Ord::max);
    let evidence = match (paid, settled) {
        (Some(_), None) => Evidence::Provisional,
        (_, settled) => settled.and_then(ScheduleOf::evidence).unwrap_or(evidence),
    };
    let rule_status = RuleStatus { evidence, ..rule_status };
    // The figures of a schedule are given once it is known how many months there are.
    let has_months = measure.schedule.is_none() || settled.is_some_and(|paid| paid.has_count);
    // A plan is given also where nothing is in it, and says why; of items that are all paid there is nothing to say.
    let is_nothing = items.as_ref().is_some_and(|items| items.plan.is_none()) && outcome == Outcome::Ineligible;
    let has_results = has_months && !is_unsettled && !is_nothing;
    Ok(Assessment {
        day: scene.day,
        rule_status,
        outcome,
        amount: amount
            .and_then(|amount| amount.found())
            .or(total.or(settled.and_then(|paid| paid.total)).map(AmountFound::Exact)),
        conditions,
        steps,
        needs,
        insights,
        next_steps: next_steps(scene, id, round),
        notes: [settled.map(|paid| paid.notes(scene)).unwrap_or_default(), notes(scene)].concat(),
        assumed: assumed::notes(scene, given),
        months: settled.map(ScheduleOf::months).transpose()?.flatten(),
        results: if has_results { Some(result::all(scene, &measure.results)?) } else { None },
        items: items.map(|items| (items.items, items.plan)),
    })
}

/// What is missing of the conditions that are open.
fn missing_of<'k>(conditions: impl Iterator<Item = &'k Knowledge>) -> Set<Missing> {
    let mut missing = Set::new();
    let open = conditions.filter(|knowledge| matches!(knowledge.verdict(), Verdict::Unknown(_)));
    open.for_each(|knowledge| missing.add(&knowledge.missing));
    missing
}

/// What the round cites for its days, or the round itself.
fn of_window(round: &Round) -> Vec<SourceId> {
    or_round(round.cited(Cited::Window).collect(), round)
}

fn or_round(sources: Vec<SourceId>, round: &Round) -> Vec<SourceId> {
    if sources.is_empty() { vec![round.source] } else { sources }
}

fn window_condition(scene: &Scene<'_>, round: &Round) -> Option<ConditionFound> {
    let (window, sources) = (scene.measure.window.as_ref()?, of_window(round));
    Some(ConditionFound {
        id: window.id.clone(),
        title: scene.words(&window.title),
        verdict: Verdict::Met,
        curable: false,
        evidence: scene.pack.evidence(&sources),
        detail: scene.words(&window.open),
        sources,
    })
}

fn judge(
    scene: &Scene<'_>,
    round: Option<&Round>,
    thing: Cited,
    condition: &Condition,
    found: &Knowledge,
) -> ConditionFound {
    let mut sources = found.sources.clone();
    sources.extend(condition.source);
    condition.cites.iter().for_each(|cited| sources.add(&scene.evaluate(cited).sources));
    sources.extend(cited(round, thing));
    let mut sources = sources.to_vec();
    if let Some(round) = round {
        sources = or_round(sources, round);
    }
    let verdict = found.verdict();
    let evidence = scene.pack.evidence(&sources).and(found.unsure);
    ConditionFound {
        id: condition.id.clone(),
        title: scene.words(&condition.title),
        verdict,
        curable: condition.curable && verdict == Verdict::Unmet,
        evidence,
        detail: scene.say(&condition.says),
        sources,
    }
}

/// The sources that the round cites for an element of the measure.
fn cited(round: Option<&Round>, thing: Cited) -> impl Iterator<Item = SourceId> + '_ {
    round.into_iter().flat_map(move |round| round.cited(thing))
}

fn next_steps(scene: &Scene<'_>, id: Option<RoundId>, round: Option<&Round>) -> Vec<NextStepFound> {
    let steps = (0_u16..).zip(&scene.measure.next_steps).filter(|(_, next)| {
        is_part_of(next.only.as_ref(), id)
            && next.days.contains(scene.day)
            && next.when.as_ref().is_none_or(|when| scene.surely(when))
    });
    steps
        .map(|(place, next)| NextStepFound {
            id: next.id.clone(),
            text: scene.say(&next.says),
            sources: next.source.into_iter().chain(cited(round, Cited::NextStep(place))).collect(),
        })
        .collect()
}
