//! Holds every quote of `policies/` against the original.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use toml_edit::visit::{self, Visit};
use toml_edit::{Document, Item};

use crate::project;

/// Checks that every quote stands word for word in one of the notices.
///
/// # Errors
/// Where a notice is missing, there is no quote at all, or one is empty or not found.
pub fn check(notices: &[PathBuf]) -> Result<()> {
    if notices.is_empty() {
        bail!("请写出原文的文件，例如：\n  cargo xtask check-quotes ../shared/policy/*.md");
    }
    let originals = notices.iter().map(|path| Ok(letters(&project::read(path)?))).collect::<Result<Vec<_>>>()?;
    let (mut checked, mut wrong) = (0_u32, 0_u32);
    for path in project::files_ending("policies", ".toml")? {
        for (line, text) in quotes_in(&path)? {
            checked += 1;
            if let Some(fault) = fault(&text, &originals) {
                wrong += 1;
                println!("{}:{line}: {fault}：“{text}”", project::shown(&path));
            }
        }
    }
    println!("核对了 {checked} 条引文，{wrong} 条有误");
    if checked == 0 || wrong > 0 {
        bail!("引文核对没有通过");
    }
    Ok(())
}

fn fault(quote: &str, originals: &[String]) -> Option<&'static str> {
    let quote = letters(quote);
    if quote.is_empty() {
        return Some("引文是空的");
    }
    (!originals.iter().any(|original| original.contains(&quote))).then_some("原文中没有这句话")
}

/// Returns a text without what only lays it out: white space, and Markdown's `*`, `<` and `>`.
fn letters(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && !"*<>".contains(*c)).collect()
}

/// Returns the quotes of a file with the lines they stand on.
fn quotes_in(path: &Path) -> Result<Vec<(usize, String)>> {
    let source = project::read(path)?;
    let document = Document::parse(source.as_str()).with_context(|| project::shown(path))?;
    let mut quotes = Quotes { source: &source, found: Vec::new() };
    quotes.visit_table(document.as_table());
    Ok(quotes.found)
}

/// Collects every text whose key is `quote`, however deep.
struct Quotes<'doc> {
    source: &'doc str,
    found: Vec<(usize, String)>,
}

impl<'doc> Visit<'doc> for Quotes<'doc> {
    fn visit_table_like_kv(&mut self, key: &'doc str, node: &'doc Item) {
        if let (Some(text), Some(span)) = (node.as_str().filter(|_| key == "quote"), node.span()) {
            let before = self.source.bytes().take(span.start);
            let line = 1 + before.filter(|byte| *byte == b'\n').count();
            self.found.push((line, text.to_owned()));
        }
        visit::visit_table_like_kv(self, key, node);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quote_matches_across_line_breaks_and_markdown() {
        let original = letters("**二、延续**实施\n\n失业保险　稳岗返还<https://he.12333.gov.cn>");
        let originals = [original];
        assert_eq!(fault("延续实施失业保险稳岗返还", &originals), None);
        assert_eq!(fault("延续实施失业保险返还", &originals), Some("原文中没有这句话"));
        assert_eq!(fault(" * ", &originals), Some("引文是空的"));
    }

    #[test]
    fn quotes_are_found_in_tables_and_inline_tables_with_their_lines() {
        let source = "[[round]]\nquote = \"甲\"\n[round.large]\ncites = [\n  { clause = \"二\", quote = \"乙\" },\n]\n";
        let document = Document::parse(source).unwrap();
        let mut quotes = Quotes { source, found: Vec::new() };
        quotes.visit_table(document.as_table());
        assert_eq!(quotes.found, [(2, "甲".to_owned()), (5, "乙".to_owned())]);
    }
}
