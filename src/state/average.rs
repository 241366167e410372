//! An average that is typed month by month.

use crate::api::entry::{self, EntryError, Fault, Wanted};
use crate::state::answers::Average;
use crate::state::field::Reading;

impl Average {
    /// What is understood of the twelve boxes together.
    pub(super) fn reading(&self) -> Reading {
        if self.whole.unknown {
            return Reading::Unknown;
        }
        let missing = self.months.iter().filter(|month| month.is_blank() || month.unknown).count();
        if missing == self.months.len() {
            return Reading::Empty;
        }
        let filled = self.months.iter().filter(|month| month.value(entry::persons).is_some()).count();
        let bad = self.months.len() - missing - filled;
        match self.person_months().zip(self.value()) {
            Some((sum, average)) => Reading::Understood(entry::shown_months_average(average, sum)),
            None if bad > 0 => wrong(Fault::MonthsWrong(bad)),
            None => wrong(Fault::MonthsMissing(missing)),
        }
    }
}

const fn wrong(fault: Fault) -> Reading {
    Reading::Wrong(EntryError { wanted: Wanted::Average, fault })
}
