//! One path through an expression.

use crate::set::{Map, Set};

use crate::bounds::Bounds;
use crate::date::Month;
use crate::error::NoValue;
use crate::evaluate::knowledge::{Knowledge, Known};
use crate::evaluate::list::Element;
use crate::evaluate::path::{Cause, Path};
use crate::evaluate::{Formula, Found, Missing, Scene, State, Trace, operation};
use crate::expression::{Binary, Expr, Given, Unary};
use crate::fraction::Fraction;
use crate::pack::{
    Cited, DefineId, DefineStep, DomainId, Evidence, FactId, FactKind, Round, RoundId, SourceId, TableId, ValueId,
};
use crate::value::{Kind, OptionId, Value, Words};

/// One path through an expression.
pub(crate) struct Walk<'s> {
    pub scene: &'s Scene<'s>,
    /// The rule whose figures hold.
    pub(super) round: Option<(RoundId, &'s Round)>,
    pub(super) path: Path,
    pub trace: Trace,
    assumed: Map<FactId, Value>,
    pub(super) tables: Map<TableId, Found>,
    pub(super) defines: Map<DefineId, Found>,
    /// The month of the schedule that is looked at.
    pub(super) month: Option<Month>,
    /// The elements that are looked at, the innermost last.
    pub(super) elements: Vec<Element<'s>>,
    /// The days for which dated values are looked up, the innermost last.
    pub(super) days: Vec<Found>,
}

impl<'s> Walk<'s> {
    pub fn new(scene: &'s Scene<'_>, path: Path, trace: Trace) -> Self {
        let (tables, defines) = (Map::new(), Map::new());
        let elements = scene.other.map(|(list, other)| Element::new(list, other));
        let (elements, days) = (elements.into_iter().collect(), Vec::new());
        let (round, month) = (scene.round, scene.month);
        Self { scene, round, path, trace, assumed: Map::new(), tables, defines, month, elements, days }
    }

    pub fn into_path(self) -> Path {
        self.path
    }

    /// Evaluates an expression on this path.
    pub fn evaluate(&mut self, expr: &Expr) -> Found {
        let budget = self.scene.budget;
        if let Err(why) = budget.enter() {
            budget.note(why);
            return Found::no_value(why);
        }
        let mut found = if self.scene.is_any_case { self.scan(expr) } else { self.node(expr) };
        if self.trace != Trace::No && is_printed_as_value(expr) {
            found.print_as_value();
        }
        budget.leave();
        if let State::NoValue(why) = found.state {
            budget.note(why);
        }
        found
    }

    pub(super) fn node(&mut self, expr: &Expr) -> Found {
        let budget = self.scene.budget;
        match expr {
            Expr::Literal(value) => Found::known(value.clone()),
            Expr::Fact(fact) => self.fact(*fact),
            Expr::Figure(figure) => self.figure(*figure),
            Expr::Param(param, day) => self.param(*param, day.as_deref()),
            // A row is printed as it is written.
            Expr::Table(table) => self.table(*table),
            Expr::Define(define) => {
                let found = self.define(*define);
                self.named(*define, found)
            }
            Expr::Amount => match &self.scene.measure.amount {
                None => Found::no_value(NoValue::DamagedPack),
                Some(amount) => self.evaluate(&amount.value),
            },
            Expr::Given(given) => {
                if let (Given::ThisMonth | Given::ThatDay, Some(month)) = (given, self.month)
                    && let Ok(day) = month.first_day()
                {
                    budget.ends_on(day);
                }
                self.given(*given)
            }
            Expr::Scheduled => self.scheduled(),
            Expr::OverMonths(of) => self.over_months(of),
            Expr::Unary(Unary::IsKnown, of) => match self.known(of).known {
                Known::Value(_) => Found::truth(true),
                Known::OneOf(_) | Known::Open | Known::NoValue(_) => Found::truth(false),
            },
            Expr::Unary(Unary::IsPossible, of) => match self.known(of).known {
                Known::Value(Value::Truth(truth)) => Found::truth(truth),
                Known::OneOf(_) | Known::Open => Found::truth(true),
                Known::Value(_) | Known::NoValue(_) => Found::truth(false),
            },
            Expr::Unary(Unary::HasValue, of) => {
                let of = self.evaluate(of);
                let found = match of.state {
                    State::NoValue(NoValue::NoRow | NoValue::NotRecorded) => Found::truth(false),
                    State::NoValue(why) => Found::no_value(why),
                    State::Known(_) | State::Between(_) | State::Open => Found::truth(true),
                };
                found.chosen_by(of.unsure)
            }
            Expr::Unary(Unary::IsProvisional, of) => {
                let Knowledge { sources, unsure, .. } = self.known(of);
                let sources = sources.to_vec();
                Found::truth(self.scene.pack.evidence(&sources).and(unsure) == Evidence::Provisional)
            }
            Expr::Unary(unary, of) => {
                let of = self.evaluate(of);
                operation::unary(*unary, &of)
            }
            Expr::Binary(Binary::And, one, other) => self.either(one, other, false),
            Expr::Binary(Binary::Or, one, other) => self.either(one, other, true),
            Expr::Binary(binary, one, other) => {
                let (one, other) = (self.evaluate(one), self.evaluate(other));
                let found = operation::binary(*binary, &one, &other);
                if found.state == State::Open { self.scene.settled_by_checks(expr).unwrap_or(found) } else { found }
            }
            Expr::OneOf(of, options) => self.one_of(of, options),
            Expr::If(condition, then, otherwise) => {
                let condition = self.evaluate(condition);
                let unsure = condition.unsure;
                match self.holds(condition) {
                    Ok(true) => self.evaluate(then).chosen_by(unsure),
                    Ok(false) => self.evaluate(otherwise).chosen_by(unsure),
                    Err(why) => Found::no_value(why),
                }
            }
            Expr::Any(list, such) => self.any(*list, such),
            Expr::CountOf(list, such) => self.count_of(*list, such),
            Expr::Field { out, field } => self.field(*out, *field),
            Expr::Over(aggregate, list, such, of) => self.over(*aggregate, *list, such, of),
            Expr::OfItem(field) => self.of_item(*field),
            Expr::Suppose(with, of) => self.suppose(with, of),
        }
    }

