//! The check of the policies at build time: every doubt is refused with file, line and a sentence.

#[path = "../../build/compile/mod.rs"]
pub mod compile;

use std::fs;
use std::path::{Path, PathBuf};

use wengang::packs::PACKS;

const FILES: [&str; 7] = [
    "documents.toml",
    "guide.toml",
    "hebei/refund.toml",
    "hebei/skill-subsidy.toml",
    "hebei/premium.toml",
    "hebei/unemployment-benefit.toml",
    "size-class.toml",
];

/// A copy of the policies in a folder of its own, to be spoiled.
struct Copy(PathBuf);

impl Copy {
    fn new(name: &str) -> Self {
        let copy = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("policies-{name}"));
        let _ = fs::remove_dir_all(&copy);
        fs::create_dir_all(copy.join("hebei")).unwrap();
        let policies = Path::new(env!("CARGO_MANIFEST_DIR")).join("policies");
        for file in FILES {
            fs::copy(policies.join(file), copy.join(file)).unwrap();
        }
        Self(copy)
    }

    /// Replaces the first place of a text, and tells the line it stands in.
    fn replace(&self, file: &str, from: &str, to: &str) -> usize {
        let path = self.0.join(file);
        let text = fs::read_to_string(&path).unwrap();
        let at = text.find(from).unwrap_or_else(|| panic!("{file} has no {from}"));
        fs::write(&path, text.replacen(from, to, 1)).unwrap();
        text[..at].matches('\n').count() + 1
    }

    fn refusal(&self) -> String {
        compile::compile(&self.0).expect_err("must be refused")
    }
}

#[track_caller]
fn accepted(name: &str, file: &str, from: &str, to: &str) {
    let copy = Copy::new(name);
    copy.replace(file, from, to);
    assert_eq!(compile::compile(&copy.0).err(), None, "{to}");
}

#[track_caller]
fn refused(name: &str, file: &str, from: &str, to: &str, sentence: &str) {
    let copy = Copy::new(name);
    copy.replace(file, from, to);
    let refusal = copy.refusal();
    assert!(refusal.contains(file) && refusal.contains(sentence), "{refusal}");
    let line = refusal.split(':').nth(1).unwrap();
    assert!(line.parse::<usize>().is_ok_and(|line| line > 0), "{refusal}");
}

const REFUND: &str = "hebei/refund.toml";
const SKILL: &str = "hebei/skill-subsidy.toml";
const PREMIUM: &str = "hebei/premium.toml";
const BENEFIT: &str = "hebei/unemployment-benefit.toml";

#[test]
fn the_policies_as_they_are_pass() {
    assert!(compile::compile(&Copy::new("whole").0).is_ok());
}

#[test]
fn overlaps_and_unwritten_gaps_are_refused() {
    refused("overlap", REFUND, "to = 2021-12-31", "to = 2022-01-01", "日子重了：2022-01-01已经写过");
    refused("gap", REFUND, "to = 2021-12-31", "to = 2021-12-30", "没有写：请补一段 [[gap]]");
    refused("end", REFUND, "[[gap]]\nfrom = 2027-01-01\nreason", "[other]\nreason", "没有写：请补一段 [[gap]]");
    refused("backwards", REFUND, "to = 2024-12-31", "to = 2023-12-31", "不在 2024 年里");
    refused("before", PREMIUM, "to = 2016-04-30", "to = 2015-02-28", "不能早于");
    // A rule of one day is one; the days after it are not told.
    refused("one-day", PREMIUM, "to = 2016-04-30", "to = 2015-03-01", "2015-03-02起没有写");
    refused("gap-before", PREMIUM, "to = 2023-04-30", "to = 2016-04-30", "不能早于");
    refused("gap-one-day", PREMIUM, "to = 2023-04-30", "to = 2016-05-01", "2016-05-02起没有写");
    refused("no-reason", REFUND, "reason = \"2027", "season = \"2027", "缺少“reason”");
}

