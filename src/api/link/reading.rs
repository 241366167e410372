//! Reads a link, including ones that a chat programme has changed.

use crate::api::answer::Calculator;
use crate::api::link::schema::{Field, Kind, Letters, fields};
use crate::api::link::{
    AS_OF, ESTIMATED, Fact, Link, LinkValue, PLACE, VERSION, WITHOUT_PLACE, base64, checksum, named_place,
};
use crate::heads::{HEADS, heads};
use crate::law;
use crate::policy::date::Date;
use crate::policy::month::Month;

/// Longer addresses are not links of this product: a hundred certificates take less.
const LONGEST: usize = 32_000;
/// How many characters a programme may have appended that could be part of the payload.
const APPENDED: usize = 80;

/// Why a link cannot be read.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum LinkError {
    /// It names no calculator, or one that does not exist.
    #[error("no calculator is named")]
    NoCalculator,
    /// It is of a place whose law is not in use here.
    #[error("of a place whose law is not in use")]
    OtherPlace,
    /// It was made by a later version.
    #[error("made by a later version")]
    NewerVersion,
    /// It was cut or mistyped.
    #[error("cut or mistyped")]
    Corrupt,
}

impl LinkError {
    /// What to do, for people to read.
    #[must_use]
    pub const fn user_message(self) -> &'static str {
        match self {
            Self::NoCalculator => "这个链接里没有写是哪一项测算，请从首页重新选",
            Self::OtherPlace => "这个链接是别的地方的，这里没有收录那里的政策，请打开那里的网站，或者拨打12333",
            Self::NewerVersion => "这个链接是用更新的版本做的，请刷新页面再打开",
            Self::Corrupt => "这个链接不完整或者被改过，里面的答案读不出来，请重新填",
        }
    }
}

/// Reads an address, or what is after its `?`.
///
/// Other parameters are ignored, a suffix after the fragment too; `%23` is read as `#`, and one more percent-encoding
/// is undone. Where the fragment is gone, so are the facts.
///
/// # Errors
/// [`LinkError`], and what to do.
pub fn read(address: &str) -> Result<Link, LinkError> {
    read_as(None, address)
}

/// As [`read`], for an address whose document names the calculator where its query does not.
///
/// # Errors
/// As [`read`].
pub fn read_as(named: Option<Calculator>, address: &str) -> Result<Link, LinkError> {
    let address = unescaped(address).ok_or(LinkError::Corrupt)?;
    let mut parts = address.split('#');
    let query = parts.next().unwrap_or_default();
    let calculator = calculator(query, named)?;
    let empty =
        Link { calculator, year: year(query), as_of: None, facts: Vec::new(), is_estimated: false, is_cut: true };
    match parts.find(|fragment| is_payload(fragment)).map(own) {
        None => Ok(empty),
        Some(fragment) => {
            let body = checked(calculator, fragment)?;
            Tokens::of(body).link(Link { is_cut: false, ..empty })
        }
    }
}

/// The calculator that a query names, of the place that it names.
fn calculator(query: &str, named: Option<Calculator>) -> Result<Calculator, LinkError> {
    let place = parameter(query, PLACE).unwrap_or(HEADS.place.id);
    if place == heads().place.id {
        return parameter(query, "c").and_then(Calculator::of_code).or(named).ok_or(LinkError::NoCalculator);
    }
    let pack = law::of_place(place).ok_or(LinkError::OtherPlace)?;
    let measure = parameter(query, "c").and_then(|code| pack.measure(code)).ok_or(LinkError::NoCalculator)?;
    Ok(law::calculator(pack, measure))
}

/// The place whose law an address asks for, before the address is read: the one that it names, or the built-in one for
/// a link without a place. `None`: the first place of the site.
#[must_use]
pub fn place_asked(query: &str, fragment: &str) -> Option<String> {
    let query = unescape(query);
    // What others append under the same name is a number or a letter or two.
    let is_place = |place: &&str| place.len() > 2 && place.starts_with(|first: char| first.is_ascii_lowercase());
    let named = parameter(&query, PLACE).filter(is_place).map(str::to_owned);
    let is_link_without = || year(&query).is_some() || version(fragment) == Some(WITHOUT_PLACE);
    named.or_else(|| is_link_without().then(|| HEADS.place.id.to_owned()))
}

