//! The rules built in, as the API lists them, and the rule that a day falls under.

use wengang_engine::Value;
use wengang_engine::pack::{Fact, FactKind, Measure, Round};

use crate::api::Request;
use crate::api::answer::worded::documents;
use crate::api::answer::{Calculator, DocumentText, WindowText};
use crate::heads::{HEADS, heads};
use crate::law;
use crate::policy::assessment::{Evidence, RuleStatus, Status};
use crate::policy::date::Date;
use crate::policy::list::CollectSmall;
use crate::policy::month::Month;
use crate::policy::pack::{Industry, Region};
use crate::policy::rule_status;

/// The rule a case falls under on a day; a premium's is that of the day's month.
#[must_use]
pub fn rule_status_on(calculator: Calculator, day: Date) -> RuleStatus {
    match calculator {
        Calculator::PREMIUM => premium_rule_status(Month::of(day), day),
        _ => rule_status::on(calculator.head(), day),
    }
}

/// The rate of a month.
#[must_use]
pub fn premium_rule_status(month: Month, day: Date) -> RuleStatus {
    rule_status::at(Calculator::PREMIUM.head(), month.first_day(), day)
}

/// The month from which on a year's premium is estimated: its first. `None` where the rate of one of its months is not
/// known.
#[must_use]
pub fn estimate_month(year: u16) -> Option<Month> {
    let first = Month::of(Date::year_start(year));
    let is_known = |month: Month| Calculator::PREMIUM.head().rules.at(month.first_day()).known().is_some();
    (0..12).all(|later| is_known(first.plus(later))).then_some(first)
}

/// The rule a case falls under on a day.
#[must_use]
pub fn rule_status_of(request: &Request, day: Date) -> RuleStatus {
    let month = match request.fact("month") {
        Some(Value::Month(month)) => Some(Month::from(*month)),
        _ => None,
    };
    match request.calculator {
        Calculator::PREMIUM => premium_rule_status(month.unwrap_or(Month::of(day)), day),
        calculator => rule_status_on(calculator, day),
    }
}

/// A rule in use.
#[derive(Clone, PartialEq, Eq, Debug)]
#[cfg_attr(feature = "json", derive(serde::Serialize), serde(rename_all = "camelCase"))]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Pack {
    /// The measure.
    pub calculator: Calculator,
    /// The place whose law it is, by its id: `hebei`.
    pub place: &'static str,
    /// Its id: `hebei-2024`.
    pub id: &'static str,
    /// Its name.
    pub title: &'static str,
    /// How sure its figures are.
    pub evidence: Evidence,
    /// The days on which one can apply.
    pub window: WindowText,
    /// When the figures were last compared with their sources.
    #[cfg_attr(feature = "types", ts(type = "DateText"))]
    pub checked_on: Date,
    /// Its documents.
    pub documents: Vec<DocumentText>,
    /// Readings and doubts.
    pub notes: Vec<&'static str>,
    /// The regions with different rules; empty where there is one rule for all.
    pub regions: Vec<&'static str>,
}

/// The numbers of the documents behind all rules, each once.
#[must_use]
pub fn document_numbers() -> Vec<&'static str> {
    let mut numbers: Vec<&'static str> = Vec::new();
    for calculator in Calculator::all() {
        for number in calculator.head().documents {
            if !numbers.contains(number) {
                numbers.push(number);
            }
        }
    }
    numbers
}

/// Every rule in use: of the place that is built in, then of the others.
#[must_use]
pub fn packs() -> Vec<Pack> {
    let mut packs = Vec::new();
    for law in law::packs() {
        for measure in &law.measures {
            packs.extend(measure.rounds.iter().map(|round| pack(law, measure, round)));
        }
    }
    packs
}

fn pack(law: &'static wengang_engine::Pack, measure: &'static Measure, round: &'static Round) -> Pack {
    let readings = measure.readings.iter().filter(|reading| reading.days.contains(round.window.from));
    let notes = round.notes.iter().chain(readings.map(|reading| &reading.text));
    Pack {
        calculator: law::calculator(law, measure),
        place: &law.place.id,
        id: &round.id,
        title: &round.title,
        evidence: law.evidence(round.own_sources()).into(),
        window: WindowText::of(round.window),
        checked_on: Date::of(round.checked_on),
        documents: documents(law, &round.sources, &round.also),
        notes: notes.map(String::as_str).collect_small(),
        regions: measure
            .facts
            .iter()
            .filter(|fact| fact.unsupported.is_some())
            .flat_map(|f| options(measure, f))
            .collect_small(),
    }
}

/// The options of a fact by their names in the API.
fn options(measure: &'static Measure, fact: &Fact) -> impl Iterator<Item = &'static str> {
    let options = match fact.kind {
        FactKind::Choice(id) => measure.options(id),
        _ => &[],
    };
    options.iter().map(|option| option.id.as_str())
}

/// The versions of the package, of its rules and of its links.
#[derive(Clone, PartialEq, Eq, Debug)]
#[cfg_attr(feature = "json", derive(serde::Serialize))]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Version {
    /// The package.
    pub package: &'static str,
    /// The rules: the newest day on which they were checked.
    pub rules: &'static str,
    /// The newest link format it reads.
    pub links: u8,
}

/// The versions built in.
#[must_use]
pub const fn version() -> Version {
    Version { package: env!("CARGO_PKG_VERSION"), rules: HEADS.version, links: crate::api::link::VERSION }
}

/// Whether the day's rule is the rule of another day, for the notice above an answer.
#[must_use]
pub fn same_rule(a: &RuleStatus, b: &RuleStatus) -> bool {
    a.rule.map(|rule| rule.id) == b.rule.map(|rule| rule.id) && a.status == b.status
}

/// The last day a case can still be brought under a rule that is in force.
#[must_use]
pub fn last_day(rule_status: &RuleStatus) -> Option<Date> {
    (rule_status.status == Status::Open).then(|| rule_status.window()?.to).flatten()
}

/// The file of the notices clause by clause, next to the page.
#[must_use]
pub fn guide_file() -> &'static str {
    heads().guide_file
}

/// The regions whose standards are built in, in the order of the list.
#[must_use]
pub fn regions() -> &'static [Region] {
    heads().regions
}

/// The industries of the size table, then those outside it.
#[must_use]
pub fn industries() -> &'static [Industry] {
    heads().industries
}
