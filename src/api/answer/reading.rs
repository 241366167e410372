//! How an answer is made from the core's terms, and read.

use wengang_engine::{assessment, pack};

use crate::api::answer::{
    Assessment, Calculator, DocumentText, Item, Items, Judgement, MonthRow, RunRow, Why, WindowText,
};
use crate::policy::assessment::{Evidence, Status};
use crate::policy::date::Date;
use crate::policy::verdict::Outcome;
use crate::text::words;

impl Assessment {
    /// The verdict in a large line.
    #[must_use]
    pub fn headline(&self) -> &'static str {
        match self.calculator {
            Calculator::PREMIUM => words::premium_headline(self.outcome, self.policy.status),
            Calculator::UNEMPLOYMENT_BENEFIT if self.is_curable() => words::REGISTER_FIRST,
            Calculator::SIZE_CLASS => words::size_headline(self.size(), self.policy.status, self.needs.is_empty()),
            _ => self.claim_headline(),
        }
    }

    /// Whether all that fails can be put right at once.
    #[must_use]
    pub fn is_curable(&self) -> bool {
        let mut unmet = self.conditions.iter().filter(|c| c.verdict == Judgement::Unmet).peekable();
        unmet.peek().is_some() && unmet.all(|condition| condition.curable == Some(true))
    }

    /// The first last day of what can still be applied for: of the plan; without one of the items that may count, and the
    /// round's. `None` where no day is written.
    ///
    /// Where the law says a deadline of its own, a round is a year of the rule, and the day it ends is none to apply by.
    #[must_use]
    pub fn earliest_last_day(&self) -> Option<Date> {
        let plan = self.plan().map(|plan| plan.plan.as_slice()).unwrap_or_default();
        let open = self.judged().iter().filter(|item| item.outcome != Outcome::Ineligible);
        let planned = plan.iter().map(|row| row.apply_by).min();
        let round = self.policy.window.filter(|_| self.calculator.head().deadline.is_empty());
        let round = round.and_then(|window| window.to);
        planned.or_else(|| open.filter_map(Item::last_day).chain(round).min())
    }

    fn claim_headline(&self) -> &'static str {
        let in_items = self.judged().iter().flat_map(|item| &item.conditions);
        let mut unknown = self.conditions.iter().chain(in_items).filter_map(|condition| condition.reason).peekable();
        let agency = unknown.peek().is_some() && unknown.all(|reason| reason == Why::Agency);
        words::headline(self.outcome, self.policy.status, agency)
    }

    /// The elements of the list that is judged one by one.
    #[must_use]
    pub fn judged(&self) -> &[Item] {
        match &self.items {
            Some(Items::Judged(items)) => items,
            Some(Items::Months(_) | Items::Runs(_)) | None => &[],
        }
    }

    /// The months of benefit.
    #[must_use]
    pub fn months(&self) -> &[MonthRow] {
        match &self.items {
            Some(Items::Months(months)) => months,
            Some(Items::Judged(_) | Items::Runs(_)) | None => &[],
        }
    }

    /// The months of a premium by runs, where they differ.
    #[must_use]
    pub fn runs(&self) -> &[RunRow] {
        match &self.items {
            Some(Items::Runs(runs)) => runs,
            Some(Items::Judged(_) | Items::Months(_)) | None => &[],
        }
    }
}

impl WindowText {
    /// The days of a rule of the engine.
    pub(in crate::api) fn of(window: pack::Window) -> Self {
        Self { from: Date::of(window.from), to: window.to.map(Date::of) }
    }
}

impl From<&'static pack::Document> for DocumentText {
    fn from(document: &'static pack::Document) -> Self {
        Self {
            number: &document.number,
            title: document.title.as_deref(),
            issuer: document.issuer.as_deref(),
            issued_on: document.issued_on.map(Date::of),
            url: document.url.as_deref(),
        }
    }
}

impl From<assessment::Outcome> for Outcome {
    fn from(outcome: assessment::Outcome) -> Self {
        match outcome {
            assessment::Outcome::Eligible => Self::Eligible,
            assessment::Outcome::Ineligible => Self::Ineligible,
            assessment::Outcome::Undetermined => Self::Undetermined,
            assessment::Outcome::Closed => Self::Closed,
        }
    }
}

impl From<assessment::Status> for Status {
    fn from(status: assessment::Status) -> Self {
        match status {
            assessment::Status::Open => Self::Open,
            assessment::Status::Upcoming => Self::Upcoming,
            assessment::Status::Closed => Self::Closed,
            assessment::Status::NotRecorded => Self::NotRecorded,
        }
    }
}

impl From<pack::Evidence> for Evidence {
    fn from(evidence: pack::Evidence) -> Self {
        match evidence {
            pack::Evidence::Official => Self::Official,
            pack::Evidence::Provisional => Self::Provisional,
        }
    }
}
