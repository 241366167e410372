//! The address: `?c=refund`, relative, so that the page works from any folder.

mod elder;

use wasm_bindgen::JsCast as _;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::Closure;
use web_sys::Location;

use crate::api::answer::Calculator;
use crate::api::link::{self, promotion};
use crate::api::policies::guide_file;
use crate::heads::HEADS;
use crate::policy::case::Person;
use crate::state::{Screen, calculator_of, screen_of};
pub use elder::{is_compact, is_elder, set_elder};

const KEY: &str = "c";
/// The parameters of the display mode: they stay from screen to screen.
const WAYS: [&str; 8] = [link::PLACE, elder::ELDER, elder::COMPACT, EMBED, "result", "scheme", "accent", "accent-dark"];
/// How the name of a calculator's document ends.
const DOCUMENT: &str = ".html";
/// Says that another page frames this one.
const EMBED: &str = "embed";
const ENTITLED: &str = "entitled";
const PROMOTE: &str = "promote";
const ROUNDS: &str = "rounds";
const GUIDE: &str = "guide";
const UNEMPLOYED: &str = "unemployed";

/// The screen that the address names: by its query, else as a calculator's own document; else the home screen.
#[must_use]
pub fn screen() -> Screen {
    let path = web_sys::window().and_then(|window| window.location().pathname().ok()).unwrap_or_default();
    query().and_then(|query| named(&query)).unwrap_or_else(|| of_document(&path))
}

/// The place whose law the address asks for, by its id.
#[must_use]
pub fn place() -> Option<String> {
    let location = web_sys::window()?.location();
    let (search, hash) = (location.search().ok()?, location.hash().ok()?);
    link::place_asked(&search, hash.trim_start_matches('#'))
}

/// The address of the first screen under another place's law.
#[must_use]
pub fn place_href(id: &str) -> String {
    with_place(id, &query().unwrap_or_default())
}

fn with_place(id: &str, query: &str) -> String {
    let ways = query_of(Screen::Home, query);
    let others = ways.trim_start_matches('?').split('&').filter(|pair| !pair.is_empty());
    let others = others.filter(|pair| pair.split('=').next() != Some(link::PLACE));
    let all: Vec<&str> = std::iter::once("").chain(others).collect();
    ["./?", link::PLACE, "=", id, &all.join("&")].concat()
}

/// The screen of a document: `…/refund.html` is the refund's, every other the home screen's.
fn of_document(path: &str) -> Screen {
    let name = path.rsplit('/').next().and_then(|file| file.strip_suffix(DOCUMENT)).unwrap_or_default();
    Calculator::of_code(name).map_or(Screen::Home, screen_of)
}

/// Puts a screen into the address and the history; does nothing where it is there already. In another page's frame the
/// history is that page's: going back there must not lead through our screens.
///
/// # Errors
/// What the browser says, for a log: the page works on without.
pub fn push_screen(screen_now: Screen) -> Result<(), JsValue> {
    if screen() == screen_now {
        return Ok(());
    }
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    if pairs(&query().unwrap_or_default()).any(|(key, _)| key == EMBED) {
        return replace(screen_now);
    }
    let address = written(screen_now, &window.location())?;
    // The entry records whether the guide is over another screen: there is none where it was opened by address.
    let mark = if screen_now == Screen::Guide { OVER_ANOTHER } else { PLAIN };
    window.history()?.push_state_with_url(&mark.into(), "", Some(&address))
}

/// The mark of a history entry, before its snapshot.
const PLAIN: &str = "-";
/// The guide is over another screen of this page.
const OVER_ANOTHER: &str = "o";

/// What the entry holds: its mark, and the answers.
fn entry() -> Option<(String, String)> {
    let state = web_sys::window()?.history().ok()?.state().ok()?.as_string()?;
    let (mark, answers) = state.split_at_checked(1)?;
    Some((mark.to_owned(), answers.to_owned()))
}

/// Stores a snapshot in the history entry, and nowhere else.
///
/// # Errors
/// As [`push_screen`]; a browser may refuse during very fast typing, and accept the next.
pub fn store_snapshot(answers: &str) -> Result<(), JsValue> {
    let mark = entry().map_or_else(|| PLAIN.to_owned(), |(mark, _)| mark);
    let history = web_sys::window().ok_or(JsValue::NULL)?.history()?;
    history.replace_state(&[&mark, answers].concat().into(), "")
}

