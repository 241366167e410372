//! `[[param]]`: dated values outside rounds, such as rates, limits and standards.

use wengang_engine::Value;
use wengang_engine::pack::{Dated, DomainId, Param, ParamId, ParamRow, SourceId};

use crate::check::{Checker, Meaning, PARAM_KEY, Type};
use crate::measure::rounds::checked_constant;
use crate::measure::timeline::{self, Span};
use crate::measure::{Blocks, compare, facts, written_type};
use crate::sources::Sources;
use crate::toml_file::{Section, Written};

/// A block: values that change on the same days.
pub(super) struct Block<'a> {
    section: Section<'a>,
    /// The name of each value, in order.
    names: Vec<Written<'a>>,
    of_type: Type,
    key: Option<Written<'a>>,
    pub rows: Vec<Section<'a>>,
}

/// Reads the blocks and declares their names.
pub(super) fn blocks<'a>(root: &Section<'a>, checker: &mut Checker<'a>) -> Vec<Block<'a>> {
    let (mut blocks, mut count) = (Vec::new(), 0_u16);
    for section in root.sections("param") {
        let name = section.text("name");
        let mut names = section.texts("columns");
        let key = section.optional_text("key");
        if names.is_empty() {
            names.extend(name.clone());
        } else if key.is_some() {
            section.wrong("columns", "“key”和“columns”都写了", "按选项分的写 key，同一天变的几个数写 columns");
        }
        let of_type = of_type(&section, name.as_ref().map_or("", |name| &name.text), checker);
        for name in &names {
            checker.declare(name, Meaning::Param(ParamId(count)), of_type.clone());
            count = count.saturating_add(1);
        }
        let rows = section.sections("rows");
        if rows.is_empty() {
            section.missing("没有写哪一天起是多少", "请补上 rows，每一段时间一行");
        }
        blocks.push(Block { section, names, of_type, key, rows });
    }
    blocks
}

fn of_type(section: &Section<'_>, name: &str, checker: &mut Checker<'_>) -> Type {
    if section.optional_text("type").is_some_and(|written| written.text == "choice") {
        return Type::Choice(checker.declare_domain(name, facts::single_options(section, false)));
    }
    written_type(section).unwrap_or(Type::Broken)
}

impl<'a> Block<'a> {
    /// Reads the sources of the rows; what a row leaves out is the block's.
    pub fn read_sources(&self, sources: &mut Sources<'_>) {
        let has_own = self.section.has("document");
        let defaults = if has_own { sources.read(&self.section, None) } else { None };
        for row in self.rows.iter().filter(|row| !row.has("reason")) {
            if has_own && defaults.is_none() {
                Sources::pass_over(row);
            } else {
                sources.read(row, defaults.as_ref());
            }
        }
    }

    pub fn finish(&self) {
        self.section.finish();
        self.rows.iter().for_each(Section::finish);
    }

    /// Reads the values, one for each name.
    fn read(
        &self,
        root: &Section<'_>,
        blocks: &Blocks<'_>,
        checker: &Checker<'_>,
        sources: &Sources<'_>,
    ) -> Vec<Param> {
        let key = self.key.as_ref().map(|key| (checker.with_given(PARAM_KEY, || checker.any(key)), key));
        let key = key.and_then(|((expr, found), written)| match found {
            Type::Choice(domain) => Some((expr, domain)),
            Type::Broken => None,
            other => {
                let wrong = format!("这里要一个有选项的名称，写的是{}", checker.describe(&other));
                checker.messages.add(written.file, written.span.clone(), wrong, "“key”是按哪一样的选项分");
                None
            }
        });
        let is_both = self.key.is_some() && self.section.has("columns");
        if is_both || self.key.is_some() && key.is_none() {
            self.rows.iter().for_each(|row| row.pass_over_all());
            return Vec::new();
        }
        self.days(root);
        let compare = self
            .section
            .optional_section("compare")
            .and_then(|section| compare::read(&section, "param.compare", blocks, checker));
        let mut params: Vec<Param> = Vec::new();
        for name in &self.names {
            let key = key.as_ref().map(|(expr, _)| expr.clone());
            params.push(Param { name: name.text.clone(), key, rows: Vec::new(), compare: None });
        }
        // Values of the same days are in one table.
        if let Some(first) = params.first_mut() {
            first.compare = compare;
        }
        for row in &self.rows {
            let (from, to) = (row.optional_day("from"), row.optional_day("to"));
            let is = match row.optional_text("reason") {
                Some(reason) => vec![Some(Dated::Gap(reason.text)); params.len()],
                None => self.values(row, key.as_ref().map(|(_, domain)| *domain), checker, sources),
            };
            for (param, is) in params.iter_mut().zip(is) {
                param.rows.extend(is.map(|is| ParamRow { from, to, is }));
            }
        }
        params
    }

    /// The values of a row, for each name.
    fn values(
        &self,
        row: &Section<'_>,
        key: Option<DomainId>,
        checker: &Checker<'_>,
        sources: &Sources<'_>,
    ) -> Vec<Option<Dated>> {
        let source = sources.of(row).unwrap_or(SourceId(u16::MAX));
        let value = |key: &str| self.value(row, key, checker, sources);
        if let Some(domain) = key {
            let options = checker.option_names(domain);
            if !options.iter().any(|option| row.has(option)) {
                row.missing("这一行没有写数", format!("请写上各个选项的数，例如 \"{}\" = …", options.join("\"、\"")));
            }
            let values = options.iter().map(|option| row.has(option).then(|| value(option)).flatten()).collect();
            return vec![Some(Dated::Values(values, source))];
        }
        let is_one = !self.section.has("columns");
        let names = self.names.iter().map(|name| if is_one { "value" } else { name.text.as_str() });
        names.map(|key| Some(Dated::Values(vec![Some(value(key)?)], source))).collect()
    }

    fn value(&self, row: &Section<'_>, key: &str, checker: &Checker<'_>, sources: &Sources<'_>) -> Option<Value> {
        if !row.has(key) {
            row.absent(key, format!("这一行没有写“{key}”"), format!("请补上 \"{key}\" = …"));
            return None;
        }
        let written = row.constant(key)?;
        sources.check_number(row, key, &written);
        checked_constant(row, key, &written, &self.of_type, checker)
    }

    /// Notes days that are in no row, or in two.
    fn days(&self, root: &Section<'_>) {
        let mut spans = Vec::new();
        for row in &self.rows {
            let (from, to) = (row.optional_day("from"), row.optional_day("to"));
            if from.is_some() != row.has("from") || to.is_some() != row.has("to") {
                return;
            }
            if from.zip(to).is_some_and(|(from, to)| to < from) {
                row.wrong("to", "“to”早于“from”", "请核对起止日期");
            }
            spans.push(Span { section: row, from, to });
        }
        if !spans.is_empty() {
            let instead = "补一行，没有查到的写 reason = \"为什么没有\"";
            timeline::check(root, &self.section, spans, None, instead);
        }
    }
}

/// How many values the blocks have.
pub(super) fn count(blocks: &[Block<'_>]) -> usize {
    blocks.iter().map(|block| block.names.len()).sum()
}

/// Reads the values of every block.
pub(super) fn read(
    root: &Section<'_>,
    blocks: &Blocks<'_>,
    checker: &Checker<'_>,
    sources: &Sources<'_>,
) -> Vec<Param> {
    blocks.params.iter().flat_map(|block| block.read(root, blocks, checker, sources)).collect()
}
