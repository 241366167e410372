//! A figure of the law with its source, as a Rust expression.

use super::documents::Documents;
use super::node::Node;

/// What a rule writes once for all its figures.
pub struct Defaults {
    document: String,
    clause: String,
    grade: String,
}

impl Defaults {
    /// Reads the document, clause and grade of a rule.
    pub fn read(node: &Node<'_>) -> Result<Self, String> {
        Ok(Self {
            document: node.text("document")?,
            clause: node.text("clause")?,
            grade: grade(node)?.unwrap_or_default(),
        })
    }
}

/// A source: the node's own words, the defaults where it is silent.
pub fn source(node: &Node<'_>, documents: &Documents, defaults: Option<&Defaults>) -> Result<String, String> {
    let given = |key: &str, default: Option<&String>| match (node.optional_text(key)?, default) {
        (Some(text), _) => Ok(text),
        (None, Some(default)) => Ok(default.clone()),
        (None, None) => Err(node.error(&format!("缺少“{key}”"))),
    };
    let document = given("document", defaults.map(|d| &d.document))?;
    let clause = given("clause", defaults.map(|d| &d.clause))?;
    grade(node)?;
    let grade = given("grade", defaults.map(|d| &d.grade))?;
    let name = documents.name(node, "document", &document)?;
    let quote = node.optional_text("quote")?;
    match (documents.is_held(&document), &quote) {
        (true, None) => return Err(node.error(&format!("“{document}”有原文，请写 quote（逐字摘录）"))),
        (false, Some(_)) => {
            return Err(node.error_at("quote", &format!("“{document}”没有原文，不能写 quote")));
        }
        _ => {}
    }
    Ok(format!(
        "Source {{ document: &{name}, clause: {clause:?}, quote: {}, grade: Grade::{grade} }}",
        option_code(quote.as_deref())
    ))
}

/// The source of a section that may be left out where the rule's own document is not held.
pub fn clause(rule: &Node<'_>, key: &str, documents: &Documents, defaults: &Defaults) -> Result<String, String> {
    let Some(node) = rule.optional_table(key)? else {
        return source_of_the_rule(rule, key, documents, defaults);
    };
    let code = source(&node, documents, Some(defaults))?;
    node.finish()?;
    Ok(code)
}

fn source_of_the_rule(
    rule: &Node<'_>,
    key: &str,
    documents: &Documents,
    defaults: &Defaults,
) -> Result<String, String> {
    if documents.is_held(&defaults.document) {
        return Err(rule.error(&format!("缺少“{key}”这一节：“{}”有原文，请逐字摘录", defaults.document)));
    }
    source(rule, documents, Some(defaults))
}

/// A figure: a section with `value` and, where it differs from the rule, its source.
pub fn figure(
    rule: &Node<'_>,
    key: &str,
    documents: &Documents,
    defaults: &Defaults,
    value: impl Fn(&Node<'_>) -> Result<String, String>,
) -> Result<String, String> {
    let node = rule.table(key)?;
    let code = format!("Sourced {{ value: {}, source: {} }}", value(&node)?, source(&node, documents, Some(defaults))?);
    node.finish()?;
    Ok(code)
}

/// A share such as `"5.5 %"`, over 0 and at most 100 %, with at most three decimals.
pub fn ratio(node: &Node<'_>) -> Result<String, String> {
    milli_percent(node, "value").map(|milli| format!("Ratio::from_milli_percent({milli})"))
}

/// A share in thousandths of a per cent.
pub fn milli_percent(node: &Node<'_>, key: &str) -> Result<u32, String> {
    let text = node.text(key)?;
    let wrong = || node.error_at(key, &format!("“{key}”应当是大于 0、不超过 100 % 的比例，例如 \"5.5 %\""));
    let number = text.strip_suffix('%').ok_or_else(wrong)?.trim_end();
    let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
    let digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    if whole.is_empty() || whole.len() > 3 || fraction.len() > 3 || !digits(whole) || !digits(fraction) {
        return Err(wrong());
    }
    let milli: u32 = format!("{whole}{fraction:0<3}").parse().map_err(|_| wrong())?;
    if (1..=100_000).contains(&milli) { Ok(milli) } else { Err(wrong()) }
}

/// An amount such as `"3920.55"`, in 元 with two decimals, as a number of 分.
pub fn fen(node: &Node<'_>, key: &str) -> Result<u64, String> {
    let text = node.text(key)?;
    let wrong = || node.error_at(key, &format!("“{key}”应当是两位小数的金额，例如 \"3920.55\""));
    let (whole, fraction) = text.split_once('.').ok_or_else(wrong)?;
    let digits = |part: &str| !part.is_empty() && part.len() <= 9 && part.bytes().all(|b| b.is_ascii_digit());
    if fraction.len() != 2 || !digits(whole) || !digits(fraction) {
        return Err(wrong());
    }
    format!("{whole}{fraction}").parse().map_err(|_| wrong())
}

/// A whole number in a range.
pub fn number(range: std::ops::RangeInclusive<u32>) -> impl Fn(&Node<'_>) -> Result<String, String> {
    move |node| node.number("value", range.clone()).map(|value| value.to_string())
}

/// An amount in whole 元.
pub fn yuan(node: &Node<'_>) -> Result<String, String> {
    let yuan = node.number("value", 1..=100_000)?;
    Ok(format!("Money::from_fen({})", u64::from(yuan) * 100))
}

/// `Some("…")` or `None`.
pub fn option_code(text: Option<&str>) -> String {
    text.map_or_else(|| "None".to_owned(), |text| format!("Some({text:?})"))
}

/// A slice of texts.
pub fn texts_code(texts: &[String]) -> String {
    format!("&{texts:?}")
}

fn grade(node: &Node<'_>) -> Result<Option<String>, String> {
    let grade = node.optional_text("grade")?;
    match grade.as_deref() {
        None | Some("A" | "B" | "C" | "D" | "G") => Ok(grade),
        Some(_) => Err(node.error_at("grade", "“grade”只能是 A、B、C、D、G")),
    }
}
