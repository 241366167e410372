//! Formulas: an expression with its numbers filled in, so that a user can recompute it.

use std::rc::Rc;

use crate::expression::Binary;
use crate::fraction::Fraction;
use crate::value::Value;

/// A formula of + − × ÷ ( ) min max round2 and printed numbers. It is written out only where it is shown: most of what is
/// evaluated is not.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Formula(Rc<Node>);

#[derive(PartialEq, Eq, Debug)]
enum Node {
    /// A number.
    Value(Value),
    /// A number that an earlier line computes, by the id of the line.
    Line(String, Value),
    /// Two formulas joined by an operation that gives a number.
    Binary(Binary, Formula, Formula),
    /// Rounded to two decimals.
    Round2(Formula),
    /// The full years in a number of months: the months, the months beyond full years, and the months per year.
    FullYears(Formula, Fraction, Fraction),
}

/// What a result is sure to be a whole number of, by the form of its formula and not by its numbers.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Grain {
    /// 分: rounding changes nothing.
    Fen,
    /// One.
    One,
    /// Nothing in particular.
    Finer,
}

/// How tightly a formula holds together.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Rank {
    Sum,
    Product,
    Whole,
}

impl Formula {
    fn new(node: Node) -> Self {
        Self(Rc::new(node))
    }

    /// A number as it is printed in formulas: `50000.00`, `0.60`, `365 ÷ 12`. `None` for values that are not numbers.
    pub fn of_value(value: &Value) -> Option<Self> {
        value.number().map(|_| Self::new(Node::Value(value.clone())))
    }

    /// A value that an earlier line computes, by the id of the line; nothing where the line prints it less exactly.
    pub fn named(id: &str, value: &Value) -> Option<Self> {
        let is_exact = match value {
            Value::Money(_) => grain_of(value) == Grain::Fen,
            Value::Count(count) => count.get().exact_decimal().is_some(),
            Value::Number(number) => number.exact_decimal().is_some(),
            _ => false,
        };
        is_exact.then(|| Self::new(Node::Line(id.to_owned(), value.clone())))
    }

    /// Two formulas joined by an operation; nothing for one that gives no number.
    pub fn of_binary(binary: Binary, one: &Self, other: &Self) -> Option<Self> {
        let is_number = matches!(
            binary,
            Binary::Plus | Binary::Minus | Binary::Times | Binary::Over | Binary::Least | Binary::Most
        );
        is_number.then(|| Self::new(Node::Binary(binary, one.clone(), other.clone())))
    }

    /// The formula rounded to two decimals.
    pub fn round2(&self) -> Self {
        Self::new(Node::Round2(self.clone()))
    }

    /// The formula of an amount in whole 分: rounded where it may be finer.
    pub fn in_fen(&self) -> Self {
        if self.grain() == Grain::Fen { self.clone() } else { self.round2() }
    }

    /// The full years in a number of months, `(190 − 10) ÷ 12`: the division is exact.
    pub fn full_years(&self, of: i64) -> Option<Self> {
        let ([months], of) = (self.operands().try_into().ok()?, Fraction::whole(of));
        let months: Fraction = months;
        let years = Fraction::new(months.over(of).ok()?.floor(), 1).ok()?;
        let beyond = months.minus(years.times(of).ok()?).ok()?;
        Some(Self::new(Node::FullYears(self.clone(), beyond, of)))
    }

    /// Its numbers, from left to right.
    pub fn operands(&self) -> Vec<Fraction> {
        match &*self.0 {
            Node::Value(value) | Node::Line(_, value) => value.number().map(|(_, number)| number).into_iter().collect(),
            Node::Binary(_, one, other) => [one.operands(), other.operands()].concat(),
            Node::Round2(of) | Node::FullYears(of, ..) => of.operands(),
        }
    }

    /// The formula of an amount: rounded once, at the end, where it may be finer than 分.
    pub fn of_money(&self) -> String {
        self.in_fen().plain()
    }

    /// The formula of a share in per cent with `places` decimals.
    pub fn of_percent(&self, places: u32) -> String {
        let zeros = |count: u32| "0".repeat(usize::try_from(count).unwrap_or_default());
        let more = places.saturating_sub(2);
        let hundred = format!("1{}", zeros(more.saturating_add(2)));
        let inner = match &*self.0 {
            Node::Binary(Binary::Over, one, other) => {
                format!("{} × {hundred} ÷ {}", one.above(Rank::Sum), other.above(Rank::Product))
            }
            _ => format!("{} × {hundred}", self.above(Rank::Sum)),
        };
        // More places than two: the point is moved before rounding and back after it.
        let back = if more == 0 { String::new() } else { format!(" ÷ 1{}", zeros(more)) };
        format!("round2({inner}){back}")
    }

