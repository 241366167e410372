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
/// The attribute that makes the page light on a dark device.
const SCHEME: &str = "data-scheme";
/// What the other page answers with.
const HELLO: &str = "hello";
/// The least time between two heights: ten per second at most.
const THROTTLE_MS: i32 = 100;
/// The target origin of the first message, which only announces the page, and of parents with an opaque origin.
const ANY_ORIGIN: &str = "*";
/// What an origin is called that cannot be named.
const NO_ORIGIN: &str = "null";

/// The frame's side of the channel.
struct Channel {
    parent: Window,
    content: Element,
    port: Port,
    /// The other page's origin, once it answered.
    origin: Option<String>,
    pause: Closure<dyn Fn()>,
    /// Alive as long as the page is.
    _listening: [Box<dyn Any>; 3],
}

thread_local! {
    static CHANNEL: RefCell<Option<Channel>> = const { RefCell::new(None) };
}

/// How the address says that the page is embedded.
#[must_use]
pub fn embed() -> Option<Embed> {
    let embed = Embed::read(address::pairs(&address::query()?))?;
    Some(Embed { is_unknown: address::is_unknown(), ..embed })
}

/// Sets the page up as its address asks: its appearance, and the channel to the page that frames it.
#[must_use]
pub fn begin(embed: &Embed, root: &Element) -> Option<()> {
    let window = web_sys::window()?;
    let html = window.document()?.document_element()?;
    html.set_attribute(EMBED, "").ok()?;
    if !embed.is_auto {
        html.set_attribute(SCHEME, "light").ok()?;
    }
    apply_theme(&embed.colours())?;
    let parent = window.parent().ok().flatten().filter(|parent| !Object::is(parent, &window))?;
    let on_message_closure: Closure<dyn Fn(MessageEvent)> = Closure::new(|event| on_message(&event));
    window.add_event_listener_with_callback("message", on_message_closure.as_ref().unchecked_ref()).ok()?;
    let measuring: Closure<dyn Fn()> = Closure::new(measure);
    let observer = ResizeObserver::new(measuring.as_ref().unchecked_ref()).ok();
    if let Some(observer) = &observer {
        observer.observe(root);
    }
    let pause: Closure<dyn Fn()> = Closure::new(|| {
        with(|channel| {
            channel.port.pause_over();
            None
        });
        measure();
    });
    let channel = Channel {
        parent,
        content: root.clone(),
        port: Port::new(embed.clone()),
        origin: None,
        pause,
        _listening: [Box::new(on_message_closure), Box::new(measuring), Box::new(observer)],
    };
    CHANNEL.with(|cell| cell.replace(Some(channel)));
    Some(())
}

/// Sets the page's own colours, through the style sheet's custom properties: a strict host allows that.
#[must_use]
pub fn apply_theme(colours: &[(Scheme, Accent)]) -> Option<()> {
    let root: HtmlElement = web_sys::window()?.document()?.document_element()?.dyn_into().ok()?;
    for (scheme, accent) in colours {
        for (name, value) in accent.properties(*scheme) {
            root.style().set_property(name, &value).ok()?;
        }
    }
    Some(())
}

/// Announces that the first screen is shown.
pub fn ready() {
    // The only message to an unknown parent, which can answer it.
    let title = web_sys::window().and_then(|window| window.document()).map(|document| document.title());
    with(|channel| channel.post(&Message::Ready(title.unwrap_or_default()), ANY_ORIGIN));
}

/// The answer on the screen changed.
pub fn answered(result: Option<Summary>) {
    with(|channel| {
        let message = channel.port.answered(result)?;
        channel.send(&message)
    });
}

/// Something came into view or took the focus.
pub fn revealed(id: &str) {
    with(|channel| {
        // Whole pixels, far below 2^31.
        let top = |element: &Element| element.get_bounding_client_rect().top() as i32;
        let below = top(&page::element(id)?).checked_sub(top(&channel.content))?;
        let height = channel.height();
        for message in channel.port.revealed(below.try_into().unwrap_or(0), height) {
            channel.send(&message)?;
        }
        Some(())
    });
}

fn with(call: impl FnOnce(&mut Channel) -> Option<()>) {
    CHANNEL.with(|cell| {
        // This code never calls back into itself; if the browser does, that call is ignored.
        if let Ok(mut channel) = cell.try_borrow_mut() {
            // A message that cannot be posted is one that nobody hears.
            let _ = channel.as_mut().and_then(call);
        }
    });
}

fn measure() {
    with(|channel| {
        let height = channel.height();
        let message = channel.port.measured(height)?;
        let window = web_sys::window()?;
        let pause = channel.pause.as_ref().unchecked_ref();
        window.set_timeout_with_callback_and_timeout_and_arguments_0(pause, THROTTLE_MS).ok()?;
        channel.send(&message)
    });
}

/// A message arrived: only the page that frames this one is accepted, and only under its first origin.
fn on_message(event: &MessageEvent) {
    with(|channel| {
        event.source().filter(|source| Object::is(source, &channel.parent))?;
        let data = event.data();
        let part = |name: &str| Reflect::get(&data, &name.into()).ok();
        let is_hello = part("ns")?.as_string().as_deref() == Some("wengang")
            && part("v")?.as_f64() == Some(f64::from(MESSAGE_VERSION))
            && part("type")?.as_string().as_deref() == Some(HELLO);
        let origin = Some(event.origin()).filter(|_| is_hello)?;
        if channel.origin.get_or_insert_with(|| origin.clone()) != &origin {
            return None;
        }
        for message in channel.port.opened() {
            channel.send(&message)?;
        }
        Some(())
    });
    measure();
}

impl Channel {
    /// The height of the content in whole pixels, far below 2^32; of the content, since the frame's own height follows
    /// it. A frame that is not shown may have no width, so that every line has one letter: its height is zero.
    fn height(&self) -> u32 {
        let space = self.content.get_bounding_client_rect();
        if self.content.client_width() == 0 { 0 } else { space.height().ceil() as u32 }
    }

    /// Says it to the other page alone.
    fn send(&self, message: &Message) -> Option<()> {
        let origin = self.origin.as_deref()?;
        self.post(message, if origin == NO_ORIGIN { ANY_ORIGIN } else { origin })
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
