//! The page: puts the view into `#app` and gives it the browser.

mod window;

use std::rc::Rc;

use wengang::state::{InUse, Places, SiteFile};
use wengang::view::app::{App, Start};
use wengang::view::browser::{Browser as _, BrowserHandle};
use wengang::web::{address, chunk, clock, debounce, embed, law, page, site as site_file};
use window::{PageWindow, ROOT};
use yew::Renderer;

/// Decides by the address and the office's settings which law the page goes by, before anything is drawn.
fn main() {
    let pending = law::PendingOperations::default();
    let held = Rc::clone(&pending);
    let choose = move |file: SiteFile| {
        let (offer, note) = Places::of(&file).choose(address::place().as_deref());
        law::take(offer, note, &held, move |in_use| start(file.clone(), in_use));
    };
    let choose = Rc::new(choose);
    let chosen = Rc::clone(&choose);
    match site_file::read(move |file| chosen(file)) {
        Some(reading) => pending.borrow_mut().push(reading),
        None => choose(SiteFile::Missing),
    }
}

fn start(site: SiteFile, in_use: InUse) {
    let begin_later = move || {
        // In a task of its own, since loading was a long task on a slow phone. Without a timer the prerendered page
        // stays.
        let _ = debounce::queue_task(move || begin(site, in_use));
    };
    // The prerendered page stays until the screen that the address names can be shown.
    if address::screen().is_lazy() && !chunk::is_loaded() {
        chunk::wait(begin_later);
    } else {
        begin_later();
    }
}

fn begin(site: SiteFile, law: InUse) {
    // Without a root or a sane clock the prerendered text remains: boot.js shows whom to call.
    if let (Some(root), Some(today)) = (page::element(ROOT), clock::today()) {
        let (screen, snapshot, link) = (address::screen(), address::stored_snapshot(), address::link());
        if link.is_some() || address::is_tagged() {
            // The link's content is on the screen from now on, and in the history entry; a campaign's tag is for the
            // server only.
            let _ = address::replace(screen);
        }
        let is_elder = address::is_elder() || address::is_compact();
        PageWindow.set_elder_mode(is_elder);
        let embed = embed::embed();
        if let Some(embed) = &embed {
            // If the browser refuses, the frame has the height that its page gave it.
            let _ = embed::begin(embed, &root);
        }
        let browser = BrowserHandle(&PageWindow);
        let start = Start { today, screen, snapshot, link, is_elder, embed, site, law, browser };
        Renderer::<App>::with_root_and_props(root, start).render();
    }
}
