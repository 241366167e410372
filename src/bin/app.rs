//! The page: puts the view into `#app` and gives it the browser.

use std::any::Any;

use wengang::state::{Accent, Scheme, Screen, SiteFile, Summary};
use wengang::view::app::{App, Start};
use wengang::view::host::{Host, UnderWay, WayBack};
use wengang::web::fold::fold;
use wengang::web::{address, clock, copy, embed, fetch, page, part, save, site as site_file};
use yew::{Callback, Renderer};

const ROOT: &str = "app";

const HOST: Host = Host {
    fold,
    visit,
    on_return,
    reveal,
    arrive,
    anchor: address::anchor,
    point,
    back,
    place,
    fetch: fetch_text,
    base: address::base,
    copy: copy_text,
    keep,
    saves,
    save_event,
    is_whole: part::is_whole,
    on_whole,
    site,
    paint,
    tell,
    ready,
};

fn main() {
    // Without a root or a sane clock the words that stand in the page remain: boot.js says whom to call.
    if let (Some(root), Some(today)) = (page::element(ROOT), clock::today()) {
        let (screen, kept, link) = (address::screen(), address::kept(), address::link());
        if link.is_some() {
            // What it says is on the screen from now on, and kept with the entry.
            let _ = address::replace(screen);
        }
        let embed = embed::embed();
        if let Some(embed) = &embed {
            // Where the browser refuses, the frame keeps the height that its page gave it.
            let _ = embed::begin(embed, &root);
        }
        let start = Start { today, screen, kept, link, embed, host: HOST };
        Renderer::<App>::with_root_and_props(root, start).render();
    }
}

fn visit(screen: Screen) {
    // Where the history is out of reach, only Back does less.
    let _ = address::visit(screen);
}

fn on_return(call: Callback<Screen>) -> Option<Box<dyn Any>> {
    let returning = address::Returning::listen(move |screen| call.emit(screen))?;
    Some(Box::new(returning))
}

fn reveal(id: &str) {
    let _ = page::reveal(id);
    embed::revealed(id);
}

fn arrive(title: &str, id: &str) {
    let _ = page::entitle(title);
    if page::is_ready() {
        let _ = page::arrive(id);
        embed::revealed(id);
    }
}

fn point(anchor: &str) {
    // Only the address says less then.
    let _ = address::point(anchor);
}

fn back() -> bool {
    address::back().unwrap_or(false)
}

fn place() -> Option<WayBack> {
    Some(Box::new(page::place()?))
}

fn fetch_text(address: &str, call: Callback<Option<String>>) -> Option<UnderWay> {
    fetch::text(address, move |text| call.emit(text))
}

fn copy_text(text: &str, call: Callback<bool>) {
    copy::text(text, move |is_copied| call.emit(is_copied));
}

fn keep(answers: &str) {
    // Then a refresh knows a little less.
    let _ = address::keep(answers);
}

fn saves() -> bool {
    save::can_save()
}

fn save_event(name: &str, text: &str) {
    // Where it fails the date still stands on the screen.
    let _ = save::save_event(name, text);
}

fn on_whole(call: Callback<bool>) -> Option<Box<dyn Any>> {
    let listening = part::Coming::listen(move |came| call.emit(came))?;
    Some(Box::new(listening))
}

fn site(call: Callback<SiteFile>) -> Option<UnderWay> {
    site_file::fetch(move |file| call.emit(file))
}

fn paint(colours: &[(Scheme, Accent)]) {
    // Where the browser refuses, the page has its own colours.
    let _ = embed::paint(colours);
}

fn tell(result: Option<Summary>) {
    embed::answered(result);
}

fn ready() {
    let _ = page::mark_ready();
    embed::ready();
}
