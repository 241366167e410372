//! `[schedule]`: what each month brings.

use wengang_engine::pack::{Each, Measure, Piece, Says, Schedule, ScheduleStep, Text};
use wengang_engine::{Expr, Given};

use crate::check::{Checker, Meaning, Type};
use crate::measure::Blocks;
use crate::measure::law::sentence;
use crate::measure::whole::{Graph, is_about_knowledge};
use crate::sources::Sources;
use crate::toml_file::Section;

/// Declares the name of the sum.
pub(super) fn declare<'a>(section: Option<&Section<'a>>, checker: &mut Checker<'a>) {
    if let Some(name) = section.and_then(|section| section.text("name")) {
        checker.declare(&name, Meaning::Scheduled, Type::Money);
    }
}

/// Reads the schedule.
pub(super) fn read(section: &Section<'_>, checker: &Checker<'_>, sources: &Sources<'_>) -> Option<Schedule> {
    let typed = |key: &str, wanted: &Type| section.text(key).map(|written| checker.typed(&written, wanted));
    let name = section.words("name");
    let (from, months) = (typed("from", &Type::Month), typed("months", &Type::Count("个月".to_owned())));
    let each = typed("each", &Type::Money);
    let line = |key: &str| section.section(key).and_then(|step| read_step(&step, checker));
    let (step, total) = (line("step"), line("total"));
    Some(Schedule {
        name: name?,
        from: from?,
        months: months?,
        each: each?,
        step: step?,
        total: total?,
        source: sources.of(section),
    })
}

fn read_step(section: &Section<'_>, checker: &Checker<'_>) -> Option<ScheduleStep> {
    let (id, title, unit) = (section.words("id"), sentence(section, "title", checker), section.words("unit"));
    section.finish();
    Some(ScheduleStep { id: id?, title: title?, unit: unit? })
}

/// Notes what is wrong with the schedule of a whole measure, and a month that is asked for where there is none.
pub(super) fn check(blocks: &Blocks<'_>, measure: &Measure, graph: &Graph<'_>) {
    let is_month = |expr: &Expr| *expr == Expr::Given(Given::ThisMonth);
    let wrong_month = |section: &Section<'_>, key: &str, exprs: &[&Expr]| {
        if exprs.iter().any(|expr| is_month(expr) || graph.reaches(expr, &is_month)) {
            let instead = "“本月”只在 [schedule] 的 each、step 和 each = \"变化\" 的 [[insight]] 里有值";
            section.wrong(key, "这里没有“本月”", instead);
        }
    };
    for (section, condition) in blocks.conditions.iter().zip(&measure.conditions) {
        wrong_month(section, "holds", &[&condition.holds]);
        wrong_month(section, "title", &of_text(&condition.title));
        wrong_month(section, said_in(section), &of_says(&condition.says));
    }
    for (section, define) in blocks.defines.iter().zip(&measure.defines).filter(|(_, define)| define.step.is_some()) {
        wrong_month(section, "value", &[&define.value]);
    }
    for (section, result) in blocks.results.iter().zip(&measure.results) {
        wrong_month(section, "value", &[&result.value]);
    }
    for (section, insight) in blocks.insights.iter().zip(&measure.insights) {
        match insight.each {
            Some(Each::Change) if blocks.schedule.is_none() => {
                section.wrong("each", "没有 [schedule]，不会变", "请去掉这一行");
            }
            Some(Each::Change) => {}
            None | Some(Each::Element(_)) => {
                wrong_month(section, "when", &insight.when.iter().collect::<Vec<_>>());
                wrong_month(section, "value", &insight.value.iter().collect::<Vec<_>>());
                wrong_month(section, said_in(section), &of_says(&insight.says));
            }
        }
    }
    for (section, next) in blocks.next_steps.iter().zip(&measure.next_steps) {
        wrong_month(section, "when", &next.when.iter().collect::<Vec<_>>());
        wrong_month(section, said_in(section), &of_says(&next.says));
    }
    let (Some(section), Some(schedule)) = (&blocks.schedule, &measure.schedule) else { return };
    if let Some(amount) = &blocks.amount {
        amount.wrong("name", "[amount] 和 [schedule] 都写了", "按月发的只写 [schedule]，请去掉 [amount]");
    }
    for (key, expr) in [("from", &schedule.from), ("months", &schedule.months), ("each", &schedule.each)] {
        if key != "each" {
            wrong_month(section, key, &[expr]);
        }
        let is_sum = |expr: &Expr| *expr == Expr::Scheduled;
        if is_sum(expr) || graph.reaches(expr, &is_sum) {
            section.wrong(key, "绕了一圈又用到自己", "请拆开：逐月的金额不能靠合计算出来");
        }
        if is_about_knowledge(graph, expr) {
            section.wrong(key, "金额靠“知道多少”来算", "“已知、可能、未确认、假设、结果”只能写在 when 和句子里");
        }
    }
}

fn said_in(section: &Section<'_>) -> &'static str {
    if section.has("says") { "says" } else { "text" }
}

fn of_says(says: &Says) -> Vec<&Expr> {
    says.0.iter().flat_map(|row| row.when.iter().chain(of_text(&row.text))).collect()
}

fn of_text(text: &Text) -> Vec<&Expr> {
    let printed = text.0.iter().filter_map(|piece| match piece {
        Piece::Print(expr, _) => Some(expr),
        Piece::Words(_) => None,
    });
    printed.collect()
}
