//! References and depth of expressions.

use std::cell::RefCell;
use std::collections::BTreeMap;

use crate::expression::{Added, Expr, Given, Listed, Supposition};
use crate::pack::validate::{DEEPEST, Invalid, Of, fits};
use crate::pack::{FactId, FactKind, Is, Measure, Piece, Row, Says, Style, Text};
use crate::value::Value;

/// References of expressions besides their operands.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Named {
    Define(u16),
    Table(u16),
    Param(u16),
    Amount,
    Scheduled,
    FirstMonth,
    Outcome,
    Plan,
}

/// The expressions of a measure. What is named is followed once, and never deeper than the evaluator goes.
pub(super) struct Expressions<'m> {
    measure: &'m Measure,
    of: Of<'m>,
    /// How deep what is named goes; `None` while it is followed.
    named: RefCell<BTreeMap<Named, Option<u16>>>,
}

/// The context of an expression: its depth, and the lists whose conditions it is part of.
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

    /// A condition on the item at hand and another.
    pub fn of_pair(&self, expr: &Expr) -> Result<(), Invalid> {
        self.of_element(expr, self.fields_of_item()?)
    }

    /// A condition on an element with that number of fields.
    pub fn of_element(&self, expr: &Expr, fields: usize) -> Result<(), Invalid> {
        self.depth(expr, At { fields: &[fields], ..TOP }).map(|_| ())
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
                Style::Against(limit) => self.of(limit)?,
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
            Expr::Amount => self.named(Named::Amount, below)?,
            Expr::Scheduled => self.named(Named::Scheduled, below)?,
            Expr::OverMonths(of) => {
                self.named(Named::Scheduled, below)?.max(self.depth(of, At { fields: &[], ..below })?)
            }
            Expr::Given(Given::ThisMonth) => self.named(Named::FirstMonth, below)?,
            Expr::Given(Given::Outcome) => self.named(Named::Outcome, below)?,
            Expr::Given(_) => 0,
            Expr::OfItem(field) => self.of.exists("field", *field, self.fields_of_item()?).map(|()| 0)?,
            Expr::Any(list, such) | Expr::CountOf(list, such) => {
                let listed = self.listed(*list, below)?;
                let fields = [at.fields, &[self.fields_of(*list)?]].concat();
                self.depth(such, At { fields: &fields, ..below })?.max(listed)
            }
            Expr::Over(_, list, such, of) => {
                let listed = self.listed(*list, below)?;
                let fields = [at.fields, &[self.fields_of(*list)?]].concat();
                self.deepest([such.as_ref(), of].into_iter(), At { fields: &fields, ..below })?.max(listed)
            }
            Expr::Suppose(with, of) => {
                let with = self.supposition(with, below)?;
                self.depth(of, At { fields: &[], ..below })?.max(with)
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

    /// How deep it goes to find the elements of a list.
    fn listed(&self, list: Listed, at: At<'_>) -> Result<u16, Invalid> {
        match list {
            Listed::Fact(_) => Ok(0),
            Listed::Plan(_) => self.named(Named::Plan, at),
        }
    }

    fn fields_of(&self, list: Listed) -> Result<usize, Invalid> {
        match list {
            Listed::Fact(fact) => self.fields_of_fact(fact),
            // The amount of an item, and the day by which to apply.
            Listed::Plan(_) => Ok(self.fields_of_item()?.saturating_add(2)),
        }
    }

    fn fields_of_item(&self) -> Result<usize, Invalid> {
        match &self.measure.items {
            Some((item, _)) => self.fields_of_fact(item.list),
            None => Err(self.of.wrong("an item where there are none")),
        }
    }

    fn supposition(&self, with: &Supposition, at: At<'_>) -> Result<u16, Invalid> {
        let Supposition { facts, defines, added, day, round } = with;
        for (define, _) in defines {
            self.of.exists("definition", define.0, self.measure.defines.len())?;
        }
        facts.iter().try_for_each(|(fact, value)| self.supposed(*fact, value))?;
        round.iter().try_for_each(|round| self.of.exists("round", round.0, self.measure.rounds.len()))?;
        let mut deepest = self.deepest(day.iter(), at)?;
        for Added { to, each, fields } in added {
            let count = self.fields_of_fact(*to)?;
            let of_each = match each {
                None => at.fields.to_vec(),
                Some(list) => {
                    deepest = self.listed(*list, at)?.max(deepest);
                    [at.fields, &[self.fields_of(*list)?]].concat()
                }
            };
            fields.iter().try_for_each(|(place, _)| self.of.exists("field", *place, count))?;
            let values = fields.iter().map(|(_, value)| value);
            deepest = self.deepest(values, At { fields: &of_each, ..at })?.max(deepest);
        }
        Ok(deepest)
    }

    pub fn fields_of_fact(&self, list: FactId) -> Result<usize, Invalid> {
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
        let Measure { defines, tables, params, rounds, conditions, items, .. } = self.measure;
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
            Named::Amount => {
                let amount = self.measure.amount.as_ref().map(|amount| &amount.value);
                self.deepest([amount.ok_or_else(|| self.of.wrong("there is no amount"))?].into_iter(), at)
            }
            Named::FirstMonth => self.deepest(self.measure.schedule.iter().map(|schedule| &schedule.from), at),
            Named::Scheduled => {
                let Some(schedule) = &self.measure.schedule else { return Err(self.of.wrong("there is no schedule")) };
                let when = schedule.when.iter();
                self.deepest(when.chain([&schedule.from, &schedule.months, &schedule.each]), at)
            }
            Named::Outcome => {
                let of_plan = if items.is_some() { self.named(Named::Plan, at)? } else { 0 };
                let settled = self.measure.perpetual.as_ref().and_then(|law| law.settled.as_ref());
                let conditions = conditions.iter().map(|condition| &condition.holds);
                Ok(self.deepest(conditions.chain(settled), at)?.max(of_plan))
            }
            Named::Plan => {
                let Some((item, paid)) = items else { return Err(self.of.wrong("a plan where there is none")) };
                let of_items = item.conditions.iter().map(|condition| &condition.holds);
                let conditions = conditions.iter().map(|condition| &condition.holds).chain(of_items);
                let deepest = self.deepest(conditions.chain([&item.amount]), at)?;
                let Some(plan) = paid.plan() else { return Ok(deepest) };
                let ordinary = plan.ordinary.iter().flat_map(|(takes, places)| [takes, places]);
                let deepest = self.deepest([&plan.places, &plan.by].into_iter().chain(ordinary), at)?.max(deepest);
                let fields = [self.fields_of_item()?];
                let pairs = [&plan.same, &plan.blocks].into_iter();
                Ok(self.deepest(pairs, At { fields: &fields, ..at })?.max(deepest))
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
            Named::Amount => self.measure.amount.as_ref().map(|amount| amount.name.clone()),
            Named::Scheduled => self.measure.schedule.as_ref().map(|schedule| schedule.name.clone()),
            Named::FirstMonth | Named::Outcome | Named::Plan => None,
        };
        Invalid::Circle { measure, what: what.unwrap_or_else(|| "the outcome".to_owned()) }
    }
}
