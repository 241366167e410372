//! Further documents of the site, `www/NAME.html`: each has programs of its own, which no other document loads.
//!
//! They are marked like `index.html`. What one loads is put into a folder `NAME/` next to it, under names with digests:
//!
//! | element | becomes |
//! | --- | --- |
//! | `<link data-trunk rel="rust" data-bin="B" data-package="P">` | the links by which `index.html` loads its program |
//! | the same with `data-type="worker"` | `<meta name="B" content="NAME/B-….js">`: a worker that starts by itself |
//! | either with `data-cargo-profile="speed"` | the same, fast instead of small |
//! | `<script data-trunk src="…" data-bundle>` | a script with what it imports, from the tools' `node_modules` too |
//! | `<link data-trunk rel="css">` of a sheet that is its own | a link to the sheet in that folder |
//! | `<script data-trunk src="…">` | a script that is no module, beside the document, as `index.html` loads it |
//! | the others | what `stage` makes of them, which the calculator's own document may share |

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use super::stage::{self, Config, Element};
use super::{Profile, minify, names};
use crate::tools::Toolbox;
use crate::{bind, project, wasm};

/// How an element is marked, and with it a document.
const MARK: &str = " data-trunk";

/// Where the documents are written.
const SOURCES: &str = "www";

/// Appended to a worker's script: it starts the program in the same folder.
const START_WORKER: &str = "\nwasm_bindgen({ module_or_path: location.href.replace(/\\.js$/, \"_bg.wasm\") });\n";

/// Writes the documents and all that they load into the folder of the page.
///
/// # Errors
/// Where something does not compile, or a document marks what this does not know.
pub fn write(staging: &Path, profile: Profile, tools: &Toolbox) -> Result<()> {
    let config = Config::read()?;
    for name in names()? {
        println!("正在编译 {name}.html…");
        let document = Document { name: &name, staging, config: &config, profile, tools };
        let html = project::read(&source(&name))?;
        let html = stage::replace(&html, |found| document.replacement(found))?;
        project::write(&staging.join(format!("{name}.html")), html)?;
    }
    Ok(())
}

/// Returns whether a file of the page is one of these documents, or is loaded by one of them alone.
pub fn is(path: &Path) -> bool {
    let parent = path.parent().and_then(Path::file_name);
    let is_named =
        |name: &String| path.ends_with(format!("{name}.html")) || parent.is_some_and(|parent| *parent == **name);
    names().is_ok_and(|names| names.iter().any(is_named))
}

/// Returns the names of the documents.
pub fn names() -> Result<Vec<String>> {
    let mut names = Vec::new();
    for path in project::files_ending(SOURCES, ".html")? {
        if project::read(&path)?.contains(MARK) {
            names.push(stem_of(&path));
        }
    }
    Ok(names)
}

fn source(name: &str) -> PathBuf {
    project::root().join(SOURCES).join(format!("{name}.html"))
}

fn stem_of(source: &Path) -> String {
    source.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}

/// A document that is being written.
struct Document<'a> {
    name: &'a str,
    staging: &'a Path,
    config: &'a Config,
    profile: Profile,
    tools: &'a Toolbox,
}

