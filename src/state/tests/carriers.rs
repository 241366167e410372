//! How an answer came out, on everything that carries it away from the card.

use super::*;
use crate::api::answer::Judgement;
use crate::api::policies::regions;
use crate::api::poster::{Figures, Poster};
use crate::policy::money::Money;

/// 2024 has official documents, 2026 does not.
const IN_2026: Date = Date::new(2026, 11, 29);

fn refund(today: Date) -> Page {
    Page::employer_on(today).then(none("refund.creditListings")).then(pick("refund.zombie", "no"))
}

fn skill(today: Date) -> Page {
    let page = Page::on(today, Screen::Of(Calculator::SKILL_SUBSIDY))
        .then(pick("skill-subsidy.person", "enterprise-employee"))
        .typed(i("skill-subsidy.insuredMonths"), "14")
        .certificate(1, "电工")
        .then(pick("skill-subsidy.received", "no"));
    page.typed(held(1, "issuedOn"), &format!("{}-03-10", today.year()))
}

fn premium(today: Date) -> Page {
    Page::on(today, Screen::Of(Calculator::PREMIUM))
        .typed(i("premium.monthlyWage"), "6000")
        .typed(i("premium.months"), "1")
}

fn benefit(today: Date) -> Page {
    Page::on(today, Screen::Of(Calculator::UNEMPLOYMENT_BENEFIT))
        .then(pick("unemployment-benefit.region", regions()[0].slug))
        .then(pick("unemployment-benefit.separation", "dismissed"))
        .then(pick("unemployment-benefit.registered", "yes"))
        .typed(i("unemployment-benefit.insuredMonths"), "12")
}

/// Everything that says how an answer came out, away from the card.
fn carriers(page: &Page) -> Vec<(&'static str, String)> {
    let answer = page.answer();
    let assessment = answer.assessment.clone().unwrap();
    let figures = Figures {
        amount: announce::amount(&assessment).map(|(lead, figures)| (lead.to_owned(), figures)),
        last_day: None,
        is_as_if: false,
        is_estimated: answer.notice.estimated,
    };
    let mut port = Port::new(Embed { wanted: Wanted::Amount, ..Embed::default() });
    port.opened();
    let message = port.answered(Summary::of(&answer)).unwrap();
    vec![
        ("the bar and the printed sheet", answer.headline()),
        ("the live region and the voice", answer.spoken()),
        ("a text for a chat", answer.message(false, "https://a.cn/")),
        ("a text with the amount", answer.message(true, "https://a.cn/")),
        ("the poster", Poster::of_answer(&assessment, figures, page.0.today, "https://a.cn/").spoken()),
        ("another site's page", format!("{:?}", port.written(&message))),
    ]
}

fn is_doubted(text: &str) -> bool {
    ["未确认", "没有确认", "provisional"].iter().any(|word| text.contains(word))
}

#[test]
fn provisional_figures_are_marked_wherever_they_go() {
    for of in [refund, skill, premium, benefit] {
        for (carrier, text) in carriers(&of(IN_2026)) {
            assert!(is_doubted(&text), "{carrier}: {text}");
        }
        for (carrier, text) in carriers(&of(IN_2024)) {
            assert!(!is_doubted(&text), "{carrier}: {text}");
        }
    }
    // A refusal too.
    let refused = skill(IN_2026).typed(i("skill-subsidy.insuredMonths"), "1");
    assert!(carriers(&refused).iter().all(|(_, text)| is_doubted(text)));
}

#[test]
fn without_an_answer_there_is_no_doubt() {
    let page = Page::on(IN_2026, Screen::Of(Calculator::REFUND));
    assert_eq!((page.answer().headline().as_str(), page.answer().doubts().as_str()), ("还差一点信息", ""));
    let wrong = page.typed(Input::AsOf, "2026-13-01");
    assert_eq!((wrong.answer().headline(), wrong.answer().spoken()), (String::new(), String::new()));
    assert_eq!(wrong.answer().message(true, "https://a.cn/"), "");
}

#[test]
fn an_estimated_premium_is_marked_wherever_its_refund_goes() {
    let page = refund(IN_2024).then(Action::UseEstimate(Money::from_fen(5_000_000)));
    for (carrier, text) in carriers(&page).into_iter().filter(|(carrier, _)| *carrier != "another site's page") {
        assert!(text.contains("估算的"), "{carrier}: {text}");
    }
    let (_, message) = carriers(&page).pop().unwrap();
    assert!(is_doubted(&message), "{message}");
}

