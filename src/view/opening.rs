//! How the first screen is drawn: a slow phone would draw all of it in one long step, in which it hears nothing.
//!
//! What was drawn ahead stands until all of it is drawn. What is drawn until then has its width and no height: the browser
//! lays it out part by part, and nobody sees it.

/// How much of the first screen is drawn. Each part is a step of its own.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Stage {
    /// Nothing yet: what was drawn ahead still stands.
    Nothing,
    /// What is around a calculator's questions.
    Around,
    /// The first half of its form.
    HalfForm,
    /// The form, without the answer.
    Form,
    /// The verdict too.
    Verdict,
    /// And why.
    Reasons,
    /// All of it, from then on.
    Whole,
}

impl Stage {
    /// With the next part. Only a calculator has more than one.
    pub(super) const fn next(self, is_in_parts: bool) -> Self {
        match self {
            _ if !is_in_parts => Self::Whole,
            Self::Nothing => Self::Around,
            Self::Around => Self::HalfForm,
            Self::HalfForm => Self::Form,
            Self::Form => Self::Verdict,
            Self::Verdict => Self::Reasons,
            Self::Reasons | Self::Whole => Self::Whole,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_screen_is_whole_after_its_steps_and_stays_so() {
        let stages: Vec<_> =
            std::iter::successors(Some(Stage::Nothing), |stage| Some(stage.next(true))).take(8).collect();
        assert!(stages.windows(2).take(6).all(|pair| pair[0] < pair[1]), "each step draws more");
        assert!(stages[6] == Stage::Whole && stages[7] == Stage::Whole);
        assert!(
            stages.iter().all(|stage| stage.next(false) == Stage::Whole),
            "a home page, or 长辈版 switched on meanwhile"
        );
    }
}
