//! Does what Trunk does with `index.html`: each element marked `data-trunk` names a source file, which is copied next
//! to the page under a name with a digest, and becomes the element that loads the copy.

mod element;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use toml::Table;

pub use self::element::{Element, replace};
use super::{Profile, names, style};
use crate::tools::Toolbox;
use crate::{bind, command, project, wasm};

/// The only target of the page.
const TARGET: &str = "wasm32-unknown-unknown";

/// The settings of the page in `Trunk.toml`, which Trunk itself reads too.
pub struct Config {
    base: String,
    script: String,
    preload: String,
}

/// Compiles the page and fills a folder with `index.html` and what it loads, in place of what the folder held.
///
/// # Errors
/// Where something does not compile, or `index.html` marks what this does not know.
pub fn fill(staging: &Path, profile: Profile, tools: &Toolbox) -> Result<()> {
    style::write(tools)?;
    let config = Config::read()?;
    let mut html = project::read(&project::root().join("index.html"))?;
    let program = program(&html)?;
    let compiled = compile(&["--bin", &program], &program, profile)?;
    project::clear(staging)?;
    fs::create_dir_all(staging).with_context(|| format!("建不了目录 {}", staging.display()))?;
    let stem = place_program(&program, &compiled, staging)?;
    html = replace(&html, |found| replacement(found, &config, staging))?;
    project::write(&staging.join("index.html"), config.with_preload(&html, &stem)?)
}

impl Config {
    /// Reads it.
    ///
    /// # Errors
    /// Where a setting is missing.
    pub fn read() -> Result<Self> {
        let config: Table = project::read(&project::root().join("Trunk.toml"))?.parse().context("Trunk.toml 有误")?;
        let text = |name: &str| {
            let found = config.get("build").and_then(|build| build.get(name)?.as_str());
            found.map(ToOwned::to_owned).with_context(|| format!("Trunk.toml 的 [build] 里没有 {name}"))
        };
        Ok(Self { base: text("public_url")?, script: text("pattern_script")?, preload: text("pattern_preload")? })
    }

    /// Adds at the end of the head the elements that load the program.
    fn with_preload(&self, html: &str, stem: &str) -> Result<String> {
        let (head, rest) = html.split_once("</head>").context("index.html 里没有 </head>")?;
        Ok([head, &self.preload(stem), "</head>", rest].concat())
    }

    /// Returns the elements that load the program of that stem.
    pub fn preload(&self, stem: &str) -> String {
        let links = self.preload.replace("{base}", &self.base);
        links.replace("{js}", &format!("{stem}.js")).replace("{wasm}", &format!("{stem}_bg.wasm"))
    }
}

/// The name of the program that `index.html` starts.
fn program(html: &str) -> Result<String> {
    let mut program = None;
    replace(html, |found| {
        if found.attribute("rel") == Some("rust") {
            program = found.attribute("data-bin").map(ToOwned::to_owned);
        }
        Ok(String::new())
    })?;
    program.context("index.html 里没有 <link data-trunk rel=\"rust\" data-bin=\"…\">")
}

/// Compiles a program of the page, and returns where its wasm is.
///
/// # Errors
/// Where it does not compile.
pub fn compile(what: &[&str], program: &str, profile: Profile) -> Result<PathBuf> {
    let (name, folder) = profile.cargo();
    let mut cargo = command::cargo(&format!("build --target {TARGET} --profile {name}"));
    cargo.args(what);
    command::run(match profile {
        Profile::Debug => &mut cargo,
        Profile::Release => wasm::with_small_library(&mut cargo),
        Profile::Speed => wasm::with_library(&mut cargo),
    })?;
    Ok(project::target()?.join(TARGET).join(folder).join(format!("{program}.wasm")))
}

/// Puts a wasm and its script into the folder, and returns the stem of their names.
fn place_program(program: &str, compiled: &Path, staging: &Path) -> Result<String> {
    let bound = project::root().join("target/page/bound");
    project::clear(&bound)?;
    bind::bind(compiled, program, &bound)?;
    let stem = format!("{program}-{}", short_digest(compiled)?);
    for ending in [".js", "_bg.wasm"] {
        copy(&bound.join(format!("{program}{ending}")), &staging.join(format!("{stem}{ending}")))?;
    }
    // A crate may bring scripts of its own; none does, and none would be copied.
    if bound.join("snippets").exists() {
        bail!("wasm-bindgen 写出了 snippets/，page/stage.rs 要跟着改");
    }
    Ok(stem)
}

