//! The gate of the oldest engines promised, Chrome 80 and iOS 13.4: nothing that they cannot read is published.

use std::path::Path;

use anyhow::{Result, bail};

use crate::tools::Toolbox;
use crate::{command, package, page, project};

/// Everything that came after the first WebAssembly, but changeable globals, which those engines know.
const WASM: [&str; 6] = [
    "--disable-saturating-float-to-int",
    "--disable-sign-extension",
    "--disable-simd",
    "--disable-multi-value",
    "--disable-bulk-memory",
    "--disable-reference-types",
];

/// What those engines' style sheets do not know and cannot do without; esbuild lowers everything else.
const STYLE: [&str; 13] = [
    ";inset:",
    "{inset:",
    "aspect-ratio",
    ":is(",
    ":where(",
    ":has(",
    "@layer",
    "@container",
    "dvh",
    "svh",
    "color-mix(",
    ";gap:",
    "{gap:",
];

/// Checks every file of the page and the package's wasm.
///
/// # Errors
/// Where something is not built, or those engines cannot read it.
pub fn check() -> Result<()> {
    let tools = Toolbox::for_build()?;
    let mut files = page::files()?;
    files.push(package::wasm()?);
    for file in &files {
        match file.extension().and_then(|end| end.to_str()) {
            Some("wasm") => command::run(tools.program("wasm-validate").args(WASM).arg(file))?,
            Some("js") => script(&tools, file)?,
            Some("css") => style(file)?,
            _ => {}
        }
    }
    println!("Chrome 80、iOS 13.4 能读 {} 个文件", files.len());
    Ok(())
}

/// What runs without WebAssembly runs in still older browsers, and what says that something is the matter in all.
fn script(tools: &Toolbox, file: &Path) -> Result<()> {
    let mut acorn = tools.program("acorn");
    acorn.arg("--silent");
    if page::is_preboot(file) {
        acorn.arg("--ecma3");
    } else if page::is_fallback(file) {
        acorn.arg("--ecma2015");
    } else {
        acorn.args(["--ecma2020", "--module"]);
    }
    command::run(acorn.arg(file))
}

fn style(file: &Path) -> Result<()> {
    match too_new(&project::read(file)?) {
        Some(word) => bail!("{}：旧浏览器不认识 {word}", project::shown(file)),
        None => Ok(()),
    }
}

fn too_new(sheet: &str) -> Option<&'static str> {
    STYLE.into_iter().find(|word| sheet.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn styles_unknown_to_old_engines_are_found() {
        for (sheet, word) in [
            ("a{inset:0}", Some("{inset:")),
            ("a{color:red;gap:1px}", Some(";gap:")),
            ("a:is(b){}", Some(":is(")),
            ("a{grid-gap:1px;top:0}", None),
        ] {
            assert_eq!(too_new(sheet), word, "{sheet}");
        }
    }
}