/// The snapshot of the history entry; empty where it has none.
#[must_use]
pub fn stored_snapshot() -> String {
    entry().map(|(_, answers)| answers).unwrap_or_default()
}

/// The page's own address, without query and fragment: of the first screen's document.
#[must_use]
#[inline(never)] // An entry of the lazy chunk (xtask/src/split.rs).
pub fn base() -> String {
    first_of(&whole())
}

/// The address of a calculator's own document, without query and fragment: its title and its words are what a chat shows
/// of a link. The page's own address for a measure that only a pack beside the page brings: no document was built for it.
#[must_use]
#[inline(never)] // An entry of the lazy chunk (xtask/src/split.rs).
pub fn document(calculator: Calculator) -> String {
    if HEADS.measures.iter().all(|measure| measure.id != calculator.code()) {
        return base();
    }
    [folder_of(&whole()), calculator.code(), DOCUMENT].concat()
}

fn whole() -> String {
    web_sys::window().and_then(|window| window.location().href().ok()).unwrap_or_default()
}

/// The first screen's document: the folder, unless another name was opened.
fn first_of(href: &str) -> String {
    let path = href.split(['?', '#']).next().unwrap_or_default();
    if of_document(path) == Screen::Home { path } else { folder_of(path) }.to_owned()
}

/// The folder of a document, with its trailing slash.
fn folder_of(href: &str) -> &str {
    let path = href.split(['?', '#']).next().unwrap_or_default();
    path.rfind('/').and_then(|last| path.get(..=last)).unwrap_or_default()
}

/// Query and fragment where they may be a link's. A query that was encoded once more names no screen yet.
#[must_use]
pub fn link() -> Option<String> {
    let location = web_sys::window()?.location();
    let (search, hash) = (without_tag(&location.search().ok()?), location.hash().ok()?);
    may_be_link(screen(), &search, &hash).then(|| [search, hash].concat())
}

fn may_be_link(screen: Screen, search: &str, hash: &str) -> bool {
    let is_link = link::may_be_link(search, hash.trim_start_matches('#'));
    is_link && (screen == Screen::Home || calculator_of(screen).is_some())
}

/// Whether the address has a campaign's tag: it is for the server, and does not stay.
#[must_use]
pub fn is_tagged() -> bool {
    query().is_some_and(|query| without_tag(&query) != query)
}

/// A query without the tags in it.
fn without_tag(query: &str) -> String {
    let parts = query.trim_start_matches('?').split('&');
    let others: Vec<&str> = parts.filter(|part| part.split('=').next() != Some(promotion::TAG)).collect();
    let others = others.join("&");
    if others.is_empty() { others } else { ["?", &others].concat() }
}

/// Pushes an entry with the same address: another step of the same screen.
///
/// # Errors
/// As [`push_screen`].
pub fn push_step() -> Result<(), JsValue> {
    web_sys::window().ok_or(JsValue::NULL)?.history()?.push_state_with_url(&OVER_ANOTHER.into(), "", None)
}

/// The address of a screen, for a link that is opened in another window.
#[must_use]
pub fn href(screen: Screen) -> String {
    let query = query_of(screen, &query().unwrap_or_default());
    if query.is_empty() { "./".to_owned() } else { query }
}

/// Replaces the screen in the address.
///
/// # Errors
/// As [`push_screen`].
pub fn replace(screen: Screen) -> Result<(), JsValue> {
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    let (history, address) = (window.history()?, written(screen, &window.location())?);
    history.replace_state_with_url(&history.state()?, "", Some(&address))
}

/// The address of a screen, in the current display mode.
fn written(screen: Screen, location: &Location) -> Result<String, JsValue> {
    let (path, query) = (location.pathname()?, query_of(screen, &location.search()?));
    // A calculator's document cannot name the home screen; the folder can.
    if screen == Screen::Home && of_document(&path) != Screen::Home {
        return Ok(["./", &query].concat());
    }
    // Without a query, and without leaving index.html where that was opened by name.
    if query.is_empty() { Ok(path) } else { Ok(query) }
}

/// The query of a screen, with the display mode of a query.
fn query_of(screen: Screen, query: &str) -> String {
    let screen = code(screen).map(|code| [KEY, "=", code].concat());
    let ways = pairs(query).filter(|(key, _)| WAYS.contains(key)).map(|(key, value)| [key, "=", value].concat());
    let all: Vec<String> = screen.into_iter().chain(ways).collect();
    if all.is_empty() { String::new() } else { ["?", &all.join("&")].concat() }
}

