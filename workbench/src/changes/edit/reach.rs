//! Coverage: which figures, rows, conditions and sentences of the edited law any case depends on.

use std::collections::BTreeSet;

use wengang_engine::pack::{Dated, Is, Piece, Text};
use wengang_engine::{Assessment, Count, Expr, Fraction, Money, Pack, Ratio, Value};

use super::{Edit, Lines, Place};
use crate::trial::Trial;

/// A figure or a row that a case may depend on.
struct Target {
    measure: String,
    at: At,
    edit: Edit,
    is_reached: bool,
}

#[derive(Clone, Copy)]
enum At {
    /// A figure of a round.
    Figure(usize, usize),
    /// A row of a round's table.
    Row(usize, usize, usize),
    /// A row of a table that all rounds have.
    Shared(usize, usize),
    /// A value of a run of days: the dated value, its row, which of several.
    Dated(usize, usize, usize),
}

/// What a place holds: a value, or what a row says.
#[derive(Clone)]
enum Put {
    Value(Value),
    Is(Is),
}

/// How many other figures are tried at each place.
const TRIES: usize = 2;

/// What has been reached so far.
pub(in crate::changes) struct Reach {
    places: Vec<Place>,
    lines: Lines,
    targets: Vec<Target>,
    met: BTreeSet<(String, String)>,
    unmet: BTreeSet<(String, String)>,
    said: BTreeSet<(String, String)>,
}

impl Reach {
    /// Prepares it for all that the edited law writes.
    pub fn new(edited: &Pack, places: &[Place], lines: Lines) -> Self {
        let mut targets = Vec::new();
        for measure in &edited.measures {
            let mut add = |at: At, edit: Edit| {
                let target = Target { measure: measure.id.clone(), at, edit, is_reached: false };
                if target.now(edited).is_some_and(|now| !target.others(&now).is_empty()) {
                    targets.push(target);
                }
            };
            for (round, new) in measure.rounds.iter().enumerate() {
                let Some(place) = Place::of_round(places, &measure.id, new) else { continue };
                for (at, name) in measure.values.iter().enumerate() {
                    add(At::Figure(round, at), place.edit(name, 0));
                }
                for (table, (id, rows)) in new.rows.iter().enumerate() {
                    let name = measure.tables.get(id.index()).map_or("", |table| &table.name);
                    for at in 0..rows.len() {
                        add(At::Row(round, table, at), place.edit(name, at));
                    }
                }
            }
            for (index, table) in measure.tables.iter().enumerate() {
                for at in 0..table.rows.as_ref().map_or(0, Vec::len) {
                    let title = format!("{}：{}第 {} 行", measure.title, table.name, at.saturating_add(1));
                    add(At::Shared(index, at), lines.of_row(&measure.id, title, &table.name, at));
                }
            }
            for (index, param) in measure.params.iter().enumerate() {
                for (row, dated) in param.rows.iter().enumerate() {
                    let Dated::Values(values, _) = &dated.is else { continue };
                    let Some(place) = Place::of_dated(places, &measure.id, &param.name, dated.from) else { continue };
                    for at in 0..values.len() {
                        add(At::Dated(index, row, at), place.edit_of(&param.name, at));
                    }
                }
            }
        }
        let (met, unmet, said) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
        Self { places: places.to_vec(), lines, targets, met, unmet, said }
    }

    pub fn lines(&self) -> &Lines {
        &self.lines
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
        let round = found.rule_status.round.map(wengang_engine::pack::RoundId::index);
        let may_matter = |target: &&mut Target| {
            let is_of_round = match target.at {
                // What is paid by the month, and lists, go by other rounds than that of the day.
                At::Figure(of, _) | At::Row(of, ..) => round.is_none_or(|round| round == of) || found.months.is_some(),
                At::Shared(..) | At::Dated(..) => true,
            };
            !target.is_reached && target.measure == trial.measure && is_of_round
        };
        let mut open: Vec<&mut Target> = self.targets.iter_mut().filter(may_matter).collect();
        // Most cases depend on nothing that is still open: all of it at once first.
        if !(0..TRIES).any(|which| is_other(trial, found, law, &open, which)) {
            return;
        }
        for target in &mut open {
            let alone = [&mut **target];
            target.is_reached = (0..TRIES).any(|which| is_other(trial, found, law, &alone, which));
        }
    }

