//! An empty list to fill in: the headings of a measure, and what can be written under each.

use rust_xlsxwriter::{DataValidation, Format, Workbook, XlsxError};
use wengang::policy::case::Fold;
use wengang_batch::{Choice, Role, choices};
use wengang_engine::pack::{FactKind, Measure};

use super::write::BOOK;
use super::{Answered, open};
use crate::message::{Reply, Settings};
use crate::text::desk as words;

/// The last row that offers its options.
const LAST_ROW: u32 = 5_000;
/// The longest text of options that a spreadsheet takes.
const LONGEST: usize = 255;
/// How wide a column is, in characters.
const WIDTH: f64 = 16.0;
const WIDE: f64 = 60.0;

/// Writes the template of a measure.
pub(super) fn file(calculator: &str, fold: Fold) -> Result<Answered, String> {
    let settings =
        Settings { calculator: calculator.to_owned(), as_of: words::ANY_DAY.to_owned(), ..Settings::default() };
    let options = open::options(&settings, wengang_batch::Epoch::default(), fold)?;
    let measure = wengang::law::measure(options.calculator).ok_or(words::NO_MEASURE)?;
    let bytes = book(measure).map_err(|_| words::NOT_WRITTEN.to_owned())?;
    let name = words::template_name(options.calculator.head().title);
    Ok((Reply::File { name, kind: BOOK.to_owned() }, Some(bytes)))
}

/// The columns of a template: the identifier of people, where the measure groups rows, and every fact once.
pub(super) fn columns(measure: &Measure) -> Vec<(String, Choice)> {
    let all = choices(measure);
    let heading = |choice: &Choice| match choice.role {
        Role::Person => Some(words::PERSON.to_owned()),
        Role::Fact(id) => measure.facts.get(id.index()).map(|fact| fact.question.label.clone()),
        Role::Field(..) => choice.label.rsplit_once('：').map(|(_, name)| name.to_owned()),
        Role::PaidOn | Role::PaidAmount => Some(choice.label.clone()),
        Role::Sum(_) | Role::Month(..) | Role::Private | Role::Unused => None,
    };
    let is_first = |choice: &&Choice| choice.role != Role::Person;
    let ordered = all.iter().filter(|choice| choice.role == Role::Person).chain(all.iter().filter(is_first));
    ordered.filter_map(|choice| Some((heading(choice)?, choice.clone()))).collect()
}

fn book(measure: &Measure) -> Result<Vec<u8>, XlsxError> {
    let (mut book, bold) = (Workbook::new(), Format::new().set_bold());
    let columns = columns(measure);
    let sheet = book.add_worksheet().set_name(words::LIST)?;
    sheet.set_freeze_panes(1, 0)?;
    for ((heading, choice), column) in columns.iter().zip(0_u16..) {
        sheet.write_string_with_format(0, column, heading, &bold)?;
        sheet.set_column_width(column, WIDTH)?;
        let length: usize = choice.values.iter().map(|value| value.chars().count() + 1).sum();
        // Several may be written in one cell of some: there a list would refuse what is right.
        let is_one = !matches!(choice.role.kind(measure), Some(FactKind::Choices(_)));
        if is_one && !choice.values.is_empty() && length < LONGEST {
            // What else people write is read too, and what cannot be read is listed: the list offers, it does not refuse.
            let offered = DataValidation::new().allow_list_strings(&choice.values)?.show_error_message(false);
            sheet.add_data_validation(1, column, LAST_ROW, column, &offered)?;
        }
    }
    let help = book.add_worksheet().set_name(words::HOW_TO)?;
    help.set_column_width(0, WIDTH)?.set_column_width(1, WIDE)?;
    let lines = columns.iter().map(|(heading, choice)| [heading.clone(), words::how_to(choice, measure)]);
    let all = std::iter::once(words::HOW_TO_HEADINGS.map(ToOwned::to_owned)).chain(lines);
    for (line, row) in all.zip(0_u32..) {
        for (text, column) in line.iter().zip(0_u16..) {
            help.write_string(row, column, text)?;
        }
    }
    book.save_to_buffer()
}
