//! What a premium's answer says besides: who saves how much.

use wengang::packs::PACKS;
use wengang::policy::case::PremiumFacts;
use wengang::policy::date::Date;
use wengang::policy::money::Money;
use wengang::policy::rules::premium::{Insight, assess};

#[test]
fn what_employer_and_employee_save_makes_up_the_whole() {
    for fen in (0..3_000_000).step_by(7_919) {
        let facts = PremiumFacts {
            monthly_wage: Some(Money::from_fen(fen)),
            headcount: Some(7),
            months: Some(5),
            ..PremiumFacts::default()
        };
        let answer = assess(&facts, &PACKS, Date::new(2025, 3, 1));
        let parts = answer.insights.iter().find_map(|insight| match insight {
            Insight::SavedBy { employer, employee } => Some(employer.plus(*employee)),
            _ => None,
        });
        assert_eq!(parts, answer.result.map(|result| result.saved_total), "{fen}");
    }
}
