//! The page's state and what changes it: plain values, no browser, no clock, no words.
//!
//! [`State`] holds what people typed and chose, as they did it. [`reduce`] makes the next state. What follows from a
//! state, [`Answer`], is computed by [`State::answer`]: once a change.

mod accent;
mod action;
pub mod announce;
mod answer;
mod answers;
mod average;
mod edit;
mod embed;
mod entitled;
mod facts;
mod field;
mod guide;
mod link;
mod notice;
mod order;
mod paste;
pub mod place;
mod promote;
mod question;
mod refund;
mod region;
mod row;
mod site;
mod skill;
mod snapshot;
mod step;
mod undo;
mod wrong;

pub use accent::{Accent, AccentError, Scheme};
pub use action::{Action, Edit, Role};
pub use answer::{Answer, Need};
pub use answers::{Answers, Average, Given, Picked, RowForm, Rows, Sheet};
pub use edit::reduce;
pub use embed::{Embed, Message, Part as MessagePart, Port, Summary, VERSION as MESSAGE_VERSION, Wanted};
pub use entitled::Claim;
pub use field::{Choice, Field, Input, Reading};
pub use guide::{AskedOften, Clause, Guide, Load, NoticePart, Notices, Ready, Target};
pub use link::{LeftOut, LinkNote, calculator_of, screen_of};
pub use notice::{Notice, OtherYear};
pub use paste::several;
pub use place::{InUse, LawNote, Offer, Origin, Places};
pub use promote::{PromoteEdit, PromoteForm, Promotion};
pub use question::{Cell, Declared, Group, Question, Subject, YES_NO};
pub use refund::Handed;
pub use region::ELSEWHERE;
pub use row::Incomplete;
pub use site::{Fault, Setting, SettingError, Site, SiteFile};
pub use skill::is_asked;
pub use snapshot::step_in;
pub use step::{Move, Step, StepPosition};
pub use undo::Undo;
pub use wrong::Wrong;

use std::rc::Rc;

use crate::api::answer::Calculator;
use crate::api::entry::{self, EntryError};
use crate::api::poster::Poster;
use crate::policy::case::Person;
use crate::policy::date::Date;

/// What is on the screen.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Screen {
    /// Who are you, and the measures with today's state.
    Home,
    /// A measure's calculator.
    Of(Calculator),
    /// The measures to which the user is entitled.
    Entitled,
    /// Links and posters for a campaign.
    Promote,
    /// Each measure's rounds side by side.
    Rounds,
    /// The notices clause by clause.
    Guide,
    /// A sentence for people whom these measures leave out: 灵活就业, 学生, 退休, 机关事业单位.
    Elsewhere(Person),
}

/// The user's choices for sharing.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Share {
    /// Whether a link contains the numbers; off by default.
    pub with_numbers: bool,
    /// The text that was to be copied last, and whether it was.
    pub copied: Option<(String, bool)>,
    /// The poster that was drawn last.
    pub drawn: Option<Rc<DrawnPoster>>,
}

/// A poster that the user requested.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct DrawnPoster {
    /// Its content: another poster is not drawn yet.
    pub poster: Rc<Poster>,
    /// The addresses of its images, in the order they were asked for; empty where the browser does not draw.
    pub images: Vec<Rc<str>>,
}

impl Screen {
    /// Whether it is in the lazy chunk, which is loaded once the page is used: the first screens are ready sooner.
    #[must_use]
    pub const fn is_lazy(self) -> bool {
        match self {
            Self::Home | Self::Elsewhere(_) => false,
            Self::Of(_) | Self::Entitled | Self::Promote | Self::Rounds | Self::Guide => true,
        }
    }

    /// Whether the day of application is asked: the other calculators ask for a month, or for none.
    #[must_use]
    pub fn asks_day(self) -> bool {
        match self {
            Self::Of(calculator) => calculator.has_rounds(),
            Self::Entitled | Self::Promote => false,
            Self::Home | Self::Rounds | Self::Guide | Self::Elsewhere(_) => true,
        }
    }
}

