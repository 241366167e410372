//! A campaign's link.

use super::*;
use crate::api::policies::regions;

fn chosen(calculator: Calculator) -> Page {
    Page::open(Screen::Promote).then(Action::Promote(PromoteEdit::Measure(calculator)))
}

fn link(page: &Page) -> Option<String> {
    page.0.promotion()?.ok().map(|promotion| promotion.link)
}

#[test]
fn there_is_no_link_before_a_measure_is_chosen_or_with_a_wrong_tag() {
    assert_eq!(Page::open(Screen::Promote).0.promotion(), None);
    let page = chosen(Calculator::REFUND).typed(Input::Tag, "短信");
    assert_eq!(link(&page), None);
    assert_eq!(page.0.reading(Input::Tag).error().as_deref(), Some("只能用英文字母、数字、- 和 _，例如 duanxin-01"));
    assert_eq!(link(&page.typed(Input::Tag, "sms-01")).as_deref(), Some("?c=refund&k=sms-01"));
}

#[test]
fn the_headline_is_in_no_link() {
    let page = chosen(Calculator::SKILL_SUBSIDY).typed(Input::Headline, "Buy-now");
    let promotion = page.0.promotion().unwrap().unwrap();
    assert_eq!((promotion.headline.as_str(), promotion.link.as_str()), ("Buy-now", "?c=skill-subsidy"));
    assert_eq!(link(&page.typed(Input::Headline, &"稳".repeat(41))), None);
}

#[test]
fn a_region_goes_along_with_the_benefit_alone_and_opens_there() {
    let region = regions().first().unwrap();
    let page = chosen(Calculator::UNEMPLOYMENT_BENEFIT)
        .then(Action::Promote(PromoteEdit::Region(Some(region))))
        .typed(Input::Tag, "a1");
    let address = link(&page).unwrap();
    let opened = reduce(&State::new(IN_2024), Action::OpenLink(Screen::Of(Calculator::UNEMPLOYMENT_BENEFIT), address));
    assert_eq!((opened.screen, opened.link), (Screen::Of(Calculator::UNEMPLOYMENT_BENEFIT), None));
    assert_eq!(picked(&opened, "unemployment-benefit.region"), Some(region.slug));
    let page = page.then(Action::Promote(PromoteEdit::Measure(Calculator::PREMIUM)));
    assert_eq!(link(&page).as_deref(), Some("?c=premium&k=a1"));
}

#[test]
fn a_link_without_answers_has_no_message_about_lost_ones() {
    let opened = reduce(
        &State::new(IN_2024),
        Action::OpenLink(Screen::Of(Calculator::REFUND), "?c=refund&from=%E5%BE%AE".to_owned()),
    );
    assert_eq!((opened.screen, opened.link), (Screen::Of(Calculator::REFUND), None));
}

#[test]
fn a_campaign_survives_a_refresh_and_is_cleared_by_a_restart() {
    let region = regions().last().unwrap();
    let page = chosen(Calculator::UNEMPLOYMENT_BENEFIT)
        .then(Action::Promote(PromoteEdit::Region(Some(region))))
        .typed(Input::Tag, "a1")
        .typed(Input::Headline, "快来算");
    assert_eq!(State::from_snapshot(IN_2024, &page.0.to_snapshot()).promote, page.0.promote);
    assert_eq!(page.then(Action::Restart).0.promote, PromoteForm::default());
}
