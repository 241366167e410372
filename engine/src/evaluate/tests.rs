//! What is known of an expression, and what keeps it open: on a small measure of four facts and two tables.

use super::*;
use crate::assessment::{Reason, Verdict};
use crate::expression::{Binary, Supposition, Unary};
use crate::fraction::Fraction;
use crate::pack::FactId;
use crate::pack::{
    Define, DefineId, Domain, DomainId, Fact, FactKind, Figure, Grade, Is, OptionName, Question, Row, Shown, SourceId,
    Table, TableId, Text, ValueId, Window,
};
use crate::set::Set;
use crate::value::{Count, Money, OptionId, Ratio};

pub(super) const KIND: FactId = FactId(0);
const LISTED: FactId = FactId(1);
const PERSONS: FactId = FactId(2);
const PREMIUM: FactId = FactId(3);
/// Whether the law covers the kind: covered, not covered, or left to the agency.
const COVERED: TableId = TableId(0);
/// The rate: 30 % of the first kind from ten persons on, else 60 %; nothing for the third.
const RATE: TableId = TableId(1);

fn choice(option: u16) -> Value {
    Value::Choice(OptionId(option))
}

fn persons(number: i64) -> Value {
    Value::Count(Count::new(Fraction::whole(number)))
}

fn yuan(number: i64) -> Value {
    Value::Money(Money::new(Fraction::whole(number)))
}

pub(super) fn percent(number: i128) -> Value {
    Value::Ratio(Ratio::new(Fraction::new(number, 100).unwrap()))
}

fn fact(id: FactId) -> Expr {
    Expr::Fact(id)
}

fn literal(value: Value) -> Expr {
    Expr::Literal(value)
}

fn binary(binary: Binary, one: Expr, other: Expr) -> Expr {
    Expr::Binary(binary, Box::new(one), Box::new(other))
}

fn equal(one: Expr, other: Expr) -> Expr {
    binary(Binary::Equal, one, other)
}

fn row(when: Option<Expr>, is: Value, source: u16) -> Row {
    Row { when, is: Is::Value(literal(is)), source: Some(SourceId(source)) }
}

pub(super) fn measure() -> Measure {
    let is_kind = |option: u16| equal(fact(KIND), literal(choice(option)));
    let option = |name: &str| OptionName {
        id: name.to_owned(),
        is_number: false,
        name: name.to_owned(),
        shown: name.to_owned(),
        letter: None,
        words: Vec::new(),
        any_of: Vec::new(),
    };
    let question = Question {
        group: String::new(),
        label: String::new(),
        ask: Text::default(),
        hint: None,
        matters: String::new(),
    };
    let fact_of = |kind: FactKind| Fact {
        id: String::new(),
        name: String::new(),
        kind,
        instead: None,
        min: 0,
        full: None,
        required: false,
        assumed: None,
        always: false,
        question: question.clone(),
        letter: 'a',
        prefix: None,
        unsupported: None,
        elsewhere: None,
        unit: String::new(),
        answers: None,
        joins: None,
    };
    let covered = vec![
        Row { when: Some(is_kind(0)), is: Is::Value(literal(choice(0))), source: None },
        Row { when: Some(is_kind(1)), is: Is::Value(literal(choice(1))), source: None },
        Row { when: None, is: Is::Agency, source: None },
    ];
    let many = binary(Binary::AtLeast, fact(PERSONS), Expr::Figure(ValueId(0)));
    let rate = vec![
        row(Some(binary(Binary::And, is_kind(0), many)), percent(30), 1),
        row(Some(is_kind(0)), percent(60), 2),
        row(Some(is_kind(1)), percent(60), 3),
    ];
    let window = Window { from: Date::new(2024, 1, 1).unwrap(), to: Some(Date::new(2024, 12, 31).unwrap()) };
    let table = |rows: Vec<Row>| Table { name: String::new(), rows: Some(rows) };
    Measure {
        shown: Shown::default(),
        place: String::new(),
        id: "refund".to_owned(),
        title: String::new(),
        short: String::new(),
        checked_on: window.from,
        readings: Vec::new(),
        window: None,
        domains: vec![
            Domain { options: ["a", "b", "c"].map(option).to_vec() },
            Domain { options: ["covered", "not covered"].map(option).to_vec() },
        ],
        lists: Vec::new(),
        facts: [FactKind::Choice(DomainId(0)), FactKind::YesNo, FactKind::Count(100), FactKind::Money(1_000)]
            .map(fact_of)
            .to_vec(),
        checks: Vec::new(),
        values: vec![String::new()],
        params: Vec::new(),
        tables: vec![table(covered), table(rate)],
        defines: Vec::new(),
        conditions: Vec::new(),
        amount: None,
        items: None,
        schedule: None,
        results: Vec::new(),
        insights: Vec::new(),
        next_steps: Vec::new(),
        notes: Vec::new(),
        perpetual: None,
        rounds: vec![Round {
            id: String::new(),
            title: String::new(),
            years: Some(crate::pack::Years { application: 2024, base: 2023 }),
            window,
            checked_on: window.from,
            source: SourceId(0),
            also: Vec::new(),
            notes: Vec::new(),
            ceiling: false,
            figures: vec![Figure { value: persons(10), source: SourceId(4) }],
            rows: Vec::new(),
            goals: Vec::new(),
            cites: Vec::new(),
            sources: Vec::new(),
            own: 0,
        }],
        gaps: Vec::new(),
        compare: None,
    }
}

