//! The prerendered pages: one document for the home screen and one for each calculator, complete before any script
//! runs.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::command::{self, native_cargo};
use crate::project;

/// The document that all others are copies of.
const INDEX: &str = "index.html";

/// Where the prerendered pages are until they are inserted into the documents.
fn folder() -> PathBuf {
    project::root().join("target/page/prerendered")
}

/// Prerenders the pages.
pub fn draw() -> Result<()> {
    project::clear(&folder())?;
    println!("正在画出打开之前的网页…");
    let mut prerender = native_cargo("run --quiet --bin prerender");
    command::run(prerender.arg("--").arg(folder()))
}

/// Writes the pages into a page's folder: into its own document, and into copies of it with their own names.
pub fn insert(staging: &Path) -> Result<()> {
    let index = staging.join(INDEX);
    let template = project::read(&index)?;
    for path in project::files_under(&folder())? {
        let drawn = project::read(&path)?;
        let name = path.file_name().context("画出的网页没有名字")?;
        project::write(&staging.join(name), document(&template, &drawn)?)?;
    }
    Ok(())
}

/// Returns whether a file is a document of another screen than home: a visit loads one document.
pub fn is(path: &Path) -> bool {
    path.extension().is_some_and(|end| end == "html") && !path.ends_with(INDEX)
}

/// A document: title, description and what chat programmes show of a link, then the page in its place.
fn document(template: &str, drawn: &str) -> Result<String> {
    let mut parts = drawn.splitn(3, '\n');
    let mut part = || parts.next().context("画出的网页缺了标题、说明或正文");
    let (title, what, page) = (part()?, part()?, part()?);
    let head = format!(
        "<title>{title}</title>\n    <meta name=\"description\" content=\"{what}\">\n    \
         <meta property=\"og:type\" content=\"website\">\n    <meta property=\"og:title\" content=\"{title}\">\n    \
         <meta property=\"og:description\" content=\"{what}\">"
    );
    between(&between(template, "about", &head)?, "page", page)
}

/// Replaces what is between the marks of that name, including the marks.
fn between(text: &str, mark: &str, new: &str) -> Result<String> {
    let lost = || format!("index.html 里没有 <!--{mark}--> 和 <!--/{mark}-->");
    let (before, rest) = text.split_once(&format!("<!--{mark}-->")).with_context(lost)?;
    let (_, after) = rest.split_once(&format!("<!--/{mark}-->")).with_context(lost)?;
    Ok([before, new, after].concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_has_its_own_title_description_and_page() {
        let template =
            "<head><!--about--><title>a</title><!--/about--><link></head><div><!--page-->x<!--/page--></div>";
        let made = document(template, "题\n话\n<main>页</main>").unwrap();
        assert!(made.starts_with("<head><title>题</title>\n"), "{made}");
        assert!(made.contains("<meta name=\"description\" content=\"话\">"), "{made}");
        assert!(made.ends_with("<link></head><div><main>页</main></div>"), "{made}");
        assert!(document("", "题\n话\n页").is_err() && document(template, "题").is_err());
    }
}
