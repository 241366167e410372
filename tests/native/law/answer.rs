//! From an assessment to the JSON of the API, key by key in its order.

use serde::{Serialize, Serializer, ser::SerializeMap as _};
use serde_json::Value as Json;
use wengang_engine::assessment::{
    AmountFound, Assessment, BoundFound, ConditionFound, FigureFound, InsightFound, ItemFound, LeftOverFound,
    MonthFound, NextStepFound, Outcome, PlanFound, PlannedItem, Reason, Standing, Status, Step, Verdict,
};
use wengang_engine::pack::{DocumentId, Evidence, Measure, Pack, SourceId};
use wengang_engine::{Date, Value};

use super::{Cited, Split};

/// An answer, worded for the API.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Answer<'p> {
    calculator: &'p str,
    as_of: String,
    outcome: &'static str,
    amount: Option<Amount>,
    policy: Policy<'p>,
    conditions: Vec<Condition>,
    steps: Vec<Line>,
    needs: Vec<&'p str>,
    insights: Vec<Insight>,
    next_steps: Vec<NextStep>,
    #[serde(skip_serializing_if = "Option::is_none")]
    items: Option<Items>,
    #[serde(skip_serializing_if = "Option::is_none")]
    result: Option<Figures<'p>>,
}

/// An item, judged by itself.
#[derive(Serialize)]
struct Item {
    id: String,
    outcome: &'static str,
    amount: Option<String>,
    #[serde(flatten)]
    dates: Dates,
    conditions: Vec<Condition>,
}

/// The days of an item by their names, in the order of the file.
struct Dates(Vec<(String, Option<Date>)>);

impl Serialize for Dates {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, day)| (name, day.map(|day| day.to_string()))))
    }
}

/// An item of the plan.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Planned {
    id: String,
    amount: String,
    apply_by: String,
}

/// An item that is left over.
#[derive(Serialize)]
struct Skipped {
    id: String,
    because: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    from: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    until: Option<String>,
}

#[derive(Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
enum Amount {
    Exact { value: String },
    Range { min: String, max: String },
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Policy<'p> {
    id: String,
    title: &'p str,
    status: &'static str,
    evidence: &'static str,
    window: Option<Window>,
    checked_on: String,
    documents: Vec<Document<'p>>,
    notes: Vec<String>,
}

#[derive(Serialize)]
struct Window {
    from: String,
    to: Option<String>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Document<'p> {
    number: &'p str,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<&'p str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    issuer: Option<&'p str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    issued_on: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<&'p str>,
}

#[derive(Serialize)]
struct Condition {
    id: String,
    title: String,
    verdict: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    curable: Option<bool>,
    evidence: &'static str,
    detail: String,
    citations: Vec<Cited>,
}

#[derive(Serialize)]
struct Line {
    id: String,
    title: String,
    formula: String,
    value: String,
    unit: String,
    evidence: &'static str,
    citations: Vec<Cited>,
}

#[derive(Serialize)]
struct Insight {
    id: String,
    text: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<String>,
}

#[derive(Serialize)]
struct NextStep {
    id: String,
    text: String,
    citations: Vec<Cited>,
}

/// One for each certificate, or one for each month.
#[derive(Serialize)]
#[serde(untagged)]
enum Items {
    Certificates(Vec<Item>),
    Months(Vec<Month>),
}

/// What a month brings.
#[derive(Serialize)]
struct Month {
    month: String,
    amount: String,
    evidence: &'static str,
}

/// The figures of the answer by their names, in the order of the file, and the plan over the items.
struct Figures<'p> {
    measure: &'p Measure,
    figures: Vec<(String, FigureFound)>,
    plan: Option<(Vec<Planned>, Vec<Skipped>)>,
}

/// A lower bound and whether it is reached.
#[derive(Serialize)]
struct Bound<'p> {
    indicator: &'p str,
    bound: Json,
    met: Option<bool>,
}

fn bound(measure: &Measure, found: BoundFound) -> Bound<'_> {
    let bound = match found.bound {
        Value::Count(count) => Json::from(count.shown().unwrap().parse::<u64>().unwrap()),
        Value::Money(amount) => Json::from(amount.to_string()),
        other => panic!("{other:?}"),
    };
    Bound { indicator: &measure.facts[found.fact.index()].id, bound, met: found.met }
}

