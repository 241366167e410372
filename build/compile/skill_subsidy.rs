//! `hebei/skill-subsidy.toml`.

use super::documents::Documents;
use super::figure::{Defaults, clause, figure, number, yuan};
use super::head::{guidance, measure_head, round_title, rule_head, year};
use super::node::{Day, Node};
use super::timeline::{Span, timeline};

/// The words for a person in the files, and their names in the code.
const PERSONS: [(&str, &str); 7] = [
    ("enterprise-employee", "EnterpriseEmployee"),
    ("benefit-recipient", "BenefitRecipient"),
    ("other-insured", "OtherInsured"),
    ("public-institution", "PublicInstitution"),
    ("flexible", "Flexible"),
    ("student", "Student"),
    ("retired", "Retired"),
];

/// The pack as Rust code, and the newest day of a check.
pub fn read(root: &Node<'_>, documents: &Documents) -> Result<(String, Day), String> {
    let (head, mut checked) = measure_head(root, "skill-subsidy")?;
    let (place, title) = (root.text("place")?, root.text("title")?);
    let (mut spans, mut constants) = (Vec::new(), String::new());
    for node in root.tables("gap")? {
        spans.push(Span::gap(node)?);
    }
    for node in root.tables("round")? {
        let (year, from, to) = (year(&node)?, node.day("from")?, node.day("to")?);
        checked = checked.max(node.day("checked_on")?);
        let named = (format!("{place}-{year}"), round_title(&title, year));
        let code = rule(&node, documents, &named, &format!("Some({year})"))?;
        constants += &format!("static SKILL_{year}: SkillRule = {code};\n");
        spans.push(Span::rule(node, from, Some(to), &format!("&SKILL_{year}"))?);
    }
    let standing = root.table("standing")?;
    checked = checked.max(standing.day("checked_on")?);
    let from = standing.day("from")?;
    let named = (format!("{place}-standing"), format!("河北省{title}（长期规定）"));
    let code = rule(&standing, documents, &named, "None")?;
    let guidance = guidance(root, documents, "SkillGuidance", &["apply_online", "payment", "recovery"])?;
    let rules = timeline(root, spans, Some((from, "&SKILL_STANDING")))?;
    let code = format!(
        "{constants}static SKILL_STANDING: SkillRule = {code};\nconst SKILL: SkillPack = SkillPack {{ head: {head}, \
         rules: {rules}, standing: &SKILL_STANDING, guidance: {guidance} }};"
    );
    Ok((code, checked))
}

fn rule(node: &Node<'_>, documents: &Documents, named: &(String, String), round: &str) -> Result<String, String> {
    let defaults = Defaults::read(node)?;
    let months = |key: &str| figure(node, key, documents, &defaults, number(1..=600));
    let at = |key: &str| clause(node, key, documents, &defaults);
    let amount = |key: &str| figure(node, key, documents, &defaults, yuan);
    let agency = node.table("agency_persons")?;
    let code = format!(
        "SkillRule {{ head: {}, round: {round}, persons: {}, agency_persons: {}, insured_months: {}, window_months: \
         {}, yearly: {}, blocking: {}, kinds: {}, once: {}, no_training_subsidy: {}, amounts: [{}, {}, {}] }}",
        rule_head(node, documents, &defaults, &named.0, &named.1)?,
        figure(node, "persons", documents, &defaults, persons)?,
        persons(&agency)?,
        months("insured_months")?,
        months("window_months")?,
        figure(node, "yearly", documents, &defaults, yearly)?,
        figure(node, "blocking", documents, &defaults, blocking)?,
        at("kinds")?,
        at("once")?,
        at("no_training_subsidy")?,
        amount("level5")?,
        amount("level4")?,
        amount("level3")?,
    );
    agency.finish()?;
    node.finish()?;
    Ok(code)
}

fn persons(node: &Node<'_>) -> Result<String, String> {
    let mut names = Vec::new();
    for word in node.texts("value")? {
        let name = PERSONS.iter().find(|(code, _)| *code == word).map(|(_, name)| format!("Person::{name}"));
        names.push(name.ok_or_else(|| node.error_at("value", &format!("不认识“{word}”这一类人")))?);
    }
    Ok(format!("&[{}]", names.join(", ")))
}

fn yearly(node: &Node<'_>) -> Result<String, String> {
    let Ok(Some(limit)) = node.optional_table("value") else {
        return match node.text("value")?.as_str() {
            "none" => Ok("YearlyLimit::None".to_owned()),
            _ => Err(node.error_at("value", "“value”应当是 \"none\" 或 { total = 3, ordinary = 1 }")),
        };
    };
    let (total, ordinary) = (limit.number("total", 1..=100)?, limit.number("ordinary", 0..=100)?);
    limit.finish()?;
    if ordinary > total {
        return Err(node.error_at("value", "“ordinary”不能多于“total”"));
    }
    Ok(format!("YearlyLimit::AtMost {{ total: {total}, ordinary: {ordinary} }}"))
}

fn blocking(node: &Node<'_>) -> Result<String, String> {
    match node.text("value")?.as_str() {
        "received" => Ok("Blocking::Received".to_owned()),
        "held" => Ok("Blocking::Held".to_owned()),
        _ => Err(node.error_at("value", "“value”应当是 \"received\" 或 \"held\"")),
    }
}
