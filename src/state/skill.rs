//! What is specific to certificates.

use wengang_engine::Words;
use wengang_engine::assessment::Status::Open;

use crate::api::answer::{Calculator, Condition, Judgement};
use crate::api::case::{self, FactValue, Named};
use crate::api::{self, Assessment, Request};
use crate::law::{self, PACK};
use crate::policy::date::Date;
use crate::policy::list::CollectSmall;
use crate::state::State;
use crate::state::answers::RowForm;
use crate::state::question::{Declared, Question, Subject};

/// The certificates.
const CERTIFICATES: &str = "certificates";
/// The subsidies received before.
const RECEIVED: &str = "received";
/// The field that only some rules use.
const URGENT: &str = "urgentShortage";

impl State {
    /// The conditions that fail for every certificate, found with one that meets all others.
    ///
    /// api.md leaves a case without certificates undetermined; a worker who is ruled out need not enter one first.
    pub(super) fn ruled_out(asked: &Request) -> Vec<Condition> {
        if asked.calculator != Calculator::SKILL_SUBSIDY || !asked.names.is_empty() {
            return Vec::new();
        }
        let mut request = Request { names: vec![String::new()], ..asked.clone() };
        let mut set = |name: &str, elements: Vec<Vec<Named>>| {
            let question = Question::named(Calculator::SKILL_SUBSIDY, name)?;
            request.set(question.place, FactValue::Elements(elements)).ok()
        };
        if set(CERTIFICATES, vec![flawless(asked.as_of)]).is_none() || set(RECEIVED, Vec::new()).is_none() {
            return Vec::new();
        }
        let assessment = api::assess(&request).ok();
        let conditions = assessment.iter().flat_map(Assessment::judged).flat_map(|item| &item.conditions);
        conditions.filter(|condition| condition.verdict == Judgement::Unmet).cloned().collect_small()
    }

    /// Whether a certificate of the row's occupation and level is held that was issued only later.
    pub(super) fn is_before_issue(&self, subject: Subject, day: Date) -> bool {
        let Some(cell) = subject.cell.filter(|_| subject.question.is(RECEIVED)) else { return false };
        let (received, held) = (self.rows(subject.question), self.answers.rows(subject.question.of, CERTIFICATES));
        let Some(row) = received.row(cell.row) else { return false };
        let level = |row: &RowForm| row.sheet.get("level").and_then(|given| given.picked()).cloned();
        let text = |row: &RowForm, name: &str| {
            let field = row.sheet.get(name).and_then(|given| given.text());
            field.map(|field| field.text.trim().to_owned()).unwrap_or_default()
        };
        let is_same = |other: &&RowForm| {
            level(row).is_some() && level(row) == level(other) && text(row, "occupation") == text(other, "occupation")
        };
        let is_later = |row: &RowForm| api::entry::day(&text(row, "issuedOn")).is_ok_and(|issued_on| day < issued_on);
        held.rows.iter().filter(is_same).any(is_later)
    }
}

/// A certificate that meets every condition, issued on a day.
fn flawless(issued_on: Date) -> Vec<Named> {
    vec![
        ("occupation", Some(FactValue::Text(Words::plain("-")))),
        ("level", Some(FactValue::Count(5))),
        ("kind", Some(FactValue::Word("skill-level"))),
        ("issuedOn", Some(FactValue::Day(issued_on))),
        ("trainingSubsidyReceived", Some(FactValue::Flag(false))),
        (URGENT, Some(FactValue::Flag(false))),
    ]
}

/// Whether a field is asked: 急需紧缺 only where the day's rule counts its certificates separately, what tells rows apart
/// only where there are several.
#[must_use]
pub fn is_asked(declared: &Declared, asks_urgent: bool, asks_apart: bool) -> bool {
    (asks_urgent || declared.id != URGENT) && (asks_apart || declared.alone.is_none())
}

/// Whether the day's rule counts 急需紧缺 certificates separately.
pub(super) fn asks_urgent(day: Date) -> bool {
    let asks = || {
        let (measure, day) = (law::measure(Calculator::SKILL_SUBSIDY)?, case::day(day).ok()?);
        let found = wengang_engine::rule_status(&PACK, measure, day);
        let rule = measure.rounds.get(found.round.filter(|_| found.status == Open)?.index())?;
        let [all, ordinary] = ["每年次数", "普通次数"].map(|name| measure.figure(rule, name));
        Some(all != ordinary)
    };
    asks().unwrap_or_default()
}
