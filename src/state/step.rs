//! 长辈版: one question at a time. The current step, the next one, and how many remain.

use wengang_engine::pack::FactId;

use crate::api::Assessment;
use crate::api::answer::Calculator;
use crate::policy::list::CollectSmall;
use crate::policy::verdict::Outcome;
use crate::state::action::Action;
use crate::state::field::{Choice, Input};
use crate::state::question::{Question, Subject};
use crate::state::row::AS_WRITTEN;
use crate::state::{Answer, Picked, State};

/// What is shown alone on the screen.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Step {
    /// The day of application.
    Day,
    /// A question.
    Ask(Question),
    /// A row of a list by its key: its few boxes belong together.
    Row(Question, u32),
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

/// The position among the steps.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct StepPosition {
    /// The step on the screen.
    pub step: Step,
    /// Its number, from 1.
    pub number: usize,
    /// How many questions come after it at most.
    pub remaining: usize,
}

impl Step {
    /// Its name, for the entry of the history.
    pub(super) fn code(self) -> String {
        let of = |question: Question| format!("{} {}", question.of.code(), question.place.0);
        match self {
            Self::Day => "day".to_owned(),
            Self::Ask(question) => of(question),
            Self::Row(question, key) => format!("{} {key}", of(question)),
            Self::Answer => "answer".to_owned(),
        }
    }

