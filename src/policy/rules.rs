//! One file a measure: the conditions and the arithmetic of the law. Figures come from the packs.

pub mod refund;
pub mod skill_subsidy;
pub mod standing;
