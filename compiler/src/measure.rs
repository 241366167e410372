//! A measure's file.

mod compare;
mod facts;
mod items;
mod law;
mod lists;
mod lookup;
mod params;
mod perpetual;
mod reach;
mod rounds;
mod schedule;
mod shown;
mod timeline;
mod whole;

use std::collections::BTreeMap;

use wengang_engine::pack::{Days, FactId, Measure, Reading, RoundId, Source, TableId, ValueId};

use crate::check::{Checker, Meaning, Type};
use crate::documents::Catalog;
use crate::sources::Sources;
use crate::suggest;
use crate::toml_file::{Entry, Section, Written};
use crate::words::PlaceWords;

/// The place a measure belongs to.
pub(crate) struct Place<'p> {
    pub id: &'p str,
    pub name: &'p str,
    pub words: &'p PlaceWords,
    /// Where what the place itself writes begins: rules before it are national.
    pub start: usize,
}

/// By which id national rules are named.
pub(crate) const NATIONAL: &str = "cn";

impl Place<'_> {
    /// Whose a block is, by its id and in titles.
    fn owner(&self, section: &Section<'_>) -> (&str, &str) {
        if section.span.start < self.start { (NATIONAL, "") } else { (self.id, self.name) }
    }
}

/// The blocks of a file, each read once.
struct Blocks<'a> {
    facts: Vec<Section<'a>>,
    checks: Vec<Section<'a>>,
    values: Vec<Value<'a>>,
    tables: Vec<Table<'a>>,
    params: Vec<params::Block<'a>>,
    lookups: Vec<lookup::Block<'a>>,
    defines: Vec<Section<'a>>,
    conditions: Vec<Section<'a>>,
    amount: Option<Section<'a>>,
    items: Option<items::Block<'a>>,
    schedule: Option<Section<'a>>,
    results: Vec<Section<'a>>,
    insights: Vec<Section<'a>>,
    next_steps: Vec<Section<'a>>,
    notes: Vec<Section<'a>>,
    perpetual: Option<Section<'a>>,
    rounds: Vec<rounds::Block<'a>>,
    /// Rules of which only the first day is known.
    gaps: Vec<Section<'a>>,
    /// The rounds of blocks that hold where no other block of their id does, by the place of their section.
    otherwise: BTreeMap<usize, Vec<RoundId>>,
}

/// A value that every round fills in.
struct Value<'a> {
    section: Section<'a>,
    name: String,
    of_type: Type,
}

/// A decision table: with rows of its own, or with rows in every round.
struct Table<'a> {
    section: Section<'a>,
    name: String,
    of_type: Type,
    rows: Option<Vec<Section<'a>>>,
}

/// Reads a measure; `None` where it cannot be read at all. What is wrong is noted.
pub(crate) fn read<'a>(
    root: &Section<'a>,
    place: &Place<'a>,
    catalog: &Catalog,
    all: &mut Vec<Source>,
) -> Option<Measure> {
    let mut checker = Checker::new(root.messages, place.words);
    let head = head(root);
    let facts = root.sections("fact");
    let mut list_blocks = Vec::new();
    let facts_read = facts::read(&facts, &mut checker, &mut list_blocks);
    let values = values(root, &mut checker);
    let tables = tables(root, &mut checker);
    let params = params::blocks(root, &mut checker);
    let lookups = lookup::blocks(root, params::count(&params), &mut checker);
    let defines = root.sections("define");
    law::declare_defines(&defines, &mut checker);
    let amount = root.optional_section("amount");
    law::declare_amount(amount.as_ref(), &mut checker);
    let items = items::block(root, &facts, &mut checker);
    let schedule = root.optional_section("schedule");
    schedule::declare(schedule.as_ref(), &mut checker);
    let rounds = rounds::blocks(root, &values, &tables);
    checker.declare_rules(rounds::names(&rounds));
    let mut blocks = Blocks {
        facts,
        checks: root.sections("check"),
        values,
        tables,
        params,
        lookups,
        defines,
        conditions: root.sections("condition"),
        amount,
        items,
        schedule,
        results: root.sections("result"),
        insights: root.sections("insight"),
        next_steps: root.sections("next"),
        notes: root.sections("note"),
        perpetual: root.optional_section("rules"),
        rounds,
        gaps: root.sections("gap"),
        otherwise: BTreeMap::new(),
    };
    blocks.otherwise = law::otherwise(&blocks);
    let sources = blocks.sources(catalog, all);
    law::declare_limits(&blocks.defines, &mut checker);
    let assumptions = facts::assumptions(&blocks.facts, &facts_read, &checker);
    let questions = facts::questions(&blocks.facts, &checker);
    let lists = lists::questions(&list_blocks, &facts::letters(&facts_read), &checker);
    let law = law::read(root, &blocks, &checker, &sources);
    let mut params = params::read(root, &blocks, &checker, &sources);
    params.extend(blocks.lookups.iter().flat_map(|table| table.read(&checker, &sources)));
    let schedule = blocks.schedule.as_ref().and_then(|section| schedule::read(section, &checker, &sources));
    let title = head.as_ref().map(|head| head.title.clone()).unwrap_or_default();
    let perpetual = blocks.perpetual.as_ref().map(|section| perpetual::read(section, &checker));
    let rule = blocks.perpetual.as_ref().and_then(|section| section.words("name")).unwrap_or_default();
    let shown = shown::read(root, &facts_read, &checker);
    let rounds = rounds::read(&blocks, &checker, &sources, place, (&title, &rule), &law.named);
    let compare =
        root.optional_section("compare").and_then(|section| compare::read(&section, "compare", &blocks, &checker));
    let gaps = timeline::read(root, &blocks.rounds, &blocks.gaps);
    unused(root, &checker);
    blocks.finish();
    root.finish();
    let head = head?;
    let (facts, lists) = (facts::join(facts_read, assumptions, questions)?, lists?);
    let of_rounds = blocks.rounds.iter().map(|round| place.owner(&round.section).0);
    let measure = Measure {
        place: of_rounds.last().unwrap_or(place.id).to_owned(),
        id: head.id,
        title: head.title,
        short: head.short,
        shown,
        checked_on: head.checked_on,
        readings: head.readings,
        window: law.window,
        lists,
        facts,
        checks: law.checks,
        values: blocks.values.iter().map(|value| value.name.clone()).collect(),
        params,
        tables: law.tables,
        defines: law.defines,
        conditions: law.conditions,
        amount: law.amount,
        items: law.items,
        schedule,
        results: law.results,
        insights: law.insights,
        next_steps: law.next_steps,
        notes: law.notes,
        perpetual,
        rounds,
        gaps,
        compare,
        domains: checker.into_domains(),
    };
    whole::check(root, &blocks, &measure);
    if root.messages.is_right() {
        reach::check(&blocks, &measure);
    }
    Some(measure)
}

