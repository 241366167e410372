//! `[schedule]`: the amount of each month.

use wengang_engine::pack::{Each, Measure, Piece, Says, Schedule, ScheduleStep, Text};
use wengang_engine::{Expr, Given};

use crate::check::{Checker, Meaning, Type};
use crate::measure::Blocks;
use crate::measure::law::{result, sentence};
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
    let when = section.optional_text("when").map(|written| checker.typed(&written, &Type::Truth));
    let (from, months) = (typed("from", &Type::Month), typed("months", &Type::Count("个月".to_owned())));
    let each = typed("each", &Type::Money);
    let line = |key: &str| section.section(key).and_then(|step| read_step(&step, checker));
    let columns = section.sections("column").into_iter().filter_map(|column| {
        let read = result(&column, checker);
        column.finish();
        read
    });
    let columns: Vec<_> = columns.collect();
    let step = section.has("step").then(|| line("step")).flatten();
    let total = line("total");
    Some(Schedule {
        name: name?,
        from: from?,
        when,
        months: months?,
        each: each?,
        columns,
        step,
        total: total?,
        source: sources.of(section),
    })
}

fn read_step(section: &Section<'_>, checker: &Checker<'_>) -> Option<ScheduleStep> {
    let (id, title, unit) = (section.words("id"), sentence(section, "title", checker), section.words("unit"));
    section.finish();
    Some(ScheduleStep { id: id?, title: title?, unit: unit? })
}

/// Notes what is wrong with the schedule of a whole measure, and what asks for its months where there is none.
pub(super) fn check(blocks: &Blocks<'_>, measure: &Measure, graph: &Graph<'_>) {
    let (Some(section), Some(schedule)) = (&blocks.schedule, &measure.schedule) else {
        return without(blocks, measure, graph);
    };
    if let Some(amount) = &blocks.amount {
        amount.wrong("name", "[amount] 和 [schedule] 都写了", "按月发的只写 [schedule]，请去掉 [amount]");
    }
    let columns = section.sections("column");
    let of_columns = columns.iter().zip(&schedule.columns).map(|(column, read)| (column, "value", &read.value));
    let own = [("from", &schedule.from), ("months", &schedule.months), ("each", &schedule.each)].into_iter();
    let own = own.chain(schedule.when.iter().map(|when| ("when", when))).map(|(key, expr)| (section, key, expr));
    for (section, key, expr) in own.chain(of_columns) {
        if matches!(key, "from" | "when" | "months") {
            wrong_month(graph, section, key, &[expr]);
        }
        let is_sum = |expr: &Expr| matches!(expr, Expr::Scheduled | Expr::OverMonths(_));
        if is_sum(expr) || graph.reaches(expr, &is_sum) {
            section.wrong(key, "绕了一圈又用到自己", "请拆开：逐月的金额不能靠合计算出来");
        }
        if is_about_knowledge(graph, expr) {
            section.wrong(key, "金额靠“知道多少”来算", "“已知、可能、未确认、假设、结果”只能写在 when 和句子里");
        }
    }
}

/// Notes what asks for the months of a schedule in a measure without one.
fn without(blocks: &Blocks<'_>, measure: &Measure, graph: &Graph<'_>) {
    let wrong_month = |section: &Section<'_>, key: &str, exprs: &[&Expr]| wrong_month(graph, section, key, exprs);
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
        if matches!(insight.each, Some(Each::Change)) {
            section.wrong("each", "没有 [schedule]，不会变", "请去掉这一行");
        }
        wrong_month(section, "when", &insight.when.iter().collect::<Vec<_>>());
        wrong_month(section, "value", &insight.value.iter().collect::<Vec<_>>());
        wrong_month(section, said_in(section), &of_says(&insight.says));
    }
    for (section, next) in blocks.next_steps.iter().zip(&measure.next_steps) {
        wrong_month(section, "when", &next.when.iter().collect::<Vec<_>>());
        wrong_month(section, said_in(section), &of_says(&next.says));
    }
}

fn wrong_month(graph: &Graph<'_>, section: &Section<'_>, key: &str, exprs: &[&Expr]) {
    let is_month = |expr: &Expr| *expr == Expr::Given(Given::ThisMonth);
    if exprs.iter().any(|expr| is_month(expr) || graph.reaches(expr, &is_month)) {
        section.wrong(
            key,
            "这里没有“本月”",
            "“本月”是 [schedule] 的某一个月：没有 [schedule] 的文件和它的 from、months 里不能用",
        );
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
