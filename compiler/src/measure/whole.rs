//! Checks that need the whole measure: circular definitions, and words that are not allowed where they are used.

mod items;

use std::collections::BTreeSet;

use wengang_engine::pack::{DefineId, Is, Measure, Row, TableId};
use wengang_engine::{Expr, Given, Listed, Unary};

use crate::measure::{Blocks, perpetual, schedule};
use crate::toml_file::Section;

/// Notes circles, knowledge in the law, and rounds in checks.
pub(super) fn check(root: &Section<'_>, blocks: &Blocks<'_>, measure: &Measure) {
    let graph = Graph { measure };
    for (index, section) in (0_u16..).zip(&blocks.defines) {
        if graph.reaches(&Expr::Define(DefineId(index)), &|expr| *expr == Expr::Define(DefineId(index))) {
            section.wrong("value", "绕了一圈又用到自己", "请拆开：一个名称不能靠自己算出来");
        }
    }
    for (index, table) in (0_u16..).zip(&blocks.tables) {
        if graph.reaches(&Expr::Table(TableId(index)), &|expr| *expr == Expr::Table(TableId(index))) {
            table.section.wrong("name", "绕了一圈又用到自己", "请拆开：一张表不能靠自己判断");
        }
    }
    // What is known must not decide what the law says: an answer would change it twice.
    let instead = "“已知、可能、未确认、假设、结果”只能写在 when 和句子里";
    for (section, condition) in blocks.conditions.iter().zip(&measure.conditions) {
        if is_about_knowledge(&graph, &condition.holds) {
            section.wrong("holds", "条件靠“知道多少”来判断", instead);
        }
    }
    if let (Some(section), Some(amount)) = (&blocks.amount, &measure.amount)
        && is_about_knowledge(&graph, &amount.value)
    {
        section.wrong("value", "金额靠“知道多少”来算", instead);
    }
    items::check(root, blocks, measure, &graph);
    if let (Some(section), Some(amount)) = (&blocks.amount, &measure.amount)
        && (amount.value == Expr::Amount || graph.reaches(&amount.value, &|expr| *expr == Expr::Amount))
    {
        section.wrong("value", "绕了一圈又用到自己", "请拆开：一个金额不能靠自己算出来");
    }
    schedule::check(blocks, measure, &graph);
    for (section, check) in blocks.checks.iter().zip(&measure.checks) {
        if needs_round(&graph, &check.wrong) {
            section.wrong("wrong", "核对时还不知道是哪一年", "这里不能用各年度的数和年份，只能用要问的事");
        }
    }
    for (section, fact) in blocks.facts.iter().zip(&measure.facts) {
        let is_of_the_case = fact.assumed.as_ref().is_some_and(|assumed| !is_of_the_day(&assumed.value));
        if is_of_the_case {
            section.wrong("default", "默认的值靠别的事才算得出来", "只能写现成的值，或者用申请日算，例如 月(申请日)");
        }
    }
    perpetual::check(root, blocks, measure);
    if measure.rounds.is_empty() && measure.gaps.is_empty() {
        root.missing("没有写任何年度", "请补上 [[round]] 或 [[gap]]");
    }
}

pub(super) fn is_about_knowledge(graph: &Graph<'_>, expr: &Expr) -> bool {
    let is = |expr: &Expr| {
        matches!(
            expr,
            Expr::Unary(Unary::IsKnown | Unary::IsPossible | Unary::IsProvisional, _)
                | Expr::Suppose(..)
                | Expr::Given(Given::Outcome)
                | Expr::Any(Listed::Plan(_), _)
                | Expr::CountOf(Listed::Plan(_), _)
                | Expr::Over(_, Listed::Plan(_), ..)
        )
    };
    is(expr) || graph.reaches(expr, &is)
}

/// Whether an expression is the same for every case of a day.
fn is_of_the_day(expr: &Expr) -> bool {
    match expr {
        Expr::Literal(_) | Expr::Given(Given::Day) => true,
        Expr::Unary(..) | Expr::Binary(..) => expr.operands().into_iter().all(is_of_the_day),
        _ => false,
    }
}

fn needs_round(graph: &Graph<'_>, expr: &Expr) -> bool {
    let is = |expr: &Expr| match expr {
        Expr::Figure(_) => true,
        Expr::Given(given) => *given != Given::Day,
        Expr::Table(id) => graph.table(*id).is_none_or(|table| table.rows.is_none()),
        _ => false,
    };
    is(expr) || graph.reaches(expr, &is)
}

/// What expressions refer to.
pub(super) struct Graph<'m> {
    measure: &'m Measure,
}

impl<'m> Graph<'m> {
    fn table(&self, id: TableId) -> Option<&'m wengang_engine::pack::Table> {
        self.measure.tables.get(id.index())
    }

    /// Whether an expression that the first leads to, itself left out, is such a one.
    pub fn reaches(&self, from: &Expr, is: &dyn Fn(&Expr) -> bool) -> bool {
        let (mut defines, mut tables) = (BTreeSet::new(), BTreeSet::new());
        let mut open: Vec<&Expr> = self.next(from, &mut defines, &mut tables);
        while let Some(expr) = open.pop() {
            if is(expr) {
                return true;
            }
            open.extend(self.next(expr, &mut defines, &mut tables));
        }
        false
    }

    /// The operands and references of an expression; each definition and table is followed once.
    fn next<'e>(
        &self,
        expr: &'e Expr,
        defines: &mut BTreeSet<DefineId>,
        tables: &mut BTreeSet<TableId>,
    ) -> Vec<&'e Expr>
    where
        'm: 'e,
    {
        match expr {
            Expr::Define(id) if defines.insert(*id) => {
                self.measure.defines.get(id.index()).map(|define| &define.value).into_iter().collect()
            }
            Expr::Table(id) if tables.insert(*id) => {
                let own = self.table(*id).and_then(|table| table.rows.as_deref()).unwrap_or_default();
                let of_rounds = self.measure.rounds.iter().flat_map(|round| &round.rows);
                let of_rounds = of_rounds.filter(|(table, _)| table == id).flat_map(|(_, rows)| rows);
                own.iter().chain(of_rounds).flat_map(expressions).collect()
            }
            // The amount is followed once, as if it were a definition behind all others.
            Expr::Amount if defines.insert(DefineId(u16::MAX)) => {
                self.measure.amount.iter().map(|amount| &amount.value).collect()
            }
            Expr::Param(id, day) => {
                let key = self.measure.params.get(id.index()).and_then(|param| param.key.as_ref());
                key.into_iter().chain(day.as_deref()).collect()
            }
            other => other.operands(),
        }
    }
}

fn expressions(row: &Row) -> impl Iterator<Item = &Expr> {
    let is = match &row.is {
        Is::Value(value) => Some(value),
        Is::Agency => None,
    };
    row.when.iter().chain(is)
}
