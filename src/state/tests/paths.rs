//! Every path through every form ends in an answer: all choices, and numbers on either side of each threshold.
//!
//! Two states count as one where the same questions are open and the same things are found: what follows from them is
//! the same.

use std::collections::HashSet;

use wengang_engine::Value;
use wengang_engine::pack::Dated;

use super::*;
use crate::api::policies::industries;
use crate::law::PACK;

/// Goes through a form, one open question after the other.
struct Journey {
    seen: HashSet<String>,
    ends: usize,
    alternatives: fn(&Page, Question) -> Vec<Vec<Action>>,
}

impl Journey {
    fn over(page: Page, alternatives: fn(&Page, Question) -> Vec<Vec<Action>>) -> Self {
        let mut journey = Self { seen: HashSet::new(), ends: 0, alternatives };
        journey.go(page, &[]);
        journey
    }

    /// `asked`: questions that may stay empty are never open, and asked once all the same.
    fn go(&mut self, page: Page, asked: &[Question]) {
        let answer = page.answer();
        let questions: Vec<_> = answer.groups.iter().flat_map(|group| group.questions.clone()).collect();
        if !self.seen.insert(found(&page, answer, asked)) {
            return;
        }
        let is_open = |question: &&Question| !page.0.is_done(**question) || !asked.contains(question);
        match questions.iter().find(is_open).copied() {
            Some(question) if !asked.contains(&question) => {
                let asked = [asked, &[question]].concat();
                for actions in (self.alternatives)(&page, question) {
                    self.go(actions.into_iter().fold(Page(page.0.clone()), Page::then), &asked);
                }
            }
            Some(question) => panic!("{question:?} was answered and is still open: {:?}", page.0),
            None => self.end(&page),
        }
    }

    /// There is an answer in words, and every missing fact was answered with 不清楚.
    fn end(&mut self, page: &Page) {
        self.ends += 1;
        let answer = page.answer();
        let assessment = answer.assessment.unwrap();
        assert!(!assessment.headline().is_empty());
        assert!(answer.needs.iter().all(|need| page.0.is_done(need.question)), "{:?}", answer.needs);
        assert!(!assessment.next_steps.is_empty() && !assessment.policy.title.is_empty());
        for condition in assessment.conditions.iter().chain(assessment.judged().iter().flat_map(|i| &i.conditions)) {
            assert!(!condition.detail.is_empty() && !condition.title.is_empty());
        }
    }
}

/// What is found so far, and what is open.
pub(super) fn found(page: &Page, answer: Answer, asked: &[Question]) -> String {
    let assessment = answer.assessment.unwrap();
    let verdicts: Vec<_> =
        assessment.conditions.iter().map(|condition| (condition.verdict, condition.reason)).collect();
    let items: Vec<_> = assessment
        .judged()
        .iter()
        .map(|item| (item.amount, item.conditions.iter().map(|c| (c.verdict, c.reason)).collect::<Vec<_>>()))
        .collect();
    let row = |row: &RowForm| format!("{:?} {:?}", row.sheet.get("occupation"), row.sheet.get("level"));
    let levels: Vec<_> = page.certificates().iter().map(row).collect();
    let size = matches!(picked(&page.0, "refund.size"), Some("large" | "medium"));
    format!(
        "{:?}",
        (
            (assessment.outcome, assessment.amount.map(|amount| std::mem::discriminant(&amount)), &assessment.needs),
            (verdicts, items, levels, answer.incomplete, size),
            (asked, answer.groups, &assessment.policy.id, assessment.size()),
            assessment.word("clamped"),
        )
    )
}

fn typed(input: Input, texts: &[&str]) -> Vec<Vec<Action>> {
    let one = |text: &&str| vec![Action::Type(input, (*text).to_owned())];
    texts.iter().map(one).chain([vec![Action::DontKnow(input, true)]]).collect()
}

/// A box that may stay empty.
fn optional(input: Input, texts: &[&str]) -> Vec<Vec<Action>> {
    let one = |text: &&str| vec![Action::Type(input, (*text).to_owned())];
    texts.iter().map(one).chain([vec![]]).collect()
}

