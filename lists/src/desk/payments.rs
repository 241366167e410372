//! How far an office is with its payments, for the page.

use wengang_batch::{GoalFound, GoalState, ProgressRow, Tally, percent, range};

use super::basis::quoted;
use super::totals::shown;
use crate::message::{GoalView, PaidRow, PaidView, Tone};
use crate::text::desk as words;

/// How far the payments are of a list that says of them.
pub(super) fn of(tally: &Tally) -> Option<PaidView> {
    let progress = tally.progress()?;
    Some(PaidView {
        until: words::paid_until(progress.as_of),
        rows: progress.rows.iter().map(row).collect(),
        goals: progress.goals.iter().map(goal).collect(),
        notes: progress.notes.iter().map(|note| note.text(shown)).collect(),
        doubts: tally.payments.as_ref().map_or(0, |payments| payments.doubts),
    })
}

fn row(row: &ProgressRow) -> PaidRow {
    PaidRow {
        label: row.label.clone(),
        cases: row.cases,
        amount: row.amount.map(|amount| range(amount, shown)).unwrap_or_default(),
        share: row.share.map(percent).unwrap_or_default(),
    }
}

fn goal(found: &GoalFound) -> GoalView {
    let quote = found.source().and_then(|source| source.quote.as_deref());
    GoalView {
        title: found.title(),
        tone: match found.state {
            GoalState::Met => Tone::Yes,
            GoalState::NotMet => Tone::No,
            GoalState::NotYet | GoalState::Open => Tone::Open,
        },
        verdict: found.state.label().to_owned(),
        detail: found.detail(shown),
        basis: quoted(found.place(), quote),
    }
}
