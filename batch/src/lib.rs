//! Lists of cases as offices and agencies keep them: rows of a table, with headings in people's own words.
//!
//! [`List::open`] finds the headings among the first rows and what each column is; a person can look at
//! [`List::columns`] and say otherwise in [`Options`]. [`List::read`] reads a row, and [`Judge`] judges it as
//! `assess` would. A cell that cannot be read is listed with its column and a sentence, and its fact stays unknown:
//! nothing is guessed. Columns that name people are told by their headings and not read, but for telling rows of one
//! person from those of another.
//!
//! Pure: no files, no clock. What opens files is `command/`, or a page.

mod cell;
mod columns;
mod dictionary;
mod error;
mod group;
mod heading;
mod judge;
mod list;
mod number;
mod options;
mod read;
mod row;
mod serial;
mod tally;
mod words;

pub use cell::Cell;
pub use columns::{Column, Role};
pub use error::OpenError;
pub use group::{Groups, Person};
pub use judge::{Found, Judge, Verdict};
pub use list::List;
pub use number::plain as plain_number;
pub use options::Options;
pub use row::{CellFault, Row, RowRead};
pub use serial::{Epoch, day as serial_day};
pub use tally::{Sums, Tally};