impl Serialize for Figures<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Share<'f> {
            numerator: i128,
            denominator: i128,
            percent: &'f str,
        }
        let mut map = serializer.serialize_map(None)?;
        for (name, figure) in &self.figures {
            match figure {
                FigureFound::Decimal(decimal) => map.serialize_entry(name, decimal)?,
                FigureFound::Whole(whole) => map.serialize_entry(name, whole)?,
                FigureFound::Word(word) => map.serialize_entry(name, word)?,
                FigureFound::Bounds(bounds) => {
                    let bounds: Vec<_> = bounds.iter().map(|found| bound(self.measure, found.clone())).collect();
                    map.serialize_entry(name, &bounds)?;
                }
                FigureFound::Fraction { numerator, denominator, percent } => {
                    let share = Share { numerator: *numerator, denominator: *denominator, percent };
                    map.serialize_entry(name, &share)?;
                }
            }
        }
        if let Some((plan, skipped)) = &self.plan {
            map.serialize_entry("plan", plan)?;
            map.serialize_entry("skipped", skipped)?;
        }
        map.end()
    }
}

impl<'p> Answer<'p> {
    /// The answer to these facts.
    pub fn of(pack: &'p Pack, measure: &'p Measure, facts: &Json, found: Assessment) -> Self {
        let Assessment { day, standing, outcome, amount, conditions, steps, needs, insights, .. } = found;
        let Assessment { next_steps, notes, assumed, months, results, items, .. } = found;
        let ids = measure.items.as_ref().map(|(item, _)| ids(&facts[&measure.facts[item.list.index()].id]));
        let ids = ids.unwrap_or_default();
        let (items, plan) = items.unzip();
        let plan = plan.map(|plan| planned(&ids, plan));
        let months = months.map(|months| Items::Months(months.into_iter().map(month).collect()));
        let items = items.map(|items| items.into_iter().zip(&ids).map(|(found, id)| item(pack, id, found)).collect());
        Self {
            calculator: &measure.id,
            as_of: day.to_string(),
            outcome: self::outcome(outcome),
            amount: amount.map(|amount| match amount {
                AmountFound::Exact(value) => Amount::Exact { value: value.to_string() },
                AmountFound::Range { min, max } => Amount::Range { min: min.to_string(), max: max.to_string() },
            }),
            policy: policy(pack, measure, &standing, &day.to_string(), (notes, assumed)),
            conditions: conditions.into_iter().map(|found| condition(pack, found)).collect(),
            steps: steps.into_iter().map(|step| line(pack, step)).collect(),
            needs: needs.iter().map(|fact| measure.facts[fact.index()].id.as_str()).collect(),
            insights: insights
                .into_iter()
                .map(|InsightFound { id, text, value, .. }| Insight { id, text, value })
                .collect(),
            next_steps: next_steps.into_iter().map(|next| next_step(pack, next)).collect(),
            items: items.map(Items::Certificates).or(months),
            // Without items there is nothing to plan.
            result: results.filter(|_| plan.is_none() || !ids.is_empty()).map(|figures| Figures {
                measure,
                figures,
                plan,
            }),
        }
    }

    /// Takes the citations out.
    pub fn split(mut self) -> Split {
        let mut taken = Vec::new();
        for condition in &mut self.conditions {
            taken.push((("condition", condition.id.clone()), std::mem::take(&mut condition.citations)));
        }
        let certificates = match &mut self.items {
            Some(Items::Certificates(items)) => items.as_mut_slice(),
            Some(Items::Months(_)) | None => &mut [],
        };
        for condition in certificates.iter_mut().flat_map(|item| &mut item.conditions) {
            taken.push((("condition", condition.id.clone()), std::mem::take(&mut condition.citations)));
        }
        for step in &mut self.steps {
            taken.push((("step", step.id.clone()), std::mem::take(&mut step.citations)));
        }
        for next in &mut self.next_steps {
            taken.push((("next step", next.id.clone()), std::mem::take(&mut next.citations)));
        }
        (serde_json::to_string(&self).unwrap(), taken)
    }
}

fn outcome(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Eligible => "eligible",
        Outcome::Ineligible => "ineligible",
        Outcome::Undetermined => "undetermined",
        Outcome::Closed => "closed",
    }
}

/// What the caller calls each item: its own id, or its place.
fn ids(list: &Json) -> Vec<String> {
    let named = |(place, json): (usize, &Json)| json["id"].as_str().map_or_else(|| place.to_string(), str::to_owned);
    list.as_array().into_iter().flatten().enumerate().map(named).collect()
}

fn item(pack: &Pack, id: &str, found: ItemFound) -> Item {
    Item {
        id: id.to_owned(),
        outcome: outcome(found.outcome),
        amount: found.amount.map(|amount| amount.to_string()),
        dates: Dates(found.dates),
        conditions: found.conditions.into_iter().map(|found| condition(pack, found)).collect(),
    }
}

