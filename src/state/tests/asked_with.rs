//! Two facts that are asked with one question: three lists of bad credit, and the one of 破产清算或注销.

use super::*;
use crate::policy::verdict::Outcome;

const LISTS: &str = "refund.creditListings";
const ZOMBIE: &str = "refund.zombie";

fn tick(option: &'static str, is_ticked: bool) -> Action {
    edit(i(LISTS), Edit::Tick(option, is_ticked))
}

/// What is picked for both.
fn both(page: &Page) -> [Picked; 2] {
    [LISTS, ZOMBIE].map(|name| page.0.picked(q(name).into()).clone())
}

fn is_on_screen(page: &Page) -> [bool; 2] {
    let shown = page.on_screen();
    [LISTS, ZOMBIE].map(|name| shown.contains(&q(name)))
}

#[test]
fn one_answer_says_both() {
    let page = Page::employer();
    assert_eq!(is_on_screen(&page), [true, false]);
    // Both are missing, and lead to the one question.
    let needs: Vec<_> = page.answer().needs.iter().map(|need| (need.question, need.jump_to)).collect();
    assert_eq!(needs, [(q(LISTS), q(LISTS)), (q(ZOMBIE), q(LISTS))]);
    let page = page.then(none(LISTS));
    assert_eq!(both(&page), [Choice::Is(vec![]), Picked::option("no")]);
    assert_eq!((page.assessment().outcome, is_on_screen(&page)), (Outcome::Eligible, [true, false]));
    let page = page.then(unsure(LISTS));
    assert_eq!(both(&page), [Choice::Unknown, Choice::Unknown]);
    assert_eq!(page.assessment().outcome, Outcome::Undetermined);
    assert!(page.0.is_done(q(LISTS)) && is_on_screen(&page) == [true, false]);
}

#[test]
fn each_mark_says_that_the_unit_is_not_in_the_others() {
    let page = Page::employer().then(tick("zombie", true));
    assert_eq!(both(&page), [Choice::Is(vec![]), Picked::option("yes")]);
    assert_eq!(page.assessment().outcome, Outcome::Ineligible);
    let page = page.then(tick("wage-arrears", true));
    assert_eq!(both(&page), [Picked::option("wage-arrears"), Picked::option("yes")]);
    let page = page.then(tick("zombie", false));
    assert_eq!(both(&page), [Picked::option("wage-arrears"), Picked::option("no")]);
    // The last that is cleared leaves the question open.
    let page = page.then(tick("wage-arrears", false));
    assert_eq!(both(&page), [Choice::Unanswered, Choice::Unanswered]);
    assert_eq!(is_on_screen(&page), [true, false]);
}

#[test]
fn what_an_older_link_knows_of_one_alone_is_shown_with_a_question_for_each() {
    let lists = Page::employer().then(none(LISTS)).0;
    let mixed = |zombie: &str| {
        let snapshot = lists.to_snapshot();
        let lines = snapshot.lines().filter(|line| !line.starts_with("refund.zombie"));
        let text = lines.chain([zombie]).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n");
        Page(State { screen: lists.screen, ..State::from_snapshot(IN_2024, &text) })
    };
    let unanswered = mixed("");
    assert_eq!((both(&unanswered)[1].clone(), is_on_screen(&unanswered)), (Choice::Unanswered, [true, true]));
    let unknown = mixed("refund.zombie\t:?");
    assert_eq!((both(&unknown)[1].clone(), is_on_screen(&unknown)), (Choice::Unknown, [true, true]));
    let page = unknown.then(pick(ZOMBIE, "no"));
    assert_eq!((page.assessment().outcome, is_on_screen(&page)), (Outcome::Eligible, [true, false]));
}

#[test]
fn one_question_at_a_time_it_is_one_step() {
    let elder = Page(State { is_elder: true, ..Page::employer().0 });
    let steps = |page: &Page| page.0.steps(&page.answer());
    assert!(steps(&elder).contains(&Step::Ask(q(LISTS))) && !steps(&elder).contains(&Step::Ask(q(ZOMBIE))));
    // Passed over, neither is known.
    let page = elder.then(Action::SetStep(Some(Step::Ask(q(LISTS)))));
    let page = page.then(Action::NavigateStep(Move::On));
    assert_eq!(both(&page), [Choice::Unknown, Choice::Unknown]);
}
