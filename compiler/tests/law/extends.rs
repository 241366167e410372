//! A place's file that extends a national one: only what differs is written, and an error is reported for the file that
//! contains it.

use wengang_compiler::{File, Pack, built_in, compile, places, unneeded};

const DOCUMENTS: &str = include_str!("small/documents.toml");
/// What is the same in every place.
const BASE: &str = r#"measure = "refund"
base = true
title = "稳岗返还"
short = "返还"
readings = ["按全年算。"]

[window]
id = "round-open"
title = "在申请期限内"
open = "期限：{起日}至{止日}"
upcoming = "要到{起日}才开始"
closed = "已在{止日}截止"
not_recorded = "未收录：{原因}"

[[fact]]
id = "months"
name = "缴费月数"
type = "count(个月)"
max = 12
group = "缴费"
ask = "缴了几个月"
hint = "到{平台}查"
letter = "m"

[[fact]]
id = "premium"
name = "保险费"
type = "money"
max = 1_000_000
group = "缴费"
ask = "缴了多少"
letter = "y"

[[value]]
name = "应缴月数"
type = "count(个月)"

[[table]]
name = "返还比例"
type = "ratio"

[[condition]]
id = "paid"
title = "缴费满{应缴月数}个月"
holds = "缴费月数 ≥ 应缴月数"
says = [
  { when = "非 已知 缴费月数", text = "还不知道" },
  { text = "缴了{缴费月数}个月" },
]

[amount]
name = "金额"
value = "保险费 × 返还比例"
[amount.step]
id = "refund"
title = "返还金额"
unit = "元"

[[next]]
id = "ask"
closed = true
text = "拨打12333"
"#;
/// A place with its own round.
const OWN: &str = r#"measure = "refund"
extends = "cn/refund"
checked_on = 2026-11-25

[[gap]]
to = 2023-12-31
reason = "没有收录。"
[[gap]]
from = 2025-01-01
reason = "没有查到。"

[[round]]
id = "2024"
year = 2024
base_year = 2023
from = 2024-01-01
to = 2024-12-31
checked_on = 2026-11-25
document = "report"
clause = "二"
grade = "B"
[round."应缴月数"]
value = 12
[[round."返还比例"]]
is = "60 %"
"#;
const PLACE: &str = "name = \"甘肃省\"\n[[word]]\nname = \"平台\"\ntext = \"“信用中国”网站\"\n";

fn files(base: &str, place: &str, own: &str) -> Vec<File> {
    let texts = [("documents.toml", DOCUMENTS), ("cn/refund.toml", base), ("gansu/place.toml", place)];
    let texts = texts.into_iter().chain([("gansu/refund.toml", own)]);
    texts.map(|(name, text)| File { name: name.to_owned(), text: text.to_owned() }).collect()
}

fn compiled(base: &str, own: &str) -> Pack {
    compile("gansu", &files(base, PLACE, own)).unwrap_or_else(|report| panic!("{report}"))
}

/// Every message, without the excerpt.
fn said(base: &str, place: &str, own: &str) -> Vec<String> {
    let report = compile("gansu", &files(base, place, own)).unwrap_err();
    report.messages.iter().map(ToString::to_string).collect()
}

fn with(own: &str) -> String {
    format!("{OWN}{own}")
}

#[test]
fn a_place_writes_its_rounds_and_has_the_rest() {
    let pack = compiled(BASE, OWN);
    let measure = pack.measure("refund").unwrap();
    assert_eq!((measure.place.as_str(), measure.title.as_str()), ("gansu", "稳岗返还"));
    assert_eq!(measure.rounds[0].id, "gansu-2024");
    assert_eq!(measure.rounds[0].title, "甘肃省2024年度稳岗返还");
    let hint = format!("{:?}", measure.facts[0].question.hint);
    assert!(hint.contains("到“信用中国”网站查"), "{hint}");
}

#[test]
fn the_place_writes_only_what_differs() {
    let own = "readings = [\"甘肃按月算。\"]\ntitle = \"甘肃的返还\"\n".to_owned() + OWN;
    let own = own.replacen("measure = \"refund\"\n", "", 1);
    let own = "measure = \"refund\"\n".to_owned()
        + &own
        + "[[condition]]\nid = \"paid\"\ntitle = \"缴满了\"\n[amount]\nname = \"返还的钱\"\n";
    let pack = compiled(BASE, &own);
    let measure = pack.measure("refund").unwrap();
    let readings: Vec<&str> = measure.readings.iter().map(|reading| reading.text.as_str()).collect();
    assert_eq!(readings, ["甘肃按月算。", "按全年算。"]);
    assert_eq!(measure.title, "甘肃的返还");
    assert!(format!("{:?}", measure.conditions[0].title).contains("缴满了"));
    assert_eq!(measure.conditions[0].says.0.len(), 2, "the sentences are the national ones");
    assert_eq!(measure.amount.as_ref().unwrap().name, "返还的钱");
}

