//! 职业（工种): names as people write them, and when two of them are the same.

use unicode_normalization::UnicodeNormalization;

use crate::policy::error::ValueError;

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
    pub fn new(written: &str) -> Result<Self, ValueError> {
        // Upper first: ß and SS fold together, as do the Greek sigmas.
        let normal: String = written.nfkc().collect();
        let folded: String = normal.trim().to_uppercase().to_lowercase().nfkc().collect();
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

#[cfg(test)]
mod tests {
    use super::*;

    fn same(a: &str, b: &str) -> bool {
        Occupation::new(a).unwrap() == Occupation::new(b).unwrap()
    }

    #[test]
    fn names_compare_after_normalising_trimming_and_folding() {
        assert!(same("电工", " 电工　"));
        assert!(same("ＣＮＣ操作工", "cnc操作工"));
        assert!(same("焊工（Ａ）", "焊工(a)"));
        assert!(!same("电工", "焊工"));
        assert!(!same("电 工", "电工"));
        assert_eq!(Occupation::new(" 　").unwrap_err(), ValueError::Empty);
    }
}
