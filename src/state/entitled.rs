//! To which of all measures the user is entitled, from the answers given so far.

use crate::api::answer::{Calculator, Condition};
use crate::api::{self, Assessment};
use crate::policy::case::Fold;
use crate::policy::verdict::Outcome;
use crate::state::{Answer, Field, Question, Screen, State};

/// A measure on the overview.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Claim {
    /// The measure.
    pub calculator: Calculator,
    /// The answer; `None`: the measure is for others.
    pub assessment: Option<Assessment>,
    /// Conditions that no missing answer can cure.
    pub ruled_out: Vec<Condition>,
}

impl Claim {
    /// The answer; `None`: the measure is for others.
    #[must_use]
    pub fn outcome(&self) -> Option<Outcome> {
        let outcome = self.assessment.as_ref()?.outcome;
        Some(if self.ruled_out.is_empty() { outcome } else { Outcome::Ineligible })
    }

    /// Eligible measures come before possible ones, and these before all others.
    fn rank(&self) -> u8 {
        match self.outcome() {
            Some(Outcome::Eligible) => 0,
            Some(Outcome::Undetermined) => 1,
            Some(Outcome::Ineligible | Outcome::Closed) => 2,
            None => 3,
        }
    }
}

impl State {
    /// All measures for the role that was chosen; empty before.
    #[must_use]
    pub fn claims(&self, fold: Fold) -> Vec<Claim> {
        let Some(role) = self.overview_role else { return Vec::new() };
        let claim = |calculator: Calculator| {
            let state = self.with_shared_answers(Screen::Of(calculator));
            let is_theirs = calculator.head().roles.contains(&role.code());
            let request = is_theirs.then(|| state.asked(fold, self.today)).flatten();
            let ruled_out = request.as_ref().map(Self::ruled_out).unwrap_or_default();
            let mut assessment = request.as_ref().and_then(|request| api::assess(request).ok());
            // A typed text that cannot be read would count as missing: then no measure is promised.
            if let Some(assessment) = assessment.as_mut().filter(|_| state.unreadable().is_some()) {
                assessment.outcome = Outcome::Undetermined;
                assessment.amount = None;
            }
            Claim { calculator, assessment, ruled_out }
        };
        let can_be_claimed = |calculator: &Calculator| !calculator.head().roles.is_empty();
        let mut claims: Vec<Claim> = Calculator::all().filter(can_be_claimed).map(claim).collect();
        // What can be had comes first.
        claims.sort_by_key(Claim::rank);
        claims
    }
}

impl State {
    fn with_shared_answers(&self, screen: Screen) -> State {
        let mut state = State { screen, as_of: Field::default(), ..self.clone() };
        state.share_insured_months();
        state
    }
}

impl State {
    /// The short path's questions, as the answer of the calculator that matters most for the role; `None` where no
    /// question helps.
    #[must_use]
    pub fn short_path(&self, fold: Fold) -> Option<Answer> {
        let role = self.overview_role?;
        let leading = role.leading()?;
        let is_short = |question: &Question| {
            let is_answered_by_role = role.answers(question.of).any(|(fact, _)| question.is(fact));
            question.of.head().short_path.iter().any(|fact| question.is(fact)) && !is_answered_by_role
        };
        let mut answer = State { screen: Screen::Of(leading), as_of: Field::default(), ..self.clone() }.answer(fold)?;
        for group in &mut answer.groups {
            group.questions.retain(is_short);
        }
        answer.groups.retain(|group| !group.questions.is_empty());
        Some(answer)
    }
}
