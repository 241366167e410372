//! Checks of what the compiler guarantees of its packs, for bytes from elsewhere.
//!
//! References are places in lists that are long enough, nothing goes in circles, nothing nests deeper than the evaluator
//! goes. The evaluator does not rely on any of it and answers [`NoValue`](crate::NoValue); but a damaged pack is better
//! refused where it is read than in the middle of an answer. The types of expressions are not checked here.

mod expressions;
mod law;
mod rounds;

use crate::case;
use crate::evaluate::FIELDS;
use crate::pack::{
    Column, Compare, Dated, DomainId, FactKind, List, Measure, Pack, Param, Row, SourceId, Table, WindowTexts,
};
use crate::value::Value;

use expressions::Expressions;

/// How deep expressions, definitions and suppositions may nest.
pub(crate) const DEEPEST: u16 = 96;

/// What is wrong with a pack.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum Invalid {
    /// A reference to what is not there.
    #[error("{measure}: there is no {what} {place}")]
    NoSuch {
        /// The measure; empty for what belongs to none.
        measure: String,
        /// What is referred to.
        what: &'static str,
        /// The place that it would have.
        place: u16,
    },
    /// More elements of a kind than an index can refer to.
    #[error("{measure}: too many of {what}")]
    TooMany {
        /// The measure; empty for what belongs to none.
        measure: String,
        /// Of what.
        what: &'static str,
    },
    /// A definition, a table or the outcome that leads to itself.
    #[error("{measure}: {what} leads to itself")]
    Circle {
        /// The measure.
        measure: String,
        /// Which.
        what: String,
    },
    /// An expression that nests deeper than the evaluator goes.
    #[error("{measure}: an expression nests too deep")]
    TooDeep {
        /// The measure.
        measure: String,
    },
    /// A value that is not allowed in its place.
    #[error("{measure}: {what}")]
    Wrong {
        /// The measure; empty for what belongs to none.
        measure: String,
        /// What is wrong.
        what: &'static str,
    },
}

impl Pack {
    /// Checks that the pack refers only to what it holds and can be evaluated.
    ///
    /// # Errors
    /// The first thing that is wrong.
    pub fn validate(&self) -> Result<(), Invalid> {
        let Self { place: _, documents, sources, days_off, measures, home: _ } = self;
        let of = Of { measure: "" };
        of.few("documents", documents.len())?;
        of.few("sources", sources.len())?;
        of.few("measures", measures.len())?;
        for source in sources {
            of.exists("document", source.document.0, documents.len())?;
        }
        measures.iter().try_for_each(|measure| self.check(measure))?;
        if let Some(days_off) = days_off {
            of.exists("source", days_off.source.0, sources.len())?;
            // Its sentence is printed with the facts of every measure.
            for measure in measures {
                Expressions::new(measure).text(&days_off.round)?;
                Expressions::new(measure).text(&days_off.text)?;
            }
        }
        Ok(())
    }

    fn check(&self, measure: &Measure) -> Result<(), Invalid> {
        Checked { pack: self, measure, of: Of { measure: &measure.id }, expressions: Expressions::new(measure) }.all()
    }
}

/// What a message names.
#[derive(Clone, Copy)]
struct Of<'p> {
    measure: &'p str,
}

impl Of<'_> {
    fn few(self, what: &'static str, count: usize) -> Result<(), Invalid> {
        // Places are numbered in 16 bits, and one more than the last must be a number too.
        let is_few = u16::try_from(count).is_ok_and(|count| count < u16::MAX);
        if is_few { Ok(()) } else { Err(Invalid::TooMany { measure: self.measure.to_owned(), what }) }
    }

    fn exists(self, what: &'static str, place: u16, count: usize) -> Result<(), Invalid> {
        let is_there = usize::from(place) < count;
        if is_there { Ok(()) } else { Err(Invalid::NoSuch { measure: self.measure.to_owned(), what, place }) }
    }

    fn wrong(self, what: &'static str) -> Invalid {
        Invalid::Wrong { measure: self.measure.to_owned(), what }
    }
}

