//! What each fuzz target starts from: the cases, the released links, the policies and the settings that the tree holds.

use std::collections::BTreeSet;
use std::path::Path;

use anyhow::{Context, Result};
use serde_json::Value;
use wengang_engine::packed;

use super::seed;
use crate::{law, project};

/// The calculators, in the order of their letters in `tests/native/fuzzed/link.rs`, from `d` on.
const CALCULATORS: [&str; 6] =
    ["refund", "skill-subsidy", "premium", "unemployment-benefit", "size-class", "hiring-subsidy"];

/// Rewrites the seeds of every target, each into a folder of its name.
pub fn write(folder: &Path) -> Result<()> {
    project::clear(folder)?;
    let cases = json("tests/cases/open.json")?;
    let requests: Vec<&Value> = cases.as_array().into_iter().flatten().filter_map(|case| case.get("request")).collect();
    let mut typed = BTreeSet::new();
    requests.iter().for_each(|request| scalars(request, &mut typed));
    write_all(folder, "request", requests.iter().map(|request| request.to_string().into_bytes()))?;
    write_all(folder, "entry", typed.into_iter().map(String::into_bytes))?;
    write_all(folder, "link", links()?.into_iter().map(String::into_bytes))?;
    write_all(folder, "pack", policies()?.into_iter())?;
    write_all(folder, "packs", packs()?.into_iter())?;
    let site = project::read(&project::root().join("www/site.json"))?;
    write_all(folder, "site", [site.into_bytes()].into_iter())
}

fn write_all(folder: &Path, target: &str, seeds: impl Iterator<Item = Vec<u8>>) -> Result<()> {
    let mut count = 0;
    for (index, content) in seeds.enumerate() {
        project::write(&seed(folder, target, index), content)?;
        count += 1;
    }
    (count > 0).then_some(()).with_context(|| format!("{target} 没有可以开头的输入"))
}

fn json(path: &str) -> Result<Value> {
    serde_json::from_str(&project::read(&project::root().join(path))?).with_context(|| format!("{path} 有误"))
}

/// Every text and number of a value, as a user would type it.
fn scalars(value: &Value, typed: &mut BTreeSet<String>) {
    match value {
        Value::Object(fields) => fields.values().for_each(|value| scalars(value, typed)),
        Value::Array(values) => values.iter().for_each(|value| scalars(value, typed)),
        Value::String(text) => drop(typed.insert(text.clone())),
        Value::Number(number) => drop(typed.insert(number.to_string())),
        Value::Null | Value::Bool(_) => {}
    }
}

/// Every released link as it is, and its body to be given a right checksum however it is changed.
fn links() -> Result<Vec<String>> {
    let released = json("tests/links/released.json")?;
    let addresses = released.as_array().into_iter().flatten().filter_map(|row| row.get("link")?.as_str());
    let body = |address: &str| {
        let (query, fragment) = address.split_once('#')?;
        let place = CALCULATORS.iter().position(|code| query.contains(&format!("c={code}")))?;
        let letter = char::from(b'd' + u8::try_from(place).ok()?);
        Some(format!("!{letter}{}", fragment.rsplit_once('.')?.0))
    };
    Ok(addresses.flat_map(|address| body(address).into_iter().chain([address.to_owned()])).collect())
}

/// Each of the policies behind the letter of its place, and each of its lines behind the capital one, as
/// `tests/native/fuzzed/pack.rs` reads them: in a short input a slip of the hand is soon tried. Behind the letter after
/// the last is the guide as the page fetches it.
fn policies() -> Result<Vec<Vec<u8>>> {
    let mut seeds = Vec::new();
    let mut letters = 'a'..;
    for (file, letter) in project::policies()?.iter().zip(letters.by_ref()) {
        let text = project::read(file)?;
        let lines = text.lines().enumerate().filter(|(_, line)| line.contains('='));
        seeds.extend(lines.map(|(place, line)| format!("{}{place}:{line}", letter.to_ascii_uppercase()).into_bytes()));
        seeds.push(format!("{letter}{text}").into_bytes());
    }
    let of_guide = letters.next().context("没有字母了")?;
    seeds.push(format!("{of_guide}{}", law::guide()?).into_bytes());
    Ok(seeds)
}

/// The pack of every place behind a case of which something is known, as `tests/native/fuzzed/packs.rs` reads them, and
/// behind nothing at all.
fn packs() -> Result<Vec<Vec<u8>>> {
    let mut seeds = Vec::new();
    for place in law::places()? {
        let bytes = packed::write(&law::pack(&place)?)?;
        let content = bytes.get(packed::HEADER..).unwrap_or_default();
        let case: Vec<u8> = (0..48).map(|byte: u8| byte.wrapping_mul(36)).collect();
        let behind = |case: &[u8]| [&[u8::try_from(case.len()).unwrap_or(0)], case, content].concat();
        seeds.extend([behind(&[]), behind(&case), [&[u8::MAX], bytes.as_slice()].concat()]);
    }
    Ok(seeds)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_files_have_the_letters_by_which_the_target_reads_them() {
        let target = project::read(&project::root().join("tests/native/fuzzed/pack.rs")).unwrap();
        let known: Vec<_> =
            target.lines().filter_map(|line| line.trim().strip_prefix("(\"")?.split_once('"')).collect();
        let names = project::policies().unwrap().into_iter().map(|file| {
            file.strip_prefix(project::root().join("policies")).unwrap().to_string_lossy().replace('\\', "/")
        });
        assert_eq!(known.into_iter().map(|(name, _)| name.to_owned()).collect::<Vec<_>>(), names.collect::<Vec<_>>());
    }
}
