//! What is kept over a refresh.

use super::*;

fn again(page: &Page) -> State {
    State { screen: page.0.screen, ..State::with_kept(IN_2024, &page.0.kept()) }
}

#[test]
fn a_refresh_loses_no_answer() {
    let page =
        Page::employer().refund(RefundEdit::Credit(Choice::Is(vec![]))).then(Action::DontKnow(Input::Drawers, true));
    let state = again(&page);
    assert_eq!(state.refund, page.0.refund);
    let page = Page::worker().certificate(1, "电工\t\\n").skill(SkillEdit::AddCertificate).certificate(3, "焊工");
    let page = page.skill(SkillEdit::RemoveCertificate(1)).skill(SkillEdit::HasReceived(Choice::Unknown));
    assert_eq!(again(&page).skill, page.0.skill);
}

#[test]
fn what_is_wrong_is_kept_as_it_was_typed() {
    let page = Page::open(Screen::Refund).typed(Input::Premium, "十万").typed(Input::AsOf, "2023-2-30");
    let state = again(&page);
    assert_eq!((state.refund.premium.text.as_str(), state.as_of.text.as_str()), ("十万", "2023-2-30"));
}

/// The monkey found it: the box showed the space, and after a refresh it did not.
#[test]
fn spaces_typed_while_unknown_is_chosen_stay_in_the_box() {
    let unknown = |input| Page::employer().then(Action::DontKnow(input, true));
    for (input, text) in [(Input::Premium, " "), (Input::Drawers, "　\t")] {
        let page = unknown(input).typed(input, text);
        assert_eq!((page.text(input), page.0.reading(input)), (text, Reading::Unknown));
        assert_eq!(again(&page).refund, page.0.refund);
    }
    let page = Page::worker().then(Action::DontKnow(Input::IssuedOn(1), true)).typed(Input::IssuedOn(1), " ");
    assert_eq!(again(&page).skill, page.0.skill);
}

#[test]
fn the_questions_stay_those_of_the_last_day_that_could_be_read() {
    let asks_urgent = |state: &State| state.answer(fold).is_some_and(|answer| answer.asks_urgent);
    let page = Page::open(Screen::SkillSubsidy).typed(Input::AsOf, "2026-10-13");
    let then = asks_urgent(&page.0);
    let page = page.typed(Input::AsOf, "2026-13-32");
    assert_ne!(then, asks_urgent(&Page::open(Screen::SkillSubsidy).0), "the two days ask the same");
    for page in [page, Page::open(Screen::SkillSubsidy).typed(Input::AsOf, "2026-13-32")] {
        let again = again(&page);
        assert_eq!((asks_urgent(&again), again.kept()), (asks_urgent(&page.0), page.0.kept()));
    }
}

#[test]
fn an_estimate_stays_marked() {
    let page = Page::open(Screen::Refund).then(Action::UseEstimate(crate::policy::money::Money::from_fen(1_200_000)));
    assert!(again(&page).refund.is_estimated());
}

#[test]
fn rows_that_are_none_of_ours_leave_the_form_as_it_opens() {
    for text in ["rows\t|2|9", "rows\t1|1|9", "rows\t1|2|2", "rows\t1 x|2|9", "rows\t1|2", "rows\t"] {
        assert_eq!(State::with_kept(IN_2024, text).skill, SkillForm::default(), "{text}");
    }
}

#[test]
fn nothing_answered_is_nothing_kept() {
    assert_eq!(State::new(IN_2024).kept(), "");
}
