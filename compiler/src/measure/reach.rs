//! Conditions that can never hold, and rows that can never be reached.

use wengang_engine::pack::{Measure, RoundId, Row, Says};
use wengang_engine::{Binary, Expr, Unary, can_hold};

use crate::measure::Blocks;
use crate::toml_file::Section;

/// Notes them. The measure must be right otherwise: what is faulty holds in no way.
pub(super) fn check(blocks: &Blocks<'_>, measure: &Measure) {
    let rounds = || (0_u16..).map(RoundId).take(measure.rounds.len());
    let never = |expr: &Expr| !measure.rounds.is_empty() && rounds().all(|round| !can_hold(measure, round, expr));
    for (section, condition) in blocks.conditions.iter().zip(&measure.conditions) {
        if never(&condition.holds) {
            section.unreached("holds", "这个条件永远不成立", "请核对：怎么填都不会成立");
        }
    }
    let part_of = |only: &Option<Vec<RoundId>>| {
        let only = only.clone();
        move |expr: &Expr| {
            let mut rounds = rounds().filter(|round| only.as_ref().is_none_or(|only| only.contains(round))).peekable();
            rounds.peek().is_some() && rounds.all(|round| !can_hold(measure, round, expr))
        }
    };
    for (section, condition) in blocks.conditions.iter().zip(&measure.conditions) {
        check_says(section, &condition.says, &part_of(&condition.only));
    }
    for (section, insight) in blocks.insights.iter().zip(&measure.insights) {
        advice(section, insight.when.as_ref(), &insight.says, &part_of(&insight.only));
    }
    for (section, next) in blocks.next_steps.iter().zip(&measure.next_steps) {
        advice(section, next.when.as_ref(), &next.says, &part_of(&next.only));
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

/// Notes an insight or a next step that is never said, or a sentence of it.
fn advice(section: &Section<'_>, when: Option<&Expr>, says: &Says, never: &dyn Fn(&Expr) -> bool) {
    let Some(when) = when else { return check_says(section, says, never) };
    if never(when) {
        return section.unreached("when", "这一句永远不会说", "请核对：怎么填都不会成立");
    }
    let both = |expr: &Expr| never(&Expr::Binary(Binary::And, when.clone().into(), expr.clone().into()));
    check_says(section, says, &both);
}

/// Notes a sentence that is never said: its condition never holds where every earlier one fails.
fn check_says(section: &Section<'_>, says: &Says, never: &dyn Fn(&Expr) -> bool) {
    let rows = section.sections("says");
    let whens = says.0.iter().map(|row| row.when.as_ref());
    unreached(
        rows.iter().zip(whens),
        never,
        "永远轮不到这一句",
        "请核对：它成立的时候，前面的总有一句先成立，或者它怎么填都不成立",
    );
}

/// Notes a row whose condition never holds where every earlier one fails.
fn rows_reached(sections: &[Section<'_>], rows: &[Row], never: &dyn Fn(&Expr) -> bool) {
    let whens = rows.iter().map(|row| row.when.as_ref());
    let instead = "请核对：它成立的时候，前面的行总有一行先成立，或者它怎么填都不成立";
    unreached(sections.iter().zip(whens), never, "永远轮不到这一行", instead);
}

fn unreached<'s, 'a: 's, 'e>(
    rows: impl Iterator<Item = (&'s Section<'a>, Option<&'e Expr>)>,
    never: &dyn Fn(&Expr) -> bool,
    wrong: &str,
    instead: &str,
) {
    let mut before: Option<Expr> = None;
    for (section, when) in rows {
        let Some(when) = when else { continue };
        let reached = match &before {
            None => when.clone(),
            Some(before) => {
                let fails = Expr::Unary(Unary::Not, before.clone().into());
                Expr::Binary(Binary::And, fails.into(), when.clone().into())
            }
        };
        if never(&reached) {
            section.unreached("when", wrong, instead);
        }
        before = Some(match before {
            None => when.clone(),
            Some(before) => Expr::Binary(Binary::Or, before.into(), when.clone().into()),
        });
    }
}
