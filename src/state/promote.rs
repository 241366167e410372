//! The answers of an office that makes a campaign, and the link that follows from them.

use crate::api::answer::Calculator;
use crate::api::entry::{self, EntryError};
use crate::api::link::promotion;
use crate::policy::pack::Region;
use crate::state::State;
use crate::state::field::Field;

/// What an office chose and typed.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct PromoteForm {
    /// Which measure.
    pub measure: Option<Calculator>,
    /// Which region, where the measure differs from one to the other; `None`: all of them.
    pub region: Option<&'static Region>,
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
    /// The region; `None`: all of them.
    Region(Option<&'static Region>),
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
    pub(super) fn edit(&mut self, edit: PromoteEdit) {
        match edit {
            PromoteEdit::Measure(calculator) => self.measure = Some(calculator),
            PromoteEdit::Region(region) => self.region = region,
        }
    }
}

impl State {
    /// The campaign; `None` where no measure is chosen.
    ///
    /// # Errors
    /// The error of a box: with a wrong tag there is no link.
    #[must_use]
    pub fn promotion(&self) -> Option<Result<Promotion, EntryError>> {
        let calculator = self.promote.measure?;
        Some(self.promotion_of(calculator))
    }

    fn promotion_of(&self, calculator: Calculator) -> Result<Promotion, EntryError> {
        let form = &self.promote;
        let (tag, headline) = (entry::tag(&form.tag.text)?, entry::headline(&form.headline.text)?);
        let link = |tag: &str| promotion::address(calculator, form.region, tag, self.today);
        Ok(Promotion { calculator, link: link(&tag), untagged: link(""), headline })
    }
}
