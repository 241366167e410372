//! The link of a case that was judged.

use crate::api::answer::Calculator;
use crate::api::link::{Fact, Link, Told};
use crate::api::{Facts, Request};
use crate::policy::case::{BenefitFacts, Certificate, PremiumFacts, Received, RefundFacts, SizeFacts, SkillFacts};
use crate::policy::date::Date;
use crate::policy::month::Month;
use crate::policy::ratio::AverageInsured;

/// A case as a link holds it.
#[must_use]
pub fn of(request: &Request) -> Link {
    let (calculator, facts) = match &request.facts {
        Facts::Refund(facts) => (Calculator::Refund, refund(facts)),
        Facts::SkillSubsidy(facts) => (Calculator::SkillSubsidy, skill(facts)),
        Facts::Premium(facts) => (Calculator::Premium, premium(facts)),
        Facts::UnemploymentBenefit(facts) => (Calculator::UnemploymentBenefit, benefit(facts)),
        Facts::SizeClass(facts) => (Calculator::SizeClass, size(facts)),
    };
    let year = Some(request.as_of.year());
    Link { calculator, year, as_of: Some(request.as_of), facts: facts.0, is_estimated: false, is_cut: false }
}

/// Facts under way.
#[derive(Default)]
struct Written(Vec<Fact>);

impl Written {
    fn put(&mut self, name: &'static str, value: Option<Told>) {
        if let Some(value) = value {
            self.0.push(Fact { name, value });
        }
    }

    fn word(&mut self, name: &'static str, code: Option<&'static str>) {
        self.put(name, code.map(Told::Word));
    }

    fn flag(&mut self, name: &'static str, is: Option<bool>) {
        self.put(name, is.map(Told::Flag));
    }

    /// A whole number, or a decimal as its text.
    fn number(&mut self, name: &'static str, digits: Option<String>) {
        let told = digits.map(|digits| Told::Number { is_whole: !digits.contains('.'), digits });
        self.put(name, told);
    }

    fn count(&mut self, name: &'static str, count: Option<u32>) {
        self.number(name, count.map(|count| count.to_string()));
    }

    fn day(&mut self, name: &'static str, day: Date) {
        self.put(name, Some(Told::Day(day)));
    }

    fn month(&mut self, name: &'static str, month: Option<Month>) {
        self.put(name, month.map(Told::Month));
    }
}

fn refund(facts: &RefundFacts) -> Written {
    let mut written = Written::default();
    written.word("applicant", facts.applicant.map(|word| word.code()));
    written.word("size", facts.size.map(|word| word.code()));
    // A twelfth without an end is the sum of its twelve months.
    match facts.average_insured.and_then(AverageInsured::as_person_months) {
        Some(sum) => written.number("insuredPersonMonths", Some(sum.to_string())),
        None => written.number("averageInsured", facts.average_insured.map(AverageInsured::formula)),
    }
    written.count("benefitDrawers", facts.benefit_drawers);
    written.count("fullyPaidMonths", facts.fully_paid_months.map(u32::from));
    written.number("premiumPaid", facts.premium_paid.map(|amount| amount.to_string()));
    let lists = facts.credit_listings.as_ref();
    written.put("creditListings", lists.map(|lists| Told::Words(lists.iter().map(|list| list.code()).collect())));
    written.flag("zombie", facts.zombie);
    written.flag("labourDispatch", facts.labour_dispatch);
    written.flag("corporateAccount", facts.corporate_account);
    written
}

fn skill(facts: &SkillFacts) -> Written {
    let mut written = Written::default();
    written.word("person", facts.person.map(|word| word.code()));
    written.count("insuredMonths", facts.insured_months);
    written.put("certificates", Some(Told::Rows(facts.certificates.iter().map(certificate).collect())));
    let received = facts.received.as_ref();
    written.put("received", received.map(|rows| Told::Rows(rows.iter().map(subsidy).collect())));
    written
}

fn certificate(certificate: &Certificate) -> Vec<Fact> {
    let mut written = Written::default();
    written.put("occupation", Some(Told::Text(certificate.occupation.written().to_owned())));
    written.count("level", Some(u32::from(certificate.level.number())));
    written.word("kind", Some(certificate.kind.code()));
    written.day("issuedOn", certificate.issued_on);
    written.flag("trainingSubsidyReceived", certificate.training_subsidy_received);
    written.flag("urgentShortage", certificate.urgent_shortage);
    written.0
}

fn subsidy(received: &Received) -> Vec<Fact> {
    let mut written = Written::default();
    written.put("occupation", Some(Told::Text(received.occupation.written().to_owned())));
    written.count("level", Some(u32::from(received.level.number())));
    written.day("receivedOn", received.received_on);
    written.flag("urgentShortage", received.urgent_shortage);
    written.0
}

fn premium(facts: &PremiumFacts) -> Written {
    let mut written = Written::default();
    written.number("monthlyWage", facts.monthly_wage.map(|amount| amount.to_string()));
    written.count("headcount", facts.headcount);
    written.count("months", facts.months.map(u32::from));
    written.month("month", facts.month);
    written
}

fn benefit(facts: &BenefitFacts) -> Written {
    let mut written = Written::default();
    written.word("region", facts.region.map(|region| region.slug));
    written.month("firstMonth", facts.first_month);
    written.count("insuredMonths", facts.insured_months);
    written.word("separation", facts.separation.map(|word| word.code()));
    written.flag("registered", facts.registered);
    written.count("unusedMonths", facts.unused_months.map(u32::from));
    written.flag("reemployedUnderOneYear", facts.reemployed_under_one_year);
    written
}

fn size(facts: &SizeFacts) -> Written {
    let mut written = Written::default();
    written.word("industry", facts.industry.map(|industry| industry.id));
    written.count("employees", facts.employees);
    written.number("revenue", facts.revenue.map(|amount| amount.to_string()));
    written.number("assets", facts.assets.map(|amount| amount.to_string()));
    written
}
