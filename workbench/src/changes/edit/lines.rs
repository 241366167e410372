//! Where the files write what the law knows by its id.

use super::Edit;
use crate::outline::{Entry, outline};
use crate::path::Step;
use crate::workspace::Workspace;

/// What the files of each measure write: the place's own before the national one.
pub(in crate::changes) struct Lines(Vec<(String, String, Vec<Entry>)>);

impl Lines {
    pub fn new(work: &Workspace) -> Self {
        let mut names = work.names();
        names.sort_by_key(|name| name.starts_with("cn/"));
        let file = |name: &str| {
            let measure = name.rsplit('/').next()?.strip_suffix(".toml")?;
            Some((measure.to_owned(), name.to_owned(), outline(work.text(name)?)))
        };
        Self(names.into_iter().filter_map(file).collect())
    }

    fn find(&self, measure: &str, title: String, is_it: impl Fn(&Entry) -> bool) -> Edit {
        let mut own = self.0.iter().filter(|(of, ..)| of == measure);
        let found =
            own.find_map(|(_, file, entries)| Some((file.clone(), entries.iter().find(|entry| is_it(entry))?.line)));
        let (file, line) = found.unwrap_or_default();
        Edit { title, file, line }
    }

    /// The condition or the sentence of that id.
    pub fn of_id(&self, measure: &str, title: String, id: &str) -> Edit {
        const SECTIONS: [&str; 4] = ["condition", "item", "insight", "next"];
        let is_said = |way: &[Step]| SECTIONS.iter().any(|section| way.first() == Some(&Step::key(section)));
        self.find(measure, title, |entry| entry.key == "id" && entry.text == id && is_said(&entry.way))
    }

    /// A row of the table of that name.
    pub fn of_row(&self, measure: &str, title: String, table: &str, row: usize) -> Edit {
        let rows = [Step::key("rows"), Step::At(row)];
        let of_table = |entry: &&Entry| {
            entry.key == "name" && entry.text == table && entry.way.first() == Some(&Step::key("table"))
        };
        let ways: Vec<Vec<Step>> = self
            .0
            .iter()
            .filter_map(|(_, _, entries)| Some([entries.iter().find(of_table)?.way.as_slice(), &rows].concat()))
            .collect();
        self.find(measure, title, |entry| ways.contains(&entry.way))
    }
}
