//! Any bytes as typed text in a box for a number, an amount, a day or a month.

use wengang::api::entry::{self, EntryError};
use wengang::policy::date::Date;
use wengang::policy::money::Money;
use wengang::policy::month::Month;
use wengang::policy::ratio::AverageInsured;

/// What is understood reads back as the same, and what is not is reported.
pub fn check(data: &[u8]) {
    let text = &String::from_utf8_lossy(data);
    returns(entry::amount(text), |amount| entry::shown_amount(*amount), entry::amount);
    returns(entry::average(text), |average| entry::shown_average(*average), entry::average);
    returns(entry::persons(text), |persons| entry::shown_count(*persons, "人"), entry::persons);
    let months = |text: &str| entry::count(text, "个月", 0, 1200);
    returns(months(text), |months| entry::shown_count(*months, "个月"), months);
    returns(entry::count(text, "个月", 1, 12), |months| entry::shown_count(*months, "个月"), months);
    returns(entry::day(text), |day| entry::shown_day(*day), entry::day);
    returns(entry::month(text), |month| entry::shown_month(*month), entry::month);
    returns(entry::tag(text), String::clone, entry::tag);
    returns(entry::headline(text), String::clone, entry::headline);
    strict(text);
    assert!(entry::is_identity(text) || !entry::is_long_identity(text));
}

/// What the strict readers of the core accept, the lenient ones read as the same.
fn strict(text: &str) {
    if let Ok(amount) = Money::parse(text) {
        assert_eq!((Money::parse(&amount.to_string()), entry::amount(text)), (Ok(amount), Ok(amount)));
    }
    if let Ok(average) = AverageInsured::parse(text) {
        assert_eq!(entry::average(text), Ok(average));
    }
    if let Ok(day) = Date::parse(text) {
        assert_eq!((day.to_string().as_str(), entry::day(text)), (text, Ok(day)));
        assert!((Date::MIN..=Date::MAX).contains(&day));
        assert_eq!(day.next().previous(), day);
    }
    if let Ok(month) = Month::parse(text) {
        assert_eq!((month.to_string().as_str(), entry::month(text)), (text, Ok(month)));
    }
}

fn returns<T: PartialEq + std::fmt::Debug>(
    read: Result<T, EntryError>,
    show: impl Fn(&T) -> String,
    again: impl Fn(&str) -> Result<T, EntryError>,
) {
    match read {
        Ok(value) => assert_eq!(again(&show(&value)).as_ref(), Ok(&value), "{}", show(&value)),
        Err(error) => assert!(!error.sentence().is_empty()),
    }
}
