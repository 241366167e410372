//! Many cases of one measure: columns in, what decides each out. No sentence is made.

use wengang_engine::assessment::{AmountFound, Need, Outcome, Verdict};
use wengang_engine::pack::Measure;
use wengang_engine::{self as engine, Pack, Summary};

use crate::api::answer::worded;
use crate::api::request::error::{ErrorCode, PolicyError};
use crate::api::request::reader::Reader;
use crate::api::request::{Checks, Value, beyond, calculator, checked, facts, quantity};
use crate::law;
use crate::policy::case::Fold;

/// The column of the day of application, where each row has its own.
const AS_OF: &str = "asOf";
/// How many bits the verdicts and the needs of a row have.
const BITS: usize = 32;
/// The greatest whole number that a JavaScript number holds exactly.
const LARGEST: i128 = (1 << 53) - 1;

/// A table that is judged row by row.
pub struct Table {
    pack: &'static Pack,
    measure: &'static Measure,
    /// The day of application, where it is the same for all.
    as_of: Option<engine::Date>,
    columns: Vec<Column>,
    /// The ids of the conditions, each once, in the order of the answer.
    conditions: Vec<&'static str>,
}

/// A column of a table.
struct Column {
    name: String,
    /// The path of a cell of it, were it a request of its own.
    path: String,
}

/// What decides a row.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Row {
    /// The answer.
    pub outcome: Outcome,
    /// The least and the most that it brings, 分; `None` where it is not determined or there is none.
    pub amount: Option<(i64, i64)>,
    /// The conditions that are not met: a bit each, in the order of [`Table::conditions`].
    pub unmet: u32,
    /// Those that are unknown.
    pub unknown: u32,
    /// The facts that are missing: a bit each, in the order of [`Table::facts`].
    pub needs: u32,
}

impl Table {
    /// Opens a table of these columns: facts of the calculator, and perhaps `asOf`.
    ///
    /// # Errors
    /// A [`PolicyError`] for another calculator, a day that is none, a column that is no fact, and where no day is given.
    pub fn open(name: &Value, place: &Value, as_of: &Value, columns: Vec<String>) -> Result<Self, PolicyError> {
        let place = if *place == Value::Null { None } else { Some(given("place", place)?) };
        let (calculator, measure) = calculator(&given("calculator", name)?, place.as_ref())?;
        let pack = law::pack(calculator);
        let mut known = facts::names(measure);
        known.push(AS_OF);
        for (place, column) in columns.iter().enumerate() {
            let path = ["columns.", column].concat();
            if !known.contains(&column.as_str()) {
                return Err(PolicyError::unknown_field(path, &known));
            }
            if columns.iter().take(place).any(|before| before == column) {
                return Err(PolicyError::new(ErrorCode::InvalidValue, path, "这一列写了两次，请只留一列"));
            }
        }
        let has_days = columns.iter().any(|column| column == AS_OF);
        let as_of = match (has_days, as_of) {
            (true, Value::Null) => None,
            (true, _) => {
                let message = "asOf 写了一列，又写了一个，请只留一样";
                return Err(PolicyError::new(ErrorCode::InvalidValue, AS_OF, message));
            }
            (false, as_of) => Some(quantity::day(&given(AS_OF, as_of)?)?.1),
        };
        let window = measure.window.iter().map(|window| window.id.as_str());
        let mut conditions: Vec<&str> = Vec::new();
        for id in window.chain(measure.conditions.iter().map(|condition| condition.id.as_str())) {
            // Where items are judged, each has its own conditions.
            if measure.items.is_none() && !conditions.contains(&id) {
                conditions.push(id);
            }
        }
        if conditions.len() > BITS || measure.facts.len() > BITS {
            let message = "这项政策的条件太多，不能成批测算，请用 assessMany";
            return Err(PolicyError::new(ErrorCode::Unsupported, "calculator", message));
        }
        let columns = columns.into_iter().map(|name| Column { path: ["facts.", &name].concat(), name }).collect();
        Ok(Self { pack, measure, as_of, columns, conditions })
    }

    /// The ids of the conditions, in the order of the bits.
    #[must_use]
    pub fn conditions(&self) -> &[&'static str] {
        &self.conditions
    }

    /// The facts by their names in the API, in the order of the bits.
    #[must_use]
    pub fn facts(&self) -> Vec<&'static str> {
        self.measure.facts.iter().map(|fact| fact.id.as_str()).collect()
    }

    /// Judges a row; `cells`: one a column, `null` where nothing is known.
    ///
    /// # Errors
    /// As [`judge`](super::judge) for the same request.
    pub fn row(&self, cells: &[Value], fold: Fold) -> Result<Row, PolicyError> {
        let cells = || self.columns.iter().zip(cells);
        let of_row = cells().find(|(column, _)| column.name == AS_OF);
        let day = match (self.as_of, of_row) {
            (Some(day), _) => day,
            (None, Some((_, value))) => quantity::day(&given(AS_OF, value)?)?.1,
            (None, None) => return Err(PolicyError::missing(AS_OF)),
        };
        let facts = cells().filter(|(column, _)| column.name != AS_OF);
        let mut facts = facts.map(|(column, value)| Ok(Reader::field(value, &column.path, &column.name)));
        let facts = facts::of_fields(&Reader::new(&Value::Null, "facts"), &mut facts, self.measure, fold)?;
        let facts = checked(facts, self.pack, self.measure, day, Checks::All)?;
        let summary = engine::summarize(self.pack, self.measure, &facts.case, day);
        self.packed(&summary.map_err(|_| beyond())?)
    }

    fn packed(&self, summary: &Summary) -> Result<Row, PolicyError> {
        let (mut unmet, mut unknown, mut needs) = (0, 0, 0);
        for (condition, verdict) in &summary.conditions {
            let bits = match verdict {
                Verdict::Met => continue,
                Verdict::Unmet => &mut unmet,
                Verdict::Unknown(_) => &mut unknown,
            };
            let id = condition.name(self.measure);
            *bits |= bit(self.conditions.iter().position(|known| id == Some(known)));
        }
        for need in &summary.needs {
            let (Need::Fact(fact) | Need::Field { list: fact, .. }) = need;
            needs |= bit(Some(fact.index()));
        }
        let fen = |amount| match worded::fen(amount) {
            Ok(fen) if fen <= LARGEST => i64::try_from(fen).map_err(|_| beyond()),
            _ => Err(beyond()),
        };
        let amount = match summary.amount {
            None => None,
            Some(AmountFound::Exact(amount)) => Some((fen(amount)?, fen(amount)?)),
            Some(AmountFound::Range { min, max }) => Some((fen(min)?, fen(max)?)),
        };
        Ok(Row { outcome: summary.outcome, amount, unmet, unknown, needs })
    }
}

fn bit(place: Option<usize>) -> u32 {
    place.and_then(|place| u32::try_from(place).ok()).and_then(|place| 1_u32.checked_shl(place)).unwrap_or_default()
}

/// A field that must be there.
fn given<'v>(name: &'v str, value: &'v Value) -> Result<Reader<'v>, PolicyError> {
    if *value == Value::Null { Err(PolicyError::missing(name)) } else { Ok(Reader::new(value, name)) }
}