    /// What is known of an expression on all paths, in the month that is looked at.
    fn known(&self, of: &Expr) -> Knowledge {
        match self.month.filter(|_| self.month != self.scene.month) {
            Some(month) => self.scene.in_month(month).evaluate(of),
            None => self.scene.evaluate(of),
        }
    }

    /// 且 and 或: where one operand settles it, the other does not count. `settles`: what does so.
    fn either(&mut self, one: &Expr, other: &Expr, settles: bool) -> Found {
        let is_settled = |found: &Found| found.state == State::Known(Value::Truth(settles));
        let one = self.evaluate(one);
        if is_settled(&one) {
            return one;
        }
        let other = self.evaluate(other);
        if is_settled(&other) {
            return other;
        }
        let state = match (&one.state, &other.state) {
            (State::NoValue(why), _) | (_, State::NoValue(why)) => State::NoValue(*why),
            (State::Known(_), State::Known(_)) => State::Known(Value::Truth(!settles)),
            _ => State::Open,
        };
        Found::from(state, &[&one, &other])
    }

    fn one_of(&mut self, of: &Expr, options: &[Expr]) -> Found {
        let of = self.evaluate(of);
        let mut result = Found::from(State::Known(Value::Truth(false)), &[&of]);
        for option in options {
            let option = self.evaluate(option);
            let same = operation::binary(Binary::Equal, &of, &option);
            match same.state {
                State::Known(Value::Truth(false)) => {}
                _ => {
                    result = same;
                    if result.state == State::Known(Value::Truth(true)) {
                        break;
                    }
                }
            }
        }
        result
    }

    /// Whether a condition holds on this path; one that is unknown is decided, each way once.
    pub(super) fn holds(&mut self, condition: Found) -> Result<bool, NoValue> {
        match condition.state {
            State::Known(Value::Truth(truth)) => Ok(truth),
            State::Open => Ok(self.path.decide(Cause::missing(condition.missing), 2) == 0),
            State::NoValue(why) => Err(why),
            State::Known(_) | State::Between(_) => Err(NoValue::DamagedPack),
        }
    }