#[test]
fn sentences_without_names_are_replaced_whole() {
    let own = with("[[condition]]\nid = \"paid\"\nsays = [{ text = \"缴了{缴费月数}个月，甘肃的\" }]\n");
    assert_eq!(compiled(BASE, &own).measure("refund").unwrap().conditions[0].says.0.len(), 1);
}

#[test]
fn a_new_block_comes_behind_or_before_the_one_it_names() {
    let ids = |own: &str| {
        let pack = compiled(BASE, &with(own));
        pack.measure("refund").unwrap().next_steps.iter().map(|next| next.id.clone()).collect::<Vec<_>>()
    };
    assert_eq!(ids("[[next]]\nid = \"apply\"\ntext = \"去申请\"\n"), ["ask", "apply"]);
    assert_eq!(
        ids("[[next]]\nid = \"apply\"\nbefore = \"ask\"\ntext = \"去申请\"\n\
             [[next]]\nid = \"wait\"\nbefore = \"ask\"\ntext = \"等到账\"\n"),
        ["apply", "wait", "ask"]
    );
}

#[test]
fn a_block_for_some_rounds_leaves_the_others_to_the_national_one() {
    let second = OWN.replacen("[[gap]]\nfrom = 2025", "[[gap]]\nfrom = 2026", 1)
        + &OWN[OWN.find("[[round]]").unwrap()..].replace("2024", "2025").replace("2023", "2024");
    let own = second
        + "[[condition]]\nid = \"paid\"\ntitle = \"2024年的\"\nonly = [\"2024\"]\nholds = \"缴费月数 ≥ 1 个月\"\ntext = \"甲\"\n";
    let pack = compiled(BASE, &own);
    let found: Vec<_> = pack.measure("refund").unwrap().conditions.iter().map(|found| found.only.clone()).collect();
    let rounds = |ids: &[u16]| Some(ids.iter().copied().map(wengang_engine::pack::RoundId).collect::<Vec<_>>());
    assert_eq!(found, [rounds(&[0]), rounds(&[1])]);
}

#[test]
fn errors_are_reported_for_the_file_that_contains_them() {
    let faulty = BASE.replacen("holds = \"缴费月数 ≥ 应缴月数\"", "holds = \"缴费月数 ≥ 应缴\"", 1);
    assert_eq!(
        said(&faulty, PLACE, OWN),
        ["cn/refund.toml:45:17: “应缴”：没有这个名称；请检查拼写，或者先声明这个名称；选项要写在 = 的右边"]
    );
    let faulty = OWN.replacen("is = \"60 %\"", "is = \"60\"", 1);
    assert_eq!(
        said(BASE, PLACE, &faulty),
        ["gansu/refund.toml:25:7: “60”：这里要比例，写的是没有单位的数；比例要写 %，例如 5.5 %"]
    );
    // The line of an earlier span is one of the place's own file.
    let faulty = OWN.replacen("from = 2025-01-01", "from = 2024-12-01", 1);
    let found = said(BASE, PLACE, &faulty);
    assert!(found[0].starts_with("gansu/refund.toml:9:8: "), "{found:?}");
    assert!(found[0].contains("和第 12 行的那一段重了"), "{found:?}");
}

#[test]
fn what_the_place_leaves_out_is_missed_in_its_own_file() {
    let faulty = OWN.replacen("[round.\"应缴月数\"]\nvalue = 12\n", "", 1);
    assert_eq!(
        said(BASE, PLACE, &faulty),
        ["gansu/refund.toml:12:1: 这一年没有填“应缴月数”；请补上 [round.\"应缴月数\"]"]
    );
    let faulty = OWN.replacen("checked_on = 2026-11-25\n\n", "", 1);
    assert_eq!(
        said(BASE, PLACE, &faulty),
        ["gansu/refund.toml:1:1: 缺少“checked_on”；请补一行 checked_on = 日期，例如 2024-12-31"]
    );
}

#[test]
fn names_that_are_not_there_are_named() {
    let faulty = OWN.replacen("extends = \"cn/refund\"", "extends = \"cn/refunds\"", 1);
    let found = said(BASE, PLACE, &faulty);
    assert!(
        found[0].starts_with("gansu/refund.toml:2:12: “cn/refunds”：没有这个全国的文件；是不是“cn/refund”"),
        "{found:?}"
    );
    let faulty = with("[[next]]\nid = \"apply\"\nbefore = \"asks\"\ntext = \"去申请\"\n");
    let found = said(BASE, PLACE, &faulty);
    assert!(
        found[0].starts_with("gansu/refund.toml:28:11: “asks”：没有叫这个的一节，不知道放到哪里；是不是“ask”"),
        "{found:?}"
    );
    // A place that has no word for what every place names.
    let found = said(BASE, "name = \"甘肃省\"\n", OWN);
    assert!(found[0].starts_with("cn/refund.toml:22:11: “平台”：没有这个名称"), "{found:?}");
}

