//! From rows to results, over several threads and in order.

use std::collections::BTreeMap;
use std::io;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::sync::{Mutex, PoisonError};
use std::thread;

use wengang_batch::{Cell, Groups, List, Options, RowRead, Tally};

use crate::lines::{Done, Form, Lines, RowResult};
use crate::raw::RawRow;
use crate::report::Report;
use crate::sink::Sink;

/// How many rows are judged at a time.
const CHUNK: usize = 2_048;
/// Among how many rows the headings are looked for.
pub const FIRST: usize = 40;

/// What gives the rows of a list, one after the other.
pub type Rows<'r> = dyn FnMut() -> io::Result<Option<RawRow>> + Send + 'r;

/// A list to be judged.
pub struct Work<'w> {
    /// How it is read.
    pub options: &'w Options,
    /// Its first rows.
    pub first: &'w [RawRow],
    /// Its name; empty where it has none.
    pub sheet: &'w str,
    /// How many threads judge.
    pub jobs: usize,
    /// The pack that it is judged by; `None`: the one that is built in.
    pub pack: Option<&'w [u8]>,
}

/// Rows that are judged together.
struct Chunk {
    number: u64,
    rows: Vec<RawRow>,
    /// The number of the row before the first.
    before: u32,
}

/// Opens a list by its first rows.
///
/// # Errors
/// The sentence of an [`wengang_batch::OpenError`].
pub fn open(options: &Options, first: &[RawRow]) -> Result<List, String> {
    let cells: Vec<Vec<Cell<'_>>> = first
        .iter()
        .map(|row| {
            let mut cells = Vec::new();
            row.cells(&mut cells);
            cells
        })
        .collect();
    List::open(options, &cells).map_err(|error| error.sentence().to_owned())
}

impl Work<'_> {
    /// Judges the list.
    ///
    /// # Errors
    /// Where a file cannot be read or written.
    pub fn run(&self, list: &List, rest: &mut Rows<'_>, sink: &mut Sink, report: &mut Report) -> io::Result<Tally> {
        let width = list.columns().len();
        let (titles, cases) = self.first.split_at_checked(list.first_row()).unwrap_or((self.first, &[]));
        sink.titles(titles, width)?;
        let before = titles.last().map_or(0, |row| row.number);
        let form = sink.form();
        let mut begun = cases.iter().cloned();
        let mut next = || match begun.next() {
            Some(row) => Ok(Some(row)),
            None => rest(),
        };
        let mut tally = Tally::default();
        let mut write = |mut done: Done| {
            sink.write(&mut done, width)?;
            report.add(self.sheet, list.columns(), &done.faults)?;
            tally.merge(&done.tally);
            Ok(())
        };
        if list.is_grouped() {
            let lines = Lines::of(list, form).ok_or_else(no_day)?;
            grouped(list, &lines, &mut next, before).and_then(write)?;
        } else {
            self.spread(form, &mut next, before, &mut write)?;
        }
        Ok(tally)
    }

    /// Judges rows on several threads; their results are written in order.
    fn spread(
        &self,
        form: Form,
        next: &mut Rows<'_>,
        before: u32,
        write: &mut dyn FnMut(Done) -> io::Result<()>,
    ) -> io::Result<()> {
        let jobs = self.jobs.max(1);
        let (to_workers, from_reader) = sync_channel::<Chunk>(jobs);
        let (to_writer, from_workers) = sync_channel::<io::Result<(u64, Done)>>(jobs);
        let from_reader = Mutex::new(from_reader);
        thread::scope(|scope| {
            for _ in 0..jobs {
                let (from_reader, to_writer) = (&from_reader, to_writer.clone());
                scope.spawn(move || self.judge(form, from_reader, &to_writer));
            }
            drop(to_writer);
            let reader = scope.spawn(move || read(next, before, &to_workers));
            let (mut waiting, mut number) = (BTreeMap::new(), 0_u64);
            for judged in from_workers {
                let (place, done) = judged?;
                waiting.insert(place, done);
                while let Some(done) = waiting.remove(&number) {
                    write(done)?;
                    number = number.saturating_add(1);
                }
            }
            reader.join().unwrap_or_else(|_| Err(io::Error::other("the reader has stopped")))
        })
    }

    /// Judges chunks until there are no more. A pack is of one thread: each reads its own.
    fn judge(&self, form: Form, chunks: &Mutex<Receiver<Chunk>>, done: &SyncSender<io::Result<(u64, Done)>>) {
        let is_taken = self.pack.is_none_or(|bytes| wengang::law::take(bytes).is_ok());
        let list = open(self.options, self.first).ok().filter(|_| is_taken);
        // It was opened before, on the thread that writes.
        let Some(list) = list else { return drop(done.send(Err(io::Error::other("the law cannot be read")))) };
        let Some(lines) = Lines::of(&list, form) else { return drop(done.send(Err(no_day()))) };
        loop {
            let chunk = chunks.lock().unwrap_or_else(PoisonError::into_inner).recv();
            let Ok(Chunk { number, rows, before }) = chunk else { return };
            if done.send(Ok((number, lines.judged(rows, before)))).is_err() {
                return;
            }
        }
    }
}

/// Reads rows in chunks; ends early where nobody wants them any more.
fn read(next: &mut Rows<'_>, mut before: u32, to_workers: &SyncSender<Chunk>) -> io::Result<()> {
    for number in 0.. {
        let mut rows = Vec::with_capacity(CHUNK);
        while rows.len() < CHUNK {
            let Some(row) = next()? else { break };
            rows.push(row);
        }
        let Some(last) = rows.last().map(|row| row.number) else { return Ok(()) };
        if to_workers.send(Chunk { number, rows, before }).is_err() {
            return Ok(());
        }
        before = last;
    }
    Ok(())
}

/// Judges people who have several rows in any place of the list: the whole list is held in memory.
fn grouped(list: &List, lines: &Lines<'_>, next: &mut Rows<'_>, before: u32) -> io::Result<Done> {
    let (mut done, mut groups) = (Done::default(), Groups::default());
    let (mut rows, mut places) = (Vec::new(), Vec::new());
    while let Some(row) = next()? {
        places.push(match lines.read(&row) {
            RowRead::Case(read) => Ok(groups.add(list, row.number, read)),
            other => Err(done.skip(&other)),
        });
        rows.push(row);
    }
    let mut people = Vec::new();
    for person in groups.into_people() {
        let first = person.rows.first().copied().unwrap_or_default();
        let (found, faults) = lines.judge().person(person);
        done.tally.add(&found);
        done.take(faults);
        people.push((first, found));
    }
    done.faults.sort_by_key(|fault| (fault.row, fault.column));
    let result = |(row, place): (&RawRow, Result<usize, RowResult>)| match place {
        Err(result) => result,
        Ok(place) => match people.get(place) {
            Some((first, found)) if *first == row.number => RowResult::Found(found.clone()),
            Some((first, _)) => RowResult::See(*first),
            None => RowResult::Nothing,
        },
    };
    let results = rows.iter().zip(places).map(result).collect();
    lines.write(&mut done, rows, results, before);
    Ok(done)
}

fn no_day() -> io::Error {
    io::Error::other("the day of application is none")
}
