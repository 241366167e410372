//! A poster: its content and layout. Pure, so that it is tested without a browser; `web::poster` draws.
//!
//! | file | what it is |
//! | --- | --- |
//! | `code` | the QR code, and which addresses fit it |
//! | `sheet` | the layout of a sheet |
//! | `wrap` | lines of Chinese that never cut anything off |
//! | `pdf` | a page to print around a picture |

mod code;
pub mod pdf;
mod sheet;
mod wrap;

use crate::api::Assessment;
use crate::api::answer::Calculator;
use crate::api::policies::{last_day, rule_status_on};
use crate::policy::assessment::Evidence;
use crate::policy::assessment::Status;
use crate::policy::date::Date;
use crate::text::page::poster as words;

pub use code::{Code, MOST, QUIET, TooLong, fits};
pub use sheet::{Colour, Face, Layout, Mark, Sheet, lay};

/// The content of a poster.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Poster {
    /// The measure's short name.
    pub measure: &'static str,
    /// The rule's name.
    pub title: String,
    /// What it grants, in one line.
    pub headline: String,
    /// The words before an amount, and the amount, where the user wants it on the poster.
    pub amount: Option<(String, String)>,
    /// Until when.
    pub days: String,
    /// What is not certain.
    pub doubt: String,
    /// The address in its code.
    pub address: String,
}

/// An answer's own figures, where they go onto the poster.
pub struct Figures {
    /// The words before the amount, and the amount.
    pub amount: Option<(String, String)>,
    /// The last day of this case.
    pub last_day: Option<Date>,
    /// Whether the day of application is under another rule than today.
    pub is_as_if: bool,
    /// Whether the amount is computed from an estimated premium.
    pub is_estimated: bool,
}

impl Poster {
    /// The poster of a measure with its rule of today.
    #[must_use]
    pub fn of_measure(calculator: Calculator, today: Date, address: &str) -> Self {
        let rule_status = rule_status_on(calculator, today);
        let (measure, headline) = names(calculator);
        Self {
            measure,
            title: rule_status.rule.map_or(rule_status.measure.title, |rule| rule.title).to_owned(),
            headline: headline.to_owned(),
            amount: None,
            days: days(calculator, rule_status.status, (last_day(&rule_status), false), today),
            doubt: doubt(calculator, rule_status.status, rule_status.evidence),
            address: address.to_owned(),
        }
    }

    /// The poster of an answer, with its own figures.
    #[must_use]
    pub fn of_answer(assessment: &Assessment, figures: Figures, today: Date, address: &str) -> Self {
        let (calculator, policy) = (assessment.calculator, &assessment.policy);
        let doubts = [
            if figures.is_as_if { words::as_if(assessment.as_of) } else { String::new() },
            doubt(calculator, policy.status, policy.evidence),
            if figures.is_estimated { words::ESTIMATED.to_owned() } else { String::new() },
        ];
        Self {
            title: policy.title.clone(),
            amount: figures.amount,
            days: days(calculator, policy.status, (figures.last_day, true), today),
            doubt: doubts.into_iter().filter(|doubt| !doubt.is_empty()).collect::<Vec<_>>().join("；"),
            ..Self::of_measure(calculator, today, address)
        }
    }

    /// The same with the user's own headline; a blank one changes nothing.
    #[must_use]
    pub fn with_headline(self, headline: &str) -> Self {
        if headline.is_empty() { self } else { Self { headline: headline.to_owned(), ..self } }
    }

    /// The content as text, for screen readers.
    #[must_use]
    pub fn spoken(&self) -> String {
        let amount = self.amount.as_ref().map(|(lead, figure)| [lead, " ", figure].concat()).unwrap_or_default();
        let all: [&str; 7] =
            [&self.title, &self.headline, &amount, &self.days, &self.doubt, words::SCAN, words::HOTLINE];
        let lines: Vec<&str> = all.into_iter().filter(|line| !line.is_empty()).collect();
        lines.join("。")
    }
}

/// A measure's short name, and what it grants in one line.
#[must_use]
pub fn names(calculator: Calculator) -> (&'static str, &'static str) {
    let head = calculator.head();
    (head.short, head.what)
}

/// Until when; `of_case`: whether the last day is a case's own.
fn days(calculator: Calculator, status: Status, (last_day, of_case): (Option<Date>, bool), today: Date) -> String {
    let head = calculator.head();
    if head.always || status == Status::Open && !of_case && !head.deadline.is_empty() {
        return head.deadline.to_owned();
    }
    words::days(status, last_day, today)
}

/// A round that cannot be applied for, and a rule that is not recorded, have no figures to doubt.
fn doubt(calculator: Calculator, status: Status, evidence: Evidence) -> String {
    let has_figures = status == Status::Open || (!calculator.has_rounds() && status != Status::NotRecorded);
    match evidence {
        Evidence::Provisional if has_figures => words::doubt(calculator.has_rounds()),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests;
