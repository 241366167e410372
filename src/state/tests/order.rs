//! Days that do not fit each other.

use proptest::prelude::*;

use super::*;
use crate::policy::verdict::Outcome;

const TODAY: Date = Date::new(2026, 11, 29);

/// A worker whose place of the year 2026 is taken by a subsidy received that year.
fn with_received(day: &str) -> Page {
    Page::on(TODAY, Screen::SkillSubsidy)
        .skill(SkillEdit::Person(Choice::Is(Person::EnterpriseEmployee)))
        .typed(Input::InsuredMonths, "14")
        .typed(Input::Occupation(1), "焊工")
        .skill(SkillEdit::Level(1, Choice::Is(level(4))))
        .skill(SkillEdit::Kind(1, Choice::Is(CertificateKind::SkillLevel)))
        .typed(Input::IssuedOn(1), "2026-03-10")
        .skill(SkillEdit::HasReceived(Choice::Is(true)))
        .typed(Input::ReceivedOccupation(2), "电工")
        .skill(SkillEdit::ReceivedLevel(2, Choice::Is(level(5))))
        .typed(Input::ReceivedOn(2), day)
}

#[test]
fn a_subsidy_received_after_the_day_of_application_is_asked_again() {
    assert_eq!(with_received("2026-02-01").assessment().outcome, Outcome::Ineligible);
    // 2026-11-29 is the day of application itself.
    assert_eq!(with_received("2026-11-29").assessment().outcome, Outcome::Ineligible);
    for day in ["2026-11-30", "2026-12-31", "2027-02-01", "2062-02-01", "2199-12-31", "2026-13-01"] {
        let page = with_received(day);
        assert_eq!(page.answer().assessment, None, "{day}");
        assert_eq!(page.text(Input::ReceivedOn(2)), day);
        let wrong = page.0.wrong(&page.answer().groups);
        assert_eq!(wrong.iter().map(|wrong| wrong.input).collect::<Vec<_>>(), [Input::ReceivedOn(2)]);
        // On the way to all measures it is no promise either.
        let claims = page.then(Action::Go(Screen::Entitled)).then(Action::Who(Role::Employee)).0.claims(fold);
        let claim = claims.iter().find(|claim| claim.screen == Screen::SkillSubsidy).unwrap();
        assert_eq!(claim.outcome(), Some(Outcome::Undetermined), "{day}");
    }
    // Another day of application settles it; so does saying that none was received.
    let page = with_received("2026-12-10").typed(Input::AsOf, "2026-12-20");
    assert_eq!(page.assessment().outcome, Outcome::Ineligible);
    let page = with_received("2062-02-01").skill(SkillEdit::HasReceived(Choice::Is(false)));
    assert_eq!(page.assessment().outcome, Outcome::Eligible);
}

#[test]
fn days_that_do_not_fit_are_noted_beside_their_box() {
    let understood = |page: Page, input| page.0.reading(input).understood().unwrap_or_default().to_owned();
    let certificate = |day: &str| Page::on(TODAY, Screen::SkillSubsidy).typed(Input::IssuedOn(1), day);
    for (day, noted) in [
        ("2026-11-29", None),
        ("2026-11-30", Some("在申请日期之后")),
        ("2027-12-31", Some("在申请日期之后")),
        ("2028-01-01", Some("请核对年份")),
        ("2062-03-10", Some("请核对年份")),
        ("1976-01-01", None),
        ("1975-12-31", Some("请核对年份")),
    ] {
        let text = understood(certificate(day), Input::IssuedOn(1));
        assert_eq!(text.contains('（'), noted.is_some(), "{text}");
        assert!(text.contains(noted.unwrap_or_default()), "{text}");
    }
    let later = certificate("2026-12-10").typed(Input::AsOf, "2026-12-10");
    assert_eq!(understood(later, Input::IssuedOn(1)), "2026年12月10日");
    for (screen, input, near, far) in [
        (Screen::Refund, Input::AsOf, "2027-05-01", "2062-05-01"),
        (Screen::SkillSubsidy, Input::AsOf, "2024-05-01", "2204-05-01"),
        (Screen::Premium, Input::WageMonth, "2027-05", "2028-01"),
        (Screen::UnemploymentBenefit, Input::FirstMonth, "2020-10", "2062-10"),
        (Screen::SkillSubsidy, Input::InsuredMonths, "600", "601"),
        (Screen::UnemploymentBenefit, Input::BenefitInsured, "600", "601"),
    ] {
        let of = |text| understood(Page::on(TODAY, screen).typed(input, text), input);
        assert!(!of(near).contains('（'), "{near}");
        assert!(of(far).is_empty() || of(far).contains("请核对"), "{far}");
    }
}

#[test]
fn a_subsidy_received_before_its_certificate_was_issued_is_noted() {
    let received = |day: &str| with_received(day).typed(Input::ReceivedOccupation(2), " 焊工 ");
    let understood = |page: &Page| page.0.reading(Input::ReceivedOn(2)).understood().unwrap().to_owned();
    let page = received("2026-03-09");
    assert_eq!(understood(&page), "2026年3月9日");
    let page = page.skill(SkillEdit::ReceivedLevel(2, Choice::Is(level(4))));
    assert!(understood(&page).contains("发证日期还早"));
    assert_eq!(understood(&page.typed(Input::ReceivedOn(2), "2026-03-10")), "2026年3月10日");
}

proptest! {
    /// Whatever days are typed, nobody is told that they can apply who could not without the impossible day.
    #[test]
    fn no_impossible_day_of_receipt_makes_a_promise(year in 2020..2199_u16, month in 1..=12_u8, day in 1..=28_u8) {
        let on = Date::new(year, month, day);
        let answer = with_received(&on.to_string()).answer();
        prop_assert_eq!(answer.assessment.is_none(), on > TODAY);
    }
}
