//! `hebei/refund.toml`.

use super::documents::Documents;
use super::figure::{Defaults, clause, figure, number, ratio, source, texts_code};
use super::node::{Day, Node};
use super::timeline::{Span, timeline};

/// The pack as Rust code, and the newest day of a check.
pub fn read(root: &Node<'_>, documents: &Documents) -> Result<(String, String), String> {
    let (head, mut checked) = measure_head(root, "refund")?;
    let mut spans = Vec::new();
    for node in root.tables("gap")? {
        spans.push(Span::gap(node)?);
    }
    let (place, title) = (root.text("place")?, root.text("title")?);
    for node in root.tables("round")? {
        let (from, to) = (node.day("from")?, node.day("to")?);
        checked = checked.max(node.day("checked_on")?);
        let code = round(&node, documents, &place, &title)?;
        spans.push(Span::rule(node, from, Some(to), &code)?);
    }
    let guidance = guidance(
        root,
        documents,
        "RefundGuidance",
        &[
            "no_application",
            "labour_dispatch",
            "no_corporate_account",
            "use_of_funds",
            "written_commitment",
            "recovery",
        ],
    )?;
    let rounds = timeline(root, spans, None)?;
    let code =
        format!("const REFUND: RefundPack = RefundPack {{ head: {head}, rounds: {rounds}, guidance: {guidance} }};");
    Ok((code, checked.to_string()))
}

fn round(node: &Node<'_>, documents: &Documents, place: &str, measure: &str) -> Result<String, String> {
    let defaults = Defaults::read(node)?;
    let (year, base_year) = years(node)?;
    let at = |key: &str| clause(node, key, documents, &defaults);
    let share = |key: &str| figure(node, key, documents, &defaults, ratio);
    let persons = |key: &str| figure(node, key, documents, &defaults, number(1..=100_000));
    let code = format!(
        "RefundRound {{ head: {}, year: {year}, base_year: {base_year}, ceiling: {}, covered: {}, bodies: {}, \
         fully_paid_months: {}, control_target: {}, small_employer_limit: {}, small_employer_persons: {}, \
         layoff_formula: {}, large: {}, smaller: {}, body_large: {}, body_small: {}, body_persons: {}, premium_base: \
         {}, dishonest: {}, zombie: {}, size_class: {} }}",
        rule_head(node, documents, &defaults, &format!("{place}-{year}"), &round_title(measure, year))?,
        node.flag("ceiling")?,
        at("covered")?,
        at("bodies")?,
        figure(node, "fully_paid_months", documents, &defaults, number(1..=12))?,
        share("control_target")?,
        share("small_employer_limit")?,
        persons("small_employer_persons")?,
        at("layoff_formula")?,
        share("large")?,
        share("smaller")?,
        share("body_large")?,
        share("body_small")?,
        persons("body_persons")?,
        at("premium_base")?,
        at("dishonest")?,
        at("zombie")?,
        at("size_class")?,
    );
    node.finish()?;
    Ok(code)
}

fn years(node: &Node<'_>) -> Result<(u32, u32), String> {
    let (year, base_year) = (year(node)?, node.number("base_year", 2000..=2199)?);
    if base_year + 1 != year {
        return Err(node.error_at("base_year", "“base_year”应当是“year”的前一年"));
    }
    Ok((year, base_year))
}

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
