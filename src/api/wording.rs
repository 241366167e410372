//! The words that an answer needs to travel, for the state above: it takes its words from here, not from `text`.

pub use crate::text::money::grouped;
pub use crate::text::page::question::OCCUPATIONS;
pub use crate::text::page::{aloud, answer, poster, share};
pub use crate::text::words::headline;
