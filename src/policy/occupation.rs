//! 职业（工种): names as people write them, and when two of them are the same.

use crate::policy::error::ValueError;

/// NFKC and case folding, as the platform brings them: their tables cost 55 KB in the wasm, and every browser has them.
pub type Fold = fn(&str) -> String;

/// The name of an occupation.
///
/// Two names are equal when they are after NFKC, trimming and case folding (api.md): `ＣＮＣ操作工` is `cnc操作工`.
/// The name as written is kept for reading.
#[derive(Clone, Debug)]
pub struct Occupation {
    written: String,
    folded: String,
}

impl Occupation {
    /// Takes a name.
    ///
    /// # Errors
    /// [`ValueError::Empty`] where nothing is left after trimming.
    pub fn new(written: &str, fold: Fold) -> Result<Self, ValueError> {
        let folded = fold(written).trim().to_owned();
        if folded.is_empty() {
            return Err(ValueError::Empty);
        }
        Ok(Self { written: written.trim().to_owned(), folded })
    }

    /// The name as it was written, trimmed.
    #[must_use]
    pub fn written(&self) -> &str {
        &self.written
    }
}

impl PartialEq for Occupation {
    fn eq(&self, other: &Self) -> bool {
        self.folded == other.folded
    }
}

impl Eq for Occupation {}
