//! Coverage: which figures of the new periods, conditions and sentences any case depends on.

use std::collections::BTreeSet;

use wengang_engine::pack::{Figure, Is, Measure, Piece, Text};
use wengang_engine::{Assessment, Count, Expr, Fraction, Money, Pack, Ratio, Value};

use super::{Edit, Place};
use crate::trial::Trial;

/// A figure of a new period.
struct Target {
    measure: String,
    round: usize,
    at: At,
    edit: Edit,
    is_reached: bool,
}

enum At {
    Figure(usize),
    Row(usize, usize),
}

/// What has been reached so far.
pub(in crate::changes) struct Reach {
    places: Vec<Place>,
    targets: Vec<Target>,
    met: BTreeSet<(String, String)>,
    unmet: BTreeSet<(String, String)>,
    said: BTreeSet<(String, String)>,
}

impl Reach {
    /// Prepares it for the periods that the earlier law does not have.
    pub fn new(base: &Pack, edited: &Pack, places: &[Place]) -> Self {
        let mut targets = Vec::new();
        for measure in &edited.measures {
            let old = base.measure(&measure.id);
            for (round, new) in measure.rounds.iter().enumerate() {
                let is_known = old.is_some_and(|old| old.rounds.iter().any(|known| known.id == new.id));
                let Some(place) = Place::of_round(places, &measure.id, new).filter(|_| !is_known) else { continue };
                let target =
                    |at: At, edit: Edit| Target { measure: measure.id.clone(), round, at, edit, is_reached: false };
                for (at, name) in measure.values.iter().enumerate() {
                    targets.push(target(At::Figure(at), place.edit(name, 0)));
                }
                for (table, (id, rows)) in new.rows.iter().enumerate() {
                    let name = measure.tables.get(id.index()).map_or("", |table| &table.name);
                    for at in 0..rows.len() {
                        targets.push(target(At::Row(table, at), place.edit(name, at)));
                    }
                }
            }
        }
        let (met, unmet, said) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
        Self { places: places.to_vec(), targets, met, unmet, said }
    }

    pub fn places(&self) -> &[Place] {
        &self.places
    }

    /// Looks at how a case comes out by the edited law, of which `law` is a copy to try other figures in.
    pub fn look(&mut self, trial: &Trial, found: Option<&Assessment>, law: &mut Pack) {
        use wengang_engine::assessment::Verdict;
        let Some(found) = found else { return };
        let named = |id: &String| (trial.measure.clone(), id.clone());
        let of_items = found.items.iter().flat_map(|(items, _)| items).flat_map(|item| &item.conditions);
        for condition in found.conditions.iter().chain(of_items) {
            match condition.verdict {
                Verdict::Met => self.met.insert(named(&condition.id)),
                Verdict::Unmet => self.unmet.insert(named(&condition.id)),
                _ => false,
            };
        }
        self.said.extend(found.insights.iter().map(|insight| named(&insight.id)));
        self.said.extend(found.next_steps.iter().map(|next| named(&next.id)));
        for target in self.targets.iter_mut().filter(|target| !target.is_reached && target.measure == trial.measure) {
            if found.rule_status.round.map(wengang_engine::pack::RoundId::index) == Some(target.round) {
                target.is_reached = target.matters(trial, found, law);
            }
        }
    }

