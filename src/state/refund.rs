//! The answers for 稳岗返还.

use crate::api::case::{FactValue, Named};
use crate::api::entry::{self, EntryError, Fault, Wanted};
use crate::policy::case::{Applicant, CreditListing, SizeClass};
use crate::policy::list::Listed;
use crate::policy::money::Money;
use crate::policy::ratio::AverageInsured;
use crate::state::field::{Choice, Field, Input, Reading};

/// The answers for 稳岗返还, as typed and chosen.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct RefundForm {
    /// 参保单位类别.
    pub applicant: Choice<Applicant>,
    /// 划型.
    pub size: Choice<SizeClass>,
    /// 月均参保人数; its 不清楚 holds for the twelve boxes too.
    pub average: Field,
    /// Whether the average is typed as twelve monthly headcounts.
    pub by_month: bool,
    /// The headcounts of January to December.
    pub months: [Field; 12],
    /// 领取失业保险金人数.
    pub drawers: Field,
    /// 足额缴费月数.
    pub fully_paid: Field,
    /// 上年缴纳的失业保险费.
    pub premium: Field,
    /// The lists the employer is on; an empty list: 都没有.
    pub credit: Choice<Vec<CreditListing>>,
    /// 僵尸企业.
    pub zombie: Choice<bool>,
    /// 劳务派遣.
    pub labour_dispatch: Choice<bool>,
    /// 对公账户.
    pub corporate_account: Choice<bool>,
    /// A class that the self-check found, still to be confirmed as declared.
    pub suggested_size: Option<SizeClass>,
    /// The estimate that was put into the premium's box.
    pub(super) estimate: Option<Money>,
}

impl RefundForm {
    pub(super) fn field(&self, input: Input) -> Option<&Field> {
        match input {
            Input::Average => Some(&self.average),
            Input::Month(month) => self.months.get(usize::from(month).checked_sub(1)?),
            Input::Drawers => Some(&self.drawers),
            Input::FullyPaid => Some(&self.fully_paid),
            Input::Premium => Some(&self.premium),
            _ => None,
        }
    }

    pub(super) fn field_mut(&mut self, input: Input) -> Option<&mut Field> {
        match input {
            Input::Average => Some(&mut self.average),
            Input::Month(month) => self.months.get_mut(usize::from(month).checked_sub(1)?),
            Input::Drawers => Some(&mut self.drawers),
            Input::FullyPaid => Some(&mut self.fully_paid),
            Input::Premium => Some(&mut self.premium),
            _ => None,
        }
    }

    /// The case as far as it is known: what is wrong or 不清楚 counts as missing.
    pub(super) fn facts(&self) -> Vec<Named> {
        let lists = self.credit.known().map(|lists| lists.iter().map(|list| list.code()).listed());
        vec![
            ("applicant", self.applicant.known().map(|applicant| FactValue::Word(applicant.code()))),
            ("size", self.size.known().map(|size| FactValue::Word(size.code()))),
            ("averageInsured", self.average_insured().filter(|_| !self.contradicts()).map(FactValue::Average)),
            ("benefitDrawers", self.benefit_drawers().map(FactValue::Count)),
            (
                "fullyPaidMonths",
                self.fully_paid.value(|text| entry::months(text, entry::FULL_YEAR)).map(FactValue::Count),
            ),
            ("premiumPaid", self.premium.value(entry::amount).map(FactValue::Money)),
            ("creditListings", lists.map(FactValue::Words)),
            ("zombie", self.zombie.known().copied().map(FactValue::Flag)),
            ("labourDispatch", self.labour_dispatch.known().copied().map(FactValue::Flag)),
            ("corporateAccount", self.corporate_account.known().copied().map(FactValue::Flag)),
        ]
    }

    /// Puts an estimate into the premium's box.
    pub(super) fn take_estimate(&mut self, amount: Money) {
        self.premium.type_text(amount.to_string());
        self.estimate = Some(amount);
    }

    /// Whether the premium is an estimate, and nobody has typed another since.
    #[must_use]
    pub fn is_estimated(&self) -> bool {
        self.estimate.is_some() && self.premium.value(entry::amount) == self.estimate
    }

    /// The average as text, where it is a whole number.
    pub(super) fn whole_average(&self) -> Option<String> {
        self.average_insured()
            .map(AverageInsured::formula)
            .filter(|text| text.bytes().all(|byte| byte.is_ascii_digit()))
    }

    /// What is understood of the average, typed or from twelve boxes.
    pub(super) fn average_reading(&self) -> Reading {
        let reading = if self.by_month { self.months_reading() } else { self.average.reading(Input::Average) };
        if self.contradicts() { wrong(Fault::NobodyInsured) } else { reading }
    }

    /// Whether the question of the average was answered in any way.
    pub(super) fn is_average_touched(&self) -> bool {
        self.average.is_touched() || (self.by_month && self.months.iter().any(Field::is_touched))
    }

    /// Under 1000 元 a year for thirty people and more: at the lowest base it is some hundred 元 a person.
    pub(super) fn premium_may_be_in_wan(&self) -> bool {
        let is_small = self.premium.value(entry::amount).is_some_and(|premium| premium < Money::from_fen(100_000));
        is_small && self.average_insured().is_some_and(|average| average.at_least(30))
    }

    /// The premium, where one is typed.
    pub(super) fn premium_paid(&self) -> Option<Money> {
        self.premium.value(entry::amount)
    }

    fn benefit_drawers(&self) -> Option<u32> {
        self.drawers.value(entry::persons)
    }

    fn average_insured(&self) -> Option<AverageInsured> {
        if self.average.unknown {
            None
        } else if self.by_month {
            AverageInsured::from_person_months(self.person_months()?).ok()
        } else {
            self.average.value(entry::average)
        }
    }

    /// Nobody was insured, and yet somebody drew the benefit.
    fn contradicts(&self) -> bool {
        self.average_insured().is_some_and(AverageInsured::is_zero)
            && self.benefit_drawers().is_some_and(|drawers| drawers > 0)
    }

    /// The twelve headcounts added, once all twelve are there.
    fn person_months(&self) -> Option<u64> {
        self.months.iter().map(|month| month.value(entry::persons).map(u64::from)).sum()
    }

    fn months_reading(&self) -> Reading {
        if self.average.unknown {
            return Reading::Unknown;
        }
        let missing = self.months.iter().filter(|month| month.is_blank() || month.unknown).count();
        if missing == self.months.len() {
            return Reading::Empty;
        }
        let filled = self.months.iter().filter(|month| month.value(entry::persons).is_some()).count();
        let bad = self.months.len() - missing - filled;
        match self.person_months().zip(self.average_insured()) {
            Some((sum, average)) => Reading::Understood(entry::shown_months_average(average, sum)),
            None if bad > 0 => wrong(Fault::MonthsWrong(bad)),
            None => wrong(Fault::MonthsMissing(missing)),
        }
    }
}

const fn wrong(fault: Fault) -> Reading {
    Reading::Wrong(EntryError { wanted: Wanted::Average, fault })
}
