//! A row of a list: as it comes in, and as it was read.

use wengang::api::case::{FactValue, Named};
use wengang_engine::pack::FactId;

use crate::cell::Cell;
use crate::payment::PaymentRead;

/// A row as its file has it.
#[derive(Clone, Copy, Debug)]
pub struct Row<'r> {
    /// Its number in the sheet, from 1.
    pub number: u32,
    /// Its cells from the first column on; those that are left out at the end are empty.
    pub cells: &'r [Cell<'r>],
    /// The columns whose cell belongs to a merged one that reaches over several rows.
    pub merged: &'r [usize],
}

/// A cell that could not be read; its fact stays unknown.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CellFault {
    /// The number of the row, from 1.
    pub row: u32,
    /// The column, from 0; `None`: the row as a whole.
    pub column: Option<usize>,
    /// What is wrong and what to do.
    pub sentence: String,
}

/// A row that was read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum RowRead {
    /// Nothing in it is asked.
    Blank,
    /// 合计: the row adds up others.
    Total,
    /// The headings once more.
    Headings,
    /// A case, or a part of one.
    Case(CaseRead),
}

/// What was read of a row.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct CaseRead {
    /// The facts.
    pub facts: Vec<(FactId, FactValue)>,
    /// The fields of the element that the row is; `None`: the measure judges no list.
    pub element: Option<Vec<Named>>,
    /// What it says of its payment.
    pub payment: PaymentRead,
    /// What distinguishes the person from others.
    pub person: Option<String>,
    /// The cells that could not be read.
    pub faults: Vec<CellFault>,
    /// Why the row cannot be judged at all.
    pub failure: Option<String>,
}
