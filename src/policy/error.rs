//! Why a given value is invalid.

/// Why a text or number is not a value of the wanted kind. What a person reads is worded in `text`.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum ValueError {
    /// Not digits with an optional decimal point.
    #[error("not a plain decimal number")]
    NotANumber,
    /// More decimal places than the quantity has.
    #[error("too many decimal places")]
    TooManyPlaces,
    /// Below the least or above the greatest value the product takes.
    #[error("outside the range the product takes")]
    OutOfRange,
    /// Not `YYYY-MM-DD`.
    #[error("not a date of the form YYYY-MM-DD")]
    NotADate,
    /// The calendar has no such day.
    #[error("no such day in the calendar")]
    NoSuchDay,
    /// A name without a letter in it.
    #[error("empty")]
    Empty,
}
