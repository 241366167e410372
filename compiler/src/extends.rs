//! A file of a place that extends a national one (`extends`): the two are read as one.
//!
//! The place writes only what is different: its keys replace national ones, its new blocks are added. The joined text
//! is the national one, then the place's: a span in it is a span in one of the two ([`Messages::join`]).

use toml::Spanned;
use toml::de::{DeArray, DeTable, DeValue};

use crate::message::{File, Messages};
use crate::suggest;
use crate::toml_file::{Section, Written, parse_again};

/// The key that names the national file: `cn/refund`.
pub(crate) const EXTENDS: &str = "extends";
/// The key of a national file that is a measure only together with a place's.
pub(crate) const BASE: &str = "base";
/// The key that names the national block before which a new one is inserted.
const BEFORE: &str = "before";
/// By which key a block is known, the first that it has.
const NAMES: [&str; 3] = ["id", "name", "title"];
/// Lists of texts to which a place adds; its own come first.
const ADDED_TO: [&str; 1] = ["readings"];

/// The text of both files, which must outlive the tables that are read from it.
pub(crate) struct Joined {
    pub file: File,
    base: usize,
    /// The place's text at its offset after the national one.
    behind: String,
}

/// The national file that a file extends, as it names it.
pub(crate) fn base_of<'a>(own: &Section<'a>) -> Option<Written<'a>> {
    own.optional_text(EXTENDS)
}

impl Joined {
    /// Puts the text of a place's file behind that of the national one.
    pub fn new(base: &File, own: &File, messages: &Messages) -> Self {
        let file = File { name: format!("{} + {}", base.name, own.name), text: [&*base.text, &own.text].concat() };
        messages.join(&file.name, base, own);
        // Padding, so that the offsets of the national text come first.
        let behind = [" ".repeat(base.text.len()), own.text.clone()].concat();
        Self { file, base: base.text.len(), behind }
    }

    /// Where the place's own text begins.
    pub const fn own(&self) -> usize {
        self.base
    }

    /// What both files say. The form of each has been checked.
    pub fn table(&self, messages: &Messages) -> DeTable<'_> {
        let mut base = parse_again(self.file.text.get(..self.base).unwrap_or_default());
        let mut own = parse_again(&self.behind);
        base.remove(BASE);
        own.remove(EXTENDS);
        Merge { file: &self.file, messages }.tables(&mut base, own, Level::File);
        base
    }
}

struct Merge<'m> {
    file: &'m File,
    messages: &'m Messages,
}

/// The position of a table.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Level {
    /// It is the file: blocks without a name, such as gaps, are added.
    File,
    /// It is a block: lists without names, such as the rows of a table, are replaced.
    Block,
}

