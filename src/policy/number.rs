//! Decimal numbers as people write them in a contract: digits, one point, no sign, no exponent.

use rust_decimal::{Decimal, RoundingStrategy};

use crate::policy::error::ValueError;

/// How many decimal places a quantity may have.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Places(pub u32);

/// Reads digits with at most `places` decimals and a value of at most `max`.
///
/// # Errors
/// [`ValueError::NotANumber`], [`ValueError::TooManyPlaces`], and [`ValueError::OutOfRange`] for a negative number or
/// one over `max`.
pub fn parse_decimal(text: &str, places: Places, max: u64) -> Result<Decimal, ValueError> {
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    let (whole, fraction) = unsigned.split_once('.').unwrap_or((unsigned, "0"));
    let all_digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    if !all_digits(whole) || !all_digits(fraction) {
        return Err(ValueError::NotANumber);
    }
    if unsigned.len() != text.len() {
        return Err(ValueError::OutOfRange);
    }
    if fraction.len() > places.0 as usize {
        return Err(ValueError::TooManyPlaces);
    }
    // From its digits: `Decimal`'s own reader takes signs and exponents, and costs 2 KB.
    let scale = if fraction == "0" { 0 } else { fraction.len() };
    let digits = if scale == 0 { whole.to_owned() } else { format!("{whole}{fraction}") };
    // Too long for that, or for `Decimal`, is far beyond any number the product takes.
    let mantissa: i128 = digits.parse().map_err(|_| ValueError::OutOfRange)?;
    let value = u32::try_from(scale).ok().and_then(|scale| Decimal::try_from_i128_with_scale(mantissa, scale).ok());
    let value = value.ok_or(ValueError::OutOfRange)?;
    if value > Decimal::from(max) { Err(ValueError::OutOfRange) } else { Ok(value) }
}

/// 四舍五入: half of the last place goes up.
#[must_use]
pub fn round_half_up(value: Decimal, places: u32) -> Decimal {
    let mut rounded = value.round_dp_with_strategy(places, RoundingStrategy::MidpointAwayFromZero);
    rounded.rescale(places);
    rounded
}

/// A quotient of whole numbers, rounded half up.
#[must_use]
pub fn quotient(numerator: u64, denominator: u64, places: u32) -> Decimal {
    let scaled = u128::from(numerator) * 10_u128.saturating_pow(places);
    let rounded = (scaled * 2 + u128::from(denominator)) / (u128::from(denominator) * 2);
    let mantissa = i128::try_from(rounded).unwrap_or(i128::MAX);
    Decimal::try_from_i128_with_scale(mantissa, places).unwrap_or(Decimal::MAX)
}
