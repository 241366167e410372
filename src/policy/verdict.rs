//! Three-valued answers: unknown is not no, and not yes.

/// What is known of one condition.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Verdict {
    /// The condition holds.
    Met,
    /// The condition does not hold.
    Unmet,
    /// It cannot be said yet.
    Unknown(Reason),
}

/// Why a condition is unknown.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Reason {
    /// A fact that the person can give is missing.
    Missing,
    /// Only the agency can decide it.
    Agency,
}

impl Verdict {
    /// `Met` or `Unmet`.
    #[must_use]
    pub const fn from_bool(holds: bool) -> Self {
        if holds { Self::Met } else { Self::Unmet }
    }

    /// Whether the condition fails for certain.
    #[must_use]
    pub const fn is_unmet(self) -> bool {
        matches!(self, Self::Unmet)
    }
}

/// The answer to "may I have it".
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[cfg_attr(feature = "json", derive(serde::Serialize), serde(rename_all = "lowercase"))]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub enum Outcome {
    /// Every condition is met.
    Eligible,
    /// A condition is not met.
    Ineligible,
    /// No condition fails, but one is unknown.
    Undetermined,
    /// No rule covers the day.
    Closed,
}

impl Outcome {
    /// Its name in the API.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Eligible => "eligible",
            Self::Ineligible => "ineligible",
            Self::Undetermined => "undetermined",
            Self::Closed => "closed",
        }
    }

    /// Ineligible if any is unmet, else undetermined if any is unknown, else eligible.
    #[must_use]
    pub fn of(verdicts: impl IntoIterator<Item = Verdict>) -> Self {
        let mut outcome = Self::Eligible;
        for verdict in verdicts {
            match verdict {
                Verdict::Met => {}
                Verdict::Unmet => return Self::Ineligible,
                Verdict::Unknown(_) => outcome = Self::Undetermined,
            }
        }
        outcome
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_unmet_condition_outweighs_the_unknown_ones() {
        let unknown = Verdict::Unknown(Reason::Missing);
        assert_eq!(Outcome::of([Verdict::Met, unknown, Verdict::Unmet]), Outcome::Ineligible);
        assert_eq!(Outcome::of([Verdict::Met, unknown]), Outcome::Undetermined);
        assert_eq!(Outcome::of([Verdict::Met]), Outcome::Eligible);
    }

    #[test]
    fn its_name_is_the_one_that_is_written_as_json() {
        for outcome in [Outcome::Eligible, Outcome::Ineligible, Outcome::Undetermined, Outcome::Closed] {
            assert_eq!(serde_json::to_value(outcome).unwrap(), outcome.code());
        }
    }
}
