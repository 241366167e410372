//! How values become bytes and come back.
//!
//! Whole numbers are LEB128, texts and lists have their length before them, an option or an enumeration its place. Nothing
//! else is written: no names, no gaps.
//!
//! Reading never stops in the middle: once something is wrong, [`Input`] remembers what, and gives nothing but zeros and
//! empty lists from then on. The caller asks at the end. So a reader of a struct is one call a field, without a way out
//! after each; with readers that return a `Result` the package was 30 KB larger (docs/adr/0018).

use crate::date::{Date, Month};
use crate::fraction::Fraction;

/// The maximum nesting: an expression takes two levels for each of its own, which are at most
/// [`crate::pack::DEEPEST`].
const DEEPEST: u16 = 256;

/// What is wrong with the bytes of a content.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum Damage {
    /// They end too early.
    #[error("it ends too early")]
    Short,
    /// A number, a text or a tag that is not allowed in its place.
    #[error("a value is not allowed in its place")]
    Wrong,
    /// Something nests deeper than in any pack.
    #[error("something nests too deep")]
    TooDeep,
    /// Something follows the pack.
    #[error("something follows the pack")]
    Long,
}

/// Bytes that are read, and what was wrong with them.
pub(super) struct Input<'b> {
    rest: &'b [u8],
    depth: u16,
    damage: Option<Damage>,
}

impl<'b> Input<'b> {
    pub const fn new(bytes: &'b [u8]) -> Self {
        Self { rest: bytes, depth: 0, damage: None }
    }

    /// What was wrong with the bytes, also that some are left.
    pub const fn damage(&self) -> Option<Damage> {
        match self.damage {
            None if !self.rest.is_empty() => Some(Damage::Long),
            damage => damage,
        }
    }

    /// Notes the first thing that is wrong; nothing is read after it.
    fn spoil(&mut self, damage: Damage) {
        self.damage.get_or_insert(damage);
        self.rest = &[];
    }

    fn byte(&mut self) -> u8 {
        match self.rest.split_first() {
            Some((byte, rest)) => {
                self.rest = rest;
                *byte
            }
            None => {
                self.spoil(Damage::Short);
                0
            }
        }
    }

    fn number(&mut self) -> u128 {
        let mut number = 0_u128;
        for shift in (0..u128::BITS).step_by(7) {
            let byte = self.byte();
            let digits = u128::from(byte & 0x7f);
            if digits << shift >> shift != digits {
                break;
            }
            number |= digits << shift;
            if byte < 0x80 {
                return number;
            }
        }
        self.spoil(Damage::Wrong);
        0
    }

    /// The place of an option or of a variant, below `count`.
    pub fn place(&mut self, count: u8) -> u8 {
        let place = self.byte();
        if place < count {
            return place;
        }
        self.spoil(Damage::Wrong);
        0
    }

    /// How many bytes or elements follow; each takes a byte at least.
    fn length(&mut self) -> usize {
        let length = usize::try_from(self.number()).unwrap_or(usize::MAX);
        if length <= self.rest.len() {
            return length;
        }
        self.spoil(Damage::Short);
        0
    }

    /// Reads one level deeper; `instead` where that is too deep.
    fn below<T>(&mut self, read: impl FnOnce(&mut Self) -> T) -> T {
        if self.depth >= DEEPEST {
            self.spoil(Damage::TooDeep);
        }
        self.depth = self.depth.saturating_add(1);
        let value = read(self);
        self.depth = self.depth.saturating_sub(1);
        value
    }
}

/// A type that is part of packs.
pub(super) trait Form: Sized {
    fn write(&self, out: &mut Vec<u8>);

    /// Reads a value; of damaged bytes any.
    fn read(input: &mut Input<'_>) -> Self;
}

fn write_number(mut number: u128, out: &mut Vec<u8>) {
    loop {
        let [digits, ..] = (number & 0x7f).to_le_bytes();
        number >>= 7;
        if number == 0 {
            return out.push(digits);
        }
        out.push(digits | 0x80);
    }
}

macro_rules! numbers {
    ($($name:ident)+) => {
        $(impl Form for $name {
            fn write(&self, out: &mut Vec<u8>) {
                write_number(u128::from(*self), out);
            }

            fn read(input: &mut Input<'_>) -> Self {
                Self::try_from(input.number()).unwrap_or_else(|_| {
                    input.spoil(Damage::Wrong);
                    0
                })
            }
        })+
    };
}

numbers! { u8 u16 u32 u64 }

/// The sign comes last, so that small numbers are short.
impl Form for i128 {
    fn write(&self, out: &mut Vec<u8>) {
        write_number((self << 1 ^ (self >> 127)).cast_unsigned(), out);
    }

