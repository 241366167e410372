//! From home through the questions: what is asked, when, and what stays.

use super::*;
use crate::policy::assessment::{Amount, Status};
use crate::policy::money::Money;
use crate::policy::verdict::Outcome;

#[test]
fn roles_lead_to_their_calculator_and_answer_what_they_imply() {
    let home = || Page(State::new(IN_2024));
    let page = home().then(Action::SelectRole(Role::Enterprise));
    assert_eq!(
        (page.0.screen, picked(&page.0, "refund.applicant")),
        (Screen::Of(Calculator::REFUND), Some("enterprise"))
    );
    let page = page.then(Action::SelectRole(Role::OtherBody));
    assert_eq!((page.0.screen, picked(&page.0, "refund.applicant")), (Screen::Of(Calculator::REFUND), None));
    let page = home().then(Action::SelectRole(Role::Employee));
    assert_eq!(
        (page.0.screen, picked(&page.0, "skill-subsidy.person")),
        (Screen::Of(Calculator::SKILL_SUBSIDY), Some("enterprise-employee"))
    );
    assert_eq!(page.then(Action::SelectRole(Role::Unemployed)).0.screen, Screen::Of(Calculator::UNEMPLOYMENT_BENEFIT));
    let page = home().then(Action::SelectRole(Role::Elsewhere(Person::Student)));
    assert_eq!(page.0.screen, Screen::Elsewhere(Person::Student));
    assert_eq!(page.0.answer(fold), None);
}

#[test]
fn a_role_keeps_an_answer_that_fits_it() {
    let page = Page::open(Screen::Of(Calculator::REFUND)).then(pick("refund.applicant", "law-firm"));
    assert_eq!(picked(&page.then(Action::SelectRole(Role::OtherBody)).0, "refund.applicant"), Some("law-firm"));
    let page = Page::open(Screen::Of(Calculator::SKILL_SUBSIDY)).then(pick("skill-subsidy.person", "other-insured"));
    assert_eq!(picked(&page.then(Action::SelectRole(Role::Employee)).0, "skill-subsidy.person"), Some("other-insured"));
}

#[test]
fn going_home_and_back_keeps_every_answer() {
    let page = Page::employer().certificate(1, "电工").typed(Input::AsOf, "2024-10-01");
    let page = page.then(Action::Navigate(Screen::Home)).then(Action::SelectRole(Role::Enterprise));
    let before = page.0.clone();
    let page = page.then(Action::Navigate(Screen::Home)).then(Action::SelectRole(Role::Unemployed));
    let back = page.then(Action::SelectRole(Role::Enterprise)).0;
    assert_eq!((back.screen, back.to_snapshot()), (before.screen, before.to_snapshot()));
}

#[test]
fn the_role_is_not_asked_after_it_was_chosen_on_the_home_screen() {
    let page = || Page(State::new(IN_2024)).then(Action::SelectRole(Role::Enterprise));
    assert!(page().0.is_answered_by_role(q("refund.applicant")) && page().0.is_basis_folded());
    assert!(!Page::open(Screen::Of(Calculator::REFUND)).0.is_answered_by_role(q("refund.applicant")), "nobody said it");
    let open = page().then(Action::ChangeBasis);
    assert!(!open.0.is_basis_folded());
    assert!(!page().then(Action::Restart).0.is_answered_by_role(q("refund.applicant")), "cleared, it is asked");
    assert!(page().then(Action::Restart).then(Action::Undo).0.is_answered_by_role(q("refund.applicant")));
    assert!(
        !page().then(Action::SelectRole(Role::OtherBody)).0.is_answered_by_role(q("refund.applicant")),
        "which of them is asked"
    );
}

#[test]
fn an_employers_role_from_the_home_screen_does_not_answer_for_a_worker() {
    let page = Page(State::new(IN_2024))
        .then(Action::SelectRole(Role::Enterprise))
        .then(Action::Navigate(Screen::Of(Calculator::SKILL_SUBSIDY)));
    assert!(!page.0.is_answered_by_role(q("skill-subsidy.person")));
}

