//! Writes a figure with its words into a file.

use toml_edit::{Array, DocumentMut, Item, TableLike, TomlError, Value as Toml};

use crate::copy;
use crate::figure::Value;
use crate::notice::Notice;
use crate::outline::Entry;
use crate::path::{Step, insert, list_mut, replace, section_mut, set};
use crate::period::{Period, SOURCE, Slot};

/// A figure that the officer takes, and its place.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Filling {
    /// The figure.
    pub value: Value,
    /// The words of the document; empty words are none.
    pub quote: String,
    /// Why the number is not in the words, or why there are none.
    pub not_quoted: String,
    /// The document, the clause and the grade, where they are known; what is not stays as it is.
    pub source: [Option<String>; 3],
    /// For whom a row of a table holds, where it becomes another one.
    pub when: Option<String>,
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
    let section = section_mut(document.as_table_mut(), &slot.way).ok_or(GONE)?;
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
    for ((key, own), shared) in SOURCE.iter().zip(&with.source).zip(&period.source) {
        let Some(own) = own else { continue };
        // What is as in the sections around it is written there alone.
        if is_head || shared.as_ref() != Some(own) {
            put(section, key, own);
        } else {
            section.remove(key);
        }
    }
    if let Some(when) = with.when.as_deref().filter(|_| slot.when.is_some()) {
        set(section, "when", when);
    }
    Ok(document.to_string())
}

/// Returns a file's text with one more row after a row of a table: like it, but without its words.
///
/// # Errors
/// As [`fill`]; or the figure is no row of a table.
pub fn add_row(text: &str, slot: &Slot) -> Result<String, String> {
    let mut document = parse(text)?;
    let (list, place) = list_mut(document.as_table_mut(), &slot.way).ok_or("这个数不在表里，不能再加一行")?;
    let next = place.saturating_add(1);
    match list {
        Item::ArrayOfTables(rows) => {
            let mut row = rows.get(place).cloned().ok_or(GONE)?;
            row.remove("quote");
            row.remove("not_quoted");
            insert(rows, next, row);
        }
        Item::Value(Toml::Array(rows)) => {
            let mut row = rows.get(place).cloned().ok_or(GONE)?;
            if let Some(row) = row.as_inline_table_mut() {
                row.remove("quote");
                row.remove("not_quoted");
            }
            rows.insert_formatted(next, row);
        }
        _ => return Err(GONE.to_owned()),
    }
    Ok(document.to_string())
}

/// Returns a file's text without a section of a list: a row of a table, or a whole period.
///
/// # Errors
/// As [`fill`]; or the section is in no list.
pub fn remove(text: &str, way: &[Step]) -> Result<String, String> {
    let mut document = parse(text)?;
    let (list, place) = list_mut(document.as_table_mut(), way).ok_or("这一处只能在文件里删")?;
    match list {
        Item::ArrayOfTables(rows) if place < rows.len() => {
            rows.remove(place);
        }
        Item::Value(Toml::Array(rows)) if place < rows.len() => {
            rows.remove(place);
        }
        _ => return Err(GONE.to_owned()),
    }
    Ok(document.to_string())
}

/// Returns a file's text with another sentence at a place of it.
///
/// # Errors
/// As [`fill`].
pub fn put_sentence(text: &str, entry: &Entry, sentence: &str) -> Result<String, String> {
    let mut document = parse(text)?;
    let section = section_mut(document.as_table_mut(), &entry.way).ok_or(GONE)?;
    match entry.at {
        None => set(section, &entry.key, sentence),
        Some(at) => {
            let list = section.get_mut(&entry.key).and_then(Item::as_array_mut);
            let old = list.and_then(|list| list.get_mut(at)).ok_or(GONE)?;
            replace(old, sentence.into());
        }
    }
    Ok(document.to_string())
}

/// Where a section is no longer where it was.
const GONE: &str = "这一处已经不在了，请重新打开";

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
pub fn put_only(text: &str, way: &[Step], year: &str, is_in: bool) -> Result<String, String> {
    let mut document = parse(text)?;
    let section = section_mut(document.as_table_mut(), way).ok_or("这一节已经不在了，请重新打开")?;
    let years = section.get_mut("only").and_then(|only| only.as_array_mut()).ok_or("这一节没有写 only")?;
    years.retain(|known| known.as_str() != Some(year));
    if is_in {
        years.push(year);
    }
    Ok(document.to_string())
}
