use jiff::civil::date;
use toml_edit::DocumentMut;

use super::*;

const POLICY: &str = r#"# 稳岗返还
measure = "refund"

[[round]]
id = "2025"
year = 2025
base_year = 2024
from = 2025-01-01
to = 2025-12-31

# 照 2025 年执行
[[round]]
id = "2026"
year = 2026      # 申请年度
base_year = 2025
from = 2026-01-01
to = 2026-12-31
checked_on = 2026-11-25
grade = "B"

[round."人数线"]    # 含本数
value = 30
quote = "30人"

[[round.goal]]
title = "6月20日前有实际发放"
by = 2026-06-20
quote = "在6月20日前有实际发放"

[[round."返还比例"]]
when = "划型 = 大型"
is = "30 %"
quote = "大型企业返还30%"

[[round."返还比例"]]
is = "60 %"
grade = "C"

[[gap]]
to = 2021-12-31
reason = "没有收录"

[[gap]]
from = 2027-01-01 # 还没有通知
reason = "没有找到通知"
"#;

fn drafted() -> String {
    draft(POLICY, 2027, 2026, date(2026, 12, 30)).unwrap().unwrap()
}

#[test]
fn draft_adds_a_round_and_changes_nothing_else() {
    let text = drafted();
    let policy: DocumentMut = text.parse().unwrap();
    assert_eq!(policy["round"].as_array_of_tables().unwrap().len(), 3);
    let until_gap = POLICY.split("[[gap]]").next().unwrap().trim_end();
    assert!(text.starts_with(until_gap), "{text}");
    assert!(text.contains("year = 2027      # 申请年度"), "{text}");
    assert!(text.contains("# TODO 2027 年度草稿，照抄自 2026 年度"), "{text}");
}

#[test]
fn draft_moves_years_and_dates() {
    let policy: DocumentMut = drafted().parse().unwrap();
    let round = policy["round"].as_array_of_tables().unwrap().get(2).unwrap();
    assert_eq!(round["id"].as_str(), Some("2027"));
    assert_eq!(round["base_year"].as_integer(), Some(2026));
    assert_eq!(round["from"].to_string().trim(), "2027-01-01");
    assert_eq!(round["to"].to_string().trim(), "2027-12-31");
    assert_eq!(round["checked_on"].to_string().trim(), "2026-12-30");
}

#[test]
fn draft_trusts_nothing_the_old_notice_said() {
    let policy: DocumentMut = drafted().parse().unwrap();
    let round = policy["round"].as_array_of_tables().unwrap().get(2).unwrap();
    assert_eq!(round["grade"].as_str(), Some("D"));
    let rows = round["返还比例"].as_array_of_tables().unwrap();
    assert_eq!(rows.get(1).unwrap()["grade"].as_str(), Some("D"));
    assert!(!round.to_string().contains("quote"), "{round}");
    assert_eq!(rows.get(0).unwrap()["is"].as_str(), Some("30 %"));
    assert_eq!(round["人数线"]["value"].as_integer(), Some(30));
    // What an office was to have paid is not what it is to pay the next year.
    assert!(!round.contains_key("goal"), "{round}");
}

#[test]
fn one_of_several_rounds_of_a_year_keeps_its_suffix() {
    let policy = POLICY.replace("id = \"2026\"", "id = \"2026-07\"");
    let drafted: DocumentMut = draft(&policy, 2027, 2026, date(2026, 12, 30)).unwrap().unwrap().parse().unwrap();
    assert_eq!(drafted["round"].as_array_of_tables().unwrap().get(2).unwrap()["id"].as_str(), Some("2027-07"));
}

#[test]
fn gap_begins_after_the_new_round() {
    let text = drafted();
    assert!(text.contains("from = 2028-01-01 # 还没有通知"), "{text}");
    assert!(text.contains("to = 2021-12-31"), "{text}");
}

#[test]
fn draft_needs_no_gap_where_a_standing_rule_follows() {
    let (rounds, _) = POLICY.split_once("[[gap]]").unwrap();
    assert!(draft(rounds, 2027, 2026, date(2026, 12, 30)).unwrap().is_some());
}

#[test]
fn draft_refuses_a_year_that_is_there() {
    let error = draft(POLICY, 2026, 2025, date(2026, 12, 30)).unwrap_err();
    assert_eq!(error.to_string(), "已经有 2026 年度了");
}

#[test]
fn draft_refuses_to_overlap_what_is_written() {
    let error = draft(POLICY, 2028, 2026, date(2026, 12, 30)).unwrap_err();
    assert_eq!(error.to_string(), "2028-01-01 至 2028-12-31 在一个 [[gap]] 之中，请先手工把它分开");
}

#[test]
fn draft_is_nothing_without_the_year_to_copy() {
    assert!(draft(POLICY, 2027, 2020, date(2026, 12, 30)).unwrap().is_none());
    assert!(draft("measure = \"x\"", 2027, 2026, date(2026, 12, 30)).unwrap().is_none());
}
