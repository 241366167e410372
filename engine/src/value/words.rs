//! Words that a user writes, such as the name of an occupation.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

/// Words as they were written, and as they are compared: the platform folds width and case.
///
/// Two are equal where their folded forms are.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Words {
    written: Arc<str>,
    folded: Arc<str>,
}

impl Words {
    /// Words that the platform has folded.
    #[must_use]
    pub fn new(written: impl Into<Arc<str>>, folded: impl Into<Arc<str>>) -> Self {
        Self { written: written.into(), folded: folded.into() }
    }

    /// Words of the law, which are compared as they are.
    #[must_use]
    pub fn plain(words: impl Into<Arc<str>>) -> Self {
        let words = words.into();
        Self { folded: Arc::clone(&words), written: words }
    }

    /// The words as they are compared.
    pub(crate) fn folded(&self) -> &str {
        &self.folded
    }

    /// The words as they were written.
    #[must_use]
    pub fn written(&self) -> &str {
        &self.written
    }
}

impl PartialEq for Words {
    fn eq(&self, other: &Self) -> bool {
        self.folded == other.folded
    }
}

impl Eq for Words {}
