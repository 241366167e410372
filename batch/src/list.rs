//! A list: where its headings are, what its columns are, and how a row is read.

mod months;
mod overrides;
mod sketch;

use wengang::api::case::FactValue;
use wengang::law;
use wengang_engine::Pack;
use wengang_engine::pack::{Measure, Years};

use crate::cell::Cell;
use crate::columns::{Column, Recogniser, Role, heading_text};
use crate::dictionary::Dictionary;
use crate::error::OpenError;
use crate::options::Options;
use crate::payment::{self, PaymentRead, Payments};
use crate::row::{CaseRead, CellFault, Row, RowRead};
use crate::words;

use months::Months;
use overrides::{Reading, entries, fixed};
pub use sketch::{Choice, Sketch, choices};

/// Among how many rows the headings are looked for.
const FIRST_ROWS: usize = 20;
/// How a row of totals begins.
const TOTALS: [&str; 9] = ["合计", "总计", "小计", "共计", "总合计", "本页合计", "本页小计", "累计", "合计数"];

/// A list whose columns are known.
pub struct List {
    options: Options,
    pack: &'static Pack,
    measure: &'static Measure,
    columns: Vec<Column>,
    /// How each column is read, and what its empty cells mean.
    entries: Vec<Reading>,
    /// What holds for every row.
    fixed: Vec<(Role, FactValue)>,
    /// The headings, as they are compared with rows.
    headings: Vec<String>,
    /// How many columns there are up to the last that has a heading.
    named: usize,
    first_row: usize,
    /// The payments of no row yet; `None`: the list says of none.
    payments: Option<Payments>,
}

