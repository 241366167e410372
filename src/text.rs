//! The words people read: plain Chinese, one place for each sentence. Figures come in from the evaluation.

pub mod chart;
pub mod entry;
pub mod money;
pub mod page;
pub mod rounds;
pub mod words;
