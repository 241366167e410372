//! Characters as keyboards and programs write them, made plain.

use crate::text::entry::Fault;

/// The text with full-width characters, dashes and spaces made plain, invisible marks dropped, and trimmed.
pub(super) fn plain(text: &str) -> String {
    let plain: String = text.chars().filter_map(plain_character).collect();
    plain.trim().to_owned()
}

fn plain_character(character: char) -> Option<char> {
    Some(match character {
        // Full-width forms, ！ to ～, are in the order of ASCII.
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(character) - 0xfee0).unwrap_or(character),
        '。' | '｡' => '.',
        '￥' => '¥',
        '−' | '–' | '—' | '―' | '‐' | '‑' | '‒' | '﹣' => '-',
        invisible if is_invisible(invisible) => return None,
        // Tabs and line ends too: a text box shows a pasted column with spaces between its cells.
        space if space.is_whitespace() => ' ',
        other => other,
    })
}

/// A date or month without its spaces, as one word.
///
/// `2024 年 3 月` is one month and `2024 3 10` one day of `count` numbers; any other space between two digits would join
/// two numbers into a third, so it is refused.
pub(super) fn one_word(text: &str, count: usize) -> Result<String, Fault> {
    let text = plain(text);
    let words: Vec<&str> = text.split(' ').filter(|word| !word.is_empty()).collect();
    if !is_apart(&text) {
        return Ok(words.concat());
    }
    let is_number = |(index, word): (usize, &&str)| {
        word.bytes().all(|byte| byte.is_ascii_digit()) && if index == 0 { word.len() == 4 } else { word.len() <= 2 }
    };
    let is_one = words.len() == count && words.iter().enumerate().all(is_number);
    if is_one { Ok(words.join("-")) } else { Err(Fault::Several) }
}

/// Whether spaces or 、 are between two digits of a plain text.
pub(super) fn is_apart(text: &str) -> bool {
    let is_gap = |character: char| " 、".contains(character);
    let is_digit = |character: &char| character.is_ascii_digit();
    let parts: Vec<&str> = text.split(is_gap).filter(|part| !part.is_empty()).collect();
    parts.windows(2).any(|pair| match pair {
        [one, next] => {
            one.chars().next_back().is_some_and(|last| is_digit(&last))
                && next.chars().next().is_some_and(|first| is_digit(&first))
        }
        _ => false,
    })
}

/// The text without marks that nobody sees, its tabs and line ends as spaces, and trimmed.
pub(super) fn visible(text: &str) -> String {
    let seen = text.chars().filter(|character| !is_invisible(*character));
    let plain: String = seen.map(|character| if character.is_control() { ' ' } else { character }).collect();
    plain.trim().to_owned()
}

/// Marks without width, and those that turn the direction of writing: pasted from contacts and tables.
const fn is_invisible(character: char) -> bool {
    matches!(
        character,
        '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn full_width_forms_and_spaces_become_plain() {
        assert_eq!(plain("　１２，３４５．６７ "), "12,345.67");
        assert_eq!(plain("\u{202d}￥ 1\u{a0}234\u{202c}"), "¥ 1 234");
        assert_eq!(plain("2024。3。10"), "2024.3.10");
        assert_eq!(plain("1\t2\n"), "1 2");
    }
}
