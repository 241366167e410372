//! `[[table]]` with `key`: a table of figures that is looked up by an option, such as an annex by industry.

use wengang_engine::pack::{Dated, DomainId, Param, ParamId, ParamRow, SourceId};
use wengang_engine::{Expr, Value};

use crate::check::{Checker, Meaning, Type};
use crate::measure::rounds::constant;
use crate::measure::written_type;
use crate::sources::Sources;
use crate::suggest;
use crate::toml_file::{Section, Written};

/// A table that is looked up; each of its columns has a name.
pub(super) struct Block<'a> {
    pub section: Section<'a>,
    names: Vec<Written<'a>>,
    of_type: Type,
    key: Option<Written<'a>>,
    /// Of every figure of the table, such as 万元.
    unit: Option<String>,
    rows: Vec<Section<'a>>,
}

/// Whether a table is looked up.
pub(super) fn is_lookup(section: &Section<'_>) -> bool {
    section.has("key")
}

/// Reads the blocks and declares their names, numbered behind the dated values.
pub(super) fn blocks<'a>(root: &Section<'a>, first: usize, checker: &mut Checker<'a>) -> Vec<Block<'a>> {
    let (mut blocks, mut next) = (Vec::new(), first);
    for section in root.sections("table").into_iter().filter(is_lookup) {
        section.pass_over(&["name"]);
        let (names, key) = (section.texts("columns"), section.optional_text("key"));
        if names.is_empty() {
            section.missing("没有写各列的名称", "请补上 columns = [\"…\", \"…\"]");
        }
        let of_type = written_type(&section).unwrap_or(Type::Broken);
        let unit = section.optional_text("unit").map(|unit| unit.text);
        for name in &names {
            let id = ParamId(u16::try_from(next).unwrap_or(u16::MAX));
            checker.declare(name, Meaning::Lookup(id), of_type.clone());
            next = next.saturating_add(1);
        }
        let rows = section.sections("rows");
        blocks.push(Block { section, names, of_type, key, unit, rows });
    }
    blocks
}

impl Block<'_> {
    pub fn finish(&self) {
        self.section.finish();
        self.rows.iter().for_each(Section::finish);
    }

    /// Reads the columns.
    pub fn read(&self, checker: &Checker<'_>, sources: &Sources<'_>) -> Vec<Param> {
        let key = self.key.as_ref().map(|key| (checker.any(key), key));
        let (key, domain) = match key {
            Some(((expr, Type::Choice(domain)), _)) => (expr, domain),
            found => {
                if let Some(((_, other), written)) = found.filter(|((_, found), _)| *found != Type::Broken) {
                    let wrong = format!("这里要一个有选项的名称，写的是{}", checker.describe(&other));
                    checker.messages.add(written.file, written.span.clone(), wrong, "“key”是按哪一样的选项查");
                }
                self.rows.iter().for_each(Section::pass_over_all);
                return Vec::new();
            }
        };
        let options = checker.option_names(domain).len();
        let mut columns = vec![vec![None; options]; self.names.len()];
        for row in &self.rows {
            let Some((place, values)) = self.row(row, domain, checker) else { continue };
            for (column, value) in columns.iter_mut().zip(values) {
                match column.get_mut(place) {
                    Some(Some(_)) => row.wrong("of", "这个选项已经有一行了", "请只留一行"),
                    Some(slot) => *slot = value,
                    None => {}
                }
            }
        }
        let source = sources.of(&self.section).unwrap_or(SourceId(u16::MAX));
        let param = |(name, values): (&Written<'_>, Vec<Option<Value>>)| Param {
            name: name.text.clone(),
            key: Some(key.clone()),
            rows: vec![ParamRow { from: None, to: None, is: Dated::Values(values, source) }],
            compare: None,
        };
        self.names.iter().zip(columns).map(param).collect()
    }

    /// The option of a row, and its figures.
    fn row(&self, row: &Section<'_>, domain: DomainId, checker: &Checker<'_>) -> Option<(usize, Vec<Option<Value>>)> {
        let (of, written) = (row.text("of"), row.constants("is"));
        let of = of?;
        let options = checker.option_names(domain);
        let place = options.iter().position(|option| *option == of.text);
        if place.is_none() {
            let instead = suggest::instead(&of.text, options.iter().copied());
            row.wrong("of", "没有这个选项", instead);
        }
        let written = written?;
        if written.len() != self.names.len() && !self.names.is_empty() {
            let wrong = format!("这一行有 {} 个数，表有 {} 列", written.len(), self.names.len());
            row.wrong("is", wrong, "请和 columns 对齐");
        }
        let values = written.iter().map(|written| self.value(written, checker)).collect();
        Some((place?, values))
    }

    fn value(&self, written: &Written<'_>, checker: &Checker<'_>) -> Option<Value> {
        let expr = match &self.unit {
            None => checker.typed(written, &self.of_type),
            Some(unit) => {
                let text = format!("{} {unit}", written.text);
                checker.typed(&written.inner(&text, 0..written.text.len()), &self.of_type)
            }
        };
        constant(&expr, &self.of_type).filter(|_| matches!(expr, Expr::Literal(_)))
    }
}