    fn read(input: &mut Input<'_>) -> Self {
        let number = input.number();
        (number >> 1).cast_signed() ^ -(number & 1).cast_signed()
    }
}

impl Form for bool {
    fn write(&self, out: &mut Vec<u8>) {
        out.push(u8::from(*self));
    }

    fn read(input: &mut Input<'_>) -> Self {
        input.place(2) == 1
    }
}

impl Form for char {
    fn write(&self, out: &mut Vec<u8>) {
        u32::from(*self).write(out);
    }

    fn read(input: &mut Input<'_>) -> Self {
        Self::try_from(u32::read(input)).unwrap_or_else(|_| {
            input.spoil(Damage::Wrong);
            '0'
        })
    }
}

impl Form for String {
    fn write(&self, out: &mut Vec<u8>) {
        write_number(self.len() as u128, out);
        out.extend(self.as_bytes());
    }

    fn read(input: &mut Input<'_>) -> Self {
        let length = input.length();
        let (text, rest) = input.rest.split_at_checked(length).unwrap_or_default();
        input.rest = rest;
        match std::str::from_utf8(text) {
            Ok(text) => text.to_owned(),
            Err(_) => {
                input.spoil(Damage::Wrong);
                Self::new()
            }
        }
    }
}

impl<T: Form> Form for Option<T> {
    fn write(&self, out: &mut Vec<u8>) {
        self.is_some().write(out);
        self.iter().for_each(|value| value.write(out));
    }

    fn read(input: &mut Input<'_>) -> Self {
        bool::read(input).then(|| T::read(input))
    }
}

impl<T: Form> Form for Vec<T> {
    fn write(&self, out: &mut Vec<u8>) {
        write_number(self.len() as u128, out);
        self.iter().for_each(|value| value.write(out));
    }

    fn read(input: &mut Input<'_>) -> Self {
        let length = input.length();
        input.below(|input| {
            // Grown as the elements come: what is allocated is bounded by what is read.
            let mut list = Self::new();
            for _ in 0..length {
                if input.damage.is_some() {
                    break;
                }
                list.push(T::read(input));
            }
            list
        })
    }
}

impl<T: Form> Form for Box<T> {
    fn write(&self, out: &mut Vec<u8>) {
        T::write(self, out);
    }

    fn read(input: &mut Input<'_>) -> Self {
        input.below(|input| Self::new(T::read(input)))
    }
}

impl<A: Form, B: Form> Form for (A, B) {
    fn write(&self, out: &mut Vec<u8>) {
        self.0.write(out);
        self.1.write(out);
    }

    fn read(input: &mut Input<'_>) -> Self {
        (A::read(input), B::read(input))
    }
}

impl Form for Fraction {
    fn write(&self, out: &mut Vec<u8>) {
        (self.numerator(), self.denominator()).write(out);
    }

    fn read(input: &mut Input<'_>) -> Self {
        let (numerator, denominator) = <(i128, i128)>::read(input);
        let fraction = Self::new(numerator, denominator).ok().filter(|_| denominator > 0);
        fraction.unwrap_or_else(|| {
            input.spoil(Damage::Wrong);
            Self::ZERO
        })
    }
}

impl Form for Date {
    fn write(&self, out: &mut Vec<u8>) {
        self.year().write(out);
        out.extend([self.month(), self.day()]);
    }

    fn read(input: &mut Input<'_>) -> Self {
        let (year, month, day) = (u16::read(input), input.byte(), input.byte());
        Self::new(year, month, day).unwrap_or_else(|_| {
            input.spoil(Damage::Wrong);
            Self::FIRST
        })
    }
}

impl Form for Month {
    fn write(&self, out: &mut Vec<u8>) {
        self.year().write(out);
        out.push(self.number());
    }

    fn read(input: &mut Input<'_>) -> Self {
        let (year, month) = (u16::read(input), input.byte());
        Self::new(year, month).unwrap_or_else(|_| {
            input.spoil(Damage::Wrong);
            Date::FIRST.month_of()
        })
    }
}