#[test]
fn another_sites_page_gets_the_grade_of_an_open_and_of_a_closed_answer_too() {
    for (day, is_provisional) in [(IN_2026, true), (IN_2024, false), (Date::new(2027, 6, 1), true)] {
        let (_, message) = carriers(&Page::on(day, Screen::Of(Calculator::REFUND))).pop().unwrap();
        assert_eq!(message.contains("provisional"), is_provisional, "{day}: {message}");
    }
}

#[test]
fn another_years_answer_is_marked_in_a_chat() {
    let page = refund(IN_2026).typed(Input::AsOf, "2024-09-01");
    assert!(page.answer().message(true, "https://a.cn/").contains("按假设2024年9月1日申请算出"));
    // The day is one of the numbers that go along only with the tick.
    let unticked = page.answer().message(false, "https://a.cn/");
    assert!(unticked.contains("按假设2024年申请算出") && !unticked.contains("9月1日"), "{unticked}");
    assert!(!refund(IN_2024).answer().message(false, "https://a.cn/").contains("假设"));
}

#[test]
fn the_live_region_has_the_text_that_is_read_aloud() {
    let page = refund(IN_2024);
    assert_eq!(page.answer().spoken(), "可以申请，预计三万元");
    let page = page.then(unsure("refund.size"));
    assert_eq!(page.answer().spoken(), "可以申请，预计一万五千元到三万元");
    let page = refund(IN_2026);
    assert_eq!(page.answer().spoken(), "可以申请，未确认，预计最高三万元");
}

/// Journey 10 of the page: what the plan leaves over is not shown as something to apply for.
#[test]
fn what_the_plan_leaves_over_reads_so_in_its_own_line() {
    let mut page = skill(IN_2026).then(add("skill-subsidy.certificates"));
    let key = page.certificates()[1].key;
    page = page.certificate(key, "焊工").typed(held(key, "issuedOn"), "2026-05-10");
    let assessment = page.assessment();
    let figures = assessment.plan().unwrap();
    assert_eq!((figures.plan.len(), figures.skipped.len()), (1, 1));
    for item in assessment.judged() {
        let is_planned = figures.plan.iter().any(|row| row.id == item.id);
        let word = if is_planned { "可以申请" } else { "这次领不了" };
        assert_eq!(announce::of_item(&assessment, item).1, word);
    }
}

/// The condition says what is left before anything of the plan is applied for: it holds, and the reason must not deny it.
#[test]
fn a_certificate_with_a_place_of_its_own_is_not_left_over_because_all_places_are_used_up() {
    let mut page = skill(IN_2026).then(add("skill-subsidy.certificates"));
    let key = page.certificates()[1].key;
    page = page.certificate(key, "焊工").typed(held(key, "issuedOn"), "2026-05-10");
    let assessment = page.assessment();
    let [skipped] = assessment.plan().unwrap().skipped.as_slice() else { panic!("one is left over") };
    let item = assessment.judged().iter().find(|item| item.id == skipped.id).unwrap();
    let limit = item.conditions.iter().find(|condition| condition.id == "yearly-limit").unwrap();
    assert_eq!((limit.title.as_str(), limit.verdict), ("2026年还有申请次数", Judgement::Met));
    assert_eq!(skipped.reason, "今年的次数轮不到这一本");
}

#[test]
fn a_known_last_day_is_shown() {
    // By the standing rule, which has no last day of its own.
    let page = skill(Date::new(2027, 6, 1)).then(Action::DontKnow(i("skill-subsidy.insuredMonths"), true));
    assert_eq!(page.assessment().earliest_last_day(), Some(Date::new(2028, 3, 10)));
    // The round ends before the certificate's own last day.
    assert_eq!(skill(IN_2026).assessment().earliest_last_day(), Some(Date::new(2026, 12, 31)));
    assert_eq!(refund(IN_2024).assessment().earliest_last_day(), Some(Date::new(2024, 12, 31)));
}

/// A hire has a last day of its own. The year of its rule ends before it, and is no day to apply by.
#[test]
fn a_hire_is_applied_for_beyond_the_year_of_its_rule() {
    let hire = |name| cell("hiring-subsidy.hires", 1, name);
    let page = Page::on(Date::new(2024, 9, 1), Screen::Of(Calculator::of_code("hiring-subsidy").unwrap()))
        .then(pick("hiring-subsidy.applicant", "enterprise"))
        .then(pick_in(hire("kind"), "graduate-this-year"))
        .typed(hire("hiredOn"), "2024-03-01");
    assert_eq!(page.assessment().earliest_last_day(), Some(Date::new(2025, 3, 1)));
    let without = page.then(pick_in(hire("kind"), "other"));
    assert_eq!(without.assessment().earliest_last_day(), None);
}
