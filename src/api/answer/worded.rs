//! The answer of the engine as the API gives it and the page shows it.

use wengang_engine::assessment::{
    AmountFound, Assessment as Found, BoundFound, ByMonth, ConditionFound, FigureFound, InsightFound, ItemFound,
    LeftOverFound, MonthFound, Need as NeedFound, NextStepFound, PlanFound, PlannedItem, Reason, RuleStatus, RunFound,
    Step as StepFound, Verdict,
};
use wengang_engine::pack::{DocumentId, FactKind, Field, Measure, Pack, SourceId};
use wengang_engine::{self as engine, NoValue, Value};

use crate::api::Request;
use crate::api::answer::{
    Assessment, BoundRow, Citation, Condition, DocumentText, Figure, Figures, Insight, Item, Items, Judgement, Least,
    MonthRow, Need, NextStep, Plan, PlanRow, Policy, RunRow, Share, SkippedRow, Step, Why, WindowText,
};
use crate::policy::assessment::Amount;
use crate::policy::date::Date;
use crate::policy::list::CollectSmall;
use crate::policy::money::Money;
use crate::policy::month::Month;

/// An answer in the terms of a pack.
#[derive(Clone, Copy)]
pub(in crate::api) struct Worded {
    pub pack: &'static Pack,
    pub measure: &'static Measure,
}

impl Worded {
    /// The answer to a request.
    pub fn answer(self, request: &Request, found: Found) -> Result<Assessment, NoValue> {
        let Found { day, rule_status, outcome, amount, conditions, steps, needs, insights, next_steps, .. } = found;
        let Found { notes, assumed, months, results, items, .. } = found;
        let names = &request.names;
        let (items, plan) = items.unzip();
        let plan = plan.flatten().map(|plan| self::plan(names, plan)).transpose()?;
        let items = items.map(|items| self.items(names, items)).transpose()?.map(Items::Judged);
        let months = months.map(|months| self.months(months)).transpose()?.flatten();
        let round = rule_status.round.and_then(|id| self.measure.rounds.get(id.index()));
        // Without items there is nothing to plan.
        let results = results.filter(|_| plan.is_none() || !names.is_empty());
        Ok(Assessment {
            calculator: request.calculator,
            as_of: request.as_of,
            outcome: outcome.into(),
            amount: amount.map(self::amount).transpose()?,
            is_ceiling: round.is_some_and(|round| round.ceiling),
            policy: self.policy(&rule_status, day, notes, assumed),
            conditions: conditions.into_iter().map(|found| self.condition(found)).collect_small(),
            steps: steps.into_iter().map(|found| self.step(found)).collect_small(),
            needs: needs.into_iter().filter_map(|need| self.need(need)).collect_small(),
            insights: insights.into_iter().map(insight).collect_small(),
            next_steps: next_steps.into_iter().map(|found| self.next_step(found)).collect_small(),
            items: items.or(months),
            result: results.map(|figures| self.figures(figures, plan)).transpose()?,
        })
    }

    /// Where an element of a list can be incomplete, every need is named by its path in the request; else by the fact alone.
    pub fn need(self, need: NeedFound) -> Option<Need> {
        let (id, place) = match need {
            NeedFound::Fact(fact) => (fact, None),
            NeedFound::Field { list, element, field } => (list, Some((element, field))),
        };
        let fact = self.measure.facts.get(id.index())?;
        let fields = match fact.kind {
            FactKind::List(list) => self.measure.fields(list),
            _ => &[],
        };
        let field = |(element, field): (usize, u16)| Some((element, fields.get(usize::from(field))?.id.as_str()));
        let field = place.and_then(field);
        let has_paths = self.measure.lists.iter().flat_map(|list| &list.fields).any(Field::may_be_missing);
        let root = if has_paths { "facts." } else { "" };
        let below = field.map(|(element, field)| format!("[{element}].{field}")).unwrap_or_default();
        Some(Need { fact: &fact.id, field, path: [root, &fact.id, &below].concat() })
    }

