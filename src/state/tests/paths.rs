//! Every path through every form ends in an answer: all choices, and numbers on either side of each threshold.
//!
//! Two states count as one where the same questions are open and the same things are found: what follows from them is
//! the same.

use std::collections::HashSet;

use wengang_engine::Value;
use wengang_engine::pack::Dated;

use super::*;
use crate::api::policies::{industries, regions};
use crate::law::PACK;
use crate::policy::case::Separation;

/// Walks a form, one open question after the other.
struct Walk {
    seen: HashSet<String>,
    ends: usize,
    alternatives: fn(&Page, Question) -> Vec<Vec<Action>>,
}

impl Walk {
    fn over(page: Page, alternatives: fn(&Page, Question) -> Vec<Vec<Action>>) -> Self {
        let mut walk = Self { seen: HashSet::new(), ends: 0, alternatives };
        walk.go(page, &[]);
        walk
    }

    /// `asked`: questions that may stay empty are never open, and asked once all the same.
    fn go(&mut self, page: Page, asked: &[Question]) {
        if !self.seen.insert(found(&page, asked)) {
            return;
        }
        let questions = page.on_screen();
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

    /// There is an answer in words, and whatever it still lacks was answered with 不清楚.
    fn end(&mut self, page: &Page) {
        self.ends += 1;
        let answer = page.answer();
        let assessment = answer.assessment.unwrap();
        assert!(!assessment.headline().is_empty());
        assert!(answer.needs.iter().all(|need| page.0.is_done(need.question)), "{:?}", answer.needs);
        assert!(!assessment.next_steps.is_empty() && !assessment.policy.title.is_empty());
        for condition in
            assessment.conditions.iter().chain(assessment.certificates().iter().flat_map(|i| &i.conditions))
        {
            assert!(!condition.detail.is_empty() && !condition.title.is_empty());
        }
    }
}

/// What is found so far, and what is open.
pub(super) fn found(page: &Page, asked: &[Question]) -> String {
    let answer = page.answer();
    let assessment = answer.assessment.unwrap();
    let verdicts: Vec<_> =
        assessment.conditions.iter().map(|condition| (condition.verdict, condition.reason)).collect();
    let items: Vec<_> = assessment
        .certificates()
        .iter()
        .map(|item| (item.amount, item.conditions.iter().map(|c| (c.verdict, c.reason)).collect::<Vec<_>>()))
        .collect();
    let levels: Vec<_> = page.0.skill.certificates.iter().map(|row| (&row.occupation.text, &row.level)).collect();
    let size = matches!(page.0.refund.size, Choice::Is(SizeClass::Large | SizeClass::Medium));
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

fn chosen<T: Clone>(all: &[T], edit: impl Fn(Choice<T>) -> Action) -> Vec<Vec<Action>> {
    all.iter().cloned().map(Choice::Is).chain([Choice::Unknown]).map(|choice| vec![edit(choice)]).collect()
}

pub(super) fn refund(_: &Page, question: Question) -> Vec<Vec<Action>> {
    let yes_no = |edit: fn(Choice<bool>) -> RefundEdit| chosen(&[true, false], |choice| Action::Refund(edit(choice)));
    match question {
        Question::Applicant => chosen(Applicant::ALL, |choice| Action::Refund(RefundEdit::Applicant(choice))),
        Question::Size => chosen(SizeClass::ALL, |choice| Action::Refund(RefundEdit::Size(choice))),
        Question::AverageInsured => typed(Input::Average, &["1", "30", "30.000001", "200", "299.999999", "300"]),
        Question::BenefitDrawers => typed(Input::Drawers, &["0", "1", "2", "6", "7", "11", "12", "16", "17"]),
        Question::FullyPaidMonths => typed(Input::FullyPaid, &["0", "11", "12"]),
        Question::PremiumPaid => typed(Input::Premium, &["0", "0.05", "5万"]),
        Question::CreditListings => {
            let lists: Vec<_> = [vec![]].into_iter().chain(CreditListing::ALL.iter().map(|l| vec![*l])).collect();
            chosen(&lists, |choice| Action::Refund(RefundEdit::Credit(choice)))
        }
        Question::Zombie => yes_no(RefundEdit::Zombie),
        Question::LabourDispatch => yes_no(RefundEdit::LabourDispatch),
        Question::CorporateAccount => yes_no(RefundEdit::CorporateAccount),
        other => panic!("{other:?} is no question of the refund"),
    }
}

pub(super) fn skill(page: &Page, question: Question) -> Vec<Vec<Action>> {
    match question {
        Question::Person => chosen(Person::ALL, |choice| Action::Skill(SkillEdit::Person(choice))),
        Question::InsuredMonths => typed(Input::InsuredMonths, &["11", "12", "35", "36"]),
        Question::Certificates => {
            let key = page.0.skill.certificates[0].key;
            let first: Vec<_> = certificates(key, "电工");
            let one_more = |actions: &Vec<Action>| {
                let next = page.0.skill.next_key;
                let add = [actions.clone(), vec![Action::Skill(SkillEdit::AddCertificate)]].concat();
                let second = certificates(next, "电工").into_iter().chain(certificates(next, "焊工"));
                second.map(|more| [add.clone(), more].concat()).collect::<Vec<_>>()
            };
            let both: Vec<_> = first.iter().flat_map(one_more).collect();
            [first, both].concat()
        }
        Question::Received => {
            let key = page.0.skill.received[0].key;
            let answered = |choice| Action::Skill(SkillEdit::HasReceived(choice));
            let none = [Choice::Unknown, Choice::Is(false)].map(|choice| vec![answered(choice)]);
            let rows = received(key).into_iter().map(|row| [vec![answered(Choice::Is(true))], row].concat());
            none.into_iter().chain(rows).collect()
        }
        other => panic!("{other:?} is no question of the skill subsidy"),
    }
}

/// Certificates of every level and kind, issued on either side of the window's ends.
fn certificates(key: u32, occupation: &str) -> Vec<Vec<Action>> {
    let mut rows = Vec::new();
    let levels: Vec<_> = (1..=5).map(level).map(Choice::Is).chain([Choice::Unknown]).collect();
    let kinds: Vec<_> = CertificateKind::ALL.iter().map(|k| Choice::Is(*k)).chain([Choice::Unknown]).collect();
    for chosen_level in &levels {
        for kind in &kinds {
            for issued in ["2023-08-31", "2023-09-01", "2024-09-01", "2024-09-02"] {
                // Kinds and levels vary one at a time around a certificate that is all right.
                if *chosen_level != Choice::Is(level(4)) && *kind != Choice::Is(CertificateKind::SkillLevel) {
                    continue;
                }
                rows.push(vec![
                    Action::Type(Input::Occupation(key), occupation.to_owned()),
                    Action::Skill(SkillEdit::Level(key, *chosen_level)),
                    Action::Skill(SkillEdit::Kind(key, *kind)),
                    Action::Type(Input::IssuedOn(key), issued.to_owned()),
                ]);
            }
        }
    }
    for training in [Choice::Is(true), Choice::Is(false), Choice::Unknown] {
        let mut row = rows.last().cloned().unwrap_or_default();
        row.push(Action::Skill(SkillEdit::TrainingSubsidy(key, training)));
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
                Action::Type(Input::ReceivedOccupation(key), "电工".to_owned()),
                Action::Skill(SkillEdit::ReceivedLevel(key, Choice::Is(level(number)))),
                Action::Type(Input::ReceivedOn(key), day.to_owned()),
            ]);
        }
    }
    rows.push(vec![
        Action::DontKnow(Input::ReceivedOccupation(key), true),
        Action::Skill(SkillEdit::ReceivedLevel(key, Choice::Unknown)),
        Action::DontKnow(Input::ReceivedOn(key), true),
    ]);
    rows
}