/// Whether query and fragment may hold answers of ours rather than what others append to an address.
#[must_use]
pub fn may_be_link(query: &str, fragment: &str) -> bool {
    // A query that was encoded once more shows neither year nor fragment.
    year(query).is_some() || is_payload(fragment) || query.contains('%')
}

/// Whether a fragment begins with the version of a format, as every payload does: a programme's own marks
/// (`wechat_redirect`, `rd`, `/`) do not.
fn is_payload(fragment: &str) -> bool {
    let rest = fragment.trim_start_matches(|sign: char| sign.is_ascii_digit());
    matches!(fragment.len() - rest.len(), 1..=2) && !rest.starts_with(|sign: char| sign.is_ascii_alphanumeric())
}

fn year(query: &str) -> Option<u16> {
    parameter(query, "y").and_then(|year| year.parse().ok()).filter(|year| (1900..=2199).contains(year))
}

/// Undoes percent-encoding, once and once more.
fn unescaped(address: &str) -> Option<String> {
    if address.len() > LONGEST {
        return None;
    }
    Some(unescape(&unescape(address)))
}

/// `%23` is `#`; what is no such pair of digits stays. Only ASCII matters: everything of ours is.
fn unescape(text: &str) -> String {
    let mut parts = text.split('%');
    let mut plain = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let code = part.get(..2).and_then(|digits| u8::from_str_radix(digits, 16).ok()).filter(u8::is_ascii);
        match code {
            Some(code) => {
                plain.push(char::from(code));
                plain.push_str(part.get(2..).unwrap_or_default());
            }
            None => {
                plain.push('%');
                plain.push_str(part);
            }
        }
    }
    plain
}

fn parameter<'a>(query: &'a str, name: &str) -> Option<&'a str> {
    let pairs = query.split(['?', '&']).filter_map(|pair| pair.split_once('='));
    pairs.filter(|(known, _)| *known == name).map(|(_, value)| own_word(value)).next()
}

/// The beginning of a parameter that can be ours: chat programmes glue the words behind an address to it.
#[must_use]
pub fn own_word(value: &str) -> &str {
    let end = value.find(|sign: char| !sign.is_ascii_alphanumeric() && sign != '-');
    end.and_then(|end| value.get(..end)).unwrap_or(value)
}

/// The beginning of a fragment that can be ours.
fn own(fragment: &str) -> &str {
    let is_own = |sign: char| sign.is_ascii_alphanumeric() || "_.-".contains(sign);
    fragment.split_once(|sign| !is_own(sign)).map_or(fragment, |(own, _)| own)
}

/// The body of a fragment whose checksum fits, without what was appended to it.
fn checked(calculator: Calculator, fragment: &str) -> Result<&str, LinkError> {
    let place = named_place(calculator);
    let wanted = if place.is_some() { VERSION } else { WITHOUT_PLACE };
    let version = version(fragment);
    if version.is_some_and(|version| version > VERSION) {
        return Err(LinkError::NewerVersion);
    }
    let fits = |end: usize| {
        let (body, check) = fragment.get(..end)?.rsplit_once('.')?;
        (check == checksum(calculator.code(), place, body) && version == Some(wanted)).then_some(body)
    };
    let shortest = fragment.len().saturating_sub(APPENDED);
    (shortest..=fragment.len()).rev().find_map(fits).ok_or(LinkError::Corrupt)
}

/// The version of the format that a fragment begins with.
fn version(fragment: &str) -> Option<u8> {
    fragment.split('.').next().and_then(|version| version.parse().ok())
}

/// The tokens of a body, after its version.
struct Tokens<'a> {
    rest: Vec<&'a str>,
}

impl<'a> Tokens<'a> {
    fn of(body: &'a str) -> Self {
        // Read from the end of the list.
        let mut rest: Vec<_> = body.split('.').skip(1).collect();
        rest.reverse();
        Self { rest }
    }

