//! What follows from a state: the answer, the questions on the screen, what is missing.

use wengang_engine::assessment::Status::Open;

use crate::api::answer::{Calculator, Condition, Judgement};
use crate::api::case::{self, FactValue};
use crate::api::entry::EntryError;
use crate::api::{self, Assessment, Request};
use crate::law::{self, PACK};
use crate::policy::case::Fold;
use crate::policy::date::Date;
use crate::policy::list::Listed;
use crate::state::notice::Notice;
use crate::state::question::{Group, Question};
use crate::state::row::{Certificate, Incomplete};
use crate::state::{Choice, Input, Reading, Screen, State};

/// What follows from a state. Made once a change by [`State::answer`].
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Answer {
    /// The case as understood; an error where a box cannot be read that would otherwise be taken for left out.
    pub request: Result<Request, EntryError>,
    /// The answer; `None` where such a box cannot be read: what is typed there must not be passed over.
    pub assessment: Option<Assessment>,
    /// The questions on the screen, in groups, in the order to ask. Groups without a question are left out.
    pub groups: Vec<Group>,
    /// What is missing and can still change the answer, in the order to ask.
    pub needs: Vec<Need>,
    /// Rows that are half filled and therefore left out of the answer.
    pub incomplete: Vec<Incomplete>,
    /// Conditions that no certificate can mend, where no certificate is told yet: the verdict is 暂不符合 then,
    /// whatever the assessment still waits for.
    pub ruled_out: Vec<Condition>,
    /// What must be said before the amount.
    pub notice: Notice,
    /// Whether the day's rule tells 急需紧缺 occupations from others, so that a certificate has to say.
    pub asks_urgent: bool,
    /// Whether the premium is so small for so many people that it may have been typed in 万元:
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

impl State {
    /// What follows from the answers on the screen; `None` on a screen that is no calculator.
    ///
    /// `fold` compares the names of occupations: `web::fold::fold` in a browser, `api::fold::fold` elsewhere.
    #[must_use]
    #[inline(never)] // The page's second part begins here (xtask/src/split.rs).
    pub fn answer(&self, fold: Fold) -> Option<Answer> {
        let asked = self.asked(fold, self.asked_as_of)?;
        // `None`: numbers or days beyond what can be computed.
        let assessment = api::assess(&asked).ok();
        let ruled_out = self.ruled_out(fold, asked.as_of);
        let groups = self.groups(assessment.as_ref(), !ruled_out.is_empty());
        // What is typed is no day, or no month: the form stays as it was, and nothing is answered.
        let request = self.unreadable().map_or(Ok(asked), |(_, error)| Err(error));
        let assessment = assessment.filter(|_| request.is_ok());
        Some(Answer {
            needs: self.needs(assessment.as_ref(), &groups),
            notice: self.notice(&request, assessment.as_ref()),
            asks_urgent: self.screen == Screen::SkillSubsidy && tells_urgent(self.asked_as_of),
            premium_may_be_in_wan: self.screen == Screen::Refund && self.refund.premium_may_be_in_wan(),
            incomplete: if self.screen == Screen::SkillSubsidy { self.skill.incomplete() } else { Vec::new() },
            request,
            assessment,
            groups,
            ruled_out,
        })
    }
}

impl State {
    /// The first box that cannot be read although it would be taken for left out: the day of application, and those
    /// with an assumption behind them.
    #[must_use]
    pub fn unreadable(&self) -> Option<(Input, EntryError)> {
        let mut boxes = match self.screen {
            Screen::Premium => vec![Input::WageMonth, Input::Headcount, Input::WageMonths],
            Screen::UnemploymentBenefit => vec![Input::Unused, Input::FirstMonth],
            Screen::SizeClass | Screen::Entitled | Screen::Promote => Vec::new(),
            _ => vec![Input::AsOf],
        };
        if self.screen == Screen::SkillSubsidy && self.skill.has_received == Choice::Is(true) {
            boxes.extend(self.skill.received.iter().map(|row| Input::ReceivedOn(row.key)));
        }
        boxes.into_iter().find_map(|input| match self.reading(input) {
            Reading::Wrong(error) => Some((input, error)),
            Reading::Empty | Reading::Unknown | Reading::RefusedIdentity | Reading::Understood(_) => None,
        })
    }

    /// The case as far as it is known; `None` on a screen that is no calculator.
    pub(super) fn asked(&self, fold: Fold, as_of: Date) -> Option<Request> {
        let facts = match self.screen {
            Screen::Refund => self.refund.facts(),
            Screen::SkillSubsidy => self.skill.facts(fold),
            Screen::Premium => self.premium.facts(),
            Screen::UnemploymentBenefit => self.benefit.facts(),
            Screen::SizeClass => self.size.facts(),
            Screen::Home
            | Screen::Entitled
            | Screen::Promote
            | Screen::Rounds
            | Screen::Guide
            | Screen::Elsewhere(_) => return None,
        };
        // The boxes take only what the measure takes: tests/native/law/forms.rs.
        let request = Request::of(self.calculator()?, as_of, facts).ok()?;
        Some(match self.screen {
            Screen::SkillSubsidy => Request { names: self.skill.names(fold), ..request },
            _ => request,
        })
    }

    fn notice(&self, request: &Result<Request, EntryError>, assessment: Option<&Assessment>) -> Notice {
        let Some((request, assessment)) = request.as_ref().ok().zip(assessment) else { return Notice::default() };
        let is_estimated = self.screen == Screen::Refund && self.refund.is_estimated();
        Notice::of(request, self.today, assessment.policy.evidence, is_estimated)
    }

    fn needs(&self, assessment: Option<&Assessment>, groups: &[Group]) -> Vec<Need> {
        let needed = assessment.map(|assessment| assessment.needs.as_slice()).unwrap_or_default();
        let on_screen: Vec<Question> = groups.iter().flat_map(|group| group.questions.iter().copied()).listed();
        let first_open = on_screen.iter().copied().find(|question| !self.is_done(*question));
        let need = |fact: &&str| {
            let question = self.asking(fact)?;
            let jump_to = if on_screen.contains(&question) { question } else { first_open.unwrap_or(question) };
            Some(Need { question, jump_to })
        };
        needed.iter().filter_map(need).listed()
    }
}

impl State {
    /// The conditions that fail whatever certificate a worker has, found with one that lacks nothing.
    ///
    /// api.md leaves a case without certificates undetermined; nobody should have to tell one to learn that it is in vain.
    pub(super) fn ruled_out(&self, fold: Fold, as_of: Date) -> Vec<Condition> {
        if self.screen != Screen::SkillSubsidy || !self.skill.names(fold).is_empty() {
            return Vec::new();
        }
        let Some(certificate) = Certificate::flawless(as_of) else { return Vec::new() };
        let mut facts = self.skill.facts(fold);
        for (name, told) in &mut facts {
            match *name {
                "certificates" => *told = Some(FactValue::Elements(vec![certificate.facts()])),
                "received" => *told = Some(FactValue::Elements(Vec::new())),
                _ => {}
            }
        }
        let request = Request::of(Calculator::SkillSubsidy, as_of, facts);
        let assessment = request.ok().and_then(|request| api::assess(&request).ok());
        let conditions = assessment.iter().flat_map(Assessment::certificates).flat_map(|item| &item.conditions);
        conditions.filter(|condition| condition.verdict == Judgement::Unmet).cloned().listed()
    }
}

/// Whether the day's rule counts 急需紧缺 certificates apart.
fn tells_urgent(day: Date) -> bool {
    let tells = || {
        let (measure, day) = (law::measure(Calculator::SkillSubsidy)?, case::day(day).ok()?);
        let found = wengang_engine::standing(&PACK, measure, day);
        let rule = measure.rounds.get(found.round.filter(|_| found.status == Open)?.index())?;
        let [all, ordinary] = ["每年次数", "普通次数"].map(|name| measure.figure(rule, name));
        Some(all != ordinary)
    };
    tells().unwrap_or_default()
}
