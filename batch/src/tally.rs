//! The totals of a list.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::judge::{Found, Verdict, range, yuan};
use crate::list::List;
use crate::payment::Payments;
use crate::progress::Progress;

/// A number of cases and what they bring, 分.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Sums {
    /// How many.
    pub cases: u64,
    /// Of how many the amount is known.
    pub with_amount: u64,
    /// The least.
    pub least: i128,
    /// The most.
    pub most: i128,
}

/// The totals of a list.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Tally {
    /// By verdict.
    pub verdicts: BTreeMap<Verdict, Sums>,
    /// How many fail by each condition, or were not judged for each reason.
    pub reasons: BTreeMap<Arc<str>, u64>,
    /// Of how many the law behind it was seen only second-hand.
    pub unconfirmed: u64,
    /// Of how many the amount is only the most that is allowed.
    pub ceilings: u64,
    /// Rows in which nothing is asked, rows that add up others, and headings that come again.
    pub skipped: [u64; 3],
    /// Cells that could not be read, and payments that are to be checked.
    pub faults: u64,
    /// What was paid; `None`: the list says of no payments.
    pub payments: Option<Payments>,
}

impl Tally {
    /// The totals of no row of a list.
    #[must_use]
    pub fn of(list: &List) -> Self {
        Self { payments: list.payments().cloned(), ..Self::default() }
    }

    /// How far an office is with its payments; `None`: the list says of none.
    #[must_use]
    pub fn progress(&self) -> Option<Progress> {
        self.payments.as_ref().map(|payments| Progress::of(payments, self))
    }

    /// Adds a case.
    pub fn add(&mut self, found: &Found) {
        let sums = self.verdicts.entry(found.verdict).or_default();
        sums.cases = sums.cases.saturating_add(1);
        if let Some((least, most)) = found.amount {
            sums.with_amount = sums.with_amount.saturating_add(1);
            sums.least = sums.least.saturating_add(least);
            sums.most = sums.most.saturating_add(most);
        }
        if let (Some(payments), Some(payment)) = (&mut self.payments, &found.payment) {
            payments.add(payment);
        }
        self.unconfirmed = self.unconfirmed.saturating_add(found.is_unconfirmed.into());
        self.ceilings = self.ceilings.saturating_add(found.is_ceiling.into());
        if let Some(reason) = &found.reason {
            match self.reasons.get_mut(reason) {
                Some(count) => *count = count.saturating_add(1),
                None => drop(self.reasons.insert(Arc::clone(reason), 1)),
            }
        }
    }

    /// Adds the totals of another part of the list.
    pub fn merge(&mut self, other: &Self) {
        for (verdict, sums) in &other.verdicts {
            let own = self.verdicts.entry(*verdict).or_default();
            own.cases = own.cases.saturating_add(sums.cases);
            own.with_amount = own.with_amount.saturating_add(sums.with_amount);
            own.least = own.least.saturating_add(sums.least);
            own.most = own.most.saturating_add(sums.most);
        }
        for (reason, count) in &other.reasons {
            let own = self.reasons.entry(Arc::clone(reason)).or_default();
            *own = own.saturating_add(*count);
        }
        self.unconfirmed = self.unconfirmed.saturating_add(other.unconfirmed);
        self.ceilings = self.ceilings.saturating_add(other.ceilings);
        self.faults = self.faults.saturating_add(other.faults);
        match (&mut self.payments, &other.payments) {
            (Some(own), Some(other)) => own.merge(other),
            (own @ None, Some(other)) => *own = Some(other.clone()),
            (_, None) => {}
        }
        for (own, other) in self.skipped.iter_mut().zip(other.skipped) {
            *own = own.saturating_add(other);
        }
    }

    /// The cases that were judged or could not be.
    #[must_use]
    pub fn cases(&self) -> u64 {
        self.verdicts.values().map(|sums| sums.cases).sum()
    }

    /// Whether something could not be read or judged.
    #[must_use]
    pub fn has_faults(&self) -> bool {
        self.faults > 0 || self.verdicts.contains_key(&Verdict::NotJudged)
    }

    /// The totals in lines for people.
    #[must_use]
    pub fn lines(&self) -> Vec<String> {
        let mut lines = vec![format!("一共 {} 个", self.cases())];
        for verdict in Verdict::ALL {
            let Some(sums) = self.verdicts.get(&verdict) else { continue };
            let amount = match sums.with_amount {
                0 => String::new(),
                _ => format!("，合计 {} 元", range((sums.least, sums.most), yuan)),
            };
            let known = sums.with_amount;
            let of =
                if known > 0 && known < sums.cases { format!("（{known} 个有金额）") } else { String::new() };
            lines.push(format!("{} {} 个{amount}{of}", verdict.label(), sums.cases));
        }
        if self.ceilings > 0 {
            lines.push(format!("其中 {} 个的金额是最高能有多少，实际可能更低", self.ceilings));
        }
        if self.unconfirmed > 0 {
            lines.push(format!("其中 {} 个所依据的规定未确认，以经办机构核定为准", self.unconfirmed));
        }
        let mut reasons: Vec<_> = self.reasons.iter().collect();
        reasons.sort_by_key(|(_, count)| std::cmp::Reverse(**count));
        lines.extend(reasons.iter().map(|(reason, count)| format!("原因：{reason} {count} 个")));
        for (count, what) in self.skipped.iter().zip(["没有要算的内容", "合计", "重复的列名"]) {
            if *count > 0 {
                lines.push(format!("跳过 {count} 行：{what}"));
            }
        }
        let doubts = self.payments.as_ref().map_or(0, |payments| payments.doubts);
        if self.faults > doubts {
            lines.push(format!("读不懂的格 {} 个", self.faults.saturating_sub(doubts)));
        }
        lines.extend(self.progress().into_iter().flat_map(|progress| progress.lines()));
        lines
    }
}
