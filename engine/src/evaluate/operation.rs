//! Operations on what is known of their operands.

use std::cmp::Ordering;

use crate::bounds::Bounds;
use crate::date::Date;
use crate::error::NoValue;
use crate::evaluate::{Formula, Found, State};
use crate::expression::{Binary, Unary};
use crate::fraction::Fraction;
use crate::value::{Kind, Money, OptionId, Value};

/// Months in a year.
const MONTHS: i64 = 12;

/// An operation with one operand that is evaluated on the path.
pub(super) fn unary(unary: Unary, of: &Found) -> Found {
    let state = match (&of.state, unary) {
        (State::NoValue(why), _) => State::NoValue(*why),
        (State::Known(value), _) => match unary_value(unary, value) {
            Ok(value) => State::Known(value),
            Err(why) => State::NoValue(why),
        },
        (State::Between(bounds), Unary::Floor) => between(bounds.map(bounds.kind, floor)),
        (State::Between(bounds), Unary::FullYears) => between(bounds.map(Kind::Number, full_years)),
        (State::Between(bounds), Unary::RoundToFen) => between(bounds.map(bounds.kind, rounded)),
        (State::Between(_) | State::Open, _) => State::Open,
    };
    let mut found = Found::from(state, &[of]);
    found.formula = match (unary, &of.formula, &found.state) {
        (Unary::RoundToFen, Some(formula), _) => Some(formula.round2()),
        (Unary::FullYears, Some(months), State::Known(_)) => months.full_years(MONTHS),
        (Unary::Floor | Unary::Year | Unary::Month | Unary::MonthNumber, Some(_), State::Known(value)) => {
            Formula::of_value(value)
        }
        _ => None,
    };
    found
}

fn unary_value(unary: Unary, value: &Value) -> Result<Value, NoValue> {
    match (unary, value) {
        (Unary::Not, Value::Truth(truth)) => Ok(Value::Truth(!truth)),
        (Unary::Year, Value::Date(day)) => Ok(Value::Number(Fraction::whole(i64::from(day.year())))),
        (Unary::Year, Value::Month(month)) => Ok(Value::Number(Fraction::whole(i64::from(month.year())))),
        (Unary::MonthNumber, Value::Month(month)) => Ok(Value::Number(Fraction::whole(i64::from(month.number())))),
        (Unary::Month, Value::Date(day)) => Ok(Value::Month(day.month_of())),
        (Unary::YearStart, Value::Date(day)) => {
            Date::new(day.year(), 1, 1).map(Value::Date).map_err(|_| NoValue::NoSuchDay)
        }
        (Unary::NextHigher(options), Value::Choice(OptionId(option))) => match option.checked_add(1) {
            Some(next) if next < options => Ok(Value::Choice(OptionId(next))),
            _ => Err(NoValue::NoRow),
        },
        (Unary::FullYears, Value::Count(months)) => full_years(months.get()).map(Value::Number),
        (Unary::RoundToFen, Value::Money(amount)) => amount.rounded().map(Value::Money),
        (Unary::Floor | Unary::RoundToFen, Value::NoLimit) => Ok(Value::NoLimit),
        (Unary::Floor, number) => {
            let (kind, number) = number.number().ok_or(NoValue::DamagedPack)?;
            Ok(kind.value(floor(number)?))
        }
        _ => Err(NoValue::DamagedPack),
    }
}

fn floor(number: Fraction) -> Result<Fraction, NoValue> {
    Fraction::new(number.floor(), 1)
}

fn full_years(months: Fraction) -> Result<Fraction, NoValue> {
    floor(months.over(Fraction::whole(MONTHS))?)
}

fn rounded(amount: Fraction) -> Result<Fraction, NoValue> {
    Ok(Money::new(amount).rounded()?.get())
}

/// An operation with two operands, both evaluated.
pub(super) fn binary(binary: Binary, one: &Found, other: &Found) -> Found {
    let known = |value: Result<Value, NoValue>| value.map_or_else(State::NoValue, State::Known);
    let state = match (&one.state, &other.state) {
        (State::NoValue(why), _) | (_, State::NoValue(why)) => State::NoValue(*why),
        (State::Known(left), State::Known(right)) => known(binary_value(binary, left, right)),
        // A number that is not known is below 不限 all the same.
        (State::Known(Value::NoLimit), State::Between(_)) => known(no_limit(binary, true, false)),
        (State::Between(_), State::Known(Value::NoLimit)) => known(no_limit(binary, false, true)),
        (left, right) => match bounds_of(left).zip(bounds_of(right)) {
            Some((left, right)) => binary_bounds(binary, left, right).unwrap_or_else(State::NoValue),
            None => State::Open,
        },
    };
    let mut found = Found::from(state, &[one, other]);
    if let (Some(one), Some(other), State::Known(_)) = (&one.formula, &other.formula, &found.state) {
        found.formula = Formula::of_binary(binary, one, other);
    }
    found
}

fn between(bounds: Bounds) -> State {
    State::Between(Box::new(bounds))
}

fn bounds_of(state: &State) -> Option<Bounds> {
    match state {
        State::Known(value) => value.number().map(|(kind, number)| Bounds::exactly(kind, number)),
        State::Between(bounds) => Some(**bounds),
        State::Open | State::NoValue(_) => None,
    }
}

fn binary_value(binary: Binary, one: &Value, other: &Value) -> Result<Value, NoValue> {
    let numbers = one.number().zip(other.number());
    let Some(((one_kind, one), (other_kind, other))) = numbers else {
        return plain_value(binary, one, other);
    };
    let kind = match binary {
        Binary::Times => one_kind.of_product(other_kind)?,
        Binary::Over => one_kind.of_quotient(other_kind)?,
        _ => one_kind.of_sum(other_kind)?,
    };
    let number = match binary {
        Binary::Plus => one.plus(other)?,
        Binary::Minus => one.minus(other)?,
        Binary::Times => one.times(other)?,
        Binary::Over => one.over(other)?,
        Binary::Least => one.min(other),
        Binary::Most => one.max(other),
        _ => return compared(binary, one.cmp(&other)),
    };
    Ok(kind.value(number))
}

