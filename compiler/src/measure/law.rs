//! What holds in every round: definitions, tables, conditions, amount, results, insights and next steps.

mod items;
mod output;
mod sentence;

use std::collections::BTreeMap;

use wengang_engine::Expr;
use wengang_engine::pack::{
    Amount, AmountStep, Check, Cited, Condition, Define, DefineId, DefineStep, Domain, FactId, Insight, Is, Item,
    NextStep, Note, OptionName, Paid, ResultField, RoundId, Row, Says, Table, WindowTexts,
};

use crate::check::{AGENCY, Checker, GAP, Meaning, Type};
use crate::measure::{Blocks, unknown};
use crate::sources::Sources;
use crate::toml_file::Section;

pub(super) use output::result;
pub(super) use sentence::says;
pub(super) use sentence::sentence;
use sentence::text;

/// The keys under which a round cites sources for its own days, where these are not a condition, and a rule for itself.
const ROUND: [&str; 2] = ["round", "rule"];

/// What holds in every round.
#[derive(Default)]
pub(super) struct Law {
    pub window: Option<WindowTexts>,
    pub checks: Vec<Check>,
    pub tables: Vec<Table>,
    pub defines: Vec<Define>,
    pub conditions: Vec<Condition>,
    pub amount: Option<Amount>,
    pub items: Option<(Item, Paid)>,
    pub results: Vec<ResultField>,
    pub insights: Vec<Insight>,
    pub next_steps: Vec<NextStep>,
    pub notes: Vec<Note>,
    /// What a round may cite sources for, by name.
    pub named: Vec<(String, Cited)>,
}

/// Declares the names of definitions.
pub(super) fn declare_defines<'a>(sections: &[Section<'a>], checker: &mut Checker<'a>) {
    for section in sections {
        if let (Some(name), Some(value)) = (section.text("name"), section.text("value")) {
            checker.declare_define(&name, value);
        }
    }
}

/// Declares the name of the amount, which counts as used: it is paid.
pub(super) fn declare_amount<'a>(section: Option<&Section<'a>>, checker: &mut Checker<'a>) {
    if let Some(name) = section.and_then(|section| section.text("name")) {
        checker.declare(&name, Meaning::Amount, Type::Money);
        checker.type_of(&name.text);
    }
}

/// Declares the limits against which definitions are printed.
pub(super) fn declare_limits(sections: &[Section<'_>], checker: &mut Checker<'_>) {
    for (index, section) in (0_u16..).zip(complete(sections)) {
        if let Some(written) = section.optional_text("beside") {
            let limit = checker.typed(&written, &Type::Ratio);
            checker.declare_limit(DefineId(index), limit);
        }
    }
}

/// The definitions that were declared.
fn complete<'s, 'a>(sections: &'s [Section<'a>]) -> impl Iterator<Item = &'s Section<'a>> {
    sections.iter().filter(|section| section.has("name") && section.has("value"))
}

