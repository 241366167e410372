//! People with several rows in any place of the list: they are judged once all rows have been read.

use wengang_batch::{Groups, Person, RowRead};

use crate::lines::{Judged, Lines, RowResult};
use crate::raw::RawRow;

/// The people of a list, while its rows are read.
#[derive(Debug, Default)]
pub struct People {
    groups: Groups,
    /// For each row the index of its person, or the result of a row that is no case.
    places: Vec<Result<usize, RowResult>>,
    skipped: Judged,
}

/// The people of a list whose rows have all been read, while they are judged.
#[derive(Debug, Default)]
pub struct Judging {
    waiting: std::vec::IntoIter<Person>,
    places: Vec<Result<usize, RowResult>>,
    /// The result of each person, and the row that shows it.
    results: Vec<(u32, RowResult)>,
    judged: Judged,
}

impl People {
    /// Reads the next row of the list.
    pub fn read(&mut self, lines: &Lines<'_>, row: &RawRow) {
        self.places.push(match lines.read(row) {
            RowRead::Case(read) => Ok(self.groups.add(lines.list(), row.number, read)),
            other => Err(self.skipped.skip(&other)),
        });
    }

    /// Ends the list. The identifiers of people are dropped here.
    #[must_use]
    pub fn into_judging(self) -> Judging {
        let Self { groups, places, skipped } = self;
        Judging { waiting: groups.into_people().into_iter(), places, results: Vec::new(), judged: skipped }
    }
}

impl Judging {
    /// Judges at most so many more people; returns how many rows they have, 0 once all are judged.
    pub fn judge(&mut self, lines: &Lines<'_>, most: usize) -> usize {
        let mut rows = 0_usize;
        for person in self.waiting.by_ref().take(most) {
            rows = rows.saturating_add(person.rows.len());
            let first = person.rows.first().copied().unwrap_or_default();
            let (found, faults) = lines.judge().person(person);
            self.judged.tally.add(&found);
            self.judged.take(faults);
            self.results.push((first, RowResult::Found(found)));
        }
        rows
    }

    /// The results of the rows, and the index of each row's person. `rows`: those that were read, in order.
    #[must_use]
    pub fn finish(self, rows: &[RawRow]) -> (Judged, Vec<Option<usize>>) {
        let Self { places, results, mut judged, .. } = self;
        judged.faults.sort_by_key(|fault| (fault.row, fault.column));
        let people = places.iter().map(|place| place.as_ref().ok().copied()).collect();
        let result = |(row, place): (&RawRow, Result<usize, RowResult>)| match place {
            Err(result) => result,
            Ok(place) => match results.get(place) {
                Some((first, result)) if *first == row.number => result.clone(),
                Some((first, _)) => RowResult::See(*first),
                None => RowResult::Nothing,
            },
        };
        judged.results = rows.iter().zip(places).map(result).collect();
        (judged, people)
    }
}
