//! One question at a time, by the address: 长辈版 (`?elder=1`), and a narrow frame (`?embed=…&compact=1`).

use wasm_bindgen::JsValue;

use super::{EMBED, pairs, query};

/// Its name.
pub(super) const ELDER: &str = "elder";
/// Asks for one question at a time in a frame, at its own size.
pub(super) const COMPACT: &str = "compact";
/// What asks for either.
const ON: &str = "1";

/// Whether the address asks for 长辈版.
#[must_use]
pub fn is_elder() -> bool {
    query().is_some_and(|query| asks_elder(&query))
}

/// Whether the page that frames this one asks for one question at a time, at the size that the text has anyway.
#[must_use]
pub fn is_compact() -> bool {
    query().is_some_and(|query| asks_compact(&query))
}

fn asks_compact(query: &str) -> bool {
    pairs(query).any(|pair| pair == (COMPACT, ON)) && pairs(query).any(|(key, _)| key == EMBED)
}

fn asks_elder(query: &str) -> bool {
    pairs(query).any(|pair| pair == (ELDER, ON))
}

/// Puts 长辈版 into the address or takes it out, with nothing new in the history; nothing where it says so already.
///
/// # Errors
/// As [`visit`](super::visit).
pub fn set_elder(is_elder: bool) -> Result<(), JsValue> {
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    let (history, location) = (window.history()?, window.location());
    let search = location.search()?;
    if asks_elder(&search) == is_elder {
        return Ok(());
    }
    let query = with_elder(&search, is_elder);
    let address = if query.is_empty() { location.pathname()? } else { query };
    history.replace_state_with_url(&history.state()?, "", Some(&[address, location.hash()?].concat()))
}

/// A query that asks for 长辈版, or does not.
fn with_elder(query: &str, is_elder: bool) -> String {
    let others = query.trim_start_matches('?').split('&').filter(|pair| !pair.is_empty() && !is_pair_of(pair, ELDER));
    let asked = is_elder.then(|| [ELDER, "=", ON].concat());
    let all: Vec<String> = others.map(str::to_owned).chain(asked).collect();
    if all.is_empty() { String::new() } else { ["?", &all.join("&")].concat() }
}

fn is_pair_of(pair: &str, key: &str) -> bool {
    pair.split('=').next() == Some(key)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_frame_is_compact() {
        assert!(asks_compact("?c=refund&embed=a1&compact=1"));
        assert!(
            !asks_compact("?c=refund&compact=1") && !asks_compact("?embed=a1&compact=0") && !asks_compact("?embed=a1")
        );
    }

    #[test]
    fn elder_mode_is_added_and_removed_without_other_changes() {
        assert_eq!(with_elder("", true), "?elder=1");
        assert_eq!(with_elder("?c=refund&elder=0&embed=a1", true), "?c=refund&embed=a1&elder=1");
        assert_eq!(with_elder("?c=refund&elder=1", false), "?c=refund");
        assert_eq!(with_elder("?elder=1", false), "");
        assert!(asks_elder("?c=refund&elder=1") && !asks_elder("?elder=0") && !asks_elder("?elder") && !asks_elder(""));
    }
}
