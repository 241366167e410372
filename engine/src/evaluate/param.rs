//! Dated values: the row of the day, and the value in it.

use crate::date::Date;
use crate::error::NoValue;
use crate::evaluate::node::Walk;
use crate::evaluate::path::Cause;
use crate::evaluate::{Found, State};
use crate::expression::{Expr, Given};
use crate::pack::{Dated, Param, ParamId, ParamRow};
use crate::value::{OptionId, Value};

impl Walk<'_> {
    /// A dated value on a day, or one that never changes. Where the day is not known each row is a way.
    pub(super) fn param(&mut self, id: ParamId, day: Option<&Expr>) -> Found {
        let Some(param) = self.scene.measure.params.get(id.index()) else {
            return Found::no_value(NoValue::DamagedPack);
        };
        // With the month the day moves on, but the value is the same as long as its row is.
        let moving = day.and_then(|day| match day {
            Expr::Given(given @ (Given::ThisMonth | Given::ThatDay)) => Some(self.given(*given)),
            _ => None,
        });
        let is_moving = moving.is_some();
        let day = moving.or_else(|| day.map(|day| self.evaluate(day)));
        let row = match day.as_ref().map(|day| &day.state) {
            None => param.rows.first(),
            Some(State::Known(day)) => {
                let row = first_day(day).and_then(|day| param.rows.iter().find(|row| row.contains(day)));
                if let Some(last) = row.filter(|_| is_moving).and_then(|row| row.to) {
                    self.scene.budget.ends_on(last);
                }
                row
            }
            Some(State::Open) if !param.rows.is_empty() => {
                let cause = Cause::missing(day.iter().flat_map(|day| day.missing.iter()).collect());
                let taken = self.path.decide(cause, param.rows.len());
                param.rows.get(taken)
            }
            Some(State::NoValue(why)) => return Found::no_value(*why),
            Some(State::Open | State::Between(_)) => None,
        };
        match row {
            None => Found::no_value(NoValue::DamagedPack),
            Some(row) => self.param_row(param, row, day),
        }
    }

    fn param_row(&mut self, param: &Param, row: &ParamRow, day: Option<Found>) -> Found {
        let (values, source) = match &row.is {
            Dated::Gap(_) => return Found::not_recorded(),
            Dated::Values(values, source) => (values, *source),
        };
        let option = match &param.key {
            None => Some(0),
            Some(key) => {
                self.days.extend(day.clone());
                let found = self.evaluate(key);
                if day.is_some() {
                    self.days.pop();
                }
                match found.state {
                    State::Known(Value::Choice(OptionId(option))) => Some(usize::from(option)),
                    State::NoValue(why) => return Found { unsure: found.unsure, ..Found::no_value(why) },
                    _ => None,
                }
            }
        };
        match option.map(|option| values.get(option)) {
            Some(Some(Some(value))) => Found { since: row.from, ..Found::known(value.clone()).citing([source]) },
            Some(_) => Found::no_value(NoValue::NoRow),
            None => Found::no_value(NoValue::DamagedPack),
        }
    }
}

/// The day, or the first day of the month.
fn first_day(value: &Value) -> Option<Date> {
    match value {
        Value::Date(day) => Some(*day),
        Value::Month(month) => month.first_day().ok(),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
