//! Decision tables: the first row that holds on the path.

use crate::error::NoValue;
use crate::evaluate::Found;
use crate::evaluate::node::Walk;
use crate::evaluate::path::Cause;
use crate::pack::{Cited, Is, Row, TableId};

impl Walk<'_> {
    pub(super) fn table(&mut self, id: TableId) -> Found {
        if let Some(found) = self.tables.get(&id) {
            return found.clone();
        }
        let (measure, round) = (self.scene.measure, self.round);
        let table = measure.tables.get(id.index());
        let of_round = || round.and_then(|(_, round)| round.rows.iter().find(|(table, _)| *table == id));
        let rows =
            table.and_then(|table| table.rows.as_deref().or_else(|| of_round().map(|(_, rows)| rows.as_slice())));
        let found = match rows {
            None if round.is_none() => Found::not_recorded(),
            None => Found::no_value(NoValue::DamagedPack),
            Some(rows) => self.rows(rows).citing(self.cited(Cited::Table(id.0))),
        };
        self.tables.insert(id, found.clone());
        found
    }

    fn rows(&mut self, rows: &[Row]) -> Found {
        let mut unsure = false;
        for row in rows {
            let holds = row.when.as_ref().map_or(Ok(true), |when| {
                let when = self.evaluate(when);
                unsure |= when.unsure;
                self.holds(when)
            });
            match holds {
                Ok(false) => {}
                Ok(true) => return self.row(row, rows).chosen_by(unsure),
                Err(why) => return Found::no_value(why),
            }
        }
        Found::no_value(NoValue::NoRow)
    }

    fn row(&mut self, row: &Row, rows: &[Row]) -> Found {
        let value = match &row.is {
            Is::Value(value) => Some(value),
            Is::Agency => {
                let values: Vec<_> = rows
                    .iter()
                    .filter_map(|row| match &row.is {
                        Is::Value(value) => Some(value),
                        Is::Agency => None,
                    })
                    .collect();
                let taken = (!values.is_empty()).then(|| self.path.decide(Cause::agency(), values.len()));
                taken.and_then(|taken| values.get(taken).copied())
            }
        };
        match value {
            None => Found::no_value(NoValue::DamagedPack),
            Some(value) => self.evaluate(value).citing(row.source),
        }
    }
}
