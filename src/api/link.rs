//! Links: a case's choices, and on request its numbers, in an address (api.md).
//!
//! `?c=refund&y=2024#1.pe.sm.cn.xYz`: calculator and round in the query, the case in the fragment, which no server sees.
//! `?c=refund&p=gansu&y=2025#2.pe.xYz`: the place too, where it is another than the one that is built in.
//! The fragment is the format's version, one token a fact — its letter and what was answered — and a checksum, parted by
//! points. Only `A–Z a–z 0–9 _ - .` occur, so that no chat programme breaks it.
//!
//! INVARIANT: letters are never given another meaning: every link ever released opens (`tests/links/`).

mod base64;
mod of;
pub mod promotion;
mod reading;
pub mod schema;

use crate::api::answer::Calculator;
use crate::api::link::schema::Letters;
use crate::heads::{HEADS, heads};
use crate::policy::date::Date;
use crate::policy::month::Month;

pub use of::of;
pub use reading::{LinkError, may_be_link, own_word, place_asked, read, read_as};
pub use schema::{Field, Kind, fields};

/// The newest format: it names the place.
pub const VERSION: u8 = 2;
/// The first format: it names no place, and is of the one that is built in.
const WITHOUT_PLACE: u8 = 1;
/// The name of the place in a query.
pub const PLACE: &str = "p";

/// The letter of the day of application.
const AS_OF: char = 't';
/// The letter that says that the premium is an estimate: no fact of a case, but it belongs to every answer made of it.
const ESTIMATED: char = 'a';

/// A case in a link.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Link {
    /// Which calculator.
    pub calculator: Calculator,
    /// The year of the round under which it was made; `None` where the address has lost it.
    pub year: Option<u16>,
    /// The day of application, where numbers are along.
    pub as_of: Option<Date>,
    /// The facts, in the order of the API.
    pub facts: Vec<Fact>,
    /// Whether the premium in it is an estimate.
    pub is_estimated: bool,
    /// Whether the fragment, and with it every fact, was lost on the way.
    pub is_cut: bool,
}

/// A fact in a link.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Fact {
    /// Its name in the API.
    pub name: &'static str,
    /// What was answered.
    pub value: LinkValue,
}

/// What was answered.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum LinkValue {
    /// A word of the API.
    Word(&'static str),
    /// Words of the API.
    Words(Vec<&'static str>),
    /// Yes or no.
    Flag(bool),
    /// A number as it was written; `is_whole`: as a number, not as a text.
    Number {
        /// The digits, perhaps with a point.
        digits: String,
        /// Whether it was written as a number.
        is_whole: bool,
    },
    /// A day.
    Day(Date),
    /// A month.
    Month(Month),
    /// Free text.
    Text(String),
    /// Rows of facts: certificates, subsidies received.
    Rows(Vec<Vec<Fact>>),
}

impl Link {
    /// The address, without the page's own: `?c=refund&y=2024#1.pe.cn.xYz`.
    ///
    /// Numbers, days, months and free text go along only where `include_numbers` says so.
    #[must_use]
    pub fn address(&self, include_numbers: bool) -> String {
        let place = named_place(self.calculator);
        let mut body = if place.is_some() { VERSION } else { WITHOUT_PLACE }.to_string();
        for field in fields(self.calculator) {
            let fact = self.facts.iter().find(|fact| fact.name == field.name);
            if let Some(fact) = fact.filter(|_| include_numbers || field.kind.is_choice()) {
                write(&mut body, field, &fact.value);
            }
        }
        if let Some(day) = self.as_of.filter(|_| include_numbers) {
            token(&mut body, AS_OF, &day_text(day));
        }
        if self.is_estimated && include_numbers {
            token(&mut body, ESTIMATED, "");
        }
        let code = self.calculator.code();
        let year = self.year.map(|year| format!("&y={year}")).unwrap_or_default();
        let check = checksum(code, place, &body);
        let place = place.map(|place| format!("&{PLACE}={place}")).unwrap_or_default();
        format!("?c={code}{place}{year}#{body}.{check}")
    }
}

/// The place that a link of a calculator names: none where it is the one that is built in.
fn named_place(calculator: Calculator) -> Option<&'static str> {
    let place = calculator.place().unwrap_or(heads().place.id);
    (place != HEADS.place.id).then_some(place)
}

fn token(body: &mut String, letter: char, text: &str) {
    body.push('.');
    body.push(letter);
    body.push_str(text);
}

fn write(body: &mut String, field: &Field, value: &LinkValue) {
    match (&field.kind, value) {
        (Kind::Word(letters), LinkValue::Word(word)) => token(body, field.letter, &letter_of(letters, word)),
        (Kind::Name { prefix, .. }, LinkValue::Word(word)) => {
            token(body, field.letter, word.strip_prefix(prefix).unwrap_or(word));
        }
        (Kind::Words(letters), LinkValue::Words(words)) => {
            let letters: String = words.iter().map(|word| letter_of(letters, word)).collect();
            token(body, field.letter, &letters);
        }
        (Kind::Flag, LinkValue::Flag(is)) => token(body, field.letter, if *is { "1" } else { "0" }),
        (Kind::Number, LinkValue::Number { digits, is_whole }) => {
            let letter = if *is_whole { field.letter.to_ascii_uppercase() } else { field.letter };
            token(body, letter, &digits.replace('.', "_"));
        }
        (Kind::Day, LinkValue::Day(day)) => token(body, field.letter, &day_text(*day)),
        (Kind::Month, LinkValue::Month(month)) => token(body, field.letter, &month.to_string().replace('-', "")),
        (Kind::Text, LinkValue::Text(text)) => token(body, field.letter, &base64::encode(text)),
        (Kind::Rows(inner), LinkValue::Rows(rows)) => write_rows(body, field, inner, rows),
        // A fact of another kind than its field's is no fact of a request that was read.
        _ => {}
    }
}

/// A row begins with its field's letter alone; the facts of the row follow as tokens.
fn write_rows(body: &mut String, field: &Field, inner: &[Field], rows: &[Vec<Fact>]) {
    if rows.is_empty() {
        token(body, field.letter, "0");
    }
    for row in rows {
        token(body, field.letter, "");
        for inner in inner {
            if let Some(fact) = row.iter().find(|fact| fact.name == inner.name) {
                write(body, inner, &fact.value);
            }
        }
    }
}

fn letter_of(letters: &Letters, word: &str) -> String {
    letters.iter().find(|(known, _)| *known == word).map(|(_, letter)| String::from(*letter)).unwrap_or_default()
}

fn day_text(day: Date) -> String {
    day.to_string().replace('-', "")
}

/// Three characters over calculator, place and body (FNV-1a): a link that was cut or mistyped is known as such.
fn checksum(code: &str, place: Option<&str>, body: &str) -> String {
    let place = place.into_iter().flat_map(|place| [b'/'].into_iter().chain(place.bytes()));
    let bytes = code.bytes().chain(place).chain([b':']).chain(body.bytes());
    let hash = bytes.fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    // Folded to 18 bits, of which each character holds six.
    let folded = (hash >> 18) ^ hash;
    [12, 6, 0].iter().map(|shift| base64::character(folded >> shift)).collect()
}

#[cfg(test)]
mod tests;
