//! A list that is being judged, and what its rows came to.

use wengang_batch::{CellFault, List, Options, Tally};
use wengang_files::{Judged, Judging, Lines, People, RawRow, RowResult, open};

use super::source::Source;
use crate::message::Filter;
use crate::text::desk as words;

/// How many rows are judged at a time: some tens of milliseconds' worth.
const AT_ONCE: usize = 1_024;
/// How many are read at a time where people are put together first.
const READ_AT_ONCE: usize = 8_192;

/// A list that is being judged.
pub struct Run {
    /// How it is read.
    pub list: List,
    /// What its rows came to, from the first case on.
    pub results: Vec<RowResult>,
    /// The cells that could not be read.
    pub faults: Vec<CellFault>,
    /// Its totals.
    pub tally: Tally,
    /// Where rows of one person belong together, the person of each row.
    pub people: Vec<Option<usize>>,
    /// The rows that the last filter lets through, by their places.
    pub filtered: Option<(Filter, Vec<usize>)>,
    stage: Stage,
}

/// The current step.
enum Stage {
    /// Each row is a case of its own.
    Rows,
    /// Rows are read, so many so far.
    Reading(Box<People>, usize),
    /// People are judged, whose rows are so many so far.
    Judging(Box<Judging>, usize),
    /// All is judged.
    Done,
}

impl Run {
    /// Begins with a list.
    ///
    /// # Errors
    /// A sentence that says why it cannot be judged.
    pub fn begin(source: &Source, options: &Options) -> Result<Self, String> {
        let list = open(options, source.first())?;
        if source.rows.len() <= list.first_row() {
            return Err(words::NO_ROWS.to_owned());
        }
        let stage = if list.is_grouped() { Stage::Reading(Box::default(), 0) } else { Stage::Rows };
        let (results, faults, people) = (Vec::new(), Vec::new(), Vec::new());
        Ok(Self { list, results, faults, tally: Tally::default(), people, filtered: None, stage })
    }

    /// The rows of the list, without those before the first case.
    #[must_use]
    pub fn rows<'s>(&self, source: &'s Source) -> &'s [RawRow] {
        source.rows.get(self.list.first_row()..).unwrap_or_default()
    }

    /// Whether all is judged.
    #[must_use]
    pub const fn is_done(&self) -> bool {
        matches!(self.stage, Stage::Done)
    }

    /// How many rows are judged, and of how many.
    #[must_use]
    pub fn progress(&self, source: &Source) -> (usize, usize) {
        let all = self.rows(source).len();
        let done = match &self.stage {
            Stage::Rows => self.results.len(),
            Stage::Reading(..) => 0,
            Stage::Judging(_, done) => *done,
            Stage::Done => all,
        };
        (done, all)
    }

    /// Judges some more rows; whether all are judged. `None`: the day of application is none.
    pub fn more(&mut self, source: &Source) -> Option<bool> {
        let rows = source.rows.get(self.list.first_row()..).unwrap_or_default();
        let lines = Lines::of(&self.list)?;
        self.stage = match std::mem::replace(&mut self.stage, Stage::Done) {
            Stage::Rows => {
                let next = rows.get(self.results.len()..).unwrap_or_default();
                let next = next.get(..next.len().min(AT_ONCE)).unwrap_or_default();
                let judged = lines.judged(next);
                drop(lines);
                self.take(judged);
                if self.results.len() == rows.len() { Stage::Done } else { Stage::Rows }
            }
            Stage::Reading(mut people, done) => {
                let next = rows.iter().skip(done).take(READ_AT_ONCE);
                next.for_each(|row| people.read(&lines, row));
                let done = done.saturating_add(READ_AT_ONCE);
                if done < rows.len() {
                    Stage::Reading(people, done)
                } else {
                    Stage::Judging(Box::new(people.into_judging()), 0)
                }
            }
            Stage::Judging(mut judging, done) => {
                let more = judging.judge(&lines, AT_ONCE);
                if more > 0 {
                    Stage::Judging(judging, done.saturating_add(more))
                } else {
                    drop(lines);
                    let (judged, people) = judging.finish(rows);
                    self.people = people;
                    self.take(judged);
                    Stage::Done
                }
            }
            Stage::Done => Stage::Done,
        };
        Some(self.is_done())
    }

    fn take(&mut self, judged: Judged) {
        self.results.extend(judged.results);
        self.faults.extend(judged.faults);
        self.tally.merge(&judged.tally);
    }
}
