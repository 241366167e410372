//! Columns and rows pasted out of a sheet.
//!
//! A text box joins the cells that are pasted into it, so `120` over `118` would become 120,118 persons. Twelve boxes
//! take a cell each; every other box shows the cells side by side and asks for one of them.

use crate::api::entry;
use crate::policy::list::CollectSmall;
use crate::state::field::Field;

/// A text of more than one line or cell as its box can show it; `None` for one cell.
///
/// Numbers are separated by 、, so that five headcounts of three digits do not look like an identity number.
#[must_use]
pub fn several(is_words: bool, text: &str) -> Option<String> {
    let cells = text.split(is_break).map(str::trim).filter(|cell| !cell.is_empty()).collect_small();
    (cells.len() > 1).then(|| cells.join(if is_words { " " } else { "、" }))
}

fn is_break(character: char) -> bool {
    character == '\t' || is_line_end(character)
}

fn is_line_end(character: char) -> bool {
    matches!(character, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// With one character for each line end.
fn unified(text: &str) -> String {
    text.replace("\r\n", "\n")
}

/// Fills the monthly headcounts from one box on, one cell per box; `false` where the cells do not fit.
///
/// A blank cell leaves its box as it is. Twelve headcounts are those of the year, independent of the box that took
/// them.
pub(super) fn into_months(months: &mut [Field; 12], month: u8, text: &str) -> bool {
    let text = unified(text);
    let Some(cells) = column(text.trim_end_matches(is_line_end)).map(headcounts) else { return false };
    let count = cells.iter().filter(|cell| !cell.is_empty()).count();
    let first = if count == months.len() { 0 } else { usize::from(month).saturating_sub(1) };
    let room = months.len().saturating_sub(first);
    // If there are too many cells, the blank ones are spacing.
    let cells = if cells.len() > room { without_blanks(cells) } else { cells };
    if cells.len() > room {
        return false;
    }
    for (field, cell) in months.iter_mut().skip(first).zip(cells) {
        if !cell.is_empty() {
            field.type_text(cell.to_owned());
            field.leave();
        }
    }
    true
}

/// The cells of one column or one row; of a table, those of its only column of headcounts.
fn column(text: &str) -> Option<Vec<&str>> {
    let rows = text.split(is_line_end).map(|line| line.split('\t').map(str::trim).collect_small()).collect_small();
    if rows.iter().all(|row| row.len() == 1) || rows.len() == 1 {
        return Some(rows.concat());
    }
    let width = rows.iter().map(Vec::len).max()?;
    let of = |index: usize| rows.iter().map(move |row| row.get(index).copied().unwrap_or_default());
    let mut counted = (0..width).filter(|index| of(*index).any(|cell| entry::persons(cell).is_ok()));
    let only = counted.next()?;
    counted.next().is_none().then(|| of(only).collect_small())
}

/// The cells without a heading, without what follows the last one, and without the gaps of a double-spaced list.
fn headcounts(cells: Vec<&str>) -> Vec<&str> {
    let is_word = |cell: &&str| !cell.is_empty() && !cell.contains(char::is_numeric);
    let start = cells.iter().take_while(|cell| cell.is_empty()).count();
    let start = if cells.get(start).is_some_and(is_word) { start + 1 } else { 0 };
    let end = cells.iter().rposition(|cell| !cell.is_empty()).map_or(0, |last| last + 1);
    let cells = cells.get(start..end).unwrap_or_default().to_vec();
    let is_spaced = cells.len() > 2 && cells.iter().skip(1).step_by(2).all(|cell| cell.is_empty());
    if is_spaced { without_blanks(cells) } else { cells }
}

fn without_blanks(cells: Vec<&str>) -> Vec<&str> {
    cells.into_iter().filter(|cell| !cell.is_empty()).collect_small()
}
