//! The list with its results as a file, as the native command writes it.

use wengang_files::{Encoding, REPORT_HEADINGS, Sink, Text, Written, fault_cells};

use super::run::Run;
use super::source::Source;
use super::{Answered, totals};
use crate::message::{FileKind, Reply};
use crate::text::desk as words;

/// How many rows are written at a time.
const AT_ONCE: usize = 4_096;

/// The MIME types of a workbook and a text.
pub(super) const BOOK: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const TEXT: &str = "text/csv";

/// Writes a file.
pub(super) fn file((source, run): (&Source, &mut Run), kind: FileKind) -> Result<Answered, String> {
    let failed = |_| words::NOT_WRITTEN.to_owned();
    let (name, kind, bytes) = match kind {
        FileKind::Book => {
            let written = written(source, run, Sink::book()).map_err(failed)?;
            let bytes = written.into_book_bytes().map_err(failed)?.unwrap_or_default();
            (words::result_name(&source.stem, "xlsx"), BOOK, bytes)
        }
        FileKind::Text => {
            let sink = Sink::text(Vec::new(), source.form, source.encoding).map_err(failed)?;
            let Written::Text(bytes) = written(source, run, sink).map_err(failed)? else {
                return Err(words::NOT_WRITTEN.to_owned());
            };
            let ending = if totals::text_kind(source) == "tsv" { "tsv" } else { "csv" };
            (words::result_name(&source.stem, ending), TEXT, bytes)
        }
        FileKind::Report => (words::report_name(&source.stem), TEXT, report(source, run)),
    };
    Ok((Reply::File { name, kind: kind.to_owned() }, Some(bytes)))
}

fn written(source: &Source, run: &Run, mut sink: Sink<Vec<u8>>) -> std::io::Result<Written<Vec<u8>>> {
    let (width, form) = (run.list.columns().len(), sink.form());
    let (titles, rows) = source.rows.split_at_checked(run.list.first_row()).unwrap_or((&source.rows, &[]));
    // The name that the native command gives the sheet of a text.
    sink.begin(if source.sheet.is_empty() { words::RESULT } else { &source.sheet })?;
    sink.titles(titles, width)?;
    let mut before = titles.last().map_or(0, |row| row.number);
    for (rows, results) in rows.chunks(AT_ONCE).zip(run.results.chunks(AT_ONCE)) {
        sink.write(form.write(rows.to_vec(), results, width, before), width)?;
        before = rows.last().map_or(before, |row| row.number);
    }
    sink.finish(&[(source.sheet.clone(), run.tally.clone())])
}

/// The cells that could not be read, as the native command lists them.
fn report(source: &Source, run: &Run) -> Vec<u8> {
    let mut text = Text::new(b',', true);
    text.texts(&REPORT_HEADINGS);
    run.faults.iter().for_each(|fault| text.texts(&fault_cells(&source.sheet, run.list.columns(), fault)));
    [Encoding::Utf8Marked.mark(), &text.into_bytes()].concat()
}
