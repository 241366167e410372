//! 技能提升补贴.

mod advice;
mod boundaries;
mod plan;
mod properties;
