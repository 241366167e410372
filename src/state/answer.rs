//! What follows from a state: the answer, the questions on the screen, what is missing.

use crate::api::answer::{self, Calculator, Condition};
use crate::api::case::FactValue;
use crate::api::entry::EntryError;
use crate::api::{self, Assessment, Request};
use crate::policy::case::Fold;
use crate::state::notice::Notice;
use crate::state::question::{Group, Question};
use crate::state::row::Incomplete;
use crate::state::{Input, Reading, Screen, State, skill};

/// What follows from a state. Made once a change by [`State::answer`].
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Answer {
    /// The case as understood; an error where a box cannot be read that would otherwise be taken for left out.
    pub request: Result<Request, EntryError>,
    /// The answer; `None` where such a box cannot be read: what is typed there must not be passed over.
    pub assessment: Option<Assessment>,
    /// The questions on the screen, in groups, in the order to ask. Groups without a question are left out.
    pub groups: Vec<Group>,
    /// The questions in which it matters which of the options holds for which another stands, so that these are offered.
    pub told_apart: Vec<Question>,
    /// What is missing and can still change the answer, in the order to ask.
    pub needs: Vec<Need>,
    /// Rows that are half filled and therefore left out of the answer.
    pub incomplete: Vec<Incomplete>,
    /// Conditions that no certificate can cure, where no certificate is given yet: the verdict is 暂不符合 then, even if
    /// the assessment still needs facts.
    pub ruled_out: Vec<Condition>,
    /// What must be said before the amount.
    pub notice: Notice,
    /// Whether the day's rule distinguishes 急需紧缺 occupations, so that the question has to be asked.
    pub asks_urgent: bool,
    /// Whether the premium is so small for so many people that it was perhaps typed in 万元:
    /// [`MAYBE_IN_WAN`](crate::api::entry::MAYBE_IN_WAN).
    pub premium_may_be_in_wan: bool,
}

/// A missing fact.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Need {
    /// The question that asks for it.
    pub question: Question,
    /// The question to jump to: itself, or where it is not yet on the screen the first that is still open.
    pub jump_to: Question,
}

impl Answer {
    /// The questions on the screen, in order.
    #[must_use]
    pub fn questions(&self) -> Vec<Question> {
        Group::questions_of(&self.groups)
    }
}

impl State {
    /// What follows from the answers on the screen; `None` on a screen without a calculator.
    ///
    /// `fold` compares the names of occupations: `web::fold::fold` in a browser, `api::fold::fold` elsewhere.
    #[must_use]
    #[inline(never)] // An entry of the lazy chunk (xtask/src/split.rs).
    pub fn answer(&self, fold: Fold) -> Option<Answer> {
        let asked = self.asked(fold, self.application_day())?;
        // `None`: numbers or days beyond what can be computed.
        let assessment = api::assess(&asked).ok();
        let ruled_out = Self::ruled_out(&asked);
        let groups = self.groups(assessment.as_ref(), !ruled_out.is_empty());
        let mut told_apart = Group::questions_of(&groups);
        told_apart.retain(|question| tells_apart(&asked, *question));
        // The typed text is not a day or not a month: the form stays as it was, without an answer.
        let request = self.unreadable().map_or(Ok(asked), |(_, error)| Err(error));
        let assessment = assessment.filter(|_| request.is_ok());
        Some(Answer {
            needs: self.needs(assessment.as_ref(), &groups),
            notice: self.notice(&request, assessment.as_ref()),
            asks_urgent: self.screen == Screen::Of(Calculator::SKILL_SUBSIDY)
                && skill::asks_urgent(self.application_day()),
            premium_may_be_in_wan: self.screen == Screen::Of(Calculator::REFUND) && self.premium_may_be_in_wan(),
            incomplete: self.incomplete(),
            request,
            assessment,
            groups,
            told_apart,
            ruled_out,
        })
    }
}

/// Whether more would have to be known of a question than an option that stands for several: the case with it says so.
fn tells_apart(asked: &Request, question: Question) -> bool {
    let options = question.declared().map(|declared| declared.options()).unwrap_or_default();
    options.iter().filter(|option| !option.any_of.is_empty()).any(|option| {
        let needs = asked.with(question.place, FactValue::Word(&option.id)).map(|assessment| assessment.needs);
        needs.is_some_and(|needs| needs.iter().any(|need| question.is(need.fact)))
    })
}

impl State {
    /// The first box that cannot be read although it would be taken for left out: the day of application, and those
    /// with an assumption behind them.
    #[must_use]
    pub fn unreadable(&self) -> Option<(Input, EntryError)> {
        let wrong = |input: Input| match self.reading(input) {
            Reading::Wrong(error) => Some((input, error)),
            Reading::Empty | Reading::Unknown | Reading::RefusedIdentity | Reading::Understood(_) => None,
        };
        let mut boxes = Vec::new();
        if self.screen.asks_day() {
            boxes.push(Input::AsOf);
        }
        for question in self.questions() {
            if question.is_optional() {
                boxes.push(Input::Of(question.into()));
            }
            if question.asks_whether() && self.has_rows(question) {
                for row in &self.rows(question).rows {
                    for (place, _) in question.fields() {
                        if question.is_checked(Some(place)) {
                            boxes.push(Input::Of(question.cell(row.key, place)));
                        }
                    }
                }
            }
        }
        boxes.into_iter().find_map(wrong)
    }

    fn notice(&self, request: &Result<Request, EntryError>, assessment: Option<&Assessment>) -> Notice {
        let Some((request, assessment)) = request.as_ref().ok().zip(assessment) else { return Notice::default() };
        let is_estimated = self.screen == Screen::Of(Calculator::REFUND) && self.is_estimated();
        Notice::of(request, self.today, assessment.policy.evidence, is_estimated)
    }

    fn needs(&self, assessment: Option<&Assessment>, groups: &[Group]) -> Vec<Need> {
        let needed = assessment.map(|assessment| assessment.needs.as_slice()).unwrap_or_default();
        let on_screen = Group::questions_of(groups);
        let first_open = on_screen.iter().copied().find(|question| !self.is_done(*question));
        let mut needs: Vec<Need> = Vec::new();
        for answer::Need { fact, .. } in needed {
            let question = assessment.and_then(|assessment| Question::named(assessment.calculator, fact));
            // All missing answers of the rows of a list are asked for together.
            let Some(question) = question.filter(|one| needs.iter().all(|need| need.question != *one)) else {
                continue;
            };
            let shown = self.asked_with(question).unwrap_or(question);
            let jump_to = if on_screen.contains(&shown) { shown } else { first_open.unwrap_or(shown) };
            needs.push(Need { question, jump_to });
        }
        needs
    }
}
