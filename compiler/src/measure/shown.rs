//! `[page]`: how a measure is presented among the others, for users who look for theirs.

use wengang_engine::pack::{Fact, FactKind, RoleAnswer, Shown, Task};

use crate::check::Checker;

use crate::measure::unknown;
use crate::toml_file::Section;

/// The roles that a user can choose.
pub(super) const ROLES: [&str; 8] =
    ["enterprise", "other-body", "employee", "unemployed", "flexible", "student", "retired", "public-institution"];

/// Reads the section; without it the measure is nobody's to claim and no task.
pub(super) fn read(root: &Section<'_>, facts: &[Option<Fact>], checker: &Checker<'_>) -> Shown {
    let Some(section) = root.optional_section("page") else { return Shown::default() };
    let what = section.words("what").unwrap_or_default();
    let roles = roles(&section, "for");
    let others = if roles.is_empty() { None } else { section.words("others") };
    let leads = roles_among(&section, "leads", &roles);
    let ids: Vec<&str> = facts.iter().flatten().map(|fact| fact.id.as_str()).collect();
    let mut short_path = Vec::new();
    for written in section.texts("short_path") {
        if ids.contains(&written.text.as_str()) {
            short_path.push(written.text);
        } else {
            unknown(&section, &written, ids.iter().copied());
        }
    }
    let role_answers =
        section.sections("said").iter().filter_map(|section| role_answer(section, facts, checker)).collect();
    let task = section.optional_section("task").and_then(|task| {
        let (title, text) = (task.words("title"), task.words("text"));
        task.finish();
        Some(Task { title: title?, text: text? })
    });
    let deadline = section.optional_text("deadline").map(|text| text.text).unwrap_or_default();
    section.finish();
    Shown { what, roles, others: others.unwrap_or_default(), leads, role_answers, short_path, task, deadline }
}

/// What a role answers by itself.
fn role_answer(section: &Section<'_>, facts: &[Option<Fact>], checker: &Checker<'_>) -> Option<RoleAnswer> {
    let (role, fact, option) = (section.text("who"), section.text("fact"), section.text("option"));
    section.finish();
    let (role, fact, option) = (role?, fact?, option?);
    if !ROLES.contains(&role.text.as_str()) {
        unknown(section, &role, ROLES.into_iter());
    }
    match facts.iter().flatten().find(|known| known.id == fact.text).map(|known| known.kind) {
        Some(FactKind::Choice(domain)) => {
            let ids = checker.options(domain).iter().map(|known| known.id.as_str());
            if !ids.clone().any(|id| id == option.text) {
                unknown(section, &option, ids);
            }
        }
        Some(_) => section.wrong("fact", "这件事没有选项", "要写 type = \"choice\" 的"),
        None => unknown(section, &fact, facts.iter().flatten().map(|fact| fact.id.as_str())),
    }
    Some(RoleAnswer { role: role.text, fact: fact.text, option: option.text })
}

fn roles(section: &Section<'_>, key: &str) -> Vec<String> {
    let mut roles = Vec::new();
    for written in section.texts(key) {
        if ROLES.contains(&written.text.as_str()) {
            roles.push(written.text);
        } else {
            unknown(section, &written, ROLES.into_iter());
        }
    }
    roles
}

fn roles_among(section: &Section<'_>, key: &str, of: &[String]) -> Vec<String> {
    let leads = roles(section, key);
    if leads.iter().any(|role| !of.contains(role)) {
        section.wrong(key, "这里有不在“for”里的", "只能写 for 里写了的");
    }
    leads
}
