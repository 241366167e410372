//! What the user sets for a list, apart from its rows.

use wengang::api::answer::Calculator;
use wengang::policy::case::Fold;
use wengang::policy::date::Date;

use crate::serial::Epoch;

/// How a list is to be read and judged.
#[derive(Clone, Debug)]
pub struct Options {
    /// The measure.
    pub calculator: Calculator,
    /// The day of application, the same for every row.
    pub as_of: Date,
    /// How the platform folds words.
    pub fold: Fold,
    /// The epoch of numbers that stand for days.
    pub epoch: Epoch,
    /// Columns by their headings, and what each is: a fact by its name in the law's file or the API, or 不用.
    pub map: Vec<(String, String)>,
    /// Facts that hold for every row, as people write them.
    pub set: Vec<(String, String)>,
    /// What an empty cell of a column means, as people write it; left out, it means nothing.
    pub blank: Vec<(String, String)>,
}

impl Options {
    /// A list without options.
    #[must_use]
    pub const fn new(calculator: Calculator, as_of: Date, fold: Fold) -> Self {
        Self { calculator, as_of, fold, epoch: Epoch::Of1900, map: Vec::new(), set: Vec::new(), blank: Vec::new() }
    }
}