    /// What no case depends on: figures and rows, conditions that are not both met and unmet, sentences.
    pub fn unreached(&self, edited: &Pack) -> (Vec<Edit>, Vec<Edit>, Vec<Edit>) {
        let figures =
            self.targets.iter().filter(|target| !target.is_reached).map(|target| target.edit.clone()).collect();
        let (mut conditions, mut silent): (Vec<Edit>, Vec<Edit>) = (Vec::new(), Vec::new());
        for measure in &edited.measures {
            let of_items = measure.items.iter().flat_map(|(item, _)| &item.conditions);
            for condition in measure.conditions.iter().chain(of_items) {
                let name = (measure.id.clone(), condition.id.clone());
                let only = match (self.met.contains(&name), self.unmet.contains(&name)) {
                    (true, true) => continue,
                    (true, false) => "没有一个案例不符合",
                    (false, true) => "没有一个案例符合",
                    (false, false) => "没有一个案例用到",
                };
                let title = format!("{} {}：{only}", measure.title, plain(&condition.title));
                conditions.push(self.lines.of_id(&measure.id, title, &condition.id));
            }
            let insights = measure.insights.iter().map(|insight| (&insight.id, &insight.says));
            let next_steps = measure.next_steps.iter().map(|next| (&next.id, &next.says));
            for (id, says) in insights.chain(next_steps) {
                if !self.said.contains(&(measure.id.clone(), id.clone())) {
                    let words = says.0.last().map(|said| plain(&said.text)).unwrap_or_default();
                    silent.push(self.lines.of_id(&measure.id, format!("{}：{words}", measure.title), id));
                }
            }
        }
        conditions.dedup();
        silent.dedup();
        (figures, conditions, silent)
    }
}

/// Whether a case comes out otherwise with other figures at all these places.
fn is_other(
    trial: &Trial,
    found: &Assessment,
    law: &mut Pack,
    targets: &[impl std::ops::Deref<Target = Target>],
    which: usize,
) -> bool {
    let mut before = Vec::new();
    for target in targets {
        let Some(now) = target.now(law) else { continue };
        let others = target.others(&now);
        let Some(other) = others.get(which).or_else(|| others.last()) else { continue };
        target.put(law, other.clone());
        before.push((target, now));
    }
    let then = if before.is_empty() { None } else { Some(trial.judge(law)) };
    for (target, now) in before {
        target.put(law, now);
    }
    then.is_some_and(|then| {
        then.as_ref().is_none_or(|then| {
            (then.outcome, &then.amount, &then.results, &then.items, &then.months)
                != (found.outcome, &found.amount, &found.results, &found.items, &found.months)
        })
    })
}

impl Target {
    /// What is there.
    fn now(&self, law: &Pack) -> Option<Put> {
        let measure = law.measure(&self.measure)?;
        let is = |is: &Is| Put::Is(is.clone());
        match self.at {
            At::Figure(round, place) => {
                measure.rounds.get(round)?.figures.get(place).map(|figure| Put::Value(figure.value.clone()))
            }
            At::Row(round, table, place) => {
                measure.rounds.get(round)?.rows.get(table)?.1.get(place).map(|row| is(&row.is))
            }
            At::Shared(table, place) => measure.tables.get(table)?.rows.as_ref()?.get(place).map(|row| is(&row.is)),
            At::Dated(param, row, place) => match &measure.params.get(param)?.rows.get(row)?.is {
                Dated::Values(values, _) => values.get(place)?.clone().map(Put::Value),
                Dated::Gap(_) => None,
            },
        }
    }

    /// What else could be there.
    fn others(&self, now: &Put) -> Vec<Put> {
        match now {
            Put::Value(value) => others(value).into_iter().map(Put::Value).collect(),
            Put::Is(Is::Value(Expr::Literal(value))) => {
                others(value).into_iter().map(|other| Put::Is(Is::Value(Expr::Literal(other)))).collect()
            }
            Put::Is(Is::Value(_)) => vec![Put::Is(Is::Agency)],
            Put::Is(Is::Agency) => Vec::new(),
        }
    }

    fn put(&self, law: &mut Pack, put: Put) {
        let measure = law.measures.iter_mut().find(|measure| measure.id == self.measure);
        let Some(measure) = measure else { return };
        let row = match self.at {
            At::Figure(round, place) => {
                let figure = measure.rounds.get_mut(round).and_then(|round| round.figures.get_mut(place));
                if let (Some(figure), Put::Value(value)) = (figure, put) {
                    figure.value = value;
                }
                return;
            }
            At::Dated(param, row, place) => {
                let row = measure.params.get_mut(param).and_then(|param| param.rows.get_mut(row));
                if let (Some(Dated::Values(values, _)), Put::Value(value)) = (row.map(|row| &mut row.is), put)
                    && let Some(one) = values.get_mut(place)
                {
                    *one = Some(value);
                }
                return;
            }
            At::Row(round, table, place) => {
                let rows = measure.rounds.get_mut(round).and_then(|round| round.rows.get_mut(table));
                rows.and_then(|(_, rows)| rows.get_mut(place))
            }
            At::Shared(table, place) => {
                measure.tables.get_mut(table).and_then(|table| table.rows.as_mut()?.get_mut(place))
            }
        };
        if let (Some(row), Put::Is(is)) = (row, put) {
            row.is = is;
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
