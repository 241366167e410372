//! The words people read: plain Chinese, one place for each sentence. Figures come in from the evaluation.

pub mod chart;
pub mod entry;
pub mod money;
pub mod page;
pub mod premium;
pub mod refund;
pub mod rounds;
pub mod size_class;
pub mod skill_subsidy;
pub mod unemployment_benefit;
pub mod words;
