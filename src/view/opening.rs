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
    Frame,
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
            Self::Nothing => Self::Frame,
            Self::Frame => Self::HalfForm,
            Self::HalfForm => Self::Form,
            Self::Form => Self::Verdict,
            Self::Verdict => Self::Reasons,
            Self::Reasons | Self::Whole => Self::Whole,
        }
    }
}
