//! The sum of the schedule.

use crate::bounds::Bounds;
use crate::date::{Date, Month};
use crate::error::NoValue;
use crate::evaluate::node::Walk;
use crate::evaluate::{Found, Knowledge, Known, Scene, State, Trace, operation, rule_of};
use crate::expression::{Binary, Expr, Unary};
use crate::pack::{Measure, RoundId, Schedule};
use crate::value::{Kind, Value};

/// How many months a schedule may have: fifty years.
const MOST_MONTHS: u16 = 600;

/// What is known of the months of a schedule.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Months {
    /// The first month.
    pub first: Month,
    /// How many; `None`: not known yet.
    pub count: Option<u16>,
}

/// Months that are computed as one of them was: under the same rule, from the same rows of dated values.
#[derive(Clone, Copy, Debug)]
pub(crate) struct UnchangedMonths {
    rule: Option<RoundId>,
    until: Option<Date>,
}

impl UnchangedMonths {
    /// The months after a month; `until`: the day found by [`Budget::watch`](crate::evaluate::Budget::watch) during its
    /// computation.
    pub fn new(measure: &Measure, month: Month, until: Option<Date>) -> Self {
        Self { rule: rule_of(measure, month).map(|(id, _)| id), until }
    }

    /// Whether a later month is one of them.
    pub fn contains(self, measure: &Measure, month: Month) -> bool {
        let is_before = |until: Date| month.first_day().is_ok_and(|day| day <= until);
        self.until.is_none_or(is_before) && self.rule == rule_of(measure, month).map(|(id, _)| id)
    }
}

/// The months of the schedule, or why there are none.
#[derive(Clone, Debug)]
pub(crate) enum MonthsFound {
    /// The months, and what flows into them.
    Of(Months, Found),
    /// What there is instead of a sum.
    Instead(Found),
}

impl Scene<'_> {
    /// The months of the schedule.
    pub fn months(&self, schedule: &Schedule) -> MonthsFound {
        let found = self.found.months.get(|| self.find_months(schedule));
        found.unwrap_or_else(|| MonthsFound::Instead(Found::no_value(NoValue::DamagedPack)))
    }

    /// What is known of the sum of the schedule.
    pub fn sum(&self) -> Option<Knowledge> {
        let schedule = self.measure.schedule.as_ref()?;
        let sum = |walk: &mut Walk<'_>| walk.sum(schedule, &schedule.each).citing(schedule.source);
        self.found.sum.get(|| Knowledge::of(self, self.paths(Trace::No, sum)))
    }

    fn find_months(&self, schedule: &Schedule) -> MonthsFound {
        let (from, months) = (self.evaluate(&schedule.from), self.evaluate(&schedule.months));
        let when = schedule.when.as_ref().map(|when| self.evaluate(when));
        let is_settled = when.as_ref().is_none_or(|when| when.known == Known::Value(Value::Truth(true)));
        let because = |knowledge: &Knowledge| Found {
            sources: knowledge.sources.clone(),
            unsure: knowledge.unsure,
            ..Found::open(State::Open, knowledge.missing.clone())
        };
        let first = match from.known {
            Known::Value(Value::Month(first)) => first,
            Known::NoValue(why) => return MonthsFound::Instead(Found::no_value(why)),
            Known::Value(_) => return MonthsFound::Instead(Found::no_value(NoValue::DamagedPack)),
            Known::OneOf(_) | Known::Open => return MonthsFound::Instead(because(&from)),
        };
        let count = match &months.known {
            _ if !is_settled => None,
            Known::Value(value) => match whole(value) {
                Ok(count) => Some(count),
                Err(why) => return MonthsFound::Instead(Found::no_value(why)),
            },
            Known::NoValue(why) => return MonthsFound::Instead(Found::no_value(*why)),
            Known::OneOf(_) | Known::Open => None,
        };
        let flows: Vec<Found> = [&from, &months].into_iter().chain(&when).map(because).collect();
        let flows = Found::from(State::Open, &flows.iter().collect::<Vec<_>>());
        MonthsFound::Of(Months { first, count }, flows)
    }
}

