//! The skill subsidy as data.

use proptest::prelude::*;
use serde_json::{Value as Json, json};
use wengang::policy::date::Date;

use super::Measured;
use crate::requests::law::{SkillRule, options, skill_rules, standing_from};
use crate::requests::skill_request;

const SKILL_SUBSIDY: Measured = Measured {
    calculator: "skill-subsidy",
    requests: || skill_request(6).boxed(),
    boundaries,
    large: many,
    days: ("2023-12-01", "2028-12-31"),
    nothing: || json!({"certificates": []}),
    contradictions: || {
        let received = |days: &[&str]| {
            let row = |day: &&str| json!({"occupation": "电工", "level": 5, "receivedOn": day});
            json!({"certificates": [], "received": days.iter().map(row).collect::<Vec<_>>()})
        };
        vec![
            (json!({"certificates": []}), None),
            (received(&["2024-09-01"]), None),
            (received(&["2024-02-01", "2024-09-02"]), Some("facts.received[1].receivedOn")),
            (received(&["2062-02-01"]), Some("facts.received[0].receivedOn")),
        ]
    },
    mutants: 200,
    equivalent: &[
        // What more is paid is never less than 1 元.
        "/insights/3/when/Binary/2/Binary/2/Literal/Money: 0 ÷ 1 is more",
        // Where ordinary places are fewer there is one: who has had it has no certificate left for another.
        "/items/1/Plan/ordinary/1/Binary/0: Minus is Plus",
    ],
};

tests_of!(SKILL_SUBSIDY);

/// One day and one unit on either side of everything that the rules ask.
fn boundaries() -> Vec<Json> {
    skill_rules().iter().flat_map(of_rule).collect()
}

/// A worker on a day.
struct Worker {
    day: Date,
    person: &'static str,
    months: u32,
}

impl Worker {
    fn with(&self, certificates: &[Json], received: &[Json]) -> Json {
        json!({"calculator": "skill-subsidy", "asOf": self.day.to_string(), "facts": {
            "person": self.person, "insuredMonths": self.months, "certificates": certificates, "received": received,
        }})
    }
}

fn certificate(occupation: &str, level: u8, issued_on: Date) -> Json {
    json!({"occupation": occupation, "level": level, "kind": "skill-level", "issuedOn": issued_on.to_string(),
           "trainingSubsidyReceived": false, "urgentShortage": false})
}

/// The same with one thing that is other.
fn with(mut certificate: Json, key: &str, value: Json) -> Json {
    certificate[key] = value;
    certificate
}

fn received(occupation: &str, level: u8, on: Date, urgent: bool) -> Json {
    json!({"occupation": occupation, "level": level, "receivedOn": on.to_string(), "urgentShortage": urgent})
}

