//! A case of a list, judged as `assess` judges it.

mod found;
mod request;

use std::sync::Arc;

use wengang::api::answer::{Assessment, Condition, Judgement, Why};
use wengang::api::case::{FactValue, Named};
use wengang::api::{self, Request};
use wengang::policy::assessment::{Amount, Evidence};
use wengang::policy::date::Date;
use wengang::policy::money::Money;
use wengang::policy::verdict;
use wengang_engine::assessment::{AmountFound, ConditionId, Need, Reason};
use wengang_engine::pack::{FactId, Measure};
use wengang_engine::{self as engine, Case, Outcome, Summary};

use crate::group::Person;
use crate::list::List;
use crate::row::{CaseRead, CellFault};
use crate::words;

pub use found::{Found, Verdict, range, yuan};

/// Judges the cases of a list.
///
/// Where a measure comes in rounds and has neither items nor months, everything in an answer except its verdicts is the
/// same for every case of a day: it is looked up once, and a case is only summarised. Every other case is assessed in
/// full.
pub struct Judge<'l> {
    list: &'l List,
    day: engine::Date,
    /// What is the same for every case; `None`: cases are assessed in full.
    known: Option<Known>,
}

/// The parts of an answer that do not depend on the case.
struct Known {
    /// The titles of the conditions by their ids, alone and behind what says that the agency decides.
    titles: Vec<(String, Arc<str>, Arc<str>)>,
    is_unconfirmed: bool,
    is_ceiling: bool,
    last_day: Option<Date>,
    /// Why nothing is judged on the day.
    closed: Arc<str>,
}

impl<'l> Judge<'l> {
    /// A judge of a list; `None` where the day is none of the engine's.
    #[must_use]
    pub fn of(list: &'l List) -> Option<Self> {
        let (as_of, (_, measure)) = (list.options().as_of, list.law());
        let day = engine::Date::new(as_of.year(), as_of.month(), as_of.day()).ok()?;
        let is_same = measure.perpetual.is_none() && measure.items.is_none() && measure.schedule.is_none();
        let known = if is_same { Some(Known::of(list)?) } else { None };
        Some(Self { list, day, known })
    }

    /// Judges a row that is a case by itself; the reason why it cannot be judged is added to its faults.
    #[must_use]
    pub fn row(&self, number: u32, mut read: CaseRead) -> (Found, Vec<CellFault>) {
        let mut faults = std::mem::take(&mut read.faults);
        let elements = read.element.into_iter().collect();
        let found = match read.failure {
            Some(sentence) => self.unjudged(number, None, sentence, &mut faults),
            None => self.case(number, read.facts, elements, &mut faults),
        };
        let mut found = found.noting(self.list, &faults);
        // What is doubtful of a payment can be read: it comes behind the cells that cannot.
        found.payment = self.list.payments().and_then(|payments| {
            let (payment, doubt) = payments.judge(read.payment, &found)?;
            faults.extend(doubt.map(|(role, sentence)| CellFault { row: number, column: self.paid(role), sentence }));
            Some(payment)
        });
        (found, faults)
    }

    /// Judges the rows of one person together.
    #[must_use]
    pub fn person(&self, person: Person) -> (Found, Vec<CellFault>) {
        let Person { rows, facts, elements, mut faults, failure } = person;
        let first = rows.first().copied().unwrap_or_default();
        let found = match failure {
            Some(sentence) => self.unjudged(first, None, sentence, &mut faults),
            None => self.case(first, facts, elements, &mut faults),
        };
        (found.noting(self.list, &faults), faults)
    }

    /// The whole answer to the rows of one person; `None` where there is none.
    #[must_use]
    pub fn answer(&self, person: Person) -> Option<Assessment> {
        let Person { facts, elements, failure: None, .. } = person else { return None };
        api::assess(&self.request(0, facts, elements, &mut Vec::new()).ok()?).ok()
    }

    fn case(
        &self,
        row: u32,
        facts: Vec<(FactId, FactValue)>,
        elements: Vec<Vec<Named>>,
        faults: &mut Vec<CellFault>,
    ) -> Found {
        let (pack, measure) = self.list.law();
        let request = match self.request(row, facts, elements, faults) {
            Ok(request) => request,
            Err(found) => return *found,
        };
        let found = match &self.known {
            Some(known) => engine::summarize(pack, measure, &request.case, self.day)
                .ok()
                .and_then(|summary| known.found(measure, &summary)),
            None => api::assess(&request).ok().map(|answer| self.answered(measure, &answer)),
        };
        found.unwrap_or_else(|| self.unjudged(row, None, words::BEYOND.to_owned(), faults))
    }