/// The place that the address names behind its `#`; empty where it names none.
#[must_use]
pub fn anchor() -> String {
    let hash = web_sys::window().and_then(|window| window.location().hash().ok()).unwrap_or_default();
    hash.trim_start_matches('#').to_owned()
}

/// Puts a place into the address; the history stays as it is.
///
/// # Errors
/// As [`push_screen`].
pub fn set_hash(anchor: &str) -> Result<(), JsValue> {
    let history = web_sys::window().ok_or(JsValue::NULL)?.history()?;
    history.replace_state_with_url(&history.state()?, "", Some(&format!("#{anchor}")))
}

/// Goes back to the screen that the guide was opened from; whether there is one.
///
/// # Errors
/// As [`push_screen`].
pub fn back() -> Result<bool, JsValue> {
    let history = web_sys::window().ok_or(JsValue::NULL)?.history()?;
    let is_over_another = entry().is_some_and(|(mark, _)| mark == OVER_ANOTHER);
    if is_over_another {
        history.back()?;
    }
    Ok(is_over_another)
}

/// The query of the address.
pub(super) fn query() -> Option<String> {
    web_sys::window()?.location().search().ok()
}

/// Whether the address names a screen that there is not.
pub(super) fn is_unknown() -> bool {
    let query = query().unwrap_or_default();
    pairs(&query).any(|(key, code)| key == KEY && !code.is_empty()) && named(&query).is_none()
}

/// The keys and values of a query.
pub(super) fn pairs(query: &str) -> impl Iterator<Item = (&str, &str)> {
    query.trim_start_matches('?').split('&').filter_map(|pair| pair.split_once('='))
}

/// Reads `?c=…` and ignores what others append.
fn named(query: &str) -> Option<Screen> {
    let code = pairs(query).find(|(key, _)| *key == KEY).map(|(_, code)| code)?;
    match link::own_word(code) {
        ENTITLED => Some(Screen::Entitled),
        PROMOTE => Some(Screen::Promote),
        ROUNDS => Some(Screen::Rounds),
        // Where no notice is recorded, there is no guide.
        GUIDE if guide_file().is_empty() => Some(Screen::Home),
        GUIDE => Some(Screen::Guide),
        // The code before it was dropped: the link to this calculator and another one.
        UNEMPLOYED => Some(Screen::Of(Calculator::UNEMPLOYMENT_BENEFIT)),
        code => Calculator::of_code(code).map(Screen::Of).or_else(|| elsewhere(code)),
    }
}

fn elsewhere(code: &str) -> Option<Screen> {
    Person::ALL.iter().find(|person| person.code() == code).map(|person| Screen::Elsewhere(*person))
}

/// The code of a screen in the address; the home screen has none.
const fn code(screen: Screen) -> Option<&'static str> {
    match screen {
        Screen::Home => None,
        Screen::Of(calculator) => Some(calculator.code()),
        Screen::Entitled => Some(ENTITLED),
        Screen::Promote => Some(PROMOTE),
        Screen::Rounds => Some(ROUNDS),
        Screen::Guide => Some(GUIDE),
        Screen::Elsewhere(person) => Some(person.code()),
    }
}

/// Listens while it lives.
pub struct Returning {
    closure: Closure<dyn Fn()>,
}

impl Returning {
    /// Calls back with the screen whenever the user goes back or forward.
    #[must_use]
    pub fn listen(call: impl Fn(Screen) + 'static) -> Option<Self> {
        let closure = Closure::<dyn Fn()>::new(move || call(screen()));
        let target = web_sys::window()?;
        target.add_event_listener_with_callback("popstate", closure.as_ref().unchecked_ref()).ok()?;
        Some(Self { closure })
    }
}