    fn policy(self, rule_status: &RuleStatus, day: engine::Date, doubts: Vec<String>, assumed: Vec<String>) -> Policy {
        let Self { pack, measure } = self;
        let round = rule_status.round.and_then(|id| measure.rounds.get(id.index()));
        let of_rule = rule_status.reason.iter().chain(round.iter().flat_map(|round| &round.notes));
        // Readings are of a notice: where none is recorded there is nothing to read.
        let readings = round.iter().flat_map(|_| &measure.readings).filter(|reading| reading.days.contains(day));
        let mut notes = of_rule.cloned().collect_small();
        notes.extend(doubts);
        notes.extend(readings.map(|reading| reading.text.clone()));
        notes.extend(assumed);
        let named = || (format!("{}-{}", measure.place, day.year()), measure.title.clone());
        let (id, title) = round.map_or_else(named, |round| (round.id.clone(), round.title.clone()));
        Policy {
            id,
            title,
            status: rule_status.status.into(),
            evidence: rule_status.evidence.into(),
            window: round.map(|round| WindowText::of(round.window)),
            checked_on: Date::of(round.map_or(measure.checked_on, |round| round.checked_on)),
            documents: round.map(|round| documents(pack, &round.sources, &round.also)).unwrap_or_default(),
            notes,
        }
    }

    fn condition(self, found: ConditionFound) -> Condition {
        let (verdict, reason) = judgement(found.verdict);
        Condition {
            id: found.id,
            title: found.title,
            verdict,
            reason,
            curable: found.curable.then_some(true),
            evidence: found.evidence.into(),
            detail: found.detail,
            citations: citations(self.pack, &found.sources),
        }
    }

    fn step(self, found: StepFound) -> Step {
        let StepFound { id, title, formula, value, unit, evidence, sources } = found;
        let citations = citations(self.pack, &sources);
        Step { id, title, formula, value, unit, evidence: evidence.into(), citations }
    }

    fn next_step(self, found: NextStepFound) -> NextStep {
        NextStep { id: found.id, text: found.text, citations: citations(self.pack, &found.sources) }
    }

    fn items(self, names: &[String], items: Vec<ItemFound>) -> Result<Vec<Item>, NoValue> {
        let item = |(found, name): (ItemFound, &String)| {
            Ok(Item {
                id: name.clone(),
                outcome: found.outcome.into(),
                amount: found.amount.map(money).transpose()?,
                dates: found.dates.into_iter().map(|(name, day)| (name, day.map(Date::of))).collect_small(),
                conditions: found.conditions.into_iter().map(|found| self.condition(found)).collect_small(),
            })
        };
        items.into_iter().zip(names).map(item).collect()
    }

    /// The months; runs only where there is more than one: otherwise the result says it all.
    fn months(self, found: ByMonth) -> Result<Option<Items>, NoValue> {
        Ok(match found {
            ByMonth::Each(months) => Some(Items::Months(months.iter().map(month).collect::<Result<_, _>>()?)),
            ByMonth::Runs(runs) if runs.len() > 1 => {
                Some(Items::Runs(runs.into_iter().map(|run| self.run(run)).collect::<Result<_, _>>()?))
            }
            ByMonth::Runs(_) => None,
        })
    }

    fn run(self, found: RunFound) -> Result<RunRow, NoValue> {
        let RunFound { from, months, figures, evidence } = found;
        Ok(RunRow { from: Month::from(from), months, figures: self.named(figures)?, evidence: evidence.into() })
    }

    fn figures(self, found: Vec<(String, FigureFound)>, plan: Option<Plan>) -> Result<Figures, NoValue> {
        Ok(Figures { figures: self.named(found)?, plan })
    }

    fn named(self, found: Vec<(String, FigureFound)>) -> Result<Vec<(String, Figure)>, NoValue> {
        found.into_iter().map(|(name, figure)| Ok((name, self.figure(figure)?))).collect()
    }

    fn figure(self, found: FigureFound) -> Result<Figure, NoValue> {
        Ok(match found {
            FigureFound::Decimal(decimal) => Figure::Decimal(decimal),
            FigureFound::Whole(number) => Figure::Whole(whole(number)?),
            FigureFound::Word(word) => Figure::Word(word),
            FigureFound::Fraction { numerator, denominator, percent } => {
                Figure::Share(Share { numerator: whole(numerator)?, denominator: whole(denominator)?, percent })
            }
            FigureFound::Bounds(rows) => {
                Figure::Bounds(rows.into_iter().map(|row| self.bound(row)).collect::<Result<_, _>>()?)
            }
        })
    }

