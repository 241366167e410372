//! The project's tool: `cargo xtask <command>`.
//!
//! | file | what it knows |
//! | --- | --- |
//! | `project` | the paths of the tree and of the user's cache |
//! | `command` | how another program is started, shown and checked |
//! | `digest` | how a file's content is named |
//! | `tools` | which programs a build needs and how they get onto the machine |
//! | `page`, `package` | how `dist/` and `dist-package/` are made |
//! | `release` | the released files with their checksums; that two builds are identical |
//! | `zip` | how the page is packed for an office that only unpacks it |
//! | `bind` | how the script of a wasm file is written |
//! | `wasm` | how their wasm files are minified |
//! | `script` | how a wasm file becomes a script |
//! | `size`, `engines`, `lint`, `quotes` | the gates |
//! | `bench` | `bench`: our wasm compared with other engines |
//! | `load` | `load`: the throughput of one small server |
//! | `fuzz` | unlimited random inputs for everything that reads input from outside |
//! | `suite` | `test`: every gate and every test, and their totals |
//! | `law` | `pack`: the law as data, compiled |
//! | `golden` | `golden`: the sentences that the answers are compared with |
//! | `mutants` | that a test notices each small change of the source |
//! | `clone` | that a newcomer's first commands work where nothing was built |
//! | `clauses` | `clauses`: from the clauses of the notices to the sections that cite them |
//! | `copy` | a copy of the tree to apply faults to |
//! | `prove` | `prove-gates`: that every gate fails where it must |
//! | `round` | `new-round`: next year's text from this year's |

mod bench;
mod bind;
mod clauses;
mod clone;
mod command;
mod copy;
mod digest;
mod engines;
mod fuzz;
mod golden;
mod law;
mod lint;
mod load;
mod mutants;
mod package;
mod page;
mod project;
mod prove;
mod quotes;
mod release;
mod round;
mod script;
mod size;
mod split;
mod suite;
mod tools;
mod wasm;
mod zip;

use std::process::ExitCode;

use anyhow::{Context, Result, bail};

const USAGE: &str = "\
用法：cargo xtask <命令>

  serve [--port 8080] [--release]  在本机打开计算器，源文件一改就重新编译
  build                            把页面编译到 dist/
  zip                              把 dist/ 打成 target/ 里的两个压缩包：整个网站（wengang-site-），嵌入用的（wengang-embed-）
  package                          把 JavaScript 包编译到 dist-package/
  release                          写出发布的文件和 SHA256SUMS：网站、JavaScript 包、嵌入用的、SBOM
  reproduce                        在两个目录里各编译一次，看发布的文件是不是一字不差
  size                             列出两者各部分的大小，超出上限则失败
  lint                             检查格式和 clippy
  test [lint|native|quotes|clone|package|page|server|engines|size …]
                                   提交之前要过的检查和测试（两核约 20 分钟），或者只运行指定的几组
  test all [integrations|clone-checks|speed|monkey|fuzz|mutants|spark|faults|native …]
                                   全部检查和测试，数量也用全部的；或者只运行指定的几组
  load                             量一台小服务器每秒能接多少人打开网页（nginx 和 wrk，约 1 分钟）
  fuzz [秒数] [目标…]               随便什么输入都不崩溃、不卡住（每个目标 30 秒，发布前 600 秒）
  golden                           按现在的答案改写 tests/native/golden/ 里的句子，用 git diff 看改了什么
  monkey                           在每个画面上乱点乱写 2,000 次（先 cargo xtask build，约一刻钟）
  mutants 2/40                     把核心改动一处又一处，看测试是不是都发现；一共 40 份，做第 2 份
  mutants --changed                只改动这次修改过的行，最多 8 处左右
  prove-gates [名字…]              把 tests/faults/ 里的错误一个个放进一份副本，看每一关是不是都拦住
  bench                            和别的规则引擎比一比，写到 docs/benchmarks.md（约 10 分钟）
  fmt-policies [--check]           整理 policies/ 的写法：算式的符号和空格、各项的次序；--check 只看不改
  pack hebei [文件]                  把一个地方的政策编译成一个文件，列出大小
  clauses [--check]                写出条款索引 docs/clauses.md：通知的每一句，哪些规则、哪些案例立在它上面
  check-quotes [文件]              逐字核对 policies/ 中的引文，各对各的原文（policies/sources/）；写上 hebei-2024-14 只核对这一份
  new-round 2027 --from 2026       按上一年度写出新年度的草稿
  tools                            只安装所需的工具
  before-trunk、after-trunk          由 Trunk 在每次编译前后调用（Trunk.toml）";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let args: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match run(&args) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("错误：{error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(args: &[&str]) -> Result<ExitCode> {
    match args {
        [] | ["help" | "--help" | "-h"] => println!("{USAGE}"),
        ["serve", options @ ..] => page::serve(&page::ServeOptions::parse(options)?)?,
        ["build"] => page::build()?,
        ["zip"] => drop(zip::write()?),
        ["package"] => package::build()?,
        ["release"] => release::write()?,
        ["reproduce"] => release::reproduce()?,
        ["size"] => size::check()?,
        ["bench"] => bench::run()?,
        ["load"] => load::measure()?,
        ["lint"] => return suite::run(&["lint"]),
        ["test", names @ ..] => return suite::run(names),
        ["golden"] => golden::update()?,
        ["monkey"] => return suite::close_one("monkey", || suite::node::monkey(None)),
        ["fuzz", words @ ..] => return suite::close_one("fuzz", || fuzz::run(words)),
        ["mutants", "--changed"] => {
            return suite::close_one("mutants", || Ok(suite::Tally::of_gate("修改过的行", mutants::of_change())));
        }
        ["mutants", shard] => {
            return suite::close_one("mutants", || Ok(suite::Tally::of_gate(shard, mutants::of_shard(shard))));
        }
        ["prove-gates", names @ ..] => return suite::close_one("faults", || prove::run(names)),
        [suite::BUILD_WORD, words @ ..] => suite::build(words)?,
        ["fmt-policies"] => law::format(false)?,
        ["fmt-policies", "--check"] => law::format(true)?,
        ["pack", place] => law::write(place, None)?,
        ["pack", place, out] => law::write(place, Some(out))?,
        ["clauses"] => clauses::write()?,
        ["clauses", "--check"] => clauses::check()?,
        ["check-quotes"] => quotes::check(None)?,
        ["check-quotes", document] => quotes::check(Some(document))?,
        ["new-round", year, "--from", from] => round::write(parse_year(year)?, parse_year(from)?)?,
        ["tools"] => tools::install_all()?,
        ["before-trunk"] => page::before_trunk()?,
        ["after-trunk"] => page::after_trunk()?,
        _ => bail!("看不懂“cargo xtask {}”\n\n{USAGE}", args.join(" ")),
    }
    Ok(ExitCode::SUCCESS)
}

fn parse_year(word: &str) -> Result<i16> {
    word.parse()
        .ok()
        .filter(|year| (2000..=2100).contains(year))
        .with_context(|| format!("“{word}”不是年度，请写四位数字，例如 2027"))
}
