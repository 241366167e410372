//! Files that people drop, choose and paste.

use wasm_bindgen::JsCast as _;
use web_sys::{ClipboardEvent, DragEvent, Event, File, FileList, HtmlInputElement};

/// The file that was chosen in a field.
#[must_use]
pub fn chosen(event: &Event) -> Option<File> {
    let field: HtmlInputElement = event.target()?.dyn_into().ok()?;
    let file = first(field.files());
    // The same file chosen again is a choice again.
    field.set_value("");
    file
}

/// The file that was dropped.
#[must_use]
pub fn dropped(event: &DragEvent) -> Option<File> {
    first(event.data_transfer()?.files())
}

/// The file or the text that was pasted.
#[must_use]
pub fn pasted(event: &ClipboardEvent) -> (Option<File>, String) {
    let Some(data) = event.clipboard_data() else { return (None, String::new()) };
    // A spreadsheet offers a picture of the cells too: the text is what is meant.
    let text = data.get_data("text/plain").unwrap_or_default();
    let file = if text.is_empty() { first(data.files()) } else { None };
    (file, text)
}

fn first(files: Option<FileList>) -> Option<File> {
    files?.get(0)
}