    pub(super) fn fact(&mut self, id: FactId) -> Found {
        if let Some(value) = self.assumed.get(&id) {
            return Found::known(value.clone());
        }
        let measure = self.scene.measure;
        let Some(fact) = measure.facts.get(id.index()) else {
            return Found::no_value(NoValue::DamagedPack);
        };
        if let Some(value) = self.scene.facts.get(id.index()).and_then(Option::as_ref) {
            return match measure.any_of(fact.kind, value) {
                None => Found::known(value.clone()),
                Some(options) => self.assume(id, options.iter().map(|option| Value::Choice(*option)).collect()),
            };
        }
        match fact.kind {
            FactKind::Choice(domain) => self.assume_option(id, domain),
            FactKind::YesNo => match self.scene.settled_by_checks(&Expr::Fact(id)) {
                Some(found) => found,
                None => self.assume(id, vec![Value::Truth(true), Value::Truth(false)]),
            },
            // A number that may also be without a limit has no bounds.
            _ if fact.may_be_no_limit() => Found::open(State::Open, Set::from([Missing::Fact(id)])),
            kind => Found::open(unknown(kind), Set::from([Missing::Fact(id)])),
        }
    }

    fn assume_option(&mut self, fact: FactId, domain: DomainId) -> Found {
        let options = (0..).zip(self.scene.measure.options(domain)).filter(|(_, option)| option.any_of.is_empty());
        self.assume(fact, options.map(|(place, _)| self::option(place)).collect())
    }

    fn assume(&mut self, fact: FactId, options: Vec<Value>) -> Found {
        if options.is_empty() {
            return Found::no_value(NoValue::DamagedPack);
        }
        let taken = self.path.decide(Cause::fact(fact), options.len());
        match options.get(taken) {
            None => Found::no_value(NoValue::DamagedPack),
            Some(value) => {
                self.assumed.insert(fact, value.clone());
                Found::known(value.clone())
            }
        }
    }

    fn figure(&self, id: ValueId) -> Found {
        // Only what holds all the time is looked at on days of which no rule was found.
        let Some((_, round)) = self.round else { return Found::not_recorded() };
        round.figures.get(id.index()).map_or_else(
            || Found::no_value(NoValue::DamagedPack),
            |figure| Found::known(figure.value.clone()).citing([figure.source]),
        )
    }

    fn define(&mut self, id: DefineId) -> Found {
        if let Some(found) = self.defines.get(&id) {
            return found.clone();
        }
        if let Some(found) = self.scene.defines.found.borrow().get(&id).filter(|_| self.is_of_scene()) {
            return found.clone();
        }
        if let Some((_, value)) = self.scene.supposed.iter().find(|(supposed, _)| *supposed == id) {
            return Found::known(value.clone());
        }
        let measure = self.scene.measure;
        let found = match measure.defines.get(id.index()) {
            None => Found::no_value(NoValue::DamagedPack),
            Some(define) => {
                let unsure = define.unsure.as_ref().is_some_and(|unsure| self.scene.surely(unsure));
                let found = self.evaluate(&define.value).chosen_by(unsure);
                found.citing(define.source).citing(self.cited(Cited::Define(id.0)))
            }
        };
        if self.is_of_scene() && !self.path.has_decided() {
            self.scene.defines.found.borrow_mut().insert(id, found.clone());
        } else {
            self.defines.insert(id, found.clone());
        }
        found
    }

    /// Whether what is found without a decision is so wherever the scene is looked at, and not in one month of it.
    fn is_of_scene(&self) -> bool {
        self.trace == Trace::No && self.month == self.scene.month && self.elements.is_empty()
    }

    /// In a formula a definition is named by its line, where that comes before.
    fn named(&self, id: DefineId, found: Found) -> Found {
        let Trace::Before(next) = self.trace else { return found };
        let mut found = found;
        found.print_as_value();
        let step = self.scene.measure.defines.get(id.index()).filter(|_| id < next);
        let step = step.and_then(|define| define.step.as_ref());
        let id = |step: &DefineStep| self.scene.id_of_line(step);
        let is_shown = |when: &Option<Expr>| when.as_ref().is_none_or(|when| self.scene.surely(when));
        match (step.filter(|step| is_shown(&step.when)), &found.state) {
            (Some(step), State::Known(value)) => {
                let formula = Formula::named(&id(step), value).or_else(|| found.formula.clone());
                Found { formula, ..found }
            }
            _ => found,
        }
    }

    pub(super) fn cited(&self, thing: Cited) -> Vec<SourceId> {
        self.round.map(|(_, round)| round.cited(thing).collect()).unwrap_or_default()
    }

