//! The order of keys in a block: what it is, its content, its source.

use toml_edit::{Item, Table};

/// Every key with a fixed position. One that is not listed stays behind its predecessor.
const ORDER: [&str; 87] = [
    "measure",
    "extends",
    "base",
    "id",
    "of",
    "name",
    "title",
    "before",
    "caption",
    "names",
    "days",
    "terms",
    "item",
    "short",
    "what",
    "for",
    "others",
    "leads",
    "said",
    "short_path",
    "measures",
    "home",
    "task",
    "deadline",
    "year",
    "base_year",
    "from",
    "to",
    "checked_on",
    "only",
    "type",
    "options",
    "key",
    "min",
    "full",
    "max",
    "unit",
    "row",
    "add",
    "prefix",
    "unsupported",
    "elsewhere",
    "instead",
    "required",
    "default",
    "always",
    "answers",
    "alone",
    "joins",
    "group",
    "label",
    "ask",
    "hint",
    "matters",
    "letter",
    "wrong",
    "at",
    "field",
    "settled",
    "say",
    "when",
    "holds",
    "value",
    "range",
    "is",
    "beside",
    "as",
    "step",
    "cites",
    "curable",
    "hope",
    "monthly",
    "open",
    "upcoming",
    "closed",
    "not_recorded",
    "reason",
    "text",
    "says",
    "document",
    "clause",
    "quote",
    "grade",
    "not_quoted",
    "also",
    "ceiling",
    "notes",
];

/// Sorts the values of a block; sections below it stay where they are. A comment goes with its key.
pub(super) fn sort(table: &mut Table) {
    let mut ranks = Vec::new();
    let mut before = 0;
    for (key, item) in table.iter() {
        if let Item::Value(_) = item {
            before = ORDER.iter().position(|known| *known == key).unwrap_or(before);
            ranks.push((key.to_owned(), before));
        }
    }
    if ranks.is_sorted_by_key(|(_, rank)| *rank) {
        return;
    }
    let rank = |key: &str| ranks.iter().find(|(known, _)| known == key).map_or(usize::MAX, |(_, rank)| *rank);
    table.sort_values_by(|one, _, other, _| rank(one.get()).cmp(&rank(other.get())));
}
