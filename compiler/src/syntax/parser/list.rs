//! Operations on lists, the current item, and suppositions.

use std::ops::Range;

use crate::syntax::lexer::{Keyword, TokenKind};
use crate::syntax::parser::{Parsed, Parser, node};
use crate::syntax::{Node, NodeKind, Quantifier, Supposed, SyntaxError};

impl Parser<'_> {
    pub(super) fn supposition(&mut self, start: &Range<usize>) -> Parsed {
        const FORM: &str = "要写成 假设 事实 = 值 则 …";
        let mut supposed = Vec::new();
        loop {
            supposed.push(self.supposed(FORM)?);
            if !self.take_sign("、") && !self.take_sign(",") {
                break;
            }
        }
        self.keyword(Keyword::Then, "“则”", FORM)?;
        let of = self.expression()?;
        let end = of.span.clone();
        Ok(node(start, &end, NodeKind::Suppose(supposed, of.into())))
    }

    fn supposed(&mut self, form: &str) -> Result<Supposed, SyntaxError> {
        if self.take_keyword(Keyword::Under) {
            return Ok(Supposed::Rule(self.primary()?));
        }
        let what = self.primary()?;
        if self.take_keyword(Keyword::Added) {
            return self.added(what);
        }
        if !self.take_sign("=") {
            return Err(self.expected("等号", form));
        }
        Ok(Supposed::Value(what, self.sum()?))
    }

    /// 证书 加 (职业 = …、…), or 已领补贴 加 计划 (职业 = 职业、…).
    fn added(&mut self, to: Node) -> Result<Supposed, SyntaxError> {
        const FORM: &str = "要写成 证书 加 (职业 = …、等级 = …)，每一项写在括号里";
        let is_one = matches!(self.peek().map(|token| &token.kind), Some(TokenKind::Sign("(")));
        let each = if is_one { None } else { Some(self.primary()?) };
        if !self.take_sign("(") {
            return Err(self.expected("左括号", FORM));
        }
        let mut fields = Vec::new();
        loop {
            let field = self.primary()?;
            if !self.take_sign("=") {
                return Err(self.expected("等号", FORM));
            }
            fields.push((field, self.sum()?));
            if !self.take_sign("、") && !self.take_sign(",") {
                break;
            }
        }
        self.close(")", "右括号")?;
        Ok(Supposed::Added { to, each, fields })
    }

    /// 有 证书 其中 (…), 合计 证书 其中 (…) 的 金额: the condition always in brackets, so that it is plain what belongs to
    /// it.
    pub(super) fn over(&mut self, quantifier: Quantifier) -> Parsed {
        let (form, needs_of, needs_where) = match quantifier {
            Quantifier::Any | Quantifier::None => ("要写成 有 证书 其中 (…)，条件写在括号里", false, true),
            Quantifier::CountOf => ("要写成 几个 证书 其中 (…)，条件写在括号里", false, false),
            Quantifier::First | Quantifier::Sum | Quantifier::Earliest | Quantifier::Highest => {
                ("要写成 合计 证书 其中 (…) 的 金额，条件写在括号里", true, false)
            }
        };
        let start = self.here();
        self.advance();
        let list = self.primary()?;
        let mut end = list.span.clone();
        let such = if self.take_keyword(Keyword::Where) {
            if !self.take_sign("(") {
                return Err(self.expected("左括号", form));
            }
            let such = self.expression()?;
            end.end = self.close(")", "右括号")?;
            Some(such.into())
        } else if needs_where {
            return Err(self.expected("“其中”", form));
        } else {
            None
        };
        let of = if needs_of {
            self.keyword(Keyword::Of, "“的”", form)?;
            let of = self.primary()?;
            end = of.span.clone();
            Some(of.into())
        } else {
            None
        };
        Ok(node(&start, &end, NodeKind::Over(quantifier, list.into(), such, of)))
    }

    /// 这本.等级.
    pub(super) fn of_item(&mut self, name: &str, start: &Range<usize>) -> Parsed {
        let span = self.here();
        match self.peek().map(|token| &token.kind) {
            Some(TokenKind::Name(field)) => {
                let field = field.clone();
                self.advance();
                Ok(node(start, &span, NodeKind::OfItem(name.to_owned(), field)))
            }
            _ => Err(self.expected("一个名称", "要写成 这本.等级")),
        }
    }
}
