//! What is wrong on the screen, all in one list.

use crate::state::field::Input;
use crate::state::question::{Group, Question};
use crate::state::{Given, State};

/// A box on the screen with something wrong in it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Wrong {
    /// The box.
    pub input: Input,
    /// The question that it answers; `None` for the day of application.
    pub question: Option<Question>,
    /// The instruction, as it is shown next to the box.
    pub sentence: String,
}

impl State {
    /// The boxes with something wrong in them, from top to bottom, of the questions that are on the screen.
    #[must_use]
    pub fn wrong(&self, groups: &[Group]) -> Vec<Wrong> {
        let day = self.screen.asks_day().then_some((None, Input::AsOf));
        let mut boxes: Vec<_> = day.into_iter().collect();
        for question in Group::questions_of(groups) {
            boxes.extend(self.boxes(question).into_iter().map(|input| (Some(question), input)));
        }
        let wrong = |(question, input)| self.reading(input).error().map(|sentence| Wrong { input, question, sentence });
        boxes.into_iter().filter_map(wrong).collect()
    }

    /// The boxes of a question that are on the screen; none where marks answer it.
    fn boxes(&self, question: Question) -> Vec<Input> {
        let mut boxes = Vec::new();
        if let Some(Given::Average(average)) = self.given(question.into())
            && average.by_month
        {
            boxes.extend((1..=12).map(|month| Input::Month(question, month)));
        }
        boxes.extend(self.boxes_of(question, None));
        if self.has_rows(question) {
            for row in &self.rows(question).rows {
                boxes.extend(self.boxes_of(question, Some(row.key)));
            }
        }
        boxes
    }
}
