//! The page: puts the view into `#app` and gives it the browser.

use std::any::Any;
use std::rc::Rc;

use wengang::api::poster::{Poster, Sheet};
use wengang::state::{Accent, InUse, Places, Scheme, Screen, SiteFile, Summary};
use wengang::view::app::{App, Start};
use wengang::view::host::{Host, Images, UnderWay, WayBack};
use wengang::web::event::{self, Listening};
use wengang::web::fold::fold;
use wengang::web::later::{self, Later};
use wengang::web::{
    address, clock, copy, embed, fetch, inside, law, page, part, poster, print, save, site as site_file, speech,
};
use yew::{Callback, Renderer};

const ROOT: &str = "app";
const AHEAD: &str = "ahead";

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
    document: address::document,
    copy: copy_text,
    keep,
    saves,
    save_event,
    draw,
    save_poster,
    enlarge,
    href: address::href,
    step,
    kept: address::kept,
    today: clock::today,
    on_wake,
    reveal_wrong,
    prints: print::can_print,
    is_inside_app: inside::is_inside_app,
    print: print_page,
    speaks: speech::can_speak,
    on_voices,
    read_aloud,
    on_newer,
    reload,
    is_whole: part::is_whole,
    on_whole,
    place_href: address::place_href,
    paint,
    tell,
    soon,
    on_seen,
    on_rest,
    draws,
    drawn,
    stand,
    ready,
};

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
        enlarge(is_elder);
        let embed = embed::embed();
        if let Some(embed) = &embed {
            // Where the browser refuses, the frame keeps the height that its page gave it.
            let _ = embed::begin(embed, &root);
        }
        let start = Start { today, screen, kept, link, is_elder, embed, site, law, host: HOST };
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

fn draw(what: &Poster, sheets: &[Sheet], call: Images) {
    poster::draw(what, sheets, Box::new(move |images| call.emit(images)));
}

fn save_poster(what: &Poster, name: &str) {
    // Where it fails the image still stands on the screen.
    let _ = poster::save(what, name);
}

fn enlarge(is_elder: bool) {
    // Where one of the two is out of reach, the other still holds.
    let _ = page::enlarge(is_elder);
    let _ = address::set_elder(is_elder);
}

fn step() {
    // Then the browser's own Back leaves the form.
    let _ = address::step();
}

fn reveal_wrong() {
    let _ = page::reveal_wrong();
}

fn print_page() {
    let _ = print::print();
}

fn on_voices(call: Callback<()>) -> Option<Box<dyn Any>> {
    let listening = speech::Voices::listen(move || call.emit(()))?;
    Some(Box::new(listening))
}

#[inline(never)] // The page's second part begins here (xtask/src/split.rs).
fn read_aloud(text: &str, call: Callback<()>) -> Option<UnderWay> {
    let reading = speech::Reading::begin(text, move || call.emit(()))?;
    Some(Box::new(reading))
}

fn on_newer(call: Callback<()>) -> Option<Box<dyn Any>> {
    // Said by boot.js, which looks whenever the page is seen again.
    let listening = Listening::listen("wengang-newer", move || call.emit(()))?;
    Some(Box::new(listening))
}

fn on_wake(call: Callback<()>) -> Option<Box<dyn Any>> {
    // Said by boot.js, which hears of the window too.
    let listening = Listening::listen("wengang-woken", move || call.emit(()))?;
    Some(Box::new(listening))
}

fn reload() {
    // Where the browser refuses, its own button is left.
    let _ = page::reload();
}

fn on_whole(call: Callback<bool>) -> Option<Box<dyn Any>> {
    let listening = part::listen(move |came| call.emit(came))?;
    Some(Box::new(listening))
}

fn paint(colours: &[(Scheme, Accent)]) {
    // Where the browser refuses, the page has its own colours.
    let _ = embed::paint(colours);
}

fn tell(result: Option<Summary>) {
    embed::answered(result);
}

fn on_seen(call: Callback<()>) -> Option<UnderWay> {
    let waiting = Later::seen(move || call.emit(()))?;
    Some(Box::new(waiting))
}

fn on_rest(call: Callback<()>) -> Option<UnderWay> {
    let waiting = Later::at_rest(move || call.emit(()))?;
    Some(Box::new(waiting))
}

fn soon(call: Callback<()>) {
    // As above.
    let _ = later::soon(move || call.emit(()));
}

fn draws() {
    // Where boot.js does not hear it, others must leave the page alone.
    let _ = event::say("wengang-draws");
}

fn drawn() {
    let _ = event::say("wengang-drawn");
}

fn stand() {
    // Then what was drawn ahead stays, and boot.js says whom to call.
    let _ = page::stand(AHEAD, ROOT);
}

fn ready() {
    let _ = page::mark_ready();
    embed::ready();
}
