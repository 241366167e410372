//! Every premium there is up to 200,000 元, at every rate there is, against whole numbers.

use std::collections::BTreeSet;
use std::thread;

use wengang::packs::PACKS;
use wengang::policy::money::Money;
use wengang::policy::ratio::Ratio;

/// 200,000.00 元 in 分.
const LAST_FEN: u64 = 20_000_000;

fn rates() -> BTreeSet<Ratio> {
    let rounds = PACKS.refund.rounds.known();
    let of_round = rounds
        .iter()
        .flat_map(|round| [&round.large, &round.smaller, &round.body_large, &round.body_small].map(|rate| rate.value));
    of_round.collect()
}

/// Half a 分 is rounded up: a rate has three decimals of a percent at most.
fn in_whole_numbers(fen: u64, rate: Ratio) -> u64 {
    (fen * u64::from(rate.milli_percent()) + 50_000) / 100_000
}

#[test]
fn every_premium_at_every_rate_agrees_with_whole_numbers() {
    let rates = rates();
    assert!(rates.len() >= 3, "{rates:?}");
    thread::scope(|scope| {
        for rate in rates {
            scope.spawn(move || {
                for fen in 0..=LAST_FEN {
                    let share = Money::from_fen(fen).share(rate);
                    assert_eq!(share, Money::from_fen(in_whole_numbers(fen, rate)), "{fen} 分 at {rate:?}");
                }
            });
        }
    });
}
