//! The files of a place, and the pack they make.

mod files;

use std::collections::BTreeSet;

use toml::de::DeTable;
use wengang_engine::Pack;
use wengang_engine::pack::{
    DaysOff, Document, DocumentId, Invalid, Measure, NotRecorded, Place, Platform, Source, SourceId, Text,
};

use crate::check::{Checker, DAY_OFF};
use crate::documents::{Catalog, is_official};
use crate::extends;
use crate::measure;
use crate::message::{File, Message, Messages, Report};
use crate::sources::Sources;
use crate::toml_file::{Section, Written, parse};
use crate::words::PlaceWords;

pub use files::{built_in, of_place, places};

/// What every place cites.
pub(crate) const DOCUMENTS: &str = "documents.toml";
/// The notices clause by clause, which every place shares.
pub(crate) const GUIDE: &str = "guide.toml";
const DAYS_OFF: &str = "cn/days-off.toml";
/// The folder of what is the same in every place.
const NATIONAL: &str = "cn/";
const PLACE: &str = "place.toml";
/// The key of the place that is built into the product.
const BUILT_IN: &str = "built_in";

/// Compiles the law of a place from the files of `policies/`: `documents.toml`, and every file of the place's
/// folder and of `cn/`, which holds in every place.
///
/// # Errors
/// Everything that is wrong with the files, one that nothing reads included.
pub fn compile(place: &str, files: &[File]) -> Result<Pack, Report> {
    let messages = Messages::default();
    let pack = compile_into(place, files, &messages);
    match pack.filter(|_| messages.is_empty()) {
        Some(pack) => Ok(pack),
        None => Err(messages.into_report()),
    }
}

/// What no place needs of the national files that places go on from: sentences that are never said, names that nothing uses.
/// Each place is compiled by itself and may do without some of it. `files` are those of all places.
#[must_use]
pub fn unneeded(places: &[String], files: &[File]) -> Vec<Message> {
    let unneeded_of = |place: &String| {
        let own = of_place(place, files);
        let messages = Messages::default();
        compile_into(place, &own, &messages);
        let extended: Vec<String> = own.iter().filter_map(files::base_name).collect();
        (extended, messages.unneeded())
    };
    let all: Vec<_> = places.iter().map(unneeded_of).collect();
    let needs = |(extended, unneeded): &(Vec<String>, Vec<Message>), message: &Message| {
        extended.contains(&message.file) && !unneeded.contains(message)
    };
    let mut found: Vec<Message> = all.iter().flat_map(|(_, unneeded)| unneeded).cloned().collect();
    found.retain(|message| !all.iter().any(|place| needs(place, message)));
    found.sort();
    found.dedup();
    found
}

fn compile_into(place: &str, files: &[File], messages: &Messages) -> Option<Pack> {
    let parsed: Vec<(&File, DeTable<'_>)> = files.iter().map(|file| (file, parse(file, messages))).collect();
    for file in files {
        check_words(file, messages);
    }
    let joined = files::joined(place, &parsed, messages);
    let joined = files::tables(&joined, messages);
    let pack = Files { place, all: &parsed, joined: &joined, messages }.pack();
    if let Some(pack) = pack.as_ref().filter(|_| messages.is_empty()) {
        check_depth(pack, files, messages);
    }
    pack
}

/// The files of a place, as tables.
struct Files<'a> {
    place: &'a str,
    all: &'a [(&'a File, DeTable<'a>)],
    /// Those of the place that go on from a national one, read together with it.
    joined: &'a [(&'a files::Join<'a>, DeTable<'a>)],
    messages: &'a Messages,
}

