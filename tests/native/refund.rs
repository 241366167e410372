//! 稳岗返还.

mod advice;
mod boundaries;
mod every_premium;
mod properties;
