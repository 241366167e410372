//! The rule of each day: every day is covered exactly once.

use crate::policy::date::Date;

/// The state of a run of days: a rule, or that none is recorded and why.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Span<T> {
    /// The rule in force.
    Known(T),
    /// No rule is recorded; the text says why, for people to read.
    Unknown(&'static str),
}

impl<T> Span<T> {
    /// The rule in force.
    pub const fn known(&self) -> Option<&T> {
        match self {
            Self::Known(rule) => Some(rule),
            Self::Unknown(_) => None,
        }
    }
}

/// A value over all days.
///
/// INVARIANT: each span ends on the day before the next begins, so there are neither gaps nor overlaps; the starts
/// rise (the pack check refuses a file where they do not).
#[derive(PartialEq, Eq, Debug)]
pub struct Timeline<T: 'static> {
    /// What holds before the first start.
    pub before: Span<T>,
    /// Each span with its first day, in order.
    pub from: &'static [(Date, Span<T>)],
}

impl<T> Timeline<T> {
    /// What holds on the day.
    pub fn at(&self, day: Date) -> &Span<T> {
        self.from.iter().rev().find(|(start, _)| *start <= day).map_or(&self.before, |(_, span)| span)
    }

    /// Calls `each` with every span and its first and last day, in order; `None`: there is none.
    pub fn each(&'static self, call: &mut dyn FnMut(Option<Date>, Option<Date>, &'static Span<T>)) {
        let (mut from, mut span) = (None, &self.before);
        for (start, next) in self.from {
            call(from, Some(start.previous()), span);
            (from, span) = (Some(*start), next);
        }
        call(from, None, span);
    }

    /// All rules, in the order of days.
    pub fn known(&self) -> Vec<&T> {
        let mut rules = Vec::new();
        if let Span::Known(rule) = &self.before {
            rules.push(rule);
        }
        for (_, span) in self.from {
            let Span::Known(rule) = span else { continue };
            rules.push(rule);
        }
        rules
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    static LINE: Timeline<u8> = Timeline {
        before: Span::Unknown("too early"),
        from: &[(Date::new(2024, 1, 1), Span::Known(1)), (Date::new(2025, 1, 1), Span::Unknown("not found"))],
    };

    #[test]
    fn a_span_holds_from_its_first_day_to_the_day_before_the_next() {
        assert_eq!(LINE.at(Date::new(2023, 12, 31)), &Span::Unknown("too early"));
        assert_eq!(LINE.at(Date::new(2024, 1, 1)), &Span::Known(1));
        assert_eq!(LINE.at(Date::new(2024, 12, 31)), &Span::Known(1));
        assert_eq!(LINE.at(Date::new(2025, 1, 1)), &Span::Unknown("not found"));
        assert_eq!(LINE.known(), [&1]);
        let mut days = Vec::new();
        LINE.each(&mut |from, to, _| days.push((from, to)));
        let (begin, end) = (Date::new(2024, 1, 1), Date::new(2025, 1, 1));
        let expected = [(None, Some(begin.previous())), (Some(begin), Some(end.previous())), (Some(end), None)];
        assert_eq!(days, expected);
    }
}
