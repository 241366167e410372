//! What the program asks of the browser, by way of the document's script (`www/workbench.js`).

use js_sys::{Array, Function, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, HtmlInputElement};
use wengang_engine::Date;

/// The element that the program draws in.
#[must_use]
pub fn root() -> Option<Element> {
    web_sys::window()?.document()?.get_element_by_id("workbench")
}

/// Calls a function of the document's script.
fn call(name: &str, words: &[JsValue]) -> Result<JsValue, JsValue> {
    let script = Reflect::get(&js_sys::global(), &"workbench".into())?;
    let function: Function = Reflect::get(&script, &name.into())?.dyn_into()?;
    function.apply(&script, &words.iter().collect::<Array>())
}

async fn wait_for(name: &str, words: &[JsValue]) -> Result<JsValue, JsValue> {
    let promise: Promise = call(name, words)?.dyn_into()?;
    JsFuture::from(promise).await
}

/// Says that the first screen is there.
pub fn ready() {
    // Without its script the document cannot have come so far.
    let _ = call("ready", &[]);
}

/// Today's date in China.
#[must_use]
pub fn today() -> Option<Date> {
    Date::parse(&call("today", &[]).ok()?.as_string()?).ok()
}

/// How long nobody types before the draft is remembered.
const REST_MS: u32 = 300;

/// Lets the browser draw and hear before the next piece of work.
pub async fn pause() {
    let _ = wait_for("pause", &[0.into()]).await;
}

/// Waits until nobody is likely to be typing any more.
pub async fn rest() {
    let _ = wait_for("pause", &[REST_MS.into()]).await;
}

/// Reads the files chosen in a box: their names and what is in them.
pub async fn read(input: &HtmlInputElement) -> Vec<(String, Vec<u8>)> {
    let Ok(files) = wait_for("read", &[input.into()]).await else { return Vec::new() };
    let file = |file: JsValue| {
        let file: Array = file.dyn_into().ok()?;
        Some((file.get(0).as_string()?, Uint8Array::new(&file.get(1)).to_vec()))
    };
    files.dyn_into::<Array>().map(|files| files.iter().filter_map(file).collect()).unwrap_or_default()
}

/// Saves bytes under a name, as a download.
pub fn download(name: &str, bytes: &[u8]) {
    let _ = call("download", &[name.into(), Uint8Array::from(bytes).into()]);
}

/// Whether the browser can write into a file that the officer chooses.
#[must_use]
pub fn can_keep() -> bool {
    call("canKeep", &[]).is_ok_and(|answer| answer.is_truthy())
}

/// Whether a file was chosen to keep the draft in.
#[must_use]
pub fn keeps() -> bool {
    call("keeps", &[]).is_ok_and(|answer| answer.is_truthy())
}

/// Asks for a file to keep the draft in; says whether one was chosen.
pub async fn choose(name: &str) -> bool {
    wait_for("choose", &[name.into()]).await.is_ok_and(|answer| answer.is_truthy())
}

/// Writes the draft into the file that was chosen; says whether it did.
pub async fn keep(bytes: &[u8]) -> bool {
    wait_for("keep", &[Uint8Array::from(bytes).into()]).await.is_ok_and(|answer| answer.is_truthy())
}

/// Lets the browser ask before the tab is left, or no more.
pub fn ask_before_leaving(is_dirty: bool) {
    let _ = call("askBeforeLeaving", &[is_dirty.into()]);
}

/// What was remembered before a reload: the tab, and the draft.
#[must_use]
pub fn remembered() -> Option<(String, Vec<u8>)> {
    let found: Array = call("remembered", &[]).ok()?.dyn_into().ok()?;
    Some((found.get(0).as_string()?, Uint8Array::new(&found.get(1)).to_vec()))
}

/// Remembers the tab and the draft in this entry of the browser's history.
pub fn remember(tab: &str, draft: &[u8]) {
    let _ = call("remember", &[tab.into(), Uint8Array::from(draft).into()]);
}

/// Prints the document: its style sheet leaves the review sheet alone.
pub fn print() {
    let _ = call("print", &[]);
}

/// Moves the focus to the element of that id, unless it is in the head of the document: a button there can be pressed
/// again and again.
pub fn focus(id: &str) {
    let _ = call("focus", &[id.into()]);
}

/// Scrolls an element into the middle of the box that scrolls it; the page stays where it is.
pub fn reveal(id: &str) {
    let _ = call("reveal", &[id.into()]);
}

/// Gives the editor its text, what it can complete, and what is wrong: line, whether it must be put right, sentence.
pub fn put_text<'f>(
    editor: &Element,
    text: &str,
    words: &[String],
    faults: impl Iterator<Item = (usize, bool, &'f str)>,
) {
    let words: Array = words.iter().map(|word| JsValue::from_str(word)).collect();
    let faults: Array = faults
        .map(|(line, is_wrong, sentence)| {
            let line = u32::try_from(line).unwrap_or(1);
            Array::of3(&line.into(), &is_wrong.into(), &sentence.into())
        })
        .collect();
    for (name, value) in [("text", text.into()), ("names", words.into()), ("faults", faults.into())] {
        let _: Result<bool, JsValue> = Reflect::set(editor, &name.into(), &value);
    }
}

/// The text in the editor.
#[must_use]
pub fn text_of(editor: &Element) -> Option<String> {
    Reflect::get(editor, &"text".into()).ok()?.as_string()
}

/// Brings a line of the editor into view, and the cursor to it.
pub fn show_line(editor: &Element, line: usize) {
    let line = u32::try_from(line).unwrap_or(1);
    let _ = call("showLine", &[editor.into(), line.into()]);
}
