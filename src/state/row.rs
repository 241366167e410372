//! Rows of a list, and whether enough of them is filled in.

use wengang_engine::Words;

use crate::api::case::{FactValue, Named};
use crate::policy::case::Fold;
use crate::policy::list::CollectSmall;
use crate::state::answers::{Given, Picked, RowForm};
use crate::state::field::Field;
use crate::state::question::{Question, Subject};
use crate::state::{State, Step};

/// Names as written, where it only matters whether there is one.
pub(super) const AS_WRITTEN: Fold = str::to_owned;

/// A row that is half filled, and therefore left out of the answer.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Incomplete {
    /// The list.
    pub question: Question,
    /// The row's key.
    pub key: u32,
    /// The row's number on the screen, from 1.
    pub number: usize,
    /// The fields that are missing or wrong.
    pub missing: Vec<u16>,
}

/// What a row says.
pub(super) enum Row {
    /// Nothing yet.
    Blank,
    /// Everything that is needed.
    Complete(Vec<Named>),
    /// Something is missing or wrong.
    Half {
        /// The fields.
        missing: Vec<u16>,
        /// Whether all of them are 不清楚: nothing more can be asked.
        is_answered: bool,
    },
}

impl Row {
    pub(super) fn complete(self) -> Option<Vec<Named>> {
        match self {
            Self::Complete(element) => Some(element),
            Self::Blank | Self::Half { .. } => None,
        }
    }

    /// Whether something was begun that can still be completed.
    pub(super) const fn is_open(&self) -> bool {
        matches!(self, Self::Half { is_answered: false, .. })
    }

    /// Whether all fields are answered.
    pub(super) const fn is_answered(&self) -> bool {
        matches!(self, Self::Complete(_) | Self::Half { is_answered: true, .. })
    }
}

impl Given {
    /// Whether anything is typed or picked, 不清楚 included.
    fn is_answered(&self) -> bool {
        self.is_unknown() || self.text().is_some_and(Field::is_touched) || self.picked().is_some_and(Picked::is_done)
    }

    /// Whether 不清楚 is the answer.
    fn is_unknown(&self) -> bool {
        self.text().is_some_and(|field| field.unknown) || self.picked().is_some_and(|picked| picked.is_unknown())
    }
}

impl RowForm {
    /// Its fields as far as they are known; what only tells rows apart is known of one that is alone.
    pub(super) fn named(&self, question: Question, fold: Fold, is_alone: bool) -> Vec<Named> {
        let declared = question.fields().filter_map(|(place, _)| question.cell(self.key, place).declared());
        let mut named = declared.map(|declared| (declared.id, self.sheet.value(&declared, fold))).collect_small();
        if let Some((place, text)) = question.alone().filter(|_| is_alone)
            && let Some((_, value @ None)) = named.get_mut(usize::from(place))
        {
            *value = Some(FactValue::Text(Words::plain(text)));
        }
        named
    }

    /// Whether every field that may be left out is answered, 不清楚 included.
    pub(super) fn is_answered(&self, question: Question) -> bool {
        let mut fields = question.fields().filter(|(_, field)| field.may_be_missing());
        fields.all(|(_, field)| self.sheet.get(&field.id).is_some_and(Given::is_answered))
    }

    /// Reads the row of a list.
    pub(super) fn read(&self, question: Question, fold: Fold, is_alone: bool) -> Row {
        if self.is_touched() { self.read_begun(question, fold, is_alone) } else { Row::Blank }
    }

    /// Reads the row where another answer has begun it: an empty one is half filled.
    fn read_begun(&self, question: Question, fold: Fold, is_alone: bool) -> Row {
        let element = self.named(question, fold, is_alone);
        let is_lacking = |(place, (_, value)): (u16, &Named)| {
            let field = question.list()?.fields.get(usize::from(place))?;
            (value.is_none() && field.required).then_some((place, field))
        };
        let lacking: Vec<_> = (0_u16..).zip(&element).filter_map(is_lacking).collect_small();
        if lacking.is_empty() {
            return Row::Complete(element);
        }
        let is_unknown = |id: &str| self.sheet.get(id).is_some_and(Given::is_unknown);
        let is_answered = lacking.iter().all(|(_, field)| is_unknown(&field.id));
        Row::Half { missing: lacking.iter().map(|(place, _)| *place).collect_small(), is_answered }
    }
}

impl State {
    /// How many rows the calculator on the screen has; `touched`: in which something is filled in.
    fn count_rows(&self, touched: bool) -> usize {
        let mut count = 0_usize;
        for list in self.questions() {
            if self.has_rows(list) {
                for row in &self.rows(list).rows {
                    count = count.saturating_add(usize::from(!touched || row.is_touched()));
                }
            }
        }
        count
    }

    /// Whether no more than one row is filled in: nothing is needed to tell it from others.
    pub(super) fn is_alone(&self) -> bool {
        self.count_rows(true) <= 1
    }

    /// Whether rows are asked for what tells them apart: once there are two, or it was typed.
    #[must_use]
    pub fn asks_apart(&self) -> bool {
        self.is_typed_apart || self.count_rows(false) > 1
    }

    /// What tells the row of a step from others, where another row made it necessary and the row is filled in but for it.
    pub(super) fn unnamed(&self, step: Step) -> Option<Subject> {
        let Step::Row(question, key) = step else { return None };
        let (place, _) = question.alone()?;
        let subject = question.cell(key, place);
        let is_touched = self.rows(question).row(key).is_some_and(RowForm::is_touched);
        (is_touched && self.given(subject).is_none() && !self.is_alone()).then_some(subject)
    }

    /// The rows that are left out of the case because something is missing in them.
    pub(super) fn incomplete(&self) -> Vec<Incomplete> {
        let (mut incomplete, is_alone) = (Vec::new(), self.is_alone());
        for question in self.questions().into_iter().filter(|question| self.has_rows(*question)) {
            let rows = self.rows(question);
            // There is something in the list: with nothing else said, its first row is what is missing.
            let is_begun = question.asks_whether() && !rows.rows.iter().any(RowForm::is_touched);
            for (index, row) in rows.rows.iter().enumerate() {
                let is_first = is_begun && index == 0;
                let read = if is_first {
                    row.read_begun(question, AS_WRITTEN, is_alone)
                } else {
                    row.read(question, AS_WRITTEN, is_alone)
                };
                if let Row::Half { missing, .. } = read {
                    incomplete.push(Incomplete { question, key: row.key, number: index + 1, missing });
                }
            }
        }
        incomplete
    }
}
