//! The standing rule: in force where no round is, with or without gaps in the rounds.

use wengang_compiler::{File, Pack, Report, compile};
use wengang_engine::assessment::Status;
use wengang_engine::{Date, rule_status};

const LAST_GAP: &str = "[[gap]]\nfrom = 2025-01-01\nreason = \"没有查到。\"\n";

fn compiled(instead: &str) -> Result<Pack, Report> {
    let file = |name: &str, text: &str| File { name: name.to_owned(), text: text.to_owned() };
    let subsidy = include_str!("small/subsidy.toml");
    assert_eq!(subsidy.matches(LAST_GAP).count(), 1);
    compile(
        "hebei",
        &[
            file("documents.toml", include_str!("small/documents.toml")),
            file("hebei/place.toml", "name = \"河北省\"\n"),
            // A table of its own comes last, so that what follows does not become part of it.
            file("hebei/subsidy.toml", &format!("{}\n{instead}", subsidy.replacen(LAST_GAP, "", 1))),
        ],
    )
}

const STANDING: &str = "[standing]\nfrom = 2024-06-01\nchecked_on = 2026-11-25\ndocument = \"report\"\nclause = \"三\"\ngrade = \"C\"\n[standing.\"每年次数\"]\nvalue = 9\n";

/// The rule of a day, its status and the reason.
fn of_the_day(pack: &Pack, day: &str) -> (Option<String>, Status, Option<String>) {
    let found = rule_status(pack, &pack.measures[0], Date::parse(day).unwrap());
    (found.round.map(|id| pack.measures[0].rounds[id.index()].title.clone()), found.status, found.reason)
}

#[test]
fn the_standing_rule_is_in_force_where_no_round_is() {
    let pack = compiled(STANDING).unwrap_or_else(|report| panic!("{report}"));
    let (round, rule) = ("河北省2024年度技能提升补贴", "河北省技能提升补贴（长期规定）");
    for (day, title, status) in [
        ("2023-12-31", None, Status::NotRecorded),
        ("2024-01-01", Some(round), Status::Open),
        ("2024-12-31", Some(round), Status::Open),
        ("2025-01-01", Some(rule), Status::Open),
        ("2199-12-31", Some(rule), Status::Open),
    ] {
        let (found, is, _) = of_the_day(&pack, day);
        assert_eq!((found.as_deref(), is), (title, status), "{day}");
    }
}

#[test]
fn a_gap_of_the_rounds_leaves_the_standing_rule_in_force_with_the_reason_of_the_gap() {
    let pack = compiled(&format!("{STANDING}\n{LAST_GAP}")).unwrap_or_else(|report| panic!("{report}"));
    let (found, status, reason) = of_the_day(&pack, "2025-01-01");
    assert_eq!(found.as_deref(), Some("河北省技能提升补贴（长期规定）"));
    assert_eq!((status, reason.as_deref()), (Status::Open, Some("没有查到。")));
    assert_eq!(of_the_day(&pack, "2024-12-31").2, None, "a round is in force");
}

#[test]
fn a_standing_rule_that_ends_leaves_days_that_need_a_gap() {
    let ended = STANDING.replacen("from = 2024-06-01\n", "from = 2024-06-01\nto = 2025-12-31\n", 1);
    let report = compiled(&ended).unwrap_err().to_string();
    assert!(report.contains("2025-01-01起没有写"), "{report}");
    let gap = "[[gap]]\nof = \"standing\"\nfrom = 2025-12-31\nreason = \"没有查到。\"\n";
    let report = compiled(&format!("{ended}\n{LAST_GAP}\n{gap}")).unwrap_err().to_string();
    assert!(report.contains("2025-12-31已经写过"), "{report}");
    let gap = gap.replacen("2025-12-31", "2026-01-01", 1);
    let pack = compiled(&format!("{ended}\n{LAST_GAP}\n{gap}")).unwrap_or_else(|report| panic!("{report}"));
    assert_eq!(of_the_day(&pack, "2026-01-01").1, Status::NotRecorded);
}

#[test]
fn a_standing_rule_fills_in_what_a_round_does() {
    let report = compiled(&STANDING.replacen("[standing.\"每年次数\"]\nvalue = 9\n", "", 1)).unwrap_err().to_string();
    assert!(report.contains("长期规定没有填“每年次数”；请补上 [standing.\"每年次数\"]"), "{report}");
    let report = compiled(&format!("[[gap]]\nof = \"standing\"\nreason = \"没有查到。\"\n{LAST_GAP}")).unwrap_err();
    assert!(report.to_string().contains("没有这一种规定；这里只能写 round"), "{report}");
}
