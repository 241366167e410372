//! The twelve months of a row.

use wengang::api::case::FactValue;
use wengang_engine::pack::FactId;

/// The months of a row.
#[derive(Default)]
pub(super) struct Months {
    fact: Option<(FactId, usize)>,
    sum: u32,
    known: usize,
    missing: usize,
}

impl Months {
    pub fn add(&mut self, id: FactId, place: usize, value: Option<FactValue>) {
        self.fact.get_or_insert((id, place));
        match value {
            Some(FactValue::Count(count)) => {
                self.known = self.known.saturating_add(1);
                self.sum = self.sum.saturating_add(count);
            }
            _ => self.missing = self.missing.saturating_add(1),
        }
    }

    /// The sum, where every month is known; nothing where none is.
    pub fn sum(&self) -> Result<Option<(FactId, u32)>, (usize, usize)> {
        match self.fact {
            Some((id, _)) if self.missing == 0 => Ok(Some((id, self.sum))),
            Some((_, place)) if self.known > 0 => Err((place, self.missing)),
            _ => Ok(None),
        }
    }
}
