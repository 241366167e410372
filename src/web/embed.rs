//! The page in another site's frame: posts what the port says, and hears the other page.

use std::any::Any;
use std::cell::RefCell;

use js_sys::{Object, Reflect};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{Element, HtmlElement, MessageEvent, ResizeObserver, Window};

use crate::state::{Accent, Embed, MESSAGE_VERSION, Message, MessagePart, Port, Scheme, Summary};
use crate::web::{address, page};

/// The attribute of the root element by which the style sheet knows that the page is framed.
const EMBED: &str = "data-embed";
/// The attribute that keeps the page light on a dark device.
const SCHEME: &str = "data-scheme";
/// What the other page answers with.
const HELLO: &str = "hello";
/// How long the page rests after it said its height: ten times a second at most.
const REST_MS: i32 = 100;
/// To whom nothing is said but that the page is ready, and pages that have no origin to be named by.
const ANYBODY: &str = "*";
/// What an origin is called that cannot be named.
const NO_ORIGIN: &str = "null";

/// The frame's side of the talk.
struct Talk {
    parent: Window,
    content: Element,
    port: Port,
    /// The other page's origin, once it answered.
    origin: Option<String>,
    rest: Closure<dyn Fn()>,
    /// Alive as long as the page is.
    _listening: [Box<dyn Any>; 3],
}

thread_local! {
    static TALK: RefCell<Option<Talk>> = const { RefCell::new(None) };
}

/// How the address says that the page is embedded.
#[must_use]
pub fn embed() -> Option<Embed> {
    let embed = Embed::read(address::pairs(&address::query()?))?;
    Some(Embed { is_unknown: address::is_unknown(), ..embed })
}

/// Sets the page up as its address asks: its looks at once, and the talk with the page that frames it.
#[must_use]
pub fn begin(embed: &Embed, root: &Element) -> Option<()> {
    let window = web_sys::window()?;
    let html = window.document()?.document_element()?;
    html.set_attribute(EMBED, "").ok()?;
    if !embed.is_auto {
        html.set_attribute(SCHEME, "light").ok()?;
    }
    paint(&embed.colours())?;
    let parent = window.parent().ok().flatten().filter(|parent| !Object::is(parent, &window))?;
    let hearing: Closure<dyn Fn(MessageEvent)> = Closure::new(|event| heard(&event));
    window.add_event_listener_with_callback("message", hearing.as_ref().unchecked_ref()).ok()?;
    let measuring: Closure<dyn Fn()> = Closure::new(measure);
    let observer = ResizeObserver::new(measuring.as_ref().unchecked_ref()).ok();
    if let Some(observer) = &observer {
        observer.observe(root);
    }
    let rest: Closure<dyn Fn()> = Closure::new(|| {
        with(|talk| {
            talk.port.rested();
            None
        });
        measure();
    });
    let talk = Talk {
        parent,
        content: root.clone(),
        port: Port::new(embed.clone()),
        origin: None,
        rest,
        _listening: [Box::new(hearing), Box::new(measuring), Box::new(observer)],
    };
    TALK.with(|cell| cell.replace(Some(talk)));
    Some(())
}

/// Gives the page colours of its own, through the style sheet's custom properties: a strict host allows that.
#[must_use]
pub fn paint(colours: &[(Scheme, Accent)]) -> Option<()> {
    let root: HtmlElement = web_sys::window()?.document()?.document_element()?.dyn_into().ok()?;
    for (scheme, accent) in colours {
        for (name, value) in accent.properties(*scheme) {
            root.style().set_property(name, &value).ok()?;
        }
    }
    Some(())
}

/// Says that the first screen stands.
pub fn ready() {
    // The only words for whoever it may be: who hears them can answer.
    let title = web_sys::window().and_then(|window| window.document()).map(|document| document.title());
    with(|talk| talk.post(&Message::Ready(title.unwrap_or_default()), ANYBODY));
}

/// The answer on the screen changed.
pub fn answered(result: Option<Summary>) {
    with(|talk| {
        let message = talk.port.answered(result)?;
        talk.say(&message)
    });
}

/// Something came into view or took the focus.
pub fn revealed(id: &str) {
    with(|talk| {
        // Whole pixels, far below 2^31.
        let top = |element: &Element| element.get_bounding_client_rect().top() as i32;
        let below = top(&page::element(id)?).checked_sub(top(&talk.content))?;
        let height = talk.height();
        for message in talk.port.revealed(below.try_into().unwrap_or(0), height) {
            talk.say(&message)?;
        }
        Some(())
    });
}

fn with(call: impl FnOnce(&mut Talk) -> Option<()>) {
    TALK.with(|cell| {
        // Nothing of ours calls back while it is called; where the browser might, that call says nothing.
        if let Ok(mut talk) = cell.try_borrow_mut() {
            // A message that cannot be posted is one that nobody hears.
            let _ = talk.as_mut().and_then(call);
        }
    });
}

fn measure() {
    with(|talk| {
        let height = talk.height();
        let message = talk.port.measured(height)?;
        let window = web_sys::window()?;
        let rest = talk.rest.as_ref().unchecked_ref();
        window.set_timeout_with_callback_and_timeout_and_arguments_0(rest, REST_MS).ok()?;
        talk.say(&message)
    });
}

/// A message came: only the page that frames this one is heard, and only under the origin that it had at first.
fn heard(event: &MessageEvent) {
    with(|talk| {
        event.source().filter(|source| Object::is(source, &talk.parent))?;
        let data = event.data();
        let part = |name: &str| Reflect::get(&data, &name.into()).ok();
        let is_hello = part("ns")?.as_string().as_deref() == Some("wengang")
            && part("v")?.as_f64() == Some(f64::from(MESSAGE_VERSION))
            && part("type")?.as_string().as_deref() == Some(HELLO);
        let origin = Some(event.origin()).filter(|_| is_hello)?;
        if talk.origin.get_or_insert_with(|| origin.clone()) != &origin {
            return None;
        }
        for message in talk.port.opened() {
            talk.say(&message)?;
        }
        Some(())
    });
    measure();
}

impl Talk {
    /// The height of the content in whole pixels, far below 2^32; of the content, since the frame's own height follows it.
    /// A frame that is not shown may have no width, and then a letter stands on each line: it has no height either.
    fn height(&self) -> u32 {
        let space = self.content.get_bounding_client_rect();
        if self.content.client_width() == 0 { 0 } else { space.height().ceil() as u32 }
    }

    /// Says it to the other page alone.
    fn say(&self, message: &Message) -> Option<()> {
        let origin = self.origin.as_deref()?;
        self.post(message, if origin == NO_ORIGIN { ANYBODY } else { origin })
    }

    fn post(&self, message: &Message, origin: &str) -> Option<()> {
        let data = Object::new();
        for (name, part) in self.port.written(message) {
            let value = match part {
                MessagePart::Text(text) => JsValue::from(text),
                MessagePart::Number(number) => JsValue::from(number),
            };
            Reflect::set(&data, &name.into(), &value).ok()?;
        }
        self.parent.post_message(&data, origin).ok()
    }
}
