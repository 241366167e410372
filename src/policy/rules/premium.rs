//! 失业保险费 (`premium`): what a wage costs employer and employee a month, and what the cut of the rate saves
//! (14号·一, 失业保险条例 §6).
//!
//! Employer's and employee's amounts, and the statutory ones, are each rounded half up to 分, then added and
//! multiplied; further months are taken as the first.

mod steps;

use crate::policy::assessment::{Clamped, NextStep, PremiumAssessment, PremiumResult, Standing, Step};
use crate::policy::case::PremiumFacts;
use crate::policy::citation::{Evidence, Source, evidence};
use crate::policy::date::Date;
use crate::policy::list::{Listed, present};
use crate::policy::money::Money;
use crate::policy::month::Month;
use crate::policy::pack::{BaseLimits, Packs, PremiumPack, PremiumRate, Shares};
use crate::policy::rules::standing;
use crate::policy::timeline::Span;
use crate::policy::verdict::Outcome;

/// A line of the premium's calculation.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum StepKind {
    /// 缴费基数 of the year.
    Base {
        /// The year.
        year: u16,
        /// Whether its limits are known, and the wage was held between them.
        has_limits: bool,
    },
    /// The employer's premium a month.
    Employer,
    /// The employee's premium a month.
    Employee,
    /// Both.
    Total,
    /// The employer's at the statutory rate.
    StatutoryEmployer,
    /// The employee's at the statutory rate.
    StatutoryEmployee,
    /// Both at the statutory rate.
    Statutory,
    /// What the cut saves a month.
    Saved,
    /// What is paid for all persons and months.
    PaidTotal,
    /// What the cut saves for all persons and months.
    SavedTotal,
}

/// What else follows from a premium case.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Insight {
    /// What all persons and months cost.
    ForAll {
        /// Persons.
        headcount: u32,
        /// Months.
        months: u8,
        /// The employer's part a month, 元.
        employer: Money,
        /// The employees' part a month, 元.
        employee: Money,
        /// Everything, 元.
        total: Money,
    },
    /// Whose the saving is, for all persons and months.
    SavedBy {
        /// The employer's part, 元.
        employer: Money,
        /// The employees' part, 元.
        employee: Money,
    },
    /// A limit moved the base.
    Clamped {
        /// The year.
        year: u16,
        /// The limit, 元.
        limit: Money,
        /// Whether it is the floor.
        is_floor: bool,
    },
}

/// What to do about the premium.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NextStepKind {
    /// The cut needs no application, and until when it holds.
    Rate,
    /// Ask 12333.
    AskTheAgency,
}

/// What belongs beside the figures.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Note {
    /// The limits of the year's base are not known: no limit was applied.
    NoLimits(u16),
    /// The limits of the year's base are not confirmed.
    LimitsUnconfirmed(u16),
    /// Later months have other limits of the base, or none that are known; they are taken as the first month.
    LaterLimits {
        /// The first of them.
        from: Month,
        /// The last of them.
        to: Month,
        /// The first month of all.
        first: Month,
        /// Whether their limits are known.
        are_known: bool,
    },
    /// The months run past the rate's last day.
    RunsPast(Date),
    /// The headcount was left out: one person.
    OnePerson,
    /// The months were left out: a year.
    AYear,
    /// The month was left out: that of the day asked for.
    ThisMonth(Month),
}

/// A premium case with everything that is assumed filled in.
struct Case {
    month: Month,
    headcount: u32,
    months: u8,
    rate: &'static PremiumRate,
    limits: Option<&'static BaseLimits>,
    /// The limits of the months in the next year, where there are such months.
    later: Option<Later>,
    statutory: &'static Shares,
}

/// The months of a period that lie in the year after its first month's: no period has more years.
#[derive(Clone, Copy)]
struct Later {
    from: Month,
    to: Month,
    limits: Option<&'static BaseLimits>,
}

