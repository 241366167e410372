//! From `policies/**/*.toml` to Rust constants, with every doubt refused: file, line and a sentence.

mod documents;
mod figure;
mod node;
mod refund;
mod skill_subsidy;
mod timeline;

use std::path::Path;

use documents::Documents;
use node::Node;

/// Reads the policies in `dir` and writes them as Rust code.
///
/// # Errors
/// A sentence with the file and the line of the first thing that is wrong.
pub fn compile(dir: &Path) -> Result<String, String> {
    let text = |name: &str| {
        let path = dir.join(name);
        std::fs::read_to_string(&path).map_err(|error| format!("{}: 读不了这个文件：{error}", path.display()))
    };
    let (documents, refund, skill) =
        (text("documents.toml")?, text("hebei/refund.toml")?, text("hebei/skill-subsidy.toml")?);
    let file = |name: &str| dir.join(name).display().to_string();
    let documents = Node::parse(file("documents.toml"), &documents)?;
    let refund = Node::parse(file("hebei/refund.toml"), &refund)?;
    let skill = Node::parse(file("hebei/skill-subsidy.toml"), &skill)?;

    let known = Documents::read(&documents)?;
    let (refund_code, refund_checked) = refund::read(&refund, &known)?;
    let (skill_code, skill_checked) = skill_subsidy::read(&skill, &known)?;
    let day_off = figure::source(&documents.table("day_off")?, &known, None)?;
    for root in [documents, refund, skill] {
        root.finish()?;
    }
    Ok(format!(
        "{}\n{refund_code}\n{skill_code}\npub static PACKS: Packs = Packs {{ version: {:?}, documents: &{}, day_off: \
         {day_off}, refund: REFUND, skill: SKILL }};\n",
        known.code(),
        refund_checked.max(skill_checked),
        known.list(),
    ))
}
