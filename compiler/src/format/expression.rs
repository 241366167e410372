//! The one form of an expression: brackets and line breaks as they were written, operators and spaces normalised.

use crate::syntax::{Call, Keyword, Part, Token, TokenKind, parse, parts, spelling, tokens};

/// The context of a separator.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Within {
    Brackets,
    Call,
    List,
    Suppose,
}

/// An expression in its one form; `None` where it is none.
#[must_use]
pub fn expression(text: &str) -> Option<String> {
    parse(text).ok()?;
    let read = tokens(text).ok()?;
    let formatted = joined(text, &read);
    // Brackets, names and operators must be the same: any other text stays as it was written.
    let is_same = tokens(&formatted).is_ok_and(|again| {
        let kinds = |tokens: &[Token]| tokens.iter().map(|token| unseparated(&token.kind)).collect::<Vec<_>>();
        kinds(&again) == kinds(&read)
    });
    is_same.then_some(formatted)
}

/// A sentence with its expressions in their one form; `None` where it is faulty.
#[must_use]
pub fn sentence(text: &str) -> Option<String> {
    let mut formatted = String::new();
    for part in parts(text).ok()? {
        match part {
            Part::Words(words) => formatted.push_str(&words),
            Part::Expression(inner, _) => {
                formatted.push('{');
                formatted.push_str(&expression(&inner)?);
                formatted.push('}');
            }
        }
    }
    Some(formatted)
}

/// Both separators are one.
fn unseparated(kind: &TokenKind) -> TokenKind {
    if *kind == TokenKind::Sign(",") { TokenKind::Sign("、") } else { kind.clone() }
}

fn joined(text: &str, tokens: &[Token]) -> String {
    let mut formatted = String::new();
    let mut within: Vec<Within> = Vec::new();
    let mut before: Option<(&Token, String)> = None;
    for token in tokens {
        let word = word(text, token, &mut within, before.as_ref().map(|(before, _)| *before));
        if let Some((before, left)) = &before {
            let between = text.get(before.span.end..token.span.start).unwrap_or_default();
            match between.rsplit_once('\n') {
                // A line break is the writer's, with its indent.
                Some((_, indent)) => formatted.push_str(&format!("\n{indent}")),
                None if is_close(before, left, &word) => {}
                None => formatted.push(' '),
            }
        }
        formatted.push_str(&word);
        before = Some((token, word));
    }
    formatted
}

/// A token in its one form.
fn word(text: &str, token: &Token, within: &mut Vec<Within>, before: Option<&Token>) -> String {
    let written = || text.get(token.span.clone()).unwrap_or_default();
    match &token.kind {
        TokenKind::Name(_) | TokenKind::Date(_) | TokenKind::Words(_) => written().to_owned(),
        TokenKind::Number { unit, .. } => {
            let digits: String = written().chars().take_while(|c| c.is_ascii_digit() || "._".contains(*c)).collect();
            unit.as_ref().map_or_else(|| digits.clone(), |unit| format!("{digits} {unit}"))
        }
        TokenKind::Keyword(keyword) => {
            match keyword {
                Keyword::Suppose => within.push(Within::Suppose),
                Keyword::Then if within.last() == Some(&Within::Suppose) => drop(within.pop()),
                _ => {}
            }
            spelling(*keyword).to_owned()
        }
        TokenKind::Sign(sign) => {
            match *sign {
                "(" => within.push(if before.is_some_and(is_call) { Within::Call } else { Within::Brackets }),
                "[" => within.push(Within::List),
                ")" | "]" => drop(within.pop()),
                "," | "、" if within.last() == Some(&Within::Call) => return ",".to_owned(),
                "," => return "、".to_owned(),
                _ => {}
            }
            (*sign).to_owned()
        }
    }
}

fn is_call(token: &Token) -> bool {
    matches!(&token.kind, TokenKind::Name(name) if Call::of(name).is_some())
}

/// Whether there is no space between two words, of which the first is of that token.
fn is_close(before: &Token, left: &str, right: &str) -> bool {
    ["(", "[", "、", "."].contains(&left)
        || [")", "]", ",", "、", "."].contains(&right)
        || right == "(" && is_call(before)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_spaces_and_separators_have_one_form() {
        for (written, formatted) in [
            ("a>=b and not c/d", "a ≥ b 且 非 c ÷ d"),
            ("取整 ( a*b,c )", "取整(a × b, c)"),
            ("最大(a、b)", "最大(a, b)"),
            ("划型 属于[大型 ， 中型]", "划型 属于 [大型、中型]"),
            ("假设 a = b,c = 最小(d、e) 则 x", "假设 a = b、c = 最小(d, e) 则 x"),
            ("四舍五入到分(假设 a = b , c = d 则 x)", "四舍五入到分(假设 a = b、c = d 则 x)"),
            ("13个月", "13 个月"),
            ("5.5％", "5.5 %"),
            ("1_000元", "1_000 元"),
            ("(a − b) × c", "(a − b) × c"),
            ("((a))", "((a))"),
            ("所在名单 = [ ]", "所在名单 = []"),
            ("没有 已领 其中( a = b )", "没有 已领 其中 (a = b)"),
            ("a\n  且 b", "a\n  且 b"),
            ("申请日 >= 2024-12-31", "申请日 ≥ 2024-12-31"),
        ] {
            assert_eq!(expression(written).as_deref(), Some(formatted));
            assert_eq!(expression(formatted).as_deref(), Some(formatted), "a second time");
        }
        assert_eq!(expression("a ≥"), None);
        assert_eq!(sentence("占{ a*b }，{c}人").as_deref(), Some("占{a × b}，{c}人"));
        assert_eq!(sentence("占{a"), None);
    }
}
