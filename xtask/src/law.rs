//! The law as data: the files that the compiler reads, and the packs that it makes of them.

use std::env;
use std::path::PathBuf;

use anyhow::{Context, Result, bail};
use wengang_compiler::{File, Pack, compile, of_place, read_folder};
use wengang_engine::packed;

use crate::{project, size};

/// Where the files are.
pub const POLICIES: &str = "policies";

/// The files of all places, by their names for the compiler.
///
/// # Errors
/// Where a file cannot be read.
pub fn files() -> Result<Vec<File>> {
    Ok(read_folder(&policies())?)
}

/// `WENGANG_POLICIES` names another folder, as in `build/main.rs`: a test builds with its own rules this way.
fn policies() -> PathBuf {
    env::var("WENGANG_POLICIES").map_or_else(|_| project::root().join(POLICIES), PathBuf::from)
}

/// The notices clause by clause, as the page fetches them.
///
/// # Errors
/// Where a file cannot be read or is refused.
pub fn guide() -> Result<String> {
    let files = files()?;
    let measures: Vec<&str> = files.iter().filter_map(|file| measure(&file.name)).collect();
    wengang_compiler::guide(&files, &measures).map_err(|report| anyhow::anyhow!("{report}"))
}

/// The measure that a file is named after.
fn measure(name: &str) -> Option<&str> {
    let (_, name) = name.strip_suffix(".toml")?.rsplit_once('/')?;
    Some(name).filter(|name| !["place", "days-off"].contains(name))
}

/// Brings the files of the law into the compiler's one form, or only lists those that are not.
///
/// # Errors
/// Where a file is not TOML or cannot be written, or with `check` one is not in the form.
pub fn format(check: bool) -> Result<()> {
    let mut wrong = Vec::new();
    for path in project::files_ending(POLICIES, ".toml")? {
        let name = project::shown(&path);
        let file = File { name: name.clone(), text: project::read(&path)? };
        let formatted = wengang_compiler::format(&file).with_context(|| format!("{name} 不是合格的 TOML"))?;
        if formatted == file.text {
            continue;
        }
        if check {
            println!("{name}:{} 写法和格式不一样", 1 + differs_at(&file.text, &formatted));
        } else {
            project::write(&path, &formatted)?;
            println!("已整理：{name}");
        }
        wrong.push(name);
    }
    if check && !wrong.is_empty() {
        bail!("{} 个文件的格式要整理，请运行 cargo xtask fmt-policies", wrong.len());
    }
    Ok(())
}

/// The first line, from zero, in which two texts differ.
fn differs_at(one: &str, other: &str) -> usize {
    one.lines().zip(other.lines()).take_while(|(one, other)| one == other).count()
}

/// The places that have a folder.
///
/// # Errors
/// As [`files`]; where a file belongs to no place.
pub fn places() -> Result<Vec<String>> {
    wengang_compiler::places(&files()?).map_err(|report| anyhow::anyhow!("{report}"))
}

/// Compiles every place.
///
/// # Errors
/// As [`pack`].
pub fn check() -> Result<()> {
    let places = places()?;
    for place in &places {
        let measures = pack(place)?.measures.len();
        println!("{place}：{measures} 项政策");
    }
    let unneeded = wengang_compiler::unneeded(&places, &files()?);
    for message in &unneeded {
        println!("{}", message.with_excerpt());
    }
    if unneeded.is_empty() {
        Ok(())
    } else {
        bail!("全国的文件里有 {} 处没有一个地方用到", unneeded.len())
    }
}

/// The pack of a place.
///
/// # Errors
/// Where there is no such place, or its files are wrong: all messages of the compiler.
pub fn pack(place: &str) -> Result<Pack> {
    let places = places()?;
    if !places.iter().any(|known| known == place) {
        bail!("没有“{place}”这个地方，有 {}", places.join("、"));
    }
    compile(place, &of_place(place, &files()?)).map_err(|report| anyhow::anyhow!("{report}"))
}

/// The pack of the place whose law is built in, as `build/main.rs` makes it.
///
/// # Errors
/// As [`pack`]; where no place is built in.
pub fn pack_built_in() -> Result<Pack> {
    let place = wengang_compiler::built_in(&files()?).map_err(|report| anyhow::anyhow!("{report}"))?;
    pack(&place)
}

/// The bytes that are built into the page.
///
/// # Errors
/// As [`pack`].
pub fn built_in() -> Result<Vec<u8>> {
    packed::write(&pack_built_in()?).context("写不成政策包")
}

/// Writes the pack of a place and prints what it weighs.
///
/// # Errors
/// As [`pack`]; where the file cannot be written.
pub fn write(place: &str, out: Option<&str>) -> Result<()> {
    let pack = pack(place)?;
    let bytes = packed::write(&pack).context("写不成政策包")?;
    let header = packed::header(&bytes)?;
    let out = match out {
        Some(out) => out.into(),
        None => project::target()?.join(format!("packs/{place}.pack")),
    };
    project::write(&out, &bytes)?;
    let (raw, brotli) = size::of(&out)?;
    println!("{}（{}，核对到 {}）", out.display(), pack.place.name, header.checked_on);
    println!("{raw} 字节，brotli {brotli} 字节，sha256 {}", header.digest());
    for measure in &pack.measures {
        println!("  {}：{} 个年度", measure.title, measure.rounds.len());
    }
    Ok(())
}
