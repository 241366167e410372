//! The place of a section in a file: through its keys and the places in its lists.

use toml_edit::{ArrayOfTables, Item, Table, TableLike, Value};

/// One step of a way.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Step {
    /// Into the section of that name.
    Key(String),
    /// Into one of a list of sections.
    At(usize),
}

impl Step {
    /// The step into a section of that name.
    #[must_use]
    pub fn key(name: &str) -> Self {
        Self::Key(name.to_owned())
    }
}

/// Returns the sections of a list, however it is written; nothing for what is no list of sections.
#[must_use]
pub fn sections(item: &Item) -> Vec<&dyn TableLike> {
    match item {
        Item::ArrayOfTables(tables) => tables.iter().map(|table| table as &dyn TableLike).collect(),
        Item::Value(Value::Array(list)) => {
            list.iter().filter_map(|value| value.as_inline_table().map(|table| table as &dyn TableLike)).collect()
        }
        _ => Vec::new(),
    }
}

/// Returns the section at the end of a way.
pub fn section_mut<'t>(root: &'t mut Table, way: &[Step]) -> Option<&'t mut dyn TableLike> {
    let Some((first, rest)) = way.split_first() else { return Some(root) };
    let Step::Key(key) = first else { return None };
    in_item(root.get_mut(key)?, rest)
}

fn in_item<'t>(item: &'t mut Item, way: &[Step]) -> Option<&'t mut dyn TableLike> {
    let Some((first, rest)) = way.split_first() else { return item.as_table_like_mut() };
    match (first, item) {
        (Step::Key(key), item) => in_item(item.as_table_like_mut()?.get_mut(key)?, rest),
        (Step::At(place), Item::ArrayOfTables(tables)) => {
            let table = tables.get_mut(*place)?;
            match rest.split_first() {
                None => Some(table),
                Some((Step::Key(key), rest)) => in_item(table.get_mut(key)?, rest),
                Some((Step::At(_), _)) => None,
            }
        }
        (Step::At(place), Item::Value(Value::Array(list))) => {
            let table = list.iter_mut().filter_map(Value::as_inline_table_mut).nth(*place)?;
            match rest.split_first() {
                None => Some(table),
                Some((Step::Key(key), rest)) => in_item(TableLike::get_mut(table, key)?, rest),
                Some((Step::At(_), _)) => None,
            }
        }
        _ => None,
    }
}

/// Returns the section at the end of a way, and with it the list that it is in; for a section of no list nothing.
pub fn list_mut<'t>(root: &'t mut Table, way: &[Step]) -> Option<(&'t mut Item, usize)> {
    let (Step::At(place), list) = way.split_last()? else { return None };
    let (Step::Key(key), around) = list.split_last()? else { return None };
    Some((section_mut(root, around)?.get_mut(key)?, *place))
}

/// Puts a value in the stead of another one, keeping the space and the comments around it.
pub fn replace(old: &mut Value, value: Value) {
    let around = old.decor().clone();
    *old = value;
    *old.decor_mut() = around;
}

/// Inserts a section among those of a list; they are written in the order of the list from then on.
pub fn insert(list: &mut ArrayOfTables, place: usize, section: Table) {
    let mut all: Vec<Table> = list.iter().cloned().collect();
    all.insert(place.min(all.len()), section);
    list.clear();
    for mut section in all {
        section.set_position(None);
        list.push(section);
    }
}

/// Puts a value under a key, keeping the space and the comments around the one that stood there.
pub fn set(section: &mut dyn TableLike, key: &str, value: impl Into<Value>) {
    let value = value.into();
    match section.get_mut(key).and_then(Item::as_value_mut) {
        Some(old) => replace(old, value),
        None => {
            // The space before the bracket that closes a section of one line.
            for (_, item) in section.iter_mut() {
                let Some(value) = item.as_value_mut() else { continue };
                if value.decor().suffix().and_then(|suffix| suffix.as_str()) == Some(" ") {
                    value.decor_mut().clear();
                }
            }
            section.insert(key, Item::Value(value));
        }
    }
}

#[cfg(test)]
mod tests {
    use toml_edit::DocumentMut;

    use super::*;

    #[test]
    fn a_way_leads_through_tables_and_inline_lists_alike() {
        let text = "[[rule]]\nx = 1\n[[rule]]\nrows = [\n  { is = \"a\" },\n  { is = \"b\" }, # 二\n]\n[rule.\"比例\"]\nvalue = 2 # 三\n";
        let mut document: DocumentMut = text.parse().unwrap();
        let row = [Step::key("rule"), Step::At(1), Step::key("rows"), Step::At(1)];
        set(section_mut(document.as_table_mut(), &row).unwrap(), "is", "c");
        let figure = [Step::key("rule"), Step::At(1), Step::key("比例")];
        set(section_mut(document.as_table_mut(), &figure).unwrap(), "value", 3);
        let expected = text.replace("\"b\"", "\"c\"").replace("value = 2", "value = 3");
        assert_eq!(document.to_string(), expected);
        assert!(section_mut(document.as_table_mut(), &[Step::key("rule"), Step::At(2)]).is_none());
        assert!(section_mut(document.as_table_mut(), &[Step::At(0)]).is_none());
    }
}
