//! Progressive rendering of the first screen: a slow phone would render all of it in one long task, deaf to taps.
//!
//! The prerendered page stays visible until the last part is rendered. Until then what is rendered has its width and no
//! height: the browser lays it out part by part, unseen.

/// How much of the first screen is rendered. Each part is a task of its own.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum RenderPhase {
    /// Nothing yet.
    None,
    /// What surrounds a calculator's questions.
    Shell,
    /// The first half of its form.
    HalfForm,
    /// The form, without the answer.
    Form,
    /// The verdict too.
    Verdict,
    /// And the reasons.
    Reasons,
    /// All of it, from then on.
    Complete,
}

impl RenderPhase {
    /// Returns the next phase. Only a calculator has more than one.
    pub(super) const fn next(self, is_in_parts: bool) -> Self {
        match self {
            _ if !is_in_parts => Self::Complete,
            Self::None => Self::Shell,
            Self::Shell => Self::HalfForm,
            Self::HalfForm => Self::Form,
            Self::Form => Self::Verdict,
            Self::Verdict => Self::Reasons,
            Self::Reasons | Self::Complete => Self::Complete,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_screen_is_complete_after_its_parts_and_stays_so() {
        let phases: Vec<_> =
            std::iter::successors(Some(RenderPhase::None), |phase| Some(phase.next(true))).take(8).collect();
        assert!(phases.windows(2).take(6).all(|pair| pair[0] < pair[1]), "each task renders more");
        assert!(phases[6] == RenderPhase::Complete && phases[7] == RenderPhase::Complete);
        assert!(
            phases.iter().all(|phase| phase.next(false) == RenderPhase::Complete),
            "a home page, or 长辈版 switched on meanwhile"
        );
    }
}
