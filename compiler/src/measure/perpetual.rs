//! `[rules]`: what holds all the time, by rules that follow each other (`[[rule]]`).

use wengang_engine::pack::{Measure, Perpetual};
use wengang_engine::{Expr, Given};

use crate::check::{Checker, Type};
use crate::measure::Blocks;
use crate::measure::rounds::Kind;
use crate::toml_file::Section;

/// Reads the block.
pub(super) fn read(section: &Section<'_>, checker: &Checker<'_>) -> Perpetual {
    let at = section.optional_text("at").map(|written| {
        let (at, found) = checker.any(&written);
        if !matches!(found, Type::Date | Type::Month | Type::Broken) {
            let wrong = format!("这里要日期或月份，写的是{}", checker.describe(&found));
            section.wrong("at", wrong, "要写按哪一天、哪个月找规定，例如 月份；按申请日的不写这一行");
        }
        at
    });
    let settled = section.optional_text("settled").map(|written| checker.typed(&written, &Type::Truth));
    Perpetual { at, settled, always: section.flag("always") }
}

/// Notes what is wrong with the block of a whole measure.
pub(super) fn check(root: &Section<'_>, blocks: &Blocks<'_>, measure: &Measure) {
    let has = |kind: Kind| blocks.rounds.iter().find(|round| round.kind == kind);
    let (Some(section), Some(law)) = (&blocks.perpetual, &measure.perpetual) else {
        if let Some(rule) = has(Kind::Rule) {
            rule.section.missing("没有写 [rules]", "请补上 [rules]，写 name = 规定的名称；按年度办的写 [[round]]");
        }
        return;
    };
    for kind in [Kind::Round, Kind::Standing] {
        if let Some(round) = has(kind) {
            round.section.missing("有 [rules] 的，规定写在 [[rule]] 里", "请改成 [[rule]]，或者去掉 [rules]");
        }
    }
    if has(Kind::Rule).is_none() {
        section.missing("没有写一条规定", "请补上 [[rule]]");
    }
    match (measure.conditions.is_empty(), &law.settled) {
        (true, None) => {
            section.missing("没有条件的，要写什么时候算出来了", "请补上 settled，例如 settled = \"已知 合计金额\"")
        }
        (false, Some(_)) => section.wrong("settled", "有条件的不写 settled", "请去掉这一行，有没有由条件决定"),
        _ => {}
    }
    if measure.window.is_some() {
        root.wrong("window", "一直有效的没有申请期限", "请去掉 [window]");
    }
    if law.at.as_ref().is_some_and(|at| !is_given(measure, at)) {
        section.wrong("at", "不知道按哪一天找规定", "这里用到的事都要有 default");
    }
}

/// Whether an expression is known for every case: of the day and of facts that are assumed where they are left out.
fn is_given(measure: &Measure, expr: &Expr) -> bool {
    match expr {
        Expr::Literal(_) | Expr::Given(Given::Day) => true,
        Expr::Fact(id) => measure.facts.get(id.index()).is_some_and(|fact| fact.assumed.is_some()),
        Expr::Unary(..) | Expr::Binary(..) => expr.operands().into_iter().all(|part| is_given(measure, part)),
        _ => false,
    }
}
