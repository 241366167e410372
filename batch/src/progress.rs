//! How far an office is with its payments: what the round takes, what was paid, and the goals of the notice.

mod shown;

use wengang::policy::date::Date;
use wengang_engine::pack::Goal;
use wengang_engine::{Fraction, Pack};

use crate::judge::{Verdict, range, yuan};
use crate::payment::{Paid, Payments};
use crate::tally::{Sums, Tally};
use crate::words;

pub use shown::percent;

/// One, as shares of the amount that is needed are written: hundredths of a per cent.
const WHOLE: i128 = 10_000;

/// How far an office is with its payments.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Progress {
    /// The last day that counts.
    pub as_of: Date,
    /// What is needed, what was paid, and what was not.
    pub rows: [ProgressRow; 3],
    /// The goals, in the order of the file.
    pub goals: Vec<GoalFound>,
    /// What is to be known of the figures, a sentence each.
    pub notes: Vec<Note>,
}

/// A line of the amounts.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ProgressRow {
    /// What it counts.
    pub label: String,
    /// How many rows of the list.
    pub cases: u64,
    /// The least and the most, 分; `None`: it cannot be said.
    pub amount: Option<(i128, i128)>,
    /// The least and the most of the share of what is needed, in hundredths of a per cent, rounded down.
    pub share: Option<(i128, i128)>,
}

/// A sentence, perhaps about an amount of 分.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Note {
    /// Without an amount.
    Plain(String),
    /// With one at its end.
    Amount(String, i128),
}

/// Whether a goal is reached.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum GoalState {
    /// It is.
    Met,
    /// Its day is over, and it is not.
    NotMet,
    /// It is not, and its day is still to come.
    NotYet,
    /// It depends on amounts that are not settled.
    Open,
}

/// A goal and how far it is reached.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct GoalFound {
    /// The goal.
    pub goal: &'static Goal,
    /// The law in which its source is.
    pub pack: &'static Pack,
    /// The last day that counts for it.
    pub until: Date,
    /// What was paid by then.
    pub paid: Paid,
    /// The first day of a payment, if there was one.
    pub first: Option<Date>,
    /// See [`ProgressRow::share`]; `None` where it is not asked for, or cannot be said.
    pub share: Option<(i128, i128)>,
    /// The least and the most that is missing, 分; `None` where nothing is or it cannot be said.
    pub missing: Option<(i128, i128)>,
    /// Whether it is reached.
    pub state: GoalState,
}

/// What was paid and what is needed, as one completion of the open amounts has it.
#[derive(Clone, Copy)]
struct Corner {
    paid: i128,
    need: i128,
}

impl Progress {
    /// Of the totals of a list.
    pub(crate) fn of(payments: &Payments, tally: &Tally) -> Self {
        let sums = |verdict: Verdict| tally.verdicts.get(&verdict).copied().unwrap_or_default();
        let need = sums(Verdict::Eligible);
        let paid = payments.until(payments.as_of);
        let share = (need.with_amount == need.cases).then(|| share(corners(&paid, &need))).flatten();
        let left = corners(&paid, &need).map(|Corner { paid, need }| need.saturating_sub(paid).max(0));
        let of_need = (need.with_amount > 0 || need.cases == 0).then_some((need.least, need.most));
        let rows = [
            ProgressRow { label: words::needed(tally), cases: need.cases, amount: of_need, share: None },
            ProgressRow { label: words::PAID.to_owned(), cases: paid.rows, amount: Some(paid.sum()), share },
            ProgressRow {
                label: words::NOT_PAID.to_owned(),
                cases: need.cases.saturating_sub(paid.rows),
                amount: (need.with_amount == need.cases).then_some(ordered(left)),
                share: None,
            },
        ];
        let goals = payments.round.goals.iter().map(|goal| found(goal, payments, &need));
        let open = [Verdict::Missing, Verdict::Agency, Verdict::Unsettled].map(sums);
        let notes = notes(payments, &need, &open, &paid);
        Self { as_of: payments.as_of, rows, goals: goals.collect(), notes }
    }

    /// In lines for people.
    #[must_use]
    pub fn lines(&self) -> Vec<String> {
        let rows = self.rows.iter().map(|row| {
            let amount = row.amount.map(|amount| format!("，合计 {} 元", range(amount, yuan)));
            let share = row.share.map(|share| format!("，占 {}", percent(share)));
            [format!("{}：{} 个", row.label, row.cases), amount.unwrap_or_default(), share.unwrap_or_default()].concat()
        });
        let goals = self
            .goals
            .iter()
            .map(|goal| format!("{}（{}）：{}。{}", goal.title(), goal.place(), goal.state.label(), goal.detail(yuan)));
        let notes = self.notes.iter().map(|note| note.text(yuan));
        std::iter::once(words::progress(self.as_of)).chain(rows).chain(goals).chain(notes).collect()
    }
}