/// Copies the file that an element names, and returns its replacement.
///
/// # Errors
/// Where the file cannot be copied, or the element is unknown.
pub fn replacement(found: &Element, config: &Config, staging: &Path) -> Result<String> {
    let base = &config.base;
    Ok(match (found.tag, found.attribute("rel")) {
        ("script", None) => {
            let name = place(found.attribute("src"), staging)?;
            let others = found.attributes.iter().filter(|(name, _)| !["data-trunk", "src"].contains(name));
            let others: String = others.map(|(name, value)| format!(" {name}=\"{value}\"")).collect();
            format!("<script src=\"{base}{name}\"{others}></script>")
        }
        ("link", Some("icon")) => {
            format!("<link rel=\"icon\" href=\"{base}{}\"/>", place(found.attribute("href"), staging)?)
        }
        ("link", Some("css")) => {
            format!("<link rel=\"stylesheet\" href=\"{base}{}\"/>", place(found.attribute("href"), staging)?)
        }
        ("link", Some("copy-file")) => {
            let source = project::root().join(found.attribute("href").unwrap_or_default());
            copy(&source, &staging.join(source.file_name().unwrap_or_default()))?;
            String::new()
        }
        ("link", Some("rust")) => config.script.clone(),
        (tag, rel) => bail!("index.html 里的 <{tag} data-trunk rel=\"{}\"> 不知道怎么办", rel.unwrap_or_default()),
    })
}

/// Copies a source file next to the page as `STEM-DIGEST.ENDING`, and returns that name.
fn place(source: Option<&str>, staging: &Path) -> Result<String> {
    let source = project::root().join(source.context("index.html 里有 data-trunk 的一处没有写文件")?);
    let part = |part: Option<&std::ffi::OsStr>| part.unwrap_or_default().to_string_lossy().into_owned();
    let name = format!("{}-{}.{}", part(source.file_stem()), short_digest(&source)?, part(source.extension()));
    copy(&source, &staging.join(&name))?;
    Ok(name)
}

fn short_digest(file: &Path) -> Result<String> {
    let content = fs::read(file).with_context(|| format!("读不到 {}", file.display()))?;
    Ok(names::digits_of(&content))
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::copy(from, to).map(drop).with_context(|| format!("复制不了 {}", from.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn trunk() -> Table {
        project::read(&project::root().join("Trunk.toml")).unwrap().parse().unwrap()
    }

    /// Trunk stops where a folder of this list is missing, and in a new clone only what git tracks is there.
    #[test]
    fn trunk_ignores_only_folders_that_a_new_clone_has() {
        let ignored = project::read(&project::root().join(".gitignore")).unwrap();
        let trunk = trunk();
        let listed = trunk.get("watch").and_then(|watch| watch.get("ignore")?.as_array()).unwrap();
        assert!(!listed.is_empty());
        for folder in listed {
            let folder = folder.as_str().unwrap();
            assert!(project::root().join(folder).is_dir(), "{folder}");
            assert!(ignored.lines().all(|line| line.trim_matches('/') != folder), "{folder} is not tracked");
        }
    }

    #[test]
    fn trunk_calls_only_commands_that_there_are() {
        let trunk = trunk();
        let hooks = trunk.get("hooks").and_then(toml::Value::as_array).unwrap();
        let said = |hook: &toml::Value| {
            let words = hook.get("command_arguments").unwrap().as_array().unwrap();
            let words = words.iter().map(|word| word.as_str().unwrap()).collect::<Vec<_>>().join(" ");
            format!("{} {words}", hook.get("command").unwrap().as_str().unwrap())
        };
        let commands: Vec<String> = hooks.iter().map(said).collect();
        assert_eq!(commands, ["cargo xtask before-trunk", "cargo xtask after-trunk"]);
        assert!(crate::USAGE.contains("before-trunk") && crate::USAGE.contains("after-trunk"));
    }

    #[test]
    fn the_program_is_loaded_by_the_links_that_trunk_writes() {
        let config = Config::read().unwrap();
        let html = config.with_preload("<head>\n  </head><body>", "app-1").unwrap();
        let expected = "<head>\n  <link rel=\"modulepreload\" href=\"./app-1.js\">\n\
                        <link rel=\"preload\" as=\"fetch\" type=\"application/wasm\" href=\"./app-1_bg.wasm\"></head><body>";
        assert_eq!(html, expected);
    }

    #[test]
    fn a_mark_that_trunk_knows_and_this_does_not_is_an_error() {
        let config = Config::read().unwrap();
        let folder = std::env::temp_dir();
        let of = |html: &str| replace(html, |found| replacement(found, &config, &folder));
        assert!(of("<link data-trunk rel=\"sass\" href=\"a.scss\">").is_err());
        assert!(of("<link data-trunk rel=\"icon\" href=\"www/none.svg\">").is_err());
        assert_eq!(of("<link data-trunk rel=\"rust\" data-bin=\"app\">").unwrap(), "");
    }
}
