//! The only certificate: what tells it from others is not asked.

use super::*;
use crate::policy::verdict::Outcome;
use crate::state::answer::Need;

const CERTIFICATES: &str = "skill-subsidy.certificates";

fn is_asked(page: &Page) -> bool {
    page.0.asks_apart()
}

/// The places of the missing fields of a certificate, by its number.
fn missing(page: &Page) -> Vec<(usize, Vec<u16>)> {
    page.answer().incomplete.into_iter().map(|row| (row.number, row.missing)).collect()
}

#[test]
fn the_only_certificate_needs_no_occupation() {
    let page = Page::worker().nameless(1);
    assert!(!is_asked(&page) && page.0.is_done(q(CERTIFICATES)));
    assert_eq!((missing(&page), page.answer().needs), (vec![], Vec::<Need>::new()));
    let (left_out, known) = (page.assessment(), Page::worker().certificate(1, "电工").assessment());
    assert_eq!((left_out.outcome, left_out.amount), (known.outcome, known.amount));
    assert!(left_out.outcome == Outcome::Eligible && left_out.amount.is_some());
    assert_eq!(left_out.judged()[0].conditions, known.judged()[0].conditions);
}

#[test]
fn a_second_certificate_asks_for_the_occupation_of_each() {
    let page = Page::worker().nameless(1).then(add(CERTIFICATES));
    // As long as nothing is in it, nothing has to be told from it.
    assert!(is_asked(&page) && page.assessment().outcome == Outcome::Eligible);
    let page = page.nameless(2);
    assert_eq!(missing(&page), [(1, vec![0]), (2, vec![0])]);
    assert_eq!(page.assessment().outcome, Outcome::Undetermined);
    let page = page.typed(held(1, "occupation"), "电工").typed(held(2, "occupation"), "焊工");
    assert_eq!((missing(&page), page.assessment().judged().len()), (vec![], 2));
    // What was typed stays, and is on the screen.
    let page = page.then(remove(CERTIFICATES, 2));
    assert_eq!(page.text(held(1, "occupation")), "电工");
    assert!(is_asked(&page));
    // An emptied box stays where it is until the form is begun again.
    let page = page.typed(held(1, "occupation"), "");
    assert!(is_asked(&page) && page.assessment().outcome == Outcome::Eligible);
    assert!(!is_asked(&page.then(Action::Restart)));
}

#[test]
fn a_subsidy_received_asks_for_the_occupation_of_the_certificate() {
    let page = Page::worker().nameless(1).then(pick("skill-subsidy.received", "yes"));
    assert!(is_asked(&page));
    let page = page.typed(had(1, "occupation"), "电工").then(pick_in(had(1, "level"), "4"));
    let page = page.typed(had(1, "receivedOn"), "2024-2-1");
    assert_eq!(missing(&page), [(1, vec![0])]);
    let named = |occupation: &str| Page(page.0.clone()).typed(held(1, "occupation"), occupation).assessment().outcome;
    assert_eq!((named("电工"), named("焊工")), (Outcome::Ineligible, Outcome::Eligible));
    let page = page.then(pick("skill-subsidy.received", "no"));
    assert!(!is_asked(&Page(State { is_typed_apart: false, ..page.0.clone() })));
    assert_eq!((missing(&page), page.assessment().outcome), (vec![], Outcome::Eligible));
}

#[test]
fn a_link_of_the_only_certificate_leaves_nothing_out() {
    let page = Page::worker().nameless(1);
    let link = page.answer().link().unwrap().address(true);
    let opened = Page(reduce(&State::new(IN_2024), Action::OpenLink(Screen::Home, link)));
    assert_eq!((opened.0.left_out.as_slice(), is_asked(&opened)), ([].as_slice(), false));
    assert_eq!(opened.assessment(), page.assessment());
}

#[test]
fn one_question_at_a_time_comes_back_for_the_occupation() {
    let elder = Page(State { is_elder: true, ..Page::worker().nameless(1).0 });
    let row = |key| Step::Row(q(CERTIFICATES), key);
    let on = |page: Page| page.then(Action::NavigateStep(Move::On));
    let first = elder.then(Action::SetStep(Some(row(1))));
    // One certificate: nothing more is asked of it.
    let after = on(Page(first.0.clone()));
    assert_eq!(after.0.step, Some(Step::Ask(q("skill-subsidy.received"))));
    let second = first.then(add(CERTIFICATES)).certificate(2, "焊工");
    assert_eq!(second.0.step, Some(row(2)));
    let again = on(second);
    assert_eq!(again.0.step, Some(row(1)));
    let named = on(Page(again.0.clone()).typed(held(1, "occupation"), "电工"));
    assert_eq!((named.0.step, missing(&named)), (Some(row(2)), vec![]));
    // Who passes it over does not know it: the same is not asked for ever.
    let passed = on(on(again));
    assert!(passed.0.field(held(1, "occupation")).unwrap().unknown);
    assert_eq!(passed.0.step, Some(Step::Ask(q("skill-subsidy.received"))));
}
