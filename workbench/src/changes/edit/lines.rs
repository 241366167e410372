//! Where the files write what the law knows by its id, and what they write otherwise than before.

use super::{Edit, measure_of};
use crate::outline::{Entry, outline};
use crate::path::Step;
use crate::workspace::Workspace;

/// A file of a measure.
struct Written {
    measure: String,
    file: String,
    entries: Vec<Entry>,
    /// Those that were not written so before, but for what is in a period.
    changed: Vec<Entry>,
}

/// What the files of each measure write: the place's own before the national one.
pub(in crate::changes) struct Lines(Vec<Written>);

/// How many edits are named of those by which one case comes out otherwise.
const NAMED: usize = 3;

/// The sections of periods: their edits are made one by one.
const PERIODS: [&str; 5] = ["round", "rule", "standing", "param", "gap"];

impl Lines {
    pub fn new(work: &Workspace) -> Self {
        let mut names = work.names();
        names.sort_by_key(|name| name.starts_with("cn/"));
        let file = |name: &str| {
            let measure = measure_of(name)?;
            let (entries, before) = (outline(work.text(name)?), outline(work.base_text(name).unwrap_or_default()));
            let is_other = |entry: &&Entry| {
                let of_period = PERIODS.iter().any(|key| entry.way.first() == Some(&Step::key(key)));
                !of_period && !before.iter().any(|was| (&was.title, &was.text) == (&entry.title, &entry.text))
            };
            let changed = entries.iter().filter(is_other).cloned().collect();
            Some(Written { measure: measure.to_owned(), file: name.to_owned(), entries, changed })
        };
        Self(names.into_iter().filter_map(file).collect())
    }

    fn of(&self, measure: &str) -> impl Iterator<Item = &Written> {
        self.0.iter().filter(move |written| written.measure == measure)
    }

    fn edits(&self, measure: &str, is_of: impl Fn(&Entry) -> bool) -> Option<Edit> {
        let all = self.of(measure).flat_map(|written| written.changed.iter().map(|entry| (&written.file, entry)));
        let edits: Vec<_> = all.filter(|(_, entry)| is_of(entry)).collect();
        let (file, first) = edits.first()?;
        let titles: Vec<&str> = edits.iter().take(NAMED).map(|(_, entry)| entry.title.as_str()).collect();
        let more = if edits.len() > NAMED { format!("等 {} 处", edits.len()) } else { String::new() };
        Some(Edit {
            title: format!("{measure}：{}{more}", titles.join("，")), file: (*file).clone(), line: first.line
        })
    }

    /// What is written otherwise in the condition of that id.
    pub fn changed_in(&self, measure: &str, condition: &str) -> Option<Edit> {
        self.edits(measure, |entry| entry.title.contains(&format!("条件 · {condition} · ")))
    }

    /// What is written otherwise outside of the periods.
    pub fn changed(&self, measure: &str) -> Option<Edit> {
        self.edits(measure, |_| true)
    }

    fn find(&self, measure: &str, title: String, is_it: impl Fn(&Entry) -> bool) -> Edit {
        let found = self.of(measure).find_map(|Written { file, entries, .. }| {
            Some((file.clone(), entries.iter().find(|entry| is_it(entry))?.line))
        });
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
        let way = |written: &Written| Some([written.entries.iter().find(of_table)?.way.as_slice(), &rows].concat());
        let ways: Vec<Vec<Step>> = self.0.iter().filter_map(way).collect();
        self.find(measure, title, |entry| ways.contains(&entry.way))
    }
}