impl Merge<'_> {
    /// Puts the place's entries in the stead of the national ones of the same key; entries below a key of both go one by one.
    fn tables<'a>(&self, base: &mut DeTable<'a>, own: DeTable<'a>, level: Level) {
        for (key, value) in own {
            let name = key.get_ref().to_string();
            let before = base.remove(name.as_str());
            let value = match before {
                Some(before) => self.values(before, value, level, &name),
                None => self.values(Spanned::new(value.span(), DeValue::Array(DeArray::new())), value, level, &name),
            };
            base.insert(key, value);
        }
    }

    fn values<'a>(
        &self,
        base: Spanned<DeValue<'a>>,
        own: Spanned<DeValue<'a>>,
        level: Level,
        key: &str,
    ) -> Spanned<DeValue<'a>> {
        let (of_base, span) = (base.span(), own.span());
        match (base.into_inner(), own.into_inner()) {
            (DeValue::Table(mut base), DeValue::Table(own)) => {
                self.tables(&mut base, own, Level::Block);
                Spanned::new(of_base, DeValue::Table(base))
            }
            (DeValue::Array(base), DeValue::Array(own)) if are_blocks(&base, &own, level) => {
                Spanned::new(span, DeValue::Array(self.blocks(base.into_iter().collect(), own)))
            }
            (DeValue::Array(base), DeValue::Array(own)) if ADDED_TO.contains(&key) => {
                Spanned::new(span, DeValue::Array(own.into_iter().chain(base).collect()))
            }
            (_, own) => Spanned::new(span, own),
        }
    }

    /// The national blocks with the place's. One block with a name that the national file has once overrides its keys;
    /// several with a name, or one for some rounds only, replace the national ones or are inserted before them. New
    /// ones come last, or before the one that `before` names.
    fn blocks<'a>(&self, mut blocks: Vec<Spanned<DeValue<'a>>>, own: DeArray<'a>) -> DeArray<'a> {
        let of_base: Vec<Option<String>> = blocks.iter().map(name_of).collect();
        let of_own: Vec<Option<String>> = own.iter().map(name_of).collect();
        let count =
            |names: &[Option<String>], name: &Option<String>| names.iter().filter(|known| *known == name).count();
        let mut replaced: Vec<Option<String>> = Vec::new();
        for mut block in own {
            let name = name_of(&block);
            let same = |known: &Spanned<DeValue<'a>>| name.is_some() && name_of(known) == name;
            let first = blocks.iter().position(same);
            let before = match block.get_mut() {
                DeValue::Table(table) => table.remove(BEFORE),
                _ => None,
            };
            let place = match (before, first) {
                (Some(before), _) => self.place_before(&blocks, &before).unwrap_or(blocks.len()),
                (None, Some(first)) if has_only(&block) && !blocks.get(first).is_some_and(has_only) => first,
                (None, Some(first)) if count(&of_base, &name) == 1 && count(&of_own, &name) == 1 => {
                    let base = blocks.remove(first);
                    blocks.insert(first, self.values(base, block, Level::Block, ""));
                    continue;
                }
                (None, Some(first)) if count(&of_base, &name) > 0 && !replaced.contains(&name) => {
                    blocks.retain(|known| !same(known));
                    replaced.push(name);
                    first.min(blocks.len())
                }
                (None, Some(_)) => blocks.iter().rposition(same).map_or(blocks.len(), |last| last.saturating_add(1)),
                (None, None) => blocks.len(),
            };
            blocks.insert(place, block);
        }
        blocks.into_iter().collect()
    }

    /// The position of the block before which a new one is inserted.
    fn place_before(&self, blocks: &[Spanned<DeValue<'_>>], before: &Spanned<DeValue<'_>>) -> Option<usize> {
        let wanted = before.get_ref().as_str().unwrap_or_default();
        let place = blocks.iter().position(|known| name_of(known).as_deref() == Some(wanted));
        if place.is_none() {
            let names: Vec<String> = blocks.iter().filter_map(name_of).collect();
            let instead = suggest::instead(wanted, names.iter().map(String::as_str));
            self.messages.add(self.file, before.span(), "没有叫这个的一节，不知道放到哪里", instead);
        }
        place
    }
}

/// Whether the entries of two lists are blocks, known by their names.
fn are_blocks(base: &DeArray<'_>, own: &DeArray<'_>, level: Level) -> bool {
    let is_table = |value: &Spanned<DeValue<'_>>| matches!(value.get_ref(), DeValue::Table(_));
    let is_named = |value: &Spanned<DeValue<'_>>| name_of(value).is_some();
    base.iter().chain(own).all(is_table) && (level == Level::File || base.iter().chain(own).all(is_named))
}

fn name_of(block: &Spanned<DeValue<'_>>) -> Option<String> {
    let DeValue::Table(table) = block.get_ref() else { return None };
    let name = NAMES.iter().find_map(|key| table.get(*key))?;
    name.get_ref().as_str().map(str::to_owned)
}

fn has_only(block: &Spanned<DeValue<'_>>) -> bool {
    matches!(block.get_ref(), DeValue::Table(table) if table.contains_key("only"))
}