#[test]
fn unknown_documents_and_unquoted_figures_are_refused() {
    refused("document", REFUND, "document = \"report-2021\"", "document = \"report-2012\"", "没有文件“report-2012”");
    refused("unquoted", REFUND, "quote = \"中小微企业按60%返还\"", "", "请写 quote");
    refused(
        "quoted",
        REFUND,
        "document = \"report-2021\"",
        "document = \"report-2021\"\nquote = \"六\"",
        "不能写 quote",
    );
    refused("grade", REFUND, "grade = \"C\"", "grade = \"E\"", "只能是 A、B、C、D、G");
    refused("twice", "documents.toml", "key = \"hebei-2022-7\"", "key = \"hebei-2024-14\"", "写了两次");
    refused(
        "mirror",
        "documents.toml",
        "key = \"report-2021\"",
        "key = \"report-2021\"\nurl = \"https://a.com/\"",
        "gov.cn",
    );
}

#[test]
fn values_out_of_range_and_misspelled_keys_are_refused() {
    refused("percent", REFUND, "value = \"5.5 %\"", "value = \"550 %\"", "不超过 100 %");
    refused("zero", REFUND, "value = \"5.5 %\"", "value = \"0 %\"", "大于 0");
    for (name, written) in [
        ("digits", "1000 %"),
        ("places", "5.5555 %"),
        ("bare", " %"),
        ("word", "五 %"),
        ("sign", "5.x %"),
        ("point", ".5 %"),
        ("plus", "+5 %"),
    ] {
        refused(
            name,
            REFUND,
            "value = \"5.5 %\"",
            &format!("value = \"{written}\""),
            "应当是大于 0、不超过 100 % 的比例",
        );
    }
    for (name, written) in [("all", "100 %"), ("finest", "5.555%")] {
        accepted(name, REFUND, "value = \"5.5 %\"", &format!("value = \"{written}\""));
    }
    accepted("as-statutory", PREMIUM, "value = \"1.5 %\"", "value = \"2 %\"");
    refused("statutory", PREMIUM, "value = \"1.5 %\"", "value = \"2.1 %\"", "不能高于法定费率");
    refused("empty", PREMIUM, "notes = [\n", "notes = [\n  \" \",\n", "文字的列表");
    refused("months", REFUND, "value = 12", "value = 13", "1到12之间的整数");
    refused("base", REFUND, "base_year = 2023", "base_year = 2022", "前一年");
    refused(
        "misspelled",
        REFUND,
        "checked_on = 2026-11-25\ndocument",
        "chekced_on = 2026-11-25\ndocument",
        "缺少“checked_on”",
    );
    for (name, written) in
        [("hour", "2026-11-25T08:00:00"), ("zone", "2026-11-25T08:00:00Z"), ("text", "\"2026-11-25\"")]
    {
        let to = format!("checked_on = {written}\ndocument");
        refused(name, REFUND, "checked_on = 2026-11-25\ndocument", &to, "日期，例如 2024-12-31");
    }
    for (name, written) in [("century", "1899-12-31"), ("later", "2200-01-01")] {
        let to = format!("checked_on = {written}\ndocument");
        refused(name, REFUND, "checked_on = 2026-11-25\ndocument", &to, "1900 年到 2199 年之间");
    }
    refused("extra", REFUND, "ceiling = true", "ceiling = true\nceilling = true", "请检查拼写");
    refused("limit", SKILL, "{ total = 3, ordinary = 1 }", "{ total = 1, ordinary = 3 }", "不能多于");
    refused("person", SKILL, "\"benefit-recipient\"", "\"benefit-recipients\"", "不认识“benefit-recipients”");
    refused("blocking", SKILL, "value = \"held\"", "value = \"hold\"", "received");
    refused("toml", SKILL, "[round.persons]", "[round.persons", "不是合格的 TOML");
}

