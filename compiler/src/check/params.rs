//! 在(费率, 月份): dated values on a day.

use wengang_engine::Expr;

use crate::check::{Checked, Checker, Type, broken};
use crate::suggest;
use crate::syntax::{Node, NodeKind};
use crate::toml_file::Written;

impl Checker<'_> {
    pub(super) fn on_day(&self, at: &Written<'_>, name: &Node, day: &Node) -> Checked {
        let found = match &name.kind {
            NodeKind::Name(name) => self.param(name),
            _ => None,
        };
        let Some((id, of_type)) = found else {
            let written = at.text.get(name.span.clone()).unwrap_or_default();
            self.wrong(at, &name.span, "“在”里先要写一个 [[param]] 的名称", suggest::instead(written, self.params()));
            return broken();
        };
        let (day_expr, day_type) = self.check(at, day, None);
        if !matches!(day_type, Type::Date | Type::Month | Type::Broken) {
            let wrong = format!("这里要日期或月份，写的是{}", self.describe(&day_type));
            self.wrong(at, &day.span, wrong, "例如 在(费率, 申请日)、在(费率, 月份)");
            return broken();
        }
        (Expr::Param(id, Some(day_expr.into())), of_type)
    }
}
