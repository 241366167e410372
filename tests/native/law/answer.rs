//! From an assessment to the JSON of the API, key by key in its order.

use serde::{Serialize, Serializer, ser::SerializeMap as _};
use wengang_engine::Date;
use wengang_engine::assessment::{
    AmountFound, Assessment, ConditionFound, FigureFound, InsightFound, NextStepFound, Outcome, Reason, Standing,
    Status, Step, Verdict,
};
use wengang_engine::pack::{DocumentId, Evidence, Measure, Pack, SourceId};

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
    result: Option<Figures>,
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

/// The figures of the answer by their names, in the order of the file.
struct Figures(Vec<(String, FigureFound)>);

impl Serialize for Figures {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Share<'f> {
            numerator: i128,
            denominator: i128,
            percent: &'f str,
        }
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (name, figure) in &self.0 {
            match figure {
                FigureFound::Decimal(decimal) => map.serialize_entry(name, decimal)?,
                FigureFound::Whole(whole) => map.serialize_entry(name, whole)?,
                FigureFound::Fraction { numerator, denominator, percent } => {
                    let share = Share { numerator: *numerator, denominator: *denominator, percent };
                    map.serialize_entry(name, &share)?;
                }
            }
        }
        map.end()
    }
}

impl<'p> Answer<'p> {
    pub fn of(pack: &'p Pack, measure: &'p Measure, found: Assessment) -> Self {
        let Assessment { day, standing, outcome, amount, conditions, steps, needs, insights, .. } = found;
        let Assessment { next_steps, notes, assumed, results, .. } = found;
        Self {
            calculator: &measure.id,
            as_of: day.to_string(),
            outcome: match outcome {
                Outcome::Eligible => "eligible",
                Outcome::Ineligible => "ineligible",
                Outcome::Undetermined => "undetermined",
                Outcome::Closed => "closed",
            },
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
            result: results.map(Figures),
        }
    }

    /// Takes the citations out.
    pub fn split(mut self) -> Split {
        let mut taken = Vec::new();
        for condition in &mut self.conditions {
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
