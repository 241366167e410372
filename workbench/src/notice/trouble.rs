//! What is wrong with a notice's text before it is read: a scan, another encoding, half a table.

use super::Notice;

/// What is wrong, and on which line of the text; line 0 is the file as a whole.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Trouble {
    /// The line, from 1.
    pub line: usize,
    /// What is wrong and what to do.
    pub sentence: String,
}

/// Signs that text in GBK leaves where it is read as UTF-8, or the other way round.
const GARBLED: [&str; 8] = ["\u{FFFD}", "锟斤拷", "烫烫烫", "鐨勯", "澶变笟", "Ã¤", "å¤±", "ï¼"];

/// A table of one line more or less may be a heading.
const FEWEST_CELLS: usize = 2;

/// Returns what is wrong with a file of a notice, where its bytes are no text of ours.
///
/// # Errors
/// The sentence: it is no text at all, or not in UTF-8.
pub fn of_bytes(bytes: &[u8]) -> Result<String, Trouble> {
    const IMAGES: [&[u8]; 5] = [b"%PDF", b"\x89PNG", b"\xFF\xD8\xFF", b"II*\0", b"GIF8"];
    const OFFICE: [&[u8]; 2] = [b"PK\x03\x04", b"\xD0\xCF\x11\xE0"];
    let whole = |sentence: &str| Trouble { line: 0, sentence: sentence.to_owned() };
    let begins = |known: &[&[u8]]| known.iter().any(|known| bytes.starts_with(known));
    if begins(&IMAGES) {
        return Err(whole(
            "这是 PDF 或图片，可能是扫描件，这里读不到里面的字。请打开它，把文字全部复制下来，粘贴到上面；\
             复制不了的是扫描件，请找发文单位要文字版",
        ));
    }
    if begins(&OFFICE) {
        return Err(whole("这是 Word 或 WPS 文档。请打开它，全选、复制，粘贴到上面"));
    }
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    // Some words in GBK are UTF-8 by chance, but not of Chinese.
    let is_chinese = |text: &&str| text.is_ascii() || text.chars().any(|c| ('\u{4E00}'..='\u{9FFF}').contains(&c));
    match std::str::from_utf8(bytes).ok().filter(is_chinese) {
        Some(text) => Ok(text.to_owned()),
        None => {
            Err(whole("这个文件不是 UTF-8 编码，多半是 GBK。请用记事本打开，全选、复制，粘贴到上面；或者另存为 UTF-8"))
        }
    }
}

impl Notice {
    /// Returns what makes the text unfit to be quoted, each with its line.
    #[must_use]
    pub fn troubles(&self) -> Vec<Trouble> {
        let mut found = Vec::new();
        let mut note = |line: usize, sentence: String| found.push(Trouble { line, sentence });
        if self.text().chars().filter(|c| !c.is_whitespace()).count() < 20 {
            note(1, "通知的文字太少：请把全文复制过来。扫描件要先换成文字版".to_owned());
        }
        let mut table = Table::default();
        for (index, line) in self.text().lines().enumerate() {
            let number = index.saturating_add(1);
            if let Some(sign) = GARBLED.iter().find(|sign| line.contains(**sign)) {
                let sign = if *sign == "\u{FFFD}" { "�" } else { sign };
                note(number, format!("第{number}行有乱码“{sign}”：文件的编码不对，请换一个方式打开，再复制一次"));
            }
            if let Some((cells, above)) = table.goes_on(line) {
                note(number, format!("第{number}行的表只有{cells}格，上一行有{above}格：表没有贴全，请对照原文补上"));
            }
        }
        found
    }
}

/// The table that the lines before are of.
#[derive(Default)]
struct Table {
    /// How many cells its fullest row has; 0 outside a table.
    cells: usize,
    rows: usize,
}