/// Declares the labels of a table's rows as the options of a domain.
pub(super) fn labels(rows: &[Section<'_>], name: &str, checker: &mut Checker<'_>) -> Type {
    let mut options: Vec<OptionName> = Vec::new();
    for row in rows {
        let Some(label) = row.text("is") else { continue };
        if label.text == AGENCY || options.iter().any(|option| option.name == label.text) {
            continue;
        }
        if label.text.chars().any(|character| !character.is_alphanumeric()) {
            row.wrong("is", "这张表没有写 type，“is”要写一个词", "请写一个词；要写数或算式的，给这张表补上 type");
        }
        let (id, shown) = (String::new(), label.text.clone());
        options.push(OptionName {
            id,
            is_number: false,
            name: label.text,
            shown,
            letter: None,
            words: Vec::new(),
            any_of: Vec::new(),
        });
    }
    Type::Choice(checker.declare_domain(name, Domain { options }))
}

/// Reads all of it.
pub(super) fn read(root: &Section<'_>, blocks: &Blocks<'_>, checker: &Checker<'_>, sources: &Sources<'_>) -> Law {
    let reader = Reader { blocks, checker, sources };
    let mut law = Law {
        window: root.optional_section("window").and_then(|section| reader.window(&section)),
        checks: blocks.checks.iter().filter_map(|section| reader.check(section)).collect(),
        tables: blocks.tables.iter().map(|table| reader.table(table)).collect(),
        defines: complete(&blocks.defines)
            .zip(0_u16..)
            .filter_map(|(section, id)| reader.define(section, id))
            .collect(),
        conditions: blocks.conditions.iter().filter_map(|section| reader.condition(section)).collect(),
        amount: blocks.amount.as_ref().and_then(|section| reader.amount(section)),
        items: blocks.items.as_ref().and_then(|block| reader.items(block)),
        results: blocks.results.iter().filter_map(|section| result(section, checker)).collect(),
        insights: blocks.insights.iter().filter_map(|section| reader.insight(section)).collect(),
        next_steps: blocks.next_steps.iter().filter_map(|section| reader.next_step(section)).collect(),
        notes: blocks.notes.iter().filter_map(|section| reader.note(section)).collect(),
        named: Vec::new(),
    };
    reader.twice(&blocks.conditions);
    reader.twice(&blocks.insights);
    reader.twice(&blocks.next_steps);
    law.named = named(&law);
    law
}

fn named(law: &Law) -> Vec<(String, Cited)> {
    let mut named = ROUND.map(|name| (name.to_owned(), Cited::Window)).to_vec();
    named.extend(law.window.iter().map(|window| (window.id.clone(), Cited::Window)));
    named.extend(law.conditions.iter().zip(0..).map(|(found, id)| (found.id.clone(), Cited::Condition(id))));
    named.extend(law.defines.iter().zip(0..).map(|(found, id)| (found.name.clone(), Cited::Define(id))));
    named.extend(law.tables.iter().zip(0..).map(|(found, id)| (found.name.clone(), Cited::Table(id))));
    if let Some(amount) = &law.amount {
        named.extend([&amount.name, &amount.step.id].map(|name| (name.clone(), Cited::Amount)));
    }
    if let Some((item, paid)) = &law.items {
        named.extend(item.conditions.iter().zip(0..).map(|(found, id)| (found.id.clone(), Cited::ItemCondition(id))));
        let total = match paid {
            Paid::Plan(plan) => &plan.total,
            Paid::Each(total) => total,
        };
        named.push((total.id.clone(), Cited::Amount));
    }
    named.extend(law.insights.iter().zip(0..).map(|(found, id)| (found.id.clone(), Cited::Insight(id))));
    named.extend(law.next_steps.iter().zip(0..).map(|(found, id)| (found.id.clone(), Cited::NextStep(id))));
    named
}

/// The rounds that a block is limited to.
pub(super) fn only(section: &Section<'_>, blocks: &Blocks<'_>) -> Option<Vec<RoundId>> {
    if !section.has("only") {
        return blocks.otherwise.get(&section.span.start).cloned();
    }
    let ids: Vec<&str> = blocks.rounds.iter().map(|round| round.id.as_str()).collect();
    let mut only = Vec::new();
    for written in section.texts("only") {
        match ids.iter().position(|id| *id == written.text) {
            Some(place) => only.extend(u16::try_from(place).ok().map(RoundId)),
            None => unknown(section, &written, ids.iter().copied()),
        }
    }
    Some(only)
}

/// A block without `only`, among others of its id, applies in the rounds that none of them names.
pub(super) fn otherwise(blocks: &Blocks<'_>) -> BTreeMap<usize, Vec<RoundId>> {
    let mut otherwise = BTreeMap::new();
    let of_items = blocks.items.iter().map(|items| &items.conditions);
    for sections in [&blocks.conditions, &blocks.insights, &blocks.next_steps].into_iter().chain(of_items) {
        for section in sections.iter().filter(|section| !section.has("only")) {
            let id = section.optional_text("id").map(|id| id.text);
            let others = sections
                .iter()
                .filter(|other| other.has("only") && other.optional_text("id").map(|id| id.text) == id && id.is_some());
            let named: Vec<String> = others.flat_map(|other| other.texts("only")).map(|only| only.text).collect();
            let rounds = (0_u16..).map(RoundId).zip(&blocks.rounds);
            let rest = rounds.filter(|(_, round)| !named.contains(&round.id)).map(|(id, _)| id);
            if !named.is_empty() {
                otherwise.insert(section.span.start, rest.collect());
            }
        }
    }
    otherwise
}

/// When a block applies or is shown.
fn when(section: &Section<'_>, checker: &Checker<'_>) -> Option<Expr> {
    section.optional_text("when").map(|written| checker.typed(&written, &Type::Truth))
}

/// Reads the blocks of a measure.
struct Reader<'r, 'a, 'c> {
    blocks: &'r Blocks<'a>,
    checker: &'r Checker<'c>,
    sources: &'r Sources<'r>,
}

