//! The content and the layout of posters.

use super::*;
use crate::api::case::FactValue;
use crate::api::{Request, assess};
use crate::policy::money::Money;
use crate::policy::ratio::AverageInsured;
use crate::text::words::ESTIMATE;

const TODAY: Date = Date::new(2024, 9, 1);
const ADDRESS: &str = "https://rsj.example.gov.cn/wengang/?c=refund&y=2024#1.pe.ss.abc";

/// As wide as a Chinese font: a square a character, a little over half of it a Latin one.
fn measure(text: &str, face: Face) -> i32 {
    text.chars().map(|character| if character.is_ascii() { face.size * 6 / 10 } else { face.size }).sum()
}

fn texts(layout: &Layout) -> String {
    let text = |mark: &Mark| match mark {
        Mark::Text { text, .. } => Some(text.clone()),
        Mark::Box { .. } => None,
    };
    layout.marks.iter().filter_map(text).collect()
}

fn refund(as_of: Date) -> Assessment {
    let facts = vec![
        ("applicant", Some(FactValue::Word("enterprise"))),
        ("size", Some(FactValue::Word("small"))),
        ("averageInsured", Some(FactValue::Average(AverageInsured::parse("120").unwrap()))),
        ("benefitDrawers", Some(FactValue::Count(0))),
        ("fullyPaidMonths", Some(FactValue::Count(12))),
        ("premiumPaid", Some(FactValue::Money(Money::parse("50000").unwrap()))),
    ];
    assess(&Request::of(Calculator::REFUND, as_of, facts).unwrap()).unwrap()
}

fn of_answer(as_of: Date, today: Date) -> Poster {
    let assessment = refund(as_of);
    let figures = Figures {
        amount: Some(("预计".to_owned(), "30,000.00\u{a0}元".to_owned())),
        last_day: assessment.policy.window.and_then(|window| window.to),
        is_estimated: false,
        is_as_if: as_of.year() != today.year(),
    };
    Poster::of_answer(&assessment, figures, today, ADDRESS)
}

#[test]
fn a_poster_names_the_measure_the_last_day_the_hotline_and_the_agency() {
    let poster = of_answer(TODAY, TODAY);
    let layout = lay(&poster, Sheet::Phone, measure).unwrap();
    let said = texts(&layout);
    for words in ["稳岗返还", "2024年度", "30,000.00\u{a0}元", "最后一天：2024年12月31日", "12333", ESTIMATE]
    {
        assert!(said.contains(words), "{words} in {said}");
    }
    assert!(poster.spoken().contains("最后一天：2024年12月31日") && poster.spoken().contains("30,000.00"));
}

#[test]
fn a_poster_without_figures_is_of_today_and_holds_no_amount() {
    let poster = Poster::of_measure(Calculator::REFUND, TODAY, ADDRESS);
    assert_eq!((poster.amount.clone(), poster.days.as_str()), (None, "最后一天：2024年12月31日"));
    assert!(!texts(&lay(&poster, Sheet::Phone, measure).unwrap()).contains("元"));
    let benefit = Poster::of_measure(Calculator::UNEMPLOYMENT_BENEFIT, TODAY, ADDRESS);
    assert_eq!(benefit.days, Calculator::UNEMPLOYMENT_BENEFIT.head().deadline);
    assert_eq!(Poster::of_measure(Calculator::PREMIUM, TODAY, ADDRESS).days, Calculator::PREMIUM.head().deadline);
}

#[test]
fn a_day_that_is_past_is_never_promised() {
    let late = Date::new(2025, 1, 1);
    assert_eq!(of_answer(TODAY, Date::new(2024, 12, 31)).days, "最后一天：2024年12月31日");
    let poster = of_answer(TODAY, late);
    assert_eq!(poster.days, "已在2024年12月31日截止");
    assert!(poster.doubt.starts_with("按假设2024年9月1日申请算出"), "{}", poster.doubt);
    // No refund is recorded for 2027.
    let unknown = Poster::of_measure(Calculator::REFUND, Date::new(2027, 5, 1), ADDRESS);
    assert_eq!((unknown.days.as_str(), unknown.doubt.as_str()), ("未收录该年度政策", ""));
}

#[test]
fn provisional_figures_are_marked() {
    let poster = Poster::of_measure(Calculator::REFUND, Date::new(2026, 9, 1), ADDRESS);
    assert!(poster.doubt.contains("还没有确认"), "{}", poster.doubt);
    assert_eq!(Poster::of_measure(Calculator::REFUND, TODAY, ADDRESS).doubt, "");
}

#[test]
fn a_headline_of_ones_own_takes_the_place_of_ours() {
    let poster = Poster::of_measure(Calculator::REFUND, TODAY, ADDRESS);
    assert_eq!(poster.clone().with_headline(""), poster);
    assert_eq!(poster.with_headline("企业请看").headline, "企业请看");
}