    /// What no case depends on: figures, conditions that are not both met and unmet, sentences.
    pub fn unreached(&self, edited: &Pack) -> (Vec<Edit>, Vec<String>, Vec<String>) {
        let figures =
            self.targets.iter().filter(|target| !target.is_reached).map(|target| target.edit.clone()).collect();
        let (mut conditions, mut silent) = (BTreeSet::new(), BTreeSet::new());
        let touched = |measure: &&Measure| self.targets.iter().any(|target| target.measure == measure.id);
        for measure in edited.measures.iter().filter(touched) {
            let of_items = measure.items.iter().flat_map(|(item, _)| &item.conditions);
            for condition in measure.conditions.iter().chain(of_items) {
                let name = (measure.id.clone(), condition.id.clone());
                let only = match (self.met.contains(&name), self.unmet.contains(&name)) {
                    (true, true) => continue,
                    (true, false) => "没有一个案例不符合",
                    (false, true) => "没有一个案例符合",
                    (false, false) => "没有一个案例用到",
                };
                conditions.insert(format!("{} {}：{only}", measure.title, plain(&condition.title)));
            }
            let insights = measure.insights.iter().map(|insight| &insight.id);
            let said = |id: &&String| self.said.contains(&(measure.id.clone(), (*id).clone()));
            for id in insights.chain(measure.next_steps.iter().map(|next| &next.id)).filter(|id| !said(id)) {
                silent.insert(format!("{} {id}", measure.title));
            }
        }
        (figures, conditions.into_iter().collect(), silent.into_iter().collect())
    }
}

impl Target {
    /// Whether the case comes out otherwise with another figure there.
    fn matters(&self, trial: &Trial, found: &Assessment, law: &mut Pack) -> bool {
        let Some(now) = self.value(law) else { return false };
        let mut is_other = false;
        for other in others(&now) {
            self.put(law, other);
            let then = trial.judge(law);
            is_other |= then.as_ref().is_none_or(|then| {
                (then.outcome, &then.amount, &then.results, &then.items)
                    != (found.outcome, &found.amount, &found.results, &found.items)
            });
        }
        self.put(law, now);
        is_other
    }

    fn value(&self, law: &Pack) -> Option<Value> {
        let round = law.measure(&self.measure)?.rounds.get(self.round)?;
        match self.at {
            At::Figure(place) => round.figures.get(place).map(|figure| figure.value.clone()),
            At::Row(table, place) => match &round.rows.get(table)?.1.get(place)?.is {
                Is::Value(Expr::Literal(value)) => Some(value.clone()),
                _ => None,
            },
        }
    }

    fn put(&self, law: &mut Pack, value: Value) {
        let measure = law.measures.iter_mut().find(|measure| measure.id == self.measure);
        let Some(round) = measure.and_then(|measure| measure.rounds.get_mut(self.round)) else { return };
        match self.at {
            At::Figure(place) => {
                let figure: Option<&mut Figure> = round.figures.get_mut(place);
                figure.into_iter().for_each(|figure| figure.value = value.clone());
            }
            At::Row(table, place) => {
                let row = round.rows.get_mut(table).and_then(|(_, rows)| rows.get_mut(place));
                row.into_iter().for_each(|row| row.is = Is::Value(Expr::Literal(value.clone())));
            }
        }
    }
}

/// A title without the figures in it.
fn plain(text: &Text) -> String {
    let words = text.0.iter().map(|piece| if let Piece::Words(words) = piece { words.as_str() } else { "…" });
    words.collect()
}

/// Other figures of the kind: more and less.
fn others(value: &Value) -> Vec<Value> {
    let half = |number: Fraction| number.over(Fraction::whole(2)).unwrap_or(Fraction::ZERO);
    let whole = |number: Fraction| Fraction::whole(i64::try_from(number.floor()).unwrap_or(0));
    let plus = |number: Fraction, more: i64| number.plus(Fraction::whole(more)).unwrap_or(number);
    match value {
        Value::Count(count) => {
            let number = count.get();
            vec![Value::Count(Count::new(whole(half(number)))), Value::Count(Count::new(plus(number, 1)))]
        }
        Value::Money(money) => vec![Value::Money(Money::new(plus(money.get(), 1)))],
        Value::Ratio(ratio) => vec![Value::Ratio(Ratio::new(half(ratio.get())))],
        Value::NoLimit => vec![Value::Count(Count::new(Fraction::whole(1)))],
        Value::Choices(_) => vec![Value::Choices(Vec::new().into_iter().collect())],
        _ => Vec::new(),
    }
}
