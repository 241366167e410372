//! The answers of an office that makes a campaign, and the link that follows from them.

use crate::api::answer::Calculator;
use crate::api::entry::{self, EntryError};
use crate::api::link::promotion;
use crate::policy::pack::Region;
use crate::state::State;
use crate::state::field::{Choice, Field, Input};
use crate::state::monthly::Place;

/// What an office chose and typed.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct PromoteForm {
    /// Which measure.
    pub measure: Choice<Calculator>,
    /// Which region, where the measure differs from one to the other; unanswered: all of them.
    pub region: Choice<Place>,
    /// The campaign's tag.
    pub tag: Field,
    /// A headline of its own.
    pub headline: Field,
}

/// A choice in a campaign's form.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum PromoteEdit {
    /// The measure.
    Measure(Calculator),
    /// The region.
    Region(Choice<Place>),
}

/// A campaign.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Promotion {
    /// Which measure.
    pub calculator: Calculator,
    /// The link's query and fragment.
    pub link: String,
    /// The same without the tag.
    pub untagged: String,
    /// The office's own headline; empty: none. It is in no link.
    pub headline: String,
}

impl PromoteForm {
    pub(super) fn field(&self, input: Input) -> Option<&Field> {
        match input {
            Input::Tag => Some(&self.tag),
            Input::Headline => Some(&self.headline),
            _ => None,
        }
    }

    pub(super) fn field_mut(&mut self, input: Input) -> Option<&mut Field> {
        match input {
            Input::Tag => Some(&mut self.tag),
            Input::Headline => Some(&mut self.headline),
            _ => None,
        }
    }

    pub(super) fn edit(&mut self, edit: PromoteEdit) {
        match edit {
            PromoteEdit::Measure(calculator) => self.measure = Choice::Is(calculator),
            PromoteEdit::Region(choice) => self.region = choice,
        }
    }

    fn region(&self) -> Option<&'static Region> {
        match self.region.known() {
            Some(Place::In(region)) => Some(*region),
            Some(Place::Elsewhere) | None => None,
        }
    }
}

impl State {
    /// The campaign; `None` where no measure is chosen.
    ///
    /// # Errors
    /// What is wrong with a box: with a wrong tag there is no link.
    #[must_use]
    pub fn promotion(&self) -> Option<Result<Promotion, EntryError>> {
        let calculator = *self.promote.measure.known()?;
        Some(self.promotion_of(calculator))
    }

    fn promotion_of(&self, calculator: Calculator) -> Result<Promotion, EntryError> {
        let form = &self.promote;
        let (tag, headline) = (entry::tag(&form.tag.text)?, entry::headline(&form.headline.text)?);
        let link = |tag: &str| promotion::address(calculator, form.region(), tag, self.today);
        Ok(Promotion { calculator, link: link(&tag), untagged: link(""), headline })
    }
}