impl List {
    /// Opens a list by its first rows, of which twenty are enough.
    ///
    /// # Errors
    /// Where no heading is recognised, two columns give the same fact, or an option is not possible.
    pub fn open(options: &Options, first: &[Vec<Cell<'_>>]) -> Result<Self, OpenError> {
        let missing = || OpenError::new("没有这个测算");
        let measure = law::measure(options.calculator).ok_or_else(missing)?;
        let pack = law::pack(options.calculator);
        let dictionary = Dictionary::of(measure, options.fold);
        let mut recogniser = Recogniser {
            options,
            measure,
            dictionary: &dictionary,
            years: years(options, pack, measure),
            in_wan: false,
        };
        let rows = texts(options, first);
        let found = headings_of(&rows, &recogniser).ok_or_else(|| OpenError::new(words::no_headings(measure)))?;
        let (place, headings, first_row) = found;
        // 单位：万元, above the headings.
        recogniser.in_wan = rows.iter().take(place).flatten().any(|text| is_unit_of_wan(text));
        let columns = recogniser.columns(&headings);
        recogniser.check(&columns)?;
        let fixed = fixed(&recogniser, &columns)?;
        let entries = entries(&recogniser, &columns)?;
        let named = headings.iter().rposition(|heading| !heading.is_empty()).map_or(0, |last| last + 1);
        let payments = recogniser.has_days(&columns).then(|| Payments::of(options, pack, measure)).flatten();
        let options = options.clone();
        Ok(Self { options, pack, measure, columns, entries, fixed, headings, named, first_row, payments })
    }

    /// The columns, in order.
    #[must_use]
    pub fn columns(&self) -> &[Column] {
        &self.columns
    }

    /// How many rows come before the first one that is judged: titles and headings.
    #[must_use]
    pub const fn first_row(&self) -> usize {
        self.first_row
    }

    /// How it is read and judged.
    #[must_use]
    pub const fn options(&self) -> &Options {
        &self.options
    }

    /// The law that it is judged by.
    #[must_use]
    pub const fn law(&self) -> (&'static Pack, &'static Measure) {
        (self.pack, self.measure)
    }

    /// Whether rows of one person belong together.
    #[must_use]
    pub fn is_grouped(&self) -> bool {
        self.columns.iter().any(|column| column.role == Role::Person)
    }

    /// The payments of no row yet; `None`: the list says of none, or no round is in force.
    #[must_use]
    pub const fn payments(&self) -> Option<&Payments> {
        self.payments.as_ref()
    }

    /// What holds for every row.
    pub(crate) fn fixed(&self) -> &[(Role, FactValue)] {
        &self.fixed
    }

    /// Reads a row.
    #[must_use]
    pub fn read(&self, row: &Row<'_>) -> RowRead {
        let beyond = row.cells.get(self.named..).unwrap_or_default();
        if let Some(last) = beyond.iter().rposition(|cell| !cell.is_blank()) {
            let failure = Some(words::too_long_a_row(last.saturating_add(1)));
            return RowRead::Case(CaseRead { failure, ..CaseRead::default() });
        }
        if is_total(row.cells) {
            return RowRead::Total;
        }
        let filled = |(entry, cell): (&Reading, &Cell<'_>)| entry.0.is_some() && !cell.is_blank();
        if !self.entries.iter().zip(row.cells).any(filled) {
            return RowRead::Blank;
        }
        if self.is_heading(row.cells) {
            return RowRead::Headings;
        }
        RowRead::Case(self.case(row))
    }

    fn case(&self, row: &Row<'_>) -> CaseRead {
        let mut read = CaseRead::default();
        let mut element = self.measure.items.as_ref().map(|_| Vec::new());
        let mut months = Months::default();
        for (place, (column, (entry, blank))) in self.columns.iter().zip(&self.entries).enumerate() {
            let cell = row.cells.get(place).copied().unwrap_or(Cell::Empty);
            if column.role == Role::Person && read.person.is_none() {
                match person(cell) {
                    Ok(person) => read.person = person,
                    Err(sentence) => read.failure = Some(sentence),
                }
            }
            let Some(entry) = entry else { continue };
            if column.role == Role::PaidOn && payment::is_unpaid(cell) {
                continue;
            }
            let value = match entry.read(cell, row.merged.contains(&place)) {
                Ok(value) => value.or_else(|| blank.clone()),
                Err(sentence) => {
                    read.payment.is_unread |= column.role.is_payment();
                    read.faults.push(CellFault { row: row.number, column: Some(place), sentence });
                    None
                }
            };
            match (column.role, value) {
                (Role::Month(id, _), value) => months.add(id, place, value),
                (Role::Fact(id) | Role::Sum(id), Some(value)) => read.facts.push((id, self.of_sum(column.role, value))),
                (Role::Field(..), Some(value)) => {
                    let name = column.role.field(self.measure).map(|field| field.id.as_str());
                    element.iter_mut().zip(name).for_each(|(all, name)| all.push((name, Some(value.clone()))));
                }
                (role, Some(value)) => read.payment.take(role, &value),
                _ => {}
            }
        }
        self.pay(&mut read.payment);
        match months.sum() {
            Ok(Some((id, sum))) => read.facts.push((id, self.of_sum(Role::Sum(id), FactValue::Count(sum)))),
            Ok(None) => {}
            Err((place, missing)) => {
                let sentence = words::some_months_missing(missing);
                read.faults.push(CellFault { row: row.number, column: Some(place), sentence });
            }
        }
        read.faults.sort_by_key(|fault| fault.column);
        read.element = element;
        read
    }

    /// Adds to a payment what the user says of all rows. An amount alone is none: the row may not be paid yet.
    fn pay(&self, payment: &mut PaymentRead) {
        let of_all = |role: Role| self.fixed.iter().filter(move |(known, _)| *known == role);
        of_all(Role::PaidOn).for_each(|(role, day)| payment.take(*role, day));
        if payment.day.is_some() {
            of_all(Role::PaidAmount).for_each(|(role, amount)| payment.take(*role, amount));
        }
    }

    /// A sum of twelve months as the average that it gives.
    fn of_sum(&self, role: Role, value: FactValue) -> FactValue {
        match (role, &value) {
            (Role::Sum(_), FactValue::Count(sum)) => {
                let average = wengang::policy::ratio::AverageInsured::from_person_months(u64::from(*sum));
                average.map_or(value, FactValue::Average)
            }
            _ => value,
        }
    }

    fn is_heading(&self, cells: &[Cell<'_>]) -> bool {
        let headed = || self.headings.iter().zip(cells).filter(|(heading, _)| !heading.is_empty());
        headed().count() > 1 && headed().all(|(heading, cell)| cell.text().trim() == heading)
    }
}

/// The text of the rows among which the headings are looked for.
fn texts(options: &Options, first: &[Vec<Cell<'_>>]) -> Vec<Vec<String>> {
    let text = |row: &Vec<Cell<'_>>| row.iter().map(|cell| heading_text(*cell, options)).collect();
    first.iter().take(FIRST_ROWS).map(text).collect()
}

/// The identifier of a person, where it was stored in full.
fn person(cell: Cell<'_>) -> Result<Option<String>, String> {
    let is_exponent = |text: &str| text.contains(['E', 'e']) && crate::number::plain(text).is_some();
    match cell {
        Cell::Text(text) if is_exponent(text.trim()) => Err(words::LOST_DIGITS.to_owned()),
        Cell::Text(text) => Ok(Some(text.trim().to_ascii_uppercase()).filter(|text| !text.is_empty())),
        // A spreadsheet stores fifteen digits of a number.
        Cell::Number(text) => match crate::number::plain(text) {
            Some(plain) if plain.len() <= 15 => Ok(Some(plain.into_owned())),
            _ => Err(words::LOST_DIGITS.to_owned()),
        },
        Cell::Error(error) => Err(words::error_cell(error)),
        Cell::Empty | Cell::Serial(_) | Cell::Truth(_) => Ok(None),
    }
}

/// The years of the day of application: that in which one applies, and that whose figures count.
fn years(options: &Options, pack: &Pack, measure: &'static Measure) -> Option<Years> {
    payment::round_of(options, pack, measure)?.years
}

fn is_unit_of_wan(text: &str) -> bool {
    let bare: String = text.chars().filter(|sign| !sign.is_whitespace()).collect();
    bare.contains("单位") && bare.ends_with("万元") || bare.contains("单位:万元") || bare.contains("单位：万元")
}

/// The headings: the row, or the two rows together, that name most facts. With the place of the first of them, and how many
/// rows come before the cases.
fn headings_of(rows: &[Vec<String>], recogniser: &Recogniser<'_>) -> Option<(usize, Vec<String>, usize)> {
    let named = |headings: &[String]| {
        let mut roles: Vec<Role> = Vec::new();
        for column in recogniser.columns(headings) {
            if column.role.is_read() && !roles.contains(&column.role) {
                roles.push(column.role);
            }
        }
        roles.len()
    };
    let single = rows.iter().enumerate().map(|(place, row)| (place, row.clone(), place.saturating_add(1)));
    let below = rows.iter().zip(rows.iter().skip(1)).enumerate();
    let double = below.map(|(place, (row, below))| (place, joined(row, below), place.saturating_add(2)));
    // Two rows only where they name more than any row alone: a title above the headings names nothing.
    let mut best = None;
    let mut most = 0;
    for found in single.chain(double) {
        let count = named(&found.1);
        if count > most {
            (best, most) = (Some(found), count);
        }
    }
    best
}

/// Two rows of headings as one; a cell that is merged over both is in one of them.
fn joined(row: &[String], below: &[String]) -> Vec<String> {
    let width = row.len().max(below.len());
    let at = |row: &[String], place: usize| row.get(place).cloned().unwrap_or_default();
    let join = |place: usize| {
        let (above, below) = (at(row, place), at(below, place));
        if above == below { above } else { [above, below].concat() }
    };
    (0..width).map(join).collect()
}

/// Whether a row is one of totals: its first text is 合计.
fn is_total(cells: &[Cell<'_>]) -> bool {
    let Some(Cell::Text(text)) = cells.iter().find(|cell| !cell.is_blank()) else { return false };
    // Most rows begin with a name or a number: not worth a copy.
    if !text.contains('计') || text.chars().count() > 12 {
        return false;
    }
    let bare: String = text.chars().filter(|sign| !sign.is_whitespace()).collect();
    let bare = bare.trim_end_matches([':', '：', '(', '（', ')', '）', '元', '人', '万']);
    TOTALS.contains(&bare)
}
