//! `hebei/premium.toml`.

use super::documents::Documents;
use super::figure::{Defaults, fen, figure, milli_percent, ratio, source};
use super::head::{guidance, measure_head, named_by_month, rule_head};
use super::node::{Day, Node};
use super::timeline::{Span, timeline};

/// The pack as Rust code, and the newest day of a check.
pub fn read(root: &Node<'_>, documents: &Documents) -> Result<(String, Day), String> {
    let (head, mut checked) = measure_head(root, "premium")?;
    let place = root.text("place")?;
    let statutory = root.table("statutory")?;
    let defaults = Defaults::read(&statutory)?;
    let (employer, employee) = shares(&statutory, documents, &defaults)?;
    let most = (share(&statutory, "employer")?, share(&statutory, "employee")?);
    statutory.finish()?;
    let mut spans = root.tables("gap")?.into_iter().map(Span::gap).collect::<Result<Vec<_>, _>>()?;
    for node in root.tables("rate")? {
        checked = checked.max(node.day("checked_on")?);
        for (key, most) in [("employer", most.0), ("employee", most.1)] {
            if share(&node, key)? > most {
                return Err(node.error_at(key, &format!("“{key}”不能高于法定费率")));
            }
        }
        let (from, to) = (node.day("from")?, node.optional_day("to")?);
        let code = rate(&node, documents, &place)?;
        spans.push(Span::rule(node, from, to, &code)?);
    }
    let code = format!(
        "const PREMIUM: PremiumPack = PremiumPack {{ head: {head}, rates: {}, history: &[{}], statutory: Shares {{ \
         employer: {employer}, employee: {employee} }}, bases: &[{}], estimate: {}, guidance: {} }};",
        timeline(root, spans, None)?,
        history(root, documents)?,
        bases(root, documents)?,
        estimate(root, documents)?,
        guidance(root, documents, "PremiumGuidance", &["rate"])?,
    );
    Ok((code, checked))
}

fn share(node: &Node<'_>, key: &str) -> Result<u32, String> {
    milli_percent(&node.table(key)?, "value")
}

fn shares(node: &Node<'_>, documents: &Documents, defaults: &Defaults) -> Result<(String, String), String> {
    Ok((figure(node, "employer", documents, defaults, ratio)?, figure(node, "employee", documents, defaults, ratio)?))
}

fn rate(node: &Node<'_>, documents: &Documents, place: &str) -> Result<String, String> {
    let defaults = Defaults::read(node)?;
    let (id, title) = named_by_month(node, place, "失业保险费率")?;
    let head = rule_head(node, documents, &defaults, &id, &title)?;
    let (employer, employee) = shares(node, documents, &defaults)?;
    node.finish()?;
    Ok(format!("PremiumRate {{ head: {head}, shares: Shares {{ employer: {employer}, employee: {employee} }} }}"))
}

fn history(root: &Node<'_>, documents: &Documents) -> Result<String, String> {
    let mut rows = String::new();
    for node in root.tables("history")? {
        let defaults = Defaults::read(&node)?;
        let (employer, employee) = shares(&node, documents, &defaults)?;
        let from = node.day("from")?.code();
        rows += &format!("({from}, Shares {{ employer: {employer}, employee: {employee} }}), ");
        node.finish()?;
    }
    Ok(rows)
}

fn bases(root: &Node<'_>, documents: &Documents) -> Result<String, String> {
    let mut rows = String::new();
    let mut years = Vec::new();
    for node in root.tables("base")? {
        let defaults = Defaults::read(&node)?;
        let year = node.number("year", 2000..=2199)?;
        if years.contains(&year) {
            return Err(node.error_at("year", &format!("{year}年的基数写了两次")));
        }
        years.push(year);
        let amount = |key: &str| {
            figure(&node, key, documents, &defaults, |node| Ok(format!("Money::from_fen({})", fen(node, "value")?)))
        };
        let (floor, cap) = (amount("floor")?, amount("cap")?);
        if fen(&node.table("floor")?, "value")? > fen(&node.table("cap")?, "value")? {
            return Err(node.error_at("cap", "“cap”不能低于“floor”"));
        }
        rows += &format!("BaseLimits {{ year: {year}, floor: {floor}, cap: {cap} }}, ");
        node.finish()?;
    }
    Ok(rows)
}

fn estimate(root: &Node<'_>, documents: &Documents) -> Result<String, String> {
    let node = root.table("estimate")?;
    let code = format!(
        "EstimateGap {{ from: {}, to: {}, source: {} }}",
        node.day("from")?.code(),
        node.day("to")?.code(),
        source(&node, documents, None)?
    );
    node.finish()?;
    Ok(code)
}
