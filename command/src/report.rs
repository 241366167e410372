//! The report of what could not be read, and the totals.

use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use wengang_batch::{CellFault, Column};
use wengang_files::{Encoding, REPORT_HEADINGS, Text, fault_cells};

/// How many are shown at once.
const MAX_LISTED: usize = 20;

/// The list of what could not be read: a file, and its first lines.
pub struct Report {
    /// `None`: only the first lines are stored.
    path: Option<PathBuf>,
    file: Option<BufWriter<File>>,
    first: Vec<String>,
    count: u64,
}

impl Report {
    /// An empty report; the file is made when there is something to list.
    pub const fn new(path: Option<PathBuf>) -> Self {
        Self { path, file: None, first: Vec::new(), count: 0 }
    }

    /// Lists cells of a sheet.
    pub fn add(&mut self, sheet: &str, columns: &[Column], faults: &[CellFault]) -> io::Result<()> {
        if faults.is_empty() {
            return Ok(());
        }
        let mut text = Text::new(b',', true);
        if let (None, Some(path)) = (&self.file, &self.path) {
            let mut file = BufWriter::new(File::create(path)?);
            // Spreadsheets know UTF-8 by its mark.
            file.write_all(Encoding::Utf8Marked.mark())?;
            self.file = Some(file);
            text.texts(&REPORT_HEADINGS);
        }
        for fault in faults {
            let cells = fault_cells(sheet, columns, fault);
            let [_, _, column, heading, _] = &cells;
            if self.first.len() < MAX_LISTED {
                let at = if sheet.is_empty() { String::new() } else { format!("“{sheet}”") };
                let of = if column.is_empty() { String::new() } else { format!(" {column}列“{heading}”") };
                self.first.push(format!("  {at}第{}行{of}：{}", fault.row, fault.sentence));
            }
            text.texts(&cells);
        }
        self.count = self.count.saturating_add(u64::try_from(faults.len()).unwrap_or_default());
        match &mut self.file {
            Some(file) => file.write_all(&text.into_bytes()),
            None => Ok(()),
        }
    }

    /// Ends the file, and says what is in it.
    ///
    /// `doubts`: how many of what it lists can be read, and are to be checked.
    pub fn finish(mut self, doubts: u64) -> io::Result<Vec<String>> {
        if let Some(file) = &mut self.file {
            file.flush()?;
        }
        let mut lines = Vec::new();
        if self.count > 0 {
            lines.push(match (self.count.saturating_sub(doubts), doubts) {
                (unread, 0) => format!("有 {unread} 处读不懂，那些格没有用，其余照算："),
                (0, doubts) => format!("发放要核对的 {doubts} 处，每一处写明算没算："),
                (unread, doubts) => {
                    format!(
                        "有 {unread} 处读不懂，那些格没有用；发放要核对的 {doubts} 处，每一处写明算没算。其余照算："
                    )
                }
            });
            let listed = u64::try_from(self.first.len()).unwrap_or_default();
            lines.append(&mut self.first);
            if self.count > listed {
                lines.push(format!("  …… 还有 {} 处", self.count - listed));
            }
            lines.extend(self.path.filter(|_| self.file.is_some()).map(|path| format!("全部列在 {}", path.display())));
        }
        Ok(lines)
    }
}

/// Where the report goes by default: next to the result.
pub fn default_path(result: &Path) -> PathBuf {
    let stem = result.file_stem().unwrap_or_default().to_string_lossy();
    result.with_file_name(format!("{stem}-读不懂.csv"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_report_is_next_to_the_result() {
        assert_eq!(default_path(Path::new("目录/结果.xlsx")), Path::new("目录/结果-读不懂.csv"));
    }
}
