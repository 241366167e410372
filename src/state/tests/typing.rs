//! What stands in the boxes: kept as typed, understood or explained, never an identity number.

use super::*;

const IDENTITY: &str = "130102199001011234";

/// Every box of the page with one row each.
fn every_input() -> Vec<Input> {
    let mut inputs = vec![
        Input::AsOf,
        Input::Average,
        Input::Drawers,
        Input::FullyPaid,
        Input::Premium,
        Input::InsuredMonths,
        Input::Occupation(1),
        Input::IssuedOn(1),
        Input::ReceivedOccupation(2),
        Input::ReceivedOn(2),
    ];
    inputs.extend((1..=12).map(Input::Month));
    inputs
}

#[test]
fn text_stays_as_it_was_typed() {
    for input in every_input() {
        for text in ["１，２３４．５０ 元", "1,23", " abc ", "12"] {
            let page = Page::open(Screen::Refund).typed(input, text);
            assert_eq!(page.text(input), text, "{input:?}");
        }
    }
}

#[test]
fn what_was_understood_is_given_back() {
    let page = Page::employer().typed(Input::Premium, "１.2万元").typed(Input::AsOf, "2024/9/2");
    assert_eq!(page.0.reading(Input::Premium).understood(), Some("12,000.00 元"));
    assert_eq!(page.0.reading(Input::Average).understood(), Some("120 人"));
    assert_eq!(page.0.reading(Input::FullyPaid).understood(), Some("12 个月"));
    assert_eq!(page.0.reading(Input::AsOf).understood(), Some("2024年9月2日"));
    assert_eq!(page.0.reading(Input::Month(1)), Reading::Empty);
    assert_eq!(page.0.reading(Input::Occupation(99)), Reading::Empty);
}

#[test]
fn a_wrong_number_is_explained_and_counts_as_missing() {
    let page = Page::employer().typed(Input::Premium, "1,23");
    assert_eq!(page.text(Input::Premium), "1,23");
    assert!(page.error(Input::Premium).unwrap().contains("逗号"));
    assert!(page.needs().contains(&Question::PremiumPaid));
    assert!(!page.0.is_done(Question::PremiumPaid));
    assert_eq!(page.assessment().amount, None);
    let page = page.typed(Input::Premium, "1,234");
    assert_eq!(page.error(Input::Premium), None);
    assert!(page.0.is_done(Question::PremiumPaid));
}