#[test]
fn a_refresh_asks_neither_more_nor_less() {
    let by_role = Page(State::new(IN_2024)).then(Action::SelectRole(Role::Employee));
    let open = Page::open(Screen::Of(Calculator::REFUND)).then(Action::ChangeBasis);
    for page in [by_role, open] {
        let again = State::from_snapshot(IN_2024, &page.0.to_snapshot());
        assert_eq!((again.is_role_chosen, again.is_basis_open), (page.0.is_role_chosen, page.0.is_basis_open));
    }
}

#[test]
fn a_day_that_is_none_is_not_folded_away() {
    let page = || Page::open(Screen::Of(Calculator::REFUND));
    assert!(page().0.is_basis_folded());
    assert!(page().then(Action::Type(Input::AsOf, "2024-10-01".to_owned())).0.is_basis_folded());
    assert!(!page().then(Action::Type(Input::AsOf, "什么".to_owned())).0.is_basis_folded());
    assert!(!Page::open(Screen::Of(Calculator::PREMIUM)).0.is_basis_folded(), "no day is asked");
}

#[test]
fn starting_again_clears_one_calculator() {
    let page = Page::employer().certificate(1, "电工").typed(Input::AsOf, "2024-10-01").then(Action::Restart);
    assert!(page.0.answers.of(Calculator::REFUND).is_none());
    assert_eq!(page.text(held(1, "occupation")), "电工");
    assert_eq!(page.0.as_of_day(), Ok(IN_2024));
}

#[test]
fn a_new_day_changes_the_answer_only_where_no_day_is_typed() {
    let next = Date::new(2024, 9, 2);
    let page = Page::employer().then(Action::DateChanged(next));
    assert_eq!(page.assessment().as_of, next);
    let page = Page::employer().typed(Input::AsOf, "2024-9-1").then(Action::DateChanged(next));
    assert_eq!(page.assessment().as_of, IN_2024);
}

#[test]
fn a_new_day_ends_messages_about_the_day_before() {
    let page = Page::employer().then(Action::Copied("预计 1.00 元".to_owned(), false));
    let page = page.then(Action::ReadAloud("今天".to_owned())).then(Action::DateChanged(Date::new(2024, 9, 2)));
    assert_eq!((page.0.share.copied.as_ref(), page.0.is_reading), (None, false));
}

#[test]
fn refund_questions_appear_group_by_group() {
    let page = Page::open(Screen::Of(Calculator::REFUND));
    assert_eq!(page.on_screen(), [q("refund.applicant"), q("refund.size")]);
    let page = page.then(pick("refund.applicant", "enterprise"));
    assert_eq!(page.on_screen(), [q("refund.applicant"), q("refund.size")]);
    let page = page.then(unsure("refund.size"));
    assert_eq!(
        page.on_screen(),
        [q("refund.applicant"), q("refund.size"), q("refund.averageInsured"), q("refund.benefitDrawers")]
    );
    let page = page.typed(i("refund.averageInsured"), "120").typed(i("refund.benefitDrawers"), "0");
    assert_eq!(page.on_screen()[4..], [q("refund.fullyPaidMonths"), q("refund.premiumPaid")]);
    let page = page.typed(i("refund.fullyPaidMonths"), "12").then(Action::DontKnow(i("refund.premiumPaid"), true));
    assert_eq!(page.on_screen()[6..], [q("refund.creditListings")]);
    let page = page.then(none("refund.creditListings"));
    assert_eq!(page.on_screen()[7..], [q("refund.labourDispatch"), q("refund.corporateAccount")]);
    assert_eq!(page.needs(), [q("refund.size"), q("refund.premiumPaid")]);
    let page = page.then(pick("refund.size", "large"));
    assert_eq!(page.on_screen()[7..], [q("refund.labourDispatch")]);
}

