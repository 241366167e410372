//! The size class against the table of rules.md §5, typed by hand: every bound, and every gap in what is known.

use serde_json::{Map, Value as Json, json};
use wengang::api::policies::industries;

use crate::cases::judge;

mod properties;

/// Lower bounds of large, medium and small. X 从业人员 (人), Y 营业收入 (万元), Z 资产总额 (万元).
const TABLE: &str = "
    agriculture         | Y20000         | Y500        | Y50
    industry            | X1000 Y40000   | X300 Y2000  | X20 Y300
    construction        | Y80000 Z80000  | Y6000 Z5000 | Y300 Z300
    wholesale           | X200 Y40000    | X20 Y5000   | X5 Y1000
    retail              | X300 Y20000    | X50 Y500    | X10 Y100
    transport           | X1000 Y30000   | X300 Y3000  | X20 Y200
    storage             | X200 Y30000    | X100 Y1000  | X20 Y100
    postal              | X1000 Y30000   | X300 Y2000  | X20 Y100
    accommodation       | X300 Y10000    | X100 Y2000  | X10 Y100
    catering            | X300 Y10000    | X100 Y2000  | X10 Y100
    telecom             | X2000 Y100000  | X100 Y1000  | X10 Y100
    software            | X300 Y10000    | X100 Y1000  | X10 Y50
    real-estate         | Y200000 Z10000 | Y1000 Z5000 | Y100 Z2000
    property-management | X1000 Y5000    | X300 Y1000  | X100 Y500
    leasing-business    | X300 Z120000   | X100 Z8000  | X10 Z100
    other               | X300           | X100        | X10";

const CLASSES: [&str; 4] = ["large", "medium", "small", "micro"];
const INDICATORS: [&str; 3] = ["employees", "revenue", "assets"];
/// The greatest value of each indicator: persons, and 分.
const FAR_ABOVE: [u64; 3] = [10_000_000, 100_000_000_000_000, 100_000_000_000_000];

/// A bound: which indicator, and how many persons or 分.
type Bound = (usize, u64);

fn bound(text: &str) -> Bound {
    let (letter, number) = text.split_at(1);
    let number: u64 = number.parse().unwrap();
    match letter {
        "X" => (0, number),
        "Y" => (1, number * 1_000_000),
        "Z" => (2, number * 1_000_000),
        other => panic!("{other}"),
    }
}

/// An industry and the bounds of large, medium and small.
struct Row {
    id: &'static str,
    bounds: Vec<Vec<Bound>>,
}

fn table() -> Vec<Row> {
    let row = |line: &'static str| {
        let mut cells = line.split('|').map(str::trim);
        let id = cells.next().unwrap();
        Row { id, bounds: cells.map(|cell| cell.split(' ').map(bound).collect()).collect() }
    };
    TABLE.trim().lines().map(row).collect()
}

impl Row {
    /// The class of an enterprise whose indicators are all known.
    fn class(&self, values: [u64; 3]) -> &'static str {
        let reached = |bounds: &Vec<Bound>| bounds.iter().all(|(indicator, least)| values[*indicator] >= *least);
        CLASSES[self.bounds.iter().position(reached).unwrap_or(3)]
    }

    fn uses(&self, indicator: usize) -> bool {
        self.bounds[0].iter().any(|(used, _)| *used == indicator)
    }

    /// Both sides of each bound on the indicator, nothing, and far above.
    fn samples(&self, indicator: usize) -> Vec<u64> {
        let bounds = self.bounds.iter().flatten().filter(|(used, _)| *used == indicator);
        bounds.flat_map(|(_, least)| [least - 1, *least]).chain([0, FAR_ABOVE[indicator]]).collect()
    }
}

fn printed(indicator: usize, value: u64) -> Json {
    if indicator == 0 { json!(value) } else { json!(format!("{}.{:02}", value / 100, value % 100)) }
}

fn ask(industry: Option<&str>, values: [Option<u64>; 3]) -> Json {
    let mut facts = Map::new();
    facts.extend(industry.map(|id| ("industry".to_owned(), json!(id))));
    for (indicator, value) in values.into_iter().enumerate() {
        facts.extend(value.map(|value| (INDICATORS[indicator].to_owned(), printed(indicator, value))));
    }
    judge(&json!({"calculator": "size-class", "asOf": "2024-09-01", "facts": facts}))
}

