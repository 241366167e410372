//! The words that an answer needs to travel, for the state above: it takes its words from here, not from `text`.

use wengang_engine::pack::Question;

use crate::api::answer::Calculator;
use crate::law;

pub use crate::text::money::grouped;
pub use crate::text::page::question::OCCUPATIONS;
pub use crate::text::page::{aloud, answer, poster, share};
pub use crate::text::words::headline;

/// A fact in a word or two, by its name in the API.
#[must_use]
pub fn label(calculator: Calculator, fact: &str) -> &'static str {
    question(calculator, fact).map_or("", |question| &question.label)
}

/// Why a fact matters where it is missing.
#[must_use]
pub fn matters(calculator: Calculator, fact: &str) -> &'static str {
    question(calculator, fact).map_or("", |question| &question.matters)
}

fn question(calculator: Calculator, fact: &str) -> Option<&'static Question> {
    law::measure(calculator)?.fact(fact).map(|(_, fact)| &fact.question)
}
