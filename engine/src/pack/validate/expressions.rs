//! References and depth of expressions.

use std::cell::RefCell;
use std::collections::BTreeMap;

use crate::expression::{Expr, Given};
use crate::pack::validate::{DEEPEST, Invalid, Of, fits};
use crate::pack::{FactId, FactKind, Is, Measure, Piece, Row, Says, Style, Text};
use crate::value::Value;

/// What expressions lead to beside their own operands.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Named {
    Define(u16),
    Table(u16),
    Param(u16),
    Outcome,
}

/// The expressions of a measure. What is named is followed once, and never deeper than the evaluator goes.
pub(super) struct Expressions<'m> {
    measure: &'m Measure,
    of: Of<'m>,
    /// How deep what is named goes; `None` while it is followed.
    named: RefCell<BTreeMap<Named, Option<u16>>>,
}

/// Where an expression stands: how deep, and in conditions on which lists.
#[derive(Clone, Copy)]
struct At<'l> {
    level: u16,
    /// How many fields the elements have that are looked at, the innermost last.
    fields: &'l [usize],
}

const TOP: At<'_> = At { level: 0, fields: &[] };

impl<'m> Expressions<'m> {
    pub fn new(measure: &'m Measure) -> Self {
        Self { measure, of: Of { measure: &measure.id }, named: RefCell::default() }
    }

    pub fn of(&self, expr: &Expr) -> Result<(), Invalid> {
        self.depth(expr, TOP).map(|_| ())
    }

    pub fn says(&self, says: &Says) -> Result<(), Invalid> {
        for row in &says.0 {
            row.when.iter().try_for_each(|when| self.of(when))?;
            self.text(&row.text)?;
        }
        Ok(())
    }

    pub fn text(&self, text: &Text) -> Result<(), Invalid> {
        for piece in &text.0 {
            let Piece::Print(expr, style) = piece else { continue };
            self.of(expr)?;
            match style {
                Style::Plain => {}
                Style::Beside(limit) => self.of(limit)?,
                Style::Choice(domain) => self.of.exists("domain", domain.0, self.measure.domains.len())?,
            }
        }
        Ok(())
    }

    pub fn row(&self, row: &Row) -> Result<(), Invalid> {
        self.row_at(row, TOP).map(|_| ())
    }

    /// How many levels an expression has, itself included.
    fn depth(&self, expr: &Expr, at: At<'_>) -> Result<u16, Invalid> {
        if at.level >= DEEPEST {
            return Err(self.too_deep());
        }
        let below = At { level: at.level.saturating_add(1), ..at };
        let Measure { facts, values, .. } = self.measure;
        let deepest = match expr {
            Expr::Literal(Value::List(elements)) if !elements.is_empty() => {
                return Err(self.of.wrong("a list is written down"));
            }
            Expr::Literal(_) => 0,
            Expr::Fact(fact) => self.of.exists("fact", fact.0, facts.len()).map(|()| 0)?,
            Expr::Figure(value) => self.of.exists("value", value.0, values.len()).map(|()| 0)?,
            Expr::Field { out, field } => self.field(*out, *field, at).map(|()| 0)?,
            Expr::Define(define) => self.named(Named::Define(define.0), below)?,
            Expr::Table(table) => self.named(Named::Table(table.0), below)?,
            Expr::Param(param, day) => {
                let day = day.as_ref().map_or(Ok(0), |day| self.depth(day, below))?;
                self.named(Named::Param(param.0), below)?.max(day)
            }
            Expr::Given(Given::Outcome) => self.named(Named::Outcome, below)?,
            Expr::Given(_) => 0,
            Expr::Any(list, such) | Expr::CountOf(list, such) => {
                let fields = [at.fields, &[self.fields_of(*list)?]].concat();
                self.depth(such, At { fields: &fields, ..below })?
            }
            Expr::Suppose(supposed, of) => {
                supposed.iter().try_for_each(|(fact, value)| self.supposed(*fact, value))?;
                self.depth(of, below)?
            }
            Expr::Unary(..) | Expr::Binary(..) | Expr::OneOf(..) | Expr::If(..) => {
                self.deepest(expr.operands().into_iter(), below)?
            }
        };
        Ok(deepest.saturating_add(1))
    }

