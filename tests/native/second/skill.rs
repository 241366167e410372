//! 技能提升补贴: every set of certificates that may be applied for is tried.

use serde_json::{Value as Json, json};

use super::calendar::{Day, day, later, text};
use super::figures::{table, whole, wholes, yuan};
use super::unknown::{outcome, verdict, ways};
use crate::requests::completions::PERSONS;

/// A rule in force.
struct Rule {
    insured: i128,
    /// All a calendar year, and of them ordinary ones; a round has both.
    places: Option<[i128; 2]>,
    held_blocks: bool,
    recipients: bool,
}

fn rule(as_of: Day) -> Option<Rule> {
    let rules = table("skill.rules");
    let first = rules.as_table().unwrap().keys().filter_map(|year| year.parse().ok()).min();
    let row = rules.get(as_of.0.to_string()).or_else(|| rules.get("standing").filter(|_| Some(as_of.0) >= first))?;
    Some(Rule {
        insured: whole(&row["insured"]),
        places: row.get("places").map(|places| wholes(places).try_into().unwrap()),
        held_blocks: row["held_blocks"].as_bool().unwrap(),
        recipients: row["recipients"].as_bool().unwrap(),
    })
}

/// A certificate, or a subsidy that was received.
struct Paper {
    occupation: String,
    level: i64,
    on: Day,
    is_urgent: bool,
    is_accepted: bool,
    was_trained: bool,
}

impl Paper {
    fn read(row: &Json) -> Self {
        let name: String =
            unicode_normalization::UnicodeNormalization::nfkc(row["occupation"].as_str().unwrap()).collect();
        let on = row["issuedOn"].as_str().or(row["receivedOn"].as_str()).unwrap();
        Self {
            occupation: name.trim().to_lowercase(),
            level: row["level"].as_i64().unwrap(),
            on: day(on),
            is_urgent: row["urgentShortage"] == true,
            is_accepted: ["skill-level", "vocational-qualification", "either"].iter().any(|kind| row["kind"] == *kind),
            was_trained: row["trainingSubsidyReceived"] == true,
        }
    }

    fn is_same(&self, other: &Self) -> bool {
        self.occupation == other.occupation && self.level == other.level
    }

    fn is_above(&self, other: &Self) -> bool {
        // 0 is no level: it is neither above nor below another.
        self.occupation == other.occupation && 0 < self.level && self.level < other.level
    }

    fn last_day(&self) -> Day {
        later(self.on, whole(&table("skill")["window_months"]))
    }

    /// 分; nothing for the two highest levels.
    fn amount(&self) -> i128 {
        let amounts = wholes(&table("skill")["amounts"]);
        usize::try_from(5 - self.level).ok().and_then(|index| amounts.get(index)).copied().unwrap_or(0)
    }
}

struct Case<'a> {
    as_of: Day,
    rule: Rule,
    facts: &'a Json,
    papers: Vec<Paper>,
    received: Vec<Paper>,
}

fn list(rows: &Json) -> Vec<Paper> {
    rows.as_array().into_iter().flatten().map(Paper::read).collect()
}