/// Every option of a fact, and 不清楚.
fn chosen(question: Question) -> Vec<Vec<Action>> {
    let declared = question.declared().unwrap();
    let words = declared.words_of(["是", "不是"]);
    let pick = |picked| vec![Action::Answer(question.into(), Edit::Pick(picked))];
    let one = |(id, _): &(&str, &str)| pick(Choice::Is(vec![(*id).to_owned()]));
    let mut all: Vec<_> = words.iter().map(one).collect();
    all.push(pick(Choice::Unknown));
    all
}

pub(super) fn refund(_: &Page, question: Question) -> Vec<Vec<Action>> {
    let typed = |texts: &[&str]| typed(Input::Of(question.into()), texts);
    match question.name() {
        "averageInsured" => typed(&["1", "30", "30.000001", "200", "299.999999", "300"]),
        "benefitDrawers" => typed(&["0", "1", "2", "6", "7", "11", "12", "16", "17"]),
        "fullyPaidMonths" => typed(&["0", "11", "12"]),
        "premiumPaid" => typed(&["0", "0.05", "5万"]),
        "creditListings" => [chosen(question), vec![vec![none("refund.creditListings")]]].concat(),
        _ => chosen(question),
    }
}

pub(super) fn skill(page: &Page, question: Question) -> Vec<Vec<Action>> {
    match question.name() {
        "insuredMonths" => typed(Input::Of(question.into()), &["11", "12", "35", "36"]),
        "certificates" => {
            let key = page.certificates()[0].key;
            let first: Vec<_> = certificates(key, "电工");
            let one_more = |actions: &Vec<Action>| {
                let next = page.0.rows(question).next_key;
                let add = [actions.clone(), vec![add("skill-subsidy.certificates")]].concat();
                let second = certificates(next, "电工").into_iter().chain(certificates(next, "焊工"));
                second.map(|more| [add.clone(), more].concat()).collect::<Vec<_>>()
            };
            let both: Vec<_> = first.iter().flat_map(one_more).collect();
            [first, both].concat()
        }
        "received" => {
            let key = page.received()[0].key;
            let none = vec![vec![unsure("skill-subsidy.received")], vec![pick("skill-subsidy.received", "no")]];
            let yes = || vec![pick("skill-subsidy.received", "yes")];
            let rows = received(key).into_iter().map(|row| [yes(), row].concat());
            none.into_iter().chain(rows).collect()
        }
        _ => chosen(question),
    }
}

/// Certificates of every level and kind, issued on either side of the window's ends.
fn certificates(key: u32, occupation: &str) -> Vec<Vec<Action>> {
    let in_field = |name| match held(key, name) {
        Input::Of(subject) => move |option: &str| match option {
            "unknown" => Action::Answer(subject, Edit::Pick(Choice::Unknown)),
            option => Action::pick(subject, option),
        },
        other => panic!("{other:?}"),
    };
    let mut rows = Vec::new();
    for level in ["1", "2", "3", "4", "5", "unknown"] {
        for kind in [
            "vocational-qualification",
            "skill-level",
            "special-capability",
            "special-operation",
            "professional-title",
            "unknown",
        ] {
            for issued in ["2023-08-31", "2023-09-01", "2024-09-01", "2024-09-02"] {
                // Kinds and levels vary one at a time around a certificate that is all right.
                if level != "4" && kind != "skill-level" {
                    continue;
                }
                rows.push(vec![
                    Action::Type(held(key, "occupation"), occupation.to_owned()),
                    in_field("level")(level),
                    in_field("kind")(kind),
                    Action::Type(held(key, "issuedOn"), issued.to_owned()),
                ]);
            }
        }
    }
    for training in ["yes", "no", "unknown"] {
        let mut row = rows.last().cloned().unwrap_or_default();
        row.push(in_field("trainingSubsidyReceived")(training));
        rows.push(row);
    }
    rows
}

/// A subsidy received: every level, this year and before.
fn received(key: u32) -> Vec<Vec<Action>> {
    let mut rows = Vec::new();
    for number in 1..=5 {
        for day in ["2023-12-31", "2024-01-01"] {
            rows.push(vec![
                Action::Type(had(key, "occupation"), "电工".to_owned()),
                pick_in(had(key, "level"), &number.to_string()),
                Action::Type(had(key, "receivedOn"), day.to_owned()),
            ]);
        }
    }
    rows.push(vec![
        Action::DontKnow(had(key, "occupation"), true),
        unsure_in(had(key, "level")),
        Action::DontKnow(had(key, "receivedOn"), true),
    ]);
    rows
}