    /// The formula as it is.
    pub fn plain(&self) -> String {
        match &*self.0 {
            Node::Value(value) => printed(value),
            Node::Line(id, _) => id.clone(),
            Node::Binary(binary, one, other) => joined(*binary, one, other),
            Node::Round2(of) => format!("round2({})", of.plain()),
            Node::FullYears(of, beyond, year) if beyond.is_zero() => {
                format!("{} ÷ {}", of.above(Rank::Sum), terms_or_decimal(*year))
            }
            Node::FullYears(of, beyond, year) => {
                format!("({} − {}) ÷ {}", of.plain(), terms_or_decimal(*beyond), terms_or_decimal(*year))
            }
        }
    }

    /// The formula, in brackets where it holds together no tighter than this.
    fn above(&self, rank: Rank) -> String {
        let plain = self.plain();
        if self.rank() > rank { plain } else { format!("({plain})") }
    }

    fn rank(&self) -> Rank {
        match &*self.0 {
            Node::Value(value) | Node::Line(_, value) => rank_of(value),
            Node::Binary(Binary::Plus | Binary::Minus, ..) => Rank::Sum,
            Node::Binary(Binary::Times | Binary::Over, ..) | Node::FullYears(..) => Rank::Product,
            Node::Binary(..) | Node::Round2(_) => Rank::Whole,
        }
    }

    fn grain(&self) -> Grain {
        match &*self.0 {
            Node::Value(value) | Node::Line(_, value) => grain_of(value),
            Node::Binary(binary, one, other) => match (binary, one.grain(), other.grain()) {
                (Binary::Times, Grain::Fen, Grain::One) | (Binary::Times, Grain::One, Grain::Fen) => Grain::Fen,
                (Binary::Times, Grain::Fen, Grain::Fen) | (Binary::Over, _, _) => Grain::Finer,
                (_, one, other) if one == other => one,
                _ => Grain::Finer,
            },
            Node::Round2(_) => Grain::Fen,
            Node::FullYears(..) => Grain::One,
        }
    }
}

/// An operation that gives a number, written out.
fn joined(binary: Binary, one: &Formula, other: &Formula) -> String {
    match binary {
        Binary::Plus => format!("{} + {}", one.plain(), other.plain()),
        Binary::Minus => format!("{} − {}", one.plain(), other.above(Rank::Sum)),
        Binary::Times => format!("{} × {}", one.above(Rank::Sum), other.above(Rank::Sum)),
        Binary::Over => format!("{} ÷ {}", one.above(Rank::Sum), other.above(Rank::Product)),
        Binary::Least => format!("min({}, {})", one.plain(), other.plain()),
        _ => format!("max({}, {})", one.plain(), other.plain()),
    }
}

fn printed(value: &Value) -> String {
    let Some((_, number)) = value.number() else { return String::new() };
    match value {
        Value::Money(amount) if is_fen(number) => amount.to_string(),
        Value::Ratio(ratio) if number.decimal_places().is_some() => {
            ratio.decimal().unwrap_or_else(|_| terms_or_decimal(number))
        }
        _ => terms_or_decimal(number),
    }
}

fn rank_of(value: &Value) -> Rank {
    if printed(value).contains('÷') { Rank::Product } else { Rank::Whole }
}

fn grain_of(value: &Value) -> Grain {
    match value {
        Value::Money(amount) if is_fen(amount.get()) => Grain::Fen,
        Value::Count(_) | Value::Number(_) => {
            let is_whole = value.number().is_some_and(|(_, number)| number.reduced().denominator() == 1);
            if is_whole { Grain::One } else { Grain::Finer }
        }
        _ => Grain::Finer,
    }
}

fn is_fen(amount: Fraction) -> bool {
    amount.decimal_places().is_some_and(|places| places <= 2)
}

fn terms_or_decimal(number: Fraction) -> String {
    number.exact_decimal().unwrap_or_else(|| terms(number))
}

