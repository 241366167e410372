//! From tokens to a tree.
//!
//! From loose to tight: 且 or 或 (never both without brackets), 非 已知 可能 有值, one comparison, + −, × ÷. 如果 and 假设
//! reach as far to the right as they can.

use std::ops::Range;

use crate::suggest;
use crate::syntax::lexer::{Keyword, Token, TokenKind, glued, tokens};
use crate::syntax::{Call, Compare, Join, Node, NodeKind, Operation, Prefix, Quantifier, SyntaxError};

/// How deep brackets may nest.
const DEEPEST: u8 = 40;

/// Parses an expression.
pub(crate) fn parse(text: &str) -> Result<Node, SyntaxError> {
    let tokens = tokens(text)?;
    let mut parser = Parser { tokens: &tokens, next: 0, end: text.len(), depth: 0 };
    if tokens.is_empty() {
        return Err(SyntaxError::new(0..text.len(), "算式是空的", "请写一个算式"));
    }
    let node = parser.expression()?;
    match parser.peek() {
        None => Ok(node),
        Some(token) => Err(parser.unexpected(token)),
    }
}

struct Parser<'t> {
    tokens: &'t [Token],
    next: usize,
    end: usize,
    depth: u8,
}

type Parsed = Result<Node, SyntaxError>;

