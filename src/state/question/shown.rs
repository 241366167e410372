//! Which questions are on the screen, and which of them are answered.

use wengang_engine::pack::FactKind;

use crate::api::Assessment;
use crate::api::case::FactValue;
use crate::law;
use crate::policy::list::CollectSmall;
use crate::policy::verdict::Outcome;
use crate::state::question::{Group, Question, Subject};
use crate::state::row::{AS_WRITTEN, Row};
use crate::state::{Choice, Input, RowForm, State};

impl State {
    /// Whether the home screen answered the question: it is not asked, unless it is to be changed. The answer for an
    /// employer is not one for a worker.
    #[must_use]
    pub fn is_answered_by_role(&self, question: Question) -> bool {
        self.is_role_chosen && (question.is("applicant") || question.is("person")) && self.is_touched(question)
    }

    /// Whether the day and the role are folded into a line.
    #[must_use]
    pub fn is_basis_folded(&self) -> bool {
        self.screen.asks_day() && !self.is_basis_open && !self.is_elder && self.as_of_day().is_ok()
    }

    /// Whether the question was answered in any way, wrongly included.
    #[must_use]
    pub fn is_touched(&self, question: Question) -> bool {
        let Some(declared) = question.declared() else { return false };
        match declared.kind {
            _ if declared.is_typed() => self.answers.is_typed(question.of, declared.id),
            FactKind::List(_) if !question.asks_whether() => {
                self.rows(question).rows.iter().any(|row| row.is_touched())
            }
            // What another answer makes impossible is not asked.
            _ => self.picked(question.into()).is_done() && self.against(question.into()).is_none(),
        }
    }

    /// Whether the question is answered, 不清楚 included, and nothing is wrong with the answer.
    #[must_use]
    pub fn is_done(&self, question: Question) -> bool {
        let Some(declared) = question.declared() else { return true };
        match declared.kind {
            // An empty box is taken as the hint says.
            _ if question.is_optional() => self.reading(Input::Of(question.into())).error().is_none(),
            _ if declared.is_typed() => self.reading(Input::Of(question.into())).is_done(),
            FactKind::List(_) => {
                let asks_rows = !question.asks_whether() || self.has_rows(question);
                if asks_rows { self.are_rows_done(question) } else { self.picked(question.into()).is_done() }
            }
            _ => self.picked(question.into()).is_done(),
        }
    }

    /// The question that is asked with another, where one answer says both: an older link may know only one of them.
    #[must_use]
    pub fn joined_by(&self, question: Question) -> Option<Question> {
        let (joined, _) = question.joined()?;
        let [kind, other] = [question, joined].map(|one| std::mem::discriminant(self.picked(one.into())));
        (kind == other).then_some(joined)
    }

    /// The question with which it is asked.
    pub(in crate::state) fn asked_with(&self, question: Question) -> Option<Question> {
        question.joins().filter(|with| self.joined_by(*with).is_some())
    }

    /// Whether a list has rows on the page: a list with a first question has rows below the answer yes.
    #[must_use]
    pub fn has_rows(&self, question: Question) -> bool {
        question.list().is_some() && (!question.asks_whether() || self.is_yes(question.into()))
    }

    /// Whether yes is picked.
    pub(in crate::state) fn is_yes(&self, subject: Subject) -> bool {
        self.flag(subject) == Choice::Is(true)
    }

    /// At least one row, and everything missing in a row is 不清楚.
    fn are_rows_done(&self, question: Question) -> bool {
        let (rows, is_alone) = (self.rows(question), self.is_alone());
        let read: Vec<_> = rows.rows.iter().map(|row| row.read(question, AS_WRITTEN, is_alone)).collect_small();
        let is_answered = |row: &RowForm| !row.is_touched() || row.is_answered(question);
        read.iter().any(Row::is_answered) && !read.iter().any(Row::is_open) && rows.rows.iter().all(is_answered)
    }

    /// The questions of the calculator on the screen under their headings, in the order of the measure's file.
    fn order(&self) -> Vec<Group> {
        let mut groups: Vec<Group> = Vec::new();
        let Some((of, measure)) = self.calculator().and_then(|of| Some((of, law::measure(of)?))) else { return groups };
        for fact in &measure.facts {
            let Some(question) = Question::named(of, &fact.id) else { continue };
            let name = fact.question.group.as_str();
            match groups.iter_mut().find(|group| group.name == name) {
                Some(group) => group.questions.push(question),
                None => groups.push(Group { name, questions: vec![question] }),
            }
        }
        groups
    }

    /// The questions of the calculator on the screen.
    pub(in crate::state) fn questions(&self) -> Vec<Question> {
        Group::questions_of(&self.order())
    }

    /// The questions on the screen: those that still matter, once all before their group are done, and those that were
    /// answered.
    pub(in crate::state) fn groups(&self, assessment: Option<&Assessment>, is_ruled_out: bool) -> Vec<Group> {
        let mut groups = Vec::new();
        let mut open = true;
        for Group { name, questions } in self.order() {
            let matters = |question| !is_ruled_out && self.matters(question, assessment);
            let is_shown = |question: Question| self.is_touched(question) || (open && matters(question));
            let is_shown = |question: &Question| {
                let is_either = is_shown(*question) || self.joined_by(*question).is_some_and(is_shown);
                is_either && self.asked_with(*question).is_none()
            };
            let questions: Vec<_> = questions.iter().copied().filter(is_shown).collect_small();
            open = open && questions.iter().all(|question| self.is_done(*question));
            if !questions.is_empty() {
                groups.push(Group { name, questions });
            }
        }
        groups
    }

    /// Whether the answer to the question can still change the result.
    fn matters(&self, question: Question, assessment: Option<&Assessment>) -> bool {
        // Nothing could be computed: what is asked must stay, so that it can be put right.
        let (Some(assessment), Some(fact)) = (assessment, question.fact()) else { return true };
        if assessment.needs.iter().any(|need| need.fact == fact.id) {
            return true;
        }
        // Left out it is assumed, with a note; or it decides what to do next: the page asks in any case.
        let is_asked = fact.always || fact.assumed.is_some();
        let is_alive = matches!(assessment.outcome, Outcome::Eligible | Outcome::Undetermined);
        is_asked && self.is_of_use(question) && (is_alive || self.could_help(question, assessment))
    }

    /// Whether another value than the one that is assumed could turn a refusal.
    pub(in crate::state) fn could_help(&self, question: Question, assessment: &Assessment) -> bool {
        let (Outcome::Ineligible, Some(fact)) = (assessment.outcome, question.fact()) else { return false };
        let (FactKind::Count(most), true) = (fact.kind, fact.assumed.is_some()) else { return false };
        let most = FactValue::Count(u32::try_from(most).unwrap_or(u32::MAX));
        let asked = self.asked(AS_WRITTEN, assessment.as_of);
        let most = asked.and_then(|asked| asked.with(question.place, most));
        most.is_some_and(|found| found.outcome != Outcome::Ineligible)
    }
}
