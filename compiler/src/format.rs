//! One form for the files of `policies/`: expressions with Chinese operators and spaces, keys in one order, no stray
//! spaces. Comments, and the layout within a value, stay as they are.

mod expression;
mod order;

use toml_edit::visit_mut::{self, VisitMut};
use toml_edit::{Array, Decor, DocumentMut, Item, KeyMut, RawString, Table, Value};

use crate::message::File;

pub use expression::{expression, sentence};

/// Keys that hold an expression, a constant or a name, or several of them.
const EXPRESSIONS: [&str; 17] = [
    "value", "when", "holds", "wrong", "beside", "is", "cites", "range", "key", "amount", "day", "same", "blocks",
    "places", "takes", "by", "again",
];
/// Keys that hold a sentence with expressions in braces.
const SENTENCES: [&str; 12] =
    ["text", "title", "open", "upcoming", "closed", "not_recorded", "ask", "hint", "least", "most", "note", "what"];

/// The file in the one form; `None` where it is not TOML.
///
/// ```
/// use wengang_compiler::{File, format};
/// let text = "measure = \"refund\"\n[[define]]\nvalue=\"a*( b-1 ) >= 5%\"  # 说明\nname = \"c\"\n".to_owned();
/// let formatted = format(&File { name: "hebei/refund.toml".to_owned(), text }).unwrap();
/// assert_eq!(formatted, "measure = \"refund\"\n[[define]]\nname = \"c\"\nvalue = \"a × (b − 1) ≥ 5 %\"  # 说明\n");
/// ```
#[must_use]
pub fn format(file: &File) -> Option<String> {
    let mut document: DocumentMut = file.text.replace("\r\n", "\n").parse().ok()?;
    // Documents and the guide have no expressions.
    let has_expressions = document.contains_key("measure");
    Layout { has_expressions }.visit_document_mut(&mut document);
    // The text after the last value.
    let trailing = tidy(document.trailing().as_str().unwrap_or_default());
    document.set_trailing(trailing);
    let text = document.to_string();
    Some(format!("{}\n", text.trim_start_matches('\n').trim_end()))
}

struct Layout {
    has_expressions: bool,
}

impl VisitMut for Layout {
    fn visit_document_mut(&mut self, document: &mut DocumentMut) {
        // The comment at the head of a file belongs to its first key: the order of the root stays.
        self.entries(document.as_table_mut());
    }

    fn visit_table_mut(&mut self, table: &mut Table) {
        if self.has_expressions {
            order::sort(table);
        }
        let decor = table.decor_mut();
        tidy_prefix(decor);
        let suffix = text(decor.suffix()).trim_end().to_owned();
        decor.set_suffix(suffix);
        self.entries(table);
    }

    fn visit_array_mut(&mut self, list: &mut Array) {
        for value in list.iter_mut().filter(|value| text(value.decor().prefix()).contains('\n')) {
            tidy_prefix(value.decor_mut());
        }
        if text(Some(list.trailing())).contains('\n') {
            let trailing = tidy(text(Some(list.trailing())));
            list.set_trailing(trailing);
        }
        visit_mut::visit_array_mut(self, list);
    }

    fn visit_table_like_kv_mut(&mut self, key: KeyMut<'_>, item: &mut Item) {
        let name = key.get().to_owned();
        let rewrite: Option<fn(&str) -> Option<String>> = if !self.has_expressions {
            None
        } else if EXPRESSIONS.contains(&name.as_str()) {
            Some(expression)
        } else if SENTENCES.contains(&name.as_str()) {
            Some(sentence)
        } else {
            None
        };
        if let (Some(rewrite), Some(value)) = (rewrite, item.as_value_mut()) {
            rewritten(value, rewrite);
        }
        visit_mut::visit_table_like_kv_mut(self, key, item);
    }
}

impl Layout {
    /// Sets the spaces around the keys and values of a table, and of the tables in it.
    fn entries(&mut self, table: &mut Table) {
        for (mut key, item) in table.iter_mut() {
            if let Some(value) = item.as_value_mut() {
                tidy_prefix(key.leaf_decor_mut());
                key.leaf_decor_mut().set_suffix(" ");
                let suffix = text(value.decor().suffix()).trim_end().to_owned();
                value.decor_mut().set_prefix(" ");
                value.decor_mut().set_suffix(suffix);
            }
        }
        self.visit_table_like_mut(table);
    }
}

/// A text, or each text of a list, in its one form.
fn rewritten(value: &mut Value, rewrite: fn(&str) -> Option<String>) {
    if let Value::Array(list) = value {
        list.iter_mut().for_each(|value| rewritten(value, rewrite));
    }
    let Some(new) = value.as_str().and_then(rewrite) else { return };
    if value.as_str() != Some(&new) {
        let around = value.decor().clone();
        *value = new.into();
        *value.decor_mut() = around;
    }
}

fn text(raw: Option<&RawString>) -> &str {
    raw.and_then(RawString::as_str).unwrap_or_default()
}

fn tidy_prefix(decor: &mut Decor) {
    let tidied = tidy(text(decor.prefix()));
    decor.set_prefix(tidied);
}

/// Comments and blank lines: no spaces at the end of a line, no two blank lines in a row. The last line is
/// the indent of what follows.
fn tidy(before: &str) -> String {
    let (lines, indent) = before.rsplit_once('\n').map_or(("", before), |(lines, indent)| (lines, indent));
    let mut tidied = String::new();
    let mut was_blank = false;
    if before.contains('\n') {
        for line in lines.split('\n').map(str::trim_end) {
            if !(line.is_empty() && was_blank) {
                tidied.push_str(line);
                tidied.push('\n');
            }
            was_blank = line.is_empty();
        }
    }
    tidied.push_str(&indent.replace('\t', "  "));
    tidied
}
