//! The letters of links: every link ever released keeps opening, so that no letter of the law's files may change.

use wengang::api::answer::Calculator;
use wengang::api::link::{Kind, fields};
use wengang_engine::pack::{DomainId, FactKind, Measure};

use super::HEBEI;

/// The options of a choice with their letters.
fn letters(measure: &Measure, domain: DomainId) -> Vec<(&str, String)> {
    let options = measure.domains[domain.index()].options.iter();
    options.map(|option| (option.id.as_str(), option.letter.map(String::from).unwrap_or_default())).collect()
}

#[test]
fn facts_and_options_have_the_letters_of_every_link_released() {
    let mut compared = 0;
    for calculator in Calculator::ALL {
        let measure = HEBEI.measure(calculator.code()).unwrap();
        for fact in &measure.facts {
            let field = fields(calculator).iter().find(|field| field.name == fact.id).unwrap();
            assert_eq!(fact.letter, field.letter, "{}", fact.id);
            let (Kind::Word(frozen) | Kind::Words(frozen)) = &field.kind else { continue };
            let (FactKind::Choice(domain) | FactKind::Choices(domain)) = fact.kind else { panic!("{}", fact.id) };
            let frozen: Vec<_> = frozen.iter().map(|(word, letter)| (*word, (*letter).to_owned())).collect();
            assert_eq!(letters(measure, domain), frozen, "{}", fact.id);
            compared += frozen.len();
        }
    }
    assert!(compared >= 30, "{compared}");
}