fn planned(ids: &[String], plan: PlanFound) -> (Vec<Planned>, Vec<Skipped>) {
    let entry = |found: PlannedItem| Planned {
        id: ids[found.item].clone(),
        amount: found.amount.to_string(),
        apply_by: found.by.to_string(),
    };
    let skipped = |found: LeftOverFound| Skipped {
        id: ids[found.item].clone(),
        because: found.id,
        from: found.later.map(|(from, _)| from.to_string()),
        until: found.later.map(|(_, until)| until.to_string()),
    };
    (plan.items.into_iter().map(entry).collect(), plan.left_over.into_iter().map(skipped).collect())
}

fn policy<'p>(
    pack: &'p Pack,
    measure: &'p Measure,
    standing: &Standing,
    day: &str,
    (doubts, assumed): (Vec<String>, Vec<String>),
) -> Policy<'p> {
    let round = standing.round.map(|id| &measure.rounds[id.index()]);
    let notes = standing.reason.iter().chain(round.iter().flat_map(|round| &round.notes)).chain(&doubts);
    let on = Date::parse(day).unwrap();
    let readings = round.iter().flat_map(|_| &measure.readings).filter(|reading| reading.days.contains(on));
    let readings = readings.map(|reading| &reading.text);
    Policy {
        id: round.map_or_else(|| format!("{}-{}", measure.place, &day[..4]), |round| round.id.clone()),
        title: round.map_or(&measure.title, |round| &round.title),
        status: match standing.status {
            Status::Open => "open",
            Status::Upcoming => "upcoming",
            Status::Closed => "closed",
            Status::NotRecorded => "not-recorded",
        },
        evidence: evidence(standing.evidence),
        window: round
            .map(|round| Window { from: round.window.from.to_string(), to: round.window.to.map(|to| to.to_string()) }),
        checked_on: round.map_or(measure.checked_on, |round| round.checked_on).to_string(),
        documents: round.map(|round| documents(pack, &round.sources, &round.also)).unwrap_or_default(),
        notes: notes.chain(readings).chain(&assumed).cloned().collect(),
    }
}

/// Every document once, the round's own first.
fn documents<'p>(pack: &'p Pack, sources: &[SourceId], also: &[DocumentId]) -> Vec<Document<'p>> {
    let mut ids: Vec<DocumentId> = Vec::new();
    for id in sources.iter().map(|source| pack.sources[source.index()].document).chain(also.iter().copied()) {
        if !ids.contains(&id) {
            ids.push(id);
        }
    }
    let document = |id: DocumentId| {
        let document = &pack.documents[id.index()];
        Document {
            number: &document.number,
            title: document.title.as_deref(),
            issuer: document.issuer.as_deref(),
            issued_on: document.issued_on.map(|day| day.to_string()),
            url: document.url.as_deref(),
        }
    };
    ids.into_iter().map(document).collect()
}

fn evidence(evidence: Evidence) -> &'static str {
    match evidence {
        Evidence::Official => "official",
        Evidence::Provisional => "provisional",
    }
}

/// The sources, each citation once.
fn citations(pack: &Pack, sources: &[SourceId]) -> Vec<Cited> {
    let mut citations: Vec<Cited> = Vec::new();
    for (source, document) in sources.iter().filter_map(|id| pack.cited(*id)) {
        let citation = [document.number.clone(), source.clause.clone(), source.quote.clone().unwrap_or_default()];
        if !citations.contains(&citation) {
            citations.push(citation);
        }
    }
    citations
}

fn condition(pack: &Pack, found: ConditionFound) -> Condition {
    let (verdict, reason) = match found.verdict {
        Verdict::Met => ("met", None),
        Verdict::Unmet => ("unmet", None),
        Verdict::Unknown(Reason::Missing) => ("unknown", Some("missing")),
        Verdict::Unknown(Reason::Agency) => ("unknown", Some("agency")),
    };
    Condition {
        id: found.id,
        title: found.title,
        verdict,
        reason,
        curable: found.curable.then_some(true),
        evidence: evidence(found.evidence),
        detail: found.detail,
        citations: citations(pack, &found.sources),
    }
}

fn month(MonthFound { month, amount, evidence: of }: MonthFound) -> Month {
    Month { month: month.to_string(), amount: amount.to_string(), evidence: evidence(of) }
}

fn line(pack: &Pack, step: Step) -> Line {
    Line {
        id: step.id,
        title: step.title,
        formula: step.formula,
        value: step.value,
        unit: step.unit,
        evidence: evidence(step.evidence),
        citations: citations(pack, &step.sources),
    }
}

fn next_step(pack: &Pack, found: NextStepFound) -> NextStep {
    NextStep { id: found.id, text: found.text, citations: citations(pack, &found.sources) }
}
