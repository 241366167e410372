//! The answers as a case: what is typed is read by the kind that the law's file declares.

use std::borrow::Cow;

use wengang_engine::Words;
use wengang_engine::pack::{Fact, FactKind, OptionName};

use crate::api::Request;
use crate::api::answer::Calculator;
use crate::api::case::{self, FactValue, Named};
use crate::api::entry::{self, EntryError, Fault, Wanted};
use crate::law::{self, PACK};
use crate::policy::case::Fold;
use crate::policy::date::Date;
use crate::policy::list::CollectSmall;
use crate::policy::money::Money;
use crate::policy::ratio::AverageInsured;
use crate::state::answers::{Average, Given, Picked, Rows, Sheet};
use crate::state::question::{Cell, Declared, Question, Subject, YES_NO};
use crate::state::row::AS_WRITTEN;
use crate::state::{Choice, State};

/// Reads what is typed for a fact or a field.
pub(super) fn typed(declared: &Declared, text: &str, fold: Fold) -> Result<FactValue, EntryError> {
    Ok(match declared.kind {
        FactKind::Count(most) => {
            let bound = |bound| u32::try_from(bound).unwrap_or(u32::MAX);
            FactValue::Count(entry::count(text, declared.unit, bound(declared.min), bound(most))?)
        }
        FactKind::Average(most) => {
            let average = entry::average(text)?;
            let is_within = u32::try_from(most).is_ok_and(|most| average.at_most(most));
            FactValue::Average(if is_within { average } else { return Err(too_large(Wanted::Average, most)) })
        }
        FactKind::Money(most) => {
            let amount = entry::amount(text)?;
            let is_within = amount <= Money::from_fen(most.saturating_mul(100));
            FactValue::Money(if is_within { amount } else { return Err(too_large(Wanted::Amount, most)) })
        }
        FactKind::Date => FactValue::Day(entry::day(text)?),
        FactKind::Month => FactValue::Month(entry::month(text)?),
        // The others are not typed.
        FactKind::Text | FactKind::Choice(_) | FactKind::Choices(_) | FactKind::YesNo | FactKind::List(_) => {
            FactValue::Text(Words::new(text.trim(), fold(text).trim()))
        }
    })
}

const fn too_large(wanted: Wanted, most: u64) -> EntryError {
    EntryError { wanted, fault: Fault::TooLarge(most) }
}

/// What was understood, for reading; empty for free text.
pub(super) fn shown(declared: &Declared, value: &FactValue) -> String {
    match value {
        FactValue::Count(count) => entry::shown_count(*count, declared.unit),
        FactValue::Average(average) => shown_average(*average),
        FactValue::Money(amount) => entry::shown_amount(*amount),
        FactValue::Day(day) => entry::shown_day(*day),
        FactValue::Month(month) => entry::shown_month(*month),
        FactValue::Text(_) | FactValue::Word(_) | FactValue::Words(_) | FactValue::Flag(_) | FactValue::Elements(_) => {
            String::new()
        }
    }
}

fn shown_average(average: AverageInsured) -> String {
    match average.as_person_months() {
        Some(sum) => entry::shown_months_average(average, sum),
        None => entry::shown_average(average),
    }
}

/// What an answer says; `None`: what is wrong, not filled in or 不清楚 counts as missing.
pub(super) fn value(declared: &Declared, given: Option<&Given>, fold: Fold) -> Option<FactValue> {
    let given = given?;
    match (declared.kind, given) {
        (FactKind::Average(_), Given::Average(average)) if average.by_month => average.value().map(FactValue::Average),
        (FactKind::YesNo, given) => flag(given.picked()?).known().copied().map(FactValue::Flag),
        (FactKind::Choice(_), given) => {
            option(declared.options(), given.picked()?.one()?).map(|option| FactValue::Word(&option.id))
        }
        (FactKind::Choices(_), given) => {
            let ids = given.picked()?.known()?.iter();
            let words: Option<Vec<_>> = ids.map(|id| Some(option(declared.options(), id)?.id.as_str())).collect();
            words.map(FactValue::Words)
        }
        (FactKind::List(_), _) => None,
        _ => given.text()?.value(|text| typed(declared, text, fold)).filter(is_any),
    }
}

