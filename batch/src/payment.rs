//! What an office paid: the day and the amount of a row, and which of these count.

use std::collections::BTreeMap;

use wengang::api::case::FactValue;
use wengang::policy::date::Date;
use wengang_engine::pack::{Measure, Round};
use wengang_engine::{self as engine, Pack};

use crate::cell::Cell;
use crate::columns::Role;
use crate::judge::{Found, Verdict, fen};
use crate::options::Options;
use crate::words;

/// What offices write instead of a day where nothing is paid yet.
const UNPAID: [&str; 10] =
    ["未发", "未发放", "尚未发放", "待发放", "未拨付", "待拨付", "未到账", "未支付", "待支付", "未返还"];

/// Whether a measure pays each row once: it comes in rounds, with one amount, and neither items nor months.
pub(crate) const fn is_paid_by_row(measure: &Measure) -> bool {
    measure.amount.is_some() && measure.perpetual.is_none() && measure.items.is_none() && measure.schedule.is_none()
}

/// The round of the day of application.
pub(crate) fn round_of(options: &Options, pack: &Pack, measure: &'static Measure) -> Option<&'static Round> {
    let day = options.as_of;
    let day = engine::Date::new(day.year(), day.month(), day.day()).ok()?;
    let round = engine::rule_status(pack, measure, day).round?;
    measure.rounds.get(round.index())
}

/// Whether a cell of the column of days says that nothing is paid yet.
pub(crate) fn is_unpaid(cell: Cell<'_>) -> bool {
    UNPAID.contains(&cell.text().trim())
}

/// What a row says of its payment.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct PaymentRead {
    /// The day.
    pub day: Option<Date>,
    /// What was paid, 分.
    pub amount: Option<i128>,
    /// Whether one of the two cells could not be read.
    pub is_unread: bool,
}

impl PaymentRead {
    /// Takes what a cell says.
    pub(crate) fn take(&mut self, role: Role, value: &FactValue) {
        match (role, value) {
            (Role::PaidOn, FactValue::Day(day)) => self.day = Some(*day),
            (Role::PaidAmount, FactValue::Money(amount)) => self.amount = Some(fen(*amount)),
            _ => {}
        }
    }
}

/// The payment of a row.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Payment {
    /// It counts.
    Counted {
        /// The day.
        on: Date,
        /// The least and the most that was paid, 分.
        amount: (i128, i128),
        /// Whether the row says the amount; otherwise what was computed counts.
        is_written: bool,
        /// Whether another amount was computed.
        differs: bool,
    },
    /// It does not count: the row is to be checked.
    Left {
        /// Whether a cell of it could not be read.
        is_unread: bool,
    },
}

/// A number of payments, 分.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Paid {
    /// How many rows.
    pub rows: u64,
    /// In how many of them what was computed counts as paid.
    pub computed: u64,
    /// What the others say.
    pub written: i128,
    /// The least and the most of what was computed.
    pub of_computed: (i128, i128),
}

impl Paid {
    /// Adds payments.
    pub(crate) const fn add(&mut self, other: &Self) {
        self.rows = self.rows.saturating_add(other.rows);
        self.computed = self.computed.saturating_add(other.computed);
        self.written = self.written.saturating_add(other.written);
        self.of_computed.0 = self.of_computed.0.saturating_add(other.of_computed.0);
        self.of_computed.1 = self.of_computed.1.saturating_add(other.of_computed.1);
    }

    /// The least and the most that was paid.
    #[must_use]
    pub const fn sum(&self) -> (i128, i128) {
        (self.written.saturating_add(self.of_computed.0), self.written.saturating_add(self.of_computed.1))
    }
}

/// The payments of a list.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Payments {
    /// The last day that counts: the day of application.
    pub as_of: Date,
    /// The round.
    pub round: &'static Round,
    /// Whose law it is.
    pub pack: &'static Pack,
    /// Those that count, by day.
    pub by_day: BTreeMap<Date, Paid>,
    /// Rows whose payment does not count.
    pub left: u64,
    /// Payments that can be read and are to be checked.
    pub doubts: u64,
}

