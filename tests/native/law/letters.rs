//! The letters of links: every link ever released must open, so that no letter may get another meaning.

use wengang::api::answer::Calculator;
use wengang::api::link::{Field, Kind, fields};

/// The letters as they were first released. Lines may be added, never changed.
const RELEASED: &str = include_str!("../../links/letters.txt");

/// A line for a fact, and one for each field of a list.
fn lines(prefix: &str, fields: &[Field], lines: &mut Vec<String>) {
    for field in fields {
        let name = format!("{prefix}.{}", field.name);
        let kind = match &field.kind {
            Kind::Word(letters) => {
                letters.iter().fold("word".to_owned(), |all, (word, letter)| format!("{all} {letter}={word}"))
            }
            Kind::Words(letters) => {
                letters.iter().fold("words".to_owned(), |all, (word, letter)| format!("{all} {letter}={word}"))
            }
            Kind::Name { prefix, .. } => format!("name {prefix}").trim_end().to_owned(),
            Kind::Flag => "flag".to_owned(),
            Kind::Number => "number".to_owned(),
            Kind::Day => "day".to_owned(),
            Kind::Month => "month".to_owned(),
            Kind::Text => "text".to_owned(),
            Kind::Rows(_) => "rows".to_owned(),
        };
        lines.push(format!("{name} {} {kind}", field.letter));
        if let Kind::Rows(inner) = &field.kind {
            self::lines(&name, inner, lines);
        }
    }
}

#[test]
fn every_letter_of_a_link_means_what_it_meant_when_it_was_released() {
    let mut today = Vec::new();
    for calculator in Calculator::all() {
        lines(calculator.code(), fields(calculator), &mut today);
    }
    let released: Vec<&str> = RELEASED.lines().collect();
    assert!(released.len() >= 40, "{}", released.len());
    for line in released {
        // Options that came later are at the end.
        assert!(today.iter().any(|today| today == line || today.starts_with(&format!("{line} "))), "{line}");
    }
}