impl Reader<'_, '_, '_> {
    fn window(&self, section: &Section<'_>) -> Option<WindowTexts> {
        let of = |key: &str| text(section, key, self.checker);
        let (id, title) = (section.words("id"), of("title"));
        let (open, upcoming, closed) = (of("open"), of("upcoming"), of("closed"));
        let not_recorded = self.checker.with_given(GAP, || of("not_recorded"));
        section.finish();
        Some(WindowTexts {
            id: id?,
            title: title?,
            open: open?,
            upcoming: upcoming?,
            closed: closed?,
            not_recorded: not_recorded?,
        })
    }

    fn when(&self, section: &Section<'_>) -> Option<Expr> {
        when(section, self.checker)
    }

    fn check(&self, section: &Section<'_>) -> Option<Check> {
        let (wrong, field) = (section.text("wrong"), section.optional_text("field"));
        let (at, say) = (section.text("at"), section.words("say"));
        let at = at.and_then(|written| {
            let ids = self.blocks.facts.iter().filter_map(|fact| fact.words("id"));
            let ids: Vec<String> = ids.collect();
            let found = ids.iter().position(|id| *id == written.text);
            if found.is_none() {
                unknown(section, &written, ids.iter().map(String::as_str));
            }
            u16::try_from(found?).ok().map(FactId)
        });
        let (at, wrong) = (at?, wrong?);
        let typed = || self.checker.typed(&wrong, &Type::Truth);
        let Some(written) = field else { return Some(Check { wrong: typed(), at, field: None, say: say? }) };
        let name = self.blocks.facts.get(at.index()).and_then(|fact| fact.words("name"));
        let Some(Type::List(list)) = name.map(|name| self.checker.type_of_fact(&name)) else {
            section.wrong("field", "这里的“field”用不上", "at 是一列东西（type = \"list\"）的才写");
            return None;
        };
        let ids = self.blocks.field_ids(at);
        let place = ids.iter().position(|id| *id == written.text);
        if place.is_none() {
            unknown(section, &written, ids.iter().map(String::as_str));
        }
        let field = u16::try_from(place?).ok();
        Some(Check { wrong: self.checker.looking_at(list, typed), at, field, say: say? })
    }

    fn table(&self, table: &crate::measure::Table<'_>) -> Table {
        let rows = table.rows.as_ref().map(|rows| self.rows(rows, &table.of_type));
        Table { name: table.name.clone(), rows }
    }

    /// Reads the rows of a table of that type.
    fn rows(&self, sections: &[Section<'_>], of_type: &Type) -> Vec<Row> {
        rows(sections, of_type, self.checker, self.sources)
    }

    fn define(&self, section: &Section<'_>, id: u16) -> Option<Define> {
        let name = section.words("name")?;
        let (value, of_type) = self.checker.define(DefineId(id));
        let limit = self.checker.limit_of(&Expr::Define(DefineId(id)));
        if limit.is_some() && !of_type.fits(&Type::Ratio) {
            section.wrong("beside", "只有比例才有“beside”", "请去掉这一行");
        }
        let step = section.optional_section("step").and_then(|step| self.define_step(&step));
        if step.is_some() {
            self.checker.type_of(&name);
        }
        let unsure = self.unsure(section);
        Some(Define { name, value, unsure, limit, step, source: self.sources.of(section) })
    }

    /// When a figure is provisional even if its sources are official.
    fn unsure(&self, section: &Section<'_>) -> Option<Expr> {
        section.optional_text("unsure").map(|written| self.checker.typed(&written, &Type::Truth))
    }

    fn define_step(&self, step: &Section<'_>) -> Option<DefineStep> {
        let (id, title, unit) = (step.words("id"), sentence(step, "title", self.checker), step.words("unit"));
        let (when, monthly) = (self.when(step), step.flag("monthly"));
        if monthly && self.blocks.schedule.is_none() {
            step.wrong("monthly", "没有 [schedule]，没有各月", "请去掉这一行");
        }
        step.finish();
        Some(DefineStep { id: id?, title: title?, unit: unit?, when, monthly })
    }

    fn condition(&self, section: &Section<'_>) -> Option<Condition> {
        let (id, title) = (section.words("id"), text(section, "title", self.checker));
        let holds = section.text("holds").map(|written| self.checker.condition(&written));
        let says = says(section, self.checker);
        let cites = section.texts("cites").iter().map(|written| self.checker.any(written).0).collect();
        let (curable, source, only) = (section.flag("curable"), self.sources.of(section), self.only(section));
        Some(Condition { id: id?, title: title?, holds: holds?, says: says?, cites, curable, source, only })
    }

    fn amount(&self, section: &Section<'_>) -> Option<Amount> {
        let name = section.words("name");
        let value = section.text("value").map(|written| self.checker.typed(&written, &Type::Money));
        let range = section.flag("range");
        let step = section.section("step").and_then(|step| {
            let of = |key: &str| sentence(&step, key, self.checker);
            let (id, title, unit) = (step.words("id"), of("title"), step.words("unit"));
            // Without a range there is nothing between a least and a most.
            let nothing = Some(Says::default());
            let (least, most) = if range { (of("least"), of("most")) } else { (nothing.clone(), nothing) };
            step.finish();
            Some(AmountStep { id: id?, title: title?, least: least?, most: most?, unit: unit? })
        });
        let unsure = self.unsure(section);
        Some(Amount { name: name?, value: value?, unsure, range, step: step? })
    }

    /// The rounds that a block is limited to.
    fn only(&self, section: &Section<'_>) -> Option<Vec<RoundId>> {
        only(section, self.blocks)
    }

    /// Notes blocks of one id that are both part of a round, and rounds of which none of them is part: where a condition
    /// differs by years, a new year must not lose it without a word.
    fn twice(&self, sections: &[Section<'_>]) {
        let ids: Vec<_> = sections.iter().map(|section| (section.words("id"), self.only(section))).collect();
        for (index, (section, (id, only))) in sections.iter().zip(&ids).enumerate() {
            let meets = |other: &Option<Vec<RoundId>>| match (only, other) {
                (Some(one), Some(other)) => one.iter().any(|round| other.contains(round)),
                _ => true,
            };
            let before = ids.iter().take(index);
            if id.is_some() && before.into_iter().any(|(other, only)| other == id && meets(only)) {
                section.wrong("id", "这个 id 已经有了", "请换一个；只在某几年不同的，两节都写上 only，年度不能重");
            }
            let same: Vec<_> = ids.iter().filter(|(other, _)| id.is_some() && other == id).collect();
            let is_last = ids.iter().skip(index + 1).all(|(other, _)| other != id);
            if same.len() > 1 && is_last && only.is_some() {
                let covered: Vec<RoundId> =
                    same.iter().filter_map(|(_, only)| only.as_ref()).flatten().copied().collect();
                let rounds = (0_u16..).map(RoundId).zip(&self.blocks.rounds);
                for (_, round) in rounds.filter(|(place, _)| !covered.contains(place)) {
                    let wrong = format!("“{}”没有写进哪一节的 only", round.id);
                    section.wrong("only", wrong, "请加进和它一样的那一节；都不一样的，另写一节");
                }
            }
        }
    }
}

/// Reads the rows of a table of that type.
pub(super) fn rows(sections: &[Section<'_>], of_type: &Type, checker: &Checker<'_>, sources: &Sources<'_>) -> Vec<Row> {
    let mut rows = Vec::new();
    for (index, section) in sections.iter().enumerate() {
        let when = section.optional_text("when").map(|written| checker.typed(&written, &Type::Truth));
        if when.is_none() && index.saturating_add(1) < sections.len() && !section.has("when") {
            section.missing("这一行没有 when，后面的行永远轮不到", "请写上 when，或者把这一行放到最后");
        }
        let Some(written) = section.constant("is") else { continue };
        let is = if written.text == AGENCY { Is::Agency } else { Is::Value(checker.typed(&written, of_type)) };
        if matches!(&is, Is::Value(Expr::Literal(value)) if value.number().is_some()) {
            sources.check_number(section, "is", &written);
        }
        rows.push(Row { when, is, source: sources.of(section) });
    }
    rows
}
