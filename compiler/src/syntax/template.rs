//! Sentences with expressions in braces.

use std::ops::Range;

use crate::syntax::SyntaxError;

/// A part of a sentence, with its place.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Part {
    /// Words as they are.
    Words(String),
    /// An expression; the place is that of the text between the braces.
    Expression(String, Range<usize>),
}

/// Splits a sentence at its braces.
pub(crate) fn parts(text: &str) -> Result<Vec<Part>, SyntaxError> {
    let mut parts = Vec::new();
    let mut at = 0;
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        let open = rest.find(['{', '}']).unwrap_or(rest.len());
        let words = rest.get(..open).unwrap_or_default();
        if !words.is_empty() {
            parts.push(Part::Words(words.to_owned()));
        }
        let brace = at.saturating_add(open);
        let Some(sign) = rest.get(open..).and_then(|rest| rest.chars().next()) else { break };
        let start = brace.saturating_add(1);
        if sign == '}' {
            return Err(SyntaxError::new(brace..start, "多了一个右花括号", "请去掉，或者在前面补上 {"));
        }
        let inner = text.get(start..).unwrap_or_default();
        let Some(length) = inner.find('}') else {
            return Err(SyntaxError::new(brace..start, "花括号没有写完", "请补上 }"));
        };
        let end = start.saturating_add(length);
        parts.push(Part::Expression(inner.get(..length).unwrap_or_default().to_owned(), start..end));
        at = end.saturating_add(1);
    }
    Ok(parts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn braces_hold_expressions() {
        let words = |text: &str| Part::Words(text.to_owned());
        assert_eq!(
            parts("占{裁员率}，上限{a + 1}人").unwrap(),
            [
                words("占"),
                Part::Expression("裁员率".to_owned(), 4..13),
                words("，上限"),
                Part::Expression("a + 1".to_owned(), 24..29),
                words("人"),
            ]
        );
        assert_eq!(parts("a{b").unwrap_err().wrong, "花括号没有写完");
        assert_eq!(parts("a}b").unwrap_err().wrong, "多了一个右花括号");
    }
}
