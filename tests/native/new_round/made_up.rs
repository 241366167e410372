//! A fact, a condition on it and a figure that no law has, written into copies of the refund's files and into nothing else:
//! the answer, the TypeScript types, the link and the rounds side by side all have them.

use std::path::Path;

use serde_json::{Value as Json, json};
use wengang::law::PACK;
use wengang_compiler::File;

use super::{answers, cargo, folder_of, pack_of, put};
use crate::laws::{FILES, with};
use crate::places::as_it_stands;
use crate::tier;

const FACT: &str = r#"
[[fact]]
id = "madeUp"
name = "有食堂"
type = "yes_no"
group = "其他"
ask = "{基准年}年单位有食堂吗"
hint = "看食品经营许可证"
letter = "q"

"#;
const CONDITION: &str = r#"
[[condition]]
id = "has-canteen"
title = "有食堂"
holds = "有食堂 或 月均参保人数 ≤ 食堂人数线"
says = [
  { when = "非 已知 有食堂", text = "还不知道有没有食堂" },
  { when = "有食堂", text = "有食堂" },
  { text = "{食堂人数线}人以上的单位要有食堂" },
]

"#;
const VALUE: &str = "\n[[value]]\nname = \"食堂人数线\"\ntype = \"count(人)\"\n\n";
const COLUMN: &str = "\n[[compare.column]]\ntitle = \"食堂人数线\"\ntext = \"{食堂人数线}人\"\n\n";
/// In every round.
const FIGURE: &str =
    "[round.\"食堂人数线\"]\nvalue = 70\ndocument = \"report-2021\"\nclause = \"食堂\"\ngrade = \"B\"\n";

/// The policies with the made-up law in the refund's national file and its figures in the place's.
fn files() -> Vec<File> {
    let national = |text: String| {
        let changes = [
            ("\n[[check]]\n", format!("{FACT}[[check]]\n")),
            ("\n[amount]\n", format!("{CONDITION}[amount]\n")),
            ("\n[[value]]\nname = \"控制目标\"", format!("{VALUE}[[value]]\nname = \"控制目标\"")),
            ("\n# ==== 还能看出什么 ====\n", format!("{COLUMN}# ==== 还能看出什么 ====\n")),
        ];
        with(&text, &changes)
    };
    let figure = "[round.\"控制目标\"]\n";
    let own = |text: String| text.replace(figure, &format!("{FIGURE}{figure}"));
    let file = |name: &&str| {
        let text = as_it_stands(name);
        let text = match *name {
            "cn/refund.toml" => national(text),
            "hebei/refund.toml" => own(text),
            _ => text,
        };
        File { name: (*name).to_owned(), text }
    };
    FILES.iter().map(file).collect()
}

fn request(change: impl Fn(&mut Json)) -> Json {
    let mut facts = json!({
        "applicant": "enterprise", "size": "small", "averageInsured": 200, "benefitDrawers": 0, "fullyPaidMonths": 12,
        "premiumPaid": "10000.00", "creditListings": [], "zombie": false,
    });
    change(&mut facts);
    json!({"calculator": "refund", "asOf": "2024-09-01", "facts": facts})
}

fn condition(answer: &Json) -> &Json {
    answer["conditions"].as_array().unwrap().iter().find(|condition| condition["id"] == "has-canteen").unwrap()
}

#[test]
fn a_made_up_fact_and_condition_show_everywhere() {
    let files = files();
    let pack = pack_of(&files);
    let refund = pack.measure("refund").unwrap();
    assert!(refund.facts.iter().any(|fact| fact.id == "madeUp" && fact.letter == 'q'));
    assert!(refund.rounds.iter().all(|round| round.figures.len() == refund.values.len()));
    let before = PACK.measure("refund").unwrap();
    assert!(before.facts.iter().all(|known| known.letter != 'q' && known.id != "madeUp"));
    // What follows takes three builds.
    if !tier::is_all() {
        return;
    }
    let policies = folder_of("policies-made-up", &files);

    let requests = [
        request(|_| {}),
        request(|facts| facts["madeUp"] = json!(true)),
        request(|facts| facts["madeUp"] = json!(false)),
        request(|facts| facts["madeUp"] = json!("yes")),
        request(|facts| facts["averageInsured"] = json!(70)),
    ];
    let [unknown, yes, no, wrong, small] = &answers(&policies, &requests)[..] else { panic!("five answers") };
    assert_eq!((&unknown["outcome"], &unknown["needs"]), (&json!("undetermined"), &json!(["madeUp"])));
    assert_eq!(condition(unknown)["detail"], "还不知道有没有食堂");
    assert_eq!((&yes["outcome"], &yes["amount"]["value"]), (&json!("eligible"), &json!("6000.00")));
    assert_eq!(condition(yes)["verdict"], "met");
    assert_eq!((&no["outcome"], &no["amount"]), (&json!("ineligible"), &Json::Null));
    assert_eq!(condition(no)["detail"], "70人以上的单位要有食堂");
    assert_eq!(wrong["error"]["field"], "facts.madeUp");
    assert_eq!(small["outcome"], "eligible");

    let types = ["run", "--quiet", "--no-default-features", "--features", "types", "--bin", "types"];
    let printed = cargo(&policies, &types).output().unwrap();
    let printed = String::from_utf8(printed.stdout).unwrap();
    assert!(printed.contains("  /** 某年单位有食堂吗；看食品经营许可证 */\n  madeUp?: boolean;\n"), "{printed}");

    let rows = [(json!(true), ".q1"), (json!(false), ".q0")];
    let stated = rows.iter().map(|(stated, _)| request(|facts| facts["madeUp"] = stated.clone())).collect::<Vec<_>>();
    for ((request, (stated, token)), shown) in stated.iter().zip(&rows).zip(shown(&policies, &stated)) {
        assert!(shown["link"].as_str().unwrap().contains(token), "{shown}");
        assert_eq!((&shown["opened"]["request"]["facts"]["madeUp"], &shown["opened"]["request"]), (stated, request));
        let (columns, rows) = (shown["columns"].as_array().unwrap(), shown["rows"].as_array().unwrap());
        let place = columns.iter().position(|column| column == "食堂人数线").unwrap();
        assert!(rows.len() >= 5, "{shown}");
        // The first column is the round's name.
        rows.iter().for_each(|cells| assert_eq!(cells[place - 1], "70人", "{shown}"));
    }
}

/// The link of each request, and the rounds side by side, by the product that is built with these policies.
fn shown(policies: &Path, requests: &[Json]) -> Vec<Json> {
    put(
        cargo(policies, &["run", "--quiet", "--no-default-features", "--features", "native", "--example", "shows"]),
        requests,
    )
}
