//! Expressions as an officer writes them: from text to a tree with places.

mod lexer;
mod parser;
mod template;
mod tree;

use std::ops::Range;

pub(crate) use lexer::{Keyword, Token, TokenKind, glued, is_spelt_number, spelling, tokens, unusable};
pub(crate) use parser::parse;
pub(crate) use template::{Part, parts};
pub(crate) use tree::{Call, Compare, Join, Node, NodeKind, Operation, Prefix, Quantifier, Supposed};

/// What is wrong with an expression, at a place of its text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct SyntaxError {
    pub span: Range<usize>,
    pub wrong: String,
    pub instead: String,
}

impl SyntaxError {
    fn new(span: Range<usize>, wrong: impl Into<String>, instead: impl Into<String>) -> Self {
        Self { span, wrong: wrong.into(), instead: instead.into() }
    }
}
