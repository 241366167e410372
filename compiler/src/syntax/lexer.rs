//! Words, numbers and operators of an expression.

use std::ops::Range;

use wengang_engine::Date;

use crate::syntax::{Call, SyntaxError};

/// A token with its place.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Token {
    pub span: Range<usize>,
    pub kind: TokenKind,
}

/// What a token is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum TokenKind {
    /// A name.
    Name(String),
    /// A word of the language.
    Keyword(Keyword),
    /// A number, with the unit after it.
    Number { digits: i128, places: u32, unit: Option<String> },
    /// A day.
    Date(Date),
    /// Words between quotation marks.
    Words(String),
    /// An operator or a bracket, in its one form: `>=` is `≥`.
    Sign(&'static str),
}

/// Words of the language, separated by spaces.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Keyword {
    And,
    Or,
    Not,
    Known,
    Possible,
    HasValue,
    IsProvisional,
    OneOf,
    If,
    Then,
    Else,
    Suppose,
    Any,
    None,
    CountOf,
    Where,
    First,
    Sum,
    Earliest,
    Highest,
    Of,
    Added,
    Under,
    Above,
    Below,
}

/// Every keyword with its spellings.
const KEYWORDS: [(&str, Keyword); 28] = [
    ("且", Keyword::And),
    ("and", Keyword::And),
    ("或", Keyword::Or),
    ("or", Keyword::Or),
    ("非", Keyword::Not),
    ("not", Keyword::Not),
    ("已知", Keyword::Known),
    ("可能", Keyword::Possible),
    ("有值", Keyword::HasValue),
    ("未确认", Keyword::IsProvisional),
    ("属于", Keyword::OneOf),
    ("如果", Keyword::If),
    ("则", Keyword::Then),
    ("否则", Keyword::Else),
    ("假设", Keyword::Suppose),
    ("有", Keyword::Any),
    ("没有", Keyword::None),
    ("几个", Keyword::CountOf),
    ("其中", Keyword::Where),
    ("第一个", Keyword::First),
    ("合计", Keyword::Sum),
    ("最早", Keyword::Earliest),
    ("最高", Keyword::Highest),
    ("的", Keyword::Of),
    ("加", Keyword::Added),
    ("按", Keyword::Under),
    ("高于", Keyword::Above),
    ("低于", Keyword::Below),
];

/// Every operator and bracket with its one form, the longer first.
const SIGNS: [(&str, &str); 29] = [
    ("<=", "≤"),
    (">=", "≥"),
    ("!=", "≠"),
    ("==", "="),
    ("≤", "≤"),
    ("≥", "≥"),
    ("≠", "≠"),
    ("<", "<"),
    (">", ">"),
    ("=", "="),
    ("+", "+"),
    ("−", "−"),
    ("-", "−"),
    ("－", "−"),
    ("×", "×"),
    ("*", "×"),
    ("÷", "÷"),
    ("/", "÷"),
    ("(", "("),
    ("（", "("),
    (")", ")"),
    ("）", ")"),
    ("[", "["),
    ("]", "]"),
    ("、", "、"),
    (",", ","),
    ("，", ","),
    ("＝", "="),
    (".", "."),
];

/// The keyword of that spelling.
pub(super) fn keyword(word: &str) -> Option<Keyword> {
    KEYWORDS.iter().find(|(spelling, _)| *spelling == word).map(|(_, keyword)| *keyword)
}

/// Why a name cannot be used in an expression, if it cannot.
pub(crate) fn unusable(name: &str) -> Option<&'static str> {
    if keyword(name).is_some() || Call::of(name).is_some() {
        return Some("这个词是算式里用的，不能当名称");
    }
    let begins = name.chars().next().is_some_and(|first| !first.is_ascii_digit());
    (!begins || !name.chars().all(is_of_name)).then_some("算式里认不出这个名称")
}

/// The one spelling that the formatter writes.
pub(crate) fn spelling(keyword: Keyword) -> &'static str {
    KEYWORDS.iter().find(|(_, known)| *known == keyword).map_or("", |(spelling, _)| spelling)
}

