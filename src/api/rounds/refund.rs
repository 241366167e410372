//! The refund's rounds.

use crate::api::answer::Calculator;
use crate::api::policies;
use crate::api::rounds::{self, MeasureRounds, Round};
use crate::packs::PACKS;
use crate::policy::pack::RefundRound;
use crate::text::rounds as words;

pub(super) fn measure() -> MeasureRounds {
    let pack = &PACKS.refund;
    let rows = rounds::rows(&pack.rounds, |round| Some(one(round)));
    rounds::measure(Calculator::Refund, &pack.head, vec![rounds::table(words::REFUND_IS, words::REFUND, rows)])
}

fn one(round: &'static RefundRound) -> Round {
    let paid = |ratio| words::share(ratio, round.ceiling);
    let limit = |ratio| words::share(ratio, false);
    let figures = vec![
        paid(round.large.value),
        paid(round.smaller.value),
        limit(round.control_target.value),
        limit(round.small_employer_limit.value),
        words::persons_at_most(round.small_employer_persons.value),
        paid(round.body_large.value),
        paid(round.body_small.value),
        words::persons_at_least(round.body_persons.value),
        words::months(u32::from(round.fully_paid_months.value)),
    ];
    let name = words::of_year(round.year);
    let row =
        rounds::round(name, &round.head, policies::documents(&round.head, &round.sources()), round.evidence(), figures);
    Round { year: Some(round.year), ..row }
}
