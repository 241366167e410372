//! How the layoff condition of a refund depends on the number of benefit recipients.

use wengang_engine::Value;

use crate::api::{Assessment, Request};
use crate::policy::ratio::{AverageInsured, LayoffRate, Ratio};

/// The layoff condition as a function of the number of recipients.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct RecipientsLine {
    average: AverageInsured,
    limit: Ratio,
    /// floor(limit × average), persons.
    pub allowed: u32,
    /// The number of recipients in the request.
    pub now: Option<u32>,
}

/// A number of recipients and its result.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RecipientsRow {
    /// Persons.
    pub recipients: u32,
    /// The layoff rate in per cent, with enough decimals to show on which side of the limit it is.
    pub percent: String,
    /// Whether the condition holds.
    pub holds: bool,
}

impl RecipientsLine {
    /// Where the average is known and there were insured persons.
    #[must_use]
    pub fn of(request: &Request, answer: &Assessment) -> Option<Self> {
        let Value::Count(average) = request.fact("averageInsured")? else { return None };
        let average = average.get().reduced();
        let average = AverageInsured::of(average.numerator().try_into().ok()?, average.denominator().try_into().ok()?)?;
        let now = match request.fact("benefitDrawers") {
            Some(Value::Count(recipients)) => u32::try_from(recipients.get().floor()).ok(),
            _ => None,
        };
        let limit = Ratio::parse(answer.decimal("layoffLimit")?)?;
        Self::new(average, limit, answer.whole("drawersAllowed")?, now)
    }

    fn new(average: AverageInsured, limit: Ratio, allowed: u64, now: Option<u32>) -> Option<Self> {
        let allowed = u32::try_from(allowed).ok().filter(|_| !average.is_zero())?;
        Some(Self { average, limit, allowed, now })
    }

    /// The last number of an axis that shows the limit and the given number: twice the limit, or three over it.
    #[must_use]
    pub fn end(&self) -> u32 {
        (self.allowed * 2).max(self.allowed + 3).max(self.now.unwrap_or_default())
    }

    /// Zero, the limit with the adjacent numbers, and the given number; without repetition, in order.
    #[must_use]
    pub fn rows(&self) -> Vec<RecipientsRow> {
        let allowed = self.allowed;
        let numbers = [0, allowed.saturating_sub(1), allowed, allowed + 1, self.now.unwrap_or_default()];
        let (mut rows, mut next) = (Vec::new(), numbers.iter().min());
        while let Some(recipients) = next {
            rows.extend(self.row(*recipients));
            next = numbers.iter().filter(|number| *number > recipients).min();
        }
        rows
    }

    fn row(&self, recipients: u32) -> Option<RecipientsRow> {
        let rate = LayoffRate::new(recipients, self.average)?;
        Some(RecipientsRow {
            recipients,
            percent: rate.percent(self.limit).0.to_string(),
            holds: rate.within(self.limit),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(average: &str, limit: u32, now: Option<u32>) -> RecipientsLine {
        let average = AverageInsured::parse(average).unwrap();
        let limit = Ratio::from_milli_percent(limit);
        RecipientsLine::new(average, limit, average.persons_within(limit), now).unwrap()
    }

    fn rows(line: RecipientsLine) -> Vec<(u32, String, bool)> {
        line.rows().into_iter().map(|row| (row.recipients, row.percent, row.holds)).collect()
    }

    fn row(recipients: u32, percent: &str, holds: bool) -> (u32, String, bool) {
        (recipients, percent.to_owned(), holds)
    }

    #[test]
    fn the_rows_are_around_the_limit() {
        // 20 % of 30.
        let expected = [row(0, "0.00", true), row(5, "16.67", true), row(6, "20.00", true), row(7, "23.33", false)];
        assert_eq!(rows(line("30", 20_000, None)), expected);
        assert_eq!(rows(line("30", 20_000, Some(7))), expected);
        let with_more = [expected.as_slice(), &[row(9, "30.00", false)]].concat();
        assert_eq!(rows(line("30", 20_000, Some(9))), with_more);
    }

    #[test]
    fn a_limit_of_nobody_leaves_two_rows() {
        // 5.5 % of 18 is less than one.
        assert_eq!(rows(line("18", 5_500, Some(0))), [row(0, "0.00", true), row(1, "5.56", false)]);
    }

    #[test]
    fn the_percentage_stays_on_its_side() {
        // 5.5 % of 1 000 000 is 55 000.
        let all = rows(line("1000000", 5_500, None));
        assert_eq!(all.last(), Some(&row(55_001, "5.5001", false)));
        // A half person more: the rate is a fraction of whole numbers.
        assert_eq!(rows(line("30.5", 20_000, Some(6))).last(), Some(&row(7, "22.95", false)));
    }

    #[test]
    fn the_axis_reaches_past_the_limit_and_to_the_given_number() {
        for (average, now, end) in [("30", None, 12), ("4", Some(0), 3), ("30", Some(40), 40), ("200", Some(3), 80)] {
            assert_eq!(line(average, 20_000, now).end(), end, "{average}");
        }
    }

    #[test]
    fn without_insured_persons_there_is_no_line() {
        let (nobody, limit) = (AverageInsured::parse("0").unwrap(), Ratio::from_milli_percent(20_000));
        assert_eq!(RecipientsLine::new(nobody, limit, 0, None), None);
    }
}
