//! Names, types and units of expressions: from a tree to what the engine evaluates.

mod given;
mod lists;
mod literal;
mod names;
mod operator;
mod params;
mod sentence;
mod suppose;
mod types;

use std::ops::Range;

use wengang_engine::pack::DomainId;
use wengang_engine::{Binary, Expr, OptionId, Unary, Value, Words};

use crate::syntax::{Compare, Join, Node, NodeKind, Prefix, SyntaxError, parse};
use crate::toml_file::Written;

pub(crate) use given::{AGENCY, ASSUMED, DAY_OFF, GAP, PARAM_KEY};
pub(crate) use names::{Checker, Meaning, NO_LIMIT};
pub(crate) use types::Type;

/// An expression with its type; a faulty one has the type [`Type::Broken`], and causes no further messages.
pub(crate) type Checked = (Expr, Type);

/// The placeholder for a faulty expression. A file with an error gives no pack, so it is never evaluated.
fn broken() -> Checked {
    (Expr::Literal(Value::Truth(false)), Type::Broken)
}

impl Checker<'_> {
    /// Checks an expression of a file that must be of a type.
    pub fn typed(&self, at: &Written<'_>, wanted: &Type) -> Expr {
        match parse(&at.text) {
            Err(error) => self.syntax(at, &error),
            Ok(node) => {
                let (expr, found) = self.check(at, &node, Some(wanted));
                self.expect(at, &node, &found, wanted);
                return expr;
            }
        }
        broken().0
    }

    /// Checks an expression of a file of any type.
    pub fn any(&self, at: &Written<'_>) -> Checked {
        match parse(&at.text) {
            Err(error) => {
                self.syntax(at, &error);
                broken()
            }
            Ok(node) => self.check(at, &node, None),
        }
    }

    /// Notes what is wrong with the form of an expression.
    pub fn syntax(&self, at: &Written<'_>, error: &SyntaxError) {
        self.messages.add(at.file, at.part(error.span.clone()), error.wrong.as_str(), error.instead.as_str());
    }

    fn wrong(&self, at: &Written<'_>, span: &Range<usize>, wrong: impl Into<String>, instead: impl Into<String>) {
        self.messages.add(at.file, at.part(span.clone()), wrong, instead);
    }

    fn expect(&self, at: &Written<'_>, node: &Node, found: &Type, wanted: &Type) {
        if found.fits(wanted) {
            return;
        }
        let wrong = format!("这里要{}，写的是{}", self.describe(wanted), self.describe(found));
        let instead = match (found, wanted) {
            (Type::Number, Type::Ratio) => "比例要写 %，例如 5.5 %",
            (Type::Number, Type::Money) => "金额要写 元，例如 1000 元",
            (_, Type::Truth) => "例如 a ≥ b、划型 = 大型",
            _ => "请换成这一种",
        };
        self.wrong(at, &node.span, wrong, instead);
    }

    /// Checks a tree; `wanted` helps to read the names of options and is not enforced.
    fn check(&self, at: &Written<'_>, node: &Node, wanted: Option<&Type>) -> Checked {
        match &node.kind {
            NodeKind::Name(name) => self.name(at, node, name, wanted),
            NodeKind::Number { digits, places, unit } => self.number(at, node, *digits, *places, unit.as_deref()),
            NodeKind::Date(day) => (Expr::Literal(Value::Date(*day)), Type::Date),
            NodeKind::Words(words) => (Expr::Literal(Value::Text(Words::plain(words.clone()))), Type::Text),
            NodeKind::List(options) => self.list(at, node, options, wanted),
            NodeKind::Prefix(prefix, of) => self.prefix(at, *prefix, of),
            NodeKind::Join(join, one, other) => {
                let binary = match join {
                    Join::And => Binary::And,
                    Join::Or => Binary::Or,
                };
                let (one, other) = (self.truth(at, one), self.truth(at, other));
                (Expr::Binary(binary, one.into(), other.into()), Type::Truth)
            }
            NodeKind::Compare(compare, one, other) => self.compare(at, *compare, one, other),
            NodeKind::OneOf(of, options) => self.one_of(at, of, options),
            NodeKind::Operation(operation, one, other) => self.operation(at, node, *operation, one, other),
            NodeKind::Call(call, arguments) => self.call(at, node, *call, arguments),
            NodeKind::If(when, then, otherwise) => {
                let when = self.truth(at, when);
                let (then_expr, then_type) = self.check(at, then, wanted);
                let (else_expr, else_type) = self.check(at, otherwise, Some(wanted.unwrap_or(&then_type)));
                let joined = then_type.joined(&else_type);
                if joined.is_none() {
                    let (one, other) = (self.describe(&then_type), self.describe(&else_type));
                    let wrong = format!("“则”后面是{one}，“否则”后面是{other}");
                    self.wrong(at, &otherwise.span, wrong, "两边要是同一种");
                }
                let expr = Expr::If(when.into(), then_expr.into(), else_expr.into());
                (expr, joined.unwrap_or(Type::Broken))
            }
            NodeKind::Over(quantifier, list, such, of) => {
                self.over(at, *quantifier, list, such.as_deref(), of.as_deref())
            }
            NodeKind::OfItem(item, field) => self.of_item(at, node, item, field),
            NodeKind::Suppose(supposed, of) => {
                let with = self.supposition(at, supposed);
                // The elements that are looked at here are those of the case as it is.
                let (of, found) = self.lists.outside(|| self.check(at, of, wanted));
                (Expr::Suppose(with.into(), of.into()), found)
            }
        }
    }

    fn truth(&self, at: &Written<'_>, node: &Node) -> Expr {
        let (expr, found) = self.check(at, node, Some(&Type::Truth));
        self.expect(at, node, &found, &Type::Truth);
        expr
    }

    fn prefix(&self, at: &Written<'_>, prefix: Prefix, of: &Node) -> Checked {
        let (unary, of) = match prefix {
            Prefix::Not => (Unary::Not, self.truth(at, of)),
            Prefix::Possible => (Unary::IsPossible, self.lists.outside(|| self.truth(at, of))),
            // What is known of the whole case does not depend on an element.
            Prefix::Known => (Unary::IsKnown, self.lists.outside(|| self.check(at, of, None).0)),
            Prefix::HasValue => (Unary::HasValue, self.check(at, of, None).0),
            Prefix::IsProvisional => (Unary::IsProvisional, self.lists.outside(|| self.check(at, of, None).0)),
        };
        (Expr::Unary(unary, of.into()), Type::Truth)
    }

    fn compare(&self, at: &Written<'_>, compare: Compare, one: &Node, other: &Node) -> Checked {
        // An option alone on the left is read by what it is compared with.
        let is_option = matches!(&one.kind, NodeKind::Name(name) if !self.knows(name));
        let ((one_expr, one_type), (other_expr, other_type)) = if is_option {
            let right = self.check(at, other, None);
            (self.check(at, one, Some(&right.1)), right)
        } else {
            let left = self.check(at, one, None);
            let right = self.check(at, other, Some(&left.1));
            (left, right)
        };
        let binary = match compare {
            Compare::Equal => Binary::Equal,
            Compare::NotEqual => Binary::NotEqual,
            Compare::Less => Binary::Less,
            Compare::AtMost => Binary::AtMost,
            Compare::More => Binary::More,
            Compare::AtLeast => Binary::AtLeast,
            Compare::Above => Binary::Above,
            Compare::Below => Binary::Below,
            Compare::In => return self.is_in(at, one, other),
        };
        let expr = Expr::Binary(binary, one_expr.into(), other_expr.into());
        match one_type.joined(&other_type) {
            None => {
                let (left, right) = (self.describe(&one_type), self.describe(&other_type));
                let instead = match (&one_type, &other_type) {
                    (Type::Ratio, Type::Number) | (Type::Number, Type::Ratio) => "比例要写 %，例如 5.5 %",
                    (Type::Money, Type::Number) | (Type::Number, Type::Money) => "金额要写 元，例如 1000 元",
                    _ => "两边要是同一种",
                };
                let span = one.span.start..other.span.end;
                self.wrong(at, &span, format!("左边是{left}，右边是{right}，不能比较"), instead);
                (expr, Type::Broken)
            }
            Some(joined) if matches!(compare, Compare::Above | Compare::Below) => {
                let is_ordered = match &joined {
                    Type::Choice(domain) => self.is_ordered(*domain),
                    other => *other == Type::Broken,
                };
                if !is_ordered {
                    let wrong = format!("{}没有高低", self.describe(&joined));
                    let span = one.span.start..other.span.end;
                    self.wrong(at, &span, wrong, "数和日期用 <、>；选项有高低的，类型写 choice(ordered)");
                }
                (expr, if is_ordered { Type::Truth } else { Type::Broken })
            }
            Some(joined) if !joined.has_order() && !matches!(compare, Compare::Equal | Compare::NotEqual) => {
                let span = one.span.start..other.span.end;
                let wrong = format!("{}不分大小", self.describe(&joined));
                self.wrong(at, &span, wrong, "只能用 =、≠ 或者“属于”");
                (expr, Type::Broken)
            }
            Some(_) => (expr, Type::Truth),
        }
    }

    fn one_of(&self, at: &Written<'_>, of: &Node, options: &[Node]) -> Checked {
        let (of_expr, of_type) = self.check(at, of, None);
        let mut exprs = Vec::new();
        for option in options {
            let (expr, found) = self.check(at, option, Some(&of_type));
            self.expect(at, option, &found, &of_type);
            exprs.push(expr);
        }
        (Expr::OneOf(of_expr.into(), exprs), Type::Truth)
    }

    /// 属于, of an option and a name for several options.
    fn is_in(&self, at: &Written<'_>, one: &Node, several: &Node) -> Checked {
        let (several_expr, several_type) = self.check(at, several, None);
        let wanted = match several_type {
            Type::Choices(domain) => Type::Choice(domain),
            Type::Broken => Type::Broken,
            other => {
                let wrong = format!("“属于”后面是{}", self.describe(&other));
                self.wrong(at, &several.span, wrong, "要写几个选项，或者 type = \"choices(…)\" 的名称");
                return broken();
            }
        };
        let (one_expr, one_type) = self.check(at, one, Some(&wanted));
        self.expect(at, one, &one_type, &wanted);
        (Expr::Binary(Binary::In, one_expr.into(), several_expr.into()), Type::Truth)
    }

    fn list(&self, at: &Written<'_>, node: &Node, options: &[Node], wanted: Option<&Type>) -> Checked {
        match wanted {
            Some(Type::Choices(domain)) => {
                let chosen = options.iter().filter_map(|option| self.option_of(at, option, *domain)).collect();
                (Expr::Literal(Value::Choices(chosen)), Type::Choices(*domain))
            }
            Some(Type::List(list)) if options.is_empty() => (Expr::Literal(Value::List(Vec::new())), Type::List(*list)),
            Some(Type::List(list)) if options.is_empty() => (Expr::Literal(Value::List(Vec::new())), Type::List(*list)),
            Some(Type::Broken) => broken(),
            _ => {
                self.wrong(
                    at,
                    &node.span,
                    "这里不能写一列选项",
                    "一列选项只能和可以选几项的事比较，或者写在“属于”后面",
                );
                broken()
            }
        }
    }

    fn option_of(&self, at: &Written<'_>, node: &Node, domain: DomainId) -> Option<OptionId> {
        match self.check(at, node, Some(&Type::Choice(domain))) {
            (Expr::Literal(Value::Choice(option)), _) => Some(option),
            (_, Type::Broken) => None,
            _ => {
                self.wrong(at, &node.span, "这里要写一个选项", "请写选项的名称");
                None
            }
        }
    }
}
