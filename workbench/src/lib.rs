//! Takes a new notice into the law: from its pasted text to a checked pack.
//!
//! [`Workspace`] holds the files of the law, what was edited in them and the way back. [`notice`] finds in the text of a
//! notice the places of figures like an old one; they are offered, never taken. [`copy`] copies last year's
//! period, [`walk`] lists what is left to fill in, [`fill`] writes a figure with its words, [`check`] says with file
//! and line what is wrong; the lists are made again after each edit. [`changes`] judges cases by the law before and
//! after.
//!
//! Nothing here knows a browser, a clock or a disk, but `page`, the document's program.

#![forbid(unsafe_code)]

pub mod changes;
pub mod check;
pub mod copy;
pub mod figure;
pub mod fill;
pub mod notice;
pub mod outline;
#[cfg(feature = "page")]
pub mod page;
pub mod path;
pub mod period;
pub mod quotes;
pub mod release;
pub mod trial;
pub mod walk;
pub mod workspace;

pub use figure::{Kind, Value};
pub use notice::Notice;
pub use period::{Period, Slot};
pub use walk::Stop;
pub use workspace::Workspace;
