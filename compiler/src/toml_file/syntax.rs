//! TOML's own errors in Chinese.

use toml::de::DeTable;

use crate::message::{File, Messages};

/// What the parser says, what it means here, and what to do.
const KNOWN: [(&str, &str, &str); 17] = [
    ("duplicate key", "这个名称在同一节里写了两次", "请只留一个，或者换一个名称"),
    ("invalid unquoted key", "名称里有中文或符号，要加引号", "例如 [round.\"控制目标\"]"),
    ("unquoted keys cannot be empty", "少了名称", "在等号前面写上名称"),
    ("string values must be quoted", "文字没有加引号", "请加英文双引号，例如 \"…\""),
    ("invalid value", "这个值写法不对", "文字和带单位的数都要加英文双引号，例如 \"5.5 %\""),
    ("missing value", "等号后面没有写", "请补上"),
    ("key with no value", "只有名称，没有等号和值", "要写成 名称 = 值"),
    ("missing assignment", "少了等号", "要写成 名称 = 值"),
    ("missing comma", "两项之间少了逗号", "请补一个英文逗号"),
    ("unclosed array", "方括号没有写完", "请补上 ]"),
    ("unclosed table", "节的名称没有写完", "请补上 ]"),
    ("unclosed inline table", "花括号没有写完", "请补上 }"),
    ("unexpected leading zero", "数前面多了0", "请去掉开头的0"),
    ("invalid date", "没有这一天", "日期要写成 2024-12-31 这样，而且真有这一天"),
    ("invalid float", "文字没有加引号", "请加英文双引号，例如 \"…\""),
    ("invalid boolean", "文字没有加引号", "请加英文双引号；真假只写 true 或 false"),
    ("invalid basic string", "引号没有写完", "请在同一行里补上英文双引号"),
];

/// Reads a file as TOML; every error of its form is noted. A bracket that is not closed makes an error of every line
/// after it: then only the first is noted.
pub(crate) fn parse<'a>(file: &'a File, messages: &Messages) -> DeTable<'a> {
    let (table, errors) = DeTable::parse_recoverable(&file.text);
    let unclosed = errors.iter().find_map(|error| {
        let brackets = [("unclosed array", "方", "]"), ("unclosed inline table", "花", "}")];
        brackets.into_iter().find(|(start, ..)| error.message().starts_with(start))
    });
    if let (Some((_, name, sign)), Some(first)) = (unclosed, errors.first()) {
        let wrong = format!("前面的{name}括号没有写完");
        messages.form(file, first.span().unwrap_or(0..0), wrong, format!("请在这里之前补上 {sign}"));
        return DeTable::new();
    }
    for error in errors {
        let span = error.span().unwrap_or(0..0);
        let found = KNOWN.iter().find(|(start, ..)| error.message().starts_with(start));
        let (wrong, instead) = found.map_or_else(
            || (format!("不是合格的 TOML（{}）", error.message()), "请检查引号、括号和等号".to_owned()),
            |(_, wrong, instead)| ((*wrong).to_owned(), (*instead).to_owned()),
        );
        messages.form(file, span, wrong, instead);
    }
    table.into_inner()
}

/// Reads a text whose form has been checked.
pub(crate) fn parse_again(text: &str) -> DeTable<'_> {
    DeTable::parse_recoverable(text).0.into_inner()
}
