//! The content of the boxes: stored as typed, understood or explained, never an identity number.

use super::*;

const IDENTITY: &str = "130102199001011234";

/// Every box of the page with one row each.
fn every_input() -> Vec<Input> {
    let mut inputs = vec![
        Input::AsOf,
        i("refund.averageInsured"),
        i("refund.benefitDrawers"),
        i("refund.fullyPaidMonths"),
        i("refund.premiumPaid"),
        i("skill-subsidy.insuredMonths"),
        held(1, "occupation"),
        held(1, "issuedOn"),
        had(1, "occupation"),
        had(1, "receivedOn"),
    ];
    inputs.extend((1..=12).map(month));
    inputs
}

#[test]
fn text_stays_as_it_was_typed() {
    for input in every_input() {
        for text in ["１，２３４．５０ 元", "1,23", " abc ", "12"] {
            let page = Page::open(Screen::Of(Calculator::REFUND)).typed(input, text);
            assert_eq!(page.text(input), text, "{input:?}");
        }
    }
}

#[test]
fn what_was_understood_is_given_back() {
    let page = Page::employer().typed(i("refund.premiumPaid"), "１.2万元").typed(Input::AsOf, "2024/9/2");
    assert_eq!(page.0.reading(i("refund.premiumPaid")).understood(), Some("12,000.00 元"));
    assert_eq!(page.0.reading(i("refund.averageInsured")).understood(), Some("120 人"));
    assert_eq!(page.0.reading(i("refund.fullyPaidMonths")).understood(), Some("12 个月"));
    assert_eq!(page.0.reading(Input::AsOf).understood(), Some("2024年9月2日"));
    assert_eq!(page.0.reading(month(1)), Reading::Empty);
    assert_eq!(page.0.reading(held(99, "occupation")), Reading::Empty);
}

#[test]
fn a_wrong_number_is_explained_and_counts_as_missing() {
    let page = Page::employer().typed(i("refund.premiumPaid"), "1,23");
    assert_eq!(page.text(i("refund.premiumPaid")), "1,23");
    assert!(page.error(i("refund.premiumPaid")).unwrap().contains("逗号"));
    assert!(page.needs().contains(&q("refund.premiumPaid")));
    assert!(!page.0.is_done(q("refund.premiumPaid")));
    assert_eq!(page.assessment().amount, None);
    let page = page.typed(i("refund.premiumPaid"), "1,234");
    assert_eq!(page.error(i("refund.premiumPaid")), None);
    assert!(page.0.is_done(q("refund.premiumPaid")));
}

#[test]
fn an_identity_number_is_stored_nowhere() {
    for pasted in [IDENTITY, "证号130102199001011234", "130102 19900101 123X", "91130100MA0ABCDEF1", "130102900101123"]
    {
        for input in every_input() {
            let page = Page::open(Screen::Of(Calculator::REFUND)).typed(input, "7").typed(input, pasted);
            assert_eq!(page.text(input), "", "{input:?}");
            assert!(page.error(input).unwrap().contains("身份证号"), "{input:?}");
            let digits: String = pasted.chars().filter(char::is_ascii_digit).take(8).collect();
            assert!(!format!("{:?}", page.0).contains(&digits), "{input:?}");
            assert!(!format!("{:?}", page.answer()).contains(&digits), "{input:?}");
        }
    }
}

#[test]
fn an_identity_number_typed_digit_by_digit_goes_as_a_whole() {
    // The first fifteen digits look like an old number: they must not be discarded without the last three.
    for number in ["130102200301011234", IDENTITY] {
        let mut page = Page::open(Screen::Of(Calculator::REFUND));
        for length in 1..=18 {
            page = page.typed(i("refund.premiumPaid"), &number[..length]);
            assert_eq!(page.text(i("refund.premiumPaid")).is_empty(), length == 18);
        }
        assert_eq!(page.0.reading(i("refund.premiumPaid")), Reading::RefusedIdentity);
    }
    let old = "130102900101123";
    let mut page = Page::open(Screen::Of(Calculator::REFUND));
    for length in 1..=15 {
        page = page.typed(i("refund.premiumPaid"), &old[..length]);
    }
    assert_eq!(page.text(i("refund.premiumPaid")), old);
    let page = page.then(Action::Blur(i("refund.premiumPaid")));
    assert_eq!(page.0.reading(i("refund.premiumPaid")), Reading::RefusedIdentity);
    assert_eq!(page.typed(i("refund.premiumPaid"), "5").error(i("refund.premiumPaid")), None);
}

#[test]
fn leaving_a_box_changes_nothing_else() {
    let page = Page::employer();
    let after = reduce(&page.0, Action::Blur(i("refund.premiumPaid")));
    assert_eq!(after, page.0);
}

