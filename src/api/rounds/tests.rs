//! What changed from one round to the next (rules.md §§1–4).

use super::*;

fn table_of(calculator: Calculator, place: usize) -> RoundTable {
    let measure = measures().into_iter().find(|measure| measure.calculator == calculator).unwrap();
    measure.tables[place].clone()
}

fn found(table: &RoundTable) -> Vec<&Round> {
    let rounds = table.rows.iter().filter_map(|row| match row {
        RoundRow::Round(round) => Some(round),
        RoundRow::Gap { .. } => None,
    });
    rounds.collect()
}

fn named<'a>(table: &'a RoundTable, name: &str) -> &'a Round {
    found(table).into_iter().find(|round| round.name == name).unwrap()
}

/// The columns that changed, each with its figure.
fn changed<'a>(table: &'a RoundTable, name: &str) -> Vec<(&'a str, &'a str)> {
    let cells = named(table, name).cells.iter().zip(table.columns.iter().skip(1));
    cells.filter(|(cell, _)| cell.changed).map(|(cell, column)| (*column, cell.text.as_str())).collect()
}

#[test]
fn every_row_has_a_cell_a_column() {
    for table in measures().iter().flat_map(|measure| &measure.tables) {
        for round in found(table) {
            // In addition to the figures: the name.
            assert_eq!(round.cells.len() + 1, table.columns.len(), "{} {}", table.caption, round.name);
            assert!(!round.change.is_empty() && !round.documents.is_empty(), "{}", round.name);
        }
    }
}

#[test]
fn the_refund_of_2023_pays_smaller_employers_less_than_2022() {
    let table = table_of(Calculator::REFUND, 0);
    assert_eq!(changed(&table, "2022年度"), []);
    assert_eq!(named(&table, "2022年度").change, words::FIRST);
    assert_eq!(changed(&table, "2023年度"), [("中小微企业返还", "60%"), ("六类单位不到人数线返还", "60%")]);
    assert_eq!(
        named(&table, "2023年度").change,
        "和上一年相比：中小微企业返还由90%变为60%；六类单位不到人数线返还由90%变为60%。"
    );
    for year in ["2024年度", "2025年度"] {
        assert_eq!(changed(&table, year), []);
        assert_eq!(named(&table, year).change, "和上一年一样。");
    }
}

#[test]
fn conditions_are_listed_once_and_again_where_they_change() {
    let conditions = |calculator: Calculator, place: usize, year: &str| {
        let table = table_of(calculator, place);
        let column = table.columns.iter().position(|column| *column == words::CONDITIONS).unwrap();
        let cells = &named(&table, year).cells;
        cells[column - 1].text.clone()
    };
    assert!(conditions(Calculator::REFUND, 0, "2022年度").contains("；"));
    for year in ["2023年度", "2024年度", "2025年度", "2026年度"] {
        assert_eq!(conditions(Calculator::REFUND, 0, year), words::AS_BEFORE);
    }
}

#[test]
fn a_ceiling_is_another_figure_than_a_rate() {
    let table = table_of(Calculator::REFUND, 0);
    let changes = changed(&table, "2026年度");
    assert_eq!(
        changes.iter().map(|(_, figure)| *figure).collect::<Vec<_>>(),
        ["最高30%", "最高60%", "最高30%", "最高60%"]
    );
}

#[test]
fn evidence_and_gaps_are_shown_with_the_rounds() {
    let table = table_of(Calculator::REFUND, 0);
    let provisional: Vec<_> =
        found(&table).into_iter().filter(|round| round.evidence == Evidence::Provisional).map(|r| &r.name).collect();
    assert_eq!(provisional, ["2025年度", "2026年度"]);
    let gaps: Vec<_> = table
        .rows
        .iter()
        .filter_map(|row| match row {
            RoundRow::Gap { name, .. } => Some(name.as_str()),
            RoundRow::Round(_) => None,
        })
        .collect();
    assert_eq!(gaps, ["2021年及以前", "2027年及以后"]);
}

#[test]
fn the_skill_subsidy_of_2025_changed_the_yearly_limit_and_what_blocks() {
    let table = table_of(Calculator::SKILL_SUBSIDY, 0);
    let columns: Vec<_> = changed(&table, "2025年度").into_iter().map(|(column, _)| column).collect();
    assert_eq!(columns, ["一年几次", "同一职业高低等级"]);
    assert_eq!(named(&table, "2026年度").change, "和上一年一样。");
    let standing = named(&table, words::STANDING);
    assert_eq!((standing.cells[3].text.as_str(), standing.change.as_str()), ("36个月以上", words::ALONGSIDE));
    assert!(changed(&table, words::STANDING).is_empty());
}

#[test]
fn a_rate_is_compared_with_the_last_one_that_was_found() {
    let table = table_of(Calculator::PREMIUM, 0);
    let names: Vec<_> = table
        .rows
        .iter()
        .map(|row| match row {
            RoundRow::Round(Round { name, .. }) | RoundRow::Gap { name, .. } => name.as_str(),
        })
        .collect();
    assert_eq!(
        names,
        ["2015年2月28日及以前", "2015年3月起", "2016年5月起", "2017年1月起", "2023年5月起", "2026年1月起"]
    );
    assert_eq!(named(&table, "2016年5月起").change, "和上一次相比：合计由2%变为1.5%；单位由1.5%变为1%。");
    assert_eq!(
        named(&table, "2017年1月起").change,
        "和上一次相比：合计由1.5%变为1%；单位由1%变为0.7%；个人由0.5%变为0.3%。"
    );
    assert_eq!(named(&table, "2023年5月起").change, "和上一次一样。");
    assert_eq!(named(&table, "2026年1月起").change, "和上一次一样。");
    assert_eq!(
        changed(&table_of(Calculator::PREMIUM, 1), "2024年度"),
        [("下限", "3,920.55元"), ("上限", "19,602.75元")]
    );
}

#[test]
fn a_removed_tier_is_marked() {
    let table = table_of(Calculator::UNEMPLOYMENT_BENEFIT, 0);
    assert_eq!(
        changed(&table, "2023年1月起"),
        [
            ("一档每月", "1,760.00元"),
            ("二档每月", "1,600.00元"),
            ("三档每月", "1,440.00元"),
            ("四档每月", "没有这一档")
        ]
    );
    assert_eq!(changed(&table, "2024年7月起").last(), Some(&("占最低工资", "90%")));
    assert_eq!(changed(&table, "2025年12月起").len(), 3);
}

#[test]
fn the_line_of_the_rate_has_every_span() {
    let line = rate_history().unwrap();
    assert_eq!((line.from, line.end), (Date::new(2015, 1, 1), Date::new(2027, 1, 1)));
    let percents: Vec<_> = line.spans.iter().map(|span| span.rate.map(|rate| rate.percent().to_string())).collect();
    assert_eq!(percents, ["2", "1.5", "1", "1", "1"].map(|percent| Some(percent.to_owned())));
    let evidence: Vec<_> = line.spans.iter().map(|span| span.evidence).collect();
    let (official, provisional) = (Evidence::Official, Evidence::Provisional);
    assert_eq!(evidence, [official, official, provisional, official, provisional]);
    assert_eq!(line.statutory.percent().to_string(), "3");
}