    /// The step of that name.
    pub(super) fn of(code: &str) -> Option<Self> {
        match code {
            "day" => return Some(Self::Day),
            "answer" => return Some(Self::Answer),
            _ => {}
        }
        let mut words = code.split(' ');
        let of = words.next().and_then(Calculator::of_code)?;
        let question = Question { of, place: FactId(words.next()?.parse().ok()?) };
        match words.next() {
            None => Some(Self::Ask(question)),
            Some(key) => key.parse().ok().map(|key| Self::Row(question, key)),
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
        for question in answer.questions() {
            if question.list().is_none() || question.asks_whether() {
                steps.push(Step::Ask(question));
            }
            if self.has_rows(question) {
                steps.extend(self.rows(question).rows.iter().map(|row| Step::Row(question, row.key)));
            }
        }
        steps.push(Step::Answer);
        steps
    }

    /// The position among the steps; the first one where the step on the screen no longer exists.
    #[must_use]
    pub fn at(&self, answer: &Answer) -> StepPosition {
        let steps = self.steps(answer);
        let found = steps.iter().position(|step| Some(*step) == self.step).unwrap_or(0);
        let step = steps.get(found).copied().unwrap_or(Step::Answer);
        let known = steps.len().saturating_sub(found + 2);
        let remaining = match (step, &answer.assessment) {
            // What is still to be found out may open further questions.
            (Step::Answer, _) => known,
            (Step::Row(question, _), _) if question.asks_whether() => known,
            (_, Some(assessment)) if self.is_open(assessment) => known.max(self.remaining_after(step)),
            _ => known,
        };
        StepPosition { step, number: found + 1, remaining }
    }

    /// The questions of the whole form after a step, and the rows that one of them may open.
    fn remaining_after(&self, step: Step) -> usize {
        let mut all = self.questions();
        all.retain(|question| self.asked_with(*question).is_none());
        let after = |question| all.iter().position(|one| *one == question).map_or(0, |place| all.len() - place - 1);
        let may_open = |question: &&Question| {
            question.asks_whether() && matches!(self.flag((**question).into()), Choice::Unanswered | Choice::Is(true))
        };
        let rows: usize = all.iter().filter(may_open).map(|question| self.rows(*question).rows.len()).sum();
        match step {
            Step::Day => all.len() + rows,
            Step::Ask(question) => {
                let is_before = |one: &&Question| **one != question;
                let skipped = all.iter().take_while(is_before).filter(|one| self.is_skipped(Step::Ask(**one)));
                after(question) + rows + skipped.count()
            }
            Step::Row(question, key) => {
                let left = self.rows(question).rows.iter().skip_while(|row| row.key != key).count();
                after(question) + rows + left.saturating_sub(1)
            }
            Step::Answer => 0,
        }
    }

    /// Goes a step; stays where something is wrong in a box, so that nobody passes it over unseen.
    pub(super) fn navigate(&mut self, to: Move) {
        let Some(now) = self.stepping().map(|answer| self.at(&answer).step) else { return };
        self.step = match to {
            Move::On if self.is_wrong_at(now) => self.step,
            Move::On => {
                self.skip(now);
                self.first_skipped_before(now).or_else(|| self.adjacent_step(now, 1))
            }
            Move::Back => self.adjacent_step(now, -1),
            Move::To(question) => Some(self.step_of(question)),
        };
    }

    /// What follows from the answers, for its questions alone: how names are folded changes none of them.
    fn stepping(&self) -> Option<Answer> {
        // Other screens have no steps, and the lazy chunk may not be loaded yet.
        if self.screen.is_lazy() { self.answer(AS_WRITTEN) } else { None }
    }

    /// The first open question before a step: an answer can open one that comes before it, and another row asks of those
    /// before it what tells them apart.
    fn first_skipped_before(&self, now: Step) -> Option<Step> {
        let steps = self.stepping().map(|answer| self.steps(&answer))?;
        let is_open = |step: &Step| self.is_skipped(*step) || self.unnamed(*step).is_some();
        steps.into_iter().take_while(|step| *step != now).find(is_open)
    }

    /// The step `by` steps away; itself at the end.
    fn adjacent_step(&self, now: Step, by: isize) -> Option<Step> {
        let steps = self.stepping().map(|answer| self.steps(&answer))?;
        let found = steps.iter().position(|step| *step == now)?;
        found.checked_add_signed(by).and_then(|place| steps.get(place)).or(Some(&now)).copied()
    }

    /// Goes to the first question that is still to be answered, or to the answer; to the first step of an empty form.
    pub(super) fn find_step(&mut self) {
        let beneath = self.beneath();
        self.step = if beneath.screen.is_lazy() { beneath.first_open() } else { None };
    }

    #[inline(never)] // An entry of the lazy chunk (xtask/src/split.rs).
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
            Step::Ask(question) | Step::Row(question, _) => Some(question),
        }
    }

    /// The step after an action that is not itself a step.
    pub(super) fn follow(&mut self, before: &Self, action: &Action) {
        self.step = match action {
            _ if !self.is_elder => None,
            Action::Restart => None,
            Action::OpenLink(..) | Action::UseEstimate(_) | Action::SuggestSize(_) => self.step,
            _ if before.screen_beneath() != self.screen_beneath() => None,
            _ => self.step,
        };
        // Nobody hears on about what left the screen.
        self.is_reading &= (self.step, self.screen) == (before.step, before.screen);
    }

    /// The step that asks a question: of a list, its first row in which nothing is filled in.
    fn step_of(&self, question: Question) -> Step {
        let rows = self.rows(question);
        let open = rows.rows.iter().find(|row| !row.is_touched()).or(rows.rows.first());
        match open {
            Some(row) if question.list().is_some() && !question.asks_whether() => Step::Row(question, row.key),
            _ => Step::Ask(question),
        }
    }

    /// Whether further questions may open.
    fn is_open(&self, assessment: &Assessment) -> bool {
        let is_alive = matches!(assessment.outcome, Outcome::Eligible | Outcome::Undetermined);
        let could_help = |question: &Question| self.could_help(*question, assessment);
        is_alive || assessment.is_curable() || self.questions().iter().any(could_help)
    }

    /// The boxes of a question: of a row, where its key is given.
    pub(super) fn boxes_of(&self, question: Question, key: Option<u32>) -> Vec<Input> {
        let is_typed = |input: &Input| match input {
            Input::Of(subject) => subject.declared().is_some_and(|declared| declared.is_typed()),
            _ => true,
        };
        let fields = |key| question.fields().map(move |(place, _)| Input::Of(question.cell(key, place)));
        let boxes = key.map_or_else(|| vec![Input::Of(question.into())], |key| fields(key).collect());
        boxes.into_iter().filter(is_typed).collect_small()
    }

    /// Whether a box of the step has a text that cannot be read.
    #[must_use]
    pub fn is_wrong_at(&self, step: Step) -> bool {
        let boxes = match step {
            Step::Day => vec![Input::AsOf],
            Step::Ask(question) => self.boxes_of(question, None),
            Step::Row(question, key) => self.boxes_of(question, Some(key)),
            Step::Answer => Vec::new(),
        };
        boxes.into_iter().any(|input| self.reading(input).error().is_some())
    }

    /// Whether the step is left as it came: 下一步 says 不清楚 then.
    #[must_use]
    pub fn is_skipped(&self, step: Step) -> bool {
        matches!(step, Step::Ask(question) if !self.is_touched(question) && !question.is_optional())
    }

    /// Answers a skipped question with 不清楚: the form continues with the questions that it opens, and shows that answer
    /// later. Of a row that is what tells it from others; an optional box that is empty is an answer already.
    fn skip(&mut self, step: Step) {
        if let Some(unnamed) = self.unnamed(step) {
            self.set_unknown(unnamed);
        }
        let Step::Ask(question) = step else { return };
        if !self.is_skipped(step) {
            return;
        }
        let joined = self.joined_by(question);
        for one in [Some(question), joined].into_iter().flatten() {
            self.set_unknown(one.into());
        }
    }

    /// Answers with 不清楚.
    fn set_unknown(&mut self, subject: Subject) {
        let is_typed = subject.declared().is_some_and(|declared| declared.is_typed());
        let mut given = self.take(subject);
        if is_typed {
            given.text_mut().into_iter().for_each(|field| field.set_unknown(true));
        } else {
            given.pick(Picked::Unknown);
        }
        self.put(subject, given);
    }
}
