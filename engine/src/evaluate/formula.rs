//! Formulas: an expression with the numbers put in, to be computed again by hand.

use crate::expression::Binary;
use crate::fraction::Fraction;
use crate::value::Value;

/// A formula of + − × ÷ ( ) min max round2 and printed numbers.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Formula {
    text: String,
    rank: Rank,
    /// Its numbers, from left to right.
    pub operands: Vec<Fraction>,
    /// Of a quotient: what stands on either side of the last sign.
    sides: Option<(String, String)>,
    grain: Grain,
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
    /// A number as it is printed in formulas: `50000.00`, `0.60`, `365 ÷ 12`. Nothing for what is no number.
    pub fn of_value(value: &Value) -> Option<Self> {
        let (_, number) = value.number()?;
        let printed = match value {
            Value::Money(amount) if number.decimal_places().is_some_and(|places| places <= 2) => amount.to_string(),
            Value::Ratio(ratio) if number.decimal_places().is_some() => ratio.decimal().ok()?,
            Value::Count(count) => count.formula(),
            _ => terms_or_decimal(number),
        };
        let rank = if printed.contains('÷') { Rank::Product } else { Rank::Whole };
        let grain = match value {
            Value::Money(_) if number.decimal_places().is_some_and(|places| places <= 2) => Grain::Fen,
            Value::Count(_) | Value::Number(_) if number.reduced().denominator() == 1 => Grain::One,
            _ => Grain::Finer,
        };
        Some(Self { text: printed, rank, operands: vec![number], sides: None, grain })
    }

    /// A value that an earlier line computes, by the id of the line; nothing where the line prints it less exactly.
    pub fn named(id: &str, value: &Value) -> Option<Self> {
        let formula = Self::of_value(value)?;
        let is_exact = match value {
            Value::Money(_) => formula.grain == Grain::Fen,
            Value::Count(_) | Value::Number(_) => formula.rank == Rank::Whole,
            _ => false,
        };
        is_exact.then(|| Self { text: id.to_owned(), ..formula })
    }

    /// Two formulas joined by an operation; nothing for one that gives no number.
    pub fn of_binary(binary: Binary, one: &Self, other: &Self) -> Option<Self> {
        let (text, rank) = match binary {
            Binary::Plus => (format!("{} + {}", one.text, other.text), Rank::Sum),
            Binary::Minus => (format!("{} − {}", one.text, other.above(Rank::Sum)), Rank::Sum),
            Binary::Times => (format!("{} × {}", one.above(Rank::Sum), other.above(Rank::Sum)), Rank::Product),
            Binary::Over => (format!("{} ÷ {}", one.above(Rank::Sum), other.above(Rank::Product)), Rank::Product),
            Binary::Least => (format!("min({}, {})", one.text, other.text), Rank::Whole),
            Binary::Most => (format!("max({}, {})", one.text, other.text), Rank::Whole),
            _ => return None,
        };
        let sides = (binary == Binary::Over).then(|| (one.above(Rank::Sum), other.above(Rank::Product)));
        let grain = match (binary, one.grain, other.grain) {
            (Binary::Times, Grain::Fen, Grain::One) | (Binary::Times, Grain::One, Grain::Fen) => Grain::Fen,
            (Binary::Times, Grain::Fen, Grain::Fen) | (Binary::Over, _, _) => Grain::Finer,
            (_, one, other) if one == other => one,
            _ => Grain::Finer,
        };
        Some(Self { text, rank, operands: [one.operands.as_slice(), &other.operands].concat(), sides, grain })
    }

    /// The formula rounded to two decimals.
    pub fn round2(&self) -> Self {
        let text = format!("round2({})", self.text);
        Self { text, rank: Rank::Whole, operands: self.operands.clone(), sides: None, grain: Grain::Fen }
    }

    /// The full years of so many months, `(190 − 10) ÷ 12`: nothing is left out of the division.
    pub fn full_years(&self, of: i64) -> Option<Self> {
        let (Some(months), of) = (self.only_operand(), Fraction::whole(of)) else { return None };
        let years = Fraction::new(months.over(of).ok()?.floor(), 1).ok()?;
        let left = months.minus(years.times(of).ok()?).ok()?;
        let (operands, grain) = (self.operands.clone(), Grain::One);
        let divided = |text: String| Self { text, rank: Rank::Product, operands: operands.clone(), sides: None, grain };
        let (of, left) = (terms_or_decimal(of), (!left.is_zero()).then(|| terms_or_decimal(left)));
        Some(match left {
            None => divided(format!("{} ÷ {of}", self.above(Rank::Sum))),
            Some(left) => divided(format!("({} − {left}) ÷ {of}", self.text)),
        })
    }

    fn only_operand(&self) -> Option<Fraction> {
        match self.operands.as_slice() {
            [only] => Some(*only),
            _ => None,
        }
    }

    /// The formula of an amount: rounded once, at the end, where it may be finer than 分.
    pub fn of_money(&self) -> String {
        if self.grain == Grain::Fen { self.text.clone() } else { self.round2().text }
    }

    /// The formula of a share in per cent with so many decimals.
    pub fn of_percent(&self, places: u32) -> String {
        let zeros = |count: u32| "0".repeat(usize::try_from(count).unwrap_or_default());
        let more = places.saturating_sub(2);
        let hundred = format!("1{}", zeros(more.saturating_add(2)));
        let inner = match &self.sides {
            Some((numerator, denominator)) => format!("{numerator} × {hundred} ÷ {denominator}"),
            None => format!("{} × {hundred}", self.above(Rank::Sum)),
        };
        // More places than two: the point is moved before rounding and back after it.
        let back = if more == 0 { String::new() } else { format!(" ÷ 1{}", zeros(more)) };
        format!("round2({inner}){back}")
    }

    /// The formula as it is.
    pub fn plain(&self) -> &str {
        &self.text
    }

    /// The formula, in brackets where it holds together no tighter than this.
    fn above(&self, rank: Rank) -> String {
        if self.rank > rank { self.text.clone() } else { format!("({})", self.text) }
    }
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
        let named = |value: &Value| Formula::named("line", value).map(|formula| formula.text);
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
    fn a_divisor_that_is_itself_a_quotient_stands_in_brackets() {
        let rate = Formula::of_binary(Binary::Over, &persons(6, 1), &persons(365, 12)).unwrap();
        assert_eq!(rate.of_percent(2), "round2(6 × 100 ÷ (365 ÷ 12))");
    }

    #[test]
    fn full_years_leave_the_months_beyond_them_out() {
        let years = |months: i128| persons(months, 1).full_years(12).unwrap().text;
        assert_eq!(years(24), "24 ÷ 12");
        assert_eq!(years(35), "(35 − 11) ÷ 12");
        assert_eq!(years(0), "0 ÷ 12");
        let sum = Formula::of_binary(Binary::Plus, &persons(1, 1), &persons(23, 1)).unwrap();
        assert_eq!(sum.full_years(12), None, "of a sum the operands say no more");
    }

    #[test]
    fn a_difference_stands_in_brackets_where_it_must() {
        let left = Formula::of_binary(Binary::Minus, &persons(100, 1), &persons(95, 1)).unwrap();
        let rate = Formula::of_binary(Binary::Over, &left, &persons(100, 1)).unwrap();
        assert_eq!(rate.of_percent(2), "round2((100 − 95) × 100 ÷ 100)");
        let twice = Formula::of_binary(Binary::Minus, &persons(7, 1), &left).unwrap();
        assert_eq!(twice.plain(), "7 − (100 − 95)");
    }
}
