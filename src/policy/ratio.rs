//! Shares: rates, limits and the comparison of counts with them, without a rounded quotient anywhere.

use std::fmt;

use rust_decimal::Decimal;

use crate::policy::error::ValueError;
use crate::policy::number::{Places, parse_decimal, quotient};

/// A share between 0 and 1 that the law writes with a finite number of decimals, such as 5.5 %.
///
/// INVARIANT: `denominator` is a power of ten and at least 100.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Ratio {
    numerator: u32,
    denominator: u32,
}

impl Ratio {
    /// A share in thousandths of a per cent: `Ratio::from_milli_percent(5_500)` is 5.5 %.
    #[must_use]
    pub const fn from_milli_percent(value: u32) -> Self {
        let (mut numerator, mut denominator) = (value, 100_000);
        while denominator > 100 && numerator.is_multiple_of(10) {
            numerator /= 10;
            denominator /= 10;
        }
        Self { numerator, denominator }
    }

    /// Reads a share as a decimal, as it is printed: `0.055`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (whole, decimals) = text.split_once('.').filter(|(_, decimals)| (2..=5).contains(&decimals.len()))?;
        let denominator = 10_u32.pow(u32::try_from(decimals.len()).ok()?);
        Some(Self { numerator: [whole, decimals].concat().parse().ok()?, denominator })
    }

    /// The share in thousandths of a per cent: 5.5 % is 5500.
    #[must_use]
    pub const fn milli_percent(self) -> u32 {
        self.numerator * (100_000 / self.denominator)
    }

    /// Both shares together: 0.7 % and 0.3 % are 1 %.
    #[must_use]
    pub const fn plus(self, other: Self) -> Self {
        Self::from_milli_percent(self.milli_percent() + other.milli_percent())
    }

    /// The share as an exact decimal: 0.055.
    #[must_use]
    pub fn decimal(self) -> Decimal {
        Decimal::new(i64::from(self.numerator), self.denominator.ilog10())
    }

    /// The share in per cent, without needless zeros: `5.5`.
    #[must_use]
    pub fn percent(self) -> Decimal {
        // A hundred times as much: the point moves by two.
        Decimal::new(i64::from(self.numerator), self.denominator.ilog10().saturating_sub(2)).normalize()
    }
}

impl PartialOrd for Ratio {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Ratio {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        let left = u64::from(self.numerator) * u64::from(other.denominator);
        let right = u64::from(other.numerator) * u64::from(self.denominator);
        left.cmp(&right)
    }
}

/// Prints the share as a decimal with at least two places: `0.60`, `0.055`.
impl fmt::Display for Ratio {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.decimal().fmt(f)
    }
}

/// 月均参保人数 (`average_insured`): a monthly average of persons, exact, also where it is a twelfth.
///
/// INVARIANT: `persons / months` in lowest terms, `months` is at least 1.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct AverageInsured {
    persons: u64,
    months: u64,
}

impl AverageInsured {
    /// The greatest average the product takes, in persons.
    pub const MAX: u64 = 10_000_000;
    /// How many decimals an average may have.
    pub const PLACES: Places = Places(6);

    /// The average of twelve monthly headcounts, given as their sum in person-months.
    ///
    /// # Errors
    /// [`ValueError::OutOfRange`] above twelve times [`AverageInsured::MAX`].
    pub fn from_person_months(sum: u64) -> Result<Self, ValueError> {
        if sum > Self::MAX * 12 {
            return Err(ValueError::OutOfRange);
        }
        Ok(Self::reduced(sum, 12))
    }

    /// Reads a decimal with at most six places: `30.5`.
    ///
    /// # Errors
    /// As [`parse_decimal`].
    pub fn parse(text: &str) -> Result<Self, ValueError> {
        let value = parse_decimal(text, Self::PLACES, Self::MAX)?;
        let scale = 10_u64.pow(value.scale());
        let mantissa = u64::try_from(value.mantissa()).map_err(|_| ValueError::OutOfRange)?;
        Ok(Self::reduced(mantissa, scale))
    }