impl Case<'_> {
    fn is_person(&self, person: &str) -> Option<bool> {
        match person {
            "other-insured" | "left" => None,
            "benefit-recipient" => Some(self.rule.recipients),
            person => Some(person == "enterprise-employee"),
        }
    }

    /// Places left this calendar year, all and ordinary; no limit is more than anyone can use.
    fn places(&self) -> [i128; 2] {
        let mut places = self.rule.places.unwrap_or([i128::MAX; 2]);
        for one in self.received.iter().filter(|one| one.on.0 == self.as_of.0) {
            places[0] -= 1;
            places[1] -= i128::from(!one.is_urgent);
        }
        places
    }

    fn is_superseded(&self, paper: &Paper) -> bool {
        let held =
            self.papers.iter().filter(|other| self.rule.held_blocks && other.is_accepted && other.on <= self.as_of);
        self.received.iter().chain(held).any(|other| other.is_above(paper))
    }

    fn verdicts(&self, paper: &Paper) -> [(&'static str, &'static str); 9] {
        let persons = ways(self.facts["person"].as_str(), &PERSONS);
        let insured = ways(self.facts["insuredMonths"].as_i64().map(i128::from), &[0, 1200]);
        let [all, ordinary] = self.places();
        let yes = |is: bool| verdict([Some(is)]);
        [
            ("eligible-person", verdict(persons.into_iter().map(|person| self.is_person(person)))),
            ("insured-long-enough", verdict(insured.into_iter().map(|months| Some(months >= self.rule.insured)))),
            ("certificate-kind", yes(paper.is_accepted)),
            ("level-covered", if paper.level == 0 { "unknown" } else { yes(paper.amount() > 0) }),
            ("within-12-months", yes(paper.on <= self.as_of && self.as_of <= paper.last_day())),
            ("not-received-before", yes(!self.received.iter().any(|one| one.is_same(paper)))),
            ("no-training-subsidy", yes(!paper.was_trained)),
            ("not-superseded", yes(!self.is_superseded(paper))),
            ("yearly-limit", yes(all > 0 && (paper.is_urgent || ordinary > 0))),
        ]
    }

    /// Whether all of them can be had in one year: the lower levels first, one for each occupation and level.
    fn can_be_had(&self, chosen: &[usize]) -> bool {
        let papers: Vec<&Paper> = chosen.iter().map(|index| &self.papers[*index]).collect();
        let ordinary = papers.iter().filter(|paper| !paper.is_urgent).count() as i128;
        let [places, ordinary_places] = self.places();
        let is_twice =
            papers.iter().enumerate().any(|(index, one)| papers[..index].iter().any(|other| one.is_same(other)));
        papers.len() as i128 <= places.max(0) && ordinary <= ordinary_places.max(0) && !is_twice
    }

    /// The last day of a certificate, or an earlier one of a higher level that is applied for too.
    fn last_day(&self, index: usize, chosen: &[usize]) -> Day {
        let above = chosen.iter().filter(|other| self.papers[**other].is_above(&self.papers[index]));
        above.chain([&index]).map(|one| self.papers[*one].last_day()).min().unwrap()
    }

    fn apply_by(&self, index: usize, chosen: &[usize]) -> Day {
        let last = self.last_day(index, chosen);
        self.rule.places.map_or(last, |_| last.min((self.as_of.0, 12, 31)))
    }

    /// The set that pays most; of such sets, the one whose last days are earliest, then the order given. Which of two
    /// certificates has the choice where both cannot have the better one is left open: here the one that pays more.
    fn best(&self, eligible: &[usize]) -> Vec<usize> {
        let sets = (0..1_usize << eligible.len()).map(|mask| -> Vec<usize> {
            eligible.iter().enumerate().filter(|(bit, _)| mask >> bit & 1 == 1).map(|(_, index)| *index).collect()
        });
        let total = |set: &Vec<usize>| set.iter().map(|index| self.papers[*index].amount()).sum::<i128>();
        let order = |set: &Vec<usize>| {
            let one = |index: &usize| (-self.papers[*index].amount(), self.papers[*index].last_day(), *index);
            let mut days: Vec<_> = set.iter().map(one).collect();
            days.sort_unstable();
            days
        };
        let possible = sets.filter(|set| self.can_be_had(set));
        possible.min_by_key(|set| (-total(set), order(set))).unwrap()
    }

    /// In the order to apply: by the last days, lower levels before higher ones, then the order given.
    fn plan(&self, mut chosen: Vec<usize>) -> Vec<Json> {
        let mut plan = Vec::new();
        let all = chosen.clone();
        while !chosen.is_empty() {
            let is_free =
                |index: &usize| !chosen.iter().any(|other| self.papers[*index].is_above(&self.papers[*other]));
            let next = chosen
                .iter()
                .copied()
                .filter(is_free)
                .min_by_key(|index| (self.last_day(*index, &all), *index))
                .unwrap();
            chosen.retain(|index| *index != next);
            let amount = yuan(self.papers[next].amount());
            plan.push(json!({"id": next.to_string(), "amount": amount, "applyBy": text(self.apply_by(next, &all))}));
        }
        plan
    }

    /// What the year leaves over, and when next year it could still be had.
    fn skipped(&self, index: usize, chosen: &[usize]) -> Json {
        let paper = &self.papers[index];
        let id = index.to_string();
        if chosen.iter().any(|other| self.papers[*other].is_same(paper)) {
            return json!({"id": id, "because": "same-occupation-and-level"});
        }
        let from = (self.as_of.0 + 1, 1, 1);
        if paper.last_day() < from || chosen.iter().any(|other| self.papers[*other].is_above(paper)) {
            return json!({"id": id, "because": "yearly-limit"});
        }
        json!({"id": id, "because": "yearly-limit", "from": text(from), "until": text(paper.last_day())})
    }
}

pub fn answer(as_of: &str, facts: &Json) -> Json {
    let as_of = day(as_of);
    let Some(rule) = rule(as_of) else {
        return json!({
            "outcome": "closed", "status": "not-recorded", "verdicts": {}, "amount": [null, null], "items": [],
            "result": [null, null],
        });
    };
    let case = Case { as_of, rule, facts, papers: list(&facts["certificates"]), received: list(&facts["received"]) };
    let verdicts: Vec<_> = case.papers.iter().map(|paper| case.verdicts(paper)).collect();
    let outcomes: Vec<_> = verdicts.iter().map(|verdicts| outcome(&verdicts.map(|(_, verdict)| verdict))).collect();
    let eligible: Vec<usize> = (0..outcomes.len()).filter(|index| outcomes[*index] == "eligible").collect();
    let chosen = case.best(&eligible);
    let total = (!chosen.is_empty()).then(|| yuan(chosen.iter().map(|index| case.papers[*index].amount()).sum()));
    let only_the_year = |verdicts: &[(&str, &str); 9]| {
        verdicts.iter().all(|(id, verdict)| (*verdict == "met") == (*id != "yearly-limit"))
    };
    let left_over = (0..outcomes.len())
        .filter(|index| (eligible.contains(index) && !chosen.contains(index)) || only_the_year(&verdicts[*index]));
    let skipped: Vec<Json> = left_over.map(|index| case.skipped(index, &chosen)).collect();
    let outcome = match (chosen.is_empty(), outcomes.is_empty() || outcomes.contains(&"undetermined")) {
        (false, _) => "eligible",
        (true, true) => "undetermined",
        (true, false) => "ineligible",
    };
    let items = case.papers.iter().zip(&verdicts).zip(&outcomes).map(|((paper, verdicts), outcome)| {
        let verdicts = verdicts.iter().copied().collect::<std::collections::BTreeMap<_, _>>();
        json!([outcome, text(paper.last_day()), verdicts])
    });
    let result = if case.papers.is_empty() { json!([null, null]) } else { json!([case.plan(chosen), skipped]) };
    json!({
        "outcome": outcome, "status": "open", "verdicts": {}, "amount": [total, total],
        "items": items.collect::<Vec<_>>(), "result": result,
    })
}
