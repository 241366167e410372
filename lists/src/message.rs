//! The messages between page and worker: JSON, with a file attached where one is needed.
//!
//! The worker words everything that the page shows: the page knows no law, and holds only the rows on the screen.

use serde::{Deserialize, Serialize};

/// What the user sets for a list on the page.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Settings {
    /// The measure, by its name in the API.
    pub calculator: String,
    /// The day of application: `2024-09-01`.
    pub as_of: String,
    /// The sheet; empty: the first whose headings are recognised.
    pub sheet: String,
    /// Columns by their headings, and what each is.
    pub map: Vec<(String, String)>,
    /// Facts that hold for every row.
    pub set: Vec<(String, String)>,
    /// The meaning of an empty cell of a column.
    pub blank: Vec<(String, String)>,
}

/// A message of the page.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Ask {
    /// Asks which measures there are. Where a law is named, its pack is attached.
    Begin(Option<Law>),
    /// Opens the attached file.
    Open {
        /// Its name.
        name: String,
        /// The settings.
        settings: Settings,
    },
    /// Opens pasted cells of a spreadsheet.
    Paste {
        /// The text.
        text: String,
        /// The settings.
        settings: Settings,
    },
    /// Recognises the columns again after a change of the settings.
    Sketch(Settings),
    /// Begins to judge the list that is open; [`Ask::More`] goes on.
    Judge(Settings),
    /// Judges some more rows.
    More,
    /// A part of the table.
    Table(Window),
    /// A part of the cells that could not be read.
    Faults {
        /// The offset.
        from: usize,
    },
    /// The totals by the values of a column.
    Groups {
        /// The column, from 0.
        column: usize,
    },
    /// The whole answer to a row.
    Row {
        /// Its number in the sheet.
        number: u32,
    },
    /// The list with its results as a file.
    Write(FileKind),
    /// An empty list to fill in.
    Template {
        /// The measure.
        calculator: String,
    },
}

/// The law of a place that is not built in, as the site's settings offer it.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Law {
    /// The place's id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// The file.
    pub file: String,
    /// What it must hash to, where that is written down.
    pub sha256: Option<String>,
}

/// The kind of a file.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum FileKind {
    /// The result as xlsx.
    Book,
    /// The result as text, as the list was written.
    Text,
    /// The cells that could not be read.
    Report,
}

/// A part of the table: a filter, and an offset into the rows that it lets through.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Window {
    /// The filter.
    pub filter: Filter,
    /// The offset.
    pub from: usize,
}

/// A filter of the table. An empty field lets all rows through.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Filter {
    /// Those with this verdict.
    pub verdict: String,
    /// Those with this reason, or that lack this.
    pub reason: String,
    /// Those with this value in this column.
    pub group: Option<(usize, String)>,
    /// Those with cells that could not be read.
    pub is_unread: bool,
}

/// An answer of the worker.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Reply {
    /// To [`Ask::Begin`].
    Ready(Ready),
    /// To [`Ask::Open`], [`Ask::Paste`] and [`Ask::Sketch`].
    Opened(Box<Opened>),
    /// To [`Ask::Judge`] and [`Ask::More`]: there is more to judge.
    Progress {
        /// How many rows are judged.
        done: usize,
        /// The number of all rows.
        all: usize,
    },
    /// To [`Ask::Judge`] and [`Ask::More`]: all rows are judged.
    Judged(Box<Totals>),
    /// To [`Ask::Table`].
    Table(Table),
    /// To [`Ask::Faults`].
    Faults(Faults),
    /// To [`Ask::Groups`].
    Groups(Groups),
    /// To [`Ask::Row`].
    Row(Box<RowAnswer>),
    /// To [`Ask::Write`] and [`Ask::Template`]: the file is attached.
    File {
        /// Its name.
        name: String,
        /// Its MIME type.
        kind: String,
    },
    /// An error; the sentence tells the user what to do.
    Failed(String),
}

/// The law in use and its measures.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Ready {
    /// The place.
    pub place: String,
    /// Its measures.
    pub calculators: Vec<Measure>,
    /// Why the law in use is not the one that was asked for; empty where it is.
    pub note: String,
}

/// A measure.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Measure {
    /// Its name in the API.
    pub code: String,
    /// Its name.
    pub name: String,
    /// What a row of a list is.
    pub row: String,
}

/// A list that is open.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Opened {
    /// The sheets of the file; none for a text.
    pub sheets: Vec<String>,
    /// The sheet at hand.
    pub sheet: String,
    /// How many rows follow the headings.
    pub rows: usize,
    /// The row of the headings.
    pub heading_row: u32,
    /// The columns that have a heading.
    pub columns: Vec<ColumnView>,
    /// What a column can be.
    pub choices: Vec<ChoiceView>,
    /// Why the list cannot be judged yet; empty where it can.
    pub problem: String,
    /// Notes about the file.
    pub notes: Vec<String>,
}

/// A column.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct ColumnView {
    /// As spreadsheets call it: `B`.
    pub letters: String,
    /// Its heading.
    pub heading: String,
    /// What it is: the name of a choice; empty where its heading says a name, and it is not read.
    pub choice: String,
    /// The same for people.
    pub label: String,
    /// Whether its cells are read.
    pub is_read: bool,
    /// Examples of its cells, where they are read.
    pub example: String,
    /// What its empty cells mean.
    pub blank: String,
}

/// What a column can be.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct ChoiceView {
    /// As [`Settings::map`] and [`Settings::set`] call it.
    pub name: String,
    /// For people.
    pub label: String,
    /// Whether it is a fact.
    pub is_fact: bool,
    /// What its cells can say, where that is one of a few words.
    pub values: Vec<String>,
}

