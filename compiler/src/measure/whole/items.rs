//! Items: where 这本 has a meaning, and what only those that are paid can say.

use wengang_engine::Expr;
use wengang_engine::pack::{Measure, Paid, Piece, Says, Text};

use crate::measure::Blocks;
use crate::measure::items::PaidBlock;
use crate::measure::whole::{Graph, is_about_knowledge};
use crate::toml_file::Section;

/// Notes 这本 where no item is in scope, and a plan that depends on itself.
pub(super) fn check(root: &Section<'_>, blocks: &Blocks<'_>, measure: &Measure, graph: &Graph<'_>) {
    let (Some(block), Some((item, paid))) = (&blocks.items, &measure.items) else { return };
    if blocks.amount.is_some() {
        root.missing("[amount] 和 [item] 都写了", "有 [item] 的，金额就是各项的合计：请去掉 [amount]");
    }
    for (section, condition) in block.conditions.iter().zip(&item.conditions) {
        if is_about_knowledge(graph, &condition.holds) {
            section.wrong("holds", "条件靠“知道多少”来判断", KNOWLEDGE);
        }
    }
    let mut law = vec![(&block.section, "amount", &item.amount)];
    if let (PaidBlock::Plan(section), Paid::Plan(plan)) = (&block.paid, paid) {
        let of_plan = [("same", &plan.same), ("blocks", &plan.blocks), ("places", &plan.places), ("by", &plan.by)];
        let ordinary = plan.ordinary.iter().flat_map(|(takes, places)| [("ordinary", takes), ("ordinary", places)]);
        law.extend(of_plan.into_iter().chain(ordinary).map(|(key, expr)| (section, key, expr)));
    }
    for (section, key, expr) in law {
        if is_about_knowledge(graph, expr) {
            section.wrong(key, "给多少靠“知道多少”来算", KNOWLEDGE);
        }
    }
    without_item(blocks, measure, graph);
}

const KNOWLEDGE: &str = "“已知、可能、未确认、假设、结果、计划”只能写在 when 和句子里";
const NO_ITEM: (&str, &str) =
    ("这里没有现在看的这一项", "“这本.…”和用到它的名称只能写在 [item]、[plan] 和有 each 的 [[insight]] 里");

/// Notes expressions over an item where none is in scope.
fn without_item(blocks: &Blocks<'_>, measure: &Measure, graph: &Graph<'_>) {
    let needs = |expr: &Expr| matches!(expr, Expr::OfItem(_)) || graph.reaches(expr, &|e| matches!(e, Expr::OfItem(_)));
    let in_text = |text: &Text| text.0.iter().any(|piece| matches!(piece, Piece::Print(expr, _) if needs(expr)));
    let in_says = |says: &Says| says.0.iter().any(|row| row.when.as_ref().is_some_and(&needs) || in_text(&row.text));
    let note = |section: &Section<'_>, key: &str| section.wrong(key, NO_ITEM.0, NO_ITEM.1);
    for (section, condition) in blocks.conditions.iter().zip(&measure.conditions) {
        if needs(&condition.holds) {
            note(section, "holds");
        }
        if in_says(&condition.says) || in_text(&condition.title) {
            note(section, "id");
        }
    }
    let once = blocks.insights.iter().zip(&measure.insights).filter(|(section, _)| !section.has("each"));
    for (section, insight) in once {
        let exprs = [("when", &insight.when), ("value", &insight.value)];
        for (key, _) in exprs.into_iter().filter(|(_, expr)| expr.as_ref().is_some_and(&needs)) {
            note(section, key);
        }
        if in_says(&insight.says) {
            note(section, "id");
        }
    }
    for (section, next) in blocks.next_steps.iter().zip(&measure.next_steps) {
        if next.when.as_ref().is_some_and(&needs) {
            note(section, "when");
        }
        if in_says(&next.says) {
            note(section, "id");
        }
    }
    for (section, result) in blocks.results.iter().zip(&measure.results).filter(|(_, result)| needs(&result.value)) {
        let _ = result;
        note(section, "value");
    }
    for (section, check) in blocks.checks.iter().zip(&measure.checks) {
        if needs(&check.wrong) {
            note(section, "wrong");
        }
    }
    let with_step = blocks.defines.iter().zip(&measure.defines).filter(|(_, define)| define.step.is_some());
    for (section, define) in with_step {
        if needs(&define.value) {
            note(section, "step");
        }
    }
}
