//! From rows to results, over several threads and in order.

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::sync::{Mutex, PoisonError};
use std::thread;

use wengang_batch::{CellFault, List, Options, Tally};
use wengang_files::{Done, Form, Judged, Lines, People, RawRow, open};

use crate::report::Report;

/// Where results go.
pub type Sink = wengang_files::Sink<Box<dyn Write>>;

/// How many rows are judged at a time.
const CHUNK: usize = 2_048;

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

/// A part of a list, judged and written.
struct Part {
    done: Done,
    faults: Vec<CellFault>,
    tally: Tally,
}

impl Part {
    fn of(form: Form, rows: Vec<RawRow>, judged: Judged, width: usize, before: u32) -> Self {
        let Judged { results, faults, tally } = judged;
        Self { done: form.write(rows, &results, width, before), faults, tally }
    }
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
        let mut write = |part: Part| {
            sink.write(part.done, width)?;
            report.add(self.sheet, list.columns(), &part.faults)?;
            tally.merge(&part.tally);
            Ok(())
        };
        if list.is_grouped() {
            let lines = Lines::of(list).ok_or_else(no_day)?;
            let (rows, judged) = grouped(&lines, &mut next)?;
            write(Part::of(form, rows, judged, width, before))?;
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
        write: &mut dyn FnMut(Part) -> io::Result<()>,
    ) -> io::Result<()> {
        let jobs = self.jobs.max(1);
        let (to_workers, from_reader) = sync_channel::<Chunk>(jobs);
        let (to_writer, from_workers) = sync_channel::<io::Result<(u64, Part)>>(jobs);
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
    fn judge(&self, form: Form, chunks: &Mutex<Receiver<Chunk>>, done: &SyncSender<io::Result<(u64, Part)>>) {
        let is_taken = self.pack.is_none_or(|bytes| wengang::law::take(bytes).is_ok());
        let list = open(self.options, self.first).ok().filter(|_| is_taken);
        // It was opened before, on the thread that writes.
        let Some(list) = list else { return drop(done.send(Err(io::Error::other("the law cannot be read")))) };
        let Some(lines) = Lines::of(&list) else { return drop(done.send(Err(no_day()))) };
        loop {
            let chunk = chunks.lock().unwrap_or_else(PoisonError::into_inner).recv();
            let Ok(Chunk { number, rows, before }) = chunk else { return };
            let judged = lines.judged(&rows);
            let part = Part::of(form, rows, judged, list.columns().len(), before);
            if done.send(Ok((number, part))).is_err() {
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
fn grouped(lines: &Lines<'_>, next: &mut Rows<'_>) -> io::Result<(Vec<RawRow>, Judged)> {
    let (mut rows, mut people) = (Vec::new(), People::default());
    while let Some(row) = next()? {
        people.read(lines, &row);
        rows.push(row);
    }
    let mut judging = people.into_judging();
    judging.judge(lines, usize::MAX);
    let (judged, _) = judging.finish(&rows);
    Ok((rows, judged))
}

fn no_day() -> io::Error {
    io::Error::other("the day of application is none")
}
