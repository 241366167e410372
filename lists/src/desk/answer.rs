//! The whole answer to one row: what `assess` says.

use wengang::api::Assessment;
use wengang::text::money::grouped;
use wengang_batch::{Cell, Groups, Person, RowRead};
use wengang_files::{Lines, RawRow, RowResult};

use super::open::shown;
use super::run::Run;
use super::source::Source;
use super::{basis, table};
use crate::message::RowAnswer;
use crate::text::desk as words;

/// The answer to the row of that number, or to the person whose row it is.
pub(super) fn of((source, run): (&Source, &mut Run), number: u32) -> Result<RowAnswer, String> {
    let rows = run.rows(source);
    let place = rows.iter().position(|row| row.number == number).ok_or(words::NO_ROW)?;
    let person = run.people.get(place).copied().flatten();
    let of_person = |(_, found): &(&RawRow, &Option<usize>)| person.is_some() && **found == person;
    let mut together: Vec<&RawRow> = rows.iter().zip(&run.people).filter(of_person).map(|(row, _)| row).collect();
    if together.is_empty() {
        together.extend(rows.get(place));
    }
    // The answer is in the person's first row.
    let first = together.first().map_or(number, |row| row.number);
    let result = rows.iter().position(|row| row.number == first).and_then(|place| run.results.get(place));
    let result = result.unwrap_or(&RowResult::Nothing);
    let numbers: Vec<u32> = together.iter().map(|row| row.number).collect();
    let lines = Lines::of(&run.list).ok_or(words::NO_DAY)?;
    let answer = read(&lines, &together).and_then(|person| lines.judge().answer(person));
    let mut found = RowAnswer {
        cells: result.cells().map(std::borrow::Cow::into_owned),
        tone: table::tone(result),
        read: together.iter().flat_map(|row| cells_of(run, row, together.len() > 1)).collect(),
        faults: faults(run, &numbers),
        numbers,
        ..RowAnswer::default()
    };
    if let Some(answer) = answer {
        word(&mut found, &answer);
    }
    Ok(found)
}

/// What the rows say of the person.
fn read(lines: &Lines<'_>, rows: &[&RawRow]) -> Option<Person> {
    let mut groups = Groups::default();
    for row in rows {
        if let RowRead::Case(read) = lines.read(row) {
            groups.add(lines.list(), row.number, read);
        }
    }
    groups.into_people().into_iter().next()
}

/// The cells of a row that were read, by their headings.
fn cells_of(run: &Run, row: &RawRow, is_one_of_several: bool) -> Vec<(String, String)> {
    let mut cells: Vec<Cell<'_>> = Vec::new();
    row.cells(&mut cells);
    let read = run.list.columns().iter().zip(&cells).filter(|(column, _)| column.role.is_read());
    let name = |heading: &str| if is_one_of_several { words::of_row(row.number, heading) } else { heading.to_owned() };
    let shown_cell = |cell: Cell<'_>| if cell.is_blank() { words::BLANK.to_owned() } else { shown(cell) };
    read.map(|(column, cell)| (name(column.heading.trim()), shown_cell(*cell))).collect()
}

fn faults(run: &Run, numbers: &[u32]) -> Vec<(u32, String, String)> {
    let heading = |place: Option<usize>| place.and_then(|place| run.list.columns().get(place));
    let of_rows = run.faults.iter().filter(|fault| numbers.contains(&fault.row));
    let label = |column: Option<&wengang_batch::Column>| column.map_or(String::new(), |known| known.heading.clone());
    of_rows.map(|fault| (fault.row, label(heading(fault.column)), fault.sentence.clone())).collect()
}

fn word(found: &mut RowAnswer, answer: &Assessment) {
    found.rule.clone_from(&answer.policy.title);
    found.conditions = basis::conditions(&answer.conditions);
    let numbers = found.numbers.iter().copied().chain(std::iter::repeat(0));
    found.items = answer.judged().iter().zip(numbers).map(|(item, row)| basis::item(item, row)).collect();
    found.steps = basis::steps(&answer.steps);
    let month = |row: &wengang::api::answer::MonthRow| (row.month.to_string(), words::yuan(&grouped(row.amount)));
    found.months = answer.months().iter().map(month).collect();
    found.lines = basis::lines(answer);
}
