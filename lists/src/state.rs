//! The state of the page and its actions: pure, tested without a browser.

mod reduce;
#[cfg(test)]
mod tests;

use crate::message::{
    Faults, FileKind, Filter, Groups, Law, Opened, Ready, Reply, RowAnswer, Settings, Table, Totals, Window,
};

pub use crate::message::Ask;

/// The state of the page.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct State {
    /// The law and its measures; `None` until the worker has started.
    pub ready: Option<Ready>,
    /// The law for the worker, where it is not the built-in one.
    pub law: Option<Law>,
    /// Today, as the device says; empty until that is known.
    pub today: String,
    /// Whether the user set the day of application; otherwise it is today.
    pub is_day_set: bool,
    /// The settings of the list.
    pub settings: Settings,
    /// The name of the list; empty without one.
    pub source: String,
    /// The current step.
    pub stage: Stage,
    /// The current error, with what to do.
    pub problem: String,
    /// The part of the table that is shown.
    pub table: Table,
    /// See [`State::table`].
    pub window: Window,
    /// The answer that is open.
    pub row: Option<RowAnswer>,
    /// The row below which it is shown.
    pub opened_row: u32,
    /// The part of the unread cells that is shown.
    pub faults: Faults,
    /// The totals by a column.
    pub groups: Option<Groups>,
    /// Whether a file is being written.
    pub is_writing: bool,
    /// The state with the last list, which the worker keeps until another one is opened.
    pub before_restart: Option<Box<State>>,
}

/// The current step.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub enum Stage {
    /// There is no list.
    #[default]
    Begin,
    /// The list is being read.
    Reading,
    /// Its columns are to be confirmed.
    Confirm(Box<Opened>),
    /// It is being judged.
    Judging(Box<Opened>, Progress),
    /// It is judged.
    Judged(Box<Opened>, Box<Totals>),
}

/// How far the judging is.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Progress {
    /// How many rows are judged.
    pub done: usize,
    /// The number of all rows.
    pub all: usize,
    /// The rows judged with the first part, and the time of its arrival in milliseconds.
    pub since: Option<(usize, u64)>,
    /// The time when the last part arrived.
    pub now: u64,
}

/// What the user does, and what the worker answers.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Action {
    /// The page has opened, with the law in use where it is not the built-in one.
    Begin(Option<Law>),
    /// Chooses a measure.
    Choose(String),
    /// Sets the day of application.
    Day(String),
    /// Another day has begun.
    DateChanged(String),
    /// Opens a file of that name, which the page holds.
    Open(String),
    /// Opens pasted cells of a spreadsheet.
    Paste(String),
    /// Selects another sheet.
    Sheet(String),
    /// Assigns a role to a column; an empty one restores the recognised role.
    Map(String, String),
    /// Sets the meaning of empty cells of a column; an empty value removes it.
    Blank(String, String),
    /// Sets a fact for every row; an empty value removes it.
    Set(String, String),
    /// Judges the list.
    Confirm,
    /// Cancels reading or judging.
    Cancel,
    /// Returns to the columns.
    Back,
    /// Judges the list that is judged again, by the day that has begun since.
    JudgeAgain,
    /// Starts over with another list.
    Restart,
    /// Returns to the list before that.
    Undo,
    /// Filters the table.
    Filter(Filter),
    /// Shows another part of the table.
    Turn(usize),
    /// Opens the answer to a row.
    OpenRow(u32),
    /// Closes it.
    CloseRow,
    /// Shows another part of the unread cells.
    TurnFaults(usize),
    /// Groups the totals by a column; `None`: by none.
    Group(Option<usize>),
    /// Saves a file.
    Save(FileKind),
    /// Saves the template of the measure.
    Template,
    /// An answer of the worker, with its time of arrival in milliseconds.
    Replied(Box<Reply>, u64),
    /// The worker has crashed.
    WorkerFailed,
}

/// A side effect of an action.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Effect {
    /// Send a message to the worker, with the file that the page holds where it opens one.
    Ask(Ask),
    /// Terminate the worker and start another.
    RestartWorker,
}

impl State {
    /// The measure that is chosen.
    #[must_use]
    pub fn measure(&self) -> Option<&crate::message::Measure> {
        let ready = self.ready.as_ref()?;
        ready.calculators.iter().find(|measure| measure.code == self.settings.calculator)
    }

    /// What is recognised of the list.
    #[must_use]
    pub fn opened(&self) -> Option<&Opened> {
        match &self.stage {
            Stage::Begin | Stage::Reading => None,
            Stage::Confirm(opened) | Stage::Judging(opened, _) | Stage::Judged(opened, _) => Some(opened),
        }
    }

    /// Today, where the list is judged by an earlier today.
    #[must_use]
    pub fn later_day(&self) -> Option<&str> {
        let is_late = matches!(self.stage, Stage::Judged(..)) && self.is_day_late();
        is_late.then_some(self.today.as_str())
    }

    /// Whether the day of application is an earlier today.
    fn is_day_late(&self) -> bool {
        !self.is_day_set && self.settings.as_of != self.today
    }
}

impl Stage {
    /// Its name; the focus moves when it changes.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Begin => "begin",
            Self::Reading => "reading",
            Self::Confirm(_) => "confirm",
            Self::Judging(..) => "judging",
            Self::Judged(..) => "judged",
        }
    }
}

impl Progress {
    /// The seconds that are left; `None` until they can be estimated.
    #[must_use]
    pub fn seconds_left(self) -> Option<u64> {
        let (first, began) = self.since?;
        let rows = u64::try_from(self.done.checked_sub(first)?).ok()?;
        let left = u64::try_from(self.all.checked_sub(self.done)?).ok()?;
        let took = self.now.checked_sub(began)?.checked_mul(left)?.checked_div(rows)?;
        Some(took.div_ceil(1_000))
    }
}