/// A Chinese keyword of two characters or an operator that is glued to a name.
pub(crate) fn glued(name: &str) -> Option<&'static str> {
    const OFTEN: [&str; 13] =
        ["其中", "高于", "低于", "且", "或", "属于", "已知", "可能", "有值", "未确认", "如果", "否则", "假设"];
    OFTEN.into_iter().find(|word| name.contains(word))
}

/// Whether it is a digit as Chinese keyboards type it: `５`.
fn is_wide_digit(sign: char) -> bool {
    ('０'..='９').contains(&sign)
}

/// A full-width character as an expression has it.
fn narrow(sign: char) -> char {
    let digit = u32::from(sign).checked_sub(u32::from('０')).and_then(|digit| char::from_digit(digit, 10));
    digit.unwrap_or(if sign == '．' { '.' } else { sign })
}

/// Whether it is a number in Chinese characters, perhaps with a unit: `百分之五`, `三成`, `十二个月`.
pub(crate) fn is_spelt_number(name: &str) -> bool {
    let is_numeral = |sign: char| "零〇一二两三四五六七八九十百千万亿".contains(sign);
    let bare = name.strip_prefix("百分之").unwrap_or(name);
    let rest = bare.trim_start_matches(is_numeral);
    bare != rest && ["", "成", "元", "人", "个", "个月", "年", "天", "次"].contains(&rest)
}

/// Splits an expression into tokens.
pub(crate) fn tokens(text: &str) -> Result<Vec<Token>, SyntaxError> {
    let mut lexer = Lexer { text, at: 0 };
    let mut tokens = Vec::new();
    while let Some(token) = lexer.next()? {
        tokens.push(token);
    }
    Ok(tokens)
}

struct Lexer<'t> {
    text: &'t str,
    at: usize,
}