#[test]
fn an_identity_number_is_kept_nowhere() {
    for pasted in [IDENTITY, "证号130102199001011234", "130102 19900101 123X", "91130100MA0ABCDEF1", "130102900101123"]
    {
        for input in every_input() {
            let page = Page::open(Screen::Refund).typed(input, "7").typed(input, pasted);
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
    // The first fifteen digits look like a number of old: they must not go alone and leave the last three.
    for number in ["130102200301011234", IDENTITY] {
        let mut page = Page::open(Screen::Refund);
        for length in 1..=18 {
            page = page.typed(Input::Premium, &number[..length]);
            assert_eq!(page.text(Input::Premium).is_empty(), length == 18);
        }
        assert_eq!(page.0.reading(Input::Premium), Reading::RefusedIdentity);
    }
    let old = "130102900101123";
    let mut page = Page::open(Screen::Refund);
    for length in 1..=15 {
        page = page.typed(Input::Premium, &old[..length]);
    }
    assert_eq!(page.text(Input::Premium), old);
    let page = page.then(Action::Leave(Input::Premium));
    assert_eq!(page.0.reading(Input::Premium), Reading::RefusedIdentity);
    assert_eq!(page.typed(Input::Premium, "5").error(Input::Premium), None);
}

#[test]
fn leaving_a_box_changes_nothing_else() {
    let page = Page::employer();
    let after = reduce(&page.0, Action::Leave(Input::Premium));
    assert_eq!(after, page.0);
}

#[test]
fn unknown_sets_a_text_aside_until_something_is_typed() {
    let page = Page::employer().then(Action::DontKnow(Input::Premium, true));
    assert_eq!(page.0.reading(Input::Premium), Reading::Unknown);
    assert_eq!(page.text(Input::Premium), "");
    assert_eq!(reduce(&page.0, Action::DontKnow(Input::Premium, true)), page.0);
    assert!(page.0.is_done(Question::PremiumPaid));
    assert_eq!(page.needs(), [Question::PremiumPaid, Question::CreditListings, Question::Zombie]);
    assert_eq!(page.assessment().amount, None);
    let again = reduce(&page.0, Action::DontKnow(Input::Premium, false));
    assert_eq!(again, Page::employer().0);
    let page = page.typed(Input::Premium, "6");
    assert_eq!(page.0.reading(Input::Premium).understood(), Some("6.00 元"));
    let page = page.then(Action::DontKnow(Input::Premium, true)).then(Action::DontKnow(Input::Premium, false));
    assert_eq!(page.text(Input::Premium), "6");
}

#[test]
fn twelve_monthly_headcounts_make_an_average() {
    let mut page = Page::employer().refund(RefundEdit::ByMonth(true));
    assert_eq!(page.0.reading(Input::Average), Reading::Empty);
    for month in 1..=11 {
        page = page.typed(Input::Month(month), "30");
    }
    assert_eq!(page.error(Input::Average).unwrap(), "还差 1 个月没有填，十二个月都填了才能算平均");
    assert_eq!(told(&page.0.refund.facts(), "averageInsured"), None);
    let page = page.typed(Input::Month(12), "35人");
    assert_eq!(page.0.reading(Input::Average).understood(), Some("平均 30.42 人（十二个月合计 365 人）"));
    let page = page.typed(Input::Month(3), "3o").typed(Input::Month(4), "");
    assert_eq!(page.error(Input::Average).unwrap(), "有 1 个月填得不对，请改好，再算平均");
    assert!(page.error(Input::Month(3)).is_some());
    let page = page.then(Action::DontKnow(Input::Average, true));
    assert_eq!(page.0.reading(Input::Average), Reading::Unknown);
    // The average typed before was not touched.
    let page = page.then(Action::DontKnow(Input::Average, false)).refund(RefundEdit::ByMonth(false));
    assert_eq!(page.0.reading(Input::Average).understood(), Some("120 人"));
}

#[test]
fn person_months_stay_exact_at_the_limit() {
    let mut page = Page::employer().typed(Input::Drawers, "6").refund(RefundEdit::ByMonth(true));
    for month in 1..=12 {
        page = page.typed(Input::Month(month), "30");
    }
    assert_ne!(page.assessment().outcome, crate::policy::verdict::Outcome::Ineligible);
    let page = page.typed(Input::Month(12), "31");
    assert_eq!(page.assessment().outcome, crate::policy::verdict::Outcome::Ineligible);
}

#[test]
fn nobody_insured_contradicts_drawers() {
    let page = Page::employer().typed(Input::Average, "0").typed(Input::Drawers, "1");
    assert!(page.error(Input::Average).unwrap().contains("核对"));
    assert_eq!(told(&page.0.refund.facts(), "averageInsured"), None);
    assert!(page.needs().contains(&Question::AverageInsured));
    let page = page.typed(Input::Drawers, "0");
    assert_eq!(page.error(Input::Average), None);
    assert!(told(&page.0.refund.facts(), "averageInsured").is_some());
}

#[test]
fn a_premium_of_some_hundred_yuan_for_many_people_is_asked_about() {
    let page = Page::employer().typed(Input::Premium, "5");
    assert!(page.answer().premium_may_be_in_wan);
    assert!(!page.typed(Input::Average, "29").answer().premium_may_be_in_wan);
    assert!(!Page::employer().answer().premium_may_be_in_wan);
}

#[test]
fn a_day_that_cannot_be_read_answers_nothing_and_keeps_the_form() {
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
