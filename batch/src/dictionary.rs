//! The words by which people know the facts of a measure: those of the law's file, and those of `headings.txt`.

use std::collections::BTreeMap;

use wengang::policy::case::Fold;
use wengang_engine::pack::{FactId, FactKind, Field, Measure, Piece, Text};

use crate::columns::Role;
use crate::heading::Heading;
use crate::payment;

const WORDS: &str = include_str!("headings.txt");

/// The words for the facts of a measure.
pub(crate) struct Dictionary {
    roles: BTreeMap<String, Role>,
    /// Words for options, in addition to their own names.
    options: Vec<(Role, &'static str, &'static str)>,
    pub fold: Fold,
}

impl Dictionary {
    /// The words of a measure, its own before those of the file.
    pub fn of(measure: &'static Measure, fold: Fold) -> Self {
        let mut words = Self { roles: BTreeMap::new(), options: Vec::new(), fold };
        let judged = measure.items.as_ref().map(|(item, _)| item.list);
        for (place, fact) in (0_u16..).zip(&measure.facts) {
            let id = FactId(place);
            let role = Role::Fact(id);
            if fields_of(measure, id).is_none() {
                [&fact.id, &fact.name, &fact.question.label].into_iter().for_each(|name| words.add(name, role));
            }
            if let Some(instead) = &fact.instead {
                words.add(&instead.id, Role::Sum(id));
            }
            let fields = fields_of(measure, id).filter(|_| judged == Some(id)).unwrap_or_default();
            for (field, number) in fields.iter().zip(0_u16..) {
                let role = Role::Field(id, number);
                let path = [&fact.id, ".", &field.id].concat();
                [&path, &field.id, &field.name, &plain_text(&field.ask)]
                    .into_iter()
                    .for_each(|name| words.add(name, role));
            }
        }
        if payment::is_paid_by_row(measure) {
            for (names, words_of_column) in lines_of("payment") {
                let role = if names == "day" { Role::PaidOn } else { Role::PaidAmount };
                words_of_column.split_whitespace().for_each(|word| words.add(word, role));
            }
        }
        for (names, words_of_fact) in lines_of(&measure.id) {
            let (name, option) = names.split_once('=').map_or((names, None), |(name, option)| (name, Some(option)));
            let Some(role) = words.named(name) else { continue };
            for word in words_of_fact.split_whitespace() {
                match option {
                    Some(option) => words.options.push((role, option, word)),
                    None => words.add(word, role),
                }
            }
        }
        words
    }

    fn add(&mut self, name: &str, role: Role) {
        let key = Heading::parse(name, self.fold).key;
        if !key.is_empty() {
            self.roles.entry(key).or_insert(role);
        }
    }

    /// The role for a name that the user gives a column: a heading, or the name of a field of the API.
    pub fn named(&self, name: &str) -> Option<Role> {
        self.roles.get(&Heading::parse(name, self.fold).key).copied()
    }

    /// What the words of a heading say, without its year and month.
    pub fn of_key(&self, key: &str) -> Option<Role> {
        self.roles.get(key).copied()
    }

    /// Other words for the options of a fact: the option's id, and the word.
    pub fn options(&self, role: Role) -> impl Iterator<Item = (&'static str, &'static str)> + '_ {
        let of_role = self.options.iter().filter(move |(known, _, _)| *known == role);
        of_role.map(|(_, option, word)| (*option, *word))
    }
}

/// Whether a heading marks a column that distinguishes one person from another.
pub(crate) fn is_person(key: &str) -> bool {
    has_word("person", key)
}

/// Whether a heading marks a column of private names or numbers, or one that no measure uses.
pub(crate) fn is_private(key: &str) -> bool {
    has_word("private", key)
}

fn has_word(section: &str, key: &str) -> bool {
    let lines = section_of(section).flat_map(str::split_whitespace);
    lines.into_iter().any(|word| key.contains(word))
}

/// The lines of a section of the file.
fn section_of(name: &str) -> impl Iterator<Item = &'static str> {
    let lines = WORDS.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
    let is_head = |line: &&str| line.starts_with('[');
    let heading = ["[", name, "]"].concat();
    lines.skip_while(move |line| *line != heading).skip(1).take_while(move |line| !is_head(line))
}

/// The names of the facts of a measure, each with its words.
fn lines_of(measure: &str) -> impl Iterator<Item = (&'static str, &'static str)> {
    section_of(measure).filter_map(|line| line.split_once(':'))
}

/// The fields of a fact that is a list.
pub(crate) fn fields_of(measure: &Measure, id: FactId) -> Option<&[Field]> {
    let FactKind::List(list) = measure.facts.get(id.index())?.kind else { return None };
    Some(measure.fields(list))
}

/// A question without its figures.
pub(crate) fn plain_text(text: &Text) -> String {
    let words = text.0.iter().filter_map(|piece| if let Piece::Words(words) = piece { Some(&**words) } else { None });
    words.collect()
}

#[cfg(test)]
mod tests {
    use wengang::api::answer::Calculator;
    use wengang::api::fold::fold;
    use wengang::law;

    use super::*;

    #[test]
    fn every_word_of_the_file_is_of_something_that_there_is() {
        let mut measures = 0;
        for head in WORDS.lines().filter_map(|line| line.strip_prefix('[')?.strip_suffix(']')) {
            if ["person", "private", "payment"].contains(&head) {
                continue;
            }
            measures += 1;
            let measure = law::measure(Calculator::of_code(head).unwrap_or_else(|| panic!("{head}"))).unwrap();
            let words = Dictionary::of(measure, fold);
            for (names, _) in lines_of(head) {
                let (name, option) = names.split_once('=').map_or((names, None), |(a, b)| (a, Some(b)));
                let role = words.named(name).unwrap_or_else(|| panic!("{head} has no {name}"));
                let Some(option) = option else { continue };
                let kind = role.kind(measure).unwrap();
                let (wengang_engine::pack::FactKind::Choice(domain) | wengang_engine::pack::FactKind::Choices(domain)) =
                    kind
                else {
                    panic!("{name} is no choice")
                };
                assert!(measure.options(domain).iter().any(|known| known.id == option), "{name} has no {option}");
            }
        }
        assert_eq!(measures, Calculator::all().count(), "a measure has no words of lists");
    }

    #[test]
    fn a_word_of_the_file_belongs_to_one_fact() {
        for calculator in Calculator::all() {
            let words = Dictionary::of(law::measure(calculator).unwrap(), fold);
            for (names, words_of_fact) in lines_of(calculator.code()).filter(|(names, _)| !names.contains('=')) {
                for word in words_of_fact.split_whitespace() {
                    assert_eq!(words.named(word), words.named(names), "{}: {word}", calculator.code());
                }
            }
        }
    }

    #[test]
    fn names_and_codes_are_known_by_their_headings() {
        for key in ["单位名称", "职工姓名", "统一社会信用代码", "身份证号码", "联系电话", "开户行", "序号"]
        {
            assert!(is_private(key), "{key}");
        }
        assert!(is_person("身份证号") && is_person("人员编号") && !is_person("姓名"));
        assert!(!is_private("缴费金额") && !is_private("划型"));
    }
}
