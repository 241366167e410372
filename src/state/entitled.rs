//! Which of all measures somebody is entitled to, from the answers given so far.

use crate::api::answer::{Calculator, Condition};
use crate::api::{self, Assessment};
use crate::policy::case::Fold;
use crate::policy::case::Person;
use crate::policy::verdict::Outcome;
use crate::state::{Answer, Field, Question, Role, Screen, State};

/// A measure on the way to all of them.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Claim {
    /// The measure.
    pub calculator: Calculator,
    /// Its calculator.
    pub screen: Screen,
    /// The answer; `None`: the measure is for others.
    pub assessment: Option<Assessment>,
    /// Conditions that nothing still to be told can mend.
    pub ruled_out: Vec<Condition>,
}

impl Claim {
    /// The answer; `None`: the measure is for others.
    #[must_use]
    pub fn outcome(&self) -> Option<Outcome> {
        let outcome = self.assessment.as_ref()?.outcome;
        Some(if self.ruled_out.is_empty() { outcome } else { Outcome::Ineligible })
    }

    /// What can be had before what perhaps can, before the rest.
    fn rank(&self) -> u8 {
        match self.outcome() {
            Some(Outcome::Eligible) => 0,
            Some(Outcome::Undetermined) => 1,
            Some(Outcome::Ineligible | Outcome::Closed) => 2,
            None => 3,
        }
    }
}

/// The measures that somebody can be entitled to, with their calculators.
const MEASURES: [(Calculator, Screen); 4] = [
    (Calculator::Refund, Screen::Refund),
    (Calculator::SkillSubsidy, Screen::SkillSubsidy),
    (Calculator::UnemploymentBenefit, Screen::UnemploymentBenefit),
    (Calculator::Premium, Screen::Premium),
];

impl State {
    /// All measures for the role that was chosen; empty before.
    #[must_use]
    pub fn claims(&self, fold: Fold) -> Vec<Claim> {
        let Some(role) = self.who else { return Vec::new() };
        let claim = |(calculator, screen): (Calculator, Screen)| {
            let state = self.with_shared_answers(screen);
            let request = is_for(calculator, role).then(|| state.asked(fold, self.today)).flatten();
            let ruled_out = request.as_ref().map(Self::ruled_out).unwrap_or_default();
            let mut assessment = request.as_ref().and_then(|request| api::assess(request).ok());
            // Something typed cannot be read and would be taken for left out: no promise is made of the rest.
            if let Some(assessment) = assessment.as_mut().filter(|_| state.unreadable().is_some()) {
                assessment.outcome = Outcome::Undetermined;
                assessment.amount = None;
            }
            Claim { calculator, screen, assessment, ruled_out }
        };
        let mut claims = MEASURES.map(claim).to_vec();
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

/// Whether a measure is for people of that role at all.
const fn is_for(calculator: Calculator, role: Role) -> bool {
    match (calculator, role) {
        (Calculator::Refund | Calculator::SizeClass, Role::Enterprise | Role::OtherBody) => true,
        (Calculator::Refund | Calculator::SizeClass, _) => false,
        (Calculator::SkillSubsidy, Role::Enterprise | Role::OtherBody) => false,
        (Calculator::SkillSubsidy, _) => true,
        (Calculator::UnemploymentBenefit, Role::Unemployed) => true,
        (Calculator::UnemploymentBenefit, _) => false,
        // 事业单位 and their staff are insured too (失业保险条例 §2).
        (Calculator::Premium, Role::Elsewhere(Person::PublicInstitution)) => true,
        (Calculator::Premium, Role::Enterprise | Role::OtherBody | Role::Employee) => true,
        (Calculator::Premium, _) => false,
    }
}

/// The facts of the short path: those that decide most.
const SHORT: [(Calculator, &[&str]); 3] = [
    (Calculator::Refund, &["applicant", "size", "averageInsured", "benefitDrawers", "premiumPaid"]),
    (Calculator::SkillSubsidy, &["insuredMonths", "certificates"]),
    (Calculator::UnemploymentBenefit, &["region", "insuredMonths", "separation", "registered"]),
];

impl State {
    /// The short path's questions, as the answer of the calculator that matters most for the role; `None` where no
    /// question helps.
    #[must_use]
    pub fn short_path(&self, fold: Fold) -> Option<Answer> {
        let screen = match self.who? {
            Role::Enterprise | Role::OtherBody => Screen::Refund,
            Role::Employee => Screen::SkillSubsidy,
            Role::Unemployed => Screen::UnemploymentBenefit,
            Role::Elsewhere(_) => return None,
        };
        let is_short = |question: &Question| {
            let mut short = SHORT.iter().filter(|(of, _)| *of == question.of).flat_map(|(_, facts)| *facts);
            short.any(|fact| question.is(fact)) && !(self.who == Some(Role::Enterprise) && question.is("applicant"))
        };
        let mut answer = State { screen, as_of: Field::default(), ..self.clone() }.answer(fold)?;
        for group in &mut answer.groups {
            group.questions.retain(is_short);
        }
        answer.groups.retain(|group| !group.questions.is_empty());
        Some(answer)
    }
}
