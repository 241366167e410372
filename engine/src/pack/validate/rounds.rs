//! Rounds with their figures and what they cite.

use crate::fraction::Fraction;
use crate::pack::validate::{Checked, Invalid};
use crate::pack::{Cited, Figure, Goal, Measure, Round};
use crate::value::Value;

impl Checked<'_> {
    pub(super) fn round(&self, round: &Round) -> Result<(), Invalid> {
        if round.window.to.is_some_and(|to| to < round.window.from) {
            return Err(self.of.wrong("a round ends before it begins"));
        }
        if round.figures.len() != self.measure.values.len() {
            return Err(self.of.wrong("a round has more or fewer figures than there are values"));
        }
        round.figures.iter().try_for_each(|figure| self.figure(figure))?;
        for (table, rows) in &round.rows {
            self.of.exists("table", table.0, self.measure.tables.len())?;
            self.rows(rows)?;
        }
        for Goal { title: _, by: _, least, source } in &round.goals {
            if least.is_some_and(|least| least.get() <= Fraction::ZERO || least.get() > Fraction::whole(1)) {
                return Err(self.of.wrong("a goal is no share"));
            }
            self.source(Some(*source))?;
        }
        for (thing, source) in &round.cites {
            self.thing(*thing)?;
            self.source(Some(*source))?;
        }
        let of_also =
            |document: &crate::pack::DocumentId| self.of.exists("document", document.0, self.pack.documents.len());
        round.also.iter().try_for_each(of_also)?;
        round.sources.iter().chain([&round.source]).try_for_each(|source| self.source(Some(*source)))
    }

    pub(super) fn figure(&self, figure: &Figure) -> Result<(), Invalid> {
        if matches!(figure.value, Value::List(_)) {
            return Err(self.of.wrong("a figure is a list"));
        }
        self.source(Some(figure.source))
    }

    pub(super) fn thing(&self, thing: Cited) -> Result<(), Invalid> {
        let Measure { conditions, items, defines, tables, insights, next_steps, .. } = self.measure;
        match thing {
            Cited::Window | Cited::Amount => Ok(()),
            Cited::Condition(place) => self.of.exists("condition", place, conditions.len()),
            Cited::ItemCondition(place) => {
                let items = items.as_ref().map_or(0, |(item, _)| item.conditions.len());
                self.of.exists("condition of an item", place, items)
            }
            Cited::Define(place) => self.of.exists("definition", place, defines.len()),
            Cited::Table(place) => self.of.exists("table", place, tables.len()),
            Cited::Insight(place) => self.of.exists("insight", place, insights.len()),
            Cited::NextStep(place) => self.of.exists("next step", place, next_steps.len()),
        }
    }
}
