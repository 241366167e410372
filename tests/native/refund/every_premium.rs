//! Every premium at every rate there is against whole numbers: one whole period of the rounding at several magnitudes, and
//! where everything is tried all premiums up to 200,000 元.

use std::collections::BTreeSet;
use std::iter;
use std::ops::Range;
use std::thread;

use wengang::policy::ratio::Ratio;
use wengang_engine::{Fraction, Money};

use crate::answers::MOST_FEN;
use crate::requests::law::refund_rounds;
use crate::tier::sample;

/// A rate is a whole number of thousandths of a percent: the rounded-off part repeats after this many 分.
const PERIOD: u64 = 100_000;
/// 200,000.00 元 in 分.
const LAST_FEN: u64 = 20_000_000;

fn rates() -> BTreeSet<Ratio> {
    refund_rounds().into_iter().flat_map(|round| round.rates).collect()
}

/// Half a 分 is rounded up: a rate has three decimals of a percent at most.
fn in_whole_numbers(fen: u64, rate: Ratio) -> u64 {
    (fen * u64::from(rate.milli_percent()) + 50_000) / 100_000
}

fn yuan(fen: u64) -> Money {
    Money::new(Fraction::decimal(fen.into(), 2).unwrap())
}

/// From nothing, at 1,234.56 元, 1.2 million, 1.2 billion, and up to the greatest amount that is taken.
fn periods() -> Vec<Range<u64>> {
    let starts = [0, 123_456, 123_456_789, 123_456_789_012, MOST_FEN + 1 - PERIOD];
    starts.map(|start| start..start + PERIOD).to_vec()
}

#[test]
fn every_premium_of_one_period_at_each_magnitude_agrees_with_whole_numbers_at_every_rate() {
    let rates = rates();
    assert!(rates.len() >= 3, "{rates:?}");
    let premiums = sample(periods(), periods().into_iter().chain(iter::once(0..LAST_FEN + 1)).collect());
    thread::scope(|scope| {
        for rate in rates {
            let premiums = premiums.clone();
            scope.spawn(move || {
                let exact = Fraction::decimal(rate.milli_percent().into(), 5).unwrap();
                for fen in premiums.into_iter().flatten() {
                    let share = Money::new(yuan(fen).get().times(exact).unwrap()).rounded().unwrap();
                    assert_eq!(share, yuan(in_whole_numbers(fen, rate)), "{fen} 分 at {rate:?}");
                }
            });
        }
    });
}