#[test]
fn without_recipients_an_enterprise_is_not_asked_for_its_average() {
    let page = Page::open(Screen::Of(Calculator::REFUND))
        .then(pick("refund.applicant", "enterprise"))
        .then(pick("refund.size", "small"))
        .typed(i("refund.benefitDrawers"), "0");
    assert!(!page.on_screen().contains(&q("refund.averageInsured")));
    assert!(page.on_screen().contains(&q("refund.fullyPaidMonths")));
    // The refund of a 社会团体 goes by its headcount.
    let page = page.then(pick("refund.applicant", "social-organization"));
    assert!(page.on_screen().contains(&q("refund.averageInsured")));
}

#[test]
fn nothing_more_is_asked_once_a_condition_fails() {
    let page = Page::open(Screen::Of(Calculator::REFUND)).then(pick("refund.applicant", "public-institution"));
    assert_eq!(page.on_screen(), [q("refund.applicant")]);
    assert_eq!(page.needs(), []);
    // Questions that were answered stay, so that the answer can be changed.
    let page = Page::employer().typed(i("refund.fullyPaidMonths"), "11");
    assert_eq!(page.assessment().outcome, Outcome::Ineligible);
    assert_eq!(page.on_screen().len(), 6);
}

#[test]
fn a_wrong_entry_holds_the_later_groups_back() {
    let page = Page::open(Screen::Of(Calculator::REFUND))
        .then(pick("refund.applicant", "enterprise"))
        .then(pick("refund.size", "small"))
        .typed(i("refund.averageInsured"), "12o")
        .typed(i("refund.benefitDrawers"), "3");
    assert!(!page.on_screen().contains(&q("refund.fullyPaidMonths")));
    assert!(page.typed(i("refund.averageInsured"), "120").on_screen().contains(&q("refund.fullyPaidMonths")));
}

#[test]
fn a_need_jumps_to_its_question_or_to_the_first_open_one() {
    let page = Page::open(Screen::Of(Calculator::REFUND)).then(pick("refund.applicant", "enterprise"));
    let needs = page.answer().needs;
    assert_eq!(needs.first(), Some(&Need { question: q("refund.size"), jump_to: q("refund.size") }));
    assert_eq!(needs.last(), Some(&Need { question: q("refund.zombie"), jump_to: q("refund.size") }));
}

#[test]
fn nothing_is_asked_where_no_round_is() {
    let page = Page::on(Date::new(2027, 3, 1), Screen::Of(Calculator::REFUND));
    assert_eq!(page.on_screen(), []);
    assert!(page.answer().notice.closed);
    assert_eq!(page.assessment().outcome, Outcome::Closed);
    let page = Page::on(Date::new(2023, 3, 1), Screen::Of(Calculator::SKILL_SUBSIDY));
    assert_eq!(page.on_screen(), []);
}

#[test]
fn skill_questions_appear_group_by_group() {
    let page = Page::open(Screen::Of(Calculator::SKILL_SUBSIDY));
    assert_eq!(page.on_screen(), [q("skill-subsidy.person"), q("skill-subsidy.insuredMonths")]);
    let page = Page::worker();
    assert_eq!(
        page.on_screen(),
        [q("skill-subsidy.person"), q("skill-subsidy.insuredMonths"), q("skill-subsidy.certificates")]
    );
    let page = page.certificate(1, "电工");
    assert_eq!(
        page.on_screen(),
        [
            q("skill-subsidy.person"),
            q("skill-subsidy.insuredMonths"),
            q("skill-subsidy.certificates"),
            q("skill-subsidy.received")
        ]
    );
    assert_eq!(page.needs(), []);
    assert_eq!(page.assessment().amount, Some(Amount::Exact { value: Money::from_fen(150_000) }));
    let page = page.then(pick("skill-subsidy.received", "yes"));
    assert!(!page.0.is_done(q("skill-subsidy.received")));
    assert_eq!(page.answer().incomplete.len(), 1);
}