/// The description of a measure.
struct Head {
    id: String,
    title: String,
    short: String,
    checked_on: wengang_engine::Date,
    readings: Vec<Reading>,
}

fn head(root: &Section<'_>) -> Option<Head> {
    let (id, title, short) = (root.words("measure"), root.words("title"), root.words("short"));
    let checked_on = root.day("checked_on");
    let readings = readings(root);
    Some(Head { id: id?, title: title?, short: short?, checked_on: checked_on?, readings })
}

/// Readings of silent text: a text, or one with the days for which it holds.
fn readings(root: &Section<'_>) -> Vec<Reading> {
    let reading = |entry: Entry<'_>| match entry {
        Entry::Text(written) => Some(Reading { text: written.text, days: Days::default() }),
        Entry::Section(section) => {
            let (text, days) = (section.words("text"), days(&section));
            section.finish();
            Some(Reading { text: text?, days })
        }
    };
    root.entries("readings").into_iter().filter_map(reading).collect()
}

/// The days on which a block applies: `from`, `to`.
fn days(section: &Section<'_>) -> Days {
    let days = Days { from: section.optional_day("from"), to: section.optional_day("to") };
    if days.from.zip(days.to).is_some_and(|(from, to)| to < from) {
        section.wrong("to", "“to”早于“from”", "请核对起止日期");
    }
    days
}

impl Blocks<'_> {
    /// The ids of the fields of a list.
    fn field_ids(&self, list: FactId) -> Vec<String> {
        let fields = self.facts.get(list.index()).map(|fact| fact.sections("field")).unwrap_or_default();
        fields.iter().filter_map(|field| field.words("id")).collect()
    }

    fn sources<'c>(&self, catalog: &'c Catalog, all: &mut Vec<Source>) -> Sources<'c> {
        let mut sources = Sources::new(catalog);
        let of_items = self.items.iter().flat_map(|items| &items.conditions);
        let blocks = self.defines.iter().chain(&self.conditions).chain(&self.insights).chain(&self.next_steps);
        for section in blocks.chain(of_items).chain(&self.schedule) {
            sources.read_optional(section);
        }
        for table in &self.tables {
            // A source at a table with rows of its own applies to all rows.
            let is_sourced = table.rows.is_some() && table.section.has("document");
            let defaults = if is_sourced { sources.read(&table.section, None) } else { None };
            for row in table.rows.iter().flatten() {
                match &defaults {
                    Some(defaults) => {
                        sources.read(row, Some(defaults));
                    }
                    None => sources.read_optional(row),
                }
            }
        }
        self.params.iter().for_each(|param| param.read_sources(&mut sources));
        for table in &self.lookups {
            sources.read(&table.section, None);
        }
        for round in &self.rounds {
            round.read_sources(&mut sources);
        }
        sources.number(all);
        sources
    }

    fn finish(&self) {
        let lists = [
            &self.facts,
            &self.checks,
            &self.defines,
            &self.conditions,
            &self.results,
            &self.insights,
            &self.next_steps,
            &self.notes,
            &self.gaps,
        ];
        let single = self.amount.iter().chain(&self.schedule).chain(&self.perpetual);
        lists.into_iter().flatten().chain(single).for_each(Section::finish);
        self.values.iter().for_each(|value| value.section.finish());
        for table in &self.tables {
            table.section.finish();
            table.rows.iter().flatten().for_each(Section::finish);
        }
        self.params.iter().for_each(params::Block::finish);
        self.items.iter().for_each(items::Block::finish);
        self.lookups.iter().for_each(lookup::Block::finish);
        self.rounds.iter().for_each(rounds::Block::finish);
    }
}

