//! Three-valued answers: unknown is not no, and not yes.

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
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn its_name_is_the_one_that_is_written_as_json() {
        for outcome in [Outcome::Eligible, Outcome::Ineligible, Outcome::Undetermined, Outcome::Closed] {
            assert_eq!(serde_json::to_value(outcome).unwrap(), outcome.code());
        }
    }
}
