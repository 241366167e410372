//! What is recognised of a list before it is opened.

use wengang::api::answer::Calculator;
use wengang::api::fold::fold;
use wengang::law;
use wengang::policy::date::Date;
use wengang_batch::{Cell, List, Options, Role, choices};

const AS_OF: Date = Date::new(2024, 9, 1);

fn rows<'t>(rows: &[&[&'t str]]) -> Vec<Vec<Cell<'t>>> {
    rows.iter().map(|row| row.iter().map(|text| Cell::of_text(text)).collect()).collect()
}

#[test]
fn every_choice_is_what_a_column_becomes_by_its_name() {
    for calculator in Calculator::all() {
        let all = choices(law::measure(calculator).unwrap());
        assert!(all.iter().any(|choice| choice.role == Role::Unused) && all.len() > 3, "{calculator:?}");
        for choice in all {
            let map = vec![("甲".to_owned(), choice.name.clone())];
            let options = Options { map, ..Options::new(calculator, AS_OF, fold) };
            let sketch = List::sketch(&options, &rows(&[&["甲", "乙"], &["1", "2"]])).unwrap();
            assert_eq!(sketch.columns[0].role, choice.role, "{calculator:?} {}", choice.name);
        }
    }
}

#[test]
fn every_value_of_a_choice_is_read() {
    for calculator in Calculator::all() {
        for choice in choices(law::measure(calculator).unwrap()) {
            for value in &choice.values {
                let (map, set) = (vec![], vec![(choice.name.clone(), value.clone())]);
                let other = choices(law::measure(calculator).unwrap())
                    .into_iter()
                    .find(|other| matches!(other.role, Role::Fact(_) | Role::Field(..)) && other.role != choice.role)
                    .unwrap();
                let options = Options { map, set, ..Options::new(calculator, AS_OF, fold) };
                let options = Options { map: vec![("甲".to_owned(), other.name)], ..options };
                let list = List::open(&options, &rows(&[&["甲"], &["1"]]));
                assert!(list.is_ok(), "{calculator:?} {}={value}: {:?}", choice.name, list.err());
            }
        }
    }
}

#[test]
fn a_list_that_cannot_be_opened_is_sketched_all_the_same() {
    let options = Options::new(Calculator::REFUND, AS_OF, fold);
    let twice = rows(&[&["某县名单"], &["月均人数", "平均参保人数", "划型"], &["30", "31", "小型"]]);
    assert!(List::open(&options, &twice).is_err());
    let sketch = List::sketch(&options, &twice).unwrap();
    assert_eq!((sketch.columns.len(), sketch.first_row), (3, 2));
    let unknown = rows(&[&["名单"], &["甲", "乙", "丙"], &["1", "", ""]]);
    let sketch = List::sketch(&options, &unknown).unwrap();
    let headings: Vec<&str> = sketch.columns.iter().map(|column| column.heading.as_str()).collect();
    assert_eq!((headings, sketch.first_row), (vec!["甲", "乙", "丙"], 2));
    assert_eq!(List::sketch(&options, &rows(&[&["", ""], &[]])), None);
}
