//! The files that are worked on: the law as it is built in, what was edited in it, and the way back.

mod edits;
mod opened;
mod register;

use std::collections::BTreeMap;
use std::sync::Arc;

use toml_edit::DocumentMut;
use wengang_compiler::{File, Pack, Report};

use crate::notice::Notice;
use crate::period::{Period, periods};
use crate::quotes::{self, Source};

pub(crate) use opened::{BESIDE, DRAFT, PASTED};
pub use opened::{Draft, OpenedPack};
pub use register::{Registration, key_of};

/// The files of `policies/` as the program was built with them.
const BUILT_IN: &[(&str, &str)] = &include!(concat!(env!("OUT_DIR"), "/files.rs"));

/// Where the texts of documents are.
pub(crate) const SOURCES: &str = "sources/";
const DOCUMENTS: &str = "documents.toml";
const PLACE: &str = "/place.toml";
/// How many steps can be taken back.
const MOST_STEPS: usize = 500;

/// What files were before an edit; `None`: they did not exist.
type Before = Vec<(String, Option<String>)>;

/// The files that are worked on.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Workspace {
    /// What the edits are compared with.
    base: BTreeMap<String, String>,
    files: BTreeMap<String, String>,
    place: String,
    /// Which document the notice is, once it is registered.
    document: Option<String>,
    notice: Notice,
    /// A pack that was opened: what the edits are compared with then.
    pack: Option<Arc<OpenedPack>>,
    undo: Vec<Before>,
    redo: Vec<Before>,
}

/// Returns the law that is built in, by the names of its files.
#[must_use]
pub fn built_in() -> BTreeMap<String, String> {
    BUILT_IN.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect()
}

impl Workspace {
    /// Begins with the law that is built in, and its place.
    #[must_use]
    pub fn new() -> Self {
        let files = built_in();
        let all = toml_of(&files);
        let place = wengang_compiler::built_in(&all).unwrap_or_default();
        Self {
            base: files.clone(),
            files,
            place,
            document: None,
            notice: Notice::default(),
            pack: None,
            undo: Vec::new(),
            redo: Vec::new(),
        }
    }

    /// The id of the place.
    #[must_use]
    pub fn place(&self) -> &str {
        &self.place
    }

    /// The places there are: the id of each, and what it is called. One whose file cannot be read goes by its id.
    #[must_use]
    pub fn places(&self) -> Vec<(String, String)> {
        let place = |(name, text): (&String, &String)| {
            let id = name.strip_suffix(PLACE)?;
            let file: Option<DocumentMut> = text.parse().ok();
            let name = file.as_ref().and_then(|file| file.get("name")?.as_str());
            Some((id.to_owned(), name.unwrap_or(id).to_owned()))
        };
        self.files.iter().filter_map(place).collect()
    }

    /// Works on another place.
    pub fn choose(&mut self, place: &str) {
        if self.files.contains_key(&format!("{place}{PLACE}")) {
            place.clone_into(&mut self.place);
        }
    }

    /// The names of the files of the place, those that it shares included.
    #[must_use]
    pub fn names(&self) -> Vec<&str> {
        let folder = format!("{}/", self.place);
        let is_of = |name: &&String| name.starts_with(&folder) || name.starts_with("cn/") || *name == DOCUMENTS;
        self.files.keys().filter(is_of).map(String::as_str).collect()
    }

    /// The text of a file.
    #[must_use]
    pub fn text(&self, name: &str) -> Option<&str> {
        self.files.get(name).map(String::as_str)
    }

    /// What stood in a file before any edit.
    #[must_use]
    pub fn base_text(&self, name: &str) -> Option<&str> {
        self.base.get(name).map(String::as_str)
    }

    /// All files, by name.
    pub fn files(&self) -> impl Iterator<Item = (&str, &str)> {
        self.files.iter().map(|(name, text)| (name.as_str(), text.as_str()))
    }

    /// The names of the files that differ from the law they began with.
    #[must_use]
    pub fn edited(&self) -> Vec<&str> {
        self.files
            .iter()
            .filter(|(name, text)| self.base.get(*name) != Some(text))
            .map(|(name, _)| name.as_str())
            .collect()
    }

    /// Puts another text into a file.
    pub fn edit(&mut self, name: &str, text: String) {
        self.change(vec![(name.to_owned(), text)]);
    }

    /// Changes files in one step, which can be taken back.
    pub(crate) fn change(&mut self, changes: Vec<(String, String)>) {
        let changes: Vec<_> = changes.into_iter().filter(|(name, text)| self.files.get(name) != Some(text)).collect();
        if changes.is_empty() {
            return;
        }
        let before = changes.into_iter().map(|(name, text)| {
            let old = self.files.insert(name.clone(), text);
            (name, old)
        });
        self.undo.push(before.collect());
        if self.undo.len() > MOST_STEPS {
            self.undo.remove(0);
        }
        self.redo.clear();
    }

