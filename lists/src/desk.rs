//! The worker's part: opens a list, judges it a part at a time, and answers messages about it.
//!
//! A busy worker receives no messages: the page requests each part after it has shown the last one, and cancels by not
//! requesting another.

mod answer;
mod basis;
mod groups;
mod law_of;
mod open;
mod payments;
mod run;
mod source;
mod table;
mod template;
mod totals;
mod write;

use wengang::policy::case::Fold;

use crate::message::{Ask, Reply};
use crate::text::desk as words;

pub use table::PART;

use run::Run;
use source::Source;

/// The state of the worker.
pub struct Desk {
    fold: Fold,
    /// The file that is open.
    source: Option<Source>,
    /// The list that is judged.
    run: Option<Run>,
}

/// An answer and its attached file.
pub type Answered = (Reply, Option<Vec<u8>>);

impl Desk {
    /// An empty desk. `fold`: how the platform folds words.
    #[must_use]
    pub const fn new(fold: Fold) -> Self {
        Self { fold, source: None, run: None }
    }

    /// Answers a message, to which a file may be attached.
    pub fn answer(&mut self, ask: Ask, file: Option<Vec<u8>>) -> Answered {
        self.answered(ask, file).unwrap_or_else(|sentence| (Reply::Failed(sentence), None))
    }

    fn answered(&mut self, ask: Ask, file: Option<Vec<u8>>) -> Result<Answered, String> {
        let alone = |reply: Reply| Ok((reply, None));
        match ask {
            Ask::Begin(wanted) => alone(Reply::Ready(law_of::take(wanted, file.as_deref()))),
            Ask::Open { name, settings } => {
                self.forget();
                let source = Source::of_file(&name, file.unwrap_or_default())?;
                alone(self.opened(source, &settings)?)
            }
            Ask::Paste { text, settings } => {
                self.forget();
                alone(self.opened(Source::of_paste(text)?, &settings)?)
            }
            Ask::Sketch(settings) => {
                self.run = None;
                let source = self.source.take().ok_or(words::NOTHING_OPEN)?;
                alone(self.opened(source, &settings)?)
            }
            Ask::Judge(settings) => {
                let source = self.source.as_ref().ok_or(words::NOTHING_OPEN)?;
                self.run = Some(Run::begin(source, &open::options(&settings, source.epoch, self.fold)?)?);
                alone(self.more()?)
            }
            Ask::More => alone(self.more()?),
            Ask::Table(window) => alone(Reply::Table(table::part(self.judged()?, window))),
            Ask::Faults { from } => alone(Reply::Faults(table::faults(self.judged()?, from))),
            Ask::Groups { column } => alone(Reply::Groups(groups::by(self.judged()?, column))),
            Ask::Row { number } => alone(Reply::Row(Box::new(answer::of(self.judged()?, number)?))),
            Ask::Write(kind) => write::file(self.judged()?, kind),
            Ask::Template { calculator } => template::file(&calculator, self.fold),
        }
    }

    /// Frees the memory of the last file before another one is opened.
    fn forget(&mut self) {
        (self.source, self.run) = (None, None);
    }

    fn more(&mut self) -> Result<Reply, String> {
        let (source, run) = self.both()?;
        let is_done = run.more(source).ok_or(words::NO_DAY)?;
        if is_done {
            return Ok(Reply::Judged(Box::new(totals::of(source, run))));
        }
        let (done, all) = run.progress(source);
        Ok(Reply::Progress { done, all })
    }

    fn both(&mut self) -> Result<(&Source, &mut Run), String> {
        match (&self.source, &mut self.run) {
            (Some(source), Some(run)) => Ok((source, run)),
            _ => Err(words::NOTHING_OPEN.to_owned()),
        }
    }

    /// The list, once all of it is judged.
    fn judged(&mut self) -> Result<(&Source, &mut Run), String> {
        let (source, run) = self.both()?;
        if run.is_done() { Ok((source, run)) } else { Err(words::NOT_JUDGED.to_owned()) }
    }
}
