//! The files of a place, and the pack they make.

use toml::de::DeTable;
use wengang_engine::Pack;
use wengang_engine::pack::{DaysOff, Invalid, Measure, Source, SourceId, Text};

use crate::check::{Checker, DAY_OFF};
use crate::documents::Catalog;
use crate::measure;
use crate::message::{File, Messages, Report};
use crate::sources::Sources;
use crate::toml_file::{Section, Written, parse};

/// What every place cites.
pub(crate) const DOCUMENTS: &str = "documents.toml";
/// The notices clause by clause, which every place shares.
pub(crate) const GUIDE: &str = "guide.toml";
const DAYS_OFF: &str = "cn/days-off.toml";
/// The folder of what is the same in every place.
const NATIONAL: &str = "cn/";
const PLACE: &str = "place.toml";

/// Compiles the law of a place from the files of `policies/`: `documents.toml`, and every file of the place's
/// folder and of `cn/`, which holds in every place.
///
/// # Errors
/// Everything that is wrong with the files, one that nothing reads included.
pub fn compile(place: &str, files: &[File]) -> Result<Pack, Report> {
    let messages = Messages::default();
    let parsed: Vec<(&File, DeTable<'_>)> = files.iter().map(|file| (file, parse(file, &messages))).collect();
    for file in files {
        check_words(file, &messages);
    }
    let pack = pack(place, &parsed, &messages);
    if let Some(pack) = pack.as_ref().filter(|_| messages.is_empty()) {
        check_depth(pack, files, &messages);
    }
    match pack.filter(|_| messages.is_empty()) {
        Some(pack) => Ok(pack),
        None => Err(messages.into_report()),
    }
}

/// The places among all files of `policies/`: the folders with a `place.toml`.
///
/// # Errors
/// Every file that belongs to no place and that no place reads, such as one in a folder without a `place.toml`.
pub fn places(files: &[File]) -> Result<Vec<String>, Report> {
    let messages = Messages::default();
    let folders = || files.iter().filter_map(|file| file.name.strip_suffix(PLACE)?.strip_suffix('/'));
    let places: Vec<String> = folders().filter(|folder| !folder.contains('/')).map(str::to_owned).collect();
    for file in files.iter().filter(|file| ![DOCUMENTS, GUIDE].contains(&file.name.as_str())) {
        let is_toml = file.name.ends_with(".toml");
        let instead = match file.name.rsplit_once('/') {
            Some((folder, _)) if is_toml && places.iter().any(|place| place == folder) => continue,
            // What is national holds in every place.
            Some((folder, _)) if is_toml && format!("{folder}/") == NATIONAL => continue,
            _ if !is_toml => "这里只放 .toml 文件，请挪走".to_owned(),
            None => format!("一项政策的文件要放进地方的文件夹，例如 hebei/{}", file.name),
            Some((folder, _)) if folder.contains('/') => "文件夹只有一层，请挪到地方的文件夹里".to_owned(),
            Some((folder, _)) => format!("{folder} 要算一个地方，请补上 {folder}/{PLACE}；不是的请挪走"),
        };
        messages.missing(file, 0, "没有人读这个文件", instead);
    }
    if messages.is_empty() { Ok(places) } else { Err(messages.into_report()) }
}

fn pack<'a>(place: &str, files: &'a [(&'a File, DeTable<'a>)], messages: &'a Messages) -> Option<Pack> {
    let root = |name: &str| {
        let found = files.iter().find(|(file, _)| file.name == name);
        found.map(|(file, table)| Section::root(file, messages, table))
    };
    let needed = |name: &str| {
        let found = root(name);
        if found.is_none() {
            let absent = File { name: name.to_owned(), text: String::new() };
            messages.missing(&absent, 0, "没有这个文件", "请补上");
        }
        found
    };
    let documents = needed(DOCUMENTS)?;
    let catalog = Catalog::read(&documents);
    let mut sources = Vec::new();
    let days_off = days_off(&documents, root(DAYS_OFF), &catalog, &mut sources);
    documents.finish();
    let folder = format!("{place}/");
    let own = needed(&format!("{folder}{PLACE}"));
    let place_name = own.as_ref().and_then(|section| section.words("name")).unwrap_or_default();
    let order = own.as_ref().map(|section| section.texts("measures")).unwrap_or_default();
    let home = own.as_ref().map(|section| section.texts("home")).unwrap_or_default();
    let mut measures: Vec<Measure> = Vec::new();
    for (file, table) in files {
        let name = file.name.as_str();
        let in_folder = name.strip_prefix(&folder);
        // A national measure is named by itself, in every place alike.
        let national = name.strip_prefix(NATIONAL).filter(|_| name != DAYS_OFF);
        if national.or(in_folder).is_some_and(|name| name != PLACE && name.ends_with(".toml")) {
            let section = Section::root(file, messages, table);
            let place = match national {
                Some(_) => measure::Place { id: "cn", name: "" },
                None => measure::Place { id: place, name: &place_name },
            };
            let measure = measure::read(&section, &place, &catalog, &mut sources);
            if measure.is_none() && messages.is_empty() {
                messages.missing(file, 0, "这个文件读不成一项政策", "请对照别的文件补全");
            }
            measures.extend(measure);
        } else if in_folder != Some(PLACE) && ![DOCUMENTS, DAYS_OFF].contains(&name) {
            let instead = format!("这里只用到 {DOCUMENTS}、{NATIONAL} 和 {folder} 里的 .toml 文件");
            messages.missing(file, 0, "没有人读这个文件", instead);
        }
    }
    if let Some(own) = own {
        let ids: Vec<&str> = measures.iter().map(|measure| measure.id.as_str()).collect();
        for written in order.iter().chain(&home).filter(|written| !ids.contains(&written.text.as_str())) {
            measure::unknown(&own, written, ids.iter().copied());
        }
        let is_task = |id: &str| measures.iter().any(|measure| measure.id == id && measure.shown.task.is_some());
        for written in home.iter().filter(|written| ids.contains(&written.text.as_str()) && !is_task(&written.text)) {
            let instead = "请在那个文件的 [page] 里补上 task = { title = \"…\", text = \"…\" }";
            messages.add(written.file, written.span.clone(), "这一项没有写人们来办什么", instead);
        }
        own.finish();
    }
    let words = |list: Vec<Written<'_>>| list.into_iter().map(|written| written.text).collect::<Vec<_>>();
    let (order, home) = (words(order), words(home));
    // Those that the place does not put in order come last, by their files.
    measures.sort_by_key(|measure| order.iter().position(|id| *id == measure.id).unwrap_or(order.len()));
    let Catalog { documents, .. } = catalog;
    Some(Pack { place: place.to_owned(), place_name, documents, sources, days_off, measures, home })
}

