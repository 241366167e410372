//! 长辈版: one question at a time. Which stands on the screen, what comes next, how far it still is.

mod pass;

use crate::api::Assessment;
use crate::policy::list::Listed;
use crate::policy::verdict::Outcome;
use crate::state::action::{Action, SkillEdit};
use crate::state::field::Choice;
use crate::state::question::Question;
use crate::state::row::AS_WRITTEN;
use crate::state::{Answer, Screen, State};

/// What stands alone on the screen.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Step {
    /// The day of application.
    Day,
    /// A question.
    Ask(Question),
    /// A certificate by its key: its few boxes make no sense apart.
    Certificate(u32),
    /// A subsidy received by its key.
    Received(u32),
    /// The answer.
    Answer,
}

/// How a step is asked for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Move {
    /// To the next; what was left empty is answered with 不清楚, where that is an answer.
    On,
    /// To the one before.
    Back,
    /// To a question, from the answer.
    To(Question),
}

/// Where somebody is among the steps.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct At {
    /// What stands on the screen.
    pub step: Step,
    /// Its number, from 1.
    pub number: usize,
    /// How many questions come after it at most.
    pub left: usize,
}

impl Step {
    /// Its name, for the entry of the history.
    pub(super) fn code(self) -> String {
        match self {
            Self::Day => "day".to_owned(),
            Self::Ask(question) => question.id().to_owned(),
            Self::Certificate(key) => format!("certificate-{key}"),
            Self::Received(key) => format!("received-{key}"),
            Self::Answer => "answer".to_owned(),
        }
    }

    /// The step of that name.
    pub(super) fn of(code: &str) -> Option<Self> {
        let row = |prefix| code.strip_prefix(prefix).and_then(|key| key.parse().ok());
        match code {
            "day" => Some(Self::Day),
            "answer" => Some(Self::Answer),
            _ => Question::ALL
                .iter()
                .find(|question| question.id() == code)
                .map(|question| Self::Ask(*question))
                .or(row("certificate-").map(Self::Certificate))
                .or(row("received-").map(Self::Received)),
        }
    }
}

impl State {
    /// The steps of the calculator on the screen, in the order of the form; the answer is the last.
    #[must_use]
    pub fn steps(&self, answer: &Answer) -> Vec<Step> {
        let mut steps = Vec::new();
        if self.screen.asks_day() {
            steps.push(Step::Day);
        }
        for question in answer.groups.iter().flat_map(|group| &group.questions) {
            match question {
                Question::Certificates => {
                    steps.extend(self.skill.certificates.iter().map(|row| Step::Certificate(row.key)));
                }
                Question::Received => {
                    steps.push(Step::Ask(Question::Received));
                    let rows = self.skill.received.iter().filter(|_| self.skill.has_received == Choice::Is(true));
                    steps.extend(rows.map(|row| Step::Received(row.key)));
                }
                question => steps.push(Step::Ask(*question)),
            }
        }
        steps.push(Step::Answer);
        steps
    }

    /// Where somebody is among the steps; at the first where the step on the screen is none of them any more.
    #[must_use]
    pub fn at(&self, answer: &Answer) -> At {
        let steps = self.steps(answer);
        let found = steps.iter().position(|step| Some(*step) == self.step).unwrap_or(0);
        let step = steps.get(found).copied().unwrap_or(Step::Answer);
        let known = steps.len().saturating_sub(found + 2);
        let left = match (step, &answer.assessment) {
            // What is still to be found out may open further questions.
            (Step::Day | Step::Ask(_) | Step::Certificate(_), Some(assessment)) if self.is_open(assessment) => {
                known.max(self.to_come(step))
            }
            _ => known,
        };
        At { step, number: found + 1, left }
    }

    /// The questions of the whole form after a step, and the rows that one of them may open.
    fn to_come(&self, step: Step) -> usize {
        let all: Vec<Question> = self.order().iter().flat_map(|(_, questions)| *questions).copied().listed();
        let after = |question| all.iter().position(|one| *one == question).map_or(0, |place| all.len() - place - 1);
        let is_row_open = all.contains(&Question::Received)
            && matches!(self.skill.has_received, Choice::Unanswered | Choice::Is(true));
        let rows = if is_row_open { self.skill.received.len() } else { 0 };
        match step {
            Step::Day => all.len() + rows,
            Step::Ask(question) => {
                let is_before = |one: &&Question| **one != question;
                let skipped = all.iter().take_while(is_before).filter(|one| self.is_passed_over(Step::Ask(**one)));
                after(question) + rows + skipped.count()
            }
            Step::Certificate(key) => {
                let certificates = self.skill.certificates.iter().skip_while(|row| row.key != key).count();
                after(Question::Certificates) + rows + certificates.saturating_sub(1)
            }
            Step::Received(_) | Step::Answer => 0,
        }
    }