#[test]
fn the_industries_are_those_of_the_table_and_three_outside_it() {
    let found: Vec<_> = industries().iter().map(|industry| industry.id).collect();
    let expected: Vec<_> = table().iter().map(|row| row.id).chain(["finance", "education", "health"]).collect();
    assert_eq!(found, expected);
    assert!(table().iter().all(|row| row.bounds.len() == 3));
}

#[test]
fn one_unit_below_a_bound_is_one_class_down_and_the_bound_itself_is_in() {
    for row in table() {
        for (place, bounds) in row.bounds.iter().enumerate() {
            for (indicator, least) in bounds {
                for (value, class) in [(least - 1, place + 1), (*least, place), (least + 1, place)] {
                    let mut values = FAR_ABOVE.map(Some);
                    values[*indicator] = Some(value);
                    let answer = ask(Some(row.id), values);
                    let context = format!("{}: {} {value}", row.id, INDICATORS[*indicator]);
                    assert_eq!(answer["outcome"], "eligible", "{context}");
                    assert_eq!(answer["result"]["size"], CLASSES[class], "{context}");
                }
            }
        }
    }
}

#[test]
fn an_indicator_the_industry_does_not_use_changes_nothing() {
    for row in table() {
        for indicator in (0..3).filter(|indicator| !row.uses(*indicator)) {
            for value in [None, Some(0), Some(FAR_ABOVE[indicator])] {
                let mut values = FAR_ABOVE.map(Some);
                values[indicator] = value;
                assert_eq!(ask(Some(row.id), values)["result"]["size"], "large", "{}", row.id);
            }
        }
    }
}

/// Every way to take one of each list.
fn every_choice(lists: &[Vec<u64>; 3]) -> Vec<[u64; 3]> {
    let [x, y, z] = lists;
    x.iter().flat_map(|x| y.iter().flat_map(move |y| z.iter().map(move |z| [*x, *y, *z]))).collect()
}

/// The values and the classes that some completion of the missing indicators gives.
fn classes_by_brute_force(row: &Row, values: [Option<u64>; 3]) -> Vec<&'static str> {
    let mut lists = [0, 1, 2].map(|indicator| row.samples(indicator));
    for (list, value) in lists.iter_mut().zip(values) {
        if let Some(value) = value {
            *list = vec![value];
        }
    }
    let mut classes: Vec<_> = every_choice(&lists).into_iter().map(|values| row.class(values)).collect();
    classes.sort_unstable();
    classes.dedup();
    classes
}

#[test]
fn for_any_missing_facts_the_answer_is_what_all_completions_agree_on() {
    let (mut settled, mut open) = (0, 0);
    for row in table() {
        let samples = [0, 1, 2].map(|indicator| row.samples(indicator));
        for mask in 0..8_usize {
            for values in every_choice(&samples) {
                let known = |indicator: usize| (mask >> indicator & 1 == 0).then(|| values[indicator]);
                let known = [known(0), known(1), known(2)];
                let answer = ask(Some(row.id), known);
                let classes = classes_by_brute_force(&row, known);
                let context = format!("{} {known:?}: {classes:?} {answer:#}", row.id);
                match classes.as_slice() {
                    [class] => {
                        settled += usize::from(mask != 0);
                        assert_eq!(answer["outcome"], "eligible", "{context}");
                        assert_eq!(answer["result"]["size"], *class, "{context}");
                        assert_eq!(answer["needs"], json!([]), "{context}");
                    }
                    _ => {
                        open += 1;
                        is_open(&row, &answer, known, &context);
                    }
                }
            }
        }
    }
    assert!(settled > 500 && open > 500, "{settled} settled, {open} open");
}

/// Undetermined, without a size, and each missing indicator that the industry uses is asked for.
fn is_open(row: &Row, answer: &Json, known: [Option<u64>; 3], context: &str) {
    assert_eq!(answer["outcome"], "undetermined", "{context}");
    assert!(answer.get("result").is_none() && answer["amount"].is_null(), "{context}");
    let missing = (0..3).filter(|indicator| known[*indicator].is_none() && row.uses(*indicator));
    let needs: Vec<_> = missing.map(|indicator| INDICATORS[indicator]).collect();
    assert!(!needs.is_empty(), "{context}");
    assert_eq!(answer["needs"], json!(needs), "{context}");
}

