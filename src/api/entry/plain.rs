//! Characters as keyboards and programs write them, made plain.

/// The text with full-width characters, dashes and spaces made plain, invisible marks dropped, and trimmed.
pub(super) fn plain(text: &str) -> String {
    let plain: String = text.chars().filter_map(plain_character).collect();
    plain.trim().to_owned()
}

fn plain_character(character: char) -> Option<char> {
    Some(match character {
        // Full-width forms, ！ to ～, stand in the order of ASCII.
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(character) - 0xfee0).unwrap_or(character),
        '。' | '｡' => '.',
        '￥' => '¥',
        '−' | '–' | '—' | '―' | '‐' | '‑' | '‒' | '﹣' => '-',
        invisible if is_invisible(invisible) => return None,
        // Of the spaces only tabs and line ends part numbers.
        space if space.is_whitespace() && !space.is_control() => ' ',
        other => other,
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
        assert_eq!(plain("1\t2\n"), "1\t2");
    }
}
