//! Why an expression has no value, and why a case cannot be judged.

/// Why an expression has no value, although nothing it needs is missing.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, thiserror::Error)]
pub enum NoValue {
    /// A number too large for exact arithmetic.
    #[error("a number is too large")]
    Overflow,
    /// A division by zero.
    #[error("a division by zero")]
    DivisionByZero,
    /// No row of a table holds.
    #[error("no row of a table holds")]
    NoRow,
    /// The day or month has no value that is recorded.
    #[error("no value is recorded for the day")]
    NotRecorded,
    /// A day that the calendar does not have or the product does not take.
    #[error("no such day")]
    NoSuchDay,
    /// The pack refers to something that it does not hold, or computes with values of the wrong types. A pack of the
    /// compiler never does.
    #[error("the pack is damaged")]
    DamagedPack,
    /// The evaluation took more steps than a real pack ever needs.
    #[error("the evaluation takes too long")]
    TooLong,
}

impl NoValue {
    /// Whether it makes the whole assessment impossible. A table without a matching row, a day without a value or a
    /// division by zero depends on the case and leaves the result open; an overflow or a damaged pack must never pass
    /// as that.
    #[must_use]
    pub const fn is_fatal(self) -> bool {
        match self {
            Self::Overflow | Self::NoSuchDay | Self::DamagedPack | Self::TooLong => true,
            Self::DivisionByZero | Self::NoRow | Self::NotRecorded => false,
        }
    }
}

/// Why a case cannot be judged.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum Error {
    /// The pack has no such measure.
    #[error("the pack has no measure {0}")]
    UnknownMeasure(String),
    /// A condition or the amount has no value although every fact is known, or a number went out of range on the way.
    #[error("the case has no answer: {0}")]
    NoValue(#[from] NoValue),
}
