//! Which cases of `tests/cases/<place>/` test an entry.

use anyhow::{Context as _, Result};
use toml_edit::{Document, Item, Table};

use super::entries::Entry;
use crate::project;

/// A case: where it is, and what it expects.
pub struct Case {
    pub file: String,
    pub line: usize,
    /// The policy's file that it belongs to: `hebei/refund.toml`.
    pub of: String,
    year: String,
    conditions: Vec<String>,
    says: Vec<String>,
    has_result: bool,
}

/// Every case.
pub fn all() -> Result<Vec<Case>> {
    let folder = "tests/cases";
    let mut cases = Vec::new();
    for path in project::files_ending(folder, ".toml")? {
        let (file, source) = (project::shown(&path), project::read(&path)?);
        let of = file.trim_start_matches(folder).trim_start_matches(['/', '\\']).replace('\\', "/");
        if !of.contains('/') {
            continue;
        }
        let document = Document::parse(source.as_str()).with_context(|| file.clone())?;
        for case in document.get("case").and_then(Item::as_array_of_tables).into_iter().flatten() {
            let start = case.span().map_or(0, |span| span.start);
            let line = 1 + source.get(..start).unwrap_or_default().matches('\n').count();
            cases.push(read(case, file.clone(), line, of.clone()));
        }
    }
    Ok(cases)
}

fn read(case: &Table, file: String, line: usize, of: String) -> Case {
    let day = case.get("day").and_then(Item::as_datetime).map(ToString::to_string).unwrap_or_default();
    let conditions = case.get("conditions").and_then(Item::as_table_like);
    let conditions = conditions.map(|table| table.iter().map(|(key, _)| key.to_owned()).collect()).unwrap_or_default();
    let says = case.get("says").and_then(Item::as_array).into_iter().flatten();
    let says = says.filter_map(|value| value.as_str().map(str::to_owned)).collect();
    let has_result = case.contains_key("amount") || case.contains_key("outcome");
    Case { file, line, of, year: day.chars().take(4).collect(), conditions, says, has_result }
}

impl Case {
    /// Whether it tests an entry: it expects a verdict of the condition or one of its sentences, or, of a figure of a
    /// round, a result in that year.
    pub fn tests(&self, entry: &Entry) -> bool {
        let is_of_file = entry.file.replace('\\', "/").ends_with(&format!("/{}", self.of));
        let is_of_round = entry.round.as_ref().is_none_or(|round| round.starts_with(&self.year));
        if !is_of_file || !is_of_round {
            return false;
        }
        if entry.sentences.is_empty() {
            return entry.round.is_some() && self.has_result;
        }
        let is_said = |sentence: &String| self.says.iter().any(|said| matches(sentence, said));
        self.conditions.contains(&entry.thing) || entry.sentences.iter().any(is_said)
    }
}

/// Whether a sentence with expressions in braces can read so.
fn matches(template: &str, said: &str) -> bool {
    let (mut rest, mut is_first) = (said, true);
    let mut open = template;
    loop {
        let (words, after) = open.split_once('{').map_or((open, None), |(words, after)| (words, Some(after)));
        let found = if is_first { rest.strip_prefix(words) } else { rest.split_once(words).map(|(_, rest)| rest) };
        match (found, after.and_then(|after| after.split_once('}'))) {
            (None, _) => return false,
            (Some(left), None) => return left.is_empty() || !is_first && said.ends_with(words),
            (Some(left), Some((_, next))) => (rest, open, is_first) = (left, next, false),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_matches_with_any_numbers_in_its_braces() {
        for (template, said, expected) in [
            ("占{a}，不超过{b}（{c}人）", "占5.50%，不超过5.5%（11人）", true),
            ("占{a}，不超过{b}（{c}人）", "占5.50%；不超过5.5%（11人）", false),
            ("没有人领", "没有人领", true),
            ("没有人领", "没有人领了", false),
            ("有{a}", "有什么", true),
            ("{a}年{b}人", "2023年11人", true),
            ("{a}年{b}人", "2023年11个", false),
        ] {
            assert_eq!(matches(template, said), expected, "{template} {said}");
        }
    }
}
