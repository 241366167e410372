//! The words people read: plain Chinese, one place for each sentence. Figures come in from the evaluation.

pub mod entry;
pub mod money;
pub mod page;
pub mod refund;
pub mod skill_subsidy;
pub mod words;
