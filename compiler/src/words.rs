//! `[[word]]` of `place.toml`: what a place calls what sentences of every place name, such as its platform.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::ops::Range;

use crate::message::{File, Messages};
use crate::toml_file::Section;

/// The words of a place.
#[derive(Default)]
pub(crate) struct PlaceWords {
    words: Vec<Word>,
    used: RefCell<BTreeSet<usize>>,
}

struct Word {
    name: String,
    text: String,
    at: Range<usize>,
}

impl PlaceWords {
    /// Reads every `[[word]]`.
    pub fn read(own: &Section<'_>) -> Self {
        let mut words: Vec<Word> = Vec::new();
        for section in own.sections("word") {
            let (name, text) = (section.text("name"), section.words("text"));
            section.finish();
            let (Some(name), Some(text)) = (name, text) else { continue };
            if words.iter().any(|known| known.name == name.text) {
                section.wrong("name", "这个名称已经有了", "请换一个");
            } else if let Some(why) = crate::syntax::unusable(&name.text) {
                section.wrong("name", why, "请换一个名称：只用字，不要标点和空格，也不用算式里的词");
            }
            words.push(Word { name: name.text, text, at: name.span });
        }
        Self { words, used: RefCell::default() }
    }

    /// What the place says for a name, which counts as used.
    pub fn of(&self, name: &str) -> Option<&str> {
        let place = self.words.iter().position(|word| word.name == name)?;
        self.used.borrow_mut().insert(place);
        self.words.get(place).map(|word| word.text.as_str())
    }

    /// Whether it says something for a name.
    pub fn has(&self, name: &str) -> bool {
        self.words.iter().any(|word| word.name == name)
    }

    /// The names, for what is misspelled.
    pub fn names(&self) -> impl Iterator<Item = &str> + Clone {
        self.words.iter().map(|word| word.name.as_str())
    }

    /// Notes those that no sentence uses.
    pub fn unused(&self, file: &File, messages: &Messages) {
        let used = self.used.borrow();
        for (place, word) in self.words.iter().enumerate() {
            if !used.contains(&place) {
                messages.unused(file, word.at.clone(), "没有一个句子用到它", "请用上，或者去掉这一节");
            }
        }
    }
}