impl Payments {
    /// Of no row yet; `None` where no round is in force or a row is not paid once.
    pub(crate) fn of(options: &Options, pack: &'static Pack, measure: &'static Measure) -> Option<Self> {
        let round = round_of(options, pack, measure).filter(|_| is_paid_by_row(measure))?;
        Some(Self { as_of: options.as_of, round, pack, by_day: BTreeMap::new(), left: 0, doubts: 0 })
    }

    /// The payment of a row, and what is to be checked of it; `None`: nothing was paid.
    pub(crate) fn judge(&self, read: PaymentRead, found: &Found) -> Option<(Payment, Option<(Role, String)>)> {
        if read.is_unread {
            return Some((Payment::Left { is_unread: true }, None));
        }
        let Some(on) = read.day else {
            let amount = read.amount.filter(|amount| *amount != 0);
            return amount.map(|_| left(Role::PaidAmount, words::PAID_WITHOUT_DAY));
        };
        let from = Date::of(self.round.window.from);
        Some(if on > self.as_of {
            left(Role::PaidOn, words::paid_later(self.as_of))
        } else if on < from {
            left(Role::PaidOn, words::paid_before(from))
        } else if found.verdict == Verdict::Ineligible {
            left(Role::PaidOn, words::PAID_TO_INELIGIBLE)
        } else if found.verdict != Verdict::Eligible {
            left(Role::PaidOn, words::paid_to_unsettled(found.verdict.label()))
        } else {
            match (read.amount, found.amount) {
                (Some(0), _) | (None, Some((_, 0))) => left(Role::PaidAmount, words::PAID_NOTHING),
                (None, None) => left(Role::PaidAmount, words::PAID_AN_UNKNOWN_AMOUNT),
                (None, Some(amount)) => (Payment::Counted { on, amount, is_written: false, differs: false }, None),
                (Some(written), computed) => {
                    let other = computed.filter(|(least, most)| !(*least..=*most).contains(&written));
                    let doubt = other.map(|_| (Role::PaidAmount, words::paid_differs(written, &found.amount_text())));
                    let (amount, differs) = ((written, written), doubt.is_some());
                    (Payment::Counted { on, amount, is_written: true, differs }, doubt)
                }
            }
        })
    }

    /// Adds a payment.
    pub(crate) fn add(&mut self, payment: &Payment) {
        let is_doubtful = match *payment {
            Payment::Counted { on, amount, is_written, differs } => {
                let paid = if is_written {
                    Paid { rows: 1, written: amount.0, ..Paid::default() }
                } else {
                    Paid { rows: 1, computed: 1, of_computed: amount, ..Paid::default() }
                };
                self.by_day.entry(on).or_default().add(&paid);
                differs
            }
            Payment::Left { is_unread } => {
                self.left = self.left.saturating_add(1);
                !is_unread
            }
        };
        self.doubts = self.doubts.saturating_add(is_doubtful.into());
    }

    /// Adds the payments of another part of the list.
    pub(crate) fn merge(&mut self, other: &Self) {
        for (day, paid) in &other.by_day {
            self.by_day.entry(*day).or_default().add(paid);
        }
        self.left = self.left.saturating_add(other.left);
        self.doubts = self.doubts.saturating_add(other.doubts);
    }

    /// What was paid up to a day, that day included.
    pub(crate) fn until(&self, day: Date) -> Paid {
        let mut sum = Paid::default();
        self.by_day.range(..=day).for_each(|(_, paid)| sum.add(paid));
        sum
    }
}

fn left(role: Role, sentence: impl Into<String>) -> (Payment, Option<(Role, String)>) {
    (Payment::Left { is_unread: false }, Some((role, sentence.into())))
}
