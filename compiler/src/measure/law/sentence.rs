//! Sentences of a block: one, or several of which the first whose condition holds is used.

use wengang_engine::pack::{Says, SaysRow, Text};

use crate::check::{Checker, Type};
use crate::toml_file::Section;

/// A sentence that must be there.
pub(super) fn text(section: &Section<'_>, key: &str, checker: &Checker<'_>) -> Option<Text> {
    section.text(key).map(|written| checker.text(&written))
}

/// `text` or `says` of a block.
pub(in crate::measure) fn says(section: &Section<'_>, checker: &Checker<'_>) -> Option<Says> {
    match (section.has("text"), section.has("says")) {
        (true, true) => {
            section.wrong("text", "“text”和“says”都写了", "只有一句的写 text，分几种情况的写 says");
            None
        }
        (false, true) => rows(section, "says", checker),
        (true, false) => text(section, "text", checker).map(Says::always),
        (false, false) => {
            section.missing("没有写说什么", "请写 text = \"…\"，分几种情况的写 says = [ … ]");
            None
        }
    }
}

/// A key that is one sentence, or rows of them.
pub(in crate::measure) fn sentence(section: &Section<'_>, key: &str, checker: &Checker<'_>) -> Option<Says> {
    if section.is_list(key) { rows(section, key, checker) } else { text(section, key, checker).map(Says::always) }
}

fn rows(section: &Section<'_>, key: &str, checker: &Checker<'_>) -> Option<Says> {
    let sections = section.sections(key);
    let mut rows = Vec::new();
    for (index, row) in sections.iter().enumerate() {
        let is_last = index.saturating_add(1) == sections.len();
        let when = row.optional_text("when").map(|written| checker.typed(&written, &Type::Truth));
        let text = text(row, "text", checker);
        row.finish();
        match (row.has("when"), is_last) {
            (false, false) => row.missing("这一句没有 when，后面的句子永远轮不到", "请写上 when，或者把这一句放到最后"),
            (true, true) => row.missing("最后一句也有 when，别的情况没有话说", "请再补一句没有 when 的"),
            _ => {}
        }
        rows.push(SaysRow { when, text: text? });
    }
    Some(Says(rows))
}