#[test]
fn the_bounds_shown_are_the_classes_own_and_those_of_the_one_above() {
    for row in table() {
        for values in every_choice(&[0, 1, 2].map(|indicator| row.samples(indicator))) {
            let answer = ask(Some(row.id), values.map(Some));
            let place = CLASSES.iter().position(|class| answer["result"]["size"] == *class).unwrap();
            let shown = [(place < 3).then_some(place), place.checked_sub(1)].into_iter().flatten();
            let expected: Vec<_> = shown
                .flat_map(|place| row.bounds[place].iter())
                .map(|(indicator, least)| {
                    let met = values[*indicator] >= *least;
                    (json!(INDICATORS[*indicator]), printed(*indicator, *least), json!(met))
                })
                .collect();
            let rows = answer["result"]["decidedBy"].as_array().unwrap().iter();
            let found: Vec<_> =
                rows.map(|row| (row["indicator"].clone(), row["bound"].clone(), row["met"].clone())).collect();
            assert_eq!(found, expected, "{} {values:?}", row.id);
        }
    }
}

#[test]
fn an_industry_outside_the_table_has_no_size_and_asks_for_nothing() {
    for id in ["finance", "education", "health"] {
        for mask in 0..8 {
            let known = |indicator: usize| (mask >> indicator & 1 == 0).then(|| FAR_ABOVE[indicator]);
            let answer = ask(Some(id), [known(0), known(1), known(2)]);
            assert_eq!(answer["outcome"], "undetermined", "{id}");
            assert_eq!((&answer["needs"], &answer["amount"]), (&json!([]), &Json::Null), "{id}");
            assert!(answer.get("result").is_none(), "{id}");
            assert_eq!(answer["insights"][0]["id"], "outside-the-table", "{id}");
        }
    }
}

#[test]
fn without_an_industry_there_is_no_result_and_every_missing_fact_is_needed() {
    for mask in 0..8 {
        let known = |indicator: usize| (mask >> indicator & 1 == 0).then(|| FAR_ABOVE[indicator]);
        let answer = ask(None, [known(0), known(1), known(2)]);
        let missing = (0..3).filter(|indicator| known(*indicator).is_none()).map(|indicator| INDICATORS[indicator]);
        let needs: Vec<_> = ["industry"].into_iter().chain(missing).collect();
        assert_eq!((&answer["outcome"], &answer["needs"]), (&json!("undetermined"), &json!(needs)), "{mask}");
        assert!(answer.get("result").is_none(), "{mask}");
    }
}

#[test]
fn possible_classes_are_listed_where_they_are_fewer_than_all_and_more_than_one() {
    let stated = |industry, values| {
        let answer = ask(industry, values);
        let insights = answer["insights"].as_array().unwrap().clone();
        insights.into_iter().map(|insight| insight["id"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert!(stated(Some("catering"), [None; 3]).is_empty());
    assert_eq!(stated(Some("catering"), [Some(99), None, None]), ["possible"]);
    assert_eq!(stated(Some("catering"), [Some(99), Some(0), None]), ["self-check"]);
    assert!(stated(None, [None; 3]).is_empty());
}

#[test]
fn what_to_do_next_is_to_ask_how_the_agency_classed_it() {
    let answer = ask(Some("catering"), [Some(99), Some(0), None]);
    let next: Vec<_> = answer["nextSteps"].as_array().unwrap().iter().map(|step| step["id"].clone()).collect();
    assert_eq!(next, ["size-class", "written-commitment", "settlement", "ask-the-agency"]);
}

#[test]
fn an_indicator_that_no_industry_left_looks_at_is_not_needed() {
    // Nobody, and no revenue: micro in every industry of the table, with any assets.
    let answer = ask(None, [Some(0), Some(0), None]);
    assert_eq!((&answer["outcome"], &answer["needs"]), (&json!("undetermined"), &json!(["industry"])));
    // With revenue, 租赁和商务服务业 and others still look at them.
    let answer = ask(None, [Some(1000), Some(FAR_ABOVE[1]), None]);
    assert_eq!(answer["needs"], json!(["industry", "assets"]));
}

#[test]
fn before_the_tables_first_day_the_same_table_checks() {
    let request = |as_of: &str| json!({"calculator": "size-class", "asOf": as_of, "facts": {"industry": "catering", "employees": 9}});
    let (before, after) = (judge(&request("2017-12-31")), judge(&request("2018-01-01")));
    assert_eq!((&before["policy"]["status"], &after["policy"]["status"]), (&json!("not-recorded"), &json!("open")));
    assert_eq!((&before["result"], &before["outcome"]), (&after["result"], &json!("eligible")));
}