/// What a list results to.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Totals {
    /// How many cases.
    pub cases: u64,
    /// By verdict.
    pub verdicts: Vec<VerdictRow>,
    /// How many fail by each condition.
    pub unmet: Vec<(String, u64)>,
    /// How many lack each fact.
    pub missing: Vec<(String, u64)>,
    /// Why rows could not be judged, or are for the agency to decide.
    pub others: Vec<(String, u64)>,
    /// Notes, one per line.
    pub notes: Vec<String>,
    /// How many cells could not be read, and how many payments are to be checked.
    pub faults: u64,
    /// How far an office is with its payments; `None`: the list says of none.
    pub paid: Option<PaidView>,
    /// The columns by which totals can be asked for.
    pub branches: Vec<(usize, String)>,
    /// What the result is called.
    pub text_kind: String,
}

/// The cases with a verdict.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct VerdictRow {
    /// The verdict.
    pub label: String,
    /// How it is shown.
    pub tone: Tone,
    /// The number of rows shown.
    pub cases: u64,
    /// What they bring, 元; empty where no amount is known.
    pub amount: String,
    /// Of how many the amount is known.
    pub with_amount: u64,
}

/// How far an office is with its payments.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct PaidView {
    /// Up to which day payments count.
    pub until: String,
    /// What is needed, what was paid, and what was not.
    pub rows: Vec<PaidRow>,
    /// The goals of the notice.
    pub goals: Vec<GoalView>,
    /// What is to be known of the figures.
    pub notes: Vec<String>,
    /// How many payments can be read and are to be checked.
    pub doubts: u64,
}

/// An amount of the payments.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct PaidRow {
    /// What it counts.
    pub label: String,
    /// The number of rows of the list.
    pub cases: u64,
    /// The amount, 元; empty where it cannot be said.
    pub amount: String,
    /// The share of what is needed; empty where it is not asked for or cannot be said.
    pub share: String,
}

/// A goal of the notice.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct GoalView {
    /// What it is called.
    pub title: String,
    /// How it is shown.
    pub tone: Tone,
    /// Whether it is reached, for people.
    pub verdict: String,
    /// What was found.
    pub detail: String,
    /// Its source, quoted.
    pub basis: String,
}

/// How a verdict is shown.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub enum Tone {
    /// 可以.
    Yes,
    /// Undetermined.
    Open,
    /// 不符合.
    No,
    /// Nothing is judged.
    #[default]
    Plain,
}

/// A part of the table.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Table {
    /// How many rows the filter lets through.
    pub all: usize,
    /// The offset of the first row.
    pub from: usize,
    /// The rows.
    pub rows: Vec<TableRow>,
}

/// A row of the table.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct TableRow {
    /// Its number in the sheet.
    pub number: u32,
    /// How its verdict is shown.
    pub tone: Tone,
    /// What is added to it: 结论, 金额, 原因, 还差什么, 最后一天.
    pub cells: [String; 5],
}

/// A part of the cells that could not be read.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Faults {
    /// How many there are.
    pub all: usize,
    /// The offset of the first row.
    pub from: usize,
    /// Sheet, row, column, its heading, and the sentence.
    pub rows: Vec<[String; 5]>,
}

/// The totals by the values of a column.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Groups {
    /// The column.
    pub column: usize,
    /// Why there are none; empty where there are.
    pub problem: String,
    /// The values, and the totals of their rows.
    pub rows: Vec<GroupRow>,
}

/// The rows with the same in a column.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct GroupRow {
    /// The value; empty for empty cells.
    pub value: String,
    /// How many cases.
    pub cases: u64,
    /// How many can, lack something, cannot.
    pub tones: [u64; 3],
    /// What those that can bring, 元.
    pub amount: String,
}

/// The whole answer to a row.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct RowAnswer {
    /// The rows that the answer is to: those of one person.
    pub numbers: Vec<u32>,
    /// What is added to the row.
    pub cells: [String; 5],
    /// How its verdict is shown.
    pub tone: Tone,
    /// The cells that were read, by their headings.
    pub read: Vec<(String, String)>,
    /// The cells that could not be read: row, heading, sentence.
    pub faults: Vec<(u32, String, String)>,
    /// The rule that it was judged by.
    pub rule: String,
    /// The conditions.
    pub conditions: Vec<ConditionView>,
    /// The items, each with its conditions: certificates, hires.
    pub items: Vec<ItemView>,
    /// The calculation.
    pub steps: Vec<StepView>,
    /// Months and their amounts.
    pub months: Vec<(String, String)>,
    /// Insights, next steps, notes and documents, by heading.
    pub lines: Vec<(String, Vec<String>)>,
}

/// A condition.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct ConditionView {
    /// What it is called.
    pub title: String,
    /// How it is shown.
    pub tone: Tone,
    /// Whether it holds, for people.
    pub verdict: String,
    /// What was found.
    pub detail: String,
    /// Whether its figures are not confirmed.
    pub is_unconfirmed: bool,
    /// Its sources, quoted.
    pub basis: Vec<String>,
}

/// An item.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct ItemView {
    /// Its row and its result.
    pub title: String,
    /// How it is shown.
    pub tone: Tone,
    /// Its conditions.
    pub conditions: Vec<ConditionView>,
}

/// A line of the calculation.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct StepView {
    /// What it computes.
    pub title: String,
    /// How; empty where it is only a figure of the law.
    pub formula: String,
    /// The value with its unit.
    pub value: String,
    /// The sources of its figures.
    pub basis: Vec<String>,
}
