//! The page's side: the worker, and what goes to it and results back.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use js_sys::{Array, Function, JsString, Reflect, Uint8Array};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{Event, File, MessageEvent, Worker};

use crate::message::{Ask, Reply};

/// The function that starts a worker, in the document's own script: only that may create a script URL (www/batch.js).
const BEGIN: &str = "wengangWorker";

/// Receives an answer and its attached file, or `None` where the worker has crashed.
pub type OnReply = Rc<dyn Fn(Option<(Reply, Option<Uint8Array>)>)>;

/// A worker.
pub struct Link {
    worker: Worker,
    /// Messages to be sent once it listens.
    waiting: Rc<RefCell<Vec<Array>>>,
    is_awake: Rc<Cell<bool>>,
    _listening: Closure<dyn FnMut(MessageEvent)>,
    _failing: Closure<dyn FnMut(Event)>,
}

impl Link {
    /// Starts a worker; `None` where the browser refuses.
    #[must_use]
    pub fn begin(heard: &OnReply) -> Option<Self> {
        let begin: Function = Reflect::get(&js_sys::global(), &BEGIN.into()).ok()?.dyn_into().ok()?;
        let worker: Worker = begin.call0(&JsValue::NULL).ok()?.dyn_into().ok()?;
        let (waiting, is_awake) = (Rc::new(RefCell::new(Vec::<Array>::new())), Rc::new(Cell::new(false)));
        let listening = {
            let (worker, waiting, is_awake, heard) =
                (worker.clone(), Rc::clone(&waiting), Rc::clone(&is_awake), Rc::clone(heard));
            Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| match read(&event.data()) {
                Some(reply) => heard(Some(reply)),
                None => {
                    is_awake.set(true);
                    waiting.borrow_mut().drain(..).for_each(|message| drop(worker.post_message(&message)));
                }
            })
        };
        let failing = {
            let heard = Rc::clone(heard);
            Closure::<dyn FnMut(Event)>::new(move |_: Event| heard(None))
        };
        worker.set_onmessage(Some(listening.as_ref().unchecked_ref()));
        worker.set_onerror(Some(failing.as_ref().unchecked_ref()));
        Some(Self { worker, waiting, is_awake, _listening: listening, _failing: failing })
    }

    /// Sends a message with an optional attachment.
    pub fn ask(&self, ask: &Ask, file: Option<&Attachment>) {
        let Ok(text) = serde_json::to_string(ask) else { return };
        let file = file.map_or(JsValue::UNDEFINED, Attachment::value);
        let message = Array::of2(&JsString::from(text), &file);
        if self.is_awake.get() {
            // A crashed worker has been reported already.
            let _ = self.worker.post_message(&message);
        } else {
            self.waiting.borrow_mut().push(message);
        }
    }
}

impl Drop for Link {
    fn drop(&mut self) {
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
        self.worker.terminate();
    }
}

/// An attachment of a message.
#[derive(Clone, Debug)]
pub enum Attachment {
    /// A file of the device, which the worker reads.
    File(File),
    /// What the page fetched.
    Bytes(Vec<u8>),
}

impl Attachment {
    fn value(&self) -> JsValue {
        match self {
            Self::File(file) => file.clone().into(),
            Self::Bytes(bytes) => Uint8Array::from(bytes.as_slice()).into(),
        }
    }
}

/// An answer; `None`: the worker listens from now on.
fn read(data: &JsValue) -> Option<(Reply, Option<Uint8Array>)> {
    let parts: &Array = data.dyn_ref()?;
    let reply = serde_json::from_str(&parts.get(0).as_string()?).ok()?;
    Some((reply, parts.get(1).dyn_into().ok()))
}
