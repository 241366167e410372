//! Why a list cannot be opened.

/// A list, or an option of it, that cannot be used; the sentence tells the user what to do.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct OpenError {
    sentence: String,
}

impl OpenError {
    pub(crate) fn new(sentence: impl Into<String>) -> Self {
        Self { sentence: sentence.into() }
    }

    /// What is wrong and what to do, for people.
    #[must_use]
    pub fn sentence(&self) -> &str {
        &self.sentence
    }
}

impl std::fmt::Display for OpenError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("the list cannot be opened")
    }
}

impl std::error::Error for OpenError {}