pub(super) fn known_in(measure: Measure, given: &[(FactId, Value)], expr: &Expr) -> Knowledge {
    let pack = Pack { measures: vec![measure], ..pack_graded(Grade::A) };
    let measure = &pack.measures[0];
    let mut facts = vec![None; measure.facts.len()];
    for (fact, value) in given {
        facts[fact.index()] = Some(value.clone());
    }
    let budget = Budget::new();
    let round = Some((RoundId(0), &measure.rounds[0]));
    Scene::new(&pack, measure, round, measure.checked_on, &facts, &budget).evaluate(expr)
}

fn known(given: &[(FactId, Value)], expr: &Expr) -> Knowledge {
    known_in(measure(), given, expr)
}

fn open(missing: &[FactId]) -> (Known, Set<Missing>) {
    (Known::Open, missing.iter().copied().map(Missing::Fact).collect())
}

fn state(knowledge: Knowledge) -> (Known, Set<Missing>) {
    (knowledge.known, knowledge.missing)
}

fn settled(value: Value) -> (Known, Set<Missing>) {
    (Known::Value(value), Set::new())
}

#[test]
fn what_was_not_needed_leaves_neither_missing_facts_nor_sources() {
    let few = binary(Binary::Less, fact(PERSONS), Expr::Figure(ValueId(0)));
    let either = binary(Binary::Or, equal(fact(KIND), literal(choice(0))), few);
    let found = known(&[(KIND, choice(0))], &either);
    assert!(found.sources.is_empty());
    assert_eq!(state(found), settled(Value::Truth(true)));
    let found = known(&[(KIND, choice(1))], &either);
    assert_eq!(found.sources, Set::from([SourceId(4)]));
    assert_eq!(state(found), open(&[PERSONS]));
    let both = binary(Binary::And, fact(LISTED), either);
    assert_eq!(state(known(&[(LISTED, Value::Truth(false))], &both)), settled(Value::Truth(false)));
}

#[test]
fn a_contradiction_is_false_for_every_value_of_the_missing_fact() {
    let is = |option: u16| equal(fact(KIND), literal(choice(option)));
    let never = binary(Binary::And, is(0), is(1));
    assert_eq!(state(known(&[], &never)), settled(Value::Truth(false)));
    let always = binary(Binary::Or, is(0), Expr::Unary(Unary::Not, Box::new(is(0))));
    assert_eq!(state(known(&[], &always)), settled(Value::Truth(true)));
}

#[test]
fn a_row_counts_only_where_every_earlier_one_fails_under_the_same_completion() {
    let found = known(&[(KIND, choice(1))], &Expr::Table(RATE));
    assert_eq!(state(found), settled(percent(60)));
    let found = known(&[(KIND, choice(0)), (PERSONS, persons(9))], &Expr::Table(RATE));
    assert_eq!(found.sources, Set::from([SourceId(2)]), "the line of ten persons only chose");
    let found = known(&[(KIND, choice(0))], &Expr::Table(RATE));
    assert_eq!(found.known, Known::OneOf(vec![percent(30), percent(60)]));
    assert_eq!(found.missing, [PERSONS].map(Missing::Fact).into());
}

#[test]
fn a_missing_fact_that_changes_nothing_is_not_named() {
    let given = [(PERSONS, persons(9))];
    let found = known(&given, &Expr::Table(RATE));
    assert_eq!(found.known, Known::Value(percent(60)), "no completion of the kind gives another rate");
    assert!(found.missing.is_empty());
    let nothing = binary(Binary::Times, literal(yuan(0)), Expr::Table(RATE));
    assert_eq!(state(known(&[(KIND, choice(0))], &nothing)), settled(yuan(0)));
    let amount = binary(Binary::Times, fact(PREMIUM), Expr::Table(RATE));
    assert_eq!(state(known(&[], &amount)), open(&[KIND, PERSONS, PREMIUM]));
}

