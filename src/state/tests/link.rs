//! The page as a link opens it.

use super::*;
use crate::api::link::{self, Damage};
use crate::api::{Facts, Request};
use crate::policy::case::{BenefitFacts, PremiumFacts};
use crate::policy::money::Money;
use crate::policy::month::Month;
use crate::policy::ratio::AverageInsured;

/// What a link of the page's answers opens again.
fn through_a_link(page: &Page, with_numbers: bool) -> State {
    let request = page.answer().request.unwrap();
    opened(Screen::Home, &link::of(&request).address(with_numbers))
}

/// The page as an address opens it that names this screen.
fn opened(named: Screen, address: &str) -> State {
    reduce(&State::new(IN_2024), Action::OpenLink(named, address.to_owned()))
}

fn refund_of(state: &State) -> crate::policy::case::RefundFacts {
    match state.answer(fold).unwrap().request.unwrap() {
        Request { facts: Facts::Refund(facts), .. } => facts,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_link_with_numbers_opens_the_same_case() {
    let page = Page::employer()
        .refund(RefundEdit::Credit(Choice::Is(vec![CreditListing::WageArrears])))
        .refund(RefundEdit::Zombie(Choice::Is(false)));
    let state = through_a_link(&page, true);
    assert_eq!(refund_of(&state), refund_of(&page.0));
    assert_eq!((state.screen, state.link), (Screen::Refund, None));
}

#[test]
fn a_link_without_numbers_opens_the_choices() {
    let state = through_a_link(&Page::employer(), false);
    assert_eq!(state.refund.size, Choice::Is(SizeClass::Small));
    assert!(state.refund.premium.is_blank() && state.refund.average.is_blank() && state.as_of.is_blank());
}

#[test]
fn certificates_come_back_without_the_names_of_their_occupations() {
    let page = Page::worker().certificate(1, "电工").skill(SkillEdit::HasReceived(Choice::Is(true)));
    let page = page
        .typed(Input::ReceivedOccupation(2), "焊工")
        .skill(SkillEdit::ReceivedLevel(2, Choice::Is(level(5))))
        .typed(Input::ReceivedOn(2), "2024-02-01");
    let state = through_a_link(&page, true);
    let row = state.skill.certificates.first().unwrap();
    assert_eq!((row.level, row.occupation.text.as_str()), (Choice::Is(level(4)), ""));
    assert_eq!(row.issued_on.text, "2024-03-10");
    let received = state.skill.received.first().unwrap();
    assert_eq!((received.level, received.occupation.text.as_str()), (Choice::Is(level(5)), ""));
    assert_eq!(state.skill.has_received, Choice::Is(true));
}

#[test]
fn where_a_month_is_asked_and_none_was_told_it_is_that_of_the_links_day() {
    let day = Date::new(2023, 12, 8);
    let premium = PremiumFacts { monthly_wage: Some(Money::from_fen(500_000)), ..PremiumFacts::default() };
    let benefit = BenefitFacts { insured_months: Some(14), ..BenefitFacts::default() };
    for facts in [Facts::Premium(premium), Facts::UnemploymentBenefit(benefit)] {
        let asked = Request { as_of: day, facts };
        let state = opened(Screen::Home, &link::of(&asked).address(true));
        let month = match asked.facts {
            Facts::Premium(_) => &state.premium.month,
            _ => &state.benefit.first_month,
        };
        assert_eq!(month.text, "2023-12");
        let choices = opened(Screen::Home, &link::of(&asked).address(false));
        assert!(choices.premium.month.is_blank() && choices.benefit.first_month.is_blank());
    }
    let told = PremiumFacts { month: Some(Month::of(Date::new(2024, 5, 1))), ..PremiumFacts::default() };
    let asked = Request { as_of: day, facts: Facts::Premium(told) };
    assert_eq!(opened(Screen::Home, &link::of(&asked).address(true)).premium.month.text, "2024-05");
}

#[test]
fn a_twelfth_goes_as_the_sum_of_its_months() {
    let of = |sum: u64| {
        let facts = crate::policy::case::RefundFacts {
            average_insured: AverageInsured::from_person_months(sum).ok(),
            ..Default::default()
        };
        link::of(&Request { as_of: IN_2024, facts: Facts::Refund(facts) }).address(true)
    };
    for (sum, token) in [(365, ".M365."), (364, ".M364."), (366, ".n30_5."), (360, ".N30.")] {
        assert!(of(sum).contains(token), "{}", of(sum));
    }
}

#[test]
fn what_became_of_a_link_is_said_on_the_screen_that_it_opens() {
    let state = opened(Screen::Refund, "?c=refund&y=2024");
    assert_eq!((state.screen, state.link), (Screen::Refund, Some(LinkNote::Cut)));
    let state = opened(Screen::Refund, "?c=refund&y=2024#1.pe.XXX");
    assert_eq!((state.screen, state.link), (Screen::Refund, Some(LinkNote::Damaged(Damage::Broken))));
    let old = link::of(&Page::on(Date::new(2023, 5, 1), Screen::Refund).answer().request.unwrap()).address(false);
    let state = opened(Screen::Refund, &old);
    assert_eq!(state.link, Some(LinkNote::OtherYear(2023)));
    assert_eq!(reduce(&state, Action::Go(Screen::Home)).link, None);
}

#[test]
fn a_query_that_is_no_link_opens_what_it_names() {
    let state = opened(Screen::Home, "?from=%E5%BE%AE%E4%BF%A1");
    assert_eq!((state.screen, state.link), (Screen::Home, None));
}
