//! 假设: what may be supposed of a case.

use wengang_engine::{Added, Expr, Supposition, Value};

use crate::check::{Checker, Type};
use crate::suggest;
use crate::syntax::{Node, NodeKind, Supposed};
use crate::toml_file::Written;

/// What an officer calls the day of application.
const DAY: &str = "申请日";

impl Checker<'_> {
    pub(super) fn supposition(&self, at: &Written<'_>, supposed: &[Supposed]) -> Supposition {
        let mut with = Supposition::default();
        for one in supposed {
            match one {
                Supposed::Value(Node { kind: NodeKind::Name(name), .. }, day) if name == DAY => {
                    let (expr, found) = self.check(at, day, None);
                    self.expect(at, day, &found, &Type::Date);
                    with.day = Some(expr);
                }
                Supposed::Value(of, value) => match self.supposed(at, of, value) {
                    Some((Expr::Fact(fact), value)) => with.facts.push((fact, value)),
                    Some((Expr::Define(define), value)) => with.defines.push((define, value)),
                    _ => {}
                },
                Supposed::Added { to, each, fields } => {
                    with.added.extend(self.supposed_more(at, to, each.as_ref(), fields));
                }
                Supposed::Rule(rule) => with.round = self.rule(at, rule),
            }
        }
        with
    }

    /// A fact or a definition, and what it is supposed to be.
    fn supposed(&self, at: &Written<'_>, fact: &Node, value: &Node) -> Option<(Expr, Value)> {
        let (fact_expr, fact_type) = self.check(at, fact, None);
        let (value_expr, value_type) = self.check(at, value, Some(&fact_type));
        self.expect(at, value, &value_type, &fact_type);
        match (fact_expr, value_expr) {
            (of @ (Expr::Fact(_) | Expr::Define(_)), Expr::Literal(value)) => Some((of, value)),
            (Expr::Fact(_) | Expr::Define(_), _) => {
                self.wrong(at, &value.span, "“假设”里要写一个现成的值", "例如 假设 划型 = 大型 则 …");
                None
            }
            _ if fact_type == Type::Broken => None,
            _ => {
                self.wrong(
                    at,
                    &fact.span,
                    "“假设”里只能假设要问的事和起了名的算式",
                    "这里要写一个 [[fact]] 或 [[define]] 的名称",
                );
                None
            }
        }
    }

    /// More elements of a list.
    fn supposed_more(
        &self,
        at: &Written<'_>,
        to: &Node,
        each: Option<&Node>,
        fields: &[(Node, Node)],
    ) -> Option<Added> {
        let (expr, of_type) = self.check(at, to, None);
        let (Expr::Fact(fact), Type::List(list)) = (expr, &of_type) else {
            if of_type != Type::Broken {
                let wrong = format!("“加”前面是{}", self.describe(&of_type));
                self.wrong(at, &to.span, wrong, "要写一个 type = \"list\" 的事");
            }
            return None;
        };
        let each = match each {
            Some(each) => Some(self.listed(at, each)?),
            None => None,
        };
        let mut checked = Vec::new();
        for (field, value) in fields {
            let NodeKind::Name(name) = &field.kind else {
                self.wrong(at, &field.span, "等号左边要写一个名称", "要写成 证书 加 (职业 = …、等级 = …)");
                continue;
            };
            let Some((place, wanted)) = self.lists.place_of(*list, name) else {
                let known = self.lists.names_of(*list);
                let instead = suggest::instead(name, known.iter().map(String::as_str));
                self.wrong(at, &field.span, format!("“{}”里没有这一项", self.lists.name(*list)), instead);
                continue;
            };
            let check = || self.check(at, value, Some(&wanted));
            let (expr, found) = match each {
                Some((_, of)) => self.lists.inside(of, check),
                None => check(),
            };
            self.expect(at, value, &found, &wanted);
            checked.push((place, expr));
        }
        Some(Added { to: fact, each: each.map(|(listed, _)| listed), fields: checked })
    }

    /// The rule that 按 names: 长期规定, or the round of 2024年度.
    fn rule(&self, at: &Written<'_>, rule: &Node) -> Option<wengang_engine::pack::RoundId> {
        let name = match &rule.kind {
            NodeKind::Name(name) => name.clone(),
            NodeKind::Number { digits, places: 0, unit: Some(unit) } => format!("{digits}{unit}"),
            _ => String::new(),
        };
        let found = self.rules().iter().find(|(known, _)| *known == name).map(|(_, id)| *id);
        if found.is_none() {
            let known: Vec<&str> = self.rules().iter().map(|(known, _)| known.as_str()).collect();
            let instead = match known.as_slice() {
                [] => "这个文件没有写任何年度".to_owned(),
                known => format!("可以写{}", known.join("、")),
            };
            self.wrong(at, &rule.span, "没有这一年的规定", instead);
        }
        found
    }
}