impl GoalState {
    /// For people.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Met => "做到了",
            Self::NotMet => "没有做到",
            Self::NotYet => "还没有做到，还没到这一天",
            Self::Open => "还不能确定",
        }
    }
}

/// What was paid and is needed where the open amounts are such that the least share is reached, and the greatest.
///
/// What was computed for a row is paid and needed at once: in both it is the same amount. A goal of a share is reached by more
/// of it rather than by less.
const fn corners(paid: &Paid, need: &Sums) -> [Corner; 2] {
    let (least, most) = paid.of_computed;
    let others = (need.least.saturating_sub(least), need.most.saturating_sub(most));
    [
        Corner { paid: paid.written.saturating_add(least), need: others.1.saturating_add(least) },
        Corner { paid: paid.written.saturating_add(most), need: others.0.saturating_add(most) },
    ]
}

fn ordered([one, other]: [i128; 2]) -> (i128, i128) {
    (one.min(other), one.max(other))
}

/// The least and the greatest share; `None` where nothing is needed.
fn share(corners: [Corner; 2]) -> Option<(i128, i128)> {
    let of = |Corner { paid, need }: Corner| paid.checked_mul(WHOLE)?.checked_div(need);
    let [one, other] = corners;
    Some(ordered([of(one)?, of(other)?]))
}

fn found(goal: &'static Goal, payments: &Payments, need: &Sums) -> GoalFound {
    let by = Date::of(goal.by);
    let until = by.min(payments.as_of);
    let paid = payments.until(until);
    let failed = if payments.as_of < by { GoalState::NotYet } else { GoalState::NotMet };
    let mut found = GoalFound {
        goal,
        pack: payments.pack,
        until,
        paid,
        first: payments.by_day.keys().next().copied(),
        share: None,
        missing: None,
        state: if paid.rows > 0 { GoalState::Met } else { failed },
    };
    let Some(least) = goal.least else { return found };
    let corners = corners(&paid, need);
    let [low, high] = corners.map(|corner| missing(corner, least.get()));
    let is_whole = need.with_amount == need.cases && need.most > 0;
    found.share = is_whole.then(|| share(corners)).flatten();
    found.missing = low.zip(high).filter(|(low, _)| is_whole && *low > 0).map(|(low, high)| ordered([low, high]));
    found.state = match (low, high) {
        // Amounts that are not known only add to what is needed.
        (_, Some(missing)) if missing > 0 => failed,
        (Some(0), Some(0)) if is_whole => GoalState::Met,
        _ => GoalState::Open,
    };
    found
}

/// What is missing to a share of what is needed: the next whole 分. `None` beyond all amounts.
fn missing(Corner { paid, need }: Corner, share: Fraction) -> Option<i128> {
    let share = share.reduced();
    let wanted = need.checked_mul(share.numerator())?;
    let (whole, rest) = (wanted.checked_div(share.denominator())?, wanted.checked_rem(share.denominator())?);
    let wanted = whole.checked_add(i128::from(rest > 0))?;
    Some(wanted.saturating_sub(paid).max(0))
}

fn notes(payments: &Payments, need: &Sums, open: &[Sums], paid: &Paid) -> Vec<Note> {
    let mut notes = Vec::new();
    let cases = open.iter().fold(0_u64, |sum, sums| sum.saturating_add(sums.cases));
    let most = open.iter().fold(0_i128, |sum, sums| sum.saturating_add(sums.most));
    if cases > 0 && open.iter().all(|sums| sums.with_amount == sums.cases) {
        notes.push(Note::Amount(words::open_with_amount(cases), most));
    } else if cases > 0 {
        notes.push(Note::Plain(words::open_without_amount(cases)));
    }
    if need.with_amount < need.cases {
        notes.push(Note::Plain(words::no_amount(need.cases.saturating_sub(need.with_amount))));
    }
    if paid.computed > 0 {
        notes.push(Note::Plain(words::computed_as_paid(paid.computed)));
    }
    if payments.left > 0 {
        notes.push(Note::Plain(words::not_counted(payments.left)));
    }
    if payments.doubts > 0 {
        notes.push(Note::Plain(words::to_be_checked(payments.doubts)));
    }
    let of_goals = if payments.round.goals.is_empty() { words::NO_GOALS } else { words::OF_GOALS };
    notes.push(Note::Plain(of_goals.to_owned()));
    notes
}

#[cfg(test)]
mod tests;