    fn answered(&self, measure: &Measure, answer: &Assessment) -> Found {
        let in_items = answer.judged().iter().flat_map(|item| &item.conditions);
        let conditions = || answer.conditions.iter().chain(in_items.clone());
        let find = |is_it: fn(&Condition) -> bool| conditions().find(|condition| is_it(condition));
        let title = |condition: &Condition| Arc::<str>::from(condition.title.as_str());
        let agency = find(|condition| condition.reason == Some(Why::Agency));
        let (verdict, reason) = match answer.outcome {
            verdict::Outcome::Eligible if measure.is_claimed() => (Verdict::Eligible, None),
            verdict::Outcome::Eligible => (Verdict::Settled, Some(answer.headline().into())),
            verdict::Outcome::Ineligible => {
                (Verdict::Ineligible, find(|condition| condition.verdict == Judgement::Unmet).map(title))
            }
            verdict::Outcome::Undetermined if answer.needs.is_empty() => match agency {
                Some(condition) => (Verdict::Agency, Some(words::by_agency(&condition.title))),
                None => (Verdict::Unsettled, Some(answer.headline().into())),
            },
            verdict::Outcome::Undetermined => (Verdict::Missing, None),
            verdict::Outcome::Closed => (Verdict::Closed, Some(answer.headline().into())),
        };
        let is_open = !matches!(verdict, Verdict::Ineligible | Verdict::Closed | Verdict::Settled | Verdict::Unsettled);
        let has_last_day = is_open && (measure.perpetual.is_none() || measure.items.is_some());
        Found {
            verdict,
            amount: answer.amount.map(|amount| match amount {
                Amount::Exact { value } => (fen(value), fen(value)),
                Amount::Range { min, max } => (fen(min), fen(max)),
            }),
            is_unconfirmed: answer.policy.evidence == Evidence::Provisional && verdict != Verdict::Closed,
            is_ceiling: answer.is_ceiling && answer.amount.is_some(),
            reason,
            unread: String::new(),
            payment: None,
            missing: joined(answer.needs.iter().map(|need| {
                let field = need.field.map(|(place, field)| words::field(measure, need.fact, place, field));
                field.unwrap_or_else(|| {
                    measure.fact(need.fact).map_or("", |(id, _)| words::label(measure, id)).to_owned()
                })
            })),
            last_day: if has_last_day { answer.earliest_last_day() } else { None },
        }
    }
}

impl Known {
    fn of(list: &List) -> Option<Self> {
        let (options, (_, measure)) = (list.options(), list.law());
        let (calculator, as_of) = (options.calculator, options.as_of);
        let empty = Request { calculator, as_of, case: Case::new(measure), names: Vec::new() };
        let answer = api::assess(&empty).ok()?;
        let title = |condition: &Condition| {
            (condition.id.clone(), condition.title.as_str().into(), words::by_agency(&condition.title))
        };
        let is_closed = answer.outcome == verdict::Outcome::Closed;
        Some(Self {
            titles: answer.conditions.iter().map(title).collect(),
            is_unconfirmed: answer.policy.evidence == Evidence::Provisional && !is_closed,
            is_ceiling: answer.is_ceiling,
            last_day: answer.policy.window.and_then(|window| window.to).filter(|_| !is_closed),
            closed: answer.headline().into(),
        })
    }

    fn found(&self, measure: &Measure, summary: &Summary) -> Option<Found> {
        let first = |is_it: fn(&engine::assessment::Verdict) -> bool| {
            summary.conditions.iter().find(|(_, verdict)| is_it(verdict)).map(|(condition, _)| *condition)
        };
        let title = |condition: ConditionId| {
            let id = condition.name(measure)?;
            self.titles.iter().find(|(known, _, _)| known == id)
        };
        let (verdict, reason) = match summary.outcome {
            Outcome::Eligible => (Verdict::Eligible, None),
            Outcome::Ineligible => {
                let unmet = first(|verdict| matches!(verdict, engine::assessment::Verdict::Unmet));
                (Verdict::Ineligible, unmet.and_then(title).map(|(_, title, _)| Arc::clone(title)))
            }
            Outcome::Undetermined if summary.needs.is_empty() => {
                let unknown = first(|verdict| matches!(verdict, engine::assessment::Verdict::Unknown(Reason::Agency)));
                (Verdict::Agency, unknown.and_then(title).map(|(_, _, by_agency)| Arc::clone(by_agency)))
            }
            Outcome::Undetermined => (Verdict::Missing, None),
            Outcome::Closed => (Verdict::Closed, Some(Arc::clone(&self.closed))),
        };
        let amount = match summary.amount {
            None => None,
            Some(AmountFound::Exact(amount)) => Some((fen_of(amount)?, fen_of(amount)?)),
            Some(AmountFound::Range { min, max }) => Some((fen_of(min)?, fen_of(max)?)),
        };
        let needs = summary.needs.iter().map(|need| {
            let (Need::Fact(fact) | Need::Field { list: fact, .. }) = need;
            words::label(measure, *fact)
        });
        Some(Found {
            verdict,
            amount,
            is_unconfirmed: self.is_unconfirmed,
            is_ceiling: self.is_ceiling && amount.is_some(),
            reason,
            unread: String::new(),
            payment: None,
            missing: joined(needs),
            last_day: self.last_day.filter(|_| verdict != Verdict::Ineligible),
        })
    }
}

fn joined(words: impl Iterator<Item = impl AsRef<str>>) -> String {
    let mut joined = String::new();
    for word in words {
        if !joined.is_empty() {
            joined.push('、');
        }
        joined.push_str(word.as_ref());
    }
    joined
}

/// Whole 分.
pub(crate) fn fen(amount: Money) -> i128 {
    // INVARIANT: the scale of an amount is two.
    amount.yuan().mantissa()
}

fn fen_of(amount: engine::Money) -> Option<i128> {
    let fen = amount.get().times(engine::Fraction::whole(100)).ok()?.reduced();
    (fen.denominator() == 1).then_some(fen.numerator())
}