    fn link(mut self, mut link: Link) -> Result<Link, LinkError> {
        let known = fields(link.calculator);
        while let Some(token) = self.rest.pop() {
            if let Some(day) = token.strip_prefix(AS_OF) {
                link.as_of = Some(day_of(day).ok_or(LinkError::Corrupt)?);
            } else if token.strip_prefix(ESTIMATED) == Some("") {
                link.is_estimated = true;
            } else {
                let (field, text) = found(known, token).ok_or(LinkError::Corrupt)?;
                self.fact(field, token, text, &mut link.facts)?;
            }
        }
        Ok(link)
    }

    fn fact(&mut self, field: &'static Field, token: &str, text: &str, facts: &mut Vec<Fact>) -> Result<(), LinkError> {
        let Kind::Rows(inner) = &field.kind else {
            let value = parse_value(field, token, text).ok_or(LinkError::Corrupt)?;
            facts.push(Fact { name: field.name, value });
            return Ok(());
        };
        let row = if text == "0" { None } else { Some(self.row(inner)?) };
        match facts.iter_mut().find(|fact| fact.name == field.name) {
            Some(Fact { value: LinkValue::Rows(rows), .. }) => rows.extend(row),
            _ => facts.push(Fact { name: field.name, value: LinkValue::Rows(row.into_iter().collect()) }),
        }
        Ok(())
    }

    /// The facts of a row: as many tokens as belong to it.
    fn row(&mut self, inner: &'static [Field]) -> Result<Vec<Fact>, LinkError> {
        let mut row = Vec::new();
        while let Some((field, text)) = self.rest.last().and_then(|token| found(inner, token)) {
            let token = self.rest.pop().unwrap_or_default();
            let value = parse_value(field, token, text).ok_or(LinkError::Corrupt)?;
            row.push(Fact { name: field.name, value });
        }
        Ok(row)
    }
}

/// The field of a token, and the text behind its letter.
fn found<'t>(fields: &'static [Field], token: &'t str) -> Option<(&'static Field, &'t str)> {
    let letter = token.chars().next()?;
    let field = fields.iter().find(|field| field.letter == letter.to_ascii_lowercase())?;
    Some((field, token.get(1..)?))
}

fn parse_value(field: &'static Field, token: &str, text: &str) -> Option<LinkValue> {
    let is_capital = token.starts_with(|letter: char| letter.is_ascii_uppercase());
    if is_capital && !matches!(field.kind, Kind::Number) {
        return None;
    }
    match &field.kind {
        Kind::Word(letters) => word(letters, text).map(LinkValue::Word),
        Kind::Name { prefix, words } => {
            let name = [prefix, text].concat();
            words.iter().find(|word| **word == name).map(|word| LinkValue::Word(word))
        }
        Kind::Words(letters) => {
            let words: Option<_> = text.chars().map(|letter| word_of(letters, letter)).collect();
            words.map(LinkValue::Words)
        }
        Kind::Flag => match text {
            "0" => Some(LinkValue::Flag(false)),
            "1" => Some(LinkValue::Flag(true)),
            _ => None,
        },
        Kind::Number => Some(LinkValue::Number { digits: text.replace('_', "."), is_whole: is_capital }),
        Kind::Day => day_of(text).map(LinkValue::Day),
        Kind::Month => {
            let (year, month) = text.split_at_checked(4)?;
            Month::parse(&[year, "-", month].concat()).ok().map(LinkValue::Month)
        }
        Kind::Text => base64::decode(text).map(LinkValue::Text),
        Kind::Rows(_) => None,
    }
}

/// The word of the one letter that the text is.
fn word(letters: &'static Letters, text: &str) -> Option<&'static str> {
    let mut signs = text.chars();
    let letter = signs.next().filter(|_| signs.as_str().is_empty())?;
    word_of(letters, letter)
}

fn word_of(letters: &'static Letters, letter: char) -> Option<&'static str> {
    letters.iter().find(|(_, known)| *known == letter).map(|(word, _)| *word)
}

fn day_of(text: &str) -> Option<Date> {
    let (year, rest) = text.split_at_checked(4)?;
    let (month, day) = rest.split_at_checked(2)?;
    Date::parse(&[year, "-", month, "-", day].concat()).ok()
}
