//! Lists of cases as offices and agencies write them: rows of a table, with headings in people's own words.
//!
//! [`List::open`] finds the headings among the first rows and what each column is; a user can look at [`List::columns`]
//! and override it in [`Options`]. [`List::read`] reads a row, and [`Judge`] judges it as `assess` would. A cell that
//! cannot be read is listed with its column and a sentence, and its fact stays unknown: nothing is guessed. Columns
//! that name people are recognised by their headings and not read, except to group the rows of one person.
//!
//! Pure: no files, no clock. `files/` opens the files, for the native command and for the page.

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
mod payment;
mod progress;
mod read;
mod row;
mod serial;
mod tally;
mod words;

pub use cell::Cell;
pub use columns::{Column, Role};
pub use error::OpenError;
pub use group::{Groups, Person};
pub use judge::{Found, Judge, Verdict, range, yuan};
pub use list::{Choice, List, Sketch, choices};
pub use number::plain as plain_number;
pub use options::Options;
pub use payment::{Paid, Payment, PaymentRead, Payments};
pub use progress::{GoalFound, GoalState, Note, Progress, ProgressRow, percent};
pub use row::{CellFault, Row, RowRead};
pub use serial::{Epoch, day as serial_day};
pub use tally::{Sums, Tally};
