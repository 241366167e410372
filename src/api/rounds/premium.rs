//! The line of the premium's rate over time, for a chart.

use wengang_engine::pack::{Measure, Round};
use wengang_engine::{ComparedRow, Expr, RowIs, Value, compare};

use crate::api::answer::Calculator;
use crate::api::rounds::{RoundTable, measures};
use crate::law::{self, PACK};
use crate::policy::assessment::Evidence;
use crate::policy::date::{Date, Window};
use crate::policy::ratio::Ratio;

/// What the law's file calls the shares of a rate, and those of the statute.
const SHARES: [&str; 2] = ["单位费率", "个人费率"];
const STATUTORY: [&str; 2] = ["法定单位费率", "法定个人费率"];

/// The line of the rate over time.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RateHistory {
    /// The first day drawn: the beginning of the first known rate's year.
    pub from: Date,
    /// The day after the last one drawn: the end of the year in which the last span begins.
    pub end: Date,
    /// The statutory rate, employer's and employee's together.
    pub statutory: Ratio,
    /// The spans, the first known one first.
    pub spans: Vec<RateSpan>,
}

/// A run of days with one rate, or with one that was not found.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct RateSpan {
    /// Its days.
    pub window: Window,
    /// Employer's and employee's rate together; `None`: not found.
    pub rate: Option<Ratio>,
    /// How sure it is.
    pub evidence: Evidence,
}

/// The line of the rate over time; `None` where no rate is recorded.
#[must_use]
pub fn rate_history() -> Option<RateHistory> {
    let measure = law::measure(Calculator::PREMIUM)?;
    let rows = compare(&PACK, measure).ok()?.into_iter().next()?.rows;
    let mut spans: Vec<RateSpan> = Vec::new();
    for ComparedRow { from, to, is } in &rows {
        let (rate, evidence) = match is {
            RowIs::Rule(rule, _) => (Some(rate_of(measure, rule)?), PACK.evidence(rule.own_sources()).into()),
            RowIs::Gap(_) => (None, Evidence::Provisional),
            RowIs::Standing(..) | RowIs::Values(..) => continue,
        };
        if let Some(from) = from.filter(|_| rate.is_some() || !spans.is_empty()) {
            spans.push(RateSpan { window: Window { from: Date::of(from), to: to.map(Date::of) }, rate, evidence });
        }
    }
    let (first, last) = (spans.first()?.window.from, spans.last()?.window.from);
    Some(RateHistory {
        from: Date::year_start(first.year()),
        end: Date::year_start(last.year() + 1),
        statutory: together(STATUTORY.map(|name| defined(measure, name)))?,
        spans,
    })
}

/// Employer's and employee's rate together.
fn rate_of(measure: &Measure, rule: &Round) -> Option<Ratio> {
    together(SHARES.map(|name| measure.figure(rule, name)))
}

/// A figure that the file defines once.
fn defined<'m>(measure: &'m Measure, name: &str) -> Option<&'m Value> {
    let define = measure.defines.iter().find(|define| define.name == name)?;
    if let Expr::Literal(value) = &define.value { Some(value) } else { None }
}

fn together(shares: [Option<&Value>; 2]) -> Option<Ratio> {
    let [employer, employee] = shares.map(|share| match share {
        Some(Value::Ratio(share)) => Ratio::parse(&share.decimal().ok()?),
        _ => None,
    });
    Some(employer?.plus(employee?))
}

/// The rates over time, with the spans whose rate was not found.
#[must_use]
pub fn rates() -> Option<RoundTable> {
    let premium = measures().into_iter().find(|measure| measure.calculator == Calculator::PREMIUM)?;
    premium.tables.into_iter().next()
}
