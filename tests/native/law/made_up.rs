//! A fact that no law has, with a condition on it, written into a copy of the refund: it is asked, read, judged, said and
//! cited, and no other file was changed for it.

use std::path::Path;

use serde_json::{Value as Json, json};
use wengang_compiler::{File, Pack, compile};
use wengang_engine::packed;

use super::{HEBEI, judge_by};

/// What an officer would write.
const FACT: &str = r#"
[[fact]]
id = "canteen"
name = "食堂"
type = "choice"
options = [
  { id = "none",  name = "无食堂", letter = "n" },
  { id = "small", name = "小食堂", letter = "s" },
  { id = "large", name = "大食堂", letter = "l", shown = "大食堂（100座以上）" },
]
group = "其他"
ask = "{基准年}年单位有没有食堂"
hint = "看食品经营许可证"
letter = "q"

"#;
const CONDITION: &str = r#"
[[condition]]
id = "has-canteen"
title = "有食堂"
holds = "食堂 ≠ 无食堂 或 月均参保人数 ≤ 小单位人数线"
cites = ["小单位人数线"]
says = [
  { when = "非 已知 食堂", text = "还不知道有没有食堂" },
  { when = "食堂 ≠ 无食堂", text = "有{食堂}" },
  { text = "{小单位人数线}人以上的单位要有食堂" },
]

[[insight]]
id = "canteen-grows"
when = "食堂 = 小食堂"
value = "月均参保人数 ÷ 2"
text = "食堂可以再大一点"

"#;

/// The law with the made-up fact: its file is changed and nothing else.
fn with_canteens() -> Pack {
    let policies = Path::new(env!("CARGO_MANIFEST_DIR")).join("policies");
    let file = |path: &str, name: &str| File {
        name: name.to_owned(),
        text: std::fs::read_to_string(policies.join(path)).unwrap(),
    };
    let mut refund = file("next/hebei/refund.toml", "hebei/refund.toml");
    for (before, block) in [("\n[[check]]\n", FACT), ("\n[amount]\n", CONDITION)] {
        assert_eq!(refund.text.matches(before).count(), 1, "{before}");
        refund.text = refund.text.replacen(before, &format!("{block}{}", before.trim_start()), 1);
    }
    let files = [
        file("documents.toml", "documents.toml"),
        file("next/cn/days-off.toml", "cn/days-off.toml"),
        file("next/hebei/place.toml", "hebei/place.toml"),
        refund,
    ];
    let pack = compile("hebei", &files).unwrap_or_else(|report| panic!("{report}"));
    // Also by way of the file that the product will read.
    packed::read(&packed::write(&pack).unwrap()).unwrap()
}

fn answer(pack: &Pack, facts: &Json) -> Json {
    let request = json!({ "calculator": "refund", "asOf": "2024-09-01", "facts": facts });
    serde_json::to_value(judge_by(pack, &request).unwrap()).unwrap()
}

fn part<'j>(answer: &'j Json, list: &str, id: &str) -> Option<&'j Json> {
    answer[list].as_array().unwrap().iter().find(|row| row["id"] == id)
}

#[test]
fn a_made_up_fact_is_asked_judged_and_said_in_json() {
    let pack = with_canteens();
    let facts = json!({
        "applicant": "enterprise", "size": "small", "averageInsured": 200, "benefitDrawers": 0, "fullyPaidMonths": 12,
        "premiumPaid": "10000", "creditListings": [], "zombie": false,
    });
    let with = |canteen: &str| {
        let mut facts = facts.clone();
        facts["canteen"] = json!(canteen);
        answer(&pack, &facts)
    };
    let unknown = answer(&pack, &facts);
    assert_eq!((&unknown["outcome"], &unknown["needs"]), (&json!("undetermined"), &json!(["canteen"])));
    let condition = part(&unknown, "conditions", "has-canteen").unwrap();
    assert_eq!(condition["verdict"], "unknown");
    assert_eq!(condition["detail"], "还不知道有没有食堂");
    assert!(condition["citations"].to_string().contains("30人（含）以下"), "{condition}");

    let large = with("large");
    assert_eq!((&large["outcome"], &large["amount"]["value"]), (&json!("eligible"), &json!("6000.00")));
    assert_eq!(part(&large, "conditions", "has-canteen").unwrap()["detail"], "有大食堂（100座以上）");
    assert_eq!(part(&large, "insights", "canteen-grows"), None);
    assert_eq!(part(&with("small"), "insights", "canteen-grows").unwrap()["value"], "100");

    let none = with("none");
    assert_eq!((&none["outcome"], &none["amount"]), (&json!("ineligible"), &Json::Null));
    assert_eq!(part(&none, "conditions", "has-canteen").unwrap()["detail"], "30人以上的单位要有食堂");
}

#[test]
fn everything_else_is_answered_as_before() {
    let pack = with_canteens();
    let facts = json!({
        "applicant": "enterprise", "averageInsured": 200, "benefitDrawers": 3, "premiumPaid": "10000", "canteen": "large",
    });
    let mut facts_before = facts.clone();
    facts_before.as_object_mut().unwrap().remove("canteen");
    let (before, mut after) = (answer(&HEBEI, &facts_before), answer(&pack, &facts));
    let conditions = after["conditions"].as_array_mut().unwrap();
    conditions.retain(|condition| condition["id"] != "has-canteen");
    assert_eq!(before, after);
}

#[test]
fn what_form_types_and_link_need_stands_in_the_pack() {
    let pack = with_canteens();
    let fact = pack.measure("refund").unwrap().facts.iter().find(|fact| fact.id == "canteen").unwrap();
    assert_eq!((fact.name.as_str(), fact.letter, fact.question.group.as_str()), ("食堂", 'q', "其他"));
    let before = HEBEI.measure("refund").unwrap();
    assert!(before.facts.iter().all(|known| known.letter != fact.letter && known.id != fact.id));
}