#[test]
fn amounts_have_two_places() {
    for (name, written) in [
        ("one-place", "3726.6"),
        ("three-places", "3726.655"),
        ("no-yuan", ".65"),
        ("yuan-in-words", "三.65"),
        ("letter", "37a6.65"),
        ("fen-in-words", "3726.6x"),
        ("too-long", "1234567890.65"),
    ] {
        refused(name, PREMIUM, "value = \"3726.65\"", &format!("value = \"{written}\""), "应当是两位小数的金额");
    }
}

#[test]
fn figures_that_belong_together_fit() {
    refused("cap", PREMIUM, "value = \"19602.75\"", "value = \"3920.54\"", "“cap”不能低于“floor”");
    accepted("cap-is-floor", PREMIUM, "value = \"19602.75\"", "value = \"3920.55\"");
    refused("amount", BENEFIT, "amounts = [1760, 1600, 1440]", "amounts = [1760, 1600, 1441]", "对不上");
    refused("fewer", BENEFIT, "amounts = [1760, 1600, 1440]", "amounts = [1760, 1600]", "对不上");
    refused("more", BENEFIT, "wages = [2200, 2000, 1800]", "wages = [2200, 2000]", "对不上");
}

#[test]
fn only_an_office_is_an_address() {
    let with = |url: &str| format!("key = \"report-2021\"\nurl = \"{url}\"");
    for (name, address) in [("state", "https://gov.cn/a"), ("province", "https://rst.hebei.gov.cn/b")] {
        accepted(name, "documents.toml", "key = \"report-2021\"", &with(address));
    }
    for (name, address) in
        [("plain", "http://rst.hebei.gov.cn/"), ("alike", "https://hebeigov.cn/"), ("none", "gov.cn")]
    {
        refused(name, "documents.toml", "key = \"report-2021\"", &with(address), "国家机关自己的网站");
    }
}

#[test]
fn the_day_after_a_rule_is_the_calendars() {
    for (name, last, next) in [
        ("leap", "2016-02-28", "2016-02-29"),
        ("leap-end", "2016-02-29", "2016-03-01"),
        ("april", "2015-04-30", "2015-05-01"),
        ("may", "2015-05-30", "2015-05-31"),
        ("year", "2015-12-31", "2016-01-01"),
    ] {
        refused(name, PREMIUM, "to = 2016-04-30", &format!("to = {last}"), &format!("{next}起没有写"));
    }
    for (name, last, next) in [("century", "2100-02-28", "2100-03-01"), ("common", "2027-02-28", "2027-03-01")] {
        let to = format!("from = 2026-01-01\nto = {last}");
        refused(&format!("after-{name}"), PREMIUM, "from = 2026-01-01", &to, &format!("{next}起没有写"));
    }
}

#[test]
fn a_refusal_names_the_line() {
    let copy = Copy::new("line");
    let line = copy.replace(REFUND, "base_year = 2023", "base_year = 2022");
    assert!(copy.refusal().contains(&format!("refund.toml:{line}: ")), "{} is not line {line}", copy.refusal());
}

#[test]
fn the_guides_name_changes_with_its_text() {
    let copy = Copy::new("guide");
    let (name, text) = compile::guide(&copy.0).unwrap();
    assert_eq!(compile::guide(&copy.0).unwrap().0, name);
    copy.replace("guide.toml", "title = \"", "title = \"新");
    let (other, changed) = compile::guide(&copy.0).unwrap();
    assert_ne!(text, changed);
    assert_ne!(name, other);
}

#[test]
fn a_rule_of_months_is_named_by_its_first() {
    let heads: Vec<_> = PACKS.premium.rates.known().into_iter().map(|rate| (rate.head.id, rate.head.title)).collect();
    assert!(heads.contains(&("hebei-2023-05", "河北省失业保险费率（2023年5月起）")), "{heads:?}");
}
