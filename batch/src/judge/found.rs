//! The result of a row.

use std::borrow::Cow;
use std::sync::Arc;

use wengang::policy::date::Date;

use crate::list::List;
use crate::payment::Payment;
use crate::row::CellFault;

/// The answer to a row.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Verdict {
    /// Every condition is met.
    Eligible,
    /// A measure under which nothing is claimed has a definite result.
    Settled,
    /// Something is missing.
    Missing,
    /// Only the agency can decide it.
    Agency,
    /// There is no result, and no further fact can change that: no rule was found for the case.
    Unsettled,
    /// A condition is not met.
    Ineligible,
    /// No rule covers the day.
    Closed,
    /// The row cannot be judged.
    NotJudged,
}

impl Verdict {
    /// All of them, as totals list them.
    pub const ALL: [Self; 8] = [
        Self::Eligible,
        Self::Settled,
        Self::Missing,
        Self::Agency,
        Self::Unsettled,
        Self::Ineligible,
        Self::Closed,
        Self::NotJudged,
    ];

    /// For people.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Eligible => "可以",
            Self::Settled => "已算出",
            Self::Missing => "还差信息",
            Self::Agency => "由经办机构认定",
            Self::Unsettled => "算不出来",
            Self::Ineligible => "不符合",
            Self::Closed => "不在申请期限",
            Self::NotJudged => "没有算",
        }
    }
}

/// The result of a row.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Found {
    /// The answer.
    pub verdict: Verdict,
    /// The least and the most that it brings, 分.
    pub amount: Option<(i128, i128)>,
    /// Whether the law behind it was seen only second-hand.
    pub is_unconfirmed: bool,
    /// Whether the amount is only the most that is allowed.
    pub is_ceiling: bool,
    /// The first condition that is not met, or why nothing was judged.
    pub reason: Option<Arc<str>>,
    /// The columns of the cells that could not be read; empty where all could.
    pub unread: String,
    /// The facts that are missing.
    pub missing: String,
    /// The last day to apply.
    pub last_day: Option<Date>,
    /// Its payment, where the list of an office says of one.
    pub payment: Option<Payment>,
}

impl Found {
    /// A row that cannot be judged.
    pub(super) fn not_judged(why: &str) -> Self {
        Self { reason: Some(why.into()), ..Self::of(Verdict::NotJudged) }
    }

    /// A row without the facts that no case can be judged without.
    pub(super) fn lacking(missing: String) -> Self {
        Self { missing, ..Self::of(Verdict::Missing) }
    }

    const fn of(verdict: Verdict) -> Self {
        Self {
            verdict,
            amount: None,
            is_unconfirmed: false,
            is_ceiling: false,
            reason: None,
            unread: String::new(),
            missing: String::new(),
            last_day: None,
            payment: None,
        }
    }

    /// Says which columns could not be read.
    pub(super) fn noting(mut self, list: &List, faults: &[CellFault]) -> Self {
        if self.verdict == Verdict::NotJudged || faults.is_empty() {
            return self;
        }
        let heading = |place: usize| list.columns().get(place).map(|column| column.heading.as_str());
        let mut headings: Vec<&str> = Vec::new();
        for name in faults.iter().filter_map(|fault| heading(fault.column?)) {
            if !headings.contains(&name) {
                headings.push(name);
            }
        }
        self.unread = headings.join("、");
        self
    }

    /// The answer in a word, with what is not sure of it.
    #[must_use]
    pub fn conclusion(&self) -> &'static str {
        match (self.verdict, self.is_ceiling, self.is_unconfirmed) {
            (Verdict::Eligible, true, true) => "可以（最高，未确认）",
            (Verdict::Eligible, true, false) => "可以（最高）",
            (Verdict::Eligible, false, true) => "可以（未确认）",
            (Verdict::Settled, _, true) => "已算出（未确认）",
            (Verdict::Missing, _, true) => "还差信息（未确认）",
            (Verdict::Agency, _, true) => "由经办机构认定（未确认）",
            (Verdict::Unsettled, _, true) => "算不出来（未确认）",
            (Verdict::Ineligible, _, true) => "不符合（未确认）",
            (verdict, ..) => verdict.label(),
        }
    }

    /// Why the answer is what it is, and what could not be read.
    #[must_use]
    pub fn reason_text(&self) -> Cow<'_, str> {
        match (&self.reason, self.unread.as_str()) {
            (None, "") => Cow::Borrowed(""),
            (Some(reason), "") => Cow::Borrowed(reason),
            (None, unread) => Cow::Owned(["读不懂：", unread].concat()),
            (Some(reason), unread) => Cow::Owned([reason, "；读不懂：", unread].concat()),
        }
    }

    /// The amount in 元: `1815.08`, or `1500.00 至 3000.00`; empty where there is none.
    #[must_use]
    pub fn amount_text(&self) -> String {
        self.amount.map(|amount| range(amount, yuan)).unwrap_or_default()
    }
}

/// What lies between two values, as one where they are equal: `1500.00 至 3000.00`. `written`: how each is written.
#[must_use]
pub fn range((least, most): (i128, i128), written: impl Fn(i128) -> String) -> String {
    if least == most { written(least) } else { format!("{} 至 {}", written(least), written(most)) }
}

/// 元 of whole 分.
#[must_use]
pub fn yuan(fen: i128) -> String {
    format!("{}.{:02}", fen / 100, fen % 100)
}
