//! A box to type in, a choice, and what is understood of them.

use crate::api::entry::{self, EntryError};
use crate::state::facts;
use crate::state::question::{Question, Subject};
use crate::state::row::AS_WRITTEN;

/// The content of a box, as it was typed.
///
/// INVARIANT: no identity number or credit code is in it.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Field {
    /// The raw text; blank while 不清楚 is chosen, so that the box shows what is computed with.
    pub text: String,
    /// 不清楚 was chosen.
    pub unknown: bool,
    /// An identity number or credit code was typed or pasted here and discarded.
    pub refused_identity: bool,
    /// The text that 不清楚 took away, for when it is taken back.
    set_aside: String,
}

impl Field {
    /// A box in which nothing is typed.
    pub(super) const BLANK: &Self =
        &Self { text: String::new(), unknown: false, refused_identity: false, set_aside: String::new() };

    /// Whether nothing is typed.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        entry::is_blank(&self.text)
    }

    /// Whether there is a text or 不清楚.
    #[must_use]
    pub fn is_touched(&self) -> bool {
        self.unknown || self.refused_identity || !self.is_blank()
    }

    /// Takes the text of the box after an input event; a text with an identity number in it is stored nowhere.
    pub(super) fn type_text(&mut self, text: String) {
        // One character more is typing: 15 digits may be the beginning of 18.
        let is_typing = text.chars().count() <= self.text.chars().count() + 1;
        let refused = if is_typing { entry::is_long_identity(&text) } else { entry::is_identity(&text) };
        if refused {
            self.refuse_identity();
        } else {
            let unknown = self.unknown && entry::is_blank(&text);
            *self = Self { text, unknown, ..Self::default() };
        }
    }

    /// Sets or clears 不清楚; clearing it restores the text.
    pub(super) fn set_unknown(&mut self, unknown: bool) {
        if unknown == self.unknown {
            return;
        }
        self.leave();
        std::mem::swap(&mut self.text, &mut self.set_aside);
        self.unknown = unknown;
        self.refused_identity = false;
    }

    /// Looks once more when the box is left: what is typed is complete now.
    pub(super) fn leave(&mut self) {
        if entry::is_identity(&self.text) {
            self.refuse_identity();
        }
    }

    /// The content of the box for a snapshot, after a mark that distinguishes 不清楚 from typed text; `None`: it is empty.
    ///
    /// Spaces that were typed while 不清楚 is chosen have a mark of their own: they stay in the box, and took the place of
    /// what was set aside. Of a refused identity number only the mark is written, for the sentence below the box.
    pub(super) fn saved(&self) -> Option<String> {
        if self.refused_identity || entry::is_identity(&self.text) {
            return Some("#".to_owned());
        }
        match (self.unknown, self.text.is_empty()) {
            (true, true) => Some(["?", &self.set_aside].concat()),
            (true, false) => Some(["!", &self.text].concat()),
            (false, false) => Some(["=", &self.text].concat()),
            (false, true) => None,
        }
    }

    /// Takes what [`Field::saved`] gave.
    pub(super) fn restore(&mut self, saved: &str) {
        if let Some(text) = saved.strip_prefix('=') {
            self.type_text(text.to_owned());
            self.leave();
        } else if let Some(text) = saved.strip_prefix('?') {
            self.type_text(text.to_owned());
            self.set_unknown(true);
        } else if let Some(text) = saved.strip_prefix('!') {
            self.set_unknown(true);
            self.type_text(text.to_owned());
        } else if saved == "#" {
            self.refuse_identity();
        }
    }

    fn refuse_identity(&mut self) {
        *self = Self { refused_identity: true, ..Self::default() };
    }

    /// The value, where one is typed and nothing is wrong with it.
    pub(super) fn value<T>(&self, read: impl FnOnce(&str) -> Result<T, EntryError>) -> Option<T> {
        if self.is_blank() { None } else { read(&self.text).ok() }
    }

    /// What is understood of it as the text of an input.
    #[must_use]
    pub fn reading(&self, input: Input) -> Reading {
        if self.refused_identity {
            return Reading::RefusedIdentity;
        }
        if self.unknown {
            return Reading::Unknown;
        }
        if self.is_blank() {
            return Reading::Empty;
        }
        match input.understood(&self.text) {
            Ok(text) => Reading::Understood(text),
            Err(error) => Reading::Wrong(error),
        }
    }
}

