//! `hebei/refund.toml`.

use super::documents::Documents;
use super::figure::{Defaults, clause, figure, number, ratio};
use super::head::{guidance, measure_head, round_title, rule_head, year};
use super::node::{Day, Node};
use super::timeline::{Span, timeline};

/// The pack as Rust code, and the newest day of a check.
pub fn read(root: &Node<'_>, documents: &Documents) -> Result<(String, Day), String> {
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
    Ok((code, checked))
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
         {}, dishonest: {}, zombie: {}, size_class: {}, payment_time: {} }}",
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
        if node.has("payment_time") { format!("Some({})", at("payment_time")?) } else { "None".to_owned() },
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
