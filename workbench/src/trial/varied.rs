//! Variations of the open cases, always the same ones: moved to the edges of both laws, with a fact or two another one.

use serde_json::{Map, Value as Json, json};
use wengang_engine::pack::{Dated, FactKind, Is, Measure};
use wengang_engine::{Date, Expr, Fraction, Outcome, Pack, Value};

use super::{Trial, open};

/// How often out of a hundred a fact is another one.
const OFTEN: u64 = 18;

/// How many cases are made up to find some that are due something.
const TRIES: usize = 4000;

/// A number of months or persons is made up below this.
const FEW: u64 = 13;

/// Returns so many variations, by the laws before and after.
#[must_use]
pub fn varied(count: usize, laws: &[&Pack]) -> Vec<Trial> {
    let mut variations = variations(laws);
    (0..count).filter_map(|_| variations.next()).collect()
}

/// Returns so many cases of each measure that has no open one: without them no edit of it would be seen to change anything.
/// They are variations of made-up cases to which the last law gives something.
#[must_use]
pub fn made_up(count: usize, laws: &[&Pack]) -> Vec<Trial> {
    let open = open();
    let (mut all, mut chance) = (Vec::new(), Chance(0x5EED_2028));
    for aim in aims(laws).into_iter().filter(|aim| !open.iter().any(|trial| trial.measure == aim.measure.id)) {
        let is_due = |trial: &Trial| {
            let answer = laws.last().and_then(|law| trial.judge(law));
            answer.is_some_and(|answer| answer.outcome == Outcome::Eligible)
        };
        let trials = (1..=TRIES).filter_map(|number| chance.case(&aim, number)).filter(is_due).collect();
        let seed = Chance(chance.next());
        all.extend(Variations { trials, aims: vec![aim], chance: seed, count: 0 }.take(count));
    }
    all
}

/// Returns variations without an end, by the laws before and after.
#[must_use]
pub fn variations<'l>(laws: &[&'l Pack]) -> Variations<'l> {
    let aims = aims(laws);
    let trials = open().into_iter().filter(|trial| aims.iter().any(|aim| aim.measure.id == trial.measure)).collect();
    Variations { trials, aims, chance: Chance(0x5EED_2027), count: 0 }
}

/// What there is to aim at, by measure.
fn aims<'l>(laws: &[&'l Pack]) -> Vec<Aim<'l>> {
    let mut aims: Vec<Aim<'l>> = Vec::new();
    for measure in laws.iter().flat_map(|pack| &pack.measures) {
        match aims.iter_mut().find(|aim| aim.measure.id == measure.id) {
            Some(aim) => aim.look(measure),
            None => {
                let mut aim = Aim { measure, days: Vec::new(), numbers: Vec::new() };
                aim.look(measure);
                aims.push(aim);
            }
        }
    }
    aims
}

/// What there is to aim at in a measure.
struct Aim<'l> {
    measure: &'l Measure,
    days: Vec<Date>,
    numbers: Vec<Fraction>,
}

impl<'l> Aim<'l> {
    fn look(&mut self, measure: &'l Measure) {
        // The later law knows all facts of the earlier, and more.
        self.measure = measure;
        for round in &measure.rounds {
            self.days.extend([Some(round.window.from), round.window.to].into_iter().flatten());
            let rows = round.rows.iter().flat_map(|(_, rows)| rows);
            let literals =
                rows.filter_map(|row| if let Is::Value(Expr::Literal(value)) = &row.is { Some(value) } else { None });
            let figures = round.figures.iter().map(|figure| &figure.value).chain(literals);
            self.numbers.extend(figures.filter_map(number));
        }
        for row in measure.params.iter().flat_map(|param| &param.rows) {
            self.days.extend([row.from, row.to].into_iter().flatten());
            if let Dated::Values(values, _) = &row.is {
                self.numbers.extend(values.iter().flatten().filter_map(number));
            }
        }
        self.days.sort();
        self.days.dedup();
    }
}

fn number(value: &Value) -> Option<Fraction> {
    match value {
        Value::Count(count) => Some(count.get()),
        Value::Money(money) => Some(money.get()),
        Value::Number(number) => Some(*number),
        _ => None,
    }
}

/// Variations of the open cases.
pub struct Variations<'l> {
    trials: Vec<Trial>,
    aims: Vec<Aim<'l>>,
    chance: Chance,
    count: usize,
}

impl Iterator for Variations<'_> {
    type Item = Trial;

    fn next(&mut self) -> Option<Trial> {
        let chance = &mut self.chance;
        let mut trial = chance.one_of(&self.trials)?.clone();
        let aim = self.aims.iter().find(|aim| aim.measure.id == trial.measure)?;
        self.count = self.count.saturating_add(1);
        trial.day = chance.day(&aim.days).unwrap_or(trial.day);
        trial.name = format!("{}，变化第{}个", trial.name, self.count);
        if let Some(facts) = trial.facts.as_object_mut() {
            for (name, given) in facts.iter_mut() {
                let fact = aim.measure.facts.iter().find(|fact| fact.id == *name);
                let Some(fact) = fact else { continue };
                let is_list = matches!(fact.kind, FactKind::List(_));
                if is_list || chance.below(100) < OFTEN {
                    *given = chance.another(aim, fact.kind, given, trial.day);
                }
            }
        }
        Some(trial)
    }
}

