//! The page: puts the view into `#app` and gives it the browser.

mod window;

use std::rc::Rc;

use wengang::state::{InUse, Places, SiteFile};
use wengang::view::app::{App, Start};
use wengang::view::browser::{Browser as _, BrowserHandle};
use wengang::web::{address, clock, embed, later, law, page, part, site as site_file};
use window::PageWindow;
use yew::Renderer;

const ROOT: &str = "app";

/// Decides by the address and the office's settings which law the page goes by, before anything is drawn.
fn main() {
    let under_way = law::UnderWay::default();
    let keeping = Rc::clone(&under_way);
    let choose = move |file: SiteFile| {
        let (offer, note) = Places::of(&file).choose(address::place().as_deref());
        law::take(offer, note, &keeping, move |in_use| start(file.clone(), in_use));
    };
    let choose = Rc::new(choose);
    let chosen = Rc::clone(&choose);
    match site_file::read(move |file| chosen(file)) {
        Some(reading) => under_way.borrow_mut().push(reading),
        None => choose(SiteFile::Missing),
    }
}

fn start(site: SiteFile, in_use: InUse) {
    let begin_soon = move || {
        // In a step of its own: what just came was one already, on a slow phone. Without a timer what was drawn ahead stays.
        let _ = later::soon(move || begin(site, in_use));
    };
    // What was drawn ahead stays until the screen that the address names can stand.
    if address::screen().is_in_rest() && !part::is_whole() {
        part::wait(begin_soon);
    } else {
        begin_soon();
    }
}

fn begin(site: SiteFile, law: InUse) {
    // Without a root or a sane clock the words that stand in the page remain: boot.js says whom to call.
    if let (Some(root), Some(today)) = (page::element(ROOT), clock::today()) {
        let (screen, kept, link) = (address::screen(), address::kept(), address::link());
        if link.is_some() || address::is_tagged() {
            // What it says is on the screen from now on, and kept with the entry; a campaign's tag is for the server alone.
            let _ = address::replace(screen);
        }
        let is_elder = address::is_elder();
        PageWindow.set_elder_mode(is_elder);
        let embed = embed::embed();
        if let Some(embed) = &embed {
            // Where the browser refuses, the frame keeps the height that its page gave it.
            let _ = embed::begin(embed, &root);
        }
        let browser = BrowserHandle(&PageWindow);
        let start = Start { today, screen, kept, link, is_elder, embed, site, law, browser };
        Renderer::<App>::with_root_and_props(root, start).render();
    }
}
