//! What every measure and every rule begins with.

use super::documents::Documents;
use super::figure::{Defaults, clause, source, texts_code};
use super::node::{Day, Node};

/// The application year, which the first and the last day must lie in.
pub fn year(node: &Node<'_>) -> Result<u32, String> {
    let year = node.number("year", 2000..=2199)?;
    for key in ["from", "to"] {
        if u32::from(node.day(key)?.year) != year {
            return Err(node.error_at(key, &format!("“{key}”不在 {year} 年里")));
        }
    }
    Ok(year)
}

/// What people call a round.
pub fn round_title(measure: &str, year: u32) -> String {
    format!("河北省{year}年度{measure}")
}

/// The head of a measure, and the day it was checked on.
pub fn measure_head(root: &Node<'_>, measure: &str) -> Result<(String, Day), String> {
    if root.text("measure")? != measure {
        return Err(root.error_at("measure", &format!("这个文件的“measure”应当是“{measure}”")));
    }
    let checked_on = root.day("checked_on")?;
    let code = format!(
        "MeasureHead {{ place: {:?}, title: {:?}, checked_on: {}, readings: {} }}",
        root.text("place")?,
        root.text("title")?,
        checked_on.code(),
        texts_code(&root.texts("readings")?),
    );
    Ok((code, checked_on))
}

/// The head of a rule.
pub fn rule_head(
    node: &Node<'_>,
    documents: &Documents,
    defaults: &Defaults,
    id: &str,
    title: &str,
) -> Result<String, String> {
    let also = node.texts("also")?;
    let also: Vec<_> = also
        .iter()
        .map(|key| documents.name(node, "also", key).map(|name| format!("&{name}")))
        .collect::<Result<_, _>>()?;
    let source = source(node, documents, Some(defaults))?;
    // A rule without a last day has no sentence about it.
    let (to, period) = match node.optional_day("to")? {
        Some(day) => (format!("Some({})", day.code()), clause(node, "period", documents, defaults)?),
        None => ("None".to_owned(), source.clone()),
    };
    Ok(format!(
        "RuleHead {{ id: {id:?}, title: {title:?}, window: Window {{ from: {}, to: {to} }}, checked_on: {}, source: \
         {source}, period: {period}, also: &[{}], notes: {} }}",
        node.day("from")?.code(),
        node.day("checked_on")?.code(),
        also.join(", "),
        texts_code(&node.texts("notes")?),
    ))
}

/// The clauses behind the next steps, as a struct of sources.
pub fn guidance(root: &Node<'_>, documents: &Documents, name: &str, keys: &[&str]) -> Result<String, String> {
    let table = root.table("guidance")?;
    let mut fields = Vec::new();
    for key in keys {
        let node = table.table(key)?;
        fields.push(format!("{key}: {}", source(&node, documents, None)?));
        node.finish()?;
    }
    table.finish()?;
    Ok(format!("{name} {{ {} }}", fields.join(", ")))
}

/// The id and the title of a rule that is named by the month it begins with.
pub fn named_by_month(node: &Node<'_>, place: &str, measure: &str) -> Result<(String, String), String> {
    let from = node.day("from")?;
    if from.day != 1 {
        return Err(node.error_at("from", "“from”应当是一个月的第一天"));
    }
    let id = format!("{place}-{}-{:02}", from.year, from.month);
    Ok((id, format!("河北省{measure}（{}年{}月起）", from.year, from.month)))
}