/// A number of months, at least one: without months there is no amount.
fn whole(value: &Value) -> Result<u16, NoValue> {
    let (_, number) = value.number().ok_or(NoValue::DamagedPack)?;
    let number = number.reduced();
    match u16::try_from(number.numerator()) {
        _ if number.denominator() != 1 => Err(NoValue::DamagedPack),
        Ok(0) => Err(NoValue::NoRow),
        Ok(months) if months <= MOST_MONTHS => Ok(months),
        _ => Err(NoValue::TooLong),
    }
}

/// A sum of more months than were added up. The lower bound separates it from completions with another number of
/// months.
fn at_least(sum: &State) -> State {
    let (kind, least) = match sum {
        State::Known(sum) => sum.number().map_or((Kind::Money, None), |(kind, sum)| (kind, Some(sum))),
        State::Between(bounds) => (bounds.kind, bounds.least),
        State::Open | State::NoValue(_) => (Kind::Money, None),
    };
    State::Between(Box::new(Bounds { kind, least, most: None }))
}

/// The amount of a month, rounded to 分, since each month is paid separately.
fn of_month(found: Found) -> Found {
    let is_money = match &found.state {
        State::Known(value) => matches!(value, Value::Money(_)),
        State::Between(bounds) => bounds.kind == Kind::Money,
        State::Open | State::NoValue(_) => false,
    };
    if is_money { operation::unary(Unary::RoundToFen, &found) } else { found }
}

impl Walk<'_> {
    /// The sum of the schedule, which is the same wherever it is named.
    pub(super) fn scheduled(&mut self) -> Found {
        match self.scene.sum() {
            Some(sum) => self.split(sum),
            None => Found::no_value(NoValue::DamagedPack),
        }
    }

    /// The sum of an expression over the months of the schedule.
    pub(super) fn over_months(&mut self, of: &Expr) -> Found {
        match &self.scene.measure.schedule {
            Some(schedule) => self.sum(schedule, of),
            None => Found::no_value(NoValue::DamagedPack),
        }
    }

    /// The sum over all months. While it is not known how many there are, the first one says what else is missing, and
    /// whether there is a sum at all.
    fn sum(&mut self, schedule: &Schedule, of: &Expr) -> Found {
        let (months, flows) = match self.scene.months(schedule) {
            MonthsFound::Of(months, flows) => (months, flows),
            MonthsFound::Instead(instead) => return instead,
        };
        let (mut sum, mut each, mut unchanged): (Option<Found>, _, _) = (None, Found::of(State::Open), None);
        for later in 0..months.count.unwrap_or(1) {
            let Ok(month) = months.first.plus(i32::from(later)) else { return Found::no_value(NoValue::NoSuchDay) };
            if !unchanged.is_some_and(|unchanged: UnchangedMonths| unchanged.contains(self.scene.measure, month)) {
                let (found, until) = self.scene.budget.watch(|| self.in_month(month, of));
                each = of_month(found);
                unchanged = Some(UnchangedMonths::new(self.scene.measure, month, until));
            }
            let next = match sum {
                None => each.clone(),
                Some(sum) => operation::binary(Binary::Plus, &sum, &each),
            };
            if matches!(next.state, State::NoValue(_)) {
                return next;
            }
            sum = Some(next);
        }
        let Some(sum) = sum else { return Found::no_value(NoValue::DamagedPack) };
        let state = if months.count.is_some() { sum.state.clone() } else { at_least(&sum.state) };
        Found::from(state, &[&sum, &flows])
    }

    /// Evaluates an expression in a month, looking at no element of a list: what was found of definitions and tables may be of another one.
    fn in_month(&mut self, month: Month, each: &Expr) -> Found {
        let (tables, defines) = (std::mem::take(&mut self.tables), std::mem::take(&mut self.defines));
        let elements = std::mem::take(&mut self.elements);
        let before = (self.month.replace(month), self.round);
        self.round = rule_of(self.scene.measure, month);
        let found = self.evaluate(each);
        (self.month, self.round) = before;
        (self.tables, self.defines, self.elements) = (tables, defines, elements);
        found
    }
}
