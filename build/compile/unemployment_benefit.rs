//! `hebei/unemployment-benefit.toml`.

use super::documents::Documents;
use super::figure::{Defaults, clause, figure, milli_percent, number, source};
use super::head::{guidance, measure_head, named_by_month, rule_head};
use super::node::{Day, Node};
use super::timeline::{Span, timeline};

/// The pack as Rust code, and the newest day of a check.
pub fn read(root: &Node<'_>, documents: &Documents) -> Result<(String, Day), String> {
    let (head, mut checked) = measure_head(root, "unemployment-benefit")?;
    let place = root.text("place")?;
    let mut spans = root.tables("gap")?.into_iter().map(Span::gap).collect::<Result<Vec<_>, _>>()?;
    for node in root.tables("standard")? {
        checked = checked.max(node.day("checked_on")?);
        let (from, to) = (node.day("from")?, node.optional_day("to")?);
        let code = standard(&node, documents, &place)?;
        spans.push(Span::rule(node, from, to, &code)?);
    }
    let (periods, sources) = periods(root, documents)?;
    let guidance_keys = ["no_proof", "platforms", "medical", "price_subsidy", "near_retirement", "ends", "recovery"];
    let code = format!(
        "const BENEFIT: BenefitPack = BenefitPack {{ head: {head}, standards: {}, conditions: {}, months: {}, regions: \
         &[{}], tiers: &[{sources}], pension: {}, guidance: {} }};",
        timeline(root, spans, None)?,
        conditions(root, documents)?,
        months(root, documents)?,
        regions(root, &periods)?,
        pension(root, documents)?,
        guidance(root, documents, "BenefitGuidance", &guidance_keys)?,
    );
    Ok((code, checked))
}

fn pension(root: &Node<'_>, documents: &Documents) -> Result<String, String> {
    let node = root.table("pension")?;
    let code =
        format!("Sourced {{ value: {}, source: {} }}", node.day("from")?.code(), source(&node, documents, None)?);
    node.finish()?;
    Ok(code)
}

fn conditions(root: &Node<'_>, documents: &Documents) -> Result<String, String> {
    let table = root.table("conditions")?;
    let insured = table.table("insured_months")?;
    let defaults = Defaults::read(&insured)?;
    let months = figure(&table, "insured_months", documents, &defaults, number(1..=600))?;
    let mut at = Vec::new();
    for key in ["involuntary", "separations", "registered"] {
        at.push(format!("{key}: {}", clause(&table, key, documents, &defaults)?));
    }
    table.finish()?;
    Ok(format!("BenefitConditions {{ insured_months: {months}, {} }}", at.join(", ")))
}

fn months(root: &Node<'_>, documents: &Documents) -> Result<String, String> {
    let node = root.table("months")?;
    let defaults = Defaults::read(&node)?;
    let first = node.numbers("first", 1..=24)?;
    let caps = node.table("caps")?;
    let mut rows = String::new();
    for cap in caps.tables("value")? {
        rows += &format!("({}, {}), ", cap.number("below_years", 1..=60)?, cap.number("months", 1..=60)?);
        cap.finish()?;
    }
    let code = format!(
        "MonthsTable {{ first: &{first:?}, then: {}, most: {}, source: {}, carried_over: {}, caps: &[{rows}], \
         caps_source: {} }}",
        node.number("then", 1..=12)?,
        node.number("most", 1..=60)?,
        source(&node, documents, None)?,
        clause(&node, "carried_over", documents, &defaults)?,
        source(&caps, documents, None)?,
    );
    caps.finish()?;
    node.finish()?;
    Ok(code)
}

/// A standard: each tier's amount must be the share of its minimum wage.
fn standard(node: &Node<'_>, documents: &Documents, place: &str) -> Result<String, String> {
    let defaults = Defaults::read(node)?;
    let (id, title) = named_by_month(node, place, "失业保险金标准")?;
    let head = rule_head(node, documents, &defaults, &id, &title)?;
    let share = milli_percent(node, "share")?;
    let (wages, amounts) = (node.numbers("wages", 1..=100_000)?, node.numbers("amounts", 1..=100_000)?);
    let fits = |(wage, amount): (&u32, &u32)| u64::from(*wage) * u64::from(share) == u64::from(*amount) * 100_000;
    if wages.len() != amounts.len() || !wages.iter().zip(&amounts).all(fits) {
        return Err(node.error_at("amounts", "“amounts”和“wages”×“share”对不上"));
    }
    let fen: Vec<_> = wages.iter().map(|wage| format!("Money::from_fen({})", u64::from(*wage) * 100)).collect();
    let code = format!(
        "BenefitStandard {{ head: {head}, share: Ratio::from_milli_percent({share}), wages: &[{}], wage_source: {} }}",
        fen.join(", "),
        clause(node, "wage", documents, &defaults)?
    );
    node.finish()?;
    Ok(code)
}

/// The first days of the lists of tiers, and those days with their sources as code.
fn periods(root: &Node<'_>, documents: &Documents) -> Result<(Vec<Day>, String), String> {
    let (mut days, mut code) = (Vec::new(), String::new());
    for node in root.tables("tiers")? {
        let from = node.day("from")?;
        if days.last().is_some_and(|last| *last >= from) {
            return Err(node.error_at("from", "“from”应当一段比一段晚"));
        }
        code += &format!("({}, {}), ", from.code(), source(&node, documents, None)?);
        days.push(from);
        node.finish()?;
    }
    Ok((days, code))
}

fn regions(root: &Node<'_>, periods: &[Day]) -> Result<String, String> {
    let (mut code, mut slugs) = (String::new(), Vec::new());
    for node in root.tables("region")? {
        let (slug, tiers) = (node.text("slug")?, node.numbers("tiers", 1..=4)?);
        if tiers.len() != periods.len() {
            return Err(node.error_at("tiers", "“tiers”的个数应当和 [[tiers]] 的段数一样"));
        }
        if slugs.contains(&slug) {
            return Err(node.error_at("slug", &format!("“{slug}”写了两次")));
        }
        code += &format!("Region {{ slug: {slug:?}, name: {:?}, tiers: &{tiers:?} }}, ", node.text("name")?);
        slugs.push(slug);
        node.finish()?;
    }
    Ok(code)
}
