//! How an answer came out, in the words that travel: into the bar, a chat, another site's page, onto paper, to the ear.
//!
//! INVARIANT: what is not confirmed says so in all of them.

use crate::api::Assessment;
use crate::api::answer::{Calculator, Item};
use crate::api::link::{self, Link};
use crate::api::wording::{aloud, answer as words, grouped, headline, poster, share};
use crate::policy::assessment::{Amount, Status};
use crate::policy::date::Date;
use crate::policy::verdict::Outcome;
use crate::state::Answer;

impl Answer {
    /// The outcome: no certificate can mend what is ruled out. `None` where nothing is answered.
    #[must_use]
    pub fn outcome(&self) -> Option<Outcome> {
        let outcome = self.assessment.as_ref()?.outcome;
        Some(if self.ruled_out.is_empty() { outcome } else { Outcome::Ineligible })
    }

    /// The verdict without its doubts, for places where they are next to it.
    #[must_use]
    pub fn verdict(&self) -> &'static str {
        match &self.assessment {
            None => "",
            Some(assessment) if self.ruled_out.is_empty() => assessment.headline(),
            Some(assessment) => headline(Outcome::Ineligible, assessment.policy.status, false),
        }
    }

    /// Why verdict and amount are not certain; empty where they are, or where there is no answer yet.
    #[must_use]
    pub fn doubts(&self) -> String {
        let has_no_result = self.outcome() == Some(Outcome::Undetermined)
            && self.assessment.as_ref().is_none_or(|assessment| assessment.amount.is_none());
        let notice = &self.notice;
        match (notice.provisional && !has_no_result, notice.estimated && !has_no_result) {
            (false, false) => String::new(),
            (true, false) => words::UNCONFIRMED.to_owned(),
            (false, true) => words::BY_ESTIMATE.to_owned(),
            (true, true) => [words::UNCONFIRMED, "，", words::BY_ESTIMATE].concat(),
        }
    }

    /// The verdict in a line, its doubts behind it: `可以申请（未确认）`.
    #[must_use]
    pub fn headline(&self) -> String {
        let doubts = self.doubts();
        let brackets = if doubts.is_empty() { ["", ""] } else { ["（", "）"] };
        [self.verdict(), brackets[0], &doubts, brackets[1]].concat()
    }

    /// Verdict and amount for ears: `可以申请，未确认，预计一千五百元`. The live region and the device's voice say the same.
    #[must_use]
    #[inline(never)] // An entry of the lazy chunk (xtask/src/split.rs).
    pub fn spoken(&self) -> String {
        let amount = self.assessment.as_ref().and_then(|assessment| {
            let figures = match assessment.amount? {
                Amount::Exact { value } => aloud::money(value),
                Amount::Range { min, max } => aloud::range(min, max),
            };
            Some([lead(assessment), &figures].concat())
        });
        let doubts = self.doubts();
        let all = [self.verdict(), &doubts, amount.as_deref().unwrap_or_default()];
        all.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("，")
    }

    /// The link of the case; `None` where a box cannot be read.
    #[must_use]
    pub fn link(&self) -> Option<Link> {
        let request = self.request.as_ref().ok()?;
        Some(Link { is_estimated: self.notice.estimated, ..link::of(request) })
    }

    /// A text for a chat, with the amount and the typed day where the user ticked that; empty where nothing is answered.
    #[must_use]
    pub fn message(&self, with_amount: bool, address: &str) -> String {
        let Some(assessment) = &self.assessment else { return String::new() };
        let amount = printed(assessment).filter(|_| with_amount);
        // The day is one of the typed numbers, the year is the round's.
        let as_if = |day: Date| if with_amount { poster::as_if(day) } else { share::as_if_year(day.year()) };
        let as_if = self.notice.other_year.map(|_| as_if(assessment.as_of));
        share::message(&assessment.policy.title, &self.headline(), amount.as_deref(), as_if.as_deref(), address)
    }
}

/// How an item looks and reads next to the plan: what the plan leaves over cannot be claimed now, although by itself it
/// counts.
#[must_use]
pub fn of_item(assessment: &Assessment, item: &Item) -> (Outcome, &'static str) {
    let mut skipped = assessment.plan().into_iter().flat_map(|plan| &plan.skipped);
    if skipped.any(|row| row.id == item.id) {
        return (Outcome::Closed, words::NOT_THIS_TIME);
    }
    (item.outcome, headline(item.outcome, Status::Open, false))
}

/// The words before the amount.
#[must_use]
pub fn lead(assessment: &Assessment) -> &'static str {
    match assessment.calculator {
        Calculator::PREMIUM => words::SAVED_LEAD,
        Calculator::UNEMPLOYMENT_BENEFIT if assessment.outcome == Outcome::Eligible => words::SCHEDULE_LEAD,
        _ => words::lead(assessment.outcome, assessment.is_ceiling),
    }
}

/// The words before the amount, and the amount with its unit.
#[must_use]
pub fn amount(assessment: &Assessment) -> Option<(&'static str, String)> {
    let figures = match assessment.amount? {
        Amount::Exact { value } => grouped(value),
        Amount::Range { min, max } => [&grouped(min), words::DASH, &grouped(max)].concat(),
    };
    Some((lead(assessment), [&figures, "\u{a0}", words::YUAN].concat()))
}

/// The amount in a line.
#[must_use]
pub fn printed(assessment: &Assessment) -> Option<String> {
    amount(assessment).map(|(lead, figures)| [lead, " ", &figures].concat())
}