/// Everything the page knows.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct State {
    /// Today in UTC+8, as the web layer read it.
    pub today: Date,
    /// What is on the screen.
    pub screen: Screen,
    /// The screen under the guide.
    pub behind: Screen,
    /// The day of application as typed; empty: today.
    pub as_of: Field,
    /// The answers to every measure.
    pub answers: Answers,
    /// What one calculator hands over to another.
    pub handed: Handed,
    /// What is typed to find an option.
    pub search: Field,
    /// The answers on a campaign.
    pub promote: PromoteForm,
    /// The role that the user chose on the overview of all measures.
    pub overview_role: Option<Role>,
    /// Whether the home screen said who they are: then the calculator does not ask again.
    pub is_role_chosen: bool,
    /// Whether the day and the role are unfolded to be changed.
    pub is_basis_open: bool,
    /// Whether what tells rows apart was typed: its box stays when it is emptied.
    pub(crate) is_typed_apart: bool,
    /// The notices clause by clause.
    pub guide: Guide,
    /// Sharing.
    pub share: Share,
    /// Whether the page is being prerendered: then no day is counted from today.
    pub is_prerendering: bool,
    /// The message about the link that the page was opened by.
    pub link: Option<LinkNote>,
    /// What that link did not contain.
    pub left_out: Vec<LeftOut>,
    /// What can be taken back.
    pub undo: Option<Undo>,
    /// 长辈版: large, and one question at a time.
    pub is_elder: bool,
    /// The step that is shown alone in 长辈版; `None`: the first step.
    pub step: Option<Step>,
    /// Whether the answer is being read aloud.
    pub is_reading: bool,
    /// The settings of the office that publishes the page.
    pub site: Site,
    /// The law that the page uses.
    pub law: InUse,
    /// Whether another site's page frames this one: head and foot are that page's.
    pub is_embedded: bool,
    /// The last day that could be read: the questions stay as they were while a new one is typed.
    asked_as_of: Date,
}

impl State {
    /// The page as it opens.
    #[must_use]
    pub fn new(today: Date) -> Self {
        Self {
            today,
            screen: Screen::Home,
            behind: Screen::Home,
            as_of: Field::default(),
            answers: Answers::default(),
            handed: Handed::default(),
            search: Field::default(),
            promote: PromoteForm::default(),
            overview_role: None,
            is_role_chosen: false,
            is_basis_open: false,
            is_typed_apart: false,
            share: Share::default(),
            is_prerendering: false,
            link: None,
            left_out: Vec::new(),
            undo: None,
            is_elder: false,
            step: None,
            is_reading: false,
            guide: Guide::default(),
            site: Site::default(),
            law: InUse::default(),
            is_embedded: false,
            asked_as_of: today,
        }
    }

    /// The state of the prerendered page, on a day.
    #[must_use]
    pub fn prerendering(day: Date) -> Self {
        Self { is_prerendering: true, ..Self::new(day) }
    }

    /// The day of application; today where none is asked.
    ///
    /// # Errors
    /// Where the typed text is not a day: then there is no answer, in particular not one for today.
    pub fn as_of_day(&self) -> Result<Date, EntryError> {
        if self.as_of.is_blank() || !self.screen_beneath().asks_day() {
            Ok(self.today)
        } else {
            entry::day(&self.as_of.text)
        }
    }

    /// The box of an input; `None` for a row that was removed.
    #[must_use]
    pub fn field(&self, input: Input) -> Option<&Field> {
        match input {
            Input::AsOf => Some(&self.as_of),
            Input::GuideSearch => Some(&self.guide.search),
            Input::Search(_) => Some(&self.search),
            Input::Tag => Some(&self.promote.tag),
            Input::Headline => Some(&self.promote.headline),
            Input::Of(subject) => {
                // A row that was removed has no boxes.
                let is_there = subject.cell.is_none_or(|cell| self.rows(subject.question).row(cell.row).is_some());
                is_there.then(|| self.given(subject).and_then(Given::text).unwrap_or(Field::BLANK))
            }
            Input::Month(question, month) => {
                let place = usize::from(month).checked_sub(1).filter(|place| *place < 12)?;
                match self.given(question.into()) {
                    Some(Given::Average(average)) => average.months.get(place),
                    _ => Some(Field::BLANK),
                }
            }
        }
    }

    /// What is understood of a box, or what is wrong with it.
    ///
    /// For an average with twelve monthly boxes it is the reading of them all.
    #[must_use]
    pub fn reading(&self, input: Input) -> Reading {
        let by_month = match input {
            Input::Of(subject) => match self.given(subject) {
                Some(Given::Average(average)) if average.by_month => Some(average.reading()),
                _ => None,
            },
            _ => None,
        };
        let typed = || self.field(input).map_or(Reading::Empty, |field| field.reading(input));
        self.in_order(input, by_month.unwrap_or_else(typed))
    }
}

#[cfg(test)]
mod tests;
