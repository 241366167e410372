//! `new-round`: drafts next year's `[[round]]` of every measure from an earlier one, for an officer to check.

use std::path::Path;

use anyhow::{Context, Result, bail};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::Offset;
use wengang_workbench::copy::{self, Copying};

use crate::project;

/// Appends a round for `year` to every policy that has one for `from`.
///
/// # Errors
/// Where a policy already has the year, no policy has the other, or the new round is within a gap;
/// then no file is changed.
pub fn write(year: i16, from: i16) -> Result<()> {
    let mut drafts = Vec::new();
    for path in project::policies()? {
        let drafted = draft(&project::read(&path)?, year, from, today()).with_context(|| project::shown(&path))?;
        drafts.extend(drafted.map(|text| (path, text)));
    }
    if drafts.is_empty() {
        bail!("policies/ 中没有 {from} 年度，写不出 {year} 年度的草稿");
    }
    for (path, text) in &drafts {
        save(path, text)?;
    }
    println!("请按文件中的 TODO 逐项核对（步骤见 docs/new-round.md），再运行：\n  cargo xtask test native quotes");
    Ok(())
}

fn save(path: &Path, text: &str) -> Result<()> {
    project::write(path, text)?;
    println!("已写入草稿：{}", project::shown(path));
    Ok(())
}

/// Returns today's date where the policies hold: UTC+8.
fn today() -> Date {
    Offset::constant(8).to_datetime(Timestamp::now()).date()
}

/// Returns a policy's text with the new round, or nothing where the policy has no round to copy.
fn draft(source: &str, year: i16, from: i16, today: Date) -> Result<Option<String>> {
    let today = today.to_string();
    let today = wengang_engine::Date::parse(&today)?;
    let how = Copying { today, basis: None, head: tasks(year, from) };
    copy::round(source, year, from, &how).map_err(anyhow::Error::msg)
}

/// What the officer has to check.
fn tasks(year: i16, from: i16) -> String {
    format!(
        "# TODO {year} 年度草稿，照抄自 {from} 年度。以下各项核对一项，删去一行：\n\
         # TODO 文件：在 documents.toml 中登记 {year} 年的通知，document、clause 改为引用它\n\
         # TODO 数字：每个 value 与通知逐项对照\n\
         # TODO 起止日期：from、to 改为通知写明的执行期限\n\
         # TODO 引文：quote 已全部删去，有原文的，请逐字摘录关键词句\n\
         # TODO 可靠程度：grade 现在一律为 D，按来源改写\n\
         # TODO 说明：notes 和注释还是 {from} 年度的话\n\
         # TODO 缺口：后面如有 [[gap]]，起始日已移到本年度之后，reason 要跟着改\n\
         # TODO 只有几个年度才有的条件和句子：{from} 年度有的，已经加上 {year}；别的年度有、{year} 年度也有的，请把它的 id 加进 only\n\
         # TODO 新条件、新算法：写法见 docs/spec/policy-language.md；写不出来的，请告诉开发者\n"
    )
}

#[cfg(test)]
mod tests;
