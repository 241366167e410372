//! Conditions, amounts, items, plans, schedules and sentences.

use crate::expression::{Expr, Listed};
use crate::pack::validate::{Checked, Invalid};
use crate::pack::{
    Amount, Condition, Each, EachElement, FactId, Insight, Item, ItemDayOff, NextStep, Paid, Plan, ResultField,
    ResultForm, RoundId, Schedule,
};

impl Checked<'_> {
    pub(super) fn condition(&self, condition: &Condition) -> Result<(), Invalid> {
        let Condition { id: _, title, holds, says, cites, curable: _, source, only } = condition;
        self.expressions.text(title)?;
        self.expressions.of(holds)?;
        self.expressions.says(says)?;
        cites.iter().try_for_each(|cited| self.expressions.of(cited))?;
        self.source(*source)?;
        self.only(only.as_deref())
    }

    pub(super) fn amount(&self, amount: &Amount) -> Result<(), Invalid> {
        self.expressions.of(&amount.value)?;
        amount.unsure.iter().try_for_each(|unsure| self.expressions.of(unsure))?;
        let step = &amount.step;
        [&step.title, &step.least, &step.most].into_iter().try_for_each(|says| self.expressions.says(says))
    }

    pub(super) fn item(&self, item: &Item) -> Result<(), Invalid> {
        let Item { list, conditions, amount, dates, day_off } = item;
        self.expressions.fields_of_fact(*list)?;
        self.of.few("conditions of an item", conditions.len())?;
        conditions.iter().try_for_each(|condition| self.condition(condition))?;
        self.expressions.of(amount)?;
        dates.iter().try_for_each(|(_, day)| self.expressions.of(day))?;
        if let Some(ItemDayOff { day, when, what }) = day_off {
            when.iter().chain([day]).try_for_each(|expr| self.expressions.of(expr))?;
            self.expressions.text(what)?;
        }
        Ok(())
    }

    pub(super) fn paid(&self, paid: &Paid) -> Result<(), Invalid> {
        match paid {
            Paid::Plan(plan) => self.plan(plan),
            Paid::Each(step) => self.expressions.says(&step.title),
        }
    }

    fn plan(&self, plan: &Plan) -> Result<(), Invalid> {
        let Plan { same, blocks, places, ordinary, limit: _, by, again, step, total, left_same, left_places } = plan;
        [same, blocks].into_iter().try_for_each(|pair| self.expressions.of_pair(pair))?;
        let ordinary = ordinary.iter().flat_map(|(takes, places)| [takes, places]);
        [places, by, again].into_iter().chain(ordinary).try_for_each(|expr| self.expressions.of(expr))?;
        [step, total].into_iter().try_for_each(|step| self.expressions.says(&step.title))?;
        [left_same, left_places].into_iter().try_for_each(|left| self.expressions.text(&left.text))
    }

    pub(super) fn schedule(&self, schedule: &Schedule) -> Result<(), Invalid> {
        let Schedule { name: _, from, when, months, each, columns, step, total, source } = schedule;
        when.iter().chain([from, months, each, &Expr::Scheduled]).try_for_each(|expr| self.expressions.of(expr))?;
        columns.iter().try_for_each(|column| self.result(column))?;
        step.iter().chain([total]).try_for_each(|line| self.expressions.says(&line.title))?;
        self.source(*source)
    }

    pub(super) fn result(&self, result: &ResultField) -> Result<(), Invalid> {
        self.expressions.of(&result.value)?;
        match &result.form {
            ResultForm::Fraction(Some(limit)) => self.expressions.of(limit),
            ResultForm::Option(domain) => self.domain(*domain),
            ResultForm::Bounds(rows) => rows.iter().try_for_each(|row| {
                self.of.exists("fact", row.fact.0, self.measure.facts.len())?;
                row.when.iter().chain([&row.least]).try_for_each(|expr| self.expressions.of(expr))
            }),
            ResultForm::Fraction(None) | ResultForm::Decimal | ResultForm::Whole => Ok(()),
        }
    }

    pub(super) fn insight(&self, insight: &Insight) -> Result<(), Invalid> {
        insight.when.iter().chain(&insight.value).try_for_each(|expr| self.expressions.of(expr))?;
        self.expressions.says(&insight.says)?;
        if let Some(Each::Element(EachElement { list, one_per, .. })) = &insight.each {
            let fields = self.expressions.fields_of_fact(self.list_of(*list)?)?;
            one_per.iter().try_for_each(|field| self.of.exists("field", *field, fields))?;
        }
        self.source(insight.source)?;
        self.only(insight.only.as_deref())
    }

    /// The fact whose elements a list has.
    pub(super) fn list_of(&self, list: Listed) -> Result<FactId, Invalid> {
        match (list, &self.measure.items) {
            (Listed::Fact(fact), _) => Ok(fact),
            (Listed::Plan(_), Some((item, _))) => Ok(item.list),
            (Listed::Plan(_), None) => Err(self.of.wrong("a plan where there is none")),
        }
    }

    pub(super) fn next_step(&self, next: &NextStep) -> Result<(), Invalid> {
        next.when.iter().try_for_each(|when| self.expressions.of(when))?;
        self.expressions.says(&next.says)?;
        self.source(next.source)?;
        self.only(next.only.as_deref())
    }

    pub(super) fn only(&self, only: Option<&[RoundId]>) -> Result<(), Invalid> {
        let rounds = self.measure.rounds.len();
        only.unwrap_or_default().iter().try_for_each(|round| self.of.exists("round", round.0, rounds))
    }
}