/// A measure that is checked.
struct Checked<'p> {
    pack: &'p Pack,
    measure: &'p Measure,
    of: Of<'p>,
    expressions: Expressions<'p>,
}

impl Checked<'_> {
    fn all(&self) -> Result<(), Invalid> {
        // Nothing that a measure holds is left out: a new field does not compile until it is checked here.
        let Measure {
            place: _,
            id: _,
            title: _,
            short: _,
            shown: _,
            checked_on: _,
            readings: _,
            window,
            domains,
            lists,
            facts,
            checks,
            values,
            params,
            tables,
            defines,
            conditions,
            amount,
            items,
            schedule,
            results,
            insights,
            next_steps,
            notes,
            perpetual,
            rounds,
            gaps: _,
            compare,
        } = self.measure;
        for (what, count) in [
            ("domains", domains.len()),
            ("lists", lists.len()),
            ("facts", facts.len()),
            ("values", values.len()),
            ("dated values", params.len()),
            ("tables", tables.len()),
            ("definitions", defines.len()),
            ("conditions", conditions.len()),
            ("insights", insights.len()),
            ("next steps", next_steps.len()),
            ("rounds", rounds.len()),
        ] {
            self.of.few(what, count)?;
        }
        if facts.len() >= usize::from(FIELDS) {
            return Err(Invalid::TooMany { measure: self.measure.id.clone(), what: "facts" });
        }
        for domain in domains {
            self.of.few("options", domain.options.len())?;
            let mut meant = domain.options.iter().flat_map(|option| &option.any_of);
            meant.try_for_each(|option| self.of.exists("option", option.0, domain.options.len()))?;
        }
        lists.iter().try_for_each(|list| self.list(list))?;
        for fact in facts {
            self.kind(fact.kind)?;
            self.expressions.text(&fact.question.ask)?;
            fact.question.hint.iter().try_for_each(|hint| self.expressions.text(hint))?;
            if let Some(assumed) = &fact.assumed {
                self.expressions.of(&assumed.value)?;
                assumed.when.iter().try_for_each(|when| self.expressions.of(when))?;
                self.expressions.text(&assumed.note)?;
            }
            if fact.instead.as_ref().is_some_and(|instead| instead.divided_by == 0) {
                return Err(self.of.wrong("a fact is divided by zero"));
            }
        }
        for check in checks {
            self.of.exists("fact", check.at.0, facts.len())?;
            match check.field {
                None => self.expressions.of(&check.wrong)?,
                Some(field) => {
                    let fields = self.expressions.fields_of_fact(check.at)?;
                    self.of.exists("field", field, fields)?;
                    self.expressions.of_element(&check.wrong, fields)?;
                }
            }
        }
        if let Some(WindowTexts { id: _, title, open, upcoming, closed, not_recorded }) = window {
            [title, open, upcoming, closed, not_recorded]
                .into_iter()
                .try_for_each(|text| self.expressions.text(text))?;
        }
        params.iter().try_for_each(|param| self.param(param))?;
        tables.iter().try_for_each(|table| self.table(table))?;
        for define in defines {
            self.expressions.of(&define.value)?;
            define.unsure.iter().try_for_each(|unsure| self.expressions.of(unsure))?;
            define.limit.iter().try_for_each(|limit| self.expressions.of(limit))?;
            if let Some(step) = &define.step {
                self.expressions.says(&step.title)?;
                step.when.iter().try_for_each(|when| self.expressions.of(when))?;
            }
            self.source(define.source)?;
        }
        conditions.iter().try_for_each(|condition| self.condition(condition))?;
        amount.iter().try_for_each(|amount| self.amount(amount))?;
        if let Some((item, paid)) = items {
            self.item(item)?;
            self.paid(paid)?;
        }
        schedule.iter().try_for_each(|schedule| self.schedule(schedule))?;
        results.iter().try_for_each(|result| self.result(result))?;
        insights.iter().try_for_each(|insight| self.insight(insight))?;
        next_steps.iter().try_for_each(|next| self.next_step(next))?;
        for note in notes {
            note.when.iter().try_for_each(|when| self.expressions.of(when))?;
            self.expressions.says(&note.says)?;
            self.only(note.only.as_deref())?;
        }
        if let Some(law) = perpetual {
            law.at.iter().chain(&law.settled).try_for_each(|expr| self.expressions.of(expr))?;
        }
        rounds.iter().try_for_each(|round| self.round(round))?;
        compare.iter().try_for_each(|table| self.compare(table))
    }

    fn compare(&self, table: &Compare) -> Result<(), Invalid> {
        self.of.few("columns", table.columns.len())?;
        for Column { title: _, only, says, item, hope: _ } in &table.columns {
            self.only(only.as_deref())?;
            self.expressions.says(says)?;
            if let (Some(fields), Some((item, _))) = (item, &self.measure.items) {
                let list = self.measure.facts.get(item.list.index()).and_then(|fact| match fact.kind {
                    FactKind::List(id) => self.measure.lists.get(id.index()),
                    _ => None,
                });
                let fits = list.is_some_and(|list| case::check_element(self.measure, list, fields).is_ok());
                if !fits {
                    return Err(self.of.wrong("a column is about what is no item"));
                }
            }
        }
        Ok(())
    }

    fn kind(&self, kind: FactKind) -> Result<(), Invalid> {
        match kind {
            FactKind::Choice(domain) | FactKind::Choices(domain) => self.domain(domain),
            FactKind::List(list) => self.of.exists("list", list.0, self.measure.lists.len()),
            FactKind::YesNo
            | FactKind::Count(_)
            | FactKind::Average(_)
            | FactKind::Money(_)
            | FactKind::Date
            | FactKind::Month
            | FactKind::Text => Ok(()),
        }
    }

    fn domain(&self, domain: DomainId) -> Result<(), Invalid> {
        self.of.exists("domain", domain.0, self.measure.domains.len())?;
        let is_empty = self.measure.options(domain).is_empty();
        if is_empty { Err(self.of.wrong("a choice has no options")) } else { Ok(()) }
    }

    fn list(&self, list: &List) -> Result<(), Invalid> {
        self.of.few("fields", list.fields.len())?;
        for field in &list.fields {
            if matches!(field.kind, FactKind::List(_)) {
                return Err(self.of.wrong("a field is a list itself"));
            }
            self.kind(field.kind)?;
            self.expressions.text(&field.ask)?;
            field.hint.iter().try_for_each(|hint| self.expressions.text(hint))?;
            if let Some(assumed) = &field.assumed {
                self.expressions.of(&assumed.value)?;
                let when = assumed.when.iter();
                when.into_iter().try_for_each(|when| self.expressions.of_element(when, list.fields.len()))?;
                self.expressions.text(&assumed.note)?;
            }
        }
        Ok(())
    }

    fn source(&self, source: Option<SourceId>) -> Result<(), Invalid> {
        source.map_or(Ok(()), |source| self.of.exists("source", source.0, self.pack.sources.len()))
    }

    fn param(&self, param: &Param) -> Result<(), Invalid> {
        param.compare.iter().try_for_each(|table| self.compare(table))?;
        param.key.iter().try_for_each(|key| self.expressions.of(key))?;
        for row in &param.rows {
            if row.from.zip(row.to).is_some_and(|(from, to)| to < from) {
                return Err(self.of.wrong("a row ends before it begins"));
            }
            let Dated::Values(values, source) = &row.is else { continue };
            self.of.few("values of a row", values.len())?;
            if values.iter().flatten().any(|value| matches!(value, Value::List(_))) {
                return Err(self.of.wrong("a dated value is a list"));
            }
            self.source(Some(*source))?;
        }
        Ok(())
    }

    fn table(&self, table: &Table) -> Result<(), Invalid> {
        self.rows(table.rows.as_deref().unwrap_or_default())
    }

    fn rows(&self, rows: &[Row]) -> Result<(), Invalid> {
        for row in rows {
            self.expressions.row(row)?;
            self.source(row.source)?;
        }
        Ok(())
    }
}

/// Whether a value that is supposed of a fact is one of it.
fn fits(measure: &Measure, kind: FactKind, value: &Value) -> bool {
    case::check(measure, kind, value).is_ok()
}
