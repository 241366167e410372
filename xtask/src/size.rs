//! The transfer sizes of the page and the package, and their limits.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::command::{self, program};
use crate::{package, page, project};

/// What a first visit may weigh in brotli: 128 KB. The promise is 150; nearer to what it weighs, growth is seen at once.
const FIRST_LOAD_LIMIT: u64 = 128 * 1024;
/// What it may weigh in gzip, all that a browser takes without TLS: 180 KB.
const FIRST_LOAD_GZIP_LIMIT: u64 = 180 * 1024;
/// What a calculator may weigh in brotli that is opened by its own address, both parts and its document: 307 KB, above the
/// 240 that are the aim until there is one page for every measure (docs/adr/0019, 0023, 0030).
const CALCULATOR_LIMIT: u64 = 307 * 1024;
/// What the package's wasm may weigh in brotli: 143 KB, above the 96 that are the aim (docs/adr/0019).
const PACKAGE_LIMIT: u64 = 143 * 1024;

/// What the script that other sites load may weigh in gzip: 3 KB.
const EMBED_LIMIT: u64 = 3 * 1024;

/// Prints what every part of the page's first load and of the package weighs.
///
/// # Errors
/// Where one of the two is not built, or is over its limit.
pub fn check() -> Result<()> {
    let files = page::files()?;
    let opened: Vec<_> = files.iter().filter(|file| page::is_of_calculator(file)).cloned().collect();
    let (on_tap, at_first): (Vec<_>, Vec<_>) = files.into_iter().partition(|file| page::is_on_tap(file));
    let page = print_table("页面首次打开", &at_first, FIRST_LOAD_LIMIT)?;
    println!("gzip 上限 {FIRST_LOAD_GZIP_LIMIT}");
    let calculator = print_table("直接打开一项测算（稳岗返还）", &opened, CALCULATOR_LIMIT)?;
    let mut embed = 0;
    for file in &on_tap {
        let weight = weigh(file)?;
        print_row(&weight, &format!("{}，打开以后才下载，不计入", project::shown(file)));
        if page::is_embed(file) {
            embed = weight.gzip;
        }
    }
    println!("embed.js 的 gzip 上限 {EMBED_LIMIT}");
    let package = print_table("JavaScript 包的 wasm", &[package::wasm()?], PACKAGE_LIMIT)?;
    let is_light = page.brotli <= FIRST_LOAD_LIMIT && page.gzip <= FIRST_LOAD_GZIP_LIMIT;
    if is_light
        && calculator.brotli <= CALCULATOR_LIMIT
        && package.brotli <= PACKAGE_LIMIT
        && (1..=EMBED_LIMIT).contains(&embed)
    {
        return Ok(());
    }
    bail!("超出了大小上限")
}

/// The bytes of a file as it is and as two compressions make it.
#[derive(Default)]
struct Weight {
    raw: u64,
    gzip: u64,
    brotli: u64,
}

/// Prints a table and returns the sum.
fn print_table(title: &str, files: &[PathBuf], limit: u64) -> Result<Weight> {
    println!("\n{title}（字节）\n{:>10} {:>10} {:>10}", "raw", "gzip", "brotli");
    let mut sum = Weight::default();
    for file in files {
        let weight = weigh(file)?;
        print_row(&weight, &project::shown(file));
        sum = Weight { raw: sum.raw + weight.raw, gzip: sum.gzip + weight.gzip, brotli: sum.brotli + weight.brotli };
    }
    print_row(&sum, &format!("合计，brotli 上限 {limit}"));
    Ok(sum)
}

fn print_row(weight: &Weight, name: &str) {
    println!("{:>10} {:>10} {:>10}  {name}", weight.raw, weight.gzip, weight.brotli);
}

/// What a file weighs as it is, and in brotli.
///
/// # Errors
/// Where Node cannot read it.
pub fn of(file: &Path) -> Result<(u64, u64)> {
    weigh(file).map(|weight| (weight.raw, weight.brotli))
}

/// Weighs a file with Node's compressions, which every machine that builds the page has.
fn weigh(file: &Path) -> Result<Weight> {
    let figures = command::read(program("node").arg("xtask/weigh.mjs").arg(file))?;
    let figures: Vec<u64> = figures.split_whitespace().map(str::parse).collect::<Result<_, _>>()?;
    let [raw, gzip, brotli] = figures.try_into().ok().context("xtask/weigh.mjs 没有给出三个数")?;
    Ok(Weight { raw, gzip, brotli })
}