/// The longest possible poster: a range of the greatest amounts, every doubt, a headline without a place to break.
fn longest() -> Poster {
    Poster {
        headline: "稳".repeat(40),
        amount: Some(("都符合的话，预计最高".to_owned(), "300,000,000,000.00 – 600,000,000,000.00\u{a0}元".to_owned())),
        doubt: "按假设2024年12月31日申请算出，不是今天的结果；这一年度的政策还没有确认，请先拨打12333核实".to_owned(),
        address: format!("{ADDRESS}{}", "a".repeat(MOST - ADDRESS.len())),
        ..of_answer(TODAY, TODAY)
    }
}

#[test]
fn nothing_is_cut_off_or_overlaps() {
    for poster in [longest(), of_answer(TODAY, TODAY), Poster::of_measure(Calculator::SIZE_CLASS, TODAY, ADDRESS)] {
        for sheet in [Sheet::Phone, Sheet::Paper, Sheet::Code] {
            let layout = lay(&poster, sheet, measure).unwrap();
            let mut bottom = 0;
            for mark in &layout.marks {
                let (left, top, width, height) = match mark {
                    Mark::Box { left, top, width, height, .. } => (*left, *top, *width, *height),
                    Mark::Text { text, left, baseline, face, .. } => {
                        assert!(*baseline - face.size * 7 / 8 >= bottom, "{sheet:?}: {text} overlaps what is above");
                        bottom = baseline + face.size / 8;
                        (*left, baseline - face.size * 7 / 8, measure(text, *face), face.size)
                    }
                };
                let is_inside = left >= 0 && top >= 0 && left + width <= layout.width && top + height <= layout.height;
                assert!(is_inside, "{sheet:?}: {mark:?}");
            }
            let all = if sheet == Sheet::Code { String::new() } else { poster.headline.clone() };
            assert!(texts(&layout).contains(&all));
        }
    }
}

/// The dark boxes: left, right, top and bottom edge of them all, and the least height.
fn code_of(layout: &Layout) -> (i32, i32, i32, i32, i32) {
    let dark = |mark: &Mark| match mark {
        Mark::Box { left, top, width, height, colour: Colour::Black } => {
            Some((*left, left + width, *top, top + height, *height))
        }
        _ => None,
    };
    let boxes: Vec<_> = layout.marks.iter().filter_map(dark).collect();
    (
        boxes.iter().map(|b| b.0).min().unwrap(),
        boxes.iter().map(|b| b.1).max().unwrap(),
        boxes.iter().map(|b| b.2).min().unwrap(),
        boxes.iter().map(|b| b.3).max().unwrap(),
        boxes.iter().map(|b| b.4).min().unwrap(),
    )
}

#[test]
fn a_code_is_wide_enough_and_has_its_quiet_zone() {
    for address in ["http://a.cn/".to_owned(), ADDRESS.to_owned(), longest().address] {
        let poster = Poster { address, ..of_answer(TODAY, TODAY) };
        for (sheet, least) in [(Sheet::Phone, CSS_240), (Sheet::Paper, 700), (Sheet::Code, CSS_240)] {
            let layout = lay(&poster, sheet, measure).unwrap();
            let (left, right, top, bottom, module) = code_of(&layout);
            assert_eq!((right - left) % module, 0, "modules are whole pixels");
            assert_eq!(right - left, bottom - top);
            assert!(right - left >= least, "{sheet:?}: {} px", right - left);
            let quiet = 4 * module;
            assert!(left >= quiet && layout.width - right >= quiet && top >= quiet, "{sheet:?}");
            for mark in &layout.marks {
                let is_clear = match mark {
                    Mark::Text { baseline, face, .. } => {
                        baseline + face.size / 8 <= top - quiet || baseline - face.size * 7 / 8 >= bottom + quiet
                    }
                    Mark::Box { colour: Colour::Black, .. } => true,
                    Mark::Box { top: other, height, .. } => other + height <= top - quiet || *other >= bottom + quiet,
                };
                assert!(is_clear, "{sheet:?}: {mark:?}");
            }
        }
    }
}

/// 240 CSS pixels of an image that is shown 326 wide.
const CSS_240: i32 = 240 * 1080 / 326;

#[test]
fn paper_is_a4_of_300_dots_an_inch() {
    let layout = lay(&longest(), Sheet::Paper, measure).unwrap();
    // 210 mm × 297 mm, 25.4 mm per inch: dots × 254 ≥ 300 × mm × 10.
    assert!(layout.width * 254 >= 300 * 2100 && layout.height * 254 >= 300 * 2970);
    assert_eq!((layout.width, layout.height), (2481, 3508));
}

#[test]
fn an_address_that_fits_no_code_makes_no_poster() {
    let poster = Poster { address: "a".repeat(MOST + 1), ..longest() };
    assert!(lay(&poster, Sheet::Phone, measure).is_none());
}

#[test]
fn the_colours_are_those_of_the_page() {
    let tokens = include_str!("../../../www/style/tokens.css");
    let light = tokens.split("@media").next().unwrap();
    for colour in [Colour::Paper, Colour::Ink, Colour::Soft, Colour::Action, Colour::Tint, Colour::Open, Colour::Line] {
        // By itself, or in place of the site's own.
        let code = colour.code();
        assert!(light.contains(&format!(": {code};")) || light.contains(&format!(", {code});")), "{colour:?}");
    }
}