impl<'t> Parser<'t> {
    fn peek(&self) -> Option<&'t Token> {
        self.tokens.get(self.next)
    }

    fn advance(&mut self) {
        self.next = self.next.saturating_add(1);
    }

    fn take_sign(&mut self, sign: &str) -> bool {
        let is_next = matches!(self.peek().map(|token| &token.kind), Some(TokenKind::Sign(next)) if *next == sign);
        if is_next {
            self.advance();
        }
        is_next
    }

    fn take_keyword(&mut self, keyword: Keyword) -> bool {
        let is_next = self.peek().is_some_and(|token| token.kind == TokenKind::Keyword(keyword));
        if is_next {
            self.advance();
        }
        is_next
    }

    fn here(&self) -> Range<usize> {
        self.peek().map_or(self.end..self.end, |token| token.span.clone())
    }

    fn unexpected(&self, token: &Token) -> SyntaxError {
        let before = self.next.checked_sub(1).and_then(|before| self.tokens.get(before));
        if let (TokenKind::Sign("("), Some(Token { span, kind: TokenKind::Name(name) })) = (&token.kind, before) {
            let instead = match glued(name) {
                Some(word) => format!("“{word}”前后要有空格"),
                None => suggest::instead(name, Call::ALL.iter().map(|(name, _)| *name)),
            };
            return SyntaxError::new(span.clone(), "没有这个函数", instead);
        }
        let (wrong, instead) = match &token.kind {
            TokenKind::Sign(")") => ("多了一个右括号", "请去掉，或者在前面补上左括号"),
            TokenKind::Sign("=" | "≠" | "<" | "≤" | ">" | "≥") => {
                ("一个算式里连着比了两次", "请拆成两个，中间用“ 且 ”连起来")
            }
            TokenKind::Name(_) | TokenKind::Number { .. } => {
                ("前面少了运算符号", "两个名称或数之间要有 + − × ÷ = 这样的符号，或者“ 且 ”“ 或 ”")
            }
            _ => ("这里不该有这个", "请检查算式"),
        };
        SyntaxError::new(token.span.clone(), wrong, instead)
    }

    fn expected(&self, what: &str, instead: &str) -> SyntaxError {
        SyntaxError::new(self.here(), format!("这里少了{what}"), instead)
    }

    fn deeper(&mut self, parse: impl FnOnce(&mut Self) -> Parsed) -> Parsed {
        if self.depth >= DEEPEST {
            return Err(SyntaxError::new(self.here(), "括号套得太深", "请把里面的算式另外起一个名称"));
        }
        self.depth = self.depth.saturating_add(1);
        let parsed = parse(self);
        self.depth = self.depth.saturating_sub(1);
        parsed
    }

    fn expression(&mut self) -> Parsed {
        self.deeper(Self::joined)
    }

    fn joined(&mut self) -> Parsed {
        let mut left = self.prefixed()?;
        let mut joined = None;
        loop {
            let at = self.here();
            let join = if self.take_keyword(Keyword::And) {
                Join::And
            } else if self.take_keyword(Keyword::Or) {
                Join::Or
            } else {
                return Ok(left);
            };
            if joined.is_some_and(|before| before != join) {
                return Err(SyntaxError::new(at, "“且”和“或”写在了一起", "请用括号写明先算哪一个，例如 a 且 (b 或 c)"));
            }
            joined = Some(join);
            let right = self.prefixed()?;
            left = node(&left.span.clone(), &right.span.clone(), NodeKind::Join(join, left.into(), right.into()));
        }
    }

    fn prefixed(&mut self) -> Parsed {
        const PREFIXES: [(Keyword, Prefix); 5] = [
            (Keyword::Not, Prefix::Not),
            (Keyword::Known, Prefix::Known),
            (Keyword::Possible, Prefix::Possible),
            (Keyword::HasValue, Prefix::HasValue),
            (Keyword::IsProvisional, Prefix::IsProvisional),
        ];
        let start = self.here();
        for (keyword, prefix) in PREFIXES {
            if self.take_keyword(keyword) {
                let of = self.deeper(Self::prefixed)?;
                return Ok(node(&start, &of.span.clone(), NodeKind::Prefix(prefix, of.into())));
            }
        }
        self.comparison()
    }

    fn comparison(&mut self) -> Parsed {
        const SIGNS: [(&str, Compare); 6] = [
            ("=", Compare::Equal),
            ("≠", Compare::NotEqual),
            ("<", Compare::Less),
            ("≤", Compare::AtMost),
            (">", Compare::More),
            ("≥", Compare::AtLeast),
        ];
        let left = self.sum()?;
        for (sign, compare) in SIGNS {
            if self.take_sign(sign) {
                let right = self.sum()?;
                let kind = NodeKind::Compare(compare, left.clone().into(), right.clone().into());
                return Ok(node(&left.span, &right.span, kind));
            }
        }
        for (keyword, compare) in [(Keyword::Above, Compare::Above), (Keyword::Below, Compare::Below)] {
            if self.take_keyword(keyword) {
                let right = self.sum()?;
                let kind = NodeKind::Compare(compare, left.clone().into(), right.clone().into());
                return Ok(node(&left.span, &right.span, kind));
            }
        }
        if self.take_keyword(Keyword::OneOf) {
            let start = self.here();
            let list = self.primary()?;
            let (first, last) = (left.span.clone(), list.span.clone());
            let kind = match list.kind {
                NodeKind::List(options) => NodeKind::OneOf(left.into(), options),
                NodeKind::Name(_) => NodeKind::Compare(Compare::In, left.into(), list.into()),
                _ => return Err(SyntaxError::new(start, "“属于”后面要写几个选项", "例如 属于 [小型、微型]")),
            };
            return Ok(node(&first, &last, kind));
        }
        Ok(left)
    }

    fn sum(&mut self) -> Parsed {
        self.operations(&[("+", Operation::Plus), ("−", Operation::Minus)], Self::product)
    }

    fn product(&mut self) -> Parsed {
        self.operations(&[("×", Operation::Times), ("÷", Operation::Over)], Self::primary)
    }

    fn operations(&mut self, signs: &[(&str, Operation)], operand: fn(&mut Self) -> Parsed) -> Parsed {
        let mut left = operand(self)?;
        loop {
            let Some((_, operation)) = signs.iter().find(|(sign, _)| self.take_sign(sign)) else { return Ok(left) };
            let right = operand(self)?;
            let kind = NodeKind::Operation(*operation, left.clone().into(), right.clone().into());
            left = node(&left.span, &right.span, kind);
        }
    }

    fn primary(&mut self) -> Parsed {
        let Some(token) = self.peek() else {
            return Err(self.expected("一个数、名称或算式", "请补上"));
        };
        let span = token.span.clone();
        match &token.kind {
            TokenKind::Name(name) => {
                self.advance();
                match Call::of(name) {
                    Some(call) if self.take_sign("(") => self.call(call, &span),
                    _ if self.take_sign(".") => self.of_item(name, &span),
                    _ => Ok(Node { span, kind: NodeKind::Name(name.clone()) }),
                }
            }
            TokenKind::Number { digits, places, unit } => {
                self.advance();
                Ok(Node { span, kind: NodeKind::Number { digits: *digits, places: *places, unit: unit.clone() } })
            }
            TokenKind::Date(day) => {
                self.advance();
                Ok(Node { span, kind: NodeKind::Date(*day) })
            }
            TokenKind::Words(words) => {
                self.advance();
                Ok(Node { span, kind: NodeKind::Words(words.clone()) })
            }
            TokenKind::Sign("(") => {
                self.advance();
                let inner = self.expression()?;
                self.close(")", "右括号")?;
                Ok(inner)
            }
            TokenKind::Sign("[") => {
                self.advance();
                self.list(&span)
            }
            TokenKind::Keyword(Keyword::If) => {
                self.advance();
                self.condition(&span)
            }
            TokenKind::Keyword(Keyword::Suppose) => {
                self.advance();
                self.supposition(&span)
            }
            TokenKind::Keyword(Keyword::Any) => self.over(Quantifier::Any),
            TokenKind::Keyword(Keyword::None) => self.over(Quantifier::None),
            TokenKind::Keyword(Keyword::CountOf) => self.over(Quantifier::CountOf),
            TokenKind::Keyword(Keyword::First) => self.over(Quantifier::First),
            TokenKind::Keyword(Keyword::Sum) => self.over(Quantifier::Sum),
            TokenKind::Keyword(Keyword::Earliest) => self.over(Quantifier::Earliest),
            TokenKind::Keyword(Keyword::Highest) => self.over(Quantifier::Highest),
            TokenKind::Keyword(
                Keyword::Not | Keyword::Known | Keyword::Possible | Keyword::HasValue | Keyword::IsProvisional,
            ) => self.deeper(Self::prefixed),
            TokenKind::Sign(_) | TokenKind::Keyword(_) => {
                Err(SyntaxError::new(span, "这里少了一个数、名称或算式", "请在它前面补上"))
            }
        }
    }

    fn close(&mut self, sign: &str, name: &str) -> Result<usize, SyntaxError> {
        let end = self.here().end;
        if self.take_sign(sign) {
            return Ok(end);
        }
        match self.peek() {
            Some(token) if matches!(token.kind, TokenKind::Name(_) | TokenKind::Number { .. }) => {
                Err(self.unexpected(token))
            }
            _ => Err(self.expected(name, &format!("请补上 {sign}"))),
        }
    }

    fn call(&mut self, call: Call, start: &Range<usize>) -> Parsed {
        let mut arguments = vec![self.expression()?];
        while self.take_sign(",") || self.take_sign("、") {
            arguments.push(self.expression()?);
        }
        let end = self.close(")", "右括号")?;
        Ok(Node { span: start.start..end, kind: NodeKind::Call(call, arguments) })
    }

    fn list(&mut self, start: &Range<usize>) -> Parsed {
        let mut options = Vec::new();
        let end = self.here().end;
        if self.take_sign("]") {
            return Ok(Node { span: start.start..end, kind: NodeKind::List(options) });
        }
        loop {
            options.push(self.sum()?);
            if !self.take_sign("、") && !self.take_sign(",") {
                let end = self.close("]", "右方括号")?;
                return Ok(Node { span: start.start..end, kind: NodeKind::List(options) });
            }
        }
    }

    fn condition(&mut self, start: &Range<usize>) -> Parsed {
        let when = self.expression()?;
        self.keyword(Keyword::Then, "“则”", "要写成 如果 … 则 … 否则 …")?;
        let then = self.expression()?;
        self.keyword(Keyword::Else, "“否则”", "要写成 如果 … 则 … 否则 …")?;
        let otherwise = self.expression()?;
        let end = otherwise.span.clone();
        Ok(node(start, &end, NodeKind::If(when.into(), then.into(), otherwise.into())))
    }

    fn keyword(&mut self, keyword: Keyword, name: &str, instead: &str) -> Result<(), SyntaxError> {
        if self.take_keyword(keyword) { Ok(()) } else { Err(self.expected(name, instead)) }
    }
}

fn node(start: &Range<usize>, end: &Range<usize>, kind: NodeKind) -> Node {
    Node { span: start.start..end.end, kind }
}

mod list;

#[cfg(test)]
mod tests;
