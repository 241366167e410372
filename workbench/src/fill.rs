//! Writes a figure with its words into a file.

use toml_edit::{Array, DocumentMut, TableLike, TomlError};

use crate::copy;
use crate::figure::Value;
use crate::notice::Notice;
use crate::path::{section_mut, set};
use crate::period::{Period, Slot};

/// A figure that the officer takes, and its place.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Filling {
    /// The figure.
    pub value: Value,
    /// The words of the document; empty words are none.
    pub quote: String,
    /// Why the number is not in the words, or why there are none.
    pub not_quoted: String,
    /// The clause, where it is known.
    pub clause: Option<String>,
}

/// Returns a file's text with a figure of a period filled in; `notice` is the text that a quote of the period's document is
/// compared with.
///
/// # Errors
/// A sentence: the file is no TOML, it has changed meanwhile, or the days do not fit.
pub fn fill(text: &str, period: &Period, slot: &Slot, with: &Filling, notice: &Notice) -> Result<String, String> {
    let mut text = text.to_owned();
    if let Value::Days(from, to) = &with.value {
        text = copy::refit(&text, &slot.way, (*from, *to))?;
    }
    let mut document: DocumentMut = parse(&text)?;
    let section = section_mut(document.as_table_mut(), &slot.way).ok_or("这一处已经不在了，请重新打开")?;
    if !matches!(with.value, Value::Days(..)) {
        set(section, &slot.key, with.value.to_toml());
    }
    let is_shared = period.sort == crate::period::Sort::Row;
    let quote = match section.get("quote").and_then(|quote| quote.as_str()).filter(|_| is_shared) {
        Some(other) => both(notice, other, &with.quote).unwrap_or_else(|| with.quote.clone()),
        None => with.quote.clone(),
    };
    put(section, "quote", &quote);
    put(section, "not_quoted", &with.not_quoted);
    let is_head = slot.way == period.way;
    if let Some(clause) = &with.clause {
        if is_head || period.source.1.as_ref() != Some(clause) {
            set(section, "clause", clause.as_str());
        } else {
            section.remove("clause");
        }
    }
    Ok(document.to_string())
}

/// The words from the one quote to the other, where both are in one line of the notice.
fn both(notice: &Notice, one: &str, other: &str) -> Option<String> {
    let (one, other) = (notice.find(one)?, notice.find(other)?);
    let words = notice.text().get(one.start.min(other.start)..one.end.max(other.end))?;
    (!words.contains('\n')).then(|| words.to_owned())
}

fn put(section: &mut dyn TableLike, key: &str, words: &str) {
    if words.is_empty() {
        section.remove(key);
    } else {
        set(section, key, words);
    }
}

fn parse(text: &str) -> Result<DocumentMut, String> {
    text.parse().map_err(|error: TomlError| format!("这个文件写法不对：{}", error.message()))
}

/// Returns a file's text with the doubts of a period replaced, and with it no ceiling any more where none is left.
///
/// # Errors
/// As [`fill`].
pub fn put_notes(text: &str, period: &Period, notes: &[String], is_ceiling: bool) -> Result<String, String> {
    let mut document = parse(text)?;
    let section = section_mut(document.as_table_mut(), &period.way).ok_or("这一段已经不在了，请重新打开")?;
    if notes.is_empty() {
        section.remove("notes");
    } else {
        set(section, "notes", notes.iter().map(String::as_str).collect::<Array>());
    }
    if is_ceiling {
        set(section, "ceiling", true);
    } else {
        section.remove("ceiling");
    }
    Ok(document.to_string())
}

/// Returns a file's text with a year added to what is only in some years, or taken from it.
///
/// # Errors
/// As [`fill`].
pub fn put_only(text: &str, way: &[crate::path::Step], year: &str, is_in: bool) -> Result<String, String> {
    let mut document = parse(text)?;
    let section = section_mut(document.as_table_mut(), way).ok_or("这一节已经不在了，请重新打开")?;
    let years = section.get_mut("only").and_then(|only| only.as_array_mut()).ok_or("这一节没有写 only")?;
    years.retain(|known| known.as_str() != Some(year));
    if is_in {
        years.push(year);
    }
    Ok(document.to_string())
}