#[test]
fn a_worker_who_is_ruled_out_need_not_enter_a_certificate() {
    let page = Page::open(Screen::Of(Calculator::SKILL_SUBSIDY)).then(pick("skill-subsidy.person", "student"));
    assert_eq!(page.on_screen(), [q("skill-subsidy.person")]);
    let ruled_out = page.answer().ruled_out;
    assert_eq!(ruled_out.iter().map(|condition| condition.id.as_str()).collect::<Vec<_>>(), ["eligible-person"]);
    assert_eq!(page.needs(), []);
    let page = Page::worker().typed(i("skill-subsidy.insuredMonths"), "11");
    assert_eq!(page.answer().ruled_out.first().unwrap().id, "insured-long-enough");
    assert!(Page::worker().answer().ruled_out.is_empty());
    assert!(Page::worker().certificate(1, "电工").answer().ruled_out.is_empty());
}

#[test]
fn only_some_rules_distinguish_urgent_occupations() {
    assert!(!Page::worker().answer().asks_urgent);
    assert!(Page::worker().typed(Input::AsOf, "2025-09-01").answer().asks_urgent);
    assert!(!Page::worker().typed(Input::AsOf, "2027-03-01").answer().asks_urgent);
}

#[test]
fn listings_are_ticked_one_by_one() {
    let tick = |listing, ticked| edit(i("refund.creditListings"), Edit::Tick(listing, ticked));
    let (wages, debtor) = ("wage-arrears", "judgment-defaulter");
    let page = Page::employer().then(none("refund.creditListings")).then(tick(wages, true));
    let page = page.then(tick(debtor, true)).then(tick(debtor, true));
    let both = Choice::Is(vec![debtor.to_owned(), wages.to_owned()]);
    assert_eq!(page.0.picked(q("refund.creditListings").into()), &both);
    assert_eq!(page.assessment().outcome, Outcome::Ineligible);
    let page = page.then(tick(debtor, false)).then(tick(wages, false));
    assert_eq!(page.0.picked(q("refund.creditListings").into()), &Choice::Unanswered);
}

#[test]
fn another_year_is_announced_with_its_status_of_today() {
    let today = Date::new(2026, 5, 1);
    let notice = |day: &str, screen| Page::on(today, screen).typed(Input::AsOf, day).answer().notice;
    assert_eq!(Page::on(today, Screen::Of(Calculator::REFUND)).answer().notice.other_year, None);
    assert!(Page::on(today, Screen::Of(Calculator::REFUND)).answer().notice.provisional);
    let old = notice("2024-09-01", Screen::Of(Calculator::REFUND));
    let other = old.other_year.unwrap();
    assert_eq!(
        (other.year, other.rule_status.status, old.closed, old.provisional),
        (2024, Status::Closed, false, false)
    );
    assert_eq!(crate::text::words::status(&other.rule_status), "已截止");
    assert!(!notice("2023-09-01", Screen::Of(Calculator::REFUND)).provisional);
    assert!(notice("2025-09-01", Screen::Of(Calculator::REFUND)).provisional);
    let none = notice("2027-01-01", Screen::Of(Calculator::REFUND));
    assert_eq!(none.other_year.unwrap().rule_status.status, Status::NotRecorded);
    assert!(none.closed && !none.provisional);
    assert_eq!(notice("2026-12-31", Screen::Of(Calculator::REFUND)).other_year, None);
    let later = Page::on(Date::new(2024, 1, 1), Screen::Of(Calculator::REFUND))
        .typed(Input::AsOf, "2025-01-01")
        .answer()
        .notice;
    assert_eq!(later.other_year.unwrap().rule_status.status, Status::Upcoming);
    assert_eq!(notice("2027-03-01", Screen::Of(Calculator::SKILL_SUBSIDY)).other_year.unwrap().year, 2027);
}
