//! What a measure's files say of their figures: of which kind each is, and what the measure is called.

use std::collections::BTreeMap;

use toml_edit::{Item, TableLike};

use crate::figure::Kind;
use crate::path::sections;

/// The declarations of a measure.
#[derive(Debug, Default)]
pub(super) struct Declared {
    /// What the measure is called.
    pub title: String,
    /// What its rules are called, where it has rules.
    pub rule: Option<String>,
    kinds: BTreeMap<String, Kind>,
    options: BTreeMap<String, Vec<String>>,
    hints: String,
}

impl Declared {
    /// Reads them from the national file, if there is one, and the place's own.
    pub fn read(tables: &[&dyn TableLike]) -> Self {
        let mut declared = Self::default();
        let of = |section: &dyn TableLike, key: &str| section.get(key).and_then(Item::as_str).map(str::to_owned);
        let all = |key: &str| -> Vec<&dyn TableLike> {
            tables.iter().flat_map(|root| root.get(key).map(sections).unwrap_or_default()).collect()
        };
        for root in tables {
            if let Some(title) = of(*root, "title").or_else(|| of(*root, "short")) {
                declared.title = title;
            }
            if let Some(rules) = root.get("rules").and_then(Item::as_table_like) {
                declared.rule = of(rules, "name");
            }
        }
        declared.hints = tables.iter().filter_map(|root| of(*root, "short")).collect();
        for fact in all("fact") {
            let fields = fact.get("field").map(sections).unwrap_or_default();
            for fact in fields.into_iter().chain([fact]) {
                let Some(name) = of(fact, "name") else { continue };
                let options = fact.get("options").map(sections).unwrap_or_default();
                let names = options.into_iter().filter_map(|option| of(option, "name")).collect();
                declared.options.insert(name, names);
            }
        }
        for section in ["value", "table", "param"].into_iter().flat_map(&all) {
            let (Some(name), Some(of_type)) = (of(section, "name"), of(section, "type")) else { continue };
            let kind = declared.kind_of(&of_type);
            declared.kinds.insert(name, kind);
        }
        declared
    }

    fn kind_of(&self, of_type: &str) -> Kind {
        let (name, inner) = of_type.strip_suffix(')').and_then(|t| t.split_once('(')).unwrap_or((of_type, ""));
        match name {
            "money" => Kind::Money,
            "count" | "average" => Kind::Count(inner.to_owned()),
            "choices" => Kind::Options(self.options.get(inner).cloned().unwrap_or_default()),
            "number" => Kind::Number,
            _ => Kind::Share,
        }
    }

    /// The kind of a figure; a ratio where nothing was declared.
    pub fn kind(&self, name: &str) -> Kind {
        self.kinds.get(name).cloned().unwrap_or_default()
    }

    /// Words that the part of a notice is known by.
    pub fn about(&self) -> String {
        format!("{}{}{}", self.title, self.hints, self.rule.as_deref().unwrap_or_default())
    }
}