    fn bound(self, found: BoundFound) -> Result<BoundRow, NoValue> {
        let fact = self.measure.facts.get(found.fact.index()).ok_or(NoValue::DamagedPack)?;
        let bound = match found.bound {
            Value::Money(least) => Least::Yuan(money(least)?),
            other => {
                let number = other.number().map(|(_, number)| number.reduced()).ok_or(NoValue::DamagedPack)?;
                Least::Persons(whole(number.numerator())?)
            }
        };
        let (of, measured) = (found.of.unwrap_or_default(), fact.question.label.as_str());
        Ok(BoundRow { of, measured, indicator: &fact.id, bound, met: found.met })
    }
}

/// A verdict as the API gives it, and why it is unknown.
pub(in crate::api) const fn judgement(verdict: Verdict) -> (Judgement, Option<Why>) {
    match verdict {
        Verdict::Met => (Judgement::Met, None),
        Verdict::Unmet => (Judgement::Unmet, None),
        Verdict::Unknown(Reason::Missing) => (Judgement::Unknown, Some(Why::Missing)),
        Verdict::Unknown(Reason::Agency) => (Judgement::Unknown, Some(Why::Agency)),
    }
}

pub(in crate::api) fn amount(found: AmountFound) -> Result<Amount, NoValue> {
    Ok(match found {
        AmountFound::Exact(value) => Amount::Exact { value: money(value)? },
        AmountFound::Range { min, max } => Amount::Range { min: money(min)?, max: money(max)? },
    })
}

fn plan(names: &[String], found: PlanFound) -> Result<Plan, NoValue> {
    let id = |item: usize| names.get(item).cloned().ok_or(NoValue::DamagedPack);
    let planned = |found: PlannedItem| {
        Ok(PlanRow { id: id(found.item)?, amount: money(found.amount)?, apply_by: Date::of(found.by) })
    };
    let left_over = |found: LeftOverFound| {
        let (from, until) = found.later.map(|(from, until)| (Date::of(from), Date::of(until))).unzip();
        Ok(SkippedRow { id: id(found.item)?, because: found.id, reason: found.text, from, until })
    };
    Ok(Plan {
        plan: found.items.into_iter().map(planned).collect::<Result<_, _>>()?,
        skipped: found.left_over.into_iter().map(left_over).collect::<Result<_, _>>()?,
    })
}

fn month(found: &MonthFound) -> Result<MonthRow, NoValue> {
    Ok(MonthRow { month: Month::from(found.month), amount: money(found.amount)?, evidence: found.evidence.into() })
}

fn insight(found: InsightFound) -> Insight {
    Insight { id: found.id, text: found.text, value: found.value }
}

/// Whole 分.
pub(in crate::api) fn fen(amount: engine::Money) -> Result<i128, NoValue> {
    let fen = amount.get().times(engine::Fraction::whole(100))?.reduced();
    if fen.denominator() == 1 { Ok(fen.numerator()) } else { Err(NoValue::DamagedPack) }
}

/// 元 of whole 分.
fn money(amount: engine::Money) -> Result<Money, NoValue> {
    Money::of_fen(fen(amount)?).ok_or(NoValue::Overflow)
}

fn whole(number: i128) -> Result<u64, NoValue> {
    u64::try_from(number).map_err(|_| NoValue::Overflow)
}

/// Every document once, the round's own first.
pub(in crate::api) fn documents(pack: &'static Pack, sources: &[SourceId], also: &[DocumentId]) -> Vec<DocumentText> {
    pack.documents_of(sources, also).into_iter().map(DocumentText::from).collect_small()
}

/// The sources, each citation once.
pub(in crate::api) fn citations(pack: &'static Pack, sources: &[SourceId]) -> Vec<Citation> {
    let mut citations: Vec<Citation> = Vec::new();
    for (source, document) in sources.iter().filter_map(|id| pack.cited(*id)) {
        let citation = Citation { document: &document.number, clause: &source.clause, quote: source.quote.as_deref() };
        if !citations.contains(&citation) {
            citations.push(citation);
        }
    }
    citations
}
