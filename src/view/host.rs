//! What the page asks of the browser: given by the binary, so that the view stays without one.

use std::any::Any;
use std::rc::Rc;

use yew::Callback;

use crate::api::answer::Calculator;
use crate::api::poster::{Poster, Sheet};
use crate::policy::case::Fold;
use crate::policy::date::Date;
use crate::state::{Accent, Scheme, Screen, Summary};

/// Goes back to a place that was remembered.
pub type WayBack = Box<dyn Fn()>;
/// Something under way in the browser; ends when it is dropped.
pub type UnderWay = Box<dyn Any>;

/// Hands over the addresses of a poster's images, one a sheet.
pub type Images = Callback<Vec<Rc<str>>>;

/// The browser's facilities.
#[derive(Clone, Copy)]
pub struct Host {
    /// Makes the names of occupations alike.
    pub fold: Fold,
    /// Puts a screen into the address and the history, or does nothing where it stands there already.
    pub visit: fn(Screen),
    /// Calls back whenever somebody goes back or forward; ends with the listener.
    pub on_return: fn(Callback<Screen>) -> Option<Box<dyn Any>>,
    /// Brings the element with that id into view and puts the focus into it.
    pub reveal: fn(&str),
    /// Gives the window a title and, after the first screen, goes to the element with that id.
    pub arrive: fn(&str, &str),
    /// The place that the address names behind its `#`; empty where it names none.
    pub anchor: fn() -> String,
    /// Puts a place into the address; the history stays as it is.
    pub point: fn(&str),
    /// Goes back to the screen that the guide was opened from; whether there is one.
    pub back: fn() -> bool,
    /// Remembers the place that is read, and gives what goes back there.
    pub place: fn() -> Option<WayBack>,
    /// Fetches a text file beside the page and calls back with it, or with nothing.
    pub fetch: fn(&str, Callback<Option<String>>) -> Option<UnderWay>,
    /// The page's own address, without query and fragment; short, for a code.
    pub base: fn() -> String,
    /// The address of a calculator's own document, without query and fragment: for a chat, which shows its title.
    pub document: fn(Calculator) -> String,
    /// Copies a text and calls back with whether that went well.
    pub copy: fn(&str, Callback<bool>),
    /// Keeps the answers with the entry of the history.
    pub keep: fn(&str),
    /// Whether the device can save a file that the page makes.
    pub saves: fn() -> bool,
    /// Saves a calendar's event under a name.
    pub save_event: fn(&str, &str),
    /// Draws a poster on sheets and calls back with the addresses of images; none where the browser does not draw or shows
    /// something else, or its address fits no code.
    pub draw: fn(&Poster, &[Sheet], Images),
    /// Saves a poster as a page to print, under a name.
    pub save_poster: fn(&Poster, &str),
    /// Makes everything large, or as it was, and says so in the address.
    pub enlarge: fn(bool),
    /// The address of a screen, for a link that is opened in another window.
    pub href: fn(Screen) -> String,
    /// Makes an entry of the history for another step of the same screen.
    pub step: fn(),
    /// What the entry of the history keeps.
    pub kept: fn() -> String,
    /// Today in UTC+8; `None` where the clock is out of all reason.
    pub today: fn() -> Option<Date>,
    /// Calls back whenever the page is looked at again, and every minute; ends with the listener.
    pub on_wake: fn(Callback<()>) -> Option<Box<dyn Any>>,
    /// Goes to the first box that cannot be read.
    pub reveal_wrong: fn(),
    /// Whether a button that prints does something.
    pub prints: fn() -> bool,
    /// Whether another app shows the page: it neither prints nor saves a file.
    pub is_inside_app: fn() -> bool,
    /// Opens the browser's window for printing.
    pub print: fn(),
    /// Whether something can be read aloud by a voice of the device.
    pub speaks: fn() -> bool,
    /// Calls back whenever that may have changed; ends with the listener.
    pub on_voices: fn(Callback<()>) -> Option<Box<dyn Any>>,
    /// Reads sentences aloud, one a line, and calls back at the end; ends when it is dropped.
    pub read_aloud: fn(&str, Callback<()>) -> Option<UnderWay>,
    /// Calls back once another version of the page was published; ends with the listener.
    pub on_newer: fn(Callback<()>) -> Option<Box<dyn Any>>,
    /// Loads the page anew; the answers stay.
    pub reload: fn(),
    /// Whether the page's second part is there.
    pub is_whole: fn() -> bool,
    /// Asks for the second part and calls back once it is there, or with `false` where it did not come.
    pub on_whole: fn(Callback<bool>) -> Option<Box<dyn Any>>,
    /// The address of the first screen under the law of the place with that id.
    pub place_href: fn(&str) -> String,
    /// Gives the page colours of its own.
    pub paint: fn(&[(Scheme, Accent)]),
    /// Tells the page that frames this one how the answer on the screen came out.
    pub tell: fn(Option<Summary>),
    /// Calls back in a task of its own.
    pub soon: fn(Callback<()>),
    /// Calls back once the next picture is seen; not at all where it is dropped before.
    pub on_seen: fn(Callback<()>) -> Option<UnderWay>,
    /// Calls back once whoever types rests; not at all where it is dropped before.
    pub on_rest: fn(Callback<()>) -> Option<UnderWay>,
    /// Something is about to be drawn: undoes what others did to the page, which Yew knows by its nodes alone.
    pub draws: fn(),
    /// It is drawn: the focus goes on from where it was, if that is gone.
    pub drawn: fn(),
    /// Puts what is drawn in the place of what was drawn ahead, or does nothing where it stands there already.
    pub stand: fn(),
    /// Says that the first screen stands.
    pub ready: fn(),
}

/// Functions are given once and never change.
impl PartialEq for Host {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}
