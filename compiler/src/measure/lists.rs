//! `type = "list"`: a list of things with fields of their own.

use std::collections::BTreeSet;

use wengang_engine::pack::{FactKind, Field, List, ListId};

use crate::check::{Checker, Type};
use crate::measure::facts;
use crate::toml_file::Section;

/// The letter of what the caller calls an element.
const CALLED: char = 'i';

/// Whether a fact is a list.
pub(super) fn is_list(section: &Section<'_>) -> bool {
    section.optional_text("type").is_some_and(|written| written.text == "list")
}

/// A list before the questions of its fields are read.
pub(super) struct ListBlock<'a> {
    id: ListId,
    most: u16,
    unit: String,
    row: Option<String>,
    add: Option<String>,
    fields: Vec<FieldBlock<'a>>,
}

/// A field before its question is read.
struct FieldBlock<'a> {
    section: Section<'a>,
    id: Option<String>,
    name: Option<String>,
    kind: Option<FactKind>,
}

/// Reads a list and declares its fields.
pub(super) fn read<'a>(
    section: &Section<'a>,
    name: &str,
    checker: &mut Checker<'a>,
    lists: &mut Vec<ListBlock<'a>>,
) -> Option<(FactKind, Type)> {
    let (most, unit) = (section.whole("max", 1..=1_000), section.words("unit").unwrap_or_default());
    let (row, add) = (section.optional_text("row"), section.optional_text("add"));
    if row.as_ref().is_some_and(|row| !row.text.contains('…')) {
        section.wrong("row", "“row”里没有写数", "数的地方写“…”，例如 \"第…本证书\"");
    }
    let (row, add) = (row.map(|row| row.text), add.map(|add| add.text));
    let (mut fields, mut names) = (Vec::new(), Vec::<(String, Type)>::new());
    for field in section.sections("field") {
        let (id, called) = (field.words("id"), field.text("name"));
        let kind = facts::kind(&field, called.as_ref().map_or("", |called| &called.text), checker);
        let of_type = kind.as_ref().map_or(Type::Broken, |(_, of_type)| of_type.clone());
        if let Some(called) = &called {
            if names.iter().any(|(known, _)| *known == called.text) {
                field.wrong("name", "这个名称已经有了", "请换一个名称，一列里一个名称只能指一样东西");
            }
            names.push((called.text.clone(), of_type));
        }
        let (name, kind) = (called.map(|called| called.text), kind.map(|(kind, _)| kind));
        fields.push(FieldBlock { section: field, id, name, kind });
    }
    if fields.is_empty() {
        section.missing("没有写一列东西的每一项有什么", "请补上 [[fact.field]]");
    }
    let id = checker.declare_list(name, names);
    let most = u16::try_from(most.unwrap_or(1)).unwrap_or(u16::MAX);
    lists.push(ListBlock { id, most, unit, row, add, fields });
    Some((FactKind::List(id), Type::List(id)))
}

/// Reads how the fields of each list are asked.
/// `taken`: the letters of facts, which must differ from those of fields in a link.
pub(super) fn questions(blocks: &[ListBlock<'_>], taken: &BTreeSet<char>, checker: &Checker<'_>) -> Option<Vec<List>> {
    let list = |block: &ListBlock<'_>| {
        let mut letters = taken.clone();
        letters.insert(CALLED);
        for field in &block.fields {
            let letter = facts::letter(&field.section, true);
            if letter.is_some_and(|letter| !letters.insert(letter)) {
                field.section.wrong("letter", "这个字母已经用了", "请换一个，链接里靠它分辨，要问的事用了的也不行");
            }
        }
        let fields: Vec<Option<Field>> = block.fields.iter().map(|field| question(field, block.id, checker)).collect();
        let fields = fields.into_iter().collect::<Option<_>>()?;
        let ListBlock { most, unit, row, add, .. } = block;
        Some(List { most: *most, unit: unit.clone(), row: row.clone(), add: add.clone(), fields })
    };
    let lists: Vec<Option<List>> = blocks.iter().map(list).collect();
    lists.into_iter().collect()
}

fn question(block: &FieldBlock<'_>, list: ListId, checker: &Checker<'_>) -> Option<Field> {
    let FieldBlock { section, id, name, kind } = block;
    let (ask, hint) = (section.text("ask"), section.optional_text("hint"));
    let letter = section.optional_text("letter").and_then(|written| written.text.chars().next());
    let (ask, hint) = (ask.map(|ask| checker.text(&ask)), hint.map(|hint| checker.text(&hint)));
    let default = section.optional_section("default");
    let assumed = default.and_then(|default| {
        let of_type = name.as_ref().map_or(Type::Broken, |name| checker.type_of_field(list, name));
        checker.looking_at(list, || facts::assumed(&default, &of_type, checker))
    });
    let (unit, answers) = (facts::unit(section), facts::answers(section, *kind));
    let alone = section.optional_text("alone").map(|alone| alone.text);
    if alone.is_some() && *kind != Some(FactKind::Text) {
        section.wrong("alone", "这里的“alone”用不上", "只有 text(fold) 才写 alone：只有一项的时候不问，当作它");
    }
    let optional = section.flag("optional");
    if optional && section.has("default") {
        section.wrong("optional", "“optional”和“default”都写了", "有默认的本来就可以不填：请去掉这一行");
    }
    section.finish();
    let required = !optional && !section.has("default");
    let (id, name, kind) = (id.clone()?, name.clone()?, (*kind)?);
    Some(Field { id, name, kind, ask: ask?, hint, assumed, required, letter: letter?, unit, answers, alone })
}
