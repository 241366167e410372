//! The kind of a file by its first bytes: many systems export web pages or text under the name `.xls`.

/// The kind of a file.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// xlsx or xls.
    Workbook,
    /// A text, such as csv.
    Text,
    /// A web page, which spreadsheet programs open as a table.
    WebPage,
    /// A document or an image.
    Other,
}

/// How many bytes are looked at.
const ENOUGH: usize = 512;

impl Kind {
    /// The kind of a file by its name and its first bytes.
    ///
    /// ```
    /// use wengang_files::Kind;
    /// assert_eq!(Kind::of("名单.et", b"PK\x03\x04"), Kind::Workbook);
    /// assert_eq!(Kind::of("名单.xls", "单位名称\t月均人数".as_bytes()), Kind::Text);
    /// assert_eq!(Kind::of("名单.xls", b"\r\n<HTML><table>"), Kind::WebPage);
    /// assert_eq!(Kind::of("名单.csv", b"%PDF-1.7"), Kind::Other);
    /// ```
    #[must_use]
    pub fn of(name: &str, bytes: &[u8]) -> Self {
        const ZIP: &[u8] = b"PK\x03\x04";
        const COMPOUND: &[u8] = &[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
        const OTHERS: [&[u8]; 6] =
            [b"%PDF", &[0x89, b'P', b'N', b'G'], &[0xff, 0xd8, 0xff], b"Rar!", b"7z\xbc\xaf", b"GIF8"];
        // Nobody gives a text these names: a file that is no workbook inside is damaged, and reported as such.
        let is_named = [".xlsx", ".xlsm", ".xlsb", ".ods"].iter().any(|ending| name.to_lowercase().ends_with(ending));
        if is_named || bytes.starts_with(ZIP) || bytes.starts_with(COMPOUND) {
            return Self::Workbook;
        }
        if OTHERS.iter().any(|begin| bytes.starts_with(begin)) {
            return Self::Other;
        }
        let begin = bytes.get(..bytes.len().min(ENOUGH)).unwrap_or_default();
        let shown = begin.strip_prefix(&[0xef, 0xbb, 0xbf]).unwrap_or(begin).trim_ascii_start().to_ascii_lowercase();
        let is_page = [b"<html".as_slice(), b"<!doctype", b"<table", b"<meta", b"<?xml", b"mime-version:"];
        if is_page.iter().any(|tag| shown.starts_with(tag)) { Self::WebPage } else { Self::Text }
    }

    /// Why the file cannot be read, and what to do; `None` where it can.
    #[must_use]
    pub const fn refusal(self) -> Option<&'static str> {
        match self {
            Self::Workbook | Self::Text => None,
            Self::WebPage => Some("这个文件里面是网页，不是表格：请用表格软件打开，再另存为 xlsx"),
            Self::Other => Some("这不是表格：请用 xlsx、xls 或 csv"),
        }
    }
}
