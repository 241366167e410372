//! What survives a refresh.

use super::*;

fn again(page: &Page) -> State {
    State { screen: page.0.screen, ..State::from_snapshot(IN_2024, &page.0.to_snapshot()) }
}

#[test]
fn a_refresh_loses_no_answer() {
    let page =
        Page::employer().then(none("refund.creditListings")).then(Action::DontKnow(i("refund.benefitDrawers"), true));
    let state = again(&page);
    assert_eq!(state.answers, page.0.answers);
    let page =
        Page::worker().certificate(1, "电工\t\\n").then(add("skill-subsidy.certificates")).certificate(2, "焊工");
    let page = page.then(remove("skill-subsidy.certificates", 1)).then(unsure("skill-subsidy.received"));
    assert_eq!(again(&page).answers, page.0.answers);
}

#[test]
fn wrong_input_is_stored_as_it_was_typed() {
    let page = Page::open(Screen::Of(Calculator::REFUND))
        .typed(i("refund.premiumPaid"), "十万")
        .typed(Input::AsOf, "2023-2-30");
    let state = again(&page);
    assert_eq!(
        (state.field(i("refund.premiumPaid")).unwrap().text.as_str(), state.as_of.text.as_str()),
        ("十万", "2023-2-30")
    );
}

/// The random events found it: the question was on the screen, and after a refresh it was not.
#[test]
fn a_refused_identity_number_is_still_refused_and_nothing_of_it_is_written() {
    let page = Page::open(Screen::Of(Calculator::UNEMPLOYMENT_BENEFIT))
        .typed(i("unemployment-benefit.unusedMonths"), "130102199001011234");
    let state = again(&page);
    assert_eq!(
        (state.reading(i("unemployment-benefit.unusedMonths")), state.answer(fold)),
        (Reading::RefusedIdentity, Some(page.answer()))
    );
    assert_eq!(page.0.to_snapshot(), "unemployment-benefit.unusedMonths\t#");
    // Fifteen digits may be the beginning of eighteen, but a refresh leaves the box.
    let typed =
        (1..=15).fold(Page::employer(), |page, end| page.typed(i("refund.premiumPaid"), &"130102900101123"[..end]));
    assert_eq!(typed.text(i("refund.premiumPaid")), "130102900101123");
    assert!(!typed.0.to_snapshot().contains("130102900101123"), "{}", typed.0.to_snapshot());
    assert_eq!(again(&typed).reading(i("refund.premiumPaid")), Reading::RefusedIdentity);
}

/// The monkey found it: the box showed the space, and after a refresh it did not.
#[test]
fn spaces_typed_while_unknown_is_chosen_stay_in_the_box() {
    let unknown = |input| Page::employer().then(Action::DontKnow(input, true));
    for (input, text) in [(i("refund.premiumPaid"), " "), (i("refund.benefitDrawers"), "　\t")] {
        let page = unknown(input).typed(input, text);
        assert_eq!((page.text(input), page.0.reading(input)), (text, Reading::Unknown));
        assert_eq!(again(&page).answers, page.0.answers);
    }
    let page = Page::worker().then(Action::DontKnow(held(1, "issuedOn"), true)).typed(held(1, "issuedOn"), " ");
    assert_eq!(again(&page).answers, page.0.answers);
}

#[test]
fn the_questions_stay_those_of_the_last_day_that_could_be_read() {
    let asks_urgent = |state: &State| state.answer(fold).is_some_and(|answer| answer.asks_urgent);
    let page = Page::open(Screen::Of(Calculator::SKILL_SUBSIDY)).typed(Input::AsOf, "2026-10-13");
    let then = asks_urgent(&page.0);
    let page = page.typed(Input::AsOf, "2026-13-32");
    assert_ne!(then, asks_urgent(&Page::open(Screen::Of(Calculator::SKILL_SUBSIDY)).0), "the two days ask the same");
    for page in [page, Page::open(Screen::Of(Calculator::SKILL_SUBSIDY)).typed(Input::AsOf, "2026-13-32")] {
        let again = again(&page);
        assert_eq!((asks_urgent(&again), again.to_snapshot()), (asks_urgent(&page.0), page.0.to_snapshot()));
    }
}

#[test]
fn an_estimate_stays_marked() {
    let page = Page::open(Screen::Of(Calculator::REFUND))
        .then(Action::UseEstimate(crate::policy::money::Money::from_fen(1_200_000)));
    assert!(again(&page).is_estimated());
}

#[test]
fn foreign_rows_leave_the_form_as_it_opens() {
    for rows in ["|2", "1 1|9", "1 2|2", "1 x|2", "1", ""] {
        let text = format!("skill-subsidy.certificates[]\t{rows}");
        assert_eq!(State::from_snapshot(IN_2024, &text).answers, Answers::default(), "{text}");
    }
}

#[test]
fn without_answers_there_is_no_snapshot() {
    assert_eq!(State::new(IN_2024).to_snapshot(), "");
}
