//! Numbers of spreadsheets as digits, without a binary fraction on the way.

use std::borrow::Cow;

/// How many digits a spreadsheet stores and shows.
const DIGITS: usize = 15;
/// The longest number that is written out.
const LONGEST: i32 = 40;

/// A number as a spreadsheet shows it: without an exponent, rounded to the fifteen digits that it stores.
///
/// A sum of amounts is in the file as `109207.30000000002` and on the screen as 109207.3. `None` for what is no
/// number, and beyond forty digits.
///
/// ```
/// assert_eq!(wengang_batch::plain_number("109207.30000000002").as_deref(), Some("109207.3"));
/// assert_eq!(wengang_batch::plain_number("1.2E+4").as_deref(), Some("12000"));
/// assert_eq!(wengang_batch::plain_number("12万"), None);
/// ```
#[must_use]
pub fn plain(text: &str) -> Option<Cow<'_, str>> {
    if !text.is_empty() && text.len() <= DIGITS && text.bytes().all(|byte| byte.is_ascii_digit()) {
        return Some(Cow::Borrowed(text));
    }
    let (sign, unsigned) = text.strip_prefix('-').map_or(("", text), |rest| ("-", rest));
    let (mantissa, exponent) = unsigned.split_once(['e', 'E']).unwrap_or((unsigned, "0"));
    let exponent: i32 = exponent.strip_prefix('+').unwrap_or(exponent).parse().ok()?;
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let all = [whole, fraction].concat();
    if all.is_empty() || !all.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    // The decimal point follows this many of the digits.
    let point = i32::try_from(whole.len()).ok()?.checked_add(exponent)?;
    let zeros = all.len() - all.trim_start_matches('0').len();
    let (digits, point) = (all.get(zeros..)?, point.checked_sub(i32::try_from(zeros).ok()?)?);
    if digits.is_empty() {
        return Some(Cow::Borrowed("0"));
    }
    if !(-LONGEST..=LONGEST).contains(&point) {
        return None;
    }
    let (digits, carried) = rounded(digits);
    let written = written(&digits, point + i32::from(carried));
    Some(Cow::Owned([sign, &written].concat()))
}

/// The digits rounded to as many as are stored, and whether there is one more before the point.
fn rounded(digits: &str) -> (String, bool) {
    let Some((digits, rest)) = digits.split_at_checked(DIGITS) else { return (digits.to_owned(), false) };
    let mut digits: Vec<u8> = digits.bytes().collect();
    let mut carries = rest.bytes().next().is_some_and(|next| next >= b'5');
    for digit in digits.iter_mut().rev() {
        if !carries {
            break;
        }
        carries = *digit == b'9';
        *digit = if carries { b'0' } else { digit.saturating_add(1) };
    }
    let digits = digits.into_iter().map(char::from);
    if carries { (std::iter::once('1').chain(digits).collect(), true) } else { (digits.collect(), false) }
}

/// The digits with the decimal point after the first `point` of them, without needless zeros.
fn written(digits: &str, point: i32) -> String {
    let zeros = |count: i32| "0".repeat(usize::try_from(count).unwrap_or_default());
    let Ok(before) = usize::try_from(point) else {
        return ["0.", &zeros(-point), digits.trim_end_matches('0')].concat();
    };
    match digits.split_at_checked(before) {
        None => [digits, &zeros(point - i32::try_from(digits.len()).unwrap_or(point))].concat(),
        Some((whole, fraction)) => {
            let (whole, fraction) = (if whole.is_empty() { "0" } else { whole }, fraction.trim_end_matches('0'));
            if fraction.is_empty() { whole.to_owned() } else { [whole, ".", fraction].concat() }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_what_the_spreadsheet_shows() {
        for (stored, shown) in [
            ("0", "0"),
            ("-0", "0"),
            ("007", "007"),
            ("12", "12"),
            ("12.0", "12"),
            ("12.50", "12.5"),
            ("0.30000000000000004", "0.3"),
            ("109207.30000000002", "109207.3"),
            ("109207.29999999999", "109207.3"),
            ("999999999999999.9", "1000000000000000"),
            ("0.000001", "0.000001"),
            ("1e-7", "0.0000001"),
            ("1.2E+4", "12000"),
            ("1.30102199001011E+17", "130102199001011000"),
            ("130102199001011234", "130102199001011000"),
            ("1.30102E+17", "130102000000000000"),
            ("-3.5", "-3.5"),
            (".5", "0.5"),
        ] {
            assert_eq!(plain(stored).as_deref(), Some(shown), "{stored}");
        }
        for wrong in ["", "-", "e5", "1e", "1.2.3", "1,2", "NaN", "inf", "1E99", "十"] {
            assert_eq!(plain(wrong), None, "{wrong}");
        }
    }
}
