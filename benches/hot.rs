//! How long the core's own paths take on this machine: `cargo bench`.

#![expect(clippy::unwrap_used, reason = "a case that is not read must stop")]

use divan::{Bencher, black_box};
use wengang::api::{self, Facts, Request, link};
use wengang::packs::PACKS;
use wengang::policy::case::{
    Applicant, BenefitFacts, Certificate, CertificateKind, Level, Occupation, Person, RefundFacts, Separation,
    SizeClass, SkillFacts,
};
use wengang::policy::date::Date;
use wengang::policy::money::Money;
use wengang::policy::ratio::AverageInsured;
use wengang::policy::rules::{refund, skill_subsidy, unemployment_benefit};

/// Held by every round and standard that a case needs.
const AS_OF: Date = Date::new(2024, 9, 1);

fn main() {
    divan::main();
}

fn employer() -> RefundFacts {
    RefundFacts {
        applicant: Some(Applicant::Enterprise),
        size: Some(SizeClass::Small),
        average_insured: AverageInsured::parse("200").ok(),
        benefit_drawers: Some(1),
        fully_paid_months: Some(12),
        premium_paid: Money::parse("109207.30").ok(),
        credit_listings: Some(vec![]),
        zombie: Some(false),
        ..RefundFacts::default()
    }
}

/// A worker with so many certificates: occupations with two levels each, all within their time.
fn worker(certificates: u32) -> SkillFacts {
    let certificate = |index: u32| Certificate {
        id: None,
        occupation: Occupation::new(&format!("职业{}", index / 2), str::to_owned).unwrap(),
        level: Level::new(if index.is_multiple_of(2) { 5 } else { 4 }).unwrap(),
        kind: CertificateKind::SkillLevel,
        issued_on: Date::new(2024, 1, 1 + (index % 28) as u8),
        training_subsidy_received: None,
        urgent_shortage: Some(index.is_multiple_of(3)),
    };
    SkillFacts {
        person: Some(Person::EnterpriseEmployee),
        insured_months: Some(36),
        certificates: (0..certificates).map(certificate).collect(),
        received: Some(vec![]),
    }
}

/// Somebody paid for the most months there are.
fn unemployed() -> BenefitFacts {
    BenefitFacts {
        region: PACKS.benefit.regions.first(),
        insured_months: Some(300),
        separation: Some(Separation::ContractEnded),
        registered: Some(true),
        ..BenefitFacts::default()
    }
}

#[divan::bench]
fn refund_judged(bencher: Bencher<'_, '_>) {
    let facts = employer();
    bencher.bench(|| refund::assess(black_box(&facts), &PACKS, AS_OF));
}

#[divan::bench]
fn refund_judged_and_worded(bencher: Bencher<'_, '_>) {
    let request = Request { as_of: AS_OF, facts: Facts::Refund(employer()) };
    bencher.bench(|| api::assess(black_box(&request)));
}

#[divan::bench(args = [1, 20, 100])]
fn skill_plan(bencher: Bencher<'_, '_>, certificates: u32) {
    let facts = worker(certificates);
    bencher.bench(|| skill_subsidy::assess(black_box(&facts), &PACKS, AS_OF));
}

#[divan::bench]
fn benefit_schedule(bencher: Bencher<'_, '_>) {
    let facts = unemployed();
    bencher.bench(|| unemployment_benefit::assess(black_box(&facts), &PACKS, AS_OF));
}

#[divan::bench]
fn link_read() -> bool {
    link::read(black_box("?c=refund&y=2024#1.pe.ss.N120.B0.F12.y3025_14.c.z0.t20240901.XpR")).is_ok()
}
