//! Text as `A–Z a–z 0–9 - _`: base64url without padding (RFC 4648 §5). Twenty lines; a crate would bring its tables.

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// The character of the lowest six bits.
pub(super) fn character(bits: u32) -> char {
    ALPHABET.get((bits & 63) as usize).map_or('A', |character| char::from(*character))
}

/// The text in base64 characters.
pub(super) fn encode(text: &str) -> String {
    let mut characters = String::new();
    for group in text.as_bytes().chunks(3) {
        let bits = group.iter().fold(0_u32, |bits, byte| (bits << 8) | u32::from(*byte)) << (8 * (3 - group.len()));
        characters.extend((0..=group.len()).map(|place| character(bits >> (18 - 6 * place))));
    }
    characters
}

/// The text of base64 characters; `None` where they are invalid.
pub(super) fn decode(characters: &str) -> Option<String> {
    let mut bytes = Vec::new();
    for group in characters.as_bytes().chunks(4) {
        let mut bits = 0_u32;
        for character in group {
            bits = (bits << 6) | u32::try_from(ALPHABET.iter().position(|known| known == character)?).ok()?;
        }
        bits <<= 6 * (4 - group.len());
        let count = group.len().checked_sub(1)?;
        bytes.extend((0..count).map(|place| (bits >> (16 - 8 * place)) as u8));
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_text_comes_back() {
        for text in ["", "a", "ab", "abc", "电工", "中式烹调师 ✓", "\u{1f600}x"] {
            assert_eq!(decode(&encode(text)).as_deref(), Some(text));
        }
        assert_eq!(encode("电工"), "55S15bel");
        assert_eq!(decode("5"), Some(String::new()));
        assert_eq!(decode("!!!!"), None);
        assert_eq!(decode("_w"), None);
    }
}
