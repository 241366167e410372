//! The page `batch.html`: a list of cases as an office keeps it, judged row by row in the browser.
//!
//! A worker reads files, judges and writes, so that the tab never freezes; the page shows the results. Both are here:
//! [`desk`] is the worker's part, a plain value that answers messages; [`state`] is the page's state, and [`view`] draws it;
//! [`message`] has the messages between the two.

pub mod desk;
pub mod message;
pub mod state;
pub mod text;
pub mod view;
pub mod web;