    /// The average as a fraction of whole numbers in lowest terms: 30.5 is `(61, 2)`.
    #[must_use]
    pub const fn fraction(self) -> (u64, u64) {
        (self.persons, self.months)
    }

    /// The average of person-months over a number of months, in lowest terms; `None` for no month.
    #[must_use]
    pub fn of(persons: u64, months: u64) -> Option<Self> {
        (months > 0).then(|| Self::reduced(persons, months))
    }

    /// Whether nobody was insured.
    #[must_use]
    pub const fn is_zero(self) -> bool {
        self.persons == 0
    }

    /// Whether the average is at most `persons`: 30.5 is not at most 30.
    #[must_use]
    pub const fn at_most(self, persons: u32) -> bool {
        self.persons <= persons as u64 * self.months
    }

    /// Whether the average is at least `persons`.
    #[must_use]
    pub const fn at_least(self, persons: u32) -> bool {
        self.persons >= persons as u64 * self.months
    }

    /// The greatest whole number of persons that is not over `limit` × average, rounded down.
    #[must_use]
    pub fn persons_within(self, limit: Ratio) -> u64 {
        self.persons * u64::from(limit.numerator) / (u64::from(limit.denominator) * self.months)
    }

    /// The average as a printed formula: `120`, `30.5` or `365 ÷ 12`.
    #[must_use]
    pub fn formula(self) -> String {
        match self.exact() {
            Some(value) => value.to_string(),
            None => format!("{} ÷ {}", self.persons, self.months),
        }
    }

    /// The twelve headcounts added, for an average without an end: as a decimal it would not be exact.
    #[must_use]
    pub fn as_person_months(self) -> Option<u64> {
        if self.exact().is_some() { None } else { self.persons.checked_mul(12)?.checked_div(self.months) }
    }

    /// The average for reading: exact where it has an end, so that 30.000001 does not read as 30; otherwise a twelfth
    /// with two decimals: `30.42`.
    #[must_use]
    pub fn shown(self) -> String {
        self.exact().unwrap_or_else(|| quotient(self.persons, self.months, 2)).to_string()
    }

    /// The average as a decimal, where it has an end: in lowest terms a twelfth has none only if a 3 is left below the
    /// line, and everything else ends after six places.
    fn exact(self) -> Option<Decimal> {
        (!self.months.is_multiple_of(3)).then(|| quotient(self.persons, self.months, Self::PLACES.0).normalize())
    }

    fn reduced(persons: u64, months: u64) -> Self {
        let common = greatest_common_divisor(persons, months);
        Self { persons: persons / common, months: months / common }
    }
}

/// 裁员率 (`layoff_rate`): benefit recipients of the base year ÷ the average insured, exact.
///
/// INVARIANT: the average is not zero.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct LayoffRate {
    recipients: u32,
    average: AverageInsured,
}

impl LayoffRate {
    /// `None` where nobody was insured: there is no rate then.
    #[must_use]
    pub fn new(recipients: u32, average: AverageInsured) -> Option<Self> {
        (!average.is_zero()).then_some(Self { recipients, average })
    }

    /// The benefit recipients.
    #[must_use]
    pub const fn recipients(self) -> u32 {
        self.recipients
    }

    /// Whether the rate is at most the limit, by cross-multiplication.
    #[must_use]
    pub fn within(self, limit: Ratio) -> bool {
        u64::from(self.recipients) <= self.average.persons_within(limit)
    }

    /// The rate as a fraction of whole numbers: `(6, 31)`, for an average of 30.5 `(12, 61)`.
    #[must_use]
    pub fn fraction(self) -> (u64, u64) {
        (u64::from(self.recipients) * self.average.months, self.average.persons)
    }

    /// The rate in per cent, rounded to two places or to enough more to show on which side of `limit` it is.
    #[must_use]
    pub fn percent(self, limit: Ratio) -> (Decimal, u32) {
        let (numerator, denominator) = self.fraction();
        let shown = |places| quotient(numerator * 100, denominator, places);
        let mut places = 2;
        while (shown(places) <= limit.percent()) != self.within(limit) && places < 20 {
            places += 1;
        }
        (shown(places), places)
    }
}