#[test]
fn what_only_the_agency_can_decide_is_not_a_missing_fact() {
    let covered = equal(Expr::Table(COVERED), literal(choice(0)));
    let found = known(&[(KIND, choice(2))], &covered);
    assert!(found.agency && found.missing.is_empty());
    assert_eq!(found.verdict(), Verdict::Unknown(Reason::Agency));
    let found = known(&[], &covered);
    assert!(found.agency);
    assert_eq!(found.verdict(), Verdict::Unknown(Reason::Missing));
}

#[test]
fn a_condition_without_a_value_under_some_completion_is_not_met() {
    let enough = binary(Binary::AtLeast, Expr::Table(RATE), literal(percent(30)));
    assert_eq!(known(&[], &enough).verdict(), Verdict::Unknown(Reason::Missing));
    let third = known(&[(KIND, choice(2))], &enough);
    assert_eq!((third.failure(), third.verdict()), (Some(NoValue::NoRow), Verdict::Unknown(Reason::Missing)));
    let has = |kind: u16| {
        let has = Expr::Unary(Unary::HasValue, Box::new(Expr::Table(RATE)));
        state(known(&[(KIND, choice(kind))], &has))
    };
    assert_eq!([has(1), has(2)], [settled(Value::Truth(true)), settled(Value::Truth(false))]);
}

#[test]
fn a_comparison_over_bounds_is_known_where_every_member_agrees() {
    let at_most = |number: i64| binary(Binary::AtMost, fact(PERSONS), literal(persons(number)));
    assert_eq!(state(known(&[], &at_most(100))), settled(Value::Truth(true)));
    assert_eq!(state(known(&[], &at_most(99))), open(&[PERSONS]));
    let negative = binary(Binary::Less, fact(PERSONS), literal(persons(0)));
    assert_eq!(state(known(&[], &negative)), settled(Value::Truth(false)));
}

#[test]
fn known_and_possible_look_at_the_case_and_not_at_the_path() {
    let knows = Expr::Unary(Unary::IsKnown, Box::new(fact(KIND)));
    // On each path the kind is filled in; it is unknown all the same.
    let on_a_path = binary(Binary::Or, equal(fact(KIND), literal(choice(9))), knows);
    assert_eq!(state(known(&[], &on_a_path)), settled(Value::Truth(false)));
    let possible = Expr::Unary(Unary::IsPossible, Box::new(fact(LISTED)));
    assert_eq!(state(known(&[], &possible)), settled(Value::Truth(true)));
    assert_eq!(state(known(&[(LISTED, Value::Truth(false))], &possible)), settled(Value::Truth(false)));
}

#[test]
fn a_supposition_holds_inside_it_alone() {
    let suppose = |facts: &[(FactId, Value)]| {
        let with = Supposition { facts: facts.to_vec(), ..Supposition::default() };
        Expr::Suppose(Box::new(with), Box::new(Expr::Table(RATE)))
    };
    let rate = suppose(&[(KIND, choice(0)), (PERSONS, persons(10))]);
    assert_eq!(state(known(&[(KIND, choice(1))], &rate)), settled(percent(30)));
    let without_persons = suppose(&[(KIND, choice(0))]);
    let twice = binary(Binary::Plus, without_persons, literal(percent(1)));
    let found = known(&[], &twice);
    assert_eq!(found.known, Known::OneOf(vec![percent(31), percent(61)]));
    assert_eq!(found.missing, [PERSONS].map(Missing::Fact).into());
}

#[test]
fn a_definition_is_the_same_wherever_a_path_reads_it() {
    let mut measure = measure();
    let define =
        |value: Expr| Define { name: String::new(), value, unsure: None, limit: None, step: None, source: None };
    measure.defines.push(define(Expr::Table(RATE)));
    let difference = binary(Binary::Minus, Expr::Define(DefineId(0)), Expr::Define(DefineId(0)));
    assert_eq!(state(known_in(measure, &[(KIND, choice(0))], &difference)), settled(percent(0)));
}

