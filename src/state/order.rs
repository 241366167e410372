//! Days that do not fit each other.
//!
//! A subsidy received after the day of application cannot be: it would take a place of the year, or free one, so
//! nothing is answered before it is right. Other pairs may be meant; they are noted beside the box.

use crate::api::entry::{self, Doubt, EntryError, Fault, Wanted};
use crate::policy::date::Date;
use crate::state::field::{Input, Reading};
use crate::state::row::{CertificateForm, ReceivedForm};
use crate::state::{Choice, State};

/// How many years a day may be ahead of today: next year's round.
const AHEAD: u16 = 1;
/// How many years a day may be behind today: a working life.
const BEHIND: u16 = 50;
/// More months than a working life has.
const MANY_MONTHS: u32 = 600;

impl State {
    /// What is understood of a box, with a look at the other days.
    pub(super) fn in_order(&self, input: Input, reading: Reading) -> Reading {
        let Reading::Understood(text) = reading else { return reading };
        if matches!(input, Input::ReceivedOn(_)) && self.day_in(input).is_some_and(|day| day > self.application_day()) {
            return Reading::Wrong(EntryError { wanted: Wanted::Day, fault: Fault::NotYetReceived });
        }
        Reading::Understood(match self.doubt(input) {
            Some(doubt) => entry::doubtful(&text, doubt),
            None => text,
        })
    }

    fn doubt(&self, input: Input) -> Option<Doubt> {
        match input {
            Input::InsuredMonths | Input::BenefitInsured => {
                let months = self.field(input)?.value(|text| entry::months(text, entry::MAX_INSURED_MONTHS))?;
                return (months > MANY_MONTHS).then_some(Doubt::LongerThanALife);
            }
            Input::WageMonth | Input::FirstMonth => {
                let month = self.field(input)?.value(entry::month)?;
                return self.is_far(month.year()).then_some(Doubt::FarYear);
            }
            _ => {}
        }
        let day = self.day_in(input)?;
        let row = |key| self.skill.received.iter().find(|row| row.key == key);
        match input {
            _ if self.is_far(day.year()) => Some(Doubt::FarYear),
            Input::IssuedOn(_) if day > self.application_day() => Some(Doubt::IssuedLater),
            Input::ReceivedOn(key) if self.is_before_issue(row(key)?, day) => Some(Doubt::ReceivedEarlier),
            _ => None,
        }
    }

    /// Whether a certificate of the row's occupation and level is held that was issued only later.
    fn is_before_issue(&self, received: &ReceivedForm, day: Date) -> bool {
        let is_same = |row: &&CertificateForm| {
            received.level != Choice::Unanswered
                && row.level == received.level
                && row.occupation.text.trim() == received.occupation.text.trim()
        };
        let mut issued =
            self.skill.certificates.iter().filter(is_same).filter_map(|row| row.issued_on.value(entry::day));
        issued.any(|issued_on| day < issued_on)
    }

    fn day_in(&self, input: Input) -> Option<Date> {
        match input {
            Input::AsOf | Input::IssuedOn(_) | Input::ReceivedOn(_) => self.field(input)?.value(entry::day),
            _ => None,
        }
    }

    /// The day that the case is judged by; the last one that could be read.
    fn application_day(&self) -> Date {
        self.as_of_day().unwrap_or(self.asked_as_of)
    }

    fn is_far(&self, year: u16) -> bool {
        let today = self.today.year();
        year > today.saturating_add(AHEAD) || year < today.saturating_sub(BEHIND)
    }
}
