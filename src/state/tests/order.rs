//! Days that contradict each other.

use proptest::prelude::*;

use super::*;
use crate::policy::verdict::Outcome;

const TODAY: Date = Date::new(2026, 11, 29);

/// A worker whose place of the year 2026 is taken by a subsidy received that year.
fn with_received(day: &str) -> Page {
    Page::on(TODAY, Screen::Of(Calculator::SKILL_SUBSIDY))
        .then(pick("skill-subsidy.person", "enterprise-employee"))
        .typed(i("skill-subsidy.insuredMonths"), "14")
        .typed(held(1, "occupation"), "焊工")
        .then(pick_in(held(1, "level"), &4.to_string()))
        .then(pick_in(held(1, "kind"), "skill-level"))
        .typed(held(1, "issuedOn"), "2026-03-10")
        .then(pick("skill-subsidy.received", "yes"))
        .typed(had(1, "occupation"), "电工")
        .then(pick_in(had(1, "level"), &5.to_string()))
        .typed(had(1, "receivedOn"), day)
}

#[test]
fn a_subsidy_received_after_the_day_of_application_is_asked_again() {
    assert_eq!(with_received("2026-02-01").assessment().outcome, Outcome::Ineligible);
    // 2026-11-29 is the day of application itself.
    assert_eq!(with_received("2026-11-29").assessment().outcome, Outcome::Ineligible);
    for day in ["2026-11-30", "2026-12-31", "2027-02-01", "2062-02-01", "2199-12-31", "2026-13-01"] {
        let page = with_received(day);
        assert_eq!(page.answer().assessment, None, "{day}");
        assert_eq!(page.text(had(1, "receivedOn")), day);
        let wrong = page.0.wrong(&page.answer().groups);
        assert_eq!(wrong.iter().map(|wrong| wrong.input).collect::<Vec<_>>(), [had(1, "receivedOn")]);
        // On the overview of all measures it is not promised either.
        let claims = page
            .then(Action::Navigate(Screen::Entitled))
            .then(Action::SelectOverviewRole(Role::Employee))
            .0
            .claims(fold);
        let claim = claims.iter().find(|claim| claim.calculator == Calculator::SKILL_SUBSIDY).unwrap();
        assert_eq!(claim.outcome(), Some(Outcome::Undetermined), "{day}");
    }
    // Another day of application settles it; so does saying that none was received.
    let page = with_received("2026-12-10").typed(Input::AsOf, "2026-12-20");
    assert_eq!(page.assessment().outcome, Outcome::Ineligible);
    let page = with_received("2062-02-01").then(pick("skill-subsidy.received", "no"));
    assert_eq!(page.assessment().outcome, Outcome::Eligible);
}

#[test]
fn days_that_do_not_fit_are_noted_next_to_their_box() {
    let understood = |page: Page, input| page.0.reading(input).understood().unwrap_or_default().to_owned();
    let certificate =
        |day: &str| Page::on(TODAY, Screen::Of(Calculator::SKILL_SUBSIDY)).typed(held(1, "issuedOn"), day);
    for (day, noted) in [
        ("2026-11-29", None),
        ("2026-11-30", Some("在申请日期之后")),
        ("2027-12-31", Some("在申请日期之后")),
        ("2028-01-01", Some("请核对年份")),
        ("2062-03-10", Some("请核对年份")),
        ("1976-01-01", None),
        ("1975-12-31", Some("请核对年份")),
    ] {
        let text = understood(certificate(day), held(1, "issuedOn"));
        assert_eq!(text.contains('（'), noted.is_some(), "{text}");
        assert!(text.contains(noted.unwrap_or_default()), "{text}");
    }
    let later = certificate("2026-12-10").typed(Input::AsOf, "2026-12-10");
    assert_eq!(understood(later, held(1, "issuedOn")), "2026年12月10日");
    for (screen, input, near, far) in [
        (Screen::Of(Calculator::REFUND), Input::AsOf, "2027-05-01", "2062-05-01"),
        (Screen::Of(Calculator::SKILL_SUBSIDY), Input::AsOf, "2024-05-01", "2204-05-01"),
        (Screen::Of(Calculator::PREMIUM), i("premium.month"), "2027-05", "2028-01"),
        (Screen::Of(Calculator::UNEMPLOYMENT_BENEFIT), i("unemployment-benefit.firstMonth"), "2020-10", "2062-10"),
        (Screen::Of(Calculator::SKILL_SUBSIDY), i("skill-subsidy.insuredMonths"), "600", "601"),
        (Screen::Of(Calculator::UNEMPLOYMENT_BENEFIT), i("unemployment-benefit.insuredMonths"), "600", "601"),
    ] {
        let of = |text| understood(Page::on(TODAY, screen).typed(input, text), input);
        assert!(!of(near).contains('（'), "{near}");
        assert!(of(far).is_empty() || of(far).contains("请核对"), "{far}");
    }
}

#[test]
fn a_subsidy_received_before_its_certificate_was_issued_is_noted() {
    let received = |day: &str| with_received(day).typed(had(1, "occupation"), " 焊工 ");
    let understood = |page: &Page| page.0.reading(had(1, "receivedOn")).understood().unwrap().to_owned();
    let page = received("2026-03-09");
    assert_eq!(understood(&page), "2026年3月9日");
    let page = page.then(pick_in(had(1, "level"), &4.to_string()));
    assert!(understood(&page).contains("发证日期还早"));
    assert_eq!(understood(&page.typed(had(1, "receivedOn"), "2026-03-10")), "2026年3月10日");
}

proptest! {
    /// For any typed days, nobody is eligible who could not be without the impossible day.
    #[test]
    fn no_impossible_day_of_receipt_makes_a_promise(year in 2020..2199_u16, month in 1..=12_u8, day in 1..=28_u8) {
        let on = Date::new(year, month, day);
        let answer = with_received(&on.to_string()).answer();
        prop_assert_eq!(answer.assessment.is_none(), on > TODAY);
    }
}