#[test]
fn what_a_check_refuses_determines_the_missing_part() {
    let many = binary(Binary::AtLeast, fact(PERSONS), literal(persons(10)));
    let mut measure = measure();
    let wrong = binary(Binary::And, many.clone(), fact(LISTED));
    measure.checks.push(crate::pack::Check { wrong, at: LISTED, field: None, say: String::new() });
    let found = |given: &[(FactId, Value)], expr: &Expr| state(known_in(measure.clone(), given, expr));
    assert_eq!(found(&[(PERSONS, persons(10))], &fact(LISTED)), settled(Value::Truth(false)));
    assert_eq!(found(&[(PERSONS, persons(9))], &fact(LISTED)).1, [LISTED].map(Missing::Fact).into());
    assert_eq!(found(&[(LISTED, Value::Truth(true))], &many), settled(Value::Truth(false)));
    assert_eq!(found(&[(LISTED, Value::Truth(false))], &many), open(&[PERSONS]));
    // With neither given, each part may hold by itself.
    assert_eq!(found(&[], &many), open(&[PERSONS]));
    assert_eq!(found(&[], &fact(LISTED)).1, [LISTED].map(Missing::Fact).into());
}

#[test]
fn a_part_that_is_denied_in_a_check_holds_where_the_others_do() {
    let many = binary(Binary::AtLeast, fact(PERSONS), literal(persons(10)));
    let denied = |expr: Expr| Expr::Unary(Unary::Not, Box::new(expr));
    let mut measure = measure();
    // Ten persons of another kind than the first cannot be without a listing.
    let wrong = binary(
        Binary::And,
        binary(Binary::And, denied(fact(LISTED)), many),
        denied(equal(fact(KIND), literal(choice(0)))),
    );
    measure.checks.push(crate::pack::Check { wrong, at: LISTED, field: None, say: String::new() });
    let found = |given: &[(FactId, Value)], expr: &Expr| state(known_in(measure.clone(), given, expr));
    let given = [(PERSONS, persons(10)), (KIND, choice(1))];
    assert_eq!(found(&given, &fact(LISTED)), settled(Value::Truth(true)));
    assert_eq!(found(&given[..1], &fact(LISTED)).1, [LISTED].map(Missing::Fact).into(), "the kind may be the first");
}

#[test]
fn provisional_is_what_draws_on_an_unconfirmed_source() {
    let is_provisional = |source: u16, grade: Grade| {
        let mut measure = measure();
        measure.tables[1].rows.as_mut().unwrap()[2].source = Some(SourceId(source));
        let expr = Expr::Unary(Unary::IsProvisional, Box::new(Expr::Table(RATE)));
        let pack = Pack { measures: vec![measure], ..pack_graded(grade) };
        let facts = [Some(choice(1)), None, None, None];
        let budget = Budget::new();
        let measure = &pack.measures[0];
        Scene::new(&pack, measure, None, measure.checked_on, &facts, &budget).surely(&expr)
    };
    assert!(!is_provisional(0, Grade::C), "the row cites another source");
    assert!(is_provisional(4, Grade::C));
    assert!(!is_provisional(4, Grade::B));
}

/// A pack of five sources, of which the last has this grade.
fn pack_graded(grade: Grade) -> Pack {
    let source =
        |grade: Grade| Source { document: crate::pack::DocumentId(0), clause: String::new(), quote: None, grade };
    Pack {
        home: Vec::new(),
        place: crate::pack::Place::default(),
        documents: Vec::new(),
        sources: [Grade::A, Grade::A, Grade::A, Grade::A, grade].map(source).to_vec(),
        days_off: None,
        measures: Vec::new(),
    }
}

#[test]
fn no_limit_is_above_every_number_known_or_not() {
    let none = || literal(Value::NoLimit);
    let found =
        |binary: Binary, one: Expr, other: Expr| known_in(measure(), &[], &self::binary(binary, one, other)).known;
    let truth = |truth: bool| Known::Value(Value::Truth(truth));
    for (binary, one, other, expected) in [
        (Binary::Less, fact(PERSONS), none(), truth(true)),
        (Binary::AtLeast, fact(PERSONS), none(), truth(false)),
        (Binary::More, none(), fact(PREMIUM), truth(true)),
        (Binary::AtMost, none(), none(), truth(true)),
        (Binary::Less, none(), none(), truth(false)),
        (Binary::Equal, none(), literal(persons(3)), truth(false)),
        (Binary::Minus, none(), literal(persons(3)), Known::Value(Value::NoLimit)),
        (Binary::Minus, none(), fact(PERSONS), Known::Value(Value::NoLimit)),
        (Binary::Least, none(), literal(persons(3)), Known::Value(persons(3))),
        (Binary::Most, literal(persons(3)), none(), Known::Value(Value::NoLimit)),
        (Binary::Minus, literal(persons(3)), none(), Known::NoValue(NoValue::NoRow)),
        (Binary::Over, literal(persons(3)), none(), Known::NoValue(NoValue::NoRow)),
    ] {
        assert_eq!(found(binary, one.clone(), other.clone()), expected, "{binary:?} {one:?} {other:?}");
    }
}