    /// Goes a step; stays where something is wrong in a box, so that nobody passes it over unseen.
    pub(super) fn walk(&mut self, to: Move) {
        let Some(now) = self.stepping().map(|answer| self.at(&answer).step) else { return };
        self.step = match to {
            Move::On if self.is_wrong_at(now) => self.step,
            Move::On => {
                self.pass(now);
                self.opened_before(now).or_else(|| self.beside(now, 1))
            }
            Move::Back => self.beside(now, -1),
            Move::To(question) => Some(self.step_of(question)),
        };
    }

    /// What follows from the answers, for its questions alone: how names are folded changes none of them.
    fn stepping(&self) -> Option<Answer> {
        // Elsewhere there are no steps, and the page's second part may still be to come.
        if self.screen.is_in_rest() { self.answer(AS_WRITTEN) } else { None }
    }

    /// The first question before a step on which nobody has been yet: an answer can open one that stands before it.
    fn opened_before(&self, now: Step) -> Option<Step> {
        let steps = self.stepping().map(|answer| self.steps(&answer))?;
        steps.into_iter().take_while(|step| *step != now).find(|step| self.is_passed_over(*step))
    }

    /// The step beside one; itself at the end.
    fn beside(&self, now: Step, by: isize) -> Option<Step> {
        let steps = self.stepping().map(|answer| self.steps(&answer))?;
        let found = steps.iter().position(|step| *step == now)?;
        found.checked_add_signed(by).and_then(|place| steps.get(place)).or(Some(&now)).copied()
    }

    /// Goes to the first question that is still to be answered, or to the answer; to the first step of an empty form.
    pub(super) fn find_step(&mut self) {
        let beneath = self.beneath();
        self.step = if beneath.screen.is_in_rest() { beneath.first_open() } else { None };
    }

    #[inline(never)] // The page's second part begins here (xtask/src/split.rs).
    fn first_open(&self) -> Option<Step> {
        let answer = self.stepping()?;
        let steps = self.steps(&answer);
        let is_touched = |step: &Step| Self::question_at(*step).is_some_and(|question| self.is_touched(question));
        let is_next = |step: &&Step| match Self::question_at(**step) {
            Some(question) => !self.is_done(question),
            None => **step == Step::Answer || self.is_wrong_at(**step),
        };
        let is_begun = !self.as_of.is_blank() || steps.iter().any(is_touched);
        steps.iter().find(is_next).copied().filter(|_| is_begun)
    }

    const fn question_at(step: Step) -> Option<Question> {
        match step {
            Step::Day | Step::Answer => None,
            Step::Ask(question) => Some(question),
            Step::Certificate(_) => Some(Question::Certificates),
            Step::Received(_) => Some(Question::Received),
        }
    }

    /// Where an action leads that is no step itself.
    pub(super) fn follow(&mut self, before: &Self, action: &Action) {
        let rows = &self.skill;
        self.step = match action {
            _ if !self.is_elder => None,
            Action::UseEstimate(_) => Some(Step::Ask(Question::PremiumPaid)),
            Action::SuggestSize(_) => Some(Step::Ask(Question::Size)),
            Action::Skill(SkillEdit::AddCertificate | SkillEdit::RemoveCertificate(_)) => {
                rows.certificates.last().map(|row| Step::Certificate(row.key))
            }
            Action::Skill(SkillEdit::AddReceived | SkillEdit::RemoveReceived(_)) => {
                rows.received.last().map(|row| Step::Received(row.key))
            }
            Action::Restart => None,
            Action::OpenLink(..) => self.step,
            _ if before.screen_beneath() != self.screen_beneath() => None,
            _ => self.step,
        };
        // Nobody hears on about what left the screen.
        self.is_reading &= (self.step, self.screen) == (before.step, before.screen);
    }

    /// The step that asks a question.
    fn step_of(&self, question: Question) -> Step {
        let open = self.skill.certificates.iter().find(|row| !row.is_touched()).or(self.skill.certificates.first());
        match (question, open) {
            (Question::Certificates, Some(row)) => Step::Certificate(row.key),
            (question, _) => Step::Ask(question),
        }
    }

    /// Whether further questions may open.
    fn is_open(&self, assessment: &Assessment) -> bool {
        let is_alive = matches!(assessment.outcome, Outcome::Eligible | Outcome::Undetermined);
        // Unused months can still help where too few are insured.
        let is_in_reach = self.screen == Screen::UnemploymentBenefit && self.benefit.may_be_reemployed();
        is_alive || is_in_reach || assessment.is_curable()
    }
}