/// Numbers that look random and are always the same: splitmix64.
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, most: u64) -> u64 {
        self.next().checked_rem(most).unwrap_or(0)
    }

    fn one_of<'a, T>(&mut self, all: &'a [T]) -> Option<&'a T> {
        let place = self.below(u64::try_from(all.len()).unwrap_or(0));
        all.get(usize::try_from(place).unwrap_or(0))
    }

    /// A case in which everything is given; of a list, one element.
    fn case(&mut self, aim: &Aim<'_>, number: usize) -> Option<Trial> {
        let day = self.day(&aim.days)?;
        let mut facts = Map::new();
        for fact in &aim.measure.facts {
            let given = match fact.kind {
                FactKind::List(list) => {
                    let fields = aim.measure.fields(list).iter();
                    json!([fields
                        .map(|field| (field.id.clone(), self.any(aim, field.kind, day)))
                        .collect::<Map<_, _>>()])
                }
                kind => self.any(aim, kind, day),
            };
            facts.insert(fact.id.clone(), given);
        }
        let name = format!("{}，自编第{number}个", aim.measure.short);
        Some(Trial { name, measure: aim.measure.id.clone(), day, facts: Json::Object(facts) })
    }

    /// Something to say of a fact of which nothing is known. Numbers are small: they must agree with the days.
    fn any(&mut self, aim: &Aim<'_>, kind: FactKind, day: Date) -> Json {
        match kind {
            FactKind::YesNo => json!(self.below(2) == 0),
            FactKind::Count(most) | FactKind::Average(most) => json!(self.below(FEW).min(most)),
            kind => self.another(aim, kind, &Json::Null, day),
        }
    }

    /// The first or the last day of a period, the day before or after it, or one within half a year.
    fn day(&mut self, days: &[Date]) -> Option<Date> {
        let day = *self.one_of(days)?;
        let away = match self.below(6) {
            0 => -1,
            1 => 1,
            2 | 3 => 0,
            _ => i32::try_from(self.below(360)).unwrap_or(0).saturating_sub(180),
        };
        day.plus_days(away).ok()
    }

    /// Another thing to tell of a fact of that kind.
    fn another(&mut self, aim: &Aim<'_>, kind: FactKind, given: &Json, day: Date) -> Json {
        match kind {
            FactKind::YesNo => match self.below(5) {
                0 => Json::Null,
                _ => json!(given.as_bool().is_none_or(|is| !is)),
            },
            FactKind::Choice(domain) => {
                let options = aim.measure.options(domain);
                self.one_of(options).map_or(Json::Null, |option| match option.id.parse::<u64>() {
                    Ok(number) if option.is_number => json!(number),
                    _ => json!(option.id),
                })
            }
            FactKind::Choices(domain) => {
                let options = aim.measure.options(domain);
                let one = self.one_of(options).map(|option| json!(option.id));
                if self.below(2) == 0 { json!([]) } else { Json::Array(one.into_iter().collect()) }
            }
            FactKind::Count(most) | FactKind::Average(most) => {
                let near = self.one_of(&aim.numbers).map_or(0, |number| number.floor());
                let near = u64::try_from(near).unwrap_or(0).saturating_add(self.below(3)).saturating_sub(1);
                let number = if self.below(3) == 0 { self.below(2000) } else { near };
                json!(number.min(most))
            }
            FactKind::Money(_) => {
                let fen = self.below(100_000_000);
                json!(format!("{}.{:02}", fen / 100, fen % 100))
            }
            FactKind::Date => self.date_before(day).map_or(Json::Null, |date| json!(date.to_string())),
            FactKind::Month => {
                let date = self.date_before(day).unwrap_or(day);
                json!(format!("{}-{:02}", date.year(), date.month()))
            }
            FactKind::Text => given.clone(),
            FactKind::List(list) => {
                let mut given = given.clone();
                for element in given.as_array_mut().into_iter().flatten().filter_map(Json::as_object_mut) {
                    for field in aim.measure.fields(list) {
                        let is_date = matches!(field.kind, FactKind::Date);
                        if let Some(value) = element.get_mut(&field.id)
                            && (is_date || self.below(100) < OFTEN)
                        {
                            *value = self.another(aim, field.kind, value, day);
                        }
                    }
                }
                given
            }
        }
    }

    /// A day in the year and a month before.
    fn date_before(&mut self, day: Date) -> Option<Date> {
        day.plus_days(i32::try_from(self.below(400)).unwrap_or(0).saturating_neg()).ok()
    }
}
