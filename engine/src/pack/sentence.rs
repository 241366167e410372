//! Sentences: words with expressions in them.

use serde::{Deserialize, Serialize};

use crate::expression::Expr;
use crate::pack::DomainId;

/// A sentence, in pieces.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Text(pub Vec<Piece>);

/// A piece of a sentence.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Piece {
    /// Words as they are.
    Words(String),
    /// The value of an expression, printed for reading.
    Print(Expr, Style),
}

/// How a value is printed. What its kind says is not written here: money has commas, a day is 2024年3月1日.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Style {
    /// As its kind is printed; a share in per cent without needless zeros.
    Plain,
    /// A share in per cent with two decimals, or with enough more to show on which side of this limit it is.
    Against(Box<Expr>),
    /// An option of the domain, or several.
    Choice(DomainId),
}

/// Sentences of which the first one whose condition certainly holds is used.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Says(pub Vec<SaysRow>);

/// A sentence and its condition.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct SaysRow {
    /// When; `None`: in all other cases.
    pub when: Option<Expr>,
    /// The sentence.
    pub text: Text,
}

impl Text {
    /// A sentence without expressions.
    #[must_use]
    pub fn words(words: impl Into<String>) -> Self {
        Self(vec![Piece::Words(words.into())])
    }
}

impl Says {
    /// The one sentence that is always said.
    #[must_use]
    pub fn always(text: Text) -> Self {
        Self(vec![SaysRow { when: None, text }])
    }
}