/// The type that a key names: `ratio`, `money`, `count(人)`, `date`, `month`.
fn written_type(section: &Section<'_>) -> Option<Type> {
    let written = section.text("type")?;
    let found = match written.text.as_str() {
        "ratio" => Some(Type::Ratio),
        "money" => Some(Type::Money),
        "date" => Some(Type::Date),
        "month" => Some(Type::Month),
        "number" => Some(Type::Number),
        other => unit_of(other, "count").map(|unit| Type::Count(unit.to_owned())),
    };
    if found.is_none() {
        section.wrong("type", "没有这种类型", "可以写 ratio、money、number、count(单位)、date、month");
    }
    found
}

/// The unit in `count(人)`.
fn unit_of<'t>(text: &'t str, name: &str) -> Option<&'t str> {
    text.strip_prefix(name)?.strip_prefix('(')?.strip_suffix(')').filter(|unit| !unit.is_empty())
}

/// The type of a value that every round fills in: one of [`written_type`], or `choices(单位类别)`.
fn value_type(section: &Section<'_>, checker: &Checker<'_>) -> Option<Type> {
    let written = section.optional_text("type");
    let Some(of) = written.as_ref().and_then(|written| unit_of(&written.text, "choices")) else {
        return written_type(section);
    };
    let domain = checker.domain_named(of);
    if domain.is_none() {
        section.wrong("type", format!("没有叫“{of}”的选项"), "括号里要写一件事的名称，它的类型是 choice 或 choices");
    }
    domain.map(Type::Choices)
}

fn values<'a>(root: &Section<'a>, checker: &mut Checker<'a>) -> Vec<Value<'a>> {
    let mut values = Vec::new();
    for section in root.sections("value") {
        let (name, of_type) = (section.text("name"), value_type(&section, checker).unwrap_or(Type::Broken));
        let Some(name) = name else { continue };
        let id = ValueId(u16::try_from(values.len()).unwrap_or(u16::MAX));
        checker.declare(&name, Meaning::Figure(id), of_type.clone());
        section.pass_over(&["range"]);
        values.push(Value { section, name: name.text, of_type });
    }
    values
}

fn tables<'a>(root: &Section<'a>, checker: &mut Checker<'a>) -> Vec<Table<'a>> {
    let mut tables = Vec::new();
    for section in root.sections("table").into_iter().filter(|section| !lookup::is_lookup(section)) {
        let rows = section.has("rows").then(|| section.sections("rows"));
        let name = section.text("name");
        let of_type = match &rows {
            // The rows say what it is: labels, or values of a type.
            _ if section.has("options") => {
                let called = name.as_ref().map_or("", |name| &name.text);
                Some(Type::Choice(checker.declare_domain(called, facts::single_options(&section, false))))
            }
            Some(rows) if !section.has("type") => name.as_ref().map(|name| law::labels(rows, &name.text, checker)),
            _ => written_type(&section),
        };
        let Some(name) = name else { continue };
        let of_type = of_type.unwrap_or(Type::Broken);
        let id = TableId(u16::try_from(tables.len()).unwrap_or(u16::MAX));
        checker.declare(&name, Meaning::Table(id), of_type.clone());
        tables.push(Table { section, name: name.text, of_type, rows });
    }
    tables
}

/// Notes the name that something is of, where it is none of the known ones.
pub(crate) fn unknown<'k>(section: &Section<'_>, written: &Written<'_>, known: impl Iterator<Item = &'k str> + Clone) {
    let instead = suggest::instead(&written.text, known);
    section.messages.add(section.file, written.span.clone(), "没有这个名称", instead);
}

/// Notes facts, values, tables and definitions that nothing uses.
fn unused(root: &Section<'_>, checker: &Checker<'_>) {
    for (_, span) in checker.unused() {
        root.messages.unused(root.file, span, "没有一个算式或句子用到它", "请用上，或者去掉这一节");
    }
}