/// What is understood of a box.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Reading {
    /// Nothing is typed.
    Empty,
    /// 不清楚.
    Unknown,
    /// An identity number or credit code was discarded.
    RefusedIdentity,
    /// A value, printed: `12,345.67 元`.
    Understood(String),
    /// Something is wrong; what, and what to do.
    Wrong(EntryError),
}

impl Reading {
    /// The sentence under the box where something is wrong.
    #[must_use]
    pub fn error(&self) -> Option<String> {
        match self {
            Self::RefusedIdentity => Some(entry::IDENTITY.to_owned()),
            Self::Wrong(error) => Some(error.sentence()),
            Self::Empty | Self::Unknown | Self::Understood(_) => None,
        }
    }

    /// What was understood: `12,345.67 元`; empty for free text.
    #[must_use]
    pub fn understood(&self) -> Option<&str> {
        match self {
            Self::Understood(text) => Some(text),
            Self::Empty | Self::Unknown | Self::RefusedIdentity | Self::Wrong(_) => None,
        }
    }

    /// Whether the question is answered, 不清楚 included.
    #[must_use]
    pub const fn is_done(&self) -> bool {
        matches!(self, Self::Unknown | Self::Understood(_))
    }
}

/// Every box of the page.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Input {
    /// 申请日期.
    AsOf,
    /// What is typed to find a clause of the notices.
    GuideSearch,
    /// The tag of a campaign.
    Tag,
    /// The headline of a campaign's poster.
    Headline,
    /// What is typed to find an option.
    Search(Question),
    /// A fact, or a field of a row.
    Of(Subject),
    /// A month of an average, 1…12.
    Month(Question, u8),
}

impl Input {
    fn understood(self, text: &str) -> Result<String, EntryError> {
        match self {
            Self::AsOf => entry::day(text).map(entry::shown_day),
            Self::Month(..) => entry::persons(text).map(|persons| entry::shown_count(persons, "人")),
            Self::Tag => entry::tag(text).map(|_| String::new()),
            Self::Headline => entry::headline(text).map(|_| String::new()),
            Self::Search(_) | Self::GuideSearch => Ok(String::new()),
            Self::Of(subject) => match subject.declared() {
                Some(declared) => {
                    facts::typed(&declared, text, AS_WRITTEN).map(|value| facts::shown(&declared, &value))
                }
                None => Ok(String::new()),
            },
        }
    }
}

/// An answer picked from a list.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Choice<T> {
    /// Nothing is picked.
    #[default]
    Unanswered,
    /// 不清楚.
    Unknown,
    /// Picked.
    Is(T),
}

impl<T> Choice<T> {
    /// Whether something is picked, 不清楚 included.
    #[must_use]
    pub const fn is_done(&self) -> bool {
        !matches!(self, Self::Unanswered)
    }

    /// Whether 不清楚 is picked.
    #[must_use]
    pub const fn is_unknown(&self) -> bool {
        matches!(self, Self::Unknown)
    }

    /// What is known.
    #[must_use]
    pub const fn known(&self) -> Option<&T> {
        match self {
            Self::Is(value) => Some(value),
            Self::Unanswered | Self::Unknown => None,
        }
    }
}

impl<T: PartialEq> Choice<T> {
    /// Whether this is picked, for a radio button.
    #[must_use]
    pub fn is(&self, value: &T) -> bool {
        self.known() == Some(value)
    }
}
