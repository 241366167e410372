//! The figures that were written down a second time.

use std::sync::LazyLock;

use toml::Value;

static FIGURES: LazyLock<Value> = LazyLock::new(|| include_str!("figures.toml").parse::<toml::Table>().unwrap().into());

/// A table of the figures by its path: `refund.rounds`.
pub fn table(path: &str) -> &'static Value {
    path.split('.').fold(&*FIGURES, |table, name| &table[name])
}

/// A whole number.
pub fn whole(value: &Value) -> i128 {
    value.as_integer().unwrap().into()
}

/// A list of whole numbers.
pub fn wholes(value: &Value) -> Vec<i128> {
    value.as_array().unwrap().iter().map(whole).collect()
}

/// 分 as the answers print them.
pub fn yuan(fen: i128) -> String {
    format!("{}.{:02}", fen / 100, fen % 100)
}

/// A decimal, as text or as a whole number, in units of as many places; nothing where it is left out.
pub fn scaled(value: &serde_json::Value, places: usize) -> Option<i128> {
    let text = value.as_str().map(str::to_owned).or_else(|| value.as_u64().map(|whole| whole.to_string()))?;
    let (whole, rest) = text.split_once('.').unwrap_or((&text, ""));
    format!("{whole}{rest:0<places$}").parse().ok()
}

/// Some thousandths of 分, half a 分 rounded up.
pub fn share(fen: i128, thousandths: i128) -> i128 {
    let product = fen * thousandths;
    product / 1000 + i128::from(product % 1000 >= 500)
}
