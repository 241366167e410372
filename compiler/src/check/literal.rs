//! Numbers with their units.

use wengang_engine::{Count, Expr, Fraction, Money, NoValue, Ratio, Value};

use crate::check::{Checked, Checker, Type, broken};
use crate::suggest;
use crate::syntax::Node;
use crate::toml_file::Written;

impl Checker<'_> {
    pub(super) fn number(
        &self,
        at: &Written<'_>,
        node: &Node,
        digits: i128,
        places: u32,
        unit: Option<&str>,
    ) -> Checked {
        let unit = match unit {
            Some(unit) if !self.has_unit(unit) && !["%", "元", "万元"].contains(&unit) => {
                self.wrong(at, &node.span, format!("不认识单位“{unit}”"), suggest::instead(unit, self.units()));
                return broken();
            }
            unit => unit,
        };
        match value(digits, places, unit) {
            Ok((value, of_type)) => (Expr::Literal(value), of_type),
            Err(_) => {
                self.wrong(at, &node.span, "这个数太大", "请检查是不是多写了");
                broken()
            }
        }
    }
}

fn value(digits: i128, places: u32, unit: Option<&str>) -> Result<(Value, Type), NoValue> {
    let number = Fraction::decimal(digits, places)?.reduced();
    Ok(match unit {
        None => (Value::Number(number), Type::Number),
        Some("%") => (Value::Ratio(Ratio::new(number.over(Fraction::whole(100))?.reduced())), Type::Ratio),
        Some("元") => (Value::Money(Money::new(number)), Type::Money),
        Some("万元") => (Value::Money(Money::new(number.times(Fraction::whole(10_000))?)), Type::Money),
        Some(unit) => (Value::Count(Count::new(number)), Type::Count(unit.to_owned())),
    })
}