fn terms(number: Fraction) -> String {
    let terms = number.reduced();
    format!("{} ÷ {}", terms.numerator(), terms.denominator())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::{Count, Money, Ratio};

    fn of(value: &Value) -> Formula {
        Formula::of_value(value).unwrap()
    }

    fn fraction(numerator: i128, denominator: i128) -> Fraction {
        Fraction::new(numerator, denominator).unwrap()
    }

    fn persons(numerator: i128, denominator: i128) -> Formula {
        of(&Value::Count(Count::new(fraction(numerator, denominator))))
    }

    #[test]
    fn an_amount_is_rounded_once() {
        let premium = of(&Value::Money(Money::new(Fraction::whole(50_000))));
        let share =
            Formula::of_binary(Binary::Times, &premium, &of(&Value::Ratio(Ratio::new(fraction(3, 5))))).unwrap();
        assert_eq!(share.of_money(), "round2(50000.00 × 0.60)");
        assert_eq!(share.round2().of_money(), "round2(50000.00 × 0.60)");
    }

    #[test]
    fn an_amount_that_is_whole_by_its_form_is_not_rounded() {
        let yuan = |yuan: i64| of(&Value::Money(Money::new(Fraction::whole(yuan))));
        let both = |binary: Binary, one: &Formula, other: &Formula| Formula::of_binary(binary, one, other).unwrap();
        let sum = both(Binary::Plus, &yuan(35), &yuan(15));
        assert_eq!(sum.of_money(), "35.00 + 15.00");
        let all = both(Binary::Times, &both(Binary::Times, &sum, &persons(2, 1)), &persons(12, 1));
        assert_eq!(all.of_money(), "(35.00 + 15.00) × 2 × 12");
        let capped = both(Binary::Least, &both(Binary::Most, &yuan(3_000), &yuan(3_920)), &yuan(19_602));
        assert_eq!(capped.of_money(), "min(max(3000.00, 3920.00), 19602.00)");
        assert_eq!(both(Binary::Times, &yuan(1), &persons(365, 12)).of_money(), "round2(1.00 × 365 ÷ 12)");
        assert_eq!(both(Binary::Over, &yuan(100), &persons(3, 1)).of_money(), "round2(100.00 ÷ 3)");
        let tenth = of(&Value::Ratio(Ratio::new(fraction(1, 10))));
        assert_eq!(both(Binary::Times, &yuan(10), &tenth).of_money(), "round2(10.00 × 0.10)");
    }

    #[test]
    fn a_line_is_named_where_it_prints_its_value_exactly() {
        let named = |value: &Value| Formula::named("line", value).map(|formula| formula.plain());
        assert_eq!(named(&Value::Money(Money::new(fraction(1, 100)))).as_deref(), Some("line"));
        assert_eq!(named(&Value::Money(Money::new(fraction(1, 1_000)))), None);
        assert_eq!(named(&Value::Count(Count::new(fraction(61, 2)))).as_deref(), Some("line"));
        assert_eq!(named(&Value::Count(Count::new(fraction(1, 3)))), None);
        assert_eq!(named(&Value::Ratio(Ratio::new(fraction(1, 2)))), None, "a line prints it in per cent");
    }

    #[test]
    fn a_share_in_per_cent_moves_the_point_for_more_places() {
        let rate = Formula::of_binary(Binary::Over, &persons(6, 1), &persons(31, 1)).unwrap();
        assert_eq!(rate.of_percent(2), "round2(6 × 100 ÷ 31)");
        assert_eq!(rate.of_percent(4), "round2(6 × 10000 ÷ 31) ÷ 100");
    }

    #[test]
    fn a_divisor_that_is_itself_a_quotient_is_in_brackets() {
        let rate = Formula::of_binary(Binary::Over, &persons(6, 1), &persons(365, 12)).unwrap();
        assert_eq!(rate.of_percent(2), "round2(6 × 100 ÷ (365 ÷ 12))");
    }

    #[test]
    fn full_years_leave_the_months_beyond_them_out() {
        let years = |months: i128| persons(months, 1).full_years(12).unwrap().plain();
        assert_eq!(years(24), "24 ÷ 12");
        assert_eq!(years(35), "(35 − 11) ÷ 12");
        assert_eq!(years(0), "0 ÷ 12");
        let sum = Formula::of_binary(Binary::Plus, &persons(1, 1), &persons(23, 1)).unwrap();
        assert_eq!(sum.full_years(12), None, "of a sum the operands say no more");
    }

    #[test]
    fn a_difference_is_in_brackets_where_necessary() {
        let left = Formula::of_binary(Binary::Minus, &persons(100, 1), &persons(95, 1)).unwrap();
        let rate = Formula::of_binary(Binary::Over, &left, &persons(100, 1)).unwrap();
        assert_eq!(rate.of_percent(2), "round2((100 − 95) × 100 ÷ 100)");
        let twice = Formula::of_binary(Binary::Minus, &persons(7, 1), &left).unwrap();
        assert_eq!(twice.plain(), "7 − (100 − 95)");
    }
}
