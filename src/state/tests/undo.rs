//! Undoing 清空重填 and 删除.

use super::*;
use crate::policy::money::Money;

/// Everything that is filled in.
fn answers(page: &Page) -> String {
    page.0.to_snapshot()
}

#[test]
fn cleared_answers_come_back_on_every_calculator() {
    let size = Page::open(Screen::Of(Calculator::SIZE_CLASS))
        .typed(i("size-class.employees"), "300")
        .typed(i("size-class.revenue"), "2000万");
    for page in [
        Page::employer().typed(Input::AsOf, "2024-08-01").then(Action::DontKnow(i("refund.benefitDrawers"), true)),
        Page::employer().then(Action::UseEstimate(Money::from_fen(1_200_000))),
        Page::worker().certificate(1, "电工").then(add("skill-subsidy.certificates")).certificate(2, "焊工"),
        Page::open(Screen::Of(Calculator::PREMIUM))
            .typed(i("premium.monthlyWage"), "一万")
            .typed(i("premium.months"), "5"),
        Page::open(Screen::Of(Calculator::UNEMPLOYMENT_BENEFIT)).then(pick("unemployment-benefit.registered", "no")),
        size,
    ] {
        let (before, state) = (answers(&page), page.0.clone());
        let cleared = page.then(Action::Restart);
        assert_eq!(answers(&cleared), "", "{before}");
        assert_eq!(cleared.0.undo.as_ref().map(|undo| undo.of), Some(None));
        // What fills nothing in leaves the offer.
        let cleared =
            cleared.then(Action::Blur(Input::AsOf)).then(Action::StopSpeech).then(Action::ShareNumbers(false));
        let back = cleared.then(Action::Undo);
        assert_eq!(back.0, state);
        assert_eq!(back.0.undo, None);
    }
}

#[test]
fn filling_something_in_ends_the_offer() {
    for action in [
        Action::Type(i("refund.averageInsured"), "1".to_owned()),
        pick("refund.zombie", "no"),
        Action::DontKnow(i("refund.benefitDrawers"), true),
        Action::Navigate(Screen::Home),
        Action::OpenLink(Screen::Of(Calculator::REFUND), String::new()),
    ] {
        let page = Page::employer().then(Action::Restart).then(action.clone());
        assert_eq!(page.0.undo, None, "{action:?}");
        let cleared = answers(&page);
        assert_eq!(answers(&page.then(Action::Undo)), cleared, "{action:?}");
    }
    // Nothing was lost: nothing is offered.
    assert_eq!(Page::open(Screen::Of(Calculator::REFUND)).then(Action::Restart).0.undo, None);
}

#[test]
fn a_removed_row_comes_back_where_it_was() {
    let page = Page::worker().certificate(1, "电工").then(add("skill-subsidy.certificates")).certificate(2, "焊工");
    let page = page.then(pick("skill-subsidy.received", "yes")).typed(had(1, "occupation"), "钳工");
    for (remove, of) in [
        (remove("skill-subsidy.certificates", 1), q("skill-subsidy.certificates")),
        (remove("skill-subsidy.received", 1), q("skill-subsidy.received")),
    ] {
        let without = Page(page.0.clone()).then(remove);
        assert_eq!(without.0.undo.as_ref().map(|undo| undo.of), Some(Some(of)));
        assert_eq!(without.then(Action::Undo).0, page.0);
    }
    // A key that is gone takes nothing out.
    assert_eq!(Page(page.0.clone()).then(remove("skill-subsidy.certificates", 99)).0.undo, None);
}

#[test]
fn in_the_large_version_the_step_comes_back_too() {
    let page = Page::employer().then(Action::Elder(true));
    let step = page.0.step;
    let back = page.then(Action::Restart).then(Action::Undo);
    assert_eq!((back.0.step, back.text(i("refund.averageInsured"))), (step, "120"));
}
