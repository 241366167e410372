//! One unit either side of every threshold and date of the skill subsidy, taken from the packs: a new round is covered by itself.

use serde_json::{Value as Json, json};
use wengang::policy::date::Date;
use wengang::policy::rule_status;

use crate::cases::judge;
use crate::requests::law::{SkillRule, head, skill_rules};

/// A worker with one certificate who passes every condition of the rule.
fn worker(rule: &SkillRule, issued_on: Date) -> Json {
    let certificate = json!({
        "occupation": "电工", "level": 5, "kind": "skill-level", "issuedOn": issued_on.to_string(),
        "trainingSubsidyReceived": false, "urgentShortage": false,
    });
    json!({
        "person": "enterprise-employee", "insuredMonths": rule.insured_months,
        "certificates": [certificate], "received": [],
    })
}

fn ask(day: Date, facts: &Json) -> Json {
    judge(&json!({"calculator": "skill-subsidy", "asOf": day.to_string(), "facts": facts}))
}

fn outcome(day: Date, facts: &Json) -> Json {
    ask(day, facts)["outcome"].clone()
}

/// A day in the middle of the rule's first year on which it is in force.
fn day_in_force(rule: &SkillRule) -> Date {
    let from = rule.window.from;
    let days = (0..4000).scan(from, |day, _| {
        let today = *day;
        *day = day.next();
        Some(today)
    });
    let mut in_force =
        days.filter(|day| rule_status::on(head("skill-subsidy"), *day).rule.is_some_and(|head| head.id == rule.id));
    in_force.nth(100).unwrap()
}

#[test]
fn a_skill_round_opens_on_its_first_day_and_closes_after_its_last() {
    for rule in skill_rules().into_iter().filter(|rule| rule.year.is_some()) {
        let window = rule.window;
        let id_on = |day: Date| {
            let policy = ask(day, &json!({"certificates": []}))["policy"].clone();
            // Without a rule the name is made of the year.
            let judged = (!policy["window"].is_null()).then(|| policy["id"].as_str().unwrap().to_owned());
            let shown = rule_status::on(head("skill-subsidy"), day).rule.map(|head| head.id);
            assert_eq!(judged.as_deref(), shown, "{day}");
            shown
        };
        assert_ne!(id_on(window.from.previous()), Some(rule.id));
        assert_eq!(id_on(window.from), Some(rule.id));
        assert_eq!(id_on(window.to.unwrap()), Some(rule.id));
        assert_ne!(id_on(window.to.unwrap().next()), Some(rule.id));
    }
}

#[test]
fn a_certificate_counts_from_its_day_of_issue_to_the_last_day_of_the_period() {
    for rule in skill_rules() {
        let day = day_in_force(&rule);
        let outcome = |issued_on: Date| outcome(day, &worker(&rule, issued_on));
        let issued_for_last_day = |last: Date| {
            let mut issued = day;
            while issued.plus_months(rule.window_months) > last {
                issued = issued.previous();
            }
            issued
        };
        assert_eq!(outcome(day), "eligible", "{}", rule.id);
        assert_eq!(outcome(day.next()), "ineligible", "{}", rule.id);
        assert_eq!(outcome(issued_for_last_day(day)), "eligible", "{}", rule.id);
        assert_eq!(outcome(issued_for_last_day(day.previous())), "ineligible", "{}", rule.id);
    }
}

#[test]
fn one_insured_month_short_is_short() {
    for rule in skill_rules() {
        let day = day_in_force(&rule);
        let months = rule.insured_months;
        let with = |months: u32| {
            let mut facts = worker(&rule, day);
            facts["insuredMonths"] = json!(months);
            outcome(day, &facts)
        };
        assert_eq!(with(months), "eligible", "{}", rule.id);
        assert_eq!(with(months - 1), "ineligible", "{}", rule.id);
    }
}

#[test]
fn the_years_last_place_is_a_place_and_the_next_is_not() {
    for rule in skill_rules() {
        let day = day_in_force(&rule);
        let outcome = |count: u8, urgent: bool, year: u16| {
            let received_on = Date::new(year, 1, 1).to_string();
            let one = |n: u8| {
                let occupation = format!("工种{n}");
                json!({"occupation": occupation, "level": 5, "receivedOn": received_on, "urgentShortage": urgent})
            };
            let mut facts = worker(&rule, day);
            facts["received"] = (0..count).map(one).collect();
            outcome(day, &facts)
        };
        match rule.yearly {
            None => assert_eq!(outcome(99, false, day.year()), "eligible"),
            Some((total, ordinary)) => {
                assert_eq!(outcome(ordinary - 1, false, day.year()), "eligible");
                assert_eq!(outcome(ordinary, false, day.year()), "ineligible");
                assert_eq!(outcome(total - 1, true, day.year()), "eligible");
                assert_eq!(outcome(total, true, day.year()), "ineligible");
                assert_eq!(outcome(total, false, day.year() - 1), "eligible");
            }
        }
    }
}
