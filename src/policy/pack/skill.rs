//! The skill subsidy's pack.

use crate::policy::case::{Level, Person};
use crate::policy::citation::{Evidence, Source, Sourced, evidence};
use crate::policy::money::Money;
use crate::policy::pack::{MeasureHead, RuleHead};
use crate::policy::timeline::Timeline;

/// 技能提升补贴: money for a worker's skill certificate.
#[derive(PartialEq, Eq, Debug)]
pub struct SkillPack {
    /// What holds in every year.
    pub head: MeasureHead,
    /// The rounds over time, the standing rule where no round is.
    pub rules: Timeline<&'static SkillRule>,
    /// The standing rule, for the insight beside a round.
    pub standing: &'static SkillRule,
    /// The clauses behind the next steps.
    pub guidance: SkillGuidance,
}

/// A rule of the skill subsidy: a yearly round or the standing rule.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct SkillRule {
    /// What every rule has.
    pub head: RuleHead,
    /// Whether it is a yearly round, so that one applies within the year.
    pub round: Option<u16>,
    /// Who may apply.
    pub persons: Sourced<&'static [Person]>,
    /// Of whom the text is silent, so that the agency decides.
    pub agency_persons: &'static [Person],
    /// Months insured, cumulative, at least.
    pub insured_months: Sourced<u32>,
    /// Months from the day of issue within which one applies.
    pub window_months: Sourced<u16>,
    /// How many a calendar year.
    pub yearly: Sourced<YearlyLimit>,
    /// What makes a higher level block a lower one of the same occupation.
    pub blocking: Sourced<Blocking>,
    /// Which certificates count.
    pub kinds: Source,
    /// Once for an occupation and level.
    pub once: Source,
    /// Not beside 职业培训补贴.
    pub no_training_subsidy: Source,
    /// The amounts of levels 5, 4 and 3.
    pub amounts: [Sourced<Money>; 3],
}

impl SkillRule {
    /// What a certificate of that level brings; `None` where the text sets no amount.
    #[must_use]
    pub fn amount(&self, level: Level) -> Option<&Sourced<Money>> {
        5_usize.checked_sub(usize::from(level.number())).and_then(|index| self.amounts.get(index))
    }

    /// Every source the rule draws on.
    pub fn sources(&self) -> Vec<&Source> {
        let mut sources = vec![
            &self.head.source,
            &self.head.period,
            &self.persons.source,
            &self.insured_months.source,
            &self.window_months.source,
            &self.yearly.source,
            &self.blocking.source,
            &self.kinds,
            &self.once,
            &self.no_training_subsidy,
        ];
        for amount in &self.amounts {
            sources.push(&amount.source);
        }
        sources
    }

    /// The rule's evidence: the evidence of its sources.
    #[must_use]
    pub fn evidence(&self) -> Evidence {
        evidence(&self.sources())
    }
}

/// How many subsidies a person may have in a calendar year.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum YearlyLimit {
    /// The text states none.
    None,
    /// At most `total`, of them at most `ordinary` that are not 急需紧缺.
    AtMost {
        /// All together.
        total: u8,
        /// Of them not 急需紧缺.
        ordinary: u8,
    },
}

impl YearlyLimit {
    /// Whether 急需紧缺 certificates are counted apart from ordinary ones.
    #[must_use]
    pub const fn tells_urgent(self) -> bool {
        match self {
            Self::None => false,
            Self::AtMost { total, ordinary } => ordinary < total,
        }
    }
}

/// What blocks a lower level of the same occupation.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Blocking {
    /// A higher level's subsidy was received.
    Received,
    /// A higher level is held, or its subsidy was received.
    Held,
}

/// The clauses behind the skill subsidy's next steps.
#[derive(PartialEq, Eq, Debug)]
pub struct SkillGuidance {
    /// Where to apply.
    pub apply_online: Source,
    /// How the money comes.
    pub payment: Source,
    /// Wrong claims are pursued.
    pub recovery: Source,
}
