//! Progress in words.

use wengang_engine::pack::{Document, Evidence, Source};

use super::{GoalFound, Note};
use crate::judge::range;
use crate::words;

impl Note {
    /// The sentence. `yuan`: how 分 are written.
    #[must_use]
    pub fn text(&self, yuan: impl Fn(i128) -> String) -> String {
        match self {
            Self::Plain(text) => text.clone(),
            Self::Amount(text, amount) => format!("{text} {} 元", yuan(*amount)),
        }
    }
}

impl GoalFound {
    /// What it is called, and whether that is confirmed.
    #[must_use]
    pub fn title(&self) -> String {
        let is_provisional = self.source().is_some_and(|source| source.grade.evidence() == Evidence::Provisional);
        if is_provisional { format!("{}（未确认）", self.goal.title) } else { self.goal.title.clone() }
    }

    /// The source.
    #[must_use]
    pub fn source(&self) -> Option<&'static Source> {
        self.pack.sources.get(self.goal.source.index())
    }

    /// The document and the clause.
    #[must_use]
    pub fn place(&self) -> String {
        let Some(source) = self.source() else { return String::new() };
        let number = |document: &'static Document| document.number.as_str();
        let document = self.pack.documents.get(source.document.index()).map_or("", number);
        wengang::text::page::answer::place(document, &source.clause)
    }

    /// What was found. `yuan`: how 分 are written.
    #[must_use]
    pub fn detail(&self, yuan: impl Fn(i128) -> String) -> String {
        let mut parts = vec![words::until(self.until, self.paid.rows)];
        if self.paid.rows > 0 {
            parts.push(format!("{} 元", range(self.paid.sum(), &yuan)));
        }
        parts.extend(self.share.map(|share| format!("占 {}", percent(share))));
        if let (Some(missing), Some(least)) = (self.missing, self.goal.least) {
            let least = least.percent().unwrap_or_default();
            parts.push(format!("到 {least}% 还差 {} 元", range(missing, &yuan)));
        }
        if self.goal.least.is_none() {
            parts.push(self.first.map_or_else(|| words::NEVER_PAID.to_owned(), words::first_paid));
        }
        parts.join("，")
    }
}

/// A share in per cent.
#[must_use]
pub fn percent(share: (i128, i128)) -> String {
    range(share, |share| format!("{}.{:02}%", share / 100, share % 100))
}
