//! Slips of the officer: each is caught with its line.

use wengang_workbench::Workspace;
use wengang_workbench::check::Weight;

use super::{copied, finished, line_of, notice};

/// What is wrong at a place where the law was spoiled, with its line.
fn said(work: &Workspace) -> Vec<(String, usize, Weight, String)> {
    let faults = work.faults().into_iter();
    faults.map(|fault| (fault.file, fault.line, fault.weight, fault.sentence)).collect()
}

/// Changes words that occur once after the new round begins.
fn spoiled(file: &str, changes: &[(&str, &str)]) -> Workspace {
    let mut work = finished();
    let mut text = work.text(file).unwrap().to_owned();
    for (words, instead) in changes {
        assert_eq!(text.matches(words).count(), 1, "{words}");
        text = text.replacen(words, instead, 1);
    }
    work.edit(file, text);
    work
}

#[test]
fn a_swapped_pair_of_amounts_is_caught_with_its_lines() {
    let file = "hebei/skill-subsidy.toml";
    let work = spoiled(file, &[("\"1200 元\"", "\"X\""), ("\"1600 元\"", "\"1200 元\""), ("\"X\"", "\"1600 元\"")]);
    let faults = said(&work);
    for amount in ["1600", "1200"] {
        let line = line_of(&work, file, &format!("is = \"{amount} 元\""));
        let wrong = format!("引的原话里没有“{amount} 元”这个数");
        let is_found = |(at, place, weight, sentence): &(String, usize, Weight, String)| {
            (at.as_str(), *place, *weight) == (file, line, Weight::Wrong) && sentence.contains(&wrong)
        };
        assert!(faults.iter().any(is_found), "{faults:#?}");
    }
    // Three wages share one quote: there only the order tells.
    let file = "hebei/unemployment-benefit.toml";
    let shared = "quote = \"月最低工资标准调整为2500元、2350元、2200元三档\"";
    let row = |amount: &str| format!("\"{amount} 元\", {shared}");
    let work = spoiled(file, &[(&row("2350"), "X"), (&row("2200"), &row("2350")), ("X", &row("2200"))]);
    let line = line_of(&work, file, "is = \"2200 元\", quote = \"月");
    let faults = said(&work);
    assert!(
        faults.iter().any(|(at, place, _, sentence)| at == file && *place == line && sentence.contains("大小的次序")),
        "{line} {faults:#?}"
    );
}

/// An officer who takes the first place that is offered has one wage twice.
#[test]
fn an_amount_that_was_taken_twice_is_caught_with_its_line() {
    let file = "hebei/unemployment-benefit.toml";
    let shared = "quote = \"月最低工资标准调整为2500元、2350元、2200元三档\"";
    let row = |amount: &str| format!("\"{amount} 元\", {shared}");
    let work = spoiled(file, &[(&row("2350"), "X"), ("X", &row("2500"))]);
    let line = line_of(&work, file, "is = \"2500 元\", quote = \"月");
    let faults = said(&work);
    let is_it = |sentence: &str| sentence.contains("一样，失业保险金标准 2025-12起不一样");
    assert!(
        faults.iter().any(|(at, place, _, sentence)| at == file && *place == line && is_it(sentence)),
        "{faults:#?}"
    );
}

#[test]
fn a_missing_last_day_is_caught_with_its_line() {
    let file = "hebei/refund.toml";
    let work = spoiled(file, &[("from = 2027-04-01\nto = 2027-12-31\n", "from = 2027-04-01\n")]);
    // The line on which the round begins that lacks it.
    let text = work.text(file).unwrap();
    let before = text.lines().take(line_of(&work, file, "from = 2027-04-01"));
    let line = before.enumerate().filter(|(_, line)| *line == "[[round]]").last().unwrap().0 + 1;
    let faults = said(&work);
    let is_found = |(at, place, _, sentence): &(String, usize, Weight, String)| {
        at == file && *place == line && sentence.contains("缺少“to”")
    };
    assert!(faults.iter().any(is_found), "{line} {faults:#?}");
    // And a notice that does not say it.
    let mut work = copied();
    let text = notice()
        .replace("受理时间为2027年4月1日至2027年12月31日", "受理时间从2027年4月1日起")
        .replace("至2027年12月31日", "");
    work.paste(&text.replace("2027年失业保险月", "失业保险月"));
    let faults = said(&work);
    let said_so = |sentence: &str| sentence.starts_with("止日 2027-12-31 在通知里没有找到");
    assert!(faults.iter().any(|(at, _, _, sentence)| at == file && said_so(sentence)), "{faults:#?}");
}

#[test]
fn a_quote_that_is_not_in_the_notice_is_caught_with_its_line() {
    let file = "hebei/refund.toml";
    let work = spoiled(file, &[("quote = \"中小微企业按55%返还\"", "quote = \"中小企业按55%返还\"")]);
    let line = line_of(&work, file, "quote = \"中小企业按55%返还\"");
    let faults = said(&work);
    let wrong = "“hebei-2027-9”的原文里没有这句话：“中小企业按55%返还”；请逐字摘录";
    assert!(faults.contains(&(file.to_owned(), line, Weight::Wrong, wrong.to_owned())), "{faults:#?}");
}
