//! How the first screen is drawn: a slow phone would draw all of it in one long step, in which it hears nothing.
//!
//! What was drawn ahead stands until all of it is drawn: a part alone would have to be laid out too, and all of it later.

/// How much of the first screen is drawn. Each part is a step of its own.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Stage {
    /// Nothing yet: what was drawn ahead still stands.
    Nothing,
    /// A calculator's form, without the answer.
    Form,
    /// All of it, from then on.
    Whole,
}

impl Stage {
    /// With the next part. Only a calculator has more than one.
    pub(super) const fn next(self, is_in_parts: bool) -> Self {
        match self {
            Self::Nothing if is_in_parts => Self::Form,
            _ => Self::Whole,
        }
    }
}