    pub(super) fn given(&mut self, given: Given) -> Found {
        let scene = self.scene;
        let round = self.round.map(|(_, round)| round);
        let year = |year: u16| Value::Number(Fraction::whole(i64::from(year)));
        let value = match given {
            Given::Day => Some(Value::Date(scene.day)),
            // Under the standing rule one applies in any year.
            Given::Year => round.map(|round| year(round.years.map_or(scene.day.year(), |years| years.application))),
            Given::BaseYear => {
                let before = scene.day.year().saturating_sub(1);
                round.map(|round| year(round.years.map_or(before, |years| years.base)))
            }
            Given::FirstDay | Given::LastDay | Given::LastDayBefore if round.is_none() => return Found::not_recorded(),
            Given::FirstDay => round.map(|round| Value::Date(round.window.from)),
            Given::LastDay => match round.map(|round| round.window.to) {
                Some(None) => return Found::no_value(NoValue::NoRow),
                last => last.flatten().map(Value::Date),
            },
            Given::LastDayBefore => match round.and_then(|round| scene.measure.last_day_before(round)) {
                None => return Found::no_value(NoValue::NoRow),
                last => last.map(Value::Date),
            },
            Given::CeilingOnly => round.map(|round| Value::Truth(round.ceiling)),
            Given::Agency => Some(Value::Truth(self.path.decide(Cause::agency(), 2) == 0)),
            Given::Outcome => match scene.outcome() {
                Ok(outcome) => Some(option(outcome.option())),
                Err(why) => return Found::no_value(why),
            },
            Given::ThatDay => {
                return self.days.last().cloned().unwrap_or_else(|| Found::no_value(NoValue::DamagedPack));
            }
            Given::Reason => scene.notice.reason.map(|reason| Value::Text(Words::plain(reason))),
            Given::WhichDay => scene.notice.what.map(|what| Value::Text(Words::plain(what))),
            Given::ThisDay => scene.notice.last.map(Value::Date),
            Given::ThisMonth => match (self.month, &scene.measure.schedule) {
                (None, Some(schedule)) => return self.evaluate(&schedule.from),
                (month, _) => month.map(Value::Month),
            },
            Given::NextWorkday => scene.notice.workday.map(Value::Date),
            Given::DocumentNumber => {
                let document = scene.notice.source.map(|source| source.document);
                let document = document.and_then(|document| scene.pack.documents.get(document.index()));
                document.map(|document| Value::Text(Words::plain(document.number.clone())))
            }
            Given::Clause => scene.notice.source.map(|source| Value::Text(Words::plain(source.clause.clone()))),
        };
        value.map_or_else(|| Found::no_value(NoValue::DamagedPack), Found::known)
    }

    /// Continues with a value known from elsewhere: each remaining possibility becomes a path.
    pub(super) fn split(&mut self, knowledge: Knowledge) -> Found {
        let Knowledge { known, missing, agency, sources, unsure } = knowledge;
        let found = match known {
            Known::Value(value) => Found::known(value),
            Known::NoValue(why) => Found::no_value(why),
            Known::Open => Found::open(State::Open, missing),
            Known::OneOf(values) => {
                let taken = self.path.decide(Cause { missing, agency }, values.len());
                values.get(taken).cloned().map_or_else(|| Found::no_value(NoValue::DamagedPack), Found::known)
            }
        };
        found.citing_all(&sources).chosen_by(unsure)
    }
}

/// Whether a formula shows an expression as its value, without its computation. A row of a table is printed as it is
/// written, a definition by its line.
const fn is_printed_as_value(expr: &Expr) -> bool {
    matches!(
        expr,
        Expr::Literal(_)
            | Expr::Fact(_)
            | Expr::Figure(_)
            | Expr::Param(..)
            | Expr::Amount
            | Expr::Given(_)
            | Expr::Scheduled
            | Expr::OverMonths(_)
            | Expr::CountOf(..)
            | Expr::Field { .. }
            | Expr::OfItem(_)
            | Expr::Over(..)
            | Expr::Suppose(..)
    )
}

/// What is known of a missing fact of that kind: that a number is not negative, and not too large.
pub(super) fn unknown(kind: FactKind) -> State {
    let up_to = |kind: Kind, most: u64| {
        let most = Fraction::new(i128::from(most), 1).ok();
        State::Between(Box::new(Bounds { kind, least: Some(Fraction::ZERO), most }))
    };
    match kind {
        FactKind::Count(most) | FactKind::Average(most) => up_to(Kind::Count, most),
        FactKind::Money(most) => up_to(Kind::Money, most),
        FactKind::Choice(_)
        | FactKind::Choices(_)
        | FactKind::YesNo
        | FactKind::Date
        | FactKind::Month
        | FactKind::Text
        | FactKind::List(_) => State::Open,
    }
}

const fn option(index: u16) -> Value {
    Value::Choice(OptionId(index))
}