/// Whether anything is left of a text after trimming.
fn is_any(value: &FactValue) -> bool {
    !matches!(value, FactValue::Text(words) if words.written().is_empty())
}

fn option(options: &'static [OptionName], id: &str) -> Option<&'static OptionName> {
    options.iter().find(|option| option.id == id)
}

/// Yes or no, of what is picked.
pub(super) fn flag(picked: &Picked) -> Choice<bool> {
    match picked {
        Choice::Unanswered => Choice::Unanswered,
        Choice::Unknown => Choice::Unknown,
        Choice::Is(_) => match picked.one() {
            Some(id) if id == YES_NO[0] => Choice::Is(true),
            Some(id) if id == YES_NO[1] => Choice::Is(false),
            _ => Choice::Unanswered,
        },
    }
}

impl Average {
    /// The average of the months, once all twelve are there.
    pub(super) fn value(&self) -> Option<AverageInsured> {
        if self.whole.unknown { None } else { AverageInsured::from_person_months(self.person_months()?).ok() }
    }

    /// The twelve headcounts added.
    pub(super) fn person_months(&self) -> Option<u64> {
        self.months.iter().map(|month| month.value(entry::persons).map(u64::from)).sum()
    }
}

impl State {
    /// The answer to a fact or in a field of a row.
    #[must_use]
    pub fn given(&self, subject: Subject) -> Option<&Given> {
        let question = subject.question;
        let given = self.answers.get(question.of, question.name());
        match (subject.cell, given) {
            (None, given) => given,
            (Some(cell), Some(Given::Rows(rows))) => {
                let field = question.list()?.fields.get(usize::from(cell.field))?;
                rows.row(cell.row)?.sheet.get(&field.id)
            }
            (Some(_), _) => None,
        }
    }

    /// What is picked.
    #[must_use]
    pub fn picked(&self, subject: Subject) -> &Picked {
        const NONE: &Picked = &Picked::Unanswered;
        self.given(subject).and_then(Given::picked).unwrap_or(NONE)
    }

    /// Yes or no, where that is asked.
    #[must_use]
    pub fn flag(&self, subject: Subject) -> Choice<bool> {
        flag(self.picked(subject))
    }

    /// The ids of the options that fit what is looked for, in everyday words or by name; all where nothing is typed.
    #[must_use]
    pub fn found(&self, declared: &Declared) -> Vec<&'static str> {
        let typed = self.search.text.trim();
        let fits = |name: &str| name.contains(typed) || typed.contains(name);
        let is_found = |option: &&OptionName| fits(&option.shown) || option.words.iter().any(|word| fits(word));
        declared.options().iter().filter(is_found).map(|option| option.id.as_str()).collect_small()
    }

    /// Whether an average is typed as twelve months.
    #[must_use]
    pub fn is_typed_by_month(&self, question: Question) -> bool {
        matches!(self.given(question.into()), Some(Given::Average(average)) if average.by_month)
    }

    /// The rows of a list.
    #[must_use]
    pub fn rows(&self, question: Question) -> Cow<'_, Rows> {
        self.answers.rows(question.of, question.name())
    }

    /// What is known of a fact or a field.
    pub(super) fn value(&self, subject: Subject) -> Option<FactValue> {
        value(&subject.declared()?, self.given(subject), AS_WRITTEN)
    }

    /// The answers to a measure as far as they are known; rows that are half filled are left out.
    pub(super) fn facts(&self, of: Calculator, fold: Fold) -> Vec<Named> {
        let facts = law::measure(of).map(|measure| measure.facts.as_slice()).unwrap_or_default();
        facts
            .iter()
            .map(|fact| (fact.id.as_str(), self.fact(of, fact, fold)))
            .filter(|(_, value)| value.is_some())
            .collect_small()
    }

    fn fact(&self, of: Calculator, fact: &'static Fact, fold: Fold) -> Option<FactValue> {
        let question = Question::named(of, &fact.id)?;
        if question.list().is_some() {
            return self.elements(question, fold).map(FactValue::Elements);
        }
        value(&question.declared()?, self.answers.get(of, &fact.id), fold)
    }

    /// The elements of a list. Where there are some but none is complete yet, what is in the list is not known.
    fn elements(&self, question: Question, fold: Fold) -> Option<Vec<Vec<Named>>> {
        let complete = || {
            let (rows, is_alone) = (self.rows(question), self.is_alone());
            rows.rows.iter().filter_map(|row| row.read(question, fold, is_alone).complete()).collect_small()
        };
        match (question.asks_whether(), self.flag(question.into())) {
            (false, _) => Some(complete()),
            (true, Choice::Unanswered | Choice::Unknown) => None,
            (true, Choice::Is(false)) => Some(Vec::new()),
            (true, Choice::Is(true)) => Some(complete()).filter(|rows| !rows.is_empty()),
        }
    }

    /// The case of the calculator on the screen as far as it is known, without facts that contradict others; `None` on
    /// a screen without a calculator.
    pub(super) fn asked(&self, fold: Fold, as_of: Date) -> Option<Request> {
        let of = self.calculator()?;
        let mut facts = self.facts(of, fold);
        // The boxes take only what the measure takes.
        let mut request = Request::of(of, as_of, facts.clone()).ok()?;
        while let Some(name) = contradicted(&request) {
            facts.retain(|(known, _)| *known != name);
            request = Request::of(of, as_of, facts.clone()).ok()?;
        }
        let measure = law::measure(of)?;
        let judged = measure.facts.iter().find(|fact| measure.is_judged(fact));
        if let Some(list) = judged.and_then(|fact| Question::named(of, &fact.id)) {
            let (rows, is_alone) = (self.rows(list), self.is_alone());
            let complete = rows.rows.iter().filter(|row| row.read(list, fold, is_alone).complete().is_some());
            request.names = complete.map(|row| row.key.to_string()).collect_small();
        }
        Some(request)
    }

    /// The sentence of the law's file for an answer that contradicts the others; of a field, the others of its row.
    pub(super) fn against(&self, subject: Subject) -> Option<&'static str> {
        let (question, measure) = (subject.question, law::measure(subject.question.of)?);
        if !question.is_checked(subject.cell.map(|cell| cell.field)) {
            return None;
        }
        let facts = match subject.cell {
            None => self.facts(question.of, AS_WRITTEN),
            Some(Cell { row, .. }) => {
                let element = self.rows(question).row(row)?.named(question, AS_WRITTEN, self.is_alone());
                vec![(question.name(), Some(FactValue::Elements(vec![element])))]
            }
        };
        let case = case::of(measure, facts).ok()?;
        let found = case.contradiction(&PACK, measure, case::day(self.application_day()).ok()?)?;
        let is_it =
            found.at == question.place && found.element.map(|(_, field)| field) == subject.cell.map(|c| c.field);
        is_it.then_some(found.say)
    }
}

/// The fact that contradicts the others.
fn contradicted(request: &Request) -> Option<&'static str> {
    let measure = law::measure(request.calculator)?;
    let found = request.case.contradiction(&PACK, measure, case::day(request.as_of).ok()?)?;
    // What is wrong in a row is shown there, and nothing is answered.
    measure.facts.get(found.at.index()).filter(|_| found.element.is_none()).map(|fact| fact.id.as_str())
}

impl Sheet {
    /// What a field of a row says.
    pub(super) fn value(&self, declared: &Declared, fold: Fold) -> Option<FactValue> {
        value(declared, self.get(declared.id), fold)
    }
}
