//! One file a measure: the conditions and the arithmetic of the law. Figures come from the packs.

pub mod premium;
pub mod refund;
pub mod size_class;
pub mod skill_subsidy;
pub mod standing;
pub mod unemployment_benefit;
