//! The answer as the API gives it (api.md) and as the page shows it: worded, ready to print.

use crate::policy::assessment::Evidence;
use crate::policy::assessment::{Amount, Status};
use crate::policy::date::Date;
use crate::policy::money::Money;
use crate::policy::month::Month;
use crate::policy::verdict::Outcome;

/// Derives what the JSON needs where the feature is on, so that the page carries none of it.
macro_rules! answer_types {
    ($($(#[$meta:meta])* pub $kind:ident $name:ident { $($body:tt)* })+) => {
        $(
            #[derive(Clone, PartialEq, Eq, Debug)]
            #[cfg_attr(feature = "json", derive(serde::Serialize))]
            #[cfg_attr(feature = "types", derive(ts_rs::TS))]
            $(#[$meta])*
            pub $kind $name { $($body)* }
        )+
    };
}

mod calculator;
mod figures;
#[cfg(feature = "json")]
mod json;
mod reading;
pub(in crate::api) mod worded;

pub use calculator::Calculator;
pub use figures::{BoundRow, Figure, Figures, Least, Plan, PlanRow, Share, SkippedRow};

answer_types! {
    /// The answer to a case.
    #[cfg_attr(feature = "json", serde(rename_all = "camelCase"))]
    pub struct Assessment {
        /// Which measure.
        pub calculator: Calculator,
        /// The day of application.
        #[cfg_attr(feature = "types", ts(type = "DateText"))]
        pub as_of: Date,
        /// The answer.
        pub outcome: Outcome,
        /// The money; `null` where it is not determined or there is none.
        pub amount: Option<Amount>,
        /// Whether the money is only the most that is allowed, worded 最高; for the page, no part of the JSON.
        #[cfg_attr(feature = "json", serde(skip))]
        pub is_ceiling: bool,
        /// The rule of the day.
        pub policy: Policy,
        /// The conditions in the order of the law; for certificates they are in the items.
        pub conditions: Vec<Condition>,
        /// The calculation.
        pub steps: Vec<Step>,
        /// What is missing and can still change the answer, in the order to ask.
        #[cfg_attr(feature = "types", ts(type = "string[]"))]
        pub needs: Vec<Need>,
        /// What else follows.
        pub insights: Vec<Insight>,
        /// What to do.
        pub next_steps: Vec<NextStep>,
        /// One a certificate, one a month of benefit, or of a premium one a run of months where they differ.
        #[cfg_attr(feature = "json", serde(skip_serializing_if = "Option::is_none"))]
        #[cfg_attr(feature = "types", ts(optional, type = "Item[] | MonthRow[] | RunRow[]"))]
        pub items: Option<Items>,
        /// The calculator's own figures.
        #[cfg_attr(feature = "json", serde(skip_serializing_if = "Option::is_none"))]
        #[cfg_attr(feature = "types", ts(optional, type = "Result"))]
        pub result: Option<Figures>,
    }

    /// A rule and what is known of it.
    #[cfg_attr(feature = "json", serde(rename_all = "camelCase"))]
    pub struct Policy {
        /// Its id: `hebei-2024`.
        pub id: String,
        /// Its name.
        pub title: String,
        /// Whether it is in force on the day.
        pub status: Status,
        /// How sure its figures are.
        pub evidence: Evidence,
        /// The days on which one can apply.
        pub window: Option<WindowText>,
        /// When the figures were last compared with their sources.
        #[cfg_attr(feature = "types", ts(type = "DateText"))]
        pub checked_on: Date,
        /// Its documents.
        pub documents: Vec<DocumentText>,
        /// Readings, doubts and assumptions that belong on screen.
        pub notes: Vec<String>,
    }

    /// The days on which one can apply, both ends included.
    #[derive(Copy)]
    pub struct WindowText {
        /// The first day.
        #[cfg_attr(feature = "types", ts(type = "DateText"))]
        pub from: Date,
        /// The last day; `null`: no end is set.
        #[cfg_attr(feature = "types", ts(type = "DateText | null"))]
        pub to: Option<Date>,
    }

    /// A document.
    #[derive(Copy)]
    #[cfg_attr(feature = "json", serde(rename_all = "camelCase"))]
    pub struct DocumentText {
        /// Its number.
        pub number: &'static str,
        /// Its title.
        #[cfg_attr(feature = "json", serde(skip_serializing_if = "Option::is_none"))]
        #[cfg_attr(feature = "types", ts(optional))]
        pub title: Option<&'static str>,
        /// Who issued it.
        #[cfg_attr(feature = "json", serde(skip_serializing_if = "Option::is_none"))]
        #[cfg_attr(feature = "types", ts(optional))]
        pub issuer: Option<&'static str>,
        /// When.
        #[cfg_attr(feature = "json", serde(skip_serializing_if = "Option::is_none"))]
        #[cfg_attr(feature = "types", ts(optional, type = "DateText"))]
        pub issued_on: Option<Date>,
        /// A page of a state body.
        #[cfg_attr(feature = "json", serde(skip_serializing_if = "Option::is_none"))]
        #[cfg_attr(feature = "types", ts(optional))]
        pub url: Option<&'static str>,
    }

    /// A place in a document, with its own key words where we hold the text.
    #[derive(Copy)]
    pub struct Citation {
        /// The document's number.
        pub document: &'static str,
        /// The clause.
        pub clause: &'static str,
        /// The clause's own key words, verbatim.
        pub quote: Option<&'static str>,
    }

    /// Whether a condition holds.
    #[derive(Copy)]
    #[cfg_attr(feature = "json", serde(rename_all = "lowercase"))]
    pub enum Judgement {
        /// It holds.
        Met,
        /// It does not hold.
        Unmet,
        /// It cannot be said yet.
        Unknown,
    }

    /// Why a condition is unknown.
    #[derive(Copy)]
    #[cfg_attr(feature = "json", serde(rename_all = "lowercase"))]
    pub enum Why {
        /// A fact is missing.
        Missing,
        /// Only the agency can decide it.
        Agency,
    }

    /// A condition of the law, judged.
    pub struct Condition {
        /// Its id.
        pub id: String,
        /// What it is called.
        pub title: String,
        /// Whether it holds.
        pub verdict: Judgement,
        /// Why it is unknown.
        #[cfg_attr(feature = "json", serde(skip_serializing_if = "Option::is_none"))]
        #[cfg_attr(feature = "types", ts(optional))]
        pub reason: Option<Why>,
        /// Present and true where an unmet condition can be put right at once.
        #[cfg_attr(feature = "json", serde(skip_serializing_if = "Option::is_none"))]
        #[cfg_attr(feature = "types", ts(optional, type = "true"))]
        pub curable: Option<bool>,
        /// How sure its figures are.
        pub evidence: Evidence,
        /// What was found.
        pub detail: String,
        /// Its sources.
        pub citations: Vec<Citation>,
    }

    /// A line of the calculation.
    pub struct Step {
        /// Its id, which later formulas may name.
        pub id: String,
        /// What it computes.
        pub title: String,
        /// Only + − × ÷ ( ) min max round2, printed numbers and ids of earlier steps.
        pub formula: String,
        /// The value.
        pub value: String,
        /// Its unit.
        pub unit: String,
        /// How sure its figures are.
        pub evidence: Evidence,
        /// The sources of its figures.
        pub citations: Vec<Citation>,
    }

    /// Something else that follows.
    pub struct Insight {
        /// Its id.
        pub id: String,
        /// The sentence.
        pub text: String,
        /// The figure in it.
        #[cfg_attr(feature = "json", serde(skip_serializing_if = "Option::is_none"))]
        #[cfg_attr(feature = "types", ts(optional))]
        pub value: Option<String>,
    }

    /// Something to do.
    pub struct NextStep {
        /// Its id.
        pub id: String,
        /// The sentence.
        pub text: String,
        /// Its sources.
        pub citations: Vec<Citation>,
    }

    /// A month of benefit.
    #[derive(Copy)]
    pub struct MonthRow {
        /// The month.
        #[cfg_attr(feature = "types", ts(type = "MonthText"))]
        pub month: Month,
        /// What it brings, 元.
        #[cfg_attr(feature = "types", ts(type = "Money"))]
        pub amount: Money,
        /// How sure that is.
        pub evidence: Evidence,
    }
}

/// An item, judged by itself: a certificate, a hire.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Item {
    /// The caller's id, or the index as text.
    pub id: String,
    /// The answer for this item.
    pub outcome: Outcome,
    /// What it brings if it is eligible, 元.
    pub amount: Option<Money>,
    /// Its days by their names in the API: `lastDay`.
    pub dates: Vec<(String, Option<Date>)>,
    /// The conditions in the order of the law.
    pub conditions: Vec<Condition>,
}

/// Something that is missing.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Need {
    /// The fact, or the list that a field is of.
    pub fact: &'static str,
    /// The field of an element: the element's place and the field's name.
    pub field: Option<(usize, &'static str)>,
    /// How the API names it.
    pub path: String,
}

/// The answer's parts.
#[derive(Clone, PartialEq, Eq, Debug)]
#[cfg_attr(feature = "json", derive(serde::Serialize), serde(untagged))]
pub enum Items {
    /// One an element of the list that is judged one by one, in the order given.
    Judged(Vec<Item>),
    /// One a month of benefit, in the order of time.
    Months(Vec<MonthRow>),
    /// One a run of months of a premium, in the order of time.
    Runs(Vec<RunRow>),
}

/// Months one after the other whose figures are the same.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RunRow {
    /// The first of them.
    pub from: Month,
    /// How many.
    pub months: u16,
    /// The figures of each month, by their names in the API.
    pub figures: Vec<(String, Figure)>,
    /// How sure they are.
    pub evidence: Evidence,
}

impl Item {
    /// The last day to apply.
    #[must_use]
    pub fn last_day(&self) -> Option<Date> {
        self.dates.iter().find(|(name, _)| name == "lastDay").and_then(|(_, day)| *day)
    }
}
