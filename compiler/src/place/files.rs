//! Which files belong to which place.

use toml::de::DeTable;

use super::{BUILT_IN, DOCUMENTS, GUIDE, NATIONAL, PLACE};
use crate::extends::{self, Joined};
use crate::message::{File, Messages, Report};
use crate::toml_file::{Section, parse};

/// The places among all files of `policies/`: the folders with a `place.toml`.
///
/// # Errors
/// Every file that belongs to no place and that no place reads, such as one in a folder without a `place.toml`, or a
/// national one that is not a measure by itself and that no place extends.
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
    not_extended(files, &messages);
    if messages.is_empty() { Ok(places) } else { Err(messages.into_report()) }
}

/// The files among all of `policies/` that [`compile`](super::compile) reads for a place: its own, and what holds everywhere.
#[must_use]
pub fn of_place(place: &str, files: &[File]) -> Vec<File> {
    let folder = format!("{place}/");
    let is_of =
        |file: &&File| file.name.starts_with(&folder) || file.name.starts_with(NATIONAL) || file.name == DOCUMENTS;
    files.iter().filter(is_of).cloned().collect()
}

/// The place that is built into the product: the one whose `place.toml` says so.
///
/// # Errors
/// Where none says so, or several.
pub fn built_in(files: &[File]) -> Result<String, Report> {
    let messages = Messages::default();
    let mut found = Vec::new();
    for file in files.iter().filter(|file| file.name.ends_with(PLACE)) {
        let table = parse(file, &Messages::default());
        if Section::root(file, &messages, &table).flag(BUILT_IN) {
            found.push(file);
        }
    }
    match found.as_slice() {
        [file] if messages.is_empty() => {
            return Ok(file.name.trim_end_matches(PLACE).trim_end_matches('/').to_owned());
        }
        [_] => {}
        [] => {
            let absent = File { name: PLACE.to_owned(), text: String::new() };
            messages.missing(
                &absent,
                0,
                "没有一个地方编进程序",
                format!("请在一个地方的 {PLACE} 里写 {BUILT_IN} = true"),
            );
        }
        several => {
            for file in several {
                messages.missing(file, 0, "不止一个地方编进程序", format!("只留一个 {BUILT_IN} = true"));
            }
        }
    }
    Err(messages.into_report())
}

/// Notes national files that are not measures by themselves and that no place extends.
fn not_extended(files: &[File], messages: &Messages) {
    let quiet = Messages::default();
    let parsed: Vec<_> = files.iter().map(|file| (file, parse(file, &quiet))).collect();
    let roots = || parsed.iter().map(|(file, table)| Section::root(file, &quiet, table));
    let extended: Vec<String> = roots().filter_map(|root| extends::base_of(&root)).map(|base| base.text).collect();
    for root in roots().filter(|root| root.file.name.starts_with(NATIONAL) && root.flag(extends::BASE)) {
        if !extended.iter().any(|name| is_named(root.file, name)) {
            let instead = format!("请在一个地方的文件里写 {} = \"…\"，或者去掉它", extends::EXTENDS);
            messages.missing(root.file, 0, "没有一个地方接着这个文件写", instead);
        }
    }
}

/// The national file that a file extends.
pub(super) fn base_name(file: &File) -> Option<String> {
    let quiet = Messages::default();
    let table = parse(file, &quiet);
    extends::base_of(&Section::root(file, &quiet, &table)).map(|base| format!("{}.toml", base.text))
}

/// Whether a file is called so, without its ending.
fn is_named(file: &File, name: &str) -> bool {
    file.name.strip_suffix(".toml") == Some(name)
}

/// A place's file and the national one that it extends.
pub(super) struct Join<'a> {
    pub own: &'a File,
    pub base: &'a File,
    pub both: Joined,
}

/// The files of a place that go on from a national one.
pub(super) fn joined<'a>(place: &str, files: &[(&'a File, DeTable<'_>)], messages: &Messages) -> Vec<Join<'a>> {
    let mut joined = Vec::new();
    let is_own = |file: &File| file.name.strip_prefix(place).is_some_and(|name| name.starts_with('/'));
    for (own, table) in files.iter().filter(|(file, _)| is_own(file)) {
        let root = Section::root(own, messages, table);
        let Some(written) = extends::base_of(&root) else { continue };
        let national = files.iter().map(|(file, _)| *file).filter(|file| file.name.starts_with(NATIONAL));
        match national.clone().find(|file| is_named(file, &written.text)) {
            Some(base) => joined.push(Join { own, base, both: Joined::new(base, own, messages) }),
            None => {
                let known: Vec<&str> = national.filter_map(|file| file.name.strip_suffix(".toml")).collect();
                let instead = crate::suggest::instead(&written.text, known.iter().copied());
                messages.add(own, written.span.clone(), "没有这个全国的文件", instead);
            }
        }
    }
    joined
}

/// What they say, read as one.
pub(super) fn tables<'a>(joined: &'a [Join<'a>], messages: &Messages) -> Vec<(&'a Join<'a>, DeTable<'a>)> {
    joined.iter().map(|join| (join, join.both.table(messages))).collect()
}
