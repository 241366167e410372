//! The list of what is wrong.

use super::*;

fn wrong_of(page: &Page) -> Vec<(Input, Option<Question>)> {
    let answer = page.answer();
    page.0.wrong(&answer.groups).into_iter().map(|wrong| (wrong.input, wrong.question)).collect()
}

#[test]
fn what_is_wrong_is_listed_from_top_to_bottom() {
    let page = Page::employer();
    assert_eq!(wrong_of(&page), []);
    let page =
        page.typed(i("refund.premiumPaid"), "一千").typed(Input::AsOf, "昨天").typed(i("refund.benefitDrawers"), "-1");
    let expected = [
        (Input::AsOf, None),
        (i("refund.benefitDrawers"), Some(q("refund.benefitDrawers"))),
        (i("refund.premiumPaid"), Some(q("refund.premiumPaid"))),
    ];
    assert_eq!(wrong_of(&page), expected);
    let answer = page.answer();
    for wrong in page.0.wrong(&answer.groups) {
        assert_eq!(Some(wrong.sentence), page.0.reading(wrong.input).error());
    }
}

#[test]
fn hidden_boxes_are_not_listed() {
    let page = Page::employer().then(by_month(true)).typed(month(3), "三");
    assert!(wrong_of(&page).contains(&(month(3), Some(q("refund.averageInsured")))));
    let page = page.then(by_month(false));
    assert!(!wrong_of(&page).contains(&(month(3), Some(q("refund.averageInsured")))));
}

#[test]
fn the_days_of_rows_are_listed_by_their_row() {
    let page = Page::worker().certificate(1, "电工").typed(held(1, "issuedOn"), "2024-13-01");
    assert_eq!(wrong_of(&page), [(held(1, "issuedOn"), Some(q("skill-subsidy.certificates")))]);
}
