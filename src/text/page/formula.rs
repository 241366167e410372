//! A line of the calculation as people write it: ids of earlier lines become their values, rounding becomes words.

use crate::policy::list::CollectSmall;
use crate::policy::money::Money;
use crate::text::money::grouped;

/// A formula for reading: `109207.30 × 0.60`, and how it is rounded.
///
/// `earlier` are the ids and values of the lines before.
#[must_use]
pub fn shown(formula: &str, earlier: &[(&str, &str)], unit: &str) -> String {
    let (formula, bounds) = unwrap_bounds(formula);
    let (inner, is_rounded) = unwrap_rounding(&formula);
    let words: Vec<_> = inner.split(' ').map(|word| of_earlier(word, earlier)).collect_small();
    let line = words.join(" ") + &bounds;
    if is_rounded { format!("{line}，{}", rounding(unit)) } else { line }
}

/// Takes `min( … )` and `max( … )` that span the whole formula off, and says them in words.
fn unwrap_bounds(formula: &str) -> (String, String) {
    let Some((least, most)) = of_two(formula, "min(") else { return (formula.to_owned(), String::new()) };
    match of_two(least, "max(") {
        Some((value, floor)) => (value.to_owned(), format!("，不低于 {floor}，不高于 {most}")),
        None => (least.to_owned(), format!("，最多 {most}")),
    }
}

/// The two values of a `min( … )` or `max( … )` that spans the whole formula.
fn of_two<'a>(formula: &'a str, name: &str) -> Option<(&'a str, &'a str)> {
    formula.strip_prefix(name)?.strip_suffix(')')?.rsplit_once(", ")
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

/// A word with the id of an earlier line, brackets around it or not, made that line's value.
fn of_earlier(word: &str, earlier: &[(&str, &str)]) -> String {
    let id = word.trim_matches(['(', ')']);
    match earlier.iter().find(|(known, _)| *known == id) {
        Some((_, value)) => word.replace(id, value),
        None => word.to_owned(),
    }
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
    fn rounding_is_written_in_words() {
        assert_eq!(shown("round2(109207.30 × 0.60)", &[], "元"), "109207.30 × 0.60，四舍五入到分");
        assert_eq!(shown("round2(7 × 100 ÷ (61 ÷ 2))", &[], "%"), "7 × 100 ÷ (61 ÷ 2)，四舍五入到两位小数");
        assert_eq!(shown("round2(7 × 10000 ÷ 30) ÷ 100", &[], "%"), "(7 × 10000 ÷ 30) ÷ 100，四舍五入到两位小数");
    }

    #[test]
    fn bounds_are_written_in_words() {
        let wage = "min(max(3000.00, 3920.55), 19602.75)";
        assert_eq!(shown(wage, &[], "元"), "3000.00，不低于 3920.55，不高于 19602.75");
        let years = [("full-years", "6")];
        assert_eq!(shown("min(13 + (full-years − 5) × 1, 18)", &years, "个月"), "13 + (6 − 5) × 1，最多 18");
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
