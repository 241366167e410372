//! Answers that contradict each other.
//!
//! Contradictions by the law's file are errors at the box. Days in an unlikely order may be intended; they are noted
//! next to the box.

use crate::api::case::FactValue;
use crate::api::entry::{self, Doubt, EntryError, Fault, Wanted};
use crate::policy::date::Date;
use crate::state::State;
use crate::state::field::{Input, Reading};
use crate::state::question::Subject;

/// How many years a day may be in the future: next year's round.
const YEARS_AHEAD: u16 = 1;
/// How many years a day may be behind today: a working life.
const YEARS_BACK: u16 = 50;
/// More months than a working life has.
const MANY_MONTHS: u32 = 600;

impl State {
    /// The reading of a box in view of the other answers.
    pub(super) fn in_order(&self, input: Input, reading: Reading) -> Reading {
        let Reading::Understood(text) = reading else { return reading };
        if let Input::Of(subject) = input
            && let Some(say) = self.against(subject)
        {
            return Reading::Wrong(EntryError { wanted: Wanted::Day, fault: Fault::Contradiction(say) });
        }
        Reading::Understood(match self.doubt(input) {
            Some(doubt) => entry::doubtful(&text, doubt),
            None => text,
        })
    }

    fn doubt(&self, input: Input) -> Option<Doubt> {
        let value = match input {
            Input::AsOf => FactValue::Day(self.as_of.value(entry::day)?),
            Input::Of(subject) => self.value(subject)?,
            _ => return None,
        };
        match (value, input) {
            (FactValue::Count(count), Input::Of(subject)) => {
                let is_months = subject.declared()?.unit == "个月";
                (is_months && count > MANY_MONTHS).then_some(Doubt::LongerThanALife)
            }
            (FactValue::Month(month), _) => self.is_far(month.year()).then_some(Doubt::FarYear),
            (FactValue::Day(day), _) if self.is_far(day.year()) => Some(Doubt::FarYear),
            (FactValue::Day(day), Input::Of(subject)) => self.doubt_of_day(subject, day),
            _ => None,
        }
    }

    fn doubt_of_day(&self, subject: Subject, day: Date) -> Option<Doubt> {
        if self.is_before_issue(subject, day) {
            return Some(Doubt::ReceivedEarlier);
        }
        (subject.cell.is_some() && day > self.application_day()).then_some(Doubt::IssuedLater)
    }

    /// The day that the case is judged by; the last one that could be read.
    pub(super) fn application_day(&self) -> Date {
        self.as_of_day().unwrap_or(self.asked_as_of)
    }

    fn is_far(&self, year: u16) -> bool {
        let today = self.today.year();
        year > today.saturating_add(YEARS_AHEAD) || year < today.saturating_sub(YEARS_BACK)
    }
}
