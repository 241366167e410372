//! Arithmetic operators and functions.

use wengang_engine::{Binary, Expr, Unary};

use crate::check::{Checked, Checker, Type, broken};
use crate::syntax::{Call, Node, Operation};
use crate::toml_file::Written;

impl Checker<'_> {
    pub(super) fn operation(
        &self,
        at: &Written<'_>,
        node: &Node,
        operation: Operation,
        one: &Node,
        other: &Node,
    ) -> Checked {
        let (one_expr, one_type) = self.check(at, one, None);
        let (other_expr, other_type) = self.check(at, other, None);
        let (binary, found) = match operation {
            Operation::Plus => (Binary::Plus, one_type.of_sum(&other_type)),
            Operation::Minus => (Binary::Minus, one_type.of_sum(&other_type)),
            Operation::Times => (Binary::Times, one_type.of_product(&other_type)),
            Operation::Over => (Binary::Over, one_type.of_quotient(&other_type)),
        };
        let Some(found) = found else {
            let (left, right, sign) = (self.describe(&one_type), self.describe(&other_type), operation.sign());
            let instead = match operation {
                Operation::Plus | Operation::Minus => "两边要是同一种、同一个单位的数",
                Operation::Times => "金额、数量可以乘比例或没有单位的数",
                Operation::Over => "同一个单位的数相除得到比例；也可以除以没有单位的数",
            };
            self.wrong(at, &node.span, format!("左边是{left}，右边是{right}，不能用“{sign}”"), instead);
            return broken();
        };
        (Expr::Binary(binary, one_expr.into(), other_expr.into()), found)
    }

    pub(super) fn call(&self, at: &Written<'_>, node: &Node, call: Call, arguments: &[Node]) -> Checked {
        match (call, arguments) {
            (Call::Floor, [of]) => self.rounded(at, of, Unary::Floor),
            (Call::RoundToFen, [of]) => self.rounded(at, of, Unary::RoundToFen),
            (Call::Year, [of]) => self.year(at, of),
            (Call::Month, [of]) => self.of_day(at, of, Unary::Month, Type::Month),
            (Call::MonthNumber, [of]) => {
                let (expr, found) = self.check(at, of, None);
                self.expect(at, of, &found, &Type::Month);
                (Expr::Unary(Unary::MonthNumber, expr.into()), Type::Number)
            }
            (Call::FullYears, [of]) => {
                let (expr, found) = self.check(at, of, None);
                self.expect(at, of, &found, &Type::Count("个月".to_owned()));
                (Expr::Unary(Unary::FullYears, expr.into()), Type::Number)
            }
            (Call::YearStart, [of]) => self.of_day(at, of, Unary::YearStart, Type::Date),
            (Call::NextHigher, [of]) => self.next_higher(at, of),
            (Call::PlusMonths, [day, months]) => {
                let (day_expr, day_type) = self.check(at, day, None);
                let is_month = day_type == Type::Month;
                if !is_month {
                    self.expect(at, day, &day_type, &Type::Date);
                }
                let (months_expr, months_type) = self.check(at, months, None);
                self.expect(at, months, &months_type, &Type::Count("个月".to_owned()));
                let found = if is_month { Type::Month } else { Type::Date };
                (Expr::Binary(Binary::PlusMonths, day_expr.into(), months_expr.into()), found)
            }
            (Call::PlusDays, [day, days]) => {
                let (day_expr, day_type) = self.check(at, day, None);
                self.expect(at, day, &day_type, &Type::Date);
                let (days_expr, days_type) = self.check(at, days, None);
                self.expect(at, days, &days_type, &Type::Count("天".to_owned()));
                (Expr::Binary(Binary::PlusDays, day_expr.into(), days_expr.into()), Type::Date)
            }
            (Call::OnDay, [name, day]) => self.on_day(at, name, day),
            (Call::Least, [first, others @ ..]) if !others.is_empty() => self.extreme(at, Binary::Least, first, others),
            (Call::Most, [first, others @ ..]) if !others.is_empty() => self.extreme(at, Binary::Most, first, others),
            _ => {
                let wanted = match call {
                    Call::Least | Call::Most => "两个以上",
                    Call::PlusMonths => "两个：日期或月份，和月数",
                    Call::PlusDays => "两个：日期和天数",
                    Call::OnDay => "两个：名称和日期",
                    _ => "一个",
                };
                let wrong = format!("“{}”括号里的个数不对", call.name());
                self.wrong(at, &node.span, wrong, format!("要写{wanted}，用逗号分开"));
                broken()
            }
        }
    }

    fn rounded(&self, at: &Written<'_>, of: &Node, unary: Unary) -> Checked {
        let (expr, found) = self.check(at, of, None);
        let is_right = matches!(
            (&found, unary),
            (Type::Broken, _) | (Type::Money, Unary::RoundToFen) | (Type::Number | Type::Count(_), Unary::Floor)
        );
        if !is_right {
            let (name, instead) = match unary {
                Unary::RoundToFen => ("四舍五入到分", "里面要是金额"),
                _ => ("取整", "里面要是数量"),
            };
            self.wrong(at, &of.span, format!("“{name}”里面是{}", self.describe(&found)), instead);
            return broken();
        }
        (Expr::Unary(unary, expr.into()), found)
    }

    fn year(&self, at: &Written<'_>, of: &Node) -> Checked {
        let (expr, found) = self.check(at, of, None);
        if found != Type::Month {
            self.expect(at, of, &found, &Type::Date);
        }
        (Expr::Unary(Unary::Year, expr.into()), Type::Number)
    }

    fn next_higher(&self, at: &Written<'_>, of: &Node) -> Checked {
        let (expr, found) = self.check(at, of, None);
        match &found {
            Type::Choice(domain) if self.is_ordered(*domain) => {
                let unary = Unary::NextHigher(self.options_of(*domain));
                (Expr::Unary(unary, expr.into()), found)
            }
            Type::Broken => broken(),
            _ => {
                let wrong = format!("“高一级”里面是{}", self.describe(&found));
                self.wrong(at, &of.span, wrong, "里面要是分高低的选项，类型写 choice(ordered)");
                broken()
            }
        }
    }

    fn of_day(&self, at: &Written<'_>, of: &Node, unary: Unary, found: Type) -> Checked {
        let (expr, of_type) = self.check(at, of, None);
        self.expect(at, of, &of_type, &Type::Date);
        (Expr::Unary(unary, expr.into()), found)
    }

    fn extreme(&self, at: &Written<'_>, binary: Binary, first: &Node, others: &[Node]) -> Checked {
        let (mut expr, mut found) = self.check(at, first, None);
        for other in others {
            let (other_expr, other_type) = self.check(at, other, Some(&found));
            let joined = found.joined(&other_type).filter(Type::has_order);
            let Some(joined) = joined else {
                let (left, right) = (self.describe(&found), self.describe(&other_type));
                self.wrong(at, &other.span, format!("前面是{left}，这一个是{right}，不能比大小"), "要是同一种数");
                return broken();
            };
            (expr, found) = (Expr::Binary(binary, expr.into(), other_expr.into()), joined);
        }
        (expr, found)
    }
}