pub(super) fn premium(_: &Page, question: Question) -> Vec<Vec<Action>> {
    match question {
        Question::Wage => typed(Input::Wage, &["0", "3920.54", "3920.55", "19602.75", "19602.76"]),
        Question::WageMonth => {
            optional(Input::WageMonth, &["2015-02", "2015-03", "2016-05", "2023-05", "2024-08", "2025-12", "2026-01"])
        }
        Question::Headcount => optional(Input::Headcount, &["0", "1", "30"]),
        Question::WageMonths => optional(Input::WageMonths, &["1", "12"]),
        other => panic!("{other:?} is no question of the premium"),
    }
}

pub(super) fn benefit(_: &Page, question: Question) -> Vec<Vec<Action>> {
    let edit = |edit: fn(Choice<bool>) -> BenefitEdit| chosen(&[true, false], |choice| Action::Benefit(edit(choice)));
    match question {
        Question::Region => {
            let places: Vec<_> = regions().iter().map(Place::In).chain([Place::Elsewhere]).collect();
            chosen(&places, |choice| Action::Benefit(BenefitEdit::Region(choice)))
        }
        Question::BenefitInsured => typed(Input::BenefitInsured, &["0", "11", "12", "60", "191", "192"]),
        Question::Separation => chosen(Separation::ALL, |choice| Action::Benefit(BenefitEdit::Separation(choice))),
        Question::Registered => edit(BenefitEdit::Registered),
        Question::Reemployed => edit(BenefitEdit::Reemployed),
        Question::Unused => optional(Input::Unused, &["0", "1", "24"]),
        Question::FirstMonth => optional(Input::FirstMonth, &["2020-09", "2020-10", "2024-06", "2025-12"]),
        other => panic!("{other:?} is no question of the benefit"),
    }
}

pub(super) fn size(page: &Page, question: Question) -> Vec<Vec<Action>> {
    let input = match question {
        Question::Industry => return chosen(&industries().iter().collect::<Vec<_>>(), Action::Industry),
        Question::Employees => Input::Employees,
        Question::Revenue => Input::Revenue,
        Question::Assets => Input::Assets,
        other => panic!("{other:?} is no question of the size class"),
    };
    let indicator = match question {
        Question::Employees => "从业人员",
        Question::Revenue => "营业收入",
        _ => "资产总额",
    };
    let industry = page.0.size.industry.known();
    let least = industry.map(|industry| bounds(industry.id, indicator)).unwrap_or_default().into_iter();
    let texts: Vec<_> = least.flat_map(|least| [least - 1, least]).map(|number| number.to_string()).collect();
    typed(input, &texts.iter().map(String::as_str).collect::<Vec<_>>())
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
        let walk = Walk::over(Page::on(today, Screen::Refund), refund);
        assert!(walk.ends > 0, "{today}");
        // A closed round asks nothing; otherwise every way of failing and passing is walked.
        assert_eq!(walk.ends == 1, today.year() == 2027, "{}", walk.ends);
    }
}

#[test]
fn every_path_through_the_skill_subsidy_ends_in_an_answer() {
    assert!(Walk::over(Page::open(Screen::SkillSubsidy), skill).ends > 100);
}

#[test]
fn every_path_through_the_premium_ends_in_an_answer() {
    assert!(Walk::over(Page::open(Screen::Premium), premium).ends > 5);
}

#[test]
fn every_path_through_the_benefit_ends_in_an_answer() {
    assert!(Walk::over(Page::open(Screen::UnemploymentBenefit), benefit).ends > 50);
}

#[test]
fn every_path_through_the_size_class_ends_in_an_answer() {
    assert!(Walk::over(Page::open(Screen::SizeClass), size).ends > 20);
}