impl Table {
    /// Takes the next line; where it has fewer cells than those above, returns how many both have.
    fn goes_on(&mut self, line: &str) -> Option<(usize, usize)> {
        // Spaces part words of other lines too: there two rows make a table, and a short line after them is of it.
        let is_certain = line.contains(['\t', '|', '｜']);
        let cells = cells(line);
        let (above, is_row) = (self.cells, is_certain || cells > 1);
        let is_rest = self.rows >= 2 && cells == 1 && is_short(line);
        if !is_row && !is_rest {
            *self = Self::default();
            return None;
        }
        self.rows = self.rows.saturating_add(1);
        self.cells = above.max(cells);
        let is_table = above >= FEWEST_CELLS && (is_certain || self.rows > 2);
        (is_table && cells < above).then_some((cells, above))
    }
}

/// How many cells a line has; a tab, a bar, or spaces as wide as a column part them.
fn cells(line: &str) -> usize {
    let marked = line.replace(['|', '｜', '\u{3000}'], "\t").replace("  ", "\t");
    marked.split('\t').filter(|cell| !cell.trim().is_empty()).count()
}

/// Whether a line is as short as a cell, and no sentence.
fn is_short(line: &str) -> bool {
    let line = line.trim();
    !line.is_empty() && line.chars().count() <= 12 && !line.contains(['。', '；', '，', '：', '、'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_text_is_said_to_be_none() {
        let said = |bytes: &[u8]| of_bytes(bytes).map_err(|trouble| trouble.sentence).unwrap_err();
        assert!(said(b"%PDF-1.7 ...").starts_with("这是 PDF 或图片，可能是扫描件"));
        assert!(said(b"PK\x03\x04").starts_with("这是 Word 或 WPS 文档"));
        // 通知 in GBK.
        assert!(said(b"\xCD\xA8\xD6\xAA").starts_with("这个文件不是 UTF-8 编码，多半是 GBK"));
        // 失业保险稳岗返还.
        assert!(said(b"\xCA\xA7\xD2\xB5\xB1\xA3\xCF\xD5\xCE\xC8\xB8\xDA\xB7\xB5\xBB\xB9").contains("GBK"));
        assert_eq!(of_bytes("\u{FEFF}通知".as_bytes()).as_deref(), Ok("通知"));
    }

    #[test]
    fn a_spoiled_text_is_told_with_its_line() {
        let lines = |text: &str| -> Vec<(usize, String)> {
            let troubles = Notice::new(text).troubles();
            troubles.into_iter().map(|trouble| (trouble.line, trouble.sentence)).collect()
        };
        let long = "延续实施失业保险稳岗返还政策有关事项的通知全文。\n";
        assert_eq!(lines(long), []);
        assert_eq!(lines(&format!("{long}锟斤拷\n"))[0].0, 2);
        let table = format!("{long}等级\t金额\n五级\t1200元\n四级\t\n");
        assert_eq!(lines(&table)[0], (4, "第4行的表只有1格，上一行有2格：表没有贴全，请对照原文补上".to_owned()));
        // Parted by spaces or bars, as from a PDF.
        let table = format!("{long}等级  金额\n五级  1200元\n四级\n三级  2200元\n");
        assert_eq!(lines(&table)[0], (4, "第4行的表只有1格，上一行有2格：表没有贴全，请对照原文补上".to_owned()));
        assert_eq!(lines(&table).len(), 1);
        let table = format!("{long}| 档次 | 一档 | 二档 |\n| 标准 | 2250 |\n");
        assert_eq!(lines(&table)[0].0, 3);
        // No table: two issuers side by side, a paragraph that is set in, a heading after a table.
        for text in [
            "甲厅　　乙厅\n2027年3月15日\n",
            "　　一、费率为1%。\n　　二、另有规定\n",
            "等级  金额\n五级  1200元\n\n附件\n",
        ] {
            assert_eq!(lines(&format!("{long}{text}")), [], "{text}");
        }
        assert!(lines("扫描件")[0].1.starts_with("通知的文字太少"));
    }
}
