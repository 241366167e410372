//! NFKC and case folding outside the browser.

use unicode_normalization::UnicodeNormalization;

/// The text after NFKC and case folding (api.md), for comparing the names of occupations.
#[must_use]
pub fn fold(text: &str) -> String {
    // Upper first: ß and SS fold together, as do the Greek sigmas.
    let normal: String = text.nfkc().collect();
    normal.to_uppercase().to_lowercase().nfkc().collect()
}

#[cfg(test)]
mod tests {
    use wengang_engine::Words;

    use super::fold;

    /// Words as a request and a form fold them.
    fn words(text: &str) -> Words {
        Words::new(text.trim(), fold(text).trim())
    }

    fn same(a: &str, b: &str) -> bool {
        words(a) == words(b)
    }

    #[test]
    fn names_compare_after_normalising_trimming_and_folding() {
        assert!(same("电工", " 电工　"));
        assert!(same("ＣＮＣ操作工", "cnc操作工"));
        assert!(same("焊工（Ａ）", "焊工(a)"));
        assert!(!same("电工", "焊工"));
        assert!(!same("电 工", "电工"));
        assert_eq!(fold(" 　").trim(), "");
    }
}
