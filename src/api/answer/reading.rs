//! How an answer is made from the core's terms, and read.

use crate::api::answer::{
    Assessment, Calculator, Citation, DocumentText, Figures, Item, Items, Judgement, MonthRow, PremiumFigures,
    RefundFigures, SizeFigures, SkillFigures, UnemploymentFigures, Why, WindowText,
};
use crate::policy::citation::{Document, Source};
use crate::policy::date::{Date, Window};
use crate::policy::verdict::{Outcome, Reason, Verdict};
use crate::text::words;

impl Calculator {
    /// Every calculator, in the order of the API.
    pub const ALL: [Self; 5] =
        [Self::Refund, Self::SkillSubsidy, Self::Premium, Self::UnemploymentBenefit, Self::SizeClass];

    /// Its name in the API.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Refund => "refund",
            Self::SkillSubsidy => "skill-subsidy",
            Self::Premium => "premium",
            Self::UnemploymentBenefit => "unemployment-benefit",
            Self::SizeClass => "size-class",
        }
    }

    /// The calculator with that name in the API.
    #[must_use]
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|calculator| calculator.code() == code)
    }
}

impl Assessment {
    /// The verdict in a large line.
    #[must_use]
    pub fn headline(&self) -> &'static str {
        match self.calculator {
            Calculator::Refund | Calculator::SkillSubsidy => self.claim_headline(),
            Calculator::Premium => words::premium_headline(self.outcome, self.policy.status),
            Calculator::UnemploymentBenefit if self.is_curable() => words::REGISTER_FIRST,
            Calculator::UnemploymentBenefit => self.claim_headline(),
            Calculator::SizeClass => {
                let size = self.size_class().map(|figures| figures.size);
                words::size_headline(size, self.policy.status, self.needs.is_empty())
            }
        }
    }

    /// Whether all that fails can be put right at once.
    #[must_use]
    pub fn is_curable(&self) -> bool {
        let mut unmet = self.conditions.iter().filter(|c| c.verdict == Judgement::Unmet).peekable();
        unmet.peek().is_some() && unmet.all(|condition| condition.curable == Some(true))
    }

    /// The first last day of what can still be applied for: of the plan; without one of the certificates that may count;
    /// else the round's. `None` where no day is written.
    #[must_use]
    pub fn earliest_last_day(&self) -> Option<Date> {
        let plan = self.skill_subsidy().map(|figures| figures.plan.as_slice()).unwrap_or_default();
        let open = self.certificates().iter().filter(|item| item.outcome != Outcome::Ineligible);
        let planned = plan.iter().map(|row| row.apply_by).min();
        let round = self.policy.window.and_then(|window| window.to);
        planned.or_else(|| open.map(|item| item.last_day).chain(round).min())
    }

    fn claim_headline(&self) -> &'static str {
        let in_items = self.certificates().iter().flat_map(|item| &item.conditions);
        let mut unknown = self.conditions.iter().chain(in_items).filter_map(|condition| condition.reason).peekable();
        let agency = unknown.peek().is_some() && unknown.all(|reason| reason == Why::Agency);
        words::headline(self.outcome, self.policy.status, agency)
    }

    /// The certificates, each judged by itself.
    #[must_use]
    pub fn certificates(&self) -> &[Item] {
        match &self.items {
            Some(Items::Certificates(items)) => items,
            Some(Items::Months(_)) | None => &[],
        }
    }

    /// The months of benefit.
    #[must_use]
    pub fn months(&self) -> &[MonthRow] {
        match &self.items {
            Some(Items::Months(months)) => months,
            Some(Items::Certificates(_)) | None => &[],
        }
    }

    /// The premium's figures.
    #[must_use]
    pub const fn premium(&self) -> Option<&PremiumFigures> {
        match &self.result {
            Some(Figures::Premium(figures)) => Some(figures),
            _ => None,
        }
    }

    /// The benefit's figures.
    #[must_use]
    pub const fn unemployment_benefit(&self) -> Option<&UnemploymentFigures> {
        match &self.result {
            Some(Figures::UnemploymentBenefit(figures)) => Some(figures),
            _ => None,
        }
    }

    /// The size class's figures.
    #[must_use]
    pub const fn size_class(&self) -> Option<&SizeFigures> {
        match &self.result {
            Some(Figures::SizeClass(figures)) => Some(figures),
            _ => None,
        }
    }

    /// The refund's figures.
    #[must_use]
    pub const fn refund(&self) -> Option<&RefundFigures> {
        match &self.result {
            Some(Figures::Refund(figures)) => Some(figures),
            _ => None,
        }
    }

    /// The skill subsidy's figures.
    #[must_use]
    pub const fn skill_subsidy(&self) -> Option<&SkillFigures> {
        match &self.result {
            Some(Figures::SkillSubsidy(figures)) => Some(figures),
            _ => None,
        }
    }
}

impl From<&Source> for Citation {
    fn from(source: &Source) -> Self {
        Self { document: source.document.number, clause: source.clause, quote: source.quote }
    }
}

impl From<&'static Document> for DocumentText {
    fn from(document: &'static Document) -> Self {
        let Document { number, title, issuer, issued_on, url } = *document;
        Self { number, title, issuer, issued_on, url }
    }
}

impl From<Window> for WindowText {
    fn from(window: Window) -> Self {
        Self { from: window.from, to: window.to }
    }
}

impl From<Verdict> for Judgement {
    fn from(verdict: Verdict) -> Self {
        match verdict {
            Verdict::Met => Self::Met,
            Verdict::Unmet => Self::Unmet,
            Verdict::Unknown(_) => Self::Unknown,
        }
    }
}

impl Why {
    /// The reason of an unknown verdict.
    #[must_use]
    pub const fn of(verdict: Verdict) -> Option<Self> {
        match verdict {
            Verdict::Unknown(Reason::Missing) => Some(Self::Missing),
            Verdict::Unknown(Reason::Agency) => Some(Self::Agency),
            Verdict::Met | Verdict::Unmet => None,
        }
    }
}
