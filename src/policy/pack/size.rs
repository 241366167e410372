//! The size class's pack: industries and their lower bounds.

use crate::policy::citation::{Evidence, Source};
use crate::policy::money::Money;
use crate::policy::pack::{MeasureHead, RuleHead};
use crate::policy::timeline::Timeline;

/// 企业划型 (`size_class`): large, medium, small or micro, by industry.
#[derive(PartialEq, Eq, Debug)]
pub struct SizePack {
    /// What holds in every year.
    pub head: MeasureHead,
    /// The table over time.
    pub tables: Timeline<RuleHead>,
    /// The industries: those of the table, then those outside it.
    pub industries: &'static [Industry],
    /// The clauses behind the next steps.
    pub guidance: SizeGuidance,
}

impl SizePack {
    /// The industry with that id.
    #[must_use]
    pub fn industry(&self, id: &str) -> Option<&'static Industry> {
        self.industries.iter().find(|industry| industry.id == id)
    }
}

impl RuleHead {
    /// The evidence of a rule that has no figures of its own.
    #[must_use]
    pub const fn evidence(&self) -> Evidence {
        self.source.grade.evidence()
    }
}

/// An industry.
#[derive(PartialEq, Eq, Debug)]
pub struct Industry {
    /// Its id in the API: `catering`.
    pub id: &'static str,
    /// Its name: 餐饮业.
    pub name: &'static str,
    /// What people call it.
    pub words: &'static [&'static str],
    /// The lower bounds of large, medium and small; `None`: the industry is outside the table.
    pub bounds: Option<[&'static [Bound]; 3]>,
}

/// A lower bound, inclusive.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Bound {
    /// 从业人员, persons.
    Employees(u32),
    /// 营业收入, 元.
    Revenue(Money),
    /// 资产总额, 元.
    Assets(Money),
}

/// The clauses behind the next steps.
#[derive(PartialEq, Eq, Debug)]
pub struct SizeGuidance {
    /// What settles the class for the refund.
    pub size_class: Source,
    /// The written commitment and its consequence.
    pub written_commitment: Source,
    /// Paid first, settled after verification.
    pub settlement: Source,
}