pub(super) fn premium(_: &Page, question: Question) -> Vec<Vec<Action>> {
    let input = Input::Of(question.into());
    match question.name() {
        "monthlyWage" => typed(input, &["0", "3920.54", "3920.55", "19602.75", "19602.76"]),
        "month" => optional(input, &["2015-02", "2015-03", "2016-05", "2023-05", "2024-08", "2025-12", "2026-01"]),
        "headcount" => optional(input, &["0", "1", "30"]),
        "months" => optional(input, &["1", "12"]),
        other => panic!("{other} is no question of the premium"),
    }
}

pub(super) fn benefit(_: &Page, question: Question) -> Vec<Vec<Action>> {
    let input = Input::Of(question.into());
    match question.name() {
        "region" => [chosen(question), vec![vec![pick("unemployment-benefit.region", ELSEWHERE)]]].concat(),
        "insuredMonths" => typed(input, &["0", "11", "12", "60", "191", "192"]),
        "unusedMonths" => optional(input, &["0", "1", "24"]),
        "monthsToRetirement" => optional(input, &["0", "6"]),
        "firstMonth" => optional(input, &["2020-09", "2020-10", "2024-06", "2025-12"]),
        _ => chosen(question),
    }
}

pub(super) fn size(page: &Page, question: Question) -> Vec<Vec<Action>> {
    let indicator = match question.name() {
        "industry" => return chosen(question),
        "employees" => "从业人员",
        "revenue" => "营业收入",
        "assets" => "资产总额",
        other => panic!("{other} is no question of the size class"),
    };
    let least = picked(&page.0, "size-class.industry").map(|id| bounds(id, indicator)).unwrap_or_default().into_iter();
    let texts: Vec<_> = least.flat_map(|least| [least - 1, least]).map(|number| number.to_string()).collect();
    typed(Input::Of(question.into()), &texts.iter().map(String::as_str).collect::<Vec<_>>())
}

/// The bounds of an industry on one indicator, in persons or 元.
fn bounds(industry: &str, indicator: &str) -> Vec<i128> {
    let place = industries().iter().position(|known| known.id == industry).unwrap();
    let params = &PACK.measure("size-class").unwrap().params;
    let rows = params.iter().filter(|param| param.name.ends_with(indicator)).flat_map(|param| &param.rows);
    let values = rows.filter_map(|row| match &row.is {
        Dated::Values(values, _) => values[place].as_ref(),
        Dated::Gap(_) => None,
    });
    let whole = |value: &Value| match value {
        Value::Count(persons) => persons.get().numerator(),
        Value::Money(yuan) => yuan.get().numerator(),
        other => panic!("{other:?}"),
    };
    values.map(whole).collect()
}

#[test]
fn every_path_through_the_refund_ends_in_an_answer() {
    for today in [IN_2024, Date::new(2026, 11, 25), Date::new(2027, 1, 1)] {
        let journey = Journey::over(Page::on(today, Screen::Of(Calculator::REFUND)), refund);
        assert!(journey.ends > 0, "{today}");
        // A closed round asks nothing; otherwise every way of failing and passing is walked.
        assert_eq!(journey.ends == 1, today.year() == 2027, "{}", journey.ends);
    }
}

#[test]
fn every_path_through_the_skill_subsidy_ends_in_an_answer() {
    assert!(Journey::over(Page::open(Screen::Of(Calculator::SKILL_SUBSIDY)), skill).ends > 100);
}

#[test]
fn every_path_through_the_premium_ends_in_an_answer() {
    assert!(Journey::over(Page::open(Screen::Of(Calculator::PREMIUM)), premium).ends > 5);
}

#[test]
fn every_path_through_the_benefit_ends_in_an_answer() {
    assert!(Journey::over(Page::open(Screen::Of(Calculator::UNEMPLOYMENT_BENEFIT)), benefit).ends > 50);
}

#[test]
fn every_path_through_the_size_class_ends_in_an_answer() {
    assert!(Journey::over(Page::open(Screen::Of(Calculator::SIZE_CLASS)), size).ends > 20);
}
