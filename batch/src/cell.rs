//! A cell of a table, as its file has it.

/// What a cell holds.
///
/// Numbers and days are the file's own text, never a binary fraction.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Cell<'t> {
    /// Nothing.
    Empty,
    /// Words, or a number that is stored as text.
    Text(&'t str),
    /// A number: `12`, `109207.30000000002`, `1.30102E+17`.
    Number(&'t str),
    /// A number that is shown as a day: days since the epoch of the workbook.
    Serial(&'t str),
    /// `TRUE` or `FALSE`.
    Truth(bool),
    /// An error: `#N/A`.
    Error(&'t str),
}

impl<'t> Cell<'t> {
    /// The cell of a file that has only text, such as csv.
    #[must_use]
    pub fn of_text(text: &'t str) -> Self {
        // Spreadsheets keep a code as text when it is written as `="001"`.
        let bare = text.strip_prefix("=\"").and_then(|rest| rest.strip_suffix('"')).unwrap_or(text);
        if bare.trim().is_empty() {
            Self::Empty
        } else if is_error(bare.trim()) {
            Self::Error(bare.trim())
        } else {
            Self::Text(bare)
        }
    }

    /// Whether nothing can be seen in it.
    #[must_use]
    pub fn is_blank(self) -> bool {
        match self {
            Self::Empty => true,
            Self::Text(text) => text.trim().is_empty(),
            Self::Number(_) | Self::Serial(_) | Self::Truth(_) | Self::Error(_) => false,
        }
    }

    /// Its text, where it has any; of a number, its digits.
    #[must_use]
    pub const fn text(self) -> &'t str {
        match self {
            Self::Text(text) | Self::Number(text) | Self::Serial(text) | Self::Error(text) => text,
            Self::Empty | Self::Truth(_) => "",
        }
    }
}

/// Whether a text is what a spreadsheet shows instead of a value.
fn is_error(text: &str) -> bool {
    const ERRORS: [&str; 9] = ["#N/A", "#VALUE!", "#REF!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!", "#SPILL!", "#CALC!"];
    text.starts_with('#') && (ERRORS.contains(&text) || text.bytes().all(|byte| byte == b'#'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_file_has_texts_errors_and_empty_cells() {
        for (text, cell) in [
            ("", Cell::Empty),
            (" \u{3000}\t", Cell::Empty),
            ("#N/A", Cell::Error("#N/A")),
            (" #DIV/0! ", Cell::Error("#DIV/0!")),
            ("######", Cell::Error("######")),
            ("#1", Cell::Text("#1")),
            ("12", Cell::Text("12")),
            ("=\"0012\"", Cell::Text("0012")),
            ("=A1", Cell::Text("=A1")),
        ] {
            assert_eq!(Cell::of_text(text), cell, "{text}");
        }
    }
}
