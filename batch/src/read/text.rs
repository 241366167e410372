//! What the text of a cell looks like, before it is read.

/// Whether a text has as many letters and digits as the shortest code.
pub(super) fn is_long(text: &str) -> bool {
    let is_of_code = |sign: &char| sign.is_ascii_alphanumeric() || ('０'..='ｚ').contains(sign);
    text.chars().filter(is_of_code).nth(14).is_some()
}

/// A text of digits and at most a point: of that, `entry` would make the same number after looking for all that people write.
pub(super) fn digits(text: &str) -> Option<&str> {
    let is_plain = text.starts_with(|first: char| first.is_ascii_digit())
        && text.ends_with(|last: char| last.is_ascii_digit())
        && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    is_plain.then_some(text)
}

/// A day without the time behind it.
pub(super) fn without_time(text: &str) -> &str {
    let is_time =
        |time: &str| time.contains(':') && time.bytes().all(|byte| byte.is_ascii_digit() || b":.Z".contains(&byte));
    match text.split_once([' ', 'T']) {
        Some((day, time)) if is_time(time.trim()) => day,
        _ => text,
    }
}
