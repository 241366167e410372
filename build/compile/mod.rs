//! From `policies/**/*.toml` to Rust constants, with every doubt refused: file, line and a sentence.

mod documents;
mod figure;
mod guide;
mod head;
mod node;
mod premium;
mod refund;
mod size_class;
mod skill_subsidy;
mod timeline;
mod unemployment_benefit;

use std::path::Path;

use documents::Documents;
use node::{Day, Node};

/// A measure's file and what reads it: the pack as Rust code, and the newest day of a check.
type Measure = (&'static str, fn(&Node<'_>, &Documents) -> Result<(String, Day), String>);

const MEASURES: [Measure; 5] = [
    ("hebei/refund.toml", refund::read),
    ("hebei/skill-subsidy.toml", skill_subsidy::read),
    ("hebei/premium.toml", premium::read),
    ("hebei/unemployment-benefit.toml", unemployment_benefit::read),
    ("size-class.toml", size_class::read),
];

/// The notices clause by clause.
const GUIDE: &str = "guide.toml";

/// Finds a file's text by its name below `policies/`.
pub type Texts<'t> = &'t dyn Fn(&str) -> Result<String, String>;

/// Reads the policies in `dir` and writes them as Rust code.
///
/// # Errors
/// A sentence with the file and the line of the first thing that is wrong.
pub fn compile(dir: &Path) -> Result<String, String> {
    compile_texts(dir, &|name| text(dir, name))
}

/// As [`compile`], from texts that need not be files; `dir` is where a refusal says that they stand.
pub fn compile_texts(dir: &Path, texts: Texts<'_>) -> Result<String, String> {
    let documents = texts("documents.toml")?;
    let documents = Node::parse(file(dir, "documents.toml"), &documents)?;
    let known = Documents::read(&documents)?;
    let day_off = figure::source(&documents.table("day_off")?, &known, None)?;
    documents.finish()?;
    let (mut packs, mut checked) = (String::new(), None);
    for (name, read) in MEASURES {
        let text = texts(name)?;
        let root = Node::parse(file(dir, name), &text)?;
        let (code, day) = read(&root, &known)?;
        root.finish()?;
        packs += &code;
        packs.push('\n');
        checked = checked.max(Some(day));
    }
    Ok(format!(
        "{}\n{packs}\npub static PACKS: Packs = Packs {{ version: {:?}, documents: &{}, day_off: {day_off}, refund: \
         REFUND, skill: SKILL, premium: PREMIUM, benefit: BENEFIT, size: SIZE, guide_file: {:?} }};\n",
        known.code(),
        checked.map(|day| day.to_string()).unwrap_or_default(),
        known.list(),
        guide_texts(dir, texts)?.0,
    ))
}

/// Reads the notices clause by clause. Returns the name of the file beside the page, and its text.
///
/// # Errors
/// As [`compile`].
pub fn guide(dir: &Path) -> Result<(String, String), String> {
    guide_texts(dir, &|name| text(dir, name))
}

fn guide_texts(dir: &Path, texts: Texts<'_>) -> Result<(String, String), String> {
    let documents = texts("documents.toml")?;
    let known = Documents::read(&Node::parse(file(dir, "documents.toml"), &documents)?)?;
    let text = texts(GUIDE)?;
    let root = Node::parse(file(dir, GUIDE), &text)?;
    let guide = guide::read(&root, &known)?;
    root.finish()?;
    Ok(guide)
}

fn text(dir: &Path, name: &str) -> Result<String, String> {
    let path = dir.join(name);
    std::fs::read_to_string(&path).map_err(|error| format!("{}: 读不了这个文件：{error}", path.display()))
}

fn file(dir: &Path, name: &str) -> String {
    dir.join(name).display().to_string()
}