/// Computes the premium of a wage in a month (14号·一).
///
/// ```
/// use wengang::policy::{case::PremiumFacts, date::Date, money::Money, rules::premium};
/// let facts = PremiumFacts { monthly_wage: Money::parse("5000").ok(), ..PremiumFacts::default() };
/// let answer = premium::assess(&facts, &wengang::packs::PACKS, Date::new(2024, 8, 1));
/// assert_eq!(answer.result.unwrap().saved_total, Money::from_fen(120_000));
/// ```
#[must_use]
pub fn assess(facts: &PremiumFacts, packs: &'static Packs, as_of: Date) -> PremiumAssessment {
    let pack = &packs.premium;
    let month = facts.month.unwrap_or(Month::of(as_of));
    let standing = standing::of_premium(pack, month, as_of);
    let next_steps =
        vec![NextStep::by(&pack.guidance.rate, NextStepKind::Rate), NextStep::of(NextStepKind::AskTheAgency)];
    let Span::Known(rate) = pack.rates.at(month.first_day()) else {
        let nothing = (Vec::new(), Vec::new(), None);
        let assumed = facts.month.is_none().then_some(Note::ThisMonth(month)).into_iter().listed();
        return answer(facts, as_of, standing, next_steps, (Vec::new(), assumed), nothing);
    };
    let case = Case::of(facts, pack, month, rate);
    let settled = facts.monthly_wage.map(|wage| (wage, case.result(wage)));
    let standing = Standing { evidence: case.evidence(settled.is_some()), ..standing };
    let notes = (if settled.is_some() { case.doubts() } else { Vec::new() }, case.assumed(facts));
    let figures = settled.map_or((Vec::new(), Vec::new(), None), |(wage, result)| {
        (case.steps(wage, &result), case.insights(&result), Some(result))
    });
    answer(facts, as_of, standing, next_steps, notes, figures)
}

type Figures = (Vec<Step<StepKind>>, Vec<Insight>, Option<PremiumResult>);

fn answer(
    facts: &PremiumFacts,
    as_of: Date,
    standing: Standing,
    next_steps: Vec<NextStep<NextStepKind>>,
    (doubts, assumed): (Vec<Note>, Vec<Note>),
    (steps, insights, result): Figures,
) -> PremiumAssessment {
    let is_missing = standing.rule.is_some() && facts.monthly_wage.is_none();
    PremiumAssessment {
        as_of,
        standing,
        outcome: if result.is_some() { Outcome::Eligible } else { Outcome::Undetermined },
        steps,
        needs: is_missing.then_some("monthlyWage").into_iter().listed(),
        insights,
        next_steps,
        doubts,
        assumed,
        result,
    }
}

impl Case {
    fn of(facts: &PremiumFacts, pack: &'static PremiumPack, month: Month, rate: &'static PremiumRate) -> Self {
        let months = facts.months.unwrap_or(12);
        let to = month.plus(u16::from(months).saturating_sub(1));
        let from = Month::of(Date::year_start(to.year()));
        Self {
            month,
            headcount: facts.headcount.unwrap_or(1),
            months,
            rate,
            limits: pack.limits(month.year()),
            later: (from > month).then(|| Later { from, to, limits: pack.limits(to.year()) }),
            statutory: &pack.statutory,
        }
    }

    fn base(&self, wage: Money) -> (Money, Clamped) {
        match self.limits {
            None => (wage, Clamped::Unknown),
            Some(limits) if wage < limits.floor.value => (limits.floor.value, Clamped::Floor),
            Some(limits) if wage > limits.cap.value => (limits.cap.value, Clamped::Cap),
            Some(_) => (wage, Clamped::None),
        }
    }

    fn result(&self, wage: Money) -> PremiumResult {
        let (base, clamped) = self.base(wage);
        let at = |shares: &Shares| (base.share(shares.employer.value), base.share(shares.employee.value));
        let (employer, employee) = at(&self.rate.shares);
        let (statutory_employer, statutory_employee) = at(self.statutory);
        let (total, statutory) = (employer.plus(employee), statutory_employer.plus(statutory_employee));
        let saved = statutory.less(total);
        let times = u64::from(self.headcount) * u64::from(self.months);
        PremiumResult {
            base,
            employer,
            employee,
            total,
            statutory,
            saved,
            paid_total: total.times(times),
            saved_total: saved.times(times),
            clamped,
        }
    }