    /// Takes the last edit back; says whether there was one.
    pub fn undo(&mut self) -> bool {
        let Some(before) = self.undo.pop() else { return false };
        let after = self.put_back(before);
        self.redo.push(after);
        true
    }

    /// Makes the edit again that was taken back last; says whether there was one.
    pub fn redo(&mut self) -> bool {
        let Some(before) = self.redo.pop() else { return false };
        let after = self.put_back(before);
        self.undo.push(after);
        true
    }

    /// Forgets the way back: what is there now is where the work begins.
    pub fn forget_steps(&mut self) {
        self.undo.clear();
        self.redo.clear();
    }

    fn put_back(&mut self, before: Before) -> Before {
        let put = before.into_iter().map(|(name, text)| {
            let now = match text {
                Some(text) => self.files.insert(name.clone(), text),
                None => self.files.remove(&name),
            };
            (name, now)
        });
        put.collect()
    }

    /// The notice that was registered, or is being pasted.
    #[must_use]
    pub const fn notice(&self) -> &Notice {
        &self.notice
    }

    /// The key of the document that the notice is, once it is registered and as long as that is not taken back.
    #[must_use]
    pub fn document(&self) -> Option<&str> {
        self.document.as_deref().filter(|key| self.files.contains_key(&format!("{SOURCES}{key}.md")))
    }

    /// Takes the text of a notice; the document it is stays to be registered.
    pub fn paste(&mut self, text: &str) {
        self.notice = Notice::new(text);
        self.document = None;
    }

    /// Compiles the law of the place.
    ///
    /// # Errors
    /// Everything that is wrong with it.
    pub fn compile(&self) -> Result<Pack, Report> {
        wengang_compiler::compile(&self.place, &wengang_compiler::of_place(&self.place, &toml_of(&self.files)))
    }

    /// The law that the edits are compared with: the pack that was opened, or else the files as they were.
    ///
    /// # Errors
    /// As [`compile`](Self::compile).
    pub fn compile_base(&self) -> Result<Pack, Report> {
        if let Some(opened) = self.pack() {
            return Ok(opened.pack.clone());
        }
        wengang_compiler::compile(&self.place, &wengang_compiler::of_place(&self.place, &toml_of(&self.base)))
    }

    /// The pack that was opened, where it is this place's.
    #[must_use]
    pub fn pack(&self) -> Option<&OpenedPack> {
        self.pack.as_deref().filter(|opened| opened.place == self.place)
    }

    /// The documents that may be cited, each with its text where it is on record.
    #[must_use]
    pub fn sources(&self) -> Vec<Source> {
        let list = self.text(DOCUMENTS).unwrap_or_default();
        register::documents(list)
            .into_iter()
            .map(|(key, number)| {
                let text = self.text(&format!("{SOURCES}{key}.md"));
                Source { body: text.and_then(quotes::body), key, number }
            })
            .collect()
    }

    /// The numbers of the documents, by their keys.
    #[must_use]
    pub fn numbers(&self) -> BTreeMap<String, String> {
        register::documents(self.text(DOCUMENTS).unwrap_or_default()).into_iter().collect()
    }

    /// The periods of every measure of the place, as they are.
    #[must_use]
    pub fn periods(&self) -> Vec<Period> {
        self.periods_of(&self.files)
    }

    /// The periods, and those of the files that all places share.
    #[must_use]
    pub(crate) fn all_periods(&self) -> Vec<Period> {
        let file = |(name, text): (&String, &String)| File { name: name.clone(), text: text.clone() };
        let shared = self.files.iter().filter(|(name, _)| name.starts_with("cn/")).map(file);
        self.periods().into_iter().chain(shared.flat_map(|file| periods(&file, None))).collect()
    }

    /// The periods as they were before any edit.
    #[must_use]
    pub fn base_periods(&self) -> Vec<Period> {
        self.periods_of(&self.base)
    }

    fn periods_of(&self, files: &BTreeMap<String, String>) -> Vec<Period> {
        let folder = format!("{}/", self.place);
        let file = |name: &str| files.get(name).map(|text| File { name: name.to_owned(), text: text.clone() });
        let own = files.keys().filter(|name| name.starts_with(&folder) && !name.ends_with(PLACE));
        own.filter_map(|name| {
            let own = file(name)?;
            let base = file(&name.replacen(&folder, "cn/", 1));
            Some(periods(&own, base.as_ref()))
        })
        .flatten()
        .collect()
    }

    /// Writes a file in the one layout that all have.
    pub(crate) fn write(&mut self, name: &str, text: String) {
        let file = File { name: name.to_owned(), text };
        let text = wengang_compiler::format(&file).unwrap_or(file.text);
        self.edit(name, text);
    }
}

impl Default for Workspace {
    fn default() -> Self {
        Self::new()
    }
}

fn toml_of(files: &BTreeMap<String, String>) -> Vec<File> {
    let tomls = files.iter().filter(|(name, _)| name.ends_with(".toml"));
    tomls.map(|(name, text)| File { name: name.clone(), text: text.clone() }).collect()
}