impl Document<'_> {
    fn replacement(&self, found: &Element) -> Result<String> {
        let is_worker = found.attribute("data-type") == Some("worker");
        match (found.tag, found.attribute("rel")) {
            ("link", Some("rust")) => {
                let program = found.attribute("data-bin").context("rel=\"rust\" 没有写 data-bin")?;
                let package = found.attribute("data-package").context("rel=\"rust\" 没有写 data-package")?;
                let profile = self.profile_of(found)?;
                let stem = format!("{}/{}", self.name, self.program(package, program, is_worker, profile)?);
                Ok(if is_worker {
                    format!("<meta name=\"{program}\" content=\"{stem}.js\">")
                } else {
                    self.config.preload(&stem)
                })
            }
            ("link", Some("css")) if found.attribute("href").is_some_and(|href| href.starts_with(SOURCES)) => {
                let source = project::root().join(found.attribute("href").unwrap_or_default());
                let file = self.sheet(&source)?;
                Ok(format!("<link rel=\"stylesheet\" href=\"{}/{file}\">", self.name))
            }
            ("script", None) => {
                let source = project::root().join(found.attribute("src").context("<script data-trunk> 没有写 src")?);
                if found.attribute("data-bundle").is_some() {
                    let file = self.script(&source)?;
                    return Ok(format!("<script src=\"{}/{file}\" type=\"module\"></script>", self.name));
                }
                Ok(format!("<script src=\"{}\"></script>", self.shared_script(&source)?))
            }
            _ => stage::replacement(found, self.config, self.staging),
        }
    }

    /// Where the document's files are made, before they have their names.
    fn work(&self) -> PathBuf {
        project::root().join("target/page/documents").join(self.name)
    }

    /// The profile of a program: that of the page, unless its element names another one for publishing.
    fn profile_of(&self, found: &Element) -> Result<Profile> {
        match (self.profile, found.attribute("data-cargo-profile")) {
            (Profile::Release, Some("speed")) => Ok(Profile::Speed),
            (Profile::Release, Some(other)) => bail!("data-cargo-profile=\"{other}\" 不认识，只有 speed"),
            (profile, _) => Ok(profile),
        }
    }

    /// Compiles a program and places its two files; returns the stem of their names.
    fn program(&self, package: &str, program: &str, is_worker: bool, profile: Profile) -> Result<String> {
        let compiled = stage::compile(&["--package", package, "--bin", program], program, profile)?;
        let bound = self.work().join(program);
        project::clear(&bound)?;
        let (script, module) = (bound.join(format!("{program}.js")), bound.join(format!("{program}_bg.wasm")));
        if is_worker {
            bind::bind_worker(&compiled, program, &bound)?;
            project::write(&script, project::read(&script)? + START_WORKER)?;
        } else {
            bind::bind(&compiled, program, &bound)?;
        }
        if self.profile == Profile::Release {
            wasm::optimise(self.tools.program("wasm-opt"), &module, &wasm::IN_PASSING)?;
            wasm::name(&module, program)?;
            let options = if is_worker { &minify::CLASSIC[..] } else { &minify::PAGES_OWN[..] };
            minify::file(self.tools.program("esbuild"), &script, options)?;
        }
        self.place(program, &[(script, ".js"), (module, "_bg.wasm")])
    }

    /// Places a script with what it imports; returns its name.
    fn script(&self, source: &Path) -> Result<String> {
        let stem = stem_of(source);
        let script = self.work().join(format!("{stem}.js"));
        minify::bundle(self.tools, source, &script, self.profile == Profile::Release)?;
        Ok(self.place(&stem, &[(script, ".js")])? + ".js")
    }

    /// Places a style sheet, minified where the page is published; returns its name.
    fn sheet(&self, source: &Path) -> Result<String> {
        let file = self.minified(source, &[minify::ENGINES])?;
        Ok(self.place(&stem_of(source), &[(file, ".css")])? + ".css")
    }

    /// Places a script that is not a module next to the document: `preboot.js` is shared with the calculator.
    fn shared_script(&self, source: &Path) -> Result<String> {
        let script = self.minified(source, &minify::PAGES_OWN)?;
        let bytes = fs::read(&script).with_context(|| format!("读不到 {}", script.display()))?;
        let name = format!("{}-{}.js", stem_of(source), names::digits_of(&bytes));
        project::write(&self.staging.join(&name), bytes)?;
        Ok(name)
    }

    /// Copies a source file to where the document's files are made, minified where the page is published.
    fn minified(&self, source: &Path, options: &[&str]) -> Result<PathBuf> {
        let copy = self.work().join(source.file_name().unwrap_or_default());
        project::write(&copy, project::read(source)?)?;
        if self.profile == Profile::Release {
            minify::file(self.tools.program("esbuild"), &copy, options)?;
        }
        Ok(copy)
    }

    /// Copies files of one name and several endings into the document's folder, under the digest of all they hold.
    fn place(&self, name: &str, files: &[(PathBuf, &str)]) -> Result<String> {
        let mut content = Vec::new();
        for (file, _) in files {
            content.extend(fs::read(file).with_context(|| format!("读不到 {}", file.display()))?);
        }
        let stem = format!("{name}-{}", names::digits_of(&content));
        for (file, ending) in files {
            let bytes = fs::read(file).with_context(|| format!("读不到 {}", file.display()))?;
            project::write(&self.staging.join(self.name).join(format!("{stem}{ending}")), bytes)?;
        }
        Ok(stem)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_that_marks_nothing_is_copied_by_others() {
        assert!(names().unwrap().iter().all(|name| name != "embed-demo"));
    }

    #[test]
    fn the_files_of_a_document_are_those_in_its_folder() {
        for name in names().unwrap() {
            assert!(is(Path::new(&format!("dist/{name}.html"))) && is(Path::new(&format!("dist/{name}/a-1.js"))));
        }
        assert!(
            !is(Path::new("dist/index.html")) && !is(Path::new("dist/app-1.js")) && !is(Path::new("dist/refund.html"))
        );
    }
}
