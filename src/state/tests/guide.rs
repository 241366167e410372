//! The notices clause by clause: what is read of their file, what is found in them, and what stays behind them.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::*;
use crate::api::answer::{Assessment, Citation};
use crate::api::request::{self, Value};

/// The file as the build wrote it.
pub(super) const TEXT: &str = include_str!(concat!(env!("OUT_DIR"), "/guide.txt"));
const HEBEI: &str = "冀人社发〔2024〕14号";

fn notices() -> Notices {
    Notices::parse(TEXT).unwrap()
}

fn opened() -> Page {
    Page::open(Screen::Guide).then(Action::Fetched(Some(TEXT.to_owned())))
}

fn anchors(page: &Page) -> Vec<String> {
    page.0.guide.found().iter().flat_map(|(_, clauses)| clauses).map(|clause| clause.anchor.clone()).collect()
}

fn cited(clause: &'static str, quote: &'static str) -> Citation {
    Citation { document: HEBEI, clause, quote: Some(quote) }
}

fn anchor_of(citation: &Citation) -> Option<String> {
    notices().clause_of(citation).map(|clause| clause.anchor.clone())
}

#[test]
fn the_file_is_read_whole() {
    let notices = notices();
    assert!(notices.parts.len() >= 11 && notices.ready.len() >= 4);
    for part in &notices.parts {
        assert!(!part.clauses.is_empty(), "{}", part.anchor);
        for clause in &part.clauses {
            assert!(clause.anchor.starts_with(&format!("{}-", part.anchor)), "{}", clause.anchor);
        }
    }
    let all: Vec<&str> = notices.anchors().collect();
    assert_eq!(all.len(), all.iter().collect::<BTreeSet<_>>().len());
    let premium = notices.clause_of(&cited("一", "延续实施一年")).unwrap();
    assert_eq!(premium.until, Some(Date::new(2025, 12, 31)));
}

#[test]
fn a_file_that_is_not_the_guide_or_not_all_of_it_is_refused() {
    let clause = "C\t1-1\t题\t文\t\t2024-12-31\t原文\trefund";
    let whole = |lines: &str| format!("guide 1\nP\t文号\t二\t1\t部分\n{lines}\nE\n");
    assert!(Notices::parse(&whole(clause)).is_some());
    for bad in [
        String::new(),
        "<!DOCTYPE html>".to_owned(),
        TEXT.trim_end_matches("E\n").to_owned(),
        TEXT.replacen("guide 1", "guide 2", 1),
        format!("guide 1\n{clause}\nE\n"),
        whole(&clause.replace("2024-12-31", "2024-13-31")),
        whole(&clause.replace("refund", "refunds")),
        whole(&clause.replace("\trefund", "")),
        whole("X\t一"),
    ] {
        assert_eq!(Notices::parse(&bad), None, "{bad}");
        let page = Page::open(Screen::Guide).then(Action::Fetched(Some(bad)));
        assert_eq!(page.0.guide.load, Load::Failed);
    }
}

proptest! {
    #[test]
    fn any_text_is_read_or_refused(text in any::<String>(), at in 0..TEXT.len()) {
        let _ = Notices::parse(&text);
        let _ = Notices::parse(&format!("guide 1\nP\t{text}\nE\n"));
        // Cut anywhere, it is not all of it.
        let cut = (at..TEXT.len()).find(|at| TEXT.is_char_boundary(*at)).unwrap_or(0);
        prop_assert_eq!(Notices::parse(&TEXT[..cut]), None);
    }
}

#[test]
fn the_text_is_fetched_once_and_again_where_it_did_not_come() {
    let page = Page::open(Screen::Of(Calculator::REFUND));
    assert_eq!(page.0.guide.load, Load::NotBegun);
    let page = page.then(Action::Navigate(Screen::Guide));
    assert_eq!(page.0.guide.load, Load::Loading);
    let page = page.then(Action::Fetched(None));
    assert_eq!(page.0.guide.load, Load::Failed);
    let page = page.then(Action::Read(Target::Top));
    assert_eq!(page.0.guide.load, Load::Loading);
    let page = page.then(Action::Fetched(Some(TEXT.to_owned()))).then(Action::Navigate(Screen::Home));
    let page = page.then(Action::Navigate(Screen::Guide));
    assert!(page.0.guide.notices().is_some());
}

#[test]
fn every_word_must_be_found_in_one_clause() {
    let all = anchors(&opened());
    let search = |text: &str| anchors(&opened().typed(Input::GuideSearch, text));
    assert_eq!(search(""), all);
    assert_eq!(search(" ，、 "), all);
    assert_eq!(search("劳务派遣 截留"), ["14-5-6"]);
    assert_eq!(search("劳务派遣，截留"), ["14-5-6"]);
    // White space and width do not matter.
    assert_eq!(search("12个月内可申领"), ["14-3-11"]);
    assert_eq!(search("１２个月内"), search("12个月内"));
    assert_eq!(search("app"), search("APP"));
    assert!(!search("app").is_empty());
    // For whom.
    assert!(search("没有对公账户的小微企业").contains(&"14-5-4".to_owned()));
    assert_eq!(search("乌有之词"), Vec::<String>::new());
    let found = opened().typed(Input::GuideSearch, "骗取");
    assert!(found.0.guide.found().iter().all(|(_, clauses)| !clauses.is_empty()));
}