const fn greatest_common_divisor(a: u64, b: u64) -> u64 {
    let (mut a, mut b) = (a, b);
    while b != 0 {
        (a, b) = (b, a % b);
    }
    if a == 0 { 1 } else { a }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TARGET: Ratio = Ratio::from_milli_percent(5_500);
    const FIFTH: Ratio = Ratio::from_milli_percent(20_000);

    fn average(text: &str) -> AverageInsured {
        AverageInsured::parse(text).unwrap()
    }

    #[test]
    fn shares_with_different_denominators_are_in_order() {
        assert!(TARGET < FIFTH);
        assert_eq!(TARGET.partial_cmp(&Ratio::from_milli_percent(5_500)), Some(std::cmp::Ordering::Equal));
    }

    #[test]
    fn prints_shares_with_two_places_or_more() {
        assert_eq!(TARGET.to_string(), "0.055");
        assert_eq!(FIFTH.to_string(), "0.20");
        assert_eq!(Ratio::from_milli_percent(60_000).to_string(), "0.60");
        assert_eq!(Ratio::from_milli_percent(100_000).to_string(), "1.00");
        assert_eq!(TARGET.percent().to_string(), "5.5");
        assert_eq!(TARGET.plus(FIFTH), Ratio::from_milli_percent(25_500));
    }

    #[test]
    fn shares_are_ordered_as_their_decimals_are() {
        let shares = [1, 500, 3_000, 5_500, 20_000, 30_000, 50_000, 99_999, 100_000].map(Ratio::from_milli_percent);
        for (one, other) in shares.iter().flat_map(|one| shares.iter().map(move |other| (one, other))) {
            assert_eq!(one.cmp(other), one.decimal().cmp(&other.decimal()), "{one} and {other}");
        }
    }

    #[test]
    fn compares_exactly_at_the_limit() {
        for (recipients, persons, limit, within) in [
            (11, "200", TARGET, true),
            (12, "200", TARGET, false),
            (6, "30", FIFTH, true),
            (7, "30", FIFTH, false),
            (6, "29.999999", FIFTH, false),
            (6, "30.000001", FIFTH, true),
            (0, "0.000001", TARGET, true),
        ] {
            let rate = LayoffRate::new(recipients, average(persons)).unwrap();
            assert_eq!(rate.within(limit), within, "{recipients} of {persons}");
        }
    }

    #[test]
    fn a_fraction_of_a_person_over_thirty_is_not_thirty() {
        assert!(average("30").at_most(30));
        assert!(!average("30.000001").at_most(30));
        assert!(!average("299.999999").at_least(300));
        assert!(average("300").at_least(300));
        assert!(AverageInsured::from_person_months(360).unwrap().at_most(30));
        assert!(!AverageInsured::from_person_months(361).unwrap().at_most(30));
    }

    #[test]
    fn person_months_stay_exact() {
        let odd = AverageInsured::from_person_months(365).unwrap();
        assert_eq!(odd.formula(), "365 ÷ 12");
        assert_eq!(odd.shown(), "30.42");
        assert_eq!(average("30.000001").shown(), "30.000001");
        assert_eq!(AverageInsured::from_person_months(366).unwrap().formula(), "30.5");
        assert_eq!(AverageInsured::from_person_months(0).unwrap().formula(), "0");
        assert_eq!(AverageInsured::from_person_months(120_000_001), Err(ValueError::OutOfRange));
    }

    #[test]
    fn the_printed_percentage_stays_on_its_side_of_the_limit() {
        for (recipients, persons, shown) in
            [(11, "200", "5.50"), (6, "31", "19.35"), (55_001, "1000000", "5.5001"), (54_999, "1000000", "5.50")]
        {
            let rate = LayoffRate::new(recipients, average(persons)).unwrap();
            assert_eq!(rate.percent(TARGET).0.to_string(), shown, "{recipients} of {persons}");
        }
    }

    #[test]
    fn half_a_person_gives_whole_numbers_above_and_below_the_line() {
        assert_eq!(LayoffRate::new(6, average("30.5")).unwrap().fraction(), (12, 61));
        assert!(LayoffRate::new(0, average("0")).is_none());
    }
}
