//! The skill subsidy's rounds, and the rule that stands beside them.

use crate::api::answer::Calculator;
use crate::api::policies;
use crate::api::rounds::{self, MeasureRounds, Round, RoundRow};
use crate::packs::PACKS;
use crate::policy::list::Listed;
use crate::policy::pack::SkillRule;
use crate::text::rounds as words;
use crate::text::words::{person, yearly_limit};

pub(super) fn measure() -> MeasureRounds {
    let pack = &PACKS.skill;
    let mut rows = rounds::rows(&pack.rules, |rule| of_year(rule));
    let standing = one(words::STANDING.to_owned(), pack.standing);
    rows.push(RoundRow::Round(Round { change: words::BESIDE.to_owned(), ..standing }));
    rounds::measure(
        Calculator::SkillSubsidy,
        &pack.head,
        vec![rounds::table(words::SKILL_SUBSIDY_IS, words::SKILL_SUBSIDY, rows)],
    )
}

/// A year's round; the standing rule, where no round is, has a row of its own.
fn of_year(rule: &'static SkillRule) -> Option<Round> {
    let year = rule.round?;
    Some(Round { year: Some(year), ..one(words::of_year(year), rule) })
}

fn one(name: String, rule: &'static SkillRule) -> Round {
    let persons: Vec<_> = rule.persons.value.iter().map(|who| person(*who)).listed();
    let mut figures: Vec<_> = rule.amounts.iter().map(|amount| words::amount(amount.value)).listed();
    figures.extend([
        words::months_at_least(rule.insured_months.value),
        words::months_after_issue(rule.window_months.value),
        yearly_limit(rule.yearly.value),
        words::blocking(rule.blocking.value).to_owned(),
        persons.join("、"),
    ]);
    rounds::round(name, &rule.head, policies::documents(&rule.head, &rule.sources()), rule.evidence(), figures)
}
