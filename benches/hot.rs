//! How long the core's own paths take on this machine: `cargo bench`.

#![expect(clippy::unwrap_used, reason = "a case that is not read must stop")]

use divan::{Bencher, black_box};
use wengang::api::answer::Calculator;
use wengang::api::case::{FactValue, Named};
use wengang::api::policies::regions;
use wengang::api::{self, Request, link};
use wengang::law::PACK;
use wengang::policy::date::Date;
use wengang::policy::money::Money;
use wengang::policy::ratio::AverageInsured;
use wengang_engine::Words;

/// Held by every round and standard that a case needs.
const AS_OF: Date = Date::new(2024, 9, 1);

fn main() {
    divan::main();
}

fn request(calculator: Calculator, facts: Vec<Named>) -> Request {
    Request::of(calculator, AS_OF, facts).unwrap()
}

fn employer() -> Request {
    let facts = vec![
        ("applicant", Some(FactValue::Word("enterprise"))),
        ("size", Some(FactValue::Word("small"))),
        ("averageInsured", Some(FactValue::Average(AverageInsured::parse("200").unwrap()))),
        ("benefitDrawers", Some(FactValue::Count(1))),
        ("fullyPaidMonths", Some(FactValue::Count(12))),
        ("premiumPaid", Some(FactValue::Money(Money::parse("109207.30").unwrap()))),
        ("creditListings", Some(FactValue::Words(vec![]))),
        ("zombie", Some(FactValue::Flag(false))),
    ];
    request(Calculator::REFUND, facts)
}

/// A worker with `certificates` certificates: occupations with two levels each, all within their time.
fn worker(certificates: u32) -> Request {
    let certificate = |index: u32| {
        vec![
            ("occupation", Some(FactValue::Text(Words::plain(format!("职业{}", index / 2))))),
            ("level", Some(FactValue::Count(if index.is_multiple_of(2) { 5 } else { 4 }))),
            ("kind", Some(FactValue::Word("skill-level"))),
            ("issuedOn", Some(FactValue::Day(Date::new(2024, 1, 1 + (index % 28) as u8)))),
            ("urgentShortage", Some(FactValue::Flag(index.is_multiple_of(3)))),
        ]
    };
    let facts = vec![
        ("person", Some(FactValue::Word("enterprise-employee"))),
        ("insuredMonths", Some(FactValue::Count(36))),
        ("certificates", Some(FactValue::Elements((0..certificates).map(certificate).collect()))),
        ("received", Some(FactValue::Elements(vec![]))),
    ];
    request(Calculator::SKILL_SUBSIDY, facts)
}

/// An unemployed person with the maximum number of paid months.
fn unemployed() -> Request {
    let facts = vec![
        ("region", regions().first().map(|region| FactValue::Word(region.slug))),
        ("insuredMonths", Some(FactValue::Count(300))),
        ("separation", Some(FactValue::Word("contract-ended"))),
        ("registered", Some(FactValue::Flag(true))),
    ];
    request(Calculator::UNEMPLOYMENT_BENEFIT, facts)
}

/// Judges a case without a word of the answer.
fn judged(bencher: Bencher<'_, '_>, request: &Request) {
    let day = wengang_engine::Date::parse(&request.as_of.to_string()).unwrap();
    let measure = request.calculator.code();
    bencher.bench(|| wengang_engine::assess(&PACK, measure, black_box(&request.case), day).unwrap());
}

#[divan::bench]
fn refund_judged(bencher: Bencher<'_, '_>) {
    judged(bencher, &employer());
}

#[divan::bench]
fn refund_judged_and_worded(bencher: Bencher<'_, '_>) {
    let request = employer();
    bencher.bench(|| api::assess(black_box(&request)).unwrap());
}

#[divan::bench(args = [1, 20, 100])]
fn skill_plan(bencher: Bencher<'_, '_>, certificates: u32) {
    judged(bencher, &worker(certificates));
}

#[divan::bench]
fn benefit_schedule(bencher: Bencher<'_, '_>) {
    judged(bencher, &unemployed());
}

#[divan::bench]
fn link_read() -> bool {
    link::read(black_box("?c=refund&y=2024#1.pe.ss.N120.B0.F12.y3025_14.c.z0.t20240901.XpR")).is_ok()
}

/// What decides an employer's case, without a word.
#[divan::bench]
fn refund_summarized(bencher: Bencher<'_, '_>) {
    let request = employer();
    let day = wengang_engine::Date::parse(&request.as_of.to_string()).unwrap();
    let measure = wengang::law::measure(request.calculator).unwrap();
    bencher.bench(|| wengang_engine::summarize(&PACK, measure, black_box(&request.case), day).unwrap());
}

/// Whether facts of an employer cannot be together.
#[divan::bench]
fn refund_checked(bencher: Bencher<'_, '_>) {
    let request = employer();
    let day = wengang_engine::Date::parse(&request.as_of.to_string()).unwrap();
    let measure = wengang::law::measure(request.calculator).unwrap();
    bencher.bench(|| black_box(&request.case).contradiction(&PACK, measure, day).is_some());
}

/// A row of a table of employers, from its cells on.
#[cfg(feature = "json")]
#[divan::bench]
fn refund_row(bencher: Bencher<'_, '_>) {
    use wengang::api::request::{Table, Value};
    let text = |text: &str| Value::Text(text.to_owned());
    let columns = [
        ("applicant", text("enterprise")),
        ("size", text("small")),
        ("averageInsured", text("200")),
        ("benefitDrawers", Value::Integer(1)),
        ("fullyPaidMonths", Value::Integer(12)),
        ("premiumPaid", text("109207.30")),
        ("creditListings", Value::List(Vec::new())),
        ("zombie", Value::Bool(false)),
    ];
    let (names, cells): (Vec<String>, Vec<Value>) =
        columns.into_iter().map(|(name, cell)| (name.to_owned(), cell)).unzip();
    let table = Table::open(&text("refund"), &Value::Null, &text("2024-09-01"), names).unwrap();
    bencher.bench(|| table.row(black_box(&cells), str::to_owned).unwrap());
}