    fn deepest<'e>(&self, exprs: impl Iterator<Item = &'e Expr>, at: At<'_>) -> Result<u16, Invalid> {
        let mut deepest = 0;
        for expr in exprs {
            deepest = self.depth(expr, at)?.max(deepest);
        }
        Ok(deepest)
    }

    fn too_deep(&self) -> Invalid {
        Invalid::TooDeep { measure: self.measure.id.clone() }
    }

    fn field(&self, out: u8, field: u16, at: At<'_>) -> Result<(), Invalid> {
        let element = at.fields.iter().rev().nth(usize::from(out));
        self.of.exists("field", field, element.copied().unwrap_or(0))
    }

    fn fields_of(&self, list: FactId) -> Result<usize, Invalid> {
        self.of.exists("fact", list.0, self.measure.facts.len())?;
        let fields = self.measure.facts.get(list.index()).and_then(|fact| match fact.kind {
            FactKind::List(id) => self.measure.lists.get(id.index()),
            _ => None,
        });
        fields.map(|list| list.fields.len()).ok_or_else(|| self.of.wrong("elements of what is no list"))
    }

    fn supposed(&self, fact: FactId, value: &Value) -> Result<(), Invalid> {
        self.of.exists("fact", fact.0, self.measure.facts.len())?;
        let kind = self.measure.facts.get(fact.index()).map(|fact| fact.kind);
        let fits = kind.is_some_and(|kind| fits(self.measure, kind, value));
        if fits { Ok(()) } else { Err(self.of.wrong("a fact is supposed to be what it cannot be")) }
    }

    /// How deep something goes that is named, followed the first time.
    fn named(&self, named: Named, at: At<'_>) -> Result<u16, Invalid> {
        let known = self.named.borrow().get(&named).copied();
        let depth = match known {
            Some(Some(depth)) => depth,
            Some(None) => return Err(self.circle(named)),
            None => {
                self.named.borrow_mut().insert(named, None);
                let depth = self.followed(named, At { fields: &[], ..at })?;
                self.named.borrow_mut().insert(named, Some(depth));
                depth
            }
        };
        if at.level.saturating_add(depth) > DEEPEST { Err(self.too_deep()) } else { Ok(depth) }
    }

    fn followed(&self, named: Named, at: At<'_>) -> Result<u16, Invalid> {
        let Measure { defines, tables, params, rounds, conditions, .. } = self.measure;
        match named {
            Named::Define(place) => {
                self.of.exists("definition", place, defines.len())?;
                self.deepest(defines.get(usize::from(place)).map(|define| &define.value).into_iter(), at)
            }
            Named::Table(place) => {
                self.of.exists("table", place, tables.len())?;
                let own = tables.get(usize::from(place)).and_then(|table| table.rows.as_deref()).unwrap_or_default();
                let of_rounds = rounds.iter().flat_map(|round| &round.rows);
                let of_rounds = of_rounds.filter(|(table, _)| table.0 == place).flat_map(|(_, rows)| rows);
                let mut deepest = 0;
                for row in own.iter().chain(of_rounds) {
                    deepest = self.row_at(row, at)?.max(deepest);
                }
                Ok(deepest)
            }
            Named::Param(place) => {
                self.of.exists("dated value", place, params.len())?;
                self.deepest(params.get(usize::from(place)).and_then(|param| param.key.as_ref()).into_iter(), at)
            }
            Named::Outcome => {
                let settled = self.measure.perpetual.as_ref().and_then(|law| law.settled.as_ref());
                self.deepest(conditions.iter().map(|condition| &condition.holds).chain(settled), at)
            }
        }
    }

    fn row_at(&self, row: &Row, at: At<'_>) -> Result<u16, Invalid> {
        let is = match &row.is {
            Is::Value(value) => Some(value),
            Is::Agency => None,
        };
        self.deepest(row.when.iter().chain(is), at)
    }

    fn circle(&self, named: Named) -> Invalid {
        let measure = self.measure.id.clone();
        let what = match named {
            Named::Define(place) => self.measure.defines.get(usize::from(place)).map(|define| define.name.clone()),
            Named::Table(place) => self.measure.tables.get(usize::from(place)).map(|table| table.name.clone()),
            Named::Param(place) => self.measure.params.get(usize::from(place)).map(|param| param.name.clone()),
            Named::Outcome => None,
        };
        Invalid::Circle { measure, what: what.unwrap_or_else(|| "the outcome".to_owned()) }
    }
}