/// What the law says of a last day on a weekend: the source stands among the documents, the sentence in its own file.
fn days_off(
    documents: &Section<'_>,
    words: Option<Section<'_>>,
    catalog: &Catalog,
    all: &mut Vec<Source>,
) -> Option<DaysOff> {
    let section = documents.optional_section("day_off")?;
    let mut sources = Sources::new(catalog);
    sources.read(&section, None);
    sources.number(all);
    section.finish();
    let words = words?;
    let id = words.words("id");
    let checker = Checker::new(words.messages);
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
        let name = file.name.strip_prefix(&format!("{}/", pack.place)).and_then(|name| name.strip_suffix(".toml"));
        name.is_some_and(|name| why.to_string().starts_with(&format!("{name}:")))
    };
    let Some(file) = files.iter().find(of_measure).or_else(|| files.first()) else { return };
    let wrong = match why {
        Invalid::TooDeep { .. } => "算式一层套一层，套得太深".to_owned(),
        other => format!("编译器出了错（{other}）"),
    };
    messages.missing(file, 0, wrong, "请把长的算式拆开，分几个 [[define]] 写；还不行的，请告诉开发者");
}

/// Notes what a draft has left open.
fn check_words(file: &File, messages: &Messages) {
    for (at, word) in file.text.match_indices("TODO") {
        messages.add(file, at..at.saturating_add(word.len()), "还有没有写完的地方", "写完以后去掉这个标记");
    }
}