impl Lexer<'_> {
    fn rest(&self) -> &str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn skip_spaces(&mut self) {
        let rest = self.rest();
        let skipped = rest.len().saturating_sub(rest.trim_start().len());
        self.at = self.at.saturating_add(skipped);
    }

    /// Takes the characters of a class.
    fn take(&mut self, is_alike: impl Fn(char) -> bool) -> &str {
        let start = self.at;
        let rest = self.rest();
        let length = rest.find(|character| !is_alike(character)).unwrap_or(rest.len());
        self.at = self.at.saturating_add(length);
        self.text.get(start..self.at).unwrap_or_default()
    }

    fn next(&mut self) -> Result<Option<Token>, SyntaxError> {
        self.skip_spaces();
        let start = self.at;
        let Some(first) = self.rest().chars().next() else { return Ok(None) };
        let kind = if first.is_ascii_digit() {
            self.number()?
        } else if is_wide_digit(first) {
            let wide = self.take(|sign| is_wide_digit(sign) || matches!(sign, '.' | '．' | '0'..='9')).to_owned();
            let instead = format!("请换成半角：{}", wide.chars().map(narrow).collect::<String>());
            return Err(SyntaxError::new(start..self.at, "数字要用半角", instead));
        } else if is_of_name(first) {
            let word = self.take(is_of_name).to_owned();
            keyword(&word).map_or(TokenKind::Name(word), TokenKind::Keyword)
        } else if first == '“' {
            self.words()?
        } else if let Some((spelling, sign)) = SIGNS.iter().find(|(spelling, _)| self.rest().starts_with(spelling)) {
            self.at = self.at.saturating_add(spelling.len());
            TokenKind::Sign(sign)
        } else {
            let span = start..start.saturating_add(first.len_utf8());
            return Err(if matches!(first, '%' | '％') {
                SyntaxError::new(span, "前面少了数", "百分比要写成 5.5 % 这样，数用阿拉伯数字")
            } else {
                SyntaxError::new(span, "算式里不认识这个符号", "可以用 + − × ÷ = ≠ < ≤ > ≥ ( ) [ ] 、")
            });
        };
        Ok(Some(Token { span: start..self.at, kind }))
    }

    /// `“…”`: words for a sentence.
    fn words(&mut self) -> Result<TokenKind, SyntaxError> {
        let start = self.at;
        let inner = self.rest().strip_prefix('“').and_then(|rest| rest.split_once('”')).map(|(inner, _)| inner);
        let Some(inner) = inner.filter(|inner| !inner.contains('“')).map(str::to_owned) else {
            return Err(SyntaxError::new(start..self.text.len(), "引号没有写完", "请补上 ”"));
        };
        self.at = start.saturating_add("“”".len()).saturating_add(inner.len());
        Ok(TokenKind::Words(inner))
    }

    fn number(&mut self) -> Result<TokenKind, SyntaxError> {
        let start = self.at;
        if let Some(date) = self.date()? {
            return Ok(TokenKind::Date(date));
        }
        let whole = self.take(|character| character.is_ascii_digit() || character == '_').replace('_', "");
        let mut decimals = String::new();
        if self.rest().starts_with('.') {
            self.at = self.at.saturating_add(1);
            decimals = self.take(|character| character.is_ascii_digit()).to_owned();
        }
        if let Some(sign) = self.rest().chars().next().filter(|sign| matches!(sign, '。' | '．')) {
            let span = self.at..self.at.saturating_add(sign.len_utf8());
            return Err(SyntaxError::new(span, "这个符号不能当小数点", "小数点要用半角的 ."));
        }
        let too_long = |end: usize| SyntaxError::new(start..end, "这个数太长", "请检查是不是多写了");
        let places = u32::try_from(decimals.len()).map_err(|_| too_long(self.at))?;
        let digits = format!("{whole}{decimals}").parse().map_err(|_| too_long(self.at))?;
        Ok(TokenKind::Number { digits, places, unit: self.unit() })
    }

    fn date(&mut self) -> Result<Option<Date>, SyntaxError> {
        let start = self.at;
        let written = self.take(|character| character.is_ascii_digit() || character == '-').to_owned();
        if written.matches('-').count() == 2 && written.len() >= 8 {
            let span = start..self.at;
            let wrong = |_| SyntaxError::new(span, "没有这一天", "日期要写成 2024-12-31 这样，而且真有这一天");
            return Date::parse(&written).map(Some).map_err(wrong);
        }
        self.at = start;
        Ok(None)
    }

    /// The unit after a number: `%`, or a word that is none of the language.
    fn unit(&mut self) -> Option<String> {
        let end = self.at;
        self.skip_spaces();
        for sign in ["%", "％"] {
            if self.rest().starts_with(sign) {
                self.at = self.at.saturating_add(sign.len());
                return Some("%".to_owned());
            }
        }
        let word = self.take(is_of_name).to_owned();
        if word.is_empty() || keyword(&word).is_some() {
            self.at = end;
            return None;
        }
        Some(word)
    }
}

fn is_of_name(character: char) -> bool {
    character.is_alphanumeric() || character == '_'
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds(text: &str) -> Vec<TokenKind> {
        tokens(text).unwrap().into_iter().map(|token| token.kind).collect()
    }

    #[test]
    fn ascii_spellings_are_the_same_signs() {
        assert_eq!(kinds("a >= b and not c / d"), kinds("a ≥ b 且 非 c ÷ d"));
        assert_eq!(kinds("（a - b） * c"), kinds("(a − b) × c"));
    }

    #[test]
    fn a_number_takes_the_unit_after_it_and_no_keyword() {
        let number =
            |digits, places, unit: Option<&str>| TokenKind::Number { digits, places, unit: unit.map(Into::into) };
        assert_eq!(kinds("5.5 %"), [number(55, 1, Some("%"))]);
        assert_eq!(kinds("13个月"), [number(13, 0, Some("个月"))]);
        assert_eq!(kinds("1_000 元"), [number(1000, 0, Some("元"))]);
        assert_eq!(kinds("12 且"), [number(12, 0, None), TokenKind::Keyword(Keyword::And)]);
    }

    #[test]
    fn a_day_is_no_subtraction() {
        assert_eq!(kinds("2024-12-31"), [TokenKind::Date(Date::new(2024, 12, 31).unwrap())]);
        assert_eq!(kinds("2024 - 12").len(), 3);
        assert_eq!(tokens("2024-02-30").unwrap_err().wrong, "没有这一天");
    }
}
