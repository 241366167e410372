//! What of an answer has names that the law's files give, as JSON.

use serde::ser::{Serialize, SerializeMap as _, Serializer};

use crate::api::answer::{Figures, Item, Need, Plan, RunRow};

/// A need is its path.
impl Serialize for Need {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.path)
    }
}

/// The days are written among the other fields, by their names.
impl Serialize for Item {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { id, outcome, amount, dates, conditions } = self;
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("id", id)?;
        map.serialize_entry("outcome", outcome)?;
        map.serialize_entry("amount", amount)?;
        for (name, day) in dates {
            map.serialize_entry(name, day)?;
        }
        map.serialize_entry("conditions", conditions)?;
        map.end()
    }
}

/// The figures are written among the other fields, by their names.
impl Serialize for RunRow {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { from, months, figures, evidence } = self;
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("from", from)?;
        map.serialize_entry("months", months)?;
        for (name, figure) in figures {
            map.serialize_entry(name, figure)?;
        }
        map.serialize_entry("evidence", evidence)?;
        map.end()
    }
}

/// Each figure by its name, and the plan behind them.
impl Serialize for Figures {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        for (name, figure) in &self.figures {
            map.serialize_entry(name, figure)?;
        }
        if let Some(Plan { plan, skipped }) = &self.plan {
            map.serialize_entry("plan", plan)?;
            map.serialize_entry("skipped", skipped)?;
        }
        map.end()
    }
}