impl<'a> Files<'a> {
    fn root(&self, name: &str) -> Option<Section<'a>> {
        let found = self.all.iter().find(|(file, _)| file.name == name);
        found.map(|(file, table)| Section::root(file, self.messages, table))
    }

    fn needed(&self, name: &str) -> Option<Section<'a>> {
        let found = self.root(name);
        if found.is_none() {
            let absent = File { name: name.to_owned(), text: String::new() };
            self.messages.missing(&absent, 0, "没有这个文件", "请补上");
        }
        found
    }

    fn pack(&self) -> Option<Pack> {
        let documents = self.needed(DOCUMENTS)?;
        let catalog = Catalog::read(&documents);
        let mut sources = Vec::new();
        let folder = format!("{}/", self.place);
        let own = self.needed(&format!("{folder}{PLACE}"));
        let words = own.as_ref().map(PlaceWords::read).unwrap_or_default();
        let days_off = days_off(&documents, self.root(DAYS_OFF), (&catalog, &words), &mut sources);
        documents.finish();
        let mut place = own.as_ref().map(|own| place(own, self.place)).unwrap_or_default();
        let order = own.as_ref().map(|section| section.texts("measures")).unwrap_or_default();
        let home = own.as_ref().map(|section| section.texts("home")).unwrap_or_default();
        let mut measures: Vec<Measure> = Vec::new();
        for (file, table) in self.all {
            let Some(id) = self.place_of(file) else { continue };
            let join = self.joined.iter().find(|(join, _)| join.own.name == file.name);
            let section = match join {
                Some((join, table)) => Section::root_from(&join.both.file, self.messages, table, join.both.own()),
                None => Section::root(file, self.messages, table),
            };
            let name = if id == self.place { place.name.as_str() } else { "" };
            let start = join.map_or(0, |(join, _)| join.both.own());
            let of = measure::Place { id, name, words: &words, start };
            let measure = measure::read(&section, &of, &catalog, &mut sources);
            if measure.is_none() && self.messages.is_empty() {
                self.messages.missing(file, 0, "这个文件读不成一项政策", "请对照别的文件补全");
            }
            measures.extend(measure);
        }
        if let Some(own) = own {
            check_order(&own, &order, &home, &measures);
            place.not_recorded = not_recorded(&own, &measures);
            if self.messages.is_empty() {
                words.unused(own.file, self.messages);
            }
            own.finish();
        }
        let words = |list: Vec<Written<'_>>| list.into_iter().map(|written| written.text).collect::<Vec<_>>();
        let (order, home) = (words(order), words(home));
        // Measures without a position in the place's order come last, by their files.
        measures.sort_by_key(|measure| order.iter().position(|id| *id == measure.id).unwrap_or(order.len()));
        let documents = cited(catalog.documents, &mut sources, &mut measures);
        Some(Pack { place, documents, sources, days_off, measures, home })
    }

    /// The id of the place by which the rules of a file are named; `None` for a file that is not a measure by itself. A
    /// file that nothing reads is noted.
    fn place_of(&self, file: &'a File) -> Option<&'a str> {
        let name = file.name.as_str();
        if [DOCUMENTS, DAYS_OFF].contains(&name) {
            return None;
        }
        let is_toml = name.ends_with(".toml");
        if let Some(in_folder) = name.strip_prefix(self.place).and_then(|name| name.strip_prefix('/')) {
            if is_toml {
                // Without the national file that it names, the file cannot be read.
                let is_torn = !self.joined.iter().any(|(join, _)| join.own.name == name)
                    && self.root(name).is_some_and(|root| root.has(extends::EXTENDS));
                return (in_folder != PLACE && !is_torn).then_some(self.place);
            }
        } else if is_toml && name.starts_with(NATIONAL) {
            // A national measure has its own name, the same in every place.
            let is_extended = self.joined.iter().any(|(join, _)| join.base.name == name);
            let is_base = self.root(name).is_some_and(|root| root.flag(extends::BASE));
            return (!is_extended && !is_base).then_some(measure::NATIONAL);
        }
        let instead = format!("这里只用到 {DOCUMENTS}、{NATIONAL} 和 {}/ 里的 .toml 文件", self.place);
        self.messages.missing(file, 0, "没有人读这个文件", instead);
        None
    }
}

/// The documents that the place's law cites, to which sources and rounds refer from now on.
fn cited(documents: Vec<Document>, sources: &mut [Source], measures: &mut [Measure]) -> Vec<Document> {
    let named = sources.iter_mut().map(|source| &mut source.document);
    let rounds = measures.iter_mut().flat_map(|measure| &mut measure.rounds);
    let named: Vec<&mut DocumentId> = named.chain(rounds.flat_map(|round| &mut round.also)).collect();
    let used: BTreeSet<DocumentId> = named.iter().map(|id| **id).collect();
    for id in named {
        *id = DocumentId(u16::try_from(used.range(..*id).count()).unwrap_or(u16::MAX));
    }
    let is_used = |(place, _): &(u16, Document)| used.contains(&DocumentId(*place));
    (0..).zip(documents).filter(is_used).map(|(_, document)| document).collect()
}