    /// The rate's last day, where the months run past it.
    fn runs_past(&self) -> Option<Date> {
        let last = self.month.plus(u16::from(self.months).saturating_sub(1)).first_day();
        self.rate.head.window.to.filter(|to| *to < last)
    }

    /// The later months for which the first month's base is not certain.
    fn unsure_later(&self) -> Option<Later> {
        let values = |limits: &BaseLimits| (limits.floor.value, limits.cap.value);
        let is_same = |later: &Later| later.limits.is_some() && later.limits.map(values) == self.limits.map(values);
        self.later.filter(|later| !is_same(later))
    }

    /// How sure the base is: limits that are not known leave it unsure.
    fn base_evidence(&self) -> Evidence {
        if self.limits.is_some() { evidence(&self.base_sources()) } else { Evidence::Provisional }
    }

    /// How sure a total over all months is, beside the figures of one.
    fn months_evidence(&self) -> Evidence {
        let is_unsure = self.runs_past().is_some() || self.unsure_later().is_some();
        let later = self.later.and_then(|later| later.limits);
        let of_later = later.map(|limits| evidence(&[&limits.floor.source, &limits.cap.source]));
        if is_unsure { Evidence::Provisional } else { of_later.unwrap_or(Evidence::Official) }
    }

    fn base_sources(&self) -> Vec<&'static Source> {
        match self.limits {
            Some(limits) => vec![&limits.floor.source, &limits.cap.source],
            // Without limits the wage itself is the base, as the statute has it.
            None => self.statutory.sources().to_vec(),
        }
    }

    /// The lowest grade of the figures used.
    fn evidence(&self, is_computed: bool) -> Evidence {
        let of_rate = evidence(&self.rate.sources());
        if is_computed { of_rate.max(self.base_evidence()).max(self.months_evidence()) } else { of_rate }
    }

    fn doubts(&self) -> Vec<Note> {
        let year = self.month.year();
        let are_unsure = self.limits.is_some() && evidence(&self.base_sources()) == Evidence::Provisional;
        present([
            self.limits.is_none().then_some(Note::NoLimits(year)),
            are_unsure.then_some(Note::LimitsUnconfirmed(year)),
            self.unsure_later().map(|Later { from, to, limits }| Note::LaterLimits {
                from,
                to,
                first: self.month,
                are_known: limits.is_some(),
            }),
            self.runs_past().map(Note::RunsPast),
        ])
    }

    fn assumed(&self, facts: &PremiumFacts) -> Vec<Note> {
        present([
            facts.headcount.is_none().then_some(Note::OnePerson),
            facts.months.is_none().then_some(Note::AYear),
            facts.month.is_none().then_some(Note::ThisMonth(self.month)),
        ])
    }

    fn insights(&self, result: &PremiumResult) -> Vec<Insight> {
        let limit = |is_floor| Insight::Clamped { year: self.month.year(), limit: result.base, is_floor };
        let clamped = match result.clamped {
            Clamped::Floor => Some(limit(true)),
            Clamped::Cap => Some(limit(false)),
            Clamped::None | Clamped::Unknown => None,
        };
        let for_all = Insight::ForAll {
            headcount: self.headcount,
            months: self.months,
            employer: result.employer.times(u64::from(self.headcount)),
            employee: result.employee.times(u64::from(self.headcount)),
            total: result.paid_total,
        };
        clamped.into_iter().chain([for_all, self.saved_by(result)]).listed()
    }

    fn saved_by(&self, result: &PremiumResult) -> Insight {
        let times = u64::from(self.headcount) * u64::from(self.months);
        let saved = |statutory: Money, paid: Money| statutory.less(paid).times(times);
        Insight::SavedBy {
            employer: saved(result.base.share(self.statutory.employer.value), result.employer),
            employee: saved(result.base.share(self.statutory.employee.value), result.employee),
        }
    }
}
