//! The file that is open: its rows, and how it was written.

use std::io::Cursor;
use std::sync::Arc;

use wengang_batch::{Epoch, List, Options};
use wengang_files::{Encoding, FIRST, Form, Kind, Observed, RawRow, TextFile, Workbook, sketch};

use crate::text::desk as words;

/// What a list is called that was pasted.
const PASTED: &str = "粘贴的名单";

/// A file, and the sheet of it that is at hand.
pub struct Source {
    /// Its name without the extension.
    pub stem: String,
    /// The workbook and the sheets that can be seen; `None`: a text.
    book: Option<(Workbook, Vec<String>)>,
    /// The sheet at hand; empty for a text.
    pub sheet: String,
    /// Its rows.
    pub rows: Vec<RawRow>,
    /// What its days count from.
    pub epoch: Epoch,
    /// How a text of it is written.
    pub form: Form,
    /// And in which bytes.
    pub encoding: Encoding,
    /// Notes for the user.
    pub notes: Vec<String>,
}

impl Source {
    /// Opens a file.
    ///
    /// # Errors
    /// A sentence that says what to do.
    pub fn of_file(name: &str, bytes: Vec<u8>) -> Result<Self, String> {
        if bytes.is_empty() {
            return Err(words::EMPTY_FILE.to_owned());
        }
        let kind = Kind::of(name, &bytes);
        if let Some(refusal) = kind.refusal() {
            return Err(refusal.to_owned());
        }
        let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
        match kind {
            Kind::Workbook => Self::of_book(stem, bytes),
            Kind::Text | Kind::WebPage | Kind::Other => Self::of_text(stem, bytes, None),
        }
    }

    /// Opens what was copied out of a spreadsheet: its cells are parted by tabs.
    ///
    /// # Errors
    /// A sentence that says what to do.
    pub fn of_paste(text: String) -> Result<Self, String> {
        if text.trim().is_empty() {
            return Err(words::EMPTY_PASTE.to_owned());
        }
        let delimiter = text.contains('\t').then_some(b'\t');
        Self::of_text(PASTED, text.into_bytes(), delimiter)
    }

    fn of_text(stem: &str, bytes: Vec<u8>, delimiter: Option<u8>) -> Result<Self, String> {
        let damaged = |_| words::UNREADABLE.to_owned();
        let mut file = TextFile::of(Box::new(Cursor::new(bytes)), delimiter).map_err(damaged)?;
        let mut rows = Vec::new();
        while let Some(row) = file.row().map_err(damaged)? {
            rows.push(row);
        }
        let seen: &Observed = &file.observed;
        let notes = if seen.damaged() > 0 { vec![words::damaged(seen.encoding())] } else { Vec::new() };
        Ok(Self {
            stem: stem.to_owned(),
            book: None,
            sheet: String::new(),
            rows,
            epoch: Epoch::default(),
            form: Form::Text { delimiter: file.delimiter, is_crlf: file.is_crlf },
            encoding: seen.encoding(),
            notes,
        })
    }

    fn of_book(stem: &str, bytes: Vec<u8>) -> Result<Self, String> {
        let book = Workbook::open(Arc::from(bytes))?;
        let names = book.names();
        if names.is_empty() {
            return Err(words::NO_SHEET.to_owned());
        }
        Ok(Self {
            stem: stem.to_owned(),
            book: Some((book, names)),
            sheet: String::new(),
            rows: Vec::new(),
            epoch: Epoch::default(),
            form: Form::Text { delimiter: b',', is_crlf: true },
            encoding: Encoding::Utf8Marked,
            notes: Vec::new(),
        })
    }

    /// Whether it is a workbook.
    #[must_use]
    pub const fn is_book(&self) -> bool {
        self.book.is_some()
    }

    /// The sheets that can be seen; none for a text.
    #[must_use]
    pub fn sheets(&self) -> &[String] {
        self.book.as_ref().map_or(&[], |(_, names)| names)
    }

    /// The rows among which the headings are looked for.
    #[must_use]
    pub fn first(&self) -> &[RawRow] {
        self.rows.get(..self.rows.len().min(FIRST)).unwrap_or_default()
    }

    /// Selects the sheet of that name. Without a name the current one stays, or else the first one with recognised headings
    /// is selected, or else the first one that is not empty.
    ///
    /// # Errors
    /// A sentence that says what to do.
    pub fn take_sheet(&mut self, wanted: &str, options: &Options) -> Result<(), String> {
        let stays = wanted == self.sheet || (wanted.is_empty() && !self.sheet.is_empty());
        if self.book.is_none() || (stays && !self.sheet.is_empty()) {
            return Ok(());
        }
        if !wanted.is_empty() {
            return self.read_sheet(wanted);
        }
        let names = self.sheets().to_vec();
        let mut filled = None;
        for name in &names {
            self.read_sheet(name)?;
            if self.is_recognised(options) {
                return Ok(());
            }
            if filled.is_none() && sketch(options, self.first()).is_some() {
                filled = Some(name.as_str());
            }
        }
        match filled.or(names.first().map(String::as_str)) {
            Some(name) if name != self.sheet => self.read_sheet(name),
            _ => Ok(()),
        }
    }

    fn is_recognised(&self, options: &Options) -> bool {
        let open: Result<List, String> =
            wengang_files::open(&Options { epoch: self.epoch, ..options.clone() }, self.first());
        open.is_ok()
    }

    fn read_sheet(&mut self, name: &str) -> Result<(), String> {
        let Some((book, names)) = &mut self.book else { return Ok(()) };
        if !names.iter().any(|known| known == name) {
            return Err(words::no_sheet(name));
        }
        // The last one makes room first.
        self.rows = Vec::new();
        let sheet = book.sheet(name)?;
        (self.rows, self.epoch, self.sheet) = (sheet.rows, sheet.epoch, name.to_owned());
        Ok(())
    }
}