#[test]
fn a_citation_leads_to_the_clause_with_its_words() {
    for (clause, quote, anchor) in [
        ("二", "中小微企业按60%返还", "14-2-5"),
        // Only part of the clause's words, and in other white space.
        ("三", "初级（五级）1000元", "14-3-3"),
        // The same words are in two sections.
        ("二", "政策执行期限至 2024 年 12 月 31 日", "14-2-16"),
        ("三", "政策执行期限至 2024 年 12 月 31 日", "14-3-10"),
        // In another section than the one that is named.
        ("二", "主动推送稳岗返还信息", "14-5-2"),
        // Words that no clause quotes: the section's first.
        ("六", "适时调整基金支出方向和结构", "14-6-1"),
    ] {
        assert_eq!(anchor_of(&cited(clause, quote)).as_deref(), Some(anchor), "{quote}");
    }
    let unquoted = Citation { quote: None, ..cited("五", "") };
    assert_eq!(anchor_of(&unquoted).as_deref(), Some("14-5-1"));
    assert_eq!(anchor_of(&cited("九", "没有这句话")), None);
    let elsewhere = Citation { document: "国统字〔2017〕213号", ..cited("二", "中小微企业按60%返还") };
    assert_eq!(anchor_of(&elsewhere), None);
}

fn citations(answer: &Assessment) -> Vec<Citation> {
    let in_items = answer.judged().iter().flat_map(|item| &item.conditions);
    let of_conditions = answer.conditions.iter().chain(in_items).flat_map(|condition| &condition.citations);
    let of_steps = answer.steps.iter().flat_map(|step| &step.citations);
    let of_next = answer.next_steps.iter().flat_map(|step| &step.citations);
    of_conditions.chain(of_steps).chain(of_next).copied().collect()
}

#[test]
fn every_quoted_citation_of_every_answer_leads_to_a_clause_with_its_words() {
    let cases: Vec<serde_json::Value> = serde_json::from_str(include_str!("../../../tests/cases/open.json")).unwrap();
    let plain = |text: &str| text.chars().filter(|letter| !letter.is_whitespace()).collect::<String>();
    let notices = notices();
    let mut seen = 0;
    for case in cases {
        let value: Value = serde_json::from_value(case["request"].clone()).unwrap();
        let answer = request::judge(&value, fold).unwrap();
        for citation in citations(&answer) {
            let Some(quote) = citation.quote.map(plain) else { continue };
            let clause = notices.clause_of(&citation).unwrap_or_else(|| panic!("{citation:?}"));
            let own = plain(&clause.quote);
            assert!(own.contains(&quote) || quote.contains(&own), "{citation:?} led to {}", clause.anchor);
            seen += 1;
        }
    }
    assert!(seen > 100, "{seen}");
}

#[test]
fn the_guide_opens_at_what_was_asked_for_and_no_search_hides_it() {
    let page = opened();
    assert_eq!(page.0.guide.target(), None);
    let page = page.typed(Input::GuideSearch, "骗取").then(Action::Read(Target::Anchor("14-6-5".to_owned())));
    assert_eq!(page.0.guide.target(), Some("14-6-5"));
    assert_eq!(page.text(Input::GuideSearch), "骗取");
    let page = page.then(Action::Read(Target::Cited(cited("二", "中小微企业按60%返还"))));
    assert_eq!(page.0.guide.target(), Some("14-2-5"));
    assert_eq!(page.text(Input::GuideSearch), "");
    let page = page.then(Action::Read(Target::Anchor("14-2".to_owned())));
    assert_eq!(page.0.guide.target(), Some("14-2"));
    let page = page.then(Action::Read(Target::Anchor("nowhere".to_owned())));
    assert_eq!(page.0.guide.target(), None);
    // Before the text is there nothing is found; then it is.
    let early = Page::open(Screen::Home).then(Action::Read(Target::Anchor("14-4-2".to_owned())));
    assert_eq!(early.0.guide.target(), None);
    assert_eq!(early.then(Action::Fetched(Some(TEXT.to_owned()))).0.guide.target(), Some("14-4-2"));
}

#[test]
fn the_screen_behind_the_guide_stays_as_it_was() {
    let before = Page::employer().typed(Input::AsOf, "2024-9-1");
    let (answer, screen) = (before.answer(), before.0.screen);
    let read = before.then(Action::Read(Target::Top)).then(Action::Read(Target::Anchor("14-2-5".to_owned())));
    assert_eq!((read.0.screen, read.0.behind), (Screen::Guide, screen));
    assert_eq!(read.0.answer(fold), None);
    assert_eq!(read.0.beneath().answer(fold), Some(answer.clone()));
    assert_eq!(read.then(Action::Navigate(screen)).answer(), answer);
    // A calculator without a question for the day uses today, for any text typed elsewhere.
    let premium = Page::open(Screen::Of(Calculator::REFUND))
        .typed(Input::AsOf, "2023-5-1")
        .then(Action::Navigate(Screen::Of(Calculator::PREMIUM)));
    let answer = premium.answer();
    let read = premium.then(Action::Navigate(Screen::Guide));
    assert_eq!(read.0.beneath().answer(fold), Some(answer.clone()));
    assert_eq!(read.then(Action::Navigate(Screen::Of(Calculator::PREMIUM))).answer(), answer);
}
