//! A wasm file as a script, for engines without WebAssembly.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::{command, project};

/// Writes a module whose function takes the imports of a wasm file, made small before, and returns its exports.
pub fn translate(mut wasm2js: Command, wasm: &Path, written: &Path) -> Result<()> {
    wasm2js.args(["--mvp-features", "--enable-mutable-globals", "-Oz"]).arg(wasm).arg("-o").arg(written);
    command::run(&mut wasm2js)?;
    project::write(written, as_function(&project::read(written)?)?)
}

/// The script asks whether its views of the memory still hold by what WebAssembly does to the old memory when it grows.
/// A program as a script leaves that as it is: the script asks whether it is the same memory.
pub fn tracking(script: &str) -> Result<String> {
    let changed = |missing: &str| format!("wasm-bindgen 写出的脚本变了，script.rs 要跟着改：没有“{missing}”");
    let view = "cachedUint8ArrayMemory0 = new Uint8Array(";
    let memory = script.split_once(view).and_then(|(_, rest)| rest.split_once(')'));
    let (memory, _) = memory.with_context(|| changed(view))?;
    let mut tracking = script.to_owned();
    for (asked, asks) in [
        (".byteLength === 0", format!(".buffer !== {memory}")),
        ("cachedDataViewMemory0.buffer.detached === undefined && ", String::new()),
    ] {
        if !script.contains(asked) {
            bail!(changed(asked));
        }
        tracking = tracking.replace(asked, &asks);
    }
    Ok(tracking)
}

/// wasm2js writes a module that runs immediately on its imports. Here it becomes a function of its imports, and throws
/// the same error as a wasm that traps.
fn as_function(written: &str) -> Result<String> {
    let (_, rest) = written.split_once("from 'a';\n").context("wasm2js 写的开头变了")?;
    let (body, _) = rest.split_once("\nvar retasmFunc").context("wasm2js 写的结尾变了")?;
    let breaks_off = "throw new Error('abort')";
    if !body.contains(breaks_off) {
        bail!("wasm2js 写的中断变了：没有“{breaks_off}”");
    }
    let body = body.replace(breaks_off, "throw new WebAssembly.RuntimeError('unreachable')");
    Ok(format!("{body}\nexport default asmFunc;\n"))
}