#[test]
fn unknown_sets_a_text_aside_until_something_is_typed() {
    let page = Page::employer().then(Action::DontKnow(i("refund.premiumPaid"), true));
    assert_eq!(page.0.reading(i("refund.premiumPaid")), Reading::Unknown);
    assert_eq!(page.text(i("refund.premiumPaid")), "");
    assert_eq!(reduce(&page.0, Action::DontKnow(i("refund.premiumPaid"), true)), page.0);
    assert!(page.0.is_done(q("refund.premiumPaid")));
    assert_eq!(page.needs(), [q("refund.premiumPaid"), q("refund.creditListings"), q("refund.zombie")]);
    assert_eq!(page.assessment().amount, None);
    let again = reduce(&page.0, Action::DontKnow(i("refund.premiumPaid"), false));
    assert_eq!(again, Page::employer().0);
    let page = page.typed(i("refund.premiumPaid"), "6");
    assert_eq!(page.0.reading(i("refund.premiumPaid")).understood(), Some("6.00 元"));
    let page = page
        .then(Action::DontKnow(i("refund.premiumPaid"), true))
        .then(Action::DontKnow(i("refund.premiumPaid"), false));
    assert_eq!(page.text(i("refund.premiumPaid")), "6");
}

#[test]
fn twelve_monthly_headcounts_make_an_average() {
    let mut page = Page::employer().then(by_month(true));
    assert_eq!(page.0.reading(i("refund.averageInsured")), Reading::Empty);
    for month in 1..=11 {
        page = page.typed(self::month(month), "30");
    }
    assert_eq!(page.error(i("refund.averageInsured")).unwrap(), "还差 1 个月没有填，十二个月都填了才能算平均");
    assert_eq!(fact_value(&page, "refund.averageInsured"), None);
    let page = page.typed(month(12), "35人");
    assert_eq!(page.0.reading(i("refund.averageInsured")).understood(), Some("平均 30.42 人（十二个月合计 365 人）"));
    let page = page.typed(month(3), "3o").typed(month(4), "");
    assert_eq!(page.error(i("refund.averageInsured")).unwrap(), "有 1 个月填得不对，请改好，再算平均");
    assert!(page.error(month(3)).is_some());
    let page = page.then(Action::DontKnow(i("refund.averageInsured"), true));
    assert_eq!(page.0.reading(i("refund.averageInsured")), Reading::Unknown);
    // The average typed before was not touched.
    let page = page.then(Action::DontKnow(i("refund.averageInsured"), false)).then(by_month(false));
    assert_eq!(page.0.reading(i("refund.averageInsured")).understood(), Some("120 人"));
}

#[test]
fn person_months_stay_exact_at_the_limit() {
    let mut page = Page::employer().typed(i("refund.benefitDrawers"), "6").then(by_month(true));
    for month in 1..=12 {
        page = page.typed(self::month(month), "30");
    }
    assert_ne!(page.assessment().outcome, crate::policy::verdict::Outcome::Ineligible);
    let page = page.typed(month(12), "31");
    assert_eq!(page.assessment().outcome, crate::policy::verdict::Outcome::Ineligible);
}

#[test]
fn nobody_insured_contradicts_recipients() {
    let page = Page::employer().typed(i("refund.averageInsured"), "0").typed(i("refund.benefitDrawers"), "1");
    assert!(page.error(i("refund.averageInsured")).unwrap().contains("核对"));
    assert_eq!(page.answer().request.unwrap().fact("averageInsured"), None);
    assert!(page.needs().contains(&q("refund.averageInsured")));
    let page = page.typed(i("refund.benefitDrawers"), "0");
    assert_eq!(page.error(i("refund.averageInsured")), None);
    assert!(page.answer().request.unwrap().fact("averageInsured").is_some());
}

#[test]
fn a_premium_of_some_hundred_yuan_for_many_people_is_asked_about() {
    let page = Page::employer().typed(i("refund.premiumPaid"), "5");
    assert!(page.answer().premium_may_be_in_wan);
    assert!(!page.typed(i("refund.averageInsured"), "29").answer().premium_may_be_in_wan);
    assert!(!Page::employer().answer().premium_may_be_in_wan);
}

#[test]
fn a_day_that_cannot_be_read_answers_nothing_and_leaves_the_form() {
    let page = Page::employer().typed(Input::AsOf, "2024-09-10");
    let before = page.on_screen();
    let page = page.typed(Input::AsOf, "2024-02-30");
    let answer = page.answer();
    assert_eq!(answer.assessment, None);
    assert!(answer.request.is_err());
    assert!(answer.needs.is_empty());
    assert_eq!(page.on_screen(), before);
    assert_eq!(page.error(Input::AsOf).unwrap(), "2024年2月没有30日，请再看一下日期");
    let page = page.typed(Input::AsOf, "");
    assert_eq!(page.assessment().as_of, IN_2024);
    // A day of application is never 不清楚.
    assert_eq!(page.then(Action::DontKnow(Input::AsOf, true)).assessment().as_of, IN_2024);
}
