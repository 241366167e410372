//! A line of the calculation as people write it: ids of earlier lines become their values, rounding becomes words.

use crate::policy::money::Money;
use crate::text::money::grouped;

/// A formula for reading: `109207.30 × 0.60`, and how it is rounded.
///
/// `earlier` are the ids and values of the lines before.
#[must_use]
pub fn shown(formula: &str, earlier: &[(&str, &str)], unit: &str) -> String {
    let (inner, is_rounded) = unwrap_rounding(formula);
    let words: Vec<_> = inner.split(' ').map(|word| of_earlier(word, earlier).unwrap_or(word)).collect();
    let line = words.join(" ");
    if is_rounded { format!("{line}，{}", rounding(unit)) } else { line }
}

/// A value with its unit: `= 65,524.38 元`.
#[must_use]
pub fn value(value: &str, unit: &str) -> String {
    let money = if unit == "元" { Money::parse(value).ok() } else { None };
    match money {
        Some(money) => format!("= {} {unit}", grouped(money)),
        None => format!("= {value}{unit}"),
    }
}

fn of_earlier<'a>(word: &str, earlier: &[(&str, &'a str)]) -> Option<&'a str> {
    earlier.iter().find(|(id, _)| *id == word).map(|(_, value)| *value)
}

fn rounding(unit: &str) -> &'static str {
    if unit == "元" { "四舍五入到分" } else { "四舍五入到两位小数" }
}

/// Takes a `round2( … )` that spans the whole formula off; elsewhere only its name.
fn unwrap_rounding(formula: &str) -> (String, bool) {
    const NAME: &str = "round2(";
    match formula.strip_prefix(NAME).and_then(|rest| rest.strip_suffix(')')) {
        Some(inner) if !closes_early(inner) => (inner.to_owned(), true),
        _ => (formula.replace(NAME, "("), formula.contains(NAME)),
    }
}

/// Whether a bracket is closed in it that was not opened in it.
fn closes_early(inner: &str) -> bool {
    let mut depth = 0_i32;
    inner.chars().any(|sign| {
        depth += i32::from(sign == '(') - i32::from(sign == ')');
        depth < 0
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rounding_is_said_in_words() {
        assert_eq!(shown("round2(109207.30 × 0.60)", &[], "元"), "109207.30 × 0.60，四舍五入到分");
        assert_eq!(shown("round2(7 × 100 ÷ (61 ÷ 2))", &[], "%"), "7 × 100 ÷ (61 ÷ 2)，四舍五入到两位小数");
        assert_eq!(shown("round2(7 × 10000 ÷ 30) ÷ 100", &[], "%"), "(7 × 10000 ÷ 30) ÷ 100，四舍五入到两位小数");
    }

    #[test]
    fn earlier_lines_are_filled_in() {
        let earlier = [("certificate-0", "1500.00"), ("certificate-1", "2000.00")];
        assert_eq!(shown("certificate-0 + certificate-1", &earlier, "元"), "1500.00 + 2000.00");
    }

    #[test]
    fn values_have_their_unit() {
        assert_eq!(value("65524.38", "元"), "= 65,524.38 元");
        assert_eq!(value("23.33", "%"), "= 23.33%");
    }
}
