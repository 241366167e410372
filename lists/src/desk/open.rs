//! What is recognised of a list, for a person to confirm.

use wengang::api::entry;
use wengang::law;
use wengang::policy::case::Fold;
use wengang_batch::{Cell, Column, Epoch, Options, Role, Sketch, choices};
use wengang_files::{letters, sketch};

use super::Desk;
use super::source::Source;
use crate::message::{ChoiceView, ColumnView, Opened, Reply, Settings};
use crate::text::desk as words;

/// How many rows are looked at for examples, how many of these are shown, and how much of each.
const LOOKED_AT: usize = 200;
const SHOWN: usize = 2;
const LONGEST: usize = 12;

impl Desk {
    /// Recognises what the columns of a source are, and keeps it.
    pub(super) fn opened(&mut self, mut source: Source, settings: &Settings) -> Result<Reply, String> {
        let options = options(settings, source.epoch, self.fold)?;
        let taken = source.take_sheet(&settings.sheet, &options);
        let options = Options { epoch: source.epoch, ..options };
        let found = sketch(&options, source.first());
        let opened = taken.and_then(|()| found.ok_or_else(|| words::EMPTY_SHEET.to_owned()));
        // A workbook stays open: another sheet of it may do.
        let reply = match opened {
            Ok(sketch) => view(&source, &options, settings, &sketch)?,
            Err(problem) if source.is_book() => {
                let (sheets, sheet) = (source.sheets().to_vec(), source.sheet.clone());
                Opened { sheets, sheet, problem, ..Opened::default() }
            }
            Err(problem) => return Err(problem),
        };
        self.source = Some(source);
        Ok(Reply::Opened(Box::new(reply)))
    }
}

/// The settings as options of the reader.
pub(super) fn options(settings: &Settings, epoch: Epoch, fold: Fold) -> Result<Options, String> {
    let pack = law::packs().next().ok_or(words::NO_MEASURE)?;
    let calculator = law::calculator(pack, pack.measure(&settings.calculator).ok_or(words::NO_MEASURE)?);
    let as_of = entry::day(&settings.as_of).map_err(|error| words::wrong_day(&error.sentence()))?;
    let (map, set, blank) = (settings.map.clone(), settings.set.clone(), settings.blank.clone());
    Ok(Options { map, set, blank, epoch, ..Options::new(calculator, as_of, fold) })
}

fn view(source: &Source, options: &Options, settings: &Settings, sketch: &Sketch) -> Result<Opened, String> {
    let measure = law::measure(options.calculator).ok_or(words::NO_MEASURE)?;
    let problem = wengang_files::open(options, source.first()).err().unwrap_or_default();
    let (titles, cases) = source.rows.split_at_checked(sketch.first_row).unwrap_or((&source.rows, &[]));
    let known = choices(measure);
    let columns = sketch.columns.iter().enumerate().filter(|(_, column)| !column.heading.trim().is_empty());
    let column = |(place, column): (usize, &Column)| {
        let is_it = |choice: &&wengang_batch::Choice| choice.role == column.role;
        let is_blank = |(heading, _): &&(String, String)| heading.trim() == column.heading.trim();
        ColumnView {
            letters: letters(place),
            heading: column.heading.clone(),
            choice: known.iter().find(is_it).map(|choice| choice.name.clone()).unwrap_or_default(),
            label: column.label(measure),
            is_read: column.role.is_read(),
            example: if column.role.is_read() { example(source, sketch, place) } else { String::new() },
            blank: settings.blank.iter().find(is_blank).map(|(_, value)| value.clone()).unwrap_or_default(),
        }
    };
    let choice = |choice: &wengang_batch::Choice| ChoiceView {
        name: choice.name.clone(),
        label: choice.label.clone(),
        is_fact: matches!(choice.role, Role::Fact(_) | Role::Field(..)),
        values: choice.values.clone(),
    };
    Ok(Opened {
        sheets: source.sheets().to_vec(),
        sheet: source.sheet.clone(),
        rows: cases.len(),
        heading_row: titles.last().map_or(0, |row| row.number),
        columns: columns.map(column).collect(),
        choices: known.iter().map(choice).collect(),
        problem: if cases.is_empty() && problem.is_empty() { words::NO_ROWS.to_owned() } else { problem },
        notes: source.notes.clone(),
    })
}

/// Examples of the cells of a column that is read.
fn example(source: &Source, sketch: &Sketch, place: usize) -> String {
    let mut found: Vec<String> = Vec::new();
    let mut cells: Vec<Cell<'_>> = Vec::new();
    for row in source.rows.iter().skip(sketch.first_row).take(LOOKED_AT) {
        row.cells(&mut cells);
        let Some(text) = cells.get(place).filter(|cell| !cell.is_blank()).map(|cell| short(shown(*cell))) else {
            continue;
        };
        if !found.contains(&text) {
            found.push(text);
        }
        if found.len() == SHOWN {
            break;
        }
    }
    found.join("、")
}

/// A cell for people: nothing that looks like the number of a person or an employer.
pub(super) fn shown(cell: Cell<'_>) -> String {
    let text = match cell {
        Cell::Truth(is) => if is { "TRUE" } else { "FALSE" }.to_owned(),
        Cell::Number(digits) => {
            wengang_batch::plain_number(digits).map_or_else(|| digits.to_owned(), |plain| plain.into_owned())
        }
        Cell::Serial(digits) => digits.to_owned(),
        cell => cell.text().trim().to_owned(),
    };
    if entry::is_identity(&text) { words::HIDDEN.to_owned() } else { text }
}

/// As much of a text as an example needs.
fn short(text: String) -> String {
    let short: String = text.chars().take(LONGEST).collect();
    if short.len() < text.len() { short + "…" } else { text }
}
