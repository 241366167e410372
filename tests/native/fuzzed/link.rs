//! Any bytes as a link, and as what the page stores in its history.

use wengang::api::answer::Calculator;
use wengang::api::fold::fold;
use wengang::api::link::read;
use wengang::api::request::{self, decode_link, encode_link};
use wengang::policy::date::Date;
use wengang::state::{Screen, State, screen_of};

const TODAY: Date = Date::new(2026, 11, 25);

/// An address as it is. One whose text begins with `!` and a letter is a body that gets a right checksum: a link can be
/// forged. With `=` it is a text stored in the history.
pub fn check(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    match text.strip_prefix('=') {
        Some(snapshot) => check_snapshot(snapshot),
        None => address(&forged(&text).unwrap_or_else(|| text.into_owned())),
    }
}

fn address(address: &str) {
    let link = read(address);
    assert_eq!(link, read(address));
    if let Ok(link) = &link {
        // Facts in their order and once each: from then on nothing changes.
        let written = link.address(true);
        let again = read(&written).unwrap();
        assert_eq!(again.address(true), written);
        assert_eq!((again.calculator, again.year, again.as_of), (link.calculator, link.year, link.as_of));
        if !link.is_cut && written == address {
            assert_eq!(again, *link);
        }
        let choices = read(&link.address(false)).unwrap();
        assert_eq!(choices.as_of, None);
    }
    if let Ok(decoded) = decode_link(address, fold) {
        assert_eq!(decoded.lost.is_empty(), link.as_ref().is_ok_and(|link| !link.is_cut));
        if link.is_ok_and(|link| link.as_of.is_some()) {
            let written = encode_link(&decoded.request, true, fold).unwrap();
            let again = decode_link(&written, fold).unwrap().request;
            // A forged link may have its facts in another order: the case is the same.
            assert_eq!(request::read(&again, fold), request::read(&decoded.request, fold));
        }
    }
    page(&State::with_link(TODAY, Screen::Of(Calculator::REFUND), address));
}

fn check_snapshot(text: &str) {
    let state = State::from_snapshot(TODAY, text);
    assert_eq!(kept_on(Screen::Home, &state).to_snapshot(), state.to_snapshot());
    for calculator in Calculator::all() {
        page(&kept_on(screen_of(calculator), &state));
    }
}

/// The page's reading of it, and what the page would store and share.
fn page(state: &State) {
    let answer = state.answer(fold);
    assert_eq!(answer.is_some(), state.screen != Screen::Home);
    let again = kept_on(state.screen, state).answer(fold);
    assert_eq!(again.map(|answer| answer.assessment), answer.map(|answer| answer.assessment));
}

/// The page as it opens with the snapshot of another.
fn kept_on(screen: Screen, state: &State) -> State {
    let mut again = State::from_snapshot(TODAY, &state.to_snapshot());
    again.screen = screen;
    again
}

/// `!a1.pe.ss` as a link to the first calculator.
fn forged(text: &str) -> Option<String> {
    let mut letters = text.strip_prefix('!')?.chars();
    let index = u32::from(letters.next()?) % 5;
    let code = Calculator::all().nth(usize::try_from(index).ok()?)?.code();
    let body = letters.as_str();
    Some(format!("?c={code}&y=2024#{body}.{}", checksum(code, body)))
}

/// The checksum as api.md has it, implemented again.
fn checksum(code: &str, body: &str) -> String {
    const SIGNS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    let mut hash = 0x811c_9dc5_u32;
    for byte in format!("{code}:{body}").bytes() {
        hash = (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    }
    let folded = (hash >> 18) ^ hash;
    [folded >> 12, folded >> 6, folded].map(|part| char::from(SIGNS[part as usize & 63])).iter().collect()
}
