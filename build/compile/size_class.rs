//! `size-class.toml`.

use super::documents::Documents;
use super::figure::{Defaults, texts_code};
use super::head::{guidance, measure_head, rule_head};
use super::node::{Day, Node};
use super::timeline::{Span, timeline};

/// The pack as Rust code, and the newest day of a check.
pub fn read(root: &Node<'_>, documents: &Documents) -> Result<(String, Day), String> {
    let (head, mut checked) = measure_head(root, "size-class")?;
    let place = root.text("place")?;
    let mut spans = root.tables("gap")?.into_iter().map(Span::gap).collect::<Result<Vec<_>, _>>()?;
    for node in root.tables("table")? {
        checked = checked.max(node.day("checked_on")?);
        let (from, to) = (node.day("from")?, node.optional_day("to")?);
        let id = format!("{place}-{}", from.year);
        let code = rule_head(&node, documents, &Defaults::read(&node)?, &id, "统计上大中小微型企业划分标准")?;
        node.finish()?;
        spans.push(Span::rule(node, from, to, &code)?);
    }
    let mut industries = String::new();
    for node in root.tables("industry")? {
        let bounds =
            format!("Some([{}, {}, {}])", bounds(&node, "large")?, bounds(&node, "medium")?, bounds(&node, "small")?);
        industries += &industry(&node, &bounds)?;
    }
    for node in root.tables("outside")? {
        industries += &industry(&node, "None")?;
    }
    let code = format!(
        "const SIZE: SizePack = SizePack {{ head: {head}, tables: {}, industries: &[{industries}], guidance: {} }};",
        timeline(root, spans, None)?,
        guidance(root, documents, "SizeGuidance", &["size_class", "written_commitment", "settlement"])?,
    );
    Ok((code, checked))
}

fn industry(node: &Node<'_>, bounds: &str) -> Result<String, String> {
    let code = format!(
        "Industry {{ id: {:?}, name: {:?}, words: {}, bounds: {bounds} }}, ",
        node.text("id")?,
        node.text("name")?,
        texts_code(&node.texts("words")?)
    );
    node.finish()?;
    Ok(code)
}

/// The lower bounds of a class, each with its indicator; money is written in 万元 and kept in 分.
fn bounds(industry: &Node<'_>, class: &str) -> Result<String, String> {
    let node = industry.table(class)?;
    let mut bounds = Vec::new();
    for (key, make) in [("employees", "Employees"), ("revenue", "Revenue"), ("assets", "Assets")] {
        if node.has(key) {
            let bound = node.number(key, 1..=10_000_000)?;
            let value = match key {
                "employees" => bound.to_string(),
                _ => format!("Money::from_fen({})", u64::from(bound) * 1_000_000),
            };
            bounds.push(format!("Bound::{make}({value})"));
        }
    }
    node.finish()?;
    if bounds.is_empty() {
        Err(node.error("至少要写一个下限"))
    } else {
        Ok(format!("&[{}]", bounds.join(", ")))
    }
}