impl Drop for Returning {
    fn drop(&mut self) {
        if let Some(window) = web_sys::window() {
            // Nothing can be done about a listener that the browser has lost already.
            let _ = window.remove_event_listener_with_callback("popstate", self.closure.as_ref().unchecked_ref());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_its_own_addresses_and_ignores_others() {
        for screen in [
            Screen::Of(Calculator::REFUND),
            Screen::Of(Calculator::SKILL_SUBSIDY),
            Screen::Of(Calculator::PREMIUM),
            Screen::Of(Calculator::UNEMPLOYMENT_BENEFIT),
            Screen::Of(Calculator::SIZE_CLASS),
            Screen::Entitled,
            Screen::Promote,
            Screen::Rounds,
            Screen::Guide,
            Screen::Elsewhere(Person::Student),
        ] {
            let code = code(screen).unwrap();
            assert_eq!(named(&format!("?c={code}")), Some(screen));
        }
        assert_eq!(named("?from=singlemessage&c=refund&isappinstalled=0"), Some(Screen::Of(Calculator::REFUND)));
        assert_eq!(named("?c=unemployed"), Some(Screen::Of(Calculator::UNEMPLOYMENT_BENEFIT)), "an address of before");
        assert_eq!(named("?c=other"), None);
        assert_eq!(named(""), None);
    }

    #[test]
    fn words_glued_to_a_name_are_none_of_it() {
        for tail in ["，快来", "%EF%BC%8C%E5%BF%AB%E6%9D%A5", "。", "）", " 看", "%20", "?from=timeline", "#rd", "/"]
        {
            for screen in [
                Screen::Of(Calculator::REFUND),
                Screen::Of(Calculator::SIZE_CLASS),
                Screen::Guide,
                Screen::Elsewhere(Person::Student),
            ] {
                assert_eq!(named(&["?c=", code(screen).unwrap(), tail].concat()), Some(screen), "{tail}");
            }
        }
        assert_eq!(named("?c=refunds"), None);
    }

    #[test]
    fn only_what_may_be_ours_is_read_as_a_link() {
        for (search, hash) in [("", "#rd"), ("?city=1", ""), ("?c=refund", "#wechat_redirect"), ("?c=refund", "#/")] {
            assert!(!may_be_link(Screen::Of(Calculator::REFUND), search, hash), "{search}{hash}");
        }
        for (search, hash) in [("?c=refund&y=2024", ""), ("?c=refund", "#1.pe.XXX"), ("?c=refund%26y%3D2024", "")] {
            assert!(may_be_link(Screen::Of(Calculator::REFUND), search, hash), "{search}{hash}");
        }
        // The guide stays where it was opened.
        assert!(!may_be_link(Screen::Guide, "?c=guide&from=%E5%BE%AE", ""));
    }

    #[test]
    fn another_place_leaves_the_display_mode() {
        assert_eq!(with_place("gansu", ""), "./?p=gansu");
        assert_eq!(with_place("gansu", "?c=refund&p=hebei&elder=1&from=timeline"), "./?p=gansu&elder=1");
    }

    #[test]
    fn a_calculator_has_a_document_of_its_own() {
        assert_eq!(of_document("/some/path/refund.html"), Screen::Of(Calculator::REFUND));
        for path in ["/some/path/", "/index.html", "/refund", "/refund/", "/other.html", ""] {
            assert_eq!(of_document(path), Screen::Home, "{path}");
        }
    }

    #[test]
    fn the_documents_are_in_one_folder() {
        for href in ["https://a.cn/b/", "https://a.cn/b/?c=premium#1.a/b", "https://a.cn/b/premium.html?c=refund"] {
            assert_eq!(folder_of(href), "https://a.cn/b/");
            assert_eq!(first_of(href), "https://a.cn/b/");
        }
        // A host that shows no document for a folder.
        assert_eq!(first_of("https://a.cn/b/index.html?c=refund"), "https://a.cn/b/index.html");
    }

    #[test]
    fn a_tag_is_not_part_of_the_screen_of_an_address() {
        assert_eq!(without_tag("?c=refund&k=sms-01&y=2026"), "?c=refund&y=2026");
        assert_eq!(without_tag("?k=%3Cb%3E&c=refund&k=2"), "?c=refund");
        assert_eq!(without_tag("?k"), "");
        assert_eq!(without_tag("?c=refund&kind=a"), "?c=refund&kind=a");
        assert_eq!(without_tag(""), "");
    }

    #[test]
    fn the_display_mode_stays_from_screen_to_screen() {
        let query = "?c=refund&y=2024&from=timeline&elder=1&embed=a1&result=amount";
        assert_eq!(query_of(Screen::Of(Calculator::PREMIUM), query), "?c=premium&elder=1&embed=a1&result=amount");
        assert_eq!(query_of(Screen::Home, query), "?elder=1&embed=a1&result=amount");
        assert_eq!(query_of(Screen::Home, "?c=refund"), "");
    }
}