/// Reads the description of a place.
fn place(own: &Section<'_>, id: &str) -> Place {
    let name = own.words("name").unwrap_or_default();
    let short = own.optional_text("short").map_or_else(|| name.clone(), |short| short.text);
    // Read before anything is compiled ([`files::built_in`]).
    own.flag(BUILT_IN);
    let platform = own.optional_section("platform").and_then(|section| {
        let (name, short, address) = (section.words("name"), section.words("short"), section.words("address"));
        if address.as_ref().is_some_and(|address| !is_official(address)) {
            section.wrong("address", "不是国家机关自己的网站", "只能写 https://….gov.cn 的网址");
        }
        section.finish();
        Some(Platform { name: name?, short: short?, address: address? })
    });
    Place { id: id.to_owned(), name, short, platform, not_recorded: Vec::new() }
}

/// Reads which measures are not recorded there.
fn not_recorded(own: &Section<'_>, measures: &[Measure]) -> Vec<NotRecorded> {
    let mut found = Vec::new();
    for section in own.sections("not_recorded") {
        let (measure, title, text) = (section.words("measure"), section.words("title"), section.words("text"));
        section.finish();
        let (Some(measure), Some(title), Some(text)) = (measure, title, text) else { continue };
        if measures.iter().any(|known| known.id == measure) {
            section.wrong("measure", "这一项有文件，收录了", "请去掉这一节");
        }
        found.push(NotRecorded { measure, title, text });
    }
    found
}

/// Notes entries of the order that are not measures, and tasks of the home screen without a sentence for it.
fn check_order(own: &Section<'_>, order: &[Written<'_>], home: &[Written<'_>], measures: &[Measure]) {
    let ids: Vec<&str> = measures.iter().map(|measure| measure.id.as_str()).collect();
    for written in order.iter().chain(home).filter(|written| !ids.contains(&written.text.as_str())) {
        measure::unknown(own, written, ids.iter().copied());
    }
    let is_task = |id: &str| measures.iter().any(|measure| measure.id == id && measure.shown.task.is_some());
    for written in home.iter().filter(|written| ids.contains(&written.text.as_str()) && !is_task(&written.text)) {
        let instead = "请在那个文件的 [page] 里补上 task = { title = \"…\", text = \"…\" }";
        own.messages.add(written.file, written.span.clone(), "这一项没有写人们来办什么", instead);
    }
}

/// The rule for a last day on a weekend: the source is among the documents, the sentence in its own file.
fn days_off(
    documents: &Section<'_>,
    words: Option<Section<'_>>,
    (catalog, of_place): (&Catalog, &PlaceWords),
    all: &mut Vec<Source>,
) -> Option<DaysOff> {
    let section = documents.optional_section("day_off")?;
    let mut sources = Sources::new(catalog);
    sources.read(&section, None);
    sources.number(all);
    section.finish();
    let words = words?;
    let id = words.words("id");
    let checker = Checker::new(words.messages, of_place);
    let round: Option<Text> = words.text("round").map(|written| checker.text(&written));
    let text: Option<Text> = words.text("text").map(|written| checker.with_given(DAY_OFF, || checker.text(&written)));
    words.finish();
    let source: SourceId = sources.of(&section)?;
    Some(DaysOff { id: id?, round: round?, text: text?, source })
}

/// Notes a measure that the engine could not evaluate. The compiler makes none whose references are wrong; one whose
/// expressions nest too deep can be written.
fn check_depth(pack: &Pack, files: &[File], messages: &Messages) {
    let Err(why) = pack.validate() else { return };
    let of_measure = |file: &&File| {
        let name = file.name.strip_prefix(&format!("{}/", pack.place.id)).and_then(|name| name.strip_suffix(".toml"));
        name.is_some_and(|name| why.to_string().starts_with(&format!("{name}:")))
    };
    let Some(file) = files.iter().find(of_measure).or_else(|| files.first()) else { return };
    let wrong = match why {
        Invalid::TooDeep { .. } => "算式一层套一层，套得太深".to_owned(),
        other => format!("编译器出了错（{other}）"),
    };
    messages.missing(file, 0, wrong, "请把长的算式拆开，分几个 [[define]] 写；还不行的，请告诉开发者");
}

/// Notes what a draft has left undecided.
fn check_words(file: &File, messages: &Messages) {
    for (at, word) in file.text.match_indices("TODO") {
        messages.add(file, at..at.saturating_add(word.len()), "还有没有写完的地方", "写完以后去掉这个标记");
    }
}
