//! `zip`: the built page as one file for an office without Rust, and what another site needs to frame it as another; the
//! same bytes from the same page.

use std::fs::{self, File};
use std::io::{Seek, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use wengang_engine::pack::FactKind;
use zip::write::{SimpleFileOptions, ZipWriter};

use crate::{law, page, project};

/// The folder in the file that goes onto the server whole.
const SITE: &str = "wengang";
/// The folder with the server settings, here and in the archive.
const SERVERS: &str = "deploy";
/// The folder with what the manual and the server's settings refer to, and which of it.
const DOCS: &str = "docs";
const REFERRED: [&str; 2] = ["deployment.md", "embedding.md"];
/// How to set it up.
const MANUAL: &str = "使用说明.txt";
/// Where the manual is written, and where its list of regions goes.
const TEXT: &str = include_str!("zip/manual.txt");
const REGIONS: &str = "{县区}";
const VERSION: &str = "{版本}";
/// The version packed.
const VERSION_NOW: &str = env!("CARGO_PKG_VERSION");

/// A file of an archive: its name there, and what is in it.
type Entry = (String, Vec<u8>);

/// The files for an office that embeds the calculator in its own page: the script, and an example page.
const EMBED: [&str; 3] = ["embed.js", "embed-demo.html", "embed-demo.js"];
/// And how it is set up, and what may be done with it.
const EMBED_PAPERS: [&str; 3] = ["docs/embedding.md", "LICENSE-MIT", "LICENSE-APACHE"];

/// Packs the page, and what another site needs to frame it, and returns where they are:
/// `target/wengang-site-VERSION.zip` and `target/wengang-embed-VERSION.zip`.
///
/// # Errors
/// Where the page is not built, or a file cannot be read or written.
pub fn write() -> Result<[PathBuf; 2]> {
    let [site, embed] =
        ["site", "embed"].map(|name| project::root().join(format!("target/wengang-{name}-{VERSION_NOW}.zip")));
    pack(&site, &site_entries()?)?;
    pack(&embed, &embed_entries()?)?;
    Ok([site, embed])
}

fn embed_entries() -> Result<Vec<Entry>> {
    let built = EMBED.map(|name| page::dist().join(name));
    let papers = EMBED_PAPERS.map(|name| project::root().join(name));
    let entry =
        |file: &PathBuf| Ok((file.file_name().unwrap_or_default().to_string_lossy().into_owned(), bytes(file)?));
    built.iter().chain(&papers).map(entry).collect()
}

fn site_entries() -> Result<Vec<Entry>> {
    let mut files = page::files()?;
    files.push(page::dist().join("build-manifest.json"));
    // A server sends those instead, where a browser reads them.
    let packed: Vec<_> = files.iter().flat_map(|file| page::compressed_files(file)).collect();
    files.extend(packed);
    files.sort();
    let mut entries = vec![(MANUAL.to_owned(), manual(VERSION_NOW)?.into_bytes())];
    add_files(&mut entries, SITE, &page::dist(), &files)?;
    let servers = project::root().join(SERVERS);
    add_files(&mut entries, SERVERS, &servers, &project::files_under(&servers)?)?;
    let docs = project::root().join(DOCS);
    add_files(&mut entries, DOCS, &docs, &REFERRED.map(|name| docs.join(name)))?;
    Ok(entries)
}

/// Packs files into an archive: the same bytes from the same files.
///
/// # Errors
/// Where it cannot be written.
fn pack(path: &Path, entries: &[Entry]) -> Result<()> {
    let mut packed = ZipWriter::new(File::create(path).with_context(|| format!("写不了 {}", path.display()))?);
    for (name, content) in entries {
        add(&mut packed, name, content)?;
    }
    packed.finish()?;
    println!("已打包：{}", project::shown(path));
    Ok(())
}

/// Adds the files of a folder as those of a folder named `to`.
fn add_files(entries: &mut Vec<Entry>, to: &str, folder: &Path, files: &[PathBuf]) -> Result<()> {
    for file in files {
        let name = file.strip_prefix(folder)?.to_string_lossy().replace('\\', "/");
        entries.push((format!("{to}/{name}"), bytes(file)?));
    }
    Ok(())
}

/// Reads a file to be packed.
///
/// # Errors
/// Where it cannot be read; the error names it.
pub fn bytes(file: &Path) -> Result<Vec<u8>> {
    fs::read(file).with_context(|| format!("读不到 {}", file.display()))
}

/// Adds a file with a fixed day and fixed rights.
fn add(packed: &mut ZipWriter<impl Write + Seek>, name: &str, content: &[u8]) -> Result<()> {
    // The first day that the format knows.
    let options = SimpleFileOptions::default().last_modified_time(zip::DateTime::default()).unix_permissions(0o644);
    packed.start_file(name, options)?;
    packed.write_all(content).with_context(|| format!("写不了 {name}"))
}

/// The manual as Windows' own editor reads it on any machine: marked as UTF-8, with its line ends.
fn manual(version: &str) -> Result<String> {
    let regions = regions()?;
    let text = TEXT.replace(VERSION, version).replace(REGIONS, &regions.join("、"));
    Ok(format!("\u{feff}{}", text.replace('\n', "\r\n")))
}

/// The names of the regions that `site.json` may name.
fn regions() -> Result<Vec<String>> {
    let pack = law::pack_built_in()?;
    let region = pack.measures.iter().find_map(|measure| Some((measure, measure.fact("region")?.1.kind)));
    let Some((measure, FactKind::Choice(id))) = region else { bail!("政策里没有 id = \"region\" 的选项") };
    Ok(measure.options(id).iter().map(|option| option.name.clone()).collect())
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use super::*;

    fn packed() -> Vec<u8> {
        let mut packed = ZipWriter::new(Cursor::new(Vec::new()));
        add(&mut packed, MANUAL, manual("1.2.3").unwrap().as_bytes()).unwrap();
        add(&mut packed, "wengang/index.html", b"<html>").unwrap();
        packed.finish().unwrap().into_inner()
    }

    #[test]
    fn the_same_page_is_packed_into_the_same_bytes() {
        let first = packed();
        std::thread::sleep(std::time::Duration::from_millis(2100));
        assert_eq!(first, packed());
    }

    #[test]
    fn the_manual_names_the_version_and_every_region() {
        let mut archive = zip::ZipArchive::new(Cursor::new(packed())).unwrap();
        let text = std::io::read_to_string(archive.by_name(MANUAL).unwrap()).unwrap();
        assert!(text.starts_with('\u{feff}') && text.contains("1.2.3") && text.contains("正定县、"));
        assert!(!text.contains(REGIONS) && !text.contains(VERSION));
        assert_eq!(text.matches('\n').count(), text.matches("\r\n").count());
    }
}
