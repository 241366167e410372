//! The browser as the view asks for it: each facility is a file of `wengang::web`.
//!
//! Refusals of the browser that only make the page less comfortable are ignored: it works without.

use std::rc::Rc;

use wengang::api::answer::Calculator;
use wengang::api::poster::{Poster, Sheet};
use wengang::policy::case::Fold;
use wengang::policy::date::Date;
use wengang::state::{Accent, Scheme, Screen, Summary};
use wengang::view::browser::{Browser, Images, RestoreScroll, Subscription};
use wengang::web::debounce::{self, Delayed};
use wengang::web::event::{self, Listening};
use wengang::web::{address, chunk, clock, copy, embed, fetch, fold, inside, page, poster, print, save, speech};
use yew::Callback;

/// The element that the program draws in, and the one with the prerendered page.
pub const ROOT: &str = "app";
const PRERENDERED: &str = "prerendered";

/// The window that the page is in.
pub struct PageWindow;

impl Browser for PageWindow {
    fn fold(&self) -> Fold {
        fold::fold
    }

    fn today(&self) -> Option<Date> {
        clock::today()
    }

    fn push_screen(&self, screen: Screen) {
        // Where the history is out of reach, only Back does less.
        let _ = address::push_screen(screen);
    }

    fn push_step(&self) {
        // Then the browser's own Back leaves the form.
        let _ = address::push_step();
    }

    fn on_pop_state(&self, call: Callback<Screen>) -> Option<Subscription> {
        subscribed(address::Returning::listen(move |screen| call.emit(screen)))
    }

    fn back(&self) -> bool {
        address::back().unwrap_or(false)
    }

    fn save_snapshot(&self, answers: &str) {
        // Then a refresh knows a little less.
        let _ = address::store_snapshot(answers);
    }

    fn snapshot(&self) -> String {
        address::stored_snapshot()
    }

    fn hash(&self) -> String {
        address::anchor()
    }

    fn set_hash(&self, anchor: &str) {
        // Only the address says less then.
        let _ = address::set_hash(anchor);
    }

    fn screen_url(&self, screen: Screen) -> String {
        address::href(screen)
    }

    fn place_url(&self, place: &str) -> String {
        address::place_href(place)
    }

    fn base_url(&self) -> String {
        address::base()
    }

    fn document_url(&self, calculator: Calculator) -> String {
        address::document(calculator)
    }

    fn reload(&self) {
        // Where the browser refuses, its own button is left.
        let _ = page::reload();
    }

    fn reveal(&self, id: &str) {
        let _ = page::reveal(id);
        embed::revealed(id);
    }

    fn reveal_error(&self) {
        let _ = page::reveal_wrong();
    }

    fn announce_screen(&self, title: &str, id: &str) {
        let _ = page::entitle(title);
        if page::is_ready() {
            let _ = page::focus_top(id);
            embed::revealed(id);
        }
    }

    fn save_scroll(&self) -> Option<RestoreScroll> {
        Some(Box::new(page::save_scroll()?))
    }

    fn set_elder_mode(&self, is_elder: bool) {
        // A compact frame asks one question at a time too, and is as large as its address says.
        let is_compact = address::is_compact();
        // Where one of the two is out of reach, the other still holds.
        let _ = page::set_elder_mode(is_elder && (!is_compact || address::is_elder()));
        if !is_compact {
            let _ = address::set_elder(is_elder);
        }
    }

    fn apply_theme(&self, colours: &[(Scheme, Accent)]) {
        // Then the page has its own colours.
        let _ = embed::apply_theme(colours);
    }

    fn before_render(&self) {
        // boot.js listens. Where it does not, others must leave the page alone.
        let _ = event::dispatch("wengang-render-start");
    }

    fn after_render(&self) {
        let _ = event::dispatch("wengang-render-end");
    }

    fn reveal_app(&self) {
        // If it fails, the prerendered page stays, and boot.js shows whom to call.
        let _ = page::reveal_app(PRERENDERED, ROOT);
    }

    fn mark_ready(&self) {
        let _ = page::mark_ready();
        embed::ready();
    }

    fn is_chunk_loaded(&self) -> bool {
        chunk::is_loaded()
    }

    fn load_chunk(&self, call: Callback<bool>) -> Option<Subscription> {
        subscribed(chunk::listen(move |is_loaded| call.emit(is_loaded)))
    }

    fn fetch_text(&self, file: &str, call: Callback<Option<String>>) -> Option<Subscription> {
        fetch::text(file, move |text| call.emit(text))
    }

    fn on_update_available(&self, call: Callback<()>) -> Option<Subscription> {
        // Said by boot.js, which looks whenever the page is seen again.
        subscribed(Listening::listen("wengang-update-available", move || call.emit(())))
    }

    fn on_wake(&self, call: Callback<()>) -> Option<Subscription> {
        // Said by boot.js, which hears of the window too.
        subscribed(Listening::listen("wengang-wake", move || call.emit(())))
    }

    fn queue_task(&self, call: Callback<()>) {
        let _ = debounce::queue_task(move || call.emit(()));
    }

    fn after_paint(&self, call: Callback<()>) -> Option<Subscription> {
        subscribed(Delayed::after_paint(move || call.emit(())))
    }

    fn debounce(&self, call: Callback<()>) -> Option<Subscription> {
        subscribed(Delayed::debounce(move || call.emit(())))
    }

    fn copy_text(&self, text: &str, call: Callback<bool>) {
        copy::text(text, move |is_copied| call.emit(is_copied));
    }

    fn can_save(&self) -> bool {
        save::can_save()
    }

    fn save_event(&self, name: &str, event: &str) {
        // If it fails, the date is still on the screen.
        let _ = save::save_event(name, event);
    }

    fn draw_poster(&self, poster: &Poster, sheets: &[Sheet], call: Images) {
        poster::draw(poster, sheets, Box::new(move |images: Vec<Rc<str>>| call.emit(images)));
    }

    fn save_poster(&self, poster: &Poster, name: &str) {
        // If it fails, the image is still on the screen.
        let _ = poster::save(poster, name);
    }

    fn can_print(&self) -> bool {
        print::can_print()
    }

    fn is_inside_app(&self) -> bool {
        inside::is_inside_app()
    }

    fn print(&self) {
        let _ = print::print();
    }

    fn can_speak(&self) -> bool {
        speech::can_speak()
    }

    fn on_voices(&self, call: Callback<()>) -> Option<Subscription> {
        subscribed(speech::Voices::listen(move || call.emit(())))
    }

    #[inline(never)] // An entry of the lazy chunk (xtask/src/split.rs).
    fn read_aloud(&self, text: &str, call: Callback<()>) -> Option<Subscription> {
        subscribed(speech::Reading::begin(text, move || call.emit(())))
    }

    fn post_summary(&self, result: Option<Summary>) {
        embed::answered(result);
    }
}

/// What goes on until it is dropped.
fn subscribed<T: 'static>(started: Option<T>) -> Option<Subscription> {
    Some(Box::new(started?))
}
