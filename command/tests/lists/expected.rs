//! The expected results of a made-up list, from `assess` and from how the list was generated.

use std::collections::BTreeMap;

use serde_json::json;
use wengang::api::answer::{Assessment, Judgement};
use wengang::api::fold::fold;
use wengang::api::request::{self, Value};
use wengang::law::PACK;
use wengang::policy::assessment::Amount;
use wengang::policy::verdict::Outcome;

use crate::made_up::{Is, Made};

/// The day of application.
pub const AS_OF: &str = "2024-09-01";

/// The expected results of a list.
#[derive(Default)]
pub struct Expected {
    /// What is added to each row: conclusion, amount, reason, what is missing, last day.
    pub added: Vec<[String; 5]>,
    /// The cells that cannot be read: row, column, sentence.
    pub faults: Vec<(usize, Option<usize>, String)>,
    /// How many cases have each conclusion.
    pub counts: BTreeMap<String, u64>,
    /// What the eligible bring, 分.
    pub sum: (u128, u128),
}

/// The expected results of a list of employers. `headings`: of its columns.
pub fn of(list: &[Made], headings: &[String]) -> Expected {
    let mut all = Expected::default();
    for (number, made) in (1..).zip(list) {
        let added = match &made.is {
            Is::Title | Is::Blank | Is::Headings => words(""),
            Is::Total => words("合计，没有算"),
            Is::Spoilt { column, sentence } => {
                all.faults.push((number, *column, sentence.clone()));
                let [conclusion, amount, _, missing, day] = words("没有算");
                [conclusion, amount, sentence.clone(), missing, day]
            }
            Is::Case { facts, faults } => {
                let of_row = faults.iter().map(|(column, sentence)| (number, Some(*column), sentence.clone()));
                all.faults.extend(of_row);
                let request = json!({ "calculator": "refund", "asOf": AS_OF, "facts": facts });
                let request: Value = serde_json::from_value(request).unwrap();
                let answer = request::judge(&request, fold).unwrap_or_else(|error| panic!("row {number}: {error}"));
                let mut unread: Vec<&str> = Vec::new();
                for (column, _) in faults {
                    if !unread.contains(&headings[*column].as_str()) {
                        unread.push(&headings[*column]);
                    }
                }
                let added = added(&answer, &unread.join("、"));
                if added[0] == "可以" {
                    let (least, most) = fen(answer.amount).unwrap_or_default();
                    all.sum = (all.sum.0 + least, all.sum.1 + most);
                }
                added
            }
        };
        if !added[0].is_empty() && !matches!(made.is, Is::Total) {
            *all.counts.entry(added[0].clone()).or_default() += 1;
        }
        all.added.push(added);
    }
    all
}

fn words(conclusion: &str) -> [String; 5] {
    [conclusion.to_owned(), String::new(), String::new(), String::new(), String::new()]
}

fn added(answer: &Assessment, unread: &str) -> [String; 5] {
    let agency = || answer.conditions.iter().find(|condition| condition.verdict == Judgement::Unknown);
    let unmet = || answer.conditions.iter().find(|condition| condition.verdict == Judgement::Unmet).unwrap();
    let (conclusion, reason) = match answer.outcome {
        Outcome::Eligible => ("可以", String::new()),
        Outcome::Ineligible => ("不符合", unmet().title.clone()),
        Outcome::Undetermined if answer.needs.is_empty() => {
            ("由经办机构认定", format!("要由经办机构认定：{}", agency().unwrap().title))
        }
        Outcome::Undetermined => ("还差信息", String::new()),
        Outcome::Closed => panic!("a round covers the day"),
    };
    let notes = [reason, if unread.is_empty() { String::new() } else { format!("读不懂：{unread}") }];
    let notes: Vec<String> = notes.into_iter().filter(|note| !note.is_empty()).collect();
    let measure = PACK.measure("refund").unwrap();
    let label = |need: &wengang::api::answer::Need| measure.fact(need.fact).unwrap().1.question.label.clone();
    let last_day = answer.policy.window.and_then(|window| window.to).filter(|_| conclusion != "不符合");
    [
        conclusion.to_owned(),
        match answer.amount {
            None => String::new(),
            Some(Amount::Exact { value }) => value.to_string(),
            Some(Amount::Range { min, max }) => format!("{min} 至 {max}"),
        },
        notes.join("；"),
        answer.needs.iter().map(label).collect::<Vec<_>>().join("、"),
        last_day.map(|day| day.to_string()).unwrap_or_default(),
    ]
}

fn fen(amount: Option<Amount>) -> Option<(u128, u128)> {
    let fen = |money: wengang::policy::money::Money| money.to_string().replace('.', "").parse::<u128>().unwrap();
    match amount? {
        Amount::Exact { value } => Some((fen(value), fen(value))),
        Amount::Range { min, max } => Some((fen(min), fen(max))),
    }
}
