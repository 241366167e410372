//! Conditions that can never hold, and rows that can never be reached.

use wengang_engine::pack::{Measure, RoundId, Row};
use wengang_engine::{Binary, Expr, Unary, can_hold};

use crate::measure::Blocks;
use crate::toml_file::Section;

/// Notes them. The measure must be right otherwise: what is faulty holds in no way.
pub(super) fn check(blocks: &Blocks<'_>, measure: &Measure) {
    let rounds = || (0_u16..).map(RoundId).take(measure.rounds.len());
    let never = |expr: &Expr| !measure.rounds.is_empty() && rounds().all(|round| !can_hold(measure, round, expr));
    for (section, condition) in blocks.conditions.iter().zip(&measure.conditions) {
        if never(&condition.holds) {
            section.wrong("holds", "这个条件永远不成立", "请核对：怎么填都不会成立");
        }
    }
    for (block, table) in blocks.tables.iter().zip(&measure.tables) {
        if let (Some(sections), Some(rows)) = (&block.rows, &table.rows) {
            rows_reached(sections, rows, &never);
        }
    }
    for ((id, block), round) in rounds().zip(&blocks.rounds).zip(&measure.rounds) {
        for ((_, sections), (_, rows)) in block.rows.iter().zip(&round.rows) {
            rows_reached(sections, rows, &|expr: &Expr| !can_hold(measure, id, expr));
        }
    }
}

/// Notes a row whose condition never holds where every earlier one fails.
fn rows_reached(sections: &[Section<'_>], rows: &[Row], never: &dyn Fn(&Expr) -> bool) {
    let mut before: Option<Expr> = None;
    for (section, row) in sections.iter().zip(rows) {
        let Some(when) = &row.when else { continue };
        let reached = match &before {
            None => when.clone(),
            Some(before) => {
                let fails = Expr::Unary(Unary::Not, before.clone().into());
                Expr::Binary(Binary::And, fails.into(), when.clone().into())
            }
        };
        if never(&reached) {
            section.wrong(
                "when",
                "永远轮不到这一行",
                "请核对：它成立的时候，前面的行总有一行先成立，或者它怎么填都不成立",
            );
        }
        before = Some(match before {
            None => when.clone(),
            Some(before) => Expr::Binary(Binary::Or, before.into(), when.clone().into()),
        });
    }
}