#[test]
fn words_of_a_place_are_used_and_must_differ() {
    let place = format!("{PLACE}[[word]]\nname = \"网站\"\ntext = \"甲\"\n");
    assert_eq!(said(BASE, &place, OWN), ["gansu/place.toml:6:9: “网站”：没有一个句子用到它；请用上，或者去掉这一节"]);
    let place = format!("{PLACE}[[word]]\nname = \"平台\"\ntext = \"甲\"\n");
    assert_eq!(said(BASE, &place, OWN), ["gansu/place.toml:6:9: “平台”：这个名称已经有了；请换一个"]);
    let place = format!("{PLACE}[[word]]\nname = \"保险费\"\ntext = \"甲\"\n");
    let found = said(BASE, &place, OWN);
    assert!(found[0].starts_with("cn/refund.toml:27:9: “保险费”：这个名称已经有了"), "{found:?}");
}

#[test]
fn what_is_not_recorded_has_no_file_and_a_platform_is_a_states() {
    let place = format!("{PLACE}[[not_recorded]]\nmeasure = \"premium\"\ntitle = \"保险费\"\ntext = \"没有收录\"\n");
    let pack = compile("gansu", &files(BASE, &place, OWN)).unwrap();
    assert_eq!(pack.place.not_recorded[0].text, "没有收录");
    let place = place.replacen("\"premium\"", "\"refund\"", 1);
    assert_eq!(said(BASE, &place, OWN), ["gansu/place.toml:6:12: “refund”：这一项有文件，收录了；请去掉这一节"]);
    let place = format!("{PLACE}[platform]\nname = \"甲\"\nshort = \"乙\"\naddress = \"https://example.com\"\n");
    assert!(said(BASE, &place, OWN)[0].contains("不是国家机关自己的网站"));
}

#[test]
fn what_one_place_needs_is_no_fault_of_another() {
    let define = "[[define]]\nname = \"一半\"\nvalue = \"保险费 ÷ 2\"\n";
    let base = format!("{BASE}{define}");
    let all = |own: &str| {
        let mut files = files(&base, PLACE, OWN);
        files.push(File { name: "henan/place.toml".to_owned(), text: PLACE.to_owned() });
        files.push(File { name: "henan/refund.toml".to_owned(), text: own.to_owned() });
        files
    };
    let places = ["gansu", "henan"].map(str::to_owned);
    compiled(&base, OWN);
    let found: Vec<String> = unneeded(&places, &all(OWN)).iter().map(ToString::to_string).collect();
    assert_eq!(found, ["cn/refund.toml:64:9: “一半”：没有一个算式或句子用到它；请用上，或者去掉这一节"]);
    let own = with("[[next]]\nid = \"half\"\ntext = \"一半是{一半}元\"\n");
    assert!(unneeded(&places, &all(&own)).is_empty());
    // In its own file it is.
    assert_eq!(said(BASE, PLACE, &with(define)).len(), 1);
}

#[test]
fn a_base_is_no_measure_by_itself_and_some_place_needs_it() {
    let mut of_henan = files(BASE, PLACE, OWN);
    of_henan.retain(|file| !file.name.starts_with("gansu/"));
    of_henan.push(File { name: "henan/place.toml".to_owned(), text: "name = \"河南省\"\n".to_owned() });
    assert!(compile("henan", &of_henan).unwrap().measures.is_empty());
    let report = places(&of_henan).unwrap_err().to_string();
    assert!(report.starts_with("cn/refund.toml:1:1: 没有一个地方接着这个文件写"), "{report}");
    assert_eq!(places(&files(BASE, PLACE, OWN)).unwrap(), ["gansu"]);
}

#[test]
fn one_place_is_built_in() {
    let place = |name: &str, text: &str| File { name: format!("{name}/place.toml"), text: text.to_owned() };
    let (own, other) = (place("hebei", "built_in = true\n"), place("gansu", "name = \"甘肃省\"\n"));
    assert_eq!(built_in(&[other.clone(), own.clone()]).unwrap(), "hebei");
    assert!(built_in(&[other]).unwrap_err().to_string().contains("没有一个地方编进程序"));
    assert!(
        built_in(&[own.clone(), place("henan", "built_in = true\n")]).unwrap_err().to_string().contains("不止一个")
    );
}
