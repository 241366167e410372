//! The law's files: at every boundary, on every day, against contradictions, and whether a change to them is noticed.
//!
//! A measure is one module here: a [`Measured`] and `tests_of!`.

mod letters;
mod mutants;

use proptest::prelude::*;
use serde_json::{Value as Json, json};
use wengang::api::fold::fold;
use wengang::api::request::{self, Value};
use wengang::policy::date::Date;

use crate::second::assert_agrees;

/// A measure and what its law is tried with.
pub struct Measured {
    /// The calculator's name in the API.
    calculator: &'static str,
    /// Random requests, aimed at the edges of its law.
    requests: fn() -> BoxedStrategy<Json>,
    /// Every boundary of its law, one day or one unit on either side: requests in full.
    boundaries: fn() -> Vec<Json>,
    /// Requests that are more than the second implementation, which tries everything there is, can try.
    large: fn() -> Vec<Json>,
    /// The first and the last day that is asked with `nothing`.
    days: (&'static str, &'static str),
    /// The facts of a case of which nothing is known.
    nothing: fn() -> Json,
    /// Facts that contradict each other, with the field that is named, or do not.
    contradictions: fn() -> Vec<(Json, Option<&'static str>)>,
    /// How many mutants its pack has at least.
    mutants: usize,
    /// Mutants of its pack that are equivalent, each with the reason.
    equivalent: &'static [&'static str],
}

/// The tests of a measure.
macro_rules! tests_of {
    ($measure:expr) => {
        #[test]
        fn the_second_implementation_agrees_at_every_boundary() {
            $measure.try_boundaries();
        }

        #[test]
        fn the_second_implementation_agrees_on_every_day_with_nothing_known() {
            $measure.try_days();
        }

        #[test]
        fn facts_that_cannot_be_together_are_refused() {
            $measure.try_contradictions();
        }

        #[test]
        fn every_mutant_of_the_pack_is_noticed() {
            $measure.try_mutants();
        }
    };
}

mod hiring_subsidy;
mod premium;
mod refund;
mod size_class;
mod skill_subsidy;
mod unemployment_benefit;

impl Measured {
    fn request(&self, day: &str, facts: &Json) -> Json {
        json!({"calculator": self.calculator, "asOf": day, "facts": facts})
    }

    fn try_boundaries(&self) {
        let requests = (self.boundaries)();
        assert!(requests.len() >= 10, "{}", requests.len());
        requests.iter().for_each(assert_agrees);
    }

    fn try_days(&self) {
        let (first, last) = self.days;
        let (first, last, nothing) = (Date::parse(first).unwrap(), Date::parse(last).unwrap(), (self.nothing)());
        let days = std::iter::successors(Some(first), |day| Some(day.next())).take_while(|day| *day <= last);
        let count = days.inspect(|day| assert_agrees(&self.request(&day.to_string(), &nothing))).count();
        assert!(count >= 365, "{count}");
    }

    fn try_contradictions(&self) {
        for (facts, expected) in (self.contradictions)() {
            let value: Value = serde_json::from_value(self.request("2024-09-01", &facts)).unwrap();
            let refused = request::read(&value, fold).err();
            assert_eq!(refused.map(|error| error.field).as_deref(), expected, "{facts}");
        }
    }
}
