//! What the page needs of the browser: the binary implements it, so that the view compiles without one.

use std::any::Any;
use std::ops::Deref;
use std::rc::Rc;

use yew::Callback;

use crate::api::answer::Calculator;
use crate::api::poster::{Poster, Sheet};
use crate::policy::case::Fold;
use crate::policy::date::Date;
use crate::state::{Accent, Scheme, Screen, Summary};

/// Scrolls back to a saved position.
pub type RestoreScroll = Box<dyn Fn()>;
/// Something that goes on in the browser until it is dropped: a listener, a timer, a request.
pub type Subscription = Box<dyn Any>;

/// The addresses of a poster's images, one per sheet.
pub type Images = Callback<Vec<Rc<str>>>;

/// The browser's facilities. `None` for a subscription: the browser does not offer it, and the callback never comes.
pub trait Browser {
    /// Returns what normalizes the names of occupations, so that they can be compared.
    fn fold(&self) -> Fold;
    /// Returns today in UTC+8; `None` where the device's clock is out of all reason.
    fn today(&self) -> Option<Date>;

    /// Pushes a screen onto the history, or does nothing where the address names it already.
    fn push_screen(&self, screen: Screen);
    /// Pushes another step of the same screen onto the history.
    fn push_step(&self);
    /// Calls back when the user goes back or forward.
    fn on_pop_state(&self, call: Callback<Screen>) -> Option<Subscription>;
    /// Goes back to the screen from which the guide was opened; returns whether there is one.
    fn back(&self) -> bool;
    /// Saves the answers with the entry of the history.
    fn save_snapshot(&self, answers: &str);
    /// Returns the answers that the entry of the history holds.
    fn snapshot(&self) -> String;
    /// Returns the address behind `#`; empty where there is none.
    fn hash(&self) -> String;
    /// Sets the address behind `#`; the history stays as it is.
    fn set_hash(&self, anchor: &str);
    /// Returns a screen's address, for a link that may be opened in another window.
    fn screen_url(&self, screen: Screen) -> String;
    /// Returns the home screen's address under the law of a place.
    fn place_url(&self, place: &str) -> String;
    /// Returns the page's own address without query and fragment: short, for a QR code.
    fn base_url(&self) -> String;
    /// Returns the address of a calculator's own document, without query and fragment: for a chat, which shows its title.
    fn document_url(&self, calculator: Calculator) -> String;
    /// Reloads the page; the answers are restored from the history.
    fn reload(&self);

    /// Scrolls to an element and focuses it.
    fn reveal(&self, id: &str);
    /// Scrolls to the first field with an error and focuses it.
    fn reveal_error(&self);
    /// Sets the window's title and, after the first screen, moves the focus to an element: screen readers read it.
    fn announce_screen(&self, title: &str, id: &str);
    /// Saves the scroll position.
    fn save_scroll(&self) -> Option<RestoreScroll>;
    /// Switches 长辈版, and says so in the address.
    fn set_elder_mode(&self, is_elder: bool);
    /// Sets the page's accent colours.
    fn apply_theme(&self, colours: &[(Scheme, Accent)]);
    /// To be called before each rendering: undoes what translators and extensions did to the DOM, of which Yew knows nothing.
    fn before_render(&self);
    /// To be called after each rendering: moves the focus on where the focused element is gone.
    fn after_render(&self);
    /// Puts the rendered page in the place of the prerendered one; does nothing the second time.
    fn reveal_app(&self);
    /// Marks the page as ready, once the first screen is complete.
    fn mark_ready(&self);

    /// Returns whether the lazy chunk of the program is loaded.
    fn is_chunk_loaded(&self) -> bool;
    /// Loads the lazy chunk, and calls back with whether it came.
    fn load_chunk(&self, call: Callback<bool>) -> Option<Subscription>;
    /// Fetches a text file next to the page.
    fn fetch_text(&self, file: &str, call: Callback<Option<String>>) -> Option<Subscription>;
    /// Calls back once a newer version of the page is published.
    fn on_update_available(&self, call: Callback<()>) -> Option<Subscription>;
    /// Calls back when the page becomes visible again, and every minute.
    fn on_wake(&self, call: Callback<()>) -> Option<Subscription>;
    /// Calls back in a task of its own.
    fn queue_task(&self, call: Callback<()>);
    /// Calls back in the task after the next paint.
    fn after_paint(&self, call: Callback<()>) -> Option<Subscription>;
    /// Calls back once no key was pressed for a moment.
    fn debounce(&self, call: Callback<()>) -> Option<Subscription>;

    /// Copies a text, and calls back with whether it was copied.
    fn copy_text(&self, text: &str, call: Callback<bool>);
    /// Returns whether the page can save files on the device.
    fn can_save(&self) -> bool;
    /// Saves a calendar event.
    fn save_event(&self, name: &str, event: &str);
    /// Draws a poster, and calls back with its images: none where the browser cannot draw, or scrambles what it draws.
    fn draw_poster(&self, poster: &Poster, sheets: &[Sheet], call: Images);
    /// Saves a poster as a page to print.
    fn save_poster(&self, poster: &Poster, name: &str);
    /// Returns whether a button that prints does something.
    fn can_print(&self) -> bool;
    /// Returns whether another app shows the page: it neither prints nor saves files.
    fn is_inside_app(&self) -> bool;
    /// Opens the print dialog.
    fn print(&self);
    /// Returns whether the device has a voice for Chinese.
    fn can_speak(&self) -> bool;
    /// Calls back whenever that may have changed.
    fn on_voices(&self, call: Callback<()>) -> Option<Subscription>;
    /// Reads sentences aloud, one per line, and calls back at the end.
    fn read_aloud(&self, text: &str, call: Callback<()>) -> Option<Subscription>;
    /// Posts the outcome to the page that frames this one.
    fn post_summary(&self, result: Option<Summary>);
}

/// The browser, as components pass it on.
#[derive(Clone, Copy)]
pub struct BrowserHandle(pub &'static dyn Browser);

impl Deref for BrowserHandle {
    type Target = dyn Browser;

    fn deref(&self) -> &Self::Target {
        self.0
    }
}

/// There is one browser: properties that differ in nothing else are the same.
impl PartialEq for BrowserHandle {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}