fn of_rule(rule: &SkillRule) -> Vec<Json> {
    let (from, to) = (rule.window.from, rule.window.to);
    let (months, window) = (rule.insured_months, rule.window_months);
    // In force also where there is a round in addition to the standing rule.
    let day = Date::new(if rule.year.is_some() { from.year() } else { from.year() + 3 }, 5, 20);
    let usual = Worker { day, person: "enterprise-employee", months };
    let issued = Date::new(day.year(), 3, 10);
    let one = |level: u8| certificate("电工", level, issued);
    let mut requests = Vec::new();
    for day in [Some(from), to].into_iter().flatten().flat_map(|day| [day.previous(), day, day.next()]) {
        requests.push(Worker { day, ..usual }.with(&[certificate("电工", 5, day)], &[]));
    }
    for person in options("skill-subsidy", "person") {
        requests.push(Worker { person, ..usual }.with(&[one(5)], &[]));
    }
    for months in [0, months - 1, months, months + 1, 1200] {
        requests.push(Worker { months, ..usual }.with(&[one(5)], &[]));
    }
    for kind in options("skill-subsidy", "certificates.kind") {
        requests.push(usual.with(&[with(one(4), "kind", json!(kind))], &[]));
        // Another one of a higher level, of that kind, blocks or does not.
        let higher = with(certificate("电工", 3, issued), "kind", json!(kind));
        requests.push(usual.with(&[one(4), higher], &[]));
    }
    requests.extend((1..=5).map(|level| usual.with(&[one(level)], &[])));
    // Whose last day is the day itself, the day before and the day after; and the day of issue itself.
    let last_day = |last: Date| {
        let mut issued = last;
        while issued.plus_months(window) > last {
            issued = issued.previous();
        }
        issued
    };
    for issued in [day.previous(), day, day.next(), last_day(day.previous()), last_day(day), last_day(day.next())] {
        requests.push(usual.with(&[certificate("电工", 5, issued)], &[]));
        // A higher one that is issued by then blocks, one that is issued later does not.
        requests.push(usual.with(&[one(5), certificate("电工", 4, issued)], &[]));
        // On a weekend it is shown until the Monday.
        for later in 0..5 {
            let day = (0..later).fold(issued.plus_months(window), |day, _| day.next());
            requests.push(Worker { day, ..usual }.with(&[certificate("电工", 5, issued)], &[]));
        }
    }
    for trained in [json!(true), json!(null)] {
        requests.push(usual.with(&[with(one(5), "trainingSubsidyReceived", trained)], &[]));
    }
    for (occupation, level) in [("电工", 5), ("电工", 4), ("电工", 3), (" 电工　", 5), ("焊工", 4)] {
        requests.push(usual.with(&[one(5), one(4)], &[received(occupation, level, issued, false)]));
    }
    requests.extend(of_places(&usual, rule, issued));
    requests
}

/// One more and one fewer than the year has places, with and without a certificate that is urgent.
fn of_places(usual: &Worker, rule: &SkillRule, issued: Date) -> Vec<Json> {
    let most = rule.yearly.map_or(4, |(total, _)| total + 1);
    let trades = ["焊工", "茶艺师", "保育师", "育婴员", "西式面点师"];
    let mut requests = Vec::new();
    for count in 0..=most {
        for (year, urgent) in [(0, false), (0, true), (1, false)] {
            let on = Date::new(usual.day.year() - year, 1, 1);
            let before: Vec<_> = trades.iter().take(count.into()).map(|trade| received(trade, 5, on, urgent)).collect();
            for shortage in [json!(true), json!(false), json!(null)] {
                let one = with(certificate("电工", 4, issued), "urgentShortage", shortage);
                requests.push(usual.with(&[one], &before));
            }
            let several: Vec<_> = trades.iter().map(|trade| certificate(trade, 3, issued)).collect();
            requests.push(usual.with(&several, &before));
            let low_and_high = [certificate("电工", 5, issued), certificate("电工", 3, issued.next())];
            requests.push(usual.with(&low_and_high, &before));
        }
    }
    let twins = [
        certificate("电工", 4, issued),
        with(certificate("电工", 4, issued), "urgentShortage", json!(true)),
        certificate("焊工", 5, issued),
    ];
    requests.push(usual.with(&twins, &[]));
    requests
}

/// As many certificates as a request may have and one fewer, under a round and under the standing rule.
fn many() -> Vec<Json> {
    let standing = standing_from();
    let days = [skill_rules()[0].window.from, Date::new(standing.year() + 3, 5, 20)];
    let mut requests = Vec::new();
    for day in days {
        let trade = |number: usize| format!("工种{}", number % 40);
        let level = |number: usize| 3 + u8::try_from(number % 3).unwrap();
        let all: Vec<_> = (0..100).map(|number| certificate(&trade(number), level(number), day)).collect();
        let worker = Worker { day, person: "enterprise-employee", months: 36 };
        requests.push(worker.with(&all, &[]));
        // What one more level brings is not said where there is no room for one more.
        let few = |number: usize| match number {
            0 => certificate("电工", 5, day),
            _ => with(certificate(&trade(number), level(number), day), "kind", json!("special-capability")),
        };
        for count in [99, 100] {
            let certificates: Vec<_> = (0..count).map(few).collect();
            requests.push(worker.with(&certificates, &[]));
        }
    }
    requests
}
