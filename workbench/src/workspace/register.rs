//! A notice becomes a document that may be cited: its entry in the list, and its text on record.

use toml_edit::{ArrayOfTables, DocumentMut, Item, Table, TomlError};
use wengang_engine::Date;

use super::{DOCUMENTS, SOURCES, Workspace};
use crate::path::set;

/// What is known of a notice.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Registration {
    /// How files refer to it: hebei-2027-9.
    pub key: String,
    /// Its number: 冀人社发〔2027〕9号.
    pub number: String,
    /// Its title, if it is certain.
    pub title: String,
    /// Who issued it, if it is certain.
    pub issuer: String,
    /// When it was issued, if it is certain.
    pub issued_on: Option<Date>,
}

/// Returns a key for a document's number: the place, the year and the number.
#[must_use]
pub fn key_of(place: &str, number: &str) -> String {
    let digits: Vec<&str> = number.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty()).collect();
    [place].into_iter().chain(digits).collect::<Vec<_>>().join("-")
}

impl Workspace {
    /// What the head of the notice says of it, to be looked over.
    #[must_use]
    pub fn registration(&self) -> Registration {
        if let Some(known) = self.document().and_then(|key| known(self.text(DOCUMENTS)?, key)) {
            return known;
        }
        let number = self.notice().number().unwrap_or_default();
        Registration {
            key: key_of(self.place(), &number),
            number,
            title: self.notice().title().unwrap_or_default(),
            issuer: String::new(),
            issued_on: self.notice().issued_on(),
        }
    }

    /// Enters the notice into the list of documents and puts its text on record.
    ///
    /// # Errors
    /// A sentence: something is missing, or the key is another document's.
    pub fn register(&mut self, registration: &Registration) -> Result<(), String> {
        let Registration { key, number, title, issuer, issued_on } = registration;
        let is_plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        if key.is_empty() || !key.chars().all(is_plain) {
            return Err("代号只能用小写字母、数字和“-”，例如 hebei-2027-9".to_owned());
        }
        if number.trim().is_empty() {
            return Err("请填文号".to_owned());
        }
        if crate::quotes::letters(self.notice().text()).is_empty() {
            return Err("请先粘贴通知的全文".to_owned());
        }
        let list = self.text(DOCUMENTS).unwrap_or_default();
        // What this draft registered can be corrected; the record of another document stays.
        let is_other = |(known, its): &(String, String)| known == key && its != number.trim();
        let is_of_base = |(known, _): &(String, String)| known == key;
        let base = documents(self.base_text(DOCUMENTS).unwrap_or_default());
        if self.document() != Some(key) && (documents(list).iter().any(is_other) || base.iter().any(is_of_base)) {
            return Err(format!("documents.toml 里已经有“{key}”，请换一个代号"));
        }
        let mut list: DocumentMut = list.parse().map_err(|error: TomlError| error.message().to_owned())?;
        let entries = list.entry("document").or_insert_with(|| Item::ArrayOfTables(ArrayOfTables::new()));
        let entries = entries.as_array_of_tables_mut().ok_or("documents.toml 写法不对")?;
        entries.retain(|entry| entry.get("key").and_then(Item::as_str) != Some(key));
        let mut entry = Table::new();
        for (name, value) in [("key", key), ("number", number), ("title", title), ("issuer", issuer)] {
            if !value.trim().is_empty() {
                set(&mut entry, name, value.trim());
            }
        }
        if let Some(day) = issued_on {
            let day: toml_edit::Datetime = day.to_string().parse().map_err(|_| "印发日期不对")?;
            set(&mut entry, "issued_on", day);
        }
        set(&mut entry, "held", true);
        entry.decor_mut().set_prefix("\n");
        entries.push(entry);
        let text = format!("---\n文号: {number}\n来源: 工作台里粘贴的全文\n---\n\n{}\n", self.notice().text().trim());
        let file = wengang_compiler::File { name: DOCUMENTS.to_owned(), text: list.to_string() };
        let list = wengang_compiler::format(&file).unwrap_or(file.text);
        self.change(vec![(DOCUMENTS.to_owned(), list), (format!("{SOURCES}{key}.md"), text)]);
        self.document = Some(key.clone());
        Ok(())
    }
}

/// What the list says of a document.
fn known(list: &str, key: &str) -> Option<Registration> {
    let list: DocumentMut = list.parse().ok()?;
    let mut entries = list.get("document").and_then(Item::as_array_of_tables)?.iter();
    let entry = entries.find(|entry| entry.get("key").and_then(Item::as_str) == Some(key))?;
    let word = |key: &str| entry.get(key).and_then(Item::as_str).unwrap_or_default().to_owned();
    let issued_on = entry.get("issued_on").and_then(|day| Date::parse(&day.as_datetime()?.to_string()).ok());
    let [number, title, issuer] = ["number", "title", "issuer"].map(word);
    Some(Registration { key: key.to_owned(), number, title, issuer, issued_on })
}

/// The documents of the list: key and number.
pub(super) fn documents(list: &str) -> Vec<(String, String)> {
    let Ok(list) = list.parse::<DocumentMut>() else { return Vec::new() };
    let documents = list.get("document").and_then(Item::as_array_of_tables);
    let text = |entry: &Table, key: &str| entry.get(key).and_then(Item::as_str).unwrap_or_default().to_owned();
    documents.into_iter().flatten().map(|entry| (text(entry, "key"), text(entry, "number"))).collect()
}