/// An operation with 不限, which is above every number; what it takes away or divides has no value.
fn no_limit(binary: Binary, one: bool, other: bool) -> Result<Value, NoValue> {
    match binary {
        Binary::Plus | Binary::Times | Binary::Most => Ok(Value::NoLimit),
        Binary::Minus if one && !other => Ok(Value::NoLimit),
        Binary::Minus | Binary::Over => Err(NoValue::NoRow),
        _ => compared(binary, one.cmp(&other)),
    }
}

fn plain_value(binary: Binary, one: &Value, other: &Value) -> Result<Value, NoValue> {
    match (one, other) {
        (Value::NoLimit, Value::NoLimit) => no_limit(binary, true, true),
        (Value::NoLimit, number) | (number, Value::NoLimit) if number.number().is_some() => match binary {
            Binary::Least => Ok(number.clone()),
            _ => no_limit(binary, *one == Value::NoLimit, *other == Value::NoLimit),
        },
        (Value::Date(day), Value::Count(_) | Value::Number(_)) if binary == Binary::PlusMonths => {
            day.plus_months(whole_of(other)?).map(Value::Date).map_err(|_| NoValue::NoSuchDay)
        }
        (Value::Date(day), Value::Count(_) | Value::Number(_)) if binary == Binary::PlusDays => {
            day.plus_days(whole_of(other)?).map(Value::Date).map_err(|_| NoValue::NoSuchDay)
        }
        (Value::Month(month), Value::Count(_) | Value::Number(_)) if binary == Binary::PlusMonths => {
            month.plus(whole_of(other)?).map(Value::Month).map_err(|_| NoValue::NoSuchDay)
        }
        (Value::Date(one), Value::Date(other)) => match binary {
            Binary::Least => Ok(Value::Date(*one.min(other))),
            Binary::Most => Ok(Value::Date(*one.max(other))),
            _ => compared(binary, one.cmp(other)),
        },
        (Value::Month(one), Value::Month(other)) => match binary {
            Binary::Least => Ok(Value::Month(*one.min(other))),
            Binary::Most => Ok(Value::Month(*one.max(other))),
            _ => compared(binary, one.cmp(other)),
        },
        (Value::Choices(one), Value::Choices(other)) => {
            let is_same = one.iter().all(|option| other.contains(option)) && other.iter().all(|o| one.contains(o));
            equality(binary, is_same)
        }
        (Value::Truth(one), Value::Truth(other)) => equality(binary, one == other),
        (Value::Choice(one), Value::Choices(several)) if binary == Binary::In => {
            Ok(Value::Truth(several.contains(one)))
        }
        (Value::Choice(one), Value::Choice(other)) => match binary {
            Binary::Most => Ok(Value::Choice(*one.max(other))),
            Binary::Least => Ok(Value::Choice(*one.min(other))),
            Binary::Above => Ok(Value::Truth(one > other)),
            Binary::Below => Ok(Value::Truth(one < other)),
            _ => equality(binary, one == other),
        },
        (Value::Text(one), Value::Text(other)) => equality(binary, one == other),
        _ => Err(NoValue::DamagedPack),
    }
}

/// A number of months or days.
fn whole_of(count: &Value) -> Result<i32, NoValue> {
    let (_, number) = count.number().ok_or(NoValue::DamagedPack)?;
    i32::try_from(number.floor()).map_err(|_| NoValue::NoSuchDay)
}

fn equality(binary: Binary, is_same: bool) -> Result<Value, NoValue> {
    match binary {
        Binary::Equal => Ok(Value::Truth(is_same)),
        Binary::NotEqual => Ok(Value::Truth(!is_same)),
        _ => Err(NoValue::DamagedPack),
    }
}

fn compared(binary: Binary, order: Ordering) -> Result<Value, NoValue> {
    let truth = match binary {
        Binary::Equal => order.is_eq(),
        Binary::NotEqual => order.is_ne(),
        Binary::Less => order.is_lt(),
        Binary::AtMost => order.is_le(),
        Binary::More => order.is_gt(),
        Binary::AtLeast => order.is_ge(),
        _ => return Err(NoValue::DamagedPack),
    };
    Ok(Value::Truth(truth))
}

fn binary_bounds(binary: Binary, one: Bounds, other: Bounds) -> Result<State, NoValue> {
    let truth = |truth: Option<bool>| truth.map_or(State::Open, |truth| State::Known(Value::Truth(truth)));
    let is_equal = || one.compare(other).map(Ordering::is_eq);
    Ok(match binary {
        Binary::Plus => between(one.plus(other)?),
        Binary::Minus => between(one.minus(other)?),
        Binary::Times => between(one.times(other)?),
        Binary::Over => between(one.over(other)?),
        Binary::Least => between(one.min(other)?),
        Binary::Most => between(one.max(other)?),
        Binary::Equal => truth(is_equal()),
        Binary::NotEqual => truth(is_equal().map(|is| !is)),
        Binary::AtMost => truth(one.at_most(other)),
        Binary::AtLeast => truth(other.at_most(one)),
        Binary::Less => truth(other.at_most(one).map(|is| !is)),
        Binary::More => truth(one.at_most(other).map(|is| !is)),
        Binary::And
        | Binary::Or
        | Binary::PlusMonths
        | Binary::PlusDays
        | Binary::Above
        | Binary::Below
        | Binary::In => return Err(NoValue::DamagedPack),
    })
}
