//! Facts that are left out: every way to fill them in is tried.

/// A verdict: of each way to fill in what is unknown, yes, no, or a matter for the agency.
pub fn verdict(ways: impl IntoIterator<Item = Option<bool>>) -> &'static str {
    let ways: Vec<_> = ways.into_iter().collect();
    match (ways.iter().all(|way| *way == Some(true)), ways.iter().all(|way| *way == Some(false))) {
        (true, _) => "met",
        (_, true) => "unmet",
        _ => "unknown",
    }
}

/// The outcome that the verdicts make.
pub fn outcome(verdicts: &[&str]) -> &'static str {
    if verdicts.contains(&"unmet") {
        "ineligible"
    } else if verdicts.contains(&"unknown") {
        "undetermined"
    } else {
        "eligible"
    }
}

/// The fact alone, or every way it may be.
pub fn ways<T: Clone>(fact: Option<T>, all: &[T]) -> Vec<T> {
    fact.map_or_else(|| all.to_vec(), |fact| vec![fact])
}
