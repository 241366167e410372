//! What an office types for a campaign: its tag, and a headline of its own.

use crate::api::entry::{EntryError, Fault, Wanted, plain};

/// The longest tag.
pub const MAX_TAG: usize = 20;
/// The longest headline, in characters: two lines of a poster.
pub const MAX_HEADLINE: usize = 40;

/// Reads the tag of a campaign: letters, digits, `-` and `_`; empty where nothing is typed.
///
/// # Errors
/// Says what is wrong.
pub fn tag(text: &str) -> Result<String, EntryError> {
    let wanted = Wanted::Tag;
    let tag = plain::plain(text);
    if !tag.chars().all(|sign| sign.is_ascii_alphanumeric() || "-_".contains(sign)) {
        return Err(EntryError { wanted, fault: Fault::Unreadable });
    }
    fits(wanted, tag, MAX_TAG)
}

/// Reads a headline: as it is typed, without marks that nobody sees.
///
/// # Errors
/// Says what is wrong.
pub fn headline(text: &str) -> Result<String, EntryError> {
    fits(Wanted::Headline, plain::visible(text), MAX_HEADLINE)
}

fn fits(wanted: Wanted, text: String, most: usize) -> Result<String, EntryError> {
    let fault = Fault::TooLong(u64::try_from(most).unwrap_or(u64::MAX));
    if text.chars().count() <= most { Ok(text) } else { Err(EntryError { wanted, fault }) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_is_of_letters_and_digits() {
        for (typed, read) in [
            ("", ""),
            ("sms-01", "sms-01"),
            (" ２０２６＿jq ", "2026_jq"),
            ("a".repeat(20).as_str(), "aaaaaaaaaaaaaaaaaaaa"),
        ] {
            assert_eq!(tag(typed).as_deref(), Ok(read));
        }
        for (typed, fault) in [
            ("短信", Fault::Unreadable),
            ("a b", Fault::Unreadable),
            ("a&b", Fault::Unreadable),
            ("a=b", Fault::Unreadable),
            ("a.b", Fault::Unreadable),
            ("a#b", Fault::Unreadable),
            ("a%b", Fault::Unreadable),
            ("<b>", Fault::Unreadable),
            ("a".repeat(21).as_str(), Fault::TooLong(20)),
        ] {
            assert_eq!(tag(typed), Err(EntryError { wanted: Wanted::Tag, fault }));
        }
        assert_eq!(tag("短信").unwrap_err().sentence(), "只能用英文字母、数字、- 和 _，例如 duanxin-01");
        assert_eq!(tag(&"a".repeat(21)).unwrap_err().sentence(), "太长了，最多 20 个字，请写短一些");
    }

    #[test]
    fn a_headline_stays_as_typed_without_marks_that_turn_the_writing() {
        assert_eq!(headline(" 企业请看！\u{202e}快来\u{200b} ").as_deref(), Ok("企业请看！快来"));
        assert_eq!(headline("一\n二\t三").as_deref(), Ok("一 二 三"));
        assert!(headline(&"稳".repeat(40)).is_ok());
        assert_eq!(headline(&"稳".repeat(41)).map_err(|error| error.fault), Err(Fault::TooLong(40)));
    }
}
